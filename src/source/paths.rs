//! From what the user names to files: folders are walked, kinds are told by extension.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};

use super::bad;
use crate::error::Result;

/// What a file holds.
pub(super) enum Kind {
    /// One article, with its id.
    Text { id: String },
    /// An article per line.
    JsonLines,
}

/// Yields the files to read, walking folders in order of names; one folder's list is held per level.
pub(super) struct Paths {
    waiting: VecDeque<Place>,
}

enum Place {
    /// Named by the user.
    Named(PathBuf),
    /// Found in the folder the user named; both paths whole.
    Below { root: PathBuf, path: PathBuf },
}

impl Paths {
    pub(super) fn new(inputs: &[PathBuf]) -> Paths {
        Paths { waiting: inputs.iter().cloned().map(Place::Named).collect() }
    }

    fn named(&mut self, path: PathBuf) -> Option<Result<(PathBuf, Kind)>> {
        if path.as_os_str() == "-" {
            return Some(Ok((path, Kind::JsonLines)));
        }
        if path.is_dir() {
            return match self.walk(&path, &path) {
                Ok(0) => Some(Err(bad(path.display(), None, "the folder holds no .txt or .jsonl file"))),
                Ok(_) => None,
                Err(e) => Some(Err(e)),
            };
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

    /// Puts the readable entries of `dir` in front of what is waiting; gives how many files lie below it.
    fn walk(&mut self, root: &Path, dir: &Path) -> Result<usize> {
        let mut found = Vec::new();
        gather(root, dir, &mut found)?;
        let count = found.len();
        for path in found.into_iter().rev() {
            self.waiting.push_front(Place::Below { root: root.to_owned(), path });
        }
        Ok(count)
    }
}

impl Iterator for Paths {
    type Item = Result<(PathBuf, Kind)>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(place) = self.waiting.pop_front() {
            match place {
                Place::Named(path) => {
                    if let Some(found) = self.named(path) {
                        return Some(found);
                    }
                }
                Place::Below { root, path } => {
                    if let Some(kind) = kind(&root, &path) {
                        return Some(Ok((path, kind)));
                    }
                }
            }
        }
        None
    }
}

/// The articles' files below `dir` in order of names, hidden ones and links to folders left out.
fn gather(root: &Path, dir: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    let unreadable = |e| bad(dir.display(), None, format!("the folder cannot be read: {e}"));
    let mut entries = Vec::new();
    for entry in fs::read_dir(dir).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let is_dir = entry.file_type().map_err(unreadable)?.is_dir();
        if !entry.file_name().to_string_lossy().starts_with('.') {
            entries.push((entry.path(), is_dir));
        }
    }
    entries.sort();
    for (path, is_dir) in entries {
        if is_dir {
            gather(root, &path, found)?;
        } else if kind(root, &path).is_some() && path.is_file() {
            found.push(path);
        }
    }
    Ok(())
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
