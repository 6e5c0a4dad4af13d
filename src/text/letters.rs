//! What the reader asks of every character, looked up instead of computed: Vietnamese letters are half of all text.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// The five tone marks as combining characters: grave, acute, tilde, hook above, dot below.
pub(super) const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// One past the last character of the table: behind the composed Vietnamese letters and the marks of print.
const END: usize = 0x2070;

/// A character as the keys see it, small enough to be handed on by the million.
#[derive(Clone, Copy)]
pub(super) struct Letter {
    /// The small letter without its tone.
    pub folded: char,
    /// 0 for none, else one more than the number of the tone it carries.
    tone: u8,
    flags: u8,
}

/// Folding it takes more than its letter and tone (a mark that combines, a ligature).
const ODD: u8 = 1;
const WORD: u8 = 2;
const NUMERIC: u8 = 4;
const UPPER: u8 = 8;
const LOWER: u8 = 16;

impl Letter {
    /// The tone it carries.
    pub fn tone(self) -> Option<char> {
        TONES.get(usize::from(self.tone).wrapping_sub(1)).copied()
    }

    /// Whether folding it takes more than its letter and tone (a mark that combines, a ligature).
    pub fn odd(self) -> bool {
        self.flags & ODD != 0
    }

    /// Whether it belongs to a word.
    pub fn word(self) -> bool {
        self.flags & WORD != 0
    }

    /// Whether it is a digit or another number.
    pub fn numeric(self) -> bool {
        self.flags & NUMERIC != 0
    }

    /// Whether it belongs to a word and is no number.
    pub fn alphabetic(self) -> bool {
        self.flags & (WORD | NUMERIC) == WORD
    }

    /// Whether it is a capital.
    pub fn upper(self) -> bool {
        self.flags & UPPER != 0
    }

    /// Whether it is a small letter.
    pub fn lower(self) -> bool {
        self.flags & LOWER != 0
    }
}

static TABLE: LazyLock<Vec<Letter>> =
    LazyLock::new(|| (0..END as u32).map(|c| char::from_u32(c).map_or(computed(' '), computed)).collect());

/// What is known of a character: from the table, or computed for one beyond it.
pub(super) fn letter(c: char) -> Letter {
    Letters::table().of(c)
}

/// The table, for readers that ask it of every character.
#[derive(Clone, Copy)]
pub(super) struct Letters(&'static [Letter]);

impl Letters {
    /// The table, made at its first use.
    pub fn table() -> Letters {
        Letters(&TABLE)
    }

    /// What is known of a character.
    pub fn of(self, c: char) -> Letter {
        self.0.get(c as usize).copied().unwrap_or_else(|| computed(c))
    }
}

fn computed(c: char) -> Letter {
    let mark = is_mark(c);
    let parts: Vec<char> = c.to_lowercase().nfd().collect();
    let tone = parts.iter().find_map(|p| (1..).zip(TONES).find(|(_, t)| t == p)).map_or(0, |(n, _)| n);
    let base: Vec<char> = parts.iter().copied().filter(|p| !TONES.contains(p)).nfc().collect();
    let flags = [
        (ODD, mark || base.len() != 1),
        (WORD, mark || c.is_alphanumeric()),
        (NUMERIC, c.is_numeric()),
        (UPPER, c.is_uppercase()),
        (LOWER, c.is_lowercase()),
    ];
    let flags = flags.iter().filter(|(_, set)| *set).map(|(flag, _)| flag).sum();
    Letter { folded: base.first().copied().unwrap_or(c), tone, flags }
}

/// Whether a character combines with the one before it.
pub(super) fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}
