//! Days told by their weekday, seen from the day of publication: `thứ Ba vừa qua`, `thứ Sáu tuần trước`, `sáng thứ Hai`.

use jiff::civil::{Date, Weekday as Day};

use super::scan::Scan;
use crate::ontology::items::{Function, Sense};

/// The weekdays, with the words for them.
const DAYS: [(Function, Day); 7] = [
    (Function::Monday, Day::Monday),
    (Function::Tuesday, Day::Tuesday),
    (Function::Wednesday, Day::Wednesday),
    (Function::Thursday, Day::Thursday),
    (Function::Friday, Day::Friday),
    (Function::Saturday, Day::Saturday),
    (Function::Sunday, Day::Sunday),
];

/// What tells which weekday of that name is meant.
const MARKS: [Function; 4] = [Function::JustPast, Function::PastWeek, Function::WeekBefore, Function::ThisWeek];

/// What makes a weekday one of several, or of every week (`các thứ Bảy`, `mỗi thứ Bảy`, `từ thứ Hai`, `đến thứ Tư`).
const SEVERAL: [Function; 4] = [Function::Plural, Function::Any, Function::From, Function::Until];

/// A weekday in the text.
pub(super) struct Weekday {
    day: Day,
    /// What stands behind it; without, the words in front tell that it is past.
    mark: Option<Function>,
    /// One past the last token.
    pub end: usize,
}

/// The weekday told at token `i`, from the part of the day in front of it on.
pub(super) fn at(scan: &Scan, i: usize) -> Option<Weekday> {
    let part = [Function::DateLead, Function::SameDay].into_iter().find_map(|f| scan.function(i, f));
    let led = part.filter(|&end| day(scan, end).is_some());
    let (behind, day) = day(scan, led.unwrap_or(i))?;
    if several(scan, i) {
        return None;
    }
    let mark = MARKS.into_iter().find_map(|f| Some((scan.function(behind, f)?, f)));
    match mark {
        // `tuần trước đó` is seen from another day.
        Some((end, _)) if scan.function(end, Function::This).is_some() => None,
        Some((end, mark)) if led.is_some() || uncounted(scan, i, behind, mark) => {
            Some(Weekday { day, mark: Some(mark), end })
        }
        Some(_) => None,
        None => {
            let part = led.is_some_and(|_| scan.function(i, Function::PartOfDay) == led);
            let told = part && (in_figures(scan, behind) || closed(scan, i, behind));
            told.then_some(Weekday { day, mark: None, end: behind })
        }
    }
}

impl Weekday {
    /// The day it is, seen from the day of publication.
    pub(super) fn date(&self, published: Date) -> Option<Date> {
        let monday = i64::from(published.weekday().to_monday_zero_offset());
        let day = i64::from(self.day.to_monday_zero_offset());
        let days = match self.mark {
            Some(Function::ThisWeek) => day - monday,
            Some(Function::WeekBefore) => day - monday - 7,
            Some(Function::PastWeek) if day == monday => -7,
            _ if day > monday => day - monday - 7,
            _ => day - monday,
        };
        published.checked_add(jiff::Span::new().days(days)).ok()
    }
}

fn day(scan: &Scan, i: usize) -> Option<(usize, Day)> {
    DAYS.into_iter().find_map(|(f, day)| Some((scan.function(i, f)?, day)))
}

/// Whether the words in front of token `i` make it one of several days, or of every week.
fn several(scan: &Scan, i: usize) -> bool {
    i.checked_sub(1).is_some_and(|b| scan.any_function(b, &SEVERAL) || scan.function(b, Function::Joiner).is_some())
}

/// Whether the words up to token `behind` count nothing (`kỳ họp thứ Năm vừa qua`, `lần thứ hai`): a sentence or clause begins
/// with them, a verb or preposition is in front of them, or there is no event to be counted.
fn uncounted(scan: &Scan, i: usize, behind: usize, mark: Function) -> bool {
    let opens = scan.sentences[scan.sentence_of(i)].start == i;
    let clause = i.checked_sub(1).is_some_and(|b| scan.mark(b, ",") || scan.mark(b, "(") || scan.mark(b, "-"));
    let verb = |s| matches!(s, Sense::Function(Function::Held | Function::Happens) | Sense::Stopper);
    let event = |t: usize| scan.hits(t).iter().any(|h| matches!(h.sense, Sense::Event(_)));
    let whole = |s: usize| scan.hits(s).iter().any(|h| h.sense == Sense::Blocker && h.end > i);
    // `đã được khánh thành thứ Sáu tuần trước`: what is done is not counted.
    let done = |t: usize| scan.ends_before(t, |s| s == Sense::Function(Function::Passive)).is_some();
    let counts = (i.saturating_sub(3)..i).any(|t| event(t) && !done(t) || whole(t));
    let written = mark != Function::JustPast || scan.capital(behind - 1);
    opens || clause || scan.ends_before(i, verb).is_some() || written && !counts
}

/// Whether day and month stand behind a weekday up to token `end`: they tell which it is (`sáng thứ Tư, 4/9`).
fn in_figures(scan: &Scan, end: usize) -> bool {
    let between = ["/", "-", "."].iter().any(|m| scan.mark(end + 2, m));
    (scan.mark(end, ",") || scan.mark(end, "(")) && scan.number(end + 1) && between && scan.number(end + 3)
}

/// Whether a weekday up to token `end` stands for itself in a sentence of nothing to come: a mark, a place, who does what is
/// told or what is done is behind it (`chuyến kiểm tra hôm thứ Tư của lãnh đạo Bộ`, `sáng thứ Hai UBND tỉnh đã họp`).
fn closed(scan: &Scan, i: usize, end: usize) -> bool {
    let sentence = &scan.sentences[scan.sentence_of(i)];
    let figures = scan.number(end) || scan.mark(end, "-") || scan.mark(end, "/");
    let mark = !(scan.word(end) || figures);
    let listed = scan.mark(end, ",") && day(scan, end + 1).is_some();
    let coming = || sentence.clone().any(|t| scan.function(t, Function::Future).is_some());
    let goes_on = || {
        let small = [Function::At, Function::Of, Function::Aux, Function::Held, Function::Happens];
        scan.any_function(end, &small) || scan.word(end) && scan.capital(end)
    };
    !figures && (mark || goes_on()) && !listed && !coming()
}
