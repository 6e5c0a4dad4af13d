//! Opening what articles are read from: a file, standard input or an entry of an archive, unpacked by its extension.
//!
//! What unpacks to more than it can hold in earnest is not read on: see [`RATIO`]. Nothing is held whole but one article,
//! of [`MOST`] bytes at most.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::bad;
use crate::error::{Error, Result};

/// The most bytes that one article may have: a text, a page, a line of JSON, a record of a web archive.
pub(super) const MOST: usize = 16 << 20;

/// How much of its packed size something may unpack to, once it is past [`FREE`]: text packs to a tenth, seldom to a
/// hundredth; what packs better was made to fill memories and disks.
pub(super) const RATIO: u64 = 1000;

/// Unpacked bytes that nobody counts.
const FREE: u64 = 64 << 20;

/// How many bytes have been read of all inputs, packed as they are.
pub(super) type Taken = Arc<AtomicU64>;

/// Where bytes come from.
#[derive(Clone)]
pub(super) enum Place {
    Stdin,
    File(PathBuf),
    Entry(Entry),
}

/// A file in a zip archive.
#[derive(Clone)]
pub(super) struct Entry {
    pub archive: PathBuf,
    /// Its path in the archive.
    pub path: String,
    /// Where its packed bytes begin, and how many they are.
    pub start: u64,
    pub size: u64,
    pub method: Method,
    /// What its bytes sum up to.
    pub crc: u32,
}

/// How an entry is packed.
#[derive(Clone, Copy)]
pub(super) enum Method {
    Stored,
    Deflated,
    Zstd,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Stdin => write!(f, "-"),
            Place::File(path) => write!(f, "{}", path.display()),
            Place::Entry(entry) => write!(f, "{}/{}", entry.archive.display(), entry.path),
        }
    }
}

impl Place {
    /// Its bytes, unpacked; those that are read of it are added to `taken`.
    pub(super) fn open(&self, taken: &Taken) -> Result<Box<dyn BufRead + Send>> {
        let opened = match self {
            Place::Stdin => return Ok(Box::new(BufReader::new(io::stdin()))),
            Place::File(path) => File::open(path).and_then(|file| {
                let packed = Counted::new(file, taken);
                let count = packed.count.clone();
                unpacked(packed, count, path)
            }),
            Place::Entry(entry) => entry.open(taken),
        };
        opened.map_err(|e| self.unreadable(None, &e))
    }

    /// All bytes of one article; an error when they are none or too many.
    pub(super) fn bytes(&self, taken: &Taken) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let read = self.open(taken)?.take(MOST as u64 + 1).read_to_end(&mut bytes);
        read.map_err(|e| self.unreadable(None, &e))?;
        if bytes.is_empty() {
            return Err(bad(self, None, "the file is empty; put the article's text into it or leave it out"));
        }
        if bytes.len() > MOST {
            return Err(bad(self, None, too_long("the file", "split it into its articles")));
        }
        Ok(bytes)
    }

    /// The error for what cannot be opened or read further.
    pub(super) fn unreadable(&self, line: Option<u64>, error: &io::Error) -> Error {
        let name = self.to_string();
        let what = match name.rsplit_once('.').map(|(_, extension)| extension) {
            Some("gz") => "cannot be read as gzip",
            Some("zst") => "cannot be read as zstd",
            _ => "cannot be read",
        };
        bad(self, line, format!("{what}: {error}"))
    }
}

impl Entry {
    fn open(&self, taken: &Taken) -> io::Result<Box<dyn BufRead + Send>> {
        let mut file = File::open(&self.archive)?;
        file.seek(SeekFrom::Start(self.start))?;
        let packed = Counted::new(file.take(self.size), taken);
        let count = packed.count.clone();
        let plain: Box<dyn Read + Send> = match self.method {
            Method::Stored => Box::new(packed),
            Method::Deflated => Box::new(flate2::read::DeflateDecoder::new(packed)),
            Method::Zstd => Box::new(zstd::Decoder::new(packed)?),
        };
        let whole = Checked { inner: plain, sum: flate2::Crc::new(), expected: self.crc };
        unpacked(whole, count, Path::new(&self.path))
    }
}

/// Unpacks by the extension of `path`; `count` is how many packed bytes were read.
fn unpacked(
    packed: impl Read + Send + 'static,
    count: Arc<AtomicU64>,
    path: &Path,
) -> io::Result<Box<dyn BufRead + Send>> {
    let extension = path.extension().unwrap_or_default();
    Ok(if extension == "gz" {
        Box::new(BufReader::new(Bounded::new(flate2::read::MultiGzDecoder::new(packed), count)))
    } else if extension == "zst" {
        Box::new(BufReader::new(Bounded::new(zstd::Decoder::new(packed)?, count)))
    } else {
        Box::new(BufReader::new(Bounded::new(packed, count)))
    })
}

/// Counts the packed bytes that are read.
struct Counted<R> {
    inner: R,
    count: Arc<AtomicU64>,
    taken: Taken,
}

impl<R> Counted<R> {
    fn new(inner: R, taken: &Taken) -> Counted<R> {
        Counted { inner, count: Arc::default(), taken: taken.clone() }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(into)?;
        self.count.fetch_add(n as u64, Ordering::Relaxed);
        self.taken.fetch_add(n as u64, Ordering::Relaxed);
        Ok(n)
    }
}

/// Ends with an error when far more comes out than went in.
struct Bounded<R> {
    inner: R,
    packed: Arc<AtomicU64>,
    plain: u64,
}

impl<R> Bounded<R> {
    fn new(inner: R, packed: Arc<AtomicU64>) -> Bounded<R> {
        Bounded { inner, packed, plain: 0 }
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(into)?;
        self.plain += n as u64;
        if self.plain > FREE && self.plain / RATIO > self.packed.load(Ordering::Relaxed) {
            let reason = format!(
                "it unpacks to more than {RATIO} times its size, as no text does; unpack it yourself if you trust it"
            );
            return Err(io::Error::other(reason));
        }
        Ok(n)
    }
}

/// Ends with an error when the bytes were not those that were packed.
struct Checked<R> {
    inner: R,
    sum: flate2::Crc,
    expected: u32,
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(into)?;
        self.sum.update(&into[..n]);
        if n == 0 && !into.is_empty() && self.sum.sum() != self.expected {
            return Err(io::Error::other("the archive is damaged (checksum); fetch it again"));
        }
        Ok(n)
    }
}

/// The reason for what is longer than an article may be.
pub(super) fn too_long(what: &str, remedy: &str) -> String {
    format!("{what} has more than {} MiB, the most one article may have; {remedy}", MOST >> 20)
}
