//! What a run says while it goes on: lines for people, objects for programs, or nothing.

use serde_json::Value;

use super::binary::{HA_TINH, Place};

fn objects(stderr: &str) -> Vec<Value> {
    let object = |line: &str| serde_json::from_str(line).unwrap_or_else(|e| panic!("no object ({e}): {line}"));
    stderr.lines().map(object).collect()
}

fn place() -> Place {
    let place = Place::new();
    let good = serde_json::json!({ "id": "good", "text": HA_TINH });
    place.write("news.jsonl", format!("{good}\n{{\"id\": \"empty\", \"text\": \" \"}}\nno JSON\n"));
    place
}

#[test]
fn every_line_of_the_log_is_an_object_with_time_level_and_message() {
    let place = place();
    let run = place.run(&["build", "--json-log", "news.jsonl"]);
    assert_eq!(run.status, 2, "{run:?}");
    let said = objects(&run.stderr);
    for object in &said {
        let time = object["time"].as_str().expect("a time");
        assert!(time.parse::<jiff::Timestamp>().is_ok() && object["message"].is_string(), "{object}");
        assert!(matches!(object["level"].as_str(), Some("info" | "warning")), "{object}");
    }
    let bad: Vec<_> = said.iter().filter(|o| o["level"] == "warning").collect();
    let about = |o: &Value| (o["file"].clone(), o["line"].clone(), o["id"].clone());
    let expected = [("news.jsonl".into(), 2.into(), "empty".into()), ("news.jsonl".into(), 3.into(), Value::Null)];
    assert_eq!(bad.into_iter().map(about).collect::<Vec<_>>(), expected);
    let took = |stage: &str| {
        let done = said.iter().find(|o| o["stage"] == stage && o["seconds"].is_number());
        done.unwrap_or_else(|| panic!("{stage}: {said:#?}"))["counts"].clone()
    };
    assert_eq!(took("read"), serde_json::json!({ "articles": 1, "problems": 2 }));
    assert!(took("extract")["facts"].as_u64() > Some(3) && took("store")["quads"].as_u64() > Some(1000));
    assert!(took("resolve").is_object() && took("ontology").is_object());
}

#[test]
fn what_ends_a_run_is_an_object_too() {
    let place = place();
    let run = place.run(&["retract", "--json-log", "--store", "none", "good"]);
    assert_eq!(run.status, 1, "{run:?}");
    let said = objects(&run.stderr);
    assert_eq!((said.len(), &said[0]["level"], &said[0]["file"]), (1, &"error".into(), &"none".into()), "{said:#?}");
    assert_eq!(place.run(&["build", "--quiet", "news.jsonl"]).status, 2);
    let run = place.run(&["retract", "--json-log", "gone"]);
    let said = objects(&run.stderr);
    assert!(said.iter().any(|o| o["level"] == "warning" && o["id"] == "gone"), "{said:#?}");
}

#[test]
fn a_quiet_run_says_nothing_but_what_is_wrong() {
    let place = place();
    let run = place.run(&["build", "--quiet", "news.jsonl"]);
    assert_eq!((run.status, run.stderr.lines().count()), (2, 2), "{run:?}");
    assert!(run.stderr.lines().all(|line| line.starts_with("vietgraph: article: news.jsonl:")), "{run:?}");
    assert_eq!(place.run(&["retract", "--quiet", "good"]).stderr, "");
    let records = place.run(&["extract", "--quiet", "news.jsonl"]);
    let run = place.run_with(&["resolve", "--json-log"], &format!("{}no record\n", records.stdout));
    assert_eq!((run.status, objects(&run.stderr).len()), (2, 1), "{run:?}");
}

#[test]
fn the_stages_of_a_run_are_counted_and_timed_at_its_end() {
    let place = place();
    for (command, expected) in [
        (
            &["build", "news.jsonl"][..],
            &["ontology ", "read ", "(1 articles, 2 problems)", "extract ", "facts)", "resolve ", "store ", "quads)"][..],
        ),
        (&["extract", "news.jsonl"], &["ontology ", "read ", "(1 articles, 2 problems)", "extract ", "facts)"]),
        (&["retract", "good"], &["ontology ", "resolve ", "store ", "quads)"]),
    ] {
        let run = place.run(command);
        let last = run.stderr.lines().last().unwrap_or_default();
        assert!(expected.iter().all(|words| last.contains(words)), "{command:?}: {run:?}");
    }
}
