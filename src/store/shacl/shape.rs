//! Shapes as data: what they are about and what they demand.

use oxigraph::model::{Literal, NamedNode, Term};

use super::path::Path;

/// A node shape (without a path) or a property shape (with one).
#[derive(Clone, Debug)]
pub struct Shape {
    /// Its IRI or, if it has none of its own, that of the shape around it.
    pub name: String,
    /// What it is about; empty for shapes that are only parts of others.
    pub targets: Vec<Target>,
    /// For a property shape, how to get from the focus node to its values.
    pub path: Option<Path>,
    /// What it demands.
    pub constraints: Vec<Constraint>,
    /// What to say when a demand is not met; the English message if there are several.
    pub message: Option<String>,
}

/// What a shape is about.
#[derive(Clone, Debug)]
pub enum Target {
    /// The instances of a class or of a subclass.
    Class(NamedNode),
    /// One node.
    Node(Term),
    /// Every node that has the property.
    SubjectsOf(NamedNode),
    /// Every value of the property.
    ObjectsOf(NamedNode),
}

/// Kinds of term that `sh:nodeKind` allows.
#[derive(Clone, Copy, Debug)]
pub struct NodeKind {
    /// IRIs are allowed.
    pub iri: bool,
    /// Blank nodes are allowed.
    pub blank: bool,
    /// Literals are allowed.
    pub literal: bool,
}

/// A comparison of a value with a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

impl Compare {
    /// The operator in SPARQL.
    pub fn operator(self) -> &'static str {
        match self {
            Compare::Less => "<",
            Compare::LessOrEqual => "<=",
            Compare::Greater => ">",
            Compare::GreaterOrEqual => ">=",
        }
    }
}

/// One demand of a shape, named like the SHACL parameter that makes it.
#[derive(Clone, Debug)]
pub enum Constraint {
    /// `sh:class`
    Class(NamedNode),
    /// `sh:datatype`: the datatype, and a lexical form that it allows.
    Datatype(NamedNode),
    /// `sh:nodeKind`
    NodeKind(NodeKind),
    /// `sh:minCount`
    MinCount(u32),
    /// `sh:maxCount`
    MaxCount(u32),
    /// `sh:minInclusive`, `sh:maxExclusive` and their like.
    Bound(Compare, Literal),
    /// `sh:minLength`
    MinLength(u32),
    /// `sh:maxLength`
    MaxLength(u32),
    /// `sh:pattern` with `sh:flags`
    Pattern {
        /// The regular expression.
        regex: String,
        /// Its flags; empty if none.
        flags: String,
    },
    /// `sh:languageIn`
    LanguageIn(Vec<String>),
    /// `sh:uniqueLang true`
    UniqueLang,
    /// `sh:equals`
    Equals(NamedNode),
    /// `sh:disjoint`
    Disjoint(NamedNode),
    /// `sh:lessThan` and `sh:lessThanOrEquals`
    LessThan(Compare, NamedNode),
    /// `sh:hasValue`
    HasValue(Term),
    /// `sh:in`
    In(Vec<Term>),
    /// `sh:closed true`: the properties allowed.
    Closed(Vec<NamedNode>),
    /// `sh:property`
    Property(Box<Shape>),
    /// `sh:node`
    Node(Box<Shape>),
    /// `sh:not`
    Not(Box<Shape>),
    /// `sh:and`
    And(Vec<Shape>),
    /// `sh:or`
    Or(Vec<Shape>),
    /// `sh:xone`
    Xone(Vec<Shape>),
    /// `sh:qualifiedValueShape` with its counts
    Qualified {
        /// What the counted values conform to.
        shape: Box<Shape>,
        /// `sh:qualifiedMinCount`
        min: Option<u32>,
        /// `sh:qualifiedMaxCount`
        max: Option<u32>,
    },
    /// `sh:sparql`
    Sparql {
        /// `sh:select` after the prefixes that `sh:prefixes` declares.
        select: String,
        /// Its own message.
        message: Option<String>,
    },
}
