//! What articles name where they tell of an event: a village, a sluice, a school, known to nobody but the region.
//!
//! The record of an article tells only the province of an event. Its sentences tell the place itself, in capital words.

use std::collections::BTreeSet;

use super::super::Draft;
use crate::extract::record::{Entity, EntityKind, Record, Value};
use crate::text::key::key;

/// Two words of a name, as keys.
pub(in crate::resolve) type Pair = (String, String);

/// Marks inside a text that join two words to one name.
const JOINS: [char; 1] = ['-'];

/// The pairs of words printed with capitals in the sentences that tell of an event, but for those of people's names and those
/// that the ontology knows: offices, bodies, provinces.
pub(super) fn around(draft: &Draft, record: &Record, event: &Entity) -> BTreeSet<Pair> {
    let told = |object: &Value| matches!(object, Value::Entity(id) if *id == event.id);
    let facts = record.facts.iter().filter(|f| f.subject == event.id || told(&f.object));
    let sentences: BTreeSet<&str> = facts.flat_map(|f| &f.evidence).map(|e| &*e.sentence).collect();
    let people = record.entities.iter().filter(|e| matches!(e.kind, EntityKind::Person { .. }));
    let names: String =
        people.flat_map(|e| e.variants.iter().chain([&e.label])).map(|name| format!(" {} ", key(name))).collect();
    let known = &draft.gazetteer.known;
    let own = |(a, b): &Pair| !known.vocabulary.knows(a, b) && !names.contains(&format!(" {a} {b} "));
    sentences.into_iter().flat_map(pairs).filter(own).collect()
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
    use super::pairs;

    #[test]
    fn pairs_are_of_one_name() {
        let told = |sentence| pairs(sentence).into_iter().map(|(a, b)| format!("{a} {b}")).collect::<Vec<_>>();
        assert_eq!(told("Tại Cống Trà Linh, Thái Thụy (Thái Bình)").len(), 4);
        assert_eq!(told("Ông Vàng A Chính đến UBND xã"), ["vàng a", "a chính"].map(crate::text::key::key));
    }
}
