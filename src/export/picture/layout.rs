//! Where nodes stand: forces between them (fjadra), then rectangles pushed apart, part by part.
//!
//! The numbers start from those that gave clear pictures in trials: links of some 130 pixels, a charge of −900, weak
//! gravity. Several starting orders are tried and the picture with the fewest crossings is kept.

use fjadra::{Link, ManyBody, Node, PositionX, PositionY, SimulationBuilder};
use rayon::prelude::*;

use super::shape::Point;

/// A link between two nodes, and the size of what will be written on it.
#[derive(Clone, Copy, Debug)]
pub struct Tie {
    /// One end, as a position in the list of sizes.
    pub a: usize,
    /// The other end.
    pub b: usize,
    /// Width and height of its label; zero without one.
    pub label: Point,
    /// How strongly it pulls, 1 for an ordinary one.
    pub weight: f64,
}

/// The least space between two boxes.
pub const GAP: f64 = 18.0;
/// The space between parts that do not hang together.
const BETWEEN: f64 = 46.0;
/// Up to this many nodes exchanging places is tried, on the best few layouts, so many rounds.
const SWAPPABLE: usize = 70;
const SWAPPED: usize = 5;
const ROUNDS: usize = 4;
/// The share of a large part's area that its boxes are to fill.
const FILL: f64 = 0.4;
/// Boxes are wider than high, so the forces work in a space that is narrower by this factor.
const STRETCH: f64 = 1.35;

/// The centre of each box, so that no two come closer than [`GAP`]; the upper left corner of all is near (0, 0).
///
/// Parts that do not hang together are laid out alone and packed in rows, the largest first. Deterministic.
pub fn place(sizes: &[Point], ties: &[Tie], parts: &[Vec<usize>]) -> Vec<Point> {
    let arranged: Vec<Vec<Point>> = parts.par_iter().map(|part| arrange(part, sizes, ties)).collect();
    let mut centres = vec![(0.0, 0.0); sizes.len()];
    pack(parts, &arranged, sizes, &mut centres);
    centres
}

fn arrange(part: &[usize], sizes: &[Point], ties: &[Tie]) -> Vec<Point> {
    let mut local = vec![usize::MAX; sizes.len()];
    part.iter().enumerate().for_each(|(i, at)| local[*at] = i);
    let own: Vec<Point> = part.iter().map(|at| sizes[*at]).collect();
    let inner: Vec<Tie> = ties
        .iter()
        .filter(|t| local[t.a] != usize::MAX && t.a != t.b)
        .map(|t| Tie { a: local[t.a], b: local[t.b], ..*t })
        .collect();
    let trials = match part.len() {
        0..=2 => 1,
        3..=60 => 24,
        61..=150 => 8,
        _ => 3,
    };
    let simulated = (0..trials).into_par_iter().map(|trial| {
        let mut centres = simulate(&own, &inner, trial);
        if part.len() > SWAPPABLE {
            gather(&mut centres, &own);
        }
        push_apart(&mut centres, &own);
        (tangle(&centres, &own, &inner), trial, centres)
    });
    let mut tried: Vec<(f64, usize, Vec<Point>)> = simulated.collect();
    tried.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    if part.len() <= SWAPPABLE {
        tried.truncate(SWAPPED);
        tried.par_iter_mut().for_each(|(score, _, centres)| *score = swap(centres, &own, &inner));
        tried.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    }
    tried.into_iter().next().map(|(_, _, centres)| centres).unwrap_or_default()
}

fn simulate(sizes: &[Point], ties: &[Tie], trial: usize) -> Vec<Point> {
    let n = sizes.len();
    let lengths: Vec<f64> = ties
        .iter()
        .map(|t| {
            let (a, b) = (sizes[t.a], sizes[t.b]);
            let boxes = (a.0 + b.0) / STRETCH / 4.0 + (a.1 + b.1) / 4.0;
            (46.0 + boxes + t.label.0 * 0.45 + t.label.1 * 0.5).max(100.0)
        })
        .collect();
    let nodes = (0..n).map(|i| {
        // A spiral, entered in another order at each trial.
        let order = (i * (2 * trial + 1) + trial * 7) % n.max(1);
        let (radius, angle) = (14.0 * (0.5 + order as f64).sqrt(), order as f64 * 2.399_963_229_728_653 + trial as f64);
        Node::default().position(radius * angle.cos(), radius * angle.sin())
    });
    let mut degree = vec![0.0_f64; n];
    for t in ties {
        degree[t.a] += 1.0;
        degree[t.b] += 1.0;
    }
    // A hub pulls each of its neighbours less; a weak tie pulls little, whoever it binds.
    let pulls: Vec<f64> =
        ties.iter().map(|t| t.weight.clamp(0.05, 2.0).sqrt() / degree[t.a].min(degree[t.b])).collect();
    let links: Vec<(usize, usize)> = ties.iter().map(|t| (t.a, t.b)).collect();
    let reach: Vec<f64> = sizes.iter().map(|s| (s.0 / STRETCH).hypot(s.1) / 2.0).collect();
    let link = Link::new(links)
        .distance(move |_: &_, i: usize| lengths[i])
        .strength(move |_: &_, i: usize| pulls[i])
        .iterations(2);
    let mut simulation = SimulationBuilder::default()
        .build(nodes)
        .add_force("link", link)
        .add_force("charge", ManyBody::new().strength(-900.0))
        .add_force("collide", fjadra::Collide::new().radius(move |i: usize| reach[i] * 0.8).iterations(2))
        .add_force("x", PositionX::new().strength(0.07))
        .add_force("y", PositionY::new().strength(0.09));
    simulation.step();
    simulation.positions().map(|[x, y]| (x * STRETCH, y)).collect()
}

/// Scales a layout so that its boxes fill about a fifth of it: sparse graphs come out of the simulation far apart.
fn gather(centres: &mut [Point], sizes: &[Point]) {
    let (low, high) = bounds(centres.iter().copied().zip(sizes.iter().copied()));
    let boxes: f64 = sizes.iter().map(|(w, h)| (w + GAP) * (h + GAP)).sum();
    let factor = (boxes / FILL / ((high.0 - low.0) * (high.1 - low.1))).sqrt();
    let factor = factor.clamp(0.3, 1.1);
    centres.iter_mut().for_each(|c| *c = (c.0 * factor, c.1 * factor));
}

/// Exchanges the places of two nodes wherever that makes the layout easier to read, until nothing is gained; returns how
/// hard it is to read then.
fn swap(centres: &mut [Point], sizes: &[Point], ties: &[Tie]) -> f64 {
    let mut best = tangle(centres, sizes, ties);
    for _ in 0..ROUNDS {
        let mut tried = centres.to_vec();
        let mut score = best;
        for a in 0..tried.len() {
            for b in a + 1..tried.len() {
                tried.swap(a, b);
                let swapped = tangle(&tried, sizes, ties);
                if swapped < score - 1e-9 {
                    score = swapped;
                } else {
                    tried.swap(a, b);
                }
            }
        }
        push_apart(&mut tried, sizes);
        score = tangle(&tried, sizes, ties);
        if score >= best - 1e-9 {
            break;
        }
        best = score;
        centres.copy_from_slice(&tried);
    }
    best
}

/// Moves boxes until no two are closer than [`GAP`], along the axis where least is needed.
pub fn push_apart(centres: &mut [Point], sizes: &[Point]) {
    for round in 0.. {
        let mut moved = false;
        for a in 0..centres.len() {
            for b in a + 1..centres.len() {
                let (dx, dy) = (centres[b].0 - centres[a].0, centres[b].1 - centres[a].1);
                let over_x = (sizes[a].0 + sizes[b].0) / 2.0 + GAP - dx.abs();
                let over_y = (sizes[a].1 + sizes[b].1) / 2.0 + GAP - dy.abs();
                if over_x <= 1e-6 || over_y <= 1e-6 {
                    continue;
                }
                moved = true;
                if over_x < over_y {
                    let step = (over_x / 2.0 + 0.01).copysign(dx);
                    centres[a].0 -= step;
                    centres[b].0 += step;
                } else {
                    let step = (over_y / 2.0 + 0.01).copysign(dy);
                    centres[a].1 -= step;
                    centres[b].1 += step;
                }
            }
        }
        if !moved {
            return;
        }
        if round % 60 == 59 {
            // Too crowded to settle: more room for all.
            centres.iter_mut().for_each(|c| *c = (c.0 * 1.06, c.1 * 1.06));
        }
    }
}

/// How hard a layout is to read: crossings, links behind boxes, length.
fn tangle(centres: &[Point], sizes: &[Point], ties: &[Tie]) -> f64 {
    let mut score = 0.0;
    for (i, t) in ties.iter().enumerate() {
        let (p, q) = (centres[t.a], centres[t.b]);
        score += (p.0 - q.0).hypot(p.1 - q.1) / 300.0;
        for u in &ties[i + 1..] {
            let apart = t.a != u.a && t.a != u.b && t.b != u.a && t.b != u.b;
            if apart && cross(p, q, centres[u.a], centres[u.b]) {
                score += 1.0;
            }
        }
        for (at, centre) in centres.iter().enumerate() {
            if at != t.a && at != t.b && passes(p, q, *centre, sizes[at]) {
                score += 1.5;
            }
        }
    }
    let (low, high) = bounds(centres.iter().copied().zip(sizes.iter().copied()));
    let (width, height) = (high.0 - low.0, high.1 - low.1);
    // A picture wants to lie, not to stand.
    score + (width * height).sqrt() / 300.0 + if height > width { 3.0 * (height / width - 1.0) } else { 0.0 }
}

fn cross(p: Point, q: Point, r: Point, s: Point) -> bool {
    let side = |a: Point, b: Point, c: Point| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
    side(p, q, r) * side(p, q, s) < 0.0 && side(r, s, p) * side(r, s, q) < 0.0
}

/// Whether the line from `p` to `q` passes through a box.
fn passes(p: Point, q: Point, centre: Point, size: Point) -> bool {
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    for (start, step, middle, half) in
        [(p.0, q.0 - p.0, centre.0, size.0 / 2.0), (p.1, q.1 - p.1, centre.1, size.1 / 2.0)]
    {
        if step.abs() < 1e-9 {
            if (start - middle).abs() > half {
                return false;
            }
            continue;
        }
        let (a, b) = ((middle - half - start) / step, (middle + half - start) / step);
        from = from.max(a.min(b));
        to = to.min(a.max(b));
    }
    from < to
}

/// The corners of the smallest rectangle around boxes.
pub fn bounds(boxes: impl Iterator<Item = (Point, Point)>) -> (Point, Point) {
    boxes.fold(((f64::MAX, f64::MAX), (f64::MIN, f64::MIN)), |(low, high), ((x, y), (w, h))| {
        let (w, h) = (w / 2.0, h / 2.0);
        ((low.0.min(x - w), low.1.min(y - h)), (high.0.max(x + w), high.1.max(y + h)))
    })
}

/// Packs the parts in rows.
fn pack(parts: &[Vec<usize>], arranged: &[Vec<Point>], sizes: &[Point], centres: &mut [Point]) {
    let extents: Vec<(Point, Point)> = parts
        .iter()
        .zip(arranged)
        .map(|(part, at)| bounds(at.iter().copied().zip(part.iter().map(|i| sizes[*i]))))
        .collect();
    let area: f64 = extents.iter().map(|(low, high)| (high.0 - low.0 + BETWEEN) * (high.1 - low.1 + BETWEEN)).sum();
    let widest = extents.iter().map(|(low, high)| high.0 - low.0).fold(0.0, f64::max);
    let width = widest.max((area * 1.6).sqrt());
    let (mut x, mut y, mut row) = (0.0, 0.0, 0.0_f64);
    for ((part, at), (low, high)) in parts.iter().zip(arranged).zip(extents) {
        let (w, h) = (high.0 - low.0, high.1 - low.1);
        if x > 0.0 && x + w > width {
            (x, y, row) = (0.0, y + row + BETWEEN, 0.0);
        }
        for (i, centre) in part.iter().zip(at) {
            centres[*i] = (centre.0 - low.0 + x, centre.1 - low.1 + y);
        }
        x += w + BETWEEN;
        row = row.max(h);
    }
}
