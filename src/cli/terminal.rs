//! Talking to the user: data on stdout, problems and progress on stderr.

use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::process;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::error::Error;
use crate::pipeline::Watch;

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
    let mut said = format!("vietgraph: {error}");
    for cause in error.chain().skip(1) {
        let cause = cause.to_string();
        if !said.contains(&cause) {
            said.push_str(&format!(": {cause}"));
        }
    }
    say(&said);
}

/// Prints a line on stderr; a closed stderr is no reason to stop.
pub(super) fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// A number of things whose name takes an s.
pub(super) fn count(n: usize, thing: &str) -> String {
    if n == 1 { format!("1 {thing}") } else { format!("{n} {thing}s") }
}

/// Prints problems as they come, with a count of articles read when stderr is a terminal.
pub(super) struct Progress(ProgressBar);

impl Progress {
    pub(super) fn new() -> Progress {
        let bar = if io::stderr().is_terminal() {
            ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr())
        } else {
            ProgressBar::hidden()
        };
        let style = ProgressStyle::with_template("{spinner} {pos} articles read, {per_sec}");
        bar.set_style(style.expect("the template is well formed"));
        Progress(bar)
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        self.0.finish_and_clear();
    }
}

impl Watch for Progress {
    fn problem(&mut self, error: &Error) {
        self.0.suspend(|| say(&format!("vietgraph: {error}")));
    }

    fn read(&mut self, articles: usize) {
        self.0.set_position(articles as u64);
    }
}
