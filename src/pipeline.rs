//! All stages in a row, with counts and times. The only place that knows them all.

mod decide;
mod retract;
mod settle;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::error::{Error, Result};
use crate::evaluate::{Annotations, Likeness, Tally, Verdict, compare};
use crate::extract::Extractor;
use crate::extract::record::Record;
use crate::ontology::Ontology;
use crate::resolve::decisions::{Entry, Outcome};
use crate::source::{self, Article, Inputs};
use crate::store::compare::Summary;
use crate::store::records::{News, Records};
use crate::store::write::Changes;
use crate::store::{Store, decisions};

pub use self::decide::{Ask, Decided, Signature, decide, explain_merge};
pub use self::retract::{Retraction, Unknown, retract};
pub use self::settle::resolve;
use self::settle::{adopt, settle};

/// How many articles are in memory at a time while reading, and how many bytes of them.
const READ: usize = 256;
const READ_BYTES: usize = 8 << 20;

/// What a build works on.
#[derive(Clone, Debug)]
pub struct Job {
    /// The articles.
    pub inputs: Inputs,
    /// Folders of Turtle files to add to the ontology.
    pub ontology: Vec<PathBuf>,
    /// Files of decisions whose lines go into the store's own where it lacks them.
    pub decisions: Vec<PathBuf>,
    /// The store's folder.
    pub store: PathBuf,
    /// Where IRIs are minted; without one, where the store has them.
    pub base: Option<String>,
}

/// Is told what happens while the stages run.
pub trait Watch {
    /// An input or article cannot be used; the rest goes on.
    fn problem(&mut self, error: &Error);
    /// Reading has come so far.
    fn read(&mut self, so_far: &Report);
    /// A stage begins that may take long.
    fn stage(&mut self, _name: &'static str) {}
}

/// Nobody watches.
impl Watch for () {
    fn problem(&mut self, _: &Error) {}
    fn read(&mut self, _: &Report) {}
}

/// What a run did and how long its stages took.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Articles read.
    pub articles: usize,
    /// Those among them without a date of publication.
    pub dateless: usize,
    /// Bytes of their texts.
    pub bytes: usize,
    /// Bytes of the inputs they came from, packed as these are.
    pub taken: u64,
    /// Inputs and articles that could not be used.
    pub problems: usize,
    /// Facts that the articles state.
    pub facts: usize,
    /// Articles the store did not have.
    pub added: usize,
    /// Articles that say something else than before.
    pub changed: usize,
    /// Articles that say what the store has.
    pub same: usize,
    /// What happened to the store's graphs, the ontology's among them.
    pub graphs: Changes,
    /// What the graph tells now that it did not, and the other way.
    pub difference: Summary,
    /// How many articles of the store are copies of others.
    pub copies: usize,
    /// The decisions of people, each with what became of it.
    pub decisions: Vec<(Entry, Outcome)>,
    /// The stages in their order, each with its time.
    pub times: Vec<(&'static str, Duration)>,
}

impl Report {
    /// Runs a stage and notes its time, added to what it took before.
    fn time<T>(&mut self, stage: &'static str, work: impl FnOnce(&mut Report) -> T) -> T {
        let start = Instant::now();
        let result = work(self);
        self.took(stage, start.elapsed());
        result
    }

    /// Notes the time of a stage, added to what it took before.
    fn took(&mut self, stage: &'static str, took: Duration) {
        match self.times.iter_mut().find(|(name, _)| *name == stage) {
            Some((_, time)) => *time += took,
            None => self.times.push((stage, took)),
        }
    }

    /// Loads an ontology while a store is opened; neither needs the other.
    fn load<T: Send>(&mut self, dirs: &[PathBuf], open: impl FnOnce() -> Result<T> + Send) -> Result<(Ontology, T)> {
        let start = Instant::now();
        let ontology = || (Ontology::load(dirs), start.elapsed());
        let ((ontology, loaded), (store, opened)) = rayon::join(ontology, || (open(), start.elapsed()));
        self.took("ontology", loaded);
        self.took("open", opened);
        Ok((ontology?, store?))
    }
}

/// Reads articles and adds what they say to a store; without a single article no new store is made.
///
/// # Errors
/// When the ontology or the store cannot be used; bad inputs are told to `watch` and counted.
pub fn build(job: &Job, watch: &mut dyn Watch) -> Result<Report> {
    let mut report = Report::default();
    watch.stage("ontology");
    let ontology = report.time("ontology", |_| Ontology::load(&job.ontology))?;
    let extractor = report.time("matcher", |_| Extractor::new(&ontology));
    let open = || Store::create(&job.store, job.base.as_deref());
    let there = job.store.exists().then(|| report.time("open", |_| open())).transpose()?;
    let mut articles = source::read(&job.inputs);
    watch.stage("extract");
    let first = report.time("read", |report| next_chunk(&mut articles, watch, report));
    let store = match there {
        Some(store) => store,
        None if first.is_empty() => return Ok(report),
        None => report.time("open", |_| open())?,
    };
    let mut records = report.time("open", |_| Records::load(&store))?;
    read(&extractor, first, &mut articles, watch, &mut report, |new, report| {
        for news in records.add(&store, new)? {
            match news {
                News::Added => report.added += 1,
                News::Changed => report.changed += 1,
                News::Same => report.same += 1,
            }
        }
        Ok(())
    })?;
    // What reads articles takes as much room as thousands of records.
    drop((extractor, articles));
    records.compact(&store)?;
    adopt(&store, &job.decisions)?;
    let decisions = decisions::load(&store)?;
    settle(&store, &ontology, records, &decisions, watch, &mut report)?;
    Ok(report)
}

/// Reads articles and gives what they say to `sink`, in their order, some at a time.
///
/// # Errors
/// When the ontology cannot be used, and those of `sink`.
pub fn extract(
    inputs: &Inputs,
    ontology: &[PathBuf],
    watch: &mut dyn Watch,
    mut sink: impl FnMut(Vec<Record>) -> Result<()>,
) -> Result<Report> {
    let mut report = Report::default();
    watch.stage("ontology");
    let ontology = report.time("ontology", |_| Ontology::load(ontology))?;
    let extractor = report.time("matcher", |_| Extractor::new(&ontology));
    let mut articles = source::read(inputs);
    watch.stage("extract");
    let first = report.time("read", |report| next_chunk(&mut articles, watch, report));
    read(&extractor, first, &mut articles, watch, &mut report, |new, _| sink(new))?;
    Ok(report)
}

/// Reads articles whose ids `wanted` accepts and gives `sink` each id with how it is read; the number of bad inputs.
///
/// # Errors
/// When the ontology cannot be used, and those of `sink`.
pub fn explain(
    inputs: &Inputs,
    ontology: &[PathBuf],
    wanted: impl Fn(&str) -> bool,
    watch: &mut dyn Watch,
    mut sink: impl FnMut(&str, &str) -> Result<()>,
) -> Result<usize> {
    let ontology = Ontology::load(ontology)?;
    let extractor = Extractor::new(&ontology);
    let mut problems = 0;
    for article in source::read(inputs) {
        match article {
            Ok(article) if wanted(&article.meta.id) => sink(&article.meta.id, &extractor.explain(&article))?,
            Ok(_) => {}
            Err(e) => {
                problems += 1;
                watch.problem(&e);
            }
        }
    }
    Ok(problems)
}

/// What an evaluation has come to.
#[derive(Clone, Debug)]
pub struct Evaluated {
    /// The counts over all articles compared.
    pub tally: Tally,
    /// Annotated articles that are not among the inputs, sorted.
    pub absent: Vec<String>,
    /// Inputs, articles and annotations that could not be used.
    pub problems: usize,
}

/// Reads the annotated articles among the inputs, compares what is found with the annotations of the folders `gold`, and
/// gives `sink` each article's id with the verdicts.
///
/// # Errors
/// When the ontology or a folder of annotations cannot be used, and those of `sink`; a bad annotation or article is told
/// to `watch` and counted.
pub fn evaluate(
    gold: &[PathBuf],
    inputs: &Inputs,
    ontology: &[PathBuf],
    watch: &mut dyn Watch,
    mut sink: impl FnMut(&str, &[Verdict]) -> Result<()>,
) -> Result<Evaluated> {
    let ontology = Ontology::load(ontology)?;
    let (extractor, likeness) = (Extractor::new(&ontology), Likeness::new(&ontology));
    let mut problems = 0;
    let mut problem = |error: Error| {
        problems += 1;
        watch.problem(&error);
    };
    let annotations = Annotations::read(gold, &likeness.event_types(), &mut problem)?;
    let mut tally = Tally::new(&annotations.sets);
    let mut absent: BTreeSet<&str> = annotations.articles().collect();
    for article in source::read(inputs) {
        match article {
            Ok(article) => {
                let Some((set, annotation)) = annotations.of(&article.meta.id) else {
                    continue;
                };
                let record = extractor.extract(&article);
                let verdicts = compare(&record, annotation, likeness);
                tally.add(set, &verdicts);
                absent.remove(annotation.id.as_str());
                sink(&annotation.id, &verdicts)?;
            }
            Err(error) => problem(error),
        }
    }
    Ok(Evaluated { tally, absent: absent.into_iter().map(str::to_owned).collect(), problems })
}

/// Reads the inputs in parallel, keeping their order and a bounded number of articles in memory.
fn read(
    extractor: &Extractor,
    mut chunk: Vec<Article>,
    articles: &mut source::Articles,
    watch: &mut dyn Watch,
    report: &mut Report,
    mut sink: impl FnMut(Vec<Record>, &mut Report) -> Result<()>,
) -> Result<()> {
    while !chunk.is_empty() {
        report.articles += chunk.len();
        report.dateless += chunk.iter().filter(|a| a.meta.published.is_none()).count();
        report.bytes += chunk.iter().map(|a| a.text.len()).sum::<usize>();
        let records: Vec<Record> = report.time("extract", |_| chunk.par_iter().map(|a| extractor.extract(a)).collect());
        report.facts += records.iter().map(|r| r.facts.len()).sum::<usize>();
        report.taken = articles.taken();
        watch.read(report);
        sink(records, report)?;
        chunk = report.time("read", |report| next_chunk(articles, watch, report));
    }
    Ok(())
}

fn next_chunk(articles: &mut source::Articles, watch: &mut dyn Watch, report: &mut Report) -> Vec<Article> {
    let (mut chunk, mut bytes) = (Vec::new(), 0);
    while chunk.len() < READ && bytes < READ_BYTES {
        match articles.next() {
            Some(Ok(article)) => {
                bytes += article.text.len();
                chunk.push(article);
            }
            Some(Err(error)) => {
                report.problems += 1;
                watch.problem(&error);
            }
            None => break,
        }
    }
    chunk
}
