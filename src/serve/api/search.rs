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
    /// Whether nothing fits what was typed, so that the hits are only like it.
    similar: bool,
    /// The same with fewer words, where something fits that and nothing what was typed.
    shorter: Vec<String>,
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
        let index = &source.reading.known.index;
        let found = index.search(&asked.q, kind)?;
        let none = found.nodes.is_empty() || found.similar;
        let shorter = if none { index.shorter(&asked.q, kind)? } else { Vec::new() };
        let limit = asked.limit.map_or(USUAL, |limit| limit.0);
        let hits = found.nodes.iter().skip(asked.offset.0).take(limit).map(|at| source.view.brief(*at)).collect();
        Ok(Found { query: asked.q, total: found.nodes.len(), similar: found.similar, shorter, hits })
    })
    .await
}
