//! Bringing the store's graphs to what they should be, writing only those that changed.
//!
//! `graphs.tsv` holds a digest of every graph. It is set aside before the first change and written after the last, so
//! that a build that was broken off is found out by the next, which then compares nothing and rewrites every graph.

use std::collections::{HashMap, HashSet};
use std::fs;

use oxigraph::model::{GraphNameRef, NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Triple};
use oxigraph::store::{BulkLoader, StorageError};

use super::compare::{Comparison, Difference, Told};
use super::quads::Graph;
use super::{Store, replace_file, unwritable};
use crate::error::Result;

/// The file of digests in the store's folder.
const NAME: &str = "graphs.tsv";

/// From so many new quads on, they are loaded in bulk.
const BULK: usize = 20_000;

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

/// A store on its way to a new set of graphs, and what that changes for its readers. Each graph changes at once or not at all.
pub struct Sync<'s> {
    store: &'s Store,
    /// What the store has: digest by graph name. An empty digest is one nobody knows.
    before: HashMap<String, String>,
    after: Vec<(String, String)>,
    fresh: Vec<Quad>,
    /// What differs in replaced graphs: quads that go and quads that come.
    stale: (Vec<Quad>, Vec<Quad>),
    bulk: Option<BulkLoader<'s>>,
    changes: Changes,
    comparison: Comparison,
    dirty: bool,
}

impl<'s> Sync<'s> {
    /// Begins; nothing is changed yet.
    ///
    /// # Errors
    /// [`crate::error::Error::Store`] when the store cannot be read.
    pub fn begin(store: &'s Store) -> Result<Sync<'s>> {
        Ok(Sync {
            before: digests(store)?,
            store,
            after: Vec::new(),
            fresh: Vec::new(),
            stale: (Vec::new(), Vec::new()),
            bulk: None,
            changes: Changes::default(),
            comparison: Comparison::default(),
            dirty: false,
        })
    }

    /// Says that `graph` is to be in the store as it is here.
    ///
    /// # Errors
    /// [`crate::error::Error::Store`] when the store cannot be written.
    pub fn want(&mut self, graph: Graph) -> Result<()> {
        let digest = graph.digest();
        let name = graph.name.as_str().to_owned();
        self.changes.quads += graph.quads.len();
        match self.before.remove(&name) {
            Some(known) if known == digest => {
                self.changes.same += 1;
                self.comparison.same();
            }
            Some(_) => {
                // Also where nothing differs: a digest that nobody knew is known then.
                self.set_aside()?;
                self.changes.replaced += 1;
                let old = quads_of(self.store, &name)?;
                let base = self.store.base();
                self.comparison.differs(&name, Told::read(&old, base), Told::read(&graph.quads, base));
                self.replace(old, graph.quads);
            }
            None => {
                self.changes.added += 1;
                self.comparison.differs(&name, None, Told::read(&graph.quads, self.store.base()));
                self.fresh.extend(graph.quads);
            }
        }
        self.after.push((name, digest));
        if self.fresh.len() >= BULK {
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
    pub fn finish(mut self) -> Result<(Changes, Difference)> {
        self.replace_stale()?;
        if self.bulk.is_some() {
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
                let old = Told::read(&quads_of(self.store, name)?, self.store.base());
                self.comparison.differs(name, old, None);
            }
            self.changes.dropped = gone.len();
            drop_graphs(self.store, &gone).map_err(|e| self.store.failed(&e))?;
        }
        if self.dirty {
            self.store.flush().map_err(|e| self.store.failed(&e))?;
            self.after.sort();
            let lines: Vec<String> = self.after.iter().map(|(name, digest)| format!("{digest}\t{name}\n")).collect();
            replace_file(self.store.dir(), NAME, lines.concat().as_bytes())?;
        }
        Ok((self.changes, self.comparison.finish(self.store)?))
    }

    fn load_fresh(&mut self) -> Result<()> {
        self.set_aside()?;
        let store = self.store;
        let loader = self.bulk.get_or_insert_with(|| store.bulk_loader());
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

/// Forgets what the store's graphs were built from, so that the next build makes each of them anew.
///
/// # Errors
/// [`crate::error::Error::Store`] when the store cannot be read or written.
pub(super) fn forget(store: &Store) -> Result<()> {
    let mut names = Vec::new();
    for name in store.named_graphs() {
        if let NamedOrBlankNode::NamedNode(name) = name.map_err(|e| store.failed(&e))? {
            names.push(format!("\t{}\n", name.as_str()));
        }
    }
    names.sort();
    replace_file(store.dir(), NAME, names.concat().as_bytes())
}

/// The name and digest of every graph of a store, in order of names; a digest that nobody knows is made from the quads.
///
/// # Errors
/// [`crate::error::Error::Store`] when the store cannot be read.
pub fn graphs(store: &Store) -> Result<Vec<(String, String)>> {
    let mut graphs: Vec<(String, String)> = digests(store)?.into_iter().collect();
    for (name, digest) in graphs.iter_mut().filter(|(_, digest)| digest.is_empty()) {
        let triples = quads_of(store, name)?.into_iter().map(Triple::from);
        *digest = Graph::new(NamedNode::new_unchecked(name.as_str()), triples).digest();
    }
    graphs.sort();
    Ok(graphs)
}

/// The quads of a graph as the store has them.
///
/// # Errors
/// [`crate::error::Error::Store`] when the store cannot be read.
pub fn quads_of(store: &Store, graph: &str) -> Result<Vec<Quad>> {
    let graph = GraphNameRef::NamedNode(NamedNodeRef::new_unchecked(graph));
    let quads = store.quads_for_pattern(None, None, None, Some(graph));
    quads.map(|quad| quad.map_err(|e| store.failed(&e))).collect()
}

/// The digest of every graph in the store; empty digests where the file of digests is missing or does not fit.
pub(super) fn digests(store: &Store) -> Result<HashMap<String, String>> {
    if let Ok(text) = fs::read_to_string(store.dir().join(NAME)) {
        let lines = text.lines().map(|l| l.split_once('\t'));
        let pairs = lines.map(|l| l.map(|(digest, name)| (name.to_owned(), digest.to_owned())));
        if let Some(known) = pairs.collect() {
            return Ok(known);
        }
    }
    let mut known = HashMap::new();
    for name in store.named_graphs() {
        if let NamedOrBlankNode::NamedNode(name) = name.map_err(|e| store.failed(&e))? {
            known.insert(name.into_string(), String::new());
        }
    }
    Ok(known)
}
