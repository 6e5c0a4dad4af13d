//! Zip archives, and what unpacks to more than anybody has.

use std::io::{self, Read, Write};

use super::super::binary::{DONG_THAP, HA_TINH, Place};
use super::{page, read, refusal};

/// A zip archive of these files, pages packed and the rest as it is.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let method = match name.ends_with(".html") {
            true => zip::CompressionMethod::Deflated,
            false => zip::CompressionMethod::Stored,
        };
        let options = zip::write::SimpleFileOptions::default().compression_method(method);
        zip.start_file(*name, options).expect("memory");
        zip.write_all(bytes).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

fn gzip(bytes: impl Read) -> Vec<u8> {
    let mut gz = flate2::read::GzEncoder::new(bytes, flate2::Compression::best());
    let mut packed = Vec::new();
    gz.read_to_end(&mut packed).expect("memory");
    packed
}

#[test]
fn an_archive_is_read_like_a_folder() {
    let place = Place::new();
    let lines = format!("{{\"id\":\"l\",\"text\":\"{DONG_THAP}\"}}\n");
    let inner = zip(&[("x.txt", b"x")]);
    let archive = zip(&[
        ("b/two.txt", HA_TINH.as_bytes()),
        ("a.html", page("", "").as_bytes()),
        ("c.jsonl.gz", &gzip(lines.as_bytes())),
        ("notes.md", b"not read"),
        ("__MACOSX/._a.html", b"not read"),
        ("z.zip", &inner),
    ]);
    place.write("tin.zip", &archive);
    place.write("all/tin.zip", &archive);
    let (articles, complaints) = read(&place, &["tin.zip"]);
    let ids: Vec<&str> = articles.iter().map(|a| a.meta.id.as_str()).collect();
    assert_eq!(ids, ["a", "b/two", "l"]);
    assert_eq!(articles[1].text, HA_TINH);
    assert!(complaints.len() == 1 && complaints[0].contains("tin.zip/z.zip: an archive within an archive"));
    let (articles, _) = read(&place, &["all"]);
    let ids: Vec<&str> = articles.iter().map(|a| a.meta.id.as_str()).collect();
    assert_eq!(ids, ["tin/a", "tin/b/two", "l"], "below a folder an archive is a folder too");
}

#[test]
fn a_damaged_archive_is_told() {
    let place = Place::new();
    let mut archive = zip(&[("a.txt", HA_TINH.as_bytes()), ("b.txt", DONG_THAP.as_bytes())]);
    let at = archive.windows(5).position(|w| w == b"15/6/").expect("the text as it is");
    archive[at] = b'9';
    place.write("bad.zip", &archive);
    let (articles, complaints) = read(&place, &["bad.zip"]);
    assert_eq!(articles.len(), 1);
    assert!(complaints[0].contains("bad.zip/a.txt: cannot be read: the archive is damaged"), "{complaints:?}");
    place.write("no.zip", "no archive");
    assert!(refusal(&place, "no.zip").contains("no.zip: cannot be read as zip"));
    place.write("none.zip", zip(&[("a.md", b"x")]));
    assert!(refusal(&place, "none.zip").contains("the archive holds no .txt"));
}

#[test]
fn bombs_are_refused_and_the_rest_goes_on() {
    let place = Place::new();
    let many = 1 << 30;
    // Whole lines, each short enough to be an article: only how well they pack tells that none is.
    let lines = "\n".repeat(1 << 16);
    let blank = || io::repeat(b'\n').take(many);
    let mut zst = zstd::Encoder::new(Vec::new(), 1).expect("memory");
    (0..many >> 16).for_each(|_| zst.write_all(lines.as_bytes()).expect("memory"));
    place.write("b.jsonl.zst", zst.finish().expect("memory"));
    place.write("a.txt.gz", gzip(blank()));
    place.write("c.zip", zip(&[("d.txt.gz", &gzip(blank())), ("e.txt", HA_TINH.as_bytes())]));
    let (articles, complaints) = read(&place, &["a.txt.gz", "b.jsonl.zst", "c.zip"]);
    assert_eq!(articles.len(), 1, "{complaints:?}");
    for (said, expected) in
        complaints.iter().zip(["more than 16 MiB", "more than 1000 times its size", "more than 16 MiB"])
    {
        assert!(said.contains(expected), "{said} / {expected}");
    }
}

#[test]
fn a_line_too_long_is_skipped_alone() {
    let place = Place::new();
    let good = |id: &str| format!("{{\"id\":\"{id}\",\"text\":\"{HA_TINH}\"}}\n");
    place.write("x.jsonl", [good("a"), "x".repeat(40_000_000) + "\n", good("b")].concat());
    let (articles, complaints) = read(&place, &["x.jsonl"]);
    assert_eq!(articles.len(), 2);
    assert!(
        complaints.len() == 1 && complaints[0].contains("x.jsonl:2: the line has more than 16 MiB"),
        "{complaints:?}"
    );
}
