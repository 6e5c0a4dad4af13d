//! The curves between boxes: bent around what stands between, clipped at the outlines, labelled where there is room.

use super::shape::{Point, Shape};

/// A quadratic Bézier curve: start, control point, end.
pub type Curve = [Point; 3];

/// The outline of a node where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Outline {
    /// Its shape.
    pub shape: Shape,
    /// Its middle.
    pub centre: Point,
    /// Its width and height.
    pub size: Point,
}

impl Outline {
    fn holds(&self, margin: f64, point: Point) -> bool {
        self.shape.holds(self.centre, self.size, margin, point)
    }
}

/// How far a curve bends, over its length; the first that runs free is taken.
const BENDS: [f64; 11] = [0.035, -0.035, 0.08, -0.08, 0.13, -0.13, 0.19, -0.19, 0.26, -0.26, 0.0];
/// How far the control point of a curve stands off at most, in pixels.
const MOST: f64 = 240.0;
const SAMPLES: usize = 28;
/// The length of an arrow head.
pub const HEAD: f64 = 8.0;

/// A curve from the outline of one node to that of another that runs behind as few others as possible.
pub fn route(all: &[Outline], from: usize, to: usize) -> Curve {
    let (a, b) = (all[from].centre, all[to].centre);
    let length = (b.0 - a.0).hypot(b.1 - a.1).max(1.0);
    let normal = ((a.1 - b.1) / length, (b.0 - a.0) / length);
    let reach = length * 0.4 + 20.0;
    let near = |o: &&Outline| {
        let low = (a.0.min(b.0) - reach, a.1.min(b.1) - reach);
        let high = (a.0.max(b.0) + reach, a.1.max(b.1) + reach);
        let (x, y) = o.centre;
        low.0 <= x + o.size.0 && x - o.size.0 <= high.0 && low.1 <= y + o.size.1 && y - o.size.1 <= high.1
    };
    let others = all.iter().enumerate().filter(|(i, _)| *i != from && *i != to).map(|(_, o)| o).filter(near);
    let others: Vec<&Outline> = others.collect();
    let curve = |bend: f64| {
        let middle = ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0);
        let push = (2.0 * bend * length).clamp(-MOST, MOST);
        [a, (middle.0 + push * normal.0, middle.1 + push * normal.1), b]
    };
    let hidden = |bend: f64| {
        let curve = curve(bend);
        let points = (1..SAMPLES).map(|i| at(&curve, i as f64 / SAMPLES as f64));
        points.filter(|p| others.iter().any(|o| o.holds(5.0, *p))).count()
    };
    let best = BENDS.iter().map(|bend| (hidden(*bend), *bend)).min_by(|x, y| x.0.cmp(&y.0));
    clip(&curve(best.map_or(0.0, |(_, bend)| bend)), &all[from], &all[to])
}

/// The part of a curve between the outlines of its ends.
fn clip(curve: &Curve, from: &Outline, to: &Outline) -> Curve {
    let start = leave(curve, from, 1.0, false);
    let end = leave(curve, to, 1.0, true);
    if start >= end { *curve } else { part(curve, start, end) }
}

/// The place on a curve where it leaves an outline, coming from its start or its end.
fn leave(curve: &Curve, outline: &Outline, margin: f64, backwards: bool) -> f64 {
    let place = |t: f64| if backwards { 1.0 - t } else { t };
    let (mut inside, mut outside) = (0.0, 1.0);
    for _ in 0..40 {
        let middle = (inside + outside) / 2.0;
        if outline.holds(margin, at(curve, place(middle))) {
            inside = middle;
        } else {
            outside = middle;
        }
    }
    place(outside)
}

/// The point of a curve at `t` between 0 and 1.
pub fn at(curve: &Curve, t: f64) -> Point {
    let [a, c, b] = curve;
    let (u, v, w) = ((1.0 - t) * (1.0 - t), 2.0 * t * (1.0 - t), t * t);
    (u * a.0 + v * c.0 + w * b.0, u * a.1 + v * c.1 + w * b.1)
}

/// The part of a curve between two places on it.
pub fn part(curve: &Curve, from: f64, to: f64) -> Curve {
    let [a, c, b] = *curve;
    let blend = |p: Point, q: Point, t: f64| (p.0 + (q.0 - p.0) * t, p.1 + (q.1 - p.1) * t);
    let control = blend(blend(a, c, from), blend(c, b, from), to);
    [at(curve, from), control, at(curve, to)]
}

/// An arrow head at the end of a curve: tip and the two corners behind it.
pub fn head(curve: &Curve) -> [Point; 3] {
    let [_, control, tip] = *curve;
    let (dx, dy) = (tip.0 - control.0, tip.1 - control.1);
    let length = dx.hypot(dy).max(1e-6);
    let (dx, dy) = (dx / length * HEAD, dy / length * HEAD);
    let base = (tip.0 - dx, tip.1 - dy);
    [tip, (base.0 - dy * 0.42, base.1 + dx * 0.42), (base.0 + dy * 0.42, base.1 - dx * 0.42)]
}

/// The length of a curve, roughly.
pub fn length(curve: &Curve) -> f64 {
    let points: Vec<Point> = (0..=8).map(|i| at(curve, f64::from(i) / 8.0)).collect();
    points.windows(2).map(|p| (p[1].0 - p[0].0).hypot(p[1].1 - p[0].1)).sum()
}

/// An upright rectangle: centre and size.
pub type Rect = (Point, Point);

/// Whether two rectangles come closer than `gap`.
pub fn overlap(a: Rect, b: Rect, gap: f64) -> bool {
    (a.0.0 - b.0.0).abs() < (a.1.0 + b.1.0) / 2.0 + gap && (a.0.1 - b.0.1).abs() < (a.1.1 + b.1.1) / 2.0 + gap
}

/// Places for labels of given sizes on their curves: none overlaps a box or another label; none where there is no room.
///
/// Shorter curves choose first, for they have fewer places.
pub fn label(curves: &[Curve], sizes: &[Point], boxes: &[Outline]) -> Vec<Option<Point>> {
    let mut order: Vec<usize> = (0..curves.len()).filter(|i| sizes[*i].0 > 0.0).collect();
    order.sort_by(|a, b| length(&curves[*a]).total_cmp(&length(&curves[*b])).then(a.cmp(b)));
    let mut placed: Vec<Option<Point>> = vec![None; curves.len()];
    let mut taken: Vec<Rect> = Vec::new();
    for i in order {
        let long = length(&curves[i]).max(1.0);
        let ends = [HEAD * 1.6 / long, 1.0 - HEAD * 1.6 / long].map(|t| at(&curves[i], t));
        let free = |place: &Point| {
            let rect = (*place, sizes[i]);
            !boxes.iter().any(|o| overlap(rect, (o.centre, o.size), 1.5))
                && !taken.iter().any(|t| overlap(rect, *t, 2.0))
                && !ends.iter().any(|end| overlap(rect, (*end, (0.0, 0.0)), 1.0))
        };
        let places = PLACES.iter().map(|t| at(&curves[i], *t)).filter(free);
        // Of the free places the one that hides fewest other curves.
        let hides = |place: &Point| {
            let others = curves.iter().enumerate().filter(|(j, _)| *j != i);
            others.filter(|(_, c)| crosses(c, (*place, sizes[i]))).count()
        };
        let best = places.enumerate().min_by_key(|(nth, place)| (hides(place), *nth)).map(|(_, place)| place);
        if let Some(place) = best {
            placed[i] = Some(place);
            taken.push((place, sizes[i]));
        }
    }
    placed
}

const PLACES: [f64; 15] = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.14, 0.86];

fn crosses(curve: &Curve, rect: Rect) -> bool {
    (0..=16).any(|i| overlap((at(curve, f64::from(i) / 16.0), (0.0, 0.0)), rect, 0.0))
}
