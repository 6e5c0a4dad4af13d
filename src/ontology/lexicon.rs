//! Labels to senses: one Aho–Corasick automaton over the keys of all labels.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::items::Sense;
use crate::text::token::Tokens;

/// What the letters of a label demand of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// Any letters.
    Any,
    /// A capital first letter of the words that these bits tell, counted from the label's first token.
    Capital(u32),
    /// Capital letters only: an abbreviation.
    Caps,
}

/// A label found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// What it stands for.
    pub sense: Sense,
}

/// Collects labels, then becomes a [`Lexicon`].
#[derive(Default)]
pub struct Builder {
    entries: HashMap<String, Vec<(Sense, Case)>>,
}

impl Builder {
    /// Adds a label; the same label may stand for several things.
    pub fn add(&mut self, label: &str, sense: Sense, case: Case) {
        let keys = Tokens::new(label).keys;
        if keys.trim().is_empty() {
            return;
        }
        let senses = self.entries.entry(keys).or_default();
        match senses.iter_mut().find(|(s, _)| *s == sense) {
            Some((_, old)) => *old = case.min(*old),
            None => senses.push((sense, case)),
        }
    }

    /// Builds the automaton.
    pub fn build(self) -> Lexicon {
        let mut entries: Vec<(String, Vec<(Sense, Case)>)> = self.entries.into_iter().collect();
        entries.iter_mut().for_each(|(_, senses)| senses.sort());
        entries.sort();
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(entries.iter().map(|(keys, _)| keys))
            .expect("the labels of an ontology fit an automaton");
        Lexicon { automaton, senses: entries.into_iter().map(|(_, senses)| senses).collect() }
    }
}

/// The matcher: every label of the ontology, found in one pass.
pub struct Lexicon {
    automaton: AhoCorasick,
    senses: Vec<Vec<(Sense, Case)>>,
}

impl Lexicon {
    /// The label an abbreviation or proper name demands of the letters in the text.
    ///
    /// A label in capitals is an abbreviation; one of `proper` names needs capitals where it has
    /// them itself.
    pub fn case_of(label: &str, proper: bool) -> Case {
        let mut letters = label.chars().filter(|c| c.is_alphabetic()).peekable();
        if letters.peek().is_some() && !letters.any(char::is_lowercase) {
            Case::Caps
        } else if proper {
            let words = Tokens::new(label).list;
            Case::Capital(words.iter().take(32).enumerate().filter(|(_, t)| t.capital).map(|(n, _)| 1 << n).sum())
        } else {
            Case::Any
        }
    }

    /// All labels in a text, also those inside others, in order of their first token, longest first.
    pub fn find(&self, tokens: &Tokens) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::with_capacity(tokens.list.len());
        let mut cursor = 0;
        for found in self.automaton.find_overlapping_iter(&tokens.keys) {
            // Each label has a space at both ends.
            let Some((start, end)) = tokens.between_keys(found.start() + 1, found.end() - 1, &mut cursor) else {
                continue;
            };
            for &(sense, case) in &self.senses[found.pattern().as_usize()] {
                if fits(tokens, start, end, case) {
                    // Labels come by their ends: what must stand behind this one are the few inside it.
                    let behind = |h: &Hit| h.start > start || h.start == start && h.end < end;
                    let at = hits.iter().rposition(|h| !behind(h)).map_or(0, |before| before + 1);
                    hits.insert(at, Hit { start, end, sense });
                }
            }
        }
        hits
    }
}

fn fits(tokens: &Tokens, start: usize, end: usize, case: Case) -> bool {
    match case {
        Case::Any => true,
        Case::Capital(bits) => {
            tokens.list[start..end].iter().take(32).enumerate().all(|(n, t)| t.capital || bits & (1 << n) == 0)
        }
        Case::Caps => {
            tokens.list[start..end].iter().all(|t| t.all_caps || t.kind != crate::text::token::TokenKind::Word)
        }
    }
}
