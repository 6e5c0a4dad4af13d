//! Taking in a decision of somebody, and telling what it rests on.

use std::path::{Path, PathBuf};

use super::Report;
use super::settle::write;
use crate::error::{Error, Result};
use crate::extract::record::Record;
use crate::ontology::Ontology;
use crate::resolve::decisions::{Anchor, Decision, Decisions, Entry, Outcome, Reference, Statement, Verdict};
use crate::resolve::{Explanation, Gazetteer, Kind, Resolution, anchor_name, explain, statement};
use crate::store::quads::evidence;
use crate::store::records::{Log, Records};
use crate::store::{Store, decisions};

/// A decision names so many articles at most in which somebody is told of; any of them is enough to know them again.
const ANCHORS: usize = 12;

/// What is to be decided; ids stand below the base of the store.
#[derive(Clone, Debug)]
pub enum Ask {
    /// These two are one.
    Merge(String, String),
    /// These two are two.
    NotSame(String, String),
    /// In the articles with these ids somebody, or something, else is told of.
    Split(String, Vec<String>),
    /// The facts of this evidence (ids, or their beginnings) do not hold.
    Reject(Vec<String>),
    /// The facts of this evidence hold.
    Accept(Vec<String>),
    /// It is called so.
    Rename(String, String),
    /// The decision with this id does not count; without one the last that does.
    Undo(Option<String>),
}

/// Who decides, when and why.
#[derive(Clone, Debug)]
pub struct Signature {
    /// The author, as the file is to name them.
    pub author: String,
    /// The day.
    pub date: String,
    /// The reason.
    pub reason: String,
}

/// What a decision did.
#[derive(Clone, Debug, Default)]
pub struct Decided {
    /// The ids of the lines that were added.
    pub ids: Vec<String>,
    /// What whoever decides should look at once more.
    pub doubts: Vec<String>,
    /// What that did to the store.
    pub report: Report,
}

/// A store opened to decide about it.
struct Desk {
    store: Store,
    ontology: Ontology,
    records: Vec<Record>,
    log: Log,
    decisions: Decisions,
}

impl Desk {
    /// Opens a store, and loads an ontology meanwhile.
    fn new(store: impl FnOnce() -> Result<Store> + Send, ontology: &[PathBuf], report: &mut Report) -> Result<Desk> {
        let open = || {
            let store = store()?;
            let (records, log) = Records::load(&store)?.into_parts(&store);
            let decisions = decisions::load(&store)?;
            Ok((store, records, log, decisions))
        };
        let (ontology, (store, records, log, decisions)) = report.load(ontology, open)?;
        Ok(Desk { store, ontology, records, log, decisions })
    }

    /// What becomes of the records under some decisions; takes out of them what is rejected.
    fn resolve(&self, records: &mut [Record], gazetteer: &Gazetteer, decisions: &Decisions) -> Resolution {
        Resolution::decided(records, gazetteer, decisions, self.store.base())
    }
}

/// Adds a decision to those of the store in `dir` and applies it.
///
/// # Errors
/// [`Error::Decision`] when it would not apply, and then nothing is added; else as for a build.
pub fn decide(dir: &Path, ontology: &[PathBuf], ask: &Ask, signature: &Signature) -> Result<Decided> {
    // A folder without a store is told of, not made one.
    drop(Store::open(dir)?);
    let mut report = Report::default();
    let mut desk = Desk::new(|| Store::create(dir, None), ontology, &mut report)?;
    let gazetteer = Gazetteer::new(&desk.ontology);
    // What is rejected now may be undone.
    let mut records = desk.records.clone();
    let before = report.time("resolve", |_| desk.resolve(&mut records, &gazetteer, &desk.decisions));
    let verdicts = verdicts(ask, &records, &before, &desk.decisions)?;
    let doubts = of_two_places(ask, &before).into_iter().collect();
    drop((records, before));
    let line = |verdict: Verdict| {
        let Signature { author, date, reason } = signature.clone();
        Decision { verdict, author, date, reason }.write()
    };
    let lines: Vec<String> = verdicts.into_iter().map(line).collect();
    let old = desk.decisions.entries.iter().map(|e| e.text.as_str());
    let text = old.chain(lines.iter().map(String::as_str)).collect::<Vec<_>>().join("\n");
    let decisions = Decisions::parse(&text);
    let mut records = std::mem::take(&mut desk.records);
    let resolution = report.time("resolve", |_| desk.resolve(&mut records, &gazetteer, &decisions));
    let new = desk.decisions.entries.len()..decisions.entries.len();
    for n in new.clone() {
        if let Outcome::Unused(reason) = &resolution.outcomes()[n] {
            return Err(Error::Decision { reason: reason.clone() });
        }
    }
    decisions::append(&desk.store, &lines)?;
    let ids = decisions.entries[new].iter().map(|e| e.id.clone()).collect();
    // Line numbers are those of the file, remarks counted.
    let decisions = decisions::load(&desk.store)?;
    write(&desk.store, &desk.ontology, (&mut records, &desk.log), &decisions, &resolution, &mut report)?;
    Ok(Decided { ids, doubts, report })
}

/// What speaks for and against two people of the store in `dir` being one.
///
/// # Errors
/// When there is no store in `dir`, one of them is no person, or the store or the ontology cannot be used.
pub fn explain_merge(dir: &Path, ontology: &[PathBuf], a: &str, b: &str) -> Result<Explanation> {
    let mut desk = Desk::new(|| Store::open(dir), ontology, &mut Report::default())?;
    let gazetteer = Gazetteer::new(&desk.ontology);
    let mut records = std::mem::take(&mut desk.records);
    let resolution = desk.resolve(&mut records, &gazetteer, &desk.decisions);
    let found = explain(&records, &gazetteer, &desk.decisions, &resolution, (a, b));
    found.ok_or_else(|| refused(format!("{a} and {b} are not both people; explain-merge tells of people only")))
}

/// That two bodies to be merged are of two places.
fn of_two_places(ask: &Ask, resolution: &Resolution) -> Option<String> {
    let Ask::Merge(a, b) = ask else {
        return None;
    };
    let place = |id: &String| {
        let iri = format!("{}{id}", resolution.base());
        let body = resolution.entities().iter().find(|e| e.iri.as_str() == iri)?;
        match body.kind {
            Kind::Body { place: Some(place), .. } => Some(resolution.entity(place)),
            _ => None,
        }
    };
    let (own, other) = (place(a)?, place(b)?);
    let told = || format!("{a} is of {}, {b} of {}; `vietgraph undo` takes it back", own.label, other.label);
    (own.iri != other.iri).then(told)
}

fn refused(reason: String) -> Error {
    Error::Decision { reason }
}

/// What is asked for, with the articles that make sure who is meant.
fn verdicts(ask: &Ask, records: &[Record], resolution: &Resolution, decisions: &Decisions) -> Result<Vec<Verdict>> {
    let one = |id: &String| reference(records, resolution, id, ANCHORS);
    // Who is to stay apart must be known by every article.
    let all = |id: &String| reference(records, resolution, id, usize::MAX);
    Ok(match ask {
        Ask::Merge(a, b) if a == b => return Err(refused(format!("{a} is one already"))),
        Ask::Merge(a, b) if a.split('/').next() != b.split('/').next() => {
            return Err(refused(format!("{a} and {b} are of two kinds")));
        }
        Ask::Merge(a, b) => vec![Verdict::Merge(one(a), one(b))],
        Ask::NotSame(a, b) if a == b => {
            return Err(refused(format!("{a} is one; `split` tells which articles speak of somebody else")));
        }
        Ask::NotSame(a, b) => vec![Verdict::NotSame(all(a), all(b))],
        Ask::Split(id, articles) => vec![split(all(id), articles)?],
        Ask::Reject(evidence) => statements(evidence, records, resolution)?.into_iter().map(Verdict::Reject).collect(),
        Ask::Accept(evidence) => statements(evidence, records, resolution)?.into_iter().map(Verdict::Accept).collect(),
        Ask::Rename(id, name) => vec![Verdict::Rename(one(id), name.clone())],
        Ask::Undo(id) => vec![Verdict::Undo(undone(decisions, id.as_deref())?)],
    })
}

/// What an id names, with so many of the articles that tell of it at most; `records` are in order of their articles' ids.
fn reference(records: &[Record], resolution: &Resolution, id: &str, most: usize) -> Reference {
    let mut named = Reference { id: id.to_owned(), anchors: Vec::new() };
    if !named.is_anchored() {
        return named;
    }
    let plain = id.split('/').nth(1).and_then(|name| name.split("--").next()).unwrap_or_default();
    named.anchors = resolution.anchors(id).into_iter().take(most).collect();
    for anchor in &mut named.anchors {
        let record = records.binary_search_by(|r| r.article.id.cmp(&anchor.article)).map(|n| &records[n]);
        let entity = record.ok().and_then(|r| r.entities.iter().find(|e| e.id == anchor.entity));
        anchor.name = entity.map(|e| anchor_name(&e.label)).filter(|name| name != plain).unwrap_or_default();
    }
    named
}

fn split(whole: Reference, articles: &[String]) -> Result<Verdict> {
    let told = |article: &String| whole.anchors.iter().any(|a| a.article == *article);
    if let Some(stranger) = articles.iter().find(|a| !told(a)) {
        return Err(refused(format!("article {stranger} does not tell of {}", whole.id)));
    }
    let (moved, anchors): (Vec<Anchor>, Vec<Anchor>) =
        whole.anchors.into_iter().partition(|a| articles.contains(&a.article));
    if anchors.is_empty() {
        return Err(refused(format!("all articles of {} are named; nothing would be left", whole.id)));
    }
    Ok(Verdict::Split(Reference { id: whole.id, anchors }, moved))
}

/// The facts that some evidence proves, each once.
fn statements(wanted: &[String], records: &[Record], resolution: &Resolution) -> Result<Vec<Statement>> {
    let name = |id: &String| id.rsplit('/').next().unwrap_or(id).to_owned();
    let wanted: Vec<String> = wanted.iter().map(name).collect();
    let mut found: Vec<Vec<Statement>> = vec![Vec::new(); wanted.len()];
    for record in records {
        for (fact, iri) in evidence(record, resolution) {
            let own = iri.as_str().rsplit('/').next().unwrap_or_default();
            for (n, _) in wanted.iter().enumerate().filter(|(_, id)| !id.is_empty() && own.starts_with(id.as_str())) {
                found[n].push(statement(record, &record.facts[fact]));
            }
        }
    }
    let mut statements = Vec::new();
    for (id, mut of) in wanted.iter().zip(found) {
        of.dedup();
        match of.len() {
            1 => statements.extend(of.pop().filter(|s| !statements.contains(s))),
            0 => return Err(refused(format!("no evidence has the id {id}; `vietgraph why` shows the ids"))),
            many => return Err(refused(format!("{id} begins the ids of {many} facts; write more of it"))),
        }
    }
    Ok(statements)
}

/// The decision meant, by the beginning of its id; without one the last that counts and takes nothing back itself.
fn undone(decisions: &Decisions, id: Option<&str>) -> Result<String> {
    let counting = decisions.counting();
    let takes_back = |e: &Entry| matches!(&e.decision, Ok(Decision { verdict: Verdict::Undo(_), .. }));
    let mut all = decisions.entries.iter().zip(counting).rev();
    let found = match id {
        None => all.find(|(entry, counts)| *counts && !takes_back(entry)),
        Some("") => {
            return Err(refused("the id of the decision is empty; leave it out to take back the last".to_owned()));
        }
        Some(id) => {
            let mut named = all.filter(|(entry, _)| entry.id.starts_with(id));
            named.clone().find(|(_, counts)| *counts).or_else(|| named.next())
        }
    };
    match found {
        Some((entry, false)) => Err(refused(format!("{} is undone already", entry.id))),
        Some((entry, true)) => Ok(entry.id.clone()),
        None => Err(refused(match id {
            Some(id) => format!("there is no decision {id}; `vietgraph decisions` lists them"),
            None => "there is no decision to take back".to_owned(),
        })),
    }
}
