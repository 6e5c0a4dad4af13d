//! What the API tells of bodies and articles: who holds the posts of one, and what each sentence of the other proves.

use serde_json::Value;
use vietgraph::store::Store;
use vietgraph::store::read::tables;
use vietgraph::view::View;
use vietgraph::view::page::Extent;

use crate::binary::Place;
use crate::server::{Server, encoded};

const NEWS: [&str; 5] = [
    r#"{"id":"sl/1","published":"2020-05-11","title":"Sơn La <b>tổng kết</b>","source":"Báo X","url":"https://example.org/1","text":"Trời đẹp. Ngày 10/5/2020, Công an tỉnh Sơn La tổ chức hội nghị sơ kết. Đại tá Lê Văn Kiên, Giám đốc Công an tỉnh Sơn La chủ trì hội nghị. Không ai vắng. Thượng tá Phạm Thế Duyệt, Phó Giám đốc Công an tỉnh Sơn La dự hội nghị."}"#,
    r#"{"id":"sl-2","published":"2022-03-02","text":"Ngày 1/3/2022, Đại tá Đỗ Trọng Tuyên được bổ nhiệm giữ chức Giám đốc Công an tỉnh Sơn La thay Đại tá Lê Văn Kiên nghỉ hưu."}"#,
    r#"{"id":"cb-1","published":"2022-05-02","text":"Ngày 1/5/2022, Công an tỉnh Lào Cai tổ chức hội nghị tổng kết. Đại tá Lưu Hồng Quảng, Giám đốc Công an tỉnh Lào Cai cho biết tình hình ổn định, Đại tá Lưu Hồng Quảng, Giám đốc Công an tỉnh Lào Cai cho biết thêm tại hội nghị tổng kết."}"#,
    r#"{"id":"article/x-1","published":"2022-04-03","text":"Chợ hoa đông khách."}"#,
    r#"{"id":"x-1","published":"2022-04-02","text":"Chợ hoa vắng khách."}"#,
];

const BODY: &str = "body/công-an-tỉnh-sơn-la";

struct Told {
    server: Server,
    _place: Place,
}

impl Told {
    fn new() -> Told {
        let place = Place::new();
        place.write("news.jsonl", NEWS.join("\n"));
        assert_eq!(place.run(&["build", "news.jsonl"]).status, 0);
        Told { server: Server::of(&place, &[]), _place: place }
    }

    fn get(&self, path: &str) -> Value {
        let answer = self.server.get(path, "application/json");
        assert_eq!(answer.status, 200, "{path}: {answer:?}");
        serde_json::from_str(&answer.body).unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    /// The day asked for, and who holds what on it.
    fn holders(&self, of: &str, more: &str) -> (Value, Vec<String>) {
        let told = self.get(&format!("/api/entity/{}?{more}", encoded(of)));
        let text = |held: &Value, name: &str| held[name].as_str().unwrap_or_default().to_owned();
        let held = told["holders"].as_array().expect("a list").iter();
        let held = held.map(|h| [text(h, "person"), text(h, "held"), text(h, "certainty")].join(" · "));
        (told["holders_on"].clone(), held.collect())
    }
}

impl Told {
    /// Who held what before, and when.
    fn before(&self, of: &str, more: &str) -> Vec<String> {
        let told = self.get(&format!("/api/entity/{}?{more}", encoded(of)));
        let text = |held: &Value, name: &str| held[name].as_str().unwrap_or_default().to_owned();
        let held = told["former_holders"].as_array().expect("a list").iter();
        held.map(|h| {
            assert!(!h["evidence"].as_array().expect("a list").is_empty(), "with the words that tell it: {h}");
            [text(h, "person"), text(h, "held"), text(h, "span")].join(" · ")
        })
        .collect()
    }
}

#[test]
fn a_body_names_who_holds_its_posts() {
    let told = Told::new();
    let (day, now) = told.holders(BODY, "");
    assert_eq!(day, "2022-03-02", "the last day that somebody is attested on");
    let tuyen = "Đỗ Trọng Tuyên · Giám đốc Công an tỉnh Sơn La · certain";
    let duyet = "Phạm Thế Duyệt · Phó Giám đốc Công an tỉnh Sơn La";
    assert_eq!(now, [tuyen, &format!("{duyet} · possible")]);
    let kien = "Lê Văn Kiên · Giám đốc Công an tỉnh Sơn La · certain";
    assert_eq!(told.before(BODY, ""), ["Lê Văn Kiên · Giám đốc Công an tỉnh Sơn La · ≤2020-05-11 – 2022-03-01"]);
    assert_eq!(told.before(BODY, "as_of=2020-05-11"), [""; 0], "nobody before who is told of");
    assert_eq!(told.before(BODY, "as_of=2023-01-01").len(), 1);
    let then = told.holders(BODY, "as_of=2020-05-11");
    assert_eq!(then, ("2020-05-11".into(), vec![kien.to_owned(), format!("{duyet} · certain")]));
    let (_, head) = told.holders("post/giám-đốc--công-an-tỉnh-sơn-la", "");
    assert_eq!(head, [tuyen], "of a post its own");
    assert_eq!(told.holders("person/lê-văn-kiên", ""), (Value::Null, vec![]), "a person is held by nobody");
    let body = told.get(&format!("/api/entity/{}?lang=en", encoded(BODY)));
    let held = &body["holders"][0];
    assert_eq!((held["since"].as_str(), held["last_attested"].as_str()), (Some("2022-03-01"), Some("2022-03-02")));
    assert_eq!(
        (held["held_id"].as_str(), held["on_that_day"].as_str()),
        (Some("post/giám-đốc--công-an-tỉnh-sơn-la"), Some("certain"))
    );
    assert_eq!(
        (held["evidence"][0]["id"].as_str(), held["person_id"].as_str()),
        (Some("sl-2"), Some("person/đỗ-trọng-tuyên"))
    );
}

#[test]
fn who_holds_the_posts_of_a_large_body_is_told_the_same_each_time() {
    let place = Place::new();
    let mut news = Vec::new();
    for (n, family) in ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"].iter().enumerate() {
        for (m, given) in ["Hồng Phong", "Văn Kiên", "Thế Duyệt", "Trọng Tuyên", "Minh Châu", "Quốc Trị", "Đình Khoa"]
            .iter()
            .enumerate()
        {
            let text = format!(
                "Ngày {}/{}/2020, Thượng tá {family} {given}, Phó Giám đốc Công an tỉnh Sơn La dự hội nghị tổng kết.",
                m + 1,
                n + 1
            );
            news.push(serde_json::json!({ "id": format!("{n}-{m}"), "published": format!("2020-0{}-0{}", n + 1, m + 2), "text": text }).to_string());
        }
    }
    place.write("news.jsonl", news.join("\n"));
    assert_eq!(place.run(&["build", "news.jsonl"]).status, 0);
    let told = Told { server: Server::of(&place, &[]), _place: place };
    let first = told.holders(BODY, "");
    assert_eq!((first.0.as_str(), first.1.len()), (Some("2020-08-08"), 30));
    let rest = told.holders(BODY, "offset=30").1;
    assert!(rest.len() == 26 && rest.iter().all(|held| !first.1.contains(held)), "the others: {rest:?}");
    let then = told.holders(BODY, "as_of=2020-01-02");
    assert!(then.0 == "2020-01-02" && then.1 != first.1, "another day has its own: {then:?}");
    assert_eq!(told.holders(BODY, ""), first, "what is kept is what was worked out");
    let english = told.get(&format!("/api/entity/{}?lang=en", encoded(BODY)));
    assert_eq!(
        (english["more_holders"].as_u64(), &english["holders"][0]["on_that_day"]),
        (Some(26), &"certain".into())
    );
}

#[test]
fn an_article_is_told_by_the_sentences_that_prove_something() {
    let told = Told::new();
    let article = told.get(&format!("/api/article/{}?lang=en", encoded("sl/1")));
    let head = ["id", "title", "published", "source", "url"].map(|name| article[name].as_str().unwrap_or_default());
    assert_eq!(head, ["sl/1", "Sơn La <b>tổng kết</b>", "2020-05-11", "Báo X", "https://example.org/1"]);
    let news: Value = serde_json::from_str(NEWS[0]).expect("JSON");
    let text: Vec<char> = news["text"].as_str().expect("a text").chars().collect();
    let part = |of: &[char], range: [&Value; 2]| -> String {
        let [from, to] = range.map(|n| usize::try_from(n.as_u64().expect("a number")).expect("small"));
        of[from..to].iter().collect()
    };
    let sentences = article["sentences"].as_array().expect("a list");
    assert_eq!(sentences.len(), 3, "what proves nothing is not kept: {article}");
    for sentence in sentences {
        assert_eq!(
            sentence["text"],
            part(&text, [&sentence["start"], &sentence["end"]]),
            "it stands where it is said to"
        );
        let words: Vec<char> = sentence["text"].as_str().expect("a text").chars().collect();
        for fact in sentence["facts"].as_array().expect("a list") {
            assert_eq!(fact["quote"], part(&words, [&fact["within"][0], &fact["within"][1]]), "{fact}");
        }
    }
    let facts = sentences[1]["facts"].as_array().expect("a list");
    let chaired = facts.iter().find(|fact| fact["property"] == "vg:chaired").expect("a chair");
    assert_eq!(
        (chaired["subject_id"].as_str(), chaired["relation"].as_str()),
        (Some("person/lê-văn-kiên"), Some("chaired"))
    );
    let edge = chaired["edge"].as_str().expect("an edge");
    let evidence = told.get(&format!("/api/evidence?edge={}", encoded(edge)));
    assert_eq!(evidence["evidence"][0]["evidence"], chaired["evidence"]);
}

#[test]
fn a_fact_told_twice_in_a_sentence_is_one_fact() {
    let told = Told::new();
    let article = told.get("/api/article/cb-1");
    let sentences = article["sentences"].as_array().expect("a list");
    let mut all = std::collections::BTreeSet::new();
    let mut twice = 0;
    for sentence in sentences {
        let facts = sentence["facts"].as_array().expect("a list");
        let names = ["subject_iri", "property", "object_iri", "object"];
        let said: Vec<String> = facts.iter().map(|f| names.map(|n| f[n].to_string()).join(" ")).collect();
        let own: std::collections::BTreeSet<&String> = said.iter().collect();
        assert_eq!(own.len(), said.len(), "each once: {said:?}");
        twice += facts.iter().filter(|f| f["also"][0]["quote"].is_string() && f["also"][0]["by"].is_string()).count();
        all.extend(said);
    }
    assert!(twice > 0, "its other words are kept: {article}");
    assert_eq!(article["facts"], all.len());
}

#[test]
fn what_is_left_out_of_an_article_is_counted() {
    let place = Place::new();
    place.write("news.jsonl", NEWS.join("\n"));
    assert_eq!(place.run(&["build", "news.jsonl"]).status, 0);
    let store = Store::open(&place.path("vietgraph-store")).expect("a store");
    let view = View::new(tables(&store, "en").expect("readable"), store.base());
    let told = |lines, evidence| {
        let told = view.told_by(&store, "sl/1", Extent { from: 0, lines, evidence }).expect("readable");
        told.expect("an article")
    };
    let all = told(usize::MAX, usize::MAX);
    assert!(all.more == 0 && all.sentences.len() == 3 && all.sentences[1].facts.len() > 1, "{all:?}");
    let few = told(2, 1);
    assert_eq!((few.sentences.len(), few.more, few.facts), (2, 1, 2), "{few:?}");
    assert!(few.sentences[1].more >= all.sentences[1].facts.len() - 1, "{few:?}");
}

#[test]
fn an_article_is_found_by_each_of_its_names() {
    let told = Told::new();
    for (id, own) in [
        ("x-1", "x-1"),
        ("https://w3id.org/vietgraph/id/article/x-1", "x-1"),
        ("article/x-1", "article/x-1"),
        ("article/article/x-1", "article/x-1"),
        ("article/sl-2", "sl-2"),
    ] {
        let article = told.get(&format!("/api/article/{}", encoded(id)));
        assert_eq!(article["id"], own, "an id goes before a short one: {id}");
    }
    assert_eq!(told.get("/api/article/x-1")["sentences"].as_array().map(Vec::len), Some(0));
    let page = told.server.get("/id/article/sl%2F1", "text/html");
    assert_eq!((page.status, page.header("location")), (303, "/e/article/sl/1"), "{page:?}");
    assert!(told.server.get("/id/article/sl/1", "text/turtle").body.contains("NewsArticle"), "statements for machines");
    for id in ["nothing", "person/lê-văn-kiên", "../x-1"] {
        let answer = told.server.get(&format!("/api/article/{}", encoded(id)), "*/*");
        assert!(answer.status == 404 && answer.body.contains("no article"), "{id}: {answer:?}");
    }
}
