//! A view as GraphML, for networkx, yEd, Gephi, igraph and others.

use std::fmt::Write;

use super::svg::escape;
use crate::view::View;

const NODE_KEYS: [(&str, &str); 6] = [
    ("label", "string"),
    ("class", "string"),
    ("caption", "string"),
    ("start", "string"),
    ("end", "string"),
    ("colour", "string"),
];
const EDGE_KEYS: [(&str, &str); 5] =
    [("property", "string"), ("label", "string"), ("weight", "double"), ("count", "int"), ("articles", "string")];

/// Writes a view as GraphML: a node per resource under its id, an edge per statement with its articles' ids.
pub fn graphml(view: &View) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    for (target, keys) in [("node", &NODE_KEYS[..]), ("edge", &EDGE_KEYS[..])] {
        for (name, kind) in keys {
            let _ = writeln!(
                out,
                "  <key id=\"{target}-{name}\" for=\"{target}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>"
            );
        }
    }
    let direction = if view.is_directed() { "directed" } else { "undirected" };
    let _ = writeln!(out, "  <graph id=\"vietgraph\" edgedefault=\"{direction}\">");
    nodes(&mut out, view);
    edges(&mut out, view);
    out.push_str("  </graph>\n</graphml>\n");
    out
}

fn nodes(out: &mut String, view: &View) {
    for at in view.nodes() {
        let node = view.node(at);
        let style = view.style(at);
        let _ = writeln!(out, "    <node id=\"{}\">", escape(view.id(at)));
        data(out, "node-label", &node.label);
        data(out, "node-class", node.classes.first().map_or("", String::as_str));
        data(out, "node-caption", style.map_or("", |s| s.label.as_str()));
        data(out, "node-start", node.start.as_deref().unwrap_or_default());
        data(out, "node-end", node.end.as_deref().unwrap_or_default());
        data(out, "node-colour", style.and_then(|s| s.colour.as_deref()).unwrap_or_default());
        out.push_str("    </node>\n");
    }
}

fn edges(out: &mut String, view: &View) {
    for (i, edge) in view.graph().raw_edges().iter().enumerate() {
        let kind = view.kind(&edge.weight);
        let (from, to) = (escape(view.id(edge.source())), escape(view.id(edge.target())));
        let _ = writeln!(out, "    <edge id=\"e{i}\" source=\"{from}\" target=\"{to}\">");
        data(out, "edge-property", &kind.iri);
        data(out, "edge-label", &kind.label);
        data(out, "edge-weight", &kind.weight.to_string());
        data(out, "edge-count", &edge.weight.count.to_string());
        data(out, "edge-articles", &sources(view, &edge.weight.articles));
        out.push_str("    </edge>\n");
    }
}

/// The ids of articles, separated by spaces, with spaces inside an id percent-encoded.
pub fn sources(view: &View, articles: &[usize]) -> String {
    let ids: Vec<String> = articles.iter().map(|a| view.articles()[*a].id.replace(' ', "%20")).collect();
    ids.join(" ")
}

fn data(out: &mut String, key: &str, value: &str) {
    if !value.is_empty() {
        let _ = writeln!(out, "      <data key=\"{key}\">{}</data>", escape(value));
    }
}
