//! Events as all their articles tell them together: day, province, who holds them and who takes part, with the facts.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::prelude::*;

use super::super::{Draft, EntityIndex, reports};
use super::Stated;
use crate::extract::record::{EntityKind, Record, Value};

/// An event.
#[derive(Default)]
pub(super) struct Event {
    pub index: EntityIndex,
    pub class: String,
    /// Its articles, as places in the draft.
    pub records: BTreeSet<usize>,
    /// The full dates told of its beginning.
    pub days: BTreeMap<Date, BTreeSet<Stated>>,
    /// Its provinces as units of today, by IRI: the places told and the facts.
    pub provinces: BTreeMap<String, (BTreeSet<EntityIndex>, BTreeSet<Stated>)>,
    pub bodies: BTreeSet<EntityIndex>,
    /// Who takes part, with the facts that say so.
    pub people: BTreeMap<EntityIndex, BTreeSet<Stated>>,
    /// The keys of the words that tell what it is about, for each name it is told by.
    pub names: BTreeSet<BTreeSet<String>>,
    /// Whether it goes on for several days, as an article tells or as its class does.
    pub long: bool,
    /// Whether an article only announces it.
    pub planned: bool,
}

impl Event {
    /// The day on which it began, where only one is told.
    pub fn day(&self) -> Option<Date> {
        self.days.keys().next().filter(|_| self.days.len() == 1).copied()
    }

    /// The IRI of its province, where only one is told.
    pub fn province(&self) -> Option<&str> {
        self.provinces.keys().next().filter(|_| self.provinces.len() == 1).map(String::as_str)
    }

    /// How many bodies and people it has in common with another.
    pub fn shares(&self, other: &Event) -> (usize, usize) {
        let people = self.people.keys().filter(|person| other.people.contains_key(person)).count();
        (self.bodies.intersection(&other.bodies).count(), people)
    }

    fn take(&mut self, draft: &Draft, report: reports::Report, local: &str) {
        let r = report.slot.0;
        let record = draft.records[r];
        self.records.insert(r);
        self.names.insert(report.words);
        self.bodies.extend(report.bodies);
        let known = &draft.gazetteer.known.classes;
        self.long |= known.over_days(&report.class) || goes_on(record, local);
        for (f, fact) in record.facts.iter().enumerate() {
            match (fact.predicate.as_str(), &fact.object) {
                ("schema:startDate", Value::Date(date)) if fact.subject == local => {
                    if let Ok(day) = date.parse() {
                        self.days.entry(day).or_default().insert((r, f));
                    }
                }
                ("vg:inProvince", Value::Entity(place)) if fact.subject == local => {
                    if let (Some(iri), Some(place)) = (&report.province, draft.resolved(r, place)) {
                        let told = self.provinces.entry(iri.clone()).or_default();
                        told.0.insert(place);
                        told.1.insert((r, f));
                    }
                }
                ("vg:planned", Value::Flag(true)) if fact.subject == local => self.planned = true,
                (_, Value::Entity(object)) if object == local => {
                    let who = draft.resolved(r, &fact.subject).filter(|who| report.people.contains(who));
                    if let Some(who) = who {
                        self.people.entry(who).or_default().insert((r, f));
                    }
                }
                _ => {}
            }
        }
    }
}

/// Whether a record tells that an event ends on another day than it begins.
fn goes_on(record: &Record, local: &str) -> bool {
    let date = |predicate: &str| {
        let own = record.facts.iter().filter(|f| f.subject == local && f.predicate == predicate);
        own.map(|f| &f.object).next()
    };
    date("schema:endDate").is_some_and(|end| Some(end) != date("schema:startDate"))
}

/// All events, in order of their places among the entities.
pub(super) fn all(draft: &Draft) -> Vec<Event> {
    let told = draft.each().filter_map(|(slot, entity)| match (&entity.kind, draft.slots[slot.0][slot.1]) {
        (EntityKind::Event { class }, Some(index)) => Some((index, slot, entity, class)),
        _ => None,
    });
    let told: Vec<_> = told.collect();
    let report = |(index, slot, entity, class): (_, _, _, &String)| {
        (index, reports::report(draft, slot, entity, class), &entity.id)
    };
    let mut events: BTreeMap<EntityIndex, Event> = BTreeMap::new();
    for (index, report, local) in told.into_par_iter().map(report).collect::<Vec<_>>() {
        let class = || report.class.clone();
        let event = events.entry(index).or_insert_with(|| Event { index, class: class(), ..Event::default() });
        event.take(draft, report, local);
    }
    events.into_values().collect()
}
