//! SHACL for graphs in an oxigraph store: shapes are compiled to SPARQL, whose solutions are the violations.
//!
//! Supported is all of SHACL Core but `sh:qualifiedValueShapesDisjoint` and counts above eight, and `sh:sparql` with
//! `sh:select` in node shapes that have targets. What is not supported is an error when the shapes are read, never
//! ignored. Every result is a violation, whatever its `sh:severity`, as in the standard.

mod compile;
mod demand;
mod path;
mod read;
mod report;
mod shape;
mod term;

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::vocab::rdfs;
use oxigraph::model::{Graph, NamedNode, Term};
use oxigraph::sparql::{QueryResults, QuerySolution, SparqlEvaluator, Variable};
use oxigraph::store::Store;

use compile::{Check, Hierarchy};
pub use report::Violation;
use shape::Shape;

/// Shapes, ready to check graphs with.
#[derive(Clone, Debug)]
pub struct Shapes(Vec<Shape>);

impl Shapes {
    /// The shapes that a shapes graph describes.
    ///
    /// # Errors
    /// The first construct that is not supported or not SHACL, with its shape and the remedy.
    pub fn read(graph: &Graph) -> Result<Shapes, String> {
        read::shapes(graph).map(Shapes)
    }

    /// How many shapes have targets.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no shape has targets, so that every graph conforms.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Everything in the default graph of `data` that the shapes do not allow, sorted; empty if it conforms.
    ///
    /// # Errors
    /// A `sh:select` that is not SPARQL, or one that fails when it runs, with its shape.
    pub fn violations(&self, data: &Store) -> Result<Vec<Violation>, String> {
        let classes = hierarchy(data)?;
        let mut violations = BTreeSet::new();
        for shape in &self.0 {
            for check in compile::checks(shape, &classes) {
                run(data, shape, &check, &mut violations).map_err(|reason| read::in_shape(&shape.name, &reason))?;
            }
        }
        Ok(violations.into_iter().collect())
    }
}

/// The subclasses of each class that has any, itself included.
fn hierarchy(data: &Store) -> Result<Hierarchy, String> {
    let mut below: BTreeMap<NamedNode, BTreeSet<NamedNode>> = BTreeMap::new();
    for quad in data.quads_for_pattern(None, Some(rdfs::SUB_CLASS_OF), None, None) {
        let quad = quad.map_err(|e| e.to_string())?;
        if let (oxigraph::model::NamedOrBlankNode::NamedNode(sub), Term::NamedNode(class)) = (quad.subject, quad.object)
        {
            below.entry(class).or_default().insert(sub);
        }
    }
    let mut hierarchy = Hierarchy::new();
    for class in below.keys() {
        let mut all = BTreeSet::new();
        let mut open = vec![class.clone()];
        while let Some(next) = open.pop() {
            if all.insert(next.clone()) {
                open.extend(below.get(&next).into_iter().flatten().cloned());
            }
        }
        hierarchy.insert(class.clone(), all.into_iter().collect());
    }
    Ok(hierarchy)
}

fn run(data: &Store, shape: &Shape, check: &Check, violations: &mut BTreeSet<Violation>) -> Result<(), String> {
    let Some(focus) = &check.focus else {
        for solution in select(data, &check.query, None)? {
            let this = solution.get("this").ok_or("a check gives no focus node")?.clone();
            violations.insert(report::violation(shape, check, &this, &solution));
        }
        return Ok(());
    };
    for solution in select(data, focus, None)? {
        let this = solution.get("this").ok_or("a target gives no focus node")?.clone();
        for solution in select(data, &check.query, Some(&this))? {
            violations.insert(report::violation(shape, check, &this, &solution));
        }
    }
    Ok(())
}

fn select(data: &Store, query: &str, this: Option<&Term>) -> Result<Vec<QuerySolution>, String> {
    let parsed = SparqlEvaluator::new().parse_query(query);
    let mut prepared = parsed.map_err(|e| format!("not a SPARQL query: {e}\n{query}"))?;
    if let Some(this) = this {
        prepared = prepared.substitute_variable(Variable::new_unchecked("this"), this.clone());
    }
    match prepared.on_store(data).execute().map_err(|e| e.to_string())? {
        QueryResults::Solutions(solutions) => solutions.collect::<Result<_, _>>().map_err(|e| e.to_string()),
        _ => Err("sh:select must be a SELECT query".to_owned()),
    }
}

#[cfg(test)]
mod tests;
