//! What is told of a node in order of time, and of the provinces by year.

use std::sync::Arc;

use axum::response::Response;
use serde::{Deserialize, Serialize};

use super::ask::{Ask, Id, answer};
use super::parameter::{Number, Part};
use crate::view::timeline::Moment;

/// How many pieces of evidence each entry has.
const PIECES: usize = 3;

#[derive(Serialize)]
struct Timeline {
    items: Vec<Moment>,
    /// How many come after these.
    more: usize,
}

/// `GET /api/timeline/{id}`
pub(super) async fn timeline(Id(id): Id, ask: Ask<Part>) -> Response {
    answer(ask.dear(), "/api/timeline/", move |source, asked| {
        let at = source.node(&id)?;
        let store = &source.reading.store;
        // What somebody holds in a body stands on its page, and did not happen to it.
        let terms = if source.view.kind_of(at) == "body" { Arc::default() } else { source.terms(at)? };
        let told = source.view.timeline(store, at, &terms, asked.extent(PIECES));
        let (items, more) = told.map_err(|e| e.placed(store.dir()))?;
        Ok(Timeline { items, more })
    })
    .await
}

#[derive(Deserialize)]
pub(super) struct Year {
    year: Option<Number<1, 9999>>,
}

/// `GET /api/provinces`
pub(super) async fn provinces(ask: Ask<Year>) -> Response {
    answer(ask.dear(), "", |source, asked| {
        let store = &source.reading.store;
        let year = asked.year.and_then(|year| i16::try_from(year.0).ok());
        Ok(source.view.provinces(store, year).map_err(|e| e.placed(store.dir()))?)
    })
    .await
}
