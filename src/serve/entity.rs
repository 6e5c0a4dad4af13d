//! What stands behind the IRIs of the graph: `/id/…` is the page of a resource for people and its statements for machines.

use std::sync::Arc;

use axum::Router;
use axum::extract::{RawQuery, State as Shared};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;

use super::api::ask::{Ask, Failure, Id, Source, answer_as, encoded};
use super::api::code::Code;
use super::negotiate::Accept;
use super::{LANGUAGES, State, assets};
use crate::store::describe::describe;
use crate::store::read::proof;
use crate::store::results::{TripleFormat, write_triples};
use crate::view::NodeIndex;

/// The addresses of the page, which finds out from its address what to show.
const PAGES: [&str; 4] = ["/graph", "/map", "/sparql-editor", "/conflicts"];

/// How a resource is told: as a page, or as its statements in a format.
type Format = Option<TripleFormat>;

/// What a page is.
const PAGE: (&str, &str) = ("text/html", "html");

/// The resources, and the addresses of the page.
pub(super) fn routes() -> Router<Arc<State>> {
    let resources = Router::new().route("/id/{*path}", get(resource)).route("/e/{*id}", get(entity));
    PAGES.into_iter().fold(resources, |router, page| router.route(page, get(|| async { assets::part("index.html") })))
}

/// `GET /e/{id}`: the page, which says itself that it knows no such entry; programs are told by the status.
async fn entity(Id(id): Id, Shared(state): Shared<Arc<State>>) -> Response {
    let reading = state.reading();
    let view = reading.view(LANGUAGES[0]);
    let own = id.strip_prefix("article/").unwrap_or_default();
    let is_article = view.article_with_id(&id).is_some() || view.articles().iter().any(|article| article.id == own);
    let is_known = is_article || view.with_id(&id).is_some() || !view.successors(&id).is_empty();
    let mut page = assets::part("index.html");
    if !is_known {
        *page.status_mut() = StatusCode::NOT_FOUND;
    }
    page
}

#[derive(Deserialize)]
struct Asked {
    format: Option<String>,
}

/// `GET /id/{path}`
async fn resource(Id(id): Id, headers: HeaderMap, RawQuery(query): RawQuery, ask: Ask<Asked>) -> Response {
    let answer = answer_as(ask.dear(), "/id/", move |source, asked| {
        let format = match asked.format.as_deref() {
            Some(name) => named(name)?,
            None => wanted(&Accept::of(&headers)).ok_or_else(unacceptable)?,
        };
        let known = source.node(&id);
        if format.is_none()
            && let Some(page) = page_of(source, &id, &known)?
        {
            return Ok(page);
        }
        // What is no node of the view, such as an article or a piece of evidence, has statements all the same.
        let Some(found) = statements(source, &id, format.unwrap_or(TripleFormat::Turtle))? else {
            return match known {
                // The page finds out what else was meant.
                Err(failure) if format.is_none() && !failure.leads() => Ok(page(&id)),
                known => Err(known.err().unwrap_or_else(|| unknown(&id))),
            };
        };
        let kind = format.map_or("text/plain", |format| format.media_types()[0]);
        let headers = [(header::CONTENT_TYPE, format!("{kind}; charset=utf-8")), (header::VARY, "accept".to_owned())];
        Ok((headers, found).into_response())
    });
    leading_on(answer.await, query.as_deref().unwrap_or_default())
}

/// The same answer; where it leads to another address, with what else was asked for: a day, a language.
fn leading_on(mut answer: Response, query: &str) -> Response {
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("format=")).collect();
    let location = answer.headers().get(header::LOCATION).and_then(|location| location.to_str().ok());
    let location = location.filter(|location| !kept.is_empty() && !location.contains('?'));
    if let Some(Ok(whole)) = location.map(|location| HeaderValue::try_from(format!("{location}?{}", kept.join("&")))) {
        answer.headers_mut().insert(header::LOCATION, whole);
    }
    answer
}

/// Leads to the page of an entity, of an article, or of the article that a piece of evidence stands in; none for others.
fn page_of(source: &Source, id: &str, known: &Result<NodeIndex, Failure>) -> Result<Option<Response>, Failure> {
    let (view, store) = (source.view, &source.reading.store);
    if let Ok(at) = known {
        return Ok(Some(page(view.id(*at))));
    }
    let own = |id: &str| view.article_with_id(id).map(|article| page(&format!("article/{}", article.id)));
    if let Some(page) = own(id) {
        return Ok(Some(page));
    }
    let proof = proof(store, &format!("{}{id}", view.base())).map_err(|e| e.placed(store.dir()))?;
    Ok(proof.and_then(|proof| own(&proof.article)))
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
    let triples = describe(store, &iri).map_err(|e| e.placed(store.dir()))?;
    if triples.is_empty() {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    write_triples(triples.into_iter().map(Ok), format, &mut bytes)?;
    Ok(Some(bytes))
}

/// The format that a client likes best; machines that take anything get statements, for browsers ask for HTML by name.
fn wanted(accept: &Accept) -> Option<Format> {
    let formats: Vec<Format> = TripleFormat::ALL.into_iter().map(Some).chain([None]).collect();
    accept.best(&formats, |format| format.map_or(&[PAGE.0], TripleFormat::media_types))
}

/// The format of a name.
fn named(name: &str) -> Result<Format, Failure> {
    if name == PAGE.1 {
        return Ok(None);
    }
    TripleFormat::named(name).map(Some).ok_or_else(|| unknown(name))
}

fn unacceptable() -> Failure {
    let formats = TripleFormat::ALL.iter().map(|format| format.media_types()[0]);
    let names: Vec<&str> = [PAGE.0].into_iter().chain(formats).collect();
    Failure::new(Code::NotAcceptable, format!("there are {}; Accept names none of them", names.join(", ")))
}

fn unknown(name: &str) -> Failure {
    let names: Vec<&str> = [PAGE.1].into_iter().chain(TripleFormat::ALL.map(|format| format.names()[0])).collect();
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
            (browser, Some(None)),
            ("*/*", Some(Some(TripleFormat::Turtle))),
            ("text/turtle", Some(Some(TripleFormat::Turtle))),
            ("application/ld+json, text/turtle;q=0.5", Some(Some(TripleFormat::JsonLd))),
            ("application/n-triples, */*;q=0.1", Some(Some(TripleFormat::NTriples))),
            ("text/html;q=0, */*", Some(Some(TripleFormat::Turtle))),
            ("application/pdf", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, accepted.parse().expect("a header"));
            assert_eq!(wanted(&Accept::of(&headers)), format, "{accepted}");
        }
    }
}
