//! Parts of the graph to be drawn, and the evidence of their edges.

use axum::response::Response;
use serde::{Deserialize, Serialize};

use super::ask::{Ask, Failure, Id, answer};
use super::code::Code;
use crate::view::around::Wanted;
use crate::view::evidence::Shown;
use crate::view::period::Period;

/// How many nodes are drawn at most.
const MOST: usize = 1000;
/// How many are drawn unless more or fewer are asked for.
const USUAL: usize = 60;
/// How far away from its middle a neighbourhood goes at most.
const FARTHEST: usize = 2;

#[derive(Deserialize)]
pub(super) struct Near {
    depth: Option<usize>,
    limit: Option<usize>,
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
        let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let (from, to) = (given(&asked.from), given(&asked.to));
        let wanted = Wanted {
            depth: asked.depth.unwrap_or(1).clamp(1, FARTHEST),
            limit: asked.limit.unwrap_or(USUAL).min(MOST),
            classes: list(&asked.class),
            relations: list(&asked.relation),
            period: Period::parse(from.as_deref(), to.as_deref())?,
        };
        Ok(source.view.around(at, &wanted)?)
    })
    .await
}

#[derive(Deserialize)]
pub(super) struct Most {
    limit: Option<usize>,
}

/// `GET /api/together/{id}`
pub(super) async fn together(Id(id): Id, ask: Ask<Most>) -> Response {
    answer(ask.dear(), "/api/together/", move |source, asked| {
        let at = source.node(&id)?;
        Ok(source.view.together(at, asked.limit.unwrap_or(USUAL).min(MOST)))
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

#[derive(Serialize)]
struct Evidence {
    evidence: Vec<Shown>,
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
        Ok(Evidence { evidence: found.ok_or_else(missing)? })
    })
    .await
}

/// The parts of a list with commas.
fn list(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
