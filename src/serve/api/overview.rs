//! What is in the graph.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use axum::response::Response;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ask::{Ask, Failure, Source, answer};
use crate::error::Error;
use crate::ontology::vocab::PROVINCE;
use crate::store::read;
use crate::view::brief::Brief;
use crate::view::period::days;
use crate::view::{NodeIndex, View};

/// How many of the best connected people and newest events are named.
const NAMED: usize = 12;

/// What is in the graph.
#[derive(Clone, Debug, Serialize)]
pub(in crate::serve) struct Overview {
    title: String,
    base: String,
    counts: Counts,
    span: Option<Span>,
    /// How many articles have no date of publication.
    dateless: usize,
    connected: Vec<Brief>,
    newest: Vec<Brief>,
    conflicts: usize,
    undecided: usize,
}

#[derive(Clone, Debug, Serialize)]
struct Counts {
    articles: usize,
    people: usize,
    posts: usize,
    bodies: usize,
    provinces: usize,
    events: usize,
    /// Which two are joined by what, as articles tell: no dates and names, which are facts too.
    links: usize,
}

#[derive(Clone, Debug, Serialize)]
struct Span {
    from: String,
    to: String,
}

#[derive(Deserialize)]
pub(super) struct Nothing {}

/// `GET /api/overview`
pub(super) async fn overview(ask: Ask<Nothing>) -> Response {
    answer(ask, "", |source, _| {
        let held = &source.reading.known.overview[source.language];
        if held.get().is_none() {
            // Two at a time give the same.
            let _ = held.set(read(source)?);
        }
        Ok(held.get().cloned())
    })
    .await
}

fn read(source: &Source) -> Result<Overview, Failure> {
    let (view, store) = (source.view, &source.reading.store);
    let of_kind = |kind: &str| view.nodes().filter(|at| view.kind_of(*at) == kind).collect::<Vec<_>>();
    let (mut people, mut events) = (of_kind("person"), of_kind("event"));
    let (posts, bodies) = (of_kind("post"), of_kind("body"));
    let counts = Counts {
        articles: view.articles().len(),
        people: people.len(),
        posts: posts.len(),
        bodies: bodies.len(),
        provinces: view.nodes().filter(|at| view.is_a(*at, PROVINCE)).count(),
        events: events.len(),
        links: view.graph().raw_edges().iter().filter(|e| !e.weight.articles.is_empty()).count(),
    };
    people.sort_by_cached_key(|at| Reverse(view.degree(*at)));
    let happened = |at: &NodeIndex| view.days(*at).filter(|_| !view.node(*at).planned).map(|(first, _)| first);
    events.retain(|at| happened(at).is_some());
    // What has a day and nothing else says little; where no event says more, those are shown.
    if events.iter().any(|at| view.degree(*at) > 1) {
        events.retain(|at| view.degree(*at) > 1);
    }
    events.sort_by_cached_key(|at| (Reverse(happened(at)), Reverse(view.degree(*at))));
    let brief = |nodes: &[NodeIndex]| nodes.iter().take(NAMED).map(|at| view.brief(*at)).collect();
    let conflicts = read::conflicts(store, None).map_err(|e: Error| e.placed(store.dir()))?;
    Ok(Overview {
        title: view.title().to_owned(),
        base: view.base().to_owned(),
        counts,
        span: span(view),
        dateless: view.articles().iter().filter(|a| a.published.is_none()).count(),
        connected: brief(&people),
        newest: brief(&events),
        conflicts: conflicts.iter().filter(|conflict| !conflict.settled).count(),
        undecided: view.undecided().len(),
    })
}

/// The first and the last day of publication and of the events that the articles tell.
fn span(view: &View) -> Option<Span> {
    let published = view.articles().iter().filter_map(|a| days(a.published.as_deref()?, None));
    let events = view.nodes().filter(|at| view.kind_of(*at) == "event" && !view.node(*at).planned);
    // Of what is dated by its year alone the last day would be one that nothing tells of.
    let all: BTreeSet<Date> = published.chain(events.filter_map(|at| view.days(at))).map(|(first, _)| first).collect();
    let (from, to) = (all.first()?, all.last()?);
    Some(Span { from: from.to_string(), to: to.to_string() })
}
