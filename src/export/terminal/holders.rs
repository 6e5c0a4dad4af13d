//! Who held a post, as text: a line for each, the spans in a column, and below it what they rest on.

use unicode_width::UnicodeWidthStr;

use super::{Mark, Setting, Sheet};
use crate::view::tenures::{Held, Holders};

/// The holders of some posts as text, ending in a line feed.
pub fn holders(posts: &[Holders], setting: Setting) -> String {
    let mut out = Sheet { text: String::new(), setting };
    for (n, post) in posts.iter().enumerate() {
        if n > 0 {
            out.blank();
        }
        out.flow(0, &[(&post.post, Mark::Strong)]);
        out.flow(0, &[(&format!("{} · {}", post.class, post.id), Mark::Faint)]);
        let width = post.holders.iter().map(|held| held.span.width()).max().unwrap_or(0);
        for held in &post.holders {
            out.blank();
            out.holder(held, width);
        }
    }
    out.text
}

impl Sheet {
    fn holder(&mut self, held: &Held, width: usize) {
        let plural = if held.articles == 1 { "" } else { "s" };
        let mut rest = String::new();
        let undated = match held.undated {
            0 => String::new(),
            n if n == held.articles => String::from(" without a date"),
            n => format!(" ({n} without a date)"),
        };
        for part in held.on_that_day.iter().cloned().chain([format!("{} article{plural}{undated}", held.articles)]) {
            rest.push_str(&format!(" · {part}"));
        }
        rest.push_str(&format!(" · {}", held.person_id));
        // The column is padded with spaces that no line break may take.
        let pad = "\u{a0}".repeat(width - held.span.width() + 1);
        let span = held.span.replace(' ', "\u{a0}");
        let from = self.text.len();
        self.flow(2, &[(&format!("{span}{pad}"), Mark::Plain), (&held.person, Mark::Strong), (&rest, Mark::Faint)]);
        let line = self.text.split_off(from).replace('\u{a0}', " ");
        self.text.push_str(&line);
        for why in held.telling() {
            let text = format!("{} {} · {} [{}]", why.label, why.date, why.reason, why.source);
            self.flow(6, &[(&text, Mark::Faint)]);
        }
        for (sign, names) in [("←", &held.before), ("→", &held.after), ("∥", &held.beside)] {
            if !names.is_empty() {
                self.flow(6, &[(&format!("{sign} {}", names.join(", ")), Mark::Faint)]);
            }
        }
        self.evidence(6, &held.evidence);
    }
}
