//! When a statement found says what an annotated one says.

use super::likeness::Likeness;
use super::statement::{Award, Change, Post, Rank};
use crate::text::key::key;

/// Whether what is annotated is not told, or told and like what was found.
fn fits(annotated: &Option<String>, found: &Option<String>, same: impl Fn(&str, &str) -> bool) -> bool {
    annotated.as_ref().is_none_or(|a| found.as_ref().is_some_and(|b| same(a, b)))
}

impl Likeness<'_> {
    /// Whether two people of one name hold one rank.
    pub fn same_rank(&self, annotated: &Rank, found: &Rank) -> bool {
        self.same_person(&annotated.person, &found.person) && key(&annotated.rank) == key(&found.rank)
    }

    /// Whether two posts are one; one annotated without a body fits any body. On an optional post readers may also
    /// differ whether it is still held.
    pub fn same_post(&self, annotated: &Post, found: &Post, optional: bool) -> bool {
        self.same_person(&annotated.person, &found.person)
            && self.same_title(&annotated.title, &found.title)
            && (optional || annotated.status == found.status)
            && fits(&annotated.org, &found.org, |a, b| self.same_body(a, b))
    }

    /// Whether two changes are one, as far as the annotation tells; dates are not compared.
    pub fn same_change(&self, annotated: &Change, found: &Change) -> bool {
        let both_install = annotated.action.installs() && found.action.installs();
        let same_office = fits(&annotated.title, &found.title, |a, b| self.same_title(a, b))
            && fits(&annotated.org, &found.org, |a, b| self.same_body(a, b));
        self.same_person(&annotated.person, &found.person)
            && (annotated.action == found.action || both_install)
            && match &annotated.rank {
                Some(_) => fits(&annotated.rank, &found.rank, |a, b| key(a) == key(b)),
                None => same_office,
            }
    }

    /// Whether two givings are one by what is given and who gives it; receivers are often only counted.
    pub fn same_giving(&self, annotated: &Award, found: &Award) -> bool {
        self.same_award(&annotated.award, &found.award) && fits(&annotated.by, &found.by, |a, b| self.same_award(a, b))
    }
}
