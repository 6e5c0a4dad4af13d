//! How two nodes are connected, told hop by hop with the evidence.

use petgraph::graph::NodeIndex;
use serde::Serialize;

use super::View;
use super::evidence::Shown;
use crate::error::Result;
use crate::store::read::Quads;

/// A way from one node to another.
#[derive(Clone, Debug, Serialize)]
pub struct Connection {
    /// The nodes on the way, ends included.
    pub stops: Vec<Stop>,
    /// The steps between them, one fewer.
    pub hops: Vec<Hop>,
}

/// A node on the way.
#[derive(Clone, Debug, Serialize)]
pub struct Stop {
    /// Its IRI.
    pub iri: String,
    /// The short id that means exactly it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is, in the words of the ontology.
    pub class: String,
    /// Its date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// A step on the way: everything that relates its two ends.
#[derive(Clone, Debug, Serialize)]
pub struct Hop {
    /// The edges between the two nodes.
    pub relations: Vec<Relation>,
}

/// One edge of a step.
#[derive(Clone, Debug, Serialize)]
pub struct Relation {
    /// The property's IRI.
    pub property: String,
    /// The property in the words of the ontology.
    pub label: String,
    /// Whether the edge points the way that is gone.
    pub forward: bool,
    /// The sentences that prove it; none for what only describes a node or what the ontology says.
    pub evidence: Vec<Shown>,
}

impl View {
    /// Tells a way, given as its nodes, with evidence from the store the view was read from.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn tell(&self, store: &Quads, way: &[NodeIndex]) -> Result<Connection> {
        let stops = way.iter().map(|at| self.stop(*at)).collect();
        let mut hops = Vec::new();
        for pair in way.windows(2) {
            let mut relations = Vec::new();
            for edge in self.between(pair[0], pair[1]) {
                let kind = self.kind(&self.graph[edge]);
                relations.push(Relation {
                    property: kind.iri.clone(),
                    label: kind.label.clone(),
                    forward: self.graph.edge_endpoints(edge).is_some_and(|(from, _)| from == pair[0]),
                    evidence: self.evidence(store, edge)?,
                });
            }
            hops.push(Hop { relations });
        }
        Ok(Connection { stops, hops })
    }

    fn stop(&self, at: NodeIndex) -> Stop {
        let node = self.node(at);
        Stop {
            iri: node.iri.clone(),
            id: self.id(at).to_owned(),
            name: self.full_caption(at),
            class: self.style(at).map_or_else(String::new, |c| c.label.clone()),
            date: self.date(at),
        }
    }
}
