//! The provinces, those of now and those that were merged.

use oxigraph::model::{NamedNode, NamedNodeRef};
use oxigraph::store::Store;

use super::pattern::{name, quads, resource, text_of};
use super::schema::{label, literal};
use crate::error::Result;
use crate::ontology::vocab::PROVINCE;

/// A province, as the ontology of the store tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Province {
    /// Its IRI.
    pub iri: String,
    /// Its name.
    pub name: String,
    /// Its official code.
    pub code: Option<String>,
    /// Its first day, where it was not always so.
    pub from: Option<String>,
    /// Its last day.
    pub until: Option<String>,
    /// The IRIs of the provinces it went into, sorted.
    pub into: Vec<String>,
}

/// All provinces, by IRI.
///
/// # Errors
/// When the store cannot be read.
pub fn provinces(store: &Store) -> Result<Vec<Province>> {
    let class = NamedNode::new_unchecked(PROVINCE);
    let found = quads(store, None, Some(&name("rdf:type")), Some(&class.into()))?;
    let mut iris: Vec<String> = found.iter().filter_map(|quad| resource(&quad.subject)).collect();
    iris.sort();
    iris.dedup();
    let province = |iri: String| {
        Ok(Province {
            name: label(store, &iri, &["skos:prefLabel"], "vi")?.unwrap_or_default(),
            code: literal(store, &iri, "dct:identifier")?,
            from: literal(store, &iri, "vg:validFrom")?,
            until: literal(store, &iri, "vg:validUntil")?,
            into: successors(store, &iri)?,
            iri,
        })
    };
    iris.into_iter().map(province).collect()
}

fn successors(store: &Store, iri: &str) -> Result<Vec<String>> {
    let own = NamedNodeRef::new_unchecked(iri);
    let told = quads(store, Some(own), Some(&name("vg:succeededBy")), None)?;
    let mut into: Vec<String> = told.iter().map(|quad| text_of(&quad.object)).collect();
    into.sort();
    into.dedup();
    Ok(into)
}
