//! What stands around a picture: title, notes, legend.

use std::collections::BTreeMap;

use super::font::{LINE, Metrics};
use super::shape::Point;
use super::{Block, Caption, Key, MARGIN, NOTE_TEXT, Picture, TITLE_TEXT, Wire, layout, look, wire};
use crate::view::View;

/// The classes in a view with their looks, in the order of their labels.
pub(super) fn legend(view: &View) -> Vec<Key> {
    let mut keys: BTreeMap<&str, Key> = BTreeMap::new();
    for at in view.nodes() {
        if let Some(class) = view.style(at) {
            let shown = class.legend.as_deref().and_then(|l| view.class(l)).unwrap_or(class);
            keys.entry(&shown.iri).or_insert_with(|| {
                let (shape, colour) = look(Some(class));
                Key { label: shown.label.clone(), shape, colour }
            });
        }
    }
    let mut keys: Vec<Key> = keys.into_values().collect();
    keys.sort_by(|a, b| a.label.cmp(&b.label));
    keys
}

pub(super) const SWATCH: Point = (30.0, 18.0);

/// Puts title, notes and legend around what is drawn and moves all into the page.
pub(super) fn frame(
    blocks: Vec<Block>,
    wires: Vec<Wire>,
    keys: Vec<Key>,
    caption: &Caption,
    metrics: &Metrics,
) -> Picture {
    let rects = blocks.iter().map(|b| (b.outline.centre, b.outline.size));
    let bends = wires.iter().flat_map(|w| (0..=8).map(|i| (wire::at(&w.curve, f64::from(i) / 8.0), (4.0, 4.0))));
    let ((left, top), (right, bottom)) = match blocks.is_empty() {
        true => ((0.0, 0.0), (0.0, 0.0)),
        false => layout::bounds(rects.chain(bends)),
    };
    let width = (right - left + 2.0 * MARGIN).max(560.0);
    let scale = (width / 1500.0).clamp(1.0, 3.0);
    let (title_text, note_text) = (TITLE_TEXT * scale, NOTE_TEXT * scale);
    let room = width - 2.0 * MARGIN;
    let title = fit(&caption.title, title_text, room, metrics);
    let notes: Vec<String> = caption.notes.iter().flat_map(|n| fit(n, note_text, room, metrics)).collect();
    let head = title.len() as f64 * title_text * LINE + notes.len() as f64 * note_text * LINE;
    let head = MARGIN + if head > 0.0 { head + 18.0 } else { 0.0 };
    let shift = ((width - (right - left)) / 2.0 - left, head - top);
    let end = head + (bottom - top) + 34.0;
    let (legend, end) = lay_legend(keys, width, end, scale, metrics);
    let mut picture = Picture {
        size: (width.ceil(), (end + MARGIN - 10.0).ceil()),
        unlabelled: wires.iter().filter(|w| !w.lines.is_empty() && w.place.is_none()).count(),
        scale,
        title,
        notes,
        blocks,
        wires,
        legend,
    };
    let moved = |p: Point| (p.0 + shift.0, p.1 + shift.1);
    for block in &mut picture.blocks {
        block.outline.centre = moved(block.outline.centre);
    }
    for wire in &mut picture.wires {
        wire.curve = wire.curve.map(moved);
        wire.place = wire.place.map(moved);
    }
    picture
}

fn lay_legend(keys: Vec<Key>, width: f64, top: f64, scale: f64, metrics: &Metrics) -> (Vec<(Key, Point)>, f64) {
    let (mut x, mut y) = (MARGIN, top);
    let mut placed = Vec::new();
    for key in keys {
        let wide = (SWATCH.0 + 32.0) * scale + metrics.width(&key.label, NOTE_TEXT * scale);
        if x > MARGIN && x + wide > width - MARGIN + 24.0 * scale {
            (x, y) = (MARGIN, y + 28.0 * scale);
        }
        placed.push((key, (x + SWATCH.0 * scale / 2.0, y + 6.0 * (scale - 1.0))));
        x += wide;
    }
    let end = if placed.is_empty() { top - 34.0 } else { y + SWATCH.1 * scale };
    (placed, end)
}

/// Breaks a text into lines no wider than `room`.
fn fit(text: &str, size: f64, room: f64, metrics: &Metrics) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if metrics.width(&format!("{line} {word}"), size) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
