//! What differs between two stores, in words that can be read.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use oxigraph::model::{NamedNodeRef, NamedOrBlankNode, Quad, Term};
use rayon::prelude::*;
use serde::Serialize;

use super::super::read::property_label;
use super::super::results::readable;
use super::super::write::{Known, digests};
use super::told::{Told, folder, iri};
use super::{Article, Articles, Comparison, Difference, Fact, Named, Object, Store, Things};
use crate::error::Result;
use crate::ontology::vocab;

/// How many graphs of both stores are in memory at a time.
const CHUNK: usize = 512;

/// What differs between two stores; everything sorted, so that the same stores always give the same.
#[derive(Clone, Debug, Serialize)]
pub struct Differences {
    /// The articles.
    pub articles: Articles,
    /// The people.
    pub people: Things,
    /// The bodies.
    pub bodies: Things,
    /// The posts.
    pub posts: Things,
    /// The events.
    pub events: Things,
    /// The facts, by whom they are about.
    pub facts: Vec<Stated>,
    /// How many facts the second store has and the first has not.
    pub facts_added: usize,
    /// How many facts the first store has and the second has not.
    pub facts_gone: usize,
    /// Article graphs that both stores have and that are not equal, in whatever detail.
    pub graphs_differing: usize,
    /// The names of the graphs that are no article's and not equal: the ontology's, and those derived from all articles.
    pub other_graphs: Vec<String>,
}

/// Which of two stores has something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The first alone.
    Gone,
    /// The second alone.
    Added,
}

/// A fact that one of two stores has.
#[derive(Clone, Debug, Serialize)]
pub struct Stated {
    /// Which store has it.
    pub side: Side,
    /// Whom it is about: the person if there is one, else the subject.
    pub about: Named,
    /// The subject.
    pub subject: Named,
    /// The property's IRI.
    pub property: String,
    /// What the ontology calls it.
    pub relation: String,
    /// The object.
    pub object: Value,
    /// The articles that state it.
    pub articles: Vec<Article>,
}

/// The object of a [`Stated`] fact.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// A resource.
    Thing(Named),
    /// A text, date or flag.
    Text(String),
}

impl Differences {
    /// Whether both stores hold the same quads.
    pub fn is_empty(&self) -> bool {
        let Articles { added, gone, .. } = &self.articles;
        added.is_empty() && gone.is_empty() && self.graphs_differing == 0 && self.other_graphs.is_empty()
    }
}

/// Compares two stores, `b` being the later one, with the ontology's words in a language where they have one.
///
/// Reads both graph by graph, leaving out those with equal digests.
///
/// # Errors
/// [`crate::error::Error::Store`] when one of them cannot be read.
pub fn diff(a: &Store, b: &Store, language: &str) -> Result<Differences> {
    let mut comparison = Comparison::default();
    let (digests_a, digests_b) = (digests(a)?, digests(b)?);
    let names: BTreeSet<String> =
        digests_a.keys().map(|n| below(n, a)).chain(digests_b.keys().map(|n| below(n, b))).collect();
    let names: Vec<String> = names.into_iter().collect();
    let (mut graphs_differing, mut other_graphs) = (0, Vec::new());
    for chunk in names.chunks(CHUNK) {
        let read: Vec<Result<Pair>> =
            chunk.par_iter().map(|name| Pair::read(name, (a, &digests_a), (b, &digests_b))).collect();
        for (name, pair) in chunk.iter().zip(read) {
            let Pair { equal, before, after } = pair?;
            if equal {
                comparison.same();
                continue;
            }
            match (&before, &after) {
                (Some(_), Some(_)) => graphs_differing += 1,
                (None, None) => other_graphs.push(name.clone()),
                _ => {}
            }
            comparison.differs(iri(name, b.base()).as_str(), before, after);
        }
    }
    let found = comparison.finish(b)?;
    let facts = Words { stores: [b, a], language, relations: HashMap::new(), labels: &found.labels }.state(&found)?;
    let Difference { articles, people, bodies, posts, events, facts_added, facts_gone, .. } = found;
    let (facts_added, facts_gone) = (facts_added.len(), facts_gone.len());
    Ok(Differences {
        articles,
        people,
        bodies,
        posts,
        events,
        facts,
        facts_added,
        facts_gone,
        graphs_differing,
        other_graphs,
    })
}

/// A graph's name as it is in stores of any base.
fn below(name: &str, store: &Store) -> String {
    name.strip_prefix(store.base()).unwrap_or(name).to_owned()
}

/// One graph in both stores.
struct Pair {
    equal: bool,
    before: Option<Told>,
    after: Option<Told>,
}

type Digests = HashMap<String, Known>;

impl Pair {
    fn read(name: &str, a: (&Store, &Digests), b: (&Store, &Digests)) -> Result<Pair> {
        let digest = |(store, digests): (&Store, &Digests)| {
            let known = digests.get(iri(name, store.base()).as_str());
            known.map(|known| known.digest.clone()).filter(|digest| !digest.is_empty())
        };
        let quads = |store: &Store| store.quads_of(iri(name, store.base()).as_str()).collect::<Result<Vec<Quad>>>();
        let same_base = a.0.base() == b.0.base();
        if same_base && digest(a).is_some() && digest(a) == digest(b) {
            return Ok(Pair { equal: true, before: None, after: None });
        }
        let (before, after) = (quads(a.0)?, quads(b.0)?);
        let set = |quads: &[Quad]| quads.iter().cloned().collect::<HashSet<Quad>>();
        let equal = same_base && (before == after || set(&before) == set(&after));
        let told = |quads: &[Quad], store: &Store| Told::read(quads, store.base()).filter(|_| !equal);
        Ok(Pair { equal, before: told(&before, a.0), after: told(&after, b.0) })
    }
}

/// Puts facts into words.
struct Words<'d> {
    /// The later store first.
    stores: [&'d Store; 2],
    language: &'d str,
    relations: HashMap<String, String>,
    labels: &'d HashMap<String, String>,
}

impl Words<'_> {
    fn state(mut self, found: &Difference) -> Result<Vec<Stated>> {
        let mut stated = Vec::new();
        for (side, facts) in [(Side::Gone, &found.facts_gone), (Side::Added, &found.facts_added)] {
            for (fact, articles) in facts {
                stated.push(self.fact(side, fact, articles, &found.concerned)?);
            }
        }
        stated.sort_by_cached_key(|s| {
            let object = match &s.object {
                Value::Thing(thing) => thing.label.clone(),
                Value::Text(text) => text.clone(),
            };
            let person = folder(&s.about.id) != "person";
            (
                person,
                s.about.label.clone(),
                s.about.id.clone(),
                s.subject != s.about,
                s.subject.clone(),
                s.relation.clone(),
                object,
                s.side,
            )
        });
        Ok(stated)
    }

    fn fact(
        &mut self,
        side: Side,
        fact: &Fact,
        articles: &[Arc<Article>],
        concerned: &BTreeMap<String, String>,
    ) -> Result<Stated> {
        let is_person = |id: &&str| folder(id) == "person";
        let about = Some(fact.subject.as_str()).filter(is_person);
        let about = about.or_else(|| fact.object.thing().filter(is_person));
        let about = about.or_else(|| concerned.get(&fact.subject).map(String::as_str)).unwrap_or(&fact.subject);
        let relation = match self.relations.get(&fact.property) {
            Some(known) => known.clone(),
            None => {
                let label = property_label(self.stores[0], &fact.property, self.language)?;
                self.relations.insert(fact.property.clone(), label.clone());
                label
            }
        };
        let object = match &fact.object {
            Object::Thing(id) => Value::Thing(self.named(id)?),
            Object::Value(value) => Value::Text(readable(&value.clone().into())),
        };
        let (about, subject) = (self.named(about)?, self.named(&fact.subject)?);
        Ok(Stated {
            side,
            about,
            subject,
            property: fact.property.clone(),
            relation,
            object,
            articles: articles.iter().map(|a| Article::clone(a)).collect(),
        })
    }

    /// The name of somebody or something, from the articles or from the ontology; else its id.
    fn named(&self, id: &str) -> Result<Named> {
        let named = |label: String| Named { id: id.to_owned(), label };
        if let Some(label) = self.labels.get(id).filter(|label| !label.is_empty()) {
            return Ok(named(label.clone()));
        }
        let property = NamedNodeRef::new_unchecked(vocab::PREF_LABEL);
        for store in self.stores {
            let subject = NamedOrBlankNode::from(iri(id, store.base()));
            let quads = store.quads_for_pattern(Some(subject.as_ref()), Some(property), None, None);
            let labels = quads.map(|quad| quad.map(|q| (is_vietnamese(&q.object), readable(&q.object))));
            let mut labels = labels.collect::<std::result::Result<Vec<_>, _>>().map_err(|e| store.failed(&e))?;
            labels.sort();
            if let Some((_, label)) = labels.pop() {
                return Ok(named(label));
            }
        }
        Ok(named(id.to_owned()))
    }
}

fn is_vietnamese(label: &Term) -> bool {
    matches!(label, Term::Literal(literal) if literal.language() == Some("vi"))
}
