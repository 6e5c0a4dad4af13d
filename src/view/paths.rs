//! How two nodes are connected.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use petgraph::graph::NodeIndex;

use super::View;
use super::walk::distances;
use crate::store::patience::is_spent;

/// How many partial ways are looked at before a search gives up.
const EFFORT: usize = 2_000_000;
/// The cost of a step over an edge of weight 1; stronger edges cost less.
const STEP: f64 = 1000.0;

/// The ways between two nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ways {
    /// Each way as its nodes from the first to the last, the cheapest way first, then by IRI along the way.
    pub ways: Vec<Vec<NodeIndex>>,
    /// How many of them are as good as the best.
    pub best: usize,
    /// Whether there may be more: the limit or the effort ran out.
    pub more: bool,
}

impl View {
    /// The simple ways between two nodes over at most `longest` edges, at most `limit` of them, whatever the direction
    /// of the edges.
    ///
    /// A step costs 1/weight of its strongest edge, so ways over strong ties come before equally long ones over weak
    /// ties. No node stands twice on a way. The search looks at no more than two million partial ways.
    pub fn ways(&self, from: NodeIndex, to: NodeIndex, limit: usize, longest: usize) -> Ways {
        let steps = self.steps();
        let plain: Vec<Vec<NodeIndex>> = steps.iter().map(|s| s.iter().map(|(to, _)| *to).collect()).collect();
        let hops = distances(&plain, &[to]);
        let rest = costs(&steps, to);
        let mut search = WaySearch { partial: Vec::new(), open: BinaryHeap::new() };
        let mut found = Ways { ways: Vec::new(), best: 0, more: false };
        if let (Some(cost), Some(hop)) = (rest[from.index()], hops[from.index()])
            && hop <= longest
        {
            search.push(usize::MAX, from, 0, 0, cost);
        }
        let (mut effort, mut best) = (0, None);
        while let Some(Reverse((total, _, at))) = search.open.pop() {
            let here = search.partial[at];
            if here.node == to {
                if found.ways.len() == limit {
                    found.more = true;
                    break;
                }
                found.best += usize::from(*best.get_or_insert(total) == total);
                found.ways.push(search.way(at));
                continue;
            }
            effort += 1;
            if effort > EFFORT || is_spent() {
                found.more = true;
                break;
            }
            for (next, cost) in &steps[here.node.index()] {
                let (Some(rest), Some(hop)) = (rest[next.index()], hops[next.index()]) else {
                    continue;
                };
                if here.hops + 1 + hop <= longest && !search.visits(at, *next) {
                    search.push(at, *next, here.hops + 1, here.cost + cost, here.cost + cost + rest);
                }
            }
        }
        found.ways.sort_by_cached_key(|way| (cost_of(&steps, way), way.clone()));
        found
    }

    /// From every node the nodes one step away, in order, with the cost of the cheapest edge to each.
    fn steps(&self) -> Vec<Vec<(NodeIndex, u64)>> {
        let mut steps: Vec<Vec<(NodeIndex, u64)>> = vec![Vec::new(); self.graph.node_count()];
        for edge in self.graph.raw_edges() {
            let (a, b) = (edge.source(), edge.target());
            if a != b {
                let cost = (STEP / self.kind(&edge.weight).weight).round().max(1.0) as u64;
                steps[a.index()].push((b, cost));
                steps[b.index()].push((a, cost));
            }
        }
        for list in &mut steps {
            list.sort_unstable();
            list.dedup_by_key(|(to, _)| *to);
        }
        steps
    }
}

#[derive(Clone, Copy)]
struct Partial {
    before: usize,
    node: NodeIndex,
    hops: usize,
    cost: u64,
}

struct WaySearch {
    partial: Vec<Partial>,
    /// By least possible total, then age.
    open: BinaryHeap<Reverse<(u64, usize, usize)>>,
}

impl WaySearch {
    fn push(&mut self, before: usize, node: NodeIndex, hops: usize, cost: u64, total: u64) {
        let at = self.partial.len();
        self.partial.push(Partial { before, node, hops, cost });
        self.open.push(Reverse((total, at, at)));
    }

    fn back(&self, at: usize) -> impl Iterator<Item = NodeIndex> {
        std::iter::successors(self.partial.get(at), |p| self.partial.get(p.before)).map(|p| p.node)
    }

    fn visits(&self, at: usize, node: NodeIndex) -> bool {
        self.back(at).any(|seen| seen == node)
    }

    fn way(&self, at: usize) -> Vec<NodeIndex> {
        let mut way: Vec<NodeIndex> = self.back(at).collect();
        way.reverse();
        way
    }
}

/// The least cost from every node to `to`.
fn costs(steps: &[Vec<(NodeIndex, u64)>], to: NodeIndex) -> Vec<Option<u64>> {
    let mut best: Vec<Option<u64>> = vec![None; steps.len()];
    let mut open = BinaryHeap::from([Reverse((0, to))]);
    while let Some(Reverse((cost, at))) = open.pop() {
        if best[at.index()].is_some() {
            continue;
        }
        best[at.index()] = Some(cost);
        for (next, step) in &steps[at.index()] {
            if best[next.index()].is_none() {
                open.push(Reverse((cost + step, *next)));
            }
        }
    }
    best
}

fn cost_of(steps: &[Vec<(NodeIndex, u64)>], way: &[NodeIndex]) -> u64 {
    let step = |pair: &[NodeIndex]| {
        let list = &steps[pair[0].index()];
        list.iter().find(|(to, _)| *to == pair[1]).map_or(0, |(_, cost)| *cost)
    };
    way.windows(2).map(step).sum()
}
