//! Writing what a query gave in the formats of SPARQL and RDF.

use std::collections::BTreeMap;
use std::io::{self, Write};

use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfSerializer};
use oxigraph::model::{Literal, Term, Triple};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};

use super::sparql::Rows;
use crate::error::{Error, Result};
use crate::ontology::vocab::PREFIXES;

/// A format for the rows of a SELECT and the truth of an ASK.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFormat {
    /// Comma-separated values: plain texts.
    Csv,
    /// Tab-separated values: terms as in Turtle.
    Tsv,
    /// SPARQL results as JSON.
    Json,
    /// SPARQL results as XML.
    Xml,
}

/// A format for triples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TripleFormat {
    /// Turtle with the prefixes it uses.
    Turtle,
    /// N-Triples.
    NTriples,
    /// JSON-LD.
    JsonLd,
}

impl RowFormat {
    fn serializer(self) -> QueryResultsSerializer {
        QueryResultsSerializer::from_format(match self {
            RowFormat::Csv => QueryResultsFormat::Csv,
            RowFormat::Tsv => QueryResultsFormat::Tsv,
            RowFormat::Json => QueryResultsFormat::Json,
            RowFormat::Xml => QueryResultsFormat::Xml,
        })
    }
}

/// Writes rows as they are found.
///
/// # Errors
/// [`Error::Query`] when the query fails on its way, [`Error::Output`] when `out` cannot be written.
pub fn write_rows(rows: Rows, format: RowFormat, mut out: impl Write) -> Result<()> {
    let variables = rows.variables().to_vec();
    let mut writer =
        format.serializer().serialize_solutions_to_writer(&mut out, variables.clone()).map_err(unwritable)?;
    for row in rows {
        let row = row?;
        let row: Vec<Option<Term>> = match format {
            RowFormat::Xml => row.into_iter().map(|term| term.map(for_xml)).collect(),
            _ => row,
        };
        let bound = variables.iter().zip(&row).filter_map(|(v, term)| Some((v, term.as_ref()?)));
        writer.serialize(bound).map_err(unwritable)?;
    }
    writer.finish().map_err(unwritable)?;
    out.flush().map_err(unwritable)
}

/// Writes the truth of an ASK.
///
/// # Errors
/// [`Error::Output`] when `out` cannot be written.
pub fn write_truth(truth: bool, format: RowFormat, mut out: impl Write) -> Result<()> {
    let serializer = format.serializer();
    serializer.serialize_boolean_to_writer(&mut out, truth).map_err(unwritable)?;
    out.flush().map_err(unwritable)
}

/// Writes triples sorted, each once.
///
/// # Errors
/// [`Error::Query`] when the query fails on its way, [`Error::Output`] when `out` cannot be written.
pub fn write_triples(
    triples: impl Iterator<Item = Result<Triple>>,
    format: TripleFormat,
    mut out: impl Write,
) -> Result<()> {
    let mut sorted: BTreeMap<String, Triple> = BTreeMap::new();
    for triple in triples {
        let triple = triple?;
        sorted.insert(triple.to_string(), triple);
    }
    let mut serializer = RdfSerializer::from_format(match format {
        TripleFormat::Turtle => RdfFormat::Turtle,
        TripleFormat::NTriples => RdfFormat::NTriples,
        TripleFormat::JsonLd => RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() },
    });
    for (prefix, namespace) in PREFIXES {
        if sorted.keys().any(|t| t.contains(namespace)) {
            let known = serializer.with_prefix(*prefix, *namespace);
            serializer = known.expect("the vocabulary's namespaces are IRIs");
        }
    }
    let mut writer = serializer.for_writer(&mut out);
    for triple in sorted.values() {
        writer.serialize_triple(triple).map_err(unwritable)?;
    }
    writer.finish().map_err(unwritable)?;
    out.flush().map_err(unwritable)
}

/// A term for people: a literal's text, an IRI with its prefix, a triple term in brackets.
pub fn readable(term: &Term) -> String {
    match term {
        Term::NamedNode(iri) => crate::ontology::vocab::shorten(iri.as_str()),
        Term::Literal(literal) => literal.value().to_owned(),
        Term::BlankNode(node) => node.to_string(),
        Term::Triple(t) => {
            let subject = Term::from(t.subject.clone());
            let predicate = Term::from(t.predicate.clone());
            let terms = [&subject, &predicate, &t.object].map(readable);
            format!("<<( {} )>>", terms.join(" "))
        }
    }
}

/// A term whose texts XML can hold: each character that XML forbids, such as U+0001, becomes U+FFFD.
pub fn for_xml(term: Term) -> Term {
    let forbidden =
        |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    match term {
        Term::Literal(literal) if literal.value().contains(forbidden) => {
            let value = literal.value().replace(forbidden, "\u{fffd}");
            match literal.language() {
                Some(language) => Literal::new_language_tagged_literal_unchecked(value, language).into(),
                None => Literal::new_typed_literal(value, literal.datatype().into_owned()).into(),
            }
        }
        Term::Triple(triple) => {
            let Triple { subject, predicate, object } = *triple;
            Triple::new(subject, predicate, for_xml(object)).into()
        }
        other => other,
    }
}

fn unwritable(error: io::Error) -> Error {
    Error::Output { path: "-".into(), reason: error.to_string() }
}
