//! Changes: refused unless they are allowed and the token is sent, and undone by the next build.

use crate::binary::Place;
use crate::server::{Answer, Server, encoded};

const NEW: &str = "https://w3id.org/vietgraph/id/article/by-hand";
const OLD: &str = "https://w3id.org/vietgraph/id/article/ha-tinh";
const UPDATE: (&str, &str) = ("Content-Type", "application/sparql-update");
const TURTLE: (&str, &str) = ("Content-Type", "text/turtle");
const TOKEN: (&str, &str) = ("Authorization", "Bearer secret");

fn graph(iri: &str) -> String {
    format!("/rdf-graph-store?graph={}", encoded(iri))
}

fn insert() -> String {
    format!("INSERT DATA {{ GRAPH <{NEW}> {{ id:x a vg:Person }} }}")
}

fn is(answer: &Answer, status: u16, part: &str) {
    assert!(answer.status == status && answer.body.contains(part), "{part}: {answer:?}");
}

#[test]
fn a_server_only_reads_unless_it_is_told_otherwise() {
    let place = Place::built();
    let server = Server::with_token(&place, &[], Some("secret"));
    is(&server.send("POST", "/sparql", &[UPDATE, TOKEN], Some(&insert())), 403, "--allow-update");
    let form = ("Content-Type", "application/x-www-form-urlencoded");
    is(&server.send("POST", "/sparql", &[form], Some("update=CLEAR+ALL")), 403, "--allow-update");
    is(&server.send("PUT", &graph(NEW), &[TURTLE], Some("")), 403, "--allow-update");
    is(&server.send("DELETE", &graph(OLD), &[TOKEN], None), 403, "--allow-update");
    let run = place.run(&["serve", "--bind", "127.0.0.1:0", "--allow-update"]);
    assert!(run.status == 1 && run.stderr.contains("--token-file"), "{run:?}");
}

#[test]
fn a_change_needs_the_token() {
    let place = Place::built();
    let server = Server::with_token(&place, &["--allow-update"], Some("secret"));
    for sent in ["", "Bearer", "Bearer wrong", "Basic secret", "secret", "Bearer secret2"] {
        let answer = server.send("POST", "/sparql", &[UPDATE, ("Authorization", sent)], Some(&insert()));
        is(&answer, 401, "Bearer TOKEN");
        assert!(answer.header("www-authenticate").starts_with("Bearer"), "{answer:?}");
    }
    assert_eq!(server.ask("ASK { id:x a vg:Person }", "text/csv").body, "false");
}

#[test]
fn a_change_is_seen_at_once_and_undone_by_the_next_build() {
    let place = Place::built();
    let before = place.quads("vietgraph-store");
    let mut server = Server::with_token(&place, &["--allow-update"], Some("secret"));
    let truth = |server: &Server, query: &str| server.ask(query, "text/csv").body;
    is(&server.send("POST", "/sparql", &[UPDATE, TOKEN], Some(&insert())), 200, "the next build");
    assert_eq!(truth(&server, "ASK { id:x a vg:Person }"), "true");
    is(&server.send("DELETE", &graph(OLD), &[TOKEN], None), 200, "the next build");
    is(&server.get(&graph(OLD), "*/*"), 404, "no graph");
    is(&server.send("DELETE", &graph(OLD), &[TOKEN], None), 404, "no such graph");
    is(&server.send("PUT", &graph(OLD), &[TURTLE, TOKEN], Some("<x:a> a <x:b> .")), 201, "written");
    is(&server.send("POST", &graph(OLD), &[TURTLE, TOKEN], Some("<x:b> a <x:b> .")), 200, "written");
    assert_eq!(server.get(&graph(OLD), "application/n-triples").body.lines().count(), 2);
    let loose = server.send("POST", "/sparql", &[UPDATE, TOKEN], Some("INSERT DATA { id:y a vg:Person }"));
    is(&loose, 400, "GRAPH <https://w3id.org/vietgraph/id/article/ID>");
    is(&server.send("POST", "/sparql", &[UPDATE, TOKEN], Some("DELETE {")), 400, "syntax error at 1:");
    is(&server.send("POST", "/sparql", &[UPDATE, TOKEN], Some("LOAD <file:///etc/passwd>")), 400, "nothing is fetched");
    is(&server.send("PUT", &graph(OLD), &[TURTLE, TOKEN], Some("<x:a> a")), 400, "cannot be read");
    is(&server.send("PUT", &graph(OLD), &[("Content-Type", "image/png"), TOKEN], Some("")), 415, "text/turtle");
    server.stop();
    assert_eq!(place.run(&["build", "news"]).status, 0);
    assert!(place.quads("vietgraph-store") == before, "a build makes every graph what its article says");
}

#[test]
fn the_ontology_is_not_changed() {
    let place = Place::built();
    let server = Server::with_token(&place, &["--allow-update"], Some("secret"));
    let ontology = graph("https://w3id.org/vietgraph/ontology");
    for (path, why) in [("/rdf-graph-store?default", "the union of all"), (&ontology, "the ontology")] {
        is(&server.send("PUT", path, &[TURTLE, TOKEN], Some("")), 403, why);
        is(&server.send("DELETE", path, &[TOKEN], None), 403, why);
    }
    let update = |text: &str| server.send("POST", "/sparql", &[UPDATE, TOKEN], Some(text));
    let count = || server.ask("SELECT * { ?s ?p ?o }", "text/csv").body.lines().count();
    let before = count();
    is(&update("DELETE WHERE { ?s ?p ?o }"), 400, "WITH <https://w3id.org/vietgraph/id/article/ID>");
    for refused in [
        "DROP GRAPH <https://w3id.org/vietgraph/ontology>",
        "CLEAR ALL",
        "DROP NAMED",
        "LOAD <https://example.org/> INTO GRAPH <https://w3id.org/vietgraph/ontology>",
        "MOVE <https://w3id.org/vietgraph/ontology> TO <https://w3id.org/vietgraph/id/article/x>",
        "INSERT DATA { GRAPH <https://w3id.org/vietgraph/ontology> { id:a a vg:Person } }",
        "DELETE WHERE { GRAPH <https://w3id.org/vietgraph/ontology> { ?s ?p ?o } }",
    ] {
        is(&update(refused), 403, "the ontology, <https://w3id.org/vietgraph/ontology>, is not changed");
    }
    assert_eq!(count(), before, "nothing has changed");
    is(&update(&format!("WITH <{OLD}> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}")), 200, "the next build");
    assert!(count() < before);
    is(&update(&format!("DROP GRAPH <{OLD}>")), 200, "the next build");
    let of = |graph: &str| format!("ASK {{ GRAPH <{graph}> {{ ?s a ?class }} }}");
    let holds = |graph: &str| server.ask(&of(graph), "application/sparql-results+json").body.contains("true");
    for graph in ["x:one", "x:two"] {
        is(&update(&format!("INSERT DATA {{ GRAPH <{graph}> {{ id:a a vg:Person }} }}")), 200, "the next build");
        assert!(holds(graph));
    }
    is(&update("DELETE WHERE { GRAPH ?g { ?s a ?class } }"), 200, "the next build");
    assert!(!holds("x:one") && !holds("x:two") && holds("https://w3id.org/vietgraph/ontology"));
}
