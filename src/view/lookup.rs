//! Finding the node a person means by a name.

use std::collections::BTreeSet;

use petgraph::Direction;
use petgraph::graph::NodeIndex;

use super::View;
use crate::error::{Error, Result};
use crate::ontology::vocab::{POST, expand};
use crate::store::read::sum_of;
use crate::text::key::{bare_key, key};

/// How many candidates or suggestions an error lists.
const LISTED: usize = 12;

/// A name may have one typing error in so many letters, and still be meant.
const LETTERS_AN_ERROR: usize = 5;
/// But no more than so many.
const MOST_ERRORS: usize = 3;

impl View {
    /// The one node meant by a name, an id such as `person/bùi-văn-nam`, or an IRI.
    ///
    /// Ids and IRIs come first, also former ones, which lead to those of now; then labels, then other names, each as written but for spelling habits; then all names
    /// without tones and marks, and posts by other names of their body.
    ///
    /// # Errors
    /// When the name fits nothing (with what is near) or several nodes (with what tells them apart).
    pub fn named(&self, name: &str) -> Result<NodeIndex> {
        let candidates = self.candidates(name);
        match candidates.as_slice() {
            [one] => Ok(*one),
            [] => Err(Error::Name { reason: self.unknown(name) }),
            many => Err(self.ambiguous(name, many)),
        }
    }

    /// The node with a short id or an IRI, of now alone.
    pub fn with_id(&self, id: &str) -> Option<NodeIndex> {
        self.find(id).or_else(|| self.find(&format!("{}{id}", self.base())))
    }

    /// The nodes that a former short id or IRI leads to, by their IRIs; none for one that never was.
    pub fn successors(&self, former: &str) -> Vec<NodeIndex> {
        let full = format!("{}{former}", self.base());
        let now = self.frame.replaced.get(former).or_else(|| self.frame.replaced.get(&full));
        let mut found: Vec<NodeIndex> = now.into_iter().flatten().filter_map(|iri| self.find(iri)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The nodes a name may mean, people first, then by IRI; see [`View::named`] for the order of
    /// preference.
    ///
    /// A change of office that is named after a person is not meant where the person is.
    pub fn candidates(&self, name: &str) -> Vec<NodeIndex> {
        let trimmed = name.trim();
        if let Some(at) = self.with_id(trimmed) {
            return vec![at];
        }
        let former = self.successors(trimmed);
        if !former.is_empty() {
            return self.people_first(former);
        }
        let (wanted, bare) = (key(trimmed), bare_key(trimmed));
        if wanted.is_empty() {
            return Vec::new();
        }
        // Names that are equal in any of these ways are equal without tones and marks.
        let called = self.nearly_called(&bare);
        let among =
            |fits: &dyn Fn(NodeIndex) -> bool| called.iter().copied().filter(|at| fits(*at)).collect::<Vec<_>>();
        let mut found = among(&|at| key(&self.node(at).label) == wanted);
        if found.is_empty() {
            found = among(&|at| self.node(at).variants.iter().any(|v| key(v) == wanted));
        }
        if found.is_empty() {
            found = among(&|at| self.names(at).any(|n| bare_key(n) == bare));
        }
        if found.is_empty() {
            found = self.nodes().filter(|at| self.names_by_body(*at).any(|n| bare_key(&n) == bare)).collect();
        }
        // What is called by the name of somebody else is hardly meant by it.
        let own: Vec<NodeIndex> = found.iter().copied().filter(|at| !self.is_borrowed(*at)).collect();
        self.people_first(if own.is_empty() { found } else { own })
    }

    /// The nodes with a name without tones and marks, in order, and maybe others.
    fn nearly_called(&self, bare: &str) -> Vec<NodeIndex> {
        let Some(names) = &self.names else {
            return self.nodes().collect();
        };
        let sum = sum_of(bare);
        let from = names.partition_point(|(own, _)| *own < sum);
        names[from..].iter().take_while(|(own, _)| *own == sum).map(|(_, at)| NodeIndex::new(*at as usize)).collect()
    }

    /// What tells a node from others of its name: its class and the nodes its strongest edges lead to.
    pub fn tell_apart(&self, at: NodeIndex) -> String {
        let class = self.style(at).map(|c| c.label.clone());
        class
            .into_iter()
            .chain(Some(self.what_is_near(at)).filter(|near| !near.is_empty()))
            .collect::<Vec<_>>()
            .join(" · ")
    }

    /// What tells a node from others of its name and class: its date and the nodes its strongest edges lead to.
    pub fn what_is_near(&self, at: NodeIndex) -> String {
        let mut near: Vec<(f64, &str, &str)> = Vec::new();
        for direction in [Direction::Outgoing, Direction::Incoming] {
            for (edge, other) in self.links(at, direction) {
                let kind = self.kind(&self.graph[edge]);
                near.push((kind.weight, kind.iri.as_str(), self.node(other).label.as_str()));
            }
        }
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut told = BTreeSet::new();
        let near = near.iter().map(|(_, _, label)| *label).filter(|label| told.insert(*label)).take(3);
        let when = self.date(at);
        let parts: Vec<&str> = when.as_deref().into_iter().chain(near).collect();
        parts.join(" · ")
    }

    /// All that a node is called: the name it is shown by, then the others.
    pub fn names(&self, at: NodeIndex) -> impl Iterator<Item = &str> {
        let node = self.node(at);
        std::iter::once(&node.label).chain(&node.variants).map(String::as_str)
    }

    /// The names of a post with other names of its body, such as short forms.
    pub(super) fn names_by_body(&self, at: NodeIndex) -> impl Iterator<Item = String> {
        let post_in = expand("org:postIn");
        let links = self.links(at, Direction::Outgoing).into_iter();
        let of = move |(edge, other): (_, NodeIndex)| {
            (Some(&self.kind(&self.graph[edge]).iri) == post_in.as_ref()).then_some(other)
        };
        let bodies = links.filter(move |_| self.is_a(at, POST)).filter_map(of);
        bodies.flat_map(move |body| {
            let body = self.node(body);
            let title = self.node(at).label.strip_suffix(&body.label).unwrap_or_default();
            let forms = body.variants.iter().filter(move |_| !title.is_empty());
            forms.map(move |form| format!("{title}{form}"))
        })
    }

    /// Why a name does not tell which of several nodes is meant, with what tells them apart.
    pub fn ambiguous(&self, name: &str, many: &[NodeIndex]) -> Error {
        let head = format!("\"{name}\" fits {} entries; give the id of the one you mean:", many.len());
        Error::Name { reason: head + &self.list(many) }
    }

    fn unknown(&self, name: &str) -> String {
        // Tones and marks that were typed count before they do not.
        let mut near = self.with_words(name, key);
        if near.is_empty() {
            near = self.with_words(name, bare_key);
        }
        if !near.is_empty() {
            return format!("\"{name}\" fits nothing exactly; near it:") + &self.list(&self.people_first(near));
        }
        let alike = self.spelt_like(name);
        if alike.is_empty() {
            return format!("\"{name}\" fits nothing in the store; try fewer words of the name, or the id");
        }
        format!("\"{name}\" fits nothing in the store; did you mean:") + &self.list(&alike)
    }

    /// The nodes that have all words of a name, equal by a key, in one of theirs.
    fn with_words(&self, name: &str, key: fn(&str) -> String) -> Vec<NodeIndex> {
        let wanted = key(name);
        let words: BTreeSet<&str> = wanted.split(' ').collect();
        let has_all = |text: &str| {
            let own = key(text);
            words.iter().all(|w| own.split(' ').any(|own| own == *w))
        };
        match wanted.is_empty() {
            true => Vec::new(),
            false => self.nodes().filter(|at| self.names(*at).any(has_all)).collect(),
        }
    }

    /// The nodes one of whose names is the given one but for a few typing errors, the nearest first.
    fn spelt_like(&self, name: &str) -> Vec<NodeIndex> {
        let wanted = bare_key(name);
        let most = (wanted.chars().count() / LETTERS_AN_ERROR).clamp(1, MOST_ERRORS);
        let mut found: Vec<(usize, NodeIndex)> = Vec::new();
        for at in self.nodes() {
            let errors = |own: &str| strsim::damerau_levenshtein(&wanted, &bare_key(own));
            found.extend(self.names(at).map(errors).min().filter(|n| *n <= most).map(|n| (n, at)));
        }
        found.sort_by_key(|(errors, at)| (*errors, !self.is_person(*at), *at));
        found.into_iter().map(|(_, at)| at).collect()
    }

    fn is_person(&self, at: NodeIndex) -> bool {
        expand("vg:Person").is_some_and(|person| self.is_a(at, &person))
    }

    fn people_first(&self, mut nodes: Vec<NodeIndex>) -> Vec<NodeIndex> {
        nodes.sort_by_key(|at| (!self.is_person(*at), *at));
        nodes
    }

    fn list(&self, nodes: &[NodeIndex]) -> String {
        let width = nodes.iter().take(LISTED).map(|at| self.id(*at).chars().count()).max().unwrap_or(0);
        let mut text = String::new();
        for at in nodes.iter().take(LISTED) {
            let (id, label) = (self.id(*at), &self.node(*at).label);
            text.push_str(&format!("\n  {id:width$}  {label} · {}", self.tell_apart(*at)));
        }
        if nodes.len() > LISTED {
            text.push_str(&format!("\n  … and {} more", nodes.len() - LISTED));
        }
        text
    }
}
