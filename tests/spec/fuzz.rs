//! Inputs that nobody means: whatever bytes come, nothing panics, nothing hangs, and what is made of them is whole.
//!
//! Each begins with something sound and is damaged: parts go, come twice, change places or are replaced. A normal run takes a few
//! seconds; `PROPTEST_CASES=20000 cargo test --release --test spec fuzz` is the long one. What once failed is kept in
//! `tests/proptest-regressions` and is tried first.

use std::fs;
use std::io::Write;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use oxigraph::model::{GraphName, NamedNode, Quad};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use vietgraph::error::Error;
use vietgraph::extract::Extractor;
use vietgraph::ontology::Ontology;
use vietgraph::resolve::decisions::Decisions;
use vietgraph::resolve::{Gazetteer, Resolution};
use vietgraph::source::{self, Article, ArticleMeta};
use vietgraph::store::Store;
use vietgraph::store::sparql::{Answer, query};

use super::binary::{DONG_THAP, HA_TINH};

static ONTOLOGY: LazyLock<Ontology> = LazyLock::new(|| Ontology::load(&[]).expect("the embedded ontology"));

/// No case takes so long, on a slow machine that does much else.
const PATIENCE: Duration = Duration::from_secs(60);

/// A few of the cases that `PROPTEST_CASES` asks for, or else so many.
fn cases(usual: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    let persistence = FileFailurePersistence::SourceParallel("proptest-regressions");
    ProptestConfig {
        cases: asked.unwrap_or(usual),
        failure_persistence: Some(Box::new(persistence)),
        max_shrink_time: 120_000,
        ..ProptestConfig::default()
    }
}

/// Something done to bytes, at places told in parts of 65536 of their length.
#[derive(Clone, Debug)]
enum Damage {
    Cut(u16, u16),
    Again(u16, u16, u8),
    Move(u16, u16, u16),
    Put(u16, Vec<u8>),
    Flip(u16, u8),
}

fn damage(words: &'static [&'static str]) -> impl Strategy<Value = Vec<Damage>> {
    let word = prop::sample::select(words).prop_map(|word| word.as_bytes().to_vec());
    let put = prop_oneof![4 => word, 1 => prop::collection::vec(any::<u8>(), 0..20), 1 => ".{0,8}".prop_map(String::into_bytes)];
    let one = prop_oneof![
        (any::<u16>(), any::<u16>()).prop_map(|(a, b)| Damage::Cut(a, b)),
        (any::<u16>(), any::<u16>(), any::<u8>()).prop_map(|(a, b, n)| Damage::Again(a, b, n)),
        (any::<u16>(), any::<u16>(), any::<u16>()).prop_map(|(a, b, c)| Damage::Move(a, b, c)),
        (any::<u16>(), put).prop_map(|(at, bytes)| Damage::Put(at, bytes)),
        (any::<u16>(), any::<u8>()).prop_map(|(at, bits)| Damage::Flip(at, bits)),
    ];
    prop::collection::vec(one, 0..12)
}

/// The most bytes that repeating makes.
const MOST: usize = 1 << 16;

fn damaged(sound: &[u8], all: &[Damage]) -> Vec<u8> {
    let mut bytes = sound.to_vec();
    for one in all {
        let place = |at: u16| usize::from(at) * bytes.len() / 65536;
        let range = |a: u16, b: u16| place(a.min(b))..place(a.max(b));
        match one {
            Damage::Cut(a, b) => drop(bytes.drain(range(*a, *b))),
            Damage::Again(a, b, n) => {
                let (end, part) = (range(*a, *b).end, bytes[range(*a, *b)].to_vec());
                let times = usize::from(*n).min(MOST.saturating_sub(bytes.len()) / part.len().max(1));
                bytes.splice(end..end, part.repeat(times));
            }
            Damage::Move(a, b, to) => {
                let range = range(*a, *b);
                let part: Vec<u8> = bytes.drain(range).collect();
                let to = usize::from(*to) * bytes.len() / 65536;
                bytes.splice(to..to, part);
            }
            Damage::Put(at, part) => {
                let at = place(*at);
                bytes.splice(at..at, part.iter().copied());
            }
            Damage::Flip(at, bits) => {
                let at = place(*at);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= bits;
                }
            }
        }
    }
    bytes
}

/// Reads a file with these bytes as `vietgraph extract` does; each article gives a sound record, each error names the file.
fn read(name: &str, bytes: &[u8]) -> Result<(), TestCaseError> {
    let start = Instant::now();
    let dir = tempfile::tempdir().expect("a temporary folder");
    fs::write(dir.path().join(name), bytes).expect("a writable file");
    let mut found = 0;
    for article in source::read(&[dir.path().join(name)]) {
        found += 1;
        match article {
            Ok(article) => extracted(&article)?,
            Err(error) => {
                let named = matches!(&error, Error::Article { source_name, .. } if source_name.contains(name));
                prop_assert!(named, "{error}");
            }
        }
    }
    prop_assert!(found > 0, "neither an article nor an error");
    prop_assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
    Ok(())
}

fn extracted(article: &Article) -> Result<(), TestCaseError> {
    let record = Extractor::new(&ONTOLOGY).extract(article);
    prop_assert_eq!(record.check(), Ok(()));
    let text: Vec<char> = article.text.chars().collect();
    for evidence in record.facts.iter().flat_map(|fact| &fact.evidence) {
        let quoted: String = text[evidence.start..evidence.end].iter().collect();
        prop_assert_eq!(&quoted, &evidence.quote);
    }
    Ok(())
}

/// An article of this text.
fn named(text: String) -> Article {
    Article::new(ArticleMeta { id: "article-1".to_owned(), ..ArticleMeta::default() }, text)
}

/// Words that mean something to what reads articles.
const WORDS: &[&str] = &[
    "Đại tá ",
    "ông ",
    "bà ",
    "đồng chí ",
    "Giám đốc ",
    "Phó Chủ tịch ",
    "nguyên ",
    "UBND ",
    "Công an tỉnh ",
    "tỉnh ",
    "huyện ",
    "xã ",
    "Hà Tĩnh",
    "Sở Y tế ",
    "Bộ ",
    "hội nghị ",
    "lễ ",
    "kỳ họp thứ ",
    "chủ trì ",
    "phát biểu ",
    "dự ",
    "bổ nhiệm ",
    "giữ chức ",
    "trao ",
    "bằng khen ",
    "cho biết ",
    "tại ",
    "và ",
    "các ",
    "sáng ",
    "12/5/2023",
    "năm 2020",
    "(",
    ")",
    "“",
    "”",
    "\"",
    ", ",
    ". ",
    "; ",
    ": ",
    "\n",
    "- ",
    "…",
    "\u{301}",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "\0",
    "XIV",
    "TP.HCM",
    "A.",
    "\u{a0}",
    "😀",
    "Ð",
    "ﬁ",
];

const PAGE: &str = "<!DOCTYPE html><html><head><meta charset=utf-8><title>Hội nghị | Báo X</title>\
    <meta property='article:published_time' content='2022-06-15T08:00:00+07:00'><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\
    \"headline\":\"Hội nghị\",\"datePublished\":\"2022-06-15\",\"author\":{\"name\":\"A\"}}</script></head><body><nav><a href=/>Trang chủ</a></nav>\
    <article><h1>Hội nghị sơ kết</h1><time>15/06/2022</time>";

fn page() -> Vec<u8> {
    format!("{PAGE}<p>{HA_TINH}</p><p>{DONG_THAP}</p></article></body></html>").into_bytes()
}

fn json_lines() -> Vec<u8> {
    let line =
        |id: &str, text: &str| serde_json::json!({ "id": id, "title": "Tin", "published": "2022-06-15", "text": text });
    format!("{}\n{}\n", line("a", HA_TINH), line("b", DONG_THAP)).into_bytes()
}

fn web_archive() -> Vec<u8> {
    let body = String::from_utf8(page()).expect("UTF-8");
    let answer = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let record = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/tin\r\nContent-Length: {}\r\n\r\n{answer}\r\n\r\n",
        answer.len()
    );
    record.repeat(2).into_bytes()
}

fn archive() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let packed = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    let stored = packed.compression_method(zip::CompressionMethod::Stored);
    for (name, bytes, options) in [("a.txt", HA_TINH.as_bytes(), packed), ("b.jsonl", &json_lines(), stored)] {
        zip.start_file(name, options).expect("memory");
        zip.write_all(bytes).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

fn packed() -> Vec<u8> {
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gz.write_all(&json_lines()).expect("memory");
    gz.finish().expect("memory")
}

const TAGS: &[&str] = &[
    "<div>",
    "</div>",
    "<p>",
    "<article>",
    "<table><tr><td>",
    "<script>",
    "<!--",
    "-->",
    "<![CDATA[",
    "&lt;",
    "&#x110000;",
    "&#0;",
    "<svg>",
    "<template>",
    "<b><i></b></i>",
    "<meta charset=tcvn3>",
    "<a href='",
    "'",
    "\"",
    "</html>",
    "<plaintext>",
    "<select><option>",
    "\0",
    "{",
    "}",
    "\\u0000",
    "\\ud800",
    "\"id\":",
    "\"text\":",
    "null",
    "[[[[",
    "1e999",
    "-1",
    "\n",
    "\r\n",
    "\r\n\r\n",
    "Content-Length: 99999999999999999999",
    "WARC/1.0",
    "Transfer-Encoding: chunked",
    "PK\x01\x02",
    "PK\x03\x04",
    "PK\x05\x06",
];

const TURTLE: &str = "@prefix vg: <https://w3id.org/vietgraph/ontology#> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\
    <https://w3id.org/vietgraph/id/cue/xông-đất> a vg:Cue ;\n  skos:prefLabel \"xông đất\"@vi ; skos:altLabel \"đến xông đất\"@vi ;\n\
    vg:states vg:attended ; vg:voice vg:Active ; vg:example \"Ông A xông đất.\"@vi .\n\
    <https://w3id.org/vietgraph/id/rank/kiểm-lâm> a vg:Rank ; skos:prefLabel \"Kiểm lâm viên\"@vi ; vg:seniority 3 .\n";

const TURTLE_WORDS: &[&str] = &[
    "vg:Cue",
    "vg:Rank",
    "vg:Office",
    "vg:Body",
    "vg:Pattern",
    "a ",
    ";",
    ".",
    ",",
    "[",
    "]",
    "(",
    ")",
    "<<",
    ">>",
    "\"\"\"",
    "\"",
    "@vi",
    "@prefix ",
    "<>",
    "<a b>",
    "_:b",
    "vg:seniority",
    "-1",
    "1e400",
    "true",
    "\\u0000",
    "vg:states ",
    "vg:attended",
    "skos:prefLabel ",
    "\"\"@vi",
    "^^vg:x",
];

const DECISIONS: &str = "merge\tperson/a-1\tperson/a-2\t2024-01-02\tLan\tmột người\n\
    reject\tholdsPost\tperson/a-1\tpost/b\tarticle-1\t2024-01-02\tLan\tsai\nrename\tperson/a-1\tNguyễn Văn A\t2024-01-03\tLan\t\n";

const QUERY: &str = "PREFIX ex: <https://example.org/> SELECT ?s (COUNT(*) AS ?n) WHERE { ?s ex:p+ ?o . OPTIONAL { ?o ex:q ?x FILTER(?x > 3) } \
    { SELECT ?s WHERE { ?s ?p ?y } LIMIT 5 } BIND(REGEX(STR(?s), \"a.*\") AS ?r) } GROUP BY ?s HAVING (COUNT(*) > 0) ORDER BY ?s LIMIT 10";

const QUERY_WORDS: &[&str] = &[
    "SELECT ",
    "ASK ",
    "CONSTRUCT ",
    "DESCRIBE ",
    "WHERE ",
    "{",
    "}",
    "(",
    ")",
    "?s ",
    "?p ",
    "*",
    "+",
    "/",
    "|",
    "^",
    "!",
    "FILTER",
    "REGEX",
    "UNION ",
    "MINUS ",
    "VALUES ",
    "GRAPH ?g ",
    "SERVICE <http://x> ",
    "<<( ",
    " )>>",
    "{|",
    "|}",
    "\"(a+)+$\"",
    "1e9",
    "BIND(",
    "LIMIT ",
    "OFFSET ",
    "-1",
    "INSERT DATA ",
    "EXISTS ",
    "COALESCE(",
    "IF(",
    "STRDT(",
    "SUBSTR(",
    "\u{0}",
    "\\u0000",
    "ex:",
    "<",
    ">",
    "#",
    "\"",
    "'''",
];

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn texts(damage in damage(WORDS)) {
        let text = String::from_utf8_lossy(&damaged(format!("{HA_TINH}\n{DONG_THAP}").as_bytes(), &damage)).into_owned();
        let start = Instant::now();
        extracted(&named(text))?;
        prop_assert!(start.elapsed() < PATIENCE);
    }

    #[test]
    fn words_in_any_order(words in prop::collection::vec(prop::sample::select(WORDS), 0..400)) {
        extracted(&named(words.concat()))?;
    }

    #[test]
    fn files_of_text(damage in damage(WORDS)) {
        read("a.txt", &damaged(HA_TINH.as_bytes(), &damage))?;
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2000), kind in 0..7usize) {
        let names = ["a.txt", "a.html", "a.jsonl", "a.warc", "a.zip", "a.jsonl.gz", "a.txt.zst"];
        read(names[kind], &bytes)?;
    }

    #[test]
    fn pages(damage in damage(TAGS)) {
        read("a.html", &damaged(&page(), &damage))?;
    }

    #[test]
    fn lines_of_json(damage in damage(TAGS)) {
        read("a.jsonl", &damaged(&json_lines(), &damage))?;
    }

    #[test]
    fn web_archives(damage in damage(TAGS)) {
        read("a.warc", &damaged(&web_archive(), &damage))?;
    }

    #[test]
    fn archives(damage in damage(TAGS)) {
        read("a.zip", &damaged(&archive(), &damage))?;
        read("a.jsonl.gz", &damaged(&packed(), &damage))?;
    }

    #[test]
    fn decisions(damage in damage(&["\t", "\n", "merge", "split", "undo", "reject", "#", "person/", "2024-13-01", "\u{feff}"])) {
        let text = String::from_utf8_lossy(&damaged(DECISIONS.as_bytes(), &damage)).into_owned();
        let decisions = Decisions::parse(&text);
        let article = named(HA_TINH.to_owned());
        let mut records = vec![Extractor::new(&ONTOLOGY).extract(&article)];
        let resolution = Resolution::decided(&mut records, &Gazetteer::new(&ONTOLOGY), &decisions, "https://example.org/");
        prop_assert_eq!(resolution.outcomes().len(), decisions.entries.len(), "each is told what became of it");
    }

    #[test]
    fn queries(damage in damage(QUERY_WORDS)) {
        let text = String::from_utf8_lossy(&damaged(QUERY.as_bytes(), &damage)).into_owned();
        let start = Instant::now();
        STORE.with(|(_, store)| match query(store, &text) {
            Ok(Answer::Rows(rows)) => rows.take(1000).for_each(drop),
            Ok(Answer::Triples(triples)) => triples.take(1000).for_each(drop),
            Ok(_) | Err(_) => {}
        });
        prop_assert!(start.elapsed() < PATIENCE);
    }
}

proptest! {
    // Each loads the whole ontology.
    #![proptest_config(cases(8))]

    #[test]
    fn ontologies(damage in damage(TURTLE_WORDS)) {
        let dir = tempfile::tempdir().expect("a temporary folder");
        fs::write(dir.path().join("own.ttl"), damaged(TURTLE.as_bytes(), &damage)).expect("a writable file");
        if let Ok(ontology) = Ontology::load(&[dir.path().to_owned()]) {
            let article = named(format!("{HA_TINH} Ông An đến xông đất."));
            prop_assert_eq!(Extractor::new(&ontology).extract(&article).check(), Ok(()));
        }
    }
}

thread_local! {
    /// A small store to ask.
    static STORE: (tempfile::TempDir, Store) = {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let store = Store::create(dir.path(), None).expect("a new store");
        let node = |n: usize| NamedNode::new_unchecked(format!("https://example.org/{n}"));
        for n in 0..20 {
            let quad = Quad::new(node(n), NamedNode::new_unchecked("https://example.org/p"), node(n * 7 % 20), GraphName::DefaultGraph);
            store.insert(&quad).expect("room for a quad");
        }
        (dir, store)
    };
}
