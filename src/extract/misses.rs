//! What the readers tried and what was missing: why a text does not say what one might think it says.
//!
//! A reader that gives up notes a [`Miss`]: which cue or rule, on which words, what it had found and which slot stayed
//! empty. Nothing is kept, and nothing computed, unless somebody asks.

use std::cell::RefCell;
use std::ops::Range;

use super::items::Placed;
use super::scan::Scan;
use crate::ontology::items::Function;
use crate::ontology::vocab::ID;

/// An attempt that came to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Miss {
    /// The cue, rule or item of the ontology that was tried, as in evidence: `cue/dự`, `rule/event-head`.
    by: String,
    /// Its words.
    at: Range<usize>,
    /// The slots that were filled, each with its words.
    found: Vec<(&'static str, Range<usize>)>,
    /// The slot that was not.
    slot: &'static str,
    /// Why not.
    why: String,
    /// The words that are the reason.
    words: Option<Range<usize>>,
}

impl Miss {
    /// The attempt of a rule on the words at `at`: the slot that stayed empty, and why.
    pub(super) fn rule(name: &str, at: Range<usize>, slot: &'static str, why: impl Into<String>) -> Miss {
        Miss { by: format!("rule/{name}"), at, found: Vec::new(), slot, why: why.into(), words: None }
    }

    /// The same of a cue.
    pub(super) fn cue(scan: &Scan, cue: u16, at: Range<usize>, slot: &'static str, why: impl Into<String>) -> Miss {
        Miss { by: scan.kb.cues[usize::from(cue)].name.iri.clone(), ..Miss::rule("", at, slot, why) }
    }

    /// The same of another item of the ontology, by its IRI.
    pub(super) fn item(iri: &str, at: Range<usize>, slot: &'static str, why: impl Into<String>) -> Miss {
        Miss { by: iri.to_owned(), ..Miss::rule("", at, slot, why) }
    }

    /// The same, with a slot that was filled.
    pub(super) fn found(mut self, slot: &'static str, words: Range<usize>) -> Miss {
        self.found.push((slot, words));
        self
    }

    /// The same, with the words that are the reason.
    pub(super) fn for_words(mut self, words: Range<usize>) -> Miss {
        self.words = Some(words);
        self
    }

    /// The first token of the words that were tried.
    pub(super) fn start(&self) -> usize {
        self.at.start
    }

    /// The miss in a line for people.
    pub(super) fn line(&self, scan: &Scan) -> String {
        let said = |words: &Range<usize>| format!("«{}»", scan.tidy(words.start, words.end));
        let by = self.by.strip_prefix(ID).unwrap_or(&self.by);
        let mut parts: Vec<String> = self.found.iter().map(|(slot, words)| format!("{slot} {}", said(words))).collect();
        let words = self.words.as_ref().map(|w| format!(" {}", said(w))).unwrap_or_default();
        parts.push(format!("{}: {}{words}", self.slot, self.why));
        format!("{by} {} — {}", said(&self.at), parts.join("; "))
    }
}

/// Where readers note their misses.
#[derive(Default)]
pub(super) struct Misses(Option<RefCell<Vec<Miss>>>);

impl Misses {
    /// Keeps what is noted.
    pub(super) fn kept() -> Misses {
        Misses(Some(RefCell::default()))
    }

    /// Whether somebody asks.
    pub(super) fn are_kept(&self) -> bool {
        self.0.is_some()
    }

    /// Notes what `miss` makes, where misses are kept.
    pub(super) fn note(&self, miss: impl FnOnce() -> Miss) {
        if let Some(list) = &self.0 {
            let miss = miss();
            list.borrow_mut().push(miss);
        }
    }

    /// What was noted about the tokens of `sentence`, by their order, each once.
    pub(super) fn of(&self, sentence: &Range<usize>) -> Vec<Miss> {
        let mut misses: Vec<Miss> = Vec::new();
        for miss in self.0.iter().flat_map(|list| list.borrow().clone()) {
            if sentence.contains(&miss.start()) && !misses.contains(&miss) {
                misses.push(miss);
            }
        }
        misses.sort_by_key(Miss::start);
        misses
    }
}

/// The tokens of an item.
pub(super) fn words(placed: &Placed) -> Range<usize> {
    placed.start..placed.end
}

/// Why a clause whose verb is hindered states nothing.
pub(super) fn hindered(by: Function) -> &'static str {
    match by {
        Function::Negation => "denied by",
        Function::Future => "still to come by",
        _ => "not certain by",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_computed_unless_somebody_asks() {
        Misses::default().note(|| unreachable!("nobody asks"));
        let kept = Misses::kept();
        kept.note(|| Miss::rule("event-head", 3..4, "event", "none"));
        kept.note(|| Miss::rule("event-head", 1..2, "event", "none"));
        kept.note(|| Miss::rule("event-head", 3..4, "event", "none"));
        assert_eq!(kept.of(&(0..4)).iter().map(Miss::start).collect::<Vec<_>>(), [1, 3], "in order, each once");
        assert_eq!(kept.of(&(4..9)), []);
    }
}
