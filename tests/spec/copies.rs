//! The same text under several addresses, and articles that papers take over from one another, are one testimony.

use serde_json::json;

use super::binary::Place;

const BODY: &str = "Chiều 15/6/2022, tại Hà Tĩnh, Công an tỉnh Hà Tĩnh tổ chức hội nghị sơ kết công tác 6 tháng đầu năm. Đại tá Lê Khắc \
    Thuyết, Giám đốc Công an tỉnh Hà Tĩnh chủ trì hội nghị. Dự hội nghị có lãnh đạo các phòng nghiệp vụ và công an các huyện, thị xã, \
    thành phố trên địa bàn. Trong 6 tháng qua, lực lượng công an toàn tỉnh giữ vững trật tự ở cơ sở, kéo giảm số vụ phạm pháp, điều \
    tra làm rõ phần lớn vụ việc và mở nhiều đợt cao điểm bảo vệ các ngày lễ lớn của quê hương, đất nước.";

/// An article as a line.
fn line(id: &str, published: Option<&str>, text: &str) -> String {
    json!({ "id": id, "published": published, "text": text }).to_string() + "\n"
}

/// Builds these lines; each copy with its original.
fn copies(place: &Place, lines: &[String]) -> Vec<String> {
    place.write("news.jsonl", lines.concat());
    let run = place.run(&["build", "news.jsonl"]);
    assert_eq!(run.status, 0, "{run:?}");
    place.column("SELECT (CONCAT(?x, ' ', ?y) AS ?c) { ?a vg:copyOf ?b . ?a dct:identifier ?x . ?b dct:identifier ?y } ORDER BY ?c")
}

/// The news as three papers have it and one that is other news.
fn syndicated() -> Vec<String> {
    let dateline = format!("Hà Tĩnh (TTXVN) - {BODY}\n\nTheo TTXVN");
    let cut = BODY.rsplit_once(", điều tra").expect("the last sentence").0.to_owned() + ".\n\nNguyễn An";
    let other = BODY.replace("Lê Khắc Thuyết", "Nguyễn Hữu Thiện").replace("Hà Tĩnh", "Quảng Trị");
    vec![
        line("a-later", Some("2022-06-17"), BODY),
        line("b-same", None, BODY),
        line("c-first", Some("2022-06-15"), &dateline),
        line("d-cut", Some("2022-06-16"), &cut),
        line("e-other", Some("2022-06-14"), &other),
    ]
}

#[test]
fn copies_are_told_with_the_article_that_was_first() {
    let place = Place::new();
    assert_eq!(copies(&place, &syndicated()), ["a-later c-first", "b-same c-first", "d-cut c-first"]);
    let run = place.run(&["build", "news.jsonl"]);
    assert!(run.stderr.contains("3 articles are copies of others and count once with them"), "{run:?}");
    assert_eq!(place.run(&["validate"]).status, 0);
    let articles = place.column("SELECT ?a { ?a a schema:NewsArticle }");
    assert_eq!(articles.len(), 5, "all of them stay");
}

#[test]
fn an_event_that_copies_tell_of_has_one_report() {
    let place = Place::new();
    copies(&place, &syndicated());
    let reports = place.column(
        "SELECT (COUNT(DISTINCT ?article) AS ?n) { ?e vg:reportedBy ?article ; vg:inProvince/skos:prefLabel \"Hà Tĩnh\"@vi } GROUP BY ?e",
    );
    assert_eq!(reports, ["1"]);
}

#[test]
fn neither_order_nor_the_way_of_building_matters() {
    let (one, other) = (Place::new(), Place::new());
    let mut lines = syndicated();
    let told = copies(&one, &lines);
    lines.reverse();
    assert_eq!(copies(&other, &lines), told);
    // As a cluster does: extracted in parts, resolved together.
    let records: Vec<String> = lines.iter().map(|line| one.run_with(&["extract"], line).stdout).collect();
    let graphs = one.run_with(&["resolve"], &records.concat()).stdout;
    assert_eq!(graphs.lines().filter(|quad| quad.contains("ontology#copyOf")).count(), told.len());
    // Once the original is taken out, the next that was published is.
    assert_eq!(one.run(&["retract", "c-first"]).status, 0);
    let left = one.column("SELECT ?y { ?a vg:copyOf ?b . ?b dct:identifier ?y }");
    assert_eq!(left, ["d-cut", "d-cut"]);
}

#[test]
fn notices_after_one_pattern_are_no_copies() {
    let place = Place::new();
    let other = BODY.replace("Lê Khắc Thuyết", "Nguyễn Hữu Thiện");
    assert!(copies(&place, &[line("a", None, BODY), line("b", None, &other)]).is_empty(), "it names somebody else");
    let place = Place::new();
    let years = [line("a", Some("2022-06-15"), BODY), line("b", Some("2022-08-01"), BODY)];
    assert!(copies(&place, &years).is_empty(), "it is of another time");
    let place = Place::new();
    let short = "Đại tá Lê Khắc Thuyết dự hội nghị.";
    assert!(
        copies(&place, &[line("a", None, short), line("b", None, &format!("{short} Ảnh: PV"))]).is_empty(),
        "too little to tell by"
    );
    let place = Place::new();
    assert_eq!(copies(&place, &[line("a", None, short), line("b", None, short)]), ["b a"], "but the same is the same");
}
