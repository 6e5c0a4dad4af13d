//! What the reader asks of every character, looked up instead of computed: Vietnamese letters are half of all text.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// The five tone marks as combining characters: grave, acute, tilde, hook above, dot below.
pub(super) const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// One past the last character of the table: the end of the composed Vietnamese letters and some more.
const END: usize = 0x1f00;

/// A character as the keys see it.
#[derive(Clone, Copy)]
pub(super) struct Letter {
    /// The small letter without its tone.
    pub folded: char,
    /// The tone it carries.
    pub tone: Option<char>,
    /// Whether folding it takes more than this letter and tone (a mark that combines, a ligature).
    pub odd: bool,
    /// Whether it belongs to a word.
    pub word: bool,
    /// Whether it is a digit or another number.
    pub numeric: bool,
    /// Whether it is a capital.
    pub upper: bool,
    /// Whether it is a small letter.
    pub lower: bool,
}

static TABLE: LazyLock<Vec<Letter>> =
    LazyLock::new(|| (0..END as u32).map(|c| char::from_u32(c).map_or(computed(' '), computed)).collect());

/// What is known of a character: from the table, or computed for one beyond it.
pub(super) fn letter(c: char) -> Letter {
    TABLE.get(c as usize).copied().unwrap_or_else(|| computed(c))
}

fn computed(c: char) -> Letter {
    let mark = is_mark(c);
    let parts: Vec<char> = c.to_lowercase().nfd().collect();
    let tone = parts.iter().copied().find(|p| TONES.contains(p));
    let base: Vec<char> = parts.iter().copied().filter(|p| !TONES.contains(p)).nfc().collect();
    let odd = mark || base.len() != 1;
    let folded = base.first().copied().unwrap_or(c);
    let word = c.is_alphanumeric() || mark;
    Letter { folded, tone, odd, word, numeric: c.is_numeric(), upper: c.is_uppercase(), lower: c.is_lowercase() }
}

/// Whether a character combines with the one before it.
pub(super) fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}
