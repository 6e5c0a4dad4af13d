//! How often a cue or rule is right: what was counted, and how much may be claimed from it.
//!
//! The ledger (`ontology/ledger.ttl`, and the lines of a user's own) says of each cue and rule how many of the facts it
//! supported were right and how many wrong in annotated articles. Claimed is the least precision that agrees with these
//! counts, so a rule seen ten times claims less than one seen a thousand times with the same share of errors.

use std::collections::HashMap;

use super::facts::{Facts, Subject};
use super::load::TurtleFile;
use super::read::error_in;
use crate::error::Result;

/// How many standard deviations 95 % of the normal distribution lie within.
const Z: f64 = 1.96;

/// In so many facts a cue or rule that was never measured is taken to have been seen, with the precision of its kind.
const UNMEASURED_TRIALS: f64 = 4.0;

/// How many of the facts that a cue or rule supported were right and how many wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// Facts that the annotations have too.
    pub right: u64,
    /// Facts that they have not.
    pub wrong: u64,
}

impl Measure {
    /// How many facts were compared.
    pub fn trials(self) -> u64 {
        self.right + self.wrong
    }

    /// The share of right facts, between 0 and 1; 0 where none was compared.
    pub fn precision(self) -> f64 {
        if self.trials() == 0 { 0.0 } else { self.right as f64 / self.trials() as f64 }
    }

    /// The lower Wilson bound (95 %) of the precision, between 0 and 1, to three places; 0 where none was compared.
    pub fn bound(self) -> f64 {
        lower_bound(self.precision(), self.trials() as f64)
    }

    /// Both counts together.
    fn plus(self, other: Measure) -> Measure {
        Measure { right: self.right + other.right, wrong: self.wrong + other.wrong }
    }
}

/// The lower Wilson bound (95 %) of a precision seen in so many trials, to three places; 0 without trials.
fn lower_bound(precision: f64, trials: f64) -> f64 {
    if trials <= 0.0 {
        return 0.0;
    }
    let z2 = Z * Z / trials;
    let spread = (precision * (1.0 - precision) / trials + z2 / (4.0 * trials)).sqrt();
    let bound = (precision + z2 / 2.0 - Z * spread) / (1.0 + z2);
    (bound.max(0.0) * 1000.0).round() / 1000.0
}

/// What the ledgers say of the cues, or of the rules.
pub(super) struct Ledger<'f> {
    measured: HashMap<&'f str, Measure>,
    /// What may be claimed of one they do not mention.
    pub(super) unmeasured: f64,
}

impl<'f> Ledger<'f> {
    /// Reads `vg:right` and `vg:wrong` of the individuals of a class; the counts of several files add up.
    ///
    /// # Errors
    /// [`crate::error::Error::Ontology`] at the first count that is no whole number.
    pub(super) fn of_class(class: &'f [&'f str], facts: &'f Facts, files: &[TurtleFile]) -> Result<Ledger<'f>> {
        let mut measured = HashMap::new();
        for subject in facts.of_class(class) {
            let sum = |property| sum(&subject, property).map_err(|reason| error_in(files, subject.iri, reason));
            let measure = Measure { right: sum("vg:right")?, wrong: sum("vg:wrong")? };
            if measure.trials() > 0 {
                measured.insert(subject.iri, measure);
            }
        }
        let all = measured.values().fold(Measure::default(), |all, one| all.plus(*one));
        Ok(Ledger { measured, unmeasured: lower_bound(all.precision(), UNMEASURED_TRIALS) })
    }

    /// How often the cue or rule is right at least: its measured bound, or that of its kind seen in four trials.
    pub(super) fn confidence(&self, iri: &str) -> f64 {
        self.measured.get(iri).map_or(self.unmeasured, |m| m.bound())
    }
}

fn sum(subject: &Subject, property: &str) -> std::result::Result<u64, String> {
    let number = |text: &&str| text.parse::<u64>().map_err(|_| text.to_string());
    let numbers: std::result::Result<Vec<u64>, String> = subject.texts(property).iter().map(number).collect();
    let wrong = |text| format!("{property} is {text:?}; give how many facts, a whole number");
    numbers.map(|n| n.iter().sum()).map_err(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(right: u64, wrong: u64) -> f64 {
        Measure { right, wrong }.bound()
    }

    #[test]
    fn the_bound_is_that_of_wilson() {
        // Values of the formula as printed in the textbooks, at 95 %.
        for (right, wrong, expected) in [(90, 10, 0.826), (8, 2, 0.490), (1, 0, 0.207), (0, 5, 0.0), (1000, 0, 0.996)] {
            assert_eq!(bound(right, wrong), expected, "{right} right, {wrong} wrong");
        }
    }

    #[test]
    fn more_trials_of_one_precision_claim_more() {
        assert!(bound(9, 1) < bound(90, 10));
        assert!(bound(90, 10) < bound(900, 100));
        assert!(bound(900, 100) < 0.9);
    }

    #[test]
    fn nothing_compared_claims_nothing() {
        assert_eq!(bound(0, 0), 0.0);
        assert_eq!(lower_bound(0.9, 0.0), 0.0);
    }
}
