//! Demands on one term alone, as expressions of SPARQL that are true of a term at fault and never an error.

use oxigraph::model::vocab::xsd;
use oxigraph::model::{Literal, NamedNode, Term};

use super::shape::{Constraint, NodeKind};

/// True if any of the expressions is.
pub fn any(faults: &[String]) -> String {
    match faults {
        [] => "false".to_owned(),
        _ => format!("({})", faults.join(" || ")),
    }
}

/// A demand on the term alone: what is at fault with the one in `v`, and what to say.
pub fn term_fault(constraint: &Constraint, v: &str) -> (String, String) {
    let not = |test: String| format!("!COALESCE({test}, false)");
    let same = |term: &Term| format!("sameTerm(?{v}, {term})");
    match constraint {
        Constraint::Datatype(datatype) => (not(has_datatype(datatype, v)), format!("is no {datatype}")),
        Constraint::NodeKind(kind) => (not(is_kind(*kind, v)), "is not the kind of node it should be".to_owned()),
        Constraint::Bound(compare, bound) => {
            let op = compare.operator();
            (not(format!("?{v} {op} {bound}")), format!("is not {op} {}", bound.value()))
        }
        Constraint::MinLength(n) => {
            (not(format!("!isBlank(?{v}) && STRLEN(STR(?{v})) >= {n}")), format!("is shorter than {n}"))
        }
        Constraint::MaxLength(n) => {
            (not(format!("!isBlank(?{v}) && STRLEN(STR(?{v})) <= {n}")), format!("is longer than {n}"))
        }
        Constraint::Pattern { regex, flags } => {
            let (pattern, flags) = (Literal::from(regex.as_str()), Literal::from(flags.as_str()));
            let test = format!("!isBlank(?{v}) && REGEX(STR(?{v}), {pattern}, {flags})");
            (not(test), format!("does not match {regex}"))
        }
        Constraint::LanguageIn(languages) => {
            let tests: Vec<String> =
                languages.iter().map(|l| format!("LANGMATCHES(LANG(?{v}), {})", Literal::from(l.as_str()))).collect();
            (not(any(&tests)), format!("is not in {}", languages.join(", ")))
        }
        Constraint::In(terms) => {
            let tests: Vec<String> = terms.iter().map(same).collect();
            (not(any(&tests)), "is none of the values allowed".to_owned())
        }
        // The others are taken care of where the values are; a shape that has them here demands nothing of a term.
        _ => ("false".to_owned(), String::new()),
    }
}

/// The lexical forms of `xsd:gMonthDay`, of which oxigraph does not know the 29th of February.
const MONTH_DAY: &str = "^--((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))\
                         (Z|[+-][0-9]{2}:[0-9]{2})?$";

/// True if the term has the datatype and a form that the datatype allows, as far as SPARQL can tell.
fn has_datatype(datatype: &NamedNode, v: &str) -> String {
    let casts = [
        xsd::BOOLEAN,
        xsd::INTEGER,
        xsd::DECIMAL,
        xsd::DOUBLE,
        xsd::FLOAT,
        xsd::DATE,
        xsd::DATE_TIME,
        xsd::TIME,
        xsd::G_YEAR,
        xsd::G_YEAR_MONTH,
        xsd::G_MONTH,
        xsd::G_DAY,
        xsd::DURATION,
        xsd::DAY_TIME_DURATION,
        xsd::YEAR_MONTH_DURATION,
    ];
    let typed = format!("isLiteral(?{v}) && DATATYPE(?{v}) = {datatype}");
    if datatype.as_ref() == xsd::G_MONTH_DAY {
        return format!("{typed} && REGEX(STR(?{v}), {})", Literal::from(MONTH_DAY));
    }
    match casts.iter().any(|cast| *cast == datatype.as_ref()) {
        true => format!("{typed} && STRLEN(STR({datatype}(STR(?{v})))) > 0"),
        false => typed,
    }
}

fn is_kind(kind: NodeKind, v: &str) -> String {
    let tests = [(kind.iri, "isIRI"), (kind.blank, "isBlank"), (kind.literal, "isLiteral")];
    let tests: Vec<String> = tests.iter().filter(|t| t.0).map(|(_, test)| format!("{test}(?{v})")).collect();
    any(&tests)
}
