//! Offices of one person that nobody holds at one time: whoever is told in the one has left, or not yet taken up, the other.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::{Draft, EntityIndex, Kind, bodies};
use super::order::hand_over;
use super::{Bound, Side, Tenure};
use crate::text::key::key;

/// An office that somebody leads a body in, or deputises.
struct Office {
    at: usize,
    first: Date,
    last: Date,
    body: EntityIndex,
    single: bool,
    /// The place of the body or of what it is part of.
    place: Option<EntityIndex>,
}

/// Bounds the offices of each person by those that exclude them: the one ends no later than the next is told, and that
/// begins no earlier than the first was last told.
pub(super) fn exclude(all: &mut [Tenure], draft: &Draft) {
    let mut people: BTreeMap<EntityIndex, Vec<Office>> = BTreeMap::new();
    for at in 0..all.len() {
        if let Some(office) = office(draft, all, at) {
            people.entry(all[at].person).or_default().push(office);
        }
    }
    for mut own in people.into_values() {
        own.sort_by_key(|office| (office.first, office.last, office.at));
        for (n, before) in own.iter().enumerate() {
            let later =
                own[n + 1..].iter().filter(|after| before.last <= after.first && excludes(draft, before, after));
            let next: Vec<usize> = later.map(|after| after.at).collect();
            next.into_iter().for_each(|after| bound(all, before.at, after));
        }
    }
}

fn office(draft: &Draft, all: &[Tenure], at: usize) -> Option<Office> {
    let Kind::Post { title, body: Some(body) } = &draft.entities[all[at].held].kind else {
        return None;
    };
    let (title, known) = (key(title), &draft.gazetteer.known);
    let (first, last) = all[at].span().filter(|_| known.leads(&title))?;
    let place = |b: EntityIndex| match &draft.entities[b].kind {
        Kind::Body { place, .. } => *place,
        _ => None,
    };
    let place = bodies::ancestors(draft, *body).into_iter().find_map(place);
    Some(Office { at, first, last, body: *body, single: known.single_seat(&title), place })
}

/// Whether two offices exclude each other: the head of a body and a deputy in it, and bodies of two provinces.
fn excludes(draft: &Draft, a: &Office, b: &Office) -> bool {
    if a.body == b.body {
        return a.single != b.single;
    }
    let province = |office: &Office| draft.province(office.place?);
    matches!((province(a), province(b)), (Some(p), Some(q)) if p != q)
}

fn bound(all: &mut [Tenure], before: usize, after: usize) {
    let taken = all[after].bounds.get(&Side::Began).or(all[after].bounds.get(&Side::FirstAttested)).cloned();
    let left = all[before].bounds.get(&Side::Ended).or(all[before].bounds.get(&Side::LastAttested)).cloned();
    if let Some(bound) = taken {
        hand_over(&mut all[before], Side::NotAfter, Bound { reason: "OtherOfficeTaken", ..bound });
    }
    if let Some(bound) = left {
        hand_over(&mut all[after], Side::NotBefore, Bound { reason: "OtherOfficeAttested", ..bound });
    }
}
