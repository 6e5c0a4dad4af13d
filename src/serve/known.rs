//! What is worked out of a store once for all requests.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::api::overview::Overview;
use super::state::LANGUAGES;
use crate::view::conflicts::Conflict;
use crate::view::incumbents::Term;
use crate::view::namesakes::Namesakes;
use crate::view::search::Index;
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
    /// The tenures of whom or what has many.
    pub terms: Kept<Vec<Term>>,
}

/// What is known of nodes.
pub(super) struct Kept<T>(Mutex<HashMap<NodeIndex, Arc<T>>>);

impl<T> Kept<T> {
    /// What is known of one.
    pub fn get(&self, of: NodeIndex) -> Option<Arc<T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&of).cloned()
    }

    /// Keeps what is known of one.
    pub fn keep(&self, of: NodeIndex, what: &Arc<T>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(of, Arc::clone(what));
    }
}

impl<T> Default for Kept<T> {
    fn default() -> Kept<T> {
        Kept(Mutex::default())
    }
}

impl Known {
    /// Makes the index of a view.
    pub fn new(view: &View) -> Known {
        Known {
            index: Index::new(view),
            overview: Default::default(),
            conflicts: Default::default(),
            namesakes: OnceLock::new(),
            terms: Kept::default(),
        }
    }
}
