//! Who may read what a server answers: pages of other sites, callers by other names; and what each answer tells a browser.

use serde_json::Value;

use crate::binary::Place;
use crate::server::{Answer, Server, encoded};

const READ: [&str; 5] =
    ["/sparql?query=ASK%7B%7D", "/rdf-graph-store?default", "/.well-known/void", "/health", "/api/overview"];

fn from(server: &Server, origin: &str, path: &str) -> Answer {
    server.send("GET", path, &[("Origin", origin)], None)
}

fn called(server: &Server, host: &str, path: &str) -> String {
    server.raw(format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes())
}

#[test]
fn pages_of_other_sites_read_only_where_they_are_let() {
    let place = Place::built();
    let readers = |options: &[&str]| -> Vec<String> {
        let server = Server::of(&place, options);
        let allowed = |path: &&str| {
            ["https://a.org", "https://b.org"].map(|origin| {
                let answer = from(&server, origin, path);
                assert_eq!(answer.status, 200, "{path}: {answer:?}");
                answer.header("access-control-allow-origin").to_owned()
            })
        };
        let mut found: Vec<[String; 2]> = READ.iter().map(allowed).collect();
        found.dedup();
        assert_eq!(found.len(), 1, "{options:?}: the same everywhere: {found:?}");
        found.remove(0).to_vec()
    };
    assert_eq!(readers(&[]), ["*", "*"]);
    assert_eq!(readers(&["--cors", "*"]), ["*", "*"]);
    assert_eq!(readers(&["--cors", "https://a.org", "--cors", "https://c.org"]), ["https://a.org", ""]);
    assert_eq!(readers(&["--cors", "none"]), ["", ""], "what is nobody else's business");
    let run = place.run(&["serve", "--bind", "127.0.0.1:0", "--cors", "a.org"]);
    assert!(run.status != 0 && run.stderr.contains("such as https://example.org"), "{run:?}");
}

#[test]
fn pages_that_may_read_may_not_change() {
    let place = Place::built();
    let server = Server::of(&place, &["--cors", "*"]);
    let before = |method| [("Origin", "https://example.org"), ("Access-Control-Request-Method", method)];
    let answer = server.send("OPTIONS", "/sparql", &before("POST"), None);
    assert_eq!((answer.status, answer.header("access-control-allow-origin")), (200, "*"), "{answer:?}");
    let answer = server.send("OPTIONS", "/rdf-graph-store", &before("PUT"), None);
    assert!(!answer.header("access-control-allow-methods").contains("PUT"), "{answer:?}");
    // A wildcard does not cover the header that a token is sent in.
    assert_eq!(answer.header("access-control-allow-headers"), "*");
}

#[test]
fn a_server_of_this_machine_answers_to_its_own_names() {
    let place = Place::built();
    let server = Server::of(&place, &[]);
    let port = server.host.rsplit(':').next().expect("a port");
    for own in
        ["localhost", "LOCALHOST.", "127.0.0.1", "127.0.0.2", "[::1]", "localhost:1", &format!("localhost:{port}")]
    {
        assert!(called(&server, own, "/health").starts_with("HTTP/1.1 200"), "{own}");
    }
    for other in [
        "evil.example",
        "evil.example:80",
        "localhost.evil.example",
        "192.0.2.1",
        "",
        "a@localhost@b",
        "[::2]",
        "a@localhost",
        "localhost:99999",
        "localhost:",
    ] {
        for path in ["/health", "/", "/sparql?query=ASK%7B%7D", "/api/overview", "/nowhere"] {
            let answer = called(&server, other, path);
            assert!(answer.starts_with("HTTP/1.1 421") && answer.contains("--allow-host NAME"), "{other}: {answer}");
        }
    }
    let there = server.raw(b"GET http://evil.example/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assert!(there.starts_with("HTTP/1.1 421"), "{there}");
    let server = Server::of(&place, &["--allow-host", "graph.example.org.:443"]);
    for (host, status) in
        [("graph.example.org", 200), ("Graph.Example.org:8080", 200), ("localhost", 200), ("example.org", 421)]
    {
        assert!(called(&server, host, "/health").starts_with(&format!("HTTP/1.1 {status}")), "{host}");
    }
}

#[test]
fn every_answer_tells_browsers_what_may_become_of_it() {
    let place = Place::built();
    let server = Server::of(&place, &[]);
    let told: Value = serde_json::from_str(&server.get("/api/openapi.json", "*/*").body).expect("JSON");
    let addresses = told["paths"].as_object().expect("addresses").keys().map(|path| path.replace("{id}", "person/x"));
    let found = addresses.clone().map(|path| path.replace("person/x", &encoded("person/bùi-văn-nam")));
    let others =
        ["/", "/assets/app.js", "/assets/none", "/graph", "/e/person/x", "/nowhere", "/sparql", "/sparql?query=%zz"];
    let all: Vec<String> = addresses.chain(found).chain(others.iter().chain(&READ).map(ToString::to_string)).collect();
    let mut statuses = Vec::new();
    for path in all {
        for (method, accept) in
            [("GET", "*/*"), ("GET", "text/html"), ("GET", "image/png"), ("HEAD", "*/*"), ("PATCH", "*/*")]
        {
            let answer = server.send(method, &path, &[("Accept", accept)], None);
            let is = |name: &str, part: &str| {
                assert!(answer.header(name).contains(part), "{method} {path}: {name}: {answer:?}");
            };
            is("x-content-type-options", "nosniff");
            is("referrer-policy", "same-origin");
            is("cross-origin-resource-policy", "same-origin");
            is("content-security-policy", "default-src 'none'");
            is("content-security-policy", "frame-ancestors 'none'");
            statuses.push(answer.status);
        }
    }
    assert!([200, 303, 400, 404, 405, 406].iter().all(|status| statuses.contains(status)), "{statuses:?}");
}

#[test]
fn many_who_ask_at_once_all_get_their_turn() {
    let place = Place::built();
    let path = format!("/api/entity/{}", encoded("person/bùi-văn-nam"));
    let all_at_once = |server: &Server| {
        std::thread::scope(|scope| {
            let asked: Vec<_> = (0..200).map(|_| scope.spawn(|| server.get(&path, "*/*"))).collect();
            asked.into_iter().map(|asked| asked.join().expect("an answer")).collect::<Vec<Answer>>()
        })
    };
    let answers = all_at_once(&Server::of(&place, &[]));
    assert!(answers.iter().all(|answer| answer.status == 200), "many wait for their turn and get it: {answers:?}");
}

#[test]
fn limits_that_are_none_are_refused() {
    let place = Place::built();
    for (option, wrong) in [
        ("--query-time", "9223372036854775807"),
        ("--query-time", "0"),
        ("--query-memory", "0"),
        ("--query-memory", "18446744073709551615"),
        ("--result-size", "18446744073709551615"),
        ("--body-size", "0"),
        ("--body-size", "18446744073709551615"),
        ("--queries", "0"),
        ("--queries", "99999999999"),
        ("--allow-host", "*"),
        ("--allow-host", "u@graph.example.org"),
        ("--allow-host", "graph.example.org:99999"),
        ("--port", "7878"),
    ] {
        let run = place.run(&["serve", "--bind", "127.0.0.1:0", option, wrong]);
        assert!(run.status == 1 && run.stderr.contains(option), "{option} {wrong}: {run:?}");
    }
}

#[test]
fn a_value_that_is_none_is_told_by_the_name_of_its_parameter_with_what_it_may_be() {
    let place = Place::built();
    let server = Server::of(&place, &[]);
    let date = "a date is wanted as YYYY, YYYY-MM or YYYY-MM-DD";
    for (path, told) in [
        ("/api/entity/ID?as_of=2019-13", format!("as_of: {date}")),
        ("/api/entity/ID?as_of=--06-15", format!("as_of: {date}")),
        ("/api/neighbours/ID?from=2022-02-30", format!("from: {date}")),
        ("/api/neighbours/ID?to=now", format!("to: {date}")),
        ("/api/neighbours/ID?depth=3", "depth: a whole number from 1 to 2".to_owned()),
        ("/api/search?q=a&limit=abc", "limit: a whole number from 0 to 200".to_owned()),
        ("/api/search?q=a&limit=201", "limit: a whole number from 0 to 200".to_owned()),
        ("/api/search?q=a&offset=-1", "offset: a whole number from 0 to".to_owned()),
        ("/api/entity/ID?offset=x", "offset: a whole number from 0 to".to_owned()),
        ("/api/timeline/ID?limit=1e3", "limit: a whole number from 0 to 1000".to_owned()),
        ("/api/together/ID?limit=", "limit: a whole number from 0 to 1000".to_owned()),
        ("/api/path?from=ID&to=ID&limit=0", "limit: a whole number from 1 to 20".to_owned()),
        ("/api/conflicts?limit=many", "limit: a whole number from 0 to 1000".to_owned()),
        ("/api/provinces?year=20x1", "year: a whole number from 1 to 9999".to_owned()),
    ] {
        let answer = server.get(&path.replace("ID", "person/b%C3%B9i-v%C4%83n-nam"), "*/*");
        let said: Value = serde_json::from_str(&answer.body).unwrap_or_else(|e| panic!("{path}: {e}: {answer:?}"));
        assert!(answer.status == 400 && said["error"].as_str().is_some_and(|e| e.starts_with(&told)), "{path}: {said}");
    }
    let answer = server.get("/api/entity/person/b%C3%B9i-v%C4%83n-nam?as_of=", "*/*");
    assert_eq!(answer.status, 200, "left empty it asks for nothing: {answer:?}");
}

#[test]
fn each_error_of_the_api_has_a_code() {
    let place = Place::built();
    let server = Server::of(&place, &[]);
    for (path, code) in [
        ("/api/search", "bad_parameter"),
        ("/api/search?q=a&lang=fr", "unknown_language"),
        ("/api/search?q=a&kind=animal", "unknown_kind"),
        ("/api/entity/nobody", "unknown_id"),
        ("/api/article/none", "unknown_article"),
        ("/api/evidence?edge=a", "unknown_edge"),
        ("/api/nowhere", "unknown_address"),
        ("/api/article/%ff", "bad_parameter"),
        ("/api/entity/%ff", "bad_parameter"),
        ("/api/timeline/%ff", "bad_parameter"),
        ("/api/neighbours/%ff", "bad_parameter"),
        ("/id/%ff", "bad_parameter"),
        ("/api/provinces?year=last", "bad_parameter"),
        ("/api/entity/person/b%C3%B9i-v%C4%83n-nam?as_of=1.2.2003", "bad_value"),
        ("/api/entity/person/b%C3%B9i-v%C4%83n-nam?as_of=1900", "not_yet_known"),
        ("/id/person/b%C3%B9i-v%C4%83n-nam?format=pdf", "unknown_format"),
    ] {
        let answer = server.get(path, "*/*");
        let told: Value = serde_json::from_str(&answer.body).unwrap_or_else(|e| panic!("{path}: {e}: {answer:?}"));
        assert!(told["code"] == code && told["error"].is_string(), "{path}: {told}");
        assert!(!answer.body.contains("deserialize"), "no word of how the server is written: {told}");
    }
}
