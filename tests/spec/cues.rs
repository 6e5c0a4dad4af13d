//! Every cue proves itself: it finds a fact in each of its examples, and none in its counter-examples.

use std::collections::BTreeMap;

use oxigraph::model::{NamedOrBlankNode, Term};
use vietgraph::extract::Extractor;
use vietgraph::extract::record::Record;
use vietgraph::ontology::Ontology;
use vietgraph::ontology::load::load;
use vietgraph::ontology::vocab::{ID, RDF_TYPE, VG, local_name};
use vietgraph::source::{Article, ArticleMeta};

/// The examples and counter-examples of each cue, by its name in the ontology.
fn cues() -> BTreeMap<String, [Vec<String>; 2]> {
    let triples: Vec<_> = load(&[]).expect("every file is Turtle").into_iter().flat_map(|f| f.triples).collect();
    let named = |s: &NamedOrBlankNode| match s {
        NamedOrBlankNode::NamedNode(n) => n.as_str().strip_prefix(ID).map(str::to_owned),
        NamedOrBlankNode::BlankNode(_) => None,
    };
    let mut cues: BTreeMap<String, [Vec<String>; 2]> = BTreeMap::new();
    for triple in &triples {
        let cue = matches!(&triple.object, Term::NamedNode(n) if n.as_str() == format!("{VG}Cue"));
        if let (Some(name), true) = (named(&triple.subject), cue && triple.predicate.as_str() == RDF_TYPE) {
            cues.entry(name).or_default();
        }
    }
    for triple in &triples {
        let (Some(name), Term::Literal(said)) = (named(&triple.subject), &triple.object) else {
            continue;
        };
        let which = match local_name(triple.predicate.as_str()) {
            "example" => 0,
            "counterExample" => 1,
            _ => continue,
        };
        if let Some(sentences) = cues.get_mut(&name) {
            sentences[which].push(said.value().to_owned());
        }
    }
    cues
}

fn found_by(record: &Record, cue: &str) -> bool {
    record.facts.iter().flat_map(|f| &f.evidence).any(|e| e.rule == cue)
}

#[test]
fn every_cue_finds_something_in_its_example_and_nothing_in_its_counter_example() {
    let ontology = Ontology::load(&[]).expect("the embedded ontology");
    let extractor = Extractor::new(&ontology);
    let read = |text: &str| {
        let meta = ArticleMeta { id: "example".into(), ..ArticleMeta::default() };
        extractor.extract(&Article::new(meta, text.to_owned()))
    };
    let cues = cues();
    assert_eq!(cues.len(), ontology.cues.len(), "every cue is tested");
    let mut faults = Vec::new();
    for (cue, [examples, counter_examples]) in &cues {
        if examples.is_empty() || counter_examples.is_empty() {
            faults.push(format!("{cue}: wants a vg:example and a vg:counterExample"));
        }
        let silent = examples.iter().filter(|t| !found_by(&read(t), cue));
        faults.extend(silent.map(|t| format!("{cue}: finds nothing in its example: {t}")));
        let wrong = counter_examples.iter().filter(|t| found_by(&read(t), cue));
        faults.extend(wrong.map(|t| format!("{cue}: finds something in its counter-example: {t}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
