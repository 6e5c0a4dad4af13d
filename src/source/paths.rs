//! From what the user names to files: folders and archives are walked, kinds are told by extension.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};

use super::open::Place;
use super::{archive, bad};
use crate::error::{Error, Result};

/// What a file holds.
pub(super) enum Kind {
    /// One article, with its id.
    Text { id: String },
    /// One article within a web page, with its id.
    Page { id: String },
    /// An article per line.
    JsonLines,
    /// Web pages as a crawler kept them.
    Warc,
    /// Files, whose ids begin with this.
    Zip { below: String },
}

/// What is read, in words.
pub(super) const READ: &str = ".txt, .html, .jsonl or .warc (also .gz, .zst), .zip";

/// Yields the files to read, walking folders in order of names; one folder's list is held per level.
pub(super) struct Paths {
    waiting: VecDeque<Waiting>,
}

enum Waiting {
    /// Named by the user.
    Named(PathBuf),
    /// Found in the folder the user named; both paths whole.
    Below { root: PathBuf, path: PathBuf },
    /// Found in an archive.
    Packed(Place, Kind),
    /// Told in its turn: what cannot be read.
    Unreadable(Error),
}

impl Paths {
    pub(super) fn new(inputs: &[PathBuf]) -> Paths {
        Paths { waiting: inputs.iter().cloned().map(Waiting::Named).collect() }
    }

    fn named(&mut self, path: PathBuf) -> Option<Result<(Place, Kind)>> {
        if path.as_os_str() == "-" {
            return Some(Ok((Place::Stdin, Kind::JsonLines)));
        }
        if path.is_dir() {
            let empty = || Err(bad(path.display(), None, format!("the folder holds no {READ} file")));
            return (self.walk(&path) == 0).then(empty);
        }
        if !path.exists() {
            let reason = "no such file or folder; check the path";
            return Some(Err(bad(path.display(), None, reason)));
        }
        let parent = path.parent().unwrap_or(Path::new("")).to_owned();
        match kind(&parent, &path) {
            Some(Kind::Zip { .. }) => self.unzip(&path, ""),
            Some(kind) => Some(Ok((Place::File(path), kind))),
            None => {
                let reason = format!(
                    "not a kind of file that is read; give {READ}, a folder, or - for JSON lines on standard input"
                );
                Some(Err(bad(path.display(), None, reason)))
            }
        }
    }

    /// Puts what lies below `root` in front of what is waiting: files, and folders that cannot be read; gives how many.
    fn walk(&mut self, root: &Path) -> usize {
        let mut found = Vec::new();
        gather(root, root, &mut found);
        let count = found.len();
        for found in found.into_iter().rev() {
            self.waiting.push_front(match found {
                Ok(path) => Waiting::Below { root: root.to_owned(), path },
                Err(error) => Waiting::Unreadable(error),
            });
        }
        count
    }

    /// Puts what an archive holds in front of what is waiting; an error when that is nothing.
    fn unzip(&mut self, archive: &Path, below: &str) -> Option<Result<(Place, Kind)>> {
        let entries = match archive::entries(archive) {
            Ok(entries) => entries,
            Err(error) => return Some(Err(error)),
        };
        let mut found = Vec::new();
        for entry in entries {
            match entry.map(|e| (kind_of(&format!("{below}{}", e.path)), e)) {
                Ok((Some(Kind::Zip { .. }), e)) => {
                    let reason = "an archive within an archive; unpack the outer one first";
                    found.push(Waiting::Unreadable(bad(Place::Entry(e), None, reason)));
                }
                Ok((Some(kind), e)) => found.push(Waiting::Packed(Place::Entry(e), kind)),
                Ok((None, _)) => {}
                Err(error) => found.push(Waiting::Unreadable(error)),
            }
        }
        if found.is_empty() {
            return Some(Err(bad(archive.display(), None, format!("the archive holds no {READ} file"))));
        }
        found.into_iter().rev().for_each(|waiting| self.waiting.push_front(waiting));
        None
    }
}

impl Iterator for Paths {
    type Item = Result<(Place, Kind)>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(waiting) = self.waiting.pop_front() {
            let found = match waiting {
                Waiting::Unreadable(error) => Some(Err(error)),
                Waiting::Named(path) => self.named(path),
                Waiting::Packed(place, kind) => Some(Ok((place, kind))),
                Waiting::Below { root, path } => match kind(&root, &path) {
                    Some(Kind::Zip { below }) => self.unzip(&path, &below),
                    kind => kind.map(|kind| Ok((Place::File(path), kind))),
                },
            };
            if found.is_some() {
                return found;
            }
        }
        None
    }
}

/// How many bytes there are to read below a path; none for standard input.
pub(super) fn size(path: &Path) -> Option<u64> {
    if path.as_os_str() == "-" {
        return None;
    }
    let mut found = Vec::new();
    match path.is_dir() {
        true => gather(path, path, &mut found),
        false => found.push(Ok(path.to_owned())),
    }
    Some(found.into_iter().flatten().filter_map(|file| fs::metadata(file).ok()).map(|file| file.len()).sum())
}

/// The articles' files below `dir` in order of names, hidden ones and links to folders left out; an error for each
/// folder or entry that cannot be read.
fn gather(root: &Path, dir: &Path, found: &mut Vec<Result<PathBuf>>) {
    let unreadable = |e| {
        let reason = format!("the folder cannot be read: {e}; allow reading it or leave it out");
        bad(dir.display(), None, reason)
    };
    let listed = match fs::read_dir(dir) {
        Ok(listed) => listed,
        Err(e) => return found.push(Err(unreadable(e))),
    };
    let mut entries = Vec::new();
    for entry in listed {
        match entry.and_then(|e| Ok((e.path(), e.file_type()?.is_dir()))) {
            Ok(entry) => entries.push(entry),
            Err(e) => found.push(Err(unreadable(e))),
        }
    }
    entries.sort();
    for (path, is_dir) in entries {
        if path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.')) {
            continue;
        }
        if is_dir {
            gather(root, &path, found);
        } else if kind(root, &path).is_some() && path.is_file() {
            found.push(Ok(path));
        }
    }
}

/// What a file holds by its extension; none when it is no article.
fn kind(root: &Path, path: &Path) -> Option<Kind> {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    kind_of(&parts.join("/"))
}

/// The same by its path below what the user named, with `/`.
fn kind_of(name: &str) -> Option<Kind> {
    if let Some(archive) = name.strip_suffix(".zip") {
        return Some(Kind::Zip { below: format!("{archive}/") });
    }
    let plain = name.strip_suffix(".gz").or(name.strip_suffix(".zst")).unwrap_or(name);
    let (stem, extension) = plain.rsplit_once('.')?;
    let id = stem.to_owned();
    match extension {
        "txt" => Some(Kind::Text { id }),
        "html" | "htm" | "xhtml" => Some(Kind::Page { id }),
        "jsonl" => Some(Kind::JsonLines),
        "warc" => Some(Kind::Warc),
        _ => None,
    }
}
