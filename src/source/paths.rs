//! From what the user names to files: folders are walked, kinds are told by extension.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};

use super::bad;
use crate::error::{Error, Result};

/// What a file holds.
pub(super) enum Kind {
    /// One article, with its id.
    Text { id: String },
    /// An article per line.
    JsonLines,
}

/// Yields the files to read, walking folders in order of names; one folder's list is held per level.
pub(super) struct Paths {
    waiting: VecDeque<Waiting>,
}

enum Waiting {
    /// Named by the user.
    Named(PathBuf),
    /// Found in the folder the user named; both paths whole.
    Below { root: PathBuf, path: PathBuf },
    /// Told in its turn: a folder below that cannot be read.
    Unreadable(Error),
}

impl Paths {
    pub(super) fn new(inputs: &[PathBuf]) -> Paths {
        Paths { waiting: inputs.iter().cloned().map(Waiting::Named).collect() }
    }

    fn named(&mut self, path: PathBuf) -> Option<Result<(PathBuf, Kind)>> {
        if path.as_os_str() == "-" {
            return Some(Ok((path, Kind::JsonLines)));
        }
        if path.is_dir() {
            let empty = || Err(bad(path.display(), None, "the folder holds no .txt or .jsonl file"));
            return (self.walk(&path) == 0).then(empty);
        }
        if !path.exists() {
            let reason = "no such file or folder; check the path";
            return Some(Err(bad(path.display(), None, reason)));
        }
        let parent = path.parent().unwrap_or(Path::new("")).to_owned();
        Some(kind(&parent, &path).map(|kind| (path.clone(), kind)).ok_or_else(|| {
            let reason = "not a kind of file that is read; give .txt or .jsonl (also .gz, .zst), a folder, or - for JSON lines on standard input";
            bad(path.display(), None, reason)
        }))
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
}

impl Iterator for Paths {
    type Item = Result<(PathBuf, Kind)>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(waiting) = self.waiting.pop_front() {
            match waiting {
                Waiting::Unreadable(error) => return Some(Err(error)),
                Waiting::Named(path) => {
                    if let Some(found) = self.named(path) {
                        return Some(found);
                    }
                }
                Waiting::Below { root, path } => {
                    if let Some(kind) = kind(&root, &path) {
                        return Some(Ok((path, kind)));
                    }
                }
            }
        }
        None
    }
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
    let name = parts.join("/");
    let plain = name.strip_suffix(".gz").or(name.strip_suffix(".zst")).unwrap_or(&name);
    if plain.ends_with(".jsonl") {
        return Some(Kind::JsonLines);
    }
    let id = plain.strip_suffix(".txt")?.to_owned();
    Some(Kind::Text { id })
}
