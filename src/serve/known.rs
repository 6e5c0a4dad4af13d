//! What is worked out of a store once for all requests.

use std::sync::OnceLock;

use super::api::overview::Overview;
use super::state::LANGUAGES;
use crate::view::View;
use crate::view::conflicts::Conflict;
use crate::view::namesakes::Namesakes;
use crate::view::search::Index;

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
}

impl Known {
    /// Makes the index of a view.
    pub fn new(view: &View) -> Known {
        Known {
            index: Index::new(view),
            overview: Default::default(),
            conflicts: Default::default(),
            namesakes: OnceLock::new(),
        }
    }
}
