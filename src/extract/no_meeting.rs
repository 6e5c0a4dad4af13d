//! Where the head of an event's name tells of people who meet, and no event is meant, and why.

use std::ops::Range;

use super::bodies::body_at;
use super::event_words::meets_voters;
use super::names::Names;
use super::people::Naming;
use super::reading::Reading;
use super::scan::Scan;
use crate::ontology::items::{EventHead, Function, Sense};

/// Why those met by the head `known` at tokens `words` make no event, where they make none.
pub(super) fn no_meeting(
    scan: &Scan,
    names: &Names,
    reading: &Reading,
    words: Range<usize>,
    known: &EventHead,
) -> Option<&'static str> {
    let Range { start: i, end } = words;
    match () {
        () if known.meets && by_the_press(scan, i) => Some("a paper speaks with somebody"),
        () if known.of_person && !met_at(reading, end) && !meets_voters(scan, known, end) => {
            Some("nobody in office is named right behind it")
        }
        () if known.by_agent && !handed_by(scan, reading, end) => Some("nobody in office hands it over"),
        () if known.of_person && pleaded(scan, reading, end) => Some("somebody comes with a wish or a complaint"),
        () if known.of_person && by_a_stranger(scan, names, reading, i) => Some("somebody without an office does it"),
        () if known.by_person && known.meets && company(scan, names, end) => Some("a company is met, not people"),
        () if known.verbal && of_guests(scan, i) => Some("the guests who are received came for it"),
        () => None,
    }
}

/// Whether a verb at token `i` tells what a delegation came for that somebody receives or meets (`tiếp và làm việc với Đoàn đại biểu
/// thành phố X sang thăm tỉnh`).
fn of_guests(scan: &Scan, i: usize) -> bool {
    const NEAR: usize = 20;
    let sentence = scan.sentences[scan.sentence_of(i)].start;
    let receives = |head: &EventHead| head.verbal && (head.meets || head.of_person);
    let met = |s: Sense| matches!(s, Sense::Event(e) if receives(&scan.kb.events[usize::from(e)]));
    let ends = |t: usize| scan.mark(t, ";") || scan.mark(t, ",") || scan.function(t, Function::Joiner).is_some();
    // `Đoàn đại biểu thành phố X (tỉnh Y, Trung Quốc)`: what stands in brackets ends nothing.
    let inside_brackets = |t: usize| (t..i).any(|t| scan.mark(t, ")")) && !(t..i).any(|t| scan.mark(t, "("));
    let open = |t: usize| inside_brackets(t) || !ends(t);
    let clause = (sentence.max(i.saturating_sub(NEAR))..i).rev().take_while(|&t| open(t));
    // `tiếp đoàn`: the verb may tell the guests itself.
    let inside = |t: usize| (t.saturating_sub(6)..t).any(|s| scan.hits(s).iter().any(|h| h.end > t && met(h.sense)));
    let received = |t: usize| scan.ends_before(t, met).is_some() || inside(t);
    let guests = |&t: &usize| scan.function(t, Function::Delegation).is_some() && received(t);
    // Between them nothing but who they are: another verb has another subject.
    let quiet = |t: usize| !(t..i).any(|t| scan.hits(t).iter().any(|h| matches!(h.sense, Sense::Cue(_))));
    clause.into_iter().find(guests).is_some_and(quiet)
}

/// Whether reporters are the subject of a verb at token `i` (`PV đã có buổi làm việc với …`): nothing but small words between.
fn by_the_press(scan: &Scan, i: usize) -> bool {
    let sentence = scan.sentences[scan.sentence_of(i)].start;
    (sentence.max(i.saturating_sub(10))..i)
        .filter_map(|t| scan.function(t, Function::Press).filter(|end| *end <= i))
        .any(|end| (end..i).all(|t| scan.word(t) && !scan.capital(t)))
}

/// Whether a body that is no public one is named at token `i` (`gặp đại diện Công ty X`).
fn company(scan: &Scan, names: &Names, i: usize) -> bool {
    body_at(scan, names, i).is_some_and(|b| !b.public)
}

/// Whether who is met, named at token `i`, is asked or complained to (`gặp hiệu trưởng A thắc mắc về việc …`).
fn pleaded(scan: &Scan, reading: &Reading, i: usize) -> bool {
    let met = reading.mentions.binary_search_by_key(&i, |m| m.start).ok();
    met.is_some_and(|n| scan.function(reading.mentions[n].end, Function::Pleads).is_some())
}

/// Whether somebody in office, here or abroad, is named at token `i`.
pub(super) fn met_at(reading: &Reading, i: usize) -> bool {
    let found = reading.mentions.binary_search_by_key(&i, |m| m.start).map(|n| &reading.mentions[n]);
    found.is_ok_and(|m| !m.private && (m.foreign || !m.posts.is_empty() || m.rank.is_some()))
}

/// Whether somebody in office is named at token `i`, and right behind the name is told to hand something over.
fn handed_by(scan: &Scan, reading: &Reading, i: usize) -> bool {
    let hands = |s: Sense| matches!(s, Sense::Cue(c) if scan.kb.cues[usize::from(c)].states == "presentedAt");
    let found = reading.mentions.binary_search_by_key(&i, |m| m.start).map(|n| &reading.mentions[n]);
    met_at(reading, i) && found.is_ok_and(|m| scan.hits(m.end).iter().any(|h| hands(h.sense)))
}

/// Whether a name without any office stands right before a verb at token `i` (`Sau khi gây án, Thọ gặp Trưởng Công an xã`).
fn by_a_stranger(scan: &Scan, names: &Names, reading: &Reading, i: usize) -> bool {
    let aux = scan.ends_before(i, |s| s == Sense::Function(Function::Aux)).unwrap_or(i);
    let n = reading.mentions.partition_point(|m| m.end < aux);
    match reading.mentions.get(n).filter(|m| m.end == aux) {
        Some(m) => {
            let known = |p: usize| {
                let person = &reading.people[p];
                person.foreign || !person.posts.is_empty() || !person.ranks.is_empty()
            };
            m.private || matches!(m.naming, Naming::Full(..)) && !reading.who[n].is_some_and(known)
        }
        None => {
            let Some(last) = aux.checked_sub(1) else {
                return false;
            };
            let named = |s: Sense| {
                matches!(
                    s,
                    Sense::Place(_) | Sense::Foreign(_) | Sense::Body(_) | Sense::Pattern(_) | Sense::Function(_)
                )
            };
            let known = (last.saturating_sub(6)..=last).any(|t| {
                scan.hits(t).iter().any(|h| h.end > last && named(h.sense))
                    || body_at(scan, names, t).is_some_and(|b| b.end > last)
            });
            let first = scan.sentences[scan.sentence_of(i)].start == last;
            scan.capital(last) && scan.word(last) && !first && !known && !reading.inside_body(last)
        }
    }
}
