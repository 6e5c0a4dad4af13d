//! Parts of the graph to be drawn, and the evidence of their edges.

use axum::response::Response;
use serde::Deserialize;

use super::ask::{Ask, Failure, Id, answer};
use super::code::Code;
use super::parameter::{Number, date};
use crate::view::around::Wanted;
use crate::view::period::Period;

/// How many nodes are drawn at most.
const MOST: usize = 1000;
/// How many are drawn unless more or fewer are asked for.
const USUAL: usize = 60;
/// How far away from its middle a neighbourhood goes at most.
const FARTHEST: usize = 2;

#[derive(Deserialize)]
pub(super) struct Near {
    depth: Option<Number<1, FARTHEST>>,
    limit: Option<Number<0, MOST>>,
    from: Option<String>,
    to: Option<String>,
    #[serde(default)]
    class: String,
    #[serde(default)]
    relation: String,
}

/// `GET /api/neighbours/{id}`
pub(super) async fn neighbours(Id(id): Id, ask: Ask<Near>) -> Response {
    answer(ask.dear(), "/api/neighbours/", move |source, asked| {
        let at = source.node(&id)?;
        let from = date("from", asked.from.as_deref())?.map(|(first, _)| first);
        let to = date("to", asked.to.as_deref())?.map(|(_, last)| last);
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            let error = format!("from: {from} comes after `to`, which is {to}; swap them");
            return Err(Failure::new(Code::BadValue, error));
        }
        let wanted = Wanted {
            depth: asked.depth.map_or(1, |depth| depth.0),
            limit: asked.limit.map_or(USUAL, |limit| limit.0),
            classes: list(&asked.class),
            relations: list(&asked.relation),
            period: Period { from, to },
        };
        Ok(source.view.around(at, &wanted)?)
    })
    .await
}

#[derive(Deserialize)]
pub(super) struct Most {
    limit: Option<Number<0, MOST>>,
}

/// `GET /api/together/{id}`
pub(super) async fn together(Id(id): Id, ask: Ask<Most>) -> Response {
    answer(ask.dear(), "/api/together/", move |source, asked| {
        let at = source.node(&id)?;
        Ok(source.view.together(at, asked.limit.map_or(USUAL, |limit| limit.0)))
    })
    .await
}

#[derive(Deserialize)]
pub(super) struct Among {
    ids: String,
}

/// `GET /api/graph`
pub(super) async fn among(ask: Ask<Among>) -> Response {
    answer(ask.dear(), "", |source, asked| {
        let mut nodes = Vec::new();
        for id in list(&asked.ids).iter().take(MOST) {
            let at = source.node_of_now(id)?;
            if !nodes.contains(&at) {
                nodes.push(at);
            }
        }
        Ok(source.view.slice(&nodes, |_| true))
    })
    .await
}

#[derive(Deserialize)]
pub(super) struct Edge {
    edge: String,
}

/// `GET /api/evidence`
pub(super) async fn evidence(ask: Ask<Edge>) -> Response {
    answer(ask.dear(), "", |source, asked| {
        let store = &source.reading.store;
        let found = source.view.evidence_of(store, &asked.edge).map_err(|e| e.placed(store.dir()))?;
        let missing = || {
            let error = format!("`{}` is no edge of the graph; edges have their ids in /api/neighbours", asked.edge);
            Failure::new(Code::UnknownEdge, error)
        };
        found.ok_or_else(missing)
    })
    .await
}

/// The parts of a list with commas.
fn list(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
