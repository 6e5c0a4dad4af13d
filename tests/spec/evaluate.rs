//! What people wrote down about articles is the measure of what is found in them.

use std::path::PathBuf;

use serde_json::{Value, json};
use vietgraph::extract::Extractor;
use vietgraph::ontology::Ontology;
use vietgraph::ontology::load::load;
use vietgraph::ontology::vocab::{ID, local_name};
use vietgraph::source::{Article, ArticleMeta};

use super::binary::{Place, Run};

const ARTICLE: &str = "Sáng 15/6/2022, tại Kon Tum, Công an tỉnh Kon Tum tổ chức hội nghị sơ kết công tác 6 tháng đầu năm. \
    Đại tá Lê Văn Toản, Giám đốc Công an tỉnh Kon Tum chủ trì hội nghị. Dự hội nghị có ông Hoàng Văn Chín, Phó Chủ tịch UBND \
    tỉnh Kon Tum.";

/// Everything that the article says.
fn whole() -> Value {
    json!({
        "id": "kon-tum",
        "facts": [
            {"rel": "rank", "person": "Lê Văn Toản", "rank": "Đại tá"},
            {"rel": "post", "person": "Lê Văn Toản", "title": "Giám đốc", "org": "Công an tỉnh Kon Tum", "status": "current"},
            {"rel": "post", "person": "Hoàng Văn Chín", "title": "Phó Chủ tịch", "org": "Ủy ban nhân dân tỉnh Kon Tum"},
        ],
        "events": [{
            "types": ["conference"], "name": "hội nghị sơ kết công tác 6 tháng đầu năm", "date": "2022-06-15",
            "place": "Kon Tum", "host": ["Công an tỉnh Kon Tum"],
            "roles": [
                {"person": "Lê Văn Toản", "role": "chaired"},
                {"person": "Hoàng Văn Chín", "role": "attended"},
            ],
        }],
    })
}

/// A folder with an article and its annotation.
fn annotated(text: &str, annotation: &Value) -> Place {
    let place = Place::new();
    place.write("news/kon-tum.txt", text);
    place.write("gold/kon-tum.json", annotation.to_string());
    place
}

fn evaluate(place: &Place, more: &[&str]) -> Run {
    place.run(&[&["evaluate", "gold", "news"], more].concat())
}

/// What an evaluation counts, as JSON.
fn counted(text: &str, annotation: &Value) -> Value {
    let run = evaluate(&annotated(text, annotation), &["--json", "--errors"]);
    assert_eq!(run.status, 0, "{run:?}");
    serde_json::from_str(&run.stdout).expect("JSON")
}

/// Right, wrong and missed facts of a kind, or of `ALL`.
fn of(counted: &Value, kind: &str) -> [u64; 3] {
    ["right", "wrong", "missed"].map(|mark| counted["kinds"][kind][mark].as_u64().expect("a count"))
}

#[test]
fn what_is_both_found_and_annotated_is_right() {
    let counted = counted(ARTICLE, &whole());
    for (kind, right) in [("rank", 1), ("post", 2), ("role", 2), ("event", 1), ("ALL", 9)] {
        assert_eq!(of(&counted, kind), [right, 0, 0], "{kind}");
    }
    for kind in ["event.date", "event.place", "event.host"] {
        assert_eq!(of(&counted, kind), [1, 0, 0], "{kind}");
    }
    assert_eq!(counted["kinds"]["ALL"]["f1"], 1.0);
    assert_eq!(counted["errors"], json!([]));
}

#[test]
fn names_are_the_same_in_short_and_in_another_spelling() {
    let mut gold = whole();
    gold["facts"][1]["org"] = json!("CA tỉnh Kon Tum");
    gold["facts"][2]["org"] = json!("UBND Kon Tum");
    gold["facts"][2]["title"] = json!("Phó chủ tịch");
    gold["events"][0]["place"] = json!("tỉnh Kon Tum");
    gold["events"][0]["date"] = json!("2022-06");
    assert_eq!(of(&counted(ARTICLE, &gold), "ALL"), [9, 0, 0]);
}

#[test]
fn what_differs_is_wrong_and_missed() {
    let mut gold = whole();
    gold["facts"][0]["rank"] = json!("Thượng tá");
    gold["facts"][1]["org"] = json!("Công an tỉnh Gia Lai");
    gold["facts"][2]["status"] = json!("former");
    gold["events"][0]["date"] = json!("2022-06-16");
    gold["events"][0]["place"] = json!("Gia Lai");
    gold["events"][0]["roles"][1]["role"] = json!("spoke");
    let counted = counted(ARTICLE, &gold);
    for (kind, counts) in [("rank", [0, 1, 1]), ("post", [0, 2, 2]), ("role", [1, 1, 1]), ("event", [1, 0, 0])] {
        assert_eq!(of(&counted, kind), counts, "{kind}");
    }
    assert_eq!((of(&counted, "event.date"), of(&counted, "event.place")), ([0, 1, 1], [0, 1, 1]));
}

#[test]
fn an_event_of_another_type_is_wrong_even_with_the_same_people() {
    let mut gold = whole();
    gold["events"][0]["types"] = json!(["ceremony"]);
    let counted = counted(ARTICLE, &gold);
    assert_eq!(of(&counted, "event"), [0, 1, 1]);
    assert_eq!(of(&counted, "role"), [2, 0, 0], "at the event found for it");
}

#[test]
fn an_event_that_is_not_annotated_is_wrong_and_its_date_counts_for_nothing() {
    let mut gold = whole();
    gold["events"] = json!([]);
    let counted = counted(ARTICLE, &gold);
    assert_eq!((of(&counted, "event"), of(&counted, "event.date")), ([0, 1, 0], [0, 0, 0]));
    assert_eq!(of(&counted, "role"), [0, 2, 0]);
}

#[test]
fn what_is_optional_counts_for_nothing_found_or_not() {
    let mut gold = whole();
    gold["facts"][0]["optional"] = json!(true);
    gold["events"][0]["optional"] = json!(true);
    let facts = gold["facts"].as_array_mut().expect("facts");
    facts.push(json!({"rel": "rank", "person": "Hoàng Văn Chín", "rank": "Đại úy", "optional": true}));
    assert_eq!(of(&counted(ARTICLE, &gold), "ALL"), [2, 0, 0], "the two posts");
}

#[test]
fn people_to_ignore_count_for_nothing() {
    let mut gold = whole();
    gold["ignore_people"] = json!(["Hoàng Văn Chín"]);
    gold["facts"].as_array_mut().expect("facts").truncate(2);
    let counted = counted(ARTICLE, &gold);
    assert_eq!(of(&counted, "ALL"), [7, 0, 0]);
    assert_eq!(counted["rules"]["cue/dự"]["facts"], 1, "the cue supported a fact");
    assert_eq!(counted["rules"]["cue/dự"]["right"], 0, "that is neither right");
    assert_eq!(counted["rules"]["cue/dự"]["wrong"], 0, "nor wrong");
}

#[test]
fn a_change_and_an_award_are_compared_as_far_as_the_annotation_tells() {
    let text = "Ngày 5/6/2023, tại lễ công bố quyết định, Thượng tá Trần Văn Bảy, Phó Giám đốc Công an tỉnh Long An được điều động, \
        bổ nhiệm giữ chức Giám đốc Công an tỉnh Tiền Giang. Chủ tịch UBND tỉnh Long An Võ Thị Sáo tặng bằng khen cho Công an tỉnh.";
    let change = |action: &str, org: Value| json!({"rel": "appointment", "person": "Trần Văn Bảy", "action": action, "title": "Giám đốc", "org": org});
    let award = json!({"rel": "award", "award": "Bằng khen", "by": null, "org": "Công an tỉnh Long An"});
    let counts = |change: Value| {
        let counted = counted(text, &json!({"id": "kon-tum", "facts": [change, award], "events": []}));
        (of(&counted, "appointment"), of(&counted, "award"))
    };
    assert_eq!(counts(change("appointed", json!("Công an tỉnh Tiền Giang"))), ([1, 0, 0], [1, 0, 0]));
    assert_eq!(counts(change("elected", Value::Null)).0, [1, 0, 0], "appointed and elected are one; any body fits");
    assert_eq!(counts(change("left", Value::Null)).0, [0, 1, 1]);
    assert_eq!(counts(change("appointed", json!("Công an tỉnh Bến Tre"))).0, [0, 1, 1]);
}

#[test]
fn a_fact_with_two_sources_counts_for_both() {
    let text = format!(
        "{ARTICLE} Phát biểu tại hội nghị, Đại tá Lê Văn Toản biểu dương các đơn vị. Đại tá Lê Văn Toản cho biết sẽ khen thưởng."
    );
    let mut gold = whole();
    gold["events"][0]["roles"].as_array_mut().expect("roles").push(json!({"person": "Lê Văn Toản", "role": "spoke"}));
    let counted = counted(&text, &gold);
    assert_eq!(of(&counted, "role"), [3, 0, 0]);
    assert_eq!(counted["rules"]["cue/phát-biểu"]["right"], 1);
    assert_eq!(counted["rules"]["cue/cho-biết"]["right"], 1);
}

#[test]
fn the_tables_have_a_line_for_each_kind_and_each_rule() {
    let run = evaluate(&annotated(ARTICLE, &whole()), &[]);
    let lines: Vec<String> = run.stdout.lines().map(|l| l.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    for line in [
        "kind right wrong missed P R F1",
        "post 2 0 0 1.000 1.000 1.000",
        "award 0 0 0 0.000 0.000 0.000",
        "ALL 9 0 0 1.000 1.000 1.000",
        "cue or rule facts right wrong P at least",
        "cue/chủ-trì 1 1 0 1.000 0.207",
        "rule/post-after-name 2 2 0 1.000 0.342",
    ] {
        assert!(lines.iter().any(|l| l == line), "{line} not in\n{}", run.stdout);
    }
    assert!(run.stderr.is_empty(), "{run:?}");
}

#[test]
fn an_error_is_shown_with_the_rule_and_the_words_that_made_it() {
    let mut gold = whole();
    gold["facts"][0]["rank"] = json!("Thượng tá");
    let run = evaluate(&annotated(ARTICLE, &gold), &["--errors"]);
    let errors: Vec<&str> = run.stdout.lines().take_while(|l| !l.is_empty()).collect();
    assert_eq!(
        errors,
        [
            "kon-tum  rank        missed  Lê Văn Toản, Thượng tá",
            "kon-tum  rank        wrong   Lê Văn Toản, Đại tá   [rule/rank-before-name] «Đại tá Lê Văn Toản»",
        ]
    );
}

#[test]
fn annotated_articles_that_are_not_among_the_inputs_are_named() {
    let place = annotated(ARTICLE, &whole());
    for n in 1..=6 {
        place.write(&format!("gold/gone-{n}.json"), format!("{{\"id\":\"gone-{n}\"}}"));
    }
    let run = evaluate(&place, &[]);
    assert_eq!(run.status, 0, "{run:?}");
    let said = "6 annotated articles are not among the inputs: gone-1, gone-2, gone-3, gone-4, gone-5, …";
    assert!(run.stderr.contains(said), "{run:?}");
    place.write("other/x.txt", ARTICLE);
    let run = place.run(&["evaluate", "gold", "other"]);
    assert!(run.status == 1 && run.stderr.contains("none of the annotated articles is among the inputs"), "{run:?}");
}

#[test]
fn a_bad_annotation_is_named_with_its_remedy_and_the_rest_is_compared() {
    let place = annotated(ARTICLE, &whole());
    let with = |change: &dyn Fn(&mut Value)| {
        let mut annotation = whole();
        annotation["id"] = json!("other");
        change(&mut annotation);
        annotation.to_string()
    };
    place.write("gold/a-broken.json", "{\"id\": \"broken\",\n \"facts\": [}");
    place.write("gold/b-type.json", "\n".to_owned() + &with(&|a| a["events"][0]["types"] = json!(["hội nghị"])));
    place.write("gold/c-date.json", "\n".to_owned() + &with(&|a| a["events"][0]["date"] = json!("15/6/2022")));
    place.write("gold/d-kind.json", with(&|a| a["facts"][0]["rel"] = json!("grade")));
    place.write("gold/more.jsonl", format!("\n{}\n", whole()));
    let run = evaluate(&place, &["--json"]);
    assert_eq!(run.status, 2, "{run:?}");
    let said: Vec<&str> = run.stderr.lines().collect();
    let expected = [
        "annotation: gold/a-broken.json:2: not an annotation",
        "gold/b-type.json:2: \"hội nghị\" is no type of event; the ontology has",
        "gold/c-date.json:2: \"15/6/2022\" is no date; write it like 2022-06-15",
        "gold/d-kind.json:1: not an annotation (unknown variant `grade`",
        "gold/more.jsonl:2: \"kon-tum\" is the id of a second annotation; the first is kept",
    ];
    assert_eq!(said.len(), expected.len(), "{said:#?}");
    for (said, expected) in said.iter().zip(expected) {
        assert!(said.contains(expected), "{said} / {expected}");
    }
    let counted: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(of(&counted, "ALL"), [9, 0, 0]);
}

#[test]
fn a_folder_without_annotations_is_an_error() {
    let place = annotated(ARTICLE, &whole());
    for (gold, expected) in
        [("nowhere", "nowhere: cannot be read as a folder"), ("news", "news: holds no .json or .jsonl")]
    {
        let run = place.run(&["evaluate", gold, "news"]);
        assert!(run.status == 1 && run.stderr.contains(expected), "{run:?}");
    }
}

#[test]
fn several_folders_are_one_evaluation_and_annotations_may_stand_one_a_line() {
    let place = annotated(ARTICLE, &whole());
    let mut second = whole();
    second["id"] = json!("second");
    place.write("more/all.jsonl", format!("{second}\n"));
    let lines = format!("{}\n", json!({"id": "second", "text": ARTICLE}));
    let run = place.run_with(&["evaluate", "gold", "news", "-", "--gold", "more", "--json"], &lines);
    assert_eq!(run.status, 0, "{run:?}");
    let counted: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(of(&counted, "ALL"), [18, 0, 0]);
    assert_eq!(counted["sets"][1], json!({"name": "more", "articles": 1, "annotated": 9, "found": 9}));
}

#[test]
fn a_ledger_is_turtle_in_order_and_the_same_each_time() {
    let place = annotated(ARTICLE, &whole());
    let run = evaluate(&place, &["--ledger", "ledger.ttl"]);
    assert_eq!(run.status, 0, "{run:?}");
    let ledger = std::fs::read_to_string(place.path("ledger.ttl")).expect("a ledger");
    assert!(ledger.contains("# gold: articles 1, facts annotated 9, found 9\n"), "{ledger}");
    assert!(ledger.contains("cue:chủ-trì vg:right 1 ; vg:wrong 0 .\n"), "{ledger}");
    let counts: Vec<&str> = ledger.lines().filter(|l| l.contains("vg:right")).collect();
    assert!(counts.is_sorted(), "{counts:?}");
    evaluate(&place, &["--ledger", "again.ttl"]);
    assert_eq!(ledger, std::fs::read_to_string(place.path("again.ttl")).expect("a ledger"));
}

/// The confidence of a cue in the article, with the knowledge of some folders beside the embedded.
fn confidence(rule: &str, folders: &[PathBuf]) -> f64 {
    let ontology = Ontology::load(folders).expect("an ontology");
    let meta = ArticleMeta { id: "x".into(), ..ArticleMeta::default() };
    let record = Extractor::new(&ontology).extract(&Article::new(meta, ARTICLE.into()));
    let mut evidence = record.facts.iter().flat_map(|f| &f.evidence);
    evidence.find(|e| e.rule == rule).expect("evidence by the rule").confidence
}

/// A folder of one Turtle file.
fn folder(place: &Place, name: &str, turtle: &str) -> PathBuf {
    let head = "@prefix vg: <https://w3id.org/vietgraph/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\
        @prefix cue: <https://w3id.org/vietgraph/id/cue/> . @prefix rule: <https://w3id.org/vietgraph/id/rule/> .\n";
    place.write(&format!("{name}/own.ttl"), format!("{head}{turtle}"));
    place.path(name)
}

#[test]
fn confidence_follows_the_ledgers_and_their_counts_add_up() {
    let place = Place::new();
    let doubts = folder(&place, "doubts", "cue:chủ-trì vg:right 0 ; vg:wrong 5000 .\n");
    let praise = folder(&place, "praise", "cue:chủ-trì vg:right 1000000 ; vg:wrong 0 .\n");
    let embedded = confidence("cue/chủ-trì", &[]);
    assert!((0.5..1.0).contains(&embedded), "{embedded}");
    assert!(confidence("cue/chủ-trì", std::slice::from_ref(&doubts)) < 0.1);
    assert!(confidence("cue/chủ-trì", std::slice::from_ref(&praise)) > 0.99);
    let both = confidence("cue/chủ-trì", &[doubts, praise]);
    assert!((0.99..0.997).contains(&both), "{both}");
}

#[test]
fn a_cue_never_measured_claims_what_its_kind_would_in_four_trials() {
    let place = Place::new();
    let own = "cue:tề-tựu a vg:Cue ; skos:prefLabel \"tề tựu\"@vi ; vg:states vg:attended ; vg:voice vg:Active .\n";
    let ontology = Ontology::load(&[folder(&place, "own", own)]).expect("an ontology");
    let of = |label: &str| ontology.cues.iter().find(|c| c.name.label == label).expect("the cue").confidence;
    assert!(of("tề tựu") > 0.2 && of("tề tựu") < of("chủ trì"), "{}", of("tề tựu"));
}

#[test]
fn a_count_that_is_no_number_is_an_error_that_names_its_line() {
    let place = Place::new();
    let own = folder(&place, "own", "\ncue:chủ-trì vg:right \"nhiều\" ; vg:wrong 0 .\n");
    let error = Ontology::load(&[own]).err().expect("no number").to_string();
    assert!(error.contains("own.ttl:4: vg:right is \"nhiều\"; give how many facts, a whole number"), "{error}");
}

#[test]
fn the_embedded_ledger_counts_cues_and_rules_that_there_are() {
    let ontology = Ontology::load(&[]).expect("the embedded ontology");
    let files = load(&[]).expect("every file is Turtle");
    let ledger = files.iter().find(|f| f.name == "ontology/ledger.ttl").expect("a ledger");
    assert!(ledger.triples.len() > 40, "it has been made");
    for triple in &ledger.triples {
        let iri = triple.subject.to_string();
        let iri = iri.trim_matches(['<', '>']);
        let known = ontology.cues.iter().any(|c| c.name.iri == iri) || ontology.rules.contains_key(local_name(iri));
        assert!(known && iri.starts_with(ID), "{iri} is neither cue nor rule; make the ledger anew");
        assert!(["right", "wrong"].contains(&local_name(triple.predicate.as_str())));
    }
}
