//! Property paths of SHACL, written as property paths of SPARQL.

use oxigraph::model::{Graph, NamedNode, NamedOrBlankNodeRef, Term, TermRef, vocab::rdf};

use super::read::{Reason, list, one, sh};

/// A property path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Path {
    /// One property.
    Predicate(NamedNode),
    /// A path walked from object to subject.
    Inverse(Box<Path>),
    /// Paths walked one after the other.
    Sequence(Vec<Path>),
    /// Any one of several paths.
    Alternative(Vec<Path>),
    /// A path walked any number of times, none included.
    ZeroOrMore(Box<Path>),
    /// A path walked once or more.
    OneOrMore(Box<Path>),
    /// A path walked once or not at all.
    ZeroOrOne(Box<Path>),
}

/// A path that is made of another.
type Form = fn(Box<Path>) -> Path;

impl Path {
    /// Reads the path that `node` of the shapes graph describes.
    pub fn read(graph: &Graph, node: TermRef<'_>) -> Result<Path, Reason> {
        let subject = match node {
            TermRef::NamedNode(n) if !describes_path(graph, n.into()) => {
                return Ok(Path::Predicate(n.into_owned()));
            }
            TermRef::NamedNode(n) => NamedOrBlankNodeRef::from(n),
            TermRef::BlankNode(n) => NamedOrBlankNodeRef::from(n),
            other => return Err(format!("{other} is no property path")),
        };
        if graph.object_for_subject_predicate(subject, rdf::FIRST).is_some() {
            return Ok(Path::Sequence(Self::read_list(graph, &subject.into())?));
        }
        if let Some(head) = one(graph, subject, "alternativePath")? {
            return Ok(Path::Alternative(Self::read_list(graph, &head.into_owned())?));
        }
        let forms: [(&str, Form); 4] = [
            ("inversePath", Path::Inverse),
            ("zeroOrMorePath", Path::ZeroOrMore),
            ("oneOrMorePath", Path::OneOrMore),
            ("zeroOrOnePath", Path::ZeroOrOne),
        ];
        for (predicate, form) in forms {
            if let Some(inner) = one(graph, subject, predicate)? {
                return Ok(form(Box::new(Self::read(graph, inner)?)));
            }
        }
        Err(format!("{subject} is no property path"))
    }

    fn read_list(graph: &Graph, head: &Term) -> Result<Vec<Path>, Reason> {
        let members = list(graph, head.as_ref())?;
        if members.is_empty() {
            return Err("a property path is an empty list".to_owned());
        }
        members.iter().map(|m| Self::read(graph, m.as_ref())).collect()
    }

    /// The path in SPARQL.
    pub fn to_sparql(&self) -> String {
        let join = |paths: &[Path], by: &str| {
            let parts: Vec<String> = paths.iter().map(Path::to_sparql).collect();
            format!("({})", parts.join(by))
        };
        match self {
            Path::Predicate(p) => p.to_string(),
            Path::Inverse(p) => format!("^({})", p.to_sparql()),
            Path::Sequence(paths) => join(paths, "/"),
            Path::Alternative(paths) => join(paths, "|"),
            Path::ZeroOrMore(p) => format!("({})*", p.to_sparql()),
            Path::OneOrMore(p) => format!("({})+", p.to_sparql()),
            Path::ZeroOrOne(p) => format!("({})?", p.to_sparql()),
        }
    }
}

/// Whether an IRI stands for a path, as the IRIs do that blank nodes of the ontology are given when it is loaded.
fn describes_path(graph: &Graph, node: NamedOrBlankNodeRef<'_>) -> bool {
    let forms = ["alternativePath", "inversePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath"];
    graph.object_for_subject_predicate(node, rdf::FIRST).is_some()
        || forms.iter().any(|form| graph.object_for_subject_predicate(node, &sh(form)).is_some())
}
