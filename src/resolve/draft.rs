//! A resolution in the making: the records, and what their entities have turned out to be so far.

use std::collections::HashMap;

use oxigraph::model::NamedNode;
use rayon::prelude::*;

use super::aliases::Aliases;
use super::constraints::Constraints;
use super::decisions::{Decisions, Outcome};
use super::{Canonical, EntityIndex, Gazetteer, Kind, forms};
use crate::extract::record::{Entity, EntityKind, Record};

/// A resolution in the making.
pub(super) struct Draft<'r> {
    /// The records in order of article ids.
    pub(super) records: Vec<&'r Record>,
    /// For each record the one that it is a copy of, or itself; nobody asks before people and events are told apart.
    pub(super) original: Vec<usize>,
    pub(super) gazetteer: &'r Gazetteer,
    pub(super) base: &'r str,
    pub(super) entities: Vec<Canonical>,
    /// Former IRIs, as paths below the base.
    pub(super) replaced: Vec<(String, EntityIndex)>,
    /// People of one name who may be one.
    pub(super) undecided: Vec<(EntityIndex, EntityIndex)>,
    /// Bodies with the one that took their place.
    pub(super) succeeded: Vec<(EntityIndex, EntityIndex)>,
    /// See [`Draft::lineage`]; what stands alone is left out.
    pub(super) lineage: HashMap<EntityIndex, EntityIndex>,
    /// What decisions ask of people and events, and of bodies.
    pub(super) constraints: Constraints,
    pub(super) aliases: Aliases,
    /// For each record and each of its entities what it turned out to be.
    pub(super) slots: Vec<Vec<Option<EntityIndex>>>,
    /// For each record the places of its entities, in order of their ids.
    local: Vec<Vec<usize>>,
}

/// An entity of a record: the record's place in the draft, the entity's place in the record.
pub(super) type Slot = (usize, usize);

impl<'r> Draft<'r> {
    pub(super) fn new(records: &'r [Record], gazetteer: &'r Gazetteer, base: &'r str) -> Self {
        let mut records: Vec<&Record> = records.iter().collect();
        records.sort_by(|a, b| a.article.id.cmp(&b.article.id));
        let slots = records.iter().map(|r| vec![None; r.entities.len()]).collect();
        let local = records.par_iter().map(|r| {
            let mut places: Vec<usize> = (0..r.entities.len()).collect();
            places.sort_unstable_by_key(|at| &r.entities[*at].id);
            places
        });
        Draft {
            local: local.collect(),
            original: Vec::new(),
            records,
            gazetteer,
            base,
            entities: Vec::new(),
            replaced: Vec::new(),
            undecided: Vec::new(),
            succeeded: Vec::new(),
            lineage: HashMap::new(),
            constraints: Constraints::default(),
            aliases: Aliases::default(),
            slots,
        }
    }

    /// Takes in what people decided.
    pub(super) fn decide(&mut self, decisions: &Decisions, outcomes: &mut [Outcome]) {
        self.constraints = Constraints::new(self, decisions, outcomes);
        self.aliases = Aliases::new(decisions);
    }

    /// Every entity of every record, in order.
    pub(super) fn each(&self) -> impl Iterator<Item = (Slot, &'r Entity)> {
        let records = self.records.iter().enumerate();
        records.flat_map(|(r, record)| {
            let entities = record.entities.iter().enumerate();
            entities.map(move |(e, entity)| ((r, e), entity))
        })
    }

    /// What `read` makes of every entity that it takes, in order.
    pub(super) fn read<T: Send>(&self, read: impl Fn(Slot, &'r Entity) -> Option<T> + Sync) -> Vec<T> {
        let own = |(r, record): (usize, &&'r Record)| {
            let entities = record.entities.iter().enumerate();
            entities.filter_map(|(e, entity)| read((r, e), entity)).collect::<Vec<T>>()
        };
        self.records.par_iter().enumerate().flat_map_iter(own).collect()
    }

    /// Where the entity `local` stands in record number `record`.
    pub(super) fn place(&self, record: usize, local: &str) -> Option<usize> {
        let (places, entities) = (&self.local[record], &self.records[record].entities);
        let at = places.binary_search_by(|at| entities[*at].id.as_str().cmp(local)).ok()?;
        Some(places[at])
    }

    /// What the entity `local` of record number `record` turned out to be.
    pub(super) fn resolved(&self, record: usize, local: &str) -> Option<EntityIndex> {
        let entity = self.place(record, local)?;
        self.slots[record][entity]
    }

    /// As [`Draft::resolved`], when it is a body.
    pub(super) fn resolved_body(&self, record: usize, local: &str) -> Option<EntityIndex> {
        let index = self.resolved(record, local)?;
        matches!(self.entities[index].kind, Kind::Body { .. }).then_some(index)
    }

    /// As [`Draft::resolved`], when it is a place.
    pub(super) fn resolved_place(&self, record: usize, local: &str) -> Option<EntityIndex> {
        let entity = self.place(record, local)?;
        let is_place = matches!(self.records[record].entities[entity].kind, EntityKind::Place { .. });
        self.slots[record][entity].filter(|_| is_place)
    }

    /// The province that a place is or lies in, as a unit of today.
    pub(super) fn province(&self, place: EntityIndex) -> Option<&str> {
        match &self.entities[place].kind {
            Kind::Place { within } => self.gazetteer.province(within.as_deref()?),
            _ => self.gazetteer.province(self.entities[place].iri.as_str()),
        }
    }

    /// The province in which a body is.
    pub(super) fn province_of_body(&self, body: EntityIndex) -> Option<&str> {
        match &self.entities[body].kind {
            Kind::Body { place: Some(place), .. } => self.province(*place),
            _ => None,
        }
    }

    /// Whether a place is one thing: known to the ontology, or told with what it lies in.
    pub(super) fn located(&self, place: EntityIndex) -> bool {
        !matches!(self.entities[place].kind, Kind::Place { within: None })
    }

    /// The first of the posts, or bodies, that are one line through the merger of provinces: of one name, in places of one name.
    pub(super) fn lineage(&self, index: EntityIndex) -> EntityIndex {
        self.lineage.get(&index).copied().unwrap_or(index)
    }

    /// Adds an entity whose IRI is `path` below the base, for all of `slots`.
    ///
    /// Where the ontology describes that IRI, its label and class are the ones that count.
    pub(super) fn mint(&mut self, path: &str, kind: Kind, forms: &forms::Forms, slots: &[Slot]) -> EntityIndex {
        let iri = NamedNode::new_unchecked(format!("{}{path}", self.base));
        let Some(label) = self.gazetteer.label(iri.as_str()) else {
            return self.add(iri, kind, forms, slots);
        };
        let mut forms = forms.clone();
        forms.prefer(label);
        let kind = match (kind, self.gazetteer.class(iri.as_str())) {
            (Kind::Place { .. }, _) => Kind::Known,
            (Kind::Body { place, parent, .. }, Some(class)) => Kind::Body { class: class.to_owned(), place, parent },
            (kind, _) => kind,
        };
        self.add(iri, kind, &forms, slots)
    }

    pub(super) fn add(&mut self, iri: NamedNode, kind: Kind, forms: &forms::Forms, slots: &[Slot]) -> EntityIndex {
        let index = self.entities.len();
        self.entities.push(Canonical { iri, kind, label: forms.best().to_owned(), variants: forms.others() });
        for (record, entity) in slots {
            self.slots[*record][*entity] = Some(index);
        }
        index
    }

    /// The printed forms of some entities: labels have a vote for being shown, variants have none.
    pub(super) fn forms(&self, slots: &[Slot]) -> forms::Forms {
        let mut forms = forms::Forms::default();
        for (record, entity) in slots {
            let entity = &self.records[*record].entities[*entity];
            forms.add(&entity.label);
            entity.variants.iter().for_each(|v| forms.mention(v));
        }
        forms
    }

    /// The part of an IRI below the base and its first folder: `công-an-tỉnh-hà-tĩnh`.
    pub(super) fn name(&self, index: EntityIndex) -> &str {
        let iri = self.entities[index].iri.as_str();
        iri.rsplit('/').next().unwrap_or(iri)
    }
}
