//! The part of a store that the pages of some resources are made from, in memory: a page does not wait until the whole store is read.

use std::collections::{BTreeSet, HashSet};

use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Quad};
use rayon::prelude::*;

use super::pattern::{graph_of, name, quads, resource, storage, text_of};
use super::{ClassStyle, FILLS, Quads, Schema, tenures_briefly};
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

/// Reads so much of a store with `schema` that the tables made from it give the pages of the resources `seeds` (IRIs) as those of the
/// whole store do.
///
/// That is all that is said of them and of what happens with them, and what their neighbours are. None where so much is said of them that
/// the whole is read as soon.
///
/// # Errors
/// When the store cannot be read.
pub fn part_with(store: &Quads, schema: &Schema, seeds: &BTreeSet<String>) -> Result<Option<Quads>> {
    let edges = schema.kinds.iter().map(|kind| kind.iri.clone());
    let part = Part {
        store,
        kinds: edges.chain([UNDECIDED_WITH, IS_REPLACED_BY].map(str::to_owned)).collect(),
        happening: below(&schema.classes, &HAPPENING),
        ceremonies: below(&schema.classes, &[CEREMONY]),
    };
    let mut taken = Taken::default();
    let mut near = BTreeSet::new();
    for seed in seeds {
        near.extend(part.star(seed, true, &mut taken)?);
        part.tenures_of(seed, &mut taken)?;
        if near.len() > MOST {
            return Ok(None);
        }
    }
    let neighbours: Vec<&String> = near.difference(seeds).collect();
    let mut far = taken.all(&neighbours, |iri, taken| part.neighbour(iri, taken))?;
    for seed in seeds {
        far.extend(part.ceremonies_with(seed, &mut taken)?);
    }
    let far: Vec<&String> = far.iter().filter(|iri| !near.contains(*iri) && !seeds.contains(*iri)).collect();
    taken.all(&far, |iri, taken| part.describe(iri, taken).map(|_| BTreeSet::new()))?;
    part.finish(taken).map(Some)
}

/// What is read of a store.
#[derive(Default)]
struct Taken {
    quads: Vec<Quad>,
    /// The graphs of articles that are shown.
    articles: BTreeSet<String>,
}

impl Taken {
    /// Takes what is read of each of some resources, beside each other; gives all the others to which that leads.
    fn all(
        &mut self,
        iris: &[&String],
        read: impl Fn(&str, &mut Taken) -> Result<BTreeSet<String>> + Sync,
    ) -> Result<BTreeSet<String>> {
        let one = |iri: &&String| {
            let mut taken = Taken::default();
            read(iri, &mut taken).map(|ends| (taken, ends))
        };
        let mut all = BTreeSet::new();
        for (taken, ends) in iris.par_iter().map(one).collect::<Result<Vec<_>>>()? {
            self.quads.extend(taken.quads);
            self.articles.extend(taken.articles);
            all.extend(ends);
        }
        Ok(all)
    }
}

struct Part<'s> {
    store: &'s Quads,
    /// The properties that are edges.
    kinds: HashSet<String>,
    happening: HashSet<String>,
    ceremonies: HashSet<String>,
}

impl Part<'_> {
    /// Takes all edges of a resource and all that is said of it; gives the other ends. `shown`: with the articles that tell of the edges.
    fn star(&self, iri: &str, shown: bool, taken: &mut Taken) -> Result<BTreeSet<String>> {
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
                taken.articles.insert(graph_of(&quad).to_owned());
            }
            taken.quads.push(quad);
        }
        Ok(ends)
    }

    /// Takes the articles that tell from when to when a person held what, or by whom a post was held.
    fn tenures_of(&self, iri: &str, taken: &mut Taken) -> Result<()> {
        let types = quads(self.store, Some(NamedNodeRef::new_unchecked(iri)), Some(&name("rdf:type")), None)?;
        if !types.iter().any(|quad| [PERSON, POST].contains(&text_of(&quad.object).as_str())) {
            return Ok(());
        }
        for tenure in tenures_briefly(self.store, iri)? {
            taken.articles.extend(tenure.bounds.into_values().map(|bound| bound.source));
        }
        Ok(())
    }

    /// Takes what is said of a neighbour of a seed, of what happens with all its edges; gives what else is to be described.
    fn neighbour(&self, iri: &str, taken: &mut Taken) -> Result<BTreeSet<String>> {
        let classes = self.describe(iri, taken)?;
        if classes.is_disjoint(&self.happening) {
            return self.namesakes(iri, taken);
        }
        let mut ends = self.star(iri, false, taken)?;
        ends.extend(self.ceremonies_with(iri, taken)?);
        Ok(ends)
    }

    /// Takes what a resource is and is called; gives its classes.
    fn describe(&self, iri: &str, taken: &mut Taken) -> Result<HashSet<String>> {
        let node = NamedNodeRef::new_unchecked(iri);
        let types = quads(self.store, Some(node), Some(&name("rdf:type")), None)?;
        let classes = types.iter().map(|quad| text_of(&quad.object)).collect();
        match types.iter().map(graph_of).find(|graph| *graph != ONTOLOGY_GRAPH) {
            Some(article) => drop(taken.articles.insert(article.to_owned())),
            None => self.witness(iri, taken)?,
        }
        taken.quads.extend(types);
        for property in FILLS.iter().map(|(property, _)| *property).chain(["vg:planned"]) {
            taken.quads.extend(quads(self.store, Some(node), Some(&name(property)), None)?);
        }
        Ok(classes)
    }

    /// Takes one edge that an article tells of what the ontology describes, if there is any: without one it is not in the graph.
    fn witness(&self, iri: &str, taken: &mut Taken) -> Result<()> {
        let node = NamedNodeRef::new_unchecked(iri);
        let into = self.store.quads_for_pattern(None, None, Some(node.into()), None);
        for quad in into.chain(self.store.quads_for_pattern(Some(node.into()), None, None, None)) {
            let quad = quad.map_err(storage)?;
            if self.kinds.contains(quad.predicate.as_str()) && graph_of(&quad) != ONTOLOGY_GRAPH {
                taken.quads.push(quad);
                return Ok(());
            }
        }
        Ok(())
    }

    /// Takes what a neighbour shares its name with and is connected to: an appointment is called by who is appointed.
    fn namesakes(&self, iri: &str, taken: &mut Taken) -> Result<BTreeSet<String>> {
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
                taken.quads.extend(edges);
                connected.insert(other);
            }
        }
        Ok(connected)
    }

    /// Takes the ceremonies of the articles that tell of a change: they may tell its day.
    fn ceremonies_with(&self, iri: &str, taken: &mut Taken) -> Result<BTreeSet<String>> {
        let rdf_type = name("rdf:type");
        let told = quads(self.store, Some(NamedNodeRef::new_unchecked(iri)), Some(&rdf_type), None)?;
        let mut found = BTreeSet::new();
        for quad in told.iter().filter(|quad| self.happening.contains(&text_of(&quad.object))) {
            found.append(&mut self.told_in(graph_of(quad), &self.ceremonies)?);
        }
        found.iter().try_for_each(|iri| self.star(iri, false, taken).map(drop))?;
        Ok(found)
    }

    /// All of it, with what is known of the articles: those without a day have it from what they tell of.
    fn finish(&self, mut taken: Taken) -> Result<Quads> {
        let mut shown = std::mem::take(&mut taken.articles);
        shown.retain(|iri| !iri.is_empty() && iri != ONTOLOGY_GRAPH);
        let of = |iri: &str| quads(self.store, Some(NamedNodeRef::new_unchecked(iri)), None, None);
        let shown: Vec<&String> = shown.iter().collect();
        let others = taken.all(&shown, |article, taken| {
            let told = of(article)?;
            let dated = told.iter().any(|quad| quad.predicate.as_str() == DATE_PUBLISHED);
            taken.quads.extend(told);
            if dated { Ok(BTreeSet::new()) } else { self.dated(article, taken) }
        })?;
        let others: Vec<&String> = others.iter().filter(|iri| shown.binary_search(iri).is_err()).collect();
        taken.all(&others, |article, taken| {
            taken.quads.extend(of(article)?);
            Ok(BTreeSet::new())
        })?;
        let part = Quads::new().map_err(storage)?;
        part.extend(taken.quads).map_err(storage)?;
        Ok(part)
    }

    /// Takes what an article tells of that has a day; gives the articles that tell of it too.
    fn dated(&self, article: &str, taken: &mut Taken) -> Result<BTreeSet<String>> {
        let rdf_type = name("rdf:type");
        let mut articles = BTreeSet::new();
        for iri in self.told_in(article, &self.happening)? {
            let node = NamedNodeRef::new_unchecked(&iri);
            let mut days = Vec::new();
            for property in ["schema:startDate", "schema:endDate"] {
                days.extend(quads(self.store, Some(node), Some(&name(property)), None)?);
            }
            if !days.is_empty() {
                let types = quads(self.store, Some(node), Some(&rdf_type), None)?;
                articles.extend(types.iter().map(|quad| graph_of(quad).to_owned()));
                taken.quads.extend(types.into_iter().chain(days));
            }
        }
        Ok(articles)
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

/// Some classes and all below them.
fn below(classes: &[ClassStyle], roots: &[&str]) -> HashSet<String> {
    let roots: Vec<String> = roots.iter().filter_map(|root| expand(root)).collect();
    let under = classes.iter().filter(|class| class.above.iter().any(|above| roots.contains(above)));
    under.map(|class| class.iri.clone()).chain(roots.iter().cloned()).collect()
}
