//! What two mentions of events have in common: their words, their days, the ways their names begin.

use std::collections::BTreeSet;

use super::changes::CLASSES;
use super::dates::DateMention;
use super::event_days::later_day;
use super::events::{Event, EventMention};
use super::scan::Scan;
use crate::ontology::items::{EventHead, Function, Sense};
use crate::text::key::key;

/// Whether the words behind a head that fits any event name this one: a capital, a number or a quotation among them.
pub(super) fn telling(scan: &Scan, m: &EventMention) -> bool {
    (m.head_end..m.end).any(|t| scan.capital(t) || scan.number(t) || scan.mark(t, "\""))
}

/// Whether a comma at token `i` stands inside a number (`6,2km`).
pub(super) fn in_number(scan: &Scan, i: usize) -> bool {
    let figures = i > 0 && scan.number(i - 1) && scan.number(i + 1);
    scan.mark(i, ",") && figures && !scan.words(i - 1, i + 2).contains(char::is_whitespace)
}

/// Whether a mention stands behind a preposition of place (`tại sự kiện`).
pub(super) fn located(scan: &Scan, mention: &EventMention) -> bool {
    scan.ends_before(mention.start, |s| s == Sense::Function(Function::At)).is_some()
}

/// Whether a mention begins with all of another's name, capital words in it (`Hội nghị Cấp cao G20 với tư cách khách mời`).
pub(super) fn longer(scan: &Scan, named: &EventMention, mention: &EventMention) -> bool {
    let (name, from) = (named.head_end..named.end, mention.head_end);
    let whole = name.len() >= 2 && name.clone().any(|t| scan.capital(t));
    whole
        && name
            .clone()
            .all(|t| from + (t - name.start) < mention.end && scan.key(t) == scan.key(from + (t - name.start)))
}

/// Whether one of two mentions tells with whom a meeting is, the other about what.
pub(super) fn other_half(scan: &Scan, a: &EventMention, b: &EventMention) -> bool {
    let begins = |m: &EventMention, f: Function| scan.function(m.head_end, f).is_some();
    let whom = |m: &EventMention| begins(m, Function::With);
    let what = |m: &EventMention| begins(m, Function::About) && !whom(m);
    let nouns = !scan.kb.events[usize::from(a.head)].verbal;
    nouns && (whom(a) && what(b) || what(a) && whom(b))
}

/// Whether a mention describes an event (`Đây là hội nghị …`).
pub(super) fn described(scan: &Scan, mention: &EventMention) -> bool {
    scan.ends_before(mention.start, |s| s == Sense::Function(Function::Describes)).is_some()
}

/// Whether somebody else is told to receive or meet the guest (`Chủ tịch nước A tiếp ông C`, `Thủ tướng B tiếp ông C`).
pub(super) fn by_another(mention: &EventMention, event: &Event) -> bool {
    !mention.by.is_empty() && !event.by.is_empty() && !mention.by.iter().any(|who| event.by.contains(who))
}

/// What meetings with voters are.
pub(super) const OF_VOTERS: &str = "VoterMeeting";

/// Whether those met at an event whose head ends at token `end` are voters (`cuộc tiếp xúc với hơn 200 cử tri`).
pub(super) fn meets_voters(scan: &Scan, head: &EventHead, end: usize) -> bool {
    const COUNTED: usize = 4;
    let small = |t: usize| scan.number(t) || scan.word(t) && !scan.capital(t);
    // `tiếp xúc với` may be one head.
    let within = scan.function(end - 1, Function::With).filter(|&from| from == end);
    let with = scan.function(end, Function::With).or(within).filter(|_| head.meets);
    with.is_some_and(|from| {
        (from..from + COUNTED).take_while(|&t| small(t)).any(|t| scan.function(t, Function::Voters).is_some())
    })
}

/// The class of an event that a mention with a head opens.
pub(super) fn class_of(scan: &Scan, head: &EventHead, mention: &EventMention) -> String {
    let voters = meets_voters(scan, head, mention.head_end).then_some(OF_VOTERS);
    voters.or(head.classes.first().map(String::as_str)).unwrap_or("Other").to_owned()
}

/// Whether a head names a journey to somewhere, not the receiving of guests.
pub(super) fn visits(head: &EventHead) -> bool {
    let journey = head.verbal || head.classes.iter().any(|c| c == "Inspection");
    head.classes.first().is_some_and(|c| c == "Visit") && !head.of_person && journey
}

/// Whether the name of an event counts it, in figures or in words (`kỳ họp thứ hai`).
pub(super) fn counted(scan: &Scan, mention: &EventMention) -> bool {
    let ordinal = |t: usize| scan.hits(t).iter().any(|h| h.sense == Sense::Ordinal);
    (mention.head_end..mention.end).any(|t| scan.number(t) || ordinal(t))
}

/// The day told nearest to a mention in its sentence, where it has day and month.
pub(super) fn day_of(
    scan: &Scan,
    dates: &[DateMention],
    all: &[EventMention],
    mention: &EventMention,
) -> Option<String> {
    let sentence = &scan.sentences[scan.sentence_of(mention.start)];
    // `trong ngày làm việc cuối của kỳ họp, sáng nay`: not the day it began.
    if sentence.clone().any(|t| later_day(scan, t).is_some()) {
        return None;
    }
    let near =
        dates.iter().filter(|d| sentence.contains(&d.start) && (d.end <= mention.start || d.start >= mention.end));
    let days = near.filter(|d| d.value.len() == 10 || d.value.len() == 7 && d.value.starts_with("--"));
    let between = |d: &DateMention| {
        all.iter().any(|m| {
            m.start != mention.start && d.end.min(mention.end) <= m.start && m.start < d.start.max(mention.start)
        })
    };
    let day = days.filter(|d| !between(d)).min_by_key(|d| d.start.abs_diff(mention.start));
    // `kỳ họp HĐND TP Đà Nẵng tháng 12/2018`: the month right behind, where it is not what such events are called.
    let month = || {
        let of_year = |d: &DateMention| d.value.len() == 7 && !d.value.starts_with("--");
        let right = |d: &&DateMention| (mention.end..mention.end + 2).contains(&d.start) && of_year(d);
        dates.iter().filter(|_| mention.full && !mention.plain).find(right)
    };
    day.map(|d| d.value[d.value.len() - 5..].to_owned()).or_else(|| month().map(|d| d.value[5..].to_owned()))
}

/// Whether two events may be of one day: none is told of one of them, or both are of one day, or month.
pub(super) fn one_day(a: Option<&String>, b: Option<&String>) -> bool {
    let (Some(a), Some(b)) = (a, b) else {
        return true;
    };
    a == b || a.len() != b.len() && a[..2] == b[..2]
}

/// The telling words of a mention: their keys, abbreviations written out.
pub(super) fn content(scan: &Scan, m: &EventMention) -> BTreeSet<String> {
    let words = super::free_words::expanded(scan, m.head_end, m.end);
    key(&words).split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// Two names of one event share most of the words of the shorter.
pub(super) fn alike(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    let shared = a.intersection(b).count();
    let shorter = a.len().min(b.len());
    shorter > 0 && shared * 10 >= shorter * 6 && !apart(a, b)
}

/// Two names tell different numbers (`kỳ họp 32`, `kỳ họp 37`); years are not compared.
pub(super) fn apart(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    fn numbers(words: &BTreeSet<String>) -> Vec<&String> {
        words.iter().filter(|w| w.len() < 4 && w.bytes().all(|c| c.is_ascii_digit())).collect()
    }
    let (a, b) = (numbers(a), numbers(b));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|n| b.contains(n))
}

/// Whether an event is one at which a body sits or works.
pub(super) fn sits(event: &Event) -> bool {
    matches!(event.class.as_str(), "Session" | "WorkingSession")
}

/// One past the words at token `i` that tell a change of office (`bầu`, `miễn nhiệm`).
pub(super) fn changes_office(scan: &Scan, i: usize) -> Option<usize> {
    let change = |s: Sense| {
        let class = |c: u16| CLASSES.contains(&scan.kb.cues[usize::from(c)].states.as_str());
        matches!(s, Sense::Cue(c) if class(c)).then_some(())
    };
    scan.longest(i, change).map(|(end, ())| end)
}

/// Whether a day of this year stands alone in the brackets at token `i` (`đại hội (28-10)`).
pub(super) fn day_in_brackets(scan: &Scan, i: usize) -> bool {
    let between = ["/", "-", "."].iter().any(|m| scan.mark(i + 2, m));
    scan.mark(i, "(") && scan.number(i + 1) && between && scan.number(i + 3) && scan.mark(i + 4, ")")
}

/// Whether brackets at token `i` tell the day of an event whose words end before them: right behind its head, or of what a verb
/// tells at the end of a sentence (`vừa đi kiểm tra cầu X (22/7).`).
pub(super) fn own_day_in_brackets(scan: &Scan, head_end: usize, verbal: bool, i: usize) -> bool {
    let last = || scan.breaks(i + 5) || scan.sentence_of(i + 5) != scan.sentence_of(i) || scan.mark(i + 5, ".");
    day_in_brackets(scan, i) && (i == head_end || verbal && last())
}
