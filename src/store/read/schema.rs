//! What the schema declares about edges and classes, and which articles there are.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use oxigraph::model::{Literal, NamedNodeRef, Term};
use oxigraph::store::Store;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::ontology::vocab::{ONTOLOGY_GRAPH, local_name};

use super::Article;
use super::pattern::{name, quads, resource, text_of};

/// A property that the schema declares to be an edge of the graph view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EdgeKind {
    /// The property's IRI.
    pub iri: String,
    /// How an edge is labelled, in the language asked for where the schema has it.
    pub label: String,
    /// How strongly the two ends belong together; 1 unless the schema says otherwise, always above 0.
    pub weight: f64,
    /// All properties above it, sorted.
    pub above: Vec<String>,
    /// The properties that say the same from object to subject, sorted.
    pub inverse: Vec<String>,
    /// Whether articles prove its statements.
    pub proven: bool,
    /// How the edge is called from its object's side, where the schema labels an inverse.
    pub inverse_label: Option<String>,
}

/// A class of the ontology and how its nodes look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassStyle {
    /// The class's IRI.
    pub iri: String,
    /// Its name, in the language asked for where the schema has it.
    pub label: String,
    /// `#rrggbb`, its own or that of the nearest class above it.
    pub colour: Option<String>,
    /// A shape by its Graphviz name, its own or that of the nearest class above it.
    pub shape: Option<String>,
    /// The class that declares the shape or colour, which is the one a legend shows.
    pub legend: Option<String>,
    /// All classes above it, the nearest first.
    pub above: Vec<String>,
}

/// What the ontology of a store says of its graph, in one language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Schema {
    /// What the graph is called.
    pub title: Option<String>,
    /// The language of the labels of properties and classes, where they have one in it.
    pub language: String,
    /// The properties that are edges, by IRI.
    pub kinds: Vec<EdgeKind>,
    /// The classes, by IRI.
    pub classes: Vec<ClassStyle>,
}

/// Reads what the ontology of a store says of the graph, with labels in the given language where there are any.
///
/// # Errors
/// When the store cannot be read.
pub fn schema(store: &Store, language: &str) -> Result<Schema> {
    Ok(Schema {
        title: label(store, ONTOLOGY_GRAPH, &["dct:title"], language)?,
        language: language.to_owned(),
        kinds: edge_kinds(store, language)?,
        classes: class_styles(store, language)?,
    })
}

fn edge_kinds(store: &Store, language: &str) -> Result<Vec<EdgeKind>> {
    let yes = Term::from(Literal::from(true));
    let mut kinds = Vec::new();
    for quad in quads(store, None, Some(&name("vg:edgeView")), Some(&yes))? {
        let Some(iri) = resource(&quad.subject) else {
            continue;
        };
        let label = match label(store, &iri, &["vg:edgeLabel", "skos:prefLabel", "rdfs:label"], language)? {
            Some(label) => label,
            None => local_name(&iri).to_owned(),
        };
        let weight = literal(store, &iri, "vg:edgeWeight")?.and_then(|w| w.parse().ok());
        let inverse = inverse(store, &iri)?;
        let mut inverse_label = None;
        for property in &inverse {
            let said = self::label(store, property, &["vg:edgeLabel", "skos:prefLabel", "rdfs:label"], language)?;
            inverse_label = inverse_label.or(said);
        }
        let node = NamedNodeRef::new_unchecked(&iri);
        let proven =
            !quads(store, Some(node), Some(&name("rdf:type")), Some(&name("vg:FactProperty").into()))?.is_empty();
        kinds.push(EdgeKind {
            proven,
            above: above(store, &iri, "rdfs:subPropertyOf")?.into_iter().collect::<BTreeSet<_>>().into_iter().collect(),
            inverse,
            inverse_label,
            weight: weight.filter(|w: &f64| w.is_finite() && *w > 0.0).unwrap_or(1.0),
            label,
            iri,
        });
    }
    kinds.sort_by(|a, b| a.iri.cmp(&b.iri));
    kinds.dedup_by(|a, b| a.iri == b.iri);
    Ok(kinds)
}

fn class_styles(store: &Store, language: &str) -> Result<Vec<ClassStyle>> {
    let mut iris: BTreeSet<String> = BTreeSet::new();
    for class in ["owl:Class", "rdfs:Class"] {
        for quad in quads(store, None, Some(&name("rdf:type")), Some(&name(class).into()))? {
            iris.extend(resource(&quad.subject));
        }
    }
    for quad in quads(store, None, Some(&name("rdfs:subClassOf")), None)? {
        iris.extend(resource(&quad.subject));
    }
    iris.into_iter().map(|iri| class_style(store, iri, language)).collect()
}

fn class_style(store: &Store, iri: String, language: &str) -> Result<ClassStyle> {
    let above = above(store, &iri, "rdfs:subClassOf")?;
    let mut style = ClassStyle { label: String::new(), colour: None, shape: None, legend: None, above, iri };
    for class in std::iter::once(&style.iri).chain(&style.above) {
        let (colour, shape) = (literal(store, class, "vg:nodeColour")?, literal(store, class, "vg:nodeShape")?);
        if style.legend.is_none() && (colour.is_some() || shape.is_some()) {
            style.legend = Some(class.clone());
        }
        style.colour = style.colour.take().or(colour);
        style.shape = style.shape.take().or(shape);
    }
    let label = label(store, &style.iri, &["skos:prefLabel", "rdfs:label"], language)?;
    style.label = label.unwrap_or_else(|| local_name(&style.iri).to_owned());
    Ok(style)
}

pub(super) fn articles(store: &Store) -> Result<Vec<Article>> {
    let mut articles: BTreeMap<String, Article> = BTreeMap::new();
    for quad in quads(store, None, Some(&name("rdf:type")), Some(&name("schema:NewsArticle").into()))? {
        if let Some(iri) = resource(&quad.subject) {
            let id = iri.clone();
            let bare = Article { iri: iri.clone(), id, title: None, published: None, url: None, source: None };
            articles.insert(iri, bare);
        }
    }
    let values = |(property, part): &(&str, Part)| Ok((smallest(store, property, &articles)?, *part));
    for (values, part) in PARTS.par_iter().map(values).collect::<Result<Vec<_>>>()? {
        for (iri, value) in values {
            articles.entry(iri).and_modify(|article| part(article, value));
        }
    }
    Ok(articles.into_values().collect())
}

/// A part of an article, to be filled in.
type Part = fn(&mut Article, String);

/// The properties of an article, each with the part of it that its value is.
const PARTS: [(&str, Part); 5] = [
    ("dct:identifier", |article, value| article.id = value),
    ("dct:title", |article, value| article.title = Some(value)),
    ("schema:datePublished", |article, value| article.published = Some(value)),
    ("schema:url", |article, value| article.url = Some(value)),
    ("dct:source", |article, value| article.source = Some(value)),
];

/// The smallest value of a property for each of some articles: one scan takes a small part of the time of a search for each.
fn smallest(store: &Store, property: &str, of: &BTreeMap<String, Article>) -> Result<HashMap<String, String>> {
    let mut values: HashMap<String, String> = HashMap::new();
    for quad in quads(store, None, Some(&name(property)), None)? {
        if let Some(iri) = resource(&quad.subject).filter(|iri| of.contains_key(iri)) {
            let value = text_of(&quad.object);
            match values.get_mut(&iri) {
                Some(kept) if *kept <= value => {}
                Some(kept) => *kept = value,
                None => drop(values.insert(iri, value)),
            }
        }
    }
    Ok(values)
}

/// Everything reachable by a property, the nearest first; cycles end.
fn above(store: &Store, iri: &str, property: &str) -> Result<Vec<String>> {
    let property = name(property);
    let (mut found, mut next): (Vec<String>, _) = (Vec::new(), vec![iri.to_owned()]);
    while !next.is_empty() {
        let mut level = BTreeSet::new();
        for from in &next {
            for quad in quads(store, Some(NamedNodeRef::new_unchecked(from)), Some(&property), None)? {
                if let Term::NamedNode(to) = &quad.object {
                    level.insert(to.as_str().to_owned());
                }
            }
        }
        next = level.into_iter().filter(|to| to != iri && !found.contains(to)).collect();
        found.extend(next.iter().cloned());
    }
    Ok(found)
}

/// The properties declared the inverse of one, on either side.
fn inverse(store: &Store, iri: &str) -> Result<Vec<String>> {
    let property = name("owl:inverseOf");
    let node = NamedNodeRef::new_unchecked(iri);
    let said = quads(store, Some(node), Some(&property), None)?;
    let mut found: BTreeSet<String> = said.iter().map(|q| text_of(&q.object)).collect();
    let said = quads(store, None, Some(&property), Some(&node.into_owned().into()))?;
    found.extend(said.iter().filter_map(|q| resource(&q.subject)));
    Ok(found.into_iter().collect())
}

/// The best label of a resource: in the language asked for, by the first of the properties that has one.
pub(super) fn label(store: &Store, iri: &str, properties: &[&str], language: &str) -> Result<Option<String>> {
    let mut best: Option<(bool, usize, String)> = None;
    for (order, property) in properties.iter().enumerate() {
        for quad in quads(store, Some(NamedNodeRef::new_unchecked(iri)), Some(&name(property)), None)? {
            if let Term::Literal(literal) = &quad.object {
                let found = (literal.language() != Some(language), order, literal.value().to_owned());
                if best.as_ref().is_none_or(|b| found < *b) {
                    best = Some(found);
                }
            }
        }
    }
    Ok(best.map(|(_, _, label)| label))
}

pub(super) fn literal(store: &Store, iri: &str, property: &str) -> Result<Option<String>> {
    let mut values: Vec<String> = quads(store, Some(NamedNodeRef::new_unchecked(iri)), Some(&name(property)), None)?
        .iter()
        .map(|q| text_of(&q.object))
        .collect();
    values.sort();
    Ok(values.into_iter().next())
}
