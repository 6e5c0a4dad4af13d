//! `vietgraph decisions` and `vietgraph explain-merge`: what was decided, and what there is to decide by.

use std::io::Write;

use anyhow::Context;
use serde_json::json;

use super::terminal::{stdout, unwritable};
use super::{OntologyArg, Outcome, StoreArg};
use crate::pipeline;
use crate::resolve::Explanation;
use crate::resolve::decisions::{Entry, Outcome as Became};
use crate::store::decided::outcomes;
use crate::store::decisions;

/// List what people decided about the graph, and what became of it at the last build
///
/// A decision is used, undone, or unused with the reason; `new` is one that was added to the file by hand since then.
#[derive(clap::Args)]
pub(super) struct List {
    #[command(flatten)]
    store: StoreArg,
    /// Only those that do not apply
    #[arg(long)]
    unused: bool,
    /// Write everything as JSON
    #[arg(long)]
    json: bool,
}

impl List {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let store = self.store.open()?;
        let became = outcomes(&store)?;
        let first = decisions::load(&store)?;
        let plain = first.outcomes();
        let mut lines = Vec::new();
        let mut objects = Vec::new();
        for (entry, plain) in first.entries.iter().zip(plain) {
            let (outcome, remark) = match (became.get(&entry.id), plain) {
                (_, Became::Unused(reason)) => ("unused".to_owned(), reason),
                (_, Became::Undone) => ("undone".to_owned(), String::new()),
                (Some(known), _) if known.0 != "undone" => known.clone(),
                _ => ("new".to_owned(), String::new()),
            };
            if self.unused && outcome != "unused" {
                continue;
            }
            lines.push(paragraph(entry, &outcome, &remark));
            objects.push(
                json!({ "id": entry.id, "line": entry.line, "text": entry.text, "outcome": outcome, "remark": remark }),
            );
        }
        let text = match self.json {
            true => serde_json::to_string_pretty(&objects).context("a list is plain data")? + "\n",
            false => lines.concat(),
        };
        let mut out = stdout();
        out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(unwritable)?;
        Ok(Outcome::Done)
    }
}

fn paragraph(entry: &Entry, outcome: &str, remark: &str) -> String {
    let remark = if remark.is_empty() { String::new() } else { format!(": {remark}") };
    let head = format!("{}  line {} · {outcome}{remark}\n", entry.id, entry.line);
    let Ok(decision) = &entry.decision else {
        return format!("{head}  {}\n", entry.text);
    };
    let (first, second) = decision.verdict.about();
    let about = [first, second].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let signed = format!("{}, {}: {}", decision.author, decision.date, decision.reason);
    format!("{head}  {} {about}\n  {signed}\n", decision.verdict.verb())
}

/// Tell what speaks for and against two people being one, or what holds one together
#[derive(clap::Args)]
pub(super) struct ExplainMerge {
    #[command(flatten)]
    store: StoreArg,
    #[command(flatten)]
    ontology: OntologyArg,
    /// Write everything as JSON
    #[arg(long)]
    json: bool,
    /// One of them, as for `show`
    #[arg(value_name = "A")]
    a: String,
    /// The other; without one, why the articles of A tell of one person
    #[arg(value_name = "B")]
    b: Option<String>,
}

impl ExplainMerge {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let (a, b) = {
            let (_, view) = self.store.view("en")?;
            let id = |name: &str| view.named(name).map(|at| view.id(at).to_owned());
            (id(&self.a)?, id(self.b.as_deref().unwrap_or(&self.a))?)
        };
        let explanation = pipeline::explain_merge(&self.store.dir, &self.ontology.dirs, &a, &b)?;
        let text = match self.json {
            true => serde_json::to_string_pretty(&explanation).context("an explanation is plain data")? + "\n",
            false => told(&explanation),
        };
        let mut out = stdout();
        out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(unwritable)?;
        Ok(Outcome::Done)
    }
}

/// How many articles are named with a reason.
const NAMED: usize = 4;

fn told(explanation: &Explanation) -> String {
    let Explanation { people: (a, b), bearers, binds, parts } = explanation;
    let head = if a == b { format!("{a}\n") } else { format!("{a}\n{b}\n") };
    let how = match bearers {
        n if *n <= 0.3 => "as good as unique",
        n if *n <= 5.0 => "not rare",
        _ => "common: only a post or body binds",
    };
    let name = format!("name: borne by about {} of 100,000 officials, {how}\n", rounded(*bearers));
    let list = |title: &str, none: &str, reasons: &[crate::resolve::Reason]| {
        let mut text = format!("{title}\n");
        if reasons.is_empty() {
            text.push_str(&format!("  {none}\n"));
        }
        for reason in reasons {
            let more = reason.articles.len().saturating_sub(NAMED);
            let mut articles: Vec<String> = reason.articles.iter().take(NAMED).cloned().collect();
            articles.extend((more > 0).then(|| format!("… {more} more")));
            let articles = if articles.is_empty() { String::new() } else { format!(" [{}]", articles.join(", ")) };
            text.push_str(&format!("  {}{articles}\n", reason.what));
        }
        text
    };
    let binds = list(if a == b { "holds together" } else { "speaks for one" }, "nothing beyond the name", binds);
    let parts = if a == b { String::new() } else { list("speaks for two", "nothing", parts) };
    format!("{head}{name}{binds}{parts}")
}

fn rounded(bearers: f64) -> String {
    if bearers < 1.0 { format!("{bearers:.2}") } else { format!("{bearers:.0}") }
}
