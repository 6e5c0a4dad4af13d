//! Journeys told again: what a headline, a caption or a word without a day says of a visit that the article tells elsewhere.

use std::collections::{BTreeSet, HashSet};

use super::events::{Event, EventMention};
use super::layers::Layers;
use super::occasions::Occasion;
use super::places::PlaceRef;
use super::roles::Role;
use crate::ontology::items::{EventHead, Function, Sense};

/// For each event, the event that it is: itself, or the journey of the same people that a verb tells of once more.
pub(super) fn find(layers: &Layers, officials: &HashSet<usize>, occasions: &[Occasion]) -> Vec<usize> {
    let mut people = vec![BTreeSet::new(); occasions.len()];
    for role in layers.roles.iter().filter(|r| officials.contains(&r.person)) {
        people[role.event].insert(role.person);
    }
    let told = Told { layers, people, occasions };
    let mut same: Vec<usize> = (0..occasions.len()).collect();
    for (event, first) in same.iter_mut().enumerate() {
        *first = told.first_telling(event).unwrap_or(event);
    }
    (0..same.len())
        .map(|e| std::iter::successors(Some(e), |&e| Some(same[e]).filter(|&s| s != e)).last().unwrap_or(e))
        .collect()
}

/// Whether somebody is told to take part in an event, not only to speak in its passage.
pub(super) fn goes(roles: &[Role], event: usize, person: usize) -> bool {
    roles.iter().any(|r| r.event == event && r.person == person && r.states == "attended")
}

struct Told<'t, 'a> {
    layers: &'t Layers<'t, 'a>,
    /// For each event, the officials who are told to have been there.
    people: Vec<BTreeSet<usize>>,
    occasions: &'t [Occasion],
}

impl Told<'_, '_> {
    /// The event that tells of the same journey, told with a day or before this one.
    fn first_telling(&self, event: usize) -> Option<usize> {
        if self.day(event) || !self.head(event).verbal || !self.journey(event) || self.to_come(event) {
            return None;
        }
        let mut people = self.people[event].clone();
        people.retain(|&p| goes(self.layers.roles, event, p));
        if people.is_empty() {
            return None;
        }
        let at = self.naming(event);
        let other = |f: &usize| {
            *f != event
                && (self.day(*f) || *f < event)
                && self.journey(*f)
                && people.is_subset(&self.people[*f])
                && !self.to_come(*f)
                && self.one_place(event, *f)
                && self.again(event, *f)
        };
        (0..self.occasions.len()).filter(other).min_by_key(|&f| self.naming(f).start.abs_diff(at.start))
    }

    /// Whether the words that tell of a journey leave open that it is another's: a headline or caption, words in the sentence of
    /// that other, or nothing told in capitals of whom or what is visited.
    fn again(&self, event: usize, other: usize) -> bool {
        let scan = self.layers.scan;
        let named = |m: &EventMention| (m.head_end..m.end).any(|t| scan.capital(t));
        let at = self.naming(event);
        let beside = scan.sentence_of(at.start) == scan.sentence_of(self.naming(other).start);
        beside || !named(at) || self.shown(at)
    }

    /// Whether a mention is a headline, or all that a sentence without a day tells of those whom it begins with.
    fn shown(&self, mention: &EventMention) -> bool {
        let Layers { scan, reading, dates, .. } = self.layers;
        let number = scan.sentence_of(mention.start);
        let sentence = &scan.sentences[number];
        let somebody = reading.mentions.iter().any(|m| m.start == sentence.start && m.end <= mention.start);
        let clause = (mention.start..sentence.end).any(|t| scan.mark(t, ","));
        number == 0 || somebody && !clause && !dates.iter().any(|d| sentence.contains(&d.start))
    }

    /// Whether two journeys may lead to one place: none tells of one, or both of the same.
    fn one_place(&self, a: usize, b: usize) -> bool {
        let foreign = |e: usize| -> BTreeSet<u16> {
            let m = self.naming(e);
            let hits = (m.start..m.end.max(m.head_end)).flat_map(|t| self.layers.scan.hits(t));
            hits.filter_map(|h| if let Sense::Foreign(f) = h.sense { Some(f) } else { None }).collect()
        };
        let (here, there) = (foreign(a), foreign(b));
        let told = |e: usize| self.occasions[e].place.as_ref().map(|(p, _)| &p.value);
        let province = match (told(a), told(b)) {
            (Some(a @ PlaceRef::Known(_)), Some(b @ PlaceRef::Known(_))) => a == b,
            _ => true,
        };
        province && (here.is_empty() || there.is_empty() || !here.is_disjoint(&there))
    }

    /// Whether an event is a visit or an inspection, not a meeting with somebody.
    fn journey(&self, event: usize) -> bool {
        let class = &self.event(event).class;
        let head = self.head(event);
        matches!(class.as_str(), "Visit" | "Inspection") && !head.of_person && !(head.verbal && head.meets)
            || head.by_person
    }

    /// Whether an event is still to come, or opens another occasion of its own.
    fn to_come(&self, event: usize) -> bool {
        let scan = self.layers.scan;
        let told = self.layers.events.mentions.iter().filter(|m| m.event == Some(event));
        let apart = [Function::NewEvent, Function::Background, Function::Recent];
        let opens = |m: &EventMention| scan.any_function(scan.sentences[scan.sentence_of(m.start)].start, &apart);
        self.event(event).planned || self.occasions[event].planned.is_some() || told.into_iter().any(opens)
    }

    fn day(&self, event: usize) -> bool {
        self.occasions[event].date.is_some()
    }

    fn event(&self, event: usize) -> &Event {
        &self.layers.events.list[event]
    }

    fn naming(&self, event: usize) -> &EventMention {
        &self.layers.events.mentions[self.event(event).name]
    }

    fn head(&self, event: usize) -> &EventHead {
        &self.layers.scan.kb.events[usize::from(self.naming(event).head)]
    }
}
