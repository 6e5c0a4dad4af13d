//! Decisions about what is told by its name: bodies that are one, and what something is called.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::decisions::{Anchor, Decisions, Outcome, Reference, Verdict};
use super::{Draft, EntityIndex, constraints};

/// Bodies of which somebody decided that they are one, by their ids.
#[derive(Clone, Debug, Default)]
pub(super) struct Aliases {
    /// The decision's place, the body that stays and the one that goes up in it.
    merges: Vec<(usize, String, String)>,
}

impl Aliases {
    /// The decisions that count.
    pub fn new(decisions: &Decisions) -> Aliases {
        let merges = decisions.effective().filter_map(|(n, verdict)| match verdict {
            Verdict::Merge(a, b) if !a.is_anchored() => Some((n, a.id.clone(), b.id.clone())),
            _ => None,
        });
        Aliases { merges: merges.collect() }
    }

    /// For each of the bodies with these paths, which lead to them too, the place of the one it goes up in: its own where it stays.
    pub fn heads(&self, paths: &[(String, Vec<String>)], outcomes: &mut [Outcome]) -> Vec<usize> {
        let mut head: Vec<usize> = (0..paths.len()).collect();
        if self.merges.is_empty() {
            return head;
        }
        let mut at: HashMap<&str, Vec<usize>> = HashMap::new();
        paths.iter().enumerate().for_each(|(n, (path, _))| at.entry(path).or_default().push(n));
        let taken: HashSet<&str> = paths.iter().map(|(path, _)| path.as_str()).collect();
        for (n, (_, former)) in paths.iter().enumerate() {
            let free = former.iter().filter(|f| !taken.contains(f.as_str()));
            free.for_each(|f| at.entry(f).or_default().push(n));
        }
        for (n, stays, goes) in &self.merges {
            let place = |id: &str| match at.get(id).map(Vec::as_slice) {
                Some([only]) => Ok(*only),
                Some(many) => Err(format!("{id} may be any of {} bodies now", many.len())),
                None => Err(format!("there is no {id} any more")),
            };
            match (place(stays), place(goes)) {
                (Ok(stays), Ok(goes)) => {
                    let (from, into) = (head[goes], head[stays]);
                    head.iter_mut().filter(|h| **h == from).for_each(|h| *h = into);
                }
                (Err(reason), _) | (_, Err(reason)) => outcomes[*n] = Outcome::Unused(reason),
            }
        }
        head
    }
}

/// Gives what decisions rename its name; the one it had stays as another.
pub(super) fn rename(draft: &mut Draft, decisions: &Decisions, outcomes: &mut [Outcome]) {
    for (n, verdict) in decisions.effective() {
        let Verdict::Rename(reference, name) = verdict else {
            continue;
        };
        match meant(draft, reference) {
            Some(index) => call(draft, index, name),
            None => outcomes[n] = Outcome::Unused(format!("there is no {} any more", reference.id)),
        }
    }
}

/// Whom or what each decision that counts is about, by its place in [`Decisions::entries`].
pub(super) fn about(draft: &Draft, decisions: &Decisions) -> Vec<Vec<EntityIndex>> {
    let mut about = vec![Vec::new(); decisions.entries.len()];
    for (n, verdict) in decisions.effective() {
        let told = |id: &str, a: &Anchor| constraints::slot(draft, id, a).and_then(|(r, e)| draft.slots[r][e]);
        let mut found: BTreeSet<EntityIndex> = BTreeSet::new();
        for reference in verdict.references() {
            found.extend(reference.anchors.iter().filter_map(|a| told(&reference.id, a)));
            found.extend(meant(draft, reference));
            if let Verdict::Split(_, moved) = verdict {
                found.extend(moved.iter().filter_map(|a| told(&reference.id, a)));
            }
        }
        about[n] = found.into_iter().collect();
    }
    about
}

/// The entity that a reference means: the one told at its anchors, or else of its id.
fn meant(draft: &Draft, reference: &Reference) -> Option<EntityIndex> {
    let told = reference.anchors.iter().find_map(|a| constraints::slot(draft, &reference.id, a));
    if let Some((r, e)) = told {
        return draft.slots[r][e];
    }
    let iri = format!("{}{}", draft.base, reference.id);
    let own = draft.entities.iter().position(|e| e.iri.as_str() == iri);
    let mut led = draft.replaced.iter().filter(|(path, _)| *path == reference.id).map(|(_, index)| *index);
    own.or_else(|| led.next().filter(|_| led.next().is_none()))
}

fn call(draft: &mut Draft, index: EntityIndex, name: &str) {
    let entity = &mut draft.entities[index];
    let former = std::mem::replace(&mut entity.label, name.to_owned());
    entity.variants.push(former);
    entity.variants.retain(|variant| variant != name);
    entity.variants.sort();
    entity.variants.dedup();
}
