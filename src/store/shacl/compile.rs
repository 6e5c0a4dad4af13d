//! Shapes in, SPARQL out: one query for each demand, whose solutions are the violations.
//!
//! A demand becomes a [`Finding`]: a graph pattern that leads from the focus node to a value, and an expression that is
//! true of a value at fault. Shapes inside shapes become expressions: a node violates a shape if any finding of the
//! shape exists for it. Every expression is made so that it has a value and never an error.

use std::collections::BTreeMap;

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{Literal, NamedNode, Term};

use super::shape::{Constraint, NodeKind, Shape, Target};

/// The subclasses of each class, itself included.
pub type Hierarchy = BTreeMap<NamedNode, Vec<NamedNode>>;

/// One query and what a solution of it means.
#[derive(Clone, Debug)]
pub struct Check {
    /// Gives the focus node as `?this` and, where one is at fault, the value as `?value`.
    pub query: String,
    /// Where the query is a `sh:sparql` of the shape's own: the query for the focus nodes, each of which is put in for
    /// `$this` in turn.
    pub focus: Option<String>,
    /// The path from the focus node to the value.
    pub path: Option<String>,
    /// What to say.
    pub message: String,
}

/// What is wrong with a node, as SPARQL.
struct Finding {
    /// Triple patterns that bind the value; empty if the value is the node itself or there is none.
    binds: String,
    /// True if the value is at fault.
    fault: String,
    /// The variable that holds the value.
    value: Option<String>,
    /// The path to the value.
    path: Option<String>,
    /// What to say.
    message: String,
}

/// The checks of a shape.
pub fn checks(shape: &Shape, classes: &Hierarchy) -> Vec<Check> {
    let mut compiler = Compiler {
        classes,
        variables: 0,
    };
    let targets: Vec<String> = shape.targets.iter().map(|t| compiler.target(t)).collect();
    let targets = format!(
        "SELECT DISTINCT ?this WHERE {{ {} }}",
        targets.join(" UNION ")
    );
    let mut checks = Vec::new();
    for constraint in &shape.constraints {
        if let Constraint::Sparql { select, message } = constraint {
            let message = message.clone().or_else(|| shape.message.clone());
            checks.push(Check {
                query: select.clone(),
                focus: Some(targets.clone()),
                path: None,
                message: message
                    .unwrap_or_else(|| "does not do what its sh:sparql demands".to_owned()),
            });
        }
    }
    for finding in compiler.findings(shape, "this") {
        let value = finding
            .value
            .map(|v| format!(" BIND(?{v} AS ?value)"))
            .unwrap_or_default();
        checks.push(Check {
            query: format!(
                "SELECT DISTINCT ?this ?value WHERE {{ {{ {targets} }} {} FILTER({}){value} }}",
                finding.binds, finding.fault
            ),
            focus: None,
            path: finding.path,
            message: finding.message,
        });
    }
    checks
}

struct Compiler<'c> {
    classes: &'c Hierarchy,
    variables: usize,
}

impl Compiler<'_> {
    fn fresh(&mut self) -> String {
        self.variables += 1;
        format!("v{}", self.variables)
    }

    fn target(&mut self, target: &Target) -> String {
        match target {
            Target::Class(class) => {
                let class_variable = self.fresh();
                let classes = self.subclasses(class).join(" ");
                format!(
                    "{{ VALUES ?{class_variable} {{ {classes} }} ?this {} ?{class_variable} }}",
                    rdf::TYPE
                )
            }
            Target::Node(node) => format!("{{ VALUES ?this {{ {node} }} }}"),
            Target::SubjectsOf(property) => format!("{{ ?this {property} ?{} }}", self.fresh()),
            Target::ObjectsOf(property) => format!("{{ ?{} {property} ?this }}", self.fresh()),
        }
    }

    fn subclasses(&self, class: &NamedNode) -> Vec<String> {
        match self.classes.get(class) {
            Some(classes) => classes.iter().map(ToString::to_string).collect(),
            None => vec![class.to_string()],
        }
    }

    /// Everything that can be wrong with the node in variable `x`.
    fn findings(&mut self, shape: &Shape, x: &str) -> Vec<Finding> {
        let mut findings = Vec::new();
        for constraint in &shape.constraints {
            let before = findings.len();
            self.constraint(shape, constraint, x, &mut findings);
            let inner = matches!(constraint, Constraint::Property(_));
            for finding in &mut findings[before..] {
                if let (false, Some(message)) = (inner, &shape.message) {
                    finding.message.clone_from(message);
                }
            }
        }
        findings
    }

    fn constraint(
        &mut self,
        shape: &Shape,
        constraint: &Constraint,
        x: &str,
        findings: &mut Vec<Finding>,
    ) {
        let path = shape.path.as_ref().map(|p| p.to_sparql());
        let mut add = |binds: String, fault: String, value: Option<&str>, message: String| {
            findings.push(Finding {
                binds,
                fault,
                value: value.map(str::to_owned),
                path: path.clone(),
                message,
            });
        };
        if let Some((fault, message)) = self.whole(shape, constraint, x) {
            return add(String::new(), fault, None, message);
        }
        let (bind, v) = match &path {
            Some(path) => {
                let v = self.fresh();
                (format!("?{x} {path} ?{v} . "), v)
            }
            None => (String::new(), x.to_owned()),
        };
        match constraint {
            Constraint::Property(inner) => {
                for finding in self.findings(inner, &v) {
                    findings.push(Finding {
                        binds: format!("{bind}{}", finding.binds),
                        ..finding
                    });
                }
            }
            Constraint::Equals(property) => {
                let (missing, w) = (
                    format!("has a value that is none of {property}"),
                    self.fresh(),
                );
                add(
                    bind,
                    format!("!EXISTS {{ ?{x} {property} ?{v} }}"),
                    Some(&v),
                    missing,
                );
                let walk = match &path {
                    Some(path) => format!("!EXISTS {{ ?{x} {path} ?{w} }}"),
                    None => format!("!sameTerm(?{x}, ?{w})"),
                };
                let message = format!("lacks a value of {property}");
                add(format!("?{x} {property} ?{w} . "), walk, Some(&w), message);
            }
            Constraint::UniqueLang => {
                let (w, path) = (self.fresh(), path.clone().unwrap_or_default());
                let fault = format!(
                    "COALESCE(!sameTerm(?{v}, ?{w}) && LANG(?{v}) != \"\" && LCASE(LANG(?{v})) = LCASE(LANG(?{w})), false)"
                );
                let message = "has two values in one language".to_owned();
                add(
                    format!("{bind}?{x} {path} ?{w} . "),
                    fault,
                    Some(&v),
                    message,
                );
            }
            Constraint::Closed(allowed) => {
                let (p, w) = (self.fresh(), self.fresh());
                let allowed: Vec<String> = allowed.iter().map(ToString::to_string).collect();
                let fault = format!("?{p} NOT IN ({})", allowed.join(", "));
                let message = "has a property that its closed shape does not allow".to_owned();
                add(format!("{bind}?{v} ?{p} ?{w} . "), fault, Some(&w), message);
            }
            other => {
                let (fault, message) = self.value(other, x, &v);
                add(bind, fault, Some(&v), message);
            }
        }
    }

    /// A demand on the values of a node taken together: what is at fault, and what to say.
    fn whole(
        &mut self,
        shape: &Shape,
        constraint: &Constraint,
        x: &str,
    ) -> Option<(String, String)> {
        let path = shape.path.as_ref().map(|p| p.to_sparql());
        let path = path.as_deref();
        Some(match (constraint, path) {
            (Constraint::MinCount(n), Some(path)) => (
                format!("!{}", self.at_least(x, path, *n, None)),
                format!("has fewer than {n} values"),
            ),
            (Constraint::MaxCount(n), Some(path)) => (
                self.at_least(x, path, n + 1, None),
                format!("has more than {n} values"),
            ),
            (Constraint::HasValue(value), Some(path)) => (
                format!("!EXISTS {{ ?{x} {path} {value} }}"),
                format!("has not the value {value}"),
            ),
            (Constraint::HasValue(value), None) => (
                format!("!sameTerm(?{x}, {value})"),
                format!("is not {value}"),
            ),
            (Constraint::Qualified { shape, min, max }, Some(path)) => {
                let mut faults = Vec::new();
                if let Some(n) = min {
                    faults.push(format!("!{}", self.at_least(x, path, *n, Some(shape))));
                }
                if let Some(n) = max {
                    faults.push(self.at_least(x, path, n + 1, Some(shape)));
                }
                (
                    any(&faults),
                    "has too few or too many values of the kind demanded".to_owned(),
                )
            }
            _ => return None,
        })
    }

    /// True if at least `n` different values lead from `x` by `path` and, where a shape is given, conform to it.
    fn at_least(&mut self, x: &str, path: &str, n: u32, shape: Option<&Shape>) -> String {
        if n == 0 {
            return "true".to_owned();
        }
        let values: Vec<String> = (0..n).map(|_| self.fresh()).collect();
        let mut body = String::new();
        for (i, v) in values.iter().enumerate() {
            body += &format!("?{x} {path} ?{v} . ");
            for w in &values[..i] {
                body += &format!("FILTER(!sameTerm(?{v}, ?{w})) ");
            }
            if let Some(shape) = shape {
                body += &format!("FILTER(!{}) ", self.violates(shape, v));
            }
        }
        format!("EXISTS {{ {body}}}")
    }

    /// A demand on each value: what is at fault with `v`, a value of `x`, and what to say.
    fn value(&mut self, constraint: &Constraint, x: &str, v: &str) -> (String, String) {
        match constraint {
            Constraint::Class(class) => {
                let class_variable = self.fresh();
                let classes = self.subclasses(class).join(", ");
                let is = format!(
                    "?{v} {} ?{class_variable} FILTER(?{class_variable} IN ({classes}))",
                    rdf::TYPE
                );
                (format!("!EXISTS {{ {is} }}"), format!("is no {class}"))
            }
            Constraint::Disjoint(property) => (
                format!("EXISTS {{ ?{x} {property} ?{v} }}"),
                format!("is also a value of {property}"),
            ),
            Constraint::LessThan(compare, property) => {
                let (w, op) = (self.fresh(), compare.operator());
                let other =
                    format!("?{x} {property} ?{w} FILTER(!COALESCE(?{v} {op} ?{w}, false))");
                (
                    format!("EXISTS {{ {other} }}"),
                    format!("is not {op} the value of {property}"),
                )
            }
            Constraint::Node(shape) => (
                self.violates(shape, v),
                format!("does not conform to {}", shape.name),
            ),
            Constraint::Not(shape) => (
                format!("!{}", self.violates(shape, v)),
                "is what it must not be".to_owned(),
            ),
            Constraint::And(shapes) => (
                self.any_violated(shapes, v),
                "does not conform to all of its parts".to_owned(),
            ),
            Constraint::Or(shapes) => {
                let faults: Vec<String> = shapes.iter().map(|s| self.violates(s, v)).collect();
                (
                    format!("({})", faults.join(" && ")),
                    "is none of what it may be".to_owned(),
                )
            }
            Constraint::Xone(shapes) => {
                let ones: Vec<String> = shapes
                    .iter()
                    .map(|s| format!("IF({}, 0, 1)", self.violates(s, v)))
                    .collect();
                (
                    format!("({}) != 1", ones.join(" + ")),
                    "is not exactly one of what it may be".to_owned(),
                )
            }
            other => term_fault(other, v),
        }
    }

    fn any_violated(&mut self, shapes: &[Shape], v: &str) -> String {
        let faults: Vec<String> = shapes.iter().map(|s| self.violates(s, v)).collect();
        any(&faults)
    }

    /// True if the node in `x` violates the shape.
    fn violates(&mut self, shape: &Shape, x: &str) -> String {
        let faults: Vec<String> = self
            .findings(shape, x)
            .into_iter()
            .map(|f| match f.binds.is_empty() {
                true => f.fault,
                false => format!("EXISTS {{ {} FILTER({}) }}", f.binds, f.fault),
            })
            .collect();
        any(&faults)
    }
}

fn any(faults: &[String]) -> String {
    match faults {
        [] => "false".to_owned(),
        _ => format!("({})", faults.join(" || ")),
    }
}

/// A demand on the term alone: what is at fault with the one in `v`, and what to say.
fn term_fault(constraint: &Constraint, v: &str) -> (String, String) {
    let not = |test: String| format!("!COALESCE({test}, false)");
    let same = |term: &Term| format!("sameTerm(?{v}, {term})");
    match constraint {
        Constraint::Datatype(datatype) => {
            (not(has_datatype(datatype, v)), format!("is no {datatype}"))
        }
        Constraint::NodeKind(kind) => (
            not(is_kind(*kind, v)),
            "is not the kind of node it should be".to_owned(),
        ),
        Constraint::Bound(compare, bound) => {
            let op = compare.operator();
            (
                not(format!("?{v} {op} {bound}")),
                format!("is not {op} {}", bound.value()),
            )
        }
        Constraint::MinLength(n) => (
            not(format!("!isBlank(?{v}) && STRLEN(STR(?{v})) >= {n}")),
            format!("is shorter than {n}"),
        ),
        Constraint::MaxLength(n) => (
            not(format!("!isBlank(?{v}) && STRLEN(STR(?{v})) <= {n}")),
            format!("is longer than {n}"),
        ),
        Constraint::Pattern { regex, flags } => {
            let (pattern, flags) = (Literal::from(regex.as_str()), Literal::from(flags.as_str()));
            let test = format!("!isBlank(?{v}) && REGEX(STR(?{v}), {pattern}, {flags})");
            (not(test), format!("does not match {regex}"))
        }
        Constraint::LanguageIn(languages) => {
            let tests: Vec<String> = languages
                .iter()
                .map(|l| format!("LANGMATCHES(LANG(?{v}), {})", Literal::from(l.as_str())))
                .collect();
            (
                not(any(&tests)),
                format!("is not in {}", languages.join(", ")),
            )
        }
        Constraint::In(terms) => {
            let tests: Vec<String> = terms.iter().map(same).collect();
            (not(any(&tests)), "is none of the values allowed".to_owned())
        }
        // The others are taken care of where the values are; a shape that has them here demands nothing of a term.
        _ => ("false".to_owned(), String::new()),
    }
}

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
        xsd::G_MONTH_DAY,
        xsd::G_DAY,
        xsd::DURATION,
        xsd::DAY_TIME_DURATION,
        xsd::YEAR_MONTH_DURATION,
    ];
    let typed = format!("isLiteral(?{v}) && DATATYPE(?{v}) = {datatype}");
    match casts.iter().any(|cast| *cast == datatype.as_ref()) {
        true => format!("{typed} && STRLEN(STR({datatype}(STR(?{v})))) > 0"),
        false => typed,
    }
}

fn is_kind(kind: NodeKind, v: &str) -> String {
    let tests = [
        (kind.iri, "isIRI"),
        (kind.blank, "isBlank"),
        (kind.literal, "isLiteral"),
    ];
    let tests: Vec<String> = tests
        .iter()
        .filter(|t| t.0)
        .map(|(_, test)| format!("{test}(?{v})"))
        .collect();
    any(&tests)
}
