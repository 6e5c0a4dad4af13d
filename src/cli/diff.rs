//! `vietgraph diff`: what two stores tell differently.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;

use super::graph::LanguageArg;
use super::summary::{numbers, part, people};
use super::terminal::{count, stdout, unwritable};
use super::{Outcome, StoreArg};
use crate::store::compare::{Article, Counts, Differences, Named, Side, Stated, Things, Value, diff};

/// How many articles are named behind a fact.
const SOURCES: usize = 3;

/// Tell what the second of two stores has that the first has not, and the other way
///
/// Lines with + are in the second store only, with - in the first only. Somebody is the same in both where the same words of an
/// article speak of them, so people who were merged, split or renamed are told as such, and their facts do not differ by that.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The store of before
    #[arg(value_name = "STORE_A")]
    before: PathBuf,
    /// The store of after
    #[arg(value_name = "STORE_B")]
    after: PathBuf,
    /// Only how many of each
    #[arg(long)]
    summary: bool,
    /// Write everything as JSON
    #[arg(long, conflicts_with = "summary")]
    json: bool,
    #[command(flatten)]
    language: LanguageArg,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let open = |dir: PathBuf| StoreArg { dir }.open();
        let (before, after) = (open(self.before)?, open(self.after)?);
        let found = diff(&before, &after, &self.language.language)?;
        let text = match (self.json, self.summary) {
            (true, _) => serde_json::to_string_pretty(&found).context("differences are plain data")? + "\n",
            (false, true) => counts(&found),
            (false, false) => whole(&found),
        };
        let mut out = stdout();
        out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(unwritable)?;
        Ok(Outcome::Done)
    }
}

/// The kinds of things compared, by their headings.
fn kinds(found: &Differences) -> [(&'static str, &Things); 4] {
    [("people", &found.people), ("bodies", &found.bodies), ("posts", &found.posts), ("events", &found.events)]
}

fn counts(found: &Differences) -> String {
    if found.is_empty() {
        return "no difference\n".to_owned();
    }
    let articles = &found.articles;
    let articles =
        [(articles.added.len(), "added"), (articles.gone.len(), "gone"), (articles.changed.len(), "changed")];
    let mut lines: Vec<String> = part("articles", &articles).into_iter().collect();
    lines.extend(kinds(found).into_iter().filter_map(|(name, things)| part(name, &numbers(&Counts::from(things)))));
    lines.extend(part("facts", &[(found.facts_added, "added"), (found.facts_gone, "gone")]));
    let redescribed = found.graphs_differing.saturating_sub(found.articles.changed.len());
    lines.extend((redescribed > 0).then(|| format!("{} of both described otherwise", count(redescribed, "article"))));
    lines.extend(
        (!found.other_graphs.is_empty()).then(|| format!("graphs that differ: {}", found.other_graphs.join(", "))),
    );
    lines.join("\n") + "\n"
}

fn whole(found: &Differences) -> String {
    let mut text = counts(found);
    let mut section = |heading: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let _ = write!(text, "\n{heading}\n{}\n", lines.join("\n"));
        }
    };
    let articles = &found.articles;
    let marked =
        |mark: char, all: &[Arc<Article>]| all.iter().map(|a| format!("{mark} {}", article(a))).collect::<Vec<_>>();
    let lists = [('+', &articles.added), ('-', &articles.gone), ('~', &articles.changed)];
    section("Articles", lists.iter().flat_map(|(mark, all)| marked(*mark, all)).collect());
    for (heading, (_, things)) in ["People", "Bodies", "Posts", "Events"].into_iter().zip(kinds(found)) {
        let marked = |mark: char, all: &[Named]| all.iter().map(|n| format!("{mark} {}", named(n))).collect::<Vec<_>>();
        let mut lines = marked('+', &things.added);
        lines.extend(marked('-', &things.gone));
        lines.extend(people(&things.others, true).into_iter().map(|line| format!("~ {line}")));
        section(heading, lines);
    }
    section("Facts", facts(&found.facts));
    text
}

fn article(article: &Article) -> String {
    let parts = [Some(&article.id), article.published.as_ref(), article.title.as_ref()];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · ")
}

fn named(named: &Named) -> String {
    if named.label.is_empty() { named.id.clone() } else { format!("{} · {}", named.label, named.id) }
}

/// A line for each fact, below whom it is about; without those that tell a reader nothing.
fn facts(facts: &[Stated]) -> Vec<String> {
    let mut lines = Vec::new();
    for group in facts.chunk_by(|a, b| a.about.id == b.about.id) {
        lines.push(named(&group[0].about));
        lines.extend(group.iter().filter(|stated| !names(stated)).map(fact));
    }
    lines
}

/// Whether a fact only says what its subject is called, as the line itself does.
fn names(stated: &Stated) -> bool {
    matches!(&stated.object, Value::Text(text) if *text == stated.subject.label)
}

fn fact(stated: &Stated) -> String {
    let mark = if stated.side == Side::Added { '+' } else { '-' };
    let object = match &stated.object {
        Value::Thing(thing) => &thing.label,
        Value::Text(text) => text,
    };
    let source = |a: &Article| a.published.iter().fold(a.id.clone(), |id, day| format!("{id}, {day}"));
    let mut sources: Vec<String> = stated.articles.iter().take(SOURCES).map(source).collect();
    if stated.articles.len() > SOURCES {
        sources.push(format!("{} more", stated.articles.len() - SOURCES));
    }
    format!("  {mark} {} · {} · {object}   [{}]", stated.subject.label, stated.relation, sources.join("; "))
}
