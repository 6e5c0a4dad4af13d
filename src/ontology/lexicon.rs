//! Labels to senses: one tree over the words of all labels.

use std::collections::HashMap;
use std::ops::Range;

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
        let mut lexicon = Lexicon::default();
        let words = |keys: &str| keys.split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        let labels: Vec<Vec<u32>> =
            entries.iter().map(|(keys, _)| words(keys).iter().map(|w| lexicon.words.number(w)).collect()).collect();
        // The nodes of single words come first, side by side: most that is read is of those.
        let mut nodes = 1;
        for label in labels.iter().map(|label| &label[..1]).chain(labels.iter().map(Vec::as_slice)) {
            label.iter().fold(ROOT, |node, word| lexicon.put(node, *word, &mut nodes));
        }
        let node = |label: &Vec<u32>| label.iter().try_fold(ROOT, |node, word| lexicon.next(node, *word));
        let mut senses = vec![Vec::new(); nodes as usize];
        for (label, (_, own)) in labels.iter().zip(entries) {
            senses[node(label).unwrap_or(ROOT) as usize] = own;
        }
        lexicon.roots = (0..lexicon.words.len()).map(|w| lexicon.next(ROOT, w).unwrap_or(ROOT)).collect();
        lexicon.first = std::iter::once(0)
            .chain(senses.iter().scan(0, |sum, own| {
                *sum += own.len() as u32;
                Some(*sum)
            }))
            .collect();
        lexicon.senses = senses.into_iter().flatten().collect();
        lexicon
    }
}

/// The node of no words.
const ROOT: u32 = 0;

/// The number of a word that stands in no label.
const UNKNOWN: u32 = u32::MAX;

/// The matcher: every label of the ontology, found in one pass over the words.
///
/// An Aho–Corasick automaton over letters would read each letter and keep a state for each of its labels; here a word is looked up
/// once, most words begin no label, and few labels are longer than four words, so that walking on from each word that begins
/// one costs less than failure links.
#[derive(Default)]
pub struct Lexicon {
    words: Words,
    /// For each word the node it leads to from the root; the root itself where no label begins with it.
    roots: Vec<u32>,
    /// From a node by a word (see [`edge`]) to the next.
    edges: FxHashMap<u64, u32>,
    /// What the words up to each node stand for, one node after the other.
    senses: Vec<(Sense, Case)>,
    /// For each node the first of its senses; one more entry at the end.
    first: Vec<u32>,
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
        let number = |i: usize| self.words.find(tokens.key(i)).unwrap_or(UNKNOWN);
        let words: Vec<u32> = (0..tokens.list.len()).map(number).collect();
        let mut hits: Vec<Hit> = Vec::with_capacity(tokens.list.len());
        // Where labels that begin at one token end, the shortest first.
        let mut ends: Vec<(usize, u32)> = Vec::new();
        for (start, word) in words.iter().enumerate() {
            let mut node = self.roots.get(*word as usize).copied().unwrap_or(ROOT);
            if node == ROOT {
                continue;
            }
            ends.clear();
            for end in start + 1.. {
                if !self.stands_for(node).is_empty() {
                    ends.push((end, node));
                }
                let Some(next) = words.get(end).and_then(|word| self.next(node, *word)) else {
                    break;
                };
                node = next;
            }
            for &(end, node) in ends.iter().rev() {
                let senses =
                    self.senses[self.stands_for(node)].iter().filter(|(_, case)| fits(tokens, start, end, *case));
                hits.extend(senses.map(|&(sense, _)| Hit { start, end, sense }));
            }
        }
        hits
    }

    /// The places of what the words up to a node stand for.
    fn stands_for(&self, node: u32) -> Range<usize> {
        self.first[node as usize] as usize..self.first[node as usize + 1] as usize
    }

    /// The node behind another by a word, made where there is none; `nodes` counts them.
    fn put(&mut self, node: u32, word: u32, nodes: &mut u32) -> u32 {
        let next = *self.edges.entry(edge(node, word)).or_insert(*nodes);
        *nodes += u32::from(next == *nodes);
        next
    }

    /// The node behind another by a word.
    fn next(&self, node: u32, word: u32) -> Option<u32> {
        if word == UNKNOWN { None } else { self.edges.get(&edge(node, word)).copied() }
    }
}

/// A node and the word that leads on from it, as one number: hashed at once.
fn edge(node: u32, word: u32) -> u64 {
    u64::from(node) << 32 | u64::from(word)
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
