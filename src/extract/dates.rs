//! Dates as newspapers write them, as precise as the words: days, months, years and spans, with the year where it is certain.

use jiff::civil::Date;

use super::scan::Scan;
use super::weekdays;
use crate::ontology::items::{Function, Sense};

/// A date in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// `2022-06-15`, `2022-06`, `2022`, `--08-04` or `--05`.
    pub value: String,
    /// The last day of a span.
    pub until: Option<String>,
}

impl DateMention {
    /// Month and day (`08-04`), where both are told.
    pub fn month_day(&self) -> Option<&str> {
        match self.value.len() {
            10 => Some(&self.value[5..]),
            7 => self.value.strip_prefix("--"),
            _ => None,
        }
    }
}

/// A day, with what is known of it.
#[derive(Clone, Copy, Default)]
struct Day {
    day: Option<u8>,
    month: Option<u8>,
    year: Option<u16>,
}

/// What a date without a number in front begins with.
const OPENERS: [Function; 8] = [
    Function::DateLead,
    Function::Month,
    Function::Year,
    Function::Now,
    Function::Yesterday,
    Function::BeforeYesterday,
    Function::Tomorrow,
    Function::SameDay,
];

/// The day an article was published: as given with it, else from a date line at its top.
pub fn published(scan: &Scan, given: Option<&str>) -> Option<Date> {
    if let Some(day) = given.and_then(|g| g.get(..10)).and_then(|g| g.parse().ok()) {
        return Some(day);
    }
    let top = scan
        .sentences
        .iter()
        .take(4)
        .find(|s| s.len() < 16 && (s.start..s.end).any(|i| scan.function(i, Function::Dateline).is_some()))?;
    let (day, _) = (top.start..top.end).find_map(|i| full(scan, i))?;
    Date::new(i16::try_from(day.year?).ok()?, day.month? as i8, day.day? as i8).ok()
}

/// All dates of a text, in order; `published` gives years to days and days to `today`.
pub fn find(scan: &Scan, published: Option<Date>) -> Vec<DateMention> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < scan.len() {
        if !scan.number(i) && !scan.any_function(i, &OPENERS) {
            i += 1;
            continue;
        }
        let same_day = || same_day(scan, i, &found);
        match date_at(scan, i, published).or_else(same_day) {
            Some(date) => {
                i = date.end.max(i + 1);
                found.push(date);
            }
            None => i += 1,
        }
    }
    fill_months(scan, &mut found);
    found
}

/// Whether the words right before a date make it one of somebody's birth or of the past.
fn history(scan: &Scan, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|i| {
        scan.function(i, Function::From).is_some()
            || scan.function(i, Function::Background).is_some()
            || scan.function(i, Function::Formerly).is_some()
            || scan.function(i, Function::Origin).is_some()
    })
}

/// So many tokens behind a year, a sentence may speak of something else.
const NEAR: usize = 12;

/// The date of a year before that of `published` which the sentence or clause around some words opens with, before them:
/// what it speaks of was so then, and need not be so on the day of publication.
pub(super) fn spoken_of<'d>(
    scan: &Scan,
    dates: &'d [DateMention],
    published: Option<&str>,
    (start, end): (usize, usize),
) -> Option<&'d str> {
    let year = published?.get(..4)?;
    let here = scan.sentence_of(start);
    let first = scan.sentences.get(here)?.start;
    let opens = |d: &DateMention| d.start < first + 2 || (1..=2).any(|n| d.start >= n && scan.mark(d.start - n, ","));
    let told = dates.iter().filter(|d| scan.sentence_of(d.start) == here && d.end <= start);
    let date = told.last().filter(|d| !d.value.starts_with("--") && d.value.get(..4).is_some_and(|y| y < year))?;
    let near = date.value.len() == "2022-06-15".len() || start - date.end <= NEAR;
    let still = (date.end..end).any(|i| scan.any_function(i, &[Function::Now, Function::NowIs]));
    let since = |i: usize| scan.any_function(i, &[Function::From, Function::Origin]);
    let since = (date.start.saturating_sub(2)..=date.start).any(since);
    (opens(date) && near && !still && !since).then_some(date.value.as_str())
}

/// An article whose years are all before this one tells of history: it was not written in them.
const OLD: &str = "1990";

/// A month told with its year gives the year to its days in the sentences around, where no other year is told with it.
fn fill_months(scan: &Scan, dates: &mut [DateMention]) {
    let sure = |d: &DateMention| d.value.len() >= 7 && !d.value.starts_with("--");
    let years: Vec<(usize, String)> = dates
        .iter()
        .filter(|d| sure(d) && !history(scan, d.start))
        .map(|d| (scan.sentence_of(d.start), d.value[..7].to_owned()))
        .collect();
    // History is told with its years; the days without are of the article's own time.
    let latest = dates.iter().filter(|d| !d.value.starts_with("--")).map(|d| d.value[..4].to_owned()).max();
    // Where all years told are long past, none is that of the article.
    let own = |y: &str| y >= OLD && Some(y) == latest.as_deref();
    let years: Vec<(usize, String)> = years.into_iter().filter(|(_, y)| own(&y[..4])).collect();
    for date in dates.iter_mut().filter(|d| d.value.starts_with("--")) {
        let (here, month) = (scan.sentence_of(date.start), date.value[2..4].to_owned());
        let mut told = years.iter().filter(|(n, y)| n.abs_diff(here) <= 1 && y[5..7] == month);
        let Some((_, first)) = told.next() else {
            continue;
        };
        if told.all(|(_, y)| y == first) {
            let filled = |d: &str| format!("{}-{}", &first[..4], &d[2..]);
            date.value = filled(&date.value);
            date.until = date.until.take().map(|u| if u.starts_with("--") { filled(&u) } else { u });
        }
    }
}

/// `cùng ngày`, `buổi chiều`: the day told last; not `ngay từ đầu giờ sáng`.
fn same_day(scan: &Scan, i: usize, before: &[DateMention]) -> Option<DateMention> {
    let since = scan.ends_before(i, |s| s == Sense::Function(Function::From)).is_some();
    let end = scan.function(i, Function::SameDay).filter(|_| !since)?;
    let signed = |d: &DateMention| scan.ends_before(d.start, |s| s == Sense::Function(Function::Signed)).is_some();
    let day = |d: &&DateMention| d.value.len() == 10 || d.value.len() == 7 && d.value.starts_with("--");
    let day = before.iter().rev().filter(day).find(|d| !signed(d))?;
    Some(DateMention { start: i, end, value: day.value.clone(), until: None })
}

fn date_at(scan: &Scan, i: usize, published: Option<Date>) -> Option<DateMention> {
    let led = scan.function(i, Function::DateLead).or_else(|| {
        let from = i.checked_sub(1).is_some_and(|b| scan.function(b, Function::From) == Some(i));
        from.then_some(i)
    });
    let at = led.map_or(i, |end| after_brackets(scan, end));
    // `(25 và 26/6)`
    let in_brackets = || scan.mark(at.wrapping_sub(1), "(");
    let range = span(scan, at, led.is_some())
        .or_else(|| span(scan, at, in_brackets()).filter(|(_, _, end)| scan.mark(*end, ")")));
    let single = || full(scan, at).or_else(|| partial(scan, at, led.is_some()));
    let found = range.or_else(|| single().map(|(day, end)| (day, None, end)));
    // `từ 9-11 h`, `từ 3-5 năm`, `từ 5-10%`: how much; `chiều 16/1 giờ địa phương` is a day.
    let day = scan.function(i, Function::DateLead).is_some();
    let unit = |end: usize| {
        let year = scan.any_function(end, &[Function::Year, Function::Month]) && scan.word(end + 1);
        year || scan.mark(end, "%") || scan.function(end, Function::Unit).is_some()
    };
    let found = found.filter(|(first, _, end)| day || first.day.is_none() || !unit(*end));
    if let Some((first, last, end)) = found {
        let first = fill(first, last, published);
        let value = write(first)?;
        let until = last.map(|l| fill(l, None, published)).and_then(write).filter(|u| *u != value);
        return Some(DateMention { start: i, end, value, until });
    }
    relative(scan, i, published).or_else(|| weekday(scan, i, published))
}

/// `this afternoon (12-3)`, `today, 25/4`: the date is behind the bracket or comma.
fn after_brackets(scan: &Scan, at: usize) -> usize {
    let mut at = at;
    if scan.mark(at, "(") || scan.mark(at, ",") {
        at += 1;
    }
    scan.function(at, Function::DateLead).unwrap_or(at)
}

/// Days told from that of publication, and how many days they are from it.
const DAYS_FROM_TODAY: [(Function, i64); 4] =
    [(Function::Now, 0), (Function::Yesterday, -1), (Function::BeforeYesterday, -2), (Function::Tomorrow, 1)];

/// The end of a word at token `i` that tells a day as seen from that of publication (`hôm nay`, `ngày mai`).
pub(super) fn seen_from_today(scan: &Scan, i: usize) -> Option<usize> {
    DAYS_FROM_TODAY.into_iter().find_map(|(f, _)| scan.function(i, f))
}

fn relative(scan: &Scan, i: usize, published: Option<Date>) -> Option<DateMention> {
    let published = published?;
    let (end, days) = DAYS_FROM_TODAY.into_iter().find_map(|(f, days)| Some((scan.function(i, f)?, days)))?;
    let day = published.checked_add(jiff::Span::new().days(days)).ok()?;
    Some(DateMention { start: i, end, value: day.to_string(), until: None })
}

/// `sáng thứ Hai`, `thứ Ba vừa qua`; `thứ Ba tuần này (15-8)` is the day in brackets.
fn weekday(scan: &Scan, i: usize, published: Option<Date>) -> Option<DateMention> {
    let told = weekdays::at(scan, i)?;
    let behind = after_brackets(scan, told.end);
    let in_figures =
        (scan.number(behind)).then(|| full(scan, behind).or_else(|| partial(scan, behind, true))).flatten();
    let (value, end) = match in_figures {
        Some((day, end)) => (write(fill(day, None, published))?, end),
        None => (told.date(published?)?.to_string(), told.end),
    };
    Some(DateMention { start: i, end, value, until: None })
}

/// `3 đến 5/10`, `18 và 19/12`, `18, 19 và 20/12`, `12-15/7`, `20/3 đến 12/4`.
fn span(scan: &Scan, at: usize, led: bool) -> Option<(Day, Option<Day>, usize)> {
    let (first, after) = match full(scan, at).or_else(|| partial(scan, at, led)) {
        Some(found) => found,
        None if led => (Day { day: Some(small(scan, at, 31)?), ..Day::default() }, at + 1),
        None => return None,
    };
    let mut after = after;
    // `3 ngày 10, 11 và 12-7`
    while led && first.month.is_none() && scan.mark(after, ",") && small(scan, after + 1, 31).is_some() {
        // `hai ngày 8, 9/3`
        if let Some((last, end)) = full(scan, after + 1).or_else(|| partial(scan, after + 1, true)) {
            return Some((first, Some(last), end));
        }
        after += 2;
    }
    let joint = scan.function(after, Function::Until).or_else(|| {
        (scan.mark(after, "-") && (first.month.is_none() || led && first.year.is_none())).then_some(after + 1)
    })?;
    let joint = scan.function(joint, Function::DateLead).unwrap_or(joint);
    let (last, end) = full(scan, joint).or_else(|| partial(scan, joint, true))?;
    last.day?;
    first.day?;
    Some((first, Some(last), end))
}

/// Day, month and year.
fn full(scan: &Scan, at: usize) -> Option<(Day, usize)> {
    let (day, end) = day_month(scan, at)?;
    if separator(scan, end) {
        let year = year(scan, end + 1)?;
        return Some((Day { year: Some(year), ..day }, end + 2));
    }
    let named = scan.function(end, Function::Year)?;
    Some((Day { year: Some(year(scan, named)?), ..day }, named + 1))
}

fn day_month(scan: &Scan, at: usize) -> Option<(Day, usize)> {
    let day = small(scan, at, 31)?;
    let next = if separator(scan, at + 1) { at + 2 } else { scan.function(at + 1, Function::Month)? };
    let month = small(scan, next, 12)?;
    Some((Day { day: Some(day), month: Some(month), year: None }, next + 1))
}

/// A day and month behind a lead word, a month with or without its year, or a year.
fn partial(scan: &Scan, at: usize, led: bool) -> Option<(Day, usize)> {
    if let Some((day, end)) = day_month(scan, at) {
        let bracketed = scan.mark(at.wrapping_sub(1), "(") && scan.mark(end, ")");
        let more = separator(scan, end) && scan.number(end + 1);
        return ((led || bracketed) && !more).then_some((day, end));
    }
    if let Some(next) = scan.function(at, Function::Month) {
        let month = small(scan, next, 12)?;
        let named = if separator(scan, next + 1) { Some(next + 2) } else { scan.function(next + 1, Function::Year) };
        let year = named.and_then(|n| Some((year(scan, n)?, n + 1)));
        let end = year.map_or(next + 1, |(_, end)| end);
        return Some((Day { day: None, month: Some(month), year: year.map(|(y, _)| y) }, end));
    }
    let named = scan.function(at, Function::Year)?;
    Some((Day { year: Some(year(scan, named)?), ..Day::default() }, named + 1))
}

fn separator(scan: &Scan, i: usize) -> bool {
    ["/", "-", "."].iter().any(|m| scan.mark(i, m)) && scan.number(i + 1)
}

fn small(scan: &Scan, i: usize, most: u8) -> Option<u8> {
    if !scan.number(i) || scan.words(i, i + 1).len() > 2 {
        return None;
    }
    scan.words(i, i + 1).parse().ok().filter(|n| (1..=most).contains(n))
}

fn year(scan: &Scan, i: usize) -> Option<u16> {
    if !scan.number(i) || scan.words(i, i + 1).len() != 4 {
        return None;
    }
    scan.words(i, i + 1).parse().ok().filter(|y| (1900..=2100).contains(y))
}

/// Takes month and year from the end of a span, and the year from the day of publication.
fn fill(day: Day, last: Option<Day>, published: Option<Date>) -> Day {
    let mut day = day;
    if let Some(last) = last {
        day.month = day.month.or(last.month);
        day.year = day.year.or(last.year);
    }
    if day.year.is_none()
        && let (Some(month), Some(date)) = (day.month, published)
    {
        let apart = i32::from(month) - i32::from(date.month());
        let year = if apart > 6 {
            date.year() - 1
        } else if apart < -6 {
            date.year() + 1
        } else {
            date.year()
        };
        day.year = u16::try_from(year).ok();
    }
    day
}

fn write(day: Day) -> Option<String> {
    Some(match (day.year, day.month, day.day) {
        (Some(y), Some(m), Some(d)) => {
            Date::new(i16::try_from(y).ok()?, m as i8, d as i8).ok()?;
            format!("{y:04}-{m:02}-{d:02}")
        }
        (Some(y), Some(m), None) => format!("{y:04}-{m:02}"),
        (Some(y), None, None) => format!("{y:04}"),
        (None, Some(m), Some(d)) => format!("--{m:02}-{d:02}"),
        (None, Some(m), None) => format!("--{m:02}"),
        _ => return None,
    })
}
