//! Building again: the same article changes nothing, a changed one replaces its graph, a broken-off build leaves no half.

use std::time::Instant;
use std::{fs, process};

use super::binary::{DONG_THAP, HA_TINH, Place};

#[test]
fn the_same_articles_change_nothing() {
    let place = Place::built();
    let before = place.quads("vietgraph-store");
    let run = place.run(&["build", "news"]);
    assert_eq!(run.status, 0, "{run:?}");
    assert!(run.stderr.contains("2 as before"), "{run:?}");
    assert!(run.stderr.contains("nothing changed"), "{run:?}");
    assert_eq!(place.quads("vietgraph-store"), before);
}

#[test]
fn a_changed_article_replaces_its_graph_and_no_other() {
    let place = Place::built();
    place.write("news/ha-tinh.txt", HA_TINH.replace("15/6/2022", "16/6/2022"));
    let run = place.run(&["build", "news/ha-tinh.txt"]);
    assert!(run.stderr.contains("1 changed"), "{run:?}");
    assert!(run.stderr.contains("0 graphs added, 1 replaced, 0 dropped"), "{run:?}");
    let fresh = Place::new();
    fresh.write("news/ha-tinh.txt", HA_TINH.replace("15/6/2022", "16/6/2022"));
    fresh.write("news/dong-thap.txt", DONG_THAP);
    fresh.run(&["build", "news"]);
    assert_eq!(place.quads("vietgraph-store"), fresh.quads("vietgraph-store"));
}

#[test]
fn one_by_one_or_all_at_once_is_the_same() {
    let place = Place::built();
    for name in ["dong-thap", "ha-tinh"] {
        place.run(&["build", "--store", "slowly", &format!("news/{name}.txt")]);
    }
    assert_eq!(place.quads("slowly"), place.quads("vietgraph-store"));
}

#[test]
fn a_store_whose_digests_are_lost_is_put_right() {
    let place = Place::built();
    let before = place.quads("vietgraph-store");
    fs::remove_file(place.path("vietgraph-store/graphs.tsv")).expect("the file of digests");
    let run = place.run(&["build", "news"]);
    assert!(run.stderr.contains("0 graphs added, 5 replaced, 0 dropped"), "{run:?}");
    assert_eq!(place.quads("vietgraph-store"), before);
}

#[test]
fn digests_that_are_damaged_or_old_cost_time_and_nothing_else() {
    let place = Place::built();
    let sound = fs::read_to_string(place.path("vietgraph-store/graphs.tsv")).expect("the file of digests");
    let before = place.quads("vietgraph-store");
    let lines: Vec<&str> = sound.lines().collect();
    let graphs = &lines[..lines.len() - 1];
    let old: Vec<String> = graphs
        .iter()
        .map(|line| format!("{}\t{}", &line[..32], line.rsplit('\t').next().unwrap_or_default()))
        .collect();
    let damages = [
        String::new(),
        // A line that is lost hides a graph of the store.
        lines[1..].join("\n") + "\n",
        graphs.join("\n") + "\n",
        sound[..sound.len() / 2].to_owned(),
        sound.replacen(&sound[..8], "00000000", 1),
        old.join("\n") + "\n",
    ];
    place.write("changed/ha-tinh.txt", HA_TINH.replace("15/6/2022", "16/6/2022"));
    for damaged in damages {
        place.write("vietgraph-store/graphs.tsv", &damaged);
        // Another text, so that old quads that are left beside the new ones are found out.
        assert_eq!(place.run(&["build", "changed"]).status, 0);
        place.write("vietgraph-store/graphs.tsv", &damaged);
        let run = place.run(&["build", "news"]);
        assert!(run.stderr.contains("0 graphs added, 5 replaced, 0 dropped; "), "{run:?}\n{damaged}");
        assert_eq!(place.quads("vietgraph-store"), before, "{damaged}");
        assert_eq!(fs::read_to_string(place.path("vietgraph-store/graphs.tsv")).expect("digests"), sound);
    }
}

#[test]
fn a_build_killed_at_any_moment_is_finished_by_the_same_command() {
    let articles = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/articles");
    let whole = Place::new();
    let start = Instant::now();
    assert_eq!(whole.run(&["build", articles]).status, 0);
    let (took, wanted) = (start.elapsed(), whole.quads("vietgraph-store"));
    for turn in 0..4 {
        let place = Place::new();
        // Begun anew each time, and killed a little later.
        for part in [2 * turn + 1, 8 - 2 * turn] {
            let mut build = process::Command::new(env!("CARGO_BIN_EXE_vietgraph"));
            let build = build.args(["build", articles]).current_dir(place.path("."));
            let mut build = build.stderr(process::Stdio::null()).spawn().expect("the program");
            std::thread::sleep(took * part / 8);
            build.kill().and_then(|()| build.wait()).expect("a process of our own");
        }
        let run = place.run(&["build", articles]);
        assert_eq!(run.status, 0, "{run:?}");
        assert!(place.quads("vietgraph-store") == wanted, "killed twice, turn {turn}: {run:?}");
    }
}

#[test]
fn a_record_cut_off_in_the_middle_is_read_again() {
    let place = Place::built();
    let before = place.quads("vietgraph-store");
    let log = place.path("vietgraph-store/records.jsonl");
    let bytes = fs::read(&log).expect("the log");
    fs::write(&log, &bytes[..bytes.len() - 10]).expect("a writable log");
    let run = place.run(&["build", "news"]);
    assert_eq!(run.status, 0, "{run:?}");
    assert!(run.stderr.contains("1 new, 0 changed, 1 as before"), "{run:?}");
    assert_eq!(place.quads("vietgraph-store"), before);
}

#[test]
fn a_damaged_record_is_named_by_line() {
    let place = Place::built();
    let log = place.path("vietgraph-store/records.jsonl");
    let text = fs::read_to_string(&log).expect("the log");
    fs::write(&log, text.replacen("\"entities\"", "\"entitie", 1)).expect("a writable log");
    let run = place.run(&["build", "news"]);
    assert_eq!(run.status, 1, "{run:?}");
    assert!(run.stderr.contains("line 1 of records.jsonl is damaged"), "{run:?}");
}

#[test]
fn what_is_known_of_an_article_stands_in_its_graph() {
    let place = Place::new();
    let line = format!(
        r#"{{"id":"báo/số 1","text":"{HA_TINH}","title":"Sơ kết","published":"2022-06-16","url":"https://example.org/1","author":"Lan","source":"Báo"}}"#
    );
    let run = place.run_with(&["build", "-"], &line);
    assert_eq!(run.status, 0, "{run:?}");
    let query = "SELECT ?v { BIND(<https://w3id.org/vietgraph/id/article/báo/số%201> AS ?a) \
        GRAPH ?a { ?a dct:identifier|dct:title|schema:datePublished|schema:author|dct:source|schema:url ?v } } ORDER BY STR(?v)";
    let expected = ["2022-06-16", "Báo", "Lan", "Sơ kết", "báo/số 1", "https://example.org/1"];
    let mut found = place.column(query);
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn another_base_moves_every_resource_and_cannot_be_mixed() {
    let place = Place::new();
    place.write("a.txt", HA_TINH);
    let base = "https://example.org/thing/";
    assert_eq!(place.run(&["build", "--base", base, "a.txt"]).status, 0);
    assert_eq!(place.column("SELECT ?a { ?a a schema:NewsArticle }"), [format!("{base}article/a")]);
    assert_eq!(place.run(&["build", "a.txt"]).status, 0, "a store keeps its base");
    let run = place.run(&["build", "--base", "https://example.com/", "a.txt"]);
    assert_eq!(run.status, 1, "{run:?}");
    assert!(run.stderr.contains("was built with --base https://example.org/thing/"), "{run:?}");
}
