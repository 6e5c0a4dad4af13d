//! SPARQL over the union of all graphs.

use oxigraph::model::{Term, Triple, Variable};
use oxigraph::sparql::{QueryResults, QuerySolutionIter, QueryTripleIter, SparqlEvaluator};
use oxigraph::store::Store;

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

/// Runs a query; its default graph is the union of all graphs unless it says FROM.
///
/// The prefixes of [`PREFIXES`] need not be declared.
///
/// # Errors
/// [`Error::Query`] with line and column for a syntax error, and when the query cannot be evaluated.
pub fn query(store: &Store, text: &str) -> Result<Answer> {
    run(store, text, &[])
}

/// Runs a SELECT with some variables bound to terms; gives all its rows.
///
/// # Errors
/// As [`query`]; also when the query is no SELECT.
pub fn select(store: &Store, text: &str, bound: &[(&str, Term)]) -> Result<Vec<Row>> {
    match run(store, text, bound)? {
        Answer::Rows(rows) => rows.collect(),
        _ => Err(Error::Query { reason: "not a SELECT".into() }),
    }
}

fn run(store: &Store, text: &str, bound: &[(&str, Term)]) -> Result<Answer> {
    let mut evaluator = SparqlEvaluator::new();
    for (prefix, namespace) in PREFIXES {
        evaluator = evaluator.with_prefix(*prefix, *namespace).expect("the vocabulary's namespaces are IRIs");
    }
    let mut query = evaluator
        .parse_query(text)
        .map_err(|e| Error::Query { reason: super::syntax::complaint(text, &e.to_string()) })?;
    for (name, term) in bound {
        query = query.substitute_variable(Variable::new_unchecked(*name), term.clone());
    }
    let answer = query.on_queryable_dataset(Union::new(store)).execute();
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
    }
}
