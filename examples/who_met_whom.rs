//! Who met whom: pairs of officials by the number of events they both took part in, and whom everybody met.
//!
//!     cargo run --release -- build examples/articles
//!     cargo run --release --example who_met_whom

use std::cmp::Reverse;
use std::path::Path;

use vietgraph::error::Result;
use vietgraph::store::{Store, read};
use vietgraph::view::View;

/// The pairs that met most often with the events, then the people with most acquaintances.
pub fn run(store: &Store, most: usize) -> Result<String> {
    let view = View::new(read::tables(store, "vi")?, store.base());
    let label = |at| view.node(at).label.as_str();

    let mut meetings = view.meetings();
    meetings.sort_by_key(|m| Reverse(m.events.len()));
    let mut text = String::new();
    for meeting in meetings.iter().take(most) {
        text.push_str(&format!("{} × {} — {}\n", meeting.events.len(), label(meeting.a), label(meeting.b)));
        for event in &meeting.events {
            let date = view.node(*event).start.as_deref().unwrap_or("undated");
            text.push_str(&format!("      {date:10}  {}\n", label(*event)));
        }
    }

    // The projection on people is a view again: an edge between any two who met.
    let people = view.co_attendance();
    let mut known: Vec<_> = people.nodes().zip(people.degrees()).collect();
    known.sort_by_key(|(_, met)| Reverse(*met));
    text.push_str(&format!("\n{} officials met somebody; best acquainted:\n", people.nodes().count()));
    for (person, met) in known.into_iter().take(most) {
        text.push_str(&format!("{met:5}  {}\n", people.node(person).label));
    }
    Ok(text)
}

#[allow(dead_code, reason = "the tests call run")]
fn main() -> anyhow::Result<()> {
    let store = std::env::args().nth(1).unwrap_or_else(|| "vietgraph-store".into());
    print!("{}", run(&Store::open(Path::new(&store))?, 5)?);
    Ok(())
}
