//! Bringing the store's graphs to what they should be, writing only those that changed.
//!
//! `graphs.tsv` holds for every graph a digest and the number of its quads; in its last line stands a digest of the lines
//! above, as a file that lost some of them would hide graphs that the store has. It is set aside before the first change and written after the last, so
//! that a build that was broken off is found out by the next, which then compares nothing and rewrites every graph.

mod derive;
mod subjects;

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};

use oxigraph::model::{NamedNode, NamedOrBlankNode, Quad, Triple};
use oxigraph::store::{BulkLoader, StorageError};
use sha2::{Digest, Sha256};

pub(super) use self::subjects::NAME as DERIVED;
use self::subjects::Subjects;
use super::compare::{Comparison, Novelty, Summary, Told};
use super::quads::{Graph, hex};
use super::{Store, kept, replace_file, unwritable};
use crate::error::Result;

/// The file of digests in the store's folder.
const NAME: &str = "graphs.tsv";

/// So many new quads or more are loaded in bulk.
const BULK: usize = 20_000;

/// So many are loaded at a time. Each load is a set of files that the database merges later: the fewer the better, yet the
/// quads of one are in memory.
const LOAD: usize = 60_000;

/// Replaced graphs are committed together up to so many quads.
const TRANSACTION: usize = 20_000;

/// What [`Sync::finish`] did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Graphs that were new.
    pub added: usize,
    /// Graphs whose quads changed.
    pub replaced: usize,
    /// Graphs that are gone.
    pub dropped: usize,
    /// Graphs left as they were.
    pub same: usize,
    /// Quads in all graphs now.
    pub quads: usize,
}

/// What is known of a graph without reading it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// A digest of it or of what it is made from; empty where nobody knows.
    pub digest: String,
    quads: usize,
}

/// A store on its way to a new set of graphs, and what that changes for its readers. Each graph that it has changes at once or not at
/// all.
pub struct Sync<'s> {
    store: &'s Store,
    /// What the store has, by graph name.
    before: HashMap<String, Known>,
    after: Vec<(String, Known)>,
    fresh: Vec<Quad>,
    /// What differs in replaced graphs: quads that go and quads that come.
    stale: (Vec<Quad>, Vec<Quad>),
    bulk: Option<BulkLoader<'s>>,
    changes: Changes,
    /// What the subjects of derived graphs say, before and after.
    said: (Subjects, Subjects),
    comparison: Comparison,
    /// What is told, where the store had nothing to compare it with.
    novelty: Option<Novelty>,
    dirty: bool,
}

impl<'s> Sync<'s> {
    /// Begins; nothing is changed yet.
    ///
    /// # Errors
    /// [`crate::error::Error::Store`] when the store cannot be read.
    pub fn begin(store: &'s Store) -> Result<Sync<'s>> {
        let before = digests(store)?;
        Ok(Sync {
            novelty: before.is_empty().then(Novelty::default),
            before,
            store,
            after: Vec::new(),
            fresh: Vec::new(),
            stale: (Vec::new(), Vec::new()),
            bulk: None,
            changes: Changes::default(),
            said: (Subjects::of(store), Subjects::default()),
            comparison: Comparison::default(),
            dirty: false,
        })
    }

    /// Says that the graph `name` is to be in the store with this digest; whether it is there, and need not be made.
    pub fn keep(&mut self, name: &str, digest: &str) -> bool {
        let Some((name, known)) = self.before.get_key_value(name).filter(|(_, known)| known.digest == digest) else {
            return false;
        };
        self.changes.quads += known.quads;
        self.changes.same += 1;
        self.comparison.same();
        self.after.push((name.clone(), known.clone()));
        let name = name.clone();
        self.before.remove(&name);
        true
    }

    /// Says that `graph` is to be in the store as it is here.
    ///
    /// # Errors
    /// [`crate::error::Error::Store`] when the store cannot be written.
    pub fn want(&mut self, graph: Graph) -> Result<()> {
        let digest = graph.digest();
        if self.keep(graph.name.as_str(), &digest) { Ok(()) } else { self.put(graph, digest) }
    }

    /// The same for a graph that is not to be [kept](Sync::keep), with the digest that it is known by from now on.
    ///
    /// # Errors
    /// [`crate::error::Error::Store`] when the store cannot be written.
    pub fn put(&mut self, graph: Graph, digest: String) -> Result<()> {
        let name = graph.name.as_str().to_owned();
        self.changes.quads += graph.quads.len();
        self.after.push((name.clone(), Known { digest, quads: graph.quads.len() }));
        match self.before.remove(&name) {
            Some(_) => {
                // Also where nothing differs: a digest that nobody knew is known then.
                self.set_aside()?;
                self.changes.replaced += 1;
                let old = self.store.quads_of(&name).collect::<Result<Vec<Quad>>>()?;
                let base = self.store.base();
                self.comparison.differs(&name, Told::read(&old, base), Told::read(&graph.quads, base));
                self.replace(old, graph.quads);
            }
            None => {
                self.changes.added += 1;
                let told = Told::read(&graph.quads, self.store.base());
                match &mut self.novelty {
                    Some(novelty) => told.iter().for_each(|told| novelty.take(told)),
                    None => self.comparison.differs(&name, None, told),
                }
                self.fresh.extend(graph.quads);
            }
        }
        if self.fresh.len() >= LOAD {
            self.load_fresh()?;
        }
        if self.stale.0.len() + self.stale.1.len() >= TRANSACTION {
            self.replace_stale()?;
        }
        Ok(())
    }

    /// Writes what is left, drops every graph that was not wanted, and makes it last; tells what differs now.
    ///
    /// # Errors
    /// [`crate::error::Error::Store`] when the store cannot be written.
    pub fn finish(mut self) -> Result<(Changes, Summary)> {
        self.replace_stale()?;
        if self.bulk.is_some() || self.fresh.len() >= BULK {
            self.load_fresh()?;
        } else if !self.fresh.is_empty() {
            self.set_aside()?;
            let quads = std::mem::take(&mut self.fresh);
            let insert = || {
                let mut transaction = self.store.start_transaction()?;
                transaction.extend(&quads);
                transaction.commit()
            };
            insert().map_err(|e| self.store.failed(&e))?;
        }
        if let Some(loader) = self.bulk.take() {
            loader.commit().map_err(|e| self.store.failed(&e))?;
        }
        let mut gone: Vec<String> = std::mem::take(&mut self.before).into_keys().collect();
        gone.sort();
        if !gone.is_empty() {
            self.set_aside()?;
            for name in &gone {
                let old = self.store.quads_of(name).collect::<Result<Vec<Quad>>>()?;
                let old = Told::read(&old, self.store.base());
                self.comparison.differs(name, old, None);
            }
            self.changes.dropped = gone.len();
            drop_graphs(self.store, &gone).map_err(|e| self.store.failed(&e))?;
        }
        if self.dirty {
            self.store.flush().map_err(|e| self.store.failed(&e))?;
            write_known(self.store, std::mem::take(&mut self.after))?;
            self.said.1.keep(self.store);
        }
        let summary = match self.novelty {
            Some(novelty) => novelty.summary(),
            None => self.comparison.finish(self.store)?.into(),
        };
        Ok((self.changes, summary))
    }

    fn load_fresh(&mut self) -> Result<()> {
        self.set_aside()?;
        let store = self.store;
        // The graphs of one load come all at once, which is enough: a build that breaks off is taken up by the next.
        let loader = self.bulk.get_or_insert_with(|| store.bulk_loader().without_atomicity());
        let quads = std::mem::take(&mut self.fresh);
        loader.load_quads(quads).map_err(|e| store.failed(&e))
    }

    /// Notes what differs between the quads of a graph as they are and as they are to be.
    fn replace(&mut self, old: Vec<Quad>, new: Vec<Quad>) {
        let mut gone: HashSet<Quad> = old.into_iter().collect();
        self.stale.1.extend(new.into_iter().filter(|quad| !gone.remove(quad)));
        self.stale.0.extend(gone);
    }

    fn replace_stale(&mut self) -> Result<()> {
        let (gone, come) = std::mem::take(&mut self.stale);
        if gone.is_empty() && come.is_empty() {
            return Ok(());
        }
        let replace = || {
            let mut transaction = self.store.start_transaction()?;
            // First what goes: a literal written otherwise may be the same to the store.
            gone.iter().for_each(|quad| transaction.remove(quad));
            transaction.extend(&come);
            transaction.commit()
        };
        replace().map_err(|e| self.store.failed(&e))
    }

    /// Sets the digests aside before the first change.
    fn set_aside(&mut self) -> Result<()> {
        if self.dirty {
            return Ok(());
        }
        self.dirty = true;
        set_aside(self.store)
    }
}

/// Removes the table of digests: whoever opens the store next knows nothing of its graphs but their names.
pub(super) fn set_aside(store: &Store) -> Result<()> {
    kept::forget(store.dir());
    let path = store.dir().join(NAME);
    if !path.exists() {
        return Ok(());
    }
    fs::remove_file(path).map_err(|e| unwritable(store.dir(), NAME, &e))
}

fn drop_graphs(store: &Store, names: &[String]) -> std::result::Result<(), StorageError> {
    let mut transaction = store.start_transaction()?;
    for name in names {
        transaction.remove_named_graph(NamedNode::new_unchecked(name).as_ref())?;
    }
    transaction.commit()
}

/// Whether the last change of the store's graphs came to its end.
pub fn is_settled(store: &Store) -> bool {
    store.dir().join(NAME).exists()
}

/// What tells the state of a store's graphs from any other, without reading them; none where that is not known.
pub(super) fn state(store: &Store) -> Option<String> {
    let mut file = File::open(store.dir().join(NAME)).ok()?;
    let (mut first, mut last) = ([0], String::new());
    file.read_exact(&mut first).ok()?;
    file.seek(SeekFrom::End(-i64::try_from(SEAL).ok()?)).ok()?;
    file.read_to_string(&mut last).ok()?;
    let sealed = last.strip_suffix('\n')?.bytes().all(|b| b.is_ascii_hexdigit());
    // Where the first graph has no digest none has, and what the graphs hold is told by nothing here.
    (sealed && first != *b"\t").then_some(last)
}

/// What tells a [state](state) of a store for a use from any other.
pub(super) type State = [u8; 32];

/// The state of a store together with what else what is made from it depends on: its language, the code that makes it.
pub(super) fn state_for<'t>(store: &Store, told: impl IntoIterator<Item = &'t &'t str>) -> Option<State> {
    let mut hash = Sha256::new();
    hash.update(state(store)?);
    told.into_iter().for_each(|part| hash.update(part));
    Some(hash.finalize().into())
}

/// Forgets what the store's graphs were built from, so that the next build makes each of them anew.
///
/// # Errors
/// [`crate::error::Error::Store`] when the store cannot be read or written.
pub(super) fn forget(store: &Store) -> Result<()> {
    write_known(store, unknown(store)?)
}

/// The names of the store's graphs, of which no more is known.
fn unknown(store: &Store) -> Result<Vec<(String, Known)>> {
    let mut names = Vec::new();
    for name in store.named_graphs() {
        if let NamedOrBlankNode::NamedNode(name) = name.map_err(|e| store.failed(&e))? {
            names.push((name.into_string(), Known::default()));
        }
    }
    Ok(names)
}

fn write_known(store: &Store, mut graphs: Vec<(String, Known)>) -> Result<()> {
    graphs.sort_by(|a, b| a.0.cmp(&b.0));
    let lines = graphs.iter().map(|(name, Known { digest, quads })| format!("{digest}\t{quads}\t{name}\n"));
    let mut text: String = lines.collect();
    text.push_str(&seal(&text));
    replace_file(store.dir(), NAME, text.as_bytes())
}

/// How many bytes the last line of a file of digests has.
const SEAL: usize = 65;

/// The last line of a file of digests.
fn seal(lines: &str) -> String {
    format!("{}\n", hex(&Sha256::digest(lines)))
}

fn read_known(text: &str) -> Option<HashMap<String, Known>> {
    let end = text.trim_end().rfind('\n').map_or(0, |at| at + 1);
    let (lines, last) = text.split_at(end);
    let known = |line: &str| {
        let (digest, rest) = line.split_once('\t')?;
        let (quads, name) = rest.split_once('\t')?;
        Some((name.to_owned(), Known { digest: digest.to_owned(), quads: quads.parse().ok()? }))
    };
    (last == seal(lines)).then(|| lines.lines().map(known).collect()).flatten()
}

/// The name and digest of every graph of a store, in order of names; a digest that nobody knows is made from the quads.
///
/// # Errors
/// [`crate::error::Error::Store`] when the store cannot be read.
pub fn graphs(store: &Store) -> Result<Vec<(String, String)>> {
    let known = digests(store)?.into_iter().map(|(name, known)| (name, known.digest));
    let mut graphs: Vec<(String, String)> = known.collect();
    for (name, digest) in graphs.iter_mut().filter(|(_, digest)| digest.is_empty()) {
        let triples = store.quads_of(name).map(|quad| Ok(quad?.into())).collect::<Result<Vec<Triple>>>()?;
        *digest = Graph::new(NamedNode::new_unchecked(name.as_str()), triples).digest();
    }
    graphs.sort();
    Ok(graphs)
}

/// What is known of every graph in the store: their names alone where the file of digests is missing or does not fit.
pub(super) fn digests(store: &Store) -> Result<HashMap<String, Known>> {
    let found = fs::read_to_string(store.dir().join(NAME)).ok().and_then(|text| read_known(&text));
    found.map_or_else(|| Ok(unknown(store)?.into_iter().collect()), Ok)
}
