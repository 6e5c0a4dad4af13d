//! Shapes graph in, shapes out. What cannot be checked here is an error: a shape is never half understood.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{Graph, Literal, NamedNode, NamedNodeRef, NamedOrBlankNode, NamedOrBlankNodeRef, Term, TermRef};

use super::demand;
use super::path::Path;
use super::shape::{Shape, Target};
use crate::ontology::vocab;

/// Why shapes cannot be used, naming the shape.
pub type Reason = String;

/// The term of SHACL with a local name.
pub fn sh(local: &str) -> NamedNode {
    let iri = vocab::expand(&format!("sh:{local}")).expect("sh: is one of the program's prefixes");
    NamedNode::new_unchecked(iri)
}

/// Every shape of a shapes graph that has targets of its own, in order of their names.
///
/// # Errors
/// The first construct that cannot be checked, with the shape it stands in and what to do about it.
pub fn shapes(graph: &Graph) -> Result<Vec<Shape>, Reason> {
    for (predicate, object) in [("rdf:type", Some("ConstraintComponent")), ("sh:entailment", None)] {
        let predicate = vocab::expand(predicate).expect("the prefix is one of the program's");
        let mut found = graph.triples_for_predicate(NamedNodeRef::new_unchecked(&predicate));
        if let Some(triple) = found.find(|t| object.is_none_or(|o| t.object == TermRef::from(&sh(o)))) {
            let what = object.unwrap_or("entailment");
            return Err(unsupported(&name_of(triple.subject, ""), what));
        }
    }
    let mut reader = Reader { graph, open: Vec::new() };
    let mut shapes = Vec::new();
    for node in roots(graph).into_values() {
        let shape = reader.shape(node.as_ref(), "")?;
        if !shape.targets.is_empty() {
            shapes.push(shape);
        }
    }
    Ok(shapes)
}

/// The nodes that are shapes by type or by having a target, by what they are written as.
fn roots(graph: &Graph) -> BTreeMap<String, NamedOrBlankNode> {
    let typed = ["NodeShape", "PropertyShape"].map(sh);
    let typed = typed.iter().flat_map(|class| graph.subjects_for_predicate_object(rdf::TYPE, class));
    let targets = ["targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf", "target"].map(sh);
    let targeted = targets.iter().flat_map(|p| graph.triples_for_predicate(p)).map(|t| t.subject);
    typed.chain(targeted).map(|node| (node.to_string(), node.into_owned())).collect()
}

/// Reads shapes, remembering which are being read, so that a shape inside itself is found.
pub struct Reader<'g> {
    /// The shapes graph.
    pub graph: &'g Graph,
    open: Vec<NamedOrBlankNode>,
}

impl Reader<'_> {
    /// The shape at `node`; `around` is the name of the shape it stands in.
    pub fn shape(&mut self, node: NamedOrBlankNodeRef<'_>, around: &str) -> Result<Shape, Reason> {
        let name = name_of(node, around);
        if self.open.iter().any(|open| open.as_ref() == node) {
            return Err(format!("shape {name} is part of itself, which cannot be checked; take the circle out"));
        }
        self.open.push(node.into_owned());
        let shape = self.shape_named(node, &name);
        self.open.pop();
        shape
    }

    fn shape_named(&mut self, node: NamedOrBlankNodeRef<'_>, name: &str) -> Result<Shape, Reason> {
        let graph = self.graph;
        let path = one(graph, node, "path")?.map(|p| Path::read(graph, p)).transpose();
        let mut shape = Shape {
            name: name.to_owned(),
            targets: Vec::new(),
            path: path.map_err(|reason| in_shape(name, &reason))?,
            constraints: Vec::new(),
            message: message(graph, node),
        };
        if one(graph, node, "deactivated")?.is_some_and(truth) {
            return Ok(shape);
        }
        shape.targets = targets(graph, node).map_err(|reason| in_shape(name, &reason))?;
        let mut demands: Vec<(NamedNodeRef<'_>, TermRef<'_>)> =
            graph.triples_for_subject(node).map(|t| (t.predicate, t.object)).collect();
        demands.sort_by_cached_key(|(p, o)| (p.as_str().to_owned(), o.to_string()));
        let namespace = sh("");
        for (predicate, object) in demands {
            if let Some(local) = predicate.as_str().strip_prefix(namespace.as_str()) {
                let constraint = demand::read(self, node, &shape, local, object)?;
                shape.constraints.extend(constraint);
            }
        }
        Ok(shape)
    }

    /// The shape that is the value of a parameter.
    pub fn part(&mut self, node: TermRef<'_>, around: &str) -> Result<Shape, Reason> {
        match node {
            TermRef::NamedNode(n) => self.shape(n.into(), around),
            TermRef::BlankNode(n) => self.shape(n.into(), around),
            other => Err(in_shape(around, &format!("{other} is no shape"))),
        }
    }

    /// The shapes of a list.
    pub fn parts(&mut self, head: TermRef<'_>, around: &str) -> Result<Vec<Shape>, Reason> {
        let members = list(self.graph, head).map_err(|reason| in_shape(around, &reason))?;
        members.iter().map(|m| self.part(m.as_ref(), around)).collect()
    }
}

fn targets(graph: &Graph, node: NamedOrBlankNodeRef<'_>) -> Result<Vec<Target>, Reason> {
    let mut targets = BTreeMap::new();
    type Form = fn(NamedNode) -> Target;
    let forms: [(&str, Form); 3] = [
        ("targetClass", Target::Class),
        ("targetSubjectsOf", Target::SubjectsOf),
        ("targetObjectsOf", Target::ObjectsOf),
    ];
    for (local, form) in forms {
        for object in graph.objects_for_subject_predicate(node, &sh(local)) {
            targets.insert((local, object.to_string()), form(iri(object)?));
        }
    }
    for object in graph.objects_for_subject_predicate(node, &sh("targetNode")) {
        if matches!(object, TermRef::BlankNode(_)) {
            return Err("a blank node cannot be a target".to_owned());
        }
        targets.insert(("targetNode", object.to_string()), Target::Node(object.into_owned()));
    }
    let owl_class = vocab::expand("owl:Class").expect("owl: is one of the program's prefixes");
    let classes = [rdfs::CLASS, NamedNodeRef::new_unchecked(&owl_class)];
    let types: BTreeSet<_> = graph.objects_for_subject_predicate(node, rdf::TYPE).map(|t| t.to_string()).collect();
    if let (NamedOrBlankNodeRef::NamedNode(class), true) =
        (node, classes.iter().any(|c| types.contains(&c.to_string())))
    {
        targets.insert(("implicit", class.to_string()), Target::Class(class.into_owned()));
    }
    Ok(targets.into_values().collect())
}

/// What a shape or a constraint says when it is violated: its English message, else the first.
pub fn message(graph: &Graph, node: NamedOrBlankNodeRef<'_>) -> Option<String> {
    let mut messages: Vec<(bool, &str)> = graph
        .objects_for_subject_predicate(node, &sh("message"))
        .filter_map(|o| match o {
            TermRef::Literal(l) => Some((!l.language().unwrap_or("en").starts_with("en"), l.value())),
            _ => None,
        })
        .collect();
    messages.sort_unstable();
    messages.first().map(|(_, text)| (*text).to_owned())
}

/// The one value of a parameter that may be given once; none if it is not given.
pub fn one<'g>(graph: &'g Graph, node: NamedOrBlankNodeRef<'_>, local: &str) -> Result<Option<TermRef<'g>>, Reason> {
    let parameter = sh(local);
    let mut values = graph.objects_for_subject_predicate(node, &parameter);
    let first = values.next();
    match values.next() {
        None => Ok(first),
        Some(_) => Err(in_shape(&name_of(node, "without a name"), &format!("sh:{local} is given twice"))),
    }
}

/// The members of an RDF list.
pub fn list(graph: &Graph, head: TermRef<'_>) -> Result<Vec<Term>, Reason> {
    let mut members = Vec::new();
    let mut node = head.into_owned();
    while node.as_ref() != TermRef::NamedNode(rdf::NIL) {
        let subject = match &node {
            Term::NamedNode(n) => NamedOrBlankNodeRef::from(n),
            Term::BlankNode(n) => NamedOrBlankNodeRef::from(n),
            other => return Err(format!("{other} is no list")),
        };
        let first = graph.object_for_subject_predicate(subject, rdf::FIRST);
        let rest = graph.object_for_subject_predicate(subject, rdf::REST);
        let (Some(first), Some(rest), true) = (first, rest, members.len() < 10_000) else {
            return Err(format!("{head} is no list that ends"));
        };
        members.push(first.into_owned());
        node = rest.into_owned();
    }
    Ok(members)
}

/// A value that must be an IRI.
pub fn iri(term: TermRef<'_>) -> Result<NamedNode, Reason> {
    match term {
        TermRef::NamedNode(n) => Ok(n.into_owned()),
        other => Err(format!("{other} should be an IRI")),
    }
}

/// A value that must be a literal.
pub fn literal(term: TermRef<'_>) -> Result<Literal, Reason> {
    match term {
        TermRef::Literal(l) => Ok(l.into_owned()),
        other => Err(format!("{other} should be a literal")),
    }
}

/// Whether a value is the boolean true.
pub fn truth(term: TermRef<'_>) -> bool {
    matches!(term, TermRef::Literal(l) if l.value() == "true" || l.value() == "1")
}

/// How a shape is called: by its IRI, or by the shape around it if it has none of its own.
fn name_of(node: NamedOrBlankNodeRef<'_>, around: &str) -> String {
    match node {
        NamedOrBlankNodeRef::NamedNode(n) if around.is_empty() || !n.as_str().contains("/genid/") => {
            vocab::shorten(n.as_str())
        }
        other if around.is_empty() => other.to_string(),
        _ => around.to_owned(),
    }
}

/// The reason with its shape.
pub fn in_shape(name: &str, reason: &str) -> Reason {
    format!("shape {name}: {reason}")
}

/// The reason that a construct is not supported.
pub fn unsupported(name: &str, local: &str) -> Reason {
    in_shape(
        name,
        &format!("sh:{local} cannot be checked here; write it with SHACL Core or as sh:sparql with sh:select"),
    )
}
