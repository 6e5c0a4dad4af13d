//! Stores built from the corpus of `tests/identity` in any order and number of batches, and what they export.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use vietgraph::error::Error;
use vietgraph::export::formats::{Export, Options};
use vietgraph::export::rdf::NQUADS;
use vietgraph::pipeline::{self, Job, Report, Retraction, Watch};
use vietgraph::store::Store;

/// A folder of stores, and the articles they are built from.
pub struct Shelf {
    dir: TempDir,
    /// The lines of the corpus, by article id.
    pub articles: BTreeMap<String, String>,
}

struct Strict;

impl Watch for Strict {
    fn problem(&mut self, error: &Error) {
        panic!("{error}");
    }

    fn read(&mut self, _: &Report) {}
}

impl Shelf {
    pub fn new() -> Shelf {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/identity/articles.jsonl");
        let text = fs::read_to_string(path).expect("the corpus");
        let id = |line: &str| {
            let article: serde_json::Value = serde_json::from_str(line).expect("an article");
            article["id"].as_str().expect("an id").to_owned()
        };
        let articles = text.lines().map(|line| (id(line), line.to_owned())).collect();
        Shelf { dir: tempfile::tempdir().expect("a temporary folder"), articles }
    }

    pub fn path(&self, store: &str) -> PathBuf {
        self.dir.path().join(store)
    }

    /// All ids, in an order that `seed` tells.
    pub fn shuffled(&self, seed: u64) -> Vec<&str> {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut ids: Vec<&str> = self.articles.keys().map(String::as_str).collect();
        for end in (1..ids.len()).rev() {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            ids.swap(end, usize::try_from(state % (end as u64 + 1)).expect("a small number"));
        }
        ids
    }

    /// Builds some articles into a store, in the order given.
    pub fn build(&self, store: &str, ids: &[&str]) -> Report {
        let lines: String = ids.iter().map(|id| format!("{}\n", self.articles[*id])).collect();
        let input = self.dir.path().join(format!("{store}.jsonl"));
        fs::write(&input, lines).expect("a writable file");
        let job = Job {
            inputs: vec![input].into(),
            ontology: Vec::new(),
            decisions: Vec::new(),
            store: self.path(store),
            base: None,
        };
        pipeline::build(&job, &mut Strict).expect("a build")
    }

    pub fn retract(&self, store: &str, ids: &[&str]) -> Retraction {
        let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
        pipeline::retract(&self.path(store), &[], &ids, &mut ()).expect("a retraction")
    }

    /// What `vietgraph export -o FILE.nq` writes.
    pub fn exported(&self, store: &str) -> String {
        let store = Store::open(&self.path(store)).expect("a store");
        let bytes = NQUADS.bytes(&store, &Options::default()).expect("an export");
        String::from_utf8(bytes).expect("N-Quads are UTF-8")
    }

    /// What a store of all articles but some exports, made without any store.
    pub fn exported_without(&self, ids: &[&str]) -> String {
        use vietgraph::extract::Extractor;
        use vietgraph::ontology::{Ontology, vocab};
        let input = self.dir.path().join("all.jsonl");
        let lines: Vec<&str> = self.articles.values().map(String::as_str).collect();
        fs::write(&input, lines.join("\n")).expect("a writable file");
        let ontology = Ontology::load(&[]).expect("the ontology");
        let extractor = Extractor::new(&ontology);
        let records = vietgraph::source::read(&[input]).map(|a| extractor.extract(&a.expect("an article")));
        let records: Vec<_> = records.filter(|r| !ids.contains(&r.article.id.as_str())).collect();
        let mut lines = Vec::new();
        let sink = |graph: vietgraph::store::quads::Graph| {
            lines.extend(graph.lines().into_iter().map(|line| line + "\n"));
            Ok(())
        };
        pipeline::resolve(records, &[], &[], vocab::ID, None, sink).expect("a resolution");
        lines.sort_unstable();
        lines.concat()
    }
}

/// Fails with the first lines that only one of two exports has.
pub fn same(one: &str, other: &str, what: &str) {
    if one == other {
        return;
    }
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
    let (one, other) = (lines(one), lines(other));
    let less: Vec<_> = one.difference(&other).take(5).collect();
    let more: Vec<_> = other.difference(&one).take(5).collect();
    panic!("{what}: only in the first {less:#?}, only in the second {more:#?}");
}
