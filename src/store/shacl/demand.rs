//! One parameter of a shape in, the constraint it makes out.

use oxigraph::model::{Graph, NamedNode, NamedOrBlankNodeRef, Term, TermRef};

use super::read::{Reader, Reason, in_shape, iri, list, literal, message, one, sh, truth, unsupported};
use super::shape::{Compare, Constraint, NodeKind, Shape};

/// Greatest number that `sh:minCount` and its like may demand: counting is done by joining values with each other.
const MOST: u32 = 8;

/// The constraint that `sh:local object` makes of the shape at `node`; none for parameters that only describe, and for
/// those that are read together with another.
pub fn read(
    reader: &mut Reader<'_>,
    node: NamedOrBlankNodeRef<'_>,
    shape: &Shape,
    local: &str,
    object: TermRef<'_>,
) -> Result<Option<Constraint>, Reason> {
    let name = shape.name.as_str();
    let graph = reader.graph;
    let constraint = match local {
        "property" => Constraint::Property(Box::new(reader.part(object, name)?)),
        "node" => Constraint::Node(Box::new(reader.part(object, name)?)),
        "not" => Constraint::Not(Box::new(reader.part(object, name)?)),
        "and" => Constraint::And(reader.parts(object, name)?),
        "or" => Constraint::Or(reader.parts(object, name)?),
        "xone" => Constraint::Xone(reader.parts(object, name)?),
        "qualifiedValueShape" => Constraint::Qualified {
            shape: Box::new(reader.part(object, name)?),
            min: qualified(graph, node, "qualifiedMinCount", name)?,
            max: qualified(graph, node, "qualifiedMaxCount", name)?,
        },
        _ => return simple(graph, node, shape, local, object),
    };
    match (&constraint, &shape.path) {
        (Constraint::Qualified { .. }, None) => Err(in_shape(name, "sh:qualifiedValueShape needs a sh:path")),
        _ => Ok(Some(constraint)),
    }
}

/// The constraints without other shapes in them.
fn simple(
    graph: &Graph,
    node: NamedOrBlankNodeRef<'_>,
    shape: &Shape,
    local: &str,
    object: TermRef<'_>,
) -> Result<Option<Constraint>, Reason> {
    let name = shape.name.as_str();
    let constraint = match local {
        "path" | "message" | "deactivated" | "targetClass" | "targetNode" | "targetSubjectsOf" | "targetObjectsOf" => {
            None
        }
        "name" | "description" | "order" | "group" | "defaultValue" | "severity" => None,
        "flags" | "ignoredProperties" | "qualifiedMinCount" | "qualifiedMaxCount" => None,
        "qualifiedValueShapesDisjoint" | "closed" | "uniqueLang" if !truth(object) => None,
        "uniqueLang" => Some(Constraint::UniqueLang),
        "closed" => Some(Constraint::Closed(allowed(graph, node)?)),
        "class" => Some(Constraint::Class(iri(object)?)),
        "datatype" => Some(Constraint::Datatype(iri(object)?)),
        "nodeKind" => Some(Constraint::NodeKind(node_kind(object).map_err(|r| in_shape(name, &r))?)),
        "minCount" => Some(Constraint::MinCount(count(object, name)?)),
        "maxCount" => Some(Constraint::MaxCount(count(object, name)?)),
        "minInclusive" => Some(Constraint::Bound(Compare::GreaterOrEqual, literal(object)?)),
        "minExclusive" => Some(Constraint::Bound(Compare::Greater, literal(object)?)),
        "maxInclusive" => Some(Constraint::Bound(Compare::LessOrEqual, literal(object)?)),
        "maxExclusive" => Some(Constraint::Bound(Compare::Less, literal(object)?)),
        "minLength" => Some(Constraint::MinLength(number(object, name)?)),
        "maxLength" => Some(Constraint::MaxLength(number(object, name)?)),
        "pattern" => Some(pattern(graph, node, object)?),
        "languageIn" => Some(Constraint::LanguageIn(texts(graph, object)?)),
        "equals" => Some(Constraint::Equals(iri(object)?)),
        "disjoint" => Some(Constraint::Disjoint(iri(object)?)),
        "lessThan" => Some(Constraint::LessThan(Compare::Less, iri(object)?)),
        "lessThanOrEquals" => Some(Constraint::LessThan(Compare::LessOrEqual, iri(object)?)),
        "hasValue" => Some(Constraint::HasValue(object.into_owned())),
        "in" => Some(Constraint::In(list(graph, object)?)),
        "sparql" => Some(sparql(graph, object, shape)?),
        _ => return Err(unsupported(name, local)),
    };
    Ok(constraint)
}

fn number(object: TermRef<'_>, name: &str) -> Result<u32, Reason> {
    let number = literal(object)?;
    let parsed = number.value().parse();
    parsed.map_err(|_| in_shape(name, &format!("{number} should be a whole number from 0")))
}

fn count(object: TermRef<'_>, name: &str) -> Result<u32, Reason> {
    match number(object, name)? {
        n if n <= MOST => Ok(n),
        n => Err(in_shape(name, &format!("counts up to {MOST} can be checked, not {n}; count in a sh:sparql instead"))),
    }
}

fn qualified(graph: &Graph, node: NamedOrBlankNodeRef<'_>, local: &str, name: &str) -> Result<Option<u32>, Reason> {
    one(graph, node, local)?.map(|n| count(n, name)).transpose()
}

fn node_kind(object: TermRef<'_>) -> Result<NodeKind, Reason> {
    let kind = iri(object)?;
    let (iri, blank, literal) = match kind.as_str().strip_prefix(sh("").as_str()) {
        Some("IRI") => (true, false, false),
        Some("BlankNode") => (false, true, false),
        Some("Literal") => (false, false, true),
        Some("BlankNodeOrIRI") => (true, true, false),
        Some("BlankNodeOrLiteral") => (false, true, true),
        Some("IRIOrLiteral") => (true, false, true),
        _ => return Err(format!("{kind} is no node kind")),
    };
    Ok(NodeKind { iri, blank, literal })
}

fn pattern(graph: &Graph, node: NamedOrBlankNodeRef<'_>, object: TermRef<'_>) -> Result<Constraint, Reason> {
    let flags = one(graph, node, "flags")?.map(literal).transpose()?;
    Ok(Constraint::Pattern {
        regex: literal(object)?.value().to_owned(),
        flags: flags.map(|f| f.value().to_owned()).unwrap_or_default(),
    })
}

fn texts(graph: &Graph, head: TermRef<'_>) -> Result<Vec<String>, Reason> {
    let members = list(graph, head)?;
    members.iter().map(|m| Ok(literal(m.as_ref())?.value().to_owned())).collect()
}

/// The properties that a closed shape allows: those of its property shapes and those it is told to ignore.
fn allowed(graph: &Graph, node: NamedOrBlankNodeRef<'_>) -> Result<Vec<NamedNode>, Reason> {
    let mut allowed = Vec::new();
    for property in graph.objects_for_subject_predicate(node, &sh("property")) {
        let path = match property {
            TermRef::NamedNode(n) => one(graph, n.into(), "path")?,
            TermRef::BlankNode(n) => one(graph, n.into(), "path")?,
            _ => None,
        };
        allowed.extend(path.and_then(|p| iri(p).ok()));
    }
    if let Some(head) = one(graph, node, "ignoredProperties")? {
        for member in list(graph, head)? {
            allowed.push(iri(member.as_ref())?);
        }
    }
    allowed.sort();
    allowed.dedup();
    Ok(allowed)
}

fn sparql(graph: &Graph, object: TermRef<'_>, shape: &Shape) -> Result<Constraint, Reason> {
    let name = shape.name.as_str();
    let node = match object {
        TermRef::NamedNode(n) => NamedOrBlankNodeRef::from(n),
        TermRef::BlankNode(n) => NamedOrBlankNodeRef::from(n),
        other => return Err(in_shape(name, &format!("{other} is no SPARQL constraint"))),
    };
    if shape.path.is_some() || shape.targets.is_empty() {
        let reason = "sh:sparql can be checked only directly in a node shape that has targets";
        return Err(in_shape(name, reason));
    }
    let Some(select) = one(graph, node, "select")? else {
        return Err(in_shape(name, "sh:sparql needs one sh:select"));
    };
    let select = literal(select)?;
    let mut prologue = String::new();
    for ontology in graph.objects_for_subject_predicate(node, &sh("prefixes")) {
        let TermRef::NamedNode(ontology) = ontology else {
            continue;
        };
        let mut declared: Vec<String> = graph
            .objects_for_subject_predicate(ontology, &sh("declare"))
            .map(|declaration| prefix(graph, declaration))
            .collect::<Result<_, _>>()
            .map_err(|reason| in_shape(name, &reason))?;
        declared.sort_unstable();
        prologue.extend(declared);
    }
    Ok(Constraint::Sparql { select: format!("{prologue}{}", select.value()), message: message(graph, node) })
}

fn prefix(graph: &Graph, declaration: TermRef<'_>) -> Result<String, Reason> {
    let declaration = match declaration {
        TermRef::NamedNode(n) => NamedOrBlankNodeRef::from(n),
        TermRef::BlankNode(n) => NamedOrBlankNodeRef::from(n),
        other => return Err(format!("{other} is no prefix declaration")),
    };
    match (one(graph, declaration, "prefix")?, one(graph, declaration, "namespace")?) {
        (Some(prefix), Some(namespace)) => {
            let (prefix, namespace): (Term, Term) = (prefix.into_owned(), namespace.into_owned());
            let (prefix, namespace) = (literal(prefix.as_ref())?, literal(namespace.as_ref())?);
            Ok(format!("PREFIX {}: <{}>\n", prefix.value(), namespace.value()))
        }
        _ => Err("sh:declare needs sh:prefix and sh:namespace".to_owned()),
    }
}
