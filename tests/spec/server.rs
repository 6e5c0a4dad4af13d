//! A running server: the program itself, on a free port, ended when this goes.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::time::{Duration, Instant};

use super::binary::Place;

/// A server of the store in a folder.
pub struct Server {
    child: Child,
    /// Where it says what it does; read to its end only after it has ended.
    said: BufReader<ChildStderr>,
    /// Such as `127.0.0.1:4711`.
    pub host: String,
}

/// What a server answered.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: ureq::http::HeaderMap,
    /// What came of the body.
    pub body: String,
    /// Whether the body came to its end.
    pub whole: bool,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }
}

impl Server {
    /// Serves the store that [`Place::built`] makes.
    pub fn of(place: &Place, options: &[&str]) -> Server {
        Server::with_token(place, options, None)
    }

    pub fn with_token(place: &Place, options: &[&str], token: Option<&str>) -> Server {
        Server::with(place, options, token.map(|token| ("VIETGRAPH_TOKEN", token)))
    }

    /// The same with what it finds in its environment.
    pub fn with(place: &Place, options: &[&str], environment: Option<(&str, &str)>) -> Server {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vietgraph"));
        command.args(["serve", "--port", "0"]).args(options).current_dir(place.path(""));
        command.envs(environment);
        let mut child = command.stderr(Stdio::piped()).spawn().expect("the program runs");
        let mut said = BufReader::new(child.stderr.take().expect("a pipe"));
        let mut line = String::new();
        said.read_line(&mut line).expect("a line on stderr");
        let rest = line.split("http://").nth(1).unwrap_or_else(|| panic!("an address in {line:?}"));
        let host = rest.split([' ', '/']).next().unwrap_or_default().trim().to_owned();
        assert!(host.starts_with("127.0.0.1:"), "a port is one of this machine: {line}");
        Server { child, said, host }
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Ends it without a word.
    pub fn kill(&mut self) {
        self.child.kill().expect("a process");
        self.child.wait().expect("it ends");
    }

    /// Stops it; gives what it said after its address.
    pub fn said(mut self) -> String {
        self.stop();
        let mut said = String::new();
        self.said.read_to_string(&mut said).expect("text");
        said
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.host)
    }

    /// Sends a request with headers and, where there is one, a body.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Option<&str>) -> Answer {
        let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0);
        let config = config.allow_non_standard_methods(true).timeout_global(Some(Duration::from_secs(60)));
        let agent: ureq::Agent = config.build().into();
        let mut request = ureq::http::Request::builder().method(method).uri(self.url(path));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let sent = match body {
            Some(body) => agent.run(request.body(body).expect("a request")),
            None => agent.run(request.body(()).expect("a request")),
        };
        let mut answer = sent.unwrap_or_else(|e| panic!("{method} {path}: {e}"));
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let mut bytes = Vec::new();
        let whole = answer.body_mut().as_reader().read_to_end(&mut bytes).is_ok();
        Answer { status, headers, body: String::from_utf8_lossy(&bytes).into_owned(), whole }
    }

    pub fn get(&self, path: &str, accept: &str) -> Answer {
        self.send("GET", path, &[("Accept", accept)], None)
    }

    /// Asks a query by GET.
    pub fn ask(&self, query: &str, accept: &str) -> Answer {
        self.get(&format!("/sparql?query={}", encoded(query)), accept)
    }

    /// Sends bytes as they are and reads what comes back until the server closes.
    pub fn raw(&self, bytes: &[u8]) -> String {
        let mut stream = TcpStream::connect(&self.host).expect("a listening server");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a timeout");
        stream.write_all(bytes).expect("the server reads");
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Tells it to stop; gives how long that took.
    pub fn stop(&mut self) -> Duration {
        let begun = Instant::now();
        terminate(self.child.id());
        let status = self.child.wait().expect("it ends");
        assert!(status.success(), "{status}");
        begun.elapsed()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            terminate(self.child.id());
            let _ = self.child.wait();
        }
    }
}

fn terminate(id: u32) {
    let _ = Command::new("kill").args(["-TERM", &id.to_string()]).status();
}

/// A text as it stands in an address.
pub fn encoded(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}
