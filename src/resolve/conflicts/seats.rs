//! Two holders of a post that one person holds at a time.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::super::tenures::told::Told;
use super::super::tenures::{self, HANDOVER, Tenure, days};
use super::super::{Draft, EntityIndex, Kind};
use super::{AllTold, Conflict, Gravity, Nature, Side, Stated, path};
use crate::text::key::key;

/// A tenure with its first and last attested day.
type Spanned<'t> = (Date, Date, &'t Tenure);

/// Each two tenures of one seat that overlap by more than a handover, or of which one lies within the other.
pub(super) fn all(draft: &Draft, tenures: &[Tenure], told: &AllTold) -> Vec<Conflict> {
    let mut seats: BTreeMap<EntityIndex, Vec<Spanned>> = BTreeMap::new();
    for tenure in tenures {
        let post = matches!(draft.entities[tenure.held].kind, Kind::Post { .. });
        if let Some((first, last)) = tenure.span().filter(|_| post) {
            seats.entry(tenure.held).or_default().push((first, last, tenure));
        }
    }
    seats.retain(|post, holders| holders.len() > 1 && tenures::single_seat(draft, *post));
    let mut found = Vec::new();
    for mut holders in seats.into_values() {
        holders.sort_by(|a, b| (a.0, a.1, &a.2.path).cmp(&(b.0, b.1, &b.2.path)));
        for (i, one) in holders.iter().enumerate() {
            let later = holders[i + 1..].iter().take_while(|other| other.0 < one.1);
            found.extend(later.filter(|other| clash(one, other)).filter_map(|other| of(draft, one, other, told)));
        }
    }
    found
}

/// Whether two, the second of which begins no earlier, overlap by more than a handover, or the second lies within the first.
fn clash(one: &Spanned, other: &Spanned) -> bool {
    days(other.0, one.1.min(other.1)) > HANDOVER || other.1 < one.1 && one.0 < other.0
}

fn of(draft: &Draft, one: &Spanned, other: &Spanned, told: &AllTold) -> Option<Conflict> {
    let post = one.2.held;
    let (a, b) = (one.2.person, other.2.person);
    let names = [a, b].map(|person| key(&draft.entities[person].label));
    // People of one name are for whoever decides on namesakes.
    if names[0] == names[1] {
        return None;
    }
    let common = (other.0, one.1.min(other.1));
    let sides = [one, other].map(|(first, last, tenure)| {
        let facts = facts(draft, tenure, common, told);
        Side::new(draft, vec![tenure.person], Some((*first, *last)), facts)
    });
    let subjects = vec![post, a, b];
    // Who is told by part of the name is hardly another.
    let short = part_of(&names[0], &names[1]) || part_of(&names[1], &names[0]);
    let attested = [one, other].iter().all(|(.., tenure)| tenure.articles.len() > 1);
    let gravity = match (short, attested) {
        (true, _) => Gravity::Slight,
        (_, true) => Gravity::Grave,
        _ => Gravity::Serious,
    };
    let nature = Nature::TwoHolders;
    let path = path(draft, nature, &subjects, &[&one.2.path, &other.2.path]);
    Some(Conflict { path, nature, gravity, subjects, sides })
}

/// Whether all syllables of one name stand in another.
fn part_of(part: &str, name: &str) -> bool {
    part.split(' ').all(|syllable| name.split(' ').any(|own| own == syllable))
}

/// The facts that attest a tenure in the time it has in common with another, and the nearest before and after it.
fn facts(draft: &Draft, tenure: &Tenure, (from, to): (Date, Date), told: &AllTold) -> Vec<Stated> {
    let all = told.get(&(tenure.held, tenure.person)).map_or(&[][..], Vec::as_slice);
    let own = |t: &&Told| tenure.articles.contains(&draft.records[t.record].article.id);
    let dated = all.iter().filter(own).filter_map(|t| Some((t.attests()?, t)));
    let mut dated: Vec<(Date, &Told)> = dated.collect();
    dated.sort_by_key(|(day, t)| (*day, t.record, t.fact));
    let known: BTreeSet<Date> = dated.iter().map(|(day, _)| *day).collect();
    let before = known.range(..from).next_back().copied().unwrap_or(from);
    let after = known.range(to..).find(|day| **day > to).copied().unwrap_or(to);
    dated.into_iter().filter(|(day, _)| before <= *day && *day <= after).map(|(_, t)| (t.record, t.fact)).collect()
}
