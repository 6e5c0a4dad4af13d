//! What tells copies of one text: a sample of its runs of words, the same for texts that differ in a dateline, a byline or a cut.

use crate::text::token::{TokenKind, Tokens};

/// How many words make a run.
const RUN: usize = 4;

/// How many runs are kept: the share that two texts have in common shows in them to some 7 of 100.
const KEPT: usize = 48;

/// The smallest hashes of the text's runs of words, sorted, in hexadecimal; empty for a text of few words, which may be
/// like another by chance.
pub(super) fn of(tokens: &Tokens) -> String {
    let words = tokens.list.iter().enumerate().filter(|(_, t)| matches!(t.kind, TokenKind::Word | TokenKind::Number));
    let words: Vec<u64> = words.map(|(i, _)| hash(tokens.key(i))).collect();
    let runs = || words.windows(RUN).map(run);
    if runs().len() < KEPT {
        return String::new();
    }
    // Hashes are spread evenly: below this bound lie nearly always more than are kept, and few more.
    let bound = (u64::from(u32::MAX) * 2 * KEPT as u64 / runs().len() as u64).min(u32::MAX.into()) as u32;
    let mut kept: Vec<u32> = runs().filter(|hash| *hash <= bound).collect();
    sorted(&mut kept);
    if kept.len() < KEPT {
        kept = runs().collect();
        sorted(&mut kept);
    }
    hexadecimal(kept.into_iter().take(KEPT))
}

/// Sorts hashes, each once.
fn sorted(hashes: &mut Vec<u32>) {
    hashes.sort_unstable();
    hashes.dedup();
}

fn hexadecimal(hashes: impl Iterator<Item = u32>) -> String {
    let digits = |hash: u32| (0..8).rev().map(move |n| char::from_digit(hash >> (4 * n) & 15, 16).unwrap_or('0'));
    let mut text = String::with_capacity(8 * KEPT);
    text.extend(hashes.flat_map(digits));
    text
}

/// The hash of a word, of eight bytes at a time: the same on every machine, as records travel.
fn hash(key: &str) -> u64 {
    let eight = |bytes: &[u8]| {
        let mut all = [0; 8];
        all[..bytes.len()].copy_from_slice(bytes);
        u64::from_le_bytes(all)
    };
    key.as_bytes().chunks(8).map(eight).fold(0, mixed)
}

fn run(words: &[u64]) -> u32 {
    (words.iter().copied().fold(0, mixed) >> 32) as u32
}

fn mixed(all: u64, word: u64) -> u64 {
    (all.rotate_left(17) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
