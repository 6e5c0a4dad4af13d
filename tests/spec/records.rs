//! What a record is, is published as JSON Schema: all that is extracted fits it, and what does not fit is refused by name.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use vietgraph::extract::record::Record;

use super::binary::Place;

/// One sound record with a bit of everything.
fn sound() -> Value {
    json!({
        "article": { "id": "a/1", "digest": "", "published": "2022-06-16" },
        "entities": [
            { "id": "p1", "kind": "person", "label": "Bùi Văn Nam", "female": false },
            { "id": "b1", "kind": "body", "class": "Ministry", "label": "Bộ Công an" },
            { "id": "o1", "kind": "post", "title": "Thứ trưởng", "body": "b1", "label": "Thứ trưởng Bộ Công an" },
            { "id": "e1", "kind": "event", "class": "Conference", "label": "hội nghị" },
        ],
        "facts": [
            { "subject": "p1", "predicate": "vg:holdsPost", "object": { "entity": "o1" }, "evidence": [evidence()] },
            { "subject": "e1", "predicate": "schema:startDate", "object": { "date": "--06-15" }, "evidence": [evidence()] },
            { "subject": "e1", "predicate": "vg:planned", "object": { "flag": true }, "evidence": [evidence()] },
        ],
    })
}

fn evidence() -> Value {
    json!({ "start": 0, "end": 4, "quote": "Nam,", "sentence": "Nam, …", "rule": "rule/post-after-name", "confidence": 0.9 })
}

/// A name for the change, where it is made, what is put there (nothing: it is taken out), and what `resolve` says of it.
const MISFITS: &[(&str, &str, Option<&str>, &str)] = &[
    ("no article", "/article", None, "missing field `article`"),
    ("no id", "/article/id", Some(r#"" ""#), "no id"),
    ("a number for an id", "/article/id", Some("7"), "article.id: invalid type"),
    ("published some time", "/article/published", Some(r#""hôm qua""#), "published on"),
    ("no label", "/entities/1/label", None, "entities[1]: missing field `label`"),
    ("an unknown kind", "/entities/0/kind", Some(r#""robot""#), "entities[0]: unknown variant `robot`"),
    ("a body without a class", "/entities/1/class", None, "entities[1]: missing field `class`"),
    ("a class with a prefix", "/entities/3/class", Some(r#""vg:Conference""#), "\"e1\": \"vg:Conference\" is no class"),
    ("a predicate without a prefix", "/facts/0/predicate", Some(r#""holdsPost""#), "\"holdsPost\" of \"p1\": no known"),
    ("no date", "/facts/1/object/date", Some(r#""15-06-2022""#), "\"15-06-2022\" is no date"),
    ("two objects", "/facts/2/object/text", Some(r#""ja""#), "facts[2].object"),
    ("no evidence", "/facts/0/evidence", Some("[]"), "no evidence"),
    ("no words", "/facts/0/evidence/0/quote", None, "facts[0].evidence[0]: missing field `quote`"),
    ("a negative place", "/facts/0/evidence/0/start", Some("-1"), "facts[0].evidence[0].start"),
    ("more than sure", "/facts/0/evidence/0/confidence", Some("1.5"), "confidence is 1.5"),
    ("found by nothing", "/facts/0/evidence/0/rule", Some(r#""""#), "\"\" is no rule"),
];

/// The sound record with one thing changed.
fn misfit(place: &str, value: Option<&str>) -> Value {
    let mut record = sound();
    let (parent, name) = place.rsplit_once('/').expect("a pointer");
    let parent = record.pointer_mut(parent).expect("a place in the record").as_object_mut().expect("an object");
    match value {
        Some(value) => parent.insert(name.to_owned(), serde_json::from_str(value).expect("JSON")),
        None => parent.remove(name),
    };
    record
}

#[test]
fn the_schema_in_the_tree_is_the_one_that_the_program_prints() {
    let place = Place::new();
    let run = place.run(&["extract", "--schema"]);
    assert_eq!(run.status, 0, "{run:?}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ontology/record.schema.json");
    let published = fs::read_to_string(&path).expect("the published schema");
    assert_eq!(run.stdout, published, "write it anew: vietgraph extract --schema > ontology/record.schema.json");
    assert_eq!(Record::schema(), serde_json::from_str::<Value>(&published).expect("JSON"));
    jsonschema::draft202012::meta::validate(&Record::schema()).expect("a JSON Schema 2020-12");
}

#[test]
fn every_record_of_the_examples_and_the_identity_corpus_fits_it() {
    let schema = jsonschema::draft202012::new(&Record::schema()).expect("a schema");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let [examples, identity] = ["examples/articles", "tests/identity/articles.jsonl"].map(|p| root.join(p));
    let paths = [examples, identity].map(|p| p.display().to_string());
    let run = Place::new().run(&["extract", &paths[0], &paths[1]]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for line in run.stdout.lines() {
        let record: Value = serde_json::from_str(line).expect("JSON");
        let wrong: Vec<String> = schema.iter_errors(&record).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(wrong.is_empty(), "{}: {wrong:#?}", record["article"]["id"]);
    }
    assert_eq!(run.stdout.lines().count(), 27 + 119);
}

#[test]
fn what_is_no_record_fits_it_not_and_is_refused_with_line_article_and_place() {
    let schema = jsonschema::draft202012::new(&Record::schema()).expect("a schema");
    assert!(schema.is_valid(&sound()), "{:?}", schema.validate(&sound()));
    let place = Place::new();
    for (name, at, value, said) in MISFITS {
        let record = misfit(at, *value);
        assert!(!schema.is_valid(&record), "{name}: {record}");
        let mut good = sound();
        good["article"]["id"] = "a/0".into();
        let run = place.run_with(&["resolve"], &format!("{good}\n{record}\n"));
        assert_eq!(run.status, 2, "{name}: {run:?}");
        assert!(
            run.stdout.contains("article/a/0>") && !run.stdout.contains("article/a/1>"),
            "{name}: the rest goes on"
        );
        assert!(
            run.stderr.starts_with("vietgraph: article: -:2: ") && run.stderr.contains(said),
            "{name}: {}",
            run.stderr
        );
        let named = run.stderr.contains("\"a/1\"");
        assert!(named || at.starts_with("/article"), "{name}: {}", run.stderr);
    }
    let run = place.run_with(&["resolve"], "{\"article\": \n");
    assert!(run.stderr.starts_with("vietgraph: article: -:1: not a record (EOF"), "{}", run.stderr);
}
