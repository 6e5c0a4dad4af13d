//! From records to the people, posts, bodies, places and events that are the same across articles.
//!
//! This is the one step that looks at all articles together. It is a function of the set of records: their order does
//! not matter. Entities are blocked by name key, so each block stands alone.

mod bodies;
mod events;
mod forms;
mod known;
mod people;
mod persona;
mod places;
mod reports;
mod sightings;
mod slug;
pub mod tenures;
mod ties;

use std::collections::{HashMap, HashSet};

use oxigraph::model::NamedNode;

pub use self::places::Gazetteer;
use crate::extract::record::{Entity, EntityKind, Record};

/// The place of an entity in [`Resolution::entities`].
pub type EntityIndex = usize;

/// Which records' entities are one, what each is called, and its canonical description.
#[derive(Clone, Debug)]
pub struct Resolution {
    base: String,
    entities: Vec<Canonical>,
    /// For each record its entities' places in `entities`, by local id.
    articles: HashMap<String, HashMap<String, EntityIndex>>,
    /// IRIs that other sets of articles give, and what they lead to.
    replaced: Vec<(NamedNode, EntityIndex)>,
    /// People of one name who may be one.
    undecided: Vec<(EntityIndex, EntityIndex)>,
    tenures: Vec<tenures::Tenure>,
}

/// One person, post, body, place, rank, event, change or award of the graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canonical {
    /// Its IRI.
    pub iri: NamedNode,
    /// What it is.
    pub kind: Kind,
    /// How it is shown: the most frequent printed form.
    pub label: String,
    /// Its other printed forms, sorted.
    pub variants: Vec<String>,
}

/// What an entity is, with the parts of its description that only this kind has.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    Place,
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

impl Resolution {
    /// Resolves `records`, which have distinct article ids and sound references (see [`Record::check`]).
    ///
    /// IRIs are minted below `base`. The result is the same for any order of the records.
    pub fn new(records: &[Record], gazetteer: &Gazetteer, base: &str) -> Resolution {
        let mut draft = Draft::new(records, gazetteer, base);
        places::resolve(&mut draft);
        bodies::resolve(&mut draft);
        bodies::resolve_posts(&mut draft);
        people::resolve(&mut draft);
        events::resolve(&mut draft);
        let tenures = tenures::derive(&draft);
        let articles = draft.records.iter().zip(&draft.slots).map(|(record, slots)| {
            let ids = record.entities.iter().zip(slots);
            let ids = ids.filter_map(|(e, slot)| slot.map(|s| (e.id.clone(), s)));
            (record.article.id.clone(), ids.collect())
        });
        let articles = articles.collect();
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
            tenures,
        }
    }

    /// Where the IRIs of this graph begin.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// What the entity `local` of the record of article `id` turned out to be.
    pub fn find(&self, id: &str, local: &str) -> Option<EntityIndex> {
        self.articles.get(id)?.get(local).copied()
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

    /// Pairs of people of one name whom nothing keeps apart and nothing joins, each pair once, by IRI.
    pub fn undecided(&self) -> &[(EntityIndex, EntityIndex)] {
        &self.undecided
    }

    /// Who held which post or rank from when to when, as far as the articles tell.
    pub fn tenures(&self) -> &[tenures::Tenure] {
        &self.tenures
    }

    /// All entities of the graph.
    pub fn entities(&self) -> &[Canonical] {
        &self.entities
    }
}

/// A resolution in the making.
struct Draft<'r> {
    /// The records in order of article ids.
    records: Vec<&'r Record>,
    gazetteer: &'r Gazetteer,
    base: &'r str,
    entities: Vec<Canonical>,
    /// Former IRIs, as paths below the base.
    replaced: Vec<(String, EntityIndex)>,
    /// People of one name who may be one.
    undecided: Vec<(EntityIndex, EntityIndex)>,
    /// For each record and each of its entities what it turned out to be.
    slots: Vec<Vec<Option<EntityIndex>>>,
    /// For each record where its entities stand.
    local: Vec<HashMap<&'r str, usize>>,
}

/// An entity of a record: the record's place in the draft, the entity's place in the record.
type Slot = (usize, usize);

impl<'r> Draft<'r> {
    fn new(records: &'r [Record], gazetteer: &'r Gazetteer, base: &'r str) -> Self {
        let mut records: Vec<&Record> = records.iter().collect();
        records.sort_by(|a, b| a.article.id.cmp(&b.article.id));
        let slots = records.iter().map(|r| vec![None; r.entities.len()]).collect();
        let local = records.iter().map(|r| {
            let ids = r.entities.iter().enumerate();
            ids.map(|(i, e)| (e.id.as_str(), i)).collect()
        });
        Draft {
            local: local.collect(),
            records,
            gazetteer,
            base,
            entities: Vec::new(),
            replaced: Vec::new(),
            undecided: Vec::new(),
            slots,
        }
    }

    /// Every entity of every record, in order.
    fn each(&self) -> impl Iterator<Item = (Slot, &'r Entity)> {
        let records = self.records.iter().enumerate();
        records.flat_map(|(r, record)| {
            let entities = record.entities.iter().enumerate();
            entities.map(move |(e, entity)| ((r, e), entity))
        })
    }

    /// What the entity `local` of record number `record` turned out to be.
    fn resolved(&self, record: usize, local: &str) -> Option<EntityIndex> {
        let entity = *self.local[record].get(local)?;
        self.slots[record][entity]
    }

    /// As [`Draft::resolved`], when it is a body.
    fn resolved_body(&self, record: usize, local: &str) -> Option<EntityIndex> {
        let index = self.resolved(record, local)?;
        matches!(self.entities[index].kind, Kind::Body { .. }).then_some(index)
    }

    /// As [`Draft::resolved`], when it is a place.
    fn resolved_place(&self, record: usize, local: &str) -> Option<EntityIndex> {
        let entity = *self.local[record].get(local)?;
        let is_place = matches!(self.records[record].entities[entity].kind, EntityKind::Place { .. });
        self.slots[record][entity].filter(|_| is_place)
    }

    /// Adds an entity whose IRI is `path` below the base, for all of `slots`.
    ///
    /// Where the ontology describes that IRI, its label and class are the ones that count.
    fn mint(&mut self, path: &str, kind: Kind, forms: &forms::Forms, slots: &[Slot]) -> EntityIndex {
        let iri = NamedNode::new_unchecked(format!("{}{path}", self.base));
        let Some(label) = self.gazetteer.label(iri.as_str()) else {
            return self.add(iri, kind, forms, slots);
        };
        let mut forms = forms.clone();
        forms.prefer(label);
        let kind = match (kind, self.gazetteer.class(iri.as_str())) {
            (Kind::Place, _) => Kind::Known,
            (Kind::Body { place, parent, .. }, Some(class)) => Kind::Body { class: class.to_owned(), place, parent },
            (kind, _) => kind,
        };
        self.add(iri, kind, &forms, slots)
    }

    fn add(&mut self, iri: NamedNode, kind: Kind, forms: &forms::Forms, slots: &[Slot]) -> EntityIndex {
        let index = self.entities.len();
        self.entities.push(Canonical { iri, kind, label: forms.best().to_owned(), variants: forms.others() });
        for (record, entity) in slots {
            self.slots[*record][*entity] = Some(index);
        }
        index
    }

    /// The printed forms of some entities: labels have a vote for being shown, variants have none.
    fn forms(&self, slots: &[Slot]) -> forms::Forms {
        let mut forms = forms::Forms::default();
        for (record, entity) in slots {
            let entity = &self.records[*record].entities[*entity];
            forms.add(&entity.label);
            entity.variants.iter().for_each(|v| forms.mention(v));
        }
        forms
    }

    /// The part of an IRI below the base and its first folder: `công-an-tỉnh-hà-tĩnh`.
    fn name(&self, index: EntityIndex) -> &str {
        let iri = self.entities[index].iri.as_str();
        iri.rsplit('/').next().unwrap_or(iri)
    }
}

#[cfg(test)]
mod tests;
