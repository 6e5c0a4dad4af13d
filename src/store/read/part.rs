//! The part of a store that the pages of some resources are made from, in memory: a page does not wait until the whole store is read.

use std::collections::{BTreeSet, HashSet};

use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Quad};

use super::pattern::{graph_of, name, quads, resource, storage, text_of};
use super::{FILLS, Quads, tenures_briefly};
use crate::error::Result;
use crate::ontology::vocab::{DATE_PUBLISHED, IS_REPLACED_BY, ONTOLOGY_GRAPH, PERSON, POST, UNDECIDED_WITH, expand};

/// What happens, by the roots of its classes: pages tell of it with who took part, what, where and when.
const HAPPENING: [&str; 3] = ["vg:Event", "vg:Change", "vg:AwardGiving"];

/// To read what so many neighbours are takes as long as to read everything.
const MOST: usize = 5_000;

/// The class of what gives a change of office its day.
const CEREMONY: &str = "vg:Ceremony";

/// The properties by which a node is called, other names aside.
const LABELS: [&str; 3] = ["skos:prefLabel", "schema:name", "vg:award"];

/// The classes of classes.
const CLASSES: [&str; 2] = ["owl:Class", "rdfs:Class"];

/// The IRIs that a short id or an IRI may mean, of now or former, in a store whose resources stand below `base`.
///
/// # Errors
/// When the store cannot be read.
pub fn with_id(store: &Quads, base: &str, id: &str) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for iri in [id.to_owned(), format!("{base}{id}")].into_iter().filter(|iri| NamedNode::new(iri).is_ok()) {
        let replaced = NamedNode::new_unchecked(IS_REPLACED_BY);
        let now = quads(store, Some(NamedNodeRef::new_unchecked(&iri)), Some(&replaced), None)?;
        found.extend(now.iter().map(|quad| text_of(&quad.object)));
        found.insert(iri);
    }
    Ok(found)
}

/// Reads so much of a store that the tables made from it give the pages of the resources `seeds` (IRIs) as those of the whole store do.
///
/// That is all that is said of them and of what happens with them, what their neighbours are, and the schema. None where so much is
/// said of them that the whole is read as soon.
///
/// # Errors
/// When the store cannot be read.
pub fn part_with(store: &Quads, seeds: &BTreeSet<String>) -> Result<Option<Quads>> {
    let schema = schema(store)?;
    let mut part = Part {
        store,
        kinds: subjects(&schema, "vg:edgeView").chain([UNDECIDED_WITH, IS_REPLACED_BY].map(str::to_owned)).collect(),
        happening: below(&schema, &HAPPENING),
        ceremonies: below(&schema, &[CEREMONY]),
        quads: schema,
        articles: BTreeSet::new(),
    };
    let mut near = BTreeSet::new();
    for seed in seeds {
        near.extend(part.star(seed, true)?);
        part.tenures_of(seed)?;
        if near.len() > MOST {
            return Ok(None);
        }
    }
    let mut far = BTreeSet::new();
    for iri in near.difference(seeds) {
        far.extend(part.neighbour(iri)?);
    }
    for seed in seeds {
        far.extend(part.ceremonies_with(seed)?);
    }
    far.iter()
        .filter(|iri| !near.contains(*iri) && !seeds.contains(*iri))
        .try_for_each(|iri| part.describe(iri).map(drop))?;
    part.finish().map(Some)
}

struct Part<'s> {
    store: &'s Quads,
    /// The properties that are edges.
    kinds: HashSet<String>,
    happening: HashSet<String>,
    ceremonies: HashSet<String>,
    quads: Vec<Quad>,
    /// The graphs of articles that are shown.
    articles: BTreeSet<String>,
}

impl Part<'_> {
    /// Takes all edges of a resource and all that is said of it; gives the other ends. `shown`: with the articles that tell of the edges.
    fn star(&mut self, iri: &str, shown: bool) -> Result<BTreeSet<String>> {
        let node = NamedNodeRef::new_unchecked(iri);
        let out = quads(self.store, Some(node), None, None)?;
        let into = quads(self.store, None, None, Some(&node.into_owned().into()))?;
        let is_edge = |quad: &&Quad| self.kinds.contains(quad.predicate.as_str());
        let mut ends: BTreeSet<String> = out.iter().filter(is_edge).map(|quad| text_of(&quad.object)).collect();
        ends.extend(into.iter().filter(is_edge).filter_map(|quad| resource(&quad.subject)));
        let kept = out.into_iter().chain(into.into_iter().filter(|quad| is_edge(&quad)));
        let rdf_type = name("rdf:type");
        for quad in kept {
            if shown || quad.predicate == rdf_type {
                self.articles.insert(graph_of(&quad).to_owned());
            }
            self.quads.push(quad);
        }
        Ok(ends)
    }

    /// Takes the articles that tell from when to when a person held what, or by whom a post was held.
    fn tenures_of(&mut self, iri: &str) -> Result<()> {
        let types = quads(self.store, Some(NamedNodeRef::new_unchecked(iri)), Some(&name("rdf:type")), None)?;
        if !types.iter().any(|quad| [PERSON, POST].contains(&text_of(&quad.object).as_str())) {
            return Ok(());
        }
        for tenure in tenures_briefly(self.store, iri)? {
            self.articles.extend(tenure.bounds.into_values().map(|bound| bound.source));
        }
        Ok(())
    }

    /// Takes what is said of a neighbour of a seed, of what happens with all its edges; gives what else is to be described.
    fn neighbour(&mut self, iri: &str) -> Result<BTreeSet<String>> {
        let classes = self.describe(iri)?;
        if classes.is_disjoint(&self.happening) {
            return self.namesakes(iri);
        }
        let mut ends = self.star(iri, false)?;
        ends.extend(self.ceremonies_with(iri)?);
        Ok(ends)
    }

    /// Takes what a resource is and is called; gives its classes.
    fn describe(&mut self, iri: &str) -> Result<HashSet<String>> {
        let node = NamedNodeRef::new_unchecked(iri);
        let types = quads(self.store, Some(node), Some(&name("rdf:type")), None)?;
        let classes = types.iter().map(|quad| text_of(&quad.object)).collect();
        match types.iter().map(graph_of).find(|graph| *graph != ONTOLOGY_GRAPH) {
            Some(article) => drop(self.articles.insert(article.to_owned())),
            None => self.witness(iri)?,
        }
        self.quads.extend(types);
        for property in FILLS.iter().map(|(property, _)| *property).chain(["vg:planned"]) {
            self.quads.extend(quads(self.store, Some(node), Some(&name(property)), None)?);
        }
        Ok(classes)
    }

    /// Takes one edge that an article tells of what the ontology describes, if there is any: without one it is not in the graph.
    fn witness(&mut self, iri: &str) -> Result<()> {
        let node = NamedNodeRef::new_unchecked(iri);
        let into = self.store.quads_for_pattern(None, None, Some(node.into()), None);
        for quad in into.chain(self.store.quads_for_pattern(Some(node.into()), None, None, None)) {
            let quad = quad.map_err(storage)?;
            if self.kinds.contains(quad.predicate.as_str()) && graph_of(&quad) != ONTOLOGY_GRAPH {
                self.quads.push(quad);
                return Ok(());
            }
        }
        Ok(())
    }

    /// Takes what a neighbour shares its name with and is connected to: an appointment is called by who is appointed.
    fn namesakes(&mut self, iri: &str) -> Result<BTreeSet<String>> {
        let node = NamedNodeRef::new_unchecked(iri);
        let (mut labels, mut found) = (Vec::new(), BTreeSet::new());
        for property in LABELS {
            labels.extend(
                quads(self.store, Some(node), Some(&name(property)), None)?.into_iter().map(|q| text_of(&q.object)),
            );
        }
        labels.sort();
        labels.dedup();
        for (property, label) in LABELS.iter().flat_map(|p| labels.iter().map(move |l| (p, l))) {
            let plain = Literal::new_simple_literal(label);
            let vietnamese = Literal::new_language_tagged_literal_unchecked(label, "vi");
            for label in [plain, vietnamese] {
                let called = quads(self.store, None, Some(&name(property)), Some(&label.into()))?;
                found.extend(called.iter().filter_map(|quad| resource(&quad.subject)).filter(|other| other != iri));
            }
        }
        let mut connected = BTreeSet::new();
        for other in found {
            let end = NamedNodeRef::new_unchecked(&other);
            let mut edges = quads(self.store, Some(end), None, Some(&node.into_owned().into()))?;
            edges.extend(quads(self.store, Some(node), None, Some(&end.into_owned().into()))?);
            edges.retain(|quad| self.kinds.contains(quad.predicate.as_str()));
            if !edges.is_empty() {
                self.quads.extend(edges);
                connected.insert(other);
            }
        }
        Ok(connected)
    }

    /// Takes the ceremonies of the articles that tell of a change: they may tell its day.
    fn ceremonies_with(&mut self, iri: &str) -> Result<BTreeSet<String>> {
        let rdf_type = name("rdf:type");
        let told = quads(self.store, Some(NamedNodeRef::new_unchecked(iri)), Some(&rdf_type), None)?;
        let mut found = BTreeSet::new();
        for quad in told.iter().filter(|quad| self.happening.contains(&text_of(&quad.object))) {
            found.append(&mut self.told_in(graph_of(quad), &self.ceremonies)?);
        }
        found.iter().try_for_each(|iri| self.star(iri, false).map(drop))?;
        Ok(found)
    }

    /// All of it, with what is known of the articles: those without a day have it from what they tell of.
    fn finish(mut self) -> Result<Quads> {
        let articles = std::mem::take(&mut self.articles);
        for article in articles.iter().filter(|iri| !iri.is_empty() && *iri != ONTOLOGY_GRAPH) {
            let told = quads(self.store, Some(NamedNodeRef::new_unchecked(article)), None, None)?;
            if !told.iter().any(|quad| quad.predicate.as_str() == DATE_PUBLISHED) {
                self.dated(article)?;
            }
            self.quads.extend(told);
        }
        for article in self.articles.difference(&articles) {
            self.quads.extend(quads(self.store, Some(NamedNodeRef::new_unchecked(article)), None, None)?);
        }
        let part = Quads::new().map_err(storage)?;
        part.extend(self.quads).map_err(storage)?;
        Ok(part)
    }

    /// Takes what an article tells of that has a day.
    fn dated(&mut self, article: &str) -> Result<()> {
        let rdf_type = name("rdf:type");
        for iri in self.told_in(article, &self.happening)? {
            let node = NamedNodeRef::new_unchecked(&iri);
            let mut days = Vec::new();
            for property in ["schema:startDate", "schema:endDate"] {
                days.extend(quads(self.store, Some(node), Some(&name(property)), None)?);
            }
            if !days.is_empty() {
                let types = quads(self.store, Some(node), Some(&rdf_type), None)?;
                self.articles.extend(types.iter().map(|quad| graph_of(quad).to_owned()));
                self.quads.extend(types.into_iter().chain(days));
            }
        }
        Ok(())
    }

    /// What an article tells of that is of some classes.
    fn told_in(&self, article: &str, classes: &HashSet<String>) -> Result<BTreeSet<String>> {
        let graph = NamedNodeRef::new_unchecked(article);
        let mut found = BTreeSet::new();
        for quad in self.store.quads_for_pattern(None, Some(name("rdf:type").as_ref()), None, Some(graph.into())) {
            let quad = quad.map_err(storage)?;
            found.extend(resource(&quad.subject).filter(|_| classes.contains(&text_of(&quad.object))));
        }
        Ok(found)
    }
}

/// What is said of classes and of the properties that are edges, and the name of the graph.
fn schema(store: &Quads) -> Result<Vec<Quad>> {
    let (rdf_type, inverse) = (name("rdf:type"), name("owl:inverseOf"));
    let mut found = quads(store, None, Some(&name("vg:edgeView")), None)?;
    found.extend(quads(store, None, Some(&name("rdfs:subClassOf")), None)?);
    for class in CLASSES {
        found.extend(quads(store, None, Some(&rdf_type), Some(&name(class).into()))?);
    }
    let inverses = quads(store, None, Some(&inverse), None)?;
    let ends = inverses.iter().map(|quad| text_of(&quad.object));
    let told = found.iter().chain(&inverses).filter_map(|quad| resource(&quad.subject));
    let told: BTreeSet<String> = told.chain(ends).chain([ONTOLOGY_GRAPH.to_owned()]).collect();
    let mut schema = Vec::new();
    for iri in told {
        schema.extend(quads(store, Some(NamedNodeRef::new_unchecked(&iri)), None, None)?);
    }
    Ok(schema)
}

fn subjects(quads: &[Quad], property: &str) -> impl Iterator<Item = String> {
    let property = expand(property).unwrap_or_default();
    quads.iter().filter(move |quad| quad.predicate.as_str() == property).filter_map(|quad| resource(&quad.subject))
}

/// Some classes and all below them.
fn below(schema: &[Quad], roots: &[&str]) -> HashSet<String> {
    let mut found: HashSet<String> = roots.iter().filter_map(|root| expand(root)).collect();
    let property = name("rdfs:subClassOf");
    let pairs = schema.iter().filter(|quad| quad.predicate == property);
    let pairs: Vec<(String, String)> =
        pairs.filter_map(|quad| Some((resource(&quad.subject)?, text_of(&quad.object)))).collect();
    loop {
        let new: Vec<&String> =
            pairs.iter().filter(|(sub, up)| found.contains(up) && !found.contains(sub)).map(|(sub, _)| sub).collect();
        if new.is_empty() {
            return found;
        }
        found.extend(new.into_iter().cloned());
    }
}
