//! The facts as one flat table, for spreadsheets and data frames.

use std::path::PathBuf;

use oxigraph::model::{NamedNode, Term};

use super::formats::{Export, Options};
use crate::error::{Error, Result};
use crate::store::sparql::{Row, select};
use crate::store::{Store, results::readable};

/// CSV with a row for each piece of evidence: what is said, by which words of which article, found by what.
pub struct Facts;

const COLUMNS: [&str; 12] = [
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
    "object_iri",
];

const QUERY: &str = "
SELECT ?article ?subject ?predicate ?object ?quote ?start ?end ?sentence ?rule ?confidence WHERE {
  ?evidence rdf:reifies <<( ?subject ?predicate ?object )>> ; prov:wasDerivedFrom ?source ;
    vg:quote ?quote ; vg:start ?start ; vg:end ?end ; vg:sentence ?sentence ; vg:foundBy ?rule ; vg:confidence ?confidence .
  ?source dct:identifier ?article .
}";

const LABELS: &str = "SELECT DISTINCT ?thing ?label WHERE { ?thing skos:prefLabel ?label FILTER(LANG(?label) = 'vi') }";

impl Export for Facts {
    fn extension(&self) -> &'static str {
        "csv"
    }

    fn what(&self) -> &'static str {
        "a table of facts with their evidence"
    }

    fn bytes(&self, store: &Store, _options: &Options<'_>) -> Result<Vec<u8>> {
        let labels = Labels::read(store)?;
        let mut rows: Vec<[String; COLUMNS.len()]> = Vec::new();
        for row in select(store, QUERY, &[])? {
            rows.extend(labels.row(&row));
        }
        rows.sort_by_cached_key(|row| (row[0].clone(), number(&row[5]), number(&row[6]), row.clone()));
        rows.dedup();
        write(&rows).map_err(|reason| Error::Output { path: PathBuf::new(), reason })
    }
}

/// The Vietnamese names of things.
struct Labels(std::collections::BTreeMap<NamedNode, String>);

impl Labels {
    fn read(store: &Store) -> Result<Labels> {
        let rows = select(store, LABELS, &[])?.into_iter();
        let pairs = rows.filter_map(|row| match <[Option<Term>; 2]>::try_from(row).ok()? {
            [Some(Term::NamedNode(thing)), Some(label)] => Some((thing, readable(&label))),
            _ => None,
        });
        Ok(Labels(pairs.collect()))
    }

    /// A term by name: its label, its own text, or its IRI with a prefix if it has neither.
    fn name(&self, term: &Term) -> String {
        match term {
            Term::NamedNode(node) if self.0.contains_key(node) => self.0[node].clone(),
            other => readable(other),
        }
    }

    /// The row of the table for a row of [`QUERY`]; none if something is missing, which no row lacks.
    fn row(&self, row: &Row) -> Option<[String; COLUMNS.len()]> {
        let row: Vec<&Term> = row.iter().map(Option::as_ref).collect::<Option<_>>()?;
        let [article, subject, predicate, object, quote, start, end, sentence, rule, confidence] =
            <[&Term; 10]>::try_from(row).ok()?;
        Some([
            readable(article),
            self.name(subject),
            readable(predicate),
            self.name(object),
            readable(quote),
            readable(start),
            readable(end),
            readable(sentence),
            readable(rule).trim_start_matches("id:").to_owned(),
            readable(confidence),
            iri(subject),
            iri(object),
        ])
    }
}

/// The IRI of a term; empty for a literal.
fn iri(term: &Term) -> String {
    match term {
        Term::NamedNode(node) => node.as_str().to_owned(),
        _ => String::new(),
    }
}

/// A whole number to sort by.
fn number(text: &str) -> u64 {
    text.parse().unwrap_or(u64::MAX)
}

fn write(rows: &[[String; COLUMNS.len()]]) -> std::result::Result<Vec<u8>, String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS).map_err(|e| e.to_string())?;
    for row in rows {
        writer.write_record(row).map_err(|e| e.to_string())?;
    }
    writer.into_inner().map_err(|e| e.to_string())
}
