//! Who of one reading of an article is who of another, when the graph calls them otherwise.

use std::collections::{BTreeMap, BTreeSet};

use super::told::{Told, folder};

/// Which id of before goes over into which id of now.
pub(super) type Links = BTreeSet<(String, String)>;

/// Pairs whom two readings of one article describe.
///
/// What the same words are read as, by the same rule, is the same; then what has the same id; then what has the same
/// label, if only one has it.
pub(super) fn pair(before: &Told, after: &Told) -> Links {
    let mut links = Links::new();
    by_words(before, after, &mut links);
    let taken = |side: fn(&(String, String)) -> &String, links: &Links| -> BTreeSet<String> {
        links.iter().map(side).cloned().collect()
    };
    let from = taken(|l| &l.0, &links);
    let same = before.entities.keys().filter(|id| !from.contains(*id) && after.entities.contains_key(*id));
    links.extend(same.map(|id| (id.clone(), id.clone())));
    let (from, to) = (taken(|l| &l.0, &links), taken(|l| &l.1, &links));
    let left = before.entities.keys().filter(|id| !from.contains(*id)).map(String::as_str).collect();
    let right = after.entities.keys().filter(|id| !to.contains(*id)).map(String::as_str).collect();
    by_label(&left, &right, before, after, &mut links);
    links
}

type Ends<'t> = BTreeSet<&'t str>;

fn by_words(before: &Told, after: &Told, links: &mut Links) {
    let mut spots: BTreeMap<_, [Ends<'_>; 4]> = BTreeMap::new();
    for (side, told) in [before, after].into_iter().enumerate() {
        for (spot, fact) in told.spots() {
            let ends = spots.entry(spot).or_default();
            ends[side].insert(&fact.subject);
            ends[side + 2].extend(fact.object.thing());
        }
    }
    for [subjects, new_subjects, objects, new_objects] in spots.into_values() {
        by_place(&subjects, &new_subjects, before, after, links);
        by_place(&objects, &new_objects, before, after, links);
    }
}

/// Pairs those whom the same words name: who is among both, one that is left over on each side, else by label.
fn by_place(old: &Ends<'_>, new: &Ends<'_>, before: &Told, after: &Told, links: &mut Links) {
    links.extend(old.intersection(new).map(|id| ((*id).to_owned(), (*id).to_owned())));
    let left: Ends<'_> = old.difference(new).copied().collect();
    let right: Ends<'_> = new.difference(old).copied().collect();
    match (left.first(), right.first()) {
        (Some(from), Some(to)) if left.len() == 1 && right.len() == 1 => {
            if folder(from) == folder(to) {
                links.insert(((*from).to_owned(), (*to).to_owned()));
            }
        }
        // Of two whom the same words name one may have gone over into the other.
        (Some(from), None) if left.len() == 1 && old.len() > 1 && new.len() == 1 => {
            links.extend(new.iter().filter(|to| label(from, before) == label(to, after)).map(|to| link(from, to)));
        }
        _ => by_label(&left, &right, before, after, links),
    }
}

fn link(from: &str, to: &str) -> (String, String) {
    (from.to_owned(), to.to_owned())
}

fn by_label(left: &Ends<'_>, right: &Ends<'_>, before: &Told, after: &Told, links: &mut Links) {
    for from in left {
        let called = label(from, before);
        let alike = |id: &&&str, told| folder(id) == folder(from) && label(id, told) == called;
        let mut found = right.iter().filter(|to| alike(to, after));
        let alone = left.iter().filter(|other| alike(other, before)).count() == 1;
        if let (Some(to), None, true, true) = (found.next(), found.next(), alone, !called.1.is_empty()) {
            links.insert(link(from, to));
        }
    }
}

/// What somebody is called in an article, however the letters are written.
fn label<'i>(id: &'i str, told: &Told) -> (&'i str, String) {
    (folder(id), told.entities.get(id).map(|l| l.to_lowercase()).unwrap_or_default())
}
