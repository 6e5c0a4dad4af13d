//! A retracted article leaves the store as if it had never been read.

use std::fs;

use super::binary::{HA_TINH, Place};
use super::shelf::{Shelf, same};

/// Articles without which people fall apart, come together, or are called otherwise.
const TELLING: [&str; 7] = [
    "qdnd/2023-02-22-quan-khu-4",
    "vov/2024-06-05-thai-binh",
    "dau-tu/2018-05-22-thu-truong",
    "bao-bac-ninh/2017-03-22-gia-binh",
    "bao-bac-giang/2025-06-30-luc-ngan-ket-thuc",
    "bao-lang-son/2018-07-13-so-ket",
    "bao-nam-dinh/2019-08-19-ky-niem",
];

#[test]
fn a_retracted_article_leaves_what_would_be_without_it() {
    let shelf = Shelf::new();
    let all = shelf.shuffled(5);
    shelf.build("store", &all);
    let whole = shelf.exported("store");
    let (mut merged, mut split, mut renamed) = (0, 0, 0);
    for id in TELLING {
        let done = shelf.retract("store", &[id]);
        assert_eq!(done.gone, [id]);
        let people = &done.report.difference.people;
        (merged, split, renamed) = (merged + people.merged, split + people.split, renamed + people.renamed);
        same(&shelf.exported_without(&[id]), &shelf.exported("store"), id);
        let back = shelf.build("store", &[id]).difference;
        same(&whole, &shelf.exported("store"), &format!("{id} again"));
        let away = &done.report.difference;
        assert_eq!(back.facts_added, away.facts_gone, "{id}: what went comes back");
        assert_eq!(back.people.merged, away.people.split, "{id}: who were split are merged again");
    }
    assert!(merged > 0 && split > 0 && renamed > 0, "{merged} merged, {split} split, {renamed} renamed");
    shelf.retract("store", &TELLING);
    let rest: Vec<&str> = all.iter().copied().filter(|id| !TELLING.contains(id)).collect();
    shelf.build("rest", &rest);
    same(&shelf.exported("rest"), &shelf.exported("store"), "several at once, and a build without them");
    shelf.retract("store", &rest);
    assert_eq!(shelf.exported("store"), "", "nothing is left of nothing");
}

#[test]
fn what_a_first_build_counts_as_added_is_what_goes_when_all_is_retracted() {
    let shelf = Shelf::new();
    let all = shelf.shuffled(3);
    let first = shelf.build("store", &all).difference;
    let last = shelf.retract("store", &all).report.difference;
    for (what, first, last) in [
        ("people", &first.people, &last.people),
        ("posts", &first.posts, &last.posts),
        ("events", &first.events, &last.events),
    ] {
        assert_eq!((first.added, first.gone), (last.gone, last.added), "{what}");
        assert!(first.added > 0, "{what}");
    }
    assert_eq!((first.facts_added, first.facts_gone), (last.facts_gone, last.facts_added));
    assert!(first.bodies.added > last.bodies.gone, "those that the ontology describes stay");
}

#[test]
fn nothing_of_a_retracted_article_stays_in_the_log() {
    let place = Place::built();
    let run = place.run(&["retract", "ha-tinh"]);
    assert_eq!(run.status, 0, "{run:?}");
    assert!(run.stderr.contains("1 article retracted\n"), "{run:?}");
    assert!(run.stderr.contains("0 graphs added, 2 replaced, 1 dropped"), "replaced and tenures: {run:?}");
    assert!(run.stderr.contains("people 1 gone; bodies 1 gone; posts 1 gone; events 1 gone; facts"), "{run:?}");
    let log = fs::read_to_string(place.path("vietgraph-store/records.jsonl")).expect("the log");
    assert!(!log.contains("ha-tinh") && log.contains("dong-thap"), "{log}");
    assert!(place.run(&["build", "news"]).stderr.contains("1 new, 0 changed, 1 as before"), "it may come again");
}

#[test]
fn what_is_kept_of_derived_graphs_is_a_help_and_no_truth() {
    let once = Place::built();
    once.run(&["retract", "ha-tinh"]);
    let after = once.quads("vietgraph-store");
    let sound = fs::read(Place::built().path("vietgraph-store/derived.bin")).expect("what is kept");
    let mut damaged = sound.clone();
    *damaged.last_mut().expect("it is not empty") ^= 1;
    let of_another = fs::read(once.path("vietgraph-store/derived.bin")).expect("what is kept");
    for kept in [None, Some(sound), Some(damaged), Some(of_another), Some(Vec::new())] {
        let place = Place::built();
        let path = place.path("vietgraph-store/derived.bin");
        match &kept {
            Some(bytes) => fs::write(path, bytes).expect("room"),
            None => fs::remove_file(path).expect("it is there"),
        }
        place.run(&["retract", "ha-tinh"]);
        assert_eq!(place.quads("vietgraph-store"), after, "{:?}", kept.map(|bytes| bytes.len()));
        assert!(place.path("vietgraph-store/derived.bin").exists(), "it is kept anew");
    }
}

#[test]
fn an_unknown_id_is_named_with_what_is_near_and_the_rest_is_done() {
    let place = Place::built();
    let run = place.run(&["retract", "ha-tin", "kon-tum-2020", "dong-thap"]);
    assert_eq!(run.status, 2, "{run:?}");
    assert!(run.stderr.contains("ha-tin: the store has no such article; did you mean ha-tinh?"), "{run:?}");
    assert!(run.stderr.contains("kon-tum-2020: the store has no such article; `vietgraph query"), "{run:?}");
    assert!(run.stderr.contains("1 article retracted"), "{run:?}");
    assert_eq!(place.column("SELECT ?id { ?a a schema:NewsArticle ; dct:identifier ?id }"), ["ha-tinh"]);
    let before = place.quads("vietgraph-store");
    let run = place.run(&["retract", "nobody"]);
    assert_eq!((run.status, run.stderr.contains("0 articles retracted")), (2, true), "{run:?}");
    assert_eq!(place.quads("vietgraph-store"), before);
}

#[test]
fn ids_come_from_a_file_from_standard_input_or_as_iris() {
    let place = Place::new();
    for name in ["a", "b", "c", "tỉnh/số 1"] {
        place.write(&format!("news/{name}.txt"), HA_TINH);
    }
    place.run(&["build", "news"]);
    place.write("ids.txt", "a\n\n");
    let run = place.run_with(&["retract", "--from", "ids.txt", "-"], "  b \n");
    assert!(run.status == 0 && run.stderr.contains("2 articles retracted"), "{run:?}");
    let run = place.run(&["retract", "https://w3id.org/vietgraph/id/article/tỉnh/số%201"]);
    assert!(run.status == 0 && run.stderr.contains("1 article retracted"), "{run:?}");
    assert_eq!(place.column("SELECT ?id { ?a a schema:NewsArticle ; dct:identifier ?id }"), ["c"]);
    let run = place.run(&["retract", "--from", "none.txt"]);
    assert!(run.status == 1 && run.stderr.contains("none.txt: cannot be read"), "{run:?}");
    let run = place.run(&["retract", "--store", "nowhere", "a"]);
    assert!(run.status == 1 && run.stderr.contains("there is no such store"), "{run:?}");
    assert!(!place.path("nowhere").exists());
}

#[test]
fn a_broken_off_retraction_is_brought_to_its_end_by_the_next() {
    let place = Place::built();
    let once = Place::built();
    once.run(&["retract", "ha-tinh"]);
    let after = once.quads("vietgraph-store");
    // Broken off behind the log: the graph still has the article.
    let log = fs::read(once.path("vietgraph-store/records.jsonl")).expect("the log");
    place.write("vietgraph-store/records.jsonl", &log);
    let run = place.run(&["retract", "ha-tinh"]);
    assert!(run.status == 0 && run.stderr.contains("1 article retracted"), "{run:?}");
    assert_eq!(place.quads("vietgraph-store"), after);
    // Broken off among the graphs: that of the article is gone already, the digests are set aside.
    let place = Place::built();
    place.run(&["retract", "ha-tinh"]);
    fs::remove_file(place.path("vietgraph-store/graphs.tsv")).expect("the file of digests");
    let run = place.run(&["retract", "ha-tinh"]);
    assert!(run.status == 2 && run.stderr.contains("left undone when it was broken off is done now"), "{run:?}");
    assert_eq!(place.quads("vietgraph-store"), after);
    assert!(place.path("vietgraph-store/graphs.tsv").exists());
}

#[test]
fn what_was_done_is_told_as_json() {
    let place = Place::built();
    let told = |args: &[&str]| -> serde_json::Value {
        let run = place.run(args);
        serde_json::from_str(&run.stdout).unwrap_or_else(|e| panic!("{e}: {run:?}"))
    };
    let retracted = told(&["retract", "--json", "ha-tinh"]);
    assert_eq!(retracted["articles"]["gone"], serde_json::json!(["ha-tinh"]));
    assert_eq!(retracted["people"]["gone"], 1);
    let built = told(&["build", "--json", "news"]);
    assert_eq!(built["articles"]["added"], 1);
    assert_eq!(built["facts"]["added"], retracted["facts"]["gone"]);
    assert_eq!(built["who"]["merged"], serde_json::json!([]));
}
