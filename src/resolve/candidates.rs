//! People of two names who may be one: a lapse of print is all that tells the names apart, and they serve in one place.

use std::collections::{BTreeMap, BTreeSet};

use super::persona::Persona;
use super::sightings::Sighting;
use super::{Draft, EntityIndex};
use crate::text::key::bare_key;
use crate::text::lapse::Lapse;

/// Where so many of nearly one name serve in one body, nobody is listed.
const MOST: usize = 12;

/// Somebody who may be another by a lapse.
pub(super) struct Candidate {
    persona: Persona,
    index: EntityIndex,
    /// Their bodies, and their posts in none.
    circles: BTreeSet<EntityIndex>,
}

impl Candidate {
    /// The person `index`, who is told of as `block` tells of the members of `persona`.
    pub fn new(draft: &Draft, block: &[Sighting], persona: &Persona, index: EntityIndex) -> Candidate {
        let held = persona.members.iter().flat_map(|i| &block[*i].posts);
        // In an assembly of hundreds, names that are nearly one are nobody's lapse.
        let own = held.filter(|h| !draft.gazetteer.known.membership(&h.title));
        let bound = own.filter(|h| h.body.is_some() || draft.gazetteer.bodiless(&h.title));
        let circles = bound.map(|h| draft.lineage(h.body.unwrap_or(h.post))).collect();
        Candidate { persona: persona.clone(), index, circles }
    }
}

/// Notes who may be one. Names that are one but for a letter share what is left of them without it, so that each is compared
/// with few others.
pub(super) fn note(draft: &mut Draft, people: &[Candidate]) {
    let mut near: BTreeMap<(EntityIndex, String), Vec<usize>> = BTreeMap::new();
    for (n, person) in people.iter().enumerate() {
        let name = bare_key(&draft.entities[person.index].label);
        let rests: BTreeSet<String> = rests(&name).collect();
        for (circle, rest) in person.circles.iter().flat_map(|c| rests.iter().map(move |r| (*c, r))) {
            near.entry((circle, rest.clone())).or_default().push(n);
        }
    }
    let mut pairs = BTreeSet::new();
    for group in near.values().filter(|g| g.len() > 1 && g.len() <= MOST) {
        for (k, n) in group.iter().enumerate() {
            pairs.extend(group[k + 1..].iter().map(|m| (*n, *m)));
        }
    }
    for (n, m) in pairs {
        let (one, other) = (&people[n], &people[m]);
        let label = |of: &Candidate| draft.entities[of.index].label.as_str();
        if Lapse::between(label(one), label(other)).is_some() && !one.persona.conflicts(&other.persona) {
            let (a, b) = (one.index, other.index);
            let in_order = draft.entities[a].iri < draft.entities[b].iri;
            draft.undecided.push(if in_order { (a, b) } else { (b, a) });
        }
    }
}

/// A name, and what is left of it without each of its letters.
fn rests(name: &str) -> impl Iterator<Item = String> {
    let without = name.char_indices().map(|(at, c)| format!("{}{}", &name[..at], &name[at + c.len_utf8()..]));
    without.chain([name.to_owned()])
}
