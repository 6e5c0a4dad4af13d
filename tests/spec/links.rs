//! On a cluster the graph is made in two steps, one by all records together and one by each alone: they give what one step gives.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::binary::Place;

fn sorted(lines: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = lines.lines().collect();
    lines.sort_unstable();
    lines
}

/// The pairs that the second step reads, of records and what the first step writes of them.
fn pairs(records: &str, links: &str) -> String {
    let id = |value: Value| value.as_str().expect("an id").to_owned();
    let json = |line: &str| serde_json::from_str::<Value>(line).expect("JSON");
    let links: HashMap<String, &str> = links.lines().map(|line| (id(json(line)["article"].take()), line)).collect();
    let pair = |record: &str| {
        format!("{{\"record\":{record},\"link\":{}}}\n", links[&id(json(record)["article"]["id"].take())])
    };
    records.lines().map(pair).collect()
}

/// Fails where the two steps make another graph of records than the one.
fn check(place: &Place, records: &str, options: &[&str]) {
    let whole = place.run_with(&[&["resolve"], options].concat(), records);
    assert_eq!(whole.status, 0, "{}", whole.stderr);
    let derived = place.run_with(&[&["resolve", "--links", "links.jsonl"], options].concat(), records);
    assert_eq!(derived.status, 0, "{}", derived.stderr);
    let links = fs::read_to_string(place.path("links.jsonl")).expect("the links");
    let rdf = if options.contains(&"--rdf") { options } else { &[] };
    let articles = place.run_with(&[&["quads"], rdf].concat(), &pairs(records, &links));
    assert_eq!(articles.status, 0, "{}", articles.stderr);
    let both = format!("{}{}", articles.stdout, derived.stdout);
    assert!(sorted(&both) == sorted(&whole.stdout), "not the same graph");
    assert!(!articles.stdout.is_empty());
}

#[test]
fn the_two_steps_make_the_graph_that_one_makes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let [examples, identity] = ["examples/articles", "tests/identity/articles.jsonl"].map(|p| root.join(p));
    let paths = [examples, identity].map(|p| p.display().to_string());
    let place = Place::new();
    let records = place.run(&["extract", &paths[0], &paths[1]]).stdout;
    check(&place, &records, &[]);
    check(&place, &records, &["--base", "https://example.org/id/"]);
    check(&place, &records, &["--rdf", "1.1"]);
    let export = |rdf: &str| place.run(&["export", "-o", "-", "--format", "nq", "--rdf", rdf]).stdout;
    assert_eq!(place.run(&["build", &paths[0], &paths[1]]).status, 0);
    for rdf in ["1.1", "1.2"] {
        let resolved = place.run_with(&["resolve", "--rdf", rdf], &records).stdout;
        assert!(sorted(&resolved) == sorted(&export(rdf)), "what a store exports as RDF {rdf}");
    }
}

#[test]
fn what_people_decided_counts_in_both() {
    let place = Place::built();
    let evidence = place.column("SELECT ?r { ?r rdf:reifies ?t FILTER (PREDICATE(?t) = vg:chaired) }");
    let id = evidence[0].split("/id/").nth(1).expect("an id below the base");
    let run = place.run(&["reject", id, "--by", "Lan", "--why", "in nhầm"]);
    assert_eq!(run.status, 0, "{run:?}");
    let records = place.run(&["extract", "news"]).stdout;
    let whole = place.run_with(&["resolve", "--decisions", "vietgraph-store/decisions.tsv"], &records);
    assert!(!whole.stdout.contains("#chaired>"), "it is rejected");
    check(&place, &records, &["--decisions", "vietgraph-store/decisions.tsv"]);
}

#[test]
fn a_pair_that_does_not_fit_is_told_and_the_rest_goes_on() {
    let place = Place::built();
    let records = place.run(&["extract", "news"]).stdout;
    assert_eq!(place.run_with(&["resolve", "--links", "links.jsonl"], &records).status, 0);
    let links = fs::read_to_string(place.path("links.jsonl")).expect("the links");
    let all = pairs(&records, &links);
    let [good, other] = all.lines().collect::<Vec<_>>()[..] else {
        panic!("two articles");
    };
    let [link, own] = [good, other].map(|pair| pair.split_once(",\"link\":").expect("a link").1);
    let foreign = good.replace(link, own);
    let beyond = good.replace(&link[link.find("\"ids\":{").expect("ids")..], "\"ids\":{\"p1\":7},\"entities\":[]}}");
    let run = place.run_with(&["quads"], &format!("{foreign}\n{beyond}\n{{}}\n{other}\n"));
    assert_eq!(run.status, 2, "{run:?}");
    for told in ["-:1: the link is of the article", "-:2: the link of", "-:3: not a record and its link"] {
        assert!(run.stderr.contains(told), "{told}: {run:?}");
    }
    assert_eq!(run.stdout, place.run_with(&["quads"], other).stdout);
    let run = place.run_with(&["resolve", "--links", "no/folder"], &records);
    assert_eq!(run.status, 1, "{run:?}");
}
