//! Where something stands in a text: byte ranges inside the program, code points outside it.

use serde::{Deserialize, Serialize};

/// A half-open range of bytes `[start, end)` of an article's text as given.
///
/// Both ends lie on character boundaries of that text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range `[start, end)`; an inverted pair gives the empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Span { start, end: end.max(start) }
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Whether `other` lies wholly inside this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The words the span covers.
    ///
    /// # Panics
    /// When the span was not made from `text`.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

/// Converts byte positions of one text to counts of Unicode code points.
///
/// Records and graphs count in code points, because that is what other languages index by.
/// Memory is one number per 64 bytes of text; a look-up counts at most 64 bytes.
///
/// ```
/// use vietgraph::text::span::CharIndex;
/// let text = "Đại tá Lê A";
/// let chars = CharIndex::new(text);
/// assert_eq!(chars.at("Đại tá ".len()), 7);
/// assert_eq!(chars.byte(7), "Đại tá ".len());
/// ```
pub struct CharIndex<'t> {
    text: &'t str,
    /// Code points before byte `64 * i`, counting a character where it starts.
    marks: Vec<usize>,
}

const STEP: usize = 64;

impl<'t> CharIndex<'t> {
    /// Indexes `text`.
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut marks = Vec::with_capacity(bytes.len() / STEP + 1);
        let mut seen = 0;
        for chunk in bytes.chunks(STEP) {
            marks.push(seen);
            seen += starts(chunk);
        }
        marks.push(seen);
        CharIndex { text, marks }
    }

    /// The number of code points before byte `at`; positions past the end count as the end.
    pub fn at(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let mark = at / STEP;
        self.marks[mark] + starts(&self.text.as_bytes()[mark * STEP..at])
    }

    /// The byte where code point number `n` starts, or the text's length when there are fewer.
    pub fn byte(&self, n: usize) -> usize {
        let mark = self.marks.partition_point(|&m| m <= n).saturating_sub(1);
        let from = (mark * STEP).min(self.text.len());
        let mut left = n - self.marks[mark];
        for (i, byte) in self.text.as_bytes()[from..].iter().enumerate() {
            if is_start(*byte) {
                if left == 0 {
                    return from + i;
                }
                left -= 1;
            }
        }
        self.text.len()
    }
}

fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| is_start(**b)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_and_bytes_agree_everywhere() {
        let text = "Ủy ban nhân dân tỉnh Đồng Tháp – 10 năm (2006 – 2016) “an ninh” ".repeat(5);
        let index = CharIndex::new(&text);
        for (n, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(index.at(byte), n);
            assert_eq!(index.byte(n), byte);
        }
        assert_eq!(index.at(text.len()), text.chars().count());
        assert_eq!(index.byte(text.chars().count()), text.len());
    }
}
