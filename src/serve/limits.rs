//! How much of a request is read, and for how long it is waited for.

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, StatusCode, header};

use super::State;
use super::refusal::Refusal;

/// The body of a request as text.
///
/// # Errors
/// 413 when it is larger than allowed, 408 when it does not come within the time of a query, 400 when it breaks off or is not UTF-8,
/// 415 when it is compressed.
pub(super) async fn text(state: &State, headers: &HeaderMap, body: Body) -> Result<String, Refusal> {
    let options = state.options();
    let large = || {
        let text =
            format!("a request may have {} MB; the server's --body-size allows more", options.body_size / 1_000_000);
        Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, text)
    };
    if headers.get(header::CONTENT_ENCODING).is_some_and(|encoding| encoding != "identity") {
        return Err(Refusal::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "a compressed request is not read; send it as it is",
        ));
    }
    let told = headers.get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse::<u64>().ok());
    if told.is_some_and(|told| told > options.body_size as u64) {
        return Err(large());
    }
    let Ok(read) = tokio::time::timeout(options.query_time, to_bytes(body, options.body_size)).await else {
        return Err(Refusal::new(
            StatusCode::REQUEST_TIMEOUT,
            "the request did not come to its end in time; send it again",
        ));
    };
    let bytes = read.map_err(|e| match std::error::Error::source(&e) {
        Some(cause) if cause.to_string().contains("limit") => large(),
        _ => Refusal::bad(format!("the request broke off: {e}")),
    })?;
    String::from_utf8(bytes.into()).map_err(|e| Refusal::bad(format!("the request is not UTF-8: {e}")))
}
