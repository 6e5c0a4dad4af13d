//! SPARQL over the union of all graphs.

use oxigraph::model::{GraphName, NamedNode, Term, Triple, Variable};
use oxigraph::sparql::{QueryDatasetSpecification, QueryResults, QuerySolutionIter, QueryTripleIter, SparqlEvaluator};
use oxigraph::store::Store;
use serde::{Deserialize, Serialize};
use spargebra::SparqlParser;

use super::union::Union;
use crate::error::{Error, Result};
use crate::ontology::vocab::PREFIXES;

/// A row of a SELECT: a term or nothing for each variable, in their order.
pub type Row = Vec<Option<Term>>;

/// What a query gives.
pub enum Answer {
    /// Of SELECT: rows.
    Rows(Rows),
    /// Of ASK: yes or no.
    Truth(bool),
    /// Of CONSTRUCT and DESCRIBE: triples.
    Triples(Triples),
}

/// The rows of a SELECT, found one by one.
pub struct Rows(QuerySolutionIter<'static>);

impl Rows {
    /// Its variables, in the order of the query.
    pub fn variables(&self) -> &[Variable] {
        self.0.variables()
    }
}

impl Iterator for Rows {
    type Item = Result<Row>;

    fn next(&mut self) -> Option<Result<Row>> {
        let solution = self.0.next()?;
        Some(solution.map(|s| s.values().to_vec()).map_err(failed))
    }
}

/// The triples of a CONSTRUCT or DESCRIBE, found one by one; some may come more than once.
pub struct Triples(QueryTripleIter<'static>);

impl Iterator for Triples {
    type Item = Result<Triple>;

    fn next(&mut self) -> Option<Result<Triple>> {
        Some(self.0.next()?.map_err(failed))
    }
}

/// The graphs that a query sees where it is asked so beside its text; none says that the text decides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dataset {
    /// IRIs of the graphs whose union is the default graph.
    pub default: Vec<String>,
    /// IRIs of the graphs that `GRAPH` finds.
    pub named: Vec<String>,
}

impl Dataset {
    /// Sets what a query or an update sees.
    ///
    /// # Errors
    /// [`Error::Query`] for a graph that is no absolute IRI.
    pub(super) fn apply(&self, to: &mut QueryDatasetSpecification) -> Result<()> {
        if self.default.is_empty() && self.named.is_empty() {
            return Ok(());
        }
        let iris = |graphs: &[String]| -> Result<Vec<NamedNode>> {
            let iri = |graph: &String| {
                let reason = |e| format!("the graph `{graph}` is no absolute IRI: {e}");
                NamedNode::new(graph).map_err(|e| Error::Query { reason: reason(e) })
            };
            graphs.iter().map(iri).collect()
        };
        to.set_default_graph(iris(&self.default)?.into_iter().map(GraphName::from).collect());
        to.set_available_named_graphs(iris(&self.named)?.into_iter().map(Into::into).collect());
        Ok(())
    }
}

/// Runs a query; its default graph is the union of all graphs unless it says FROM.
///
/// The prefixes of [`PREFIXES`] need not be declared.
///
/// # Errors
/// [`Error::Query`] with line and column for a syntax error, and when the query cannot be evaluated.
pub fn query(store: &Store, text: &str) -> Result<Answer> {
    run(store, text, &[], &Dataset::default())
}

/// Runs a query over the graphs of `dataset`, whatever its text says of them.
///
/// # Errors
/// As [`query`]; also for a graph that is no absolute IRI.
pub fn query_in(store: &Store, text: &str, dataset: &Dataset) -> Result<Answer> {
    run(store, text, &[], dataset)
}

/// Runs a SELECT with some variables bound to terms; gives all its rows.
///
/// # Errors
/// As [`query`]; also when the query is no SELECT.
pub fn select(store: &Store, text: &str, bound: &[(&str, Term)]) -> Result<Vec<Row>> {
    match run(store, text, bound, &Dataset::default())? {
        Answer::Rows(rows) => rows.collect(),
        _ => Err(Error::Query { reason: "not a SELECT".into() }),
    }
}

/// An evaluator that knows the usual prefixes. It has no way to ask other machines.
pub(super) fn evaluator() -> SparqlEvaluator {
    let known = |evaluator: SparqlEvaluator, (prefix, namespace): &(&str, &str)| {
        evaluator.with_prefix(*prefix, *namespace).expect("the vocabulary's namespaces are IRIs")
    };
    PREFIXES.iter().fold(SparqlEvaluator::new(), known)
}

/// A parser that knows them too.
pub(super) fn parser() -> SparqlParser {
    let known = |parser: SparqlParser, (prefix, namespace): &(&str, &str)| {
        parser.with_prefix(*prefix, *namespace).expect("the vocabulary's namespaces are IRIs")
    };
    PREFIXES.iter().fold(SparqlParser::new(), known)
}

/// Why a text is no query, with what the parser said.
fn no_query(text: &str, said: &str) -> String {
    match parser().parse_update(text) {
        // Nothing but spaces, prefixes and comments is an update that does nothing.
        Ok(update) if update.operations.is_empty() => {
            String::from("the query is empty; give a SELECT, ASK, CONSTRUCT or DESCRIBE")
        }
        Ok(_) => String::from(
            "this is an update and no query; `vietgraph update` runs it, and a server takes it as `update`",
        ),
        Err(_) => super::syntax::complaint(text, said),
    }
}

fn run(store: &Store, text: &str, bound: &[(&str, Term)], dataset: &Dataset) -> Result<Answer> {
    let mut query =
        evaluator().parse_query(text).map_err(|e| Error::Query { reason: no_query(text, &e.to_string()) })?;
    for (name, term) in bound {
        query = query.substitute_variable(Variable::new_unchecked(*name), term.clone());
    }
    let seen = query.dataset_mut();
    dataset.apply(seen)?;
    let mut union = Union::new(store);
    // The evaluator would give a triple once for each of the graphs.
    if let Some(graphs) = seen.default_graph_graphs().filter(|graphs| graphs.len() > 1) {
        union = union.of(graphs.to_vec());
        seen.set_default_graph(vec![GraphName::DefaultGraph]);
    }
    let answer = query.on_queryable_dataset(union).execute();
    Ok(match answer.map_err(failed)? {
        QueryResults::Solutions(rows) => Answer::Rows(Rows(rows)),
        QueryResults::Boolean(truth) => Answer::Truth(truth),
        QueryResults::Graph(triples) => Answer::Triples(Triples(triples)),
    })
}

fn failed(error: oxigraph::sparql::QueryEvaluationError) -> Error {
    Error::Query { reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxigraph::io::RdfFormat;

    /// Two articles that both name a minister, and the ontology.
    const GRAPHS: &str = r#"
        @prefix : <https://example.org/> .
        @prefix vg: <https://w3id.org/vietgraph/ontology#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        :ontology { vg:Person rdfs:label "official" . }
        :one { :nam a vg:Person ; vg:holdsRank :rank . :one a :Article . }
        :two { :nam a vg:Person ; vg:holdsRank :rank . :son a vg:Person . :two a :Article . }
    "#;

    fn store() -> Store {
        let store = Store::new().expect("memory");
        store.load_from_slice(RdfFormat::TriG, GRAPHS).expect("valid TriG");
        store
    }

    fn count(select: &str) -> usize {
        select_all(select).len()
    }

    fn select_all(text: &str) -> Vec<Row> {
        let text = format!("PREFIX : <https://example.org/> {text}");
        super::select(&store(), &text, &[]).expect("a SELECT")
    }

    #[test]
    fn a_triple_of_many_graphs_is_one_triple_of_the_union() {
        assert_eq!(count("SELECT * { ?p a vg:Person }"), 2);
        assert_eq!(count("SELECT * { ?p a vg:Person ; vg:holdsRank ?r }"), 1);
        assert_eq!(count("SELECT * { :nam vg:holdsRank :rank }"), 1);
        assert_eq!(count("SELECT * { ?s vg:holdsRank ?o }"), 1);
        assert_eq!(count("SELECT * { ?s ?p ?o }"), 6);
        let rows = select_all("SELECT (COUNT(?p) AS ?n) { ?p a vg:Person }");
        assert_eq!(rows, [[Some(oxigraph::model::Literal::from(2).into())]]);
    }

    #[test]
    fn each_graph_is_seen_by_itself() {
        assert_eq!(count("SELECT * { GRAPH ?g { :nam a vg:Person } }"), 2);
        assert_eq!(count("SELECT * { GRAPH :one { ?s a vg:Person } }"), 1);
        assert_eq!(count("SELECT * { GRAPH ?g { ?g a :Article } }"), 2);
        assert_eq!(count("SELECT * { GRAPH ?g {} }"), 3);
        assert_eq!(count("SELECT * { GRAPH :none { ?s ?p ?o } }"), 0);
        assert_eq!(count("SELECT * FROM :one { ?s ?p ?o }"), 3);
        assert_eq!(count("SELECT * FROM :one FROM :two { ?s ?p ?o }"), 5, "each triple once");
        assert_eq!(count("SELECT * FROM NAMED :one { GRAPH ?g { ?s a vg:Person } }"), 1);
    }

    #[test]
    fn the_graphs_that_are_asked_for_beside_the_text_are_those_that_are_seen() {
        let count = |text: &str, default: &[&str], named: &[&str]| {
            let full = |graphs: &[&str]| graphs.iter().map(|g| format!("https://example.org/{g}")).collect();
            let dataset = Dataset { default: full(default), named: full(named) };
            match super::query_in(&store(), text, &dataset).expect("a query") {
                Answer::Rows(rows) => rows.count(),
                _ => unreachable!("a SELECT"),
            }
        };
        let (all, graphs) =
            ("SELECT * FROM <https://example.org/two> { ?s ?p ?o }", "SELECT * { GRAPH ?g { ?s ?p ?o } }");
        assert_eq!(count(all, &["one"], &[]), 3);
        assert_eq!(count(all, &["one", "two"], &[]), 5);
        assert_eq!(count(all, &[], &["one"]), 0);
        assert_eq!(count(graphs, &[], &["one"]), 3);
        assert_eq!(count(graphs, &["one"], &[]), 0);
        assert_eq!(count(all, &[], &[]), 4, "without them the text decides");
        let nowhere = Dataset { default: vec!["here".into()], named: Vec::new() };
        assert!(
            super::query_in(&store(), all, &nowhere)
                .is_err_and(|e| e.to_string().contains("`here` is no absolute IRI"))
        );
    }

    #[test]
    fn other_machines_are_never_asked() {
        let service = "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }";
        let said = super::select(&store(), service, &[]).expect_err("no service").to_string();
        assert!(said.contains("not supported"), "{said}");
    }

    #[test]
    fn the_union_joins_graphs_and_follows_paths() {
        assert_eq!(count("SELECT * { ?p a/rdfs:label ?l }"), 2);
        assert_eq!(count("SELECT * { ?p a ?c FILTER NOT EXISTS { ?p vg:holdsRank ?r } }"), 3);
        assert_eq!(count("SELECT * { \"text\" ?p ?o }"), 0);
    }

    #[test]
    fn a_variable_can_be_bound_from_outside() {
        let nam = oxigraph::model::NamedNode::new_unchecked("https://example.org/nam");
        let text = "SELECT ?p ?r { ?p vg:holdsRank ?r }";
        assert_eq!(super::select(&store(), text, &[("p", nam.into())]).expect("a SELECT").len(), 1);
        let none = oxigraph::model::NamedNode::new_unchecked("https://example.org/son");
        assert_eq!(super::select(&store(), text, &[("p", none.into())]).expect("a SELECT").len(), 0);
    }

    #[test]
    fn what_is_no_query_or_no_select_is_said() {
        let said = |text| super::select(&store(), text, &[]).expect_err("an error").to_string();
        assert!(said("SELECT * {").contains("syntax error at 1:"), "{}", said("SELECT * {"));
        assert_eq!(said("ASK {}"), "query: not a SELECT");
        assert!(said(" \n").contains("the query is empty"), "{}", said(" "));
        assert!(said("PREFIX ex: <http://e/> # no more").contains("the query is empty"));
        assert!(said("CLEAR DEFAULT").contains("this is an update"), "{}", said("CLEAR DEFAULT"));
    }
}
