//! A rank that goes down in time.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::super::tenures::{HANDOVER, days};
use super::super::{Draft, EntityIndex};
use super::{AllTold, Conflict, Gravity, Nature, Side, Stated, path};

/// A rank as told of one person on a day: the day, the rank's seniority, the rank, the fact.
type Step = (Date, u32, EntityIndex, Stated);

/// For each person and rank all lower ranks told later than that rank, by more than a handover.
pub(super) fn all(draft: &Draft, told: &AllTold) -> Vec<Conflict> {
    let mut people: BTreeMap<EntityIndex, Vec<Step>> = BTreeMap::new();
    for ((held, person), told) in told {
        let Some(seniority) = draft.gazetteer.known.seniority(draft.entities[*held].iri.as_str()) else {
            continue;
        };
        let steps = told.iter().filter_map(|t| Some((t.attests()?, seniority, *held, (t.record, t.fact))));
        people.entry(*person).or_default().extend(steps);
    }
    let mut found = Vec::new();
    for (person, mut steps) in people {
        steps.sort_unstable();
        let mut below: BTreeMap<EntityIndex, BTreeSet<Step>> = BTreeMap::new();
        let mut highest: Option<Step> = None;
        let mut told_by = 0;
        for step in &steps {
            // A rank is still used some weeks after a promotion.
            while days(steps[told_by].0, step.0) > HANDOVER {
                let reached = highest.is_none_or(|high| high.1 < steps[told_by].1);
                highest = if reached { Some(steps[told_by]) } else { highest };
                told_by += 1;
            }
            if let Some(high) = highest.filter(|high| step.1 < high.1) {
                below.entry(high.2).or_default().insert(*step);
            }
        }
        found.extend(below.into_iter().filter_map(|(high, low)| of(draft, person, high, &steps, low)));
    }
    found
}

fn of(draft: &Draft, person: EntityIndex, high: EntityIndex, steps: &[Step], low: BTreeSet<Step>) -> Option<Conflict> {
    let last = low.last()?.0;
    let high: Vec<&Step> = steps.iter().filter(|step| step.2 == high && step.0 < last).collect();
    let side = |steps: Vec<&Step>| {
        let ranks: BTreeSet<EntityIndex> = steps.iter().map(|step| step.2).collect();
        let days = steps.first().zip(steps.last()).map(|(first, last)| (first.0, last.0));
        Side::new(draft, ranks.into_iter().collect(), days, steps.iter().map(|step| step.3))
    };
    let rank = high.first()?.2;
    let sides = [side(high), side(low.iter().collect())];
    let nature = Nature::RankFell;
    let path = path(draft, nature, &[person, rank], &[]);
    let gravity = Gravity::of(&sides);
    Some(Conflict { path, nature, gravity, subjects: vec![person], sides })
}
