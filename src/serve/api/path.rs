//! How two nodes are connected.

use axum::response::Response;
use serde::{Deserialize, Serialize};

use super::ask::{Ask, Failure, Source, answer};
use super::code::Code;
use super::parameter::Number;
use crate::view::NodeIndex;
use crate::view::connection::{Connection, Hop};
use crate::view::evidence::Shown;
use crate::view::slice::Slice;

/// How many steps a connection has at most.
const LONGEST: usize = 6;
/// How many connections are given at most.
const MOST: usize = 20;
/// How many are given unless more or fewer are asked for.
const USUAL: usize = 3;
/// How many pieces of evidence each step has.
const PIECES: usize = 3;

#[derive(Deserialize)]
pub(super) struct Ends {
    from: String,
    to: String,
    limit: Option<Number<1, MOST>>,
}

#[derive(Serialize)]
struct Found {
    ways: Vec<Way>,
    /// The best of them in words; empty where there is none.
    text: String,
    /// Whether there are more.
    more: bool,
}

#[derive(Serialize)]
struct Way {
    #[serde(flatten)]
    slice: Slice,
    steps: Vec<Step>,
}

#[derive(Serialize)]
struct Step {
    from: String,
    to: String,
    /// What relates the two, in the words of the ontology.
    relation: String,
    /// Whether it points the way that is gone.
    forward: bool,
    evidence: Vec<Shown>,
}

/// `GET /api/path`
pub(super) async fn path(ask: Ask<Ends>) -> Response {
    answer(ask.dear(), "", |source, asked| {
        let ends = [source.node_of_now(&asked.from)?, source.node_of_now(&asked.to)?];
        if ends[0] == ends[1] {
            let error = format!("both ends are {}; give two", source.view.id(ends[0]));
            return Err(Failure::new(Code::SameEnds, error));
        }
        let limit = asked.limit.map_or(USUAL, |limit| limit.0);
        let found = source.view.ways(ends[0], ends[1], limit, LONGEST);
        let ways = found.ways.iter().map(|way| tell(source, way)).collect::<Result<Vec<_>, _>>()?;
        let text = ways.first().map(|(_, text)| text.clone()).unwrap_or_default();
        Ok(Found { ways: ways.into_iter().map(|(way, _)| way).collect(), text, more: found.more })
    })
    .await
}

fn tell(source: &Source, way: &[NodeIndex]) -> Result<(Way, String), Failure> {
    let (view, store) = (source.view, &source.reading.store);
    let told = view.tell(store, way).map_err(|e| e.placed(store.dir()))?;
    let text = in_words(&told);
    let ids: Vec<String> = told.stops.iter().map(|stop| stop.id.clone()).collect();
    let steps = ids.windows(2).zip(told.hops).map(|(ends, hop)| step(ends, hop)).collect();
    let follows = |edge| {
        let (a, b) = view.graph().edge_endpoints(edge).unwrap_or_default();
        way.windows(2).any(|pair| pair == [a, b] || pair == [b, a])
    };
    Ok((Way { slice: view.slice(way, follows), steps }, text))
}

fn step(ends: &[String], hop: Hop) -> Step {
    let relations: Vec<&str> = hop.relations.iter().map(|r| r.label.as_str()).collect();
    let (relation, forward) = (relations.join(", "), hop.relations.first().is_some_and(|r| r.forward));
    let evidence = hop.relations.into_iter().flat_map(|r| r.evidence).take(PIECES).collect();
    Step { from: ends[0].clone(), to: ends[1].clone(), relation, forward, evidence }
}

/// `A → holds post → B ← holds post ← C`
fn in_words(told: &Connection) -> String {
    let mut text = told.stops.first().map(|stop| stop.name.clone()).unwrap_or_default();
    for (hop, stop) in told.hops.iter().zip(told.stops.iter().skip(1)) {
        let Some(relation) = hop.relations.first() else {
            continue;
        };
        let arrow = if relation.forward { "→" } else { "←" };
        text.push_str(&format!(" {arrow} {} {arrow} {}", relation.label, stop.name));
    }
    text
}
