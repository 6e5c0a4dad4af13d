//! How two officials are connected: the best ways between them, each step with the words that prove it.
//!
//!     cargo run --release -- build examples/articles
//!     cargo run --release --example how_connected -- "Trịnh Bá Khiêm" "Tạ Quang Hiệu"

use std::path::Path;

use vietgraph::error::Result;
use vietgraph::store::{Store, read};
use vietgraph::view::View;

/// How many ways are told, and over how many steps they may go.
const WAYS: usize = 2;
const LONGEST: usize = 8;

/// The best ways from one node to the other.
pub fn run(store: &Store, from: &str, to: &str) -> Result<String> {
    let view = View::new(read::tables(store, "vi")?, store.base());
    let found = view.ways(view.named(from)?, view.named(to)?, WAYS, LONGEST);
    let mut text = String::new();
    for (number, way) in found.ways.iter().enumerate() {
        let told = view.tell(store, way)?;
        text.push_str(&format!("way {}, {} steps\n  {}\n", number + 1, told.hops.len(), told.stops[0].name));
        for (hop, stop) in told.hops.iter().zip(&told.stops[1..]) {
            for relation in &hop.relations {
                let arrow = if relation.forward { "→" } else { "←" };
                text.push_str(&format!("    {arrow} {}\n", relation.label));
                for shown in relation.evidence.iter().take(1) {
                    text.push_str(&format!("        “{}” ({})\n", shown.proof.quote, shown.id));
                }
            }
            text.push_str(&format!("  {}\n", stop.name));
        }
    }
    if found.ways.is_empty() {
        text.push_str(&format!("no way of up to {LONGEST} steps\n"));
    }
    Ok(text)
}

#[allow(dead_code, reason = "the tests call run")]
fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let from = args.next().unwrap_or_else(|| "Trịnh Bá Khiêm".into());
    let to = args.next().unwrap_or_else(|| "Tạ Quang Hiệu".into());
    let store = args.next().unwrap_or_else(|| "vietgraph-store".into());
    print!("{}", run(&Store::open(Path::new(&store))?, &from, &to)?);
    Ok(())
}
