//! The tables of a store, kept in its folder: a page does not wait until every graph is read.
//!
//! They are kept under the digest of all graphs and of the code that reads them. What is damaged, or of another state of
//! the store, or of another program, is read anew: it costs time, and nothing else.

use std::fs;
use std::path::Path;

use flate2::Crc;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::read::{self, Schema, Tables};
use super::write::State;
use super::{Store, names, write};
use crate::error::Result;

/// The code that reads tables: another one may read others.
const CODE: [&str; 7] = [
    include_str!("kept.rs"),
    include_str!("read/mod.rs"),
    include_str!("read/pattern.rs"),
    include_str!("read/schema.rs"),
    include_str!("../ontology/vocab.rs"),
    include_str!("../text/key.rs"),
    include_str!("../text/letters.rs"),
];

/// What the names of the files begin with.
const PREFIX: &str = "view-";

/// The number of bytes of a check sum.
const CHECK: usize = 4;

/// The tables of a store as [`read::tables`] gives them, from its folder where they are kept there; else they are kept there
/// from now on, if that can be.
///
/// # Errors
/// When the store cannot be read.
pub fn tables(store: &Store, language: &str) -> Result<Tables> {
    kept(store, language, language, || read::tables(store, language))
}

/// The same for what its ontology says, as [`read::schema`] gives it.
///
/// # Errors
/// When the store cannot be read.
pub fn schema(store: &Store, language: &str) -> Result<Schema> {
    kept(store, &format!("schema-{language}"), language, || read::schema(store, language))
}

/// What is kept under a name, or else is read.
fn kept<T: Serialize + DeserializeOwned>(
    store: &Store,
    name: &str,
    language: &str,
    read: impl Fn() -> Result<T>,
) -> Result<T> {
    let made_by = [&[language], CODE.as_slice()].concat();
    let name = format!("{PREFIX}{name}.bin");
    if let Some(kept) = get(store, &name, &made_by) {
        return Ok(kept);
    }
    let before = write::state(store);
    let all = read()?;
    // Where the file system has no locks a build may have begun and ended meanwhile.
    if write::state(store) == before {
        put(store, &name, &made_by, &all);
    }
    Ok(all)
}

/// What is kept in a file of a store as it is now, made by some code; none where that is of another state or code, or damaged.
pub(super) fn get<T: DeserializeOwned>(store: &Store, name: &str, made_by: &[&str]) -> Option<T> {
    let state = write::state_for(store, made_by)?;
    unpack(&fs::read(store.dir().join(name)).ok()?, &state)
}

/// Keeps something in a file of a store as it is now.
pub(super) fn put(store: &Store, name: &str, made_by: &[&str], what: &impl Serialize) {
    if let Some(state) = write::state_for(store, made_by) {
        keep(&store.dir().join(name), &pack(what, &state));
    }
}

/// Removes what is kept of a store that is to change: what is retracted shall lie nowhere.
pub(super) fn forget(dir: &Path) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        // Also what a broken-off build left unfinished of them.
        if [PREFIX, names::NAME, write::DERIVED].iter().any(|kept| name.starts_with(kept)) {
            // What stays is not read: the state it is of is over.
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn pack(tables: &impl Serialize, state: &State) -> Vec<u8> {
    let packed = postcard::to_stdvec(tables).expect("tables are plain data");
    [state.as_slice(), &check(&packed), &packed].concat()
}

fn unpack<T: DeserializeOwned>(bytes: &[u8], state: &State) -> Option<T> {
    let packed = bytes.strip_prefix(state)?.get(CHECK..)?;
    let sound = bytes[state.len()..].starts_with(&check(packed));
    sound.then(|| postcard::from_bytes(packed).ok()).flatten()
}

fn check(packed: &[u8]) -> [u8; CHECK] {
    let mut crc = Crc::new();
    crc.update(packed);
    crc.sum().to_le_bytes()
}

/// Writes a file so that a reader finds all of it; a folder that cannot be written goes without.
fn keep(path: &Path, bytes: &[u8]) {
    let new = path.with_extension("new");
    let _ = fs::write(&new, bytes).and_then(|()| fs::rename(&new, path));
}
