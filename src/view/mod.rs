//! The store as a graph: typed nodes and edges, to walk, measure, cut and draw.
//!
//! Nodes stand in the order of their IRIs and edges in the order of their ends, so everything computed from a view is the
//! same for the same store. A cut of a view (a neighbourhood, a period, the best connected) is a view again.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use petgraph::Direction;
pub use petgraph::graph::NodeIndex;
use petgraph::graph::{DiGraph, EdgeIndex};
use petgraph::visit::EdgeRef;

use crate::ontology::vocab::{expand, local_name};
use crate::store::read::{Article, ClassStyle, EdgeKind, Node, Schema, Tables};

pub mod around;
pub mod article;
pub mod as_of;
pub mod brief;
pub mod centrality;
pub mod conflicts;
pub mod connection;
pub mod cut;
pub mod evidence;
mod extent;
pub mod incumbents;
mod lines;
pub mod lookup;
pub mod meetings;
pub mod namesakes;
mod naming;
pub mod page;
pub mod paths;
pub mod period;
pub mod provinces;
pub mod reasons;
pub mod search;
pub mod slice;
pub mod tenures;
pub mod timeline;
mod times;
pub mod walk;

/// The name of an event of so many words tells little of it without the body or place that holds it.
const SHORT: usize = 5;

/// An edge of the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its property, as a position in [`View::kinds`].
    pub kind: usize,
    /// The articles that state it, as positions in [`View::articles`].
    pub articles: Vec<usize>,
    /// How many things it stands for: 1, or the number of events in a projection.
    pub count: usize,
}

/// What all cuts of a view share.
#[derive(Debug, Default)]
struct Frame {
    kinds: Vec<EdgeKind>,
    classes: Vec<ClassStyle>,
    class_at: HashMap<String, usize>,
    articles: Vec<Article>,
    /// What former IRIs lead to.
    replaced: HashMap<String, Vec<String>>,
    /// People of one name who may be one.
    undecided: Vec<(String, String)>,
    base: String,
    title: Option<String>,
    language: String,
}

/// A graph of what the store says.
#[derive(Clone, Debug, Default)]
pub struct View {
    graph: DiGraph<Node, Link>,
    frame: Arc<Frame>,
    directed: bool,
    /// Its nodes by their names, see [`Tables::names`]; none of a cut.
    names: Option<Vec<(u32, u32)>>,
    /// See [`View::article_days`]; worked out where it is first asked for.
    told: OnceLock<Vec<Option<(Date, Date)>>>,
    /// The nodes that each article tells of, likewise.
    telling: OnceLock<Vec<Vec<NodeIndex>>>,
}

impl View {
    /// The view of all that was read from a store whose resources stand below `base`.
    pub fn new(tables: Tables, base: &str) -> View {
        let Schema { title, language, kinds, classes } = tables.schema;
        let class_at = classes.iter().enumerate().map(|(i, c)| (c.iri.clone(), i)).collect();
        let mut replaced: HashMap<String, Vec<String>> = HashMap::new();
        for (old, new) in tables.replaced {
            replaced.entry(old).or_default().push(new);
        }
        let mut graph = DiGraph::with_capacity(tables.nodes.len(), tables.edges.len());
        for node in tables.nodes {
            graph.add_node(node);
        }
        for edge in tables.edges {
            let link = Link { kind: edge.kind, articles: edge.articles, count: 1 };
            graph.add_edge(NodeIndex::new(edge.from), NodeIndex::new(edge.to), link);
        }
        let names = Some(tables.names).filter(|names| !names.is_empty());
        let frame = Frame {
            kinds,
            classes,
            class_at,
            articles: tables.articles,
            replaced,
            undecided: tables.undecided,
            base: base.to_owned(),
            title,
            language,
        };
        View { graph, frame: Arc::new(frame), directed: true, names, ..View::default() }
    }

    /// The graph itself, for algorithms of petgraph.
    pub fn graph(&self) -> &DiGraph<Node, Link> {
        &self.graph
    }

    /// The properties that are edges.
    pub fn kinds(&self) -> &[EdgeKind] {
        &self.frame.kinds
    }

    /// The articles behind the edges.
    pub fn articles(&self) -> &[Article] {
        &self.frame.articles
    }

    /// The place of an article, by its IRI, in [`View::articles`].
    fn article(&self, iri: &str) -> Option<usize> {
        self.frame.articles.binary_search_by(|a| a.iri.as_str().cmp(iri)).ok()
    }

    /// The classes of the ontology.
    pub fn classes(&self) -> &[ClassStyle] {
        &self.frame.classes
    }

    /// Whether its edges have a direction; those of a projection have none.
    pub fn is_directed(&self) -> bool {
        self.directed
    }

    /// All nodes, by IRI.
    pub fn nodes(&self) -> impl Iterator<Item = NodeIndex> + use<> {
        self.graph.node_indices()
    }

    /// A node.
    ///
    /// # Panics
    /// When the index is of another view.
    pub fn node(&self, at: NodeIndex) -> &Node {
        &self.graph[at]
    }

    /// The property of an edge.
    pub fn kind(&self, link: &Link) -> &EdgeKind {
        &self.frame.kinds[link.kind]
    }

    /// The node with an IRI.
    pub fn find(&self, iri: &str) -> Option<NodeIndex> {
        let at = self.graph.raw_nodes().binary_search_by(|n| n.weight.iri.as_str().cmp(iri));
        at.ok().map(NodeIndex::new)
    }

    /// What the ontology says of a class.
    pub fn class(&self, iri: &str) -> Option<&ClassStyle> {
        self.frame.class_at.get(iri).map(|i| &self.frame.classes[*i])
    }

    /// The class that says how a node looks: the first of its most specific classes that has a shape or colour.
    pub fn style(&self, at: NodeIndex) -> Option<&ClassStyle> {
        let mut classes = self.graph[at].classes.iter().filter_map(|c| self.class(c));
        let first = classes.clone().next();
        classes.find(|c| c.legend.is_some()).or(first)
    }

    /// Whether a node is of a class, given as an IRI, or of one below it.
    pub fn is_a(&self, at: NodeIndex, class: &str) -> bool {
        self.graph[at]
            .classes
            .iter()
            .any(|own| own == class || self.class(own).is_some_and(|c| c.above.iter().any(|above| above == class)))
    }

    /// The class meant by a local name (`Person`), a prefixed name (`vg:Person`), an IRI, or its label.
    pub fn class_named(&self, name: &str) -> Option<&ClassStyle> {
        let iri = expand(name);
        let by_iri = |c: &&ClassStyle| c.iri == name || Some(&c.iri) == iri.as_ref();
        let by_name = |c: &&ClassStyle| local_name(&c.iri).eq_ignore_ascii_case(name) || c.label == name;
        let mut classes = self.frame.classes.iter();
        classes.clone().find(by_iri).or_else(|| classes.find(by_name))
    }

    /// Whether a property, or one above it, is the given one (a prefixed name).
    pub fn is_kind(&self, link: &Link, property: &str) -> bool {
        let Some(iri) = expand(property) else {
            return false;
        };
        let kind = self.kind(link);
        kind.iri == iri || kind.above.contains(&iri)
    }

    /// The neighbours of every node, whatever the direction, each once and in order.
    pub fn adjacent(&self) -> Vec<Vec<NodeIndex>> {
        let mut lists = vec![Vec::new(); self.graph.node_count()];
        for edge in self.graph.raw_edges() {
            let (from, to) = (edge.source(), edge.target());
            if from != to {
                lists[from.index()].push(to);
                lists[to.index()].push(from);
            }
        }
        for list in &mut lists {
            list.sort_unstable();
            list.dedup();
        }
        lists
    }

    /// How a node is called where it stands among others: its label, behind its class where a node it speaks of has the
    /// same label, as an appointment is called by the name of the person appointed.
    pub fn caption(&self, at: NodeIndex) -> String {
        let node = &self.graph[at];
        match node.classes.first().and_then(|c| self.class(c)) {
            Some(class) if self.is_borrowed(at) => format!("{}: {}", class.label, node.label),
            _ => node.label.clone(),
        }
    }

    /// How an event is called away from its page: where its own name names neither, with the body or place that holds it.
    pub fn full_caption(&self, at: NodeIndex) -> String {
        let caption = self.caption(at);
        let holders = ["vg:organizes", "vg:hosts"].map(|property| {
            let incoming = self.links(at, Direction::Incoming).into_iter();
            let holder =
                incoming.filter(|(edge, _)| self.is_kind(&self.graph[*edge], property)).map(|(_, by)| by).next();
            holder.map(|by| self.graph[by].label.as_str())
        });
        match holders.into_iter().flatten().next() {
            Some(holder) if caption.split_whitespace().count() <= SHORT && !caption.contains(holder) => {
                format!("{caption} ({holder})")
            }
            _ => caption,
        }
    }

    /// Whether a node it speaks of has the same label.
    pub(super) fn is_borrowed(&self, at: NodeIndex) -> bool {
        let mut others = self.graph.neighbors(at).filter(|other| *other != at);
        others.any(|other| self.graph[other].label == self.graph[at].label)
    }

    /// The edges out of or into a node, by property and other end.
    pub fn links(&self, at: NodeIndex, direction: Direction) -> Vec<(EdgeIndex, NodeIndex)> {
        let mut found: Vec<(usize, NodeIndex, EdgeIndex)> = self
            .graph
            .edges_directed(at, direction)
            .map(|e| {
                let other = if direction == Direction::Outgoing { e.target() } else { e.source() };
                (e.weight().kind, other, e.id())
            })
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, other, edge)| (edge, other)).collect()
    }

    /// The edges between two nodes in either direction, those from `a` to `b` first, by property.
    pub fn between(&self, a: NodeIndex, b: NodeIndex) -> Vec<EdgeIndex> {
        let from = |x, y| {
            let mut found: Vec<EdgeIndex> = self.graph.edges_connecting(x, y).map(|e| e.id()).collect();
            found.sort_unstable_by_key(|e| (self.graph[*e].kind, *e));
            found
        };
        let mut found = from(a, b);
        if a != b {
            found.extend(from(b, a));
        }
        found
    }

    /// The view of the nodes for which `keep` holds, and of the edges between them.
    pub fn keep(&self, keep: impl Fn(NodeIndex) -> bool) -> View {
        let graph = self.graph.filter_map(|at, node| keep(at).then(|| node.clone()), |_, link| Some(link.clone()));
        View { graph, frame: Arc::clone(&self.frame), directed: self.directed, ..View::default() }
    }

    /// The name a person can type to mean exactly this node: its IRI without the common base.
    pub fn id(&self, at: NodeIndex) -> &str {
        self.short(&self.graph[at].iri)
    }

    /// An IRI without the base that all resources share.
    pub fn short<'i>(&self, iri: &'i str) -> &'i str {
        iri.strip_prefix(&self.frame.base).unwrap_or(iri)
    }

    /// What the graph is called, by its ontology.
    pub fn title(&self) -> &str {
        self.frame.title.as_deref().unwrap_or_default()
    }

    /// The language of the labels of its properties and classes.
    pub fn language(&self) -> &str {
        &self.frame.language
    }

    /// Pairs of people of one name of whom nothing says whether they are one.
    pub fn undecided(&self) -> &[(String, String)] {
        &self.frame.undecided
    }

    /// The base that all resources share.
    pub fn base(&self) -> &str {
        &self.frame.base
    }
}
