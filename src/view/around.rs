//! What lies around a node, as much of it as can be taken in at a glance.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use petgraph::Direction;
use petgraph::graph::{EdgeIndex, NodeIndex};

use super::View;
use super::period::Period;
use super::slice::Slice;
use super::walk::WEAK;
use crate::error::{Error, Result};
use crate::ontology::vocab::local_name;

/// What of the surroundings is wanted.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// How many steps away a node may be.
    pub depth: usize,
    /// How many nodes there may be beside the one they surround.
    pub limit: usize,
    /// Of which classes they are, given as to [`View::class_named`]; of any where none is given.
    pub classes: Vec<String>,
    /// By which properties they are reached, by local name or label, or one below them; by any where none is given.
    pub relations: Vec<String>,
    /// When what they are reached by is told of; what has no date is of any time.
    pub period: Period,
}

impl View {
    /// The nodes around one, the nearest and most strongly bound first, with the edges between them all.
    ///
    /// No step goes on from a node reached over nothing but weak edges, as in [`View::neighbourhood`].
    ///
    /// # Errors
    /// [`Error::Name`] when there is no such class or property, with those that there are.
    pub fn around(&self, at: NodeIndex, wanted: &Wanted) -> Result<Slice> {
        let classes = self.class_iris(&wanted.classes)?;
        let kinds = self.kinds_named(&wanted.relations)?;
        let keep = |edge: EdgeIndex| {
            let told = self.days_of_edge(edge);
            kinds[self.graph[edge].kind] && told.is_none_or(|(first, last)| wanted.period.meets(first, last))
        };
        let fits = |at: NodeIndex| classes.is_empty() || classes.iter().any(|class| self.is_a(at, class));
        let (mut chosen, mut seen) = (vec![at], BTreeSet::from([at]));
        let (mut level, mut truncated) = (vec![at], false);
        for _ in 0..wanted.depth {
            let mut bound: BTreeMap<NodeIndex, (f64, bool)> = BTreeMap::new();
            for (edge, other) in level.iter().flat_map(|at| self.touching(*at)) {
                if !seen.contains(&other) && fits(other) && keep(edge) {
                    let weight = self.kind(&self.graph[edge]).weight;
                    let held = bound.entry(other).or_default();
                    *held = (held.0 + weight, held.1 || weight >= WEAK);
                }
            }
            let mut found: Vec<(NodeIndex, (f64, bool))> = bound.into_iter().collect();
            found.sort_by(|(a, one), (b, other)| {
                let connected = |at: &NodeIndex| Reverse(self.degree(*at));
                other.0.total_cmp(&one.0).then(connected(a).cmp(&connected(b))).then(a.cmp(b))
            });
            let room = (wanted.limit + 1).saturating_sub(chosen.len());
            truncated |= found.len() > room;
            found.truncate(room);
            seen.extend(found.iter().map(|(at, _)| *at));
            chosen.extend(found.iter().map(|(at, _)| *at));
            level = found.into_iter().filter(|(_, (_, strong))| *strong).map(|(at, _)| at).collect();
        }
        Ok(Slice { truncated, ..self.slice(&chosen, keep) })
    }

    fn touching(&self, at: NodeIndex) -> Vec<(EdgeIndex, NodeIndex)> {
        [Direction::Outgoing, Direction::Incoming].into_iter().flat_map(|way| self.links(at, way)).collect()
    }

    /// Which properties are meant by some names, by their positions in [`View::kinds`].
    fn kinds_named(&self, names: &[String]) -> Result<Vec<bool>> {
        let called = |iri: &str, name: &str| local_name(iri) == local_name(name) || iri == name;
        let mut meant = vec![names.is_empty(); self.kinds().len()];
        for name in names {
            let fits = |kind: &crate::store::read::EdgeKind| {
                let local = name.rsplit(':').next().unwrap_or(name);
                kind.label == *name || called(&kind.iri, local) || kind.above.iter().any(|above| called(above, local))
            };
            let found: Vec<bool> = self.kinds().iter().map(fits).collect();
            if !found.contains(&true) {
                let all: Vec<&str> = self.kinds().iter().map(|kind| local_name(&kind.iri)).collect();
                let reason = format!("`{name}` is no relation of the graph; there are {}", all.join(", "));
                return Err(Error::Name { reason });
            }
            meant.iter_mut().zip(found).for_each(|(meant, found)| *meant |= found);
        }
        Ok(meant)
    }
}
