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
    /// Apart, as nodes of the tree are half empty.
    latest: BTreeMap<String, (Box<Record>, Line)>,
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
        Records::load_by(store, BLOCK)
    }

    fn load_by(store: &Store, size: u64) -> Result<Records> {
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
            reader.by_ref().take(size).read_to_end(&mut block).map_err(unreadable)?;
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
        self.latest.insert(record.article.id.clone(), (Box::new(record), line));
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
            let what = match self.latest.get(&record.article.id) {
                Some((_, known)) if known.digest == digest || known.says(store.dir(), &line)? => News::Same,
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
        let (records, lines) = self.latest.into_values().map(|(record, line)| (*record, line)).unzip();
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
        let read = |at: &usize| Ok((self.lines[*at].digest, self.lines[*at].read(&mut file)?));
        let lines: Vec<_> = places.iter().map(read).collect::<io::Result<_>>().map_err(unreadable)?;
        let sound = |(known, line): &([u8; 16], Vec<u8>)| parse(line).ok().filter(|_| digest(line) == *known);
        let records: Option<Vec<Record>> = lines.par_iter().map(sound).collect();
        records.ok_or_else(|| at(&self.dir, format!("{NAME} was changed meanwhile by something else; build again")))
    }
}

impl Line {
    fn read(&self, file: &mut File) -> io::Result<Vec<u8>> {
        let mut line = vec![0; self.length];
        file.seek(SeekFrom::Start(self.start))?;
        file.read_exact(&mut line).map(|()| line)
    }

    /// Whether it says the same as another that may be written otherwise, as another version of the program does.
    fn says(&self, dir: &Path, other: &[u8]) -> Result<bool> {
        let mut file = File::open(dir.join(NAME)).map_err(|e| unreadable(dir, &e))?;
        // What was taken in a moment ago is not in the file yet.
        let own = self.read(&mut file).unwrap_or_default();
        Ok(matches!((parse(&own), parse(other)), (Ok(own), Ok(other)) if own == other))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn record(id: &str, said: usize) -> Record {
        let line = format!(
            r#"{{"article":{{"id":"{id}","digest":"{said}","author":"An"}},"entities":[],"facts":[]}}{:1$}"#,
            "", said
        );
        parse(line.as_bytes()).expect("a record")
    }

    /// What a log gives back of each record, read by blocks of a size.
    fn read(store: &Store, size: u64) -> Vec<Record> {
        let (slim, log) = Records::load_by(store, size).expect("a log").into_parts(store);
        let places: Vec<usize> = (0..slim.len()).rev().collect();
        let mut whole = log.read(&places).expect("a log that nobody changed");
        whole.reverse();
        for (slim, whole) in slim.iter().zip(&whole) {
            assert_eq!(slim.article.id, whole.article.id);
            assert!(slim.article.author.is_none() && whole.article.author.is_some());
        }
        whole
    }

    #[test]
    fn each_record_is_read_whole_whatever_was_added_changed_and_taken_out() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let store = Store::create(dir.path(), None).expect("a new store");
        let mut records = Records::load(&store).expect("no log yet");
        let mut held: BTreeMap<String, Record> = BTreeMap::new();
        // Numbers that look drawn by lot, the same each time.
        let mut lot = 7_usize;
        for round in 0..60 {
            lot = (lot * 1_103_515_245 + 12_345) % (1 << 31);
            let id = format!("bài-{}", lot / 64 % 12);
            if round % 5 == 4 {
                records.remove(&store, [id.as_str()]).expect("room");
                held.remove(&id);
            } else {
                let new = record(&id, lot / 1024 % 3);
                let expected = match held.insert(id, new.clone()) {
                    None => News::Added,
                    Some(old) if old == new => News::Same,
                    Some(_) => News::Changed,
                };
                assert_eq!(records.add(&store, vec![new]).expect("room"), [expected]);
                records.compact(&store).expect("room");
            }
            let wanted: Vec<Record> = held.values().cloned().collect();
            for size in [1, 50, 100, BLOCK] {
                assert_eq!(read(&store, size), wanted, "round {round}, blocks of {size}");
            }
        }
        let (slim, log) = records.into_parts(&store);
        assert!(slim.len() > 3);
        assert_eq!(log.read(&[0]).expect("the same places"), [held.into_values().next().expect("a record")]);
    }

    #[test]
    fn a_line_that_was_broken_off_is_dropped_in_whatever_block_it_is() {
        for size in [1, 50, BLOCK] {
            let dir = tempfile::tempdir().expect("a temporary folder");
            let store = Store::create(dir.path(), None).expect("a new store");
            let mut records = Records::load(&store).expect("no log yet");
            records.add(&store, vec![record("a", 1), record("b", 2)]).expect("room");
            append(dir.path(), br#"{"article":{"id":"c""#).expect("room");
            assert_eq!(read(&store, size).len(), 2, "blocks of {size}");
            assert!(fs::read(dir.path().join(NAME)).expect("a log").ends_with(b"\n"));
        }
    }

    #[test]
    fn a_record_that_is_written_otherwise_is_the_same_and_a_changed_log_is_told() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let store = Store::create(dir.path(), None).expect("a new store");
        let line = r#"{ "article":{"digest":"1","id":"a","author":"An"},"facts":[],"entities":[]}"#;
        append(dir.path(), format!("{line}\n").as_bytes()).expect("room");
        let mut records = Records::load(&store).expect("a log");
        assert_eq!(records.add(&store, vec![record("a", 1)]).expect("room"), [News::Same]);
        let (_, log) = records.into_parts(&store);
        fs::write(dir.path().join(NAME), line.replace("An", "Ba") + "\n").expect("room");
        let said = log.read(&[0]).expect_err("another record").to_string();
        assert!(said.contains("changed meanwhile"), "{said}");
    }
}
