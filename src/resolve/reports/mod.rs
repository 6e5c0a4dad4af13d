//! Reports of one event: what different articles tell of the same gathering.
//!
//! Two reports are of one event when they tell the same day, no different province and kinds that papers mix up, and are
//! like enough to each other (see [`likeness`]). Yearly events differ in their day; of two events of one article no report of
//! another can be both, and one without a province joins no two provinces.

mod around;
mod likeness;
mod report;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use self::around::Around;
use self::likeness::{Likeness, likeness};
use self::report::day;
pub(super) use self::report::{Report, report};
use super::decisions::Outcome;
use super::{Draft, Slot};
use crate::extract::record::EntityKind;

/// The events of all records as sets of reports; those without a full date stand alone.
pub(super) fn events(draft: &Draft, outcomes: &mut [Outcome]) -> Vec<Vec<Slot>> {
    let mut days: BTreeMap<String, Vec<Report>> = BTreeMap::new();
    let mut events: Vec<Vec<Slot>> = Vec::new();
    for (slot, entity) in draft.each() {
        let EntityKind::Event { class } = &entity.kind else {
            continue;
        };
        match day(draft.records[slot.0], entity) {
            Some(day) => days.entry(day).or_default().push(report(draft, slot, entity, class)),
            None => events.push(vec![slot]),
        }
    }
    for reports in days.into_values() {
        events.extend(together(draft, &reports));
    }
    let mut events = draft.constraints.join(events, outcomes);
    events.sort();
    events
}

/// The reports of one day, those of one event together.
fn together(draft: &Draft, reports: &[Report]) -> Vec<Vec<Slot>> {
    let arounds: HashMap<usize, Around> = reports.iter().map(|r| (r.slot.0, Around::of(draft, r.slot.0))).collect();
    let (mut pairs, mut apart) = (Vec::new(), HashSet::new());
    for (i, a) in reports.iter().enumerate() {
        for (j, b) in reports.iter().enumerate().skip(i + 1) {
            match likeness(draft, (a, &arounds[&a.slot.0]), (b, &arounds[&b.slot.0])) {
                Likeness::One(n) => pairs.push((false, usize::MAX - n, i, j)),
                Likeness::Likely(n) => pairs.push((true, usize::MAX - n, i, j)),
                Likeness::Open => {}
                Likeness::Two => _ = apart.insert((i, j)),
            }
        }
    }
    // What is only likely comes last.
    pairs.sort_unstable();
    let mut of: Vec<usize> = (0..reports.len()).collect();
    let mut groups: HashMap<usize, Vec<usize>> = (0..reports.len()).map(|i| (i, vec![i])).collect();
    for (likely, _, i, j) in pairs {
        let (a, b) = (of[i].min(of[j]), of[i].max(of[j]));
        if a == b {
            continue;
        }
        let records = |g: usize| groups[&g].iter().map(|r| reports[*r].slot.0).collect::<BTreeSet<_>>();
        let parted = |x: usize, y: usize| draft.constraints.part(reports[x].slot, reports[y].slot);
        let against = |x: usize, y: usize| likely && apart.contains(&(x.min(y), x.max(y))) || parted(x, y);
        let any_against = groups[&a].iter().any(|x| groups[&b].iter().any(|y| against(*x, *y)));
        let provinces = |g: usize| groups[&g].iter().filter_map(|r| reports[*r].province.clone());
        let places: BTreeSet<String> = provinces(a).chain(provinces(b)).collect();
        if any_against || places.len() > 1 || !records(a).is_disjoint(&records(b)) {
            continue;
        }
        let moved = groups.remove(&b).unwrap_or_default();
        moved.iter().for_each(|r| of[*r] = a);
        groups.entry(a).or_default().extend(moved);
    }
    groups.into_values().map(|group| group.into_iter().map(|r| reports[r].slot).collect()).collect()
}
