//! Normal forms of Vietnamese syllables: keys that are equal when only the spelling habit differs.
//!
//! A key is lower case, composed (NFC), with the tone mark written after the syllable's letters, so that the two
//! habits of placing it (`hòa`, `hoà`; `ủy`, `uỷ`) meet, and with the `y` of a syllable of h, k, l, m, s or t and `y` alone written `i`
//! (`kỷ`, `kỉ`; `sỹ`, `sĩ`; but not `Thy`, `Thi`). Keys are only for matching: they are never shown, and the text is never changed.

use unicode_normalization::UnicodeNormalization;

use super::letters::{Letter, TONES, is_mark, letter};

/// The key of a text: the keys of its syllables joined by single spaces; punctuation is dropped.
///
/// ```
/// use vietgraph::text::key::key;
/// assert_eq!(key("Uỷ ban"), key("ủy  BAN"));
/// assert_eq!(key("Khánh Hòa"), key("KHÁNH HOÀ"));
/// assert_ne!(key("Hoa"), key("Hòa"));
/// ```
pub fn key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for syllable in text.split(|c: char| !is_word(c)).filter(|s| !s.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        push_syllable(syllable, &mut out);
    }
    out
}

/// The key without tones and marks: `Bùi Văn Nam` and `bui van nam` share it, and so do different names.
///
/// For finding what a person typed without diacritics; never a reason to take two names for one.
///
/// ```
/// use vietgraph::text::key::bare_key;
/// assert_eq!(bare_key("Đặng Thị Ngọc Thịnh"), "dang thi ngoc thinh");
/// ```
pub fn bare_key(text: &str) -> String {
    key(text).nfd().filter(|c| !is_mark(*c)).map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

/// Appends the key of one syllable (no spaces inside) to `out`.
pub fn push_syllable(syllable: &str, out: &mut String) {
    let mut folding = Folding::begin(out);
    for c in syllable.chars() {
        folding.push(letter(c), out);
    }
    folding.end(syllable, out);
}

/// A syllable whose key is being written, letter by letter.
pub(super) struct Folding {
    from: usize,
    tone: Option<char>,
    odd: bool,
}

impl Folding {
    /// Begins a syllable at the end of `out`.
    pub fn begin(out: &str) -> Folding {
        Folding { from: out.len(), tone: None, odd: false }
    }

    /// Writes the next letter.
    pub fn push(&mut self, letter: Letter, out: &mut String) {
        self.odd |= letter.odd();
        self.tone = letter.tone().or(self.tone);
        out.push(letter.folded);
    }

    /// Ends the syllable that was printed as `raw`.
    pub fn end(self, raw: &str, out: &mut String) {
        if self.odd {
            out.truncate(self.from);
            return push_odd_syllable(raw, out);
        }
        fold_final_y(out, self.from);
        out.extend(self.tone);
    }
}

/// The same for a syllable with marks that combine, or letters that fold to several.
fn push_odd_syllable(syllable: &str, out: &mut String) {
    let mut tone = None;
    let mut letters = String::with_capacity(syllable.len() + 4);
    for c in syllable.chars().flat_map(char::to_lowercase).nfd() {
        if TONES.contains(&c) {
            tone = Some(c);
        } else {
            letters.push(c);
        }
    }
    let from = out.len();
    out.extend(letters.nfc());
    fold_final_y(out, from);
    out.extend(tone);
}

/// Whether a character belongs to a word: a letter, a digit, or a mark that combines with one.
pub fn is_word(c: char) -> bool {
    letter(c).word()
}

fn fold_final_y(out: &mut String, from: usize) {
    let syllable = &out.as_bytes()[from..];
    if let [before, b'y'] = syllable
        && b"hklmst".contains(before)
    {
        out.pop();
        out.push('i');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_habits_meet() {
        for (a, b) in [
            ("Uỷ viên", "Ủy viên"),
            ("Thanh Hoá", "Thanh Hóa"),
            ("kỉ niệm", "kỷ niệm"),
            ("chiến sỹ", "chiến sĩ"),
            ("Mĩ", "Mỹ"),
            ("thuỷ", "thủy"),
            ("BỘ CÔNG AN", "Bộ Công an"),
            ("Hoà\u{300}", "Hoà"),
        ] {
            assert_eq!(key(a), key(b), "{a} / {b}");
        }
        let decomposed: String = "Nguyễn Thuý Huyền".nfd().collect();
        assert_eq!(key(&decomposed), key("Nguyễn Thúy Huyền"));
    }

    #[test]
    fn different_words_stay_apart() {
        for (a, b) in
            [("Hà", "Hạ"), ("Sơn", "Son"), ("tay", "tai"), ("Thy", "Thi"), ("Quý", "Quí thị"), ("Đăng", "Dăng")]
        {
            assert_ne!(key(a), key(b), "{a} / {b}");
        }
    }
}
