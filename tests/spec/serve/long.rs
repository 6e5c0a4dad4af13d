//! Lists that go on for long, and answers that take long.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::Value;

use crate::binary::Place;
use crate::server::{Server, encoded};

const TOKEN: (&str, &str) = ("Authorization", "Bearer secret");
const POST: &str = "post/hội-viên";

/// A server of a graph that is written by hand.
fn of_graph(place: &Place, triples: &str) -> Server {
    let server = Server::with_token(place, &["--allow-update"], Some("secret"));
    let update = format!("INSERT DATA {{ GRAPH <https://w3id.org/vietgraph/id/article/ha-tinh> {{ {triples} }} }}");
    let sent = server.send("POST", "/sparql", &[("Content-Type", "application/sparql-update"), TOKEN], Some(&update));
    assert_eq!(sent.status, 200, "{sent:?}");
    server
}

fn get(server: &Server, path: &str) -> Value {
    let answer = server.get(path, "application/json");
    assert_eq!(answer.status, 200, "{path}: {answer:?}");
    serde_json::from_str(&answer.body).unwrap_or_else(|e| panic!("{path}: {e}"))
}

#[test]
fn a_list_comes_in_parts() {
    let place = Place::built();
    let mut triples = format!("<https://w3id.org/vietgraph/id/{POST}> a org:Post ; skos:prefLabel \"Hội viên\"@vi . ");
    for n in 0..120 {
        let who = format!("<https://w3id.org/vietgraph/id/person/p{n}>");
        let held = format!("vg:holdsPost <https://w3id.org/vietgraph/id/{POST}>");
        let event = "vg:attended <https://w3id.org/vietgraph/id/event/e>";
        triples += &format!("{who} a vg:Person ; skos:prefLabel \"Người {n:03}\"@vi ; {held} ; {event} . ");
        let tenure = format!("<https://w3id.org/vietgraph/id/tenure/t{n}> a org:Membership ; org:member {who} ;");
        triples += &format!("{tenure} vg:inPost <https://w3id.org/vietgraph/id/{POST}> ; ");
        triples += "vg:firstAttested \"2020-01-01\"^^xsd:date ; vg:lastAttested \"2020-02-01\"^^xsd:date . ";
    }
    triples += "<https://w3id.org/vietgraph/id/event/e> a vg:Conference ; skos:prefLabel \"đại hội\"@vi . ";
    let server = of_graph(&place, &triples);
    let part = |n: usize| get(&server, &format!("/api/entity/{}?offset={}", encoded(POST), n * 30));
    let parts: Vec<Value> = (0..4).map(part).collect();
    for (list, more, id) in [
        ("/sections/0/lines", "/sections/0/more", "id"),
        ("/tenures", "/more_tenures", "person_id"),
        ("/holders", "/more_holders", "person_id"),
    ] {
        let mut told = BTreeSet::new();
        for (part, left) in parts.iter().zip([90, 60, 30, 0]) {
            let items = part.pointer(list).and_then(Value::as_array).expect("a list");
            let after = part.pointer(more).and_then(Value::as_u64).unwrap_or_default();
            assert_eq!((items.len(), after), (30, left), "{list}");
            told.extend(items.iter().map(|item| item[id].as_str().unwrap_or_default().to_owned()));
        }
        assert_eq!(told.len(), 120, "each once: {told:?}");
    }
    let end = part(4);
    assert!(end["sections"] == Value::Array(Vec::new()) && end["tenures"] == end["sections"], "no more: {end}");
    let times = |asked: &str| get(&server, &format!("/api/timeline/{}?{asked}", encoded(POST)));
    assert_eq!((times("")["items"].as_array().map(Vec::len), times("")["more"].as_u64()), (Some(50), Some(70)));
    let last = times("limit=100&offset=100");
    assert_eq!((last["items"].as_array().map(Vec::len), last["more"].as_u64()), (Some(20), Some(0)));
}

/// A part of a list, and how many come after it.
fn part(told: &Value, list: &str, more: &str) -> (usize, u64) {
    let items = told.pointer(list).and_then(Value::as_array).expect("a list");
    (items.len(), told.pointer(more).and_then(Value::as_u64).unwrap_or_default())
}

/// So many people who hold a post, each in a tenure with such dates.
fn members(kind: &str, count: usize, dates: &str) -> String {
    let member = |n| {
        let who = format!("<https://w3id.org/vietgraph/id/person/{kind}{n}>");
        let post = format!("<https://w3id.org/vietgraph/id/{POST}>");
        format!(
            "{who} a vg:Person ; skos:prefLabel \"Người {kind} {n:03}\"@vi ; vg:holdsPost {post} . \
             <https://w3id.org/vietgraph/id/tenure/{kind}{n}> a org:Membership ; org:member {who} ; vg:inPost {post} {dates} . "
        )
    };
    let post = format!("<https://w3id.org/vietgraph/id/{POST}> a org:Post ; skos:prefLabel \"Hội viên\"@vi . ");
    post + &(0..count).map(member).collect::<String>()
}

#[test]
fn the_parts_of_a_page_as_of_a_day_end_where_its_longest_list_ends() {
    let place = Place::built();
    let held = |year: &str| {
        let [first, last, after] = ["firstAttested", "lastAttested", "notAfter"].map(|side| format!("; vg:{side}"));
        format!(
            "{first} \"{year}-01-01\"^^xsd:date {last} \"{year}-02-01\"^^xsd:date {after} \"{year}-03-01\"^^xsd:date"
        )
    };
    let server = of_graph(&place, &(members("cũ", 20, &held("2018")) + &members("mới", 20, &held("2020"))));
    let at = |offset: usize| get(&server, &format!("/api/entity/{}?as_of=2020-01-15&offset={offset}", encoded(POST)));
    let first = at(0);
    assert_eq!(
        [
            part(&first, "/sections/0/lines", "/sections/0/more").0,
            first["sections"][1]["lines"].as_array().map_or(0, Vec::len)
        ],
        [20, 20],
        "{first}"
    );
    assert_eq!(part(&first, "/tenures", "/more_tenures"), (30, 10));
    let next = at(30);
    assert_eq!((part(&next, "/tenures", "/more_tenures"), &next["sections"]), ((10, 0), &Value::Array(Vec::new())));
    assert_eq!(part(&at(60), "/tenures", "/more_tenures"), (0, 0), "behind the end there is nothing, as of no day");
    let early = server.get(&format!("/api/entity/{}?as_of=1990&offset=30", encoded(POST)), "*/*");
    assert!(early.status == 404 && early.body.contains("not_yet_known"), "{early:?}");
}

#[test]
fn holders_with_a_day_and_without_come_in_the_same_parts() {
    let place = Place::built();
    let day = "; vg:firstAttested \"2020-01-01\"^^xsd:date ; vg:lastAttested \"2020-02-01\"^^xsd:date";
    let server = of_graph(&place, &(members("có", 40, day) + &members("không", 40, "")));
    let mut told = Vec::new();
    for (offset, expected) in [(0, (30, 50)), (30, (30, 20)), (60, (20, 0))] {
        let asked = get(&server, &format!("/api/entity/{}?offset={offset}", encoded(POST)));
        assert_eq!(part(&asked, "/holders", "/more_holders"), expected);
        let holders = asked["holders"].as_array().expect("a list").iter();
        told.extend(holders.map(|h| (h["person_id"].to_string(), h["certainty"].is_string())));
    }
    assert!(told.iter().enumerate().all(|(n, (_, dated))| *dated == (n < 40)), "those without a day last: {told:?}");
    assert_eq!(told.iter().collect::<BTreeSet<_>>().len(), 80, "each once");
}

#[test]
fn conflicts_and_namesakes_of_an_entity_come_in_parts_and_a_list_by_itself() {
    let place = Place::built();
    let mut triples = String::new();
    for n in 0..70 {
        triples +=
            &format!("<https://w3id.org/vietgraph/id/person/n{n}> a vg:Person ; skos:prefLabel \"Lò Văn Một\"@vi . ");
        let conflict = format!("<https://w3id.org/vietgraph/id/conflict/c{n}> a vg:Conflict ; vg:nature vg:RankFell");
        triples +=
            &format!("{conflict} ; vg:gravity vg:Slight ; vg:conflictOf <https://w3id.org/vietgraph/id/person/n0> . ");
    }
    let server = of_graph(&place, &triples);
    let asked = |more: &str| get(&server, &format!("/api/entity/person/n0?{more}"));
    let sizes =
        |told: &Value| (part(told, "/conflict_list", "/more_conflicts"), part(told, "/namesakes", "/more_namesakes"));
    assert_eq!(sizes(&asked("")), ((30, 40), (30, 39)));
    assert_eq!(sizes(&asked("offset=60")), ((10, 0), (9, 0)));
    assert_eq!(sizes(&asked("offset=30&list=namesakes")), ((0, 0), (30, 9)), "the others are not read again");
    assert_eq!(sizes(&asked("list=conflict_list")), ((30, 40), (0, 0)));
    let wrong = server.get("/api/entity/person/n0?list=all", "*/*");
    assert!(wrong.status == 400 && wrong.body.contains("former_holders"), "{wrong:?}");
}

#[test]
fn a_server_that_is_told_to_stop_ends_what_the_api_works_at() {
    let place = Place::built();
    let entity = |kind: &str, n: usize| format!("<https://w3id.org/vietgraph/id/{kind}/x{n}>");
    let mut triples = String::new();
    // From the first person only the first event leads on; the ways through all others come back to it.
    for who in 0..100 {
        triples += &format!("{} a vg:Person ; skos:prefLabel \"Ai {who}\"@vi . ", entity("person", who));
        for what in 0..if who < 2 { 1 } else { 100 } {
            triples += &format!("{} vg:attended {} . ", entity("person", who), entity("event", what));
        }
    }
    for what in 0..100 {
        triples += &format!("{} a vg:Conference ; skos:prefLabel \"hội nghị {what}\"@vi . ", entity("event", what));
    }
    let mut server = of_graph(&place, &triples);
    let path = "/api/path?from=person/x0&to=person/x1&limit=20";
    std::thread::scope(|scope| {
        let host = server.host.clone();
        let asked: Vec<_> = (0..40)
            .map(|_| {
                let url = format!("http://{host}{path}");
                scope.spawn(move || {
                    let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
                    agent.get(url).call().map(|answer| answer.status().as_u16()).ok()
                })
            })
            .collect();
        std::thread::sleep(Duration::from_millis(700));
        let took = server.stop();
        assert!(took < Duration::from_secs(5), "{took:?}");
        let told: Vec<Option<u16>> = asked.into_iter().map(|asked| asked.join().expect("an end")).collect();
        assert!(told.contains(&Some(503)), "those that went on are told that it stops: {told:?}");
        assert!(told.iter().all(|status| matches!(status, Some(200 | 503) | None)), "{told:?}");
    });
}
