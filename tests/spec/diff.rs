//! What two stores tell differently, as a reader sees it.

use super::binary::{HA_TINH, Place};

/// One career in two provinces' papers; the third article tells that both are the same man's.
const LAO_CAI: &str = "Sáng 4/3/2015, tại Lào Cai, Công an tỉnh Lào Cai tổ chức hội nghị sơ kết. Đại tá Trần Văn Hùng, Phó Giám đốc \
    Công an tỉnh Lào Cai chủ trì hội nghị.";
const YEN_BAI: &str = "Sáng 7/9/2018, tại Yên Bái, Công an tỉnh Yên Bái tổ chức hội nghị tổng kết. Đại tá Trần Văn Hùng, Giám đốc \
    Công an tỉnh Yên Bái chủ trì hội nghị.";
const MOVED: &str = "Ngày 2/6/2017, tại Yên Bái, Bộ Công an tổ chức lễ công bố quyết định. Theo quyết định, Đại tá Trần Văn Hùng, Phó \
    Giám đốc Công an tỉnh Lào Cai được bổ nhiệm giữ chức Giám đốc Công an tỉnh Yên Bái.";

fn two_stores() -> Place {
    let place = Place::new();
    for (name, text) in [("lao-cai", LAO_CAI), ("yen-bai", YEN_BAI), ("bo-nhiem", MOVED)] {
        place.write(&format!("news/{name}.txt"), text);
    }
    let run = place.run(&["build", "--store", "a", "news/lao-cai.txt", "news/yen-bai.txt"]);
    assert!(run.stderr.contains("people 2 added"), "{run:?}");
    place.run(&["build", "--store", "b", "news"]);
    place
}

#[test]
fn stores_of_the_same_articles_do_not_differ() {
    let place = two_stores();
    for name in ["bo-nhiem", "yen-bai", "lao-cai"] {
        place.run(&["build", "--store", "c", &format!("news/{name}.txt")]);
    }
    std::fs::remove_file(place.path("c/graphs.tsv")).expect("the file of digests");
    for args in [&["diff", "b", "c"][..], &["diff", "--summary", "c", "b"]] {
        let run = place.run(args);
        assert_eq!((run.status, run.stdout.as_str()), (0, "no difference\n"), "{run:?}");
    }
}

#[test]
fn who_is_merged_by_another_article_is_told_and_keeps_what_was_told() {
    let place = two_stores();
    let run = place.run(&["diff", "a", "b"]);
    assert_eq!(run.status, 0, "{run:?}");
    let merged = "merged person/trần-văn-hùng--công-an-tỉnh-lào-cai + person/trần-văn-hùng--công-an-tỉnh-yên-bái → person/trần-văn-hùng\n";
    assert!(run.stdout.contains(&format!("~ {merged}")), "{run:?}");
    assert!(run.stdout.starts_with("articles 1 added\npeople 1 merged\n"), "{run:?}");
    assert!(run.stdout.contains("\nTrần Văn Hùng · person/trần-văn-hùng\n  + "), "{run:?}");
    assert!(run.stdout.contains("concerns · Trần Văn Hùng   [bo-nhiem]\n"), "{run:?}");
    assert!(!run.stdout.contains("chaired"), "what both tell is no difference: {run:?}");
    let run = place.run(&["diff", "b", "a", "--summary"]);
    assert!(run.stdout.starts_with("articles 1 gone\npeople 1 split\n"), "{run:?}");
    assert!(!run.stdout.contains("facts") || !run.stdout.contains("added"), "nothing is new in less: {run:?}");
    let build = place.run(&["build", "--store", "a", "news/bo-nhiem.txt"]);
    assert!(build.stderr.contains(&format!("\n  {merged}")), "a build tells the same: {build:?}");
}

#[test]
fn a_changed_article_differs_by_what_it_says_otherwise() {
    let place = Place::built();
    place.write("news/ha-tinh.txt", HA_TINH.replace("Đại tá", "Thiếu tướng"));
    place.run(&["build", "--store", "later", "news"]);
    let run = place.run(&["diff", "vietgraph-store", "later", "--lang", "vi"]);
    assert!(run.stdout.contains("~ ha-tinh\n"), "{run:?}");
    let rank = |mark: &str, rank: &str| format!("  {mark} Lê Khắc Thuyết · cấp bậc · {rank}   [ha-tinh]\n");
    assert!(run.stdout.contains(&rank("+", "Thiếu tướng")), "{run:?}");
    assert!(run.stdout.contains(&rank("-", "Đại tá")), "{run:?}");
    assert!(!run.stdout.contains("people"), "{run:?}");
    let run = place.run(&["diff", "vietgraph-store", "later", "--json"]);
    let found: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(found["articles"]["changed"][0]["id"], "ha-tinh");
    assert_eq!(found["facts"].as_array().map(Vec::len), Some(2), "{found:#}");
    assert_eq!(found["facts"][0]["about"]["label"], "Lê Khắc Thuyết");
}

#[test]
fn stores_of_two_bases_can_be_compared() {
    let place = Place::built();
    place.run(&["build", "--store", "other", "--base", "https://example.org/id/", "news"]);
    let run = place.run(&["diff", "vietgraph-store", "other", "--summary"]);
    assert_eq!(run.status, 0, "{run:?}");
    for told in ["added", "gone", "merged"] {
        assert!(!run.stdout.contains(told), "{run:?}");
    }
}

#[test]
fn what_is_no_store_is_said() {
    let place = Place::built();
    let run = place.run(&["diff", "vietgraph-store", "none"]);
    assert!(run.status == 1 && run.stderr.contains("none: there is no such store"), "{run:?}");
}
