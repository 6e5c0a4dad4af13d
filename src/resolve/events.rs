//! Events, changes and awards: each belongs to its article, with an IRI made from what it is.

use std::collections::HashSet;

use super::slug::{cut, short_hash, slug};
use super::{Draft, Kind, Slot};
use crate::extract::record::{Entity, EntityKind, Fact, Record, Value};
use crate::text::key::key;

/// Longest readable part of an event's IRI, in characters.
const NAME_LENGTH: usize = 60;

/// Gives every event, change and award its entity.
pub(super) fn resolve(draft: &mut Draft) {
    let slots: Vec<(Slot, &Entity)> = draft.each().collect();
    let mut taken = HashSet::new();
    for (slot, entity) in slots {
        let (folder, kind) = match &entity.kind {
            EntityKind::Event { class } => ("event", Kind::Event { class: class.clone() }),
            EntityKind::Change { class } => ("change", Kind::Change { class: class.clone() }),
            EntityKind::Award => ("award", Kind::Award),
            _ => continue,
        };
        let record = draft.records[slot.0];
        let path = (0..)
            .map(|n| format!("{folder}/{}", name(record, entity, n)))
            .find(|path| taken.insert(path.clone()))
            .expect("one of endless names is free");
        let forms = draft.forms(&[slot]);
        draft.mint(&path, kind, &forms, &[slot]);
    }
}

/// `2016-12-20-hội-nghị-tổng-kết-1f0c…`: date, name and a hash of the article and what it says of the thing itself.
///
/// `twin` tells apart things of one article of which exactly the same is said.
fn name(record: &Record, entity: &Entity, twin: usize) -> String {
    let facts = || record.facts.iter().filter(|f| f.subject == entity.id);
    let mut said: Vec<String> = facts().map(|f| content(record, f)).collect();
    said.sort();
    said.dedup();
    let twin = twin.to_string();
    let class = match &entity.kind {
        EntityKind::Event { class } | EntityKind::Change { class } => class,
        _ => "",
    };
    let own = [record.article.id.as_str(), class, &entity.label, &twin];
    let hash = short_hash(own.into_iter().chain(said.iter().map(String::as_str)));
    let date = facts().find_map(|f| match &f.object {
        Value::Date(date) if f.predicate == "schema:startDate" => Some(date.trim_start_matches('-')),
        _ => None,
    });
    let slug = slug(&key(&entity.label));
    let parts = [date, Some(cut(&slug, NAME_LENGTH)), Some(&hash)];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join("-")
}

/// A fact without the ids that only this record knows.
fn content(record: &Record, fact: &Fact) -> String {
    let object = match &fact.object {
        Value::Entity(id) => {
            let entity = record.entities.iter().find(|e| e.id == *id);
            entity.map_or("", |e| e.label.as_str())
        }
        Value::Text(text) => text,
        Value::Date(date) => date,
        Value::Flag(true) => "true",
        Value::Flag(false) => "false",
    };
    format!("{} {object}", fact.predicate)
}
