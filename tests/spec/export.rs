//! The graph is written out for other programs: the same bytes every time, in RDF 1.2 or 1.1, or as a table.

use std::collections::BTreeSet;
use std::fs;

use oxigraph::io::{RdfFormat, RdfParser};

use crate::binary::{DONG_THAP, HA_TINH, Place};

impl Place {
    /// What `export` writes to standard output.
    fn exported(&self, args: &[&str]) -> String {
        let run = self.run(&[&["export", "-o", "-", "--format"], args].concat());
        assert_eq!(run.status, 0, "{run:?}");
        assert_eq!(run.stderr, "", "nothing is said beside the data");
        run.stdout
    }
}

fn quads(format: RdfFormat, text: &str) -> BTreeSet<String> {
    let parser = RdfParser::from_format(format).for_slice(text);
    parser.map(|quad| quad.expect("the export can be read").to_string()).collect()
}

#[test]
fn two_builds_of_the_same_articles_export_the_same_bytes() {
    let one = Place::built();
    let other = Place::new();
    other.write("ha-tinh.txt", HA_TINH);
    other.write("dong-thap.txt", DONG_THAP);
    for file in ["dong-thap.txt", "ha-tinh.txt"] {
        assert_eq!(other.run(&["build", file]).status, 0);
    }
    for format in ["nq", "trig", "ttl", "nt", "jsonld", "rdf", "csv", "graphml", "gexf", "dot"] {
        assert_eq!(one.exported(&[format]), other.exported(&[format]), "{format}");
    }
}

#[test]
fn n_quads_and_n_triples_are_sorted_lines_each_once() {
    let place = Place::built();
    for format in ["nq", "nt"] {
        let text = place.exported(&[format]);
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines.len() > 50, "{text}");
        assert!(lines.is_sorted_by(|a, b| a < b), "{text}");
    }
}

#[test]
fn every_syntax_says_the_same() {
    let place = Place::built();
    let all = quads(RdfFormat::NQuads, &place.exported(&["nq"]));
    assert_eq!(all, quads(RdfFormat::TriG, &place.exported(&["trig"])));
    let union = quads(RdfFormat::NTriples, &place.exported(&["nt"]));
    assert_eq!(union, quads(RdfFormat::Turtle, &place.exported(&["ttl"])));
    let old = quads(RdfFormat::NQuads, &place.exported(&["nq", "--rdf", "1.1"]));
    assert_eq!(old, quads(RdfFormat::TriG, &place.exported(&["trig", "--rdf", "1.1"])));
    let profile = oxigraph::io::JsonLdProfileSet::empty();
    assert_eq!(old, quads(RdfFormat::JsonLd { profile }, &place.exported(&["jsonld"])));
    let old_union = quads(RdfFormat::NTriples, &place.exported(&["nt", "--rdf", "1.1"]));
    assert_eq!(old_union, quads(RdfFormat::RdfXml, &place.exported(&["rdf"])));
}

#[test]
fn rdf_1_1_states_evidence_without_triple_terms_and_keeps_the_graphs() {
    let place = Place::built();
    let new = place.exported(&["nq"]);
    let old = place.exported(&["nq", "--rdf", "1.1"]);
    assert!(new.contains("rdf-syntax-ns#reifies> <<( ") && !new.contains("rdf-syntax-ns#Statement"));
    assert!(!old.contains("<<(") && old.contains("rdf-syntax-ns#Statement"));
    let count = |text: &str, what: &str| text.matches(what).count();
    assert_eq!(count(&new, "ns#reifies>"), count(&old, "ns#subject>"));
    let graph = |line: &str| line.trim_end_matches(" .").rsplit(' ').next().unwrap_or_default().to_owned();
    let derived = |line: &&str| graph(line).contains("/id/graph/");
    let (derived, facts): (Vec<&str>, Vec<&str>) = old.lines().partition(derived);
    assert!(facts.iter().all(|line| graph(line).contains("/id/article/")), "each fact is in its article's graph");
    assert!(
        derived.iter().all(|line| !line.contains("rdf-syntax-ns#subject>")),
        "what is derived has no evidence of its own"
    );
    let replaced = |line: &&str| graph(line).ends_with("/id/graph/replaced>");
    assert!(derived.iter().all(|line| line.contains("isReplacedBy") == replaced(line)), "{derived:?}");
}

#[test]
fn the_ontology_is_exported_when_asked_for() {
    let place = Place::built();
    let graph = "<https://w3id.org/vietgraph/ontology> .";
    assert!(!place.exported(&["nq"]).contains(graph));
    assert!(place.exported(&["nq", "--with-ontology"]).contains(graph));
}

#[test]
fn the_table_has_a_row_for_each_piece_of_evidence() {
    let place = Place::built();
    let table = place.exported(&["csv"]);
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let header: Vec<String> = rows.headers().expect("a header").iter().map(str::to_owned).collect();
    assert_eq!(
        header,
        [
            "article",
            "subject",
            "predicate",
            "object",
            "quote",
            "start",
            "end",
            "sentence",
            "rule",
            "confidence",
            "subject_iri",
            "object_iri"
        ]
    );
    let rows: Vec<csv::StringRecord> = rows.records().collect::<Result<_, _>>().expect("CSV");
    let evidence = place.exported(&["nq"]).matches("ns#reifies>").count();
    assert_eq!(rows.len(), evidence);
    for row in &rows {
        let text = if &row[0] == "ha-tinh" { HA_TINH } else { DONG_THAP };
        let (start, end): (usize, usize) = (row[5].parse().expect("a number"), row[6].parse().expect("a number"));
        let quote: String = text.chars().skip(start).take(end - start).collect();
        assert_eq!(quote, &row[4]);
    }
    let said = |row: &csv::StringRecord| [row[0].to_owned(), row[1].to_owned(), row[2].to_owned(), row[3].to_owned()];
    let rank = ["ha-tinh", "Lê Khắc Thuyết", "vg:holdsRank", "Đại tá"];
    assert!(rows.iter().any(|row| said(row) == rank), "{table}");
}

#[test]
fn the_extension_tells_the_format_and_the_file_is_written() {
    let place = Place::built();
    let run = place.run(&["export", "-o", "graph.NQ"]);
    assert_eq!(run.status, 0, "{run:?}");
    assert_eq!(run.stdout, "");
    let written = fs::read_to_string(place.path("graph.NQ")).expect("a file");
    assert_eq!(written, place.exported(&["nq"]));
    place.write("long.csv", "x".repeat(1_000_000));
    assert_eq!(place.run(&["export", "-o", "long.csv"]).status, 0);
    let written = fs::read_to_string(place.path("long.csv")).expect("a file");
    assert_eq!(written, place.exported(&["csv"]), "nothing of a longer file is left");
}

#[test]
fn what_cannot_be_written_is_an_error_that_says_what_can() {
    let place = Place::built();
    let said = |args: &[&str]| {
        let run = place.run(&[&["export"], args].concat());
        assert_eq!(run.status, 1, "{run:?}");
        assert_eq!(run.stdout, "");
        run.stderr
    };
    assert!(said(&["-o", "graph.docx"]).contains("unknown format .docx; known are .nq (N-Quads)"));
    assert!(said(&["-o", "graph"]).contains("has no extension"));
    assert!(said(&["-o", "-"]).contains("give --format"));
    assert!(said(&["-o", "nowhere/graph.nq"]).contains("nowhere/graph.nq: cannot be written"));
    assert!(said(&["-o", "graph.jsonld", "--rdf", "1.2"]).contains("JSON-LD cannot say RDF 1.2"));
    assert!(!place.path("graph.jsonld").exists(), "no empty file is left behind");
    place.write("kept.jsonld", "old");
    said(&["-o", "kept.jsonld", "--rdf", "1.2"]);
    assert_eq!(fs::read_to_string(place.path("kept.jsonld")).expect("a file"), "old");
}

#[test]
fn validate_says_conforms_or_what_is_wrong() {
    let place = Place::built();
    let run = place.run(&["validate"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, "conforms\n"), "{run:?}");

    place.write(
        "mine.ttl",
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix vg: <https://w3id.org/vietgraph/ontology#> .
         <https://example.org/AllAreGenerals> a sh:NodeShape ; sh:targetClass vg:Person ;
           sh:property [ sh:path vg:holdsRank ; sh:hasValue <https://w3id.org/vietgraph/id/rank/thượng-tướng> ; sh:message \"is no general\" ] .",
    );
    let run = place.run(&["validate", "--shapes", "mine.ttl"]);
    assert_eq!(run.status, 1, "{run:?}");
    assert_eq!(
        run.stdout,
        "id:person/lê-khắc-thuyết  vg:holdsRank  is no general  [https://example.org/AllAreGenerals]\n"
    );
    assert!(run.stderr.contains("does not conform: 1 violation"), "{run:?}");
    let run = place.run(&["validate", "--json", "--shapes", "mine.ttl"]);
    let violation: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(violation["focus"], "https://w3id.org/vietgraph/id/person/lê-khắc-thuyết");

    let run = place.run(&["validate", "--shapes", "none.ttl"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("none.ttl: cannot be read"), "{run:?}");
}
