//! What is told as held on a day on which it was not: a title used after another took it over.
//!
//! Such words count like those of an article without a day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::EntityIndex;
use super::told::{Told, What};
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
