//! Talking to the user: data on stdout, problems and progress on stderr.

use std::io::{self, BufWriter, Stdout, Write};
use std::process;

use super::log::{self, Level};
use crate::error::Error;

/// Standard output, buffered. Ends the process quietly when nobody reads it any more, as in `vietgraph … | head`.
pub(super) fn stdout() -> BufWriter<impl Write> {
    BufWriter::new(Pipe(io::stdout()))
}

struct Pipe(Stdout);

impl Pipe {
    fn check<T>(result: io::Result<T>) -> io::Result<T> {
        if result.as_ref().is_err_and(|e| e.kind() == io::ErrorKind::BrokenPipe) {
            process::exit(0);
        }
        result
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Pipe::check(self.0.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        Pipe::check(self.0.flush())
    }
}

/// The error for standard output that cannot be written.
pub(super) fn unwritable(error: io::Error) -> Error {
    Error::Output { path: "-".into(), reason: error.to_string() }
}

/// Prints an error and its causes.
pub(super) fn complain(error: &anyhow::Error) {
    let mut said = error.to_string();
    for cause in error.chain().skip(1) {
        let cause = cause.to_string();
        if !said.contains(&cause) {
            said.push_str(&format!(": {cause}"));
        }
    }
    log::tell(Level::Error, &said, error.downcast_ref().map(log::culprit).unwrap_or_default());
}

/// Prints what cannot be used, while the rest goes on.
pub(super) fn warn(error: &Error) {
    log::tell(Level::Warning, &error.to_string(), log::culprit(error));
}

/// Prints a line on stderr; a closed stderr is no reason to stop.
pub(super) fn say(line: &str) {
    log::tell(Level::Info, line, serde_json::Map::new());
}

/// A number of things whose name takes an s.
pub(super) fn count(n: usize, thing: &str) -> String {
    if n == 1 { format!("1 {thing}") } else { format!("{n} {thing}s") }
}
