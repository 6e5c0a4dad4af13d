//! The SPARQL 1.1 Graph Store Protocol, for reading, and following builds.

use std::time::{Duration, Instant};

use crate::binary::Place;
use crate::server::{Server, encoded};

#[test]
fn a_graph_is_read_by_its_name_and_the_union_as_default() {
    let place = Place::built();
    let server = Server::of(&place, &[]);
    let path = format!("/rdf-graph-store?graph={}", encoded("https://w3id.org/vietgraph/id/article/ha-tinh"));
    let graph = server.get(&path, "application/n-triples");
    assert!(
        graph.status == 200 && graph.body.contains("\"ha-tinh\"") && !graph.body.contains("\"dong-thap\""),
        "{graph:?}"
    );
    let head = server.send("HEAD", &path, &[], None);
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert!(head.header("content-type").starts_with("text/turtle"), "{head:?}");
    let union = server.get("/rdf-graph-store?default", "application/n-triples").body;
    assert!(union.contains("\"ha-tinh\"") && union.contains("\"dong-thap\"") && union.contains("ontology#Person"));
    assert!(union.lines().count() > graph.body.lines().count());
    for (path, status) in [
        ("/rdf-graph-store?graph=x%3Anone", 404),
        ("/rdf-graph-store?graph=none", 400),
        ("/rdf-graph-store", 400),
        ("/rdf-graph-store?default&graph=x%3Ax", 400),
    ] {
        assert_eq!(server.get(path, "*/*").status, status, "{path}");
    }
    assert_eq!(server.get(&path, "image/png").status, 406);
}

#[test]
#[cfg(target_os = "linux")]
fn a_store_whose_files_cannot_be_linked_is_told_of() {
    let place = Place::built();
    assert_eq!(Server::of(&place, &[]).said(), "", "it has nothing to say of one whose files can");
    let other = tempfile::tempdir_in("/dev/shm").expect("another file system");
    let rdf = place.path("vietgraph-store/rdf");
    for file in std::fs::read_dir(&rdf).expect("files").flatten() {
        std::fs::copy(file.path(), other.path().join(file.file_name())).expect("a copy");
    }
    std::fs::remove_dir_all(&rdf).expect("files");
    std::os::unix::fs::symlink(other.path(), &rdf).expect("a link");
    let server = Server::of(&place, &[]);
    assert_eq!(server.ask("ASK { ?p a vg:Person }", "text/csv").body, "true");
    assert_eq!(place.run(&["build", "news"]).status, 1);
    let said = server.said();
    assert!(said.contains("no build can begin until this server ends") && said.lines().count() == 1, "{said}");
}

#[test]
fn a_server_follows_builds() {
    let place = Place::built();
    let server = Server::of(&place, &[]);
    place.write("news/new.txt", crate::binary::HA_TINH);
    assert_eq!(place.run(&["build", "news"]).status, 0, "a server does not keep a build waiting");
    let until = Instant::now() + Duration::from_secs(20);
    let count = || server.ask("SELECT * { ?a a schema:NewsArticle }", "text/csv").body.lines().count() - 1;
    while count() != 3 {
        assert!(Instant::now() < until, "the server still tells of {} articles", count());
        std::thread::sleep(Duration::from_millis(100));
    }
}
