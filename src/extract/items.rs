//! What stands in a sentence: people, events, cues, awards, function words and marks, in order.

use std::ops::Range;

use super::event_words::changes_office;
use super::events::Events;
use super::reading::Reading;
use super::scan::Scan;
use crate::ontology::items::{Function, Sense, kind};

/// What the words of an item begin with, beside a mention.
const TELLING: u32 = kind::EVENT | kind::CUE | kind::AWARD | kind::FUNCTION;

/// What stands in a sentence, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Person(usize),
    Event(usize),
    Cue(u16),
    Word(Function),
    Mark(char),
    Award(u16),
}

/// An item and its tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub item: Item,
    pub start: usize,
    pub end: usize,
}

/// The items of every sentence, in order.
pub(super) fn of_sentences(scan: &Scan, reading: &Reading, events: &Events) -> Vec<Vec<Placed>> {
    scan.sentences.iter().map(|sentence| items(scan, reading, events, sentence)).collect()
}

/// The items of a sentence; what stands in quotation marks is left out.
pub(super) fn items(scan: &Scan, reading: &Reading, events: &Events, sentence: &Range<usize>) -> Vec<Placed> {
    // `HĐND tỉnh bầu ông X`: the word tells of a sitting, but first of what is done there.
    let by_change = |i: usize| {
        let of_body = |e: usize| !scan.kb.events[usize::from(events.mentions[e].head)].of_body.is_empty();
        events.at(i).is_some_and(of_body) && changes_office(scan, i).is_some()
    };
    let mut out = Vec::new();
    let mut i = sentence.start;
    let mut next = reading.mentions.partition_point(|m| m.start < i);
    while i < sentence.end {
        while reading.mentions.get(next).is_some_and(|m| m.start < i) {
            next += 1;
        }
        let mention = reading.mentions.get(next).filter(|m| m.start == i).map(|_| next);
        // Most words are none of these.
        if mention.is_none() && scan.word(i) && !scan.starts(i, TELLING) {
            i += 1;
            continue;
        }
        let placed = if scan.quoted(i) {
            None
        } else if let Some(m) = mention {
            Some(Placed { item: Item::Person(m), start: i, end: reading.mentions[m].end })
        } else if let Some(e) = events.at(i).filter(|_| !by_change(i)) {
            let m = &events.mentions[e];
            let head = &scan.kb.events[usize::from(m.head)];
            // Those who meet are items of their own.
            let end = if head.verbal || head.meets { m.head_end } else { m.end };
            Some(Placed { item: Item::Event(e), start: i, end })
        } else {
            let before_somebody = |p: &Placed| reading.mentions.binary_search_by_key(&p.end, |m| m.start).is_ok();
            word_item(scan, i)
                .filter(|p| p.item != Item::Word(Function::Hedge) || !set_off(scan, i, p.end))
                .filter(|p| !reading.inside_body(i) || matches!(p.item, Item::Mark(_)))
                .filter(|p| p.item != Item::Word(Function::Kin) || before_somebody(p))
        };
        match placed {
            Some(p) => {
                i = p.end.max(i + 1);
                out.push(p);
                out.extend(award_inside(scan, p));
                out.extend(change_inside(scan, reading, p));
            }
            None => i += 1,
        }
    }
    out
}

/// Whether a word stands alone between marks: where somebody stands in a picture (`ông A (phải) tiếp ông B`).
fn set_off(scan: &Scan, start: usize, end: usize) -> bool {
    let before = |mark: &str| start > 0 && scan.mark(start - 1, mark);
    before("(") && scan.mark(end, ")") || before(",") && scan.mark(end, ",")
}

/// The award that the last words of a cue begin or are (`gửi thư khen`, `trao cờ thi đua`).
fn award_inside(scan: &Scan, cue: Placed) -> Option<Placed> {
    let award = |s: Sense| if let Sense::Award(a) = s { Some(Item::Award(a)) } else { None };
    let found = |start: usize| scan.longest(start, award).map(|(end, item)| Placed { item, start, end });
    (cue.start + 1..cue.end).find_map(found).filter(|_| matches!(cue.item, Item::Cue(_)))
}

/// The change that a decision in the name of an event is about, where it says behind the name to whom that is done (`lễ trao quyết định
/// về việc nghỉ hưu đối với ông X`): what is only spoken of at an event (`kỳ họp bàn về việc miễn nhiệm …`) is none.
fn change_inside(scan: &Scan, reading: &Reading, event: Placed) -> Option<Placed> {
    let whom = scan.function(event.end, Function::To).filter(|_| matches!(event.item, Item::Event(_)))?;
    reading.mentions.binary_search_by_key(&whom, |m| m.start).ok()?;
    let about = (event.start..event.end).rev().find_map(|i| scan.function(i, Function::About))?;
    (event.start..about).find(|&i| scan.function(i, Function::Decision).is_some())?;
    let end = changes_office(scan, about)?;
    let cue = scan.longest(about, |s| if let Sense::Cue(c) = s { Some(Item::Cue(c)) } else { None })?;
    (end <= event.end).then_some(Placed { item: cue.1, start: about, end })
}

fn word_item(scan: &Scan, i: usize) -> Option<Placed> {
    let found = scan.longest(i, |s| match s {
        // `Bộ Văn hóa, Thông tin`: inside a sentence a capital begins a name.
        Sense::Cue(c) => {
            (!scan.capital(i) || i == 0 || !scan.word(i - 1) && !scan.mark(i - 1, ",")).then_some(Item::Cue(c))
        }
        Sense::Award(a) => Some(Item::Award(a)),
        Sense::Function(
            f @ (Function::Joiner
            | Function::Opener
            | Function::Agent
            | Function::Of
            | Function::At
            | Function::To
            | Function::Negation
            | Function::Future
            | Function::Hedge
            | Function::PressTalk
            | Function::Background
            | Function::NewEvent
            | Function::Here
            | Function::Occasion
            | Function::OnBehalf
            | Function::Held
            | Function::Passive
            | Function::With
            | Function::Kin
            | Function::Succeeds
            | Function::From
            | Function::Is),
        ) => Some(Item::Word(f)),
        _ => None,
    });
    if let Some((end, item)) = found {
        return Some(Placed { item, start: i, end });
    }
    let mark = scan.key(i).chars().next()?;
    let tells = matches!(mark, ',' | ';' | ':' | '"' | '(' | ')' | '-');
    (tells && !scan.word(i)).then_some(Placed { item: Item::Mark(mark), start: i, end: i + 1 })
}
