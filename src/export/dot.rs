//! A view in Graphviz's DOT language: nodes named by their ids, everything in order, so that files can be compared.

use std::fmt::Write;

use super::picture::font::{FAMILY, wrap};
use super::picture::{look, shape::Shape};
use super::svg::darker;
use crate::view::View;

/// Writes a view as DOT, with labels, shapes and colours as in the pictures.
pub fn dot(view: &View, title: &str) -> String {
    let mut out = String::new();
    let (kind, arrow) = if view.is_directed() { ("digraph", "->") } else { ("graph", "--") };
    let _ = writeln!(out, "{kind} vietgraph {{");
    let _ = writeln!(out, "  graph [label={}, labelloc=t, overlap=false, splines=true];", quoted(title));
    let _ = writeln!(out, "  node [fontname={family}, style=filled];", family = quoted(FAMILY));
    let _ = writeln!(out, "  edge [fontname={family}, fontsize=10];", family = quoted(FAMILY));
    nodes(&mut out, view);
    edges(&mut out, view, arrow);
    out.push_str("}\n");
    out
}

fn nodes(out: &mut String, view: &View) {
    for at in view.nodes() {
        let node = view.node(at);
        let mut lines = wrap(&view.caption(at));
        lines.extend(view.date(at).iter().flat_map(|date| wrap(date)));
        let (shape, colour) = look(view.style(at));
        let style = if shape == Shape::Rounded { ", style=\"filled,rounded\"" } else { "" };
        let _ = writeln!(
            out,
            "  {} [label={}, shape={}, fillcolor=\"{colour}\", color=\"{}\"{style}, URL={}];",
            quoted(view.id(at)),
            quoted(&lines.join("\n")),
            shape.name(),
            darker(&colour),
            quoted(&node.iri)
        );
    }
}

fn edges(out: &mut String, view: &View, arrow: &str) {
    let mut edges: Vec<_> = view.graph().raw_edges().iter().collect();
    edges.sort_by_key(|e| (e.source(), e.target(), e.weight.kind));
    for edge in edges {
        let kind = view.kind(&edge.weight);
        let label = match edge.weight.count {
            1 if kind.label.is_empty() => String::new(),
            count if kind.label.is_empty() => format!("{count}×"),
            _ => kind.label.clone(),
        };
        let (from, to) = (quoted(view.id(edge.source())), quoted(view.id(edge.target())));
        let _ = writeln!(
            out,
            "  {from} {arrow} {to} [label={}, weight={}];",
            quoted(&label),
            (kind.weight * edge.weight.count as f64 * 10.0).round().max(1.0)
        );
    }
}

fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{text}\"")
}
