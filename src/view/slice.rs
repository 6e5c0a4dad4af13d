//! A part of the graph to be drawn: nodes in brief, the edges between them, and when each is told of.

use jiff::civil::Date;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;
use serde::Serialize;

use super::View;
use super::brief::Brief;
use super::evidence::Shown;
use crate::error::Result;
use crate::ontology::vocab::{expand, shorten};
use crate::store::read::Quads;

/// What stands in the id of an edge between two people who met, where others have their property.
pub const MET: &str = "met";

/// What stands between the parts of an edge's id.
const BAR: char = '|';

/// A part of the graph.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Slice {
    /// The nodes, those asked for first.
    pub nodes: Vec<Drawn>,
    /// The edges between them.
    pub edges: Vec<Tie>,
    /// Whether there are more nodes than were asked for.
    pub truncated: bool,
}

/// A node to be drawn.
#[derive(Clone, Debug, Serialize)]
pub struct Drawn {
    /// What it is.
    #[serde(flatten)]
    pub brief: Brief,
    /// Its first day, or that of the articles that tell of it; none where neither is known.
    pub from: Option<Date>,
    /// The last.
    pub to: Option<Date>,
}

/// An edge to be drawn.
#[derive(Clone, Debug, Serialize)]
pub struct Tie {
    /// Its id, which [`View::evidence_of`] takes: subject, property and object with bars between.
    pub id: String,
    /// The id of the node it leaves.
    pub source: String,
    /// The id of the node it enters.
    pub target: String,
    /// Its property as a prefixed name, or [`MET`].
    pub relation: String,
    /// The same in the words of the ontology.
    pub label: String,
    /// How strongly it binds; of two people who met the number of events.
    pub weight: f64,
    /// How many articles tell it.
    pub articles: usize,
    /// The first day it is told of.
    pub from: Option<Date>,
    /// The last.
    pub to: Option<Date>,
}

/// What proves an edge.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Told {
    /// When what it says was so, in words as on the lines of a page; empty where nothing is known of it.
    pub when: Vec<String>,
    /// The words that prove it.
    pub evidence: Vec<Shown>,
}

impl View {
    /// Some nodes and the edges between them for which `keep` holds.
    pub fn slice(&self, nodes: &[NodeIndex], keep: impl Fn(EdgeIndex) -> bool) -> Slice {
        let mut edges: Vec<EdgeIndex> = Vec::new();
        for at in nodes {
            let own = self.graph.edges(*at).filter(|e| nodes.contains(&e.target())).map(|e| e.id());
            edges.extend(own.filter(|e| keep(*e)));
        }
        edges.sort_unstable();
        Slice {
            nodes: nodes.iter().map(|at| self.drawn(*at)).collect(),
            edges: edges.into_iter().map(|edge| self.tie(edge)).collect(),
            truncated: false,
        }
    }

    /// A node as it is drawn.
    pub fn drawn(&self, at: NodeIndex) -> Drawn {
        let (from, to) = self.days(at).or_else(|| self.told_between(&self.node(at).articles)).unzip();
        Drawn { brief: self.brief(at), from, to }
    }

    /// Who met: a person with those who shared most events, at most `most` of them, and which of these met each other.
    pub fn together(&self, person: NodeIndex, most: usize) -> Slice {
        let met = self.met(person);
        let mut people = vec![person];
        people.extend(met.iter().take(most).map(|(other, _)| *other));
        Slice { truncated: met.len() > most, ..self.who_met(&people) }
    }

    /// Some people and which of them met.
    pub fn who_met(&self, people: &[NodeIndex]) -> Slice {
        let events: Vec<Vec<NodeIndex>> = people.iter().map(|at| self.events_of(*at)).collect();
        let mut edges = Vec::new();
        for (i, a) in people.iter().enumerate() {
            for (j, b) in people.iter().enumerate().skip(i + 1) {
                let common: Vec<NodeIndex> =
                    events[i].iter().filter(|e| events[j].binary_search(e).is_ok()).copied().collect();
                if !common.is_empty() {
                    edges.push(self.tie_of_meeting(*a, *b, &common));
                }
            }
        }
        let nodes = people.iter().map(|at| self.drawn(*at)).collect();
        Slice { nodes, edges, truncated: false }
    }

    fn tie_of_meeting(&self, a: NodeIndex, b: NodeIndex, events: &[NodeIndex]) -> Tie {
        let days = events.iter().filter_map(|e| self.days(*e).or_else(|| self.told_between(&self.node(*e).articles)));
        let (first, last): (Vec<Date>, Vec<Date>) = days.unzip();
        let event = expand("vg:Event").and_then(|iri| self.class(&iri)).map(|c| c.label.as_str());
        Tie {
            id: [self.id(a), MET, self.id(b)].join(&BAR.to_string()),
            source: self.id(a).to_owned(),
            target: self.id(b).to_owned(),
            relation: MET.to_owned(),
            label: format!("{} × {}", events.len(), event.unwrap_or_default()),
            weight: events.len() as f64,
            articles: self.articles_of(events).len(),
            from: first.into_iter().min(),
            to: last.into_iter().max(),
        }
    }

    /// The id of an edge, which means it as long as the store says so.
    pub fn edge_id(&self, edge: EdgeIndex) -> String {
        let Some((from, to)) = self.graph.edge_endpoints(edge) else {
            return String::new();
        };
        [self.id(from), &shorten(&self.kind(&self.graph[edge]).iri), self.id(to)].join(&BAR.to_string())
    }

    /// The evidence of an edge by its id, and when what it says was so; none when there is no such edge.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn evidence_of(&self, store: &Quads, id: &str) -> Result<Option<Told>> {
        let parts: Vec<&str> = id.split(BAR).collect();
        let [from, property, to] = parts[..] else {
            return Ok(None);
        };
        let (Some(from), Some(to)) = (self.with_id(from), self.with_id(to)) else {
            return Ok(None);
        };
        let edges = match property {
            MET => self.edges_of_meeting(from, to),
            _ => {
                let is_meant = |edge: &EdgeIndex| shorten(&self.kind(&self.graph[*edge]).iri) == property;
                let own = self.graph.edges_connecting(from, to).map(|e| e.id());
                own.filter(is_meant).collect()
            }
        };
        if edges.is_empty() {
            return Ok(None);
        }
        let mut told = Told::default();
        for edge in edges {
            told.evidence.extend(self.evidence(store, edge)?);
            let when = self.when(store, edge)?;
            let new: Vec<String> = when.into_iter().filter(|when| !told.when.contains(when)).collect();
            told.when.extend(new);
        }
        Ok(Some(told))
    }

    /// The edges by which two people took part in the same events.
    fn edges_of_meeting(&self, a: NodeIndex, b: NodeIndex) -> Vec<EdgeIndex> {
        let others = self.events_of(b);
        let common = self.events_of(a).into_iter().filter(|event| others.contains(event));
        common.flat_map(|event| [self.between(a, event), self.between(b, event)].concat()).collect()
    }

    /// When an edge is told of: the days of the event or change at one of its ends, else those of its articles.
    pub fn days_of_edge(&self, edge: EdgeIndex) -> Option<(Date, Date)> {
        let (from, to) = self.graph.edge_endpoints(edge)?;
        self.days(to).or_else(|| self.days(from)).or_else(|| self.told_between(&self.graph[edge].articles))
    }

    fn tie(&self, edge: EdgeIndex) -> Tie {
        let id = |at: Option<NodeIndex>| at.map(|at| self.id(at).to_owned()).unwrap_or_default();
        let (source, target) = self.graph.edge_endpoints(edge).unzip();
        let link = &self.graph[edge];
        let kind = self.kind(link);
        let (from, to) = self.days_of_edge(edge).unzip();
        Tie {
            id: self.edge_id(edge),
            source: id(source),
            target: id(target),
            relation: shorten(&kind.iri),
            label: kind.label.clone(),
            weight: kind.weight,
            articles: link.articles.len(),
            from,
            to,
        }
    }

    /// The first and the last day of some articles.
    pub(super) fn told_between(&self, articles: &[usize]) -> Option<(Date, Date)> {
        let days = || articles.iter().filter_map(|a| self.article_days()[*a]);
        days().map(|(first, _)| first).min().zip(days().map(|(_, last)| last).max())
    }
}
