//! Names as they are written: whether two forms are one name, two, or in doubt.
//!
//! What an abbreviation stands for, how a place or an office may be called, which syllables are names: all of it is the
//! ontology's. The matcher looks at the two forms alone. It never says that two people are one: many bear one name.

mod person;
mod thing;

use unicode_normalization::UnicodeNormalization;

use self::person::Shape;
use super::Gazetteer;
use crate::extract::scan::Scan;
use crate::ontology::Ontology;
use crate::text::key::key;
use crate::text::token::is_invisible;

/// What two written forms are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// One name in two spellings.
    Same,
    /// Two names.
    Different,
    /// It may be one: marks are missing, a letter is mistyped, something is left out.
    Doubtful,
}

impl Verdict {
    /// Its name in small letters: `same`, `different`, `doubtful`.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Same => "same",
            Verdict::Different => "different",
            Verdict::Doubtful => "doubtful",
        }
    }
}

/// Compares written forms of the names of people, bodies, places, ranks and offices.
///
/// ```
/// use vietgraph::ontology::Ontology;
/// use vietgraph::resolve::names::{NameMatcher, Verdict};
/// let ontology = Ontology::load(&[])?;
/// let names = NameMatcher::new(&ontology);
/// assert_eq!(names.compare("CATP Hà Nội", "Công an TP. Hà Nội"), Verdict::Same);
/// assert_eq!(names.compare("Lê Văn Hoà", "LÊ VĂN HÒA"), Verdict::Same);
/// assert_eq!(names.compare("Le Van Hoa", "Lê Văn Hòa"), Verdict::Doubtful);
/// assert_eq!(names.compare("Lê Văn Hóa", "Lê Văn Hòa"), Verdict::Different);
/// # Ok::<(), vietgraph::error::Error>(())
/// ```
pub struct NameMatcher<'o> {
    ontology: &'o Ontology,
    gazetteer: Gazetteer,
}

impl<'o> NameMatcher<'o> {
    /// A matcher that knows what `ontology` knows.
    pub fn new(ontology: &'o Ontology) -> NameMatcher<'o> {
        NameMatcher { ontology, gazetteer: Gazetteer::new(ontology) }
    }

    /// What two written forms are to each other; the order of the two does not matter.
    pub fn compare(&self, a: &str, b: &str) -> Verdict {
        let (a, b) = (plain(a), plain(b));
        let (left, right) = (Scan::new(self.ontology, &a), Scan::new(self.ontology, &b));
        let (one, other) = (thing::read(&self.gazetteer, &left), thing::read(&self.gazetteer, &right));
        let shapes = (Shape::read(&left), Shape::read(&right));
        if one.named() || other.named() || shapes.0.is_empty() || shapes.1.is_empty() {
            return if key(&a) == key(&b) && one == other { Verdict::Same } else { thing::compare(&one, &other) };
        }
        person::compare(&self.gazetteer.known, &shapes.0, &shapes.1)
    }
}

/// The text with letters and marks that only look like those meant (full-width ones, the Icelandic eth) as those.
fn plain(text: &str) -> String {
    let seen = text.chars().filter(|c| !is_invisible(*c)).flat_map(|c| match c {
        '\u{ff01}'..='\u{ff5e}' => std::iter::once(c).nfkc().next(),
        'Ð' | 'Ɖ' => Some('Đ'),
        'ð' => Some('đ'),
        c if c.is_whitespace() => Some(' '),
        '‘' | '’' | 'ʼ' | '`' | '′' | '´' => Some('\''),
        c => Some(c),
    });
    seen.nfc().collect()
}
