//! Tenures of one post beside each other: who came after whom, who held it at the same time; and the ranks of one person.

use std::ops::Range;

use jiff::civil::Date;

use super::super::Draft;
use super::{Bound, HANDOVER, Side, Tenure, days, tighten};

/// So many times the articles of another make a tenure that overlaps with it a stray one.
const OUTWEIGHS: usize = 2;

/// Sets the tenures of a single seat in order: each and the next bound one another.
///
/// Where two overlap by more than a handover, the one with at least twice as many articles stands and the other is left
/// out; where neither has, neither has a place in the order.
pub(super) fn succession(all: &mut [Tenure], own: Range<usize>) {
    let mut seated: Vec<(Date, Date, usize)> =
        own.filter_map(|at| all[at].span().map(|(first, last)| (first, last, at))).collect();
    seated.sort_unstable();
    let mut sound = vec![true; seated.len()];
    for (i, (_, last, a)) in seated.iter().enumerate() {
        for (j, (first, end, b)) in seated.iter().enumerate().skip(i + 1) {
            if first >= last {
                break;
            }
            // One that lies wholly within another is no handover, however short.
            let clash = days(*first, *last.min(end)) > HANDOVER || end < last && seated[i].0 < *first;
            if clash {
                let (x, y) = (all[*a].texts, all[*b].texts);
                sound[i] &= x >= OUTWEIGHS * y;
                sound[j] &= y >= OUTWEIGHS * x;
            }
        }
    }
    let chain: Vec<usize> = seated.iter().zip(&sound).filter(|(_, sound)| **sound).map(|((.., at), _)| *at).collect();
    for pair in chain.windows(2) {
        let (before, after) = (pair[0], pair[1]);
        if all[before].person == all[after].person {
            continue;
        }
        all[before].successors.push(after);
        let (until, since) = (end_of(&all[before]), beginning_of(&all[after]));
        if let Some(bound) = since {
            hand_over(&mut all[before], Side::NotAfter, bound);
        }
        if let Some(bound) = until {
            hand_over(&mut all[after], Side::NotBefore, bound);
        }
    }
}

/// Bounds one tenure by the other; while both are told, by its own last or first day.
pub(super) fn hand_over(tenure: &mut Tenure, side: Side, mut bound: Bound) {
    if let Some((first, last)) = tenure.span() {
        let day = match side {
            Side::NotAfter => bound.days.1.max(last),
            _ => bound.days.0.min(first),
        };
        bound.days = (day, day);
    }
    tighten(&mut tenure.bounds, side, bound);
}

/// What the end of a tenure tells of the next one's beginning.
fn end_of(tenure: &Tenure) -> Option<Bound> {
    let left = tenure.bounds.get(&Side::Ended).map(|b| Bound { reason: "PredecessorLeft", ..b.clone() });
    left.or_else(|| {
        tenure.bounds.get(&Side::LastAttested).map(|b| Bound { reason: "PredecessorAttested", ..b.clone() })
    })
}

/// What the beginning of a tenure tells of the end of the one before.
fn beginning_of(tenure: &Tenure) -> Option<Bound> {
    let began = tenure.bounds.get(&Side::Began).map(|b| Bound { reason: "SuccessorAppointed", ..b.clone() });
    let first = || tenure.bounds.get(&Side::FirstAttested);
    began.or_else(|| {
        let taken = |b: &Bound| if b.reason == "Attested" { "SuccessorAttested" } else { "SuccessorAppointed" };
        first().map(|b| Bound { reason: taken(b), ..b.clone() })
    })
}

/// Of so many others that begin behind a tenure it is noted that they overlap: what an article lists by the thousand tells no more.
const BESIDE: usize = 50;

/// Notes which tenures of one post overlap with those of others.
pub(super) fn beside(all: &mut [Tenure], own: Range<usize>) {
    let mut spans: Vec<(Date, Date, usize)> =
        own.filter_map(|at| all[at].span().map(|(first, last)| (first, last, at))).collect();
    spans.sort_unstable();
    for (i, (_, last, a)) in spans.iter().enumerate() {
        for (.., b) in spans[i + 1..].iter().take_while(|(first, ..)| first <= last).take(BESIDE) {
            if all[*a].person != all[*b].person {
                all[*a].beside.push(*b);
                all[*b].beside.push(*a);
            }
        }
    }
}

/// Bounds the ranks of one person by each other: a rank ends when a higher one is told, and begins after the lower ones.
pub(super) fn ladder(all: &mut [Tenure], own: Vec<usize>, draft: &Draft) {
    let seniority = |at: &usize| draft.gazetteer.known.seniority(draft.entities[all[*at].held].iri.as_str());
    let mut steps: Vec<(u32, Date, Date, usize)> = Vec::new();
    for at in &own {
        if let (Some(step), Some((first, last))) = (seniority(at), all[*at].span()) {
            steps.push((step, first, last, *at));
        }
    }
    steps.sort_unstable();
    for pair in steps.windows(2).filter(|pair| pair[0].0 < pair[1].0 && pair[0].2 <= pair[1].1) {
        let (low, high) = (pair[0].3, pair[1].3);
        let told = all[high].bounds.get(&Side::Began).or(all[high].bounds.get(&Side::FirstAttested)).cloned();
        if let Some(bound) = told {
            let reason = if bound.reason == "Promoted" { "PromotedHigher" } else { "HigherRankAttested" };
            hand_over(&mut all[low], Side::NotAfter, Bound { reason, ..bound });
        }
        if let Some(bound) = all[low].bounds.get(&Side::LastAttested).cloned() {
            hand_over(&mut all[high], Side::NotBefore, Bound { reason: "LowerRankAttested", ..bound });
        }
        all[low].successors.push(high);
    }
}
