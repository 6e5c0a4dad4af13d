//! A career as a timeline: the posts and ranks of an official, and the changes between them, in the order of time.
//!
//!     cargo run --release -- build examples/articles
//!     cargo run --release --example career_timeline -- "Đào Quang Trường"
//!
//! An article says what somebody is on the day it appears; an appointment says from when. Both are edges of the view.

use std::path::Path;

use petgraph::Direction;
use vietgraph::error::Result;
use vietgraph::store::{Store, read};
use vietgraph::view::{Link, View};

/// One line: when, what, and in how many articles.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    date: String,
    what: String,
    articles: usize,
}

/// The timeline of the official with that name.
pub fn run(store: &Store, name: &str) -> Result<String> {
    let view = View::new(read::tables(store, "en")?, store.base());
    let person = view.named(name)?;
    let mut lines = Vec::new();
    // What the articles say the person is or was: edges out of the person.
    for (edge, post) in view.links(person, Direction::Outgoing) {
        let link = &view.graph()[edge];
        for property in ["vg:holdsRank", "vg:holdsPost", "vg:formerlyHeldPost"] {
            if view.is_kind(link, property) {
                let what = format!("{}: {}", view.kind(link).label, view.node(post).label);
                lines.push(Line { date: first_seen(&view, link), what, articles: link.articles.len() });
            }
        }
    }
    // Appointments, elections, promotions and departures: nodes of their own with an edge to whom they concern.
    for (edge, change) in view.links(person, Direction::Incoming) {
        let link = &view.graph()[edge];
        if !view.is_kind(link, "vg:concerns") {
            continue;
        }
        for (to, goal) in view.links(change, Direction::Outgoing) {
            if ["vg:toPost", "vg:toRank", "vg:fromPost"].iter().any(|p| view.is_kind(&view.graph()[to], p)) {
                let class = view.node(change).classes.first().and_then(|class| view.class(class));
                let class = class.map_or("change", |c| c.label.as_str());
                let date = view.node(change).start.clone().unwrap_or_else(|| first_seen(&view, link));
                lines.push(Line {
                    date,
                    what: format!("{class} → {}", view.node(goal).label),
                    articles: link.articles.len(),
                });
            }
        }
    }
    lines.sort();
    let mut text = format!("{}\n", view.node(person).label);
    for Line { date, what, articles } in lines {
        let times = if articles > 1 { format!("  ({articles} articles)") } else { String::new() };
        text.push_str(&format!("  {date:10}  {what}{times}\n"));
    }
    Ok(text)
}

/// The first day an edge was stated: when its first article appeared, or the last event that article tells of.
fn first_seen(view: &View, link: &Link) -> String {
    let days = link.articles.iter().filter_map(|article| {
        let told = |at| view.node(at).articles == [*article];
        let events = view.nodes().filter(|at| told(*at)).filter_map(|at| view.days(at));
        let published = view.articles()[*article].published.clone();
        published.or_else(|| events.map(|(first, _)| first.to_string()).max())
    });
    days.min().unwrap_or_else(|| "undated".into())
}

#[allow(dead_code, reason = "the tests call run")]
fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let name = args.next().unwrap_or_else(|| "Đào Quang Trường".into());
    let store = args.next().unwrap_or_else(|| "vietgraph-store".into());
    print!("{}", run(&Store::open(Path::new(&store))?, &name)?);
    Ok(())
}
