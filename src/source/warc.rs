//! Web archives (WARC): the pages that a crawler kept, each with the answer of its server.
//!
//! Read here record by record, as what claims to be a record of ten gigabytes must not be fetched into memory to be looked at.

use std::io::{self, BufRead, Read};

use super::encoding::Encoding;
use super::open::{MOST, Place, Taken, too_long};
use super::{Found, bad, html, http};
use crate::error::{Error, Result};

/// The longest line of a record's header, and the most of them.
const LINE: u64 = 1 << 16;
const LINES: usize = 200;

/// The pages of one archive, each with the number of its record. The day a page was fetched is not the day it appeared, and
/// is left out.
pub(super) struct WebArchive {
    place: Place,
    reader: Box<dyn BufRead + Send>,
    encoding: Option<Encoding>,
    record: u64,
    /// Whether a page was given, or an error.
    gave: bool,
    ended: bool,
}

/// The header of a record, as far as it matters.
#[derive(Default)]
struct Header {
    response: bool,
    address: String,
    length: u64,
}

impl WebArchive {
    pub(super) fn open(place: Place, encoding: Option<Encoding>, taken: &Taken) -> Result<WebArchive> {
        let reader = place.open(taken)?;
        Ok(WebArchive { place, reader, encoding, record: 0, gave: false, ended: false })
    }

    fn here(&self, reason: impl Into<String>) -> Error {
        bad(&self.place, Some(self.record), reason)
    }

    /// The error for an archive that cannot be read further.
    fn ends(&mut self, error: &io::Error) -> Error {
        self.ended = true;
        match error.kind() {
            io::ErrorKind::InvalidData => {
                self.here(format!("not a WARC record: {error}; what is behind it is not read"))
            }
            _ => self.place.unreadable(Some(self.record), error),
        }
    }

    /// The next page; none for a record of another kind.
    fn page(&mut self) -> Result<Option<Found>> {
        let header = match header(&mut self.reader) {
            Ok(Some(header)) => header,
            Ok(None) => {
                self.ended = true;
                return Ok(None);
            }
            Err(e) => return Err(self.ends(&e)),
        };
        self.record += 1;
        let fits = header.length <= MOST as u64;
        let mut block = Vec::new();
        let mut rest = (&mut self.reader).take(header.length);
        let read = match header.response && fits {
            true => rest.read_to_end(&mut block).map(|n| n as u64),
            false => io::copy(&mut rest, &mut io::sink()),
        };
        match read {
            Ok(n) if n == header.length => {}
            Ok(_) => return Err(self.ends(&io::Error::from(io::ErrorKind::UnexpectedEof))),
            Err(e) => return Err(self.ends(&e)),
        }
        if !header.response {
            return Ok(None);
        }
        if !fits {
            return Err(self.here(too_long("the record", "it is left out")));
        }
        let Some(answer) = http::page(&block).map_err(|reason| self.here(reason))? else {
            return Ok(None);
        };
        if header.address.is_empty() {
            return Err(self.here("a page without an address (WARC-Target-URI), which would be its id; it is left out"));
        }
        let place = format!("{}:{}", self.place, self.record);
        let page = html::decode(answer.page, self.encoding, answer.encoding).map_err(|garbled| garbled.at(&place))?;
        let address = header.address;
        let article = html::article(&page, address.clone(), Some(&address)).map_err(|reason| self.here(reason))?;
        Ok(Some(Found { article, name: self.place.to_string(), at: Some(self.record) }))
    }
}

impl Iterator for WebArchive {
    type Item = Result<Found>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            if let Some(found) = self.page().transpose() {
                self.gave = true;
                return Some(found);
            }
        }
        if self.gave {
            return None;
        }
        self.gave = true;
        Some(Err(bad(&self.place, None, "no web page in it; a WARC file holds responses of text/html")))
    }
}

/// The header of the next record, up to its empty line; none at the end.
fn header(reader: &mut dyn BufRead) -> io::Result<Option<Header>> {
    let invalid = |reason: &str| io::Error::new(io::ErrorKind::InvalidData, reason);
    let mut line = Vec::new();
    let mut next = |line: &mut Vec<u8>| {
        line.clear();
        let n = reader.take(LINE).read_until(b'\n', line)?;
        if n as u64 == LINE { Err(invalid("a line of its header is too long")) } else { Ok(n) }
    };
    // Two empty lines end the record before.
    loop {
        match next(&mut line)? {
            0 => return Ok(None),
            _ if line.trim_ascii().is_empty() => {}
            _ => break,
        }
    }
    if !line.starts_with(b"WARC/") {
        return Err(invalid("it does not begin with WARC/"));
    }
    let (mut header, mut length) = (Header::default(), None);
    for _ in 0..LINES {
        if next(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if line.trim_ascii().is_empty() {
            header.length = length.ok_or_else(|| invalid("it has no Content-Length"))?;
            return Ok(Some(header));
        }
        let text = String::from_utf8_lossy(&line);
        let Some((name, value)) = text.split_once(':') else { continue };
        let value = value.trim();
        match name.trim().to_ascii_lowercase().as_str() {
            "warc-type" => header.response = value == "response",
            "warc-target-uri" => header.address = value.trim_matches(['<', '>']).to_owned(),
            "content-length" => length = Some(value.parse().map_err(|_| invalid("its Content-Length is no number"))?),
            _ => {}
        }
    }
    Err(invalid("its header does not end"))
}
