//! The one day of an article: where a single day is told, what officials are told to do, and when is not, was on it.

use std::ops::Range;

use super::dates::DateMention;
use super::events::{EventMention, Events};
use super::occasions::{Occasion, Told};
use super::scan::Scan;
use crate::ontology::items::{Function, Sense};
use crate::text::key::key;
use jiff::ToSpan;
use jiff::civil::Date;

/// Words whose sentence tells of another time.
const OTHER_TIME: [Function; 7] = [
    Function::Background,
    Function::Recent,
    Function::Formerly,
    Function::Future,
    Function::Yesterday,
    Function::BeforeYesterday,
    Function::Tomorrow,
];

/// How far down the day may be told first.
const LEAD: usize = 6;

/// How many sentences behind the day events may be told to be of it.
const NEAR: usize = 14;

/// The first telling of the one day that an article tells.
pub(super) fn only<'d>(scan: &Scan, dates: &'d [DateMention]) -> Option<&'d DateMention> {
    let signed = |d: &DateMention| scan.ends_before(d.start, |s| s == Sense::Function(Function::Signed)).is_some();
    let day = |d: &&DateMention| d.value.len() == 10 || d.value.len() == 7 && d.value.starts_with("--");
    let mut days = dates.iter().filter(day);
    let first = days.next().filter(|d| !signed(d))?;
    // A year may be told with one of them only.
    let month_and_day = |d: &DateMention| d.value[d.value.len() - 5..].to_owned();
    let own = month_and_day(first);
    (dates.iter().filter(day).all(|d| d.until.is_none() && month_and_day(d) == own)).then_some(first)
}

/// Gives an event without a date the only day that the article tells, where that was told before.
pub(super) fn of_the_article(
    scan: &Scan,
    only: Option<&DateMention>,
    events: &Events,
    event: usize,
    dates: &[DateMention],
    occasion: &mut Occasion,
) {
    let Some(day) = only else {
        return;
    };
    if occasion.date.is_some() || occasion.planned.is_some() || events.list[event].planned {
        return;
    }
    let told = scan.sentence_of(day.start);
    let lead = &scan.sentences[told];
    // `thứ Ba vừa qua` is a day itself.
    let apart = |i: usize| !(day.start..day.end).contains(&i) && scan.any_function(i, &OTHER_TIME[..4]);
    if told > LEAD || lead.clone().any(apart) {
        return;
    }
    let here = |n: usize| {
        let sentence = &scan.sentences[n];
        (told..told + NEAR).contains(&n)
            && !dates.iter().any(|d| sentence.contains(&d.start))
            && !sentence.clone().any(|i| scan.any_function(i, &OTHER_TIME))
    };
    let first = events.mentions.iter().find(|m| m.event == Some(event) && scan.sentence_of(m.start) > 0);
    let first = first.filter(|m| of_the_story(scan, m)).map(|m| scan.sentence_of(m.start));
    if first.is_some_and(here) {
        let date = Told { value: day.clone(), start: day.start, end: day.end };
        occasion.date = Some((date, "event-date-of-article"));
    }
}

/// Whether a mention tells of what the article tells of: by a verb, by a head alone, or as where somebody speaks. An event
/// named in full elsewhere, or a sitting, has its own day.
fn of_the_story(scan: &Scan, mention: &EventMention) -> bool {
    let head = &scan.kb.events[usize::from(mention.head)];
    let at = || scan.ends_before(mention.start, |s| s == Sense::Function(Function::At)).is_some();
    let sitting = head.classes.first().is_some_and(|c| c == "Session");
    !sitting && (head.verbal || !mention.full || at())
}

/// The first day of an event that goes on for days, where its sentence tells one of the others: that day, counted back
/// (`Ngày 9-12, ngày làm việc thứ hai của kỳ họp …`); its month behind the last one, whose number nobody told.
pub(super) fn first_day(scan: &Scan, sentence: &Range<usize>, mut told: Told<DateMention>) -> Told<DateMention> {
    let nth = sentence.clone().find_map(|t| later_day(scan, t));
    let (Some(nth), None, Some(_)) = (nth, &told.value.until, told.value.month_day()) else {
        return told;
    };
    let back = |day: Date| day.checked_sub((i64::from(nth?) - 1).days()).ok();
    match told.value.value.parse().ok().and_then(back) {
        Some(first) => told.value.value = first.to_string(),
        // A day without a year tells no more than its month would.
        None if told.value.value.starts_with('-') => {}
        None => told.value.value.truncate("2018-08".len()),
    }
    told
}

/// Which day of an event the words at token `i` tell, where it is a later one than the first: its number, or none for the last.
pub(super) fn later_day(scan: &Scan, i: usize) -> Option<Option<u32>> {
    let starts = |wanted: Sense| scan.longest(i, |s| (s == wanted).then_some(())).map(|(end, ())| end);
    if starts(Sense::LastEventDay).is_some() {
        return Some(None);
    }
    let end = starts(Sense::EventDay)?;
    ordinal(scan, end).or_else(|| days_gone(scan, i)).filter(|n| *n > 1).map(Some)
}

/// So many words may a number have.
const LONGEST_NUMBER: usize = 4;

/// The ordinal at token `i`, its number in words or figures (`thứ hai`, `thứ 2`).
fn ordinal(scan: &Scan, i: usize) -> Option<u32> {
    let ordinals = &scan.kb.ordinals;
    let sentence = scan.sentences[scan.sentence_of(i.min(scan.len() - 1))].end;
    let word = |end: usize| ordinals.get(&key(scan.words(i, end))).copied();
    let counts = || {
        let first = key(scan.words(i, i + 1));
        ordinals.keys().any(|o| o.split(' ').next() == Some(&first))
    };
    let figures = || (scan.number(i + 1) && counts()).then(|| scan.words(i + 1, i + 2).parse().ok()).flatten();
    (i + 1..=sentence.min(i + LONGEST_NUMBER)).rev().find_map(word).or_else(figures)
}

/// How many days have gone by, the word for them at token `i` (`sau gần hai ngày làm việc`, `qua 3 ngày họp`).
fn days_gone(scan: &Scan, i: usize) -> Option<u32> {
    let from = |t: usize| scan.function(t, Function::Elapsed).filter(|&from| from < i);
    let from = (i.saturating_sub(LONGEST_NUMBER)..i).filter_map(from).max()?;
    let told = key(scan.words(from, i));
    // What follows the first word of an ordinal is the number.
    let number = |(o, n): (&String, &u32)| (o.split_once(' ')?.1 == told).then_some(*n);
    told.parse().ok().or_else(|| scan.kb.ordinals.iter().find_map(number))
}
