//! What stands behind the IRIs of the graph: `/id/…` is the page of a resource for people and its statements for machines.

use std::sync::Arc;

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use mediatype::{MediaTypeList, ReadParams};
use serde::Deserialize;

use super::api::ask::{Ask, Failure, Source, answer_as, encoded};
use super::{State, assets};
use crate::store::describe::{describe, plain};
use crate::store::results::{TripleFormat, write_triples};

/// The addresses of the page, which finds out from its address what to show.
const PAGES: [&str; 5] = ["/e/{*id}", "/graph", "/map", "/sparql-editor", "/conflicts"];

/// The formats, each by its type and by the name it is asked for with; a page is the first that people get.
const FORMATS: [(&str, &str, Option<TripleFormat>); 4] = [
    ("text/html", "html", None),
    ("text/turtle", "turtle", Some(TripleFormat::Turtle)),
    ("application/ld+json", "json-ld", Some(TripleFormat::JsonLd)),
    ("application/n-triples", "n-triples", Some(TripleFormat::NTriples)),
];

/// The resources, and the addresses of the page.
pub(super) fn routes() -> Router<Arc<State>> {
    let resources = Router::new().route("/id/{*path}", get(resource));
    PAGES.into_iter().fold(resources, |router, page| router.route(page, get(|| async { assets::part("index.html") })))
}

#[derive(Deserialize)]
struct Asked {
    format: Option<String>,
}

/// `GET /id/{path}`
async fn resource(Path(id): Path<String>, headers: HeaderMap, ask: Ask<Asked>) -> Response {
    answer_as(ask, "/id/", move |source, asked| {
        let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("text/turtle");
        let format = match asked.format.as_deref() {
            Some(name) => FORMATS.into_iter().find(|(_, own, _)| *own == name).ok_or_else(|| unknown(name))?,
            None => wanted(accepted),
        };
        let known = source.node(&id);
        match (format, known) {
            ((_, _, None), Ok(at)) => {
                Ok((StatusCode::SEE_OTHER, [(header::LOCATION, format!("/e/{}", encoded(source.view.id(at))))])
                    .into_response())
            }
            ((kind, _, triples), known) => {
                let found = statements(source, &id, triples.unwrap_or(TripleFormat::Turtle))?;
                // What is no node of the view, such as an article or a piece of evidence, has statements all the same.
                let found = match found {
                    Some(found) => found,
                    None => return Err(known.err().unwrap_or_else(|| unknown(&id))),
                };
                let kind = if triples.is_none() { "text/plain; charset=utf-8" } else { kind };
                let headers = [(header::CONTENT_TYPE, kind), (header::VARY, "accept")];
                Ok((headers, found).into_response())
            }
        }
    })
    .await
}

/// The statements about a resource; none for one that nothing is said of.
fn statements(source: &Source, id: &str, format: TripleFormat) -> Result<Option<Vec<u8>>, Failure> {
    let store = &source.reading.store;
    let iri = if id.starts_with(source.view.base()) { id.to_owned() } else { format!("{}{id}", source.view.base()) };
    // A former id is told by where it leads, not by the statement that it does.
    if source.view.with_id(id).is_none() && !source.view.successors(id).is_empty() {
        return Ok(None);
    }
    let mut triples = describe(store, &iri).map_err(|e| e.placed(store.dir()))?;
    if triples.is_empty() {
        return Ok(None);
    }
    if format == TripleFormat::JsonLd {
        triples = plain(triples);
    }
    let mut bytes = Vec::new();
    write_triples(triples.into_iter().map(Ok), format, &mut bytes)?;
    Ok(Some(bytes))
}

/// The format that a client would rather have, Turtle where it takes none of those there are.
fn wanted(accepted: &str) -> (&'static str, &'static str, Option<TripleFormat>) {
    let quality = |kind: &str| {
        let (own, own_sub) = kind.split_once('/').unwrap_or_default();
        let own_sub = own_sub.split_once('+').map_or((own_sub, None), |(sub, suffix)| (sub, Some(suffix)));
        let listed = MediaTypeList::new(accepted).flatten().filter_map(|listed| {
            let (ty, sub) = (listed.ty.as_str(), (listed.subty.as_str(), listed.suffix.map(|s| s.as_str())));
            let exact = u8::from(ty == own) + u8::from(sub == own_sub);
            let q = listed.get_param(mediatype::names::Q).and_then(|q| q.as_str().parse::<f32>().ok()).unwrap_or(1.0);
            ((ty == own || ty == "*") && (sub == own_sub || sub.0 == "*")).then_some((exact, q))
        });
        // The most exact range counts, not the best.
        listed.max_by_key(|(exact, _)| *exact).map_or(0.0, |(_, q)| q)
    };
    // Machines that take anything get statements: browsers ask for HTML by name.
    let order = FORMATS.into_iter().skip(1).chain(FORMATS.into_iter().take(1));
    let offered = order.filter(|(kind, ..)| quality(kind) > 0.0);
    let better = |a: &(&'static str, _, _), b: &(&'static str, _, _)| quality(b.0).total_cmp(&quality(a.0));
    offered.min_by(better).unwrap_or(FORMATS[1])
}

fn unknown(name: &str) -> Failure {
    let names: Vec<&str> = FORMATS.iter().map(|(_, name, _)| *name).collect();
    let error = format!("`{name}` is no format; format takes {}", names.join(", "));
    Failure::new(StatusCode::BAD_REQUEST, error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_get_a_page_and_machines_what_they_ask_for() {
        let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        for (accepted, format) in [
            (browser, "html"),
            ("*/*", "turtle"),
            ("text/turtle", "turtle"),
            ("application/ld+json, text/turtle;q=0.5", "json-ld"),
            ("application/n-triples, */*;q=0.1", "n-triples"),
            ("text/html;q=0, */*", "turtle"),
            ("application/pdf", "turtle"),
            ("no type at all;;", "turtle"),
        ] {
            assert_eq!(wanted(accepted).1, format, "{accepted}");
        }
    }
}
