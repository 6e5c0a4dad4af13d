//! A difference in numbers: what is told of a build, which changes too much to list it.

use std::collections::HashSet;

use serde::Serialize;

use super::outcome::{Difference, Others, Things};
use super::told::{Told, folder};
use crate::store::fingerprint;

/// How many differ between two states of a graph, and which people are others now.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// The people.
    pub people: Counts,
    /// The bodies.
    pub bodies: Counts,
    /// The posts.
    pub posts: Counts,
    /// The events.
    pub events: Counts,
    /// Statements that no article made before.
    pub facts_added: usize,
    /// Statements that no article makes now.
    pub facts_gone: usize,
    /// The people who are others now.
    pub others: Others,
}

/// How many people, bodies, posts or events differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Of whom no article spoke that both states have.
    pub added: usize,
    /// Of whom no article speaks any more.
    pub gone: usize,
    /// Who were several, counted as the one they are now.
    pub merged: usize,
    /// Who are several now, counted as the one they were.
    pub split: usize,
    /// Who only have another id.
    pub renamed: usize,
}

impl From<&Things> for Counts {
    fn from(Things { added, gone, others }: &Things) -> Counts {
        let Others { merged, split, renamed } = others;
        Counts {
            added: added.len(),
            gone: gone.len(),
            merged: merged.len(),
            split: split.len(),
            renamed: renamed.len(),
        }
    }
}

impl From<Difference> for Summary {
    fn from(found: Difference) -> Summary {
        let Difference { people, bodies, posts, events, facts_added, facts_gone, .. } = found;
        Summary {
            people: Counts::from(&people),
            bodies: Counts::from(&bodies),
            posts: Counts::from(&posts),
            events: Counts::from(&events),
            facts_added: facts_added.len(),
            facts_gone: facts_gone.len(),
            others: people.others,
        }
    }
}

/// What the articles of a first build tell, counted: all of it is new, so that nothing need be known of it but whether it was told
/// before.
#[derive(Debug, Default)]
pub(in crate::store) struct Novelty {
    known: HashSet<u128>,
    summary: Summary,
}

impl Novelty {
    /// Takes in what the graph of an article tells.
    pub(in crate::store) fn take(&mut self, told: &Told) {
        let Novelty { known, summary } = self;
        for id in told.entities.keys().filter(|id| known.insert(fingerprint(id))) {
            match folder(id) {
                "person" => summary.people.added += 1,
                "body" => summary.bodies.added += 1,
                "post" => summary.posts.added += 1,
                "event" => summary.events.added += 1,
                _ => {}
            }
        }
        summary.facts_added += told.facts.iter().filter(|(_, fact)| known.insert(fingerprint(fact))).count();
    }

    /// All that is new.
    pub(in crate::store) fn summary(self) -> Summary {
        self.summary
    }
}
