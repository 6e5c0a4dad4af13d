//! Facts about a resource: the statements that carry evidence, what else a sentence says, and who found it.

use std::collections::BTreeSet;

use oxigraph::model::{GraphName, Literal, NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Term};
use oxigraph::store::Store;

use super::pattern::{graph_of, name, quads, resource, storage, text_of};
use super::schema::label;
use crate::error::Result;
use crate::ontology::vocab::{ID, ONTOLOGY_GRAPH, local_name};

/// A statement that articles prove: a triple of a property that carries evidence.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fact {
    /// The subject's IRI.
    pub subject: String,
    /// The property's IRI.
    pub property: String,
    /// The object.
    pub object: Term,
}

impl Fact {
    fn key(&self) -> (&str, &str, String) {
        (&self.subject, &self.property, self.object.to_string())
    }
}

/// The cue or rule that found a fact, as the ontology of the store tells of it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Finder {
    /// Its IRI.
    pub iri: String,
    /// Its name in the ontology, as in evidence: `cue/dự`, `rule/event-head`.
    pub id: String,
    /// The words of a cue, the one it is called by first.
    pub words: Vec<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// What a cue states, as the ontology labels it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub states: Option<String>,
    /// Sentences in which it finds something.
    pub examples: Vec<String>,
    /// Sentences in which it does not.
    pub counter_examples: Vec<String>,
}

/// The facts whose subject or object a resource is, by subject, property and object.
///
/// # Errors
/// When the store cannot be read.
pub fn facts(store: &Store, iri: &str) -> Result<Vec<Fact>> {
    let proven = proven(store)?;
    let node = NamedNode::new_unchecked(iri);
    let mut found = quads(store, Some(node.as_ref()), None, None)?;
    found.extend(quads(store, None, None, Some(&Term::from(node)))?);
    Ok(sorted(found.into_iter().filter_map(|quad| fact(quad, &proven))))
}

/// The facts that rest on a sentence of an article, by subject, property and object.
///
/// # Errors
/// When the store cannot be read.
pub fn facts_of_sentence(store: &Store, article: &str, sentence: &str) -> Result<Vec<Fact>> {
    let graph = GraphName::from(NamedNode::new_unchecked(article));
    let said = Term::from(Literal::new_simple_literal(sentence));
    let mut found = Vec::new();
    for quad in quads(store, None, Some(&name("vg:sentence")), Some(&said))? {
        if quad.graph_name != graph {
            continue;
        }
        for reified in
            store.quads_for_pattern(Some(quad.subject.as_ref()), Some(name("rdf:reifies").as_ref()), None, None)
        {
            if let Term::Triple(triple) = reified.map_err(storage)?.object
                && let Some(subject) = resource(&triple.subject)
            {
                found.push(Fact { subject, property: triple.predicate.into_string(), object: triple.object });
            }
        }
    }
    Ok(sorted(found.into_iter()))
}

/// The cue or rule of an IRI.
///
/// # Errors
/// When the store cannot be read.
pub fn finder(store: &Store, iri: &str, language: &str) -> Result<Finder> {
    let texts = |property: &str| -> Result<Vec<String>> {
        let subject = Some(NamedNodeRef::new_unchecked(iri));
        let said = quads(store, subject, Some(&name(property)), None)?;
        let said: BTreeSet<String> = said.iter().map(|quad| text_of(&quad.object)).collect();
        Ok(said.into_iter().collect())
    };
    let mut words = texts("skos:prefLabel")?;
    words.extend(texts("skos:altLabel")?);
    let states = match texts("vg:states")?.first() {
        Some(property) => Some(property_label(store, property, language)?),
        None => None,
    };
    Ok(Finder {
        iri: iri.to_owned(),
        id: iri.strip_prefix(ID).unwrap_or(iri).to_owned(),
        words,
        comment: label(store, iri, &["rdfs:comment"], language)?,
        states,
        examples: texts("vg:example")?,
        counter_examples: texts("vg:counterExample")?,
    })
}

/// What the ontology calls a property or class, by its IRI; its local name where it has no label.
///
/// # Errors
/// When the store cannot be read.
pub fn property_label(store: &Store, iri: &str, language: &str) -> Result<String> {
    let said = label(store, iri, &["vg:edgeLabel", "skos:prefLabel", "rdfs:label"], language)?;
    Ok(said.unwrap_or_else(|| local_name(iri).to_owned()))
}

/// The properties whose every statement carries evidence.
fn proven(store: &Store) -> Result<BTreeSet<String>> {
    let class = Term::from(name("vg:FactProperty"));
    let said = quads(store, None, Some(&name("rdf:type")), Some(&class))?;
    Ok(said.iter().filter_map(|quad| resource(&quad.subject)).collect())
}

fn fact(quad: Quad, proven: &BTreeSet<String>) -> Option<Fact> {
    let stated = graph_of(&quad) != ONTOLOGY_GRAPH && proven.contains(quad.predicate.as_str());
    match quad.subject {
        NamedOrBlankNode::NamedNode(subject) if stated => {
            Some(Fact { subject: subject.into_string(), property: quad.predicate.into_string(), object: quad.object })
        }
        _ => None,
    }
}

fn sorted(facts: impl Iterator<Item = Fact>) -> Vec<Fact> {
    let mut facts: Vec<Fact> = facts.collect();
    facts.sort_by(|a, b| a.key().cmp(&b.key()));
    facts.dedup();
    facts
}
