//! Web archives: the pages in them, whatever stands between.

use std::io::Write;

use super::super::binary::Place;
use super::{page, read, refusal};

/// A record of a kind for an address, around a block.
fn record(kind: &str, address: &str, block: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2026-11-23T00:00:00Z\r\nContent-Length: {}\r\n\r\n",
        block.len()
    );
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

/// The answer of a server.
fn answer(status: &str, fields: &str, body: &[u8]) -> Vec<u8> {
    [format!("HTTP/1.1 {status}\r\n{fields}\r\n").as_bytes(), body].concat()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gz.write_all(bytes).expect("memory");
    gz.finish().expect("memory")
}

fn chunked(body: &[u8]) -> Vec<u8> {
    let chunks = body.chunks(700).flat_map(|c| [format!("{:x}\r\n", c.len()).as_bytes(), c, b"\r\n"].concat());
    chunks.chain(*b"0\r\n\r\n").collect()
}

#[test]
fn the_pages_of_a_crawl_are_read_and_nothing_else() {
    const HTML: &str = "Content-Type: text/html; charset=utf-8\r\n";
    let tin = page(r#"<meta property="article:published_time" content="2022-06-15">"#, "");
    let plain = page("", "");
    let records = [
        record("warcinfo", "", b"software: x\r\n"),
        record("request", "https://a.vn/1", b"GET /1 HTTP/1.1\r\n\r\n"),
        record("response", "<https://a.vn/1>", &answer("200 OK", HTML, tin.as_bytes())),
        record(
            "response",
            "https://a.vn/2",
            &answer(
                "200 OK",
                &format!("{HTML}Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
                &chunked(&gzip(plain.as_bytes())),
            ),
        ),
        record("response", "https://a.vn/3", &answer("404 Not Found", HTML, plain.as_bytes())),
        record("response", "https://a.vn/4.jpg", &answer("200 OK", "Content-Type: image/jpeg\r\n", b"\xff\xd8")),
        record("response", "https://a.vn/5", &answer("200 OK", &format!("{HTML}Content-Encoding: br\r\n"), b"x")),
        record("response", "https://a.vn/6", b"no answer"),
        record("response", "https://a.vn/7", &answer("200 OK", "Content-Type: text/html\r\n", plain.as_bytes())),
    ];
    let place = Place::new();
    place.write("crawl.warc", records.concat());
    // As crawlers write them: each record packed alone.
    place.write("packed.warc.gz", records.iter().flat_map(|r| gzip(r)).collect::<Vec<u8>>());
    for name in ["crawl.warc", "packed.warc.gz"] {
        let (articles, complaints) = read(&place, &[name]);
        let ids: Vec<&str> = articles.iter().map(|a| a.meta.id.as_str()).collect();
        assert_eq!(ids, ["https://a.vn/1", "https://a.vn/2", "https://a.vn/7"], "{complaints:?}");
        assert_eq!(articles[0].meta.published.as_deref(), Some("2022-06-15"));
        assert_eq!(articles[1].meta.published, None, "the day of the crawl is not that of the article");
        assert_eq!(articles[1].meta.url.as_deref(), Some("https://a.vn/2"));
        assert_eq!(articles[1].text, articles[2].text);
        assert_eq!(complaints.len(), 2, "{complaints:?}");
        assert!(complaints[0].contains(&format!("{name}:7: the page is packed as br")), "{complaints:?}");
        assert!(complaints[1].contains(&format!("{name}:8: the answer of the server")), "{complaints:?}");
    }
}

#[test]
fn what_is_no_web_archive_or_cut_off_is_told_and_the_pages_before_are_kept() {
    let place = Place::new();
    let page = answer("200 OK", "Content-Type: text/html\r\n", page("", "").as_bytes());
    let good = record("response", "https://a.vn/1", &page);
    place.write("cut.warc", [&good[..], &good[..good.len() / 2]].concat());
    let (articles, complaints) = read(&place, &["cut.warc"]);
    assert_eq!((articles.len(), complaints.len()), (1, 1), "{complaints:?}");
    assert!(complaints[0].contains("cut.warc:2: cannot be read"), "{complaints:?}");
    place.write("letter.warc", "Dear all");
    assert!(refusal(&place, "letter.warc").contains("letter.warc:0: not a WARC record"));
    place.write("none.warc", record("warcinfo", "", b"x"));
    assert!(refusal(&place, "none.warc").contains("no web page in it"));
    place.write("nameless.warc", [record("response", "", &page), good].concat());
    let (articles, complaints) = read(&place, &["nameless.warc"]);
    assert_eq!((articles.len(), complaints.len()), (1, 1), "{complaints:?}");
    assert!(complaints[0].contains("nameless.warc:1: a page without an address (WARC-Target-URI)"), "{complaints:?}");
    let huge = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n";
    place.write("huge.warc", huge);
    assert!(refusal(&place, "huge.warc").contains("huge.warc:1: cannot be read"));
}
