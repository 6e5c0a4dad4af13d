//! The records a store was built from: `records.jsonl`, a log in which the last line of an article counts.
//!
//! They are kept because resolving looks at all articles together: a new article can change what another's people are called.
//! In memory there is only as much of each as that takes (see [`Record::slim`]); whole they are read where a graph is made.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::{Store, at, replace_file_with, unwritable};
use crate::error::Result;
use crate::extract::record::Record;

/// The name of the log in the store's folder.
const NAME: &str = "records.jsonl";

/// How many bytes of the log are in memory at a time while it is read, and the rest of a line.
const BLOCK: u64 = 8 << 20;

/// The records of a store, by article id.
pub struct Records {
    latest: BTreeMap<String, (Record, Line)>,
    /// How many lines the log has, and bytes.
    lines: usize,
    end: u64,
}

/// A line of the log.
#[derive(Clone, Copy, Debug)]
struct Line {
    /// Its first byte, and how many it has, with the one that ends it.
    start: u64,
    length: usize,
    digest: [u8; 16],
}

/// The log of a store, from which its records can be read whole, by their places in order of article ids.
pub struct Log {
    dir: PathBuf,
    lines: Vec<Line>,
}

/// What became of an article that was read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// The store did not have it.
    Added,
    /// It says something else now.
    Changed,
    /// It says the same.
    Same,
}

impl Records {
    /// Reads the log of an open store. A last line that a broken-off build left unfinished is dropped.
    ///
    /// # Errors
    /// [`crate::error::Error::Store`] with the line when the log is damaged elsewhere or cannot be read.
    pub fn load(store: &Store) -> Result<Records> {
        let (dir, path) = (store.dir(), store.dir().join(NAME));
        let mut records = Records { latest: BTreeMap::new(), lines: 0, end: 0 };
        if !path.exists() {
            return Ok(records);
        }
        let unreadable = |e| unreadable(dir, &e);
        let mut reader = BufReader::new(File::open(&path).map_err(unreadable)?);
        let mut block = Vec::new();
        loop {
            block.clear();
            reader.by_ref().take(BLOCK).read_to_end(&mut block).map_err(unreadable)?;
            reader.read_until(b'\n', &mut block).map_err(unreadable)?;
            let sound = block.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
            records.take(dir, &block[..sound])?;
            if sound < block.len() {
                let file = File::options().write(true).open(&path).map_err(unreadable)?;
                file.set_len(records.end).map_err(unreadable)?;
            }
            if sound < block.len() || block.is_empty() {
                return Ok(records);
            }
        }
    }

    /// Takes in whole lines that stand behind those that are known.
    fn take(&mut self, dir: &Path, block: &[u8]) -> Result<()> {
        let lines: Vec<&[u8]> = block.split_inclusive(|byte| *byte == b'\n').collect();
        let read: Vec<_> = lines.par_iter().map(|line| Ok((brief(parse(line)?), digest(line)))).collect();
        for (line, read) in lines.into_iter().zip(read) {
            self.lines += 1;
            let (record, digest) = read.map_err(|e: serde_json::Error| damaged(dir, &self.lines.to_string(), &e))?;
            self.put(record, line.len(), digest);
        }
        Ok(())
    }

    fn put(&mut self, record: Record, length: usize, digest: [u8; 16]) {
        let line = Line { start: self.end, length, digest };
        self.end += length as u64;
        self.latest.insert(record.article.id.clone(), (record, line));
    }

    /// Takes in new records and appends those that say something new to the log; tells what became of each.
    ///
    /// # Errors
    /// [`crate::error::Error::Store`] when the log cannot be written.
    pub fn add(&mut self, store: &Store, new: Vec<Record>) -> Result<Vec<News>> {
        let told = |record: Record| {
            let mut line = serde_json::to_vec(&record).expect("a record is plain data");
            line.push(b'\n');
            (brief(record), digest(&line), line)
        };
        let mut bytes = Vec::new();
        let mut news = Vec::with_capacity(new.len());
        for (record, digest, line) in new.into_par_iter().map(told).collect::<Vec<_>>() {
            let known = self.latest.get(&record.article.id);
            let what = match known {
                Some((_, known)) if known.digest == digest => News::Same,
                Some(_) => News::Changed,
                None => News::Added,
            };
            news.push(what);
            if what != News::Same {
                self.lines += 1;
                self.put(record, line.len(), digest);
                bytes.extend(line);
            }
        }
        if !bytes.is_empty() {
            append(store.dir(), &bytes)?;
        }
        Ok(news)
    }

    /// The ids of the articles, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.latest.keys().map(String::as_str)
    }

    /// Takes articles out, by their ids; after a crash the log holds all of them or none.
    ///
    /// No line of theirs stays: what is to be forgotten shall not lie in the folder until somebody tidies up.
    ///
    /// # Errors
    /// [`crate::error::Error::Store`] when the log cannot be written.
    pub fn remove<'i>(&mut self, store: &Store, ids: impl IntoIterator<Item = &'i str>) -> Result<()> {
        let removed = ids.into_iter().filter(|id| self.latest.remove(*id).is_some()).count();
        if removed == 0 { Ok(()) } else { self.rewrite(store) }
    }

    /// Rewrites the log when more than half of it is out of date.
    ///
    /// # Errors
    /// [`crate::error::Error::Store`] when it cannot be written.
    pub fn compact(&mut self, store: &Store) -> Result<()> {
        if self.lines <= 2 * self.latest.len() { Ok(()) } else { self.rewrite(store) }
    }

    fn rewrite(&mut self, store: &Store) -> Result<()> {
        let dir = store.dir();
        let mut old = File::open(dir.join(NAME)).map_err(|e| unreadable(dir, &e))?;
        replace_file_with(dir, NAME, |file| {
            let mut file = BufWriter::new(file);
            self.latest.values().try_for_each(|(_, line)| file.write_all(&line.read(&mut old)?))?;
            file.flush()
        })?;
        (self.lines, self.end) = (self.latest.len(), 0);
        for (_, line) in self.latest.values_mut() {
            line.start = self.end;
            self.end += line.length as u64;
        }
        Ok(())
    }

    /// The records, [slim](Record::slim) and in order of article ids, and the log from which they can be read whole.
    pub fn into_parts(self, store: &Store) -> (Vec<Record>, Log) {
        let (records, lines) = self.latest.into_values().unzip();
        (records, Log { dir: store.dir().to_owned(), lines })
    }
}

impl Log {
    /// The digest of what the record at a place says.
    pub fn digest(&self, at: usize) -> &[u8] {
        &self.lines[at].digest
    }

    /// Reads the records at some places whole.
    ///
    /// # Errors
    /// [`crate::error::Error::Store`] when the log cannot be read, or was changed by somebody else.
    pub fn read(&self, places: &[usize]) -> Result<Vec<Record>> {
        let unreadable = |e| unreadable(&self.dir, &e);
        let mut file = File::open(self.dir.join(NAME)).map_err(unreadable)?;
        let lines: Vec<Vec<u8>> =
            places.iter().map(|at| self.lines[*at].read(&mut file)).collect::<io::Result<_>>().map_err(unreadable)?;
        let parsed = lines.par_iter().map(|line| parse(line));
        parsed.collect::<serde_json::Result<_>>().map_err(|e| damaged(&self.dir, "a", &e))
    }
}

impl Line {
    fn read(&self, file: &mut File) -> io::Result<Vec<u8>> {
        let mut line = vec![0; self.length];
        file.seek(SeekFrom::Start(self.start))?;
        file.read_exact(&mut line).map(|()| line)
    }
}

fn parse(line: &[u8]) -> serde_json::Result<Record> {
    serde_json::from_slice(line)
}

/// As much of a record as stays in memory.
fn brief(mut record: Record) -> Record {
    record.slim();
    record.shrink();
    record
}

fn digest(line: &[u8]) -> [u8; 16] {
    Sha256::digest(line)[..16].try_into().expect("a digest is longer")
}

fn unreadable(dir: &Path, error: &io::Error) -> crate::error::Error {
    at(dir, format!("{NAME} cannot be read: {error}"))
}

fn damaged(dir: &Path, line: &str, error: &serde_json::Error) -> crate::error::Error {
    at(dir, format!("line {line} of {NAME} is damaged ({error}); build again into a new folder"))
}

fn append(dir: &Path, bytes: &[u8]) -> Result<()> {
    let write = || {
        let mut file = fs::OpenOptions::new().create(true).append(true).open(dir.join(NAME))?;
        file.write_all(bytes)?;
        file.sync_data()
    };
    write().map_err(|e| unwritable(dir, NAME, &e))
}
