//! A node in brief: what a list or a picture of many shows of each.

use std::cmp::Reverse;

use jiff::ToSpan;
use petgraph::Direction;
use petgraph::graph::{EdgeIndex, NodeIndex};
use serde::Serialize;

use super::View;
use super::page::Met;
use crate::ontology::vocab::{PERSON, expand};

/// The kinds of nodes and the classes they stand for; what is of none of them is [`OTHER`].
pub const KINDS: [(&str, &str); 8] = [
    ("person", "vg:Person"),
    ("post", "org:Post"),
    ("body", "vg:Body"),
    ("place", "vg:Place"),
    ("event", "vg:Event"),
    ("change", "vg:Change"),
    ("award", "vg:AwardGiving"),
    ("rank", "vg:Rank"),
];

/// The kind of a node of no other.
pub const OTHER: &str = "other";

/// What tells of an office held before.
const FORMER: &str = "vg:formerlyHeldPost";

/// How many offices tell of a person.
const OFFICES: usize = 2;

/// What stands between the parts of a caption.
const NEXT: &str = " · ";

/// What a list shows of a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Brief {
    /// The short id that means exactly it.
    pub id: String,
    /// Its IRI.
    pub iri: String,
    /// Its name, of an event with who holds it where the name tells little.
    pub name: String,
    /// Its kind, one of [`KINDS`] or [`OTHER`].
    pub kind: &'static str,
    /// The local name of the class that says how it looks.
    pub class: String,
    /// That class in the words of the ontology.
    pub class_label: String,
    /// `#rrggbb`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub colour: Option<String>,
    /// A shape by its Graphviz name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shape: Option<String>,
    /// What tells it from others of its name: its date, and what its strongest edges lead to.
    pub caption: String,
    /// When it took place, as told.
    pub date: Option<String>,
    /// How many edges touch it.
    pub degree: usize,
}

impl View {
    /// A node in brief.
    pub fn brief(&self, at: NodeIndex) -> Brief {
        let style = self.style(at);
        Brief {
            id: self.id(at).to_owned(),
            iri: self.node(at).iri.clone(),
            name: self.full_caption(at),
            kind: self.kind_of(at),
            class: style.map(|c| crate::ontology::vocab::local_name(&c.iri).to_owned()).unwrap_or_default(),
            class_label: style.map(|c| c.label.clone()).unwrap_or_default(),
            colour: style.and_then(|c| c.colour.clone()),
            shape: style.and_then(|c| c.shape.clone()),
            caption: self.telling(at),
            date: self.date(at),
            degree: self.degree(at),
        }
    }

    /// What tells a node from others of its name: of a person the offices held now, or else those held before, as such, and where there are
    /// none, as of all others, what is near.
    fn telling(&self, at: NodeIndex) -> String {
        let offices = if self.is_a(at, PERSON) { self.offices(at) } else { Vec::new() };
        let name = |office: &(NodeIndex, Option<&str>)| {
            let post = &self.node(office.0).label;
            office.1.map_or_else(|| post.clone(), |formerly| format!("{formerly}: {post}"))
        };
        match offices.is_empty() {
            false => offices.iter().take(OFFICES).map(name).collect::<Vec<_>>().join(NEXT),
            true => self.what_is_near(at),
        }
    }

    /// Notes the offices of those whom somebody met, which a view of the whole graph knows and one of a part may not.
    pub fn name_offices(&self, met: &mut [Met]) {
        for met in met {
            let office = self.find(&met.iri).and_then(|at| self.office(at));
            met.office = office.map(|post| self.node(post).label.clone());
        }
    }

    /// The office held now, by most articles.
    fn office(&self, at: NodeIndex) -> Option<NodeIndex> {
        self.offices(at).first().filter(|(_, formerly)| formerly.is_none()).map(|(post, _)| *post)
    }

    /// The offices that articles tell somebody to hold, those alone that are told of in the last year of which anything is told, each by how
    /// many tell it; where there are none those held before, the last told of first, with the words for that.
    fn offices(&self, at: NodeIndex) -> Vec<(NodeIndex, Option<&str>)> {
        let told = self.article_days();
        let last = |edge: EdgeIndex| self.graph[edge].articles.iter().filter_map(|a| Some(told[*a]?.0)).max();
        let links = self.links(at, Direction::Outgoing);
        let of = |property: &str| {
            let property = property.to_owned();
            links.iter().copied().filter(move |(edge, _)| self.is_kind(&self.graph[*edge], &property))
        };
        let left = |post: NodeIndex, day| of(FORMER).any(|(e, other)| other == post && last(e) >= day);
        let held: Vec<_> = of("vg:holdsPost").map(|(edge, post)| (last(edge), edge, post)).collect();
        let held = held.into_iter().filter(|(day, _, post)| !left(*post, *day)).collect::<Vec<_>>();
        let since = held.iter().filter_map(|(day, ..)| *day).max().map(|day| day.saturating_sub(1.year()));
        let mut now: Vec<_> = held.into_iter().filter(|(day, ..)| *day >= since).collect();
        now.sort_by_key(|(day, edge, post)| Reverse((self.graph[*edge].articles.len(), *day, Reverse(*post))));
        if !now.is_empty() {
            return now.into_iter().map(|(.., post)| (post, None)).collect();
        }
        let mut past: Vec<_> = of(FORMER).map(|(edge, post)| (last(edge), edge, post)).collect();
        past.sort_by_key(|(day, edge, post)| Reverse((*day, self.graph[*edge].articles.len(), Reverse(*post))));
        past.into_iter().map(|(_, edge, post)| (post, Some(self.kind(&self.graph[edge]).label.as_str()))).collect()
    }

    /// The kind of a node: one of [`KINDS`] or [`OTHER`].
    pub fn kind_of(&self, at: NodeIndex) -> &'static str {
        let is_one = |class: &str| expand(class).is_some_and(|iri| self.is_a(at, &iri));
        KINDS.iter().find(|(_, class)| is_one(class)).map_or(OTHER, |(kind, _)| kind)
    }

    /// How many edges touch a node; a loop counts twice.
    pub fn degree(&self, at: NodeIndex) -> usize {
        self.graph.edges_directed(at, Direction::Outgoing).count()
            + self.graph.edges_directed(at, Direction::Incoming).count()
    }
}
