//! Events, changes and awards, each with an IRI made from what it is; an event may have several articles behind it.

use std::collections::HashSet;

use super::decisions::Outcome;
use super::forms::most_frequent;
use super::slug::{cut, short_hash, slug};
use super::{Draft, Kind, Slot};
use crate::extract::record::{Entity, EntityKind, Fact, Record, Value};
use crate::text::key::key;

/// Longest readable part of an event's IRI, in characters.
const NAME_LENGTH: usize = 60;

/// Gives every event, change and award its entity; reports of one event share it.
///
/// An event has its IRI from the report that came first; those that its other reports would give lead to it.
pub(super) fn resolve(draft: &mut Draft, outcomes: &mut [Outcome]) {
    let mut taken = HashSet::new();
    for mut reports in super::reports::events(draft, outcomes) {
        reports
            .sort_by_key(|(r, e)| (draft.records[*r].article.published.clone().unwrap_or(String::from("~")), *r, *e));
        let paths: Vec<String> = reports.iter().map(|slot| path(draft, *slot, "event", &mut taken)).collect();
        let classes = reports.iter().filter_map(|(r, e)| match &draft.records[*r].entities[*e].kind {
            EntityKind::Event { class } => Some(class.clone()),
            _ => None,
        });
        let class = most_frequent(classes).unwrap_or_default();
        let forms = draft.forms(&reports);
        let index = draft.mint(&paths[0], Kind::Event { class }, &forms, &reports);
        draft.replaced.extend(paths.into_iter().skip(1).map(|path| (path, index)));
    }
    let slots: Vec<(Slot, &Entity)> = draft.each().collect();
    for (slot, entity) in slots {
        let (folder, kind) = match &entity.kind {
            EntityKind::Change { class } => ("change", Kind::Change { class: class.clone() }),
            EntityKind::Award => ("award", Kind::Award),
            _ => continue,
        };
        let path = path(draft, slot, folder, &mut taken);
        let forms = draft.forms(&[slot]);
        draft.mint(&path, kind, &forms, &[slot]);
    }
}

/// A path that nothing else has.
fn path(draft: &Draft, (r, e): Slot, folder: &str, taken: &mut HashSet<String>) -> String {
    let record = draft.records[r];
    (0..)
        .map(|n| format!("{folder}/{}", name(record, &record.entities[e], n)))
        .find(|path| taken.insert(path.clone()))
        .expect("one of endless names is free")
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
