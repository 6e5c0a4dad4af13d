//! The JSON API at `/api`: what the explorer's page is made from, for other programs too.
//!
//! `openapi.json` tells of every address; the answers are the plain data of [`crate::view`].

mod ask;
mod entity;
mod graph;
mod lists;
pub(super) mod overview;
mod search;

use std::sync::Arc;

use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

pub(super) use self::ask::Failure;
use super::State;

/// What each address is answered by.
pub(super) fn routes() -> Router<Arc<State>> {
    let api = Router::new()
        .route("/overview", get(overview::overview))
        .route("/search", get(search::search))
        .route("/entity/{*id}", get(entity::entity))
        .route("/neighbours/{*id}", get(graph::neighbours))
        .route("/together/{*id}", get(graph::together))
        .route("/graph", get(graph::among))
        .route("/evidence", get(graph::evidence))
        .route("/conflicts", get(lists::conflicts))
        .route("/namesakes", get(lists::namesakes))
        .fallback(unknown)
        .method_not_allowed_fallback(not_allowed);
    Router::new().nest("/api", api)
}

async fn unknown() -> Response {
    Failure::new(StatusCode::NOT_FOUND, "the API has no such address; /api/openapi.json lists them all").into_response()
}

async fn not_allowed() -> Response {
    let failure = Failure::new(StatusCode::METHOD_NOT_ALLOWED, "the API is read with GET");
    ([(header::ALLOW, "GET, HEAD")], failure).into_response()
}
