//! Conflicts, as the derived graph tells them.

use oxigraph::model::{NamedNode, Term};
use oxigraph::store::Store;

use super::pattern::{name, quads, resource, text_of};
use crate::error::Result;
use crate::ontology::vocab::local_name;

/// Two things that articles tell and that cannot both be so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conflict {
    /// Its IRI.
    pub iri: String,
    /// What contradicts, by the IRI of its nature.
    pub nature: String,
    /// How much it weighs, likewise.
    pub gravity: String,
    /// The IRIs of what it is about, sorted.
    pub about: Vec<String>,
    /// Whether somebody accepted evidence of a side.
    pub settled: bool,
    /// Its sides, in order.
    pub sides: Vec<Side>,
}

/// One side of a conflict.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// Its IRI.
    pub iri: String,
    /// The IRIs of what it says, sorted.
    pub says: Vec<String>,
    /// The IRI of the property by which it says so, where the sides differ in that.
    pub relation: Option<String>,
    /// The first day it says so of.
    pub from: Option<String>,
    /// The last.
    pub until: Option<String>,
    /// The IRIs of its articles, sorted.
    pub articles: Vec<String>,
    /// The IRIs of its evidence, sorted.
    pub evidence: Vec<String>,
    /// Whether somebody accepted evidence of it.
    pub accepted: bool,
}

/// All conflicts, or those about one resource, by IRI.
///
/// # Errors
/// When the store cannot be read.
pub fn conflicts(store: &Store, about: Option<&str>) -> Result<Vec<Conflict>> {
    let found = match about {
        Some(iri) => {
            let object = Term::from(NamedNode::new_unchecked(iri));
            quads(store, None, Some(&name("vg:conflictOf")), Some(&object))?
        }
        None => quads(store, None, Some(&name("rdf:type")), Some(&name("vg:Conflict").into()))?,
    };
    let mut iris: Vec<String> = found.iter().filter_map(|quad| resource(&quad.subject)).collect();
    iris.sort();
    iris.dedup();
    iris.into_iter().map(|iri| conflict(store, iri)).collect()
}

fn conflict(store: &Store, iri: String) -> Result<Conflict> {
    let subject = NamedNode::new_unchecked(&iri);
    let mut conflict = Conflict { iri, ..Conflict::default() };
    for quad in quads(store, Some(subject.as_ref()), None, None)? {
        let value = text_of(&quad.object);
        match local_name(quad.predicate.as_str()) {
            "nature" => conflict.nature = value,
            "gravity" => conflict.gravity = value,
            "conflictOf" => conflict.about.push(value),
            "settled" => conflict.settled = true,
            "hasSide" => conflict.sides.push(side(store, value)?),
            _ => {}
        }
    }
    conflict.about.sort();
    conflict.sides.sort_by(|a, b| a.iri.cmp(&b.iri));
    Ok(conflict)
}

fn side(store: &Store, iri: String) -> Result<Side> {
    let subject = NamedNode::new_unchecked(&iri);
    let mut side = Side { iri, ..Side::default() };
    for quad in quads(store, Some(subject.as_ref()), None, None)? {
        let value = text_of(&quad.object);
        match local_name(quad.predicate.as_str()) {
            "says" => side.says.push(value),
            "relation" => side.relation = Some(value),
            "fromDay" => side.from = Some(value),
            "untilDay" => side.until = Some(value),
            "wasDerivedFrom" => side.articles.push(value),
            "supportedBy" => side.evidence.push(value),
            "accepted" => side.accepted = true,
            _ => {}
        }
    }
    for list in [&mut side.says, &mut side.articles, &mut side.evidence] {
        list.sort();
    }
    Ok(side)
}
