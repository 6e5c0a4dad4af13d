//! What is read out of a text, case by case: the files of `tests/cases` are the extractor's specification.
//!
//! A case is an article, a line `---`, and expectations, one per line:
//!
//! - `+ subject | predicate | object` must be in the record, `- …` must not be; `*` stands for anything.
//! - `~ + …  # reason` is a known failure; when it starts to hold the test asks for its `~` to be taken away.
//! - `published 2019-03-12` is the article's date of publication, `title …` its headline, `source …` its paper.
//!
//! People, posts, bodies, places and ranks are called by their labels; an event by its class (`Conference`), with some
//! words of its name where that matters (`Conference: sơ kết`), or `Event`; a change by its class, with whom it concerns
//! where that matters (`Appointment Lê Văn A`); the giving of an award by `Award` and what is given (`Award bằng khen`). Dates and flags
//! are written as they are, texts too.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use vietgraph::extract::Extractor;
use vietgraph::extract::record::{EntityKind, Record, Value};
use vietgraph::ontology::Ontology;
use vietgraph::source::{Article, ArticleMeta};
use vietgraph::text::key::key;

/// The predicates of records: what an expectation may ask for.
const PREDICATES: &[&str] = &[
    "schema:endDate",
    "schema:name",
    "schema:startDate",
    "vg:attended",
    "vg:award",
    "vg:chaired",
    "vg:concerns",
    "vg:formerlyHeldPost",
    "vg:fromPost",
    "vg:givenBy",
    "vg:givenTo",
    "vg:holdsPost",
    "vg:holdsRank",
    "vg:hosts",
    "vg:inProvince",
    "vg:organizes",
    "vg:planned",
    "vg:presentedAt",
    "vg:receivedAt",
    "vg:spokeAt",
    "vg:toPost",
    "vg:toRank",
];

/// One expectation of a case.
struct Expectation {
    line: usize,
    wanted: bool,
    known_failure: bool,
    parts: [String; 3],
}

struct Case {
    article: Article,
    expectations: Vec<Expectation>,
}

fn parse(id: &str, file: &str) -> Result<Case, String> {
    let (text, rest) = file.split_once("\n---\n").ok_or("no line `---` between article and expectations")?;
    let mut meta = ArticleMeta { id: id.to_owned(), ..ArticleMeta::default() };
    let mut expectations = Vec::new();
    let first = text.lines().count() + 2;
    for (n, line) in rest.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        let line_no = first + n;
        let given = line.split_once(' ').and_then(|(what, said)| {
            let slot = match what {
                "published" => &mut meta.published,
                "title" => &mut meta.title,
                "source" => &mut meta.source,
                _ => return None,
            };
            slot.replace(said.trim().to_owned());
            Some(())
        });
        if given.is_some() {
            continue;
        }
        let (known_failure, said) = line.strip_prefix('~').map_or((false, line), |l| (true, l.trim()));
        let (said, reason) = said.split_once('#').map_or((said, ""), |(s, r)| (s, r.trim()));
        if known_failure && reason.is_empty() {
            return Err(format!("line {line_no}: a known failure needs its reason behind `#`"));
        }
        let wanted = match said.chars().next() {
            Some('+') => true,
            Some('-') => false,
            _ => return Err(format!("line {line_no}: expected `+`, `-` or `~`: {line}")),
        };
        let parts: Vec<String> = said[1..].split('|').map(|p| p.trim().to_owned()).collect();
        let parts: [String; 3] =
            parts.try_into().map_err(|_| format!("line {line_no}: expected three parts between `|`: {line}"))?;
        if parts[1] != "*" && !PREDICATES.contains(&parts[1].as_str()) {
            return Err(format!("line {line_no}: no record has the predicate {}", parts[1]));
        }
        expectations.push(Expectation { line: line_no, wanted, known_failure, parts });
    }
    Ok(Case { article: Article::new(meta, text.to_owned()), expectations })
}

/// Every name that an entity may be called by.
fn names(record: &Record, id: &str) -> Vec<String> {
    let Some(entity) = record.entities.iter().find(|e| e.id == id) else {
        return Vec::new();
    };
    match &entity.kind {
        EntityKind::Event { class } => vec![class.clone(), "Event".into(), format!("{class}: {}", entity.label)],
        EntityKind::Change { class } => {
            let concerned = record.facts.iter().filter(|f| f.subject == id && f.predicate == "vg:concerns");
            let concerned = concerned.flat_map(|f| object_names(record, &f.object)).map(|p| format!("{class} {p}"));
            [class.clone()].into_iter().chain(concerned).collect()
        }
        EntityKind::Award => vec![format!("Award {}", entity.label), "Award".into()],
        _ => vec![entity.label.clone()],
    }
}

fn object_names(record: &Record, object: &Value) -> Vec<String> {
    match object {
        Value::Entity(id) => names(record, id),
        Value::Text(text) | Value::Date(text) => vec![text.clone()],
        Value::Flag(flag) => vec![flag.to_string()],
    }
}

/// Whether one of `names` is the one expected; an event may be called by some words of its name.
fn called(names: &[String], expected: &str) -> bool {
    let words = expected.split_once(": ");
    expected == "*"
        || names.iter().any(|n| key(n) == key(expected))
        || words.is_some_and(|(class, words)| {
            let of_class = |n: &&String| n.split_once(": ").is_some_and(|(c, _)| c == class || class == "Event");
            names.iter().filter(of_class).any(|n| key(n).contains(&key(words)))
        })
}

fn holds(record: &Record, [subject, predicate, object]: &[String; 3]) -> bool {
    record.facts.iter().any(|f| {
        (predicate == "*" || f.predicate == *predicate)
            && called(&names(record, &f.subject), subject)
            && called(&object_names(record, &f.object), object)
    })
}

/// The record as expectations would say it, for whoever looks at a failure.
fn said(record: &Record) -> String {
    let mut lines: Vec<String> = Vec::new();
    for fact in &record.facts {
        let longest = |names: Vec<String>| names.into_iter().max_by_key(String::len).unwrap_or_default();
        let (subject, object) = (longest(names(record, &fact.subject)), longest(object_names(record, &fact.object)));
        let rules: Vec<&str> = fact.evidence.iter().map(|e| e.rule.as_str()).collect();
        lines.push(format!("    {subject} | {} | {object}    ({})", fact.predicate, rules.join(", ")));
    }
    lines.join("\n")
}

/// What every record promises, whatever the text.
fn soundness(extractor: &Extractor, case: &Case, record: &Record) -> Vec<String> {
    let mut faults: Vec<String> = record.check().err().into_iter().collect();
    let text: Vec<char> = case.article.text.chars().collect();
    for evidence in record.facts.iter().flat_map(|f| &f.evidence) {
        let told: Option<String> = text.get(evidence.start..evidence.end).map(|c| c.iter().collect());
        if told.as_deref() != Some(evidence.quote.as_str()) || evidence.quote.is_empty() {
            faults.push(format!("the quote {:?} is not the text it points at, {told:?}", evidence.quote));
        }
    }
    faults.extend(record.facts.iter().filter(|f| f.evidence.is_empty()).map(|f| format!("no evidence for {f:?}")));
    for giving in record.entities.iter().filter(|e| e.kind == EntityKind::Award) {
        let names = record.facts.iter().filter(|f| f.subject == giving.id && f.predicate == "vg:award").count();
        if names != 1 {
            faults.push(format!("the giving {} has {names} names", giving.label));
        }
    }
    if extractor.extract(&case.article) != *record {
        faults.push("read twice, it says two things".into());
    }
    faults
}

fn failures(case: &Case, record: &Record) -> Vec<String> {
    let mut failures = Vec::new();
    for expectation in &case.expectations {
        let as_expected = holds(record, &expectation.parts) == expectation.wanted;
        let [s, p, o] = &expectation.parts;
        let sign = if expectation.wanted { '+' } else { '-' };
        let told = format!("line {}: {sign} {s} | {p} | {o}", expectation.line);
        match (expectation.known_failure, as_expected) {
            (false, false) => failures.push(told),
            (true, true) => failures.push(format!("{told}\n  holds now: take its `~` away")),
            _ => {}
        }
    }
    failures
}

fn folder(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut paths: Vec<PathBuf> = entries.map(|e| e.expect("a readable entry").path()).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    path.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Every case by its behaviour, as `people-names/two-syllables`.
fn cases() -> BTreeMap<String, Vec<(String, String)>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut found = BTreeMap::new();
    for behaviour in folder(&root).iter().filter(|p| p.is_dir()) {
        let files = folder(behaviour);
        let read = |p: &PathBuf| {
            let id = format!("{}/{}", name(behaviour), name(p));
            (id, fs::read_to_string(p).unwrap_or_else(|e| panic!("{}: {e}", p.display())))
        };
        found.insert(name(behaviour), files.iter().map(read).collect());
    }
    found
}

#[test]
fn every_case_is_read_as_specified() {
    let ontology = Ontology::load(&[]).expect("the embedded ontology");
    let extractor = Extractor::new(&ontology);
    let mut report = Vec::new();
    let (mut count, mut expectations, mut known) = (0, 0, 0);
    for (behaviour, files) in cases() {
        let mut negative = false;
        for (id, file) in files {
            let case = match parse(&id, &file) {
                Ok(case) => case,
                Err(fault) => {
                    report.push(format!("{id}: {fault}"));
                    continue;
                }
            };
            count += 1;
            expectations += case.expectations.len();
            known += case.expectations.iter().filter(|e| e.known_failure).count();
            negative |= case.expectations.iter().any(|e| !e.wanted);
            let record = extractor.extract(&case.article);
            let mut faults = soundness(&extractor, &case, &record);
            faults.extend(failures(&case, &record));
            if !faults.is_empty() {
                report.push(format!("{id}\n  {}\n  the record says:\n{}", faults.join("\n  "), said(&record)));
            }
        }
        if !negative {
            report.push(format!("{behaviour}: no case says what must not be read"));
        }
    }
    println!("{count} cases, {expectations} expectations, {known} of them known failures");
    assert!(report.is_empty(), "{} cases are not read as specified\n\n{}", report.len(), report.join("\n\n"));
}
