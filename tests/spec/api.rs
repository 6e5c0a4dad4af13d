//! The JSON API, what stands behind the IRIs, and the saved questions, asked of the program as it runs.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use super::binary::Place;

/// Articles of a few days, in one of which names and title try to be more than text.
const NEWS: [&str; 5] = [
    r#"{"id":"ht-1","published":"2022-06-16","title":"Sơ kết <script>alert(1)</script>","url":"https://example.org/1","text":"Chiều 15/6/2022, tại Hà Tĩnh, Công an tỉnh Hà Tĩnh tổ chức hội nghị sơ kết công tác 6 tháng đầu năm. Đại tá Lê Khắc Thuyết, Giám đốc Công an tỉnh Hà Tĩnh chủ trì hội nghị. Thượng tướng Bùi Văn Nam, Thứ trưởng Bộ Công an dự và phát biểu tại hội nghị."}"#,
    r#"{"id":"dt-1","published":"2016-12-21","text":"Sáng 20/12/2016, Công an tỉnh Đồng Tháp tổ chức hội nghị tổng kết 10 năm thực hiện mô hình tự quản. Thượng tướng Bùi Văn Nam, Thứ trưởng Bộ Công an dự và phát biểu tại hội nghị."}"#,
    r#"{"id":"ht-2","published":"2023-02-11","text":"Ngày 10/2/2023, Bộ Công an tổ chức lễ công bố quyết định về công tác cán bộ. Đại tá Nguyễn Hồng Phong được bổ nhiệm giữ chức Giám đốc Công an tỉnh Hà Tĩnh. Thượng tướng Bùi Văn Nam chủ trì buổi lễ."}"#,
    r#"{"id":"na-1","published":"2023-05-03","text":"Ngày 2/5/2023, Ủy ban nhân dân tỉnh Nghệ An tổ chức hội nghị về chuyển đổi số. Ông Nguyễn Văn Sơn, Phó Chủ tịch Ủy ban nhân dân tỉnh Nghệ An chủ trì hội nghị."}"#,
    r#"{"id":"cb-1","published":"2023-06-03","text":"Ngày 2/6/2023, Bộ Chỉ huy Bộ đội Biên phòng tỉnh Cao Bằng tổ chức hội nghị về phòng chống ma túy. Đại tá Nguyễn Văn Sơn, Chính ủy Bộ Chỉ huy Bộ đội Biên phòng tỉnh Cao Bằng dự hội nghị."}"#,
];

struct Server {
    child: Child,
    base: String,
    _place: Place,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself, which the test tells better.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    fn start(place: Place) -> Server {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vietgraph"));
        command.current_dir(place.path("")).args(["serve", "--bind", "127.0.0.1:0"]).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        let said = BufReader::new(child.stderr.take().expect("its talk")).lines().map_while(Result::ok);
        let line = said.into_iter().find(|line| line.contains("http://")).expect("the address it listens at");
        let from = line.find("http://").expect("an address");
        let base = line[from..].split_whitespace().next().expect("an address").to_owned();
        Server { child, base, _place: place }
    }

    fn of_news() -> Server {
        let place = Place::new();
        place.write("news.jsonl", NEWS.join("\n"));
        assert_eq!(place.run(&["build", "news.jsonl"]).status, 0);
        Server::start(place)
    }

    /// Status, location, type and text of an answer.
    fn ask(&self, path: &str, accept: &str) -> (u16, String, String, String) {
        let agent = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().new_agent();
        let answer = agent.get(format!("{}{path}", self.base)).header("accept", accept).call();
        let mut answer = answer.expect("an answer");
        let header =
            |name: &str| answer.headers().get(name).map(|v| v.to_str().expect("plain").to_owned()).unwrap_or_default();
        let (to, kind) = (header("location"), header("content-type"));
        (answer.status().as_u16(), to, kind, answer.body_mut().read_to_string().expect("text"))
    }

    fn failed(&self, path: &str) -> (u16, Value) {
        let (status, _, kind, text) = self.ask(path, "application/json");
        assert_eq!(kind, "application/json", "{path}: {text}");
        (status, serde_json::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}: {text}")))
    }

    fn get(&self, path: &str) -> Value {
        let (status, answer) = self.failed(path);
        assert_eq!(status, 200, "{path}: {answer}");
        answer
    }

    fn hits(&self, query: &str) -> Vec<String> {
        let found = self.get(&format!("/api/search?q={}", encoded(query)));
        texts(&found["hits"], "id")
    }
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}

fn texts(list: &Value, field: &str) -> Vec<String> {
    let list = list.as_array().unwrap_or_else(|| panic!("a list, not {list}"));
    list.iter().map(|entry| entry[field].as_str().unwrap_or_default().to_owned()).collect()
}

const NAM: &str = "person/bùi-văn-nam";
const HEAD: &str = "post/giám-đốc--công-an-tỉnh-hà-tĩnh";

#[test]
fn search_finds_by_name_post_body_province_and_event_with_or_without_diacritics() {
    let server = Server::of_news();
    for query in ["Bùi Văn Nam", "bui van nam", "bui v na", "BÙI VĂN NAM", "nam bui"] {
        assert_eq!(server.hits(query).first().map(String::as_str), Some(NAM), "{query}");
    }
    let found = server.hits("giám đốc công an hà tĩnh");
    assert_eq!(found[0], HEAD, "{found:?}");
    assert!(found[1..].iter().any(|id| id.starts_with("person/lê-khắc-thuyết")), "its holder below it: {found:?}");
    assert!(server.hits("cong an tinh dong thap").contains(&"body/công-an-tỉnh-đồng-tháp".to_owned()));
    assert_eq!(server.hits("hà tĩnh")[0], "place/tỉnh-hà-tĩnh");
    assert!(server.hits("tổng kết 10 năm").iter().any(|id| id.starts_with("event/")));
    assert!(server.hits("bùi văn nạm").contains(&NAM.to_owned()), "tones that fit nothing do not count");
    assert_eq!(server.hits("bui vann nam")[0], NAM, "a letter too many");
    assert!(server.hits("xyzzy").is_empty() && server.hits("…").is_empty());
    let people = server.get("/api/search?q=nguyen%20van%20son&kind=person&limit=1&offset=1");
    assert_eq!((people["total"].as_u64(), texts(&people["hits"], "kind")), (Some(2), vec!["person".to_owned()]));
}

#[test]
fn what_nothing_fits_is_said_with_what_is_like_it_and_what_a_part_of_it_finds() {
    let server = Server::of_news();
    let found = |query: &str| server.get(&format!("/api/search?q={}", encoded(query)));
    let sure = found("bui van nam");
    assert_eq!((&sure["similar"], &sure["shorter"]), (&json!(false), &json!([])), "{sure}");
    let near = found("bui vann nam");
    assert_eq!((&near["similar"], &near["hits"][0]["id"]), (&json!(true), &json!(NAM)), "{near}");
    let none = found("bùi văn nam 1931");
    assert_eq!((&none["total"], &none["shorter"]), (&json!(0), &json!(["bùi văn nam"])), "{none}");
    assert_eq!(found("xyzzy")["shorter"], json!([]));
}

#[test]
fn what_the_readme_says_to_type_finds_somebody_in_its_articles() {
    let place = Place::new();
    let examples = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/articles");
    assert_eq!(place.run(&["build", examples]).status, 0);
    let server = Server::start(place);
    let readme = include_str!("../../README.md");
    let (_, after) = readme.split_once("Type a name, post, body").expect("the paragraph on searching");
    let (told, _) = after.split_once("arrows and Enter pick").expect("its end");
    let typed: Vec<&str> = told.split('`').skip(1).step_by(2).filter(|text| text.len() > 1).collect();
    assert!(typed.len() >= 4, "{typed:?}");
    for text in typed {
        let found = server.get(&format!("/api/search?q={}", encoded(text)));
        assert!(found["total"].as_u64() > Some(0) && found["similar"] == json!(false), "{text}: {found}");
    }
}

#[test]
fn a_person_in_brief_is_told_by_offices_and_by_those_of_old_as_such() {
    let server = Server::of_news();
    let caption = |query: &str| {
        let found = server.get(&format!("/api/search?kind=person&q={}", encoded(query)));
        found["hits"][0]["caption"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(caption("bui van nam"), "Thứ trưởng Bộ Công an");
    let text = "Đại tá Lù Văn Quý, nguyên Giám đốc Công an tỉnh Lai Châu dự hội nghị.";
    let place = Place::new();
    place.write("quy.txt", text);
    assert_eq!(place.run(&["build", "quy.txt"]).status, 0);
    let server = Server::start(place);
    let found = server.get("/api/search?kind=person&lang=vi&q=lu%20van%20quy");
    assert_eq!(found["hits"][0]["caption"], "từng giữ chức: Giám đốc Công an tỉnh Lai Châu");
}

#[test]
fn an_entity_comes_with_evidence_tenures_and_namesakes() {
    let server = Server::of_news();
    let nam = server.get(&format!("/api/entity/{}", encoded(NAM)));
    assert_eq!((nam["name"].as_str(), nam["kind"].as_str()), (Some("Bùi Văn Nam"), Some("person")));
    let lines: Vec<&Value> =
        nam["sections"].as_array().unwrap().iter().flat_map(|s| s["lines"].as_array().unwrap()).collect();
    let shown: Vec<&Value> = lines.iter().flat_map(|l| l["evidence"].as_array().unwrap()).collect();
    let from_the_first = shown.iter().find(|e| e["id"] == "ht-1").expect("evidence of the first article");
    assert_eq!(from_the_first["url"], "https://example.org/1");
    assert_eq!(from_the_first["title"], "Sơ kết <script>alert(1)</script>", "as it is: data, not HTML");
    for evidence in &shown {
        let sentence: Vec<char> = evidence["sentence"].as_str().unwrap().chars().collect();
        let [start, end] = [0, 1].map(|n| evidence["within"][n].as_u64().unwrap() as usize);
        assert_eq!(evidence["quote"], sentence[start..end].iter().collect::<String>());
    }
    let edge = lines[0]["edges"][0].as_str().unwrap();
    let all = server.get(&format!("/api/evidence?edge={}", encoded(edge)));
    assert!(!all["evidence"].as_array().unwrap().is_empty());
    assert!(nam["tenures"].as_array().unwrap().iter().any(|t| t["held"] == "Thứ trưởng Bộ Công an"), "{nam}");
    let english = server.get(&format!("/api/entity/{}?lang=en", encoded(NAM)));
    assert_eq!(
        (english["sections"][0]["title"].as_str(), english["class"].as_str()),
        (Some("Ranks"), Some("official"))
    );
    let son = server.hits("nguyễn văn sơn");
    let son = server.get(&format!("/api/entity/{}", encoded(&son[0])));
    assert_eq!(texts(&son["namesakes"], "name"), ["Nguyễn Văn Sơn"]);
    let post = server.get(&format!("/api/entity/{}", encoded(HEAD)));
    assert!(post["tenures"].as_array().unwrap().len() >= 2, "{post}");
}

#[test]
fn an_entity_as_of_a_day_is_what_it_was_then() {
    let server = Server::of_news();
    let at = |day: &str| format!("/api/entity/{}?as_of={day}", encoded(NAM));
    let then = server.get(&at("2017")).to_string();
    assert!(then.contains("tổng kết 10 năm") && !then.contains("sơ kết công tác"), "{then}");
    let (status, said) = server.failed(&at("1900"));
    assert!(status == 404 && said["error"].as_str().unwrap().contains("ask for a later day"), "{said}");
    let (status, said) = server.failed(&at("16-6-2022"));
    assert!(status == 400 && said["error"].as_str().unwrap().contains("YYYY-MM-DD"), "{said}");
}

#[test]
fn neighbours_keep_to_limit_class_relation_and_time() {
    let server = Server::of_news();
    let around = |more: &str| server.get(&format!("/api/neighbours/{}?{more}", encoded(NAM)));
    let all = around("depth=2");
    let ids = texts(&all["nodes"], "id");
    assert!(ids[0] == NAM && ids.len() > 5 && all["truncated"] == false, "{ids:?}");
    for edge in all["edges"].as_array().unwrap() {
        assert!([&edge["source"], &edge["target"]].iter().all(|end| ids.contains(&end.as_str().unwrap().to_owned())));
    }
    let few = around("limit=2");
    assert!(few["nodes"].as_array().unwrap().len() == 3 && few["truncated"] == true);
    let kinds = |graph: &Value| texts(&graph["nodes"], "kind")[1..].to_vec();
    assert!(kinds(&around("class=event")).iter().all(|kind| kind == "event"));
    assert!(kinds(&around("class=person,rank&depth=1")).iter().all(|kind| kind == "rank"));
    assert!(around("relation=holdsPost")["edges"].as_array().unwrap().iter().all(|e| e["relation"] == "vg:holdsPost"));
    assert_eq!(kinds(&around("class=event&to=2017")), ["event"]);
    assert_eq!(kinds(&around("class=event&from=2024")), [""; 0]);
    for (asked, said) in [
        ("class=nobody", "no class"),
        ("relation=nothing", "no relation"),
        ("from=2023&to=2022", "swap them"),
        ("limit=many", "limit: a whole number from 0 to 1000"),
        ("lang=fr", "vi or en"),
    ] {
        let (status, told) = server.failed(&format!("/api/neighbours/{}?{asked}", encoded(NAM)));
        assert!(status == 400 && told["error"].as_str().unwrap().contains(said), "{asked}: {told}");
    }
}

#[test]
fn paths_meetings_and_parts_of_the_graph() {
    let server = Server::of_news();
    let thuyet = server.hits("lê khắc thuyết")[0].clone();
    let ends = format!("from={}&to={}", encoded(NAM), encoded(&thuyet));
    let path = server.get(&format!("/api/path?{ends}"));
    assert!(path["text"].as_str().unwrap().starts_with("Bùi Văn Nam →"), "{path}");
    let steps = path["ways"][0]["steps"].as_array().unwrap();
    assert!(steps.len() == 2 && steps.iter().all(|step| step["evidence"][0]["quote"].is_string()), "{steps:?}");
    let met = server.get(&format!("/api/together/{}", encoded(NAM)));
    assert!(texts(&met["nodes"], "id").contains(&thuyet) && met["edges"][0]["weight"] == 1.0, "{met}");
    let edge = met["edges"][0]["id"].as_str().unwrap();
    let words = server.get(&format!("/api/evidence?edge={}", encoded(edge)));
    assert!(words["evidence"].as_array().unwrap().len() >= 2, "{words}");
    let part = server.get(&format!("/api/graph?ids={},{}", encoded(NAM), encoded("rank/thượng-tướng")));
    assert_eq!((part["nodes"].as_array().unwrap().len(), part["edges"].as_array().unwrap().len()), (2, 1));
    let same = format!("/api/path?from={0}&to={0}", encoded(NAM));
    for (path, status) in [(same.as_str(), 400), ("/api/path?from=x&to=y", 404), ("/api/graph?ids=x", 404)] {
        assert_eq!(server.failed(path).0, status, "{path}");
    }
}

#[test]
fn time_and_provinces_are_told() {
    let server = Server::of_news();
    let items = server.get(&format!("/api/timeline/{}", encoded(NAM)));
    let items = items["items"].as_array().unwrap();
    let dates: Vec<&str> = items.iter().filter_map(|item| item["date"].as_str()).collect();
    assert!(dates.is_sorted() && dates.contains(&"2016-12-20") && dates.contains(&"2022-06-15"), "{dates:?}");
    assert!(items.iter().any(|item| item["kind"] == "rank" && item["certainty"] == "attested"), "{items:?}");
    let told = server.get("/api/provinces");
    let provinces = told["provinces"].as_array().unwrap();
    assert_eq!(provinces.iter().filter(|p| p["today"] == true).count(), 34);
    let dong_thap = provinces.iter().find(|p| p["id"] == "place/tỉnh-đồng-tháp").expect("a former province");
    assert_eq!(dong_thap["merged_into"], "place/tỉnh-đồng-tháp-2025");
    let ha_tinh = provinces.iter().find(|p| p["id"] == "place/tỉnh-hà-tĩnh").expect("a province");
    assert_eq!(ha_tinh["events"]["2022"], 1, "{ha_tinh}");
    assert_eq!(server.failed("/api/provinces?year=last").0, 400);
}

#[test]
fn what_is_unknown_or_wrong_is_said_with_what_is_near() {
    let server = Server::of_news();
    let (status, told) = server.failed("/api/entity/person/bui-van-nam");
    assert!(status == 404 && texts(&told["near"], "id") == [NAM], "{told}");
    let (status, told) = server.failed("/api/entity/person/nam-van");
    assert!(
        status == 404 && told["near"].as_array().is_some_and(Vec::is_empty),
        "to share a word is not enough: {told}"
    );
    for (path, status, said) in [
        ("/api/nothing", 404, "/api/openapi.json"),
        ("/api/search", 400, "missing field `q`"),
        ("/api/search?q=a&kind=animal", 400, "there are person, post"),
        ("/api/evidence?edge=a%7Cb%7Cc", 404, "no edge"),
        ("/api/entity/%2e%2e%2f%2e%2e%2fetc%2fpasswd", 404, "nothing in the store"),
        ("/id/nobody", 404, "nothing in the store"),
    ] {
        let (got, told) = server.failed(path);
        assert!(got == status && told["error"].as_str().unwrap().contains(said), "{path}: {got} {told}");
    }
    assert_eq!(server.failed("/api/entity/%ff%fe").1["code"], "bad_parameter");
}

#[test]
fn former_ids_lead_to_those_of_now() {
    let place = Place::new();
    place.write("news.jsonl", NEWS.join("\n"));
    assert_eq!(place.run(&["build", "news.jsonl"]).status, 0);
    let thuyet = "person/lê-khắc-thuyết";
    let run = place.run(&["merge", "--by", "Lan", "--why", "try", NAM, thuyet]);
    assert_eq!(run.status, 0, "{run:?}");
    let server = Server::start(place);
    let [now, former] = match server.failed(&format!("/api/entity/{}", encoded(thuyet))).0 {
        301 => [NAM, thuyet],
        _ => [thuyet, NAM],
    };
    for below in ["/api/entity/", "/api/timeline/", "/id/"] {
        let (status, to, ..) = server.ask(&format!("{below}{}?lang=en", encoded(former)), "text/turtle");
        assert_eq!(
            (status, to),
            (301, format!("{below}{}?lang=en", encoded(now).replace("%2F", "/").replace("%2D", "-")))
        );
    }
}

#[test]
fn iris_are_pages_for_people_and_statements_for_machines() {
    let server = Server::of_news();
    let at = format!("/id/{}", encoded(NAM));
    let (status, to, ..) = server.ask(&at, "text/html,application/xhtml+xml,*/*;q=0.8");
    assert!(status == 303 && to.starts_with("/e/person/b%C3%B9i"), "{status} {to}");
    let (_, asked, ..) = server.ask(&format!("{at}?as_of=2018&format=html&lang=vi"), "text/html");
    assert_eq!(asked, format!("{to}?as_of=2018&lang=vi"), "a day and a language go along");
    let (status, _, kind, turtle) = server.ask(&at, "text/turtle");
    assert!(
        status == 200 && kind.starts_with("text/turtle") && turtle.contains("vg:quote") && turtle.contains("<<("),
        "{turtle}"
    );
    let (_, _, kind, json) = server.ask(&at, "application/ld+json");
    assert_eq!(kind, "application/ld+json; charset=utf-8");
    serde_json::from_str::<Value>(&json).expect("JSON");
    assert!(json.contains("22-rdf-syntax-ns#subject"), "{json}");
    let (_, _, kind, lines) = server.ask(&format!("{at}?format=n-triples"), "text/html");
    assert!(kind.starts_with("application/n-triples") && lines.lines().all(|line| line.ends_with(" .")), "{lines}");
    assert_eq!(server.ask(&format!("{at}?format=pdf"), "*/*").0, 400);
    assert_eq!(server.ask("/id/article/ht-1", "*/*").0, 200);
    let article = server.get("/api/article/ht-1");
    let evidence = article["sentences"][0]["facts"][0]["evidence"].as_str().expect("an IRI");
    let id = evidence.strip_prefix("https://w3id.org/vietgraph").expect("an IRI of the graph");
    for (path, page) in
        [(id, "/e/article/ht-1"), ("/id/nobody", "/e/nobody"), ("/id/article/%2e%2e%2fx", "/e/article%2F..%2Fx")]
    {
        let (status, to, ..) = server.ask(path, "text/html");
        assert_eq!((status, to.as_str()), (303, page), "{path}");
    }
    assert_eq!(server.ask(id, "text/turtle").0, 200);
    let own = format!("/e/{}", encoded(NAM));
    for page in [&own, "/e/article/ht-1", "/graph?about=x", "/map?year=2022", "/sparql-editor", "/conflicts"] {
        let (status, _, kind, _) = server.ask(page, "text/html");
        assert_eq!((status, kind.as_str()), (200, "text/html"), "{page}");
    }
    for page in ["/e/person/x", "/e/article/x"] {
        let (status, _, kind, _) = server.ask(page, "text/html");
        assert_eq!((status, kind.as_str()), (404, "text/html"), "{page}: the same page, which says so");
    }
}

#[test]
fn the_iri_of_two_bearers_is_a_page_for_people_and_choices_for_machines() {
    let place = Place::new();
    for count in [4, 5] {
        place.write("news.jsonl", NEWS[..count].join("\n"));
        assert_eq!(place.run(&["build", "news.jsonl"]).status, 0);
    }
    let server = Server::start(place);
    let at = format!("/id/{}", encoded("person/nguyễn-văn-sơn"));
    let (status, told) = server.failed(&at);
    assert!(status == 300 && told["choices"].as_array().is_some_and(|c| c.len() == 2), "{told}");
    let (status, to, ..) = server.ask(&at, "text/html");
    assert!(status == 303 && to.starts_with("/e/person/nguy"), "{status} {to}");
}

#[test]
fn every_address_of_the_description_answers() {
    let server = Server::of_news();
    let told = server.get("/api/openapi.json");
    for (path, methods) in told["paths"].as_object().unwrap() {
        let parameters = methods["get"]["parameters"].as_array().unwrap();
        let needed = parameters.iter().filter(|p| p["in"] == "query" && p["required"] == true);
        let edge = format!("{NAM}|vg:holdsRank|rank/thượng-tướng");
        let value = |name: &str| match name {
            "from" | "ids" => NAM.to_owned(),
            "to" => HEAD.to_owned(),
            "edge" => edge.clone(),
            _ => "nam".to_owned(),
        };
        let needed = needed.filter_map(|p| p["name"].as_str()).map(|name| format!("{name}={}", encoded(&value(name))));
        let id = if path.starts_with("/api/article/") { "ht-1" } else { NAM };
        let path = format!("{}?{}", path.replace("{id}", &encoded(id)), needed.collect::<Vec<_>>().join("&"));
        let (status, _, _, text) = server.ask(&path, "application/json");
        assert_eq!(status, 200, "{path}: {text}");
    }
    let overview = server.get("/api/overview");
    assert_eq!(
        (overview["counts"]["articles"].as_u64(), overview["span"]["from"].as_str()),
        (Some(5), Some("2016-12-20"))
    );
    for list in ["/api/conflicts", "/api/namesakes"] {
        let list = server.get(list);
        assert_eq!(list["items"].as_array().unwrap().len() as u64, list["total"].as_u64().unwrap());
    }
}

#[test]
fn each_saved_question_has_an_answer_in_the_examples() {
    let place = Place::new();
    let examples = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/articles");
    assert_eq!(place.run(&["build", examples]).status, 0);
    let store = vietgraph::store::Store::open(&place.path("vietgraph-store")).expect("a store");
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/serve/questions")).expect("questions");
    let mut count = 0;
    for file in folder.flatten() {
        let query = std::fs::read_to_string(file.path()).expect("a question");
        let rows = vietgraph::store::sparql::select(&store, &query, &[]);
        let rows = rows.unwrap_or_else(|e| panic!("{}: {e}", file.path().display()));
        assert!(!rows.is_empty(), "{} gives nothing", file.path().display());
        count += 1;
    }
    assert!(count >= 15, "{count}");
}
