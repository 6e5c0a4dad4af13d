//! The SPARQL 1.1 Graph Store Protocol at `/rdf-graph-store`: graphs are read by all, changed by whoever may.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{RawQuery, State as Shared};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::Response;
use axum::routing::get;
use oxigraph::model::NamedNode;

use super::form::Fields;
use super::negotiate::{content_type, formats};
use super::refusal::Refusal;
use super::worker::Work;
use super::{State, guard, limits, sparql};
use crate::store::results::TripleFormat;
use crate::store::sparql::Dataset;

/// All triples of what is asked.
const ALL: &str = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }";

/// `/rdf-graph-store`.
pub(super) fn routes() -> Router<Arc<State>> {
    Router::new().route("/rdf-graph-store", get(read).put(write).post(write).delete(remove))
}

async fn read(
    Shared(state): Shared<Arc<State>>,
    headers: HeaderMap,
    RawQuery(address): RawQuery,
) -> Result<Response, Refusal> {
    let formats = formats(&Fields::read(address.as_deref().unwrap_or_default())?, &headers)?;
    let Some(graph) = graph(address)? else {
        return sparql::query(&state, formats, ALL.to_owned(), Dataset::default()).await;
    };
    let known = state.reading().store.contains_named_graph(&graph);
    if !known.map_err(|e| Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, e.to_string()))? {
        let remedy = "`SELECT ?g { GRAPH ?g {} }` at /sparql lists those there are";
        return Err(Refusal::new(StatusCode::NOT_FOUND, format!("there is no graph {graph}; {remedy}")));
    }
    let dataset = Dataset { default: vec![graph.into_string()], named: Vec::new() };
    sparql::query(&state, formats, ALL.to_owned(), dataset).await
}

async fn write(
    Shared(state): Shared<Arc<State>>,
    method: Method,
    headers: HeaderMap,
    RawQuery(address): RawQuery,
    body: Body,
) -> Result<Response, Refusal> {
    guard::may_change(&state, &headers)?;
    let graph = one(graph(address)?)?;
    let said = content_type(&headers).unwrap_or_default();
    let mut formats = TripleFormat::ALL.into_iter();
    let Some(format) = formats.find(|format| format.media_types().contains(&said.as_str())) else {
        let types: Vec<&str> = TripleFormat::ALL.iter().map(|format| format.media_types()[0]).collect();
        let text = format!("send triples with one of the Content-Types {}", types.join(", "));
        return Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, text));
    };
    let triples = limits::text(&state, &headers, body).await?;
    let (dir, replace) = (state.options().dir.clone(), method == Method::PUT);
    sparql::change(&state, Work::Put { dir, graph, triples, format, replace }).await
}

async fn remove(
    Shared(state): Shared<Arc<State>>,
    headers: HeaderMap,
    RawQuery(address): RawQuery,
) -> Result<Response, Refusal> {
    guard::may_change(&state, &headers)?;
    let graph = one(graph(address)?)?;
    sparql::change(&state, Work::Remove { dir: state.options().dir.clone(), graph }).await
}

/// The graph that an address names; none is the default graph, the union of all.
fn graph(address: Option<String>) -> Result<Option<NamedNode>, Refusal> {
    let fields = Fields::read(&address.unwrap_or_default())?;
    match (fields.one("graph")?, fields.has("default")) {
        (Some(graph), false) => {
            let wrong = |e| Refusal::bad(format!("the graph `{graph}` is no absolute IRI: {e}"));
            NamedNode::new(&graph).map(Some).map_err(wrong)
        }
        (None, true) => Ok(None),
        _ => Err(Refusal::bad("name a graph with ?graph=IRI, or the union of all with ?default")),
    }
}

/// The graph that is to be changed; the union of all is none.
fn one(graph: Option<NamedNode>) -> Result<String, Refusal> {
    let remedy = "the default graph is the union of all others and cannot be changed; name a graph with ?graph=IRI";
    graph.map(NamedNode::into_string).ok_or_else(|| Refusal::new(StatusCode::FORBIDDEN, remedy))
}
