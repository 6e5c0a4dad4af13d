//! Errors by culprit: each names the file, line, IRI or span at fault, and the remedy.

use std::path::{Path, PathBuf};

/// What went wrong, by whose fault it is.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A Turtle file of the ontology cannot be used.
    #[error("ontology: {file}{}: {reason}", line.map(|l| format!(":{l}")).unwrap_or_default())]
    Ontology {
        /// The file at fault.
        file: String,
        /// Its line, counted from 1, where known.
        line: Option<u64>,
        /// What is wrong and what to do about it.
        reason: String,
    },
    /// An article or an input cannot be read; the rest of the input goes on.
    #[error("article: {source_name}{}: {reason}", line.map(|l| format!(":{l}")).unwrap_or_default())]
    Article {
        /// The file, folder or `-` it came from.
        source_name: String,
        /// The line of a JSON lines input, counted from 1.
        line: Option<u64>,
        /// The article's id, where it is known.
        id: Option<String>,
        /// What is wrong and what to do about it.
        reason: String,
    },
    /// An annotation cannot be used; the rest goes on.
    #[error("annotation: {file}{}: {reason}", line.map(|l| format!(":{l}")).unwrap_or_default())]
    Annotation {
        /// The file or folder at fault.
        file: String,
        /// Its line, counted from 1, where known.
        line: Option<u64>,
        /// What is wrong and what to do about it.
        reason: String,
    },
    /// A SPARQL query cannot be run.
    #[error("query: {reason}")]
    Query {
        /// What is wrong, with the position where the parser gives one.
        reason: String,
    },
    /// A result cannot be written.
    #[error("output: {}: {reason}", path.display())]
    Output {
        /// Where it should have gone.
        path: PathBuf,
        /// What is wrong and what to do about it.
        reason: String,
    },
    /// The store cannot be opened, read or written.
    #[error("store: {}: {reason}", path.display())]
    Store {
        /// The store's folder.
        path: PathBuf,
        /// What is wrong and what to do about it.
        reason: String,
    },
    /// A decision about the graph cannot be taken in.
    #[error("decision: {reason}")]
    Decision {
        /// Why not, and what could be decided instead.
        reason: String,
    },
    /// A name given by the user fits nothing, or too much, in the store.
    #[error("name: {reason}")]
    Name {
        /// What was looked for, what was found, and how to be clearer.
        reason: String,
    },
    /// A change of a graph that is not changed by hand.
    #[error("change: {reason}")]
    Forbidden {
        /// Which graphs are, and what is done with the others.
        reason: String,
    },
    /// A Graph Store cannot be brought to what the store has.
    #[error("push: {url}: {reason}")]
    Push {
        /// Its address.
        url: String,
        /// What is wrong and what to do about it.
        reason: String,
    },
    /// Nobody waits for the answer any more (see [`crate::store::patience`]).
    #[error("given up: nobody waits for it any more")]
    GivenUp,
}

impl Error {
    /// The same error with `place` as its path, where whoever met it could not tell the path and left it empty.
    pub(crate) fn placed(mut self, place: &Path) -> Error {
        if let Error::Output { path, .. } | Error::Store { path, .. } = &mut self
            && path.as_os_str().is_empty()
        {
            *path = place.to_owned();
        }
        self
    }
}

/// Shorthand for the library's results.
pub type Result<T> = std::result::Result<T, Error>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_without_a_path_is_given_one_and_one_with_a_path_keeps_it() {
        let output = |path: &str| Error::Output { path: path.into(), reason: "full".into() };
        assert_eq!(output("").placed(Path::new("out.csv")).to_string(), "output: out.csv: full");
        assert_eq!(output("a.csv").placed(Path::new("out.csv")).to_string(), "output: a.csv: full");
        let query = Error::Query { reason: "empty".into() };
        assert_eq!(query.placed(Path::new("out.csv")).to_string(), "query: empty");
    }
}
