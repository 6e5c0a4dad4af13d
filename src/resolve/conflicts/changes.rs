//! One article against several about an office or rank: another day of the same change, or held after it was told as past.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::super::tenures::told::{Told, What};
use super::super::tenures::{HANDOVER, days};
use super::super::{Draft, EntityIndex};
use super::{AllTold, Conflict, Gravity, Nature, Side, path};

/// Two dates further apart than this, in days, are of two changes.
const YEAR: i32 = 366;
/// Dates less than this apart, in days, may be those of a decision and of the ceremony.
const MONTH: i32 = 31;

/// The first and last day of a told date.
type Span = (Date, Date);

/// What one article tells of somebody's office or rank, and several others otherwise.
pub(super) fn all(draft: &Draft, told: &AllTold) -> Vec<Conflict> {
    let mut found = Vec::new();
    for ((held, person), told) in told {
        let of = [*held, *person];
        found.extend(dates(draft, of, told, true));
        found.extend(dates(draft, of, told, false));
        found.extend(still_held(draft, of, told));
    }
    found
}

/// The dates of one change (its beginning or its end) that single articles tell and several contradict.
fn dates(draft: &Draft, of: [EntityIndex; 2], told: &[Told], begins: bool) -> Vec<Conflict> {
    let mut spans: BTreeMap<Span, Vec<&Told>> = BTreeMap::new();
    for t in told {
        let date = match t.what {
            What::Begins(date, _) if begins => date,
            What::Ends(date, _) if !begins => date,
            _ => None,
        };
        if let Some(span) = date {
            spans.entry(span).or_default().push(t);
        }
    }
    let records = |told: &[&Told]| told.iter().map(|t| t.record).collect::<BTreeSet<_>>();
    let relation = if begins { "vg:began" } else { "vg:ended" };
    let mut found = Vec::new();
    for (span, alone) in &spans {
        let own = records(alone);
        let against = |(other, many): &(&Span, &Vec<&Told>)| {
            let many = records(many);
            let apart = gap(*span, **other);
            many.len() > 1 && many.is_disjoint(&own) && (1..=YEAR).contains(&apart)
        };
        let best = spans.iter().filter(against).max_by_key(|(other, many)| (records(many).len(), *other));
        if let (1, Some((other, many))) = (own.len(), best) {
            let gravity = if gap(*span, *other) > MONTH { Gravity::Serious } else { Gravity::Slight };
            let mut sides = [(*other, many), (*span, alone)].map(|(span, told)| {
                Side::new(draft, vec![of[0]], Some(span), told.iter().map(|t| (t.record, t.fact))).related(relation)
            });
            sides.sort_by_key(|side| side.days);
            let what = if begins { "began" } else { "ended" };
            found.push(conflict(draft, of, gravity, sides, &[what, &span.0.to_string(), &span.1.to_string()]));
        }
    }
    found
}

/// How many days lie between two dates; none where one is within the other.
fn gap(a: Span, b: Span) -> i32 {
    days(a.1, b.0).max(days(b.1, a.0)).max(0)
}

/// What one article tells as held, long after several called it past, where nothing tells that it was taken up again.
fn still_held(draft: &Draft, of: [EntityIndex; 2], told: &[Told]) -> Option<Conflict> {
    let past = |t: &&Told| matches!(t.what, What::Former | What::Ends(..));
    let mut over: BTreeMap<Date, BTreeSet<usize>> = BTreeMap::new();
    for t in told.iter().filter(past) {
        if let Some(day) = t.published {
            over.entry(day).or_default().insert(t.record);
        }
    }
    let first = *over.keys().next()?;
    let tells_both = |t: &Told| over.values().any(|records| records.contains(&t.record));
    let late: Vec<&Told> = told
        .iter()
        .filter(|t| t.what == What::Holds && !tells_both(t))
        .filter(|t| t.published.is_some_and(|day| days(first, day) > HANDOVER))
        .collect();
    let again = told.iter().any(|t| matches!(t.what, What::Begins(..)) && t.attests().is_some_and(|day| day > first));
    let day = late.first()?.published?;
    let records: BTreeSet<usize> = late.iter().map(|t| t.record).collect();
    let before: BTreeSet<usize> = over.range(..day).flat_map(|(_, records)| records.iter().copied()).collect();
    if again || records.len() != 1 || before.len() < 2 {
        return None;
    }
    let facts = told.iter().filter(past).filter(|t| before.contains(&t.record)).map(|t| (t.record, t.fact));
    let last = *over.range(..day).next_back()?.0;
    let sides = [
        Side::new(draft, vec![of[0]], Some((first, last)), facts).related("vg:formerlyHeldPost"),
        Side::new(draft, vec![of[0]], Some((day, day)), late.iter().map(|t| (t.record, t.fact)))
            .related("vg:holdsPost"),
    ];
    Some(conflict(draft, of, Gravity::Serious, sides, &["still held"]))
}

fn conflict(draft: &Draft, of: [EntityIndex; 2], gravity: Gravity, sides: [Side; 2], rest: &[&str]) -> Conflict {
    let [held, person] = of;
    let nature = Nature::ArticleContradicts;
    Conflict { path: path(draft, nature, &of, rest), nature, gravity, subjects: vec![person, held], sides }
}
