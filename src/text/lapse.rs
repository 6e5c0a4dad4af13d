//! Lapses of print: marks that are missing, a letter that is mistyped.

use std::fmt;

use super::key::{bare_key, key};

/// Whether a text (as its key) has no tone and no mark at all, as older systems and file names have it.
pub fn toneless(text: &str) -> bool {
    !text.is_empty() && bare_key(text) == text
}

/// Whether one letter more, less, other, or exchanged with its neighbour makes one word of the other.
pub fn one_letter(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (a, b) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let end = a[start..].iter().rev().zip(b[start..].iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[start..a.len() - end], &b[start..b.len() - end]);
    match (a, b) {
        ([], [_]) | ([_], [_]) => true,
        ([x, y], [z, w]) => x == w && y == z,
        _ => false,
    }
}

/// A small difference between two names that may be a lapse of print, so that both may be one person's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lapse {
    /// One is printed without tones and marks.
    Marks,
    /// One syllable has another tone or mark: the two as printed.
    Tone(String, String),
    /// One syllable has one letter other, more or less: the two as printed.
    Letter(String, String),
}

impl Lapse {
    /// The only difference between two printed names, where it is a small one; none for names of one key.
    ///
    /// ```
    /// use vietgraph::text::lapse::Lapse;
    /// assert_eq!(Lapse::between("NGUYEN VAN SON", "Nguyễn Văn Sơn"), Some(Lapse::Marks));
    /// assert_eq!(Lapse::between("Lê Văn Hoà", "LÊ VĂN HÒA"), None);
    /// assert_eq!(Lapse::between("Đinh Anh Tuấn", "Đinh Tuấn Anh"), None);
    /// ```
    pub fn between(a: &str, b: &str) -> Option<Lapse> {
        let (one, other) = (key(a), key(b));
        if one == other {
            return None;
        }
        if (toneless(&one) || toneless(&other)) && bare_key(a) == bare_key(b) {
            return Some(Lapse::Marks);
        }
        let (left, right): (Vec<&str>, Vec<&str>) = (a.split_whitespace().collect(), b.split_whitespace().collect());
        let mut unlike = left.iter().zip(&right).filter(|(x, y)| key(x) != key(y));
        let (x, y) = unlike.next().filter(|_| left.len() == right.len())?;
        if unlike.next().is_some() {
            return None;
        }
        let pair = ((*x).to_owned(), (*y).to_owned());
        match (bare_key(x), bare_key(y)) {
            (p, q) if p == q => Some(Lapse::Tone(pair.0, pair.1)),
            (p, q) if one_letter(&p, &q) => Some(Lapse::Letter(pair.0, pair.1)),
            _ => None,
        }
    }
}

impl fmt::Display for Lapse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Lapse::Marks => write!(f, "the same letters, one printed without tones and marks"),
            Lapse::Tone(a, b) => write!(f, "the same but for one tone or mark: {a}, {b}"),
            Lapse::Letter(a, b) => write!(f, "the same but for one letter: {a}, {b}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lapse_is_one_letter() {
        assert!(one_letter("giang", "giamg") && one_letter("ngyen", "nguyen") && one_letter("ubnd", "unbd"));
        assert!(!one_letter("giang", "giang") && !one_letter("an", "ha") && !one_letter("son", "song ha"));
        assert!(toneless("nguyen van son") && !toneless("nguyên van son"));
    }
}
