//! What was held ends alike wherever it is told, what is told as past is of no day of its articles, and all articles are named.

use serde_json::Value;

use crate::binary::Place;
use crate::server::{Server, encoded};

/// A director until 2018 at most, told as former twice after that, and once more by an article without a date.
const NEWS: [&str; 5] = [
    r#"{"id":"a","published":"2016-05-02","text":"Đại tá Mạc Văn Thông, Giám đốc Công an tỉnh Nghệ An, chủ trì hội nghị."}"#,
    r#"{"id":"b","published":"2018-03-01","text":"Thiếu tướng Mạc Văn Thông, Cục trưởng Cục Cảnh sát hình sự, nguyên Giám đốc Công an tỉnh Nghệ An, dự lễ."}"#,
    r#"{"id":"c","published":"2021-03-01","text":"Thiếu tướng Mạc Văn Thông, nguyên Giám đốc Công an tỉnh Nghệ An, nguyên Trưởng Công an huyện Diễn Châu, dự lễ."}"#,
    r#"{"id":"d","text":"Ngày 1/3/2019, Thiếu tướng Mạc Văn Thông, Cục trưởng Cục Cảnh sát hình sự, chủ trì hội nghị tổng kết."}"#,
    r#"{"id":"e","published":"2021-03-02","text":"Chợ hoa đông khách."}"#,
];

const PERSON: &str = "person/mạc-văn-thông";

struct Held {
    server: Server,
    place: Place,
}

impl Held {
    fn new() -> Held {
        let place = Place::new();
        place.write("news.jsonl", NEWS.join("\n"));
        assert_eq!(place.run(&["build", "news.jsonl"]).status, 0);
        Held { server: Server::of(&place, &[]), place }
    }

    fn get(&self, path: &str) -> Value {
        let answer = self.server.get(path, "application/json");
        assert_eq!(answer.status, 200, "{path}: {answer:?}");
        serde_json::from_str(&answer.body).unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    fn page(&self, more: &str) -> Value {
        self.get(&format!("/api/entity/{}?lang=en{more}", encoded(PERSON)))
    }
}

fn list(of: &Value) -> impl Iterator<Item = &Value> {
    of.as_array().expect("a list").iter()
}

fn ids(page: &Value) -> Vec<&str> {
    list(&page["articles"]).filter_map(|a| a["id"].as_str()).collect()
}

/// The details of each line of what is held, by the name of that.
fn lines(page: &Value) -> Vec<(String, Vec<String>)> {
    let text = |of: &Value| of.as_str().expect("text").to_owned();
    let lines = list(&page["sections"]).flat_map(|section| list(&section["lines"]));
    lines.map(|line| (text(&line["name"]), list(&line["details"]).map(text).collect())).collect()
}

#[test]
fn a_line_says_what_its_tenure_says() {
    let held = Held::new();
    let page = held.page("");
    let lines = lines(&page);
    let mut told = 0;
    for tenure in list(&page["tenures"]) {
        let (name, span) = (tenure["held"].as_str().expect("a name"), tenure["span"].as_str().expect("a span"));
        let line = lines.iter().find(|(own, _)| own == name).expect("a line of it");
        assert!(span == "?" || line.1.iter().any(|detail| detail == span), "{name}: {span} not in {line:?}");
        told += 1;
    }
    assert!(told >= 4, "{page:#}");
    let shown = held.place.run(&["show", PERSON, "--evidence", "0"]).stdout;
    let director = "Giám đốc Công an tỉnh Nghệ An · holds post, formerly held · ≤2016-05-02 – ≥2016-05-02";
    assert!(shown.contains(director), "{shown}");
    assert!(shown.contains("Trưởng Công an huyện Diễn Châu · formerly held · ? – ≤2021-03-01"), "{shown}");
}

#[test]
fn an_edge_that_tells_a_post_as_past_is_of_no_day_of_its_articles() {
    let held = Held::new();
    let around = held.get(&format!("/api/neighbours/{}?lang=en", encoded(PERSON)));
    let when = |relation: &str, target: &str| {
        let fits = |edge: &&Value| {
            edge["relation"] == relation && edge["target"].as_str().is_some_and(|t| t.starts_with(target))
        };
        let edge = list(&around["edges"]).find(fits).unwrap_or_else(|| panic!("{relation} {target} in {around:#}"));
        let id = edge["id"].as_str().expect("an id");
        let told = held.get(&format!("/api/evidence?lang=en&edge={}", encoded(id).replace('/', "%2F")));
        assert!(list(&told["evidence"]).count() > 0, "{told:#}");
        list(&told["when"]).map(|w| w.as_str().expect("text").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(when("vg:formerlyHeldPost", "post/giám-đốc"), ["? – ≤2018-03-01"], "by the first that tells it as past");
    assert_eq!(when("vg:holdsPost", "post/giám-đốc"), ["≤2016-05-02 – ≥2016-05-02"]);
    assert_eq!(when("vg:chaired", "event/2019"), ["2019-03-01"]);
}

#[test]
fn a_page_names_all_articles_it_rests_on() {
    let held = Held::new();
    assert_eq!(ids(&held.page("")), ["c", "b", "a", "d"], "the latest first, those without a date last");
    let then = held.page("&as_of=2016-06");
    assert!(ids(&then).contains(&"b"), "also one published later that tells what may have been held: {then:#}");
    let shown = list(&then["sections"]).flat_map(|section| list(&section["lines"]));
    for proof in shown.flat_map(|line| list(&line["evidence"])) {
        assert!(ids(&then).contains(&proof["id"].as_str().expect("an id")), "{proof}");
    }
    assert!(lines(&then).iter().any(|(name, details)| name == "Đại tá" && details[0] == "possible"), "{then:#}");
    assert_eq!(held.page("&list=articles&offset=2")["articles"].as_array().map(Vec::len), Some(2));
}

#[test]
fn that_a_body_ended_says_nothing_of_who_held_its_post_on_no_known_day() {
    let place = Place::new();
    place.write("news.txt", "Ông Trịnh Vô Niên, Giám đốc Công an tỉnh Bạc Liêu chủ trì hội nghị sơ kết.");
    assert_eq!(place.run(&["build", "news.txt"]).status, 0);
    let server = Server::of(&place, &[]);
    let get = |what: &str| {
        let answer = server.get(&format!("/api/{what}/{}", encoded("person/trịnh-vô-niên")), "application/json");
        serde_json::from_str::<Value>(&answer.body).expect("JSON")
    };
    let (page, times) = (get("entity"), get("timeline"));
    assert_eq!((&page["tenures"][0]["span"], &times["items"][0]["label"]), (&"?".into(), &"?".into()), "{page:#}");
    let bounds = page["tenures"][0]["bounds"].to_string();
    assert!(bounds.contains("2025-06-30"), "which is told beside it: {bounds}");
}
