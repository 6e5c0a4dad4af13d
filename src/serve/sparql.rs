//! The SPARQL 1.1 Protocol at `/sparql`.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{RawQuery, State as Shared};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;

use super::form::Fields;
use super::negotiate::{Accept, Formats, content_type, formats};
use super::refusal::Refusal;
use super::worker::Work;
use super::{State, description, guard, limits, runner};
use crate::store::sparql::Dataset;

/// `/sparql`.
pub(super) fn routes() -> Router<Arc<State>> {
    Router::new().route("/sparql", get(by_get).post(by_post).fallback(neither))
}

async fn neither() -> Refusal {
    Refusal::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "ask by GET or POST; graphs are written by PUT, POST and DELETE at /rdf-graph-store",
    )
}

async fn by_get(
    Shared(state): Shared<Arc<State>>,
    headers: HeaderMap,
    RawQuery(address): RawQuery,
) -> Result<Response, Refusal> {
    let fields = Fields::read(&address.unwrap_or_default())?;
    if fields.has("update") {
        return Err(Refusal::bad("an update is sent by POST"));
    }
    match fields.one("query")? {
        Some(text) => ask(&state, &headers, text, &fields).await,
        None if fields.has("default-graph-uri") || fields.has("named-graph-uri") => {
            Err(Refusal::bad("there is no query; give it as `query`"))
        }
        None if Accept::of(&headers).names_html() => Ok(Redirect::to("/sparql-editor").into_response()),
        None => description::service(&state, &headers),
    }
}

async fn by_post(
    Shared(state): Shared<Arc<State>>,
    headers: HeaderMap,
    RawQuery(address): RawQuery,
    body: Body,
) -> Result<Response, Refusal> {
    let address = Fields::read(&address.unwrap_or_default())?;
    match content_type(&headers).as_deref() {
        Some("application/sparql-query") => {
            let text = limits::text(&state, &headers, body).await?;
            ask(&state, &headers, text, &address).await
        }
        Some("application/sparql-update") => {
            guard::may_change(&state, &headers)?;
            let text = limits::text(&state, &headers, body).await?;
            update(&state, text, &address).await
        }
        Some("application/x-www-form-urlencoded") => {
            let form = Fields::read(&limits::text(&state, &headers, body).await?)?;
            match (form.one("query")?, form.one("update")?) {
                (Some(text), None) => ask(&state, &headers, text, &form).await,
                (None, Some(text)) => {
                    guard::may_change(&state, &headers)?;
                    update(&state, text, &form).await
                }
                (None, None) => Err(Refusal::bad("the form has neither `query` nor `update`")),
                (Some(_), Some(_)) => Err(Refusal::bad("the form has both `query` and `update`; send one at a time")),
            }
        }
        _ => {
            let types = "application/sparql-query, application/sparql-update or application/x-www-form-urlencoded";
            let text = format!("send a query or an update with the Content-Type {types}");
            Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, text))
        }
    }
}

/// Answers a query.
async fn ask(state: &Arc<State>, headers: &HeaderMap, text: String, fields: &Fields) -> Result<Response, Refusal> {
    let dataset = Dataset { default: fields.all("default-graph-uri"), named: fields.all("named-graph-uri") };
    query(state, formats(fields, headers)?, text, dataset).await
}

/// Answers a query over some graphs, in one of two formats.
pub(super) async fn query(
    state: &Arc<State>,
    (rows, triples): Formats,
    text: String,
    dataset: Dataset,
) -> Result<Response, Refusal> {
    let reading = state.reading();
    let work = Work::Query { place: reading.store.place().to_owned(), text, dataset, rows, triples };
    runner::run(state, reading, work).await
}

async fn update(state: &Arc<State>, text: String, fields: &Fields) -> Result<Response, Refusal> {
    let dataset = Dataset { default: fields.all("using-graph-uri"), named: fields.all("using-named-graph-uri") };
    change(state, Work::Update { dir: state.options().dir.clone(), text, dataset }).await
}

/// Changes the store; who asks next finds it changed.
pub(super) async fn change(state: &Arc<State>, work: Work) -> Result<Response, Refusal> {
    let state = state.clone();
    // A change goes on to its end also when whoever asked for it has gone.
    let made = tokio::spawn(async move {
        let _alone = state.changes.lock().await;
        let response = runner::run(&state, state.reading(), work).await?;
        if response.status().is_success() {
            let state = state.clone();
            // What goes wrong is tried again by those who follow the builds.
            let _ = tokio::task::spawn_blocking(move || state.refresh()).await;
        }
        Ok(response)
    });
    made.await
        .unwrap_or_else(|_| Err(Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, "the server failed at this change")))
}
