//! What a request asks, and how it is answered or refused.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::time::{Instant, timeout_at};

use super::code::Code;
use crate::error::Error;
use crate::serve::state::LANGUAGES;
use crate::serve::{Reading, State};
use crate::view::{NodeIndex, View};

/// What stands in an id as it is; everything else is percent-encoded in an address.
const PLAIN: AsciiSet = NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// How many entries near an unknown id are named.
const NEAR: usize = 5;

/// The parameters of a request.
pub(in crate::serve) struct Ask<T> {
    /// Those of the address.
    pub of: T,
    language: usize,
    /// What stands behind the question mark.
    query: String,
    state: Arc<State>,
}

#[derive(Deserialize)]
struct Language {
    lang: Option<String>,
}

impl<T: DeserializeOwned> FromRequestParts<Arc<State>> for Ask<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<State>) -> Result<Ask<T>, Failure> {
        let refused = |e: axum::extract::rejection::QueryRejection| {
            Failure::new(Code::BadParameter, format!("{}; /api/openapi.json tells the parameters", e.body_text()))
        };
        let Query(of) = Query::<T>::try_from_uri(&parts.uri).map_err(refused)?;
        let Query(Language { lang }) = Query::try_from_uri(&parts.uri).map_err(refused)?;
        let lang = lang.as_deref().unwrap_or(LANGUAGES[0]);
        let Some(language) = LANGUAGES.iter().position(|l| *l == lang) else {
            let reason = format!("`{lang}` is no language of the interface; lang takes {}", LANGUAGES.join(" or "));
            return Err(Failure::new(Code::UnknownLanguage, reason));
        };
        let query = parts.uri.query().unwrap_or_default().to_owned();
        Ok(Ask { of, language, query, state: Arc::clone(state) })
    }
}

/// What an answer is made from.
pub(in crate::serve) struct Source<'a> {
    /// The store and its views.
    pub reading: &'a Reading,
    /// The view in the language asked for.
    pub view: &'a View,
    /// The position of that language.
    pub language: usize,
}

impl Source<'_> {
    /// The node with a short id or IRI.
    ///
    /// # Errors
    /// A failure that leads to where it is now, or names what is near.
    pub fn node(&self, id: &str) -> Result<NodeIndex, Failure> {
        if let Some(at) = self.view.with_id(id) {
            return Ok(at);
        }
        let brief = |nodes: &[NodeIndex]| nodes.iter().map(|at| self.view.brief(*at)).collect::<Vec<_>>();
        match self.view.successors(id)[..] {
            [now] => Err(Failure::moved(self.view.id(now))),
            [] => {
                let name = id.rsplit('/').next().unwrap_or(id).replace('-', " ");
                let near = self.reading.known.index.search(&name, None);
                let near = brief(&near[..near.len().min(NEAR)]);
                let error = format!("`{id}` is nothing in the store; /api/search?q= finds ids by names");
                Err(Failure::new(Code::UnknownId, error).with("near", json!(near)))
            }
            ref several => {
                let error = format!("`{id}` is several entries now; take one of the choices");
                let failure = Failure::new(Code::Several, error);
                Err(failure.with("choices", json!(brief(several))))
            }
        }
    }

    /// The node with a short id or IRI, of now or a former one.
    ///
    /// # Errors
    /// As for [`Source::node`], but not for one that leads to one of now.
    pub fn node_of_now(&self, id: &str) -> Result<NodeIndex, Failure> {
        let failure = match self.node(id) {
            Err(failure) => failure,
            found => return found,
        };
        failure.now.as_deref().and_then(|now| self.view.with_id(now)).ok_or(failure)
    }
}

/// Why there is no answer.
#[derive(Debug)]
pub(in crate::serve) struct Failure {
    code: Code,
    /// The error as it is told, and what goes with it.
    body: Value,
    /// The id that a former one leads to.
    now: Option<String>,
    location: Option<String>,
}

impl Failure {
    /// A failure told in plain text.
    pub fn new(code: Code, error: impl Into<String>) -> Failure {
        let error: String = error.into();
        Failure { code, body: json!({ "error": error, "code": code }), now: None, location: None }
    }

    fn moved(now: &str) -> Failure {
        let failure = Failure::new(Code::Moved, format!("this is `{now}` now"));
        Failure { now: Some(now.to_owned()), ..failure.with("id", json!(now)) }
    }

    fn with(mut self, name: &str, value: Value) -> Failure {
        self.body[name] = value;
        self
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        let code = match error {
            Error::Name { .. } | Error::Query { .. } => Code::BadValue,
            _ => Code::Failed,
        };
        Failure::new(code, error.to_string())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = (self.code.status(), Json(self.body)).into_response();
        if let Some(location) = self.location.and_then(|l| HeaderValue::from_str(&l).ok()) {
            response.headers_mut().insert(header::LOCATION, location);
        }
        response
    }
}

/// Answers by work done outside the threads that talk to clients; `below` is the address that ids stand behind, where the
/// address has one.
pub(in crate::serve) async fn answer<T, A>(
    ask: Ask<T>,
    below: &'static str,
    work: impl FnOnce(&Source, T) -> Result<A, Failure> + Send + 'static,
) -> Response
where
    T: Send + 'static,
    A: Serialize,
{
    answer_as(ask, below, |source, of| Ok(Json(work(source, of)?).into_response())).await
}

/// The same, where the answer is no JSON.
pub(in crate::serve) async fn answer_as<T: Send + 'static>(
    ask: Ask<T>,
    below: &'static str,
    work: impl FnOnce(&Source, T) -> Result<Response, Failure> + Send + 'static,
) -> Response {
    let (state, time) = (ask.state.clone(), ask.state.options().query_time);
    let until = Instant::now() + time;
    let Ok(Ok(turn)) = timeout_at(until, state.readings.clone().acquire_owned()).await else {
        return late(Code::Busy, "many are asking at once; ask again later", time);
    };
    let done = tokio::task::spawn_blocking(move || {
        // Its turn lasts as long as it works, also where nobody waits for it any more.
        let _turn = turn;
        let reading = ask.state.reading();
        let source = Source { reading: &reading, view: reading.view(LANGUAGES[ask.language]), language: ask.language };
        match work(&source, ask.of) {
            Ok(answer) => answer,
            Err(failure) => {
                let to = |now: &String| format!("{below}{}{}", encoded(now), behind(&ask.query));
                let location = failure.now.as_ref().filter(|_| !below.is_empty()).map(to);
                Failure { location, ..failure }.into_response()
            }
        }
    });
    let Ok(done) = timeout_at(until, done).await else {
        return late(
            Code::TooSlow,
            "this took longer than --query-time allows; ask for less, or start the server with more",
            time,
        );
    };
    done.unwrap_or_else(|_| {
        let error = "the server failed at this; tell its maintainers the address";
        Failure::new(Code::Failed, error).into_response()
    })
}

/// 503: not in time.
fn late(code: Code, error: &str, time: Duration) -> Response {
    let failure = Failure::new(code, error);
    ([(header::RETRY_AFTER, time.as_secs().max(1).to_string())], failure).into_response()
}

/// An id as it stands in an address.
pub(in crate::serve) fn encoded(id: &str) -> String {
    utf8_percent_encode(id, &PLAIN).to_string()
}

fn behind(query: &str) -> String {
    if query.is_empty() { String::new() } else { format!("?{query}") }
}
