//! What each subject of the derived graphs says, as a digest: `derived.bin`, beside the quads.
//!
//! An article more or less changes a few tenures among tens of thousands. With these digests only what is said of those is read from
//! the store to find out what goes and what comes; without them all of the graph is.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{NamedOrBlankNode, Quad};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::super::{Store, kept};

/// The name of the file in the store's folder.
pub(in crate::store) const NAME: &str = "derived.bin";

/// The code that makes the digests: those of another are not read.
const CODE: [&str; 1] = [include_str!("subjects.rs")];

/// Sixteen bytes leave no two things alike.
type Short = [u8; 16];

/// The digests of all subjects of some graphs, by the names of these.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Subjects(BTreeMap<String, Saying>);

/// The digests of the subjects of one graph.
pub(super) type Saying = BTreeMap<String, Short>;

impl Subjects {
    /// Those of a store as it is now; none where they are not kept.
    pub(super) fn of(store: &Store) -> Subjects {
        kept::get(store, NAME, &CODE).unwrap_or_default()
    }

    /// Keeps them of a store as it is now.
    pub(super) fn keep(&self, store: &Store) {
        kept::put(store, NAME, &CODE, self);
    }

    pub(super) fn set(&mut self, graph: &str, saying: Saying) {
        self.0.insert(graph.to_owned(), saying);
    }

    /// The subjects of which a graph now says something else than what is known of it here; none where nothing is known of it.
    pub(super) fn differing(&self, graph: &str, now: &Saying) -> Option<BTreeSet<String>> {
        let before = self.0.get(graph)?;
        let gone = before.keys().filter(|subject| !now.contains_key(*subject));
        let changed = now.iter().filter(|(subject, digest)| before.get(*subject) != Some(digest));
        Some(gone.chain(changed.map(|(subject, _)| subject)).cloned().collect())
    }
}

/// What the subjects of a graph in the making say.
#[derive(Default)]
pub(super) struct Gathering(BTreeMap<String, Vec<Short>>);

impl Gathering {
    /// Takes in a quad and how it is written.
    pub(super) fn add(&mut self, quad: &Quad, line: &str) {
        self.0.entry(name_of(quad).to_owned()).or_default().push(short(line.as_bytes()));
    }

    /// The digests, which do not depend on the order of the quads.
    pub(super) fn saying(self) -> Saying {
        let digest = |mut lines: Vec<Short>| {
            lines.sort_unstable();
            short(&lines.concat())
        };
        self.0.into_iter().map(|(subject, lines)| (subject, digest(lines))).collect()
    }
}

fn short(bytes: &[u8]) -> Short {
    Sha256::digest(bytes)[..size_of::<Short>()].try_into().expect("a digest is longer")
}

/// The subject of a quad of a derived graph, in which everything has an IRI.
pub(super) fn name_of(quad: &Quad) -> &str {
    match &quad.subject {
        NamedOrBlankNode::NamedNode(node) => node.as_str(),
        NamedOrBlankNode::BlankNode(node) => node.as_str(),
    }
}
