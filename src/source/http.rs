//! Answers of web servers, as web archives keep them.

use std::io::Read;

use super::encoding::{self, Encoding};
use super::open::{MOST, too_long};

/// The most fields of an answer.
const FIELDS: usize = 200;

/// A page that a server gave.
pub(super) struct Answer {
    pub page: Vec<u8>,
    /// The encoding that the server says it has.
    pub encoding: Option<Encoding>,
}

/// The page in an answer; none where it is no page, or was not found.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn page(block: &[u8]) -> Result<Option<Answer>, String> {
    let mut fields = [httparse::EMPTY_HEADER; FIELDS];
    let mut response = httparse::Response::new(&mut fields);
    let Ok(httparse::Status::Complete(body)) = response.parse(block) else {
        return Err("the answer of the server cannot be read; fetch it again".into());
    };
    let code = response.code;
    let field = |name: &str| {
        let found = response.headers.iter().find(|h| h.name.eq_ignore_ascii_case(name))?;
        Some(String::from_utf8_lossy(found.value).trim().to_ascii_lowercase())
    };
    let kind = field("content-type").unwrap_or_default();
    if code != Some(200) || !(kind.starts_with("text/html") || kind.starts_with("application/xhtml+xml")) {
        return Ok(None);
    }
    let mut body = block[body..].to_vec();
    // Some crawlers keep the field and write the body in one piece.
    if field("transfer-encoding").is_some_and(|e| e.contains("chunked"))
        && let Some(whole) = dechunked(&body)
    {
        body = whole;
    }
    let packed: Box<dyn Read + '_> = match field("content-encoding").as_deref() {
        Some("gzip" | "x-gzip") if body.starts_with(b"\x1f\x8b") => Box::new(flate2::read::MultiGzDecoder::new(&*body)),
        Some("deflate") => Box::new(flate2::read::ZlibDecoder::new(&*body)),
        Some("zstd") => Box::new(zstd::Decoder::new(&*body).map_err(|e| e.to_string())?),
        Some(other @ ("br" | "compress")) => {
            return Err(format!("the page is packed as {other}, which is not read; crawl without it"));
        }
        _ => Box::new(&*body),
    };
    let mut page = Vec::new();
    let read = packed.take(MOST as u64 + 1).read_to_end(&mut page);
    read.map_err(|e| format!("the page cannot be unpacked: {e}"))?;
    if page.len() > MOST {
        return Err(too_long("the page", "it is left out"));
    }
    let charset = kind.split("charset=").nth(1).map(|c| c.trim_matches(['"', '\'', ';', ' ']).to_owned());
    Ok(Some(Answer { page, encoding: charset.and_then(|name| encoding::named(name.as_bytes())) }))
}

/// A body that came in chunks, in one; none where it did not.
fn dechunked(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let Ok(httparse::Status::Complete((head, size))) = httparse::parse_chunk_size(body) else {
            return None;
        };
        if size == 0 {
            return Some(whole);
        }
        let end = head.checked_add(usize::try_from(size).ok()?)?;
        whole.extend_from_slice(body.get(head..end)?);
        body = body.get(end..)?.strip_prefix(b"\r\n")?;
    }
}
