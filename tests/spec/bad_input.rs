//! Bad input gets one clear line with file, line, reason and remedy; the rest is built; exit status 2.

use super::binary::{DONG_THAP, HA_TINH, Place};

/// Builds `inputs` and checks status, one complaint per expectation, and the articles that were built nevertheless.
fn build(place: &Place, inputs: &[&str], complaints: &[&str], built: &[&str]) {
    let run = place.run(&[&["build"], inputs].concat());
    assert_eq!(run.status, 2, "{run:?}");
    let said: Vec<&str> = run.stderr.lines().filter(|l| l.starts_with("vietgraph: ")).collect();
    assert_eq!(said.len(), complaints.len(), "{said:#?}");
    for (said, expected) in said.iter().zip(complaints) {
        assert!(said.contains(expected), "{said} / {expected}");
    }
    assert!(run.stdout.is_empty(), "talk goes to stderr: {}", run.stdout);
    let ids = place.column("SELECT ?id { ?a a schema:NewsArticle ; dct:identifier ?id } ORDER BY ?id");
    assert_eq!(ids, built);
}

fn with_good_file() -> Place {
    let place = Place::new();
    place.write("good.txt", HA_TINH);
    place
}

#[test]
fn a_missing_file() {
    build(&with_good_file(), &["gone.txt", "good.txt"], &["gone.txt: no such file"], &["good"]);
}

#[test]
fn an_empty_file_and_one_of_white_space() {
    let place = with_good_file();
    place.write("empty.txt", "");
    place.write("blank.txt", " \n\n");
    let complaints = ["empty.txt: the file is empty", "blank.txt: no text"];
    build(&place, &["empty.txt", "blank.txt", "good.txt"], &complaints, &["good"]);
}

#[test]
fn a_binary_file() {
    let place = with_good_file();
    place.write("news/photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    place.write("news/good.txt", HA_TINH);
    build(&place, &["news"], &["photo.txt: a binary file"], &["good"]);
}

#[cfg(unix)]
#[test]
fn a_folder_below_that_cannot_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let place = with_good_file();
    place.write("news/a.txt", HA_TINH);
    place.write("news/locked/b.txt", "x");
    place.write("news/z.txt", DONG_THAP);
    let locked = place.path("news/locked");
    let allow = |mode| {
        std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(mode)).expect("permissions can be set");
    };
    allow(0);
    // Whoever may read everything, as root may, has no such folder.
    if std::fs::read_dir(&locked).is_err() {
        build(&place, &["news"], &["news/locked: the folder cannot be read"], &["a", "z"]);
    }
    allow(0o755);
}

#[test]
fn broken_utf8() {
    let place = with_good_file();
    place.write("bad.txt", b"S\xe1ng nay\n\xff\xfe\n");
    build(&place, &["bad.txt", "good.txt"], &["bad.txt:1: not UTF-8"], &["good"]);
}

#[test]
fn one_broken_line_among_json_lines() {
    let place = Place::new();
    let mut lines = Vec::new();
    for (id, text) in [("one", HA_TINH), ("two", DONG_THAP)] {
        lines.extend(format!("{{\"id\":\"{id}\",\"text\":\"{text}\"}}\n").into_bytes());
        lines.extend(b"{\"id\": \"broken\", \n{\"id\":\"latin\",\"text\":\"\xe1\"}\n");
    }
    place.write("news.jsonl", lines);
    let complaints = [":2: not JSON", ":3: not UTF-8", ":5: not JSON", ":6: not UTF-8"];
    build(&place, &["news.jsonl"], &complaints, &["one", "two"]);
}

#[test]
fn two_articles_with_one_id() {
    let place = Place::new();
    let lines = format!("{{\"id\":\"a\",\"text\":\"{HA_TINH}\"}}\n{{\"id\":\"a\",\"text\":\"{DONG_THAP}\"}}\n");
    place.write("news.jsonl", lines);
    build(&place, &["news.jsonl"], &["news.jsonl:2: a second article with the id \"a\""], &["a"]);
    let digests = place.column("SELECT ?d { ?a vg:digest ?d }");
    assert_eq!(digests.len(), 1, "the first is kept");
}

#[test]
fn a_file_that_is_no_article() {
    let place = with_good_file();
    place.write("report.docx", "x");
    build(&place, &["report.docx", "good.txt"], &["report.docx: not a kind of file that is read"], &["good"]);
}

#[test]
fn a_folder_that_is_no_store() {
    let place = Place::new();
    place.write("letters/a.txt", "x");
    for (args, expected) in [
        (["query", "--store", "letters", "-q", "ASK {}"], "is not a store"),
        (["query", "--store", "nowhere", "-q", "ASK {}"], "there is no such store"),
        (["build", "--store", "letters", "letters", "letters"], "holds files but no store"),
    ] {
        let run = place.run(&args);
        assert_eq!(run.status, 1, "{run:?}");
        assert!(run.stderr.contains(expected), "{run:?}");
        assert_eq!(run.stderr.lines().count(), 1, "one clear line: {run:?}");
    }
}

#[test]
fn a_damaged_store() {
    let place = Place::built();
    place.write("vietgraph-store/rdf/CURRENT", "nonsense");
    let run = place.run(&["query", "-q", "ASK {}"]);
    assert_eq!(run.status, 1, "{run:?}");
    assert!(run.stderr.starts_with("vietgraph: store: ./vietgraph-store: cannot be used"), "{run:?}");
}

#[test]
fn a_turtle_error_in_a_users_ontology() {
    let place = with_good_file();
    place
        .write("mine/ranks.ttl", "@prefix vg: <https://w3id.org/vietgraph/ontology#> .\n\nvg:x a vg:Rank ;; .\nvg:y\n");
    let run = place.run(&["build", "--ontology", "mine", "good.txt"]);
    assert_eq!(run.status, 1, "{run:?}");
    assert!(run.stderr.contains("mine/ranks.ttl:"), "{run:?}");
    let run = place.run(&["build", "--ontology", "none", "good.txt"]);
    assert!(run.stderr.contains("none: cannot be read as a folder"), "{run:?}");
}

#[test]
fn wrong_usage_is_a_failure_and_help_is_not() {
    let place = Place::new();
    assert_eq!(place.run(&["build"]).status, 1);
    assert_eq!(place.run(&["fly"]).status, 1);
    assert_eq!(place.run(&["--help"]).status, 0);
}

#[test]
fn bad_records_are_named_by_line() {
    let place = with_good_file();
    let good = place.run(&["extract", "good.txt"]).stdout;
    assert_eq!(good.lines().count(), 1);
    let dangling = r#"{"article":{"id":"d","digest":""},"entities":[],"facts":[{"subject":"p1","predicate":"vg:attended","object":{"entity":"e1"},"evidence":[]}]}"#;
    let run = place.run_with(&["resolve"], &format!("{good}not a record\n{dangling}\n{good}"));
    assert_eq!(run.status, 2, "{run:?}");
    for expected in ["-:2: not a record", "-:3: the article \"d\": the record speaks of \"p1\"", "-:4: a second record"]
    {
        assert!(run.stderr.contains(expected), "{expected}: {run:?}");
    }
    assert!(run.stdout.contains("\"good\""), "{run:?}");
}

#[test]
fn a_record_that_says_what_cannot_be_is_refused_and_the_rest_goes_on() {
    let place = with_good_file();
    let good = place.run(&["extract", "good.txt"]).stdout;
    let record = |id: &str, rank: &str, class: &str, fact: &str, evidence: &str| {
        format!(
            r#"{{"article":{{"id":"{id}","digest":""}},"entities":[{{"id":"r1","kind":"rank","iri":"{rank}","label":"Đại tá"}},{{"id":"e1","kind":"event","class":"{class}","label":"hội nghị"}}],"facts":[{{"subject":"e1",{fact},"evidence":[{evidence}]}}]}}"#
        )
    };
    let rank = "https://w3id.org/vietgraph/id/rank/đại-tá";
    let day = r#""predicate":"schema:startDate","object":{"date":"2022-06-15"}"#;
    let words = |start, end, confidence| {
        format!(
            r#"{{"start":{start},"end":{end},"quote":"x","sentence":"x","rule":"rule/date","confidence":{confidence}}}"#
        )
    };
    let sound = words(0, 1, "0.9");
    let bad = [
        (record("1", "đại tá", "Conference", day, &sound), "\"đại tá\" is no IRI"),
        (record("2", rank, "", day, &sound), "\"\" is no class"),
        (record("3", rank, "Conference", &day.replace("06-15", "02-30"), &sound), "\"2022-02-30\" is no date"),
        (record("4", rank, "Conference", &day.replace("schema:", "schemas:"), &sound), "no known predicate"),
        (record("5", rank, "Conference", day, &words(9, 3, "0.9")), "starts at 9, behind its end at 3"),
        (record("6", rank, "Conference", day, &words(0, 1, "1.5")), "its confidence is 1.5"),
        (record("7", rank, "Conference", day, ""), "no evidence"),
    ];
    let sound = record("sound", rank, "Conference", day, &sound);
    let lines: Vec<&str> = bad.iter().map(|(line, _)| line.as_str()).chain([sound.as_str(), good.trim_end()]).collect();
    let run = place.run_with(&["resolve"], &lines.join("\n"));
    assert_eq!(run.status, 2, "{run:?}");
    let said: Vec<&str> = run.stderr.lines().collect();
    assert_eq!(said.len(), bad.len(), "{said:#?}");
    for (i, (said, (_, expected))) in said.iter().zip(&bad).enumerate() {
        assert!(said.contains(&format!("-:{}: ", i + 1)) && said.contains(expected), "{said} / {expected}");
    }
    assert!(run.stdout.contains("\"sound\"") && run.stdout.contains("\"good\""), "{run:?}");
}

#[test]
fn control_characters_stay_in_the_text_and_out_of_xml() {
    let place = Place::new();
    let text = HA_TINH.replace("chủ trì hội nghị.", "chủ trì\\u0001 hội nghị.").replace("sơ kết", "sơ\\u001b kết");
    place.write("news.jsonl", format!("{{\"id\":\"c\",\"title\":\"Tin\\u0001 mới\",\"text\":\"{text}\"}}\n"));
    assert_eq!(place.run(&["build", "news.jsonl"]).status, 0);
    let forbidden = |c: char| c.is_control() && !"\t\n\r".contains(c);
    let query = "SELECT ?text { { ?a dct:title ?text } UNION { ?e vg:sentence ?text } }";
    let run = place.run(&["query", "--results", "xml", "-q", query]);
    assert!(run.stdout.contains("Tin\u{fffd} mới") && run.stdout.contains("chủ trì\u{fffd} hội nghị"), "{run:?}");
    assert!(!run.stdout.contains(forbidden), "{run:?}");
    assert!(place.column(query).contains(&"Tin\u{1} mới".to_owned()), "what is not XML has the text as given");
    assert!(place.column("SELECT ?l { ?x skos:prefLabel|skos:altLabel ?l }").iter().all(|l| !l.contains(forbidden)));
    for format in ["rdf", "graphml", "gexf"] {
        let run = place.run(&["export", "-o", "-", "--format", format]);
        assert!(run.status == 0 && !run.stdout.contains(forbidden), "{format}: {run:?}");
    }
}

/// Each of these once took longer than anybody waits: what a name may be part of was sought again from every word.
#[test]
fn heads_of_names_over_and_over() {
    let place = with_good_file();
    let abbreviation = "XMT ".repeat(40) + "(XMT) " + &"XMT ".repeat(100);
    let texts = [
        "UBND ".repeat(200),
        "Ủy ban Kiểm tra ".repeat(60),
        "Phòng nghiệp vụ y tế Sở ".repeat(20),
        "miễn nhiệm Phó Chủ tịch UBND tỉnh để ".repeat(60),
        abbreviation,
        // A text that ends inside a bracket.
        "Giám đốc Sở Y tế Hà Nam. Cục Quản lý Dược (Cục Quản lý Dược".to_owned(),
    ];
    place.write("repeated.txt", texts.join("\n"));
    let run = place.run(&["build", "repeated.txt", "good.txt"]);
    assert_eq!(run.status, 0, "{run:?}");
}
