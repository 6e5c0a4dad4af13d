//! Changing a store by hand: SPARQL updates, and article graphs put in place of others.
//!
//! Each change is made whole or not at all. The articles stay what the graphs are made of: after a change by hand the next build
//! makes every graph anew, and what was changed by hand is gone.

use std::collections::BTreeSet;
use std::path::Path;

use oxigraph::io::RdfParser;
use oxigraph::model::{NamedNode, Quad};
use oxigraph::sparql::UpdateEvaluationError;
use oxigraph::store::{StorageError, Transaction};
use spargebra::GraphUpdateOperation;
use spargebra::algebra::{Expression, GraphPattern, GraphTarget};
use spargebra::term::{GraphName, GraphNamePattern, GroundQuadPattern, QuadPattern, Variable};

use super::results::TripleFormat;
use super::sparql::{Dataset, evaluator, parser};
use super::{Store, syntax, write};
use crate::error::{Error, Result};
use crate::ontology::vocab::ONTOLOGY_GRAPH;

/// What became of a graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It was not there before.
    New,
    /// It was there and has changed.
    Changed,
    /// It was not there and is not.
    Unknown,
}

/// Runs an update on the store in `dir`. Where it says neither WITH nor USING it matches the union of all graphs.
///
/// # Errors
/// [`Error::Query`] for what cannot be parsed or evaluated, for LOAD, and for what would change the default graph, which is the union of the others;
/// [`Error::Forbidden`] for what would change the ontology; [`Error::Store`] when another process builds or reads the store, or it cannot be written.
pub fn update(dir: &Path, text: &str, dataset: &Dataset) -> Result<()> {
    let mut parsed = parser().parse_update(text).map_err(|e| query(syntax::complaint(text, &e.to_string())))?;
    let store = existing(dir)?;
    for operation in &mut parsed.operations {
        may_be_done(operation, store.base())?;
        leave_ontology(operation);
    }
    let mut update = evaluator().for_update(parsed);
    for seen in update.using_datasets_mut() {
        let told = !seen.is_default_dataset();
        if told && !(dataset.default.is_empty() && dataset.named.is_empty()) {
            let reason = "the update says itself what it uses (WITH, USING); leave using-graph-uri and using-named-graph-uri out";
            return Err(query(reason.to_owned()));
        }
        if !told {
            seen.set_default_graph_as_union();
        }
        dataset.apply(seen)?;
    }
    change(&store, |transaction| {
        update.on_transaction(transaction).execute().map_err(|e| match e {
            UpdateEvaluationError::Storage(e) => store.failed(&e),
            e => query(e.to_string()),
        })
    })
}

/// Puts triples into a graph: in place of what is there, or beside it.
///
/// # Errors
/// [`Error::Query`] for triples that cannot be parsed; else as for [`update`].
pub fn put(dir: &Path, graph: &str, triples: &[u8], format: TripleFormat, replace: bool) -> Result<Fate> {
    let name = changeable(graph)?;
    let parser = RdfParser::from_format(format.rdf()).without_named_graphs().with_default_graph(name.clone());
    let parser = parser.with_base_iri(graph).map_err(|e| query(e.to_string()))?;
    let quads: std::result::Result<Vec<Quad>, _> = parser.for_slice(triples).collect();
    let quads = quads.map_err(|e| query(format!("the triples cannot be read: {e}")))?;
    let store = existing(dir)?;
    let known = store.contains_named_graph(&name).map_err(|e| store.failed(&e))?;
    change(&store, |transaction| {
        let mut fill = || -> std::result::Result<(), StorageError> {
            if replace && known {
                transaction.clear_graph(&name)?;
            }
            transaction.insert_named_graph(&name);
            transaction.extend(&quads);
            Ok(())
        };
        fill().map_err(|e| store.failed(&e))
    })?;
    Ok(if known { Fate::Changed } else { Fate::New })
}

/// Drops a graph.
///
/// # Errors
/// As for [`update`].
pub fn remove(dir: &Path, graph: &str) -> Result<Fate> {
    let name = changeable(graph)?;
    let store = existing(dir)?;
    if !store.contains_named_graph(&name).map_err(|e| store.failed(&e))? {
        return Ok(Fate::Unknown);
    }
    change(&store, |transaction| transaction.remove_named_graph(&name).map_err(|e| store.failed(&e)))?;
    Ok(Fate::Changed)
}

/// Makes a change, and remembers that the graphs are no longer what a build made.
fn change(store: &Store, change: impl FnOnce(&mut Transaction<'_>) -> Result<()>) -> Result<()> {
    let mut transaction = store.start_transaction().map_err(|e| store.failed(&e))?;
    change(&mut transaction)?;
    // Lest what is changed be kept for what a build made when this process ends before its end.
    write::set_aside(store)?;
    transaction.commit().and_then(|()| store.flush()).map_err(|e| store.failed(&e))?;
    write::forget(store)
}

/// Whether an operation names graphs for all that it changes, and not the one of the ontology.
fn may_be_done(operation: &GraphUpdateOperation, base: &str) -> Result<()> {
    use GraphUpdateOperation as Op;
    let names: Vec<GraphNamePattern> = match operation {
        Op::InsertData { data } => data.iter().map(|quad| quad.graph_name.clone().into()).collect(),
        Op::DeleteData { data } => data.iter().map(|quad| quad.graph_name.clone().into()).collect(),
        Op::DeleteInsert { delete, insert, .. } => graph_names(delete, insert).cloned().collect(),
        Op::Create { graph, .. } => vec![graph.clone().into()],
        Op::Clear { graph, .. } | Op::Drop { graph, .. } => match graph {
            GraphTarget::NamedNode(graph) => vec![graph.clone().into()],
            GraphTarget::DefaultGraph => vec![GraphNamePattern::DefaultGraph],
            GraphTarget::NamedGraphs | GraphTarget::AllGraphs => return Err(ontology()),
        },
        Op::Load { destination, .. } => {
            if matches!(destination, GraphName::NamedNode(graph) if graph.as_str() == ONTOLOGY_GRAPH) {
                return Err(ontology());
            }
            let remedy = "send the triples themselves, in INSERT DATA or to /rdf-graph-store?graph=IRI";
            return Err(query(format!("LOAD is not done: nothing is fetched from other addresses; {remedy}")));
        }
    };
    if names.contains(&GraphNamePattern::DefaultGraph) {
        let example =
            format!("`GRAPH <{base}article/ID> {{ … }}`, or `WITH <{base}article/ID>` before DELETE or INSERT");
        return Err(query(format!("every triple belongs to a named graph: name the one to change, as in {example}")));
    }
    let of_ontology = |name: &GraphNamePattern| matches!(name, GraphNamePattern::NamedNode(n) if changes_ontology(n));
    if names.iter().any(of_ontology) { Err(ontology()) } else { Ok(()) }
}

/// The graphs that the two sides of an update name.
fn graph_names<'u>(
    delete: &'u [GroundQuadPattern],
    insert: &'u [QuadPattern],
) -> impl Iterator<Item = &'u GraphNamePattern> {
    delete.iter().map(|quad| &quad.graph_name).chain(insert.iter().map(|quad| &quad.graph_name))
}

/// A variable for the graph that is changed never means that of the ontology.
fn leave_ontology(operation: &mut GraphUpdateOperation) {
    let GraphUpdateOperation::DeleteInsert { delete, insert, pattern, .. } = operation else {
        return;
    };
    let variable = |name: &GraphNamePattern| match name {
        GraphNamePattern::Variable(variable) => Some(variable.clone()),
        _ => None,
    };
    let variables: BTreeSet<String> =
        graph_names(delete, insert).filter_map(variable).map(Variable::into_string).collect();
    for variable in variables {
        let variable = Expression::Variable(Variable::new_unchecked(variable));
        let ontology = Expression::NamedNode(NamedNode::new_unchecked(ONTOLOGY_GRAPH));
        let expr = Expression::Not(Box::new(Expression::SameTerm(Box::new(variable), Box::new(ontology))));
        let inner = Box::new(std::mem::take(&mut **pattern));
        **pattern = GraphPattern::Filter { expr, inner };
    }
}

/// Whether to change a graph is to change the ontology, by which all others are read.
fn changes_ontology(graph: &NamedNode) -> bool {
    graph.as_str() == ONTOLOGY_GRAPH
}

fn ontology() -> Error {
    Error::Forbidden { reason: format!("the ontology, <{ONTOLOGY_GRAPH}>, is not changed by hand; name other graphs") }
}

/// The store in `dir`, which is not made where there is none.
fn existing(dir: &Path) -> Result<Store> {
    drop(Store::open(dir)?);
    Store::create(dir, None)
}

/// The name of a graph that may be changed.
fn changeable(graph: &str) -> Result<NamedNode> {
    let name = NamedNode::new(graph).map_err(|e| query(format!("the graph `{graph}` is no absolute IRI: {e}")))?;
    if changes_ontology(&name) { Err(ontology()) } else { Ok(name) }
}

fn query(reason: String) -> Error {
    Error::Query { reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GRAPH: &str = "https://w3id.org/vietgraph/id/article/1";

    fn store() -> tempfile::TempDir {
        let dir = tempfile::tempdir().expect("a temporary folder");
        drop(Store::create(dir.path(), None).expect("a new store"));
        dir
    }

    fn len(dir: &Path) -> usize {
        Store::open(dir).expect("a store").len().expect("readable")
    }

    #[test]
    fn an_update_is_made_whole_or_not_at_all_and_matches_the_union() {
        let dir = store();
        let run = |text: &str| update(dir.path(), text, &Dataset::default());
        run(&format!("INSERT DATA {{ GRAPH <{GRAPH}> {{ id:a a vg:Person . id:b a vg:Person }} }}"))
            .expect("an update");
        assert_eq!(len(dir.path()), 2);
        let loose = run("INSERT DATA { id:c a vg:Person }").expect_err("no graph").to_string();
        assert!(loose.contains("GRAPH <https://w3id.org/vietgraph/id/article/ID>"), "{loose}");
        assert!(run("INSERT { GRAPH <x:x> { ?s a ?t } } WHERE { ?s a ?t } ; LOAD <http://127.0.0.1:1/>").is_err());
        assert_eq!(len(dir.path()), 2);
        run(&format!("DELETE {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }} WHERE {{ ?s ?p ?o FILTER(?s = id:a) }}"))
            .expect("an update");
        assert_eq!(len(dir.path()), 1);
        for (refused, remedy) in [
            ("DELETE WHERE { ?s ?p ?o }", "WITH <https://w3id.org/vietgraph/id/article/ID>"),
            ("DELETE DATA { id:b a vg:Person }", "GRAPH <https://w3id.org/vietgraph/id/article/ID>"),
            ("CLEAR DEFAULT", "named graph"),
            ("LOAD <http://127.0.0.1:1/>", "nothing is fetched"),
            ("CLEAR ALL", "the ontology"),
            ("DROP SILENT GRAPH <https://w3id.org/vietgraph/ontology>", "the ontology"),
            ("LOAD <x:x> INTO GRAPH <https://w3id.org/vietgraph/ontology>", "the ontology"),
            ("INSERT DATA { GRAPH <https://w3id.org/vietgraph/ontology> { id:b a vg:Person } }", "the ontology"),
            ("WITH <https://w3id.org/vietgraph/ontology> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "the ontology"),
        ] {
            let told = run(refused).expect_err(refused).to_string();
            assert!(told.contains(remedy), "{refused}: {told}");
        }
        assert_eq!(len(dir.path()), 1);
        let used = Dataset { default: vec![GRAPH.to_owned()], named: Vec::new() };
        let twice = format!("WITH <{GRAPH}> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}");
        assert!(update(dir.path(), &twice, &used).expect_err("told twice").to_string().contains("WITH"));
        assert!(run("DELETE {").expect_err("no update").to_string().contains("syntax error at 1:"));
    }

    #[test]
    fn a_graph_is_put_in_place_of_another_or_beside_it() {
        let dir = store();
        let put = |text: &str, replace| put(dir.path(), GRAPH, text.as_bytes(), TripleFormat::Turtle, replace);
        assert_eq!(put("<x:a> a <x:b> .", true).expect("a graph"), Fate::New);
        assert_eq!(put("<x:b> a <x:b> .", false).expect("a graph"), Fate::Changed);
        assert_eq!(len(dir.path()), 2);
        assert_eq!(put("<x:c> a <x:b> .", true).expect("a graph"), Fate::Changed);
        assert_eq!(len(dir.path()), 1);
        assert!(put("<x:c> a", true).expect_err("no triples").to_string().contains("cannot be read"));
        assert_eq!(remove(dir.path(), GRAPH).expect("a store"), Fate::Changed);
        assert_eq!(remove(dir.path(), GRAPH).expect("a store"), Fate::Unknown);
        assert_eq!(len(dir.path()), 0);
    }
}
