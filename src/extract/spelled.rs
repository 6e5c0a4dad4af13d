//! The bodies of an article by how they are called: what a short form is sought among, once for each that is told.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Bound;

use super::bodies::Body;
use super::places::PlaceRef;
use crate::text::key::key;

/// What a body is part of, and the words between.
type Parent = (Box<Body>, String);

/// The bodies of an article, by their heads.
#[derive(Default)]
pub(super) struct Spelled {
    /// What the bodies with a head's key are part of that say so, where all say the same.
    parents: HashMap<String, Option<Parent>>,
    /// The first of equal bodies that are part of none, by head.
    alone: BTreeMap<String, Vec<usize>>,
}

impl Spelled {
    /// The bodies of an article in their order; `label` is the full name of one.
    pub(super) fn new(bodies: &[Body], label: impl Fn(&Body) -> String) -> Spelled {
        let mut spelled = Spelled::default();
        let mut labels: HashMap<String, String> = HashMap::new();
        let mut told: HashSet<(&str, &str, Option<u16>, Option<&PlaceRef>)> = HashSet::new();
        for (n, body) in bodies.iter().enumerate() {
            let Some(parent) = &body.parent else {
                if told.insert((&body.head, &body.class, body.pattern, body.place.as_ref())) {
                    spelled.alone.entry(body.head.clone()).or_default().push(n);
                }
                continue;
            };
            let (own, full) = (key(&body.head), label(body));
            if *labels.entry(own.clone()).or_insert_with(|| full.clone()) == full {
                spelled.parents.entry(own).or_insert_with(|| Some(parent.clone()));
            } else {
                spelled.parents.insert(own, None);
            }
        }
        spelled
    }

    /// What the bodies that are called so are part of; none where none says it, or several say it differently.
    pub(super) fn parent(&self, head: &str) -> Option<Parent> {
        if self.parents.is_empty() { None } else { self.parents.get(&key(head)).cloned().flatten() }
    }

    /// The bodies whose heads begin with `head`, equal ones once.
    pub(super) fn beginning<'s>(&'s self, head: &'s str) -> impl Iterator<Item = usize> + 's {
        let from = self.alone.range::<str, _>((Bound::Included(head), Bound::Unbounded));
        from.take_while(move |(other, _)| other.starts_with(head)).flat_map(|(_, bodies)| bodies.iter().copied())
    }
}
