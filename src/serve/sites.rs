//! By which names the server is called, which sites may read what it answers, and what each answer tells browsers.
//!
//! Pages of other sites may read, as they may at endpoints on the web, unless `--cors` says which may; no page gets round that by a
//! name of its own that leads here (DNS rebinding), for the server answers to its own names alone.

use std::net::{IpAddr, Ipv6Addr};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State as Shared};
use axum::http::uri::Authority;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::cors::{AllowOrigin, Any, CorsLayer};
use tower_http::set_header::SetResponseHeaderLayer;

use super::refusal::Refusal;
use super::{Options, State};

/// Which other sites may read answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Readers {
    /// None of them.
    Nobody,
    /// All of them.
    Everybody,
    /// Those with these origins.
    Origins(Vec<HeaderValue>),
}

impl Readers {
    /// What the `--cors` options say: `*`, `none`, or origins.
    ///
    /// # Errors
    /// What is wrong with one of them.
    pub fn parse(said: &[String]) -> Result<Readers, String> {
        match said {
            [one] if one == "*" => Ok(Readers::Everybody),
            [one] if one == "none" => Ok(Readers::Nobody),
            several => several.iter().map(|one| origin(one)).collect::<Result<_, _>>().map(Readers::Origins),
        }
    }
}

/// What every answer says unless it says otherwise: it is what it says it is, and nothing in it runs or is fetched.
const TOLD: [(HeaderName, HeaderValue); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
    ),
];

/// All that is answered, to those who may have it.
pub(super) fn guarded(router: Router<Arc<State>>, state: &Arc<State>) -> Router<Arc<State>> {
    let router = match &state.options().readers {
        Readers::Nobody => router,
        Readers::Everybody => router.layer(cors().allow_origin(Any)),
        Readers::Origins(origins) => router.layer(cors().allow_origin(AllowOrigin::list(origins.clone()))),
    };
    let router = router.layer(from_fn_with_state(state.clone(), by_its_name));
    TOLD.into_iter()
        .fold(router, |router, (name, value)| router.layer(SetResponseHeaderLayer::if_not_present(name, value)))
}

/// Lets pages of other sites read; they cannot send the token that changes need.
fn cors() -> CorsLayer {
    CorsLayer::new().allow_methods([Method::GET, Method::HEAD, Method::POST]).allow_headers(Any)
}

/// Answers where the server is called by a name of its own.
async fn by_its_name(Shared(state): Shared<Arc<State>>, request: Request, next: Next) -> Response {
    let said = request.headers().get_all(header::HOST).iter().map(|host| host.to_str().unwrap_or_default());
    let said = said.chain(request.uri().authority().map(Authority::as_str));
    if said.into_iter().all(|host| is_own(host, state.options())) {
        return next.run(request).await;
    }
    let text = "this server is not called by that name: call it http://localhost with its port, or start it with --allow-host NAME";
    Refusal::new(StatusCode::MISDIRECTED_REQUEST, text).into_response()
}

/// Whether a host, with or without a port, is one that the server is called by; one that other machines reach has any name unless
/// it is told.
fn is_own(host: &str, options: &Options) -> bool {
    let Some((name, _)) = parts(host) else {
        return false;
    };
    if !options.bind.ip().is_loopback() && options.hosts.is_empty() {
        return true;
    }
    let name = name.trim_end_matches('.');
    let address = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    let here = |ip: IpAddr| ip.to_canonical().is_loopback() || ip == options.bind.ip() || ip == Ipv6Addr::LOCALHOST;
    let told = || options.hosts.iter().any(|own| own.eq_ignore_ascii_case(name));
    name.eq_ignore_ascii_case("localhost") || address.is_ok_and(here) || told()
}

/// The name or address of a host and its port, where it has one; none where it is no host, or says who calls.
fn parts(said: &str) -> Option<(String, Option<u16>)> {
    let host = said.parse::<Authority>().ok()?;
    let name = host.host().to_owned();
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    let bracketed = name.strip_prefix('[').and_then(|name| name.strip_suffix(']'));
    let is_host = bracketed.map_or_else(|| name.chars().all(plain), |ip| ip.parse::<Ipv6Addr>().is_ok());
    let port = said.strip_prefix(&name)?;
    let port = match port.strip_prefix(':') {
        Some(port) => Some(port.parse().ok().filter(|_| port.bytes().all(|b| b.is_ascii_digit()))?),
        None => port.is_empty().then_some(None)?,
    };
    (is_host && !name.trim_end_matches('.').is_empty()).then_some((name, port))
}

/// A name that a server may be called by, without its port where it is given with one.
///
/// # Errors
/// What is wrong with it.
pub fn host_name(said: &str) -> Result<String, String> {
    let (name, _) = parts(said).ok_or("it is no host; give a name such as graph.example.org, each by itself")?;
    Ok(name.trim_end_matches('.').to_ascii_lowercase())
}

/// An origin as browsers send it: scheme, host and port, and nothing behind.
fn origin(said: &str) -> Result<HeaderValue, String> {
    let wrong = || format!("`{said}` is no origin; --cors takes `*`, `none` or origins such as https://example.org");
    let small = said.to_ascii_lowercase();
    let (scheme, host) = small.split_once("://").ok_or_else(wrong)?;
    let usual = match scheme {
        "http" => 80,
        "https" => 443,
        _ => return Err(wrong()),
    };
    let (name, port) = parts(host).ok_or_else(wrong)?;
    let port = port.filter(|port| *port != usual).map_or_else(String::new, |port| format!(":{port}"));
    HeaderValue::from_str(&format!("{scheme}://{name}{port}")).map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_are_everybody_nobody_or_origins() {
        let parse = |said: &[&str]| Readers::parse(&said.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(parse(&["*"]), Ok(Readers::Everybody));
        assert_eq!(parse(&["none"]), Ok(Readers::Nobody));
        let two = [HeaderValue::from_static("https://a.org"), HeaderValue::from_static("http://localhost:5173")];
        assert_eq!(parse(&["https://A.org", "http://localhost:5173"]), Ok(Readers::Origins(two.to_vec())));
        let usual = ["https://a.org:443", "http://a.org:80", "http://a.org:443", "https://[::1]:443"];
        let told = ["https://a.org", "http://a.org", "http://a.org:443", "https://[::1]"].map(HeaderValue::from_static);
        assert_eq!(parse(&usual), Ok(Readers::Origins(told.to_vec())), "as browsers send them");
        for wrong in ["https://*.a.org", "https://a.org:99999", "https://a.org:", "https://a.org:x"] {
            assert!(parse(&[wrong]).is_err_and(|e| e.contains("--cors takes")), "{wrong}");
        }
        for wrong in ["a.org", "https://a.org/", "https://", "ftp://a.org", "null", "https://u@a.org", ""] {
            assert!(parse(&[wrong]).is_err_and(|e| e.contains("--cors takes")), "{wrong}");
        }
        assert!(parse(&["*", "https://a.org"]).is_err());
    }

    #[test]
    fn a_name_to_be_called_by_is_a_host() {
        for (said, name) in [
            ("Graph.example.org.", "graph.example.org"),
            ("a.org:443", "a.org"),
            ("[::1]:80", "[::1]"),
            ("10.0.0.1", "10.0.0.1"),
        ] {
            assert_eq!(host_name(said).as_deref(), Ok(name));
        }
        for wrong in
            ["*", "*.a.org", "u@a.org", "a.org:99999", "a.org:", "a.org:+1", "a.org/x", "", ".", "[::g]", "a b"]
        {
            assert!(host_name(wrong).is_err_and(|e| e.contains("graph.example.org")), "{wrong}");
        }
    }
}
