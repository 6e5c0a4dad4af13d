//! What a build or a retraction changed in the graph: who is new, gone, merged and split, and how many facts.

use std::io::Write;

use anyhow::Context;
use serde_json::{Value, json};

use super::terminal::{count, say, stdout, unwritable};
use crate::pipeline::Report;
use crate::resolve::decisions::{Entry, Outcome};
use crate::store::compare::{Counts, Named, Others, Summary};
use crate::store::decided::told;
use crate::store::decisions::NAME;

/// How many people who are others now are listed, unless all are asked for.
const LISTED: usize = 5;

/// How many ids of those who were or are one are listed, unless all are asked for.
const IDS: usize = 3;

/// How to tell what changed.
#[derive(clap::Args)]
pub(super) struct SummaryArg {
    /// List all people merged, split or renamed, not only the first
    #[arg(long, short)]
    verbose: bool,
    /// Write what was done as JSON on standard output too
    #[arg(long)]
    json: bool,
}

impl SummaryArg {
    /// Says what changed; nothing when nothing did.
    pub(super) fn say(&self, difference: &Summary) {
        let counted = counts(difference);
        if !counted.is_empty() {
            say(&counted);
        }
        let lines = people(&difference.others, self.verbose);
        let shown = if self.verbose { lines.len() } else { LISTED };
        lines.iter().take(shown).for_each(|line| say(&format!("  {line}")));
        if lines.len() > shown {
            say(&format!("  … and {} more; --verbose lists them", lines.len() - shown));
        }
    }

    /// Writes the report as JSON, if it is asked for; `gone` are the articles taken out.
    pub(super) fn write(&self, report: &Report, gone: &[String]) -> anyhow::Result<()> {
        if !self.json {
            return Ok(());
        }
        let text = serde_json::to_string_pretty(&as_json(report, gone)).context("a report is plain data")?;
        let mut out = stdout();
        writeln!(out, "{text}").and_then(|()| out.flush()).map_err(unwritable)?;
        Ok(())
    }
}

/// How many decisions are used, and each that does not apply with the reason; nothing when there are none.
pub(super) fn decided(decisions: &[(Entry, Outcome)]) -> Vec<String> {
    if decisions.is_empty() {
        return Vec::new();
    }
    let count = |name: &str| decisions.iter().filter(|(_, outcome)| told(Some(outcome)).0 == name).count();
    let numbers = ["used", "undone", "unused"].map(|name| (count(name), name));
    let mut lines: Vec<String> = part("decisions", &numbers).into_iter().collect();
    for (entry, outcome) in decisions {
        if let Outcome::Unused(reason) = outcome {
            lines.push(format!("  {} (line {} of {NAME}) does not apply: {reason}", entry.id, entry.line));
        }
    }
    lines
}

/// `people 3 added, 1 merged; events 2 added; facts 14 added, 2 gone`: only what is not nothing.
fn counts(difference: &Summary) -> String {
    let Summary { people, bodies, posts, events, facts_added, facts_gone, .. } = difference;
    let mut parts: Vec<String> = Vec::new();
    for (name, counts) in [("people", people), ("bodies", bodies), ("posts", posts), ("events", events)] {
        parts.extend(part(name, &numbers(counts)));
    }
    parts.extend(part("facts", &[(*facts_added, "added"), (*facts_gone, "gone")]));
    parts.join("; ")
}

/// How many of each change.
pub(super) fn numbers(counts: &Counts) -> [(usize, &'static str); 5] {
    let Counts { added, gone, merged, split, renamed } = *counts;
    [(added, "added"), (gone, "gone"), (merged, "merged"), (split, "split"), (renamed, "renamed")]
}

/// A kind of thing and what happened to it; nothing if nothing did.
pub(super) fn part(name: &str, numbers: &[(usize, &str)]) -> Option<String> {
    let told: Vec<String> = numbers.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
    (!told.is_empty()).then(|| format!("{name} {}", told.join(", ")))
}

/// Who is somebody else now, a line each; all ids of many and those who only have another id if all is asked for.
pub(super) fn people(people: &Others, all: bool) -> Vec<String> {
    let merged = people.merged.iter().map(|m| format!("merged {} → {}", ids(&m.from, all), m.to.id));
    let split = people.split.iter().map(|s| format!("split {} → {}", s.from.id, ids(&s.to, all)));
    let others = people.renamed.iter().filter(|_| all);
    let others = others.map(|r| format!("renamed {} → {}", r.from.id, r.to.id));
    merged.chain(split).chain(others).collect()
}

/// The ids of several, at most a few of them unless all are asked for.
fn ids(several: &[Named], all: bool) -> String {
    let shown = if all || several.len() <= IDS + 1 { several.len() } else { IDS };
    let mut ids: Vec<&str> = several[..shown].iter().map(|n| n.id.as_str()).collect();
    let more = format!("{} more", several.len() - shown);
    if shown < several.len() {
        ids.push(&more);
    }
    ids.join(" + ")
}

fn as_json(report: &Report, gone: &[String]) -> Value {
    let Report {
        articles,
        dateless,
        bytes,
        problems,
        facts,
        added,
        changed,
        same,
        graphs,
        difference,
        times,
        decisions,
        copies,
        ..
    } = report;
    let stages = times.iter().map(|(stage, time)| ((*stage).to_owned(), Value::from(time.as_secs_f64())));
    let stages: serde_json::Map<String, Value> = stages.collect();
    let Summary { people, bodies, posts, events, facts_added, facts_gone, others } = difference;
    json!({
        "read": { "articles": articles, "dateless": dateless, "bytes": bytes, "facts": facts, "problems": problems },
        "articles": { "added": added, "changed": changed, "same": same, "gone": gone, "copies": copies },
        "graphs": { "added": graphs.added, "replaced": graphs.replaced, "dropped": graphs.dropped, "same": graphs.same },
        "quads": graphs.quads,
        "people": people,
        "bodies": bodies,
        "posts": posts,
        "events": events,
        "facts": { "added": facts_added, "gone": facts_gone },
        "who": others,
        "decisions": decisions.iter().map(became).collect::<Vec<_>>(),
        "seconds": stages,
    })
}

fn became((entry, outcome): &(Entry, Outcome)) -> Value {
    let (outcome, remark) = told(Some(outcome));
    json!({ "id": entry.id, "line": entry.line, "outcome": outcome, "remark": remark })
}

/// So many articles, and what became of them.
pub(super) fn articles(n: usize, what: &str) -> String {
    format!("{} {what}", count(n, "article"))
}
