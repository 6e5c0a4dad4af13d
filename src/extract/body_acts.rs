//! What bodies are told to do on a day: verbs that name an event without a word that it is held.

use super::names::Names;
use super::no_event::body_before;
use super::scan::Scan;
use super::weekdays;
use crate::ontology::items::Function;

/// What keeps a verb behind a body from being done.
const UNDONE: [Function; 5] =
    [Function::Future, Function::Negation, Function::Hedge, Function::Passive, Function::Habit];

/// Whether a public body does what the verb at token `i` tells, on a day told before it (`Sáng 10/1, Công an tỉnh tổng kết
/// công tác năm 2016`).
pub(super) fn by_a_body(scan: &Scan, names: &Names, i: usize) -> bool {
    let from = before_day(scan, i);
    let Some(body) = body_before(scan, names, from).filter(|b| b.public) else {
        return false;
    };
    let start = scan.sentences[scan.sentence_of(i)].start;
    let dated = from < i || (start..body.start).any(|t| day_at(scan, t).is_some());
    dated && !(body.end..i).any(|t| scan.any_function(t, &UNDONE))
}

/// Where the day begins that stands right before token `i` (`HĐND tỉnh hôm nay (1/7) họp`); `i` where there is none.
pub(super) fn before_day(scan: &Scan, i: usize) -> usize {
    let start = scan.sentences[scan.sentence_of(i)].start;
    let figures = |t: usize| scan.number(t) || !scan.word(t) && !scan.breaks(t);
    let day = |&t: &usize| day_at(scan, t).is_some_and(|end| end <= i && (end..i).all(figures));
    (i.saturating_sub(LONGEST_DAY).max(start)..i).find(day).unwrap_or(i)
}

/// So many tokens a day may have that stands between a body and its verb (`sáng thứ Ba tuần này (15-8-2018)`).
const LONGEST_DAY: usize = 12;

/// One past the words at token `t` that tell a day, its figures aside.
pub(super) fn day_at(scan: &Scan, t: usize) -> Option<usize> {
    let today = [Function::Now, Function::Yesterday].into_iter().find_map(|f| scan.function(t, f));
    let led = || scan.function(t, Function::DateLead).filter(|&end| scan.number(end));
    today.or_else(led).or_else(|| weekdays::at(scan, t).map(|w| w.end))
}
