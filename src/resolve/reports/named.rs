//! What articles name where they tell of an event: a village, a sluice, a school, known to nobody but the region; how many of what.
//!
//! The record of an article tells only the province of an event. Its sentences tell the place itself, in capital words, and
//! what two papers write of one event has figures in common: what it cost, how many came.

use std::collections::BTreeSet;

use super::super::{Draft, EntityIndex, Kind};
use crate::extract::record::{Entity, EntityKind, Record, Value};
use crate::text::key::key;

/// Two words of a name, as keys.
pub(in crate::resolve) type Pair = (String, String);

/// Marks inside a text that join two words to one name.
const JOINS: [char; 1] = ['-'];

/// What stands for a name that is left out.
const GAP: &str = ";";

/// Marks inside a figure.
const MARKS: [char; 2] = ['.', ','];

/// The pairs of words printed with capitals in the sentences that tell of an event, but for those of people's names and those
/// that the ontology knows: offices, bodies, provinces; figures with the word behind them. Of an article's only event its headline
/// tells too.
pub(super) fn around(draft: &Draft, record: &Record, event: &Entity) -> BTreeSet<Pair> {
    let told = |object: &Value| matches!(object, Value::Entity(id) if *id == event.id);
    let facts = record.facts.iter().filter(|f| f.subject == event.id || told(&f.object));
    let mut sentences: BTreeSet<&str> = facts.flat_map(|f| &f.evidence).map(|e| &*e.sentence).collect();
    if record.entities.iter().filter(|e| matches!(e.kind, EntityKind::Event { .. })).count() == 1 {
        sentences.extend(record.article.title.as_deref());
    }
    let people = record.entities.iter().filter(|e| matches!(e.kind, EntityKind::Person { .. }));
    let names = people.flat_map(|e| e.variants.iter().chain([&e.label])).filter(|name| name.contains(' '));
    let names: Vec<&String> = names.collect();
    // What stands on both sides of a name is no name: `Chủ tịch UBND tỉnh Cao Bằng Tạ Văn Sửu`.
    let bare = |sentence: &&str| names.iter().fold((*sentence).to_owned(), |text, name| text.replace(*name, GAP));
    let known = &draft.gazetteer.known;
    let own = |(a, b): &Pair| !known.vocabulary.knows(a, b);
    let counts = |(figure, of): &Pair| !known.is_plain(of) && !is_year(figure);
    let figures = sentences.iter().copied().flat_map(figures).filter(counts);
    sentences.iter().map(bare).flat_map(|sentence| pairs(&sentence)).filter(own).chain(figures).collect()
}

/// The bodies of record number `r` that stand in the name of an event.
pub(super) fn called<'d>(draft: &'d Draft, r: usize, name: &str) -> impl Iterator<Item = EntityIndex> + use<'d> {
    let name = format!(" {} ", key(name));
    let told = move |index: &EntityIndex| {
        let entity = &draft.entities[*index];
        let mut forms = entity.variants.iter().chain([&entity.label]);
        matches!(entity.kind, Kind::Body { .. }) && forms.any(|form| name.contains(&format!(" {} ", key(form))))
    };
    draft.slots[r].iter().flatten().copied().filter(told)
}

/// The figures of a sentence, of two digits at least, each with the word behind it (`380 tỷ`, `6,4 km`).
fn figures(sentence: &str) -> Vec<Pair> {
    let mut found = Vec::new();
    let mut words = sentence.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let digits = word.find(|c: char| !c.is_ascii_digit() && !MARKS.contains(&c)).unwrap_or(word.len());
        let (figure, unit) = word.split_at(digits);
        if figure.chars().filter(char::is_ascii_digit).count() < 2 || !figure.ends_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let unit = if unit.is_empty() { words.peek().copied().unwrap_or_default() } else { unit };
        let unit = unit.trim_matches(|c: char| !c.is_alphanumeric());
        if !unit.is_empty() && unit.chars().all(|c| c.is_alphabetic() && c.is_lowercase()) {
            found.push((figure.to_owned(), key(unit)));
        }
    }
    found
}

/// Whether a figure may be a year: those of one day tell the same.
fn is_year(figure: &str) -> bool {
    figure.len() == 4 && (figure.starts_with("19") || figure.starts_with("20"))
}

/// The pairs of words with capitals in a sentence, behind its first word.
fn pairs(sentence: &str) -> Vec<Pair> {
    let mut found = Vec::new();
    let mut before: Option<String> = None;
    for word in sentence.split(|c: char| c.is_whitespace() || JOINS.contains(&c)).filter(|w| !w.is_empty()).skip(1) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let opens = word.starts_with(bare);
        let name = capital(bare).then(|| key(bare));
        if let (Some(first), Some(second)) = (before.filter(|_| opens), &name) {
            found.push((first, second.clone()));
        }
        before = name.filter(|_| word.ends_with(bare));
    }
    found
}

/// Whether a word is printed as names are: a capital and small letters, or a capital alone.
fn capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(|c| !c.is_uppercase() && c.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::{figures, pairs};

    #[test]
    fn figures_are_told_with_what_they_count() {
        let told = |sentence| figures(sentence).into_iter().map(|(a, b)| format!("{a} {b}")).collect::<Vec<_>>();
        assert_eq!(
            told("Tuyến đường dài 6,4km, vốn gần 380 tỉ đồng, 3 cầu"),
            ["6,4 km", "380 tỉ"].map(crate::text::key::key)
        );
        assert_eq!(told("Sáng 16/3, (45 em) nhận quà; kỳ họp thứ 12, khóa XIV"), [crate::text::key::key("45 em")]);
    }

    #[test]
    fn pairs_are_of_one_name() {
        let told = |sentence| pairs(sentence).into_iter().map(|(a, b)| format!("{a} {b}")).collect::<Vec<_>>();
        assert_eq!(told("Tại Cống Trà Linh, Thái Thụy (Thái Bình)").len(), 4);
        assert_eq!(told("Ông Vàng A Chính đến UBND xã"), ["vàng a", "a chính"].map(crate::text::key::key));
    }
}
