//! Who met whom: people who took part in the same events.

use std::collections::BTreeMap;
use std::sync::Arc;

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};

use super::{Frame, Link, View};
use crate::ontology::vocab::expand;
use crate::store::read::EdgeKind;

/// Two people and the events both took part in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The one whose IRI comes first.
    pub a: NodeIndex,
    /// The other.
    pub b: NodeIndex,
    /// The events, by IRI.
    pub events: Vec<NodeIndex>,
}

impl View {
    /// Who took part in an event, each once, by IRI: those with an edge into it below `vg:participatedIn`.
    pub fn participants(&self, event: NodeIndex) -> Vec<NodeIndex> {
        self.taking_part(event, Direction::Incoming)
    }

    /// The events a person took part in, each once, by IRI.
    pub fn events_of(&self, person: NodeIndex) -> Vec<NodeIndex> {
        self.taking_part(person, Direction::Outgoing)
    }

    fn taking_part(&self, at: NodeIndex, direction: Direction) -> Vec<NodeIndex> {
        let links = self.links(at, direction).into_iter();
        let mut others: Vec<NodeIndex> =
            links.filter(|(edge, _)| self.is_kind(&self.graph[*edge], PARTICIPATED)).map(|(_, other)| other).collect();
        others.sort_unstable();
        others.dedup();
        others
    }

    /// All pairs of people who took part in a common event, by their IRIs.
    pub fn meetings(&self) -> Vec<Meeting> {
        let mut pairs: BTreeMap<(NodeIndex, NodeIndex), Vec<NodeIndex>> = BTreeMap::new();
        for event in self.nodes() {
            let people = self.participants(event);
            for (i, a) in people.iter().enumerate() {
                for b in &people[i + 1..] {
                    pairs.entry((*a, *b)).or_default().push(event);
                }
            }
        }
        pairs.into_iter().map(|((a, b), events)| Meeting { a, b, events }).collect()
    }

    /// With whom a person shared most events, the most frequent first, then by IRI.
    pub fn met(&self, person: NodeIndex) -> Vec<(NodeIndex, Vec<NodeIndex>)> {
        let mut others: BTreeMap<NodeIndex, Vec<NodeIndex>> = BTreeMap::new();
        for event in self.events_of(person) {
            for other in self.participants(event) {
                if other != person {
                    others.entry(other).or_default().push(event);
                }
            }
        }
        let mut others: Vec<_> = others.into_iter().collect();
        others.sort_by_key(|(_, events)| std::cmp::Reverse(events.len()));
        others
    }

    /// The projection on people: an edge without direction between any two who met, counting the events.
    pub fn co_attendance(&self) -> View {
        let meetings = self.meetings();
        let mut place: BTreeMap<NodeIndex, NodeIndex> = BTreeMap::new();
        for meeting in &meetings {
            place.insert(meeting.a, NodeIndex::end());
            place.insert(meeting.b, NodeIndex::end());
        }
        let mut graph = DiGraph::with_capacity(place.len(), meetings.len());
        for (old, new) in &mut place {
            *new = graph.add_node(self.graph[*old].clone());
        }
        for meeting in &meetings {
            let link = Link { kind: 0, articles: self.articles_of(&meeting.events), count: meeting.events.len() };
            graph.add_edge(place[&meeting.a], place[&meeting.b], link);
        }
        let met = EdgeKind {
            iri: expand(PARTICIPATED).unwrap_or_default(),
            label: String::new(),
            weight: 1.0,
            above: Vec::new(),
            inverse: Vec::new(),
            inverse_label: None,
            proven: false,
        };
        let frame = Frame {
            kinds: vec![met],
            classes: self.frame.classes.clone(),
            class_at: self.frame.class_at.clone(),
            articles: self.frame.articles.clone(),
            replaced: self.frame.replaced.clone(),
            undecided: self.frame.undecided.clone(),
            base: self.frame.base.clone(),
            title: self.frame.title.clone(),
            language: self.frame.language.clone(),
        };
        View { graph, frame: Arc::new(frame), directed: false, ..View::default() }
    }

    pub(super) fn articles_of(&self, nodes: &[NodeIndex]) -> Vec<usize> {
        let mut articles: Vec<usize> = nodes.iter().flat_map(|n| &self.graph[*n].articles).copied().collect();
        articles.sort_unstable();
        articles.dedup();
        articles
    }
}

const PARTICIPATED: &str = "vg:participatedIn";
