//! What differs between two states of a graph, as its readers see it: articles, people, bodies, posts, events, facts.
//!
//! Both states are given article by article, only where they differ. Whether somebody of before is somebody of now is told by
//! the articles both have: the same words of an article speak of the same thing, whatever the graph calls it.

mod outcome;
mod pairing;
mod stores;
mod summary;
mod told;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use oxigraph::model::{GraphName, NamedOrBlankNode, Quad, Term};

pub use self::outcome::{Articles, Difference, Merged, Named, Others, Renamed, Split, Things};
pub use self::stores::{Differences, Side, Stated, Value, diff};
pub(super) use self::summary::Novelty;
pub use self::summary::{Counts, Summary};
pub(super) use self::told::Told;
pub use self::told::{Article, Fact, Object};
use self::told::{folder, iri};
use super::Store;
use crate::error::Result;
use crate::ontology::vocab;

/// Two states of a graph being compared.
#[derive(Debug, Default)]
pub(super) struct Comparison {
    /// The graphs that were given.
    changed: HashSet<String>,
    /// How many graphs are the same in both and were not given.
    same: usize,
    articles: Articles,
    /// Who of before is who of now, with those whose articles are in one state alone: nobody is the other end then.
    links: BTreeSet<(String, String)>,
    before: HashMap<String, String>,
    after: HashMap<String, String>,
    /// Facts of before, said of those of now where the article is in both states.
    facts_before: HashMap<Fact, Vec<Arc<Article>>>,
    /// Facts of articles that are gone.
    facts_left: HashMap<Fact, Vec<Arc<Article>>>,
    facts_after: HashMap<Fact, Vec<Arc<Article>>>,
    /// Whom a change or an award is about.
    concerned: BTreeMap<String, String>,
}

impl Comparison {
    /// Says that a graph is the same in both states.
    pub(super) fn same(&mut self) {
        self.same += 1;
    }

    /// Takes in a graph that is in one state only or differs; what is no article's is only noted as different.
    pub(super) fn differs(&mut self, name: &str, before: Option<Told>, after: Option<Told>) {
        self.changed.insert(name.to_owned());
        let mut links = BTreeSet::new();
        match (&before, &after) {
            (None, None) => return,
            (Some(told), None) => self.articles.gone.push(told.article.clone()),
            (None, Some(told)) => self.articles.added.push(told.article.clone()),
            (Some(old), Some(new)) => {
                links = pairing::pair(old, new);
                if old.article != new.article {
                    self.articles.changed.push(new.article.clone());
                }
            }
        }
        for (told, side) in [(before.as_ref(), &mut self.before), (after.as_ref(), &mut self.after)] {
            side.extend(told.iter().flat_map(|t| &t.entities).map(|(id, label)| (id.clone(), label.clone())));
        }
        if let Some(told) = before {
            let now = targets(&links);
            for fact in facts(&told) {
                self.concern(&fact);
                let (known, fact) = match after {
                    Some(_) => (&mut self.facts_before, moved(fact, &now)),
                    None => (&mut self.facts_left, fact),
                };
                known.entry(fact).or_default().push(told.article.clone());
            }
        }
        if let Some(told) = after {
            for fact in facts(&told) {
                self.concern(&fact);
                self.facts_after.entry(fact).or_default().push(told.article.clone());
            }
        }
        self.links.extend(links);
    }

    fn concern(&mut self, fact: &Fact) {
        if let Some(person) = fact.object.thing().filter(|id| folder(id) == "person")
            && folder(&fact.subject) != "person"
        {
            self.concerned.entry(fact.subject.clone()).or_insert_with(|| person.to_owned());
        }
    }

    /// What differs; `store` is either state, which tells of the graphs that were not given.
    ///
    /// # Errors
    /// [`crate::error::Error::Store`] when it cannot be read.
    pub(super) fn finish(mut self, store: &Store) -> Result<Difference> {
        let changed = std::mem::take(&mut self.changed);
        let rest = Rest { store, changed: &changed, any: self.same > 0 };
        self.stay(&rest)?;
        let targets = targets(&self.links);
        let came: HashSet<&str> = self.links.iter().map(|(_, to)| to.as_str()).collect();
        let told_before = |fact: &Fact| self.facts_before.contains_key(fact);
        let mut left: HashSet<Fact> = HashSet::new();
        let mut gone = Vec::new();
        for (fact, articles) in &self.facts_left {
            let now = moves(fact, &targets);
            // Of somebody of whom no article speaks any more none can tell it.
            let lost = is_counted(&fact.subject) && !targets.contains_key(fact.subject.as_str());
            let mut told = now.iter().any(|fact| self.facts_after.contains_key(fact));
            if !told && !lost {
                told = any(&now, |fact| rest.tells(fact))?;
            }
            if !told && !now.iter().any(told_before) {
                gone.push((fact.clone(), articles.clone()));
            }
            left.extend(now);
        }
        for (fact, articles) in &self.facts_before {
            if !self.facts_after.contains_key(fact) && !rest.tells(fact)? {
                gone.push((fact.clone(), articles.clone()));
            }
        }
        let mut added = Vec::new();
        // These may be nearly all facts there are: they are moved, not copied.
        for (fact, articles) in std::mem::take(&mut self.facts_after) {
            let known = self.facts_before.contains_key(&fact) || left.contains(&fact);
            let fresh = is_counted(&fact.subject) && !came.contains(fact.subject.as_str());
            if !known && (fresh || !rest.tells(&fact)?) {
                added.push((fact, articles));
            }
        }
        Ok(outcome::sum(self, added, gone))
    }

    /// Notes who is in the rest of the graph too: they are who they were.
    fn stay(&mut self, rest: &Rest<'_>) -> Result<()> {
        let both: BTreeSet<&String> = self.before.keys().chain(self.after.keys()).collect();
        let mut stay = Vec::new();
        for id in both.into_iter().filter(|id| is_counted(id)) {
            let link = (id.clone(), id.clone());
            if !self.links.contains(&link) && rest.describes(id)? {
                stay.push(link);
            }
        }
        self.links.extend(stay);
        Ok(())
    }
}

/// What is counted beside facts: the first part of the ids.
const KINDS: [&str; 4] = ["person", "body", "post", "event"];

fn is_counted(id: &str) -> bool {
    KINDS.contains(&folder(id))
}

/// Into whom each goes over.
fn targets(links: &BTreeSet<(String, String)>) -> HashMap<&str, Vec<&str>> {
    let mut targets: HashMap<&str, Vec<&str>> = HashMap::new();
    for (from, to) in links {
        targets.entry(from).or_default().push(to);
    }
    targets
}

/// A fact of before, said of those whom it may speak of now.
fn moves(fact: &Fact, targets: &HashMap<&str, Vec<&str>>) -> Vec<Fact> {
    let now = |id: &str| match targets.get(id) {
        Some(now) => now.iter().map(|id| (*id).to_owned()).collect(),
        None => vec![id.to_owned()],
    };
    let objects: Vec<Object> = match &fact.object {
        Object::Thing(id) => now(id).into_iter().map(Object::Thing).collect(),
        value => vec![value.clone()],
    };
    let subjects = now(&fact.subject).into_iter();
    let with = |subject: String| {
        let property = &fact.property;
        objects.iter().map(move |object| Fact {
            subject: subject.clone(),
            property: property.clone(),
            object: object.clone(),
        })
    };
    subjects.flat_map(with).collect()
}

/// A fact of an article that both states have, said of those whom the article speaks of now.
fn moved(fact: Fact, targets: &HashMap<&str, Vec<&str>>) -> Fact {
    match moves(&fact, targets).as_mut_slice() {
        [one] => one.clone(),
        _ => fact,
    }
}

/// Whether a question that can fail is answered with yes for one fact at least.
fn any(facts: &[Fact], asked: impl Fn(&Fact) -> Result<bool>) -> Result<bool> {
    for fact in facts {
        if asked(fact)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The facts of an article, each once.
fn facts(told: &Told) -> HashSet<Fact> {
    told.facts.iter().map(|(_, fact)| fact.clone()).collect()
}

/// The graphs that are the same in both states.
struct Rest<'c> {
    store: &'c Store,
    changed: &'c HashSet<String>,
    any: bool,
}

impl Rest<'_> {
    fn has(&self, quad: &Quad) -> bool {
        matches!(&quad.graph_name, GraphName::NamedNode(name) if !self.changed.contains(name.as_str()))
    }

    fn describes(&self, id: &str) -> Result<bool> {
        if !self.any {
            return Ok(false);
        }
        let subject = NamedOrBlankNode::from(iri(id, self.store.base()));
        let a = oxigraph::model::NamedNodeRef::new_unchecked(vocab::RDF_TYPE);
        self.any_of(self.store.quads_for_pattern(Some(subject.as_ref()), Some(a), None, None))
    }

    fn tells(&self, fact: &Fact) -> Result<bool> {
        if !self.any {
            return Ok(false);
        }
        let subject = NamedOrBlankNode::from(iri(&fact.subject, self.store.base()));
        let property = oxigraph::model::NamedNodeRef::new_unchecked(&fact.property);
        let object: Term = match &fact.object {
            Object::Thing(id) => iri(id, self.store.base()).into(),
            Object::Value(value) => value.clone().into(),
        };
        let quads = self.store.quads_for_pattern(Some(subject.as_ref()), Some(property), Some(object.as_ref()), None);
        self.any_of(quads)
    }

    fn any_of(
        &self,
        quads: impl Iterator<Item = std::result::Result<Quad, oxigraph::store::StorageError>>,
    ) -> Result<bool> {
        for quad in quads {
            if self.has(&quad.map_err(|e| self.store.failed(&e))?) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
