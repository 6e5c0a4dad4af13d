//! Which provinces hosted what: SPARQL from Rust, over the union of all articles.
//!
//!     cargo run --release -- build examples/articles
//!     cargo run --release --example provinces_hosting

use std::collections::BTreeMap;
use std::path::Path;

use vietgraph::error::Result;
use vietgraph::store::read::text_of;
use vietgraph::store::{Store, sparql};

/// The prefixes `vg:`, `schema:`, `skos:` … need no declaration.
const QUERY: &str = r#"
    SELECT DISTINCT ?province ?event ?date ?name ?kind WHERE {
        ?place vg:hosts ?event ; skos:prefLabel ?province .
        ?event skos:prefLabel ?name ; a ?class .
        ?class rdfs:subClassOf vg:Event ; rdfs:label ?kind .
        OPTIONAL { ?event schema:startDate ?date }
        FILTER ( LANG(?kind) = "en" && NOT EXISTS { ?event vg:planned true } )
    }
    ORDER BY ?province ?date ?name"#;

/// Each province with its events, those with most events first.
pub fn run(store: &Store) -> Result<String> {
    let mut provinces: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in sparql::select(store, QUERY, &[])? {
        let column = |at: usize| row.get(at).and_then(Option::as_ref).map(text_of);
        let date = column(2).unwrap_or_else(|| "undated".into());
        let line = format!("  {date:10}  {} ({})", column(3).unwrap_or_default(), column(4).unwrap_or_default());
        provinces.entry(column(0).unwrap_or_default()).or_default().push(line);
    }
    let mut provinces: Vec<_> = provinces.into_iter().collect();
    provinces.sort_by_key(|(_, events)| std::cmp::Reverse(events.len()));
    let mut text = String::new();
    for (province, events) in provinces {
        text.push_str(&format!("{province}: {}\n{}\n", events.len(), events.join("\n")));
    }
    Ok(text)
}

#[allow(dead_code, reason = "the tests call run")]
fn main() -> anyhow::Result<()> {
    let store = std::env::args().nth(1).unwrap_or_else(|| "vietgraph-store".into());
    print!("{}", run(&Store::open(Path::new(&store))?)?);
    Ok(())
}
