//! The shape of Vietnamese syllables: what tells a name of this country from a foreign one.

use unicode_normalization::UnicodeNormalization;

use super::key::bare_key;
use super::letters::TONES;

/// What may stand before the vowels, the longer first.
const ONSETS: [&str; 27] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k", "l", "m", "n",
    "p", "r", "s", "t", "v", "x", "",
];

/// What may stand behind them.
const CODAS: [&str; 9] = ["ch", "ng", "nh", "c", "m", "n", "p", "t", ""];

/// Whether a word could be a syllable of a name of this country: built like one, or with Vietnamese letters in it.
///
/// Names of minorities break the pattern but carry Vietnamese letters (`Rươne`), or begin with a marker the ontology knows.
///
/// ```
/// use vietgraph::text::syllable::plausible;
/// assert!(plausible("Nghiêm") && plausible("Rươne") && plausible("H'Bia"));
/// assert!(!plausible("Quebec") && !plausible("Donald") && !plausible("Sar"));
/// ```
pub fn plausible(word: &str) -> bool {
    if !word.is_ascii() || word.contains('\'') {
        return true;
    }
    let bare = bare_key(word);
    ONSETS
        .iter()
        .filter_map(|onset| bare.strip_prefix(onset))
        .any(|rest| CODAS.iter().filter_map(|coda| rest.strip_suffix(coda)).any(vowels))
}

/// One to three vowel letters.
fn vowels(middle: &str) -> bool {
    (1..=3).contains(&middle.len()) && middle.bytes().all(|b| b"aeiouy".contains(&b))
}

/// The vowels a syllable may have, tone and spelling habits aside.
const NUCLEI: &str = "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu iêu oa oă oe oi ôi ơi oo oai oay oao oeo \
    ua uâ uê ui uy uô uơ uya uyê uyu uây uôi ưa ưi ưu ươ ươi ươu yê yêu";

/// Whether a word is spelled as syllables are, marks and all: one tone at most, vowels that go together, and the tones
/// that its end allows. Stricter than [`plausible`]: it tells text from what looks like text in another encoding.
///
/// ```
/// use vietgraph::text::syllable::well_spelled;
/// assert!(well_spelled("Nghiêm") && well_spelled("QUỐC") && well_spelled("giữ") && well_spelled("Đắk"));
/// assert!(!well_spelled("Coâng") && !well_spelled("tØnh") && !well_spelled("ôùc") && !well_spelled("ấà"));
/// ```
pub fn well_spelled(word: &str) -> bool {
    let mut tones = word.nfd().filter(|c| TONES.contains(c));
    let tone = tones.next();
    if tones.next().is_some() {
        return false;
    }
    let toneless = word.nfd().filter(|c| !TONES.contains(c)).nfc();
    let lower: String = toneless.flat_map(char::to_lowercase).map(|c| if c == '\u{111}' { 'd' } else { c }).collect();
    let stopped = |coda: &str| matches!(coda, "c" | "ch" | "k" | "p" | "t");
    let tone_fits = |coda: &str| !stopped(coda) || matches!(tone, Some('\u{301}' | '\u{323}'));
    ONSETS.iter().filter_map(|onset| lower.strip_prefix(onset)).any(|rest| {
        let codas = CODAS.iter().chain(&["k"]);
        let mut ends = codas.filter(|coda| tone_fits(coda)).filter_map(|coda| rest.strip_suffix(coda));
        ends.any(|vowels| NUCLEI.split(' ').any(|known| known == vowels))
    })
}
