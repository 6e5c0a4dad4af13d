//! The graph in the syntaxes of RDF, in version 1.2 as it is stored or in version 1.1 for other tools.

use std::io;
use std::path::PathBuf;

use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::model::vocab::rdf;
use oxigraph::model::{GraphName, Quad, Term};

use super::formats::{Export, Options};
use crate::error::{Error, Result};
use crate::ontology::vocab::{ONTOLOGY_GRAPH, PREFIXES};
use crate::store::Store;
use crate::store::rdf11::to_rdf11;
use crate::store::results::for_xml;

/// The version of RDF to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RdfVersion {
    /// Reifiers as `rdf:Statement`, which every tool reads.
    V11,
    /// Reifiers with `rdf:reifies` and triple terms, as stored.
    V12,
}

/// A syntax of RDF.
pub struct Syntax {
    extension: &'static str,
    what: &'static str,
    format: RdfFormat,
    /// The version to write where the user names none.
    version: RdfVersion,
}

/// N-Quads: a line for each quad, sorted.
pub const NQUADS: Syntax =
    Syntax { extension: "nq", what: "N-Quads", format: RdfFormat::NQuads, version: RdfVersion::V12 };
/// TriG: a graph for each article.
pub const TRIG: Syntax = Syntax { extension: "trig", what: "TriG", format: RdfFormat::TriG, version: RdfVersion::V12 };
/// Turtle: the union of all graphs.
pub const TURTLE: Syntax =
    Syntax { extension: "ttl", what: "Turtle, all graphs as one", format: RdfFormat::Turtle, version: RdfVersion::V12 };
/// N-Triples: the union of all graphs, a line for each triple, sorted.
pub const NTRIPLES: Syntax = Syntax {
    extension: "nt",
    what: "N-Triples, all graphs as one",
    format: RdfFormat::NTriples,
    version: RdfVersion::V12,
};
/// RDF/XML: the union of all graphs.
pub const RDF_XML: Syntax = Syntax {
    extension: "rdf",
    what: "RDF/XML, all graphs as one",
    format: RdfFormat::RdfXml,
    version: RdfVersion::V11,
};

impl Export for Syntax {
    fn extension(&self) -> &'static str {
        self.extension
    }

    fn what(&self) -> &'static str {
        self.what
    }

    fn bytes(&self, store: &Store, options: &Options<'_>) -> Result<Vec<u8>> {
        let version = options.rdf.unwrap_or(self.version);
        let mut quads = content(store, options, version)?;
        if !self.format.supports_datasets() {
            for quad in &mut quads {
                quad.graph_name = GraphName::DefaultGraph;
            }
            sort(&mut quads);
        }
        let bytes = serialize(self.format, &quads)?;
        Ok(match self.format {
            RdfFormat::NQuads | RdfFormat::NTriples => sorted_lines(&bytes),
            _ => bytes,
        })
    }
}

/// The lines in order of their bytes, so that two exports compare with `diff` and `comm`.
fn sorted_lines(bytes: &[u8]) -> Vec<u8> {
    let mut lines: Vec<&[u8]> = bytes.split_inclusive(|b| *b == b'\n').collect();
    lines.sort_unstable();
    lines.concat()
}

/// The store's quads in a version of RDF, sorted by graph, subject, predicate (the type first) and object, each once.
pub fn content(store: &Store, options: &Options<'_>, version: RdfVersion) -> Result<Vec<Quad>> {
    let unreadable = |reason: String| Error::Store { path: store.dir().to_owned(), reason };
    let mut quads = Vec::new();
    for quad in store.iter() {
        let quad = quad.map_err(|e| unreadable(e.to_string()))?;
        let of_ontology = matches!(&quad.graph_name, GraphName::NamedNode(name) if name.as_str() == ONTOLOGY_GRAPH);
        if of_ontology && !options.ontology {
            continue;
        }
        match version {
            RdfVersion::V12 => quads.push(quad),
            RdfVersion::V11 => quads.extend(
                to_rdf11(quad)
                    .map_err(|q| unreadable(format!("holds {q}, which RDF 1.1 cannot say; export it as RDF 1.2")))?,
            ),
        }
    }
    sort(&mut quads);
    Ok(quads)
}

fn sort(quads: &mut Vec<Quad>) {
    quads.sort_by_cached_key(|q| {
        let (graph, subject, object) = (q.graph_name.to_string(), q.subject.to_string(), q.object.to_string());
        (graph, subject, q.predicate != rdf::TYPE, q.predicate.as_str().to_owned(), object)
    });
    quads.dedup();
}

/// The quads in a syntax, with the prefixes they use.
pub fn serialize(format: RdfFormat, quads: &[Quad]) -> Result<Vec<u8>> {
    let mut serializer = RdfSerializer::from_format(format);
    for (prefix, namespace) in PREFIXES {
        if quads.iter().any(|q| names(q, namespace)) {
            let named = serializer.with_prefix(*prefix, *namespace);
            serializer = named.expect("the vocabulary's namespaces are IRIs");
        }
    }
    let write = || -> io::Result<Vec<u8>> {
        let mut writer = serializer.for_writer(Vec::new());
        for quad in quads {
            match format {
                RdfFormat::RdfXml => {
                    let object = for_xml(quad.object.clone());
                    writer.serialize_quad(&Quad { object, ..quad.clone() })?;
                }
                _ => writer.serialize_quad(quad)?,
            }
        }
        writer.finish()
    };
    write().map_err(|e| Error::Output {
        path: PathBuf::new(),
        reason: format!("{} cannot hold the graph: {e}", format.name()),
    })
}

/// Whether a quad names something in a namespace.
fn names(quad: &Quad, namespace: &str) -> bool {
    let within = |term: &Term| match term {
        Term::NamedNode(node) => node.as_str().starts_with(namespace),
        Term::Literal(literal) => literal.datatype().as_str().starts_with(namespace),
        Term::Triple(triple) => triple.predicate.as_str().starts_with(namespace),
        Term::BlankNode(_) => false,
    };
    quad.predicate.as_str().starts_with(namespace) || within(&quad.subject.clone().into()) || within(&quad.object)
}
