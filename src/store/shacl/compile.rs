//! Shapes in, SPARQL out: one query for each demand, whose solutions are the violations.
//!
//! A demand becomes a [`Finding`]: a graph pattern that leads from the focus node to a value, and an expression that is
//! true of a value at fault. Shapes inside shapes become expressions: a node violates a shape if any finding of the
//! shape exists for it. Every expression is made so that it has a value and never an error.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;
use oxigraph::model::vocab::rdf;

use super::shape::{Constraint, Shape, Target};
use super::term::{any, term_fault};

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
    let mut compiler = Compiler { classes, variables: 0 };
    let targets: Vec<String> = shape.targets.iter().map(|t| compiler.target(t)).collect();
    let targets = format!("SELECT DISTINCT ?this WHERE {{ {} }}", targets.join(" UNION "));
    let mut checks = Vec::new();
    for constraint in &shape.constraints {
        if let Constraint::Sparql { select, message } = constraint {
            let message = message.clone().or_else(|| shape.message.clone());
            checks.push(Check {
                query: select.clone(),
                focus: Some(targets.clone()),
                path: None,
                message: message.unwrap_or_else(|| "does not do what its sh:sparql demands".to_owned()),
            });
        }
    }
    for finding in compiler.findings(shape, "this") {
        let value = finding.value.map(|v| format!(" BIND(?{v} AS ?value)")).unwrap_or_default();
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
                format!("{{ VALUES ?{class_variable} {{ {classes} }} ?this {} ?{class_variable} }}", rdf::TYPE)
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
            let mut found = self.constraint(shape, constraint, x);
            if let (false, Some(message)) = (matches!(constraint, Constraint::Property(_)), &shape.message) {
                for finding in &mut found {
                    finding.message.clone_from(message);
                }
            }
            findings.extend(found);
        }
        findings
    }

    fn constraint(&mut self, shape: &Shape, constraint: &Constraint, x: &str) -> Vec<Finding> {
        let path = shape.path.as_ref().map(|p| p.to_sparql());
        if let (Constraint::MaxCount(n), Some(way)) = (constraint, &path) {
            return vec![Finding {
                binds: self.several(x, way, n + 1, None),
                fault: "true".to_owned(),
                value: None,
                message: format!("has more than {n} values"),
                path,
            }];
        }
        if let Some((fault, message)) = self.whole(shape, constraint, x) {
            return vec![Finding { binds: String::new(), fault, value: None, path, message }];
        }
        let (binds, v) = match &path {
            Some(path) => {
                let v = self.fresh();
                (format!("?{x} {path} ?{v} . "), v)
            }
            None => (String::new(), x.to_owned()),
        };
        let more = match constraint {
            Constraint::Property(inner) => {
                let mut findings = self.findings(inner, &v);
                for finding in &mut findings {
                    finding.binds.insert_str(0, &binds);
                }
                return findings;
            }
            Constraint::Equals(property) => Some(self.missing(path.as_deref(), property, x)),
            _ => None,
        };
        let (fault, message) = match (constraint, &path) {
            (Constraint::UniqueLang, Some(path)) => self.same_language(x, path, &v),
            _ => self.value(constraint, x, &v),
        };
        let finding = Finding { binds, fault, value: Some(v), path, message };
        more.into_iter().chain([finding]).collect()
    }

    /// The second half of `sh:equals`: a value of the property that the path does not lead to.
    fn missing(&mut self, path: Option<&str>, property: &NamedNode, x: &str) -> Finding {
        let w = self.fresh();
        Finding {
            binds: format!("?{x} {property} ?{w} . "),
            fault: match path {
                Some(path) => format!("!EXISTS {{ ?{x} {path} ?{w} }}"),
                None => format!("!sameTerm(?{x}, ?{w})"),
            },
            value: Some(w),
            path: path.map(str::to_owned),
            message: format!("lacks a value of {property}"),
        }
    }

    /// What is at fault with `v`, a value of `x` by `path`, if another value is in the same language.
    fn same_language(&mut self, x: &str, path: &str, v: &str) -> (String, String) {
        let w = self.fresh();
        let same = format!("LANG(?{v}) != \"\" && LCASE(LANG(?{v})) = LCASE(LANG(?{w}))");
        let other = format!("?{x} {path} ?{w} FILTER(!sameTerm(?{v}, ?{w}) && COALESCE({same}, false))");
        (format!("EXISTS {{ {other} }}"), "has two values in one language".to_owned())
    }

    /// A demand on the values of a node taken together: what is at fault, and what to say.
    fn whole(&mut self, shape: &Shape, constraint: &Constraint, x: &str) -> Option<(String, String)> {
        let path = shape.path.as_ref().map(|p| p.to_sparql());
        let path = path.as_deref();
        Some(match (constraint, path) {
            (Constraint::MinCount(n), Some(path)) => {
                (format!("!{}", self.at_least(x, path, *n, None)), format!("has fewer than {n} values"))
            }
            (Constraint::HasValue(value), Some(path)) => {
                (format!("!EXISTS {{ ?{x} {path} {value} }}"), format!("has not the value {value}"))
            }
            (Constraint::HasValue(value), None) => (format!("!sameTerm(?{x}, {value})"), format!("is not {value}")),
            (Constraint::Qualified { shape, min, max }, Some(path)) => {
                let mut faults = Vec::new();
                if let Some(n) = min {
                    faults.push(format!("!{}", self.at_least(x, path, *n, Some(shape))));
                }
                if let Some(n) = max {
                    faults.push(self.at_least(x, path, n + 1, Some(shape)));
                }
                (any(&faults), "has too few or too many values of the kind demanded".to_owned())
            }
            _ => return None,
        })
    }

    /// True if at least `n` different values lead from `x` by `path` and, where a shape is given, conform to it.
    fn at_least(&mut self, x: &str, path: &str, n: u32, shape: Option<&Shape>) -> String {
        match n {
            0 => "true".to_owned(),
            n => format!("EXISTS {{ {}}}", self.several(x, path, n, shape)),
        }
    }

    /// A pattern for `n` different values that lead from `x` by `path` and, where a shape is given, conform to it.
    fn several(&mut self, x: &str, path: &str, n: u32, shape: Option<&Shape>) -> String {
        let values: Vec<String> = (0..n).map(|_| self.fresh()).collect();
        let mut pattern = String::new();
        for (i, v) in values.iter().enumerate() {
            pattern += &format!("?{x} {path} ?{v} . ");
            for w in &values[..i] {
                pattern += &format!("FILTER(!sameTerm(?{v}, ?{w})) ");
            }
            if let Some(shape) = shape {
                pattern += &format!("FILTER(!{}) ", self.violates(shape, v));
            }
        }
        pattern
    }

    /// A demand on each value: what is at fault with `v`, a value of `x`, and what to say.
    ///
    /// Demands with other shapes in them are in [`Self::parts`], those on the term alone in [`term_fault`].
    fn value(&mut self, constraint: &Constraint, x: &str, v: &str) -> (String, String) {
        match constraint {
            Constraint::Class(class) => {
                let class_variable = self.fresh();
                let classes = self.subclasses(class).join(", ");
                let is = format!("?{v} {} ?{class_variable} FILTER(?{class_variable} IN ({classes}))", rdf::TYPE);
                (format!("!EXISTS {{ {is} }}"), format!("is no {class}"))
            }
            Constraint::Equals(property) => {
                (format!("!EXISTS {{ ?{x} {property} ?{v} }}"), format!("is no value of {property}"))
            }
            Constraint::Closed(allowed) => {
                let (p, w) = (self.fresh(), self.fresh());
                let allowed: Vec<String> = allowed.iter().map(ToString::to_string).collect();
                let other = format!("?{v} ?{p} ?{w} FILTER(?{p} NOT IN ({}))", allowed.join(", "));
                (format!("EXISTS {{ {other} }}"), "has a property that its closed shape does not allow".to_owned())
            }
            Constraint::Disjoint(property) => {
                (format!("EXISTS {{ ?{x} {property} ?{v} }}"), format!("is also a value of {property}"))
            }
            Constraint::LessThan(compare, property) => {
                let (w, op) = (self.fresh(), compare.operator());
                let other = format!("?{x} {property} ?{w} FILTER(!COALESCE(?{v} {op} ?{w}, false))");
                (format!("EXISTS {{ {other} }}"), format!("is not {op} the value of {property}"))
            }
            _ => self.parts(constraint, v),
        }
    }

    /// A demand that other shapes make on `v`.
    fn parts(&mut self, constraint: &Constraint, v: &str) -> (String, String) {
        match constraint {
            Constraint::Node(shape) => (self.violates(shape, v), format!("does not conform to {}", shape.name)),
            Constraint::Not(shape) => (format!("!{}", self.violates(shape, v)), "is what it must not be".to_owned()),
            Constraint::And(shapes) => {
                let faults: Vec<String> = shapes.iter().map(|s| self.violates(s, v)).collect();
                (any(&faults), "does not conform to all of its parts".to_owned())
            }
            Constraint::Or(shapes) => {
                let faults: Vec<String> = shapes.iter().map(|s| self.violates(s, v)).collect();
                (format!("({})", faults.join(" && ")), "is none of what it may be".to_owned())
            }
            Constraint::Xone(shapes) => {
                let ones: Vec<String> = shapes.iter().map(|s| format!("IF({}, 0, 1)", self.violates(s, v))).collect();
                (format!("({}) != 1", ones.join(" + ")), "is not exactly one of what it may be".to_owned())
            }
            other => term_fault(other, v),
        }
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
