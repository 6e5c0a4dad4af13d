//! What articles name where they tell of an event: a village, a sluice, a school, known to nobody but the region; how many of what.
//!
//! The record of an article tells only the province of an event. Its sentences tell the place itself, in capital words, and
//! what two papers write of one event has figures in common: what it cost, how many came.

use std::collections::{BTreeSet, HashMap};

use super::super::{Draft, EntityIndex, Kind};
use crate::extract::record::{Entity, EntityKind, Record, Value};
use crate::text::key::key;

/// Two words of a name, as keys.
pub(in crate::resolve) type Pair = (String, String);

/// Marks inside a text that join two words to one name.
const JOINS: [char; 1] = ['-'];

/// Marks inside a figure.
const MARKS: [char; 2] = ['.', ','];

/// What the sentences that tell of an event name and count; of an article's only event its headline tells too.
#[derive(Debug, Default)]
pub(in crate::resolve) struct Named {
    /// Pairs of words printed with capitals, but for those of people's names and those that the ontology knows: offices, bodies,
    /// provinces.
    pub names: BTreeSet<Pair>,
    /// Figures with the word behind them, but for years and what many events have.
    pub figures: BTreeSet<Pair>,
}

/// What the sentences that tell of an event name and count.
pub(super) fn around(draft: &Draft, record: &Record, event: &Entity) -> Named {
    let told = |object: &Value| matches!(object, Value::Entity(id) if *id == event.id);
    let facts = record.facts.iter().filter(|f| f.subject == event.id || told(&f.object));
    let mut sentences: BTreeSet<&str> = facts.flat_map(|f| &f.evidence).map(|e| &*e.sentence).collect();
    if record.entities.iter().filter(|e| matches!(e.kind, EntityKind::Event { .. })).count() == 1 {
        sentences.extend(record.article.title.as_deref());
    }
    let people = People::of(record);
    let known = &draft.gazetteer.known;
    let own = |(a, b): &Pair| !known.vocabulary.knows(a, b);
    let common = |unit: &str| known.is_plain(unit) || known.is_level(unit) || known.says_little(unit);
    let counts = |(figure, of): &Pair| !common(of) && !is_year(figure);
    Named {
        names: sentences.iter().flat_map(|sentence| pairs(sentence, &people)).filter(own).collect(),
        figures: sentences.iter().flat_map(|sentence| figures(sentence)).filter(counts).collect(),
    }
}

/// The names of an article's people of two words and more, as keys, by their first word, the longest first.
#[derive(Default)]
struct People(HashMap<String, Vec<Vec<String>>>);

impl People {
    fn of(record: &Record) -> People {
        let people = record.entities.iter().filter(|e| matches!(e.kind, EntityKind::Person { .. }));
        let mut names: HashMap<String, Vec<Vec<String>>> = HashMap::new();
        for name in people.flat_map(|e| e.variants.iter().chain([&e.label])) {
            let words: Vec<String> = key(name).split(' ').map(str::to_owned).collect();
            if words.len() > 1 {
                names.entry(words[0].clone()).or_default().push(words);
            }
        }
        names.values_mut().for_each(|alike| alike.sort_by_key(|words| std::cmp::Reverse(words.len())));
        People(names)
    }

    /// How many of some words, as keys, are somebody's name that begins with the first.
    fn at(&self, words: &[String]) -> Option<usize> {
        let alike = self.0.get(words.first()?)?;
        alike.iter().find(|name| words.starts_with(name)).map(Vec::len)
    }
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

/// The figures of a sentence, of two digits at least, each with the word behind it (`415 tỷ`, `7,3 km`).
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

/// The pairs of words with capitals in a sentence, behind its first word, that no name of somebody lies in or between
/// (`Chủ tịch UBND tỉnh Cao Bằng Tạ Văn Sửu`).
fn pairs(sentence: &str, people: &People) -> Vec<Pair> {
    let split = |c: char| c.is_whitespace() || JOINS.contains(&c);
    let words: Vec<&str> = sentence.split(split).filter(|word| !word.is_empty()).collect();
    let bare = |word: &&str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let keys: Vec<String> = words.iter().map(|word| key(&bare(word))).collect();
    let mut found = Vec::new();
    let (mut before, mut at): (Option<&String>, usize) = (None, 1);
    while at < words.len() {
        if let Some(length) = people.at(&keys[at..]) {
            (before, at) = (None, at + length);
            continue;
        }
        let own = bare(&words[at]);
        let name = capital(&own).then_some(&keys[at]);
        if let (Some(first), Some(second)) = (before.filter(|_| words[at].starts_with(&own)), name) {
            found.push((first.clone(), second.clone()));
        }
        before = name.filter(|_| words[at].ends_with(&own));
        at += 1;
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
    use super::{People, figures, pairs};

    #[test]
    fn figures_are_told_with_what_they_count() {
        let told = |sentence| figures(sentence).into_iter().map(|(figure, unit)| format!("{figure} {unit}"));
        let unit = crate::text::key::key;
        let road = told("Tuyến đường dài 7,3km, vốn gần 415 tỉ đồng, 3 cầu").collect::<Vec<_>>();
        assert_eq!(road, [format!("7,3 {}", unit("km")), format!("415 {}", unit("tỷ"))]);
        let day = told("Sáng 16/3, (45 em) nhận quà; kỳ họp thứ 12, khóa XIV").collect::<Vec<_>>();
        assert_eq!(day, [format!("45 {}", unit("em"))]);
    }

    #[test]
    fn pairs_are_of_one_name() {
        let told = |sentence| {
            pairs(sentence, &People::default()).into_iter().map(|(a, b)| format!("{a} {b}")).collect::<Vec<_>>()
        };
        assert_eq!(told("Tại Cống Trà Linh, Thái Thụy (Thái Bình)").len(), 4);
        assert_eq!(told("Ông Vàng A Chính đến UBND xã"), ["vàng a", "a chính"].map(crate::text::key::key));
    }
}
