//! Opening files: decompression, byte order mark, encoding.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use super::bad;
use crate::error::{Error, Result};

/// The UTF-8 byte order mark.
pub(super) const BOM: &[u8] = b"\xef\xbb\xbf";

/// Opens a file (or `-`, standard input) for reading, decompressing by its extension.
pub(super) fn reader(path: &Path) -> Result<Box<dyn BufRead + Send>> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let file = File::open(path).map_err(|e| unreadable(path, None, &e))?;
    let extension = path.extension().unwrap_or_default();
    Ok(if extension == "gz" {
        Box::new(BufReader::new(flate2::read::MultiGzDecoder::new(file)))
    } else if extension == "zst" {
        let decoder = zstd::Decoder::new(file).map_err(|e| unreadable(path, None, &e))?;
        Box::new(BufReader::new(decoder))
    } else {
        Box::new(BufReader::new(file))
    })
}

/// The whole text of a file; an error when it is empty, binary or not UTF-8.
pub(super) fn text(path: &Path) -> Result<String> {
    let mut bytes = Vec::new();
    let read = reader(path)?.read_to_end(&mut bytes);
    read.map_err(|e| unreadable(path, None, &e))?;
    if bytes.starts_with(BOM) {
        bytes.drain(..BOM.len());
    }
    let at = |line, reason: String| Err(bad(path.display(), line, reason));
    if bytes.is_empty() {
        return at(None, "the file is empty; put the article's text into it or leave it out".into());
    }
    if bytes.contains(&0) {
        return at(None, "a binary file (it holds NUL bytes), not a text; convert it to UTF-8 text first".into());
    }
    match String::from_utf8(bytes) {
        Err(e) => {
            let good = &e.as_bytes()[..e.utf8_error().valid_up_to()];
            let line = good.iter().filter(|b| **b == b'\n').count() as u64 + 1;
            at(Some(line), not_utf8(e.utf8_error().valid_up_to()))
        }
        Ok(text) if text.trim().is_empty() => at(None, "no text, only white space".into()),
        Ok(text) => Ok(text),
    }
}

/// The reason for bytes that are not UTF-8, at a byte position of the file or line.
pub(super) fn not_utf8(at: usize) -> String {
    format!("not UTF-8 (byte {}); convert it first, for example with iconv -t UTF-8", at + 1)
}

/// The error for a file that cannot be opened or read further.
pub(super) fn unreadable(path: &Path, line: Option<u64>, error: &io::Error) -> Error {
    let what = match path.extension().and_then(|e| e.to_str()) {
        Some("gz") => "cannot be read as gzip",
        Some("zst") => "cannot be read as zstd",
        _ => "cannot be read",
    };
    bad(path.display(), line, format!("{what}: {error}"))
}
