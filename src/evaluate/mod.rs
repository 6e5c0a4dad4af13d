//! How well articles are read: what was found in them beside what careful readers wrote down.
//!
//! [`annotation`] reads what people wrote, [`found`] gathers what a record says in the same terms ([`statement`]),
//! [`mod@compare`] pairs the two by the likeness of [`likeness`], [`same`], [`dates`] and [`occasions`], and [`tally`] counts the
//! verdicts by kind of fact and by the cue or rule that made it. [`ledger`] writes the counts as Turtle, from which the
//! ontology takes the confidence of each cue and rule.

pub mod annotation;
pub mod compare;
pub mod dates;
pub mod found;
pub mod ledger;
pub mod likeness;
pub mod occasions;
pub mod same;
pub mod statement;
pub mod tally;
pub mod verdict;

pub use annotation::{Annotation, Annotations};
pub use compare::compare;
pub use likeness::Likeness;
pub use tally::Tally;
pub use verdict::{Kind, Mark, Verdict};
