//! Who held an office before somebody who took it up, told in a sentence of its own (`Người tiền nhiệm của ông A là bà B`).

use super::changes::Change;
use super::reading::Reading;
use super::scan::Scan;
use crate::ontology::items::Function;

/// Adds what is told of predecessors to the changes `found`.
pub(super) fn named(scan: &Scan, reading: &Reading, found: &mut Vec<Change>) {
    let at = |i: usize| reading.mentions.binary_search_by_key(&i, |m| m.start).ok();
    for start in 0..scan.len() {
        let Some(successor) = scan.function(start, Function::PredecessorOf).and_then(at) else {
            continue;
        };
        let end = reading.mentions[successor].end;
        let Some(mention) = scan.function(end, Function::Is).and_then(at) else {
            continue;
        };
        let gained = |c: &&Change| {
            matches!(c.class.as_str(), "Appointment" | "Election") && Some(c.person) == reading.who[successor]
        };
        let office = found.iter().rfind(gained).filter(|c| c.post.is_some()).cloned();
        if let (Some(office), Some(person)) = (office, reading.who[mention]) {
            found.push(Change {
                class: "Succeeded".to_owned(),
                person,
                sentence: scan.sentence_of(start),
                start,
                end: reading.mentions[mention].end,
                date: None,
                mention,
                again: Vec::new(),
                ..office
            });
        }
    }
}
