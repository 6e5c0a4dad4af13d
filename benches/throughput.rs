//! How fast articles are read on one core, beside a bare scan of the same text in the same run: `cargo bench`.
//!
//! The text is that of the example articles, or of the files and folders that `VIETGRAPH_BENCH` names, separated by colons. What
//! counts is the ratio between the lines, not the figures: machines differ, and one machine differs from hour to hour.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use divan::Bencher;
use divan::counter::BytesCount;
use mimalloc::MiMalloc;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Term;
use rayon::prelude::*;
use unicode_normalization::is_nfc;
use vietgraph::extract::Extractor;
use vietgraph::extract::scan::Scan;
use vietgraph::ontology::Ontology;
use vietgraph::source::{self, Article};
use vietgraph::text::token::Tokens;

/// As the program has it.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// So much text at least is read in one round, so that what is cached between articles is no longer than in use.
const ROUND: usize = 4_000_000;

static ARTICLES: LazyLock<Vec<Article>> = LazyLock::new(|| {
    let named = std::env::var_os("VIETGRAPH_BENCH");
    let inputs: Vec<PathBuf> = match &named {
        Some(named) => std::env::split_paths(named).collect(),
        None => vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles")],
    };
    let mut articles = Vec::new();
    let mut bytes = 0;
    for article in source::read(inputs.as_slice()).filter_map(Result::ok) {
        bytes += article.text.len();
        articles.push(article);
        if bytes >= ROUND {
            break;
        }
    }
    assert!(!articles.is_empty(), "no article in {inputs:?}");
    let once = articles.clone();
    while bytes < ROUND {
        articles.extend(once.iter().cloned());
        bytes += once.iter().map(|a| a.text.len()).sum::<usize>();
    }
    articles
});

static ONTOLOGY: LazyLock<Ontology> = LazyLock::new(|| Ontology::load(&[]).expect("the ontology that is built in"));

/// Every label of the ontology.
fn labels() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ontology");
    let files = std::fs::read_dir(folder).expect("the ontology's folder").map(|e| e.expect("an entry").path());
    let mut labels = Vec::new();
    for file in files.filter(|f| f.extension().is_some_and(|e| e == "ttl")) {
        let turtle = std::fs::read(&file).expect("a readable file");
        for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(&turtle) {
            let quad = quad.expect("well-formed Turtle");
            match quad.object {
                Term::Literal(l) if quad.predicate.as_str().ends_with("Label") => labels.push(l.value().to_owned()),
                _ => {}
            }
        }
    }
    labels.sort();
    labels.dedup();
    labels
}

fn bytes() -> BytesCount {
    BytesCount::new(ARTICLES.iter().map(|a| a.text.len()).sum::<usize>())
}

fn main() {
    divan::main();
}

/// What cannot be done without: valid text, its normal form, every label in it.
#[divan::bench(sample_count = 10)]
fn bare_scan(bencher: Bencher) {
    let labels = labels();
    let kind = Some(AhoCorasickKind::ContiguousNFA);
    let automaton = AhoCorasick::builder().kind(kind).build(&labels).expect("an automaton");
    let text = |a: &Article| {
        let text = std::str::from_utf8(a.text.as_bytes()).expect("UTF-8");
        automaton.find_overlapping_iter(text).count() + usize::from(is_nfc(text))
    };
    bencher.counter(bytes()).bench(|| ARTICLES.iter().map(text).sum::<usize>());
}

/// Tokens with their keys.
#[divan::bench(sample_count = 10)]
fn tokens(bencher: Bencher) {
    bencher.counter(bytes()).bench(|| ARTICLES.iter().map(|a| Tokens::new(&a.text).list.len()).sum::<usize>());
}

/// Tokens, labels and sentences.
#[divan::bench(sample_count = 10)]
fn scan(bencher: Bencher) {
    bencher.counter(bytes()).bench(|| ARTICLES.iter().map(|a| Scan::new(&ONTOLOGY, &a.text).len()).sum::<usize>());
}

/// Articles to records.
#[divan::bench(sample_count = 10)]
fn extract(bencher: Bencher) {
    let extractor = Extractor::new(&ONTOLOGY);
    bencher.counter(bytes()).bench(|| ARTICLES.iter().map(|a| extractor.extract(a).facts.len()).sum::<usize>());
}

/// The same on two cores.
#[divan::bench(sample_count = 10)]
fn extract_on_two_cores(bencher: Bencher) {
    let extractor = Extractor::new(&ONTOLOGY);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().expect("two threads");
    let round = || ARTICLES.par_iter().map(|a| extractor.extract(a).facts.len()).sum::<usize>();
    bencher.counter(bytes()).bench(|| pool.install(round));
}
