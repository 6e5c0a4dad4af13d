//! The SPARQL 1.1 Protocol: ways to ask, formats, graphs, statuses.

use crate::binary::Place;
use crate::server::{Server, encoded};

const IDS: &str = "SELECT ?id { ?a a schema:NewsArticle ; dct:identifier ?id } ORDER BY ?id";
const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");
const HA_TINH: &str = "https://w3id.org/vietgraph/id/article/ha-tinh";

#[test]
fn a_query_is_sent_by_get_by_form_or_as_it_is() {
    let place = Place::built();
    let server = Server::of(&place, &[]);
    let csv = ("Accept", "text/csv");
    let asked = [
        server.ask(IDS, "text/csv"),
        server.send("POST", "/sparql", &[FORM, csv], Some(&format!("query={}", encoded(IDS)))),
        server.send("POST", "/sparql", &[("Content-Type", "application/sparql-query; charset=utf-8"), csv], Some(IDS)),
    ];
    for answer in asked {
        assert_eq!((answer.status, answer.body.as_str()), (200, "id\r\ndong-thap\r\nha-tinh\r\n"), "{answer:?}");
        assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    }
    let head = server.send("HEAD", "/sparql?query=ASK%7B%7D", &[], None);
    assert_eq!((head.status, head.body.as_str()), (200, ""));
}

#[test]
fn every_format_that_there_is_can_be_had() {
    let place = Place::built();
    let server = Server::of(&place, &[]);
    let rows =
        ["application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"];
    for media_type in rows {
        for query in [IDS, "ASK {}"] {
            let answer = server.ask(query, media_type);
            assert_eq!(answer.status, 200, "{media_type}: {answer:?}");
            assert!(answer.header("content-type").starts_with(media_type) && answer.whole, "{answer:?}");
        }
    }
    let triples = [
        ("text/turtle", "dct:identifier \"ha-tinh\""),
        ("application/n-triples", "<http://purl.org/dc/terms/identifier> \"ha-tinh\" .\n"),
        ("application/rdf+xml", "<rdf:RDF"),
        ("application/ld+json", "\"@id\""),
        ("application/trig", "\"ha-tinh\""),
        ("application/n-quads", "\"ha-tinh\" .\n"),
        ("text/n3", "\"ha-tinh\""),
    ];
    for (media_type, part) in triples {
        let answer = server.ask("CONSTRUCT { ?a dct:identifier ?id } { ?a dct:identifier ?id }", media_type);
        assert!(answer.status == 200 && answer.body.contains(part), "{media_type}: {answer:?}");
        assert!(answer.header("content-type").starts_with(media_type), "{answer:?}");
    }
    let liked = server.ask(IDS, "application/sparql-results+xml;q=0.3, text/csv;q=0.8, */*;q=0.1");
    assert_eq!(liked.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(server.ask(IDS, "*/*").header("content-type"), "application/sparql-results+json");
    for (query, said) in [(IDS, "text/csv"), ("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle")] {
        let none = server.ask(query, "image/png");
        assert!(none.status == 406 && none.body.contains(said), "{none:?}");
    }
}

#[test]
fn a_format_without_words_for_triple_terms_has_statements() {
    let place = Place::built();
    let server = Server::of(&place, &[]);
    let query = "CONSTRUCT { ?r rdf:reifies ?t } { ?r rdf:reifies ?t }";
    let json = server.ask(query, "application/ld+json");
    assert!(json.status == 200 && json.body.contains("22-rdf-syntax-ns#Statement"), "{json:?}");
    serde_json::from_str::<serde_json::Value>(&json.body).expect("JSON");
    assert_eq!(server.ask(query, "application/rdf+xml").status, 200);
    let graph = format!("/rdf-graph-store?graph={}", encoded(HA_TINH));
    let graph = server.get(&graph, "application/ld+json");
    assert!(graph.status == 200 && graph.body.contains("22-rdf-syntax-ns#Statement"), "{graph:?}");
}

#[test]
fn a_format_is_asked_for_by_its_name() {
    let place = Place::built();
    let server = Server::of(&place, &[]);
    let construct = "CONSTRUCT { ?a dct:identifier ?id } { ?a dct:identifier ?id }";
    for (query, name, media_type) in [
        (IDS, "csv", "text/csv"),
        (IDS, "tsv", "text/tab-separated-values"),
        (IDS, "json", "application/sparql-results+json"),
        (IDS, "xml", "application/sparql-results+xml"),
        (construct, "ttl", "text/turtle"),
        (construct, "nt", "application/n-triples"),
        (construct, "nq", "application/n-quads"),
        (construct, "jsonld", "application/ld+json"),
        (construct, "json", "application/ld+json"),
        (construct, "xml", "application/rdf+xml"),
    ] {
        let answer = server.get(&format!("/sparql?query={}&format={name}", encoded(query)), "image/png");
        assert!(answer.status == 200 && answer.header("content-type").starts_with(media_type), "{name}: {answer:?}");
    }
    for name in ["ttl", "nt", "nq", "jsonld", "json", "xml"] {
        let one = server.get(&format!("/id/article/ha-tinh?format={name}"), "text/html");
        let all = server.get(&format!("/rdf-graph-store?default&format={name}"), "text/html");
        assert_eq!(
            (one.status, one.header("content-type").split(';').next()),
            (200, all.header("content-type").split(';').next())
        );
    }
    let form = server.send("POST", "/sparql", &[FORM], Some(&format!("query={}&format=csv", encoded(IDS))));
    assert!(form.header("content-type").starts_with("text/csv"), "{form:?}");
    for path in ["/sparql?query=ASK%7B%7D&format=pdf", "/rdf-graph-store?default&format=pdf"] {
        let answer = server.get(path, "*/*");
        assert!(answer.status == 400 && answer.body.contains("csv, json"), "{answer:?}");
    }
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let place = Place::built();
    let server = Server::of(&place, &[]);
    let wrong = |answer: crate::server::Answer, status: u16, part: &str| {
        assert!(answer.status == status && answer.body.contains(part), "{part}: {answer:?}");
        assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    };
    wrong(server.ask("SELECT ?s\nWHERE { ?s ?p }", "*/*"), 400, "syntax error at 2:16");
    wrong(server.ask("SELECT * { ?s foo:bar ?o }", "*/*"), 400, "unknown prefix `foo:`");
    wrong(server.ask("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "*/*"), 400, "is not supported");
    wrong(server.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D", "*/*"), 400, "2 times");
    wrong(server.get("/sparql?update=CLEAR%20ALL", "*/*"), 400, "by POST");
    wrong(server.get("/sparql?default-graph-uri=x:x", "*/*"), 400, "no query");
    wrong(server.get("/sparql?query=ASK%7B%7D&default-graph-uri=here", "*/*"), 400, "no absolute IRI");
    wrong(server.send("POST", "/sparql", &[FORM], Some("x=1")), 400, "neither");
    wrong(server.send("POST", "/sparql", &[FORM], Some("query=a&update=b")), 400, "both");
    wrong(
        server.send("POST", "/sparql", &[("Content-Type", "text/plain")], Some("ASK {}")),
        415,
        "application/sparql-query",
    );
    let compressed = [FORM, ("Content-Encoding", "gzip")];
    wrong(server.send("POST", "/sparql", &compressed, Some("query=x")), 415, "compressed");
    wrong(server.send("PUT", "/sparql", &[], Some("x")), 405, "/rdf-graph-store");
    assert_eq!(server.get("/nowhere", "*/*").status, 404);
}

#[test]
fn the_graphs_of_a_request_go_before_those_of_the_query() {
    let place = Place::built();
    let server = Server::of(&place, &[]);
    let count = |query: &str, graphs: &str| {
        let answer = server.get(&format!("/sparql?query={}{graphs}", encoded(query)), "text/csv");
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.body.lines().count() - 1
    };
    let (articles, graph) = ("SELECT * { ?a a schema:NewsArticle }", encoded(HA_TINH));
    assert_eq!(count(articles, ""), 2, "the union of all graphs");
    assert_eq!(count(articles, &format!("&default-graph-uri={graph}")), 1);
    assert_eq!(count(articles, &format!("&named-graph-uri={graph}")), 0);
    let each = "SELECT * { GRAPH ?g { ?a a schema:NewsArticle } }";
    assert_eq!(count(each, &format!("&named-graph-uri={graph}")), 1);
    assert_eq!(count(each, &format!("&default-graph-uri={graph}")), 0);
    let other = articles.replace('{', "FROM <x:nowhere> {");
    assert_eq!(count(&other, &format!("&default-graph-uri={graph}")), 1);
}

#[test]
fn answers_are_compressed_where_they_may_be() {
    let place = Place::built();
    let server = Server::of(&place, &[]);
    let head = format!(
        "GET /sparql?query={} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n",
        encoded(IDS)
    );
    let answer = server.raw(head.as_bytes()).to_lowercase();
    assert!(answer.contains("content-encoding: gzip") && answer.contains("vary: accept-encoding"), "{answer}");
    assert!(answer.ends_with("\r\n0\r\n\r\n"), "it comes to its end: {answer}");
}

#[test]
fn the_server_describes_itself() {
    let place = Place::built();
    let server = Server::of(&place, &[]);
    let service = server.get("/sparql", "application/n-triples");
    let endpoint = format!("<http://www.w3.org/ns/sparql-service-description#endpoint> <{}>", server.url("/sparql"));
    assert!(service.status == 200 && service.body.contains(&endpoint), "{service:?}");
    assert!(service.body.contains("UnionDefaultGraph") && !service.body.contains("SPARQL11Update"), "{service:?}");
    let browser = server.get("/sparql", "text/html,*/*;q=0.8");
    assert_eq!((browser.status, browser.header("location")), (303, "/sparql-editor"));
    for (accept, part) in [
        ("text/turtle", "void#documents> 2"),
        ("application/ld+json", "sparqlEndpoint"),
        ("text/html", "&lt;#dataset>"),
    ] {
        let void = server.get("/.well-known/void", accept);
        assert!(void.status == 200 && void.body.contains(part), "{void:?}");
        assert!(void.header("content-type").starts_with(accept), "{void:?}");
    }
    assert_eq!(server.get("/.well-known/void", "image/png").status, 406);
    let health = server.get("/health", "*/*");
    assert!(health.status == 200 && health.body.contains(r#""articles":2"#), "{health:?}");
}
