//! What one article tells of an event.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::super::sightings::day_number;
use super::super::{Draft, EntityIndex, Kind, Slot};
use super::named::{self, Named};
use super::sittings::assembly;
use crate::extract::record::{Entity, Fact, Record, Value};
use crate::text::key::key;

/// What one article tells of an event.
pub(in crate::resolve) struct Report {
    pub slot: Slot,
    /// The day it begins, where year, month and day are known, and the day its article was published; see [`day_number`].
    pub day: Option<i32>,
    pub published: Option<i32>,
    /// The part of the day told with it, by IRI.
    pub part: Option<String>,
    pub class: String,
    /// The IRI of the province of today.
    pub province: Option<String>,
    pub bodies: BTreeSet<EntityIndex>,
    pub people: BTreeSet<EntityIndex>,
    /// Those of them who chair it.
    pub chairs: BTreeSet<EntityIndex>,
    /// Those of them who are given something there.
    pub given: BTreeSet<EntityIndex>,
    /// Of a sitting the assembly, see [`assembly`].
    pub assembly: Option<String>,
    /// The keys of the words of its name that tell what it is about.
    pub words: BTreeSet<String>,
    /// Which one its name says that it is (`kỳ họp thứ 18`, `Đại hội … lần thứ XXII`).
    pub ordinal: Option<u32>,
    /// The kinds that its name tells, by IRI.
    pub kinds: BTreeSet<String>,
    /// See [`Report::names`]; most reports have no other to be compared with.
    names: OnceCell<Named>,
}

impl Report {
    /// What the sentences that tell of it name, see [`named`].
    pub fn names(&self, draft: &Draft) -> &Named {
        let (record, event) = self.slot;
        let record = draft.records[record];
        self.names.get_or_init(|| named::around(draft, record, &record.entities[event]))
    }
}

/// The day an event begins, where year, month and day are known, and the part of the day told with it, see [`part_of_day`].
fn day(draft: &Draft, record: &Record, event: &Entity) -> (Option<i32>, Option<String>) {
    let mut dated = record.facts.iter().filter(|f| f.subject == event.id && f.predicate == "schema:startDate");
    let told = dated.find_map(|fact| match &fact.object {
        Value::Date(date) if date.len() == 10 => Some((day_number(date), part_of_day(draft, fact))),
        _ => None,
    });
    told.unwrap_or_default()
}

/// The part of the day that the words which tell a day agree on, by IRI.
fn part_of_day(draft: &Draft, day: &Fact) -> Option<String> {
    let parts = day.evidence.iter().filter_map(|e| draft.gazetteer.known.part_of_day(&e.quote));
    let parts: BTreeSet<&str> = parts.collect();
    parts.first().filter(|_| parts.len() == 1).map(|part| (*part).to_owned())
}

/// What the article of `slot` tells of its event.
pub(in crate::resolve) fn report(draft: &Draft, slot: Slot, event: &Entity, class: &str) -> Report {
    let record = draft.records[slot.0];
    let (mut bodies, mut people, mut given) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let (mut chairs, mut place) = (BTreeSet::new(), None);
    for fact in &record.facts {
        match &fact.object {
            Value::Entity(object) if fact.subject == event.id && fact.predicate == "vg:inProvince" => {
                place = draft.resolved(slot.0, object);
            }
            Value::Entity(object) if *object == event.id => {
                let Some(who) = draft.resolved(slot.0, &fact.subject) else {
                    continue;
                };
                match fact.predicate.as_str() {
                    "vg:receivedAt" => _ = given.insert(who),
                    "vg:chaired" => _ = chairs.insert(who),
                    _ => {}
                }
                match draft.entities[who].kind {
                    Kind::Person => people.insert(who),
                    Kind::Body { .. } => bodies.insert(who),
                    _ => false,
                };
            }
            _ => {}
        }
    }
    let (day, part) = day(draft, record, event);
    let kinds: BTreeSet<String> = draft.gazetteer.known.kinds(&key(&event.label)).map(str::to_owned).collect();
    // What announces a merger is held the day before.
    let eve = i32::from(kinds.iter().any(|kind| draft.gazetteer.known.on_the_eve(kind)));
    let province = place.map(|place| province_on(draft, place, day.map(|day| day + eve)));
    let label = without(draft, province.as_deref(), &event.label);
    let (ordinal, label) = match draft.gazetteer.known.ordinal(label.trim()) {
        Some((number, rest)) => (Some(number), rest),
        None => (None, label),
    };
    let mut words = draft.gazetteer.known.telling_words(label.trim());
    words.retain(|word| !draft.gazetteer.known.is_level(word));
    let mut report = Report {
        slot,
        day,
        published: record.article.published.as_deref().and_then(day_number),
        part,
        class: class.to_owned(),
        province,
        bodies,
        people,
        chairs,
        given,
        assembly: None,
        words,
        ordinal,
        kinds,
        names: OnceCell::new(),
    };
    report.assembly = assembly(draft, &report, &event.label);
    report
}

/// The name of an event, as a key, without that of its province: that is told already.
fn without(draft: &Draft, province: Option<&str>, label: &str) -> String {
    let named = province.and_then(|iri| draft.gazetteer.name(iri)).unwrap_or_default();
    let label = format!(" {} ", key(label));
    if named.is_empty() { label } else { label.replace(&format!(" {named} "), " ") }
}

/// The province of a place on a day: one that had gone into another by then is the other.
fn province_on(draft: &Draft, place: EntityIndex, day: Option<i32>) -> String {
    let own = draft.province(place).unwrap_or(draft.entities[place].iri.as_str());
    let merged = draft.gazetteer.merged(own).filter(|(_, since)| day.is_some_and(|day| *since <= day));
    merged.map_or(own, |(into, _)| into).to_owned()
}
