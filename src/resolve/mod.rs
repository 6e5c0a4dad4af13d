//! From records to the people, posts, bodies, places and events that are the same across articles.
//!
//! This is the one step that looks at all articles together. It is a function of the set of records: their order does
//! not matter. Entities are blocked by name key, so each block stands alone.

mod aliases;
mod bodies;
mod candidates;
pub mod conflicts;
mod constraints;
mod copies;
pub mod decisions;
mod draft;
mod events;
mod explain;
mod forms;
mod known;
mod lineages;
mod link;
pub mod names;
mod people;
mod persona;
mod places;
mod reports;
mod sightings;
mod slug;
mod statements;
pub mod tenures;
mod ties;
mod vocabulary;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use oxigraph::model::NamedNode;
use serde::{Deserialize, Serialize};

pub use self::constraints::anchor_name;
use self::decisions::{Anchor, Decisions, Outcome};
use self::draft::{Draft, Slot};
pub use self::explain::{Explanation, Reason, explain};
pub use self::link::Link;
pub use self::places::Gazetteer;
pub use self::statements::{Accepted, statement};

use crate::extract::record::{LocalId, Record};

/// The place of an entity in [`Resolution::entities`].
pub type EntityIndex = usize;

/// Which records' entities are one, what each is called, and its canonical description.
#[derive(Clone, Debug, Default)]
pub struct Resolution {
    base: String,
    entities: Vec<Canonical>,
    /// For each record its local ids, sorted, each with the entity's place in `entities`.
    articles: HashMap<String, Vec<(LocalId, EntityIndex)>>,
    /// IRIs that other sets of articles give, and what they lead to.
    replaced: Vec<(NamedNode, EntityIndex)>,
    /// People of one name, or of names but for a lapse of print, who may be one.
    undecided: Vec<(EntityIndex, EntityIndex)>,
    /// Bodies with the one that took their place.
    succeeded: Vec<(EntityIndex, EntityIndex)>,
    /// What became of each decision, by its place in [`Decisions::entries`].
    outcomes: Vec<Outcome>,
    accepted: Vec<Accepted>,
    /// The places of the facts that were taken out of each article's record, by its id.
    rejected: BTreeMap<String, BTreeSet<usize>>,
    /// Whom or what each decision is about, by its place in [`Decisions::entries`].
    about: Vec<Vec<EntityIndex>>,
    tenures: Vec<tenures::Tenure>,
    conflicts: Vec<conflicts::Conflict>,
    /// Articles that are copies, each with its original, by id.
    copies: BTreeMap<String, String>,
}

/// One person, post, body, place, rank, event, change or award of the graph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Canonical {
    /// Its IRI.
    #[serde(with = "link::iri")]
    pub iri: NamedNode,
    /// What it is.
    pub kind: Kind,
    /// How it is shown: the most frequent printed form.
    pub label: String,
    /// Its other printed forms, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<String>,
}

/// What an entity is, with the parts of its description that only this kind has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// An official.
    Person,
    /// An office in a body.
    Post {
        /// The office without its body.
        title: String,
        /// The body, where known.
        body: Option<EntityIndex>,
    },
    /// A body of state, party, forces or society.
    Body {
        /// Local name of its class.
        class: String,
        /// The place it is responsible for.
        place: Option<EntityIndex>,
        /// The body it is part of.
        parent: Option<EntityIndex>,
    },
    /// A place or rank that the ontology describes.
    Known,
    /// A place the ontology does not know.
    Place {
        /// The IRI of the district or province of the ontology it lies in, as far as it is known.
        within: Option<String>,
    },
    /// An event.
    Event {
        /// Local name of its class.
        class: String,
    },
    /// An appointment, election, promotion, departure or disciplinary measure.
    Change {
        /// Local name of its class.
        class: String,
    },
    /// The giving of an award.
    Award,
}

impl Kind {
    /// The entities that its description points to.
    pub fn links(&self) -> impl Iterator<Item = EntityIndex> + use<> {
        let links = match self {
            Kind::Post { body, .. } => [*body, None],
            Kind::Body { place, parent, .. } => [*place, *parent],
            _ => [None, None],
        };
        links.into_iter().flatten()
    }

    /// The same, to be changed.
    fn links_mut(&mut self) -> impl Iterator<Item = &mut EntityIndex> {
        let links = match self {
            Kind::Post { body, .. } => [Some(body), None],
            Kind::Body { place, parent, .. } => [Some(place), Some(parent)],
            _ => [None, None],
        };
        links.into_iter().flatten().flatten()
    }
}

impl Resolution {
    /// Resolves `records`, which have distinct article ids and sound references (see [`Record::check`]).
    ///
    /// IRIs are minted below `base`. The result is the same for any order of the records.
    pub fn new(records: &[Record], gazetteer: &Gazetteer, base: &str) -> Resolution {
        Resolution::build(Draft::new(records, gazetteer, base), &Decisions::default(), Vec::new())
    }

    /// The same, with what people decided: facts they reject are taken out of `records`.
    pub fn decided(records: &mut [Record], gazetteer: &Gazetteer, decisions: &Decisions, base: &str) -> Resolution {
        let mut outcomes = decisions.outcomes();
        let (accepted, rejected) = statements::apply(records, decisions, &mut outcomes);
        let loose = decisions.loose().then(|| {
            let plain = Resolution::new(records, gazetteer, base);
            decisions.anchored(|id| plain.anchors(id))
        });
        let decisions = loose.as_ref().unwrap_or(decisions);
        let mut resolution = Resolution::build(Draft::new(records, gazetteer, base), decisions, outcomes);
        resolution.accepted = accepted;
        resolution.rejected = rejected;
        resolution
    }

    fn build(mut draft: Draft, decisions: &Decisions, mut outcomes: Vec<Outcome>) -> Resolution {
        draft.decide(decisions, &mut outcomes);
        let (base, records) = (draft.base, draft.records.clone());
        let tell_apart = || {
            places::resolve(&mut draft);
            bodies::resolve(&mut draft, &mut outcomes);
            bodies::resolve_posts(&mut draft);
            people::resolve(&mut draft, &mut outcomes);
            events::resolve(&mut draft, &mut outcomes);
        };
        // Which articles are copies nobody need know until then.
        let (original, ()) = rayon::join(|| copies::originals(&records), tell_apart);
        draft.original = original;
        aliases::rename(&mut draft, decisions, &mut outcomes);
        let about = aliases::about(&draft, decisions);
        let tenures = tenures::derive(&draft);
        let conflicts = conflicts::derive(&draft, &tenures);
        let telling = draft.records.iter().zip(&draft.slots).filter(|(record, _)| !record.entities.is_empty());
        let articles = telling.map(|(record, slots)| {
            let ids = record.entities.iter().zip(slots);
            let mut ids: Vec<_> = ids.filter_map(|(e, slot)| slot.map(|s| (e.id.clone(), s))).collect();
            ids.sort_unstable();
            ids.shrink_to_fit();
            (record.article.id.clone(), ids)
        });
        let articles = articles.collect();
        let id = |at: usize| draft.records[at].article.id.clone();
        let copies = draft.original.iter().enumerate().filter(|(at, original)| at != *original);
        let copies = copies.map(|(at, original)| (id(at), id(*original))).collect();
        let iri = |path: &str| NamedNode::new_unchecked(format!("{base}{path}"));
        let mut replaced: Vec<_> = draft.replaced.iter().map(|(path, index)| (iri(path), *index)).collect();
        let current: HashSet<&str> = draft.entities.iter().map(|e| e.iri.as_str()).collect();
        replaced.retain(|(iri, _)| !current.contains(iri.as_str()));
        replaced.sort();
        replaced.dedup();
        Resolution {
            base: base.to_owned(),
            articles,
            entities: draft.entities,
            replaced,
            undecided: draft.undecided,
            succeeded: draft.succeeded,
            outcomes,
            accepted: Vec::new(),
            rejected: BTreeMap::new(),
            about,
            tenures,
            conflicts,
            copies,
        }
    }

    /// Where the IRIs of this graph begin.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// What the entity `local` of the record of article `id` turned out to be.
    pub fn find(&self, id: &str, local: &str) -> Option<EntityIndex> {
        let ids = self.articles.get(id)?;
        let at = ids.binary_search_by(|(own, _)| own.as_str().cmp(local)).ok()?;
        Some(ids[at].1)
    }

    /// One entity of the graph.
    pub fn entity(&self, index: EntityIndex) -> &Canonical {
        &self.entities[index]
    }

    /// IRIs that are no entity's now but were, or would be, one's with fewer articles: each with the entity it leads to, sorted.
    ///
    /// A name with one bearer is an IRI by itself; once a second bearer comes it leads to both.
    pub fn replaced(&self) -> &[(NamedNode, EntityIndex)] {
        &self.replaced
    }

    /// Pairs of people of one name, or of one but for a lapse of print, whom nothing keeps apart and nothing joins, each pair once, by IRI.
    pub fn undecided(&self) -> &[(EntityIndex, EntityIndex)] {
        &self.undecided
    }

    /// Where articles tell of what `id` (below the base) names now or led to alone, sorted.
    pub fn anchors(&self, id: &str) -> Vec<Anchor> {
        let iri = format!("{}{id}", self.base);
        let own = self.entities.iter().position(|e| e.iri.as_str() == iri);
        let mut led = self.replaced.iter().filter(|(old, _)| old.as_str() == iri).map(|(_, index)| *index);
        let Some(index) = own.or_else(|| led.next().filter(|_| led.next().is_none())) else {
            return Vec::new();
        };
        let of_article = |(article, slots): (&String, &Vec<(LocalId, EntityIndex)>)| {
            let own = slots.iter().filter(|(_, of)| *of == index);
            own.map(|(local, _)| Anchor { article: article.clone(), entity: local.clone(), name: String::new() })
                .collect::<Vec<_>>()
        };
        let mut anchors: Vec<Anchor> = self.articles.iter().flat_map(of_article).collect();
        anchors.sort();
        anchors
    }

    /// What became of each decision, by its place in [`Decisions::entries`].
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    /// Whom or what the `decision`th of [`Decisions::entries`] is about, as far as it counts, each once.
    pub fn about(&self, decision: usize) -> &[EntityIndex] {
        self.about.get(decision).map_or(&[], Vec::as_slice)
    }

    /// The facts that somebody accepted, by article.
    pub fn accepted(&self) -> &[Accepted] {
        &self.accepted
    }

    /// The places of the facts that people rejected in the record of the article `id`, as it was before.
    pub fn rejected(&self, id: &str) -> impl Iterator<Item = usize> {
        self.rejected.get(id).into_iter().flatten().copied()
    }

    /// Takes out of a record as it was read what people rejected.
    pub fn strike(&self, record: &mut Record) {
        if let Some(rejected) = self.rejected.get(&record.article.id) {
            statements::strike(record, rejected);
        }
    }

    /// Bodies of provinces that went into others, each with the one of its kind in the province of today, by IRI.
    pub fn succeeded(&self) -> &[(EntityIndex, EntityIndex)] {
        &self.succeeded
    }

    /// Who held which post or rank from when to when, as far as the articles tell.
    pub fn tenures(&self) -> &[tenures::Tenure] {
        &self.tenures
    }

    /// What contradicts each other, the gravest and best attested first.
    pub fn conflicts(&self) -> &[conflicts::Conflict] {
        &self.conflicts
    }

    /// The articles whose words conflicts and accepted facts quote, by their ids.
    pub fn quoted(&self) -> BTreeSet<&str> {
        let sides = self.conflicts.iter().flat_map(|conflict| &conflict.sides).flat_map(conflicts::Side::articles);
        sides.chain(self.accepted.iter().map(|accepted| accepted.article.as_str())).collect()
    }

    /// The articles that are copies of others, each with its original, by their ids.
    pub fn copies(&self) -> &BTreeMap<String, String> {
        &self.copies
    }

    /// All entities of the graph.
    pub fn entities(&self) -> &[Canonical] {
        &self.entities
    }
}

#[cfg(test)]
mod tests;
