//! What is told as held on a day on which it was not: a title used after another took it over, a rank mistold once.
//!
//! Such words count like those of an article without a day.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;

use super::super::{Draft, EntityIndex, Kind};
use super::told::{All, Told, What};
use super::{HANDOVER, days};

/// A told beginning counts here where its date is at most a month, in days.
const MONTH: i32 = 31;

/// Takes the day from the titles that the holders of a single seat were told with some weeks after another had taken it
/// over, where they were told with it before; and returns the days on which somebody is told to hold it, sorted, with who.
pub(super) fn of_titles(people: &mut BTreeMap<EntityIndex, Vec<Told>>) -> Vec<(Date, EntityIndex)> {
    let begins = |t: &Told| match t.what {
        What::Begins(Some((first, last)), _) if days(first, last) < MONTH => Some((first, last)),
        _ => None,
    };
    let each = people.iter().flat_map(|(who, told)| told.iter().filter_map(begins).map(|date| (date, *who)));
    let mut taken: Vec<((Date, Date), EntityIndex)> = each.collect();
    taken.sort_unstable();
    let mut all = Vec::new();
    for (person, told) in people {
        let since = told.iter().filter_map(Told::attests).min();
        for t in told {
            let Some(day) = t.attests() else {
                continue;
            };
            let before = &taken[..taken.partition_point(|((first, _), _)| *first < day)];
            let recent = before.iter().rev().take_while(|((first, _), _)| days(*first, day) <= HANDOVER + MONTH);
            let by_others =
                |((_, last), who): &&((Date, Date), EntityIndex)| who != person && days(*last, day) <= HANDOVER;
            let late = recent.filter(by_others).last().filter(|_| t.what == What::Holds);
            match late {
                None => all.push((day, *person)),
                Some(((first, _), _)) if since.is_some_and(|since| since < *first) => t.published = None,
                Some(_) => {}
            }
        }
    }
    all.sort_unstable();
    all
}

/// Takes the day from a rank that one article tells between two others that both tell one other rank.
pub(super) fn of_ranks(all: &mut All, draft: &Draft) {
    let is_rank = |held: EntityIndex| !matches!(draft.entities[held].kind, Kind::Post { .. });
    let mut people: BTreeMap<EntityIndex, Vec<(Date, EntityIndex, bool, usize)>> = BTreeMap::new();
    for ((held, person), told) in all.iter().filter(|((held, _), _)| is_rank(*held)) {
        let own = people.entry(*person).or_default();
        own.extend(told.iter().filter_map(|t| Some((t.attests()?, *held, t.what == What::Holds, t.record))));
    }
    let mut stray: HashSet<(EntityIndex, EntityIndex, usize)> = HashSet::new();
    for (person, mut points) in people {
        let seniority = |held: EntityIndex| draft.gazetteer.known.seniority(draft.entities[held].iri.as_str());
        points.sort_by_cached_key(|(day, held, holds, record)| (*day, seniority(*held), *holds, *record));
        for three in points.windows(3) {
            let [(_, before, ..), (_, held, true, record), (_, after, ..)] = three else {
                continue;
            };
            if before == after && before != held {
                stray.insert((person, *held, *record));
            }
        }
    }
    for ((held, person), told) in all {
        let strays = told.iter_mut().filter(|t| t.what == What::Holds && stray.contains(&(*person, *held, t.record)));
        strays.for_each(|t| t.published = None);
    }
}
