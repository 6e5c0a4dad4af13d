//! The outcome of a comparison: who is new, gone, merged, split and called otherwise.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use serde::Serialize;

use super::told::folder;
use super::{Article, Comparison, Fact};

/// What differs between two states of a graph; everything sorted by id.
#[derive(Clone, Debug, Default)]
pub struct Difference {
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
    /// Statements that no article made before, each with the articles that make it.
    pub facts_added: Vec<(Fact, Vec<Arc<Article>>)>,
    /// Statements that no article makes now, each with the articles that made it.
    pub facts_gone: Vec<(Fact, Vec<Arc<Article>>)>,
    /// What the people, bodies, posts and events that were compared are called, by id.
    pub(super) labels: HashMap<String, String>,
    /// Whom a change or an award is about, by id.
    pub(super) concerned: BTreeMap<String, String>,
}

/// Articles that one state has and the other has not, or not so.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Articles {
    /// Those that were not there before.
    pub added: Vec<Arc<Article>>,
    /// Those that are there no more.
    pub gone: Vec<Arc<Article>>,
    /// Those whose text, headline or date differs.
    pub changed: Vec<Arc<Article>>,
}

/// Somebody or something of the graph.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Named {
    /// The short id, such as `person/bùi-văn-nam`.
    pub id: String,
    /// How it is shown.
    pub label: String,
}

/// Several of before that are one now.
#[derive(Clone, Debug, Serialize)]
pub struct Merged {
    /// Those of before.
    pub from: Vec<Named>,
    /// What they are now.
    pub to: Named,
}

/// One of before that is several now.
#[derive(Clone, Debug, Serialize)]
pub struct Split {
    /// What they were.
    pub from: Named,
    /// Those of now.
    pub to: Vec<Named>,
}

/// One that is called by another id now.
#[derive(Clone, Debug, Serialize)]
pub struct Renamed {
    /// What it was.
    pub from: Named,
    /// What it is now.
    pub to: Named,
}

/// How the people, bodies, posts or events of two states differ.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Things {
    /// Of whom no article spoke that both states have.
    pub added: Vec<Named>,
    /// Of whom no article speaks any more.
    pub gone: Vec<Named>,
    /// Who are others now.
    #[serde(flatten)]
    pub others: Others,
}

/// The people, bodies, posts or events of one state who are others in another.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Others {
    /// Who were several.
    pub merged: Vec<Merged>,
    /// Who are several now.
    pub split: Vec<Split>,
    /// Who only have another id.
    pub renamed: Vec<Renamed>,
}

impl Things {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        let Things { added, gone, others: Others { merged, split, renamed } } = self;
        added.is_empty() && gone.is_empty() && merged.is_empty() && split.is_empty() && renamed.is_empty()
    }
}

/// Sums up what was compared.
pub(super) fn sum(
    comparison: Comparison,
    added: Vec<(Fact, Vec<Arc<Article>>)>,
    gone: Vec<(Fact, Vec<Arc<Article>>)>,
) -> Difference {
    let things = |kind: &str| things(&comparison, kind);
    let (people, bodies, posts, events) = (things("person"), things("body"), things("post"), things("event"));
    let Comparison { mut articles, before, after, concerned, .. } = comparison;
    for list in [&mut articles.added, &mut articles.gone, &mut articles.changed] {
        list.sort();
    }
    let mut labels = before;
    labels.extend(after);
    let (facts_added, facts_gone) = (sorted(added), sorted(gone));
    Difference { articles, people, bodies, posts, events, facts_added, facts_gone, labels, concerned }
}

fn sorted(mut facts: Vec<(Fact, Vec<Arc<Article>>)>) -> Vec<(Fact, Vec<Arc<Article>>)> {
    facts.iter_mut().for_each(|(_, articles)| articles.sort());
    facts.sort_by_cached_key(|(fact, _)| format!("{fact:?}"));
    facts
}

fn things(comparison: &Comparison, kind: &str) -> Things {
    let (mut targets, mut sources) = (BTreeMap::new(), BTreeMap::new());
    for (from, to) in comparison.links.iter().filter(|(from, _)| folder(from) == kind) {
        targets.entry(from.as_str()).or_insert_with(BTreeSet::new).insert(to.as_str());
        sources.entry(to.as_str()).or_insert_with(BTreeSet::new).insert(from.as_str());
    }
    let named = |id: &str, side: &HashMap<String, String>| {
        let label = side.get(id).or_else(|| comparison.before.get(id)).or_else(|| comparison.after.get(id));
        Named { id: id.to_owned(), label: label.cloned().unwrap_or_default() }
    };
    let (old, new) = (|id: &str| named(id, &comparison.before), |id: &str| named(id, &comparison.after));
    let mut found = Things::default();
    let without = |side: &HashMap<String, String>, links: &BTreeMap<&str, BTreeSet<&str>>| -> Vec<Named> {
        let alone = side.keys().filter(|id| folder(id) == kind && !links.contains_key(id.as_str()));
        let mut alone: Vec<Named> = alone.map(|id| named(id, side)).collect();
        alone.sort();
        alone
    };
    found.added = without(&comparison.after, &sources);
    found.gone = without(&comparison.before, &targets);
    for (to, from) in &sources {
        match from.first() {
            Some(_) if from.len() > 1 => {
                found.others.merged.push(Merged { from: from.iter().map(|id| old(id)).collect(), to: new(to) });
            }
            Some(one) if one != to && targets[one].len() == 1 => {
                found.others.renamed.push(Renamed { from: old(one), to: new(to) });
            }
            _ => {}
        }
    }
    for (from, to) in targets.iter().filter(|(_, to)| to.len() > 1) {
        found.others.split.push(Split { from: old(from), to: to.iter().map(|id| new(id)).collect() });
    }
    found
}
