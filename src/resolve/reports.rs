//! Reports of one event: what different articles tell of the same gathering.
//!
//! Two reports are of one event when they tell the same day, no different province and kinds that papers mix up, and share
//! two of three: a body that holds it, somebody who takes part, a word of its name; or two people, or somebody who is given
//! something at both; or, where one has a name that says nothing, kind, province and one who takes part. Yearly events differ in their day; of two events of one article no report of another can be both, and one without
//! a province joins no two provinces.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::decisions::Outcome;
use super::sightings::day_number;
use super::{Draft, EntityIndex, Slot};
use crate::extract::record::{Entity, EntityKind, Record, Value};
use crate::text::key::key;

/// What one article tells of an event.
pub(super) struct Report {
    pub slot: Slot,
    pub class: String,
    /// The IRI of the province of today.
    pub province: Option<String>,
    pub bodies: BTreeSet<EntityIndex>,
    pub people: BTreeSet<EntityIndex>,
    /// Those of them who are given something there.
    given: BTreeSet<EntityIndex>,
    /// The keys of the words of its name that tell what it is about.
    pub words: BTreeSet<String>,
}

/// The events of all records as sets of reports; those without a full date stand alone.
pub(super) fn events(draft: &Draft, outcomes: &mut [Outcome]) -> Vec<Vec<Slot>> {
    let mut days: BTreeMap<String, Vec<Report>> = BTreeMap::new();
    let mut events: Vec<Vec<Slot>> = Vec::new();
    for (slot, entity) in draft.each() {
        let EntityKind::Event { class } = &entity.kind else {
            continue;
        };
        match day(draft.records[slot.0], entity) {
            Some(day) => days.entry(day).or_default().push(report(draft, slot, entity, class)),
            None => events.push(vec![slot]),
        }
    }
    for reports in days.into_values() {
        events.extend(together(draft, &reports));
    }
    let mut events = draft.constraints.join(events, outcomes);
    events.sort();
    events
}

/// The day an event begins, where year, month and day are known.
fn day(record: &Record, event: &Entity) -> Option<String> {
    record.facts.iter().filter(|f| f.subject == event.id && f.predicate == "schema:startDate").find_map(|f| {
        match &f.object {
            Value::Date(date) if date.len() == 10 => Some(date.clone()),
            _ => None,
        }
    })
}

/// What the article of `slot` tells of its event.
pub(super) fn report(draft: &Draft, slot: Slot, event: &Entity, class: &str) -> Report {
    let record = draft.records[slot.0];
    let (mut bodies, mut people, mut given) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut province = None;
    for fact in &record.facts {
        match &fact.object {
            Value::Entity(object) if fact.subject == event.id && fact.predicate == "vg:inProvince" => {
                province = draft.resolved(slot.0, object).map(|place| province_on(draft, place, event, record));
            }
            Value::Entity(object) if *object == event.id => {
                let Some(who) = draft.resolved(slot.0, &fact.subject) else {
                    continue;
                };
                if fact.predicate == "vg:receivedAt" {
                    given.insert(who);
                }
                match draft.entities[who].kind {
                    super::Kind::Person => people.insert(who),
                    super::Kind::Body { .. } => bodies.insert(who),
                    _ => false,
                };
            }
            _ => {}
        }
    }
    let mut words = draft.gazetteer.known.telling_words(&key(&event.label));
    // The province is told already.
    let named = province.as_deref().and_then(|iri| draft.gazetteer.name(iri)).unwrap_or_default();
    words.retain(|word| !named.split(' ').any(|part| part == word) && !draft.gazetteer.known.is_level(word));
    Report { slot, class: class.to_owned(), province, bodies, people, given, words }
}

/// The province of a place on the day of an event: one that had gone into another by then is the other.
fn province_on(draft: &Draft, place: EntityIndex, event: &Entity, record: &Record) -> String {
    let own = draft.province(place).unwrap_or(draft.entities[place].iri.as_str());
    let day = day(record, event).and_then(|day| day_number(&day));
    let merged = draft.gazetteer.merged(own).filter(|(_, since)| day.is_some_and(|day| *since <= day));
    merged.map_or(own, |(into, _)| into).to_owned()
}

/// The reports of one day, those of one event together.
fn together(draft: &Draft, reports: &[Report]) -> Vec<Vec<Slot>> {
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (i, a) in reports.iter().enumerate() {
        for (j, b) in reports.iter().enumerate().skip(i + 1) {
            pairs.extend(likeness(draft, a, b).map(|n| (usize::MAX - n, i, j)));
        }
    }
    pairs.sort_unstable();
    let mut of: Vec<usize> = (0..reports.len()).collect();
    let mut groups: HashMap<usize, Vec<usize>> = (0..reports.len()).map(|i| (i, vec![i])).collect();
    for (_, i, j) in pairs {
        let (a, b) = (of[i].min(of[j]), of[i].max(of[j]));
        let records = |g: usize| groups[&g].iter().map(|r| reports[*r].slot.0).collect::<BTreeSet<_>>();
        let parted = |x: usize, y: usize| draft.constraints.part(reports[x].slot, reports[y].slot);
        let decided = groups[&a].iter().any(|x| groups[&b].iter().any(|y| a != b && parted(*x, *y)));
        let provinces = |g: usize| groups[&g].iter().filter_map(|r| reports[*r].province.clone());
        let places: BTreeSet<String> = provinces(a).chain(provinces(b)).collect();
        if a == b || decided || places.len() > 1 || !records(a).is_disjoint(&records(b)) {
            continue;
        }
        let moved = groups.remove(&b).unwrap_or_default();
        moved.iter().for_each(|r| of[*r] = a);
        groups.entry(a).or_default().extend(moved);
    }
    groups.into_values().map(|group| group.into_iter().map(|r| reports[r].slot).collect()).collect()
}

/// How much two reports of one day share; none where they are of two events.
fn likeness(draft: &Draft, a: &Report, b: &Report) -> Option<usize> {
    if !draft.gazetteer.known.classes.mixed_up(&a.class, &b.class) {
        return None;
    }
    let bodies = a.bodies.intersection(&b.bodies).count();
    let people = a.people.intersection(&b.people).count();
    let words = a.words.intersection(&b.words).count();
    // Nobody is appointed or decorated twice in a day: who is given something at both says as much as two.
    let given = a.given.intersection(&b.given).count();
    let shared = [bodies, people, words, given].iter().filter(|n| **n > 0).count() + usize::from(people > 1);
    // Where one report has no words of its own, one who was there is enough in one province.
    let plain = a.words.is_empty() || b.words.is_empty();
    let there = a.province.is_some() && a.province == b.province && a.class == b.class;
    (shared > 1 || people > 0 && plain && there).then_some(3 * bodies + 2 * people + words)
}
