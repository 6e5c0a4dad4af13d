//! Tokens: words, numbers, marks and line ends, each with its place in the text and its key.

use super::key::Folding;
use super::letters::{Letter, Letters};
use super::span::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A syllable, an abbreviation, a foreign word; an apostrophe between letters is part of it.
    Word,
    /// A run of digits.
    Number,
    /// A single mark that is neither letter, digit nor space.
    Mark,
    /// The end of a line.
    Break,
}

/// One token of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the text as given.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Whether it is a word that starts with a capital letter.
    pub capital: bool,
    /// Whether it is a word of capital letters only.
    pub all_caps: bool,
    /// Its key: where it stands in [`Tokens::keys`].
    key: Span,
}

/// The tokens of one text, and their keys joined by single spaces.
///
/// The tokens stand in order, do not overlap, and leave out only white space.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// In the order of the text.
    pub list: Vec<Token>,
    /// The keys of all tokens, a space in front of, between and behind them: one string, so that none is allocated by itself.
    pub keys: String,
}

impl Tokens {
    /// Cuts `text` into tokens.
    pub fn new(text: &str) -> Tokens {
        let mut tokens = Tokens {
            list: Vec::with_capacity(text.len() / 5),
            keys: String::with_capacity(text.len() + text.len() / 8),
        };
        tokens.keys.push(' ');
        let letters = Letters::table();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let kind = letters.of(c);
            let after = at + c.len_utf8();
            at = if c == '\n' {
                tokens.push(text, Span::new(at, after), TokenKind::Break)
            } else if kind.numeric() {
                let more = text[after..].find(|c| !letters.of(c).numeric());
                tokens.push(text, Span::new(at, more.map_or(text.len(), |n| after + n)), TokenKind::Number)
            } else if kind.word() {
                tokens.push_words(text, at, letters)
            } else if c.is_whitespace() || is_invisible(c) {
                after
            } else {
                tokens.push(text, Span::new(at, after), TokenKind::Mark)
            };
        }
        tokens
    }

    /// The key of token `i`; empty past the end.
    pub fn key(&self, i: usize) -> &str {
        self.list.get(i).map_or("", |t| &self.keys[t.key.start..t.key.end])
    }

    /// The bytes of the text that tokens `from..to` cover.
    pub fn span(&self, from: usize, to: usize) -> Span {
        match (self.list.get(from), self.list.get(to.saturating_sub(1))) {
            (Some(a), Some(b)) if to > from => Span::new(a.span.start, b.span.end),
            (Some(a), _) => Span::new(a.span.start, a.span.start),
            _ => Span::new(0, 0),
        }
    }

    /// Pushes the word that begins at byte `start`, cut where a capital follows a small letter (a space lost by the
    /// printer); gives the byte behind it.
    fn push_words(&mut self, text: &str, start: usize, letters: Letters) -> usize {
        let mut word = Word::begin(start, &self.keys);
        let mut at = start;
        while let Some(&byte) = text.as_bytes().get(at) {
            // Most letters are these, and mean nothing but themselves.
            if byte.is_ascii_lowercase() {
                word.push_plain(byte, &mut self.keys);
                at += 1;
                continue;
            }
            let mut rest = text[at..].chars();
            let Some(c) = rest.next() else { break };
            let kind = letters.of(c);
            let mut goes_on = || rest.next().is_some_and(|c| letters.of(c).alphabetic());
            // An apostrophe with a letter behind it is part of a word (`H'Ngăm`).
            let inside = kind.alphabetic() || matches!(c, '\'' | '’' | 'ʼ') && goes_on();
            if !inside {
                break;
            }
            if kind.upper() && word.ends_small && word.letters > 1 && goes_on() {
                self.push_word(text, word, at);
                word = Word::begin(at, &self.keys);
            }
            word.push(kind, &mut self.keys);
            at += c.len_utf8();
        }
        self.push_word(text, word, at);
        at
    }

    fn push_word(&mut self, text: &str, word: Word, end: usize) {
        let span = Span::new(word.start, end);
        let start = word.key;
        word.folding.end(span.of(text), &mut self.keys);
        let key = Span::new(start, self.keys.len());
        self.keys.push(' ');
        self.list.push(Token { span, kind: TokenKind::Word, capital: word.capital, all_caps: !word.any_small, key });
    }

    /// Pushes a token that is no word; gives the byte behind it.
    fn push(&mut self, text: &str, span: Span, kind: TokenKind) -> usize {
        let start = self.keys.len();
        match kind {
            TokenKind::Break => self.keys.push('\n'),
            TokenKind::Mark => self.keys.push(plain_mark(span.of(text))),
            TokenKind::Number | TokenKind::Word => self.keys.push_str(span.of(text)),
        }
        let key = Span::new(start, self.keys.len());
        self.keys.push(' ');
        self.list.push(Token { span, kind, capital: false, all_caps: false, key });
        span.end
    }
}

/// A word that is being read.
struct Word {
    start: usize,
    key: usize,
    folding: Folding,
    letters: usize,
    capital: bool,
    any_small: bool,
    ends_small: bool,
}

impl Word {
    fn begin(start: usize, keys: &str) -> Word {
        let folding = Folding::begin(keys);
        Word { start, key: keys.len(), folding, letters: 0, capital: false, any_small: false, ends_small: false }
    }

    fn push(&mut self, letter: Letter, keys: &mut String) {
        self.capital |= self.letters == 0 && letter.upper();
        self.any_small |= letter.lower();
        self.ends_small = letter.lower();
        self.letters += 1;
        self.folding.push(letter, keys);
    }

    /// The same for a small letter from a to z.
    fn push_plain(&mut self, letter: u8, keys: &mut String) {
        self.any_small = true;
        self.ends_small = true;
        self.letters += 1;
        keys.push(char::from(letter));
    }
}

/// Marks of one meaning share a key: dashes, quotes, the ellipsis and the full stop.
fn plain_mark(raw: &str) -> char {
    match raw.chars().next() {
        Some('–' | '—' | '‑' | '−' | '‐') => '-',
        Some('“' | '”' | '„' | '«' | '»' | '‟') => '"',
        Some('‘' | '’' | 'ʼ') => '\'',
        Some(c) => c,
        None => ' ',
    }
}

/// Zero-width characters and marks of direction: part of no word, shown to nobody.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let tokens = Tokens::new(text);
        tokens.list.iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn marks_stand_alone_and_apostrophes_join() {
        assert_eq!(
            words("H'Ngăm Niê (TP.HCM, 15/6)"),
            ["H'Ngăm", "Niê", "(", "TP", ".", "HCM", ",", "15", "/", "6", ")"]
        );
    }

    #[test]
    fn a_lost_space_is_seen() {
        assert_eq!(words("Hà TĩnhNgày 4"), ["Hà", "Tĩnh", "Ngày", "4"]);
        assert_eq!(words("UBND TPHCM"), ["UBND", "TPHCM"]);
    }

    #[test]
    fn tokens_leave_out_only_white_space() {
        let text = "Sáng 4.8,\nCông an tỉnh… “họp”\u{200b} – 10 năm";
        let tokens = Tokens::new(text);
        let mut at = 0;
        for token in &tokens.list {
            assert!(text[at..token.span.start].chars().all(|c| c.is_whitespace() || is_invisible(c)));
            at = token.span.end;
        }
        assert_eq!(tokens.key(0), "sang\u{301}");
    }
}
