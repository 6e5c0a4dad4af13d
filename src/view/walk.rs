//! Going from node to node: neighbourhoods and components.

use std::collections::VecDeque;

use petgraph::graph::NodeIndex;

use super::View;

impl View {
    /// How many steps each node is from the nearest of `starts`, in either direction; none where there is no way.
    pub fn distances(&self, starts: &[NodeIndex]) -> Vec<Option<usize>> {
        distances(&self.adjacent(), starts)
    }

    /// The view of the nodes at most `depth` steps from any of `starts`, whatever the direction.
    pub fn neighbourhood(&self, starts: &[NodeIndex], depth: usize) -> View {
        let distances = self.distances(starts);
        self.keep(|at| distances[at.index()].is_some_and(|d| d <= depth))
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
