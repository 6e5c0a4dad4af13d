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
    let hashes: Vec<u64> = words.map(|(i, _)| hash(tokens.key(i))).collect();
    let mut runs: Vec<u32> = hashes.windows(RUN).map(run).collect();
    if runs.len() < KEPT {
        return String::new();
    }
    // More than are kept, as runs may come again.
    let most = runs.len().min(2 * KEPT);
    if most < runs.len() {
        runs.select_nth_unstable(most);
        runs.truncate(most);
    }
    runs.sort_unstable();
    runs.dedup();
    runs.iter().take(KEPT).map(|hash| format!("{hash:08x}")).collect()
}

/// FNV-1a: the same on every machine, as records travel.
fn hash(key: &str) -> u64 {
    key.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn run(words: &[u64]) -> u32 {
    let mixed = words.iter().fold(0u64, |all, word| (all.rotate_left(17) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    (mixed >> 32) as u32
}
