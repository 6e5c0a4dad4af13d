//! SPARQL over the union of all graphs.

use oxigraph::model::{Term, Triple, Variable};
use oxigraph::sparql::{QueryResults, QuerySolutionIter, QueryTripleIter, SparqlEvaluator};
use oxigraph::store::Store;

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
        _ => Err(Error::Query {
            reason: "not a SELECT".into(),
        }),
    }
}

fn run(store: &Store, text: &str, bound: &[(&str, Term)]) -> Result<Answer> {
    let mut evaluator = SparqlEvaluator::new();
    for (prefix, namespace) in PREFIXES {
        evaluator = evaluator
            .with_prefix(*prefix, *namespace)
            .expect("the vocabulary's namespaces are IRIs");
    }
    let mut query = evaluator.parse_query(text).map_err(|e| Error::Query {
        reason: format!("syntax error: {e}"),
    })?;
    for (name, term) in bound {
        query = query.substitute_variable(Variable::new_unchecked(*name), term.clone());
    }
    if query.dataset().is_default_dataset() {
        query.dataset_mut().set_default_graph_as_union();
    }
    Ok(match query.on_store(store).execute().map_err(failed)? {
        QueryResults::Solutions(rows) => Answer::Rows(Rows(rows)),
        QueryResults::Boolean(truth) => Answer::Truth(truth),
        QueryResults::Graph(triples) => Answer::Triples(Triples(triples)),
    })
}

fn failed(error: oxigraph::sparql::QueryEvaluationError) -> Error {
    Error::Query {
        reason: error.to_string(),
    }
}
