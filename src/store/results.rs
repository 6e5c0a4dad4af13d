//! Writing what a query gave in the formats of SPARQL and RDF.

use std::collections::BTreeMap;
use std::io::{self, Write};

use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfSerializer};
use oxigraph::model::{GraphName, Literal, Term, Triple};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use serde::{Deserialize, Serialize};

use super::rdf11::to_rdf11;
use super::sparql::{Rows, Triples};
use crate::error::{Error, Result};
use crate::ontology::vocab::PREFIXES;

/// So many triples are sorted before they are written, where they are streamed.
const SORTED: usize = 100_000;

/// A format for the rows of a SELECT and the truth of an ASK.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TripleFormat {
    /// Turtle with the prefixes it uses.
    Turtle,
    /// N-Triples.
    NTriples,
    /// JSON-LD.
    JsonLd,
    /// RDF/XML.
    RdfXml,
    /// TriG, in its default graph.
    TriG,
    /// N-Quads, in their default graph.
    NQuads,
    /// N3.
    N3,
}

impl RowFormat {
    /// All of them, the one to choose where nothing is asked for first.
    pub const ALL: [RowFormat; 4] = [RowFormat::Json, RowFormat::Xml, RowFormat::Csv, RowFormat::Tsv];

    /// Its media types, its own first.
    pub fn media_types(self) -> &'static [&'static str] {
        match self {
            RowFormat::Json => &["application/sparql-results+json", "application/json"],
            RowFormat::Xml => &["application/sparql-results+xml", "application/xml", "text/xml"],
            RowFormat::Csv => &["text/csv"],
            RowFormat::Tsv => &["text/tab-separated-values"],
        }
    }

    /// The names it is asked for with.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            RowFormat::Json => &["json"],
            RowFormat::Xml => &["xml"],
            RowFormat::Csv => &["csv"],
            RowFormat::Tsv => &["tsv"],
        }
    }

    /// The format that is asked for with a name.
    pub fn named(name: &str) -> Option<RowFormat> {
        RowFormat::ALL.into_iter().find(|format| format.names().contains(&name))
    }

    fn serializer(self) -> QueryResultsSerializer {
        QueryResultsSerializer::from_format(match self {
            RowFormat::Csv => QueryResultsFormat::Csv,
            RowFormat::Tsv => QueryResultsFormat::Tsv,
            RowFormat::Json => QueryResultsFormat::Json,
            RowFormat::Xml => QueryResultsFormat::Xml,
        })
    }
}

impl TripleFormat {
    /// All of them, the one to choose where nothing is asked for first.
    pub const ALL: [TripleFormat; 7] = [
        TripleFormat::Turtle,
        TripleFormat::NTriples,
        TripleFormat::JsonLd,
        TripleFormat::RdfXml,
        TripleFormat::TriG,
        TripleFormat::NQuads,
        TripleFormat::N3,
    ];

    /// Its media types, its own first.
    pub fn media_types(self) -> &'static [&'static str] {
        match self {
            TripleFormat::Turtle => &["text/turtle", "application/turtle", "application/x-turtle"],
            TripleFormat::NTriples => &["application/n-triples", "text/plain"],
            TripleFormat::JsonLd => &["application/ld+json", "application/json"],
            TripleFormat::RdfXml => &["application/rdf+xml", "application/xml", "text/xml"],
            TripleFormat::TriG => &["application/trig", "application/x-trig"],
            TripleFormat::NQuads => &["application/n-quads", "text/x-nquads"],
            TripleFormat::N3 => &["text/n3", "text/rdf+n3"],
        }
    }

    /// The names it is asked for with, the one to name it by first.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            TripleFormat::Turtle => &["ttl", "turtle"],
            TripleFormat::NTriples => &["nt", "n-triples"],
            TripleFormat::JsonLd => &["jsonld", "json-ld", "json"],
            TripleFormat::RdfXml => &["xml", "rdf"],
            TripleFormat::TriG => &["trig"],
            TripleFormat::NQuads => &["nq", "n-quads"],
            TripleFormat::N3 => &["n3"],
        }
    }

    /// The format that is asked for with a name.
    pub fn named(name: &str) -> Option<TripleFormat> {
        TripleFormat::ALL.into_iter().find(|format| format.names().contains(&name))
    }

    /// The format as the parsers and writers of RDF know it.
    pub fn rdf(self) -> RdfFormat {
        match self {
            TripleFormat::Turtle => RdfFormat::Turtle,
            TripleFormat::NTriples => RdfFormat::NTriples,
            TripleFormat::JsonLd => RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() },
            TripleFormat::RdfXml => RdfFormat::RdfXml,
            TripleFormat::TriG => RdfFormat::TriG,
            TripleFormat::NQuads => RdfFormat::NQuads,
            TripleFormat::N3 => RdfFormat::N3,
        }
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
    triples: impl IntoIterator<Item = Result<Triple>>,
    format: TripleFormat,
    out: impl Write,
) -> Result<()> {
    let mut sorted: BTreeMap<String, Triple> = BTreeMap::new();
    for triple in triples {
        for triple in said_in(triple?, format) {
            sorted.insert(triple.to_string(), triple);
        }
    }
    let used = |namespace: &str| sorted.keys().any(|t| t.contains(namespace));
    write(sorted.values().cloned().map(Ok), used, format, out)
}

/// Writes triples sorted, each once, where they are not more than a hundred thousand, and more of them as they are found.
///
/// # Errors
/// As for [`write_triples`].
pub fn stream_triples(mut triples: Triples, format: TripleFormat, out: impl Write) -> Result<()> {
    let first: Vec<Result<Triple>> = triples.by_ref().take(SORTED).collect();
    if first.len() < SORTED {
        return write_triples(first, format, out);
    }
    let said = first.into_iter().chain(triples).flat_map(|triple| match triple {
        Ok(triple) => said_in(triple, format).into_iter().map(Ok).collect(),
        Err(e) => vec![Err(e)],
    });
    write(said, |_| true, format, out)
}

/// A triple as a format says it: JSON-LD has no triple terms, so that there each reifier is an `rdf:Statement`, and what RDF 1.1
/// cannot say at all is left out.
fn said_in(triple: Triple, format: TripleFormat) -> Vec<Triple> {
    if format != TripleFormat::JsonLd {
        return vec![triple];
    }
    let quads = to_rdf11(triple.in_graph(GraphName::DefaultGraph)).unwrap_or_default();
    quads.into_iter().map(Triple::from).collect()
}

fn write(
    triples: impl Iterator<Item = Result<Triple>>,
    used: impl Fn(&str) -> bool,
    format: TripleFormat,
    mut out: impl Write,
) -> Result<()> {
    let mut serializer = RdfSerializer::from_format(format.rdf());
    for (prefix, namespace) in PREFIXES {
        if used(namespace) {
            let known = serializer.with_prefix(*prefix, *namespace);
            serializer = known.expect("the vocabulary's namespaces are IRIs");
        }
    }
    let mut writer = serializer.for_writer(&mut out);
    for triple in triples {
        let triple = triple?;
        let triple = match format {
            TripleFormat::RdfXml => Triple { object: for_xml(triple.object), ..triple },
            _ => triple,
        };
        writer.serialize_triple(&triple).map_err(unwritable)?;
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
