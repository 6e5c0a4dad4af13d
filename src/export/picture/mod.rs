//! A view as a picture: boxes with whole labels, curves between them, a title and a legend, all placed and measured.
//!
//! The picture is data; [`super::svg`] writes it and [`super::png`] paints it.

use std::collections::BTreeMap;

use petgraph::graph::NodeIndex;

use crate::store::read::ClassStyle;
use crate::view::View;

use font::{LINE, Metrics, wrap};
use layout::Tie;
use shape::{Point, Shape};
use wire::{Curve, Outline};

pub mod font;
mod frame;
pub mod layout;
pub mod shape;
pub mod wire;

/// The size of letters in nodes, in pixels.
pub const NODE_TEXT: f64 = 13.0;
/// The size of letters on edges.
pub const EDGE_TEXT: f64 = 11.0;
/// The size of the title's letters.
pub const TITLE_TEXT: f64 = 24.0;
/// The size of letters in notes and the legend.
pub const NOTE_TEXT: f64 = 14.0;
/// Past this many lines between nodes nothing is written on them.
pub const MOST_LABELS: usize = 100;
/// Relations that fit into so many characters stand on one line.
const ONE_LINE: usize = 18;
const MARGIN: f64 = 28.0;
/// The layout is scaled by the first of these that leaves room for the labels of all edges.
const FACTORS: [f64; 12] = [0.7, 0.76, 0.82, 0.88, 0.94, 1.0, 1.06, 1.12, 1.2, 1.3, 1.4, 1.5];

/// What is written around a picture, and whom it is about.
#[derive(Clone, Debug, Default)]
pub struct Caption {
    /// The headline.
    pub title: String,
    /// Lines below it: what is shown, of how many, from when to when.
    pub notes: Vec<String>,
    /// The nodes with a heavy outline.
    pub about: Vec<NodeIndex>,
}

/// A node in a picture.
#[derive(Clone, Debug)]
pub struct Block {
    /// The node's IRI.
    pub iri: String,
    /// Its label, line by line, and its date.
    pub lines: Vec<String>,
    /// Its whole label.
    pub label: String,
    /// Where it stands.
    pub outline: Outline,
    /// Its fill, `#rrggbb`.
    pub colour: String,
    /// Whether the picture is about it.
    pub marked: bool,
}

/// The line between two nodes, for all edges between them.
#[derive(Clone, Debug)]
pub struct Wire {
    /// Its ends, as positions in [`Picture::blocks`].
    pub ends: (usize, usize),
    /// Its course.
    pub curve: Curve,
    /// Whether it has an arrow head at its start and at its end.
    pub heads: (bool, bool),
    /// How many things it stands for.
    pub count: usize,
    /// The weight of its strongest edge.
    pub weight: f64,
    /// What is written on it, line by line.
    pub lines: Vec<String>,
    /// The middle of what is written, if it found room.
    pub place: Option<Point>,
}

/// A line of the legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// What is so shown.
    pub label: String,
    /// Its shape.
    pub shape: Shape,
    /// Its colour.
    pub colour: String,
}

/// A picture, ready to be written.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Width and height in pixels.
    pub size: Point,
    /// Title, line by line.
    pub title: Vec<String>,
    /// Notes below the title, line by line.
    pub notes: Vec<String>,
    /// The nodes, by IRI.
    pub blocks: Vec<Block>,
    /// The lines between them.
    pub wires: Vec<Wire>,
    /// The legend, with the middle of each swatch.
    pub legend: Vec<(Key, Point)>,
    /// How large title, notes and legend are, 1 for a picture of ordinary size.
    pub scale: f64,
    /// How many labels of edges found no room.
    pub unlabelled: usize,
}

impl Picture {
    /// Lays a view out as a picture. Deterministic.
    pub fn new(view: &View, caption: &Caption) -> Picture {
        let metrics = Metrics::new();
        let mut blocks: Vec<Block> = view.nodes().map(|at| block(view, at, caption, &metrics)).collect();
        let mut wires = wires(view);
        if wires.len() > MOST_LABELS {
            wires.iter_mut().for_each(|w| w.lines.clear());
        }
        let labels: Vec<Point> = wires.iter().map(|w| text_size(&w.lines, EDGE_TEXT, &metrics)).collect();
        let ties: Vec<Tie> = wires
            .iter()
            .zip(&labels)
            .map(|(w, label)| Tie { a: w.ends.0, b: w.ends.1, label: *label, weight: w.weight })
            .collect();
        let parts: Vec<Vec<usize>> =
            view.components().iter().map(|part| part.iter().map(|at| at.index()).collect()).collect();
        let sizes: Vec<Point> = blocks.iter().map(|b| b.outline.size).collect();
        let centres = layout::place(&sizes, &ties, &parts);
        let written = labels.iter().any(|l| l.0 > 0.0);
        for factor in if written { &FACTORS[..] } else { &FACTORS[7..8] } {
            let mut at: Vec<Point> = centres.iter().map(|c| (c.0 * factor, c.1 * factor)).collect();
            layout::push_apart(&mut at, &sizes);
            for (block, centre) in blocks.iter_mut().zip(at) {
                block.outline.centre = centre;
            }
            draw_wires(&blocks, &mut wires, &labels);
            if wires.iter().all(|w| w.lines.is_empty() || w.place.is_some()) {
                break;
            }
        }
        let legend = frame::legend(view);
        frame::frame(blocks, wires, legend, caption, &metrics)
    }
}

fn block(view: &View, at: NodeIndex, caption: &Caption, metrics: &Metrics) -> Block {
    let node = view.node(at);
    let (shape, colour) = look(view.style(at));
    let label = view.caption(at);
    let mut lines = wrap(&label);
    lines.extend(view.date(at).iter().flat_map(|date| wrap(date)));
    let size = shape.around(text_size(&lines, NODE_TEXT, metrics));
    Block {
        iri: node.iri.clone(),
        label,
        lines,
        outline: Outline { shape, centre: (0.0, 0.0), size },
        colour,
        marked: caption.about.contains(&at),
    }
}

/// The shape and colour of a class.
pub fn look(style: Option<&ClassStyle>) -> (Shape, String) {
    let shape = style.and_then(|s| s.shape.as_deref()).map_or(Shape::Rounded, Shape::named);
    let colour = style.and_then(|s| s.colour.as_deref()).filter(|c| is_colour(c)).unwrap_or("#dddddd");
    (shape, colour.to_ascii_lowercase())
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
}

fn text_size(lines: &[String], size: f64, metrics: &Metrics) -> Point {
    let width = lines.iter().map(|line| metrics.width(line, size)).fold(0.0, f64::max);
    (width, lines.len() as f64 * size * LINE)
}

/// One line for all edges between two nodes, in the direction of the first of them.
fn wires(view: &View) -> Vec<Wire> {
    let mut pairs: BTreeMap<(NodeIndex, NodeIndex), Vec<usize>> = BTreeMap::new();
    let edges = view.graph().raw_edges();
    for (i, edge) in edges.iter().enumerate() {
        let (a, b) = (edge.source(), edge.target());
        if a != b {
            pairs.entry((a.min(b), a.max(b))).or_default().push(i);
        }
    }
    let wire = |(_, list): ((NodeIndex, NodeIndex), Vec<usize>)| {
        let first = &edges[list[0]];
        let ends = (first.source().index(), first.target().index());
        let mut words: Vec<String> = Vec::new();
        let (mut count, mut weight) = (0, 0.0_f64);
        for edge in list.iter().map(|i| &edges[*i]) {
            count += edge.weight.count;
            weight = weight.max(view.kind(&edge.weight).weight);
            let kind = view.kind(&edge.weight);
            let back = edge.source().index() == ends.1;
            let label = kind.inverse_label.as_ref().filter(|_| back).unwrap_or(&kind.label).clone();
            let label = match edge.weight.count {
                1 if label.is_empty() => continue,
                count if label.is_empty() => format!("{count}×"),
                _ => label,
            };
            if !words.contains(&label) {
                words.push(label);
            }
        }
        let back = list.iter().any(|i| edges[*i].source().index() == ends.1);
        Wire {
            ends,
            curve: [(0.0, 0.0); 3],
            heads: (back && view.is_directed(), view.is_directed()),
            count,
            weight,
            lines: written(words),
            place: None,
        }
    };
    pairs.into_iter().map(wire).collect()
}

/// What is written on a line: its relations beside each other if they are short, else below each other.
fn written(words: Vec<String>) -> Vec<String> {
    if words.is_empty() {
        return words;
    }
    let one = words.join(", ");
    if one.chars().count() <= ONE_LINE {
        return vec![one];
    }
    words
}

fn draw_wires(blocks: &[Block], wires: &mut [Wire], labels: &[Point]) {
    let outlines: Vec<Outline> = blocks.iter().map(|b| b.outline).collect();
    for wire in wires.iter_mut() {
        wire.curve = wire::route(&outlines, wire.ends.0, wire.ends.1);
    }
    let curves: Vec<Curve> = wires.iter().map(|w| w.curve).collect();
    let places = wire::label(&curves, labels, &outlines);
    for (wire, place) in wires.iter_mut().zip(places) {
        wire.place = place;
    }
}

impl Picture {
    /// The size of a legend's swatch.
    pub fn swatch(&self) -> Point {
        (frame::SWATCH.0 * self.scale, frame::SWATCH.1 * self.scale)
    }
}
