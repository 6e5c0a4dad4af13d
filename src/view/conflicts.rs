//! What contradicts each other in the articles, as the derived graph of the store tells it, with the words of both sides.

use std::cmp::Reverse;

use petgraph::graph::NodeIndex;
use serde::Serialize;

use super::View;
use super::evidence::Shown;
use super::page::Extent;
use crate::error::Result;
use crate::ontology::vocab::local_name;
use crate::store::read::{self, Quads, label_of, proof};

/// The kinds of conflicts as they are asked for, with the local names of their natures.
pub const KINDS: [(&str, &str); 4] = [
    ("two-holders", "TwoHolders"),
    ("rank-fell", "RankFell"),
    ("two-provinces", "TwoProvinces"),
    ("article-contradicts", "ArticleContradicts"),
];

/// The weights of conflicts by their local names, the gravest first.
const GRAVITIES: [&str; 3] = ["Grave", "Serious", "Slight"];

/// Two things that articles tell and that cannot both be so.
#[derive(Clone, Debug, Serialize)]
pub struct Conflict {
    /// Its IRI.
    pub iri: String,
    /// Its kind, one of [`KINDS`].
    pub kind: String,
    /// What contradicts, in the words of the ontology.
    pub label: String,
    /// How much it weighs, by the local name.
    pub gravity: String,
    /// The same in the words of the ontology.
    pub gravity_label: String,
    /// Whether somebody accepted evidence of a side.
    pub settled: bool,
    /// What it is about: posts, ranks and events, then people.
    pub about: Vec<Named>,
    /// Its two sides, in order of time.
    pub sides: Vec<Side>,
}

/// A node that a conflict is about or a side names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its name.
    pub name: String,
    /// Its IRI.
    pub iri: String,
    /// The short id that means exactly it.
    pub id: String,
}

/// One side of a conflict.
#[derive(Clone, Debug, Serialize)]
pub struct Side {
    /// What it says.
    pub says: Vec<Named>,
    /// By which relation it says so, in the words of the ontology, where the sides differ in that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relation: Option<String>,
    /// The first day it says so of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// How many articles speak for it.
    pub articles: usize,
    /// Whether somebody accepted evidence of it.
    pub accepted: bool,
    /// The sentences that speak for it, in order of publication.
    pub evidence: Vec<Shown>,
}

impl View {
    /// The conflicts about a node, or all; the gravest and best attested first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn conflicts(&self, store: &Quads, about: Option<NodeIndex>) -> Result<Vec<Conflict>> {
        Ok(self.conflicts_within(store, about, Extent::ALL)?.0)
    }

    /// The same, no more of them than is asked for, each with all of its words, and how many come after these.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn conflicts_within(
        &self,
        store: &Quads,
        about: Option<NodeIndex>,
        extent: Extent,
    ) -> Result<(Vec<Conflict>, usize)> {
        let mut all = read::conflicts(store, about.map(|at| self.node(at).iri.as_str()))?;
        all.sort_by_cached_key(|told| {
            let gravity = GRAVITIES.iter().position(|name| *name == local_name(&told.gravity));
            let kind = KINDS.iter().position(|(_, name)| *name == local_name(&told.nature));
            let counts = told.sides.iter().map(|side| side.articles.len());
            let (least, sum) = (counts.clone().min(), counts.sum::<usize>());
            (gravity, kind, Reverse(least), Reverse(sum), told.iri.clone())
        });
        let (some, after) = extent.of(all);
        Ok((some.into_iter().map(|told| self.conflict(store, told)).collect::<Result<_>>()?, after))
    }

    fn conflict(&self, store: &Quads, told: read::Conflict) -> Result<Conflict> {
        let nature = local_name(&told.nature);
        let kind = KINDS.iter().find(|(_, name)| *name == nature).map_or(nature, |(kind, _)| kind);
        let label = |term: &str| label_of(store, &format!("vg:{term}"), self.language());
        let mut about = self.all_named(&told.about);
        about
            .sort_by_key(|named| self.find(&named.iri).is_some_and(|at| self.is_a(at, crate::ontology::vocab::PERSON)));
        Ok(Conflict {
            kind: kind.to_owned(),
            label: label(nature)?.unwrap_or_default(),
            gravity: local_name(&told.gravity).to_owned(),
            gravity_label: label(local_name(&told.gravity))?.unwrap_or_default(),
            settled: told.settled,
            about,
            sides: told.sides.iter().map(|side| self.side(store, side)).collect::<Result<_>>()?,
            iri: told.iri,
        })
    }

    /// How many conflicts about a node nobody has settled.
    pub(super) fn open_conflicts(&self, store: &Quads, at: NodeIndex) -> Result<usize> {
        let told = read::conflicts(store, Some(&self.node(at).iri))?;
        Ok(told.iter().filter(|conflict| !conflict.settled).count())
    }

    fn side(&self, store: &Quads, side: &read::Side) -> Result<Side> {
        let among: Vec<usize> = side.articles.iter().filter_map(|iri| self.article(iri)).collect();
        let mut evidence = Vec::new();
        for iri in &side.evidence {
            evidence.extend(proof(store, iri)?.and_then(|proof| self.shown(&among, proof)));
        }
        evidence.sort_by(|a, b| (&a.published, &a.id, a.proof.start).cmp(&(&b.published, &b.id, b.proof.start)));
        let relation = match &side.relation {
            Some(iri) => label_of(store, &format!("vg:{}", local_name(iri)), self.language())?,
            None => None,
        };
        Ok(Side {
            says: self.all_named(&side.says),
            relation,
            from: side.from.clone(),
            until: side.until.clone(),
            articles: side.articles.len(),
            accepted: side.accepted,
            evidence,
        })
    }

    fn all_named(&self, iris: &[String]) -> Vec<Named> {
        let named = |at: NodeIndex| Named {
            name: self.full_caption(at),
            iri: self.node(at).iri.clone(),
            id: self.id(at).to_owned(),
        };
        iris.iter().filter_map(|iri| self.find(iri)).map(named).collect()
    }
}
