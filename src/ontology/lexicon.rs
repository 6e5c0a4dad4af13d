//! Labels to senses: one tree over the words of all labels.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

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

    /// Builds the matcher.
    pub fn build(self) -> Lexicon {
        let mut entries: Vec<(String, Vec<(Sense, Case)>)> = self.entries.into_iter().collect();
        entries.iter_mut().for_each(|(_, senses)| senses.sort());
        entries.sort();
        let mut lexicon = Lexicon { senses: vec![Vec::new()], ..Lexicon::default() };
        for (keys, senses) in entries {
            let mut node = ROOT;
            for word in keys.split(' ').filter(|w| !w.is_empty()) {
                let word = lexicon.words.number(word);
                let next = lexicon.senses.len() as u32;
                node = *lexicon.edges.entry((node, word)).or_insert(next);
                if node == next {
                    lexicon.senses.push(Vec::new());
                }
            }
            lexicon.senses[node as usize] = senses;
        }
        lexicon.roots = (0..lexicon.words.len()).map(|w| lexicon.edges.get(&(ROOT, w)).copied()).collect();
        lexicon
    }
}

/// The node of no words.
const ROOT: u32 = 0;

/// The matcher: every label of the ontology, found in one pass over the words.
///
/// An Aho–Corasick automaton over letters would read each letter and keep a state for each of its labels; here a word is looked up
/// once, most words begin no label, and few labels are longer than four words, so that walking on from each word that begins
/// one costs less than failure links.
#[derive(Default)]
pub struct Lexicon {
    words: Words,
    /// For each word the node it leads to from the root.
    roots: Vec<Option<u32>>,
    /// From a node by a word to the next.
    edges: FxHashMap<(u32, u32), u32>,
    /// For each node what the words up to it stand for.
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
        let words: Vec<Option<u32>> = (0..tokens.list.len()).map(|i| self.words.find(tokens.key(i))).collect();
        let mut hits: Vec<Hit> = Vec::with_capacity(tokens.list.len());
        // Where labels that begin at one token end, the shortest first.
        let mut ends: Vec<(usize, u32)> = Vec::new();
        for (start, word) in words.iter().enumerate() {
            let Some(mut node) = word.and_then(|w| self.roots[w as usize]) else {
                continue;
            };
            ends.clear();
            for end in start + 1.. {
                if !self.senses[node as usize].is_empty() {
                    ends.push((end, node));
                }
                let next = words.get(end).copied().flatten().and_then(|w| self.edges.get(&(node, w)));
                let Some(&next) = next else {
                    break;
                };
                node = next;
            }
            for &(end, node) in ends.iter().rev() {
                let senses = self.senses[node as usize].iter().filter(|(_, case)| fits(tokens, start, end, *case));
                hits.extend(senses.map(|&(sense, _)| Hit { start, end, sense }));
            }
        }
        hits
    }
}

/// Numbers of words, by their keys.
#[derive(Default)]
struct Words {
    /// Those of up to sixteen bytes, which most are: they need no look elsewhere to be compared.
    short: FxHashMap<u128, u32>,
    long: FxHashMap<Box<str>, u32>,
}

impl Words {
    fn len(&self) -> u32 {
        (self.short.len() + self.long.len()) as u32
    }

    /// The number of a word, a new one if it has none.
    fn number(&mut self, word: &str) -> u32 {
        let next = self.len();
        match packed(word) {
            Some(short) => *self.short.entry(short).or_insert(next),
            None => *self.long.entry(word.into()).or_insert(next),
        }
    }

    fn find(&self, word: &str) -> Option<u32> {
        match packed(word) {
            Some(short) => self.short.get(&short).copied(),
            None => self.long.get(word).copied(),
        }
    }
}

/// The bytes of a short word as one number; no word has a byte that is 0.
fn packed(word: &str) -> Option<u128> {
    let mut bytes = [0; 16];
    bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    Some(u128::from_le_bytes(bytes))
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
