//! From records to the graphs of a store, under the decisions of people.

use std::collections::HashSet;
use std::path::PathBuf;

use rayon::prelude::*;

use super::{Report, Watch};
use crate::error::{Error, Result};
use crate::extract::record::Record;
use crate::ontology::{Ontology, vocab};
use crate::resolve::decisions::Decisions;
use crate::resolve::{Gazetteer, Link, Resolution};
use crate::store::derived::derived_graphs;
use crate::store::quads::{Graph, article_graph, article_iri};
use crate::store::records::{Log, Records};
use crate::store::sources::Sources;
use crate::store::write::Sync;
use crate::store::{Store, decisions, names};

/// How many graphs are in memory at a time while writing.
const WRITE: usize = 512;

/// Resolves the records of a store, in order of ids, and brings its graphs to what they say.
pub(super) fn settle(
    store: &Store,
    ontology: &Ontology,
    records: Records,
    decisions: &Decisions,
    watch: &mut dyn Watch,
    report: &mut Report,
) -> Result<()> {
    let (mut records, log) = records.into_parts(store);
    watch.stage("resolve");
    let gazetteer = Gazetteer::new(ontology);
    let resolution = report.time("resolve", |_| Resolution::decided(&mut records, &gazetteer, decisions, store.base()));
    watch.stage("store");
    write(store, ontology, (&mut records, &log), decisions, &resolution, report)
}

/// Forgets what only resolving looks at: names, and the words of facts that neither conflicts nor decisions quote.
fn forget_resolved(records: &mut [Record], resolution: &Resolution) {
    let quoted = resolution.quoted();
    records.par_iter_mut().for_each(|record| {
        let Record { article, entities, facts } = record;
        (article.title, article.signature) = (None, String::new());
        for entity in entities {
            (entity.label, entity.variants) = (String::new(), Vec::new());
        }
        if !quoted.contains(article.id.as_str()) {
            facts.iter_mut().for_each(|fact| fact.evidence = Vec::new());
        }
    });
}

/// Brings the graphs of a store to what a resolution makes of its records, of which no more is kept than that takes.
pub(super) fn write(
    store: &Store,
    ontology: &Ontology,
    (records, log): (&mut [Record], &Log),
    decisions: &Decisions,
    resolution: &Resolution,
    report: &mut Report,
) -> Result<()> {
    report.decisions = decisions.entries.iter().cloned().zip(resolution.outcomes().iter().cloned()).collect();
    report.copies = resolution.copies().len();
    forget_resolved(records, resolution);
    let records = &*records;
    (report.graphs, report.difference) = report.time("store", |_| {
        let mut sync = Sync::begin(store)?;
        sync.want(ontology_graph(ontology))?;
        let sources = Sources::new(resolution);
        for (chunk, records) in records.chunks(WRITE).enumerate() {
            articles(&mut sync, (chunk * WRITE, records), log, &sources, resolution)?;
        }
        let rest = || {
            derived_graphs(records, decisions, resolution, |graph| sync.derive(graph))?;
            sync.finish()
        };
        let (done, names) = rayon::join(rest, || names::of(ontology, records, resolution));
        let done = done?;
        if !names::are_kept(store) {
            names::keep(store, &names);
        }
        Ok::<_, Error>(done)
    })?;
    Ok(())
}

/// Brings the graphs of some articles, with the place of the first, to what a resolution makes of them; those made from the same as
/// before stay.
fn articles(
    sync: &mut Sync<'_>,
    (first, records): (usize, &[Record]),
    log: &Log,
    sources: &Sources<'_>,
    resolution: &Resolution,
) -> Result<()> {
    let state = |(n, record): (usize, &Record)| {
        let name = article_iri(resolution.base(), &record.article.id);
        (name, sources.digest(record, log.digest(first + n)))
    };
    let states: Vec<_> = records.par_iter().enumerate().map(state).collect();
    let stale = states.into_iter().enumerate().filter(|(_, (name, digest))| !sync.keep(name.as_str(), digest));
    let (stale, digests): (Vec<usize>, Vec<String>) = stale.map(|(n, (_, digest))| (first + n, digest)).unzip();
    let graph = |mut record: Record| {
        resolution.strike(&mut record);
        article_graph(&record, resolution)
    };
    let graphs: Vec<Graph> = log.read(&stale)?.into_par_iter().map(graph).collect();
    graphs.into_iter().zip(digests).try_for_each(|(graph, digest)| sync.put(graph, digest))
}

/// Adds the lines of files of decisions to those of a store, of equal ones as many as it lacks.
pub(super) fn adopt(store: &Store, files: &[PathBuf]) -> Result<()> {
    let mut known: HashSet<String> = decisions::load(store)?.entries.into_iter().map(|e| e.id).collect();
    for file in files {
        // The id of a line tells how often it stood before.
        let new = decisions::read(file)?.entries.into_iter().filter(|e| known.insert(e.id.clone()));
        decisions::append(store, &new.map(|e| e.text).collect::<Vec<_>>())?;
    }
    Ok(())
}

/// Resolves records, which have distinct article ids, under the decisions of some files, and gives each article's graph to
/// `sink`, in order of ids; with `links` each article's link to that, and only the graphs that follow from all to `sink`.
///
/// # Errors
/// When the ontology or a file of decisions cannot be used, and those of `sink` and `links`.
pub fn resolve(
    mut records: Vec<Record>,
    ontology: &[PathBuf],
    files: &[PathBuf],
    base: &str,
    links: Option<&mut dyn FnMut(Link) -> Result<()>>,
    mut sink: impl FnMut(Graph) -> Result<()>,
) -> Result<()> {
    let ontology = Ontology::load(ontology)?;
    let mut decisions = Decisions::default();
    for file in files {
        decisions.entries.extend(decisions::read(file)?.entries);
    }
    records.sort_by(|a, b| a.article.id.cmp(&b.article.id));
    let resolution = Resolution::decided(&mut records, &Gazetteer::new(&ontology), &decisions, base);
    match links {
        Some(links) => {
            records.iter().try_for_each(|record| links(resolution.link(&record.article.id)))?;
            derived_graphs(&records, &decisions, &resolution, |graph| sink(graph.whole()))
        }
        None => graphs(&records, &decisions, &resolution, sink),
    }
}

fn graphs(
    records: &[Record],
    decisions: &Decisions,
    resolution: &Resolution,
    mut sink: impl FnMut(Graph) -> Result<()>,
) -> Result<()> {
    for chunk in records.chunks(WRITE) {
        let graphs: Vec<Graph> = chunk.par_iter().map(|r| article_graph(r, resolution)).collect();
        graphs.into_iter().try_for_each(&mut sink)?;
    }
    derived_graphs(records, decisions, resolution, |graph| sink(graph.whole()))
}

fn ontology_graph(ontology: &Ontology) -> Graph {
    let name = oxigraph::model::NamedNode::new_unchecked(vocab::ONTOLOGY_GRAPH);
    let triples = ontology.files.iter().flat_map(|f| f.triples.iter().cloned());
    Graph::new(name, triples)
}
