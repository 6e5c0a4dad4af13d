//! Turtle in, triples out: the ontology embedded in the binary, then the folders the user adds.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{BlankNode, NamedNode, NamedOrBlankNode, Term, Triple};
use rayon::prelude::*;

use crate::error::{Error, Result};

static EMBEDDED: Dir = include_dir!("$CARGO_MANIFEST_DIR/ontology");

/// Where the blank nodes of Turtle files get their IRIs, so that the same files always give the same triples.
const GENID: &str = "https://w3id.org/vietgraph/genid/";

/// One Turtle file of the ontology.
#[derive(Clone, Debug)]
pub struct TurtleFile {
    /// `ontology/ranks.ttl` for an embedded file, else its path as the user gave it.
    pub name: String,
    /// The file as it stands.
    pub text: Cow<'static, str>,
    /// What it says, in its own order; blank nodes are IRIs below `https://w3id.org/vietgraph/genid/`.
    pub triples: Vec<Triple>,
}

impl TurtleFile {
    /// An error at this file, at the line where `subject` (an IRI) is first written as the start of a statement.
    ///
    /// The line is a guess from the text, for errors of meaning that the Turtle parser cannot place: it is the first
    /// line that begins with the IRI, a prefixed name or a relative IRI ending in its local name.
    pub fn error_at(&self, subject: &str, reason: impl Into<String>) -> Error {
        let local = subject.rsplit(['#', '/']).next().unwrap_or(subject);
        let starts = |line: &str| {
            let word = line.split_whitespace().next().unwrap_or_default();
            let word = word.trim_start_matches('<').trim_end_matches('>');
            !line.starts_with([' ', '\t'])
                && word.strip_suffix(local).is_some_and(|w| w.is_empty() || w.ends_with([':', '/', '#']))
        };
        Error::Ontology {
            file: self.name.clone(),
            line: self.text.lines().position(starts).map(|i| i as u64 + 1),
            reason: reason.into(),
        }
    }
}

/// Reads every `.ttl` file of the embedded ontology and of `extra_dirs` (with their sub-folders), each folder in order of file names.
///
/// # Errors
/// [`Error::Ontology`] with file and line for the first file that is not Turtle, for a folder that is not there, and
/// for one without any `.ttl` file.
pub fn load(extra_dirs: &[PathBuf]) -> Result<Vec<TurtleFile>> {
    let mut texts = Vec::new();
    embedded(&EMBEDDED, &mut texts)?;
    for (i, dir) in extra_dirs.iter().enumerate() {
        let before = texts.len();
        folder(dir, &format!("user{}/", i + 1), &mut texts)?;
        if texts.len() == before {
            let reason = "has no .ttl file; --ontology takes a folder of Turtle files";
            return Err(in_file(dir.display(), None, reason));
        }
    }
    texts.into_par_iter().map(Text::parse).collect()
}

/// A file read but not yet parsed.
struct Text {
    name: String,
    /// Keeps the blank nodes of two files apart.
    scope: String,
    text: Cow<'static, str>,
}

impl Text {
    fn parse(self) -> Result<TurtleFile> {
        let mut names = Names::new(&self.scope);
        let mut triples = Vec::new();
        for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(self.text.as_bytes()) {
            let quad = quad.map_err(|e| {
                let line = e.location().map(|l| l.start.line + 1);
                in_file(&self.name, line, format!("not valid Turtle: {e}"))
            })?;
            triples.push(names.triple(quad.into()));
        }
        Ok(TurtleFile { name: self.name, text: self.text, triples })
    }
}

/// Gives the blank nodes of one file IRIs by order of appearance.
struct Names<'s> {
    scope: &'s str,
    seen: HashMap<BlankNode, NamedNode>,
}

impl<'s> Names<'s> {
    fn new(scope: &'s str) -> Self {
        Names { scope, seen: HashMap::new() }
    }

    fn triple(&mut self, triple: Triple) -> Triple {
        let subject = match triple.subject {
            NamedOrBlankNode::BlankNode(b) => self.node(b),
            NamedOrBlankNode::NamedNode(n) => n,
        };
        let object = match triple.object {
            Term::BlankNode(b) => self.node(b).into(),
            Term::Triple(t) => Term::Triple(Box::new(self.triple(*t))),
            other => other,
        };
        Triple::new(subject, triple.predicate, object)
    }

    fn node(&mut self, blank: BlankNode) -> NamedNode {
        let next = self.seen.len() + 1;
        let iri = || NamedNode::new_unchecked(format!("{GENID}{}/{next}", self.scope));
        self.seen.entry(blank).or_insert_with(iri).clone()
    }
}

fn embedded(dir: &'static Dir, texts: &mut Vec<Text>) -> Result<()> {
    let mut files: Vec<_> = dir.files().filter(|f| is_turtle(f.path())).collect();
    files.sort_by_key(|f| f.path());
    for file in files {
        let name = format!("ontology/{}", file.path().display());
        let text = file.contents_utf8().ok_or_else(|| in_file(&name, None, "not UTF-8"))?;
        texts.push(Text { name, scope: scope("", file.path()), text: text.into() });
    }
    let mut dirs: Vec<_> = dir.dirs().collect();
    dirs.sort_by_key(|d| d.path());
    dirs.into_iter().try_for_each(|d| embedded(d, texts))
}

fn folder(dir: &Path, prefix: &str, texts: &mut Vec<Text>) -> Result<()> {
    let unreadable = |e| {
        in_file(
            dir.display(),
            None,
            format!("cannot be read as a folder: {e}; --ontology takes a folder of .ttl files"),
        )
    };
    let mut paths = Vec::new();
    for entry in fs::read_dir(dir).map_err(unreadable)? {
        paths.push(entry.map_err(unreadable)?.path());
    }
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default();
        if path.is_dir() {
            folder(&path, &format!("{prefix}{}/", iri_safe(&name.to_string_lossy())), texts)?;
        } else if is_turtle(&path) {
            let bytes = fs::read(&path).map_err(|e| in_file(path.display(), None, format!("cannot be read: {e}")))?;
            texts.push(Text {
                name: path.display().to_string(),
                scope: scope(prefix, Path::new(name)),
                text: utf8(&path, bytes)?.into(),
            });
        }
    }
    Ok(())
}

fn utf8(path: &Path, bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).map_err(|e| {
        let good = &e.as_bytes()[..e.utf8_error().valid_up_to()];
        let line = good.iter().filter(|b| **b == b'\n').count() as u64 + 1;
        in_file(path.display(), Some(line), "not UTF-8; save the file as UTF-8")
    })
}

fn is_turtle(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == "ttl")
}

fn scope(prefix: &str, path: &Path) -> String {
    let stem = path.with_extension("");
    format!("{prefix}{}", iri_safe(&stem.to_string_lossy()))
}

fn iri_safe(name: &str) -> String {
    let safe = |c: char| c.is_alphanumeric() || "-_./".contains(c);
    name.chars().map(|c| if safe(c) { c } else { '-' }).collect()
}

fn in_file(file: impl ToString, line: Option<u64>, reason: impl Into<String>) -> Error {
    Error::Ontology { file: file.to_string(), line, reason: reason.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user(files: &[(&str, &[u8])]) -> (tempfile::TempDir, Result<Vec<TurtleFile>>) {
        let dir = tempfile::tempdir().expect("a temporary folder");
        for (name, bytes) in files {
            fs::write(dir.path().join(name), bytes).expect("a writable file");
        }
        let loaded = load(&[dir.path().to_owned()]);
        (dir, loaded)
    }

    fn message(result: Result<Vec<TurtleFile>>) -> String {
        result.expect_err("an error").to_string()
    }

    #[test]
    fn the_embedded_ontology_is_turtle() {
        load(&[]).expect("every file parses");
    }

    #[test]
    fn a_users_folder_comes_after_the_embedded_files_and_blank_nodes_become_iris() {
        let text = "@prefix : <https://example.org/> .\n:a :p [ :q 1 ] , [ :q 2 ] .\n";
        let (_dir, files) = user(&[("more.ttl", text.as_bytes()), ("notes.txt", b"not read")]);
        let files = files.expect("valid Turtle");
        let last = files.last().expect("one file");
        assert!(last.name.ends_with("more.ttl"));
        assert_eq!(last.triples.len(), 4);
        let said: Vec<String> = last.triples.iter().map(ToString::to_string).collect();
        assert!(said.iter().any(|t| t.contains("genid/user1/more/2")), "{said:?}");
        assert!(!said.iter().any(|t| t.contains("_:")), "{said:?}");
    }

    #[test]
    fn a_syntax_error_names_file_and_line() {
        let (_dir, files) = user(&[("bad.ttl", b"@prefix : <https://example.org/> .\n\n:a :p ; .\n:b\n")]);
        let said = message(files);
        assert!(said.contains("bad.ttl:"), "{said}");
        assert!(said.contains("not valid Turtle"), "{said}");
    }

    #[test]
    fn bytes_that_are_not_utf8_name_the_line() {
        let (_dir, files) = user(&[("bad.ttl", b"# one\n# tw\xff\n")]);
        let said = message(files);
        assert!(said.contains("bad.ttl:2: not UTF-8"), "{said}");
    }

    #[test]
    fn a_missing_or_empty_folder_is_said() {
        assert!(message(load(&["/no/such/folder".into()])).contains("/no/such/folder"));
        let (_dir, files) = user(&[]);
        assert!(message(files).contains("no .ttl file"));
    }

    #[test]
    fn an_error_of_meaning_finds_the_line_of_its_subject() {
        let text = "@prefix r: <https://example.org/rank/> .\nr:x r:y r:big .\nr:big r:y 1 .\n";
        let (_dir, files) = user(&[("x.ttl", text.as_bytes())]);
        let files = files.expect("valid Turtle");
        let error = files.last().expect("one file").error_at("https://example.org/rank/big", "too big");
        assert!(error.to_string().contains("x.ttl:3: too big"), "{error}");
    }
}
