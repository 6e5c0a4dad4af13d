//! What decisions ask of the sightings of people and the reports of events: which belong together, which must not.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::decisions::{Anchor, Decisions, Outcome, Reference, Verdict};
use super::slug::slug;
use super::{Draft, Slot};
use crate::extract::record::EntityKind;
use crate::text::key::key;

/// The sides somebody is on: for each decision that keeps two apart, whether they are the second.
pub(super) type Sides = BTreeMap<usize, bool>;

/// Decisions turned into sets of entities of records.
#[derive(Clone, Debug, Default)]
pub(super) struct Constraints {
    /// Sets that are one each.
    pub together: Vec<Vec<Slot>>,
    /// The members of those sets.
    wanted: HashSet<Slot>,
    sides: HashMap<Slot, Sides>,
}

impl Constraints {
    /// What the decisions that count say of the records of `draft`; what became of each goes to `outcomes`.
    ///
    /// Of two that contradict each other the later counts.
    pub fn new(draft: &Draft, decisions: &Decisions, outcomes: &mut [Outcome]) -> Constraints {
        let mut constraints = Constraints::default();
        let mut apart: Vec<(Vec<Slot>, Vec<Slot>)> = Vec::new();
        let effective: Vec<_> = decisions.effective().collect();
        for (n, verdict) in effective.into_iter().rev() {
            let asked = match Asked::of(draft, verdict) {
                Ok(Some(asked)) => asked,
                Ok(None) => continue,
                Err(reason) => {
                    outcomes[n] = Outcome::Unused(reason);
                    continue;
                }
            };
            let mut together = constraints.together.clone();
            together.extend(asked.together.iter().cloned());
            let mut separate = apart.clone();
            separate.extend(asked.apart);
            if contradict(&together, &separate) {
                outcomes[n] = Outcome::Unused("a later decision says the opposite".to_owned());
            } else {
                (constraints.together, apart) = (together, separate);
            }
        }
        constraints.wanted = constraints.together.iter().flatten().copied().collect();
        for (n, (left, right)) in apart.into_iter().enumerate() {
            let of = left.into_iter().map(|s| (s, false)).chain(right.into_iter().map(|s| (s, true)));
            for (slot, side) in of {
                constraints.sides.entry(slot).or_default().insert(n, side);
            }
        }
        constraints
    }

    /// The sides an entity of a record is on.
    pub fn sides(&self, slot: Slot) -> Sides {
        self.sides.get(&slot).cloned().unwrap_or_default()
    }

    /// Whether an entity of a record belongs together with others.
    pub fn joins(&self, slot: &Slot) -> bool {
        self.wanted.contains(slot)
    }

    /// Whether a decision keeps two entities of records apart.
    pub fn part(&self, a: Slot, b: Slot) -> bool {
        matches!((self.sides.get(&a), self.sides.get(&b)), (Some(a), Some(b)) if opposed(a, b))
    }

    /// Joins sets that share a member with one that belongs together; members in order, sets by their first.
    pub fn join(&self, sets: Vec<Vec<Slot>>) -> Vec<Vec<Slot>> {
        if self.together.is_empty() {
            return sets;
        }
        let members = sets.iter().enumerate().flat_map(|(n, set)| set.iter().map(move |slot| (slot, n)));
        let number: HashMap<&Slot, usize> = members.filter(|(slot, _)| self.joins(slot)).collect();
        let asked = self.together.iter().map(|t| t.iter().filter_map(|slot| number.get(slot).copied()).collect());
        united(sets.len(), asked).into_iter().map(|of| of.into_iter().flat_map(|n| sets[n].clone()).collect()).collect()
    }
}

/// Whether some decision has `a` on one side and `b` on the other.
pub(super) fn opposed(a: &Sides, b: &Sides) -> bool {
    a.iter().any(|(n, side)| b.get(n).is_some_and(|other| other != side))
}

/// The numbers up to `count` in sets, those that a set of `asked` names together.
pub(super) fn united(count: usize, asked: impl Iterator<Item = Vec<usize>>) -> Vec<Vec<usize>> {
    let mut head: Vec<usize> = (0..count).collect();
    for members in asked {
        let heads: Vec<usize> = members.iter().map(|m| head[*m]).collect();
        let Some(first) = heads.iter().min().copied() else {
            continue;
        };
        head.iter_mut().filter(|h| heads.contains(h)).for_each(|h| *h = first);
    }
    let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    head.into_iter().enumerate().for_each(|(n, head)| sets.entry(head).or_default().push(n));
    sets.into_values().collect()
}

/// What one decision asks for.
#[derive(Default)]
struct Asked {
    together: Vec<Vec<Slot>>,
    apart: Vec<(Vec<Slot>, Vec<Slot>)>,
}

impl Asked {
    /// None for a decision about something else than who is one.
    fn of(draft: &Draft, verdict: &Verdict) -> Result<Option<Asked>, String> {
        let asked = match verdict {
            Verdict::Merge(a, b) if a.is_anchored() => {
                let one: Vec<Slot> = slots(draft, a)?.into_iter().chain(slots(draft, b)?).collect();
                Asked { together: vec![one], ..Asked::default() }
            }
            Verdict::NotSame(a, b) => Asked { apart: vec![(slots(draft, a)?, slots(draft, b)?)], ..Asked::default() },
            Verdict::Split(rest, moved) => {
                let moved = Reference { id: rest.id.clone(), anchors: moved.clone() };
                let (rest, moved) = (slots(draft, rest)?, slots(draft, &moved)?);
                Asked { together: vec![rest.clone(), moved.clone()], apart: vec![(rest, moved)] }
            }
            _ => return Ok(None),
        };
        Ok(Some(asked))
    }
}

/// The entities that a reference means, those whose articles are there.
fn slots(draft: &Draft, reference: &Reference) -> Result<Vec<Slot>, String> {
    if !reference.is_anchored() {
        return Err(format!("{} is no person and no event", reference.id));
    }
    let found: Vec<Slot> = reference.anchors.iter().filter_map(|a| slot(draft, &reference.id, a)).collect();
    if found.is_empty() {
        return Err(format!("no article tells of {} any more", reference.id));
    }
    Ok(found)
}

/// The entity that an anchor means: the one with its local id, or else the only one of the kind and name of `id`.
pub(super) fn slot(draft: &Draft, id: &str, anchor: &Anchor) -> Option<Slot> {
    let r = draft.records.binary_search_by(|record| record.article.id.as_str().cmp(&anchor.article)).ok()?;
    let (folder, name) = id.split_once('/')?;
    let plain = name.split("--").next().unwrap_or(name);
    let fits = |e: &usize| {
        let entity = &draft.records[r].entities[*e];
        match (&entity.kind, folder) {
            (EntityKind::Person { .. }, "person") => slug(&key(&entity.label)) == plain,
            (EntityKind::Event { .. }, "event") => true,
            _ => false,
        }
    };
    let local = draft.local[r].get(anchor.entity.as_str()).copied().filter(fits);
    let mut all = (0..draft.records[r].entities.len()).filter(fits);
    let only = || all.next().filter(|_| all.next().is_none());
    local.or_else(only).map(|e| (r, e))
}

/// Whether some that belong together are to be kept apart.
fn contradict(together: &[Vec<Slot>], apart: &[(Vec<Slot>, Vec<Slot>)]) -> bool {
    let mut slots: Vec<Slot> = together.iter().flatten().copied().collect();
    slots.sort_unstable();
    slots.dedup();
    let number = |slot: &Slot| slots.binary_search(slot).ok();
    let asked = together.iter().map(|set| set.iter().filter_map(number).collect());
    let sets = united(slots.len(), asked);
    let in_set = |set: &[usize], side: &[Slot]| side.iter().filter_map(number).any(|n| set.contains(&n));
    let shared = |left: &[Slot], right: &[Slot]| left.iter().any(|slot| right.contains(slot));
    apart
        .iter()
        .any(|(left, right)| shared(left, right) || sets.iter().any(|set| in_set(set, left) && in_set(set, right)))
}
