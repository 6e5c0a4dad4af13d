//! Going from node to node: neighbourhoods and components.

use std::collections::VecDeque;

use petgraph::graph::NodeIndex;

use super::View;

/// Edges below this weight say too little of a node to go on from it.
pub(super) const WEAK: f64 = 0.5;

impl View {
    /// How many steps each node is from the nearest of `starts`, in either direction; none where there is no way.
    pub fn distances(&self, starts: &[NodeIndex]) -> Vec<Option<usize>> {
        distances(&self.adjacent(), starts)
    }

    /// The view of the nodes at most `depth` steps from any of `starts`, whatever the direction.
    ///
    /// A node reached over nothing but weak edges (weight below 0.5, such as a rank that hundreds hold) is shown, but no
    /// step goes on from it.
    pub fn neighbourhood(&self, starts: &[NodeIndex], depth: usize) -> View {
        let mut strong = vec![Vec::new(); self.graph.node_count()];
        for edge in self.graph.raw_edges() {
            if self.kind(&edge.weight).weight >= WEAK {
                strong[edge.source().index()].push(edge.target());
                strong[edge.target().index()].push(edge.source());
            }
        }
        let steps = distances(&strong, starts);
        let near = |at: NodeIndex, most: usize| steps[at.index()].is_some_and(|d| d <= most);
        let adjacent = self.adjacent();
        let beside = |at: NodeIndex| adjacent[at.index()].iter().any(|o| depth > 0 && near(*o, depth - 1));
        self.keep(|at| near(at, depth) || beside(at))
    }

    /// The parts that hang together, the largest first, then by their first node.
    pub fn components(&self) -> Vec<Vec<NodeIndex>> {
        let adjacent = self.adjacent();
        let mut seen = vec![false; adjacent.len()];
        let mut parts = Vec::new();
        for start in self.nodes() {
            if seen[start.index()] {
                continue;
            }
            seen[start.index()] = true;
            let mut part = vec![start];
            let mut next = 0;
            while let Some(at) = part.get(next).copied() {
                next += 1;
                for other in &adjacent[at.index()] {
                    if !std::mem::replace(&mut seen[other.index()], true) {
                        part.push(*other);
                    }
                }
            }
            part.sort_unstable();
            parts.push(part);
        }
        parts.sort_by_key(|part| (std::cmp::Reverse(part.len()), part[0]));
        parts
    }

    /// The nodes at least one edge touches.
    pub fn without_loners(&self) -> View {
        let adjacent = self.adjacent();
        self.keep(|at| !adjacent[at.index()].is_empty())
    }
}

/// Breadth first from `starts` over lists of neighbours.
pub(super) fn distances(adjacent: &[Vec<NodeIndex>], starts: &[NodeIndex]) -> Vec<Option<usize>> {
    let mut distance = vec![None; adjacent.len()];
    let mut queue: VecDeque<NodeIndex> = VecDeque::new();
    for start in starts {
        if distance[start.index()].is_none() {
            distance[start.index()] = Some(0);
            queue.push_back(*start);
        }
    }
    while let Some(at) = queue.pop_front() {
        let next = distance[at.index()].map(|d: usize| d + 1);
        for other in &adjacent[at.index()] {
            if distance[other.index()].is_none() {
                distance[other.index()] = next;
                queue.push_back(*other);
            }
        }
    }
    distance
}
