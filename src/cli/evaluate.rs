//! `vietgraph evaluate`: what is found in articles beside what people wrote down.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use serde_json::{Map, Value, json};

use super::progress::Progress;
use super::terminal::{count, say, stdout, unwritable};
use super::{EncodingArg, OntologyArg, Outcome};
use crate::error::Error;
use crate::evaluate::tally::{Counts, Tally};
use crate::evaluate::{Kind, Mark, Verdict, ledger};
use crate::pipeline::{self, Evaluated};

/// How many of the annotated articles that are not among the inputs are named.
const NAMED: usize = 5;

/// Compare what is found in articles with annotations made by people
///
/// Reads the articles that GOLD_DIR has an annotation of, and prints how many facts of each kind are right, wrong and
/// missed, then how each cue and rule fared: the facts it supported, how many were right and wrong, its precision and
/// the lower Wilson bound (95 %) of it.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    ontology: OntologyArg,
    #[command(flatten)]
    encoding: EncodingArg,
    /// Another folder of annotations; can be given several times
    #[arg(long = "gold", value_name = "DIR")]
    more: Vec<PathBuf>,
    /// Print each error as well: article, kind, what is wrong or missed, and the rule and words that made it
    #[arg(long)]
    errors: bool,
    /// Write all of it as one JSON object
    #[arg(long)]
    json: bool,
    /// Write the counts of cues and rules as Turtle, from which the ontology takes their confidence
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,
    /// A folder of annotations: .json files, or .jsonl files with one a line
    #[arg(value_name = "GOLD_DIR")]
    gold: PathBuf,
    /// Files of articles (.txt, .html, .jsonl, .warc, also .gz or .zst), folders or .zip of them, or - for JSON lines on standard input
    #[arg(value_name = "ARTICLES", default_value = "-")]
    inputs: Vec<PathBuf>,
}

impl Args {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let gold = [&[self.gold][..], &self.more].concat();
        let mut out = stdout();
        let mut errors = Vec::new();
        let mut progress = Progress::new();
        let evaluated = pipeline::evaluate(
            &gold,
            &self.encoding.of(self.inputs),
            &self.ontology.dirs,
            &mut progress,
            |article, verdicts| {
                for verdict in verdicts.iter().filter(|v| self.errors && matches!(v.mark, Mark::Wrong | Mark::Missed)) {
                    match self.json {
                        true => errors.push(error_json(article, verdict)),
                        false => writeln!(out, "{}", error_line(article, verdict)).map_err(unwritable)?,
                    }
                }
                Ok(())
            },
        );
        progress.finish();
        let Evaluated { tally, absent, problems } = evaluated?;
        name_absent(&absent);
        if tally.articles() == 0 {
            anyhow::bail!("none of the annotated articles is among the inputs; give the articles behind GOLD_DIR");
        }
        match self.json {
            true => writeln!(out, "{}", json(&tally, self.errors.then_some(errors))).map_err(unwritable)?,
            false => tables(&tally, self.errors, &mut out).map_err(unwritable)?,
        }
        out.flush().map_err(unwritable)?;
        if let Some(path) = self.ledger {
            let text = ledger::turtle(&tally);
            fs::write(&path, text).map_err(|e| Error::Output { path: path.clone(), reason: e.to_string() })?;
            let measured = tally.rules.values().filter(|s| s.measure.trials() > 0).count();
            say(&format!("{}: the counts of {measured} cues and rules", path.display()));
        }
        Ok(Outcome::of(problems))
    }
}

fn name_absent(absent: &[String]) {
    if let Some((last, _)) = absent.split_last() {
        let named: Vec<&str> = absent.iter().take(NAMED).map(String::as_str).collect();
        let more = if absent.len() > NAMED { ", …" } else { "" };
        let are = if absent == [last.clone()] { "is" } else { "are" };
        let absent = count(absent.len(), "annotated article");
        say(&format!("vietgraph: {absent} {are} not among the inputs: {}{more}", named.join(", ")));
    }
}

/// `article  kind  wrong  what is said   [rule] «words»`
fn error_line(article: &str, verdict: &Verdict) -> String {
    let (kind, mark) = (verdict.kind.name(), verdict.mark.name());
    let mut line = format!("{article}  {kind:11} {mark:6}  {}", verdict.what);
    for evidence in &verdict.evidence {
        let quote: Vec<&str> = evidence.quote.split_whitespace().collect();
        line.push_str(&format!("   [{}] «{}»", evidence.rule, quote.join(" ")));
    }
    line
}

fn error_json(article: &str, verdict: &Verdict) -> Value {
    let evidence = verdict.evidence.iter().map(|e| json!({ "rule": e.rule, "quote": e.quote }));
    json!({
        "article": article,
        "kind": verdict.kind.name(),
        "mark": verdict.mark,
        "what": verdict.what,
        "evidence": evidence.collect::<Vec<_>>(),
    })
}

/// The kinds in their order and all together, each with its counts.
fn kinds(tally: &Tally) -> Vec<(&'static str, Counts)> {
    let kinds = Kind::ALL.iter().map(|kind| (kind.name(), tally.of(*kind)));
    kinds.chain([("ALL", tally.all())]).collect()
}

fn tables(tally: &Tally, errors_above: bool, out: &mut impl Write) -> io::Result<()> {
    if errors_above {
        writeln!(out)?;
    }
    writeln!(out, "{:11} {:>6} {:>6} {:>6}  {:>6} {:>6} {:>6}", "kind", "right", "wrong", "missed", "P", "R", "F1")?;
    for (kind, counts) in kinds(tally) {
        let Counts { right, wrong, missed } = counts;
        let (p, r, f1) = (counts.precision(), counts.recall(), counts.f1());
        writeln!(out, "{kind:11} {right:6} {wrong:6} {missed:6}  {p:6.3} {r:6.3} {f1:6.3}")?;
    }
    let width = tally.rules.keys().map(|r| r.chars().count()).max().unwrap_or_default();
    let (name, at_least) = ("cue or rule", "at least");
    writeln!(out, "\n{name:width$} {:>6} {:>6} {:>6}  {:>6} {at_least:>8}", "facts", "right", "wrong", "P")?;
    for (rule, support) in &tally.rules {
        let (facts, measure) = (support.facts, support.measure);
        write!(out, "{rule:width$} {facts:6} {:6} {:6}  ", measure.right, measure.wrong)?;
        match measure.trials() {
            0 => writeln!(out, "{:>6} {:>8}", "–", "–")?,
            _ => writeln!(out, "{:6.3} {:8.3}", measure.precision(), measure.bound())?,
        }
    }
    Ok(())
}

fn json(tally: &Tally, errors: Option<Vec<Value>>) -> Value {
    let kinds = kinds(tally).into_iter().map(|(kind, counts)| {
        let (precision, recall, f1) = (counts.precision(), counts.recall(), counts.f1());
        let Counts { right, wrong, missed } = counts;
        let value = json!({ "right": right, "wrong": wrong, "missed": missed, "precision": precision, "recall": recall, "f1": f1 });
        (kind.to_owned(), value)
    });
    let rules = tally.rules.iter().map(|(rule, support)| {
        let (facts, measure) = (support.facts, support.measure);
        let (right, wrong, precision) = (measure.right, measure.wrong, measure.precision());
        let value =
            json!({ "facts": facts, "right": right, "wrong": wrong, "precision": precision, "bound": measure.bound() });
        (rule.clone(), value)
    });
    let (kinds, rules): (Map<_, _>, Map<_, _>) = (kinds.collect(), rules.collect());
    let mut object = json!({ "sets": tally.sets, "kinds": kinds, "rules": rules });
    if let Some(errors) = errors {
        object["errors"] = errors.into();
    }
    object
}
