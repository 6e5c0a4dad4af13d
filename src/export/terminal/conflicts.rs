//! Conflicts as text: what contradicts and about whom, then each side with its days and words.

use super::{Mark, Setting, Sheet};
use crate::view::conflicts::{Conflict, Named, Side};
use crate::view::page::Page;

/// Conflicts as text, ending in a line feed.
pub fn conflicts(all: &[Conflict], setting: Setting) -> String {
    let mut out = Sheet { text: String::new(), setting };
    for (n, conflict) in all.iter().enumerate() {
        if n > 0 {
            out.blank();
        }
        let settled = if conflict.settled { " · ✓" } else { "" };
        let rest = format!(" · {}{settled}", conflict.gravity_label);
        out.flow(
            0,
            &[(&format!("{}: {}", conflict.label, names(&conflict.about)), Mark::Strong), (&rest, Mark::Faint)],
        );
        let ids: Vec<&str> = conflict.about.iter().map(|named| named.id.as_str()).collect();
        out.flow(0, &[(&ids.join(" · "), Mark::Faint)]);
        for side in &conflict.sides {
            out.side(side);
        }
    }
    if all.is_empty() {
        out.flow(0, &[("no conflict", Mark::Plain)]);
    }
    out.text
}

fn names(all: &[Named]) -> String {
    let names: Vec<&str> = all.iter().map(|named| named.name.as_str()).collect();
    names.join(" · ")
}

impl Sheet {
    fn side(&mut self, side: &Side) {
        let days = match (&side.from, &side.until) {
            (Some(from), Some(until)) if from == until => format!(" · {from}"),
            (Some(from), Some(until)) => format!(" · {from} – {until}"),
            _ => String::new(),
        };
        let plural = if side.articles == 1 { "" } else { "s" };
        let accepted = if side.accepted { " · ✓" } else { "" };
        let relation = side.relation.as_ref().map(|words| format!(" · {words}")).unwrap_or_default();
        let rest = format!("{relation}{days} · {} article{plural}{accepted}", side.articles);
        self.flow(2, &[(&names(&side.says), Mark::Plain), (&rest, Mark::Faint)]);
        self.evidence(6, &side.evidence);
    }

    /// That there are conflicts about what a page shows, and how to see them.
    pub(super) fn left_out(&mut self, page: &Page) {
        if page.dayless > 0 {
            self.blank();
            let what = if page.dayless == 1 { "post or rank" } else { "posts and ranks" };
            let text = format!("{} {what} without any date left out; without --as-of all are told", page.dayless);
            self.flow(0, &[(&text, Mark::Faint)]);
        }
    }

    pub(super) fn contradicted(&mut self, page: &Page) {
        if page.conflicts > 0 {
            self.blank();
            let plural = if page.conflicts == 1 { "" } else { "s" };
            let text = format!("{} conflict{plural}: vietgraph conflicts --about {}", page.conflicts, page.id);
            self.flow(0, &[(&text, Mark::Plain)]);
        }
    }
}
