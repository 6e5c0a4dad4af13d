//! JSON lines: an article per line.

use std::io::{self, BufRead, Read};

use serde::Deserialize;

use super::encoding::BOM;
use super::open::{MOST, Place, Taken, too_long};
use super::{Article, ArticleMeta, Found, bad, bad_article};
use crate::error::{Error, Result};

const SHAPE: &str =
    r#"a line is {"id": "…", "text": "…"} with "title", "published", "url", "author", "source" where known"#;

/// The articles of one file, each with its line number.
pub(super) struct JsonLines {
    place: Place,
    reader: Option<Box<dyn BufRead + Send>>,
    line: u64,
    bytes: Vec<u8>,
    articles: u64,
    errors: u64,
    /// An article read behind an error about one of its fields.
    held: Option<Article>,
}

impl JsonLines {
    pub(super) fn open(place: Place, taken: &Taken) -> Result<JsonLines> {
        Ok(JsonLines {
            reader: Some(place.open(taken)?),
            place,
            line: 0,
            bytes: Vec::new(),
            articles: 0,
            errors: 0,
            held: None,
        })
    }

    /// Reads the next line that is not blank into `bytes`; false at the end.
    fn advance(&mut self) -> Result<bool> {
        let Some(reader) = &mut self.reader else {
            return Ok(false);
        };
        loop {
            self.bytes.clear();
            self.line += 1;
            match reader.take(MOST as u64 + 1).read_until(b'\n', &mut self.bytes) {
                Ok(n) if n > MOST => {
                    self.bytes.truncate(80);
                    if !skip_line(reader) {
                        self.reader = None;
                    }
                    return Err(self.here(too_long("the line", "split it into its articles")));
                }
                Ok(0) => {
                    self.reader = None;
                    return Ok(false);
                }
                Ok(_) => {}
                Err(e) => {
                    self.reader = None;
                    return Err(self.place.unreadable(Some(self.line), &e));
                }
            }
            if self.line == 1 && self.bytes.starts_with(BOM) {
                self.bytes.drain(..BOM.len());
            }
            if !self.bytes.trim_ascii().is_empty() {
                return Ok(true);
            }
        }
    }

    fn here(&self, reason: impl Into<String>) -> Error {
        bad(&self.place, Some(self.line), reason)
    }

    fn at_article(&self, id: &str, reason: String) -> Error {
        bad_article(&self.place, Some(self.line), id, reason)
    }

    fn found(&self, article: Article) -> Found {
        Found { article, name: self.place.to_string(), at: Some(self.line) }
    }

    /// The article of the line in `bytes`, with a complaint about a field it had to leave out.
    fn parse(&mut self) -> Result<(Article, Option<Error>)> {
        if self.bytes.contains(&0) {
            if self.articles == 0 && self.errors == 0 {
                self.reader = None;
            }
            return Err(self.here("binary data (NUL bytes), not JSON lines"));
        }
        let text = simdutf8::compat::from_utf8(&self.bytes).map_err(|e| self.here(not_utf8(e.valid_up_to())))?;
        let raw: RawArticle = serde_json::from_str(text).map_err(|e| self.here(explain(&e)))?;
        let id = match raw.id {
            Id::Text(id) => id,
            Id::Number(n) => n.to_string(),
        };
        if id.trim().is_empty() {
            return Err(self.here("the \"id\" is empty; every article needs its own"));
        }
        if raw.text.trim().is_empty() {
            return Err(self.at_article(&id, format!("the article {id:?} has no text")));
        }
        if raw.text.contains('\0') {
            return Err(self.at_article(&id, format!("the text of {id:?} holds NUL characters: not a text")));
        }
        let published = raw.published.as_deref().map(str::trim).filter(|p| !p.is_empty());
        let day = published.and_then(day);
        let undated = |p| format!("\"published\" is {p:?}; write YYYY-MM-DD. The article is read without it");
        let complaint = published.filter(|_| day.is_none()).map(|p| self.at_article(&id, undated(p)));
        let known = |field: Option<String>| field.filter(|f| !f.trim().is_empty());
        let meta = ArticleMeta {
            id,
            title: known(raw.title),
            published: day,
            url: known(raw.url),
            author: known(raw.author),
            source: known(raw.source),
            ..ArticleMeta::default()
        };
        Ok((Article::new(meta, raw.text), complaint))
    }
}

/// Goes to the end of a line that nobody wants; false where nothing comes behind it.
fn skip_line(reader: &mut dyn BufRead) -> bool {
    loop {
        let (used, ends) = match reader.fill_buf() {
            Ok([]) => return false,
            Ok(bytes) => match bytes.iter().position(|b| *b == b'\n') {
                Some(end) => (end + 1, true),
                None => (bytes.len(), false),
            },
            Err(e) if e.kind() == io::ErrorKind::Interrupted => (0, false),
            // Told when the next line is read.
            Err(_) => return true,
        };
        reader.consume(used);
        if ends {
            return true;
        }
    }
}

/// The reason for bytes that are not UTF-8, at a byte position of the line: JSON is UTF-8 by its standard.
fn not_utf8(at: usize) -> String {
    format!("not UTF-8 (byte {}); convert it first, for example with iconv -t UTF-8", at + 1)
}

impl Iterator for JsonLines {
    type Item = Result<Found>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(article) = self.held.take() {
            return Some(Ok(self.found(article)));
        }
        let parsed = match self.advance() {
            Ok(true) => self.parse(),
            Ok(false) if self.articles + self.errors == 0 => {
                self.errors += 1;
                return Some(Err(bad(&self.place, None, format!("is empty: no article in it; {SHAPE}"))));
            }
            Ok(false) => return None,
            Err(e) => Err(e),
        };
        match parsed {
            Ok((article, None)) => {
                self.articles += 1;
                Some(Ok(self.found(article)))
            }
            Ok((article, Some(complaint))) => {
                self.articles += 1;
                self.held = Some(article);
                Some(Err(complaint))
            }
            Err(e) => {
                self.errors += 1;
                Some(Err(e))
            }
        }
    }
}

#[derive(Deserialize)]
struct RawArticle {
    id: Id,
    text: String,
    title: Option<String>,
    published: Option<String>,
    url: Option<String>,
    author: Option<String>,
    source: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(i64),
}

/// The day of `2016-12-20` or `2016-12-20T08:00:00+07:00`; none when it is no date.
fn day(published: &str) -> Option<String> {
    let day = published.get(..10)?;
    let rest = published[10..].chars().next();
    let ends = rest.is_none_or(|c| c == 'T' || c == ' ');
    (ends && day.parse::<jiff::civil::Date>().is_ok()).then(|| day.to_owned())
}

fn explain(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or(&said);
    let column = error.column();
    if error.is_eof() {
        let open = if said.contains("string") { "a quotation mark (\")" } else { "a brace or bracket" };
        format!("not JSON: the line ends at column {column} before {open} is closed; {SHAPE}")
    } else if error.is_data() {
        format!("not an article: {said}; {SHAPE}")
    } else {
        format!("not JSON (column {column}): {said}; {SHAPE}")
    }
}
