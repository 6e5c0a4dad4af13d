//! Events told one after the other: what follows another on the same day has its day.

use super::events::{EventMention, Events};
use super::occasions::Occasion;
use super::scan::Scan;
use crate::ontology::items::Function;

/// How many sentences before an event those stand that it may follow.
const NEAR: usize = 4;

/// Gives events that are told to follow another (`Sau đó, ông X đến thăm …`, `họp báo sau hội đàm`) the other's day.
pub(super) fn inherit(scan: &Scan, events: &Events, occasions: &mut [Occasion]) {
    for event in 0..occasions.len() {
        if occasions[event].date.is_some() || occasions[event].planned.is_some() || events.list[event].planned {
            continue;
        }
        let told = |n: &usize| events.mentions[*n].event == Some(event);
        let Some((at, how)) =
            (0..events.mentions.len()).filter(told).find_map(|n| Some((n, follows(scan, events, n)?)))
        else {
            continue;
        };
        let one_day = |e: &usize| {
            let day = |d: &str| d.len() == 10 || d.len() == 7 && d.starts_with("--");
            let date = occasions[*e].date.as_ref().map(|(d, _)| &d.value);
            date.is_some_and(|d| d.until.is_none() && day(&d.value))
        };
        let here = scan.sentence_of(events.mentions[at].start);
        let near = |m: &&EventMention| here - scan.sentence_of(m.start) <= NEAR;
        let before = || events.mentions[..at].iter().rev().take_while(near).filter_map(|m| m.event).find(one_day);
        let earlier = match how {
            Follows::Sentence => before(),
            Follows::Event(e) => Some(e).filter(one_day).or_else(before),
        };
        let Some(earlier) = earlier else {
            continue;
        };
        occasions[event].date = occasions[earlier].date.clone().map(|(date, _)| (date, "event-date-of-sequence"));
        // Those who talk behind a ceremony of welcome stay where it was held.
        if let (Follows::Event(_), None) = (how, &occasions[event].place) {
            occasions[event].place = occasions[earlier].place.clone();
        }
    }
}

/// What an event is told to follow.
enum Follows {
    /// What the sentences before tell.
    Sentence,
    /// The event named behind `sau`.
    Event(usize),
}

fn follows(scan: &Scan, events: &Events, mention: usize) -> Option<Follows> {
    let m = &events.mentions[mention];
    let sentence = &scan.sentences[scan.sentence_of(m.start)];
    if scan.function(sentence.start, Function::NewEvent).is_some() {
        return Some(Follows::Sentence);
    }
    let after = |at: usize| scan.function(at, Function::When).and_then(|end| events.at(end));
    let other = |n: usize| events.mentions[n].event.filter(|e| Some(*e) != m.event);
    let opens = after(sentence.start).and_then(other);
    let behind = (m.head_end..sentence.end.min(m.end + 2)).find_map(|at| other(after(at)?));
    opens.or(behind).map(Follows::Event)
}
