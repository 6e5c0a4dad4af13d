//! Names of events: which words behind the head belong to the name.

use std::ops::Range;

use super::changes::CLASSES;
use super::dates::seen_from_today;
use super::event_words::{changes_office, in_number, own_day_in_brackets};
use super::people::Naming;
use super::reading::Reading;
use super::scan::Scan;
use super::weekdays;
use crate::ontology::items::{EventHead, Function, Sense};
use crate::ontology::lexicon::Hit;

/// How many tokens the name of an event may have.
const LONGEST_NAME: usize = 40;

/// One past the last token of the name whose head stands at tokens `words`.
pub(super) fn end(scan: &Scan, reading: &Reading, words: Range<usize>, head: &EventHead) -> usize {
    // `HĐND tỉnh bầu …`: whom it elects is no part of the name of the sitting.
    let election = !head.of_body.is_empty() && changes_office(scan, words.start).is_some();
    if election || elects(scan, &words) {
        return words.end;
    }
    let from = if head.meets { met_end(scan, reading, words.end) } else { words.end };
    let from = if head.honours { dead_end(scan, reading, words.end) } else { from };
    // `tại buổi họp báo thông tin về …, ông X`: a verb of speech right behind belongs to the name.
    // `Các chuyên gia tại hội thảo nhấn mạnh …`: what they do there is no part of it.
    let at = scan.ends_before(words.start, |s| s == Sense::Function(Function::At));
    let located = at.is_some_and(|at| acts_or_opens(scan, at));
    // `trả lời câu hỏi của một tờ báo tại cuộc họp báo thông tin về …`: what they do there is told already.
    let about = |&end: &usize| scan.function(end, Function::About).is_some();
    let named = || at.filter(|&at| spoken_before(scan, at)).map(|_| past_speech(scan, from)).filter(about);
    let from = match () {
        () if from != words.end => from,
        () if located => past_speech(scan, from),
        () => named().unwrap_or(from),
    };
    // `tổ chức "Diễn đàn doanh nghiệp có tầm nhìn xa"`: all that stands in the marks.
    let whole =
        (!head.verbal && scan.mark(words.start.wrapping_sub(1), "\"")).then(|| quoted_end(scan, from)).flatten();
    let end = whole.unwrap_or_else(|| name_end(scan, reading, from, head.verbal));
    if head.meets { before_owner(scan, reading, words.end, end) } else { end }
}

/// Whether the head of an event's name begins its sentence and elects somebody (`Đại hội bầu 41 đồng chí vào Ban Chấp hành`):
/// what it does is no part of its name.
fn elects(scan: &Scan, words: &Range<usize>) -> bool {
    let election = |s: Sense| matches!(s, Sense::Cue(c) if scan.kb.cues[usize::from(c)].states == "Election");
    let aux = scan.function(words.end, Function::Aux).unwrap_or(words.end);
    let verb = scan.hits(aux).iter().any(|h| election(h.sense));
    let whole = scan.hits(aux).iter().any(|h| h.sense == Sense::Blocker);
    scan.sentences[scan.sentence_of(words.start)].start == words.start && verb && !whole
}

/// One past what a verb that ends at token `from` tells a body to do at its sitting (`HĐND tỉnh bầu ông A giữ chức …`), which the
/// sitting is called by: up to a mark or a day.
pub(super) fn deed_end(scan: &Scan, from: usize) -> usize {
    const LONGEST: usize = 24;
    let day = |t: usize| scan.function(t, Function::DateLead).is_some_and(|end| scan.number(end));
    let inside = |&t: &usize| (scan.word(t) || scan.number(t)) && !day(t);
    let sentence = scan.sentences[scan.sentence_of(from - 1)].end;
    (from..sentence.min(from + LONGEST)).take_while(inside).last().map_or(from, |t| t + 1)
}

/// Where the quotation ends that a name begins, if it is closed within few words of one sentence.
fn quoted_end(scan: &Scan, from: usize) -> Option<usize> {
    const LONGEST: usize = 16;
    (from..from + LONGEST).take_while(|&t| !scan.breaks(t)).find(|&t| scan.mark(t, "\""))
}

/// Whether the preposition at token `at` begins its sentence or clause, or stands right behind a cue.
fn acts_or_opens(scan: &Scan, at: usize) -> bool {
    let opens = scan.sentences[scan.sentence_of(at)].start == at || !scan.word(at - 1);
    opens || scan.ends_before(at, |s| matches!(s, Sense::Cue(_))).is_some()
}

/// Whether a verb of speech stands in the clause before token `at`.
fn spoken_before(scan: &Scan, at: usize) -> bool {
    let start = scan.sentences[scan.sentence_of(at)].start;
    let mut clause = (start..at).rev().take_while(|&t| !scan.mark(t, ","));
    clause.any(|t| scan.speech(t))
}

/// One past the dead whom a ceremony is held for (`lễ viếng cố Giáo sư X`).
fn dead_end(scan: &Scan, reading: &Reading, from: usize) -> usize {
    let named = |i: usize| reading.mentions.binary_search_by_key(&i, |m| m.start).ok();
    // `Đọc điếu văn tại lễ truy điệu, Chủ tịch UBND tỉnh A …`: who is named behind a comma is at it.
    let behind = from..from + if scan.mark(from, ",") { 0 } else { 2 };
    behind.into_iter().find_map(named).map_or(from, |n| reading.mentions[n].end)
}

/// One past a verb of speech at token `i` that goes on in small letters; `i` where there is none.
fn past_speech(scan: &Scan, i: usize) -> usize {
    let speech = |s: Sense| match s {
        Sense::Cue(c) if scan.kb.cues[usize::from(c)].voice.is_speech() => Some(()),
        _ => None,
    };
    let end = scan.longest(i, speech).map_or(i, |(end, ())| end);
    if scan.word(end) { end } else { i }
}

/// Where the name of a visit ends before whose it is (`chuyến thăm Mỹ của Thủ tướng`).
fn before_owner(scan: &Scan, reading: &Reading, head_end: usize, end: usize) -> usize {
    let owner = |i: &usize| {
        let of = scan.function(*i, Function::Of);
        of.is_some_and(|at| reading.mentions.binary_search_by_key(&at, |m| m.start).is_ok())
    };
    (head_end..end).find(owner).unwrap_or(end)
}

/// One past those whom a meeting is with, told right behind its head: `với X`, `giữa X và Y`, `X`.
fn met_end(scan: &Scan, reading: &Reading, head_end: usize) -> usize {
    let mention =
        |i: usize| reading.mentions.binary_search_by_key(&i, |m| m.start).ok().map(|n| reading.mentions[n].end);
    let joint = |i: usize| {
        scan.function(i, Function::With).or(scan.function(i, Function::Keeps)).or(scan.function(i, Function::Joiner))
    };
    let Some(mut end) = mention(head_end).or_else(|| mention(joint(head_end)?)) else {
        return head_end;
    };
    while let Some(next) = joint(end).and_then(mention) {
        end = next;
    }
    end
}

/// Where an event's name ends: before a mark, a place or agent, a person who acts, a cue, a date.
fn name_end(scan: &Scan, reading: &Reading, from: usize, verbal: bool) -> usize {
    let mut end = from;
    let mut quote = false;
    while end < from + LONGEST_NAME && !scan.breaks(end) {
        if scan.mark(end, "\"") {
            let closes = (end + 1..end + 14).take_while(|&t| !scan.breaks(t)).any(|t| scan.mark(t, "\""));
            if !quote && !closes {
                break;
            }
            quote = !quote;
            end += 1;
            continue;
        }
        if !quote && stops_name(scan, reading, from, end, verbal) {
            break;
        }
        end += 1;
    }
    while end > from {
        end = match trailing(scan, end) {
            Some(start) if start >= from => start,
            _ if end > from + 1 && joins_several(scan, end - 1) => end - 1,
            _ => break,
        };
    }
    end
}

/// Whether a word for several behind a joining word stands at token `i` (`cấp tỉnh và các`).
fn joins_several(scan: &Scan, i: usize) -> bool {
    let joined = scan.ends_before(i, |s| s == Sense::Function(Function::Joiner)).is_some();
    joined && scan.function(i, Function::Plural).is_some()
}

fn stops_name(scan: &Scan, reading: &Reading, from: usize, i: usize, verbal: bool) -> bool {
    // `Giáo hội Phật giáo TP. HCM`: a stop inside a sentence ends an abbreviation.
    let inner = |t: usize| scan.capital(t) || scan.number(t);
    if scan.mark(i, ".") && inner(i - 1) && inner(i + 1) && scan.sentence_of(i) == scan.sentence_of(i + 1) {
        return false;
    }
    if [".", ";", ":", "?", "!", "…"].iter().any(|m| scan.mark(i, m)) {
        return true;
    }
    // `tuyến đường dài 6,2km`
    if i > from && in_number(scan, i) {
        return false;
    }
    // `phòng, chống`, `thi đua, khen thưởng`: one word with a comma.
    let inside =
        (i.saturating_sub(4)..i).any(|s| scan.hits(s).iter().any(|h| h.end > i + 1 && h.sense == Sense::Blocker));
    if scan.mark(i, ",") && !inside {
        return i == from || !continues(scan, reading, i + 1);
    }
    if scan.mark(i, "(") {
        return own_day_in_brackets(scan, from, verbal, i)
            || !scan.number(i + 1)
                && !scan.hits(i + 1).iter().any(|h| matches!(h.sense, Sense::Function(Function::Term)));
    }
    // `kỳ họp thứ 8 (kỳ họp bất thường)`
    if scan.mark(i, ")") && !(from..i).any(|t| scan.mark(t, "(")) {
        return true;
    }
    if scan.mark(i, "-") {
        return i == from || person_at(reading, i + 1) || scan.function(i + 1, Function::Credit).is_some();
    }
    if person_at(reading, i) && !verbal {
        return true;
    }
    // `cuộc hội đàm sau lễ đón`
    let event = |at: usize| scan.hits(at).iter().any(|h| matches!(h.sense, Sense::Event(_)));
    if scan.function(i, Function::When).is_some_and(event) {
        return true;
    }
    // `tiếp Đại tướng A đến chào xã giao`
    let verb = |s: Sense| matches!(s, Sense::Event(e) if scan.kb.events[usize::from(e)].verbal);
    if verbal && i > from && scan.hits(i).iter().any(|h| verb(h.sense)) {
        return true;
    }
    // `Hội thảo nhằm lắng nghe …`: what the event is for is no name of its own.
    let aim = scan.function(i, Function::Hedge).is_some() && scan.function(i, Function::BeginsName).is_none();
    i == from && !scan.capital(i) && aim || stopped_by_word(scan, from, i)
}

/// Whether a word that ends other names is part of what an event is about, held for or counts at token `i`.
fn kept_word(scan: &Scan, from: usize, i: usize) -> bool {
    // `hội nghị về thực hiện …`: what it is about may begin with any verb.
    let about = i > from && scan.ends_before(i, |s| s == Sense::Function(Function::About)).is_some();
    if about && scan.word(i) && !scan.any_function(i, &[Function::At, Function::DateLead, Function::Of]) {
        return true;
    }
    // `lễ mít tinh chào mừng …`
    if scan.function(from, Function::BeginsName).is_some_and(|end| end > i) {
        return true;
    }
    // `tổng kết 10 năm thực hiện …`, `đánh giá kết quả thực hiện …`
    let unit = |s: Sense| {
        matches!(s, Sense::Function(Function::Month | Function::Year | Function::Outcome | Function::BeginsName))
    };
    if scan.function(i, Function::BeginsName).is_some() && i > from && scan.ends_before(i, unit).is_some() {
        return true;
    }
    // `hội nghị sơ kết giữa nhiệm kỳ`
    if scan.function(i, Function::Term).is_some()
        && i > from
        && scan.ends_before(i, |s| s == Sense::Function(Function::Keeps)).is_some()
    {
        return true;
    }
    // `70 năm ngày Truyền thống`
    let years = |s: Sense| s == Sense::Function(Function::Year);
    if scan.function(i, Function::DateLead) == Some(i + 1) && scan.ends_before(i, years).is_some() && keeps_day(scan, i)
    {
        return true;
    }
    // `80 năm Ngày thành lập Quân đội nhân dân Việt Nam`
    i > from + 1 && !scan.number(i) && scan.function(i - 1, Function::DateLead) == Some(i) && keeps_day(scan, i - 1)
}

/// Whether a word that no event's name goes on over stands at token `i`.
fn stopped_by_word(scan: &Scan, from: usize, i: usize) -> bool {
    if kept_word(scan, from, i) {
        return false;
    }
    // `đổi mới`, `cơ quan sở tại`: a syllable of a whole word.
    let whole = (i.saturating_sub(3)..i).any(|s| scan.hits(s).iter().any(|h| h.sense == Sense::Blocker && h.end > i));
    // `Dự hội nghị về phía tỉnh có …`: which guests are told next.
    if scan.function(i, Function::Side).is_some_and(|end| end > i + 1) {
        return true;
    }
    // `hội nghị lần thứ 8`, `sơ kết 6 tháng đầu năm`: counted, no time of day or year.
    let number = |s: Sense| matches!(s, Sense::Function(Function::Any | Function::Plural));
    let months = || scan.number(i.wrapping_sub(1)) || scan.ends_before(i, number).is_some();
    let month = scan.function(i, Function::Month).is_some() && i > from + 1 && months();
    let from_day = scan.function(i, Function::From).is_some();
    let counted = |h: &Hit| h.end > i + 1 && numeral(scan, h.end) && !from_day || month;
    scan.hits(i).iter().any(|h| match h.sense {
        Sense::Stopper if counted(h) => false,
        Sense::Function(f) => {
            matches!(
                f,
                Function::At
                    | Function::Agent
                    | Function::Passive
                    | Function::Future
                    | Function::Negation
                    | Function::Opener
                    | Function::DateLead
                    | Function::Occasion
                    | Function::Background
                    | Function::Aux
                    | Function::Happens
                    | Function::PressTalk
            ) && !(f == Function::DateLead && keeps_day(scan, i))
                && !(f == Function::At && within(scan, i))
                && !(whole && matches!(f, Function::At | Function::Aux))
        }
        Sense::Cue(c) => {
            (h.end > i + 1 || i > from)
                && !(i == from && scan.capital(i))
                && !told_about(scan, i, &scan.kb.cues[usize::from(c)].states)
        }
        Sense::Stopper => !scan.capital(i) && !joins(scan, i) && !leads_to(scan, i),
        _ => false,
    })
}

/// Whether a small word of a name's inside stands at token `i`.
fn joins(scan: &Scan, i: usize) -> bool {
    use Function::{Joiner, Keeps, Of, Plural, To, Until, With};
    scan.any_function(i, &[Of, To, Joiner, Plural, Until, With, Keeps])
}

/// Whether the word at token `i` tells where something leads to, named in capitals right behind (`đường vào cảng Phước An`), and
/// not when something is held.
fn leads_to(scan: &Scan, i: usize) -> bool {
    const NEAR: usize = 3;
    let plain = |&t: &usize| {
        scan.word(t) && !scan.hits(t).iter().any(|h| matches!(h.sense, Sense::Function(_) | Sense::Stopper))
    };
    let end = scan.function(i, Function::On).filter(|_| scan.any_function(i, &[Function::Goes]));
    end.is_some_and(|end| (end..end + NEAR).take_while(plain).any(|t| scan.capital(t)))
}

/// Whether token `i` is a number, in figures or as the Romans wrote it (`lần thứ XII`).
fn numeral(scan: &Scan, i: usize) -> bool {
    scan.number(i) || scan.roman(i)
}

/// Whether a change of office or rank is what the event is about (`lễ công bố quyết định về thăng quân hàm …`).
fn told_about(scan: &Scan, i: usize, class: &str) -> bool {
    CLASSES.contains(&class) && scan.ends_before(i, |s| s == Sense::Function(Function::About)).is_some()
}

/// `ngày truyền thống`, `ngày thành lập`, `lần thứ năm` are part of a name; `ngày 15/6`, `sáng thứ Hai` is a date.
fn keeps_day(scan: &Scan, i: usize) -> bool {
    if (i.saturating_sub(1)..i).any(|s| scan.hits(s).iter().any(|h| h.sense == Sense::Blocker && h.end > i)) {
        return true;
    }
    let end = scan.function(i, Function::DateLead).unwrap_or(i + 1);
    !scan.number(end) && !scan.mark(end, "(") && seen_from_today(scan, i).is_none() && weekdays::at(scan, i).is_none()
}

/// `trong phong trào` is part of a name; `trong ngày 5/6`, `trong Quý I` are not.
fn within(scan: &Scan, i: usize) -> bool {
    scan.function(i, Function::Within).is_some_and(|end| {
        scan.word(end)
            && !scan.capital(end)
            && !scan.any_function(end, &[Function::DateLead, Function::Month, Function::Year])
    })
}

/// A comma inside a name: small words behind it that start no clause, up to a joining word or another noun.
fn continues(scan: &Scan, reading: &Reading, i: usize) -> bool {
    if !scan.word(i) || scan.capital(i) || person_at(reading, i) {
        return false;
    }
    let starts_clause = scan.hits(i).iter().any(|h| {
        matches!(h.sense, Sense::Function(f) if f != Function::Held && f != Function::To)
            || matches!(h.sense, Sense::Cue(_) | Sense::Stopper)
    });
    let joined = (i..i + 12)
        .take_while(|&t| !scan.breaks(t) && ![".", ";", ":"].iter().any(|m| scan.mark(t, m)))
        .any(|t| scan.function(t, Function::Joiner).is_some());
    !starts_clause && joined
}

/// Somebody named begins at token `i`; an office alone may be part of an event's name.
fn person_at(reading: &Reading, i: usize) -> bool {
    let found = reading.mentions.binary_search_by_key(&i, |m| m.start);
    found.is_ok_and(|n| !matches!(reading.mentions[n].naming, Naming::Bare))
}

/// Where the mark or word begins that ends before token `end` and only leads to what no longer belongs to the name
/// (`hội nghị thượng đỉnh giữa Tổng thống A và …`).
fn trailing(scan: &Scan, end: usize) -> Option<usize> {
    use Function::{About, From, Joiner, Keeps, Month, Of, PartOfMonth, Within};
    let leads = |s: Sense| match s {
        Sense::Function(About | Joiner | Keeps | Of | Within) => true,
        Sense::Function(PartOfMonth) => scan.function(end, Month).is_some(),
        Sense::Function(From) => scan.function(end, PartOfMonth).is_some(),
        _ => false,
    };
    let mark = [",", "-"].iter().any(|m| scan.mark(end - 1, m));
    if mark { Some(end - 1) } else { scan.ends_before(end, leads) }
}
