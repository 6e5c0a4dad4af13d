//! Decisions handed over at a ceremony: whom they concern receives them there.

use std::collections::HashSet;

use super::changes::Change;
use super::digests::item_of;
use super::events::EventMention;
use super::layers::Layers;
use super::record::Value;
use super::state::State;
use crate::ontology::items::Function;

impl State<'_, '_, '_> {
    /// At a ceremony that announces decisions, those the decisions concern receive them.
    pub(super) fn handed_over(&mut self, layers: &Layers, officials: &HashSet<usize>, event: usize) {
        let scan = self.context.scan;
        // `công bố quyết định`, and no ceremony named: nobody is told to be given anything.
        let named = &layers.events.mentions[layers.events.list[event].name];
        let head = &scan.kb.events[usize::from(named.head)];
        if head.verbal && head.states == "spokeAt" {
            return;
        }
        let announces = |m: &EventMention| {
            m.event == Some(event) && (m.start..m.end).any(|i| scan.function(i, Function::Decision).is_some())
        };
        let class = &layers.events.list[event].class;
        let ceremony = matches!(class.as_str(), "Ceremony" | "Conference");
        let announced: Vec<usize> = layers
            .events
            .mentions
            .iter()
            .filter(|m| ceremony && announces(m))
            .map(|m| scan.sentence_of(m.start))
            .collect();
        if announced.is_empty() {
            return;
        }
        // An election hands over nothing; of those who leave only somebody a decision is told of.
        let decided = |c: &Change| {
            let sentence = &scan.sentences[c.sentence];
            sentence.clone().any(|i| scan.function(i, Function::Decision).is_some())
        };
        let handed = |c: &Change| match c.class.as_str() {
            "Appointment" | "Promotion" => true,
            "Departure" => decided(c),
            _ => false,
        };
        // `Trước đó, Chủ tịch UBND tỉnh cũng ký quyết định bổ nhiệm …`
        let earlier = |c: &Change| scan.function(scan.sentences[c.sentence].start, Function::Background).is_some();
        let handed = |c: &&Change| {
            handed(c) && !earlier(c) && !of_another_time(layers, c, event) && officials.contains(&c.person)
        };
        let near = |c: &&Change| {
            // What was decided before somebody is told to hand something over was so at another time, but for what the headline says.
            let before = |s: &usize| head.verbal && (2..*s).contains(&c.sentence);
            announced.iter().any(|s| s.abs_diff(c.sentence) <= 4 && !before(s))
        };
        let item = |at: usize| item_of(&layers.events.digest, at);
        let told_here = |c: &&Change| item(c.start) == item(named.start);
        for change in layers.changes.iter().filter(near).filter(handed).filter(told_here) {
            let person = self.out.person(&self.reading.people[change.person]);
            let id = self.out.event(event, class, &layers.events.name(scan, event));
            let source = self.rule("decision-handed-over", change.start, change.end);
            self.out.fact(&person, "vg:receivedAt", Value::Entity(id), &source);
        }
    }
}

/// Whether the sentence of a change opens with another day than the event's, or with no more than a month or year (`Tháng 8/2010,
/// ông X được giao chức vụ …`): it tells somebody's career.
fn of_another_time(layers: &Layers, change: &Change, event: usize) -> bool {
    let start = layers.scan.sentences[change.sentence].start;
    let same_day = layers.scan.function(start, Function::SameDay).is_some();
    let first = layers.dates.partition_point(|d| d.start < start);
    let opening = layers.dates.get(first).filter(|d| d.start < start + 3 && !same_day);
    let held = layers.events.list[event].date.as_deref();
    let other = |day: &str| held.is_some_and(|held| !held.ends_with(day));
    opening.is_some_and(|date| date.month_day().is_none_or(other))
}
