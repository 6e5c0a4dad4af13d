//! One Graph Store over HTTP: requests, who asks, and what is tried again.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use ureq::http::{Response, StatusCode};
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::{Agent, Body};

use crate::error::Error;

/// The media type of N-Triples here: they are Turtle, which every Graph Store has to read.
const TURTLE: &str = "text/turtle; charset=utf-8";
/// The first and the longest wait before a request is sent again.
const FIRST_WAIT: Duration = Duration::from_millis(500);
const LONGEST_WAIT: Duration = Duration::from_secs(60);
/// The longest wait that a server may ask for.
const LONGEST_ASKED: Duration = Duration::from_secs(3600);
/// How much of a refusal's words is told.
const WORDS: usize = 200;

/// Who asks.
#[derive(Clone, Default)]
pub enum Login {
    /// Nobody in particular.
    #[default]
    None,
    /// Whoever has this token.
    Token(String),
    /// A user with a password.
    User(String, String),
}

/// How an address is spoken to.
#[derive(Clone)]
pub struct Options {
    /// Who asks.
    pub login: Login,
    /// How often a request that failed for a while is sent again.
    pub retries: u32,
    /// How long one request may take.
    pub timeout: Duration,
}

/// What is done with a graph.
#[derive(Clone, Copy)]
pub(super) enum Verb {
    /// It becomes these triples.
    Put,
    /// These triples are added.
    Post,
    /// It goes.
    Delete,
}

/// Why a request did not do what it should.
pub(super) enum Refused {
    /// The server does not take this graph; others it may take.
    Graph(String),
    /// Nothing can be done at this address.
    All(Error),
}

pub(super) struct Client<'o> {
    agent: Agent,
    url: &'o str,
    options: &'o Options,
    asked: Mutex<Asked>,
}

/// What a server asked a user for, as far as is known.
enum Asked {
    Nothing,
    Password,
    Digest(digest_auth::WwwAuthenticateHeader),
}

/// What came of one try.
enum Tried {
    Done,
    /// Try again, after what the server asks for.
    Again(String, Option<Duration>),
    /// Try again at once, with an answer to the challenge.
    Challenged,
}

impl<'o> Client<'o> {
    pub fn new(url: &'o str, options: &'o Options) -> Client<'o> {
        let config = Agent::config_builder().http_status_as_error(false).max_redirects(0);
        let config =
            config.timeout_global(Some(options.timeout)).user_agent(concat!("vietgraph/", env!("CARGO_PKG_VERSION")));
        let secure = url.starts_with("https:").then(tls).unwrap_or_default();
        let agent = config.tls_config(secure).build().into();
        Client { agent, url, options, asked: Mutex::new(Asked::Nothing) }
    }

    /// Sends a request until it is answered; the number of times it was sent again.
    pub fn send(&self, verb: Verb, graph: &str, triples: &str) -> std::result::Result<u32, Refused> {
        let (mut again, mut wait, mut challenged) = (0, FIRST_WAIT, false);
        loop {
            match self.once(verb, graph, triples, challenged)? {
                Tried::Done => return Ok(again),
                Tried::Challenged => challenged = true,
                Tried::Again(reason, _) if again == self.options.retries => {
                    let reason = format!("{reason}; tried {} times; run the same command again to go on", again + 1);
                    return Err(Refused::All(self.failed(reason)));
                }
                Tried::Again(_, asked) => {
                    std::thread::sleep(asked.unwrap_or(wait).min(LONGEST_ASKED));
                    wait = (wait * 2).min(LONGEST_WAIT);
                    again += 1;
                }
            }
        }
    }

    fn once(&self, verb: Verb, graph: &str, triples: &str, challenged: bool) -> std::result::Result<Tried, Refused> {
        let graph = utf8_percent_encode(graph, NON_ALPHANUMERIC);
        let uri = format!("{}{}graph={graph}", self.url, if self.url.contains('?') { '&' } else { '?' });
        let method = match verb {
            Verb::Put => "PUT",
            Verb::Post => "POST",
            Verb::Delete => "DELETE",
        };
        let mut request = ureq::http::Request::builder().method(method).uri(&uri);
        let authorization = self.authorization(method, &uri)?;
        let bare = authorization.is_none();
        if let Some(authorization) = authorization {
            request = request.header("Authorization", authorization);
        }
        let wrong =
            |e: ureq::http::Error| Refused::All(self.failed(format!("{e}; give an address such as http://host/path")));
        let answered = match verb {
            Verb::Delete => self.agent.run(request.body(()).map_err(wrong)?),
            Verb::Put | Verb::Post => {
                self.agent.run(request.header("Content-Type", TURTLE).body(triples).map_err(wrong)?)
            }
        };
        match answered {
            Ok(answer) => self.judge(verb, answer, (!challenged).then_some(bare)),
            Err(error) if passes(&error) => Ok(Tried::Again(error.to_string(), None)),
            Err(error) => Err(Refused::All(self.failed(error.to_string()))),
        }
    }

    /// What an answer means for the graph it is about; `bare` says, at the first time, whether nothing was said of who asks.
    fn judge(&self, verb: Verb, answer: Response<Body>, bare: Option<bool>) -> std::result::Result<Tried, Refused> {
        let status = answer.status();
        let gone = matches!(verb, Verb::Delete) && status == StatusCode::NOT_FOUND;
        if status.is_success() || gone {
            return Ok(Tried::Done);
        }
        let header = |name| answer.headers().get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
        let (after, asks, place) = (header("retry-after"), header("www-authenticate"), header("location"));
        if status == StatusCode::UNAUTHORIZED && bare.is_some_and(|bare| self.accept(asks.as_deref(), bare)) {
            return Ok(Tried::Challenged);
        }
        let said = words(answer);
        let reason = format!("answers {status}{said}");
        if status == StatusCode::TOO_MANY_REQUESTS
            || status == StatusCode::REQUEST_TIMEOUT
            || status.is_server_error() && status != StatusCode::NOT_IMPLEMENTED
        {
            return Ok(Tried::Again(reason, after.and_then(|after| wait_of(&after, SystemTime::now()))));
        }
        let remedy = match status {
            StatusCode::UNAUTHORIZED => {
                "; give a token in VIETGRAPH_TOKEN or user:password in VIETGRAPH_LOGIN that it knows"
            }
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED | StatusCode::NOT_IMPLEMENTED => {
                "; give the address of a SPARQL 1.1 Graph Store"
            }
            _ if status.is_redirection() => "; give the address it leads to",
            _ => return Err(Refused::Graph(reason)),
        };
        let place = place.map(|to| format!(" ({to})")).unwrap_or_default();
        Err(Refused::All(self.failed(format!("{reason}{place}{remedy}"))))
    }

    /// Takes in what a server asks a user for; whether that is something else than it was given.
    ///
    /// Nothing is sent before, as some that want a digest of the password do not say so to who gives the password itself.
    fn accept(&self, asks: Option<&str>, bare: bool) -> bool {
        let digest = asks.filter(|asks| asks.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("digest ")));
        let digest = digest.and_then(|asks| digest_auth::parse(asks).ok());
        let new = bare || digest.is_some();
        *self.asked() = digest.map_or(Asked::Password, Asked::Digest);
        new && matches!(self.options.login, Login::User(..))
    }

    fn asked(&self) -> MutexGuard<'_, Asked> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn authorization(&self, method: &'static str, uri: &str) -> std::result::Result<Option<String>, Refused> {
        let (user, password) = match &self.options.login {
            Login::None => return Ok(None),
            Login::Token(token) => return Ok(Some(format!("Bearer {token}"))),
            Login::User(user, password) => (user, password),
        };
        let mut asked = self.asked();
        let challenge = match &mut *asked {
            Asked::Nothing => return Ok(None),
            Asked::Password => return Ok(Some(format!("Basic {}", STANDARD.encode(format!("{user}:{password}"))))),
            Asked::Digest(challenge) => challenge,
        };
        let path = uri.splitn(4, '/').nth(3).map(|path| format!("/{path}")).unwrap_or_default();
        let method = digest_auth::HttpMethod::from(method);
        let context = digest_auth::AuthContext::new_with_method(user, password, path, None::<&[u8]>, method);
        let header = challenge.respond(&context).map_err(|e| Refused::All(self.failed(e.to_string())))?;
        Ok(Some(header.to_header_string()))
    }

    fn failed(&self, reason: String) -> Error {
        Error::Push { url: self.url.to_owned(), reason }
    }
}

/// Whether what kept a request from being answered may pass by itself.
fn passes(error: &ureq::Error) -> bool {
    use ureq::Error::{ConnectionFailed, HostNotFound, Io, Protocol, Timeout};
    matches!(error, Io(_) | Timeout(_) | ConnectionFailed | HostNotFound | Protocol(_))
}

/// The first words of a refusal, on one line.
fn words(mut answer: Response<Body>) -> String {
    let text = answer.body_mut().with_config().limit(1 << 16).lossy_utf8(true).read_to_string().unwrap_or_default();
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().take(WORDS).collect();
    if line.is_empty() { line } else { format!(" ({line})") }
}

/// How long `Retry-After` asks to wait: seconds, or a moment.
fn wait_of(after: &str, now: SystemTime) -> Option<Duration> {
    if let Ok(seconds) = after.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    let moment = jiff::fmt::rfc2822::parse(after.trim()).ok()?;
    let moment = SystemTime::from(moment.timestamp());
    Some(moment.duration_since(now).unwrap_or_default())
}

/// HTTPS as the machine does it: with the certificates that it trusts, those of its own network among them.
fn tls() -> TlsConfig {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let trusted = rustls_native_certs::load_native_certs().certs;
    let trusted = trusted.iter().map(|certificate| Certificate::from_der(certificate).to_owned());
    let config = TlsConfig::builder().root_certs(RootCerts::Specific(Arc::new(trusted.collect())));
    config.unversioned_rustls_crypto_provider(provider).build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_says_how_long_to_wait_in_seconds_or_by_the_clock() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_767);
        assert_eq!(wait_of("7", now), Some(Duration::from_secs(7)));
        assert_eq!(wait_of("Sun, 06 Nov 1994 08:49:37 GMT", now), Some(Duration::from_secs(10)));
        assert_eq!(wait_of("Sun, 06 Nov 1994 08:49:07 GMT", now), Some(Duration::ZERO));
        assert_eq!(wait_of("soon", now), None);
    }
}
