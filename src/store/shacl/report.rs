//! Violations as a person reads them.

use std::fmt;

use oxigraph::model::Term;
use oxigraph::sparql::QuerySolution;

use super::compile::Check;
use super::shape::Shape;
use crate::ontology::vocab;

/// Something in the graph that a shape does not allow. Violations sort by focus node.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Violation {
    /// The node at fault: an IRI as it stands, any other term as in N-Triples.
    pub focus: String,
    /// The path to the values at fault, as a SPARQL property path with prefixed names; none if the node itself is.
    pub path: Option<String>,
    /// The value at fault, where it is one; long literals are cut.
    pub value: Option<String>,
    /// What is wrong.
    pub message: String,
    /// The shape that says so.
    pub shape: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", vocab::shorten(&self.focus))?;
        if let Some(path) = &self.path {
            write!(f, "  {path}")?;
        }
        write!(f, "  {}", self.message)?;
        if let Some(value) = &self.value {
            write!(f, "  (found {value})")?;
        }
        write!(f, "  [{}]", self.shape)
    }
}

/// The violation that a solution of a check stands for.
pub fn violation(shape: &Shape, check: &Check, this: &Term, solution: &QuerySolution) -> Violation {
    let mut message = check.message.clone();
    if check.focus.is_some() {
        message = fill(&message, "this", this);
        for (variable, term) in solution {
            message = fill(&message, variable.as_str(), term);
        }
    }
    Violation {
        focus: match this {
            Term::NamedNode(n) => n.as_str().to_owned(),
            other => other.to_string(),
        },
        path: check.path.as_deref().map(shorten_all),
        value: solution.get("value").filter(|value| *value != this).map(written),
        message: shorten_all(&message),
        shape: shape.name.clone(),
    }
}

/// The message with `{?variable}` and `{$variable}` replaced.
fn fill(message: &str, variable: &str, term: &Term) -> String {
    let text = written(term);
    let message = message.replace(&format!("{{?{variable}}}"), &text);
    message.replace(&format!("{{${variable}}}"), &text)
}

/// A term for a person to read.
fn written(term: &Term) -> String {
    match term {
        Term::NamedNode(n) => vocab::shorten(n.as_str()),
        other => {
            let text = other.to_string();
            match text.char_indices().nth(120) {
                Some((cut, _)) => format!("{}…", &text[..cut]),
                None => text,
            }
        }
    }
}

/// The text with every `<IRI>` in it as a prefixed name where there is a prefix for it.
fn shorten_all(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, iri, after)) =
        rest.split_once('<').and_then(|(before, tail)| tail.split_once('>').map(|(iri, after)| (before, iri, after)))
    {
        out.push_str(before);
        let short = vocab::shorten(iri);
        if short == iri || iri.contains([' ', '=']) {
            out.push_str(&format!("<{iri}>"));
        } else {
            out.push_str(&short);
        }
        rest = after;
    }
    out + rest
}
