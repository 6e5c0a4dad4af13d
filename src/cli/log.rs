//! What is said on stderr: lines for people, or objects for programs.

use std::io::{self, Write};
use std::sync::OnceLock;

use serde_json::{Map, Value, json};

use crate::error::Error;

/// How this process talks; set once, before it does.
static MANNER: OnceLock<Manner> = OnceLock::new();

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Manner {
    /// Lines for people.
    #[default]
    Lines,
    /// Nothing but what is wrong.
    Quiet,
    /// An object a line.
    Json,
}

/// How much a message matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Info,
    /// Something cannot be used; the rest goes on.
    Warning,
    /// Nothing goes on.
    Error,
}

/// How to tell what is done.
#[derive(clap::Args)]
pub(super) struct LogArg {
    /// Say nothing on standard error but what is wrong
    #[arg(long, conflicts_with = "json_log")]
    quiet: bool,
    /// Talk in JSON on standard error, an object a line: time, level and message, with the stage, counts, file, line and id there are
    #[arg(long)]
    json_log: bool,
}

impl LogArg {
    /// Talks so from now on.
    pub(super) fn begin(&self) {
        let manner = match (self.quiet, self.json_log) {
            (true, _) => Manner::Quiet,
            (_, true) => Manner::Json,
            _ => Manner::Lines,
        };
        // A process runs one command.
        let _ = MANNER.set(manner);
    }
}

pub(super) fn manner() -> Manner {
    MANNER.get().copied().unwrap_or_default()
}

/// Writes a message to stderr, with `more` about it where programs read it; a closed stderr is no reason to stop.
pub(super) fn tell(level: Level, message: &str, more: Map<String, Value>) {
    let _ = match (manner(), level) {
        (Manner::Quiet, Level::Info) => Ok(()),
        (Manner::Json, _) => writeln!(io::stderr(), "{}", object(level, message, more)),
        (_, Level::Info) => writeln!(io::stderr(), "{message}"),
        _ => writeln!(io::stderr(), "vietgraph: {message}"),
    };
}

/// What a message is about: the file, line and id of what an error names.
pub(super) fn culprit(error: &Error) -> Map<String, Value> {
    let (file, line, id) = match error {
        Error::Article { source_name, line, id, .. } => (source_name.clone(), *line, id.clone()),
        Error::Ontology { file, line, .. } | Error::Annotation { file, line, .. } => (file.clone(), *line, None),
        Error::Store { path, .. } | Error::Output { path, .. } => (path.display().to_string(), None, None),
        _ => return Map::new(),
    };
    let parts = [("file", json!(file)), ("line", json!(line)), ("id", json!(id))];
    parts.into_iter().filter(|(_, part)| !part.is_null()).map(|(name, part)| (name.to_owned(), part)).collect()
}

fn object(level: Level, message: &str, more: Map<String, Value>) -> Value {
    let level = match level {
        Level::Info => "info",
        Level::Warning => "warning",
        Level::Error => "error",
    };
    let mut object = Map::new();
    object.insert("time".to_owned(), json!(jiff::Timestamp::now().to_string()));
    object.insert("level".to_owned(), json!(level));
    object.insert("message".to_owned(), json!(message));
    object.extend(more);
    Value::Object(object)
}
