//! The RDF store: an embedded database in a folder, a named graph per article, and SPARQL over their union.
//!
//! A store is a folder with `store.json` (which marks it), `rdf/` (the quads), `records.jsonl` (what each article says,
//! see [`records`]) and `graphs.tsv` (a digest of each graph, see [`mod@write`]); also `names.tsv` (see [`names`]), `derived.bin` (digests of
//! what derived graphs say), `view-en.bin` and its like (see [`kept`]), which may go at any time. Several processes can read it at a time,
//! or one can build it.

pub mod compare;
mod conflicts;
pub mod decided;
pub mod decisions;
pub mod derived;
pub mod describe;
pub mod kept;
pub mod names;
pub mod patience;
pub mod quads;
pub mod rdf11;
pub mod read;
pub mod records;
pub mod results;
pub mod shacl;
pub mod snapshot;
pub mod sources;
pub mod sparql;
pub mod syntax;
mod tenures;
mod union;
pub mod update;
pub mod validate;
pub mod write;

use std::fs::{self, File, TryLockError};
use std::hash::{BuildHasher, Hash, RandomState};
use std::io::{self, Write};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use oxigraph::model::{GraphNameRef, NamedNode, NamedNodeRef, Quad};
use oxigraph::store::StorageError;
use serde::{Deserialize, Serialize};
use siphasher::sip128::{Hasher128, SipHasher13};

use crate::error::{Error, Result};
use crate::ontology::vocab;

/// How often, and after what time, a build tries again to have a store for itself.
const MOMENTS: usize = 20;
const MOMENT: Duration = Duration::from_millis(50);

/// The version of the folder's layout.
const FORMAT: u32 = 2;

/// An open store; the folder is locked against other builds until it is dropped.
///
/// It dereferences to the quads, an [`oxigraph::store::Store`].
pub struct Store {
    rdf: oxigraph::store::Store,
    dir: PathBuf,
    base: String,
    /// Held for its lock.
    _lock: Option<File>,
    /// Held for what it removes.
    _folder: Option<snapshot::Folder>,
}

/// The content of `store.json`.
#[derive(Serialize, Deserialize)]
struct Marker {
    format: u32,
    base: String,
}

impl Store {
    /// Opens the store in `dir` for building, creating folder and store where there is none.
    ///
    /// IRIs are minted below `base`, which must end in `/` or `#`; without one, below the store's own base, for a new store [`vocab::ID`].
    ///
    /// # Errors
    /// [`Error::Store`] when `dir` is a file or holds something else, when another process has the store open, when it
    /// was built with another base, or when it cannot be read or written.
    pub fn create(dir: &Path, base: Option<&str>) -> Result<Store> {
        if dir.exists() && !dir.is_dir() {
            return Err(at(dir, "is a file; --store takes a folder"));
        }
        let found = read_marker(dir)?;
        if found.is_none() && holds_other_files(dir) {
            let reason = "holds files but no store; name an empty or a new folder with --store";
            return Err(at(dir, reason));
        }
        let base = agree_on_base(dir, found.as_ref(), base)?;
        fs::create_dir_all(dir).map_err(|e| unwritable(dir, "", &e))?;
        let lock = lock(dir, true)?;
        snapshot::sweep(dir);
        if found.is_none() {
            let marker = Marker { format: FORMAT, base: base.clone() };
            let json = serde_json::to_string(&marker).expect("a marker is plain data");
            replace_file(dir, "store.json", json.as_bytes())?;
        }
        if !dir.join("rdf").exists() {
            make_database(dir)?;
        }
        let rdf = oxigraph::store::Store::open(dir.join("rdf")).map_err(|e| unusable(dir, &e))?;
        prune(&dir.join("rdf"));
        Ok(Store { rdf, dir: dir.to_owned(), base, _lock: lock, _folder: None })
    }

    /// Opens the store in `dir` for reading; any number of processes can do so at a time.
    ///
    /// # Errors
    /// [`Error::Store`] when there is no store in `dir`, when it is being built, or when it cannot be read.
    pub fn open(dir: &Path) -> Result<Store> {
        let Some(marker) = read_marker(dir)? else {
            let reason = if dir.exists() { "is not a store" } else { "there is no such store" };
            return Err(at(dir, format!("{reason}; make one with `vietgraph build --store {} INPUT`", dir.display())));
        };
        let lock = lock(dir, false)?;
        let rdf = dir.join("rdf");
        if !rdf.join("CURRENT").is_file() {
            return Err(at(dir, "its first build was broken off; run `vietgraph build` again"));
        }
        let rdf = oxigraph::store::Store::open_read_only(rdf).map_err(|e| unusable(dir, &e))?;
        Ok(Store { rdf, dir: dir.to_owned(), base: marker.base, _lock: lock, _folder: None })
    }

    /// Where the IRIs of its resources begin.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Its folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Whether the graph of the article `id` is in it.
    ///
    /// # Errors
    /// [`Error::Store`] when it cannot be read.
    pub fn has_article(&self, id: &str) -> Result<bool> {
        let graph = quads::article_iri(&self.base, id);
        self.rdf.contains_named_graph(&graph).map_err(|e| self.failed(&e))
    }

    /// The quads of a graph.
    ///
    /// # Errors
    /// [`Error::Store`] for each that cannot be read.
    pub fn quads_of(&self, graph: &str) -> impl Iterator<Item = Result<Quad>> {
        let graph = GraphNameRef::NamedNode(NamedNodeRef::new_unchecked(graph));
        let quads = self.rdf.quads_for_pattern(None, None, None, Some(graph));
        quads.map(|quad| quad.map_err(|e| self.failed(&e)))
    }

    /// The quads of a graph about a resource.
    fn quads_about(&self, iri: &str, graph: &str) -> impl Iterator<Item = Result<Quad>> {
        let (about, graph) = (NamedNodeRef::new_unchecked(iri), NamedNodeRef::new_unchecked(graph));
        let quads = self.rdf.quads_for_pattern(Some(about.into()), None, None, Some(graph.into()));
        quads.map(|quad| quad.map_err(|e| self.failed(&e)))
    }

    fn failed(&self, error: &StorageError) -> Error {
        unusable(&self.dir, error)
    }
}

impl Deref for Store {
    type Target = oxigraph::store::Store;

    fn deref(&self) -> &oxigraph::store::Store {
        &self.rdf
    }
}

/// Whether a folder holds anything but what a build leaves that was broken off at once.
fn holds_other_files(dir: &Path) -> bool {
    let mut entries = fs::read_dir(dir).into_iter().flatten().flatten();
    entries.any(|e| e.file_name() != "lock" && e.file_name() != "store.json.new")
}

fn agree_on_base(dir: &Path, found: Option<&Marker>, asked: Option<&str>) -> Result<String> {
    let base = asked.or(found.map(|m| m.base.as_str())).unwrap_or(vocab::ID);
    if let Some(marker) = found
        && marker.base != base
    {
        let reason = format!("was built with --base {}; build into another folder for another base", marker.base);
        return Err(at(dir, reason));
    }
    check_base(base).map(|()| base.to_owned())
}

/// Whether IRIs can be minted below `base`.
///
/// # Errors
/// [`Error::Store`] when it is no absolute IRI that ends in `/` or `#`.
pub fn check_base(base: &str) -> Result<()> {
    if NamedNode::new(base).is_ok() && base.ends_with(['/', '#']) {
        return Ok(());
    }
    let reason = "--base takes an absolute IRI that ends in / or #, such as https://example.org/id/";
    Err(at(Path::new(base), reason))
}

fn read_marker(dir: &Path) -> Result<Option<Marker>> {
    let path = dir.join("store.json");
    if !path.exists() {
        return Ok(None);
    }
    let json = fs::read_to_string(&path).map_err(|e| at(dir, format!("store.json cannot be read: {e}")))?;
    let damaged = |e| at(dir, format!("store.json is damaged ({e}); build into a new folder"));
    let marker: Marker = serde_json::from_str(&json).map_err(damaged)?;
    if marker.format != FORMAT {
        let reason = format!("has layout {}, this program writes {FORMAT}; build into a new folder", marker.format);
        return Err(at(dir, reason));
    }
    Ok(Some(marker))
}

/// Makes an empty database aside and puts it in its place: one that was broken off while it was made can be read by nobody.
fn make_database(dir: &Path) -> Result<()> {
    let aside = dir.join("rdf.new");
    let make = || {
        match fs::remove_dir_all(&aside) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e.into()),
            _ => drop(oxigraph::store::Store::open(&aside)?),
        }
        fs::rename(&aside, dir.join("rdf")).map_err(StorageError::from)
    };
    make().map_err(|e| unusable(dir, &e))
}

/// Removes the database's old logs, of which every opening leaves one.
fn prune(rdf: &Path) {
    for entry in fs::read_dir(rdf).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with("LOG.old.") {
            // One that stays is a few kilobytes lost, no more.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Locks the folder, for this process alone or together with other readers; none where the file system has no locks.
fn lock(dir: &Path, alone: bool) -> Result<Option<File>> {
    let path = dir.join("lock");
    let file = if alone {
        let opened = File::options().create(true).truncate(false).write(true).open(&path);
        opened.map_err(|e| unwritable(dir, "", &e))?
    } else {
        match File::open(&path) {
            Ok(file) => file,
            Err(_) => return Ok(None),
        }
    };
    let mut locked = if alone { file.try_lock() } else { file.try_lock_shared() };
    // A server that takes a snapshot holds the folder for a moment.
    for _ in 0..if alone { MOMENTS } else { 0 } {
        if !matches!(locked, Err(TryLockError::WouldBlock)) {
            break;
        }
        std::thread::sleep(MOMENT);
        locked = file.try_lock();
    }
    match locked {
        Err(TryLockError::WouldBlock) if alone => {
            Err(at(dir, "is open in another vietgraph process; wait until that is done"))
        }
        Err(TryLockError::WouldBlock) => {
            Err(at(dir, "is being built by another vietgraph process; wait until that is done"))
        }
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

/// Writes a file of the store so that a reader finds the old one or the new one, never a part.
fn replace_file(dir: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    replace_file_with(dir, name, |mut file| file.write_all(bytes))
}

/// The same with what `write` writes into it.
fn replace_file_with(dir: &Path, name: &str, write: impl FnOnce(&File) -> io::Result<()>) -> Result<()> {
    let new = dir.join(format!("{name}.new"));
    let write = || {
        let file = File::create(&new)?;
        write(&file)?;
        file.sync_all()?;
        fs::rename(&new, dir.join(name))
    };
    write().map_err(|e| unwritable(dir, name, &e))
}

/// An error at a store's folder.
fn at(dir: &Path, reason: impl Into<String>) -> Error {
    Error::Store { path: dir.to_owned(), reason: reason.into() }
}

fn unusable(dir: &Path, error: &StorageError) -> Error {
    let said = error.to_string();
    let remedy = remedy(&said).unwrap_or("if the disk is sound, build again into a new folder");
    at(dir, format!("cannot be used: {said}; {remedy}"))
}

/// The error for a file of the folder, or the folder itself where `name` is empty, that cannot be written.
fn unwritable(dir: &Path, name: &str, error: &io::Error) -> Error {
    let said = error.to_string();
    let remedy = remedy(&said).map(|remedy| format!("; {remedy}")).unwrap_or_default();
    let space = if name.is_empty() { "" } else { " " };
    at(dir, format!("{name}{space}cannot be written: {said}{remedy}"))
}

/// What helps where the system says what hinders; the database hands on its words, not its kinds of errors.
fn remedy(said: &str) -> Option<&'static str> {
    let any = |words: &[&str]| words.iter().any(|word| said.contains(word));
    if any(&["No space left", "File too large", "quota exceeded"]) {
        Some("make room and run the same command again: nothing that the store has is lost")
    } else if any(&["Read-only", "Permission denied", "not permitted"]) {
        Some("allow writing to it, or name another folder with --store")
    } else {
        None
    }
}

/// What stands for something where only equality counts, in less room than it takes, as long as this process runs: sixteen bytes
/// under a key drawn by lot, so that nobody can write two things that are alike.
fn fingerprint(thing: &impl Hash) -> u128 {
    static LOT: OnceLock<[u64; 2]> = OnceLock::new();
    let draw = || RandomState::new().hash_one(());
    let [one, other] = LOT.get_or_init(|| [draw(), draw()]);
    let mut hasher = SipHasher13::new_with_keys(*one, *other);
    thing.hash(&mut hasher);
    hasher.finish128().as_u128()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(result: Result<Store>) -> String {
        result.err().expect("an error").to_string()
    }

    #[test]
    fn what_is_no_store_is_said() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        assert!(said(Store::open(&dir.path().join("none"))).contains("there is no such store"));
        assert!(said(Store::open(dir.path())).contains("is not a store"));
        fs::write(dir.path().join("letter.txt"), "x").expect("a writable file");
        assert!(said(Store::create(dir.path(), None)).contains("holds files but no store"));
        assert!(said(Store::create(&dir.path().join("letter.txt"), None)).contains("is a file"));
    }

    #[test]
    fn one_builds_or_many_read() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let building = Store::create(dir.path(), None).expect("a new store");
        assert!(said(Store::create(dir.path(), None)).contains("open in another"));
        assert!(said(Store::open(dir.path())).contains("being built"));
        drop(building);
        let _one = Store::open(dir.path()).expect("a store");
        let _two = Store::open(dir.path()).expect("a store");
        assert!(said(Store::create(dir.path(), None)).contains("open in another"));
    }

    #[test]
    fn a_store_keeps_its_base() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        assert!(said(Store::create(dir.path(), Some("nowhere"))).contains("absolute IRI"));
        drop(Store::create(dir.path(), Some("https://example.org/")).expect("a new store"));
        assert_eq!(Store::create(dir.path(), None).expect("the store").base(), "https://example.org/");
        assert!(said(Store::create(dir.path(), Some("https://example.com/"))).contains("was built with"));
    }
}
