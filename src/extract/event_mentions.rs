//! Mentions of events, and what each is called; `no_event` tells the heads that stand for none.

use std::ops::Range;

use super::body_acts::{day_at, passive_before};
use super::event_names;
use super::event_words::{in_number, visits};
use super::events::EventMention;
use super::misses::Miss;
use super::names::Names;
use super::no_event::{body_before, no_event};
use super::reading::Reading;
use super::scan::Scan;
use crate::ontology::items::{Function, Sense, kind};

/// Every mention of an event, in order.
pub(super) fn collect(scan: &Scan, names: &Names, reading: &Reading) -> Vec<EventMention> {
    let mut found: Vec<EventMention> = Vec::new();
    let mut i = 0;
    while i < scan.len() {
        let head = |s: Sense| if let Sense::Event(e) = s { Some(e) } else { None };
        let Some((head_end, head)) = scan.starts(i, kind::EVENT).then(|| scan.longest(i, head)).flatten() else {
            i += 1;
            continue;
        };
        if let Some(why) = no_event(scan, names, reading, i..head_end, head) {
            scan.misses.note(|| Miss::rule("event-head", i..head_end, "event", why));
            // `Quốc hội thảo luận`: the words of one head that is none may begin the next.
            i += 1;
            continue;
        }
        let mention = mention_of(scan, names, reading, i..head_end, head);
        let known = &scan.kb.events[usize::from(head)];
        // `dâng hương tại lễ kỷ niệm`: what is done at an event is none of its own.
        let event = |at: usize| scan.hits(at).iter().any(|h| matches!(h.sense, Sense::Event(_)));
        if known.by_person && scan.function(mention.end, Function::At).is_some_and(event) {
            i = head_end;
            continue;
        }
        if known.named && mention.full && !called(scan, &mention) {
            scan.misses.note(|| Miss::rule("event-head", i..head_end, "event", "no name of its own stands behind it"));
            i = head_end;
            continue;
        }
        i = if known.verbal || known.meets { mention.head_end } else { head_end.max(mention.end) };
        found.push(mention);
    }
    found
}

/// The mention whose head stands at tokens `words`, with its name.
fn mention_of(scan: &Scan, names: &Names, reading: &Reading, words: Range<usize>, head: u16) -> EventMention {
    let known = &scan.kb.events[usize::from(head)];
    let head_end =
        if known.verbal && !known.meets && visits(known) { past_besides(scan, words.end) } else { words.end };
    let words = words.start..head_end;
    let end = event_names::end(scan, reading, words.clone(), known);
    let told = (head_end..end).filter(|&t| scan.word(t) || scan.number(t)).count();
    // `đã có buổi làm việc với …` is named from its noun on.
    let noun = |t: &usize| scan.hits(*t).iter().any(|h| matches!(h.sense, Sense::Event(_)) && h.end <= head_end);
    let start = words.clone().find(|t| !known.verbal || noun(t) && *t > words.start).unwrap_or(words.start);
    let sitting = (!known.of_body.is_empty()).then(|| body_before(scan, names, words.start)).flatten();
    let work = known.completed.then(|| completed_work(scan, names, &words)).flatten();
    let named_from = sitting.map(|b| b.start).or(work).unwrap_or(start);
    // `thăm Canada`: one capital word tells which visit.
    let full = told >= 2 || told == 1 && (known.verbal || known.meets) && scan.capital(head_end);
    // `cuộc gặp với … và lãnh đạo tập đoàn này`: far behind it is another's word.
    let again = (head_end..=end.min(head_end + 4)).any(|t| scan.function(t, Function::This).is_some());
    // `phiên làm việc buổi sáng`: a part of the day names none.
    let part = |t: usize| (head_end..=t).any(|s| scan.function(s, Function::SameDay).is_some_and(|e| e > t));
    // `Đây là hội nghị quan trọng nhất trong năm`: one that was told of is described.
    let described = !known.meets && scan.ends_before(start, |s| s == Sense::Function(Function::Describes)).is_some();
    let end = if again || described { head_end } else { end };
    let full = full && !described && !(head_end..end).all(part) && !again && !known_before(scan, start, head_end..end);
    // `Cây cầu được khánh thành hôm 4/9`
    let full = full || work.is_some();
    let plain = full && (head_end..end).all(|t| usual(scan, head_end, t));
    let by = if known.verbal && known.meets { subjects(scan, reading, words.start) } else { Vec::new() };
    EventMention { start, head_end, end, head, named_from, full, plain, by, event: None }
}

/// Where the words begin for what is begun or done in the passive (`Dự án đường ven biển đã được khởi công hôm qua`): they name
/// the occasion where nothing behind the verb does.
fn completed_work(scan: &Scan, names: &Names, words: &Range<usize>) -> Option<usize> {
    const LONGEST: usize = 24;
    let passive = passive_before(scan, names, words.start)?;
    let start = scan.sentences[scan.sentence_of(words.start)].start;
    let inside = |&t: &usize| (!scan.mark(t, ",") || in_number(scan, t)) && !scan.mark(t, ":") && !scan.breaks(t);
    let clause = (start..passive).rev().take_while(inside).last()?;
    let opens = scan.capital(clause) || scan.mark(clause.wrapping_sub(1), ",");
    let marks = |mark: &str| (clause..passive).filter(|&t| scan.mark(t, mark)).count();
    let whole = marks("(") == marks(")");
    (passive - clause <= LONGEST && whole && opens && day_at(scan, clause).is_none()).then_some(clause)
}

/// The people named right before a verb at token `i`, a note in brackets between or none (`ông A và bà B (phải) tiếp …`).
fn subjects(scan: &Scan, reading: &Reading, i: usize) -> Vec<usize> {
    let note = (i.saturating_sub(4)..i).rev().find(|&t| scan.mark(t, "(")).filter(|_| scan.mark(i - 1, ")"));
    let mut end = note.unwrap_or(i);
    let mut found = Vec::new();
    while let Some(n) = reading.mentions.partition_point(|m| m.start < end).checked_sub(1) {
        let to = reading.mentions[n].end;
        let joined = scan.mark(to, ",") && to + 1 == end || scan.function(to, Function::Joiner) == Some(end);
        let Some(who) = reading.who[n].filter(|_| to == end || to == i || joined && !found.is_empty()) else {
            break;
        };
        found.push(who);
        end = reading.mentions[n].start;
    }
    found
}

/// One past the verbs joined to the one before token `i` (`đến thăm, động viên và tặng quà …`); `i` where there are none.
fn past_besides(scan: &Scan, mut i: usize) -> usize {
    let next = |i: usize| {
        let joint = if scan.mark(i, ",") { Some(i + 1) } else { scan.function(i, Function::Joiner) };
        joint.and_then(|at| scan.function(at, Function::Besides))
    };
    let end = scan.sentences[scan.sentence_of(i)].end;
    while let Some(past) = next(i).filter(|&past| past <= end) {
        i = past;
    }
    i
}

/// Whether the words behind the head of an event are a name of its own: they begin with a capital, or some are quoted.
fn called(scan: &Scan, mention: &EventMention) -> bool {
    scan.capital(mention.head_end) || (mention.head_end..mention.end).any(|t| scan.mark(t, "\""))
}

/// Whether an event's head opens a sentence that tells what it does (`Hội nghị thể hiện …`), not that it is held: no name
/// behind it, no day, no number.
fn known_before(scan: &Scan, start: usize, words: Range<usize>) -> bool {
    let sentence = &scan.sentences[scan.sentence_of(start)];
    let held =
        |t: usize| scan.any_function(t, &[Function::Happens, Function::Held, Function::DateLead, Function::Future]);
    sentence.start == start
        && !words.clone().any(|t| scan.capital(t) || scan.number(t) || scan.mark(t, "\""))
        && !sentence.clone().any(held)
}

/// Whether token `t` of a name that begins at `from` stands in every name of its kind: `thường kỳ`, a month.
fn usual(scan: &Scan, from: usize, t: usize) -> bool {
    scan.number(t)
        || scan.mark(t, "/")
        || scan.mark(t, "-")
        || scan.function(t, Function::Month).is_some()
        || (from..=t).any(|s| scan.function(s, Function::Usual).is_some_and(|end| end > t))
}
