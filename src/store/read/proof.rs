//! The evidence behind a statement, and what the articles say of one resource.

use std::collections::BTreeMap;

use oxigraph::model::{GraphName, NamedNode, NamedNodeRef, NamedOrBlankNode, Term, Triple};
use oxigraph::store::Store;

use crate::error::Result;
use crate::ontology::vocab::{ACCEPTS, ONTOLOGY_GRAPH, expand};
use crate::store::patience;

use super::fact::Fact;
use super::pattern::{name, resource, storage, text_of};

/// The words that prove a statement, as the store keeps them.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Proof {
    /// The IRI of the reifier.
    pub evidence: String,
    /// Whether somebody has read it and found it right.
    pub accepted: bool,
    /// The IRI of the article.
    pub article: String,
    /// First code point of the quote in the article's text.
    pub start: u64,
    /// One past its last code point.
    pub end: u64,
    /// The exact words.
    pub quote: String,
    /// The sentence around them.
    pub sentence: String,
    /// The cue or rule that found them.
    pub found_by: String,
    /// Between 0 and 1.
    pub confidence: f64,
}

/// One outgoing statement of a resource in the articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The property's IRI.
    pub property: String,
    /// The object.
    pub object: Term,
    /// The IRIs of the graphs that say so, sorted.
    pub graphs: Vec<String>,
}

/// The evidence of one statement, by article and position.
///
/// # Errors
/// When the store cannot be read.
pub fn proofs(store: &Store, subject: &str, property: &str, object: &Term) -> Result<Vec<Proof>> {
    Ok(some_proofs(store, subject, property, object, usize::MAX)?.0)
}

/// At most `most` pieces of the evidence of one statement, by article and position, and whether there are more: the others are
/// not read, of which there may be thousands.
///
/// # Errors
/// When the store cannot be read.
pub fn some_proofs(
    store: &Store,
    subject: &str,
    property: &str,
    object: &Term,
    most: usize,
) -> Result<(Vec<Proof>, bool)> {
    patience::go_on()?;
    let triple = Triple::new(NamedNode::new_unchecked(subject), NamedNode::new_unchecked(property), object.clone());
    let (reifies, said) = (name("rdf:reifies"), Term::from(triple));
    let mut found = Vec::new();
    let mut reifiers = store.quads_for_pattern(None, Some(reifies.as_ref()), Some(said.as_ref()), None);
    for quad in reifiers.by_ref().take(most) {
        let quad = quad.map_err(storage)?;
        let NamedOrBlankNode::NamedNode(reifier) = &quad.subject else {
            continue;
        };
        found.push(of_reifier(store, reifier, Some(&quad.graph_name))?);
    }
    found.sort_by(|a, b| (&a.article, a.start, a.end, &a.found_by).cmp(&(&b.article, b.start, b.end, &b.found_by)));
    found.dedup();
    Ok((found, reifiers.next().is_some()))
}

/// The facts that an article, by its IRI, states, each with its evidence; one that rests on several words several times.
///
/// # Errors
/// When the store cannot be read.
pub fn proofs_in(store: &Store, article: &str) -> Result<Vec<(Fact, Proof)>> {
    let graph = GraphName::from(NamedNode::new_unchecked(article));
    let mut found = Vec::new();
    for quad in store.quads_for_pattern(None, Some(name("rdf:reifies").as_ref()), None, Some(graph.as_ref())) {
        let quad = quad.map_err(storage)?;
        if let (NamedOrBlankNode::NamedNode(reifier), Term::Triple(said)) = (&quad.subject, quad.object)
            && let Some(subject) = resource(&said.subject)
        {
            let fact = Fact { subject, property: said.predicate.into_string(), object: said.object };
            found.push((fact, of_reifier(store, reifier, Some(&graph))?));
        }
    }
    Ok(found)
}

/// The evidence that a reifier, by its IRI, is; none when the store has no such.
///
/// # Errors
/// When the store cannot be read.
pub fn proof(store: &Store, reifier: &str) -> Result<Option<Proof>> {
    let proof = of_reifier(store, &NamedNode::new_unchecked(reifier), None)?;
    Ok(Some(proof).filter(|proof| !proof.article.is_empty()))
}

fn of_reifier(store: &Store, reifier: &NamedNode, graph: Option<&GraphName>) -> Result<Proof> {
    patience::go_on()?;
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for said in store.quads_for_pattern(Some(reifier.as_ref().into()), None, None, graph.map(GraphName::as_ref)) {
        let said = said.map_err(storage)?;
        texts.insert(said.predicate.into_string(), text_of(&said.object));
    }
    let accepts = NamedNodeRef::new_unchecked(ACCEPTS);
    let accepted = store.quads_for_pattern(None, Some(accepts), Some(reifier.as_ref().into()), None).next();
    let accepted = accepted.transpose().map_err(storage)?.is_some();
    let mut take = |property: &str| expand(property).and_then(|p| texts.remove(&p)).unwrap_or_default();
    Ok(Proof {
        evidence: reifier.as_str().to_owned(),
        accepted,
        article: take("prov:wasDerivedFrom"),
        start: take("vg:start").parse().unwrap_or_default(),
        end: take("vg:end").parse().unwrap_or_default(),
        quote: take("vg:quote"),
        sentence: take("vg:sentence"),
        found_by: take("vg:foundBy"),
        confidence: take("vg:confidence").parse().unwrap_or_default(),
    })
}

/// What the graphs other than the ontology say of a resource, by property and object.
///
/// # Errors
/// When the store cannot be read.
pub fn statements(store: &Store, subject: &str) -> Result<Vec<Statement>> {
    let mut found: BTreeMap<(String, String), Statement> = BTreeMap::new();
    let subject = NamedNode::new_unchecked(subject);
    for quad in store.quads_for_pattern(Some(subject.as_ref().into()), None, None, None) {
        let quad = quad.map_err(storage)?;
        let GraphName::NamedNode(graph) = quad.graph_name else {
            continue;
        };
        if graph.as_str() == ONTOLOGY_GRAPH {
            continue;
        }
        let property = quad.predicate.into_string();
        let key = (property.clone(), quad.object.to_string());
        let statement =
            found.entry(key).or_insert_with(|| Statement { property, object: quad.object, graphs: Vec::new() });
        statement.graphs.push(graph.into_string());
    }
    let mut found: Vec<Statement> = found.into_values().collect();
    for statement in &mut found {
        statement.graphs.sort();
        statement.graphs.dedup();
    }
    Ok(found)
}
