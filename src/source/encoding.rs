//! Which characters the bytes of a text stand for.
//!
//! What the user says is taken; then what a byte order mark, UTF-8 itself and the page say; then it is told by which
//! reading gives Vietnamese syllables.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258, X_USER_DEFINED};
use unicode_normalization::UnicodeNormalization;

use super::{bad, fonts};
use crate::error::Error;
use crate::text::syllable::well_spelled;

/// The UTF-8 byte order mark.
pub(super) const BOM: &[u8] = b"\xef\xbb\xbf";

/// How much of a text is looked at to tell its encoding.
const SAMPLE: usize = 1 << 16;

/// An encoding of texts: one of the web's, or one of the Vietnamese fonts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// One that the WHATWG Encoding Standard names.
    Web(&'static encoding_rs::Encoding),
    /// TCVN3, also called ABC.
    Tcvn3,
    /// VNI for Windows.
    Vni,
}

impl FromStr for Encoding {
    type Err = String;

    fn from_str(name: &str) -> Result<Encoding, String> {
        match name.to_ascii_lowercase().as_str() {
            "tcvn3" | "abc" => Ok(Encoding::Tcvn3),
            "vni" => Ok(Encoding::Vni),
            other => encoding_rs::Encoding::for_label(other.as_bytes()).map(Encoding::Web).ok_or_else(|| {
                "no known encoding; write utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni or another of the web's"
                    .to_owned()
            }),
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Encoding::Web(web) => web.name(),
            Encoding::Tcvn3 => "TCVN3",
            Encoding::Vni => "VNI",
        })
    }
}

impl Encoding {
    /// The text of `bytes`; none where some of them mean nothing in this encoding.
    fn read(self, bytes: &[u8]) -> Option<String> {
        let western = || WINDOWS_1252.decode_without_bom_handling(bytes).0;
        let text = match self {
            Encoding::Tcvn3 => fonts::tcvn3(&western()),
            Encoding::Vni => fonts::vni(&western()),
            Encoding::Web(web) => {
                let text = web.decode_without_bom_handling_and_without_replacement(bytes)?;
                // It writes most tones as characters of their own, which nobody meant.
                if web == WINDOWS_1258 { text.nfc().collect() } else { text.into_owned() }
            }
        };
        (!text.contains('\0')).then_some(text)
    }
}

/// Why bytes cannot be read as a text.
pub(super) struct Garbled {
    line: Option<u64>,
    reason: String,
}

impl Garbled {
    /// The error at the input of `name`.
    pub(super) fn at(self, name: &impl ToString) -> Error {
        bad(name.to_string(), self.line, self.reason)
    }
}

/// The text of `bytes`: in the encoding `told` by the user, else by what it shows, with what its page or server `declared`.
pub(super) fn decode(
    mut bytes: Vec<u8>,
    told: Option<Encoding>,
    declared: Option<Encoding>,
) -> Result<String, Garbled> {
    let garbled = |reason: String| Garbled { line: None, reason };
    if let Some((web, length)) = encoding_rs::Encoding::for_bom(&bytes) {
        bytes.drain(..length);
        if web != UTF_8 {
            let reason = || format!("begins as {} and is not; it may be cut off: fetch it again", web.name());
            return Encoding::Web(web).read(&bytes).ok_or_else(|| garbled(reason()));
        }
    } else if let Some(told) = told {
        let reason = || format!("not {told}; give another --encoding, or none");
        return told.read(&bytes).ok_or_else(|| garbled(reason()));
    }
    if bytes.contains(&0) {
        let reason = "a binary file (it holds NUL bytes), not a text; convert it to UTF-8 text first";
        return utf_16(&bytes).ok_or_else(|| garbled(reason.into()));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(mended(text)),
        Err(e) => {
            let at = e.utf8_error().valid_up_to();
            let bytes = e.into_bytes();
            let line = bytes[..at].iter().filter(|b| **b == b'\n').count() as u64 + 1;
            declared.filter(|d| says_something(*d)).and_then(|d| d.read(&bytes)).or_else(|| guessed(&bytes)).ok_or_else(
                || {
                    let reason = format!(
                        "not UTF-8 (byte {}), and no other encoding makes Vietnamese of it; name it with --encoding, or \
                        convert it with iconv -t UTF-8",
                        at + 1
                    );
                    Garbled { line: Some(line), reason }
                },
            )
        }
    }
}

/// Whether a declaration can be believed: what says Western European, or nothing, goes with any bytes, and UTF-8 was tried.
fn says_something(declared: Encoding) -> bool {
    let silent = [WINDOWS_1252, X_USER_DEFINED, UTF_8, UTF_16LE, UTF_16BE];
    !matches!(declared, Encoding::Web(web) if silent.contains(&web))
}

/// UTF-16 without a byte order mark: a third of its characters or more have a zero for one half, and always the same half.
fn utf_16(bytes: &[u8]) -> Option<String> {
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let many = bytes.len().is_multiple_of(2) && (first + second) * 6 >= bytes.len();
    match (first, second) {
        (0, _) if many => Encoding::Web(UTF_16LE).read(bytes),
        (_, 0) if many => Encoding::Web(UTF_16BE).read(bytes),
        _ => None,
    }
}

/// The reading that has the largest share of Vietnamese syllables among the words that are not plain ASCII.
fn guessed(bytes: &[u8]) -> Option<String> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let candidates = [Encoding::Web(WINDOWS_1258), Encoding::Tcvn3, Encoding::Vni];
    let share = |encoding: &Encoding| encoding.read(sample).map_or(0, |text| share(&text));
    let best = candidates.into_iter().max_by_key(|encoding| share(encoding))?;
    (share(&best) >= 80).then(|| best.read(bytes)).flatten()
}

/// A text of one of the fonts that somebody converted as if it were Western European is read as what it shows.
fn mended(text: String) -> String {
    // No Vietnamese text does without these: horned and hooked letters, composed or not.
    if text.is_ascii() || text.chars().any(|c| ('\u{100}'..'\u{2000}').contains(&c)) {
        return text;
    }
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    let fonts: [fn(&str) -> String; 2] = [fonts::tcvn3, fonts::vni];
    let best = fonts.into_iter().max_by_key(|font| share(&font(sample)));
    best.filter(|font| share(&font(sample)) >= 80.max(2 * share(sample))).map(|font| font(&text)).unwrap_or(text)
}

/// How many of a hundred words that are not plain ASCII are Vietnamese syllables; 0 where they are too few to say.
fn share(text: &str) -> usize {
    let between = |c: char| match c {
        c if c.is_ascii() => !c.is_ascii_alphabetic(),
        c => c.is_whitespace() || ('\u{2000}'..'\u{2070}').contains(&c),
    };
    let words = text.split(between).filter(|word| !word.is_ascii());
    let (good, all) = words.fold((0, 0), |(good, all), word| (good + usize::from(well_spelled(word)), all + 1));
    if good < 3 { 0 } else { good * 100 / all }
}

/// The encoding of this name, where there is one.
pub(super) fn named(name: &[u8]) -> Option<Encoding> {
    let name: Cow<str> = String::from_utf8_lossy(name);
    name.parse().ok()
}
