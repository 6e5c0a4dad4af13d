//! `vietgraph merge`, `not-same`, `split`, `reject`, `accept`, `rename`, `undo`: what people decide about the graph.

use super::build::written;
use super::progress::stages;
use super::summary::{SummaryArg, decided};
use super::terminal::say;
use super::{OntologyArg, Outcome, StoreArg};
use crate::error::Error;
use crate::pipeline::{self, Ask, Signature};
use crate::resolve::decisions::Verdict;
use crate::store::decisions::NAME;

/// Where a decision goes and who signs it.
#[derive(clap::Args)]
struct Signed {
    #[command(flatten)]
    store: StoreArg,
    #[command(flatten)]
    ontology: OntologyArg,
    #[command(flatten)]
    summary: SummaryArg,
    /// Who decides; without it VIETGRAPH_AUTHOR or, failing that, USER of the environment
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// Why
    #[arg(long, value_name = "REASON")]
    why: String,
}

impl Signed {
    /// The id, below the base, of the one thing that a name means.
    fn id(&self, name: &str) -> anyhow::Result<String> {
        let (_, view) = self.store.view("en")?;
        let at = view.named(name)?;
        Ok(view.id(at).to_owned())
    }

    fn decide(self, ask: &Ask) -> anyhow::Result<Outcome> {
        let nobody = || Error::Decision {
            reason: "nobody signs it; say who decides with --by NAME or in VIETGRAPH_AUTHOR".to_owned(),
        };
        let told = |name: &str| std::env::var(name).ok();
        let author = self
            .by
            .or_else(|| told("VIETGRAPH_AUTHOR"))
            .or_else(|| told("USER"))
            .filter(|name| !name.trim().is_empty())
            .ok_or_else(nobody)?;
        let date = jiff::Zoned::now().date().to_string();
        let signature = Signature { author, date, reason: self.why };
        let done = pipeline::decide(&self.store.dir, &self.ontology.dirs, ask, &signature)?;
        for id in &done.ids {
            let decision = done.report.decisions.iter().find(|(entry, _)| entry.id == *id);
            let taken_back =
                decision.and_then(|(entry, _)| entry.decision.as_ref().ok()).and_then(|d| match &d.verdict {
                    Verdict::Undo(of) => done.report.decisions.iter().find(|(entry, _)| entry.id == *of),
                    _ => None,
                });
            say(&format!("decision {id} stands in {}", self.store.dir.join(NAME).display()));
            if let Some((entry, _)) = taken_back {
                let told = entry.decision.as_ref().map(|d| (d.verdict.verb(), d.verdict.about()));
                let (verb, (first, second)) = told.unwrap_or_default();
                say(format!("taken back: {} {verb} {first} {second}", entry.id).trim_end());
            }
        }
        done.doubts.iter().for_each(|doubt| say(&format!("look again: {doubt}")));
        say(&written(&done.report.graphs, &self.store.dir));
        self.summary.say(&done.report.difference);
        decided(&done.report.decisions).iter().for_each(|line| say(line));
        stages(&done.report);
        self.summary.write(&done.report, &[])?;
        Ok(Outcome::Done)
    }
}

/// Two things, and who signs what is decided of them.
#[derive(clap::Args)]
struct Pair {
    #[command(flatten)]
    signed: Signed,
    /// One of them
    #[arg(value_name = "A")]
    a: String,
    /// The other
    #[arg(value_name = "B")]
    b: String,
}

impl Pair {
    fn decide(self, ask: fn(String, String) -> Ask) -> anyhow::Result<Outcome> {
        let ask = ask(self.signed.id(&self.a)?, self.signed.id(&self.b)?);
        self.signed.decide(&ask)
    }
}

/// Decide that two people, events or bodies are one
///
/// The decision goes into the file decisions.tsv in the store's folder and is replayed at every build. A and B are named as for `show`.
/// The ids that two people or events had lead to the one; of two bodies A gives the name.
#[derive(clap::Args)]
pub(super) struct Merge {
    #[command(flatten)]
    pair: Pair,
}

impl Merge {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        self.pair.decide(Ask::Merge)
    }
}

/// Decide that two people, or two events, are two, whatever articles to come may say
#[derive(clap::Args)]
pub(super) struct NotSame {
    #[command(flatten)]
    pair: Pair,
}

impl NotSame {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        self.pair.decide(Ask::NotSame)
    }
}

/// Decide that one person, or one event, is two: some articles tell of another
#[derive(clap::Args)]
pub(super) struct Split {
    #[command(flatten)]
    signed: Signed,
    /// Who or what is two
    #[arg(value_name = "NAME")]
    name: String,
    /// The ids of the articles that tell of the other
    #[arg(value_name = "ARTICLE", required = true)]
    articles: Vec<String>,
}

impl Split {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let ask = Ask::Split(self.signed.id(&self.name)?, self.articles);
        self.signed.decide(&ask)
    }
}

/// Evidence, and who signs what is decided of it.
#[derive(clap::Args)]
struct Facts {
    #[command(flatten)]
    signed: Signed,
    /// Ids of evidence, or their beginnings
    #[arg(value_name = "EVIDENCE", required = true)]
    evidence: Vec<String>,
}

/// Decide that facts do not hold: they leave the graph, with all that only they told of
///
/// `vietgraph why NAME` shows the ids of the evidence. A fact is rejected as the article states it; what other articles say stays.
#[derive(clap::Args)]
pub(super) struct Reject {
    #[command(flatten)]
    facts: Facts,
}

impl Reject {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        self.facts.signed.decide(&Ask::Reject(self.facts.evidence))
    }
}

/// Decide that facts hold: somebody has read the article and found them right
///
/// `vietgraph why NAME` shows the ids of the evidence.
#[derive(clap::Args)]
pub(super) struct Accept {
    #[command(flatten)]
    facts: Facts,
}

impl Accept {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        self.facts.signed.decide(&Ask::Accept(self.facts.evidence))
    }
}

/// Decide what somebody or something is called; the name it had stays as another, its id as it is
#[derive(clap::Args)]
pub(super) struct Rename {
    #[command(flatten)]
    signed: Signed,
    /// Who or what
    #[arg(value_name = "NAME")]
    name: String,
    /// What it is to be called
    #[arg(value_name = "NEW")]
    new: String,
}

impl Rename {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let ask = Ask::Rename(self.signed.id(&self.name)?, self.new);
        self.signed.decide(&ask)
    }
}

/// Take a decision back; undoing an undoing brings it to count again
#[derive(clap::Args)]
pub(super) struct Undo {
    #[command(flatten)]
    signed: Signed,
    /// The decision's id as `vietgraph decisions` shows it, or its beginning; without one, the last that counts
    #[arg(value_name = "DECISION")]
    id: Option<String>,
}

impl Undo {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        self.signed.decide(&Ask::Undo(self.id))
    }
}
