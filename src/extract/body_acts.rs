//! What bodies are told to do on a day: verbs that name an event without a word that it is held.

use std::ops::Range;

use super::bodies::{Body, body_at};
use super::names::Names;
use super::no_event::body_before;
use super::places::{PlaceRef, level_at, place_at};
use super::scan::Scan;
use super::weekdays;
use crate::ontology::items::{Function, Sense};

/// What keeps a verb behind a body from being done.
const UNDONE: [Function; 5] =
    [Function::Future, Function::Negation, Function::Hedge, Function::Passive, Function::Habit];

/// Whether a public body does what the verb at token `i` tells, on a day told before it (`Sáng 10/1, Công an tỉnh tổng kết
/// công tác năm 2016`) or behind it (`UBND tỉnh và Tập đoàn A ký thỏa thuận hợp tác, sáng 9/3`).
pub(super) fn by_a_body(scan: &Scan, names: &Names, i: usize) -> bool {
    let from = before_day(scan, i);
    let body = body_before(scan, names, from).filter(|b| b.public).map(|b| b.start..b.end);
    let joined = || joined_before(scan, names, from);
    let Some(subject) = body.or_else(|| forces_before(scan, names, from)).or_else(joined) else {
        return false;
    };
    let start = scan.sentences[scan.sentence_of(i)].start;
    // `đồng ý cho Ban Quản lý dự án thông xe cầu A vào ngày 29/8`
    let governed = |s: Sense| matches!(s, Sense::Function(Function::To | Function::Hedge));
    let behind = || scan.ends_before(subject.start, governed).is_none() && day_behind(scan, i);
    let dated = from < i || (start..subject.start).any(|t| day_at(scan, t).is_some()) || behind();
    dated && !(subject.end..i).any(|t| scan.any_function(t, &UNDONE))
}

/// Whether the clause of a verb at token `i` tells the day behind it: not one until or from which something lasts, nor the day
/// on which somebody tells of it.
fn day_behind(scan: &Scan, i: usize) -> bool {
    let bound = |s: Sense| match s {
        Sense::Function(f) => {
            matches!(
                f,
                Function::From | Function::Until | Function::To | Function::Before | Function::When | Function::Of
            )
        }
        _ => false,
    };
    let mut clause =
        (i..scan.sentences[scan.sentence_of(i)].end).take_while(|&t| !scan.speech(t) && !scan.mark(t, ";"));
    clause.any(|t| day_at(scan, t).is_some() && scan.ends_before(t, bound).is_none())
}

/// Whether the body at tokens `subject` opens the main clause and does what the verb at token `verb` tells: nothing but a day or
/// a place before it (`Sáng 9/12, tại thành phố Vinh, HĐND tỉnh bầu …`), no word between that leaves it undone.
pub(super) fn opens_clause(scan: &Scan, subject: Range<usize>, verb: usize) -> bool {
    let mut from = scan.sentences[scan.sentence_of(verb)].start;
    while from < subject.start {
        let comma = (from..subject.start).find(|&t| scan.mark(t, ","));
        if !day_or_place(scan, from..comma.unwrap_or(subject.start), comma.is_some()) {
            return false;
        }
        from = comma.map_or(subject.start, |comma| comma + 1);
    }
    !(subject.end..verb).any(|t| scan.any_function(t, &UNDONE))
}

/// Whether tokens `words` tell a day, or, where a comma ends them, a place.
fn day_or_place(scan: &Scan, words: Range<usize>, comma: bool) -> bool {
    let figures =
        |t: &usize| scan.number(*t) || !scan.word(*t) || scan.any_function(*t, &[Function::Month, Function::Year]);
    let day = day_at(scan, words.start).or_else(|| scan.function(words.start, Function::SameDay));
    let at = day.map_or(words.start, |end| (end..words.end).take_while(figures).last().map_or(end, |t| t + 1));
    let other = [Function::Background, Function::When, Function::Supposing, Function::Hedge];
    let place = || scan.function(at, Function::At).is_some() && !scan.any_function(at, &other);
    at >= words.end || comma && place() && !(at..words.end).any(|t| scan.speech(t))
}

/// The public body that is the subject of a verb at token `i` together with one that nobody need know (`UBND tỉnh A và Tập đoàn
/// B ký thỏa thuận hợp tác`).
fn joined_before(scan: &Scan, names: &Names, i: usize) -> Option<Range<usize>> {
    let start = scan.sentences[scan.sentence_of(i)].start;
    let with = |end: usize| scan.function(end, Function::Joiner).or_else(|| scan.function(end, Function::With));
    let another = |from: usize| {
        let plain = |t: usize| scan.word(t) && !scan.speech(t) && scan.function(t, Function::Aux).is_none();
        scan.capital(from) && i - from <= LONGEST_PARTNER && (from..i).all(plain)
    };
    let joined = |b: &Body| b.public && with(b.end).is_some_and(|next| next < i && another(next));
    (start..i).find_map(|at| body_at(scan, names, at).filter(joined)).map(|b| b.start..b.end)
}

/// So many words the partner of a body may be named with.
const LONGEST_PARTNER: usize = 10;

/// So many small words may stand between the forces of a place and what they do (`đồng loạt`).
const SMALL_WORDS: usize = 3;

/// The forces of a place that are the subject of a verb at token `i` (`LLVT tỉnh Thanh Hóa đồng loạt ra quân huấn luyện`).
fn forces_before(scan: &Scan, names: &Names, i: usize) -> Option<Range<usize>> {
    let start = scan.sentences[scan.sentence_of(i)].start;
    let of_place = |t: usize| {
        let (end, _) = place_at(scan, names, scan.function(t, Function::Forces)?)?;
        let near = end <= i && i - end <= SMALL_WORDS && (end..i).all(|t| scan.word(t) && !scan.capital(t));
        near.then_some(t..end)
    };
    (i.saturating_sub(LONGEST_FORCES).max(start)..i).find_map(of_place)
}

/// So many tokens the forces of a place, and the small words behind them, may have.
const LONGEST_FORCES: usize = 14;

/// The province that is the subject of a verb at token `i`, told with its level (`tỉnh Quảng Bình họp với …`).
pub(super) fn province_before(scan: &Scan, names: &Names, i: usize) -> Option<(Range<usize>, PlaceRef)> {
    let from = before_day(scan, i);
    let verb = scan.ends_before(from, |s| s == Sense::Function(Function::Aux)).unwrap_or(from);
    let start = scan.sentences[scan.sentence_of(i)].start;
    let province = |t: usize| {
        level_at(scan, t)?;
        let (end, place) = place_at(scan, names, t)?;
        let known = matches!(place, PlaceRef::Known(p) if scan.kb.places[usize::from(p)].province);
        (end == verb && known).then_some((t..end, place))
    };
    (verb.saturating_sub(LONGEST_PROVINCE).max(start)..verb).find_map(province)
}

/// So many tokens the name of a province may have, its level with it.
const LONGEST_PROVINCE: usize = 7;

/// Where the word for the passive stands before a verb at token `i`, whoever does it between (`được khánh thành`, `được tỉnh
/// Đồng Tháp khởi công`).
pub(super) fn passive_before(scan: &Scan, names: &Names, i: usize) -> Option<usize> {
    let passive = |at: usize| scan.ends_before(at, |s| s == Sense::Function(Function::Passive));
    let body = || body_before(scan, names, i).filter(|b| b.end == i).map(|b| b.start);
    let agent = || body().or_else(|| province_before(scan, names, i).map(|(words, _)| words.start));
    passive(i).or_else(|| passive(agent()?))
}

/// Whether the verb at tokens `words` tells what is done with something on a day told right behind it, or that the sentence
/// begins with, and without a year: not what was done long ago (`trụ sở được khánh thành ngày 20-12`). What will be done
/// opens its clause, and no other day is told of it (`Cầu A sẽ được khánh thành vào sáng 4/9`).
pub(super) fn done_on_a_day(scan: &Scan, names: &Names, words: Range<usize>) -> bool {
    let sentence = &scan.sentences[scan.sentence_of(words.start)];
    let Some(by) = passive_before(scan, names, words.start) else {
        return false;
    };
    let clause = (sentence.start..by).rev().take_while(|&t| !scan.mark(t, ",")).last().unwrap_or(by);
    let undone = [Function::Negation, Function::Hedge, Function::Habit, Function::When];
    let done = !(clause..by).any(|t| scan.any_function(t, &undone));
    let weekday = |t: usize| weekdays::at(scan, t).is_some();
    let day = |t: usize| weekday(t) || day_at(scan, t).is_some_and(|end| !year_behind(scan, end));
    let coming = (clause..by).any(|t| scan.function(t, Function::Future).is_some());
    let behind = scan.function(words.end, Function::On).unwrap_or(words.end);
    let told = day(behind) || !coming && words.start > sentence.start && day(sentence.start);
    done && told && !(coming && (clause..by).any(|t| day_at(scan, t).is_some()))
}

/// Whether the figures of a day at token `i` go on to its year (`20-12-1985`, `5/6 năm 1990`).
fn year_behind(scan: &Scan, i: usize) -> bool {
    let figures = |t: &usize| scan.number(*t) || ["-", "/", "."].iter().any(|m| scan.mark(*t, m));
    let end = (i..i + LONGEST_DAY).take_while(figures).last().map_or(i, |t| t + 1);
    (i..end).filter(|&t| scan.number(t)).count() > 2 || scan.function(end, Function::Year).is_some()
}

/// Where the day begins that stands right before token `i` (`HĐND tỉnh hôm nay (1/7) họp`); `i` where there is none.
pub(super) fn before_day(scan: &Scan, i: usize) -> usize {
    let start = scan.sentences[scan.sentence_of(i)].start;
    // `UBND thành phố ngày 12/5 đã khởi công dự án`
    let verb = scan.ends_before(i, |s| s == Sense::Function(Function::Aux)).unwrap_or(i);
    let figures = |t: usize| scan.number(t) || !scan.word(t) && !scan.breaks(t);
    let day = |&t: &usize| day_at(scan, t).is_some_and(|end| end <= verb && (end..verb).all(figures));
    (verb.saturating_sub(LONGEST_DAY).max(start)..verb).find(day).unwrap_or(i)
}

/// So many tokens a day may have that stands between a body and its verb (`sáng thứ Ba tuần này (15-8-2018)`).
const LONGEST_DAY: usize = 12;

/// One past the words at token `t` that tell a day, its figures aside.
pub(super) fn day_at(scan: &Scan, t: usize) -> Option<usize> {
    let today =
        [Function::Now, Function::Yesterday, Function::BeforeYesterday].into_iter().find_map(|f| scan.function(t, f));
    let led = || scan.function(t, Function::DateLead).filter(|&end| scan.number(end));
    today.or_else(led).or_else(|| weekdays::at(scan, t).map(|w| w.end))
}
