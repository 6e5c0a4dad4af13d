//! A view as GEXF 1.3, Gephi's own format, with colours and dates.

use std::fmt::Write;

use super::graphml::sources;
use super::picture::look;
use super::svg::escape;
use crate::view::View;

/// Writes a view as GEXF: a node per resource under its id, an edge per statement with its articles' ids.
pub fn gexf(view: &View) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str("<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n");
    let direction = if view.is_directed() { "directed" } else { "undirected" };
    let _ = writeln!(out, "  <graph defaultedgetype=\"{direction}\" mode=\"static\">");
    columns(&mut out, "node", &["class", "caption", "start", "end"]);
    columns(&mut out, "edge", &["property", "articles"]);
    out.push_str("    <nodes>\n");
    for at in view.nodes() {
        let node = view.node(at);
        let (id, label) = (escape(view.id(at)), escape(&node.label));
        let _ = writeln!(out, "      <node id=\"{id}\" label=\"{label}\">");
        let caption = view.style(at).map_or("", |s| s.label.as_str());
        let class = node.classes.first().map_or("", String::as_str);
        let (start, end) = (node.start.as_deref().unwrap_or_default(), node.end.as_deref().unwrap_or_default());
        values(&mut out, &[class, caption, start, end]);
        let colour = look(view.style(at)).1;
        let part = |at: usize| u8::from_str_radix(&colour[at..at + 2], 16).unwrap_or(0);
        let _ = writeln!(out, "        <viz:color r=\"{}\" g=\"{}\" b=\"{}\"/>", part(1), part(3), part(5));
        out.push_str("      </node>\n");
    }
    out.push_str("    </nodes>\n    <edges>\n");
    for (i, edge) in view.graph().raw_edges().iter().enumerate() {
        let kind = view.kind(&edge.weight);
        let (from, to) = (escape(view.id(edge.source())), escape(view.id(edge.target())));
        let weight = kind.weight * edge.weight.count as f64;
        let _ = writeln!(
            out,
            "      <edge id=\"e{i}\" source=\"{from}\" target=\"{to}\" label=\"{}\" weight=\"{weight}\">",
            escape(&kind.label)
        );
        values(&mut out, &[&kind.iri, &sources(view, &edge.weight.articles)]);
        out.push_str("      </edge>\n");
    }
    out.push_str("    </edges>\n  </graph>\n</gexf>\n");
    out
}

fn columns(out: &mut String, class: &str, titles: &[&str]) {
    let _ = writeln!(out, "    <attributes class=\"{class}\">");
    for (i, title) in titles.iter().enumerate() {
        let _ = writeln!(out, "      <attribute id=\"{i}\" title=\"{title}\" type=\"string\"/>");
    }
    out.push_str("    </attributes>\n");
}

fn values(out: &mut String, values: &[&str]) {
    out.push_str("        <attvalues>\n");
    for (i, value) in values.iter().enumerate().filter(|(_, v)| !v.is_empty()) {
        let _ = writeln!(out, "          <attvalue for=\"{i}\" value=\"{}\"/>", escape(value));
    }
    out.push_str("        </attvalues>\n");
}
