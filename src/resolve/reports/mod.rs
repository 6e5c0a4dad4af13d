//! Reports of one event: what different articles tell of the same gathering.
//!
//! Two reports are of one event when they tell the same day, no different province and kinds that papers mix up, and are
//! like enough to each other (see [`likeness`]). Yearly events differ in their day; of two events of one article no report of
//! another can be both, and one without a province joins no two provinces. What goes on for days may be told on any of them,
//! and what is told without a day is an event of the days before, where what is told of it leaves no choice.

mod around;
mod likeness;
mod named;
mod report;
mod sittings;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rayon::prelude::*;

use self::around::Around;
use self::likeness::{Likeness, likeness};
pub(super) use self::report::{Report, report};
use super::decisions::Outcome;
use super::{Draft, Slot};
use crate::extract::record::EntityKind;

/// Reports by their places in a list, with what their articles tell around them.
struct Reports<'r> {
    draft: &'r Draft<'r>,
    all: Vec<Report>,
    /// By record; worked out where it is first asked for, as most reports have no other to be compared with.
    arounds: HashMap<usize, OnceCell<Around>>,
}

/// So many days before an article an event may lie that it tells without a day.
const LATELY: i32 = 7;

/// So many days apart two reports may be of one event that goes on for days.
const GOES_ON: i32 = 5;

/// The events of all records as sets of reports; what has no day and is like none that has one stands alone.
pub(super) fn events(draft: &Draft, outcomes: &mut [Outcome]) -> Vec<Vec<Slot>> {
    let told = draft.each().filter_map(|(slot, entity)| match &entity.kind {
        EntityKind::Event { class } => Some((slot, entity, class)),
        _ => None,
    });
    let told: Vec<_> = told.collect();
    let all: Vec<Report> =
        told.into_par_iter().map(|(slot, entity, class)| report(draft, slot, entity, class)).collect();
    let arounds = all.iter().map(|r| (r.slot.0, OnceCell::new())).collect();
    let reports = Reports { draft, all, arounds };
    let mut days: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
    let mut undated = Vec::new();
    for (n, report) in reports.all.iter().enumerate() {
        match report.day {
            Some(day) => days.entry(day).or_default().push(n),
            None => undated.push(vec![n]),
        }
    }
    let mut groups: Vec<Vec<usize>> = days.values().flat_map(|day| reports.together(day)).collect();
    groups.sort();
    let groups = reports.near(groups, undated);
    let slots = |group: Vec<usize>| group.into_iter().map(|n| reports.all[n].slot).collect();
    let mut events = draft.constraints.join(groups.into_iter().map(slots).collect(), outcomes);
    events.sort();
    events
}

impl Reports<'_> {
    fn likeness(&self, a: usize, b: usize) -> Likeness {
        let around = |n: usize| {
            let record = self.all[n].slot.0;
            (&self.all[n], self.arounds[&record].get_or_init(|| Around::of(self.draft, record)))
        };
        likeness(self.draft, around(a), around(b))
    }

    /// Whether two groups may be one event: told by different articles, in one province, and by nobody's decision two.
    fn compatible(&self, a: &[usize], b: &[usize]) -> bool {
        let records = |group: &[usize]| group.iter().map(|n| self.all[*n].slot.0).collect::<BTreeSet<_>>();
        let parted = |x: &usize, y: &usize| self.draft.constraints.part(self.all[*x].slot, self.all[*y].slot);
        let places: BTreeSet<&String> = a.iter().chain(b).filter_map(|n| self.all[*n].province.as_ref()).collect();
        places.len() < 2 && records(a).is_disjoint(&records(b)) && !a.iter().any(|x| b.iter().any(|y| parted(x, y)))
    }

    /// The reports of one day, those of one event together.
    fn together(&self, day: &[usize]) -> Vec<Vec<usize>> {
        let (mut pairs, mut apart) = (Vec::new(), HashSet::new());
        for (i, a) in day.iter().enumerate() {
            for b in &day[i + 1..] {
                match self.likeness(*a, *b) {
                    Likeness::One(n) => pairs.push((false, usize::MAX - n, *a, *b)),
                    Likeness::Likely(n) => pairs.push((true, usize::MAX - n, *a, *b)),
                    Likeness::Open => {}
                    Likeness::Two => _ = apart.insert((*a, *b)),
                }
            }
        }
        // What is only likely comes last.
        pairs.sort_unstable();
        let mut of: HashMap<usize, usize> = day.iter().map(|n| (*n, *n)).collect();
        let mut groups: BTreeMap<usize, Vec<usize>> = day.iter().map(|n| (*n, vec![*n])).collect();
        for (likely, _, i, j) in pairs {
            let (a, b) = (of[&i].min(of[&j]), of[&i].max(of[&j]));
            // What is told of two on one day may name both.
            let strict = likely || [i, j].iter().any(|n| self.often(*n));
            let against = |x: usize, y: usize| strict && apart.contains(&(x.min(y), x.max(y)));
            let any_against = || groups[&a].iter().any(|x| groups[&b].iter().any(|y| against(*x, *y)));
            if a == b || any_against() || !self.compatible(&groups[&a], &groups[&b]) {
                continue;
            }
            let moved = groups.remove(&b).unwrap_or_default();
            moved.iter().for_each(|n| _ = of.insert(*n, a));
            groups.entry(a).or_default().extend(moved);
        }
        groups.into_values().collect()
    }

    /// Joins the reports of one event that tell no day, or different days of one that goes on.
    fn near(&self, dated: Vec<Vec<usize>>, undated: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut by_day: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
        let (first, rest): (Vec<_>, Vec<_>) = dated.into_iter().partition(|group| !self.goes_on(group));
        let by_time = |group: &Vec<usize>| (self.all[group[0]].day, group[0]);
        let mut long = rest;
        long.sort_by_key(by_time);
        for group in first.into_iter().chain(long).chain(undated) {
            let report = &self.all[group[0]];
            let window = match (report.day, report.published) {
                (Some(day), _) if self.goes_on(&group) => Some(day - GOES_ON..=day + GOES_ON),
                (None, Some(published)) => Some(published - LATELY..=published),
                _ => None,
            };
            let near: BTreeSet<usize> =
                window.into_iter().flat_map(|w| by_day.range(w)).flat_map(|(_, g)| g).copied().collect();
            let at = self.only_one_like(&group, &near, &groups).unwrap_or_else(|| {
                groups.push(Vec::new());
                groups.len() - 1
            });
            if let Some(day) = report.day {
                by_day.entry(day).or_default().push(at);
            }
            groups[at].extend(group);
        }
        groups
    }

    /// Whether several events of its class are held in a place on one day.
    fn often(&self, n: usize) -> bool {
        self.draft.gazetteer.known.classes.several_a_day(&self.all[n].class)
    }

    /// Whether the events of a class commonly go on for days, and are not several on one day.
    fn goes_on(&self, group: &[usize]) -> bool {
        let classes = &self.draft.gazetteer.known.classes;
        group.iter().all(|n| classes.over_days(&self.all[*n].class) && !self.often(*n))
    }

    /// Which of the groups at `near` a group is one event with, where what is told of both leaves no choice.
    fn only_one_like(&self, group: &[usize], near: &BTreeSet<usize>, groups: &[Vec<usize>]) -> Option<usize> {
        // The day is no part of what is told: more has to be.
        let wanted = if self.goes_on(group) { likeness::ENOUGH } else { likeness::ENOUGH + 2 };
        let best = |at: &usize| {
            let pairs = group.iter().flat_map(|a| groups[*at].iter().map(move |b| (*a, *b)));
            let alike: Vec<Likeness> = pairs.map(|(a, b)| self.likeness(a, b)).collect();
            // As on one day, what is only likely gives way to what speaks against it.
            let one = alike.iter().any(|alike| matches!(alike, Likeness::One(_)));
            if !one && alike.contains(&Likeness::Two) {
                return None;
            }
            let points = alike.into_iter().filter_map(|alike| match alike {
                Likeness::One(points) => Some(points),
                Likeness::Likely(points) if points >= wanted => Some(points),
                _ => None,
            });
            points.max().filter(|_| self.compatible(group, &groups[*at])).map(|points| (points, *at))
        };
        let mut found: Vec<(usize, usize)> = near.iter().filter_map(best).collect();
        found.sort_unstable_by(|a, b| b.cmp(a));
        match found[..] {
            [(_, only)] => Some(only),
            [(most, first), (next, _), ..] if most > next => Some(first),
            _ => None,
        }
    }
}
