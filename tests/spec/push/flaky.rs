//! A Graph Store in memory that fails as it is told.

use std::collections::{BTreeMap, VecDeque};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// How a request is answered.
#[derive(Clone, Copy)]
pub enum Answer {
    Ok,
    /// 503, to be tried again in a second.
    Busy,
    /// 429, at once.
    TooMany,
    /// 500.
    Broken,
    /// The connection is closed.
    HangUp,
    /// 401.
    Unauthorized,
    /// 401 with a challenge.
    WantsDigest,
    /// 400.
    Refused,
    /// 404.
    Nowhere,
}

impl Answer {
    fn head(self) -> &'static str {
        match self {
            Answer::Ok | Answer::HangUp => "204 No Content\r\n",
            Answer::Busy => "503 Service Unavailable\r\nRetry-After: 1\r\n",
            Answer::TooMany => "429 Too Many Requests\r\nRetry-After: 0\r\n",
            Answer::Broken => "500 Internal Server Error\r\n",
            Answer::Unauthorized => "401 Unauthorized\r\nWWW-Authenticate: Bearer\r\n",
            Answer::WantsDigest => {
                "401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"here\", nonce=\"abc\", qop=\"auth\", algorithm=MD5\r\n"
            }
            Answer::Refused => "400 Bad Request\r\n",
            Answer::Nowhere => "404 Not Found\r\n",
        }
    }
}

/// What was asked.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: String,
    pub authorization: Option<String>,
    at: Instant,
}

#[derive(Default)]
struct Inside {
    answers: VecDeque<Answer>,
    graphs: BTreeMap<String, Vec<String>>,
    requests: Vec<Request>,
}

pub struct Flaky {
    pub url: String,
    /// The certificate of one that speaks TLS, as PEM.
    pub certificate: Option<String>,
    inside: Arc<Mutex<Inside>>,
}

impl Flaky {
    /// A server that answers as told, and then well.
    pub fn new(answers: impl IntoIterator<Item = Answer>) -> Flaky {
        Flaky::with(answers, "http", None, serve)
    }

    /// The same behind TLS, with a certificate that nobody vouches for but itself.
    pub fn secure(answers: impl IntoIterator<Item = Answer>) -> Flaky {
        let own = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).expect("a certificate");
        let key = PrivatePkcs8KeyDer::from(own.signing_key.serialize_der());
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
        let config = config.expect("versions of TLS").with_no_client_auth();
        let config = config.with_single_cert(vec![own.cert.der().clone()], key.into()).expect("a key that fits");
        let config = Arc::new(config);
        Flaky::with(answers, "https", Some(own.cert.pem()), move |stream, inside| {
            let connection = ServerConnection::new(config.clone()).expect("a connection");
            serve(StreamOwned::new(connection, stream), inside);
        })
    }

    fn with(
        answers: impl IntoIterator<Item = Answer>,
        scheme: &str,
        certificate: Option<String>,
        serve: impl Fn(TcpStream, &Mutex<Inside>) + Clone + Send + 'static,
    ) -> Flaky {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("{scheme}://{}/store", listener.local_addr().expect("an address"));
        let inside = Arc::new(Mutex::new(Inside { answers: answers.into_iter().collect(), ..Inside::default() }));
        let own = inside.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (own, serve) = (own.clone(), serve.clone());
                std::thread::spawn(move || serve(stream, &own));
            }
        });
        Flaky { url, certificate, inside }
    }

    /// The triples of each graph, sorted.
    pub fn graphs(&self) -> BTreeMap<String, Vec<String>> {
        let mut graphs = self.inside.lock().expect("a server").graphs.clone();
        graphs.values_mut().for_each(|triples| triples.sort());
        graphs
    }

    pub fn requests(&self) -> Vec<Request> {
        self.inside.lock().expect("a server").requests.clone()
    }

    /// How long the next request took to come.
    pub fn waited(&self, after: usize) -> Duration {
        let requests = self.requests();
        requests[after + 1].at - requests[after].at
    }
}

/// Answers one request and closes.
fn serve(stream: impl Read + Write, inside: &Mutex<Inside>) {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    // Who does not trust the server says nothing to it.
    if reader.read_line(&mut line).is_err() || line.is_empty() {
        return;
    }
    let (method, graph) = asked(&line);
    let (mut length, mut authorization) = (0, None);
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).expect("a header");
        let Some((name, value)) = header.trim_end().split_once(": ") else {
            break;
        };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.parse().expect("a length"),
            "authorization" => authorization = Some(value.to_owned()),
            "content-type" => assert!(value.starts_with("text/turtle"), "{value}"),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("a body");
    let triples: Vec<String> = String::from_utf8(body).expect("UTF-8").lines().map(str::to_owned).collect();
    let mut inside = inside.lock().expect("a server");
    inside.requests.push(Request { method: method.clone(), authorization, at: Instant::now() });
    let answer = inside.answers.pop_front().unwrap_or(Answer::Ok);
    if matches!(answer, Answer::HangUp) {
        return;
    }
    if matches!(answer, Answer::Ok) {
        match method.as_str() {
            "PUT" => drop(inside.graphs.insert(graph, triples)),
            "POST" => inside.graphs.entry(graph).or_default().extend(triples),
            "DELETE" => drop(inside.graphs.remove(&graph)),
            method => panic!("{method}"),
        }
    }
    let body = if matches!(answer, Answer::Refused) { "no such\n day" } else { "" };
    let end = if matches!(answer, Answer::Ok) { String::new() } else { format!("Content-Length: {}\r\n", body.len()) };
    let stream = reader.get_mut();
    let _ = write!(stream, "HTTP/1.1 {}{end}Connection: close\r\n\r\n{body}", answer.head());
    let _ = stream.flush();
}

/// The method and the graph of a request line.
fn asked(line: &str) -> (String, String) {
    let mut parts = line.split(' ');
    let (method, target) = (parts.next().expect("a method"), parts.next().expect("a target"));
    let graph = target.split_once("?graph=").expect("a graph").1;
    let graph = percent_encoding::percent_decode_str(graph).decode_utf8().expect("UTF-8");
    (method.to_owned(), graph.into_owned())
}
