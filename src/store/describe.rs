//! All that the store says of one resource, each fact with its evidence.

use std::collections::BTreeSet;

use oxigraph::model::vocab::rdf;
use oxigraph::model::{NamedNode, NamedOrBlankNode, Term, Triple};
use oxigraph::store::Store;

use super::patience;
use super::read::failed;
use crate::error::Result;

/// The statements whose subject or object a resource is, with the reifiers that prove them; nothing for one that the
/// store does not know.
///
/// # Errors
/// When the store cannot be read.
pub fn describe(store: &Store, iri: &str) -> Result<Vec<Triple>> {
    let node = NamedNode::new_unchecked(iri);
    let mut told: BTreeSet<String> = BTreeSet::new();
    let mut triples = Vec::new();
    let mut tell = |triple: Triple| {
        let new = told.insert(triple.to_string());
        if new {
            triples.push(triple);
        }
        new
    };
    let own = store.quads_for_pattern(Some(node.as_ref().into()), None, None, None);
    let others = store.quads_for_pattern(None, None, Some(node.as_ref().into()), None);
    for quad in own.chain(others) {
        let triple = Triple::from(quad.map_err(failed)?);
        if !tell(triple.clone()) {
            continue;
        }
        patience::go_on()?;
        let said = Term::from(triple);
        for quad in store.quads_for_pattern(None, Some(rdf::REIFIES), Some(said.as_ref()), None) {
            let NamedOrBlankNode::NamedNode(reifier) = quad.map_err(failed)?.subject else {
                continue;
            };
            for quad in store.quads_for_pattern(Some(reifier.as_ref().into()), None, None, None) {
                tell(quad.map_err(failed)?.into());
            }
        }
    }
    Ok(triples)
}
