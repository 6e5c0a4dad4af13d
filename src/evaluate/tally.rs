//! The verdicts on all articles, counted by kind of fact, by cue or rule, and by set of annotations.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::verdict::{Kind, Mark, Verdict};
use crate::ontology::measure::Measure;

/// How many facts of a kind were found and annotated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Found and annotated.
    pub right: u64,
    /// Found and not annotated.
    pub wrong: u64,
    /// Annotated and not found.
    pub missed: u64,
}

impl Counts {
    fn add(&mut self, mark: Mark) {
        match mark {
            Mark::Right => self.right += 1,
            Mark::Wrong => self.wrong += 1,
            Mark::Missed => self.missed += 1,
            Mark::Aside => {}
        }
    }

    fn plus(self, other: Counts) -> Counts {
        Counts { right: self.right + other.right, wrong: self.wrong + other.wrong, missed: self.missed + other.missed }
    }

    /// The share of the facts found that are right, between 0 and 1; 0 where none was found.
    pub fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    /// The share of the facts annotated that were found, between 0 and 1; 0 where none is annotated.
    pub fn recall(self) -> f64 {
        share(self.right, self.right + self.missed)
    }

    /// The harmonic mean of precision and recall, between 0 and 1.
    pub fn f1(self) -> f64 {
        share(2 * self.right, 2 * self.right + self.wrong + self.missed)
    }

    /// Facts annotated that count.
    pub fn annotated(self) -> u64 {
        self.right + self.missed
    }

    /// Facts found that count.
    pub fn found(self) -> u64 {
        self.right + self.wrong
    }
}

fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// How a cue or rule fared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Support {
    /// The facts it supported, those that count for nothing among them.
    pub facts: u64,
    /// How many of them were right and wrong.
    pub measure: Measure,
}

/// A set of annotations as far as its articles were compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Set {
    /// The name of its folder.
    pub name: String,
    /// Articles compared.
    pub articles: u64,
    /// Facts annotated in them that count.
    pub annotated: u64,
    /// Facts found in them that count.
    pub found: u64,
}

/// The counts of all articles compared.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    kinds: BTreeMap<Kind, Counts>,
    /// How each cue and rule fared, by its name in the ontology: `cue/chủ-trì`, `rule/rank-before-name`.
    pub rules: BTreeMap<String, Support>,
    /// The sets of annotations, in the order given.
    pub sets: Vec<Set>,
}

impl Tally {
    /// A tally of nothing yet, for sets of these names.
    pub fn new(sets: &[String]) -> Tally {
        let sets = sets.iter().map(|name| Set { name: name.clone(), ..Set::default() });
        Tally { sets: sets.collect(), ..Tally::default() }
    }

    /// Counts the verdicts on one article of the set number `set`. A fact counts for every cue and rule it has as evidence.
    pub fn add(&mut self, set: usize, verdicts: &[Verdict]) {
        let mut counts = Counts::default();
        for verdict in verdicts {
            counts.add(verdict.mark);
            self.kinds.entry(verdict.kind).or_default().add(verdict.mark);
            let rules: BTreeSet<&str> = verdict.evidence.iter().map(|e| e.rule.as_str()).collect();
            for rule in rules {
                let support = self.rules.entry(rule.to_owned()).or_default();
                support.facts += 1;
                match verdict.mark {
                    Mark::Right => support.measure.right += 1,
                    Mark::Wrong => support.measure.wrong += 1,
                    Mark::Missed | Mark::Aside => {}
                }
            }
        }
        let set = &mut self.sets[set];
        set.articles += 1;
        set.annotated += counts.annotated();
        set.found += counts.found();
    }

    /// The counts of a kind.
    pub fn of(&self, kind: Kind) -> Counts {
        self.kinds.get(&kind).copied().unwrap_or_default()
    }

    /// The counts of all kinds together.
    pub fn all(&self) -> Counts {
        self.kinds.values().fold(Counts::default(), |sum, counts| sum.plus(*counts))
    }

    /// How many articles were compared.
    pub fn articles(&self) -> u64 {
        self.sets.iter().map(|s| s.articles).sum()
    }
}
