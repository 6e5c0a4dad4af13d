//! Lapses of print: marks that are missing, a letter that is mistyped.

use crate::text::key::bare_key;

/// Whether a text has no tone and no mark at all, as older systems and file names have it.
pub(super) fn toneless(text: &str) -> bool {
    !text.is_empty() && bare_key(text) == text
}

/// Whether one letter more, less, other, or exchanged with its neighbour makes one word of the other.
pub(super) fn one_letter(a: &str, b: &str) -> bool {
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
