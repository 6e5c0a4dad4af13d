//! What decisions ask of the sightings of people and the reports of events: which belong together, which must not.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::decisions::{Anchor, Decisions, Outcome, Reference, Verdict};
use super::slug::{cut, slug};
use super::{Draft, Slot};
use crate::extract::record::EntityKind;
use crate::text::key::key;

/// The sides somebody is on: for each decision that keeps two apart, by its place, whether they are the second.
pub(super) type Sides = BTreeMap<usize, bool>;

/// Decisions turned into sets of entities of records.
#[derive(Clone, Debug, Default)]
pub(super) struct Constraints {
    /// Sets that are one each with the decision that says so, the last decided first.
    pub together: Vec<(usize, Vec<Slot>)>,
    /// The members of those sets.
    wanted: HashSet<Slot>,
    sides: HashMap<Slot, Sides>,
}

impl Constraints {
    /// What the decisions that count say of the records of `draft`; those that mean nothing there are told in `outcomes`.
    pub fn new(draft: &Draft, decisions: &Decisions, outcomes: &mut [Outcome]) -> Constraints {
        let mut constraints = Constraints::default();
        for (n, verdict) in decisions.effective() {
            let asked = match Asked::of(draft, verdict) {
                Ok(asked) => asked,
                Err(reason) => {
                    outcomes[n] = Outcome::Unused(reason);
                    continue;
                }
            };
            constraints.wanted.extend(asked.together.iter().flatten().copied());
            constraints.together.extend(asked.together.into_iter().map(|set| (n, set)));
            for (side, slots) in asked.apart {
                for slot in slots {
                    constraints.sides.entry(slot).or_default().insert(n, side);
                }
            }
        }
        // What was decided last is done first.
        constraints.together.reverse();
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

    /// Joins sets of reports that share a member with one that belongs together; members in order, sets by their first.
    pub fn join(&self, sets: Vec<Vec<Slot>>, outcomes: &mut [Outcome]) -> Vec<Vec<Slot>> {
        if self.together.is_empty() {
            return sets;
        }
        let members = sets.iter().enumerate().flat_map(|(n, set)| set.iter().map(move |slot| (slot, n)));
        let number: HashMap<&Slot, usize> = members.filter(|(slot, _)| self.joins(slot)).collect();
        let sides = sets.iter().map(|set| set.iter().flat_map(|slot| self.sides(*slot)).collect()).collect();
        let united = self.unite(sides, |slot| number.get(slot).copied(), outcomes);
        united.into_iter().map(|of| of.into_iter().flat_map(|n| sets[n].clone()).collect()).collect()
    }

    /// Which of some groups are one, by what belongs together: `sides` has those of each, `group` the one a member is in.
    ///
    /// Where two decisions contradict each other the later counts: of an earlier set those come together whom no later
    /// decision parts, and a decision of which nothing is left is told in `outcomes`.
    pub fn unite(
        &self,
        sides: Vec<Sides>,
        group: impl Fn(&Slot) -> Option<usize>,
        outcomes: &mut [Outcome],
    ) -> Vec<Vec<usize>> {
        let overruled = || Outcome::Unused("a later decision says the opposite".to_owned());
        let mut united = United::new(sides);
        for (n, together) in &self.together {
            let heads: BTreeSet<usize> = together.iter().filter_map(&group).map(|g| united.head[g]).collect();
            let (mut clusters, mut joined) = (Vec::new(), heads.len() < 2);
            for head in heads {
                let parted = |into: &usize| united.parted(*into, head).any(|by| by > *n);
                match clusters.iter().copied().find(|into| !parted(into)) {
                    Some(into) => {
                        let gone: Vec<usize> = united.parted(into, head).collect();
                        gone.iter().for_each(|by| outcomes[*by] = overruled());
                        united.join(into, head, &gone);
                        joined = true;
                    }
                    None => clusters.push(head),
                }
            }
            if !joined {
                outcomes[*n] = overruled();
            }
        }
        united.sets.into_values().collect()
    }
}

/// Groups on their way together.
struct United {
    /// The members of each set, by its head.
    sets: BTreeMap<usize, Vec<usize>>,
    /// For each group the head of its set.
    head: Vec<usize>,
    /// The sides of each set, by its head.
    sides: Vec<Sides>,
}

impl United {
    fn new(sides: Vec<Sides>) -> United {
        let count = sides.len();
        United { sets: (0..count).map(|n| (n, vec![n])).collect(), head: (0..count).collect(), sides }
    }

    /// The decisions that part two sets.
    fn parted(&self, a: usize, b: usize) -> impl Iterator<Item = usize> {
        let other = &self.sides[b];
        self.sides[a].iter().filter(|(by, side)| other.get(by).is_some_and(|s| s != *side)).map(|(by, _)| *by)
    }

    /// Takes the set `from` into another; the decisions `gone` part nothing of it any more.
    fn join(&mut self, into: usize, from: usize, gone: &[usize]) {
        let moved = self.sets.remove(&from).unwrap_or_default();
        moved.iter().for_each(|g| self.head[*g] = into);
        self.sets.entry(into).or_default().extend(moved);
        let own = std::mem::take(&mut self.sides[from]);
        self.sides[into].extend(own);
        self.sides[into].retain(|by, _| !gone.contains(by));
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
    /// The two sides, where it keeps apart.
    apart: Vec<(bool, Vec<Slot>)>,
}

impl Asked {
    fn of(draft: &Draft, verdict: &Verdict) -> Result<Asked, String> {
        Ok(match verdict {
            Verdict::Merge(a, b) if a.is_anchored() => {
                let one: Vec<Slot> = slots(draft, a)?.into_iter().chain(slots(draft, b)?).collect();
                Asked { together: vec![one], ..Asked::default() }
            }
            Verdict::NotSame(a, b) => {
                Asked { apart: vec![(false, slots(draft, a)?), (true, slots(draft, b)?)], ..Asked::default() }
            }
            Verdict::Split(rest, moved) => {
                let moved = Reference { id: rest.id.clone(), anchors: moved.clone() };
                let (rest, moved) = (slots(draft, rest)?, slots(draft, &moved)?);
                Asked { together: vec![moved.clone()], apart: vec![(false, rest), (true, moved)] }
            }
            _ => Asked::default(),
        })
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

/// The entity that an anchor means: of those of the kind of `id` and the name told, the one with its local id or the only one.
pub(super) fn slot(draft: &Draft, id: &str, anchor: &Anchor) -> Option<Slot> {
    let find = |article: &str| draft.records.binary_search_by(|record| record.article.id.as_str().cmp(article)).ok();
    // The id of an article may hold what divides it from that of the entity.
    let whole = || find(&format!("{}#{}", anchor.article, anchor.entity));
    let (r, local) = match find(&anchor.article) {
        Some(r) => (r, anchor.entity.as_str()),
        None => (whole()?, ""),
    };
    let (folder, name) = id.split_once('/')?;
    let plain = name.split("--").next().unwrap_or(name);
    let fits = |e: &usize| {
        let entity = &draft.records[r].entities[*e];
        let own = || anchor_name(&entity.label);
        match (&entity.kind, folder) {
            (EntityKind::Person { .. }, "person") if anchor.name.is_empty() => own() == plain,
            (EntityKind::Event { .. }, "event") if anchor.name.is_empty() => plain.contains(&own()),
            (EntityKind::Person { .. }, "person") | (EntityKind::Event { .. }, "event") => own() == anchor.name,
            _ => false,
        }
    };
    let told = draft.place(r, local).filter(fits);
    let mut all = (0..draft.records[r].entities.len()).filter(fits);
    let only = || all.next().filter(|_| all.next().is_none());
    told.or_else(only).map(|e| (r, e))
}

/// The name of an entity as an anchor tells it.
pub fn anchor_name(label: &str) -> String {
    cut(&slug(&key(label)), NAME).to_owned()
}

/// The longest name in an anchor, in characters.
const NAME: usize = 60;
