//! The file of decisions in the store's folder, `decisions.tsv`: read at every build, only ever added to.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::{Store, at};
use crate::error::{Error, Result};
use crate::resolve::decisions::Decisions;

/// The name of the file in the store's folder.
pub const NAME: &str = "decisions.tsv";

/// What a new file says of itself.
const HEAD: &str = "# Decisions of people, replayed at every build. Six columns with a tab between: what is decided,\n\
                    # what it is about (two columns), by whom, on which day, why. Lines are only ever added.\n";

/// The decisions of a store; none where it has no such file.
///
/// # Errors
/// [`Error::Store`] when the file cannot be read.
pub fn load(store: &Store) -> Result<Decisions> {
    let path = store.dir().join(NAME);
    if !path.exists() {
        return Ok(Decisions::default());
    }
    let bytes = fs::read(&path).map_err(|e| at(store.dir(), format!("{NAME} cannot be read: {e}")))?;
    Ok(Decisions::parse(&String::from_utf8_lossy(&bytes)))
}

/// The decisions of a file anywhere.
///
/// # Errors
/// [`Error::Output`] with the path when it cannot be read.
pub fn read(path: &Path) -> Result<Decisions> {
    let unreadable = |e| Error::Output { path: path.to_owned(), reason: format!("cannot be read as decisions: {e}") };
    Ok(Decisions::parse(&String::from_utf8_lossy(&fs::read(path).map_err(unreadable)?)))
}

/// Adds lines to the file of a store, each without its end.
///
/// # Errors
/// [`Error::Store`] when it cannot be written.
pub fn append(store: &Store, lines: &[String]) -> Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let path = store.dir().join(NAME);
    let write = || {
        let before = if path.exists() { fs::read(&path)? } else { Vec::new() };
        let mut file = fs::OpenOptions::new().create(true).append(true).open(&path)?;
        let mut text = if before.is_empty() { HEAD.to_owned() } else { String::new() };
        // Whoever edits by hand may leave the last line open.
        if !before.is_empty() && !before.ends_with(b"\n") {
            text.push('\n');
        }
        lines.iter().for_each(|line| text.push_str(&format!("{line}\n")));
        file.write_all(text.as_bytes())?;
        file.sync_data()
    };
    write().map_err(|e| at(store.dir(), format!("{NAME} cannot be written: {e}")))
}
