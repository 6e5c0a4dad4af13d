//! From when to when a place or body exists, and what took its place.

use oxigraph::model::NamedNodeRef;
use oxigraph::store::Store;

use super::pattern::{name, quads, resource, text_of};
use super::{label_of, schema};
use crate::error::Result;

/// The properties that tell of a lifetime, each with its inverse, in the order in which they are read.
const TOLD: [(&str, Option<&str>); 4] = [
    ("vg:validFrom", None),
    ("vg:validUntil", None),
    ("vg:succeeds", Some("vg:succeededBy")),
    ("vg:succeededBy", Some("vg:succeeds")),
];

/// Something that bounds the existence of a place or body.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bounded {
    /// What it tells, in the words of the ontology.
    pub label: String,
    /// A day, or the IRI of what came before or after.
    pub value: String,
    /// The name of that.
    pub name: Option<String>,
}

/// From when to when a place or body exists, what came before and what after it, each once, in this order.
///
/// # Errors
/// When the store cannot be read.
pub fn lifetime(store: &Store, iri: &str, language: &str) -> Result<Vec<Bounded>> {
    let mut told = Vec::new();
    for (property, inverse) in TOLD {
        let own = NamedNodeRef::new_unchecked(iri);
        let mut values: Vec<String> =
            quads(store, Some(own), Some(&name(property)), None)?.iter().map(|quad| text_of(&quad.object)).collect();
        if let Some(inverse) = inverse {
            let others = quads(store, None, Some(&name(inverse)), Some(&own.into_owned().into()))?;
            values.extend(others.iter().filter_map(|quad| resource(&quad.subject)));
        }
        values.sort();
        values.dedup();
        for value in values {
            let label = label_of(store, property, language)?.unwrap_or_default();
            let name = schema::label(store, &value, &["skos:prefLabel", "rdfs:label"], language)?;
            told.push(Bounded { label, value, name: name.filter(|_| inverse.is_some()) });
        }
    }
    Ok(told)
}
