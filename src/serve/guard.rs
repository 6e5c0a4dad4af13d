//! Who may change the store: whoever sends the token, where there is one.

use axum::http::{HeaderMap, StatusCode, header};
use sha2::{Digest, Sha256};

use super::State;
use super::refusal::Refusal;

/// Lets those pass who may change the store.
///
/// # Errors
/// 403 where nobody may, 401 without the right token.
pub(super) fn may_change(state: &State, headers: &HeaderMap) -> Result<(), Refusal> {
    let Some(token) = &state.options().token else {
        let remedy = "start it with --allow-update and a token (--token-file FILE or VIETGRAPH_TOKEN) to change the store through it";
        return Err(Refusal::new(StatusCode::FORBIDDEN, format!("this server only reads; {remedy}")));
    };
    let sent = headers.get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()).and_then(|v| v.split_once(' '));
    // Digests are compared so that the time it takes tells nothing of the token.
    let right = |sent: &str| Sha256::digest(sent.trim()) == Sha256::digest(token);
    if sent.is_some_and(|(scheme, sent)| scheme.eq_ignore_ascii_case("bearer") && right(sent)) {
        return Ok(());
    }
    let text = "changes need the server's token: send it as `Authorization: Bearer TOKEN`";
    Err(Refusal::new(StatusCode::UNAUTHORIZED, text).with(header::WWW_AUTHENTICATE, "Bearer realm=\"vietgraph\""))
}
