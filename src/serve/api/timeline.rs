//! What is told of a node in order of time, and of the provinces by year.

use axum::response::Response;
use serde::{Deserialize, Serialize};

use super::ask::{Ask, Id, answer};
use super::overview::Nothing;
use crate::view::timeline::Moment;

/// How many pieces of evidence each entry has.
const PIECES: usize = 3;

#[derive(Serialize)]
struct Timeline {
    items: Vec<Moment>,
}

/// `GET /api/timeline/{id}`
pub(super) async fn timeline(Id(id): Id, ask: Ask<Nothing>) -> Response {
    answer(ask.dear(), "/api/timeline/", move |source, _| {
        let at = source.node(&id)?;
        let store = &source.reading.store;
        Ok(Timeline { items: source.view.timeline(store, at, PIECES).map_err(|e| e.placed(store.dir()))? })
    })
    .await
}

#[derive(Deserialize)]
pub(super) struct Year {
    year: Option<i16>,
}

/// `GET /api/provinces`
pub(super) async fn provinces(ask: Ask<Year>) -> Response {
    answer(ask.dear(), "", |source, asked| {
        let store = &source.reading.store;
        Ok(source.view.provinces(store, asked.year).map_err(|e| e.placed(store.dir()))?)
    })
    .await
}
