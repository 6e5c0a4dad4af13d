//! Where articles come from: texts, web pages, JSON lines, web archives, compressed or not, folders and zip archives of them, and
//! standard input.
//!
//! [`read`] takes what the user names and yields articles one by one. What is bad is reported and skipped; the rest goes on.

mod archive;
mod encoding;
mod fonts;
mod html;
mod http;
mod jsonl;
mod open;
mod paths;
mod warc;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::Ordering;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use jsonl::JsonLines;
use open::{Place, Taken};
use paths::{Kind, Paths};
use warc::WebArchive;

pub use encoding::Encoding;

/// An article as it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Which article, and what is known of it.
    pub meta: ArticleMeta,
    /// Its text as given: the JSONL `text`, or the file's content after a byte order mark. Never empty, never with NUL.
    pub text: String,
}

/// The most bytes of an article's text that are read: no newspaper prints an article of a tenth of that. What reads an article
/// may compare all of its people, bodies and events with one another, so a text without bound would take time without bound.
pub const LONGEST: usize = 1 << 20;

impl Article {
    /// The part of its text that is read: all of it, or what comes before the last line end, or else space, within [`LONGEST`].
    pub fn read(&self) -> &str {
        if self.text.len() <= LONGEST {
            return &self.text;
        }
        let most = &self.text[..self.text.floor_char_boundary(LONGEST)];
        let end = |pause: char| most.rfind(pause).filter(|end| *end > LONGEST / 2);
        &most[..end('\n').or_else(|| end(' ')).unwrap_or(most.len())]
    }

    /// An article of `text`; the digest in `meta` is set from it.
    pub fn new(meta: ArticleMeta, text: String) -> Article {
        let digest = hex(&Sha256::digest(text.as_bytes()));
        Article { meta: ArticleMeta { digest, ..meta }, text }
    }
}

/// What is known of an article besides its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ArticleMeta {
    /// The article's id: the JSONL `id`, the address a crawler fetched, or the file's path below the folder given, without extension.
    #[schemars(regex(pattern = r"\S"))]
    pub id: String,
    /// Its headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its date of publication, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"))]
    pub published: Option<String>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Who signed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// The paper or site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// SHA-256 of the text, in hex: tells a changed article from an unchanged one.
    pub digest: String,
    /// A sample of its runs of words, by which copies are told; set when what it says is extracted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub signature: String,
}

/// What to read, and how.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// Files, folders (read in order of names) or `-` for JSON lines on standard input.
    pub paths: Vec<PathBuf>,
    /// The encoding of texts and pages; without one it is told by them.
    pub encoding: Option<Encoding>,
}

impl Inputs {
    /// How many bytes the files have that are to be read, packed as they are; none where standard input is one.
    pub fn size(&self) -> Option<u64> {
        self.paths.iter().map(|path| paths::size(path)).sum()
    }
}

impl From<Vec<PathBuf>> for Inputs {
    fn from(paths: Vec<PathBuf>) -> Inputs {
        Inputs { paths, encoding: None }
    }
}

impl From<&[PathBuf]> for Inputs {
    fn from(paths: &[PathBuf]) -> Inputs {
        paths.to_vec().into()
    }
}

impl<const N: usize> From<&[PathBuf; N]> for Inputs {
    fn from(paths: &[PathBuf; N]) -> Inputs {
        paths.to_vec().into()
    }
}

impl From<&Inputs> for Inputs {
    fn from(inputs: &Inputs) -> Inputs {
        inputs.clone()
    }
}

/// Reads the articles of `inputs` in their order.
///
/// Each bad input is one [`Error::Article`] with file, line, reason and remedy, and the iterator goes on behind it.
/// Of two articles with one id the second is an error.
pub fn read(inputs: impl Into<Inputs>) -> Articles {
    let inputs = inputs.into();
    Articles {
        paths: Paths::new(&inputs.paths),
        encoding: inputs.encoding,
        many: None,
        held: None,
        taken: Taken::default(),
        seen: HashMap::new(),
    }
}

/// The iterator of [`read`]; holds one article at a time, and every id seen.
pub struct Articles {
    paths: Paths,
    encoding: Option<Encoding>,
    /// The file of many articles that is being read.
    many: Option<Box<dyn Iterator<Item = Result<Found>> + Send>>,
    /// An article found behind the complaint about its length.
    held: Option<Article>,
    /// Where each id was first seen.
    seen: HashMap<String, (String, Option<u64>)>,
    taken: Taken,
}

/// An article and where it was found.
struct Found {
    article: Article,
    /// The file as the user named it.
    name: String,
    /// Its line or record there.
    at: Option<u64>,
}

impl Iterator for Articles {
    type Item = Result<Article>;

    fn next(&mut self) -> Option<Result<Article>> {
        if let Some(article) = self.held.take() {
            return Some(Ok(article));
        }
        loop {
            if let Some(many) = &mut self.many {
                match many.next() {
                    Some(found) => return Some(found.and_then(|found| self.first_of_its_id(found))),
                    None => self.many = None,
                }
            }
            let opened = self.paths.next()?.and_then(|(place, kind)| self.open(place, kind));
            match opened {
                Ok(Some(found)) => return Some(self.first_of_its_id(found)),
                Ok(None) => {}
                Err(e) => return Some(Err(e)),
            }
        }
    }
}

impl Articles {
    /// How many bytes of the inputs have been read, packed as they are: of [`Inputs::size`].
    pub fn taken(&self) -> u64 {
        self.taken.load(Ordering::Relaxed)
    }

    /// The article of a file; none where it may hold many, which come next.
    fn open(&mut self, place: Place, kind: Kind) -> Result<Option<Found>> {
        let encoding = self.encoding;
        let article = match kind {
            Kind::JsonLines => {
                self.many = Some(Box::new(JsonLines::open(place, &self.taken)?));
                return Ok(None);
            }
            Kind::Warc => {
                self.many = Some(Box::new(WebArchive::open(place, encoding, &self.taken)?));
                return Ok(None);
            }
            // The paths open archives themselves.
            Kind::Zip { .. } => return Ok(None),
            Kind::Text { id } => {
                let text = encoding::decode(place.bytes(&self.taken)?, encoding, None).map_err(|e| e.at(&place))?;
                if text.trim().is_empty() {
                    return Err(bad(&place, None, "no text, only white space"));
                }
                Article::new(ArticleMeta { id, ..ArticleMeta::default() }, text)
            }
            Kind::Page { id } => {
                let page = html::decode(place.bytes(&self.taken)?, encoding, None).map_err(|e| e.at(&place))?;
                html::article(&page, id, None).map_err(|reason| bad(&place, None, reason))?
            }
        };
        Ok(Some(Found { article, name: place.to_string(), at: None }))
    }

    fn first_of_its_id(&mut self, found: Found) -> Result<Article> {
        let Found { article, name, at } = found;
        let id = &article.meta.id;
        if let Some((first, line)) = self.seen.get(id) {
            let line = line.map(|l| format!(":{l}")).unwrap_or_default();
            let reason = format!(
                "a second article with the id {id:?}; the first, from {first}{line}, is kept: give this one another id"
            );
            return Err(bad_article(name, at, id, reason));
        }
        self.seen.insert(id.clone(), (name.clone(), at));
        let read = article.read().len();
        if read == article.text.len() {
            return Ok(article);
        }
        let reason = format!(
            "the text of {id:?} has {} bytes, of which the first {read} are read, as an article is never so long; split it into its articles",
            article.text.len()
        );
        let error = bad_article(name, at, id, reason);
        self.held = Some(article);
        Err(error)
    }
}

/// An error at an input.
fn bad(source_name: impl ToString, line: Option<u64>, reason: impl Into<String>) -> Error {
    Error::Article { source_name: source_name.to_string(), line, id: None, reason: reason.into() }
}

/// An error at an article that has an id.
fn bad_article(source_name: impl ToString, line: Option<u64>, id: &str, reason: impl Into<String>) -> Error {
    Error::Article { source_name: source_name.to_string(), line, id: Some(id.to_owned()), reason: reason.into() }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Write;
    use std::path::Path;

    use super::*;

    fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().expect("a temporary folder");
        for (name, bytes) in files {
            let path = dir.path().join(name);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, bytes).expect("a writable file");
        }
        dir
    }

    fn ids(path: &Path) -> (Vec<String>, Vec<String>) {
        let (mut good, mut errors) = (Vec::new(), Vec::new());
        for article in read(&[path.to_owned()]) {
            match article {
                Ok(a) => good.push(a.meta.id),
                Err(e) => errors.push(e.to_string()),
            }
        }
        (good, errors)
    }

    #[test]
    fn a_folder_gives_its_text_files_by_path_without_extension() {
        let dir = folder(&[
            ("b.txt", b"hai"),
            ("a/x.txt", b"\xef\xbb\xbfm\xe1\xbb\x99t"),
            ("a/notes.md", b"not read"),
            (".hidden.txt", b"not read"),
        ]);
        let (good, errors) = ids(dir.path());
        assert_eq!((good, errors), (vec!["a/x".into(), "b".into()], vec![]));
        let first = read(&[dir.path().to_owned()]).next().expect("an article").expect("a good one");
        assert_eq!(first.text, "một", "the byte order mark is no part of the text");
        assert_eq!(first.meta.digest.len(), 64);
    }

    #[test]
    fn a_file_named_alone_has_its_name_as_id() {
        let dir = folder(&[("a/tin.txt", b"x")]);
        assert_eq!(ids(&dir.path().join("a/tin.txt")).0, ["tin"]);
    }

    #[test]
    fn compressed_files_read_like_plain_ones() {
        let line = "{\"id\":\"j\",\"text\":\"Hà Nội\"}\n".as_bytes();
        let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gz.write_all(line).expect("memory");
        let zst = zstd::encode_all("Huế".as_bytes(), 1).expect("memory");
        let dir = folder(&[("a.jsonl.gz", &gz.finish().expect("memory")), ("b.txt.zst", &zst)]);
        assert_eq!(ids(dir.path()), (vec!["j".into(), "b".into()], vec![]));
    }

    #[test]
    fn what_is_bad_is_named_and_the_rest_is_read() {
        let dir = folder(&[
            ("a.txt", b""),
            ("b.txt", b" \n\t"),
            ("c.txt", b"x\0y"),
            ("d.txt", b"one\ntw\xff"),
            ("e.txt.gz", b"not gzip"),
            ("f.txt", b"good"),
        ]);
        let (good, errors) = ids(dir.path());
        assert_eq!(good, ["f"]);
        for (said, expected) in errors.iter().zip(["is empty", "no text", "NUL", "d.txt:2: not UTF-8", "gzip"]) {
            assert!(said.contains(expected), "{said} / {expected}");
        }
        assert_eq!(errors.len(), 5);
    }

    #[test]
    fn a_bad_line_is_skipped_alone() {
        let lines = b"\xef\xbb\xbf{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\n\n{\"id\":\"2\",\"text\":\"\xff\"}\n{\"text\":\"b\"}\n\
            {\"id\":\"3\",\"text\":\" \"}\n{\"id\":\"1\",\"text\":\"c\"}\n{\"id\":7,\"text\":\"d\",\"published\":\"12/5\"}";
        let dir = folder(&[("x.jsonl", lines)]);
        let (good, errors) = ids(&dir.path().join("x.jsonl"));
        assert_eq!(good, ["1", "7"]);
        let expected = [":2: not JSON", ":4: not UTF-8", ":5: ", ":6: ", ":7: a second article", ":8: "];
        assert_eq!(errors.len(), expected.len(), "{errors:?}");
        for (said, expected) in errors.iter().zip(expected) {
            assert!(said.contains(expected), "{said} / {expected}");
        }
    }

    #[test]
    fn what_cannot_be_an_input_is_said() {
        let dir = folder(&[("a.pdf", b"x"), ("empty/notes.md", b"x"), ("none.jsonl", b"\n")]);
        for (name, expected) in
            [("a.pdf", ".txt"), ("empty", "no .txt"), ("none.jsonl", "is empty"), ("missing.txt", "no such file")]
        {
            let (good, errors) = ids(&dir.path().join(name));
            assert!(good.is_empty() && errors.len() == 1, "{name}: {errors:?}");
            assert!(errors[0].contains(expected), "{} / {expected}", errors[0]);
        }
    }
}
