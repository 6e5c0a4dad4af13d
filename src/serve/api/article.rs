//! An article: what it is, and the sentences of it that prove something.

use axum::response::Response;

use super::ask::{Ask, Failure, Id, answer};
use super::code::Code;
use super::overview::Nothing;
use crate::view::page::Extent;

/// How many sentences are told, and how many facts of each: what people write has fewer.
const EXTENT: Extent = Extent { from: 0, lines: 500, evidence: 100 };

/// `GET /api/article/{id}`
pub(super) async fn article(Id(id): Id, ask: Ask<Nothing>) -> Response {
    answer(ask.dear(), "", move |source, _| {
        let store = &source.reading.store;
        let told = source.view.told_by(store, &id, EXTENT).map_err(|e| e.placed(store.dir()))?;
        let missing = || {
            let error = format!("`{id}` is no article of the store; pieces of evidence name theirs by `id`");
            Failure::new(Code::UnknownArticle, error)
        };
        told.ok_or_else(missing)
    })
    .await
}
