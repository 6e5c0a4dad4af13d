//! What is worked out of a store once for all requests.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use quick_cache::Weighter;
use quick_cache::unsync::Cache;

use super::api::overview::Overview;
use super::state::LANGUAGES;
use crate::view::conflicts::Conflict;
use crate::view::incumbents::Term;
use crate::view::namesakes::Namesakes;
use crate::view::search::{Index, ShortForms};
use crate::view::{NodeIndex, View};

/// What is worked out once; all but the index only when it is first asked for, by language.
pub(super) struct Known {
    /// For searching, the same in all languages.
    pub index: Index,
    /// The start page.
    pub overview: [OnceLock<Overview>; LANGUAGES.len()],
    /// All conflicts.
    pub conflicts: [OnceLock<Vec<Conflict>>; LANGUAGES.len()],
    /// All names that several people bear.
    pub namesakes: OnceLock<Vec<Namesakes>>,
    /// The tenures of whom or what has many, as far as they are kept.
    pub terms: Kept<Term>,
}

/// How much is kept of nodes in all, and of how many about: of tenures that is some tens of megabytes.
const KEPT: u64 = 100_000;
const NODES: usize = 1000;

/// Lists that were read of nodes: those asked for last and most often. Not kept are those that give way to others, and one that is
/// longer than all that may be kept; they are read again whenever they are asked for.
pub(super) struct Kept<T>(Mutex<Cache<NodeIndex, Arc<Vec<T>>, ByLength>>);

/// A list weighs what it is long.
#[derive(Clone)]
struct ByLength;

impl<T> Weighter<NodeIndex, Arc<Vec<T>>> for ByLength {
    fn weight(&self, _: &NodeIndex, list: &Arc<Vec<T>>) -> u64 {
        list.len() as u64
    }
}

impl<T> Kept<T> {
    /// What is known of one.
    pub fn get(&self, of: NodeIndex) -> Option<Arc<Vec<T>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&of).cloned()
    }

    /// Keeps what is known of one, as far as there is room.
    pub fn keep(&self, of: NodeIndex, what: &Arc<Vec<T>>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(of, Arc::clone(what));
    }
}

impl<T> Default for Kept<T> {
    fn default() -> Kept<T> {
        Kept(Mutex::new(Cache::with_weighter(NODES, KEPT, ByLength)))
    }
}

impl Known {
    /// Makes the index of a view.
    pub fn new(view: &View, shorts: ShortForms) -> Known {
        Known {
            index: Index::new(view, shorts),
            overview: Default::default(),
            conflicts: Default::default(),
            namesakes: OnceLock::new(),
            terms: Kept::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_kept_than_there_is_room_for() {
        let (kept, of) = (Kept::<u8>::default(), NodeIndex::new);
        let list = |length: u64| Arc::new(vec![0; length as usize]);
        kept.keep(of(0), &list(60));
        assert_eq!(kept.get(of(0)).map(|list| list.len()), Some(60));
        kept.keep(of(1), &list(KEPT + 1));
        assert!(kept.get(of(1)).is_none() && kept.get(of(0)).is_some(), "one by itself takes nobody's room");
        (2..2000).for_each(|n| kept.keep(of(n), &list(1000)));
        let held: usize = (0..2000).filter_map(|n| kept.get(of(n))).map(|list| list.len()).sum();
        assert!((1..=KEPT).contains(&(held as u64)), "{held}");
    }
}
