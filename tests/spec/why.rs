//! `why` proves facts: every sentence behind them, where it stands, who found it, and what else it says.

use super::binary::{Place, Run};

const ARTICLES: [(&str, &str); 3] = [
    (
        "sơ-kết.jsonl",
        "{\"id\": \"kt/so-ket\", \"title\": \"Kon Tum sơ kết sáu tháng\", \"published\": \"2023-07-08\", \"text\": \"Sáng \
         7/7/2023, Công an tỉnh Kon Tum tổ chức hội nghị sơ kết năm học. Đại tá Rơ Châm Quỳnh, Phó Giám đốc Công \
         an tỉnh Kon Tum chủ trì và phát biểu tại hội nghị.\"}\n",
    ),
    (
        "bổ-nhiệm.jsonl",
        "{\"id\": \"kt/bo-nhiem\", \"published\": \"2024-02-02\", \"text\": \"Ngày 1/2/2024, Đại tá Rơ Châm Quỳnh, Phó Giám \
         đốc Công an tỉnh Kon Tum được bổ nhiệm giữ chức Giám đốc Công an tỉnh Gia Lai.\"}\n",
    ),
    (
        "khen.jsonl",
        "{\"id\": \"gl/khen\", \"published\": \"2024-05-06\", \"text\": \"Chủ tịch nước tặng Huân chương Chiến công hạng Ba \
         cho Đại tá Rơ Châm Quỳnh, Giám đốc Công an tỉnh Gia Lai.\"}\n",
    ),
];

fn place() -> Place {
    let place = Place::new();
    for (name, article) in ARTICLES {
        place.write(&format!("news/{name}"), article);
    }
    let run = place.run(&["build", "news"]);
    assert_eq!(run.status, 0, "{run:?}");
    place
}

/// The text of a run that went well, its lines joined.
fn flowing(run: &Run) -> String {
    assert_eq!(run.status, 0, "{run:?}");
    assert!(run.stdout.lines().all(|l| l.chars().count() <= 100), "{}", run.stdout);
    let words: Vec<_> = run.stdout.split_whitespace().collect();
    // How sure a cue or rule is depends on the ledger, which changes with every measurement: N stands for any number.
    let shown = |i: usize| match words.get(i + 1) {
        Some(&"%") if words[i].parse::<u8>().is_ok_and(|percent| percent <= 100) => "N",
        _ => words[i],
    };
    (0..words.len()).map(shown).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_fact_has_all_its_sentences_with_the_words_marked() {
    let text = flowing(&place().run(&["why", "ro cham quynh"]));
    for said in [
        "Rơ Châm Quỳnh official · person/rơ-châm-quỳnh",
        "Rơ Châm Quỳnh — holds rank → Đại tá «Đại tá Rơ Châm Quỳnh», Phó Giám đốc",
        "— [kt/so-ket] · “Kon Tum sơ kết sáu tháng” · 2023-07-08 · rule/rank-before-name · N %",
        "— [kt/bo-nhiem] · 2024-02-02 · rule/rank-before-name · N %",
        "Rơ Châm Quỳnh — chaired → hội nghị sơ kết năm học",
        "Rơ Châm Quỳnh — holds post → Giám đốc Công an tỉnh Gia Lai",
        "— to → Giám đốc Công an tỉnh Gia Lai",
        "— start date → 2024-02-01",
        "— given to → Rơ Châm Quỳnh",
        "Chủ tịch nước",
    ] {
        assert!(text.contains(said), "{said} not in\n{text}");
    }
}

#[test]
fn who_found_it_is_told_once_with_its_examples() {
    let text = flowing(&place().run(&["why", "ro cham quynh", "chaired"]));
    let (facts, found) = text.split_once("Found by").expect("a heading");
    assert!(facts.contains("cue/chủ-trì · N %") && !facts.contains("rule/"), "{text}");
    assert!(found.contains("cue/chủ-trì · «chủ trì» · → chaired ⇒ ") && found.contains(" ✗ "), "{text}");
    let text = flowing(&place().run(&["why", "ro cham quynh", "holds rank"]));
    let rule = "rule/rank-before-name · A rank directly before a person's name is that person's.";
    assert_eq!(text.matches(rule).count(), 1, "{text}");
}

#[test]
fn what_else_rests_on_the_sentence_stands_below_it() {
    let text = flowing(&place().run(&["why", "ro cham quynh", "chaired"]));
    assert!(
        text.contains(
            "+ Rơ Châm Quỳnh — holds post → Phó Giám đốc Công an tỉnh Kon Tum; holds rank → Đại tá; spoke at →"
        ),
        "{text}"
    );
    assert!(!text.contains("→ Giám đốc Công an tỉnh Gia Lai"), "only the same sentence counts: {text}");
}

#[test]
fn texts_choose_among_the_facts_by_relation_kind_and_other_end() {
    let place = place();
    let facts = |texts: &[&str]| {
        let run = place.run(&[&["why", "Rơ Châm Quỳnh"], texts].concat());
        assert_eq!(run.status, 0, "{run:?}");
        run.stdout.lines().filter(|l| !l.starts_with(' ') && l.contains(" → ")).count()
    };
    assert_eq!(facts(&["Phó Giám đốc"]), 2, "held, and formerly held");
    assert_eq!(facts(&["pho giam doc"]), 2);
    assert_eq!(facts(&["formerly", "pho giam doc"]), 1);
    assert_eq!(facts(&["vg:spokeAt"]), 1);
    assert_eq!(facts(&["conference"]), 2, "chaired it, spoke at it");
    assert_eq!(facts(&["appointment"]), 3, "whom, to what, when");
    assert_eq!(facts(&["Huân chương"]), 3, "what, by whom, to whom");
    assert!(facts(&[]) > facts(&["Công an tỉnh"]));
}

#[test]
fn the_name_asked_for_is_no_reason_to_be_chosen() {
    let run = place().run(&["why", "Rơ Châm Quỳnh", "holds rank", "Quỳnh"]);
    assert_eq!(run.status, 1, "{run:?}");
}

#[test]
fn an_article_can_be_asked_for() {
    let text = flowing(&place().run(&["why", "Rơ Châm Quỳnh", "Đại tá", "--article", "bo-nhiem"]));
    assert!(text.contains("[kt/bo-nhiem]") && !text.contains("[kt/so-ket]"), "{text}");
}

#[test]
fn events_and_bodies_have_reasons_too() {
    let place = place();
    let text = flowing(&place.run(&["why", "hoi nghi so ket nam hoc"]));
    for said in
        ["— start date → 2023-07-07", "Kon Tum — hosts → hội nghị", "Công an tỉnh Kon Tum — organizes →", "— chaired →"]
    {
        assert!(text.contains(said), "{said} not in\n{text}");
    }
    assert!(!text.contains("in province"), "told once: {text}");
    let text = flowing(&place.run(&["why", "Công an tỉnh Kon Tum"]));
    assert!(text.contains("organizes") && text.contains("rule/host-subject"), "{text}");
}

#[test]
fn what_cannot_be_answered_says_what_to_ask() {
    let place = place();
    for (args, said) in [
        (vec!["why", "Rơ Châm Quyng"], "person/rơ-châm-quỳnh"),
        (vec!["why", "Zebedee"], "fits nothing in the store"),
        (vec!["why", "Rơ Châm Quỳnh", "Thứ trưởng"], "facts about Rơ Châm Quỳnh is one with \"Thứ trưởng\""),
        (vec!["why", "Rơ Châm Quỳnh", "--article", "không-có"], "in an article \"không-có\""),
        (vec!["why", "--store", "nowhere", "Rơ Châm Quỳnh"], "no such store"),
    ] {
        let run = place.run(&args);
        assert_eq!(run.status, 1, "{run:?}");
        assert!(run.stderr.contains(said) && run.stdout.is_empty(), "{said}: {run:?}");
    }
}

#[test]
fn json_has_facts_evidence_and_finders() {
    let run = place().run(&["why", "Rơ Châm Quỳnh", "chaired", "--json"]);
    let reasons: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(reasons["id"], "person/rơ-châm-quỳnh");
    let fact = &reasons["facts"][0];
    assert_eq!(fact["property"], "vg:chaired");
    assert_eq!(fact["evidence"][0]["by"], "cue/chủ-trì");
    assert_eq!(fact["evidence"][0]["published"], "2023-07-08");
    assert_eq!(fact["evidence"][0]["quote"], "Đại tá Rơ Châm Quỳnh, Phó Giám đốc Công an tỉnh Kon Tum chủ trì");
    assert_eq!(reasons["finders"][0]["id"], "cue/chủ-trì");
    assert!(reasons["finders"][0]["words"].as_array().is_some_and(|words| words.len() > 1));
}

#[test]
fn reasons_are_told_in_vietnamese_and_the_same_each_time() {
    let place = place();
    let run = place.run(&["why", "Rơ Châm Quỳnh", "--lang", "vi"]);
    assert!(flowing(&run).contains("— chủ trì →") && !run.stdout.contains("Found by"), "{run:?}");
    assert_eq!(run.stdout, place.run(&["why", "Rơ Châm Quỳnh", "--lang", "vi"]).stdout);
}
