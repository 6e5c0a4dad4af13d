//! The explorer's page, built from `web/` and embedded in the program.

use std::sync::Arc;

use axum::Router;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rust_embed::RustEmbed;

use super::State;

/// The built page.
#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/src/serve/page"]
struct Page;

/// Nothing but what the server itself serves is ever asked for, and nothing runs that stands in a page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// The page at `/`, its parts at `/assets/`.
pub(super) fn routes() -> Router<Arc<State>> {
    Router::new().route("/", get(|| async { part("index.html") })).route("/assets/{*path}", get(asset))
}

async fn asset(uri: Uri) -> Response {
    part(uri.path().trim_start_matches("/assets/"))
}

/// The JavaScript and the CSS of the graph's view alone, with its fonts inside; none where the page has not been built.
pub fn single() -> Option<(String, String)> {
    let text = |name: &str| Some(String::from_utf8_lossy(&Page::get(name)?.data).into_owned());
    let mut style = text("single.css")?;
    for name in Page::iter().filter(|name| name.ends_with(".woff2")) {
        let font = STANDARD.encode(Page::get(&name)?.data);
        style = style.replace(&format!("/assets/{name}"), &format!("data:font/woff2;base64,{font}"));
    }
    Some((text("single.js")?, style))
}

/// The page itself, which finds out from its address what to show.
pub(super) fn part(name: &str) -> Response {
    let Some(file) = Page::get(name) else {
        return (StatusCode::NOT_FOUND, "there is no such file").into_response();
    };
    let headers = [
        (header::CONTENT_TYPE, file.metadata.mimetype().to_owned()),
        (header::CONTENT_SECURITY_POLICY, POLICY.to_owned()),
        (header::CACHE_CONTROL, "no-cache".to_owned()),
    ];
    (headers, file.data).into_response()
}
