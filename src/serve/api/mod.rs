//! The JSON API at `/api`: what the explorer's page is made from, for other programs too.
//!
//! `openapi.json` tells of every address; the answers are the plain data of [`crate::view`].

mod article;
pub(super) mod ask;
pub(super) mod code;
mod entity;
mod graph;
mod lists;
pub(super) mod overview;
mod parameter;
mod path;
mod questions;
mod search;
mod timeline;

use std::sync::Arc;

use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};

use self::ask::Failure;
use self::code::Code;
use super::State;

/// The addresses below `/api` and what each is answered by.
fn table() -> Vec<(&'static str, MethodRouter<Arc<State>>)> {
    vec![
        ("/overview", get(overview::overview)),
        ("/search", get(search::search)),
        ("/entity/{*id}", get(entity::entity)),
        ("/article/{*id}", get(article::article)),
        ("/timeline/{*id}", get(timeline::timeline)),
        ("/neighbours/{*id}", get(graph::neighbours)),
        ("/together/{*id}", get(graph::together)),
        ("/graph", get(graph::among)),
        ("/path", get(path::path)),
        ("/evidence", get(graph::evidence)),
        ("/provinces", get(timeline::provinces)),
        ("/conflicts", get(lists::conflicts)),
        ("/namesakes", get(lists::namesakes)),
        ("/questions", get(questions::questions)),
        ("/openapi.json", get(questions::openapi)),
    ]
}

/// The API.
pub(super) fn routes() -> Router<Arc<State>> {
    let api = table().into_iter().fold(Router::new(), |router, (address, by)| router.route(address, by));
    Router::new().nest("/api", api.fallback(unknown).method_not_allowed_fallback(not_allowed))
}

async fn unknown() -> Response {
    Failure::new(Code::UnknownAddress, "the API has no such address; /api/openapi.json lists them all").into_response()
}

async fn not_allowed() -> Response {
    let failure = Failure::new(Code::OnlyRead, "the API is read with GET");
    ([(header::ALLOW, "GET, HEAD")], failure).into_response()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_description_tells_of_every_address_and_of_no_other() {
        let told: serde_json::Value = serde_json::from_str(include_str!("../openapi.json")).expect("JSON");
        let told: BTreeSet<String> = told["paths"].as_object().expect("paths").keys().cloned().collect();
        let told: BTreeSet<String> = told.into_iter().filter(|path| path.starts_with("/api/")).collect();
        let own: BTreeSet<String> = table().iter().map(|(at, _)| format!("/api{}", at.replace("{*", "{"))).collect();
        assert_eq!(told, own);
    }

    #[test]
    fn the_description_tells_of_every_code() {
        let told: serde_json::Value = serde_json::from_str(include_str!("../openapi.json")).expect("JSON");
        let told = &told["components"]["schemas"]["Error"]["properties"]["code"]["enum"];
        assert_eq!(*told, serde_json::to_value(Code::ALL).expect("plain data"));
    }
}
