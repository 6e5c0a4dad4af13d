//! Searching.

use axum::response::Response;
use serde::{Deserialize, Serialize};

use super::ask::{Ask, Failure, answer};
use super::code::Code;
use super::parameter::{Number, Offset};
use crate::view::brief::{Brief, KINDS, OTHER};

/// How many characters a search may have: each word is compared with all there are.
const LONGEST: usize = 200;

/// How many hits are given at most.
const MOST: usize = 200;
/// How many are given unless more or fewer are asked for.
const USUAL: usize = 20;

#[derive(Deserialize)]
pub(super) struct Asked {
    q: String,
    kind: Option<String>,
    limit: Option<Number<0, MOST>>,
    #[serde(default)]
    offset: Offset,
}

#[derive(Serialize)]
struct Found {
    query: String,
    total: usize,
    hits: Vec<Brief>,
}

/// `GET /api/search`
pub(super) async fn search(ask: Ask<Asked>) -> Response {
    answer(ask, "", |source, asked| {
        let kind = asked.kind.as_deref().filter(|kind| !kind.is_empty());
        if let Some(kind) = kind
            && kind != OTHER
            && !KINDS.iter().any(|(known, _)| *known == kind)
        {
            let kinds: Vec<&str> = KINDS.iter().map(|(kind, _)| *kind).chain([OTHER]).collect();
            let error = format!("`{kind}` is no kind; there are {}", kinds.join(", "));
            return Err(Failure::new(Code::UnknownKind, error));
        }
        if asked.q.chars().count() > LONGEST {
            let error = format!("a search may have {LONGEST} characters; leave some words out");
            return Err(Failure::new(Code::TooLong, error));
        }
        let found = source.reading.known.index.search(&asked.q, kind)?;
        let limit = asked.limit.map_or(USUAL, |limit| limit.0);
        let hits = found.iter().skip(asked.offset.0).take(limit).map(|at| source.view.brief(*at)).collect();
        Ok(Found { query: asked.q, total: found.len(), hits })
    })
    .await
}
