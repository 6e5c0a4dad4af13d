//! The shape of Vietnamese syllables: what tells a name of this country from a foreign one.

use super::key::bare_key;

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
