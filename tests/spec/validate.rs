//! A graph is validated against the shapes: what conforms passes, and each promise that is broken is noticed.

use std::collections::BTreeSet;
use std::path::Path;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::NamedNodeRef;
use oxigraph::sparql::SparqlEvaluator;
use oxigraph::store::Store;
use vietgraph::error::Error;
use vietgraph::ontology::vocab::ONTOLOGY_GRAPH;
use vietgraph::store::shacl::Violation;
use vietgraph::store::validate::{ShapesFile, Validation, validate};

const GRAPH: &str = include_str!("validate/conforming.trig");
const BROKEN: &str = include_str!("validate/broken.ru");

/// The conforming graph with the schema and the shapes, nothing else of the ontology.
fn conforming() -> Store {
    let store = Store::new().expect("memory");
    store.load_from_slice(RdfFormat::TriG, GRAPH).expect("conforming.trig is TriG");
    for file in [include_str!("../../ontology/schema.ttl"), include_str!("../../ontology/shapes.ttl")] {
        let parser = RdfParser::from_format(RdfFormat::Turtle)
            .with_default_graph(NamedNodeRef::new_unchecked(ONTOLOGY_GRAPH))
            .rename_blank_nodes();
        store.load_from_slice(parser, file).expect("the ontology is Turtle");
    }
    store
}

/// The conforming graph changed by a SPARQL update.
fn changed(update: &str) -> Store {
    let store = conforming();
    let before = store.len().expect("memory");
    let update = SparqlEvaluator::new().parse_update(update).expect("the test writes SPARQL");
    update.on_store(&store).execute().expect("memory");
    let quads: BTreeSet<String> = store.iter().map(|q| q.expect("memory").to_string()).collect();
    let same = quads.len() == before && conforming().iter().all(|q| quads.contains(&q.expect("memory").to_string()));
    assert!(!same, "the update changes nothing");
    store
}

/// The sections of broken.ru: the shape that must notice, what is wrong, the update.
fn broken() -> impl Iterator<Item = (&'static str, &'static str, String)> {
    let (prologue, sections) = BROKEN.split_once("\n### ").expect("broken.ru has sections");
    sections.split("\n### ").map(move |section| {
        let (title, update) = section.split_once('\n').expect("a section has a title");
        let (shape, what) = title.split_once(' ').expect("a title has a shape and a text");
        (shape, what, format!("{prologue}\n{update}"))
    })
}

fn run(store: &Store) -> Validation {
    validate(store, Path::new("test"), &[]).expect("the graph can be validated")
}

fn shapes_of(violations: &[Violation]) -> BTreeSet<&str> {
    violations.iter().map(|v| v.shape.as_str()).collect()
}

#[test]
fn a_graph_that_keeps_all_promises_conforms() {
    let validation = run(&conforming());
    assert_eq!(validation.violations, []);
    assert_eq!(validation.graphs, 5);
}

#[test]
fn every_broken_promise_is_noticed_by_its_shape() {
    for (shape, what, update) in broken() {
        let validation = run(&changed(&update));
        let noticed = shapes_of(&validation.violations).contains(shape);
        assert!(noticed, "{shape} does not notice {what}: {:#?}", validation.violations);
    }
}

#[test]
fn every_shape_has_a_case_that_violates_it() {
    let tested: BTreeSet<&str> = broken().map(|(shape, ..)| shape).collect();
    let targeted = include_str!("../../ontology/shapes.ttl")
        .lines()
        .filter(|line| line.starts_with("vsh:"))
        .filter_map(|line| line.split_whitespace().next())
        // Parts of other shapes, which have no targets of their own.
        .filter(|shape| {
            !["vsh:OneLabelALanguage", "vsh:VietnameseLabel", "vsh:Date", "vsh:ToldDate", "vsh:Giver", "vsh:Receiver"]
                .contains(shape)
        });
    for shape in targeted {
        assert!(tested.contains(shape), "broken.ru has no case for {shape}");
    }
}

#[test]
fn a_graph_without_its_evidence_is_rejected_fact_by_fact() {
    let store = changed(
        "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
         DELETE { GRAPH ?g { ?e ?p ?o } } WHERE { GRAPH ?g { ?e rdf:reifies ?t ; ?p ?o } }",
    );
    let validation = run(&store);
    let rank = "no evidence for the fact id:person/lê-văn-tám vg:holdsRank id:rank/đại-tá";
    assert!(validation.violations.iter().any(|v| v.message == rank), "{:#?}", validation.violations);
}

#[test]
fn a_violation_names_the_node_the_path_the_value_and_the_shape() {
    let store = changed(
        "PREFIX id: <https://w3id.org/vietgraph/id/> PREFIX schema: <https://schema.org/>
         INSERT DATA { GRAPH <https://w3id.org/vietgraph/id/article/a> { <https://w3id.org/vietgraph/id/event/hội-nghị-kon-tum> schema:endDate \"mai\" } }",
    );
    let said: Vec<String> = run(&store).violations.iter().map(ToString::to_string).collect();
    let expected = "id:event/hội-nghị-kon-tum  schema:endDate  a date is an xsd:date, xsd:gYearMonth, xsd:gYear, \
                    xsd:gMonthDay or xsd:gMonth that exists  (found \"mai\")  [vsh:EventShape]";
    assert!(said.iter().any(|line| line == expected), "{said:#?}");
}

#[test]
fn the_same_graph_gives_the_same_report() {
    let update = "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o . FILTER(isLiteral(?o)) FILTER(?g != <https://w3id.org/vietgraph/ontology>) } }";
    assert_eq!(run(&changed(update)), run(&changed(update)));
}

#[test]
fn a_store_without_an_ontology_is_an_error_and_not_a_pass() {
    let error =
        validate(&Store::new().expect("memory"), Path::new("empty"), &[]).expect_err("nothing to validate against");
    assert!(matches!(&error, Error::Store { reason, .. } if reason.contains("no ontology")), "{error}");
}

#[test]
fn shapes_of_ones_own_are_checked_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("mine.ttl");
    let write = |text: &str| std::fs::write(&file, text).expect("a file");
    let prefixes = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix vg: <https://w3id.org/vietgraph/ontology#> .\n";

    write(&format!(
        "{prefixes}<https://example.org/ByHand> a sh:NodeShape ; sh:targetClass vg:Person ;
        sh:property [ sh:path vg:holdsRank ; sh:hasValue <https://w3id.org/vietgraph/id/rank/đại-tá> ] ."
    ));
    let mine = ShapesFile::read(&file).expect("shapes");
    let validation = validate(&conforming(), Path::new("test"), &[mine]).expect("it can be validated");
    assert_eq!(shapes_of(&validation.violations).into_iter().collect::<Vec<_>>(), ["https://example.org/ByHand"]);

    write(&format!("{prefixes}<https://example.org/S> a sh:NodeShape ; sh:targetClass vg:Person ; sh:js [] ."));
    let error = ShapesFile::read(&file).expect_err("not supported").to_string();
    assert!(error.contains("mine.ttl") && error.contains("sh:js cannot be checked"), "{error}");

    write(&format!("{prefixes}<https://example.org/S> a sh:NodeShape\n sh:targetClass vg:Person ."));
    let error = ShapesFile::read(&file).expect_err("not Turtle").to_string();
    assert!(error.contains("mine.ttl:3") && error.contains("not valid Turtle"), "{error}");

    write(prefixes);
    let error = ShapesFile::read(&file).expect_err("no shapes").to_string();
    assert!(error.contains("would check nothing"), "{error}");
}
