//! Whether a built graph is what it promises to be: the shapes of its ontology, the user's, and evidence in its graph.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::vocab::rdf;
use oxigraph::model::{
    Graph, GraphName, GraphNameRef, NamedNode, NamedNodeRef, NamedOrBlankNodeRef, Quad, Term, Triple, TripleRef,
};
use oxigraph::store::{StorageError, Store};

use super::rdf11::to_rdf11;
use super::shacl::{Shapes, Violation};
use crate::error::{Error, Result};
use crate::ontology::vocab::{self, ONTOLOGY_GRAPH};

/// How many quads are put into memory at a time.
const BATCH: usize = 200_000;

/// What a validation found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validation {
    /// Everything at fault, sorted; empty if the graph conforms.
    pub violations: Vec<Violation>,
    /// How many shapes with targets were checked.
    pub shapes: usize,
    /// How many graphs besides the ontology's were checked.
    pub graphs: usize,
}

impl Validation {
    /// Whether nothing is at fault.
    pub fn conforms(&self) -> bool {
        self.violations.is_empty()
    }
}

/// Validates the union of all graphs against the shapes of the store's own ontology and those of `more`.
///
/// The shapes see the graph in RDF 1.1 form (see [`to_rdf11`]), as any other SHACL processor would. What they cannot
/// see is checked beside them: that each fact has its evidence in the graph it stands in, so that dropping one
/// article's graph leaves no fact without evidence and no evidence without its fact.
///
/// # Errors
/// [`Error::Store`] if the store cannot be read or holds no ontology with shapes; [`Error::Ontology`] for shapes that are not supported.
pub fn validate(store: &Store, folder: &Path, more: &[ShapesFile]) -> Result<Validation> {
    let broken = |reason: String| Error::Store { path: folder.to_owned(), reason };
    let ontology = graph_of(store, ONTOLOGY_GRAPH).map_err(|e| broken(e.to_string()))?;
    let own = read("the shapes of the store's ontology", &ontology)?;
    if own.is_empty() {
        let reason = "holds no ontology with shapes, so there is nothing to validate against; build it again";
        return Err(broken(reason.to_owned()));
    }
    let mut all = vec![(PathBuf::from("the shapes of the store's ontology"), own)];
    for file in more {
        all.push((file.path.clone(), read(&file.path.display().to_string(), &file.graph)?));
    }
    let facts = fact_properties(&ontology);
    let data = Store::new().map_err(|e| broken(e.to_string()))?;
    let mut found = BTreeSet::new();
    let (mut graphs, mut waiting) = (0, Vec::new());
    for name in graph_names(store).map_err(|e| broken(e.to_string()))? {
        let quads: Vec<Quad> = store
            .quads_for_pattern(None, None, None, Some(name.as_ref()))
            .collect::<std::result::Result<_, StorageError>>()
            .map_err(|e| broken(e.to_string()))?;
        if !quads.is_empty() && name.as_ref() != GraphNameRef::NamedNode(NamedNodeRef::new_unchecked(ONTOLOGY_GRAPH)) {
            graphs += 1;
            found.extend(facts.without_evidence(&name, &quads));
        }
        waiting.extend(quads);
        if waiting.len() > BATCH {
            load(&data, std::mem::take(&mut waiting)).map_err(&broken)?;
        }
    }
    load(&data, waiting).map_err(&broken)?;
    let mut shapes = 0;
    for (file, checked) in &all {
        shapes += checked.len();
        found.extend(checked.violations(&data).map_err(|reason| unusable(&file.display().to_string(), reason))?);
    }
    Ok(Validation { violations: found.into_iter().collect(), shapes, graphs })
}

/// A file of the user's with shapes.
#[derive(Clone, Debug)]
pub struct ShapesFile {
    path: PathBuf,
    graph: Graph,
}

impl ShapesFile {
    /// Reads a Turtle file.
    ///
    /// # Errors
    /// [`Error::Ontology`] if it cannot be read or is not Turtle, with the line.
    pub fn read(path: &Path) -> Result<ShapesFile> {
        let at = |line: Option<u64>, reason: String| Error::Ontology { file: path.display().to_string(), line, reason };
        let text = fs::read(path).map_err(|e| at(None, format!("cannot be read: {e}")))?;
        let mut graph = Graph::new();
        for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(&text) {
            let quad =
                quad.map_err(|e| at(e.location().map(|l| l.start.line + 1), format!("not valid Turtle: {e}")))?;
            graph.insert(&Triple::from(quad));
        }
        if read(&path.display().to_string(), &graph)?.is_empty() {
            return Err(at(
                None,
                "has no shape with a target (sh:targetClass …), so it would check nothing".to_owned(),
            ));
        }
        Ok(ShapesFile { path: path.to_owned(), graph })
    }
}

fn read(file: &str, graph: &Graph) -> Result<Shapes> {
    Shapes::read(graph).map_err(|reason| unusable(file, reason))
}

fn unusable(file: &str, reason: String) -> Error {
    Error::Ontology { file: file.to_owned(), line: None, reason }
}

fn graph_of(store: &Store, name: &str) -> std::result::Result<Graph, StorageError> {
    let name = GraphNameRef::NamedNode(NamedNodeRef::new_unchecked(name));
    let quads = store.quads_for_pattern(None, None, None, Some(name));
    quads.map(|quad| quad.map(Triple::from)).collect()
}

/// The names of all graphs, the default graph included, sorted.
fn graph_names(store: &Store) -> std::result::Result<Vec<GraphName>, StorageError> {
    let mut names: Vec<GraphName> = vec![GraphName::DefaultGraph];
    for name in store.named_graphs() {
        names.push(name?.into());
    }
    names.sort_by_cached_key(ToString::to_string);
    Ok(names)
}

/// Puts the quads, in RDF 1.1 form, into the default graph of `data`.
fn load(data: &Store, quads: Vec<Quad>) -> std::result::Result<(), String> {
    let mut triples = Vec::with_capacity(quads.len());
    for quad in quads {
        let quads = to_rdf11(quad).map_err(|q| format!("RDF 1.1 cannot say {q}, so SHACL cannot check it"))?;
        triples.extend(quads.into_iter().map(|q| Triple::from(q).in_graph(GraphName::DefaultGraph)));
    }
    let mut loader = data.bulk_loader();
    loader.load_quads(triples).map_err(|e| e.to_string())?;
    loader.commit().map_err(|e| e.to_string())
}

/// The properties whose triples need evidence, sorted.
struct Facts(Vec<NamedNode>);

fn fact_properties(ontology: &Graph) -> Facts {
    let fact = vocab::expand("vg:FactProperty").expect("vg: is one of the program's prefixes");
    let fact = NamedNode::new_unchecked(fact);
    let subjects = ontology.subjects_for_predicate_object(rdf::TYPE, &fact);
    let mut properties: Vec<NamedNode> = subjects
        .filter_map(|subject| match subject {
            NamedOrBlankNodeRef::NamedNode(property) => Some(property.into_owned()),
            NamedOrBlankNodeRef::BlankNode(_) => None,
        })
        .collect();
    properties.sort();
    Facts(properties)
}

impl Facts {
    /// The facts of one graph that have no evidence in it, and the evidence in it whose fact it does not state.
    fn without_evidence(&self, graph: &GraphName, quads: &[Quad]) -> Vec<Violation> {
        let proven: HashSet<TripleRef<'_>> = quads
            .iter()
            .filter(|q| q.predicate == rdf::REIFIES)
            .filter_map(|q| match &q.object {
                Term::Triple(triple) => Some(triple.as_ref().into()),
                _ => None,
            })
            .collect();
        let stated: HashSet<TripleRef<'_>> = quads.iter().map(|q| TripleRef::from(q.as_ref())).collect();
        let facts = stated.iter().filter(|t| self.0.binary_search_by(|p| p.as_ref().cmp(&t.predicate)).is_ok());
        let unproven = facts.filter(|fact| !proven.contains(*fact));
        let unproven =
            unproven.map(|fact| misplaced(graph, *fact, "a fact has no evidence in the graph that states it"));
        let unstated = proven.difference(&stated);
        let unstated =
            unstated.map(|fact| misplaced(graph, *fact, "evidence stands in a graph that does not state its fact"));
        unproven.chain(unstated).collect()
    }
}

fn misplaced(graph: &GraphName, fact: TripleRef<'_>, message: &str) -> Violation {
    Violation {
        focus: match graph {
            GraphName::NamedNode(n) => n.as_str().to_owned(),
            _ => "the default graph".to_owned(),
        },
        path: None,
        value: Some(shortened(fact)),
        message: message.to_owned(),
        shape: "vsh:EvidenceInItsGraph".to_owned(),
    }
}

/// A triple with prefixed names.
fn shortened(triple: TripleRef<'_>) -> String {
    let short = |text: String| match text.strip_prefix('<').and_then(|t| t.strip_suffix('>')) {
        Some(iri) => vocab::shorten(iri),
        None => text,
    };
    let (subject, object) = (triple.subject.to_string(), triple.object.to_string());
    format!("{} {} {}", short(subject), vocab::shorten(triple.predicate.as_str()), short(object))
}
