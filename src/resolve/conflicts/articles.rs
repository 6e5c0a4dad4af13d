//! One article against several about an event: another day, or another province.

use std::collections::{BTreeMap, BTreeSet};

use super::super::tenures::days;
use super::super::{Draft, EntityIndex};
use super::events::Event;
use super::{Conflict, Gravity, Nature, Side, Stated, path};

/// So many words of a name tell which event is meant.
const TELLING: usize = 3;
/// Reports of one event give days that lie no further apart.
const WEEK: i32 = 7;

/// Events that one article tells like another event of several articles, but for the day or the province.
pub(super) fn all(draft: &Draft, events: &[Event]) -> Vec<Conflict> {
    let mut names: BTreeMap<&BTreeSet<String>, Vec<&Event>> = BTreeMap::new();
    for event in events.iter().filter(|e| e.day().is_some()) {
        let telling = event.names.iter().filter(|name| name.len() >= TELLING);
        telling.for_each(|name| names.entry(name).or_default().push(event));
    }
    let mut found: Vec<Conflict> = events.iter().flat_map(|event| within(draft, event)).collect();
    for mut events in names.into_values() {
        events.sort_by_key(|e| (e.day(), e.index));
        for (i, one) in events.iter().enumerate() {
            let near = |other: &&&Event| one.day().zip(other.day()).is_some_and(|(a, b)| days(a, b) <= WEEK);
            let later = events[i + 1..].iter().take_while(near);
            found.extend(later.filter_map(|other| of(draft, one, other)));
        }
    }
    // Two may have more than one name in common.
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found.dedup_by(|a, b| a.path == b.path);
    found
}

/// What single articles tell otherwise of an event that somebody said is one.
fn within(draft: &Draft, event: &Event) -> Vec<Conflict> {
    let mut found = Vec::new();
    let days = event.days.iter().map(|(day, facts)| (facts, vec![event.index], Some((*day, *day))));
    let places = event.provinces.values().map(|(places, facts)| (facts, places.iter().copied().collect(), None));
    for told in [days.collect::<Vec<_>>(), places.collect()] {
        let records = |facts: &BTreeSet<Stated>| facts.iter().map(|(r, _)| *r).collect::<BTreeSet<_>>().len();
        let Some((n, most)) = told.iter().enumerate().max_by_key(|(_, (facts, ..))| records(facts)) else {
            continue;
        };
        let alone = told.iter().enumerate().filter(|(m, (facts, ..))| *m != n && records(facts) == 1);
        for (_, other) in alone.filter(|_| records(most.0) > 1) {
            let sides =
                [most, other].map(|(facts, says, days)| Side::new(draft, says.clone(), *days, facts.iter().copied()));
            let says = other.1.iter().map(|index| draft.entities[*index].iri.as_str());
            let day = other.2.map(|(day, _)| day.to_string()).unwrap_or_default();
            let rest: Vec<&str> = says.chain([day.as_str()]).collect();
            found.push(conflict(draft, vec![event.index], Gravity::Serious, sides, &rest));
        }
    }
    found
}

/// The conflict of two events of one name, where it is one event and a single article tells it otherwise.
fn of(draft: &Draft, one: &Event, other: &Event) -> Option<Conflict> {
    let lone = [one, other].map(|e| e.records.len() == 1);
    if lone[0] == lone[1]
        || !one.records.is_disjoint(&other.records)
        || !draft.gazetteer.known.classes.mixed_up(&one.class, &other.class)
    {
        return None;
    }
    let (bodies, people) = one.shares(other);
    let (day, place) = (one.day() != other.day(), one.province() != other.province());
    let differs = match (one.province(), other.province()) {
        // An event that goes on is told of on each of its days.
        _ if day => !(place || one.long || other.long) && bodies + people > 0,
        (Some(_), Some(_)) => place && bodies > 0 && people > 0,
        _ => false,
    };
    let told = |e: &Event| {
        let (mut says, mut facts) = (vec![e.index], BTreeSet::new());
        if day {
            facts.extend(e.days.values().flatten());
        } else {
            says.extend(e.provinces.values().flat_map(|(places, _)| places));
            facts.extend(e.provinces.values().flat_map(|(_, facts)| facts));
        }
        Side::new(draft, says, e.day().map(|day| (day, day)), facts)
    };
    let sides = [told(one), told(other)];
    differs.then(|| conflict(draft, vec![one.index, other.index], Gravity::Serious, sides, &[]))
}

fn conflict(draft: &Draft, subjects: Vec<EntityIndex>, gravity: Gravity, sides: [Side; 2], rest: &[&str]) -> Conflict {
    let nature = Nature::ArticleContradicts;
    Conflict { path: path(draft, nature, &subjects, rest), nature, gravity, subjects, sides }
}
