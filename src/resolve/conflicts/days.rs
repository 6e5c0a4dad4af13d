//! Somebody in two provinces on one day.
//!
//! A day can hold two provinces in truth, so this weighs little: only events held for certain on that one day count, and
//! only where no article tells both. What one article tells of a day was possible.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::super::{Draft, EntityIndex};
use super::events::Event;
use super::{Conflict, Gravity, Nature, Side, path};

/// People who are told at events of one day in two provinces, for each day those two of most articles.
pub(super) fn all(draft: &Draft, events: &[Event]) -> Vec<Conflict> {
    let mut days: BTreeMap<(EntityIndex, Date), Vec<&Event>> = BTreeMap::new();
    for event in events.iter().filter(|e| !e.long && !e.planned) {
        if let (Some(day), Some(_)) = (event.day(), event.province()) {
            event.people.keys().for_each(|person| days.entry((*person, day)).or_default().push(event));
        }
    }
    let of = |((person, day), events): ((EntityIndex, Date), Vec<&Event>)| of(draft, person, day, &events);
    days.into_iter().filter_map(of).collect()
}

fn of(draft: &Draft, person: EntityIndex, day: Date, events: &[&Event]) -> Option<Conflict> {
    let mut provinces: BTreeMap<&str, Vec<&Event>> = BTreeMap::new();
    for event in events {
        provinces.entry(event.province()?).or_default().push(event);
    }
    let mut best: Option<(usize, [&str; 2])> = None;
    for (one, here) in &provinces {
        for (other, there) in provinces.range::<str, _>((std::ops::Bound::Excluded(*one), std::ops::Bound::Unbounded)) {
            let (a, b) = (articles(here, person), articles(there, person));
            let both = here.iter().any(|x| there.iter().any(|y| !x.records.is_disjoint(&y.records) || alike(x, y)));
            let weight = a.len().min(b.len()) * events.len() + a.len() + b.len();
            if !both && best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, [*one, *other]));
            }
        }
    }
    let (_, pair) = best?;
    let sides = pair.map(|province| {
        let events = &provinces[province];
        let places = events.iter().flat_map(|e| e.provinces.values().flat_map(|(places, _)| places.iter().copied()));
        let says: BTreeSet<EntityIndex> = places.collect();
        let says = says.into_iter().chain(events.iter().map(|e| e.index)).collect();
        let facts = events.iter().flat_map(|e| {
            let there = e.provinces.values().flat_map(|(_, facts)| facts);
            e.people[&person].iter().chain(there).copied()
        });
        Side::new(draft, says, Some((day, day)), facts)
    });
    let nature = Nature::TwoProvinces;
    let path = path(draft, nature, &[person], &[&day.to_string()]);
    Some(Conflict { path, nature, gravity: Gravity::Slight, subjects: vec![person], sides })
}

/// The articles that tell somebody at one of some events.
fn articles(events: &[&Event], person: EntityIndex) -> BTreeSet<usize> {
    events.iter().flat_map(|e| e.people[&person].iter().map(|(record, _)| *record)).collect()
}

/// Whether two may be reports of one event: one holds both, or their names tell of one thing.
fn alike(a: &Event, b: &Event) -> bool {
    a.shares(b).0 > 0 || a.names.iter().any(|x| b.names.iter().any(|y| x.intersection(y).count() > 1))
}
