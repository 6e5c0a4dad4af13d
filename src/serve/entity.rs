//! What stands behind the IRIs of the graph: `/id/…` is the page of a resource for people and its statements for machines.

use std::sync::Arc;

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;

use super::api::ask::{Ask, Failure, Source, answer_as, encoded};
use super::api::code::Code;
use super::negotiate::Accept;
use super::{State, assets};
use crate::store::describe::{describe, plain};
use crate::store::results::{TripleFormat, write_triples};

/// The addresses of the page, which finds out from its address what to show.
const PAGES: [&str; 5] = ["/e/{*id}", "/graph", "/map", "/sparql-editor", "/conflicts"];

/// The formats, each by its type and by the name it is asked for with; a page is the first that people get.
const FORMATS: [Format; 4] = [
    (&["text/html"], "html", None),
    (&["text/turtle"], "turtle", Some(TripleFormat::Turtle)),
    (&["application/ld+json", "application/json"], "json-ld", Some(TripleFormat::JsonLd)),
    (&["application/n-triples"], "n-triples", Some(TripleFormat::NTriples)),
];

/// Its media types, its name, and how triples are written; a page has none.
type Format = (&'static [&'static str], &'static str, Option<TripleFormat>);

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
        let accept = Accept::of(&headers);
        let format = match asked.format.as_deref() {
            Some(name) => FORMATS.into_iter().find(|(_, own, _)| *own == name).ok_or_else(|| unknown(name))?,
            None => wanted(&accept).ok_or_else(unacceptable)?,
        };
        let known = source.node(&id);
        match (format, known) {
            ((_, _, None), Ok(at)) => Ok(page(source.view.id(at))),
            ((_, _, None), Err(_)) if let Some(article) = source.view.article_with_id(&id) => {
                Ok(page(&format!("article/{}", article.id)))
            }
            ((kinds, _, triples), known) => {
                let found = statements(source, &id, triples.unwrap_or(TripleFormat::Turtle))?;
                // What is no node of the view, such as an article or a piece of evidence, has statements all the same.
                let found = match found {
                    Some(found) => found,
                    None => return Err(known.err().unwrap_or_else(|| unknown(&id))),
                };
                let kind = if triples.is_none() { "text/plain" } else { kinds[0] };
                let kind = format!("{kind}; charset=utf-8");
                let headers = [(header::CONTENT_TYPE, kind), (header::VARY, "accept".to_owned())];
                Ok((headers, found).into_response())
            }
        }
    })
    .await
}

/// Leads to the page of a resource.
fn page(id: &str) -> Response {
    let headers = [(header::LOCATION, format!("/e/{}", encoded(id))), (header::VARY, "accept".to_owned())];
    (StatusCode::SEE_OTHER, headers).into_response()
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

/// The format that a client likes best; machines that take anything get statements, for browsers ask for HTML by name.
fn wanted(accept: &Accept) -> Option<Format> {
    let kinds: [&'static [&'static str]; 4] = FORMATS.map(|(kind, ..)| kind);
    let best = accept.best(&[1, 2, 3, 0], |n: usize| kinds[n]);
    best.map(|n| FORMATS[n])
}

fn unacceptable() -> Failure {
    let names: Vec<&str> = FORMATS.iter().filter_map(|(kind, ..)| kind.first().copied()).collect();
    Failure::new(Code::NotAcceptable, format!("there are {}; Accept names none of them", names.join(", ")))
}

fn unknown(name: &str) -> Failure {
    let names: Vec<&str> = FORMATS.iter().map(|(_, name, _)| *name).collect();
    let error = format!("`{name}` is no format; format takes {}", names.join(", "));
    Failure::new(Code::UnknownFormat, error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_get_a_page_and_machines_what_they_ask_for() {
        let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        for (accepted, format) in [
            (browser, Some("html")),
            ("*/*", Some("turtle")),
            ("text/turtle", Some("turtle")),
            ("application/ld+json, text/turtle;q=0.5", Some("json-ld")),
            ("application/n-triples, */*;q=0.1", Some("n-triples")),
            ("text/html;q=0, */*", Some("turtle")),
            ("application/pdf", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, accepted.parse().expect("a header"));
            assert_eq!(wanted(&Accept::of(&headers)).map(|(_, name, _)| name), format, "{accepted}");
        }
    }
}
