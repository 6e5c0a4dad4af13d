//! What would take a server down: it ends, the server goes on.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::binary::Place;
use crate::server::{Answer, Server, encoded};

const PRODUCT: &str = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
/// What is neither stopped nor let go on takes hours; a busy machine takes seconds.
const SOON: Duration = Duration::from_secs(30);
const ENDLESS: &str = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";

fn post(server: &Server, query: &str) -> Answer {
    server.send("POST", "/sparql", &[("Content-Type", "application/sparql-query")], Some(query))
}

fn is_well(server: &Server) {
    let begun = Instant::now();
    assert_eq!(server.get("/health", "*/*").status, 200);
    assert!(begun.elapsed() < SOON, "/health took {:?}", begun.elapsed());
}

#[test]
fn a_product_that_never_ends_is_stopped_while_the_server_goes_on() {
    let place = Place::built();
    let server = Server::of(&place, &["--query-time", "2", "--query-memory", "300"]);
    let values: Vec<String> =
        (0..8).map(|v| format!("VALUES ?v{v} {{ {} }}", "1 2 3 4 5 6 7 8 9 10 ".repeat(10))).collect();
    let values = format!("SELECT (COUNT(*) AS ?n) {{ {} }}", values.join(" "));
    for query in [PRODUCT, &values] {
        let begun = Instant::now();
        std::thread::scope(|scope| {
            let asked = scope.spawn(|| post(&server, query));
            std::thread::sleep(Duration::from_millis(500));
            is_well(&server);
            let answer = asked.join().expect("an answer");
            assert!(answer.status == 503 && answer.body.contains("--query-"), "{answer:?}");
        });
        assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    }
    let cut = post(&server, ENDLESS.replace(" . ?g ?h ?i", "").as_str());
    assert!(cut.whole && cut.body.len() < 1000, "a part is not taken for the whole: {cut:?}");
    let told = match cut.status {
        503 => cut.body.contains("--query-"),
        status => status == 500 && cut.body.contains("--result-size"),
    };
    assert!(told, "whichever limit it meets is told: {cut:?}");
    is_well(&server);
}

#[test]
fn memory_and_size_have_their_limits() {
    let place = Place::built();
    let server = Server::of(&place, &["--query-memory", "200", "--result-size", "1"]);
    let doubled: Vec<String> = (0..40).map(|i| format!("BIND(CONCAT(?a{i}, ?a{i}) AS ?a{})", i + 1)).collect();
    let answer =
        post(&server, &format!("SELECT (STRLEN(?a40) AS ?n) {{ BIND(\"xxxxxxxx\" AS ?a0) {} }}", doubled.join(" ")));
    assert!(answer.status == 503 && answer.body.contains("200 MB of memory"), "{answer:?}");
    let large = post(&server, "SELECT * { ?a ?b ?c . ?d a ?f }");
    assert_eq!((large.status, large.header("content-type")), (500, "text/plain; charset=utf-8"), "{large:?}");
    assert!(large.whole && large.body.contains("more than 1 MB") && large.body.contains("--result-size"), "{large:?}");
    let turtle = server.ask("CONSTRUCT { ?a ?b ?c , ?f } { ?a ?b ?c . ?d a ?f }", "text/turtle");
    assert!(turtle.status == 500 && turtle.body.contains("--result-size"), "{turtle:?}");
    let fits = post(&server, "SELECT * { ?a ?b ?c } LIMIT 1000");
    assert!(fits.status == 200 && fits.whole && fits.body.len() > 64 << 10, "{} {}", fits.status, fits.body.len());
    is_well(&server);
}

#[test]
fn an_answer_that_finds_no_room_is_told_as_such() {
    let place = Place::built();
    let server = Server::with(&place, &[], Some(("TMPDIR", "/nowhere/at/all")));
    // All but its last bytes fit into memory, or half of it.
    for times in [256, 512] {
        let [a, b] = ["\"1234567\" ".repeat(times), "\"123456\" ".repeat(256)];
        let query = format!("SELECT ?a ?b {{ VALUES ?a {{ {a} }} VALUES ?b {{ {b} }} }}");
        let headers = [("Content-Type", "application/sparql-query"), ("Accept", "text/csv")];
        let answer = server.send("POST", "/sparql", &headers, Some(&query));
        let body = answer.body.chars().take(300).collect::<String>();
        assert!(answer.status == 500 && body.contains("/nowhere/at/all") && body.contains("TMPDIR"), "{times}: {body}");
    }
    assert_eq!(post(&server, "ASK {}").status, 200, "what is small needs no room");
}

#[test]
fn queries_wait_for_their_turn_and_are_told_when_none_comes() {
    let place = Place::built();
    let server = Server::of(&place, &["--query-time", "2", "--queries", "1"]);
    std::thread::scope(|scope| {
        let asked: Vec<_> = (0..3).map(|_| scope.spawn(|| post(&server, PRODUCT))).collect();
        let answers: Vec<Answer> = asked.into_iter().map(|a| a.join().expect("an answer")).collect();
        assert!(answers.iter().all(|a| a.status == 503), "{answers:?}");
        let told = answers.iter().filter(|a| a.header("retry-after") == "2" && a.body.contains("ask again later"));
        assert!(told.count() >= 1, "{answers:?}");
    });
    assert_eq!(post(&server, "ASK {}").status, 200, "its turn is free again");
}

#[test]
fn a_client_that_goes_takes_its_query_along() {
    let place = Place::built();
    let server = Server::of(&place, &["--query-time", "30", "--queries", "1", "--query-memory", "8000"]);
    let rows = "SELECT * { ?a ?b ?c . ?d ?e ?f }";
    let slow = |query: &str| {
        let mut stream = TcpStream::connect(&server.host).expect("a listening server");
        let head = format!("GET /sparql?query={} HTTP/1.1\r\nHost: localhost\r\n\r\n", encoded(query));
        stream.write_all(head.as_bytes()).expect("the server reads");
        stream
    };
    for query in [PRODUCT, rows] {
        let mut stream = slow(query);
        stream.set_read_timeout(Some(Duration::from_millis(500))).expect("a timeout");
        let _ = stream.read(&mut [0; 100]);
        drop(stream);
        let begun = Instant::now();
        assert_eq!(post(&server, "ASK {}").status, 200);
        assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    }
}

#[test]
fn a_client_that_does_not_read_does_not_keep_its_turn() {
    let place = Place::built();
    let server = Server::of(&place, &["--query-time", "2", "--queries", "1"]);
    let mut stream = TcpStream::connect(&server.host).expect("a listening server");
    let head = format!(
        "GET /sparql?query={} HTTP/1.1\r\nHost: localhost\r\n\r\n",
        encoded("SELECT * { ?a ?b ?c . ?d ?e ?f }")
    );
    stream.write_all(head.as_bytes()).expect("the server reads");
    std::thread::sleep(Duration::from_millis(2500));
    assert_eq!(post(&server, "ASK {}").status, 200);
    // And one that does not write its request to the end.
    let mut half = TcpStream::connect(&server.host).expect("a listening server");
    let head = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\nASK";
    half.write_all(head.as_bytes()).expect("the server reads");
    is_well(&server);
    let mut said = String::new();
    half.set_read_timeout(Some(Duration::from_secs(10))).expect("a timeout");
    let _ = half.read_to_string(&mut said);
    assert!(said.starts_with("HTTP/1.1 408"), "{said}");
}

#[test]
fn answers_that_nobody_reads_are_not_kept() {
    const MANY: usize = 1000;
    let place = Place::built();
    let server = Server::of(&place, &["--query-time", "2"]);
    let mut stream = TcpStream::connect(&server.host).expect("a listening server");
    let request = "GET /api/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n";
    stream.write_all(request.repeat(MANY).as_bytes()).expect("the server reads");
    std::thread::sleep(Duration::from_secs(5));
    stream.set_read_timeout(Some(Duration::from_secs(5))).expect("a timeout");
    let mut said = Vec::new();
    let _ = stream.read_to_end(&mut said);
    let whole = String::from_utf8_lossy(&said).matches("HTTP/1.1 200").count();
    assert!((1..MANY).contains(&whole), "{whole}");
    is_well(&server);
}

#[test]
fn nesting_ends_no_server() {
    let place = Place::built();
    let server = Server::of(&place, &["--query-time", "5"]);
    let nested =
        |open: &str, inner: &str, close: &str, n: usize| format!("{}{inner}{}", open.repeat(n), close.repeat(n));
    let queries = [
        format!("SELECT * {{ FILTER({}) }}", nested("(", "1", ")", 10_000)),
        format!("SELECT * {}", nested("{", "", "}", 10_000)),
        format!("SELECT * {{ ?s {} ?o }}", nested("(", "a", ")", 10_000)),
        format!("SELECT * {{ ?s ?p {} }}", nested("(", "1", ")", 10_000)),
        format!("SELECT * {{ FILTER({}1) }}", "!".repeat(10_000)),
        format!("SELECT * {{ FILTER(1{}) }}", " + 1".repeat(100_000)),
        format!("SELECT * {{ {}}}", "OPTIONAL { ?s a ?x } ".repeat(2_000)),
        format!("SELECT * {{ FILTER({}) }}", nested("(", "1", ")", 4_000_000)),
    ];
    for query in queries {
        let start: String = query.chars().take(40).collect();
        let answer = post(&server, &query);
        assert!([200, 400, 503].contains(&answer.status), "{start}: {answer:?}");
        is_well(&server);
    }
}

#[test]
fn malformed_requests_are_refused() {
    let place = Place::built();
    let server = Server::of(&place, &["--body-size", "1"]);
    for (query, status) in
        [("%zz", 400), ("%", 400), ("%ff", 400), ("%00", 400), ("ASK%7B%00%7D", 400), ("ASK%7B%7D", 200)]
    {
        let head = format!("GET /sparql?query={query} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        let answer = server.raw(head.as_bytes());
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{query}: {answer}");
    }
    for path in
        ["/assets/../../../../etc/passwd", "/assets/%2e%2e/%2e%2e/etc/passwd", "/../etc/passwd", "/assets//etc/passwd"]
    {
        let answer =
            server.raw(format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").as_bytes());
        assert!(!answer.contains("root:") && !answer.starts_with("HTTP/1.1 5"), "{path}: {answer}");
    }
    let kind = "Host: localhost\r\nContent-Type: application/sparql-query\r\nConnection: close";
    let told = server.raw(format!("POST /sparql HTTP/1.1\r\n{kind}\r\nContent-Length: 5000000000\r\n\r\n").as_bytes());
    assert!(told.starts_with("HTTP/1.1 413") && told.contains("--body-size"), "{told}");
    let mut chunked = format!("POST /sparql HTTP/1.1\r\n{kind}\r\nTransfer-Encoding: chunked\r\n\r\n").into_bytes();
    chunked.extend(format!("{:x}\r\n{}\r\n", 1_000_001, " ".repeat(1_000_001)).bytes());
    assert!(server.raw(&chunked).starts_with("HTTP/1.1 413"));
    let latin = format!("POST /sparql HTTP/1.1\r\n{kind}\r\nContent-Length: 3\r\n\r\n");
    assert!(server.raw(&[latin.as_bytes(), b"\xff\xfe\xfd"].concat()).starts_with("HTTP/1.1 400"));
    let host = "GET /sparql HTTP/1.1\r\nHost: x>\"<evil\r\nConnection: close\r\nAccept: text/turtle\r\n\r\n";
    let answer = server.raw(host.as_bytes());
    assert!(answer.starts_with("HTTP/1.1 4") && !answer.contains("evil"), "{answer}");
    is_well(&server);
}

#[test]
fn a_server_that_is_told_to_stop_ends_its_queries() {
    let place = Place::built();
    let mut server = Server::of(&place, &["--query-memory", "8000"]);
    let host = server.host.clone();
    let ask = move || {
        let mut stream = TcpStream::connect(&host).expect("a listening server");
        let head =
            format!("GET /sparql?query={} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", encoded(PRODUCT));
        stream.write_all(head.as_bytes()).expect("the server reads");
        let mut said = String::new();
        let _ = stream.read_to_string(&mut said);
        said
    };
    let asked = std::thread::spawn(ask);
    std::thread::sleep(Duration::from_millis(500));
    let took = server.stop();
    assert!(took < Duration::from_secs(3), "{took:?}");
    let said = asked.join().expect("an answer");
    assert!(said.starts_with("HTTP/1.1 503") && said.contains("being stopped"), "{said}");
    let left = std::fs::read_dir(place.path("vietgraph-store")).expect("a folder").flatten();
    assert!(left.into_iter().all(|e| !e.file_name().to_string_lossy().starts_with(".snapshot")), "no snapshot is left");
}

#[test]
#[cfg(target_os = "linux")]
fn a_server_that_is_killed_takes_its_queries_along() {
    let place = Place::built();
    let mut server = Server::of(&place, &["--query-memory", "8000", "--query-time", "60"]);
    let mut stream = TcpStream::connect(&server.host).expect("a listening server");
    let head = format!("GET /sparql?query={} HTTP/1.1\r\nHost: localhost\r\n\r\n", encoded(PRODUCT));
    stream.write_all(head.as_bytes()).expect("the server reads");
    std::thread::sleep(Duration::from_secs(1));
    // State and parent stand behind the name of a process.
    let stat = |id: u32| {
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        let mut fields = stat.rsplit(')').next()?.split_whitespace();
        Some((fields.next()?.to_owned(), fields.next()?.parse::<u32>().ok()?))
    };
    let all = || std::fs::read_dir("/proc").expect("processes").flatten();
    let all: Vec<u32> = all().filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect();
    let workers: Vec<u32> = all.into_iter().filter(|id| stat(*id).is_some_and(|(_, of)| of == server.id())).collect();
    assert_eq!(workers.len(), 1, "the query runs in a process of its own");
    server.kill();
    let until = Instant::now() + Duration::from_secs(5);
    while stat(workers[0]).is_some_and(|(state, _)| state != "Z") {
        assert!(Instant::now() < until, "the query goes on without its server");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn no_client_for_other_machines_is_built_in() {
    let lock = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock")).expect("a lock file");
    assert!(!lock.contains("name = \"oxhttp\""), "the database could ask other machines");
}
