//! Where the head of an event's name stands for no event, and why.

use std::ops::Range;

use super::bodies::{Body, body_at};
use super::body_acts::{before_day, by_a_body, day_at, done_on_a_day, opens_clause};
use super::changes::CLASSES;
use super::debates::debated;
use super::done_by::done_by;
use super::event_words::{OF_VOTERS, changes_office, meets_voters};
use super::names::Names;
use super::no_meeting::{met_at, no_meeting};
use super::reading::Reading;
use super::scan::Scan;
use super::team_acts::by_a_team;
use crate::ontology::items::{EventHead, Function, Sense, Voice};

/// Why the head at tokens `words` names no event here, where it names none.
pub(super) fn no_event(
    scan: &Scan,
    names: &Names,
    reading: &Reading,
    words: Range<usize>,
    head: u16,
) -> Option<&'static str> {
    let known = &scan.kb.events[usize::from(head)];
    let i = words.start;
    match () {
        () if !known.of_body.is_empty()
            && !sits(scan, names, words.clone(), known)
            && (known.acts || stands_somewhere(scan, &words) || !debated(scan, reading, &words, &known.of_body)) =>
        {
            Some("no body that meets so is at work here")
        }
        () if !known.of_body.is_empty() && named_behind(scan, names, words.clone()) => {
            Some("the sitting is named behind it")
        }
        () if known.when_held && !told_as_held(scan, names, words.clone(), known) => {
            Some("no words say right before it that it is held")
        }
        () if known.verbal && habitual(scan, &words) || known.acts && regularly(scan, i) => {
            Some("it is told as done again and again")
        }
        () if known.verbal && denied(scan, i) => Some("it is not done"),
        () if known.verbal && scan.ends_before(i, |s| s == Sense::Function(Function::Once)).is_some() => {
            Some("it was done once")
        }
        () if known.verbal && wished(scan, i) => Some("it is wished or asked for"),
        () if known.verbal && accused(scan, reading, i) => Some("somebody is accused of it"),
        () if known.verbal && scan.ends_before(i, |s| s == Sense::Function(Function::Outcome)).is_some() => {
            Some("only its outcome is told")
        }
        () if before_voters(scan, i, known) => Some("voters are told of it"),
        () if scan.quoted(i) && (known.verbal || !scan.capital(i)) => Some("somebody's own words tell it"),
        () if known.verbal && !met_at(reading, words.end) && inside_head(scan, i) => {
            Some("it is part of another word for an event")
        }
        () if known.verbal && opens_list(scan, words.clone()) => Some("the sentence lists who takes part"),
        () if known.verbal && taken_up(scan, i) => Some("it tells of work that somebody takes up"),
        () if begins_body(scan, words.clone()) => Some("its last words begin the name of a body"),
        () if document(scan, i) => Some("a document is named by it"),
        () if known.by_person && !done_by(scan, names, reading, words.clone()) && !by_a_team(scan, names, i) => {
            Some("nobody in office is named right before it, and no working party")
        }
        () if known.by_team && !by_a_team(scan, names, i) => Some("no working party does it"),
        () if head_of_head(scan, head, words.end) => Some("it is the programme of the event behind it"),
        () if several(scan, i) => Some("it speaks of several"),
        () if inside_title(reading, i) => Some("it is part of somebody's title"),
        () if names.inside(i) => Some("it is part of a name"),
        () if reading.inside_body(i) => Some("it is part of the name of a body"),
        () => no_meeting(scan, names, reading, words, known),
    }
}

/// Whether a word for several stands before token `i`, or one for those who split up (`chia làm nhiều tổ, tiếp xúc cử tri`).
fn several(scan: &Scan, i: usize) -> bool {
    let split = i - usize::from(scan.mark(i.wrapping_sub(1), ","));
    scan.ends_before(i, |s| s == Sense::Function(Function::Plural)).is_some() && !scan.number(i - 1)
        || scan.ends_before(split, |s| s == Sense::Function(Function::SplitUp)).is_some()
}

/// Whether something tells that the event of tokens `words` is held: words before it, its name, who does it, or its day.
fn told_as_held(scan: &Scan, names: &Names, words: Range<usize>, known: &EventHead) -> bool {
    held(scan, words.start)
        || proper(scan, &words)
        || known.by_body && by_a_body(scan, names, words.start)
        || known.completed && done_on_a_day(scan, names, words)
}

/// Whether a verb at token `i` is denied: nothing but small words that are no event between (`không tổ chức đi thăm, chúc Tết`).
fn denied(scan: &Scan, i: usize) -> bool {
    let no = |t: usize| scan.function(t, Function::Negation).filter(|&end| end <= i);
    let small = |t: usize| scan.word(t) && !scan.capital(t);
    (scan.sentences[scan.sentence_of(i)].start.max(i.saturating_sub(4))..i)
        .rev()
        .take_while(|&t| small(t))
        .any(|t| no(t).is_some())
}

/// Whether words around a verb say that it is done again and again (`thường gặp gỡ …`, `gặp gỡ doanh nghiệp hằng tuần`).
fn habitual(scan: &Scan, words: &Range<usize>) -> bool {
    const CLOSE: usize = 8;
    let sentence = scan.sentences[scan.sentence_of(words.start)].end;
    let mut behind = (words.end..sentence.min(words.end + CLOSE)).take_while(|&t| !scan.mark(t, ","));
    (words.start.saturating_sub(3)..words.start).any(|t| scan.function(t, Function::Habit).is_some())
        || behind.any(|t| scan.function(t, Function::Regularly).is_some())
}

/// Whether words right before token `i` say how often it is held (`hằng quý giao ban`).
fn regularly(scan: &Scan, i: usize) -> bool {
    scan.ends_before(i, |s| s == Sense::Function(Function::Regularly)).is_some()
}

/// Whether who is named last before a verb at token `i` is accused of what it tells (`cáo buộc ông A gặp …`).
fn accused(scan: &Scan, reading: &Reading, i: usize) -> bool {
    let who = reading.mentions[..reading.mentions.partition_point(|m| m.end <= i)].last();
    let here = who.filter(|m| scan.sentence_of(m.start) == scan.sentence_of(i));
    here.is_some_and(|m| scan.ends_before(m.start, |s| s == Sense::Function(Function::Accuses)).is_some())
}

/// Whether a verb of asking or wishing governs a verb at token `i` (`mong muốn được gặp …`, `yêu cầu trực tiếp kiểm tra …`).
fn wished(scan: &Scan, i: usize) -> bool {
    let ask = |s: Sense| matches!(s, Sense::Cue(c) if scan.kb.cues[usize::from(c)].voice == Voice::Statement);
    let start = scan.ends_before(i, |s| s == Sense::Function(Function::Passive)).unwrap_or(i);
    scan.ends_before(start, ask).is_some()
}

/// Whether a verb tells of the work that somebody is sent to do (`được điều động đến làm việc tại …`).
fn taken_up(scan: &Scan, i: usize) -> bool {
    let change =
        |s: Sense| matches!(s, Sense::Cue(c) if CLASSES.contains(&scan.kb.cues[usize::from(c)].states.as_str()));
    scan.ends_before(i, change).is_some()
}

/// Whether the name of a body begins inside the words of a head in small letters (`giao Ban Quản lý dự án …`): not that of the
/// delegation whom they tell to be received (`tiếp xã giao Đoàn đại biểu …`).
fn begins_body(scan: &Scan, words: Range<usize>) -> bool {
    let party = |t: usize| scan.any_function(t, &[Function::Delegation, Function::Team, Function::Party]);
    let body = |s: Sense| matches!(s, Sense::Body(_) | Sense::Pattern(_));
    let begins =
        |t: usize| scan.capital(t) && !party(t) && scan.hits(t).iter().any(|h| h.end >= words.end && body(h.sense));
    !scan.capital(words.start) && (words.start + 1..words.end).any(begins)
}

/// Whether a body that meets so is at work at the verb `verb`: as its subject, right behind it, or, on a day that the
/// sentence tells, anywhere in it.
fn sits(scan: &Scan, names: &Names, verb: Range<usize>, known: &EventHead) -> bool {
    let fits = |b: &Body| known.of_body.contains(&b.class);
    let opens = |b: &Body| !known.opens_clause || opens_clause(scan, b.start..b.end, verb.start);
    let subject = body_before(scan, names, before_day(scan, verb.start)).is_some_and(|b| fits(&b) && opens(&b));
    let sentence = &scan.sentences[scan.sentence_of(verb.start)];
    // `Trả lời chất vấn trước Quốc hội sáng 7/11, Bộ trưởng nói sẽ …`: what is to come is said there.
    let comma = (verb.end..sentence.end).find(|&i| scan.mark(i, ",")).filter(|_| verb.start == sentence.start);
    let told = sentence.start..comma.unwrap_or(sentence.end);
    let has = |f: Function| told.clone().any(|i| scan.function(i, f).is_some());
    let on_a_day = sentence.clone().any(|i| scan.function(i, Function::DateLead).is_some_and(|end| scan.number(end)));
    let before_it = stands_somewhere(scan, &verb);
    // `Ngày 25/2, HĐND huyện sẽ bầu …`: whom it will elect is told long before.
    if changes_office(scan, verb.start).is_some() && has(Function::Future) {
        return false;
    }
    if known.opens_clause && !subject {
        return false;
    }
    if subject && !before_it && (on_a_day || has(Function::DateLead)) {
        return true;
    }
    if has(Function::Future) || has(Function::Background) || has(Function::PressTalk) {
        return false;
    }
    let behind = body_at(scan, names, verb.end).is_some_and(|b| fits(&b));
    // `thảo luận dự án luật tại Quốc hội hôm nay 13-6`
    let clause = || (verb.end..sentence.end).take_while(|&i| names.at(i).is_none() && !scan.mark(i, ";"));
    let there = |i: usize| {
        let body = scan.function(i, Function::At).and_then(|at| body_at(scan, names, at));
        body.is_some_and(|b| fits(&b) && scan.function(b.end, Function::DateLead).is_some())
    };
    if on_a_day && clause().any(there) {
        return true;
    }
    // `báo cáo Ủy ban Thường vụ Quốc hội`, on a day: who hears the report stands behind.
    if known.acts && !before_it && verb.len() > 1 {
        return on_a_day && behind;
    }
    // `phát biểu tại Quốc hội`, not `phát biểu tại hội nghị` of whomever.
    if !on_a_day || before_it {
        // `trình bày trước Quốc hội` tells of a sitting by itself, `trình Quốc hội` of a paper's way.
        return behind && verb.len() > 1;
    }
    let dated_lead = scan.function(sentence.start, Function::DateLead).is_some();
    behind || dated_lead && sentence.clone().filter_map(|i| body_at(scan, names, i)).any(|b| fits(&b))
}

/// Whether the words of a head end in a preposition of place (`phát biểu tại`).
fn stands_somewhere(scan: &Scan, words: &Range<usize>) -> bool {
    scan.function(words.end - 1, Function::At) == Some(words.end)
}

/// Whether a verb of holding of more than one word ends right before token `i`; `có`, `mở` alone hold nothing that a verb
/// names, nor does what is asked for.
fn held(scan: &Scan, i: usize) -> bool {
    let asked = |start: usize| {
        let sentence = scan.sentences[scan.sentence_of(start)].start;
        let cue = |s: Sense| matches!(s, Sense::Cue(c) if scan.kb.cues[usize::from(c)].voice == Voice::Statement);
        (start.saturating_sub(4).max(sentence)..start)
            .any(|t| scan.any_function(t, &[Function::Hedge, Function::Negation]))
            || (start.saturating_sub(12).max(sentence)..start).any(|t| scan.hits(t).iter().any(|h| cue(h.sense)))
    };
    let verb = scan.ends_before(i, |s| s == Sense::Function(Function::Held));
    verb.is_some_and(|start| i - start > 1 && !asked(start))
}

/// Whether a word in capitals, capitals behind it, is what somebody goes to or speaks at (`dự Đối thoại Shangri-La`).
fn proper(scan: &Scan, words: &Range<usize>) -> bool {
    let there = |s: Sense| match s {
        Sense::Function(f) => f == Function::At,
        Sense::Cue(c) => scan.kb.cues[usize::from(c)].states == "attended",
        _ => false,
    };
    let capitals = scan.capital(words.start) && scan.capital(words.end);
    capitals && scan.ends_before(words.start, there).is_some()
}

/// Whether a verb at token `i` begins inside a longer word for several events (`tổ chức các cuộc họp với …`).
fn inside_head(scan: &Scan, i: usize) -> bool {
    let several = |s: usize| scan.ends_before(s, |s| s == Sense::Function(Function::Plural)).is_some();
    let over = |s: usize| scan.hits(s).iter().any(|h| h.end > i && matches!(h.sense, Sense::Event(_))) && several(s);
    (i.saturating_sub(3)..i).any(over)
}

/// Whether a verb that a sentence begins with lists those who take part (`Tiếp đoàn có …`, `Cùng tiếp đoàn còn có …`).
fn opens_list(scan: &Scan, words: Range<usize>) -> bool {
    let lists = |s: Sense| matches!(s, Sense::Cue(c) if scan.kb.cues[usize::from(c)].states == "attended");
    let joined = scan.ends_before(words.start, |s| s == Sense::Function(Function::Joiner));
    let sentence = &scan.sentences[scan.sentence_of(words.start)];
    let first = sentence.start == joined.unwrap_or(words.start);
    // `Tiếp đoàn tỉnh X hôm 11-9, lãnh đạo tỉnh đề nghị …`: a day tells that it was done.
    let dated = (words.end..sentence.end).take_while(|&t| !scan.mark(t, ",")).any(|t| day_at(scan, t).is_some());
    first && !dated && scan.hits(words.start).iter().any(|h| h.end + 1 >= words.end && lists(h.sense))
}

/// Whether a document is named by the event at token `i`: its word right before, or behind it only its number and
/// `của` (`Nghị quyết 10-NQ/TW của Hội nghị …`).
fn document(scan: &Scan, i: usize) -> bool {
    let word = |at: usize| scan.ends_before(at, |s| s == Sense::Function(Function::Document)).is_some();
    let Some(of) = scan.ends_before(i, |s| s == Sense::Function(Function::Of)) else {
        return word(i);
    };
    let number = |t: &usize| {
        let day = scan.function(*t, Function::DateLead).is_some();
        day || scan.number(*t) || scan.capital(*t) || !scan.word(*t) && !scan.breaks(*t)
    };
    let start = (of.saturating_sub(12)..of).rev().take_while(number).last().unwrap_or(of);
    word(i) || (start..=of).any(word)
}

/// Whether a weak head is told of another event right behind it (`chương trình kỳ họp`).
fn head_of_head(scan: &Scan, head: u16, end: usize) -> bool {
    scan.kb.events[usize::from(head)].weak && scan.hits(end).iter().any(|h| matches!(h.sense, Sense::Event(_)))
}

/// Whether the sitting at which members do what a verb at `verb` tells is named in its clause (`Sáng 5/6, góp ý dự án luật tại
/// phiên họp của Ủy ban Thường vụ Quốc hội, ông X …`).
fn named_behind(scan: &Scan, names: &Names, verb: Range<usize>) -> bool {
    let sentence = &scan.sentences[scan.sentence_of(verb.start)];
    let sitting = |s: Sense| {
        matches!(s, Sense::Event(e) if {
            let head = &scan.kb.events[usize::from(e)];
            head.of_body.is_empty() && !head.verbal && head.classes.iter().any(|c| c == "Session")
        })
    };
    let there =
        |i: usize| scan.function(i, Function::At).is_some_and(|at| scan.hits(at).iter().any(|h| sitting(h.sense)));
    let leads = scan.function(sentence.start, Function::DateLead).is_some() || sentence.start == verb.start;
    let clause = || (verb.end..sentence.end).take_while(|&i| names.at(i).is_none() && !scan.mark(i, ";"));
    leads && body_before(scan, names, verb.start).is_none() && clause().any(there)
}

/// Whether a sitting is what a meeting with voters stands before or behind, reports on or prepares (`tiếp xúc cử tri trước kỳ
/// họp`, `… để báo cáo kết quả kỳ họp`, `Chuẩn bị cho kỳ họp thứ Năm, các ĐBQH đã tiếp xúc cử tri`).
fn before_voters(scan: &Scan, i: usize, known: &EventHead) -> bool {
    let of = |head: &EventHead, class: &str| head.classes.iter().any(|c| c == class);
    let around = |s: Sense| {
        use Function::{At, Outcome, Preparation, When};
        matches!(s, Sense::Function(Outcome | When | At | Preparation))
    };
    let Some(from) = scan.ends_before(i, around).filter(|_| of(known, "Session")) else {
        return false;
    };
    let voters = |t: usize| {
        scan.hits(t).iter().any(|h| {
            matches!(h.sense, Sense::Event(e) if {
                let head = &scan.kb.events[usize::from(e)];
                of(head, OF_VOTERS) || meets_voters(scan, head, h.end)
            })
        })
    };
    let sentence = &scan.sentences[scan.sentence_of(i)];
    let prepares = scan.function(from, Function::Preparation).is_some();
    let mut clause = (sentence.start..i).rev().take_while(|t| !scan.mark(*t, ","));
    clause.any(voters) || prepares && from == sentence.start && (i..sentence.end).any(voters)
}

/// One past the term that a council is named with (`khóa IX, nhiệm kỳ 2016-2021`), or `end` itself.
pub(super) fn past_term(scan: &Scan, end: usize) -> usize {
    let mut at = end;
    while let Some(after) = scan.function(at + usize::from(scan.mark(at, ",")), Function::Term) {
        let part = |t: &usize| scan.number(*t) || scan.capital(*t) || scan.mark(*t, "-");
        at = (after..after + 3).take_while(part).last().map_or(after, |t| t + 1);
    }
    at
}

/// So many tokens what stands in brackets behind a body may have.
const LONGEST_BRACKET: usize = 14;

/// The body that is the subject of a verb at token `i`: it ends right before it, the term of a council and small words between.
pub(super) fn body_before(scan: &Scan, names: &Names, i: usize) -> Option<Body> {
    // `Trường THPT A (huyện B, tỉnh C) kỷ niệm …`
    let bracket =
        |end: usize| (end + 1..i.min(end + LONGEST_BRACKET)).find(|&t| scan.mark(end, "(") && scan.mark(t, ")"));
    let past = |b: &Body| bracket(b.end).map_or(past_term(scan, b.end), |close| close + 1);
    let near = |b: &Body| i.checked_sub(past(b)).is_some_and(|gap| gap <= 3);
    let found = (i.saturating_sub(18 + LONGEST_BRACKET)..i).find_map(|at| body_at(scan, names, at).filter(near))?;
    // `UBND tỉnh cho biết sẽ họp`
    let speaks = |s: Sense| matches!(s, Sense::Cue(c) if scan.kb.cues[usize::from(c)].voice.is_speech());
    let end = past(&found);
    let spoken = (end..i).flat_map(|t| scan.hits(t)).any(|h| h.end <= i && speaks(h.sense));
    (!spoken && (end..i).all(|t| scan.word(t) && !scan.capital(t))).then_some(found)
}

/// Inside a person's titles no event is named (`Ban Tổ chức Hội nghị`).
pub(super) fn inside_title(reading: &Reading, i: usize) -> bool {
    let n = reading.mentions.partition_point(|m| m.start <= i);
    n > 0 && reading.mentions[n - 1].end > i
}
