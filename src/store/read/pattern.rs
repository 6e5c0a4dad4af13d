//! Quads by pattern, with the errors and terms of this crate.

use oxigraph::model::{GraphName, NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Term};
use oxigraph::store::Store;

use crate::error::{Error, Result};
use crate::ontology::vocab::expand;
use crate::store::patience;

/// The text of a literal, or the IRI of a resource.
pub fn text_of(term: &Term) -> String {
    match term {
        Term::NamedNode(node) => node.as_str().to_owned(),
        Term::Literal(literal) => literal.value().to_owned(),
        other => other.to_string(),
    }
}

pub(super) fn quads(
    store: &Store,
    subject: Option<NamedNodeRef<'_>>,
    property: Option<&NamedNode>,
    object: Option<&Term>,
) -> Result<Vec<Quad>> {
    patience::go_on()?;
    store
        .quads_for_pattern(subject.map(Into::into), property.map(|p| p.as_ref()), object.map(|o| o.as_ref()), None)
        .map(|quad| quad.map_err(storage))
        .collect()
}

pub(super) fn graph_of(quad: &Quad) -> &str {
    match &quad.graph_name {
        GraphName::NamedNode(graph) => graph.as_str(),
        _ => "",
    }
}

pub(super) fn resource(node: &NamedOrBlankNode) -> Option<String> {
    match node {
        NamedOrBlankNode::NamedNode(node) => Some(node.as_str().to_owned()),
        NamedOrBlankNode::BlankNode(_) => None,
    }
}

pub(super) fn name(prefixed: &str) -> NamedNode {
    NamedNode::new_unchecked(expand(prefixed).expect("the prefixes used here are in the vocabulary"))
}

/// A failure of the store, whose folder is for the caller to fill in (see [`Error::placed`]).
pub(in crate::store) fn storage(error: oxigraph::store::StorageError) -> Error {
    Error::Store { path: std::path::PathBuf::new(), reason: format!("{error}; rebuild the store from its articles") }
}
