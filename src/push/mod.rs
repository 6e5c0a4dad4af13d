//! The graphs of a store, sent to a SPARQL 1.1 Graph Store: those that changed since the last time, each by a request of its own.

mod client;
mod journal;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};

use oxigraph::model::{NamedOrBlankNode, Quad, Term};

use self::client::{Client, Refused, Verb};
pub use self::client::{Login, Options};
use self::journal::Journal;
use crate::error::{Error, Result};
use crate::ontology::vocab::ONTOLOGY_GRAPH;
use crate::store::rdf11::to_rdf11;
use crate::store::snapshot::stamp;
use crate::store::{Store, write};

/// What is to be sent, and where.
pub struct Job {
    /// The store's folder.
    pub store: PathBuf,
    /// The Graph Store.
    pub url: String,
    /// The file that tells what it has; without one, a file in the store's folder.
    pub journal: Option<PathBuf>,
    /// Which graphs.
    pub graphs: Graphs,
    /// Whether evidence goes as RDF 1.2 reifiers, not as `rdf:Statement`.
    pub rdf12: bool,
    /// How many requests run at a time.
    pub jobs: usize,
    /// How many bytes one request carries; larger graphs take several.
    pub part: usize,
    /// How the address is spoken to.
    pub options: Options,
}

/// Which graphs of a store are sent.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Graphs {
    /// Those of articles alone.
    Articles,
    /// Those and what follows from them.
    Derived,
    /// All, the ontology too.
    Ontology,
}

/// What is to be done to bring an address to what the store has.
#[derive(Default)]
pub struct Plan {
    /// Graphs to send, each with the mark it gets in the journal, in order of names.
    pub send: Vec<(String, String)>,
    /// Graphs to delete, in order.
    pub delete: Vec<String>,
    /// Graphs that are there as they are here.
    pub same: usize,
}

/// What was done.
#[derive(Default)]
pub struct Report {
    /// Graphs sent.
    pub sent: usize,
    /// Triples in them.
    pub triples: usize,
    /// Bytes of them.
    pub bytes: usize,
    /// Graphs deleted.
    pub deleted: usize,
    /// Graphs that the server did not take.
    pub refused: usize,
    /// Requests that were sent again.
    pub again: usize,
    /// What ended it early.
    pub failed: Option<Error>,
}

/// Is told what happens.
pub trait Watch {
    /// A graph is done with.
    fn done(&mut self);
    /// The server does not take a graph; the rest goes on.
    fn problem(&mut self, error: &Error);
}

/// A push that is ready to go: the store held still, and what differs.
pub struct Push<'j> {
    job: &'j Job,
    store: Store,
    journal: PathBuf,
    there: std::collections::HashMap<String, String>,
    plan: Plan,
}

impl<'j> Push<'j> {
    /// Compares the store with what the journal says that the address has; nothing is sent yet.
    ///
    /// # Errors
    /// [`Error::Store`] when the store cannot be read, [`Error::Output`] when the journal cannot.
    pub fn prepare(job: &'j Job) -> Result<Push<'j>> {
        let (store, graphs) = held_still(&job.store)?;
        let journal = job.journal.clone().unwrap_or_else(|| journal::default_path(store.dir(), &job.url));
        let there = journal::read(&journal, &job.url)?;
        let articles = format!("{}article/", store.base());
        let wanted = |graph: &str| match job.graphs {
            Graphs::Articles => graph.starts_with(&articles),
            Graphs::Derived => graph != ONTOLOGY_GRAPH,
            Graphs::Ontology => true,
        };
        let mut plan = Plan::default();
        let mut gone = there.clone();
        for (graph, digest) in graphs.into_iter().filter(|(graph, _)| wanted(graph)) {
            let mark = format!("{} {digest}", if job.rdf12 { "1.2" } else { "1.1" });
            match gone.remove(&graph) {
                Some(known) if known == mark => plan.same += 1,
                _ => plan.send.push((graph, mark)),
            }
        }
        plan.delete = gone.into_keys().collect();
        plan.delete.sort();
        Ok(Push { job, store, journal, there, plan })
    }

    /// What is to be done.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Does it, several requests at a time; what is done is noted at once, so that a push that is broken off is taken up by the next.
    ///
    /// # Errors
    /// [`Error::Output`] when the journal cannot be written. What ends it later is in the report.
    pub fn run(&self, watch: &mut dyn Watch) -> Result<Report> {
        let mut report = Report::default();
        let (sends, all) = (self.plan.send.len(), self.plan.send.len() + self.plan.delete.len());
        if all == 0 {
            return Ok(report);
        }
        let journal = Journal::open(&self.journal, &self.job.url, &self.there)?;
        journal.begin(self.plan.send.iter().map(|(graph, _)| graph.as_str()))?;
        let client = Client::new(&self.job.url, &self.job.options);
        let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
        let work = |told: &Sender<Told>| {
            while !stop.load(Ordering::Relaxed) {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let done = match at {
                    at if at < sends => self.send(&self.plan.send[at], &client, &journal),
                    at if at < all => self.delete(&self.plan.delete[at - sends], &client, &journal),
                    _ => break,
                };
                stop.fetch_or(matches!(done, Told::Failed(_)), Ordering::Relaxed);
                // Who listens goes last.
                let _ = told.send(done);
            }
        };
        std::thread::scope(|scope| {
            let (told, events) = channel();
            for _ in 0..self.job.jobs.clamp(1, all) {
                let (told, work) = (told.clone(), &work);
                scope.spawn(move || work(&told));
            }
            drop(told);
            events.into_iter().for_each(|event| report.take(event, watch));
        });
        Ok(report)
    }

    fn send(&self, (graph, mark): &(String, String), client: &Client<'_>, journal: &Journal) -> Told {
        let sent = || {
            let content = Content::read(&self.store, graph, self.job).map_err(Refused::All)?;
            let mut again = 0;
            for (at, part) in content.parts.iter().enumerate() {
                again += client.send(if at == 0 { Verb::Put } else { Verb::Post }, graph, part)?;
            }
            journal.sent(graph, mark).map_err(Refused::All)?;
            Ok(Told::Sent(content.triples, content.parts.iter().map(String::len).sum(), again))
        };
        self.told(graph, sent())
    }

    fn delete(&self, graph: &str, client: &Client<'_>, journal: &Journal) -> Told {
        let deleted = || {
            let again = client.send(Verb::Delete, graph, "")?;
            journal.gone(graph).map_err(Refused::All)?;
            Ok(Told::Deleted(again))
        };
        self.told(graph, deleted())
    }

    fn told(&self, graph: &str, done: std::result::Result<Told, Refused>) -> Told {
        done.unwrap_or_else(|refused| match refused {
            Refused::Graph(reason) => {
                Told::Refused(Error::Push { url: self.job.url.clone(), reason: format!("<{graph}>: {reason}") })
            }
            Refused::All(error) => Told::Failed(error),
        })
    }
}

/// What became of one graph.
enum Told {
    /// So many triples and bytes, and how often a request was sent again.
    Sent(usize, usize, u32),
    Deleted(u32),
    Refused(Error),
    Failed(Error),
}

impl Report {
    fn take(&mut self, told: Told, watch: &mut dyn Watch) {
        match told {
            Told::Sent(triples, bytes, again) => {
                self.sent += 1;
                self.triples += triples;
                self.bytes += bytes;
                self.again += again as usize;
            }
            Told::Deleted(again) => {
                self.deleted += 1;
                self.again += again as usize;
            }
            Told::Refused(error) => {
                self.refused += 1;
                watch.problem(&error);
            }
            Told::Failed(error) => {
                self.failed.get_or_insert(error);
                return;
            }
        }
        watch.done();
    }
}

/// A store that builds do not change any more, with the names and digests of its graphs.
fn held_still(dir: &Path) -> Result<(Store, Vec<(String, String)>)> {
    loop {
        let before = stamp(dir);
        let store = Store::snapshot(dir)?;
        let graphs = write::graphs(&store)?;
        // Else a build was done between the two.
        if stamp(dir) == before {
            return Ok((store, graphs));
        }
    }
}

/// A graph as N-Triples, in parts of a size that servers take.
struct Content {
    parts: Vec<String>,
    triples: usize,
}

impl Content {
    fn read(store: &Store, graph: &str, job: &Job) -> Result<Content> {
        let quads = store.quads_of(graph).collect::<Result<Vec<_>>>()?;
        // A blank node is one within one request only.
        let part = if quads.iter().any(has_blank_node) { usize::MAX } else { job.part };
        let mut content = Content { parts: vec![String::new()], triples: 0 };
        for quad in quads {
            let said = if job.rdf12 { Ok(vec![quad]) } else { to_rdf11(quad) };
            let said = said.map_err(|quad| Error::Store {
                path: store.dir().to_owned(),
                reason: format!("holds {quad}, which RDF 1.1 cannot say; send it with --rdf12"),
            })?;
            content.triples += said.len();
            for quad in said {
                content.add(&format!("{} {} {} .\n", quad.subject, quad.predicate, quad.object), part);
            }
        }
        Ok(content)
    }

    fn add(&mut self, line: &str, part: usize) {
        match self.parts.last_mut() {
            Some(last) if last.is_empty() || last.len() + line.len() <= part => last.push_str(line),
            _ => self.parts.push(line.to_owned()),
        }
    }
}

fn has_blank_node(quad: &Quad) -> bool {
    matches!(quad.subject, NamedOrBlankNode::BlankNode(_)) || matches!(quad.object, Term::BlankNode(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_graph_goes_in_parts_of_whole_lines() {
        let mut content = Content { parts: vec![String::new()], triples: 0 };
        for line in ["123456789\n", "1\n", "12\n", "a line longer than a part\n", "1\n"] {
            content.add(line, 12);
        }
        assert_eq!(content.parts, ["123456789\n1\n", "12\n", "a line longer than a part\n", "1\n"]);
    }
}
