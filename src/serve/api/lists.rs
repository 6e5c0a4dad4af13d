//! What contradicts each other, and who bears the name of another.

use axum::response::Response;
use serde::{Deserialize, Serialize};

use super::ask::{Ask, answer};
use super::parameter::{Number, Offset};

/// How many entries are given at most.
const MOST: usize = 1000;
/// How many are given unless more or fewer are asked for.
const USUAL: usize = 50;

#[derive(Deserialize)]
pub(super) struct Part {
    limit: Option<Number<0, MOST>>,
    #[serde(default)]
    offset: Offset,
}

#[derive(Serialize)]
struct List<T> {
    total: usize,
    items: Vec<T>,
}

impl<T: Clone> List<T> {
    fn part(all: &[T], asked: &Part) -> List<T> {
        let limit = asked.limit.map_or(USUAL, |limit| limit.0);
        List { total: all.len(), items: all.iter().skip(asked.offset.0).take(limit).cloned().collect() }
    }
}

/// `GET /api/conflicts`
pub(super) async fn conflicts(ask: Ask<Part>) -> Response {
    answer(ask.dear(), "", |source, asked| {
        let held = &source.reading.known.conflicts[source.language];
        if held.get().is_none() {
            let store = &source.reading.store;
            // Two at a time give the same.
            let _ = held.set(source.view.conflicts(store, None).map_err(|e| e.placed(store.dir()))?);
        }
        Ok(List::part(held.get().map_or(&[], Vec::as_slice), &asked))
    })
    .await
}

/// `GET /api/namesakes`
pub(super) async fn namesakes(ask: Ask<Part>) -> Response {
    answer(ask.dear(), "", |source, asked| {
        let all = source.reading.known.namesakes.get_or_init(|| source.view.namesakes());
        Ok(List::part(all, &asked))
    })
    .await
}
