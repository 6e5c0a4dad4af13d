//! When two names mean one thing: newspapers shorten, readers write in full.

use std::collections::BTreeSet;

use super::found::snake;
use crate::ontology::Ontology;
use crate::ontology::items::Sense;
use crate::text::key::key;
use crate::text::span::Span;
use crate::text::token::Tokens;

/// Names of offices and bodies share at least this part of their words.
const ALIKE: f64 = 0.7;

/// Names of awards and their givers, which are free words, share at least this part.
const LOOSELY_ALIKE: f64 = 0.5;

/// Compares names with the knowledge of one ontology: its short forms, and the words that newspapers leave out.
#[derive(Clone, Copy)]
pub struct Likeness<'o> {
    kb: &'o Ontology,
}

impl<'o> Likeness<'o> {
    /// A likeness that knows what `ontology` knows.
    pub fn new(ontology: &'o Ontology) -> Likeness<'o> {
        Likeness { kb: ontology }
    }

    /// The types that events can have, in the manner of annotations: `press_conference`.
    pub fn event_types(&self) -> BTreeSet<String> {
        self.kb.events.iter().flat_map(|head| &head.classes).map(|class| snake(class)).collect()
    }

    /// Whether two personal names are one, but for spelling habits.
    pub fn same_person(&self, a: &str, b: &str) -> bool {
        key(a) == key(b)
    }

    /// Whether two titles are one office; a title may leave out the head of its body (`Trưởng Công an`, `Trưởng`).
    pub fn same_title(&self, a: &str, b: &str) -> bool {
        self.alike(&self.bare_title(a), &self.bare_title(b), ALIKE)
    }

    /// Whether two names are one body, its parent printed behind a comma or not.
    pub fn same_body(&self, a: &str, b: &str) -> bool {
        let alike = |a, b| self.alike(a, b, ALIKE);
        alike(a, b) || alike(self.without_parent(a), b) || alike(a, self.without_parent(b))
    }

    /// Whether two names are one award, or one giver of it.
    pub fn same_award(&self, a: &str, b: &str) -> bool {
        self.alike(a, b, LOOSELY_ALIKE)
    }

    /// Whether two names are one place, with or without their level (`tỉnh`, `thành phố`).
    pub fn same_place(&self, a: &str, b: &str) -> bool {
        self.words(a) == self.words(b)
    }

    /// The words that two names share, and those of the first.
    pub fn shared(&self, a: &str, b: &str) -> (usize, usize) {
        let (a, b) = (self.distinct(a), self.distinct(b));
        (a.intersection(&b).count(), a.len())
    }

    fn alike(&self, a: &str, b: &str, least: f64) -> bool {
        let (x, y) = (self.distinct(a), self.distinct(b));
        if x.is_empty() || y.is_empty() {
            return key(a) == key(b);
        }
        x.intersection(&y).count() as f64 / x.union(&y).count() as f64 >= least
    }

    fn distinct(&self, name: &str) -> BTreeSet<String> {
        self.words(name).into_iter().collect()
    }

    /// The keys of a name's words: short forms written in full, light words left out.
    pub fn words(&self, name: &str) -> Vec<String> {
        let full = self.in_full(name);
        let mut rest = full.as_str();
        let mut words = Vec::new();
        while !rest.is_empty() {
            let ends_word = |tail: &&str| tail.is_empty() || tail.starts_with(' ');
            let tail = self.kb.light.iter().find_map(|light| rest.strip_prefix(light.as_str()).filter(ends_word));
            let tail = tail.unwrap_or_else(|| {
                let (word, tail) = rest.split_once(' ').unwrap_or((rest, ""));
                words.push(word.to_owned());
                tail
            });
            rest = tail.trim_start();
        }
        words
    }

    /// The key of a name with its short forms written in full.
    fn in_full(&self, name: &str) -> String {
        let tokens = Tokens::new(name);
        let mut full = String::new();
        let mut copied = 0;
        for hit in self.kb.lexicon.find(&tokens) {
            let Sense::Abbreviation(short) = hit.sense else {
                continue;
            };
            let span = tokens.span(hit.start, hit.end);
            if span.start >= copied {
                full.push_str(Span::new(copied, span.start).of(name));
                full.push_str(&self.kb.abbreviations[usize::from(short)].1);
                full.push(' ');
                copied = span.end;
            }
        }
        full.push_str(&name[copied..]);
        key(&full)
    }

    /// A title without the head of its body, where the title is only its holder's rank in that body.
    fn bare_title(&self, title: &str) -> String {
        let tokens = Tokens::new(title);
        let whole = |hit: &&crate::ontology::lexicon::Hit| hit.start == 0 && hit.end == tokens.list.len();
        let head = self.kb.lexicon.find(&tokens).iter().filter(whole).find_map(|hit| match hit.sense {
            Sense::Office(n) => self.kb.offices[usize::from(n)].body_head,
            _ => None,
        });
        let Some(head) = head else {
            return title.to_owned();
        };
        let (full, head) = (self.in_full(title), key(&self.kb.patterns[usize::from(head)].name.label));
        full.strip_suffix(&head).map_or(full.as_str(), str::trim_end).to_owned()
    }

    /// A body's name without a parent behind a comma.
    fn without_parent<'n>(&self, name: &'n str) -> &'n str {
        let Some((own, parent)) = name.rsplit_once(',') else {
            return name;
        };
        let begins_a_body = |sense| matches!(sense, Sense::Body(_) | Sense::Pattern(_));
        let hits = self.kb.lexicon.find(&Tokens::new(parent));
        if hits.iter().any(|h| h.start == 0 && begins_a_body(h.sense)) { own } else { name }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;

    static KNOWLEDGE: LazyLock<Ontology> = LazyLock::new(|| Ontology::load(&[]).expect("the embedded ontology"));

    fn likeness() -> Likeness<'static> {
        Likeness::new(&KNOWLEDGE)
    }

    #[test]
    fn a_body_in_short_is_the_body_in_full() {
        for (a, b) in [
            ("UBND tỉnh Kon Tum", "Ủy ban nhân dân tỉnh Kon Tum"),
            ("Công an Kon Tum", "Công an tỉnh Kon Tum"),
            ("Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh Kon Tum", "Ủy ban MTTQ tỉnh Kon Tum"),
            ("Phòng Cảnh sát hình sự", "Phòng Cảnh sát hình sự, Công an tỉnh Kon Tum"),
        ] {
            assert!(likeness().same_body(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn different_bodies_stay_apart() {
        for (a, b) in [
            ("Công an tỉnh Kon Tum", "Công an tỉnh Gia Lai"),
            ("Công an tỉnh Quảng Nam", "Công an tỉnh Quảng Ngãi"),
            ("Sở Y tế tỉnh Kon Tum", "Sở Xây dựng tỉnh Kon Tum"),
            ("Ban Tổ chức", "Ban Tổ chức, dân vận và tuyên giáo"),
            ("Bộ Công an", ""),
        ] {
            assert!(!likeness().same_body(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn a_title_may_leave_out_the_head_of_its_body() {
        assert!(likeness().same_title("Trưởng Công an", "Trưởng"));
        assert!(likeness().same_title("Phó Trưởng Công an", "Phó trưởng"));
        assert!(likeness().same_title("Uỷ viên", "Ủy viên"));
        assert!(!likeness().same_title("Giám đốc", "Phó Giám đốc"));
        assert!(!likeness().same_title("Chủ tịch", "Phó Chủ tịch"));
    }

    #[test]
    fn a_place_may_have_its_level() {
        for (a, b) in [("Kon Tum", "tỉnh Kon Tum"), ("TP.HCM", "Hồ Chí Minh"), ("TP Hồ Chí Minh", "Hồ Chí Minh")]
        {
            assert!(likeness().same_place(a, b), "{a} / {b}");
        }
        assert!(!likeness().same_place("Quảng Nam", "Quảng Ninh"));
        assert!(!likeness().same_place("Nam Định", "Bình Định"));
    }

    #[test]
    fn awards_are_compared_loosely() {
        assert!(likeness().same_award("Bằng khen", "bằng khen của Bộ"));
        assert!(!likeness().same_award("bằng khen", "huân chương Chiến công"));
    }
}
