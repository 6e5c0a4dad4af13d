//! What careful readers wrote down about articles: JSON, one object per article.
//!
//! ```json
//! {"id": "news/1", "ignore_people": ["Hồ Chí Minh"],
//!  "facts": [{"rel": "rank", "person": "Lê Văn Toản", "rank": "Đại tá"},
//!            {"rel": "post", "person": "Lê Văn Toản", "title": "Giám đốc", "org": "Công an tỉnh Kon Tum", "status": "current"}],
//!  "events": [{"types": ["conference"], "name": "hội nghị sơ kết", "date": "2022-06-15", "place": "Kon Tum",
//!              "host": ["Công an tỉnh Kon Tum"], "roles": [{"person": "Lê Văn Toản", "role": "chaired"}]}]}
//! ```
//!
//! A fact or an event with `"optional": true` counts for nothing, found or not; so does everything about the people to ignore.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::dates::Partial;
use super::statement::{Award, Change, Post, Rank, Role};
use crate::error::{Error, Result};

/// What one article says, as people read it.
#[derive(Clone, Debug, Deserialize)]
pub struct Annotation {
    /// The article's id.
    pub id: String,
    /// Its date of publication where the readers knew it: events may then be dated from words like "this morning".
    pub published: Option<String>,
    /// Foreign, historic and doubtful people.
    #[serde(default)]
    pub ignore_people: Vec<String>,
    /// Ranks, posts, changes and awards.
    #[serde(default)]
    pub facts: Vec<Annotated>,
    /// Events with their roles.
    #[serde(default)]
    pub events: Vec<Occasion>,
}

/// A fact, and whether careful readers differ on it.
#[derive(Clone, Debug, Deserialize)]
pub struct Annotated {
    /// It counts for nothing, found or not.
    #[serde(default)]
    pub optional: bool,
    /// What is said.
    #[serde(flatten)]
    pub fact: Fact,
}

/// A fact that is no event.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "rel", rename_all = "lowercase")]
#[allow(missing_docs, reason = "each is explained where it is defined")]
pub enum Fact {
    Rank(Rank),
    Post(Post),
    Appointment(Change),
    Award(Award),
}

/// An event.
#[derive(Clone, Debug, Deserialize)]
pub struct Occasion {
    /// The classes that fit, in the manner of `press_conference`.
    pub types: Vec<String>,
    /// What it is called.
    pub name: Option<String>,
    /// When it begins, as precise as the article is.
    pub date: Option<String>,
    /// Its province or foreign city.
    pub place: Option<String>,
    /// The bodies that organise it.
    #[serde(default)]
    pub host: Vec<String>,
    /// Who did what.
    #[serde(default)]
    pub roles: Vec<Role>,
    /// It counts for nothing, found or not.
    #[serde(default)]
    pub optional: bool,
}

impl fmt::Display for Occasion {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let name = self.name.as_deref().map(|name| format!("{name} ")).unwrap_or_default();
        write!(f, "{name}({})", self.types.join(" or "))
    }
}

impl Annotation {
    /// Whether every type of event is known and every date is one.
    fn check(&self, types: &BTreeSet<String>) -> std::result::Result<(), Fault> {
        let changes = self.facts.iter().filter_map(|f| match &f.fact {
            Fact::Appointment(change) => change.date.as_deref(),
            _ => None,
        });
        let dates = self.events.iter().filter_map(|e| e.date.as_deref()).chain(changes);
        for date in dates {
            if Partial::parse(date).is_none() {
                return fault(date, "is no date; write it like 2022-06-15, 2022-06, 2022, --08-04 or --05");
            }
        }
        match self.events.iter().flat_map(|e| &e.types).find(|t| !types.contains(*t)) {
            None => Ok(()),
            Some(unknown) => {
                let known: Vec<&str> = types.iter().map(String::as_str).collect();
                fault(unknown, format!("is no type of event; the ontology has {}", known.join(", ")))
            }
        }
    }
}

/// The words at fault in an annotation, and what is wrong with them.
struct Fault {
    words: String,
    reason: String,
}

fn fault(words: &str, reason: impl Into<String>) -> std::result::Result<(), Fault> {
    Err(Fault { words: words.to_owned(), reason: reason.into() })
}

/// The annotations of several folders by article.
#[derive(Clone, Debug, Default)]
pub struct Annotations {
    /// The names of the folders, without their paths, in the order given.
    pub sets: Vec<String>,
    by_article: BTreeMap<String, (usize, Annotation)>,
}

impl Annotations {
    /// Reads the `.json` files (one annotation each) and `.jsonl` files (one a line) of folders, in order of names.
    ///
    /// `types` are the types that events may have. A bad annotation, and a second one of an article, is given to
    /// `problem`; the rest is read.
    ///
    /// # Errors
    /// [`Error::Annotation`] when a folder cannot be read or holds no such file.
    pub fn read(dirs: &[PathBuf], types: &BTreeSet<String>, mut problem: impl FnMut(Error)) -> Result<Annotations> {
        let mut annotations = Annotations::default();
        for dir in dirs {
            let name = dir.file_name().map_or_else(|| dir.display().to_string(), |n| n.to_string_lossy().into_owned());
            annotations.sets.push(name);
            for path in files(dir)? {
                annotations.read_file(&path, types, &mut problem);
            }
        }
        Ok(annotations)
    }

    fn read_file(&mut self, path: &Path, types: &BTreeSet<String>, problem: &mut impl FnMut(Error)) {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(e) => return problem(bad(path, None, format!("cannot be read: {e}"))),
        };
        // One annotation in the whole file, or one in each line.
        let whole = path.extension().is_some_and(|e| e == "json");
        let parts = if whole { vec![&bytes[..]] } else { bytes.split(|b| *b == b'\n').collect() };
        for (before, part) in parts.into_iter().enumerate().filter(|(_, part)| whole || !part.trim_ascii().is_empty()) {
            if let Err((line, reason)) = self.take(part, types) {
                problem(bad(path, line.map(|line| (before + line) as u64), reason));
            }
        }
    }

    /// Takes in one annotation; what is wrong with it, with the line counted from 1.
    fn take(&mut self, text: &[u8], types: &BTreeSet<String>) -> std::result::Result<(), (Option<usize>, String)> {
        let annotation: Annotation = serde_json::from_slice(text).map_err(|e| {
            let reason = format!("not an annotation ({e}); it is an object with \"id\", \"facts\" and \"events\"");
            (Some(e.line().max(1)), reason)
        })?;
        let id = annotation.id.clone();
        let checked = match self.by_article.contains_key(&id) {
            true => fault(&id, "is the id of a second annotation; the first is kept: leave one out"),
            false => annotation.check(types),
        };
        checked.map_err(|Fault { words, reason }| {
            let quoted = format!("{words:?}");
            let text = String::from_utf8_lossy(text);
            (text.lines().position(|line| line.contains(&quoted)).map(|n| n + 1), format!("{quoted} {reason}"))
        })?;
        self.by_article.insert(id, (self.sets.len() - 1, annotation));
        Ok(())
    }

    /// The annotation of an article and the number of its set.
    pub fn of(&self, article: &str) -> Option<(usize, &Annotation)> {
        self.by_article.get(article).map(|(set, annotation)| (*set, annotation))
    }

    /// The ids of the annotated articles, sorted.
    pub fn articles(&self) -> impl Iterator<Item = &str> {
        self.by_article.keys().map(String::as_str)
    }
}

/// The files of a folder that hold annotations, in order of names.
fn files(dir: &Path) -> Result<Vec<PathBuf>> {
    let unreadable = |e| bad(dir, None, format!("cannot be read as a folder: {e}; give a folder of annotations"));
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).map_err(unreadable)? {
        files.push(entry.map_err(unreadable)?.path());
    }
    files.retain(|f| f.extension().is_some_and(|e| e == "json" || e == "jsonl"));
    files.sort();
    match files.is_empty() {
        true => Err(bad(dir, None, "holds no .json or .jsonl file; give a folder of annotations")),
        false => Ok(files),
    }
}

fn bad(path: &Path, line: Option<u64>, reason: impl Into<String>) -> Error {
    Error::Annotation { file: path.display().to_string(), line, reason: reason.into() }
}
