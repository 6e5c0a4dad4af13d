//! Derived graphs: many quads, of which a new article changes few.

use std::collections::{BTreeSet, HashSet};

use oxigraph::model::Quad;

use super::super::derived::Derived;
use super::super::fingerprint;
use super::super::quads::QuadsDigest;
use super::subjects::{Gathering, name_of};
use super::{Known, LOAD, Sync};
use crate::error::Result;

impl Sync<'_> {
    /// The same as [`Sync::want`] for a derived graph, of which a fingerprint a quad is in memory, and whole quads as many as are
    /// written at a time.
    ///
    /// # Errors
    /// [`crate::error::Error::Store`] when the store cannot be read or written.
    pub fn derive(&mut self, graph: &Derived<'_>) -> Result<()> {
        let is_new = !self.before.contains_key(graph.name());
        let (mut digest, mut subjects) = (QuadsDigest::default(), Gathering::default());
        for quad in graph.quads() {
            subjects.add(&quad, digest.add(&quad));
            if is_new {
                self.fresh.push(quad);
            }
            if self.fresh.len() >= LOAD {
                self.load_fresh()?;
            }
        }
        let (quads, digest, now) = (digest.quads, digest.hex(), subjects.saying());
        let differing = self.said.0.differing(graph.name(), &now);
        self.said.1.set(graph.name(), now);
        if self.keep(graph.name(), &digest) {
            return Ok(());
        }
        self.comparison.differs(graph.name(), None, None);
        self.changes.quads += quads;
        self.after.push((graph.name().to_owned(), Known { digest, quads }));
        if is_new {
            self.changes.added += 1;
            return Ok(());
        }
        self.before.remove(graph.name());
        self.set_aside()?;
        self.changes.replaced += 1;
        self.revise(graph, differing.as_ref())
    }

    /// Writes what differs in a derived graph that the store has; `subjects`: of whom something else is said, where that is known.
    fn revise(&mut self, graph: &Derived<'_>, subjects: Option<&BTreeSet<String>>) -> Result<()> {
        let concerned = |quad: &Quad| subjects.is_none_or(|all| all.contains(name_of(quad)));
        let mut new: HashSet<u128> = graph.quads().filter(concerned).map(|quad| fingerprint(&quad)).collect();
        let mut old = |quad: Result<Quad>| {
            let quad = quad?;
            if !new.remove(&fingerprint(&quad)) {
                self.stale.0.push(quad);
            }
            Ok(())
        };
        match subjects {
            None => self.store.quads_of(graph.name()).try_for_each(&mut old)?,
            Some(all) => {
                all.iter().try_for_each(|of| self.store.quads_about(of, graph.name()).try_for_each(&mut old))?
            }
        }
        self.stale.1.extend(graph.quads().filter(|quad| new.contains(&fingerprint(quad))));
        self.replace_stale()
    }
}
