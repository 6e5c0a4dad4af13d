//! What somebody takes part in on a journey abroad: in one city, as far as the article tells of one.

use std::collections::BTreeSet;

use super::layers::Layers;
use super::places::PlaceRef;
use super::state::ToldEvent;
use crate::ontology::items::{Function, Sense};

/// How many days what is told of one journey may lie apart.
const JOURNEY: u32 = 3;

/// On a journey abroad on which the article tells of one city, all that they take part in who were there was in it; the
/// visit to the country is to more than one.
pub(super) fn place_of_company(layers: &Layers, told: &mut [ToldEvent]) {
    let place = |t: &ToldEvent| t.occasion.place.as_ref().map(|(p, _)| p.value.clone());
    let Some(first) = told.iter().find_map(|t| t.occasion.place.clone()) else {
        return;
    };
    let city = &first.0.value;
    let journey = |t: &ToldEvent| place(t).is_none_or(|p| p == *city);
    if !matches!(city, PlaceRef::Foreign(_)) || !told.iter().all(journey) {
        return;
    }
    let there = |t: &&ToldEvent| t.occasion.place.is_some();
    let people: BTreeSet<usize> = told.iter().filter(there).flat_map(|t| &t.roles).map(|r| r.person).collect();
    let days: Vec<u32> = told.iter().filter(|t| there(t)).filter_map(day_of).collect();
    for here in told.iter_mut().filter(|t| t.occasion.place.is_none() && t.occasion.planned.is_none()) {
        // Those who met abroad sit at home.
        let sits = layers.events.list[here.event].class == "Session";
        let there = here.roles.iter().any(|r| people.contains(&r.person));
        let then = day_of(here).is_none_or(|day| days.iter().all(|d| d.abs_diff(day) <= JOURNEY));
        if there && then && !sits && !of_a_country(layers, here.event) {
            here.occasion.place = Some((first.0.clone(), "event-place-of-company"));
        }
    }
}

/// The day of an event, counted from the beginning of the year in months of 31 days; none where only a month or nothing is told.
fn day_of(event: &ToldEvent) -> Option<u32> {
    let (date, _) = event.occasion.date.as_ref()?;
    let mut parts = date.value.value.rsplit('-');
    let (day, month) = (parts.next()?.parse::<u32>().ok()?, parts.next()?.parse::<u32>().ok()?);
    (month <= 12).then_some(month * 31 + day)
}

/// Whether an event is a visit to, or of, a country.
fn of_a_country(layers: &Layers, event: usize) -> bool {
    let (scan, events) = (layers.scan, layers.events);
    let naming = &events.mentions[events.list[event].name];
    let country = |s: Sense| matches!(s, Sense::Foreign(_) | Sense::Function(Function::National));
    let close = naming.head_end..naming.end.min(naming.head_end + 4);
    events.list[event].class == "Visit"
        && !scan.kb.events[usize::from(naming.head)].of_person
        && close.into_iter().any(|i| scan.hits(i).iter().any(|h| country(h.sense)))
}
