//! What the server says of itself: `/health`, the service description, and VoID and DCAT at `/.well-known/void`.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State as Shared;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedNode, Triple};
use serde_json::json;

use super::State;
use super::negotiate::Accept;
use super::refusal::Refusal;
use crate::store::results::{TripleFormat, write_triples};

/// `/health` and `/.well-known/void`.
pub(super) fn routes() -> Router<Arc<State>> {
    Router::new().route("/health", get(health)).route("/.well-known/void", get(void))
}

async fn health(Shared(state): Shared<Arc<State>>) -> Response {
    let reading = state.reading();
    let said = json!({ "status": "ok", "articles": reading.view("").articles().len(), "stamp": reading.stamp() });
    ([(header::CACHE_CONTROL, "no-store")], Json(said)).into_response()
}

/// The description of the endpoint.
pub(super) fn service(state: &State, headers: &HeaderMap) -> Result<Response, Refusal> {
    let languages = if state.options().token.is_some() { ", sd:SPARQL11Update" } else { "" };
    let turtle = include_str!("service.ttl").replace(" LANGUAGES", languages);
    describe(&turtle, &format!("{}/sparql", origin(state, headers)), headers)
}

async fn void(Shared(state): Shared<Arc<State>>, headers: HeaderMap) -> Result<Response, Refusal> {
    let address = format!("{}/.well-known/void", origin(&state, &headers));
    let turtle = dataset(&state);
    let accept = Accept::of(&headers);
    if accept.names_html() {
        let text = turtle.replace('&', "&amp;").replace('<', "&lt;");
        return Ok(
            Html(format!("<!doctype html><meta charset=utf-8><title>VoID</title><pre>{text}</pre>")).into_response()
        );
    }
    describe(&turtle, &address, &headers)
}

/// What the store holds, in Turtle.
fn dataset(state: &State) -> String {
    let reading = state.reading();
    let view = reading.view("en");
    let mut classes: BTreeMap<&str, usize> = BTreeMap::new();
    for node in view.nodes() {
        if let Some(class) = view.style(node) {
            *classes.entry(class.iri.as_str()).or_default() += 1;
        }
    }
    let mut turtle = include_str!("void.ttl")
        .replace("STAMP", &reading.stamp())
        .replace("BASE", view.base())
        .replace("ARTICLES", &view.articles().len().to_string())
        .replace("ENTITIES", &view.nodes().count().to_string());
    for (class, entities) in classes {
        let name = crate::ontology::vocab::local_name(class);
        turtle += &format!(
            "\n<#dataset> void:classPartition <#class-{name}> .\n<#class-{name}> void:class <{class}> ; void:entities {entities} .\n"
        );
    }
    turtle
}

/// Where the client reached the server.
fn origin(state: &State, headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let fits = |host: &&str| NamedNode::new(format!("http://{host}/")).is_ok() && !host.contains(['/', '?', '#', '@']);
    host.filter(fits).map_or_else(|| format!("http://{}", state.options().bind), |host| format!("http://{host}"))
}

/// Answers with a text in Turtle, in the format that the client likes best.
fn describe(turtle: &str, address: &str, headers: &HeaderMap) -> Result<Response, Refusal> {
    let formats = TripleFormat::ALL;
    let Some(format) = Accept::of(headers).best(&formats, TripleFormat::media_types) else {
        let types: Vec<&str> = formats.iter().map(|f| f.media_types()[0]).collect();
        let text = format!("a description comes as {}; ask for one of them in Accept", types.join(", "));
        return Err(Refusal::new(StatusCode::NOT_ACCEPTABLE, text));
    };
    let broken = |e: &dyn std::fmt::Display| Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, e.to_string());
    let parser = RdfParser::from_format(RdfFormat::Turtle).with_base_iri(address).map_err(|e| broken(&e))?;
    let quads: Result<Vec<_>, _> = parser.for_slice(turtle).collect();
    let triples = quads.map_err(|e| broken(&e))?.into_iter().map(|quad| Ok(Triple::from(quad)));
    let mut body = Vec::new();
    write_triples(triples, format, &mut body).map_err(|e| broken(&e))?;
    let media_type = format.media_types()[0];
    let kind =
        if media_type.starts_with("text/") { format!("{media_type}; charset=utf-8") } else { media_type.to_owned() };
    Ok(([(header::CONTENT_TYPE, kind), (header::VARY, "accept".to_owned())], body).into_response())
}
