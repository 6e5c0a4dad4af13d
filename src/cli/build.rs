//! `vietgraph build`: articles into a store.

use std::path::{Path, PathBuf};

use super::log::LogArg;
use super::progress::{Progress, stages};
use super::summary::{SummaryArg, decided};
use super::terminal::{count, say};
use super::{EncodingArg, OntologyArg, Outcome, StoreArg};
use crate::pipeline::{self, Job, Report};
use crate::store::write::Changes;

/// Read articles and add what they say to a store
///
/// Adds to what is there: an article whose id the store has replaces the old one; one that says the same changes nothing. A bad input is
/// reported with file, line and reason, the rest is built, and the exit status is 2. An article has 16 MiB at most, of whose text
/// the first MiB is read; what unpacks to more than 1000 times its size beyond 64 MiB is not read on.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    store: StoreArg,
    #[command(flatten)]
    ontology: OntologyArg,
    #[command(flatten)]
    encoding: EncodingArg,
    #[command(flatten)]
    summary: SummaryArg,
    #[command(flatten)]
    log: LogArg,
    /// A file of decisions whose lines are to go into the store's own; can be given several times
    #[arg(long, value_name = "FILE")]
    decisions: Vec<PathBuf>,
    /// Where IRIs are minted in a new store; must end in / or #
    #[arg(long, value_name = "IRI")]
    base: Option<String>,
    /// Files (.txt, .html, .jsonl, .warc, also .gz or .zst), folders or .zip of them, or - for JSON lines on standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        self.log.begin();
        let job = Job {
            inputs: self.encoding.of(self.inputs),
            ontology: self.ontology.dirs,
            decisions: self.decisions,
            store: self.store.dir,
            base: self.base,
        };
        let mut progress = Progress::over(&job.inputs);
        let report = pipeline::build(&job, &mut progress);
        progress.finish();
        let report = report?;
        say(&read(&report));
        if report.articles == 0 && report.graphs.quads == 0 {
            say(&format!("{}: no store was made, as there is nothing to put into it", job.store.display()));
            return Ok(Outcome::SomeBad);
        }
        say(&written(&report.graphs, &job.store));
        if report.dateless > 0 {
            say(&dateless(&report));
        }
        match report.copies {
            0 => {}
            1 => say("1 article is a copy of another and counts once with it"),
            n => say(&format!("{n} articles are copies of others and count once with them")),
        }
        self.summary.say(&report.difference);
        decided(&report.decisions).iter().for_each(|line| say(line));
        stages(&report);
        self.summary.write(&report, &[])?;
        Ok(Outcome::of(report.problems))
    }
}

fn read(report: &Report) -> String {
    let Report { articles, added, changed, same, facts, .. } = report;
    let bad = match report.problems {
        0 => String::new(),
        1 => "; 1 problem, see above".to_owned(),
        n => format!("; {n} problems, see above"),
    };
    format!(
        "{} read ({added} new, {changed} changed, {same} as before), {} counted article by article{bad}",
        count(*articles, "article"),
        count(*facts, "fact")
    )
}

/// What follows from it that articles have no date of publication.
fn dateless(Report { articles, dateless, .. }: &Report) -> String {
    let whose = match (articles - dateless, *dateless) {
        (0, _) => "no article has a date of publication".to_owned(),
        (_, 1) => "1 article has no date of publication".to_owned(),
        (_, n) => format!("{n} articles have no date of publication"),
    };
    format!("{whose}: a day without a year, or what is told as so today, cannot be placed in time there")
}

/// What was done to the graphs of the store in `dir`.
pub(super) fn written(graphs: &Changes, dir: &Path) -> String {
    let store = dir.display();
    let total = format!("{} quads in {}", graphs.quads, count(graphs.added + graphs.replaced + graphs.same, "graph"));
    if graphs.added + graphs.replaced + graphs.dropped == 0 {
        return format!("nothing changed in {store}: {total}");
    }
    let added = count(graphs.added, "graph");
    format!("{store}: {added} added, {} replaced, {} dropped; {total}", graphs.replaced, graphs.dropped)
}
