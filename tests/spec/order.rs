//! The same articles in any order give the same graph, byte by byte.

use super::binary::{DONG_THAP, HA_TINH, Place};
use super::shelf::{Shelf, same};

/// A record as another program might write it: somebody with a post.
fn record(article: &str, name: &str, title: &str, body: &str) -> String {
    format!(
        r#"{{"article":{{"id":"{article}","digest":""}},"entities":[{{"id":"p1","kind":"person","label":"{name}"}},{{"id":"b1","kind":"body","class":"PoliceBody","label":"{body}"}},{{"id":"o1","kind":"post","title":"{title}","body":"b1","label":"{title}"}}],"facts":[{{"subject":"p1","predicate":"vg:holdsPost","object":{{"entity":"o1"}},"evidence":[{{"start":0,"end":4,"quote":"{title}","sentence":"{title}.","rule":"rule/title-before-name","confidence":0.9}}]}}]}}"#
    )
}

#[test]
fn records_resolve_the_same_in_any_order() {
    let place = Place::new();
    let mut lines = [
        record("1", "Nguyễn Văn Sơn", "Giám đốc", "Công an tỉnh Hà Tĩnh"),
        record("2", "NGUYỄN VĂN SƠN", "Giám đốc", "Công an tỉnh Hà Tĩnh"),
        record("3", "Nguyễn Văn Sơn", "Giám đốc", "Công an tỉnh Đồng Tháp"),
        record("4", "Bùi Văn Nam", "Thứ trưởng", "Bộ Công an"),
        record("5", "Bùi Văn Nam", "Thứ trưởng", "Bộ Công An"),
    ];
    let first = place.run_with(&["resolve"], &lines.join("\n"));
    assert_eq!(first.status, 0, "{first:?}");
    for son in ["công-an-tỉnh-hà-tĩnh", "công-an-tỉnh-đồng-tháp"] {
        assert!(first.stdout.contains(&format!("person/nguyễn-văn-sơn--{son}>")), "{}", first.stdout);
    }
    for turn in 0..lines.len() {
        lines.rotate_left(2);
        lines.swap(0, turn);
        assert_eq!(place.run_with(&["resolve"], &lines.join("\n")).stdout, first.stdout);
    }
}

#[test]
fn articles_build_the_same_in_any_order_and_in_many_batches() {
    let place = Place::new();
    for (name, text) in [("a", HA_TINH), ("b", DONG_THAP), ("c", HA_TINH)] {
        place.write(&format!("{name}.txt"), text);
    }
    place.run(&["build", "--store", "one", "a.txt", "b.txt", "c.txt"]);
    place.run(&["build", "--store", "two", "c.txt", "a.txt", "b.txt"]);
    for name in ["b.txt", "c.txt", "a.txt", "b.txt"] {
        place.run(&["build", "--store", "three", name]);
    }
    assert_eq!(place.quads("one"), place.quads("two"));
    assert_eq!(place.quads("one"), place.quads("three"));
    let exported = ["one", "two", "three"].map(|store| {
        let file = format!("{store}.nq");
        let run = place.run(&["export", "--store", store, "-o", &file]);
        assert_eq!(run.status, 0, "{run:?}");
        std::fs::read(place.path(&file)).expect("the file that export wrote")
    });
    assert!(!exported[0].is_empty());
    assert!(exported[0] == exported[1] && exported[0] == exported[2], "byte-identical exports");
}

#[test]
fn a_pipe_of_extract_and_resolve_gives_what_build_stores() {
    let place = Place::built();
    let records = place.run(&["extract", "news"]);
    let quads = place.run_with(&["resolve"], &records.stdout).stdout;
    let query = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(?g != <https://w3id.org/vietgraph/ontology>) }";
    assert_eq!(place.column(query), [quads.lines().count().to_string()]);
}

#[test]
fn a_corpus_of_namesakes_and_careers_builds_the_same_in_any_batches() {
    let shelf = Shelf::new();
    let all = shelf.shuffled(1);
    shelf.build("at-once", &all);
    let at_once = shelf.exported("at-once");
    assert!(at_once.contains("/graph/replaced>") && at_once.contains("/graph/undecided>"), "derived graphs too");
    same(&shelf.exported_without(&[]), &at_once, "resolved and built");
    shelf.build("shuffled", &shelf.shuffled(2));
    same(&at_once, &shelf.exported("shuffled"), "shuffled");
    for (seed, size) in [(3, 13), (4, 40)] {
        let store = format!("by-{size}");
        shelf.shuffled(seed).chunks(size).for_each(|batch| drop(shelf.build(&store, batch)));
        same(&at_once, &shelf.exported(&store), &store);
    }
    // One by one behind half of the corpus, and the first of them again.
    let (half, rest) = all.split_at(all.len() - 20);
    shelf.build("one-by-one", half);
    rest.iter().chain(&rest[..2]).for_each(|id| drop(shelf.build("one-by-one", &[*id])));
    same(&at_once, &shelf.exported("one-by-one"), "one by one");
}
