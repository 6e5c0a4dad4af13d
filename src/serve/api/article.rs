//! An article: what it is, and the sentences of it that prove something.

use axum::extract::Path;
use axum::response::Response;

use super::ask::{Ask, Failure, answer};
use super::code::Code;
use super::overview::Nothing;

/// `GET /api/article/{id}`
pub(super) async fn article(Path(id): Path<String>, ask: Ask<Nothing>) -> Response {
    answer(ask, "", move |source, _| {
        let store = &source.reading.store;
        let told = source.view.told_by(store, &id).map_err(|e| e.placed(store.dir()))?;
        let missing = || {
            let error = format!("`{id}` is no article of the store; pieces of evidence name theirs by `id`");
            Failure::new(Code::UnknownArticle, error)
        };
        told.ok_or_else(missing)
    })
    .await
}
