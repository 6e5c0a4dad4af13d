//! How well connected a node is: degree, PageRank, betweenness.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use petgraph::graph::NodeIndex;
use rayon::prelude::*;

use super::View;

const DAMPING: f64 = 0.85;
const TOLERANCE: f64 = 1e-9;
const ROUNDS: usize = 200;
/// Sources per task of the betweenness sum; fixed, so that the sum is the same on every machine.
const CHUNK: usize = 256;

impl View {
    /// How many edges touch each node; a loop counts twice.
    pub fn degrees(&self) -> Vec<usize> {
        let mut degrees = vec![0; self.graph.node_count()];
        for edge in self.graph.raw_edges() {
            degrees[edge.source().index()] += 1;
            degrees[edge.target().index()] += 1;
        }
        degrees
    }

    /// PageRank of each node over edges taken in both directions and by their weight; the ranks add up to 1.
    ///
    /// Damping is 0.85; a node without edges spreads its rank over all. Power iteration until the ranks move by less
    /// than 10⁻⁹ in sum and node, or 200 rounds.
    pub fn pagerank(&self) -> Vec<f64> {
        let n = self.graph.node_count();
        let mut lists: Vec<Vec<(usize, f64)>> = vec![Vec::new(); n];
        let mut total = vec![0.0; n];
        for edge in self.graph.raw_edges() {
            let (a, b) = (edge.source().index(), edge.target().index());
            let weight = self.kind(&edge.weight).weight * edge.weight.count as f64;
            lists[a].push((b, weight));
            total[a] += weight;
            if a != b {
                lists[b].push((a, weight));
                total[b] += weight;
            }
        }
        let even = 1.0 / n.max(1) as f64;
        let mut rank = vec![even; n];
        for _ in 0..ROUNDS {
            let dangling: f64 = (0..n).filter(|i| total[*i] == 0.0).map(|i| rank[i]).sum();
            let mut next = vec![(1.0 - DAMPING + DAMPING * dangling) * even; n];
            for (at, list) in lists.iter().enumerate() {
                for (to, weight) in list {
                    next[*to] += DAMPING * rank[at] * weight / total[at];
                }
            }
            let moved: f64 = rank.iter().zip(&next).map(|(a, b)| (a - b).abs()).sum();
            rank = next;
            if moved < TOLERANCE * n as f64 {
                break;
            }
        }
        rank
    }

    /// On how many shortest ways between two others each node lies (Brandes), edges without direction or weight.
    ///
    /// With `sources`, only that many evenly spread starting nodes are followed and the sums scaled up: an estimate for
    /// graphs where nodes × edges is past some 10⁹.
    pub fn betweenness(&self, sources: Option<usize>) -> Vec<f64> {
        let adjacent = self.adjacent();
        let n = adjacent.len();
        let wanted = sources.unwrap_or(n).clamp(1.min(n), n);
        let starts: Vec<usize> = (0..wanted).map(|i| i * n / wanted).collect();
        let parts: Vec<Vec<f64>> = starts
            .par_chunks(CHUNK)
            .map(|chunk| {
                let mut search = Search::new(n);
                chunk.iter().for_each(|start| search.from(*start, &adjacent));
                search.sum
            })
            .collect();
        let scale = if wanted == 0 { 0.0 } else { n as f64 / wanted as f64 / 2.0 };
        (0..n).map(|at| parts.iter().map(|part| part[at]).sum::<f64>() * scale).collect()
    }

    /// The view of the `most` best connected nodes; all of it when it is no larger.
    ///
    /// It grows from the node whose edges weigh most, or from `around`, by the neighbour whose edges weigh most, so that
    /// what is kept hangs together; with `around`, nearer nodes come first.
    pub fn best_connected(&self, most: usize, around: &[NodeIndex]) -> View {
        let n = self.graph.node_count();
        if n <= most {
            return self.clone();
        }
        let (strength, ranks, steps) = (self.strengths(), self.pagerank(), self.distances(around));
        let far = |at: NodeIndex| match around.is_empty() {
            true => 0,
            false => steps[at.index()].unwrap_or(n),
        };
        let mut order: Vec<NodeIndex> = self.nodes().collect();
        order.sort_by(|a, b| {
            let (i, j) = (a.index(), b.index());
            let nearer = far(*a).cmp(&far(*b));
            let stronger = strength[j].total_cmp(&strength[i]);
            nearer.then(stronger).then(ranks[j].total_cmp(&ranks[i])).then(a.cmp(b))
        });
        let mut place = vec![0; n];
        order.iter().enumerate().for_each(|(i, at)| place[at.index()] = i);
        let adjacent = self.adjacent();
        let (mut kept, mut seen, mut left) = (vec![false; n], vec![false; n], most);
        let mut open = BinaryHeap::new();
        for seed in &order {
            if !std::mem::replace(&mut seen[seed.index()], true) {
                open.push(Reverse(place[seed.index()]));
            }
            while let Some(Reverse(next)) = open.pop() {
                if left == 0 {
                    return self.keep(|at| kept[at.index()]);
                }
                left -= 1;
                kept[order[next].index()] = true;
                for other in &adjacent[order[next].index()] {
                    if !std::mem::replace(&mut seen[other.index()], true) {
                        open.push(Reverse(place[other.index()]));
                    }
                }
            }
        }
        self.keep(|at| kept[at.index()])
    }

    /// How much the edges that touch each node weigh together.
    pub fn strengths(&self) -> Vec<f64> {
        let mut strengths = vec![0.0; self.graph.node_count()];
        for edge in self.graph.raw_edges() {
            let weight = self.kind(&edge.weight).weight * edge.weight.count as f64;
            strengths[edge.source().index()] += weight;
            strengths[edge.target().index()] += weight;
        }
        strengths
    }
}

/// One run of Brandes' algorithm after another over the same memory.
struct Search {
    sum: Vec<f64>,
    ways: Vec<f64>,
    share: Vec<f64>,
    distance: Vec<usize>,
    order: Vec<usize>,
}

impl Search {
    fn new(n: usize) -> Search {
        Search {
            sum: vec![0.0; n],
            ways: vec![0.0; n],
            share: vec![0.0; n],
            distance: vec![usize::MAX; n],
            order: Vec::with_capacity(n),
        }
    }

    fn from(&mut self, start: usize, adjacent: &[Vec<NodeIndex>]) {
        for at in self.order.drain(..) {
            self.ways[at] = 0.0;
            self.share[at] = 0.0;
            self.distance[at] = usize::MAX;
        }
        self.ways[start] = 1.0;
        self.distance[start] = 0;
        self.order.push(start);
        let mut next = 0;
        while let Some(at) = self.order.get(next).copied() {
            next += 1;
            for to in adjacent[at].iter().map(|to| to.index()) {
                if self.distance[to] == usize::MAX {
                    self.distance[to] = self.distance[at] + 1;
                    self.order.push(to);
                }
                if self.distance[to] == self.distance[at] + 1 {
                    self.ways[to] += self.ways[at];
                }
            }
        }
        for i in (1..self.order.len()).rev() {
            let at = self.order[i];
            for from in adjacent[at].iter().map(|from| from.index()) {
                if self.distance[from] + 1 == self.distance[at] {
                    self.share[from] += self.ways[from] / self.ways[at] * (1.0 + self.share[at]);
                }
            }
            self.sum[at] += self.share[at];
        }
    }
}
