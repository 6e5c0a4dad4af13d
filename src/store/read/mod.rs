//! The store as plain data: what the graph view and the pages are made from.
//!
//! Which properties are edges, what they are called and how strong they are, and how the nodes of a class look, is all
//! said in `schema.ttl`; only the part of a page ([`part_with`]) knows what happens and what days are. Everything comes back sorted, so that the same store always reads
//! the same.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use oxigraph::model::{Literal, NamedNode, Term};
use oxigraph::store::Store;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::ontology::vocab::{IS_REPLACED_BY, ONTOLOGY_GRAPH, UNDECIDED_WITH};
use crate::text::key::bare_key;

pub use conflict::{Conflict, Side, conflicts};
pub use fact::{Fact, Finder, facts, facts_of_sentence, finder, property_label};
pub use lifetime::{Bounded, lifetime};
pub use part::{part_with, with_id};
pub(super) use pattern::storage as failed;
pub use pattern::text_of;
use pattern::{graph_of, name, quads, resource};
pub use proof::{Proof, Statement, proof, proofs, proofs_in, some_proofs, statements};
pub use province::{Province, provinces};
pub use schema::{ClassStyle, EdgeKind, Schema, schema};
pub use short::short_forms;
pub use tenure::{Bound, Tenure, holder, tenure, tenures, tenures_briefly};

/// The quads of a store, on disk or in memory.
pub type Quads = Store;

mod conflict;
mod fact;
mod lifetime;
mod part;
mod pattern;
mod proof;
mod province;
mod schema;
mod short;
mod tenure;

/// What the store knows of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The IRI of the article and of its graph.
    pub iri: String,
    /// The article's id.
    pub id: String,
    /// Its headline.
    pub title: Option<String>,
    /// Its date of publication, as precise as known.
    pub published: Option<String>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// The paper it is from.
    pub source: Option<String>,
}

/// A thing that takes part in edges, or is of a class that nodes are made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// Its IRI.
    pub iri: String,
    /// How it is shown.
    pub label: String,
    /// Other names, sorted.
    pub variants: Vec<String>,
    /// Its most specific classes, sorted.
    pub classes: Vec<String>,
    /// When it starts, as precise as the articles say; the most precise where they differ.
    pub start: Option<String>,
    /// When it ends.
    pub end: Option<String>,
    /// Its place in its ladder, for ranks: grows with the rank.
    pub seniority: Option<i64>,
    /// Whether an article tells it, an event, as still to come.
    pub planned: bool,
    /// The articles that describe it, as positions in [`Tables::articles`].
    pub articles: Vec<usize>,
}

/// A statement between two nodes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    /// The subject, as a position in [`Tables::nodes`].
    pub from: usize,
    /// The object, as a position in [`Tables::nodes`].
    pub to: usize,
    /// The property, as a position in [`Schema::kinds`].
    pub kind: usize,
    /// The articles that state it, as positions in [`Tables::articles`]; empty for what the ontology says.
    pub articles: Vec<usize>,
}

/// Everything the graph view is made from, sorted by IRI.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tables {
    /// What the ontology says of it.
    pub schema: Schema,
    /// The articles.
    pub articles: Vec<Article>,
    /// The nodes.
    pub nodes: Vec<Node>,
    /// The edges, by subject, property and object.
    pub edges: Vec<Edge>,
    /// Former IRIs, each with one that it leads to.
    pub replaced: Vec<(String, String)>,
    /// People of one name who may be one.
    pub undecided: Vec<(String, String)>,
    /// Sums of the names of nodes without tones and marks (see [`sum_of`]), each with the node's position, sorted.
    pub names: Vec<(u32, u32)>,
}

/// Reads the nodes and edges of a store, with labels of properties and classes in the given language where they have one.
///
/// # Errors
/// When the store cannot be read.
pub fn tables(store: &Store, language: &str) -> Result<Tables> {
    tables_with(store, schema(store, language)?)
}

/// Reads the nodes and edges of a store, or of a part of it, whose schema is known.
///
/// # Errors
/// When the store cannot be read.
pub fn tables_with(store: &Store, schema: Schema) -> Result<Tables> {
    let Schema { kinds, classes, .. } = &schema;
    let articles = schema::articles(store)?;
    let article_at: HashMap<&str, usize> = articles.iter().enumerate().map(|(i, a)| (a.iri.as_str(), i)).collect();
    let (statements, types) =
        rayon::join(|| statements_of(store, kinds, &article_at), || types_of(store, classes, &article_at));
    let (statements, types) = (statements?, types?);
    let mut iris: BTreeSet<&str> = BTreeSet::new();
    for ((from, _, to), sources) in &statements {
        if !sources.background {
            iris.extend([from.as_str(), to.as_str()]);
        }
    }
    iris.extend(types.iter().filter(|(_, (_, articles))| !articles.is_empty()).map(|(iri, _)| iri.as_str()));
    let drawn = |of: &BTreeSet<usize>| of.iter().any(|c| classes[*c].legend.is_some());
    iris.retain(|iri| types.get(*iri).is_some_and(|(of, _)| drawn(of)));
    let at: HashMap<&str, usize> = iris.iter().enumerate().map(|(i, iri)| (*iri, i)).collect();
    let mut edges: Vec<Edge> = statements
        .iter()
        .filter_map(|((from, kind, to), sources)| {
            let (from, to) = (*at.get(from.as_str())?, *at.get(to.as_str())?);
            Some(Edge { from, to, kind: *kind, articles: sources.articles.iter().copied().collect() })
        })
        .collect();
    edges.sort_by_key(|e| (e.from, e.kind, e.to));
    let nodes = nodes(store, &iris, &at, &types, classes)?;
    Ok(Tables {
        names: names(&nodes),
        schema,
        articles,
        nodes,
        edges,
        replaced: pairs(store, IS_REPLACED_BY)?,
        undecided: pairs(store, UNDECIDED_WITH)?,
    })
}

fn names(nodes: &[Node]) -> Vec<(u32, u32)> {
    let of = |(at, node): (usize, &Node)| {
        let names = std::iter::once(&node.label).chain(&node.variants);
        names.map(|name| (sum_of(&bare_key(name)), at as u32)).collect::<Vec<_>>()
    };
    let mut names: Vec<(u32, u32)> = nodes.iter().enumerate().flat_map(of).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The check sum of a name without tones and marks: equal names have equal sums, and few others.
pub fn sum_of(bare: &str) -> u32 {
    let mut sum = flate2::Crc::new();
    sum.update(bare.as_bytes());
    sum.sum()
}

/// The IRIs that a property connects.
fn pairs(store: &Store, property: &str) -> Result<Vec<(String, String)>> {
    let property = NamedNode::new_unchecked(property);
    let pairs = quads(store, None, Some(&property), None)?.into_iter().filter_map(|quad| match &quad.object {
        Term::NamedNode(object) => Some((resource(&quad.subject)?, object.as_str().to_owned())),
        _ => None,
    });
    Ok(pairs.collect())
}

/// What the ontology calls a class or property (a prefixed name) in a language, where it has a label in it.
///
/// # Errors
/// When the store cannot be read.
pub fn label_of(store: &Store, prefixed: &str, language: &str) -> Result<Option<String>> {
    schema::label(store, name(prefixed).as_str(), &["skos:prefLabel", "rdfs:label"], language)
}

#[derive(Default)]
struct Sources {
    articles: BTreeSet<usize>,
    background: bool,
}

type Statements = BTreeMap<(String, usize, String), Sources>;
type Types = HashMap<String, (BTreeSet<usize>, BTreeSet<usize>)>;

fn statements_of(store: &Store, kinds: &[EdgeKind], article_at: &HashMap<&str, usize>) -> Result<Statements> {
    let of_kind = |(kind, declared): (usize, &EdgeKind)| {
        let mut found = Statements::new();
        for quad in quads(store, None, Some(&NamedNode::new_unchecked(&declared.iri)), None)? {
            let (Some(from), Term::NamedNode(to)) = (resource(&quad.subject), &quad.object) else {
                continue;
            };
            let graph = graph_of(&quad);
            let sources = found
                .entry((from, kind, to.as_str().to_owned()))
                .or_insert_with(|| Sources { background: true, ..Sources::default() });
            sources.background &= graph == ONTOLOGY_GRAPH;
            sources.articles.extend(article_at.get(graph));
        }
        Ok(found)
    };
    let found = kinds.par_iter().enumerate().map(of_kind).collect::<Result<Vec<_>>>()?;
    Ok(found.into_iter().flatten().collect())
}

fn types_of(store: &Store, classes: &[ClassStyle], article_at: &HashMap<&str, usize>) -> Result<Types> {
    let a = name("rdf:type");
    let of_class = |class: &ClassStyle| {
        let quads = quads(store, None, Some(&a), Some(&NamedNode::new_unchecked(&class.iri).into()))?.into_iter();
        let told = quads.filter_map(|quad| Some((resource(&quad.subject)?, article_at.get(graph_of(&quad)).copied())));
        Ok(told.collect::<Vec<_>>())
    };
    let mut found = Types::new();
    let told = classes.par_iter().map(of_class).collect::<Result<Vec<_>>>()?;
    for (at, told) in told.into_iter().enumerate() {
        for (iri, article) in told {
            let (of, articles) = found.entry(iri).or_default();
            of.insert(at);
            articles.extend(article);
        }
    }
    Ok(found)
}

fn nodes(
    store: &Store,
    iris: &BTreeSet<&str>,
    at: &HashMap<&str, usize>,
    types: &Types,
    classes: &[ClassStyle],
) -> Result<Vec<Node>> {
    let mut nodes: Vec<Node> = iris.iter().map(|iri| node(iri, types, classes)).collect();
    let fills = FILLS.par_iter().map(|(property, take)| Ok((literals(store, property, at)?, take)));
    for (values, take) in fills.collect::<Result<Vec<_>>>()? {
        values.iter().for_each(|(node, value)| take(&mut nodes[*node], value));
    }
    // What one article announces and another reports is held.
    let mut announced = vec![0; nodes.len()];
    for quad in quads(store, None, Some(&name("vg:planned")), None)? {
        if let Some(node) = resource(&quad.subject).and_then(|iri| at.get(iri.as_str())) {
            announced[*node] += usize::from(matches!(&quad.object, Term::Literal(l) if l.value() == "true"));
        }
    }
    for (node, announced) in nodes.iter_mut().zip(announced) {
        node.planned = announced > 0 && announced >= node.articles.len();
    }
    for node in &mut nodes {
        node.variants.sort();
        node.variants.dedup();
        if node.label.is_empty() {
            let class = classes.iter().find(|c| node.classes.first() == Some(&c.iri));
            let name = || crate::ontology::vocab::local_name(&node.iri).replace('-', " ");
            node.label = class.map_or_else(name, |c| c.label.clone());
        }
    }
    Ok(nodes)
}

/// What a property says of nodes, the same once, however many articles say it.
fn literals(store: &Store, property: &str, at: &HashMap<&str, usize>) -> Result<Vec<(usize, Literal)>> {
    let told = quads(store, None, Some(&name(property)), None)?.into_iter().filter_map(|quad| {
        let node = *at.get(resource(&quad.subject)?.as_str())?;
        match quad.object {
            Term::Literal(literal) => Some((node, literal)),
            _ => None,
        }
    });
    let told: HashSet<(usize, Literal)> = told.collect();
    let mut told: Vec<(usize, Literal)> = told.into_iter().collect();
    // Of several values the first is kept, whatever the order of the store.
    told.sort_by(|a, b| (a.0, a.1.value(), a.1.language()).cmp(&(b.0, b.1.value(), b.1.language())));
    Ok(told)
}

/// The properties by which a node is called.
pub const NAMES: [&str; 4] = ["skos:prefLabel", "schema:name", "vg:award", "skos:altLabel"];

type Fill = fn(&mut Node, &Literal);

/// Which literal properties fill which part of a node; of several values the choice does not depend on their order.
const FILLS: [(&str, Fill); 7] = [
    ("skos:prefLabel", |node, value| {
        let better = node.label.is_empty() || value.value() < node.label.as_str();
        if better && value.language().is_none_or(|l| l == "vi") {
            node.label = value.value().to_owned();
        }
    }),
    ("schema:name", |node, value| keep_first(&mut node.label, value.value())),
    ("vg:award", |node, value| keep_first(&mut node.label, value.value())),
    ("skos:altLabel", |node, value| node.variants.push(value.value().to_owned())),
    ("schema:startDate", |node, value| prefer_precise(&mut node.start, value.value())),
    ("schema:endDate", |node, value| prefer_precise(&mut node.end, value.value())),
    ("vg:seniority", |node, value| node.seniority = node.seniority.max(value.value().parse().ok())),
];

/// Stands in for a label where there is none.
fn keep_first(label: &mut String, value: &str) {
    if label.is_empty() {
        *label = value.to_owned();
    }
}

fn prefer_precise(kept: &mut Option<String>, new: &str) {
    let better = match kept.as_deref() {
        None => true,
        Some(old) => (new.len(), old) > (old.len(), new),
    };
    if better {
        *kept = Some(new.to_owned());
    }
}

fn node(iri: &str, types: &Types, classes: &[ClassStyle]) -> Node {
    let (of, articles) = types.get(iri).cloned().unwrap_or_default();
    let specific = |c: &usize| !of.iter().any(|other| classes[*other].above.contains(&classes[*c].iri));
    Node {
        iri: iri.to_owned(),
        label: String::new(),
        variants: Vec::new(),
        classes: of.iter().filter(|c| specific(c)).map(|c| classes[*c].iri.clone()).collect(),
        start: None,
        end: None,
        seniority: None,
        planned: false,
        articles: articles.into_iter().collect(),
    }
}
