//! What has been sent to an address: a log beside the store, of which the last line of a graph counts.
//!
//! `FORM DIGEST<tab>GRAPH` says that the graph arrived as it was, in that form of RDF; `begun` for a digest, that something of it may
//! have; `gone`, that the address has it no more. A graph is begun before it is sent, so that no crash leaves one there unknown.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

const BEGUN: &str = "begun";
const GONE: &str = "gone";

/// An open journal, held against other pushes to the same address.
pub(super) struct Journal {
    path: PathBuf,
    file: Mutex<File>,
}

/// The file of the journal of an address in a store's folder.
pub fn default_path(store: &Path, url: &str) -> PathBuf {
    let digest = Sha256::digest(url.as_bytes());
    let name: String = digest[..8].iter().map(|b| format!("{b:02x}")).collect();
    store.join(format!("pushed-{name}.tsv"))
}

/// What the address has by the journal at `path`: the mark of each graph, empty where something of it may be there.
///
/// A last line that a crash left unfinished is not counted.
pub(super) fn read(path: &Path, url: &str) -> Result<HashMap<String, String>> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(HashMap::new()),
        Err(e) => return Err(unusable(path, &format!("cannot be read: {e}"))),
    };
    let mut lines = text.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n'));
    let mut there = HashMap::new();
    if lines.next().is_some_and(|first| first != url) {
        return Err(unusable(path, "is the journal of another address; name another file with --journal"));
    }
    for line in lines {
        match line.split_once('\t') {
            Some((GONE, graph)) => drop(there.remove(graph)),
            Some((BEGUN, graph)) => drop(there.insert(graph.to_owned(), String::new())),
            Some((mark, graph)) => drop(there.insert(graph.to_owned(), mark.to_owned())),
            None => return Err(unusable(path, "is no journal; name another file with --journal")),
        }
    }
    Ok(there)
}

impl Journal {
    /// Opens the journal at `path` and tidies it up: a line for each graph that is `there`.
    pub fn open(path: &Path, url: &str, there: &HashMap<String, String>) -> Result<Journal> {
        let mut lines: Vec<String> = there.iter().map(|(graph, mark)| line(mark, graph)).collect();
        lines.sort();
        let new = path.with_extension("new");
        let write = || {
            fs::write(&new, format!("{url}\n{}", lines.concat()))?;
            File::open(&new)?.sync_all()?;
            fs::rename(&new, path)?;
            File::options().append(true).open(path)
        };
        let file =
            write().map_err(|e| unusable(path, &format!("cannot be written: {e}; name a file with --journal")))?;
        Ok(Journal { path: path.to_owned(), file: Mutex::new(file) })
    }

    /// Notes that graphs are about to be sent.
    pub fn begin<'g>(&self, graphs: impl Iterator<Item = &'g str>) -> Result<()> {
        self.append(&graphs.map(|graph| line("", graph)).collect::<String>(), true)
    }

    /// Notes that a graph arrived.
    pub fn sent(&self, graph: &str, mark: &str) -> Result<()> {
        self.append(&line(mark, graph), false)
    }

    /// Notes that the address has a graph no more.
    pub fn gone(&self, graph: &str) -> Result<()> {
        self.append(&line(GONE, graph), false)
    }

    fn append(&self, lines: &str, sync: bool) -> Result<()> {
        let mut file = self.file.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let written = file.write_all(lines.as_bytes()).and_then(|()| if sync { file.sync_data() } else { Ok(()) });
        written.map_err(|e| unusable(&self.path, &format!("cannot be written: {e}")))
    }
}

fn line(mark: &str, graph: &str) -> String {
    format!("{}\t{graph}\n", if mark.is_empty() { BEGUN } else { mark })
}

fn unusable(path: &Path, reason: &str) -> Error {
    Error::Output { path: path.to_owned(), reason: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_of_a_graph_counts_and_half_a_line_does_not() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let path = default_path(dir.path(), "http://a/");
        let journal = Journal::open(&path, "http://a/", &HashMap::new()).expect("a journal");
        journal.begin(["g:1", "g:2", "g:3"].into_iter()).expect("written");
        journal.sent("g:1", "1.1 aa").expect("written");
        journal.sent("g:2", "1.1 bb").expect("written");
        journal.gone("g:2").expect("written");
        journal.append("1.1 cc\tg:", false).expect("written");
        let there = read(&path, "http://a/").expect("a journal");
        let expected = [("g:1", "1.1 aa"), ("g:3", "")].map(|(graph, mark)| (graph.to_owned(), mark.to_owned()));
        assert_eq!(there, HashMap::from(expected));
        drop(Journal::open(&path, "http://a/", &there).expect("tidied up"));
        assert_eq!(read(&path, "http://a/").expect("a journal"), there);
        assert!(read(&path, "http://b/").is_err(), "of another address");
    }
}
