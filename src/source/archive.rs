//! Zip archives: a folder in one file.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use zip::{CompressionMethod, ZipArchive};

use super::bad;
use super::open::{Entry, Method};
use crate::error::{Error, Result};

/// The files of an archive in order of their paths, hidden ones left out; an error for each that cannot be read.
pub(super) fn entries(archive: &Path) -> Result<Vec<Result<Entry>>> {
    let damaged = |e: &dyn ToString| {
        bad(archive.display(), None, format!("cannot be read as zip: {}; pack it again", e.to_string()))
    };
    let file = File::open(archive).map_err(|e| damaged(&e))?;
    let mut zip = ZipArchive::new(BufReader::new(file)).map_err(|e| damaged(&e))?;
    let mut entries = Vec::new();
    for i in 0..zip.len() {
        let found = match zip.by_index_raw(i) {
            Ok(file) if file.is_dir() => continue,
            Ok(file) => entry(archive, &file),
            Err(e) => Err(damaged(&e)),
        };
        if !found.as_ref().is_ok_and(|e| e.path.split('/').any(|part| part.starts_with('.'))) {
            entries.push(found);
        }
    }
    entries.sort_by(|a, b| key(a).cmp(&key(b)));
    Ok(entries)
}

/// Errors first, then by path.
fn key(entry: &Result<Entry>) -> Option<&str> {
    entry.as_ref().ok().map(|e| e.path.as_str())
}

fn entry<R: std::io::Read>(archive: &Path, file: &zip::read::ZipFile<'_, R>) -> Result<Entry> {
    let path = match file.name() {
        Ok(name) => name.replace('\\', "/"),
        Err(_) => String::from_utf8_lossy(file.name_raw()).into_owned(),
    };
    let refused = |reason: &str| -> Error { bad(format!("{}/{path}", archive.display()), None, reason) };
    if file.encrypted() {
        return Err(refused("is encrypted; unpack it first"));
    }
    let method = match file.compression() {
        CompressionMethod::STORE => Method::Stored,
        CompressionMethod::DEFLATE => Method::Deflated,
        CompressionMethod::ZSTD => Method::Zstd,
        _ => return Err(refused("is packed in a way that is not read; pack it with deflate or zstd")),
    };
    let start = file.data_start().ok_or_else(|| refused("cannot be found in the archive; pack it again"))?;
    Ok(Entry { archive: archive.to_owned(), start, size: file.compressed_size(), method, crc: file.crc32(), path })
}
