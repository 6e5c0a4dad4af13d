//! What contradicts each other, and who bears the name of another.

use axum::response::Response;
use serde::Serialize;

use super::ask::{Ask, answer};
use super::parameter::Part;

#[derive(Serialize)]
struct List<T> {
    total: usize,
    items: Vec<T>,
}

impl<T: Clone> List<T> {
    fn part(all: &[T], asked: &Part) -> List<T> {
        let (items, _) = asked.extent(usize::MAX).of(all);
        List { total: all.len(), items: items.into_iter().cloned().collect() }
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
