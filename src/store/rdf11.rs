//! The graph in RDF 1.1: each reifier becomes an `rdf:Statement`, for the many tools that read no RDF 1.2 yet.

use oxigraph::model::vocab::rdf;
use oxigraph::model::{NamedNodeRef, Quad, Term};

const STATEMENT: NamedNodeRef<'_> = rdf::STATEMENT;

/// The quad in RDF 1.1: itself, or for `?r rdf:reifies <<( ?s ?p ?o )>>` the four quads of standard reification.
///
/// The named graph is kept. Nothing else of the reifier changes: its quote, its place and its source stay on it.
///
/// # Errors
/// Gives the quad back if it holds a triple term anywhere else, which RDF 1.1 cannot say.
pub fn to_rdf11(quad: Quad) -> Result<Vec<Quad>, Box<Quad>> {
    if !matches!(quad.object, Term::Triple(_)) {
        return Ok(vec![quad]);
    }
    if quad.predicate != rdf::REIFIES {
        return Err(Box::new(quad));
    }
    let Term::Triple(triple) = &quad.object else {
        return Ok(vec![quad]);
    };
    if matches!(triple.object, Term::Triple(_)) {
        return Err(Box::new(quad));
    }
    let say = |predicate: NamedNodeRef<'_>, object: Term| {
        let (reifier, graph) = (quad.subject.clone(), quad.graph_name.clone());
        Quad::new(reifier, predicate.into_owned(), object, graph)
    };
    Ok(vec![
        say(rdf::TYPE, STATEMENT.into_owned().into()),
        say(rdf::SUBJECT, triple.subject.clone().into()),
        say(rdf::PREDICATE, triple.predicate.clone().into()),
        say(rdf::OBJECT, triple.object.clone()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxigraph::io::{RdfFormat, RdfParser};

    fn convert(trig: &str) -> Result<Vec<String>, Box<Quad>> {
        let mut lines = Vec::new();
        for quad in RdfParser::from_format(RdfFormat::NQuads).for_slice(trig) {
            let quads = to_rdf11(quad.expect("the test writes N-Quads"))?;
            lines.extend(quads.iter().map(ToString::to_string));
        }
        Ok(lines)
    }

    #[test]
    fn a_reifier_becomes_a_statement_in_the_same_graph() {
        let lines =
            convert("<e:1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( <a:s> <a:p> \"o\"@vi )>> <g:1> .")
                .expect("it can be said in RDF 1.1");
        let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
        assert_eq!(
            lines,
            [
                format!("<e:1> <{rdf}type> <{rdf}Statement> <g:1>"),
                format!("<e:1> <{rdf}subject> <a:s> <g:1>"),
                format!("<e:1> <{rdf}predicate> <a:p> <g:1>"),
                format!("<e:1> <{rdf}object> \"o\"@vi <g:1>"),
            ]
        );
    }

    #[test]
    fn what_is_rdf_11_already_stays_as_it_is() {
        let line = "<a:s> <a:p> <a:o> <g:1>";
        assert_eq!(convert(&format!("{line} .")), Ok(vec![line.to_owned()]));
    }

    #[test]
    fn a_triple_term_elsewhere_is_given_back() {
        assert!(convert("<a:s> <a:p> <<( <a:s> <a:p> <a:o> )>> .").is_err());
    }
}
