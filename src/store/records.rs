//! The records a store was built from: `records.jsonl`, a log in which the last line of an article counts.
//!
//! They are kept because resolving looks at all articles together: a new article can change what another's people are called.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;

use super::{Store, at, replace_file, unwritable};
use crate::error::Result;
use crate::extract::record::Record;

/// The name of the log in the store's folder.
const NAME: &str = "records.jsonl";

/// The records of a store, by article id.
pub struct Records {
    latest: BTreeMap<String, Record>,
    /// How many lines the log has.
    lines: usize,
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
        let mut records = Records { latest: BTreeMap::new(), lines: 0 };
        if !path.exists() {
            return Ok(records);
        }
        let unreadable = |e| at(dir, format!("{NAME} cannot be read: {e}"));
        let mut reader = BufReader::new(File::open(&path).map_err(unreadable)?);
        let (mut line, mut sound) = (Vec::new(), 0);
        while reader.read_until(b'\n', &mut line).map_err(unreadable)? > 0 {
            if !line.ends_with(b"\n") {
                let file = File::options().write(true).open(&path).map_err(unreadable)?;
                file.set_len(sound).map_err(unreadable)?;
                break;
            }
            records.lines += 1;
            let mut record: Record = serde_json::from_slice(&line).map_err(|e| {
                let reason =
                    format!("line {} of {NAME} is damaged ({e}); build again into a new folder", records.lines);
                at(dir, reason)
            })?;
            record.shrink();
            records.latest.insert(record.article.id.clone(), record);
            sound += line.len() as u64;
            line.clear();
        }
        Ok(records)
    }

    /// Takes in new records and appends those that say something new to the log; tells what became of each.
    ///
    /// # Errors
    /// [`crate::error::Error::Store`] when the log cannot be written.
    pub fn add(&mut self, store: &Store, new: Vec<Record>) -> Result<Vec<News>> {
        let mut news = Vec::with_capacity(new.len());
        let mut bytes = Vec::new();
        for mut record in new {
            record.shrink();
            let known = self.latest.get(&record.article.id);
            let what = match known {
                Some(known) if *known == record => News::Same,
                Some(_) => News::Changed,
                None => News::Added,
            };
            news.push(what);
            if what != News::Same {
                serde_json::to_writer(&mut bytes, &record).expect("a record is plain data");
                bytes.push(b'\n');
                self.lines += 1;
                self.latest.insert(record.article.id.clone(), record);
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
        let mut bytes = Vec::new();
        for record in self.latest.values() {
            serde_json::to_writer(&mut bytes, record).expect("a record is plain data");
            bytes.push(b'\n');
        }
        replace_file(store.dir(), NAME, &bytes)?;
        self.lines = self.latest.len();
        Ok(())
    }

    /// The records, in order of article ids.
    pub fn into_vec(self) -> Vec<Record> {
        self.latest.into_values().collect()
    }
}

fn append(dir: &Path, bytes: &[u8]) -> Result<()> {
    let write = || {
        let mut file = fs::OpenOptions::new().create(true).append(true).open(dir.join(NAME))?;
        file.write_all(bytes)?;
        file.sync_data()
    };
    write().map_err(|e| unwritable(dir, NAME, &e))
}
