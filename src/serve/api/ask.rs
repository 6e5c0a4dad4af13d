//! What a request asks, and how it is answered or refused.

use std::error::Error as _;
use std::sync::Arc;

use axum::Json;
use axum::extract::{FromRequestParts, Path, Query};
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
use crate::store::patience::Waiting;
use crate::text::key::bare_key;
use crate::view::incumbents::Term;
use crate::view::{NodeIndex, View};

/// What stands in an id as it is; everything else is percent-encoded in an address.
const PLAIN: AsciiSet = NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// How many entries near an unknown id are named.
const NEAR: usize = 5;
/// How much of a name, from 0 to 1, must be as asked for: to share a word with it is not enough.
const ALIKE: f64 = 0.6;

/// What has more tenures has many.
const MANY: usize = 50;

/// The parameters of a request.
pub(in crate::serve) struct Ask<T> {
    /// Those of the address.
    pub of: T,
    language: usize,
    /// What stands behind the question mark.
    query: String,
    effort: Effort,
    state: Arc<State>,
}

/// How long an answer may take to make: those that are made quickly have turns of their own.
#[derive(Clone, Copy)]
enum Effort {
    Quick,
    Long,
}

impl<T> Ask<T> {
    /// The same, whose answer may take long to make.
    pub fn dear(self) -> Ask<T> {
        Ask { effort: Effort::Long, ..self }
    }
}

/// The id in an address.
pub(in crate::serve) struct Id(pub String);

impl FromRequestParts<Arc<State>> for Id {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<State>) -> Result<Id, Failure> {
        let id = Path::<String>::from_request_parts(parts, state).await;
        let wrong = |_| Failure::new(Code::BadParameter, "the id is not UTF-8; percent-encode its bytes in UTF-8");
        id.map(|Path(id)| Id(id)).map_err(wrong)
    }
}

#[derive(Deserialize)]
struct Language {
    lang: Option<String>,
}

impl<T: DeserializeOwned> FromRequestParts<Arc<State>> for Ask<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<State>) -> Result<Ask<T>, Failure> {
        let refused = |e: axum::extract::rejection::QueryRejection| {
            // Its cause names the parameter, the rest the library.
            let told = e.source().map_or_else(|| e.body_text(), ToString::to_string);
            Failure::new(Code::BadParameter, format!("{told}; /api/openapi.json tells the parameters"))
        };
        let Query(of) = Query::<T>::try_from_uri(&parts.uri).map_err(refused)?;
        let Query(Language { lang }) = Query::try_from_uri(&parts.uri).map_err(refused)?;
        let lang = lang.as_deref().unwrap_or(LANGUAGES[0]);
        let Some(language) = LANGUAGES.iter().position(|l| *l == lang) else {
            let reason = format!("`{lang}` is no language of the interface; lang takes {}", LANGUAGES.join(" or "));
            return Err(Failure::new(Code::UnknownLanguage, reason));
        };
        let query = parts.uri.query().unwrap_or_default().to_owned();
        Ok(Ask { of, language, query, effort: Effort::Quick, state: Arc::clone(state) })
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
                let asked = bare_key(&name);
                let alike = |own: &str| strsim::normalized_damerau_levenshtein(&bare_key(own), &asked) >= ALIKE;
                let found = self.reading.known.index.search(&name, None)?.nodes.into_iter();
                let near: Vec<NodeIndex> = found.filter(|at| self.view.names(*at).any(alike)).take(NEAR).collect();
                let near = brief(&near);
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

    /// The tenures of a person, a post or a rank, or of the posts of a body. Where there are many they are read once; the others soon
    /// enough each time.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn terms(&self, at: NodeIndex) -> Result<Arc<Vec<Term>>, Failure> {
        let (store, known) = (&self.reading.store, &self.reading.known.terms);
        if let Some(terms) = known.get(at) {
            return Ok(terms);
        }
        let terms = Arc::new(self.view.terms(store, at).map_err(|e| e.placed(store.dir()))?);
        if terms.len() > MANY {
            known.keep(at, &terms);
        }
        Ok(terms)
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

    /// Whether it leads to an id of now.
    pub fn leads(&self) -> bool {
        self.now.is_some()
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
            Error::GivenUp => Code::TooSlow,
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
    let state = ask.state.clone();
    let until = Instant::now() + state.options().query_time;
    let turns = match ask.effort {
        Effort::Quick => &state.quick,
        Effort::Long => &state.long,
    };
    let turn = match in_time(&state, until, Arc::clone(turns).acquire_owned()).await {
        Ok(Ok(turn)) => turn,
        Ok(Err(_)) | Err(Missed::Stopped) => return stopped(),
        Err(Missed::Late) => return late(&state, Code::Busy, "many are asking at once; ask again later"),
    };
    // Goes with this request, also where its client does.
    let waiting = Waiting::default();
    let patience = waiting.patience();
    let done = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        patience.during(|| done(ask, below, work))
    });
    let slow = "this took longer than --query-time allows; ask for less, or start the server with more";
    match in_time(&state, until, done).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(_)) => {
            let error = "the server failed at this; tell its maintainers the address";
            Failure::new(Code::Failed, error).into_response()
        }
        Err(Missed::Late) => late(&state, Code::TooSlow, slow),
        Err(Missed::Stopped) => stopped(),
    }
}

fn done<T>(ask: Ask<T>, below: &'static str, work: impl FnOnce(&Source, T) -> Result<Response, Failure>) -> Response {
    let reading = ask.state.reading();
    let source = Source { reading: &reading, view: reading.view(LANGUAGES[ask.language]), language: ask.language };
    work(&source, ask.of).unwrap_or_else(|failure| {
        let to = |now: &String| format!("{below}{}{}", encoded(now), behind(&ask.query));
        let location = failure.now.as_ref().filter(|_| !below.is_empty()).map(to);
        Failure { location, ..failure }.into_response()
    })
}

/// Why something did not come.
enum Missed {
    Late,
    Stopped,
}

/// What comes before a time, and before the server is to stop.
async fn in_time<T>(state: &State, until: Instant, what: impl Future<Output = T>) -> Result<T, Missed> {
    tokio::select! {
        biased;
        () = state.stopped() => Err(Missed::Stopped),
        came = timeout_at(until, what) => came.map_err(|_| Missed::Late),
    }
}

/// 503: the server ends.
fn stopped() -> Response {
    Failure::new(Code::Busy, "the server is being stopped; ask again later").into_response()
}

/// 503: not in time.
fn late(state: &State, code: Code, error: &str) -> Response {
    let failure = Failure::new(code, error);
    ([(header::RETRY_AFTER, state.options().query_time.as_secs().max(1).to_string())], failure).into_response()
}

/// An id as it stands in an address.
pub(in crate::serve) fn encoded(id: &str) -> String {
    let encoded = utf8_percent_encode(id, &PLAIN).to_string();
    // A step up, which browsers take for one however its dots are written, is none where the strokes beside it are encoded.
    match id.split('/').any(|segment| segment == "." || segment == "..") {
        true => encoded.replace('/', "%2F"),
        false => encoded,
    }
}

fn behind(query: &str) -> String {
    if query.is_empty() { String::new() } else { format!("?{query}") }
}

#[cfg(test)]
mod tests;
