//! The graph is sent to a Graph Store: whole, once, again where the server fails, and from where it was broken off.

mod flaky;

use std::collections::BTreeMap;

use assert_cmd::Command;

use self::flaky::{Answer, Flaky};
use super::binary::{DONG_THAP, HA_TINH, Place, Run};
use super::server::Server;

const TOKEN: (&str, &str) = ("VIETGRAPH_TOKEN", "sesame");

/// Pushes the store of a place.
fn push(place: &Place, url: &str, options: &[&str], login: Option<(&str, &str)>) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vietgraph"));
    command.env_remove("VIETGRAPH_TOKEN").env_remove("VIETGRAPH_LOGIN").envs(login);
    let output =
        command.current_dir(place.path("")).args(["push", url]).args(options).output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let status = output.status.code().expect("the program ends by itself");
    Run { status, stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// The triples of each graph as `export` writes them, sorted.
fn exported(place: &Place, rdf: &str) -> BTreeMap<String, Vec<String>> {
    let run = place.run(&["export", "-o", "-", "--format", "nq", "--rdf", rdf]);
    assert_eq!(run.status, 0, "{run:?}");
    let mut graphs: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in run.stdout.lines() {
        let (triple, graph) = line.trim_end_matches(" .").rsplit_once(" <").expect("a quad");
        graphs.entry(graph.trim_end_matches('>').to_owned()).or_default().push(format!("{triple} ."));
    }
    graphs.values_mut().for_each(|triples| triples.sort());
    graphs
}

#[test]
fn what_arrives_is_the_export_and_a_second_push_sends_nothing() {
    for (options, rdf) in [(&[][..], "1.1"), (&["--rdf12"][..], "1.2")] {
        let (place, server) = (Place::built(), Flaky::new([]));
        let run = push(&place, &server.url, options, None);
        assert_eq!(run.status, 0, "{run:?}");
        let graphs = exported(&place, rdf);
        assert!(graphs.len() > 2, "two articles and what follows from them");
        assert_eq!(server.graphs(), graphs);
        assert!(run.stderr.contains(&format!("{} graphs sent, 0 deleted, 0 as before", graphs.len())), "{run:?}");
        let requests = server.requests().len();
        let run = push(&place, &server.url, options, None);
        assert!(run.stderr.contains(&format!("0 graphs sent, 0 deleted, {} as before", graphs.len())), "{run:?}");
        assert_eq!(server.requests().len(), requests);
    }
}

#[test]
fn a_server_behind_tls_is_trusted_as_the_machine_trusts_it_and_told_nothing_otherwise() {
    let (place, server) = (Place::built(), Flaky::secure([]));
    place.write("authority.pem", server.certificate.as_ref().expect("a certificate"));
    let run = push(&place, &server.url, &["--retries", "0"], Some(TOKEN));
    assert_eq!(run.status, 1, "{run:?}");
    assert!(run.stderr.contains(&server.url) && run.stderr.contains("certificate"), "{run:?}");
    assert!(server.requests().is_empty());
    let mut command = Command::new(env!("CARGO_BIN_EXE_vietgraph"));
    command.env("SSL_CERT_FILE", place.path("authority.pem")).envs([TOKEN]);
    let output = command.current_dir(place.path("")).args(["push", &server.url]).output().expect("the program runs");
    assert!(output.status.success(), "{output:?}");
    assert_eq!(server.graphs(), exported(&place, "1.1"));
    assert!(server.requests().iter().all(|request| request.authorization.as_deref() == Some("Bearer sesame")));
}

#[test]
fn a_server_that_is_busy_fails_or_hangs_up_is_asked_again() {
    let place = Place::built();
    let busy = [Answer::Busy, Answer::HangUp, Answer::TooMany, Answer::Broken];
    let server = Flaky::new(busy);
    let run = push(&place, &server.url, &["--jobs", "1"], None);
    assert_eq!(run.status, 0, "{run:?}");
    assert!(run.stderr.contains("4 requests sent again"), "{run:?}");
    assert_eq!(server.graphs(), exported(&place, "1.1"));
    assert!(server.waited(0) >= std::time::Duration::from_secs(1), "as Retry-After asks");
}

#[test]
fn nobody_is_told_a_password_twice_and_a_wrong_one_ends_it() {
    let place = Place::built();
    for login in [None, Some(TOKEN), Some(("VIETGRAPH_LOGIN", "lan:bí mật"))] {
        let server = Flaky::new([Answer::Unauthorized; 8]);
        let run = push(&place, &server.url, &["--jobs", "1"], login);
        assert_eq!(run.status, 1, "{run:?}");
        assert!(run.stderr.contains("401") && run.stderr.contains("VIETGRAPH_TOKEN"), "{run:?}");
        assert!(!run.stderr.contains("sesame") && !run.stderr.contains("bí mật"), "{run:?}");
        let sent: Vec<Option<String>> = server.requests().into_iter().map(|request| request.authorization).collect();
        let expected = match login {
            None => vec![None],
            Some(TOKEN) => vec![Some("Bearer sesame".to_owned())],
            // What the server wants of a user is asked first.
            Some(_) => vec![None, Some("Basic bGFuOmLDrSBt4bqtdA==".to_owned())],
        };
        assert_eq!(sent, expected);
    }
    let run = push(&place, "http://lan:sesame@127.0.0.1:1/", &[], None);
    assert_eq!(run.status, 1, "{run:?}");
    assert!(run.stderr.contains("VIETGRAPH_LOGIN"), "{run:?}");
}

#[test]
fn a_server_that_asks_for_a_digest_gets_one() {
    let (place, server) = (Place::built(), Flaky::new([Answer::WantsDigest]));
    let run = push(&place, &server.url, &["--jobs", "1"], Some(("VIETGRAPH_LOGIN", "dba:dba")));
    assert_eq!(run.status, 0, "{run:?}");
    let sent = server.requests();
    assert!(
        sent[1..].iter().all(|r| r.authorization.as_deref().is_some_and(|a| a.starts_with("Digest username=\"dba\"")))
    );
    assert_eq!(server.graphs(), exported(&place, "1.1"));
}

#[test]
fn a_push_that_was_broken_off_goes_on_where_it_stopped() {
    let place = Place::built();
    let server = Flaky::new([Answer::Ok, Answer::Ok].into_iter().chain([Answer::HangUp; 2]));
    let run = push(&place, &server.url, &["--jobs", "1", "--retries", "1"], None);
    assert_eq!(run.status, 1, "{run:?}");
    assert!(run.stderr.contains("2 graphs sent") && run.stderr.contains("run the same command again"), "{run:?}");
    let run = push(&place, &server.url, &[], None);
    assert_eq!(run.status, 0, "{run:?}");
    assert!(run.stderr.contains("2 as before"), "{run:?}");
    assert_eq!(server.graphs(), exported(&place, "1.1"));
}

#[test]
fn what_changed_is_sent_and_what_is_gone_is_deleted() {
    let (place, server) = (Place::built(), Flaky::new([]));
    assert_eq!(push(&place, &server.url, &[], None).status, 0);
    place.write("news/ha-tinh.txt", format!("{HA_TINH} Đại tá Lê Khắc Thuyết phát biểu tại hội nghị."));
    place.write("news/new.txt", DONG_THAP.replace("Đồng Tháp", "Hà Tĩnh"));
    assert_eq!(place.run(&["build", "news"]).status, 0);
    assert_eq!(place.run(&["retract", "dong-thap"]).status, 0);
    let run = push(&place, &server.url, &["--dry-run"], None);
    assert_eq!(run.status, 0, "{run:?}");
    let expected = [("PUT", "ha-tinh"), ("PUT", "new"), ("DELETE", "dong-thap")];
    for (verb, id) in expected {
        assert!(run.stdout.contains(&format!("{verb}\thttps://w3id.org/vietgraph/id/article/{id}\n")), "{run:?}");
    }
    let requests = server.requests().len();
    assert_eq!(push(&place, &server.url, &[], None).status, 0);
    assert!(server.requests()[requests..].iter().any(|r| r.method == "DELETE"));
    assert_eq!(server.graphs(), exported(&place, "1.1"));
}

#[test]
fn a_graph_that_is_refused_is_told_and_the_rest_goes_on() {
    let (place, server) = (Place::built(), Flaky::new([Answer::Refused]));
    let run = push(&place, &server.url, &["--jobs", "1"], None);
    assert_eq!(run.status, 2, "{run:?}");
    assert!(run.stderr.contains("article/dong-thap>: answers 400 Bad Request (no such day)"), "{run:?}");
    assert_eq!(server.graphs().len() + 1, exported(&place, "1.1").len());
    assert_eq!(push(&place, &server.url, &[], None).status, 0, "the next push tries it again");
    assert_eq!(server.graphs(), exported(&place, "1.1"));
}

#[test]
fn where_there_is_no_graph_store_that_is_said() {
    let place = Place::built();
    let server = Flaky::new([Answer::Nowhere; 8]);
    let run = push(&place, &server.url, &[], None);
    assert_eq!(run.status, 1, "{run:?}");
    assert!(run.stderr.contains("give the address of a SPARQL 1.1 Graph Store"), "{run:?}");
    let run = push(&place, "http://127.0.0.1:1/", &["--retries", "0"], None);
    assert_eq!(run.status, 1, "{run:?}");
    assert_eq!(push(&place, "ftp://127.0.0.1/", &[], None).status, 1);
}

#[test]
fn another_vietgraph_takes_all_graphs_but_the_ontology() {
    let (place, other) = (Place::built(), Place::new());
    other.write("a.txt", "Không có gì.");
    assert_eq!(other.run(&["build", "a.txt"]).status, 0);
    let server = Server::with_token(&other, &["--allow-update"], Some("sesame"));
    let url = server.url("/rdf-graph-store");
    assert_eq!(push(&place, &url, &["--articles-only"], None).status, 1, "without the token");
    let run = push(&place, &url, &["--articles-only", "--rdf12"], Some(TOKEN));
    assert_eq!(run.status, 0, "{run:?}");
    let count = "SELECT (COUNT(*) AS ?n) { GRAPH <https://w3id.org/vietgraph/id/article/ha-tinh> { ?s ?p ?o } }";
    let there: usize = server.ask(count, "text/csv").body.lines().nth(1).expect("a row").parse().expect("a number");
    assert_eq!(there, exported(&place, "1.2")["https://w3id.org/vietgraph/id/article/ha-tinh"].len());
    let run = push(&place, &url, &["--rdf12"], Some(TOKEN));
    assert_eq!(run.status, 0, "what follows from all articles: {run:?}");
    let run = push(&place, &url, &["--rdf12", "--with-ontology"], Some(TOKEN));
    assert_eq!(run.status, 2, "{run:?}");
    assert!(run.stderr.contains("the ontology, <https://w3id.org/vietgraph/ontology>, is not changed"), "{run:?}");
}
