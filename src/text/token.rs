//! Tokens: words, numbers, marks and line ends, each with its place in the text and its key.

use super::key::{is_numeric, is_word, push_syllable};
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
    /// The keys of all tokens, a space in front of, between and behind them: what the matcher reads, and by which it sees
    /// where words begin and end.
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
        let mut rest = text.char_indices().peekable();
        while let Some(&(start, c)) = rest.peek() {
            if c == '\n' {
                rest.next();
                tokens.push(text, Span::new(start, start + 1), TokenKind::Break);
            } else if is_numeric(c) {
                let end = run(&mut rest, text, |_, c| is_numeric(c));
                tokens.push(text, Span::new(start, end), TokenKind::Number);
            } else if is_word(c) {
                let end = run(&mut rest, text, inside_word);
                tokens.push_words(text, Span::new(start, end));
            } else {
                rest.next();
                if !c.is_whitespace() && !is_invisible(c) {
                    let span = Span::new(start, start + c.len_utf8());
                    tokens.push(text, span, TokenKind::Mark);
                }
            }
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

    /// The number of the token whose key starts at byte `at` of [`Tokens::keys`], if one does.
    pub fn starting_at_key(&self, at: usize) -> Option<usize> {
        self.list.binary_search_by_key(&at, |t| t.key.start).ok()
    }

    /// The number of the token whose key ends at byte `at` of [`Tokens::keys`], if one does.
    pub fn ending_at_key(&self, at: usize) -> Option<usize> {
        self.list.binary_search_by_key(&at, |t| t.key.end).ok()
    }

    /// Pushes a word, cut where a capital follows a small letter: a space lost by the printer.
    fn push_words(&mut self, text: &str, span: Span) {
        let mut start = span.start;
        let mut before: Option<char> = None;
        for (i, c) in span.of(text).char_indices() {
            let at = span.start + i;
            let glued = c.is_uppercase() && before.is_some_and(char::is_lowercase);
            let several = |words: &str| words.chars().nth(1).is_some();
            if glued && several(&text[start..at]) && several(&text[at..span.end]) {
                self.push(text, Span::new(start, at), TokenKind::Word);
                start = at;
            }
            before = Some(c);
        }
        self.push(text, Span::new(start, span.end), TokenKind::Word);
    }

    fn push(&mut self, text: &str, span: Span, kind: TokenKind) {
        let raw = span.of(text);
        let start = self.keys.len();
        match kind {
            TokenKind::Word => push_syllable(raw, &mut self.keys),
            TokenKind::Number => self.keys.push_str(raw),
            TokenKind::Break => self.keys.push('\n'),
            TokenKind::Mark => self.keys.push(plain_mark(raw)),
        }
        let key = Span::new(start, self.keys.len());
        self.keys.push(' ');
        let word = kind == TokenKind::Word;
        self.list.push(Token {
            span,
            kind,
            capital: word && raw.chars().next().is_some_and(char::is_uppercase),
            all_caps: word && !raw.chars().any(char::is_lowercase),
            key,
        });
    }
}

type Rest<'t> = std::iter::Peekable<std::str::CharIndices<'t>>;

/// Eats characters while `inside(what follows, character)` holds; gives the byte after the last one.
fn run(rest: &mut Rest, text: &str, inside: impl Fn(&str, char) -> bool) -> usize {
    while let Some(&(at, c)) = rest.peek() {
        if !inside(&text[at + c.len_utf8()..], c) {
            return at;
        }
        rest.next();
    }
    text.len()
}

/// A letter, or an apostrophe with a letter behind it (`H'Ngăm`).
fn inside_word(behind: &str, c: char) -> bool {
    let apostrophe = matches!(c, '\'' | '’' | 'ʼ');
    (is_word(c) && !is_numeric(c)) || (apostrophe && behind.chars().next().is_some_and(char::is_alphabetic))
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
