//! A store held still: for a process that reads for long while builds go on.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;

use super::{Store, at, lock, read_marker, unusable};
use crate::error::Result;

/// Where snapshots lie in the folder of a store: this, the process and a number.
const PREFIX: &str = ".snapshot-";

/// What changes when a store is built: the time and length of the table of its graphs.
pub type Stamp = Option<(SystemTime, u64)>;

/// The folder of a snapshot, which goes with it.
pub(super) struct Folder {
    path: PathBuf,
    /// Held for its lock: a folder without an owner is of a process that died.
    _owner: File,
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What stays is removed by the next process that makes a snapshot.
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// What tells whether the store in `dir` has been built since.
pub fn stamp(dir: &Path) -> Stamp {
    let found = fs::metadata(dir.join("graphs.tsv")).ok()?;
    Some((found.modified().ok()?, found.len()))
}

impl Store {
    /// Opens the store in `dir` as it is now: builds that follow neither wait for it nor change it.
    ///
    /// The files of the database are never changed once they are written, so links to them will do; they take no space of
    /// their own. Where the file system has no links, or cannot be written, the store is opened as by [`Store::open`].
    ///
    /// # Errors
    /// As for [`Store::open`].
    pub fn snapshot(dir: &Path) -> Result<Store> {
        let plain = Store::open(dir)?;
        sweep(dir);
        let Ok(folder) = linked(dir) else {
            return Ok(plain);
        };
        drop(plain);
        let rdf = oxigraph::store::Store::open_read_only(folder.path.join("rdf")).map_err(|e| unusable(dir, &e))?;
        let marker = read_marker(dir)?.ok_or_else(|| at(dir, "is not a store any more"))?;
        Ok(Store { rdf, dir: dir.to_owned(), base: marker.base, _lock: None, _folder: Some(folder) })
    }

    /// Whether no build can begin while it is read: it is the store itself, not a snapshot of it.
    pub fn keeps_builds_out(&self) -> bool {
        self._lock.is_some()
    }

    /// The folder whose quads it reads: its own or that of its snapshot, which goes with it.
    pub fn place(&self) -> &Path {
        self._folder.as_ref().map_or(&self.dir, |folder| &folder.path)
    }
}

/// Opens the quads at a [`Store::place`] for reading, in another process than the one that holds it.
///
/// # Errors
/// [`crate::error::Error::Store`] when they cannot be read.
pub fn quads_at(place: &Path) -> Result<oxigraph::store::Store> {
    oxigraph::store::Store::open_read_only(place.join("rdf")).map_err(|e| unusable(place, &e))
}

/// A folder with links to the files of the database, and copies of those that may grow.
fn linked(dir: &Path) -> io::Result<Folder> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    // No build goes on meanwhile.
    let _held = lock(dir, false).map_err(io::Error::other)?;
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let path = dir.join(format!("{PREFIX}{}-{number}", std::process::id()));
    fs::create_dir(&path)?;
    let owner = File::create(path.join("owner"))?;
    owner.lock()?;
    let folder = Folder { path, _owner: owner };
    fs::create_dir(folder.path.join("rdf"))?;
    for entry in fs::read_dir(dir.join("rdf"))? {
        let entry = entry?;
        let target = folder.path.join("rdf").join(entry.file_name());
        match entry.path().extension().is_some_and(|e| e == "sst" || e == "blob") {
            true => fs::hard_link(entry.path(), target)?,
            false if entry.file_type()?.is_file() && entry.file_name() != "LOCK" => {
                fs::copy(entry.path(), target).map(drop)?;
            }
            false => {}
        }
    }
    Ok(folder)
}

/// Removes the snapshots of processes that died.
pub(super) fn sweep(dir: &Path) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let left = || File::open(entry.path().join("owner")).is_ok_and(|owner| owner.try_lock().is_ok());
        if entry.file_name().to_string_lossy().starts_with(PREFIX) && left() {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxigraph::model::{GraphName, NamedNode, Quad};

    fn quad(name: &str) -> Quad {
        let node = NamedNode::new_unchecked(format!("https://example.org/{name}"));
        Quad::new(node.clone(), node.clone(), node, GraphName::DefaultGraph)
    }

    #[test]
    fn a_snapshot_stays_as_it_was_while_the_store_is_built_and_leaves_nothing() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let building = Store::create(dir.path(), None).expect("a new store");
        building.insert(&quad("one")).expect("room for a quad");
        drop(building);
        let snapshot = Store::snapshot(dir.path()).expect("a snapshot");
        let building = Store::create(dir.path(), None).expect("no reader holds the store");
        building.insert(&quad("two")).expect("room for a quad");
        building.flush().expect("a disk");
        building.optimize().expect("a disk");
        drop(building);
        assert_eq!(snapshot.len().expect("readable"), 1);
        assert_eq!(Store::snapshot(dir.path()).expect("another").len().expect("readable"), 2);
        drop(snapshot);
        let left = fs::read_dir(dir.path()).expect("readable").flatten();
        assert!(left.into_iter().all(|e| !e.file_name().to_string_lossy().starts_with(PREFIX)));
    }
}
