//! Readable names for IRIs, made from keys alone, so that spelling habits of new articles never move an IRI.

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// The tone marks a key carries behind its syllables: grave, acute, tilde, hook above, dot below.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Vowels with a mark of their own; the last of them in a syllable carries its tone.
const MARKED: &str = "ăâêôơư";

/// The slug of a key (see [`crate::text::key::key`]): its syllables in common spelling, joined by hyphens.
///
/// Different keys have different slugs. A key without any letter gives a slug made from its hash.
pub(crate) fn slug(key: &str) -> String {
    if key.is_empty() {
        return "x".to_owned();
    }
    let syllables: Vec<String> = key.split(' ').map(spell).collect();
    syllables.join("-")
}

/// The first syllables of a slug, `max` characters at most (but one syllable at least).
pub(crate) fn cut(slug: &str, max: usize) -> &str {
    match slug.char_indices().nth(max) {
        None => slug,
        Some((end, '-')) => &slug[..end],
        Some((end, _)) => {
            let end = slug[..end].rfind('-').or(slug.find('-'));
            &slug[..end.unwrap_or(slug.len())]
        }
    }
}

/// The first 12 hexadecimal digits of the SHA-256 of `parts`, each closed by a NUL.
pub(crate) fn short_hash<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let digest = hash.finalize();
    digest[..6].iter().map(|b| format!("{b:02x}")).collect()
}

/// One syllable of a key in common spelling: the tone over its vowel, `y` for a lone `i` after h, k, l, m.
fn spell(syllable: &str) -> String {
    let tone = syllable.chars().next_back().filter(|c| TONES.contains(c));
    let mut letters: Vec<char> = syllable.chars().filter(|c| !TONES.contains(c)).collect();
    if let [before, last @ 'i'] = &mut letters[..]
        && "hklm".contains(*before)
    {
        *last = 'y';
    }
    let Some(tone) = tone else {
        return letters.into_iter().collect();
    };
    let Some(at) = tone_position(&letters) else {
        return syllable.to_owned();
    };
    letters.insert(at + 1, tone);
    letters.into_iter().nfc().collect()
}

/// Which letter carries the tone, in the traditional placing (`hòa`, `ủy`, `toàn`).
fn tone_position(letters: &[char]) -> Option<usize> {
    if let Some(marked) = letters.iter().rposition(|c| MARKED.contains(*c)) {
        return Some(marked);
    }
    let is_vowel = |c: &char| "aeiouy".contains(*c);
    let first = letters.iter().position(is_vowel)?;
    let run = letters[first..].iter().take_while(|c| is_vowel(c)).count();
    let glide = match letters {
        ['q', 'u', ..] | ['g', 'i', ..] if run > 1 => 1,
        _ => 0,
    };
    let (first, run) = (first + glide, run - glide);
    let closed = first + run < letters.len();
    match run {
        1 => Some(first),
        2 if !closed => Some(first),
        _ => Some(first + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::key::key;

    #[test]
    fn slugs_read_like_print() {
        for (text, expected) in [
            ("Bùi Văn Nam", "bùi-văn-nam"),
            ("Công an tỉnh Hà Tĩnh", "công-an-tỉnh-hà-tĩnh"),
            ("Uỷ ban nhân dân tỉnh Khánh Hoà", "ủy-ban-nhân-dân-tỉnh-khánh-hòa"),
            ("Nguyễn Thị Thuý Quý", "nguyễn-thị-thúy-quý"),
            ("Lý Kỳ Mỹ", "lý-kỳ-mỹ"),
            ("quốc gia giỗ già toàn diện khuỷu", "quốc-gia-giỗ-già-toàn-diện-khuỷu"),
            ("THƯỢNG TƯỚNG", "thượng-tướng"),
            ("Cụm thi đua số 5", "cụm-thi-đua-số-5"),
        ] {
            assert_eq!(slug(&key(text)), expected);
        }
    }

    #[test]
    fn a_long_slug_is_cut_between_syllables() {
        assert_eq!(cut("hội-nghị-tổng-kết", 10), "hội-nghị");
        assert_eq!(cut("hội-nghị", 10), "hội-nghị");
        assert_eq!(cut("hội-nghị", 2), "hội");
        assert_eq!(cut("abcdef", 2), "abcdef");
    }
}
