//! Pages and ways as text for a terminal: wrapped to its width, the proving words set off in their sentence.

use std::collections::BTreeSet;

use unicode_width::UnicodeWidthStr;

use crate::store::read::Finder;
use crate::view::connection::{Connection, Relation};
use crate::view::evidence::Shown;
use crate::view::page::{Line, Page};
use crate::view::reasons::{Ground, Reasons, Said};

mod conflicts;
mod holders;

pub use conflicts::conflicts;
pub use holders::holders;

/// How text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Columns to stay within.
    pub width: usize,
    /// Whether bold, underline and dim are understood; otherwise the proving words stand between « and ».
    pub styled: bool,
    /// How many pieces of evidence are shown for each fact.
    pub evidence: usize,
}

/// A piece of text in one style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Plain,
    Strong,
    Quote,
    Faint,
}

impl Mark {
    fn code(self) -> &'static str {
        match self {
            Mark::Plain => "",
            Mark::Strong => "\u{1b}[1m",
            Mark::Quote => "\u{1b}[1;4m",
            Mark::Faint => "\u{1b}[2m",
        }
    }
}

/// How much of a long sentence is kept on each side of the quote, in characters.
const AROUND: usize = 220;

/// A page as text, ending in a line feed.
pub fn page(page: &Page, setting: Setting) -> String {
    let mut out = Sheet { text: String::new(), setting };
    out.flow(0, &[(&page.name, Mark::Strong)]);
    let facts: Vec<&str> = [page.class.as_str()].into_iter().chain(page.date.as_deref()).collect();
    out.flow(0, &[(&format!("{} · {}", facts.join(" · "), page.id), Mark::Faint)]);
    if !page.lifetime.is_empty() {
        out.flow(0, &[(&page.lifetime.join(" · "), Mark::Faint)]);
    }
    if !page.also.is_empty() {
        out.flow(0, &[(&format!("= {}", page.also.join(", ")), Mark::Faint)]);
    }
    for section in &page.sections {
        out.blank();
        out.flow(0, &[(&section.title, Mark::Strong)]);
        // A relation that all lines share is said by the heading.
        let relations: BTreeSet<&Vec<String>> = section.lines.iter().map(|l| &l.relations).collect();
        for line in &section.lines {
            out.line(line, relations.len() > 1 || section.related);
        }
    }
    if !page.met.is_empty() {
        out.blank();
        out.flow(0, &[(&page.met_title, Mark::Strong)]);
        for met in &page.met {
            let namesakes = page.met.iter().filter(|m| m.name == met.name).count();
            let id = if namesakes > 1 { format!(" · {}", met.id) } else { String::new() };
            let events: BTreeSet<&str> = met.events.iter().map(String::as_str).collect();
            let events: Vec<&str> = events.into_iter().collect();
            out.flow(2, &[(&format!("{} × {}", met.events.len(), met.name), Mark::Plain), (&id, Mark::Faint)]);
            out.flow(6, &[(&events.join("; "), Mark::Faint)]);
        }
    }
    out.left_out(page);
    out.contradicted(page);
    out.text
}

/// A way as text, ending in a line feed.
pub fn connection(way: &Connection, setting: Setting) -> String {
    let mut out = Sheet { text: String::new(), setting };
    for (i, stop) in way.stops.iter().enumerate() {
        let facts: Vec<&str> = [stop.class.as_str()].into_iter().chain(stop.date.as_deref()).collect();
        out.flow(0, &[(&stop.name, Mark::Strong), (&format!(" ({})", facts.join(", ")), Mark::Faint)]);
        for relation in way.hops.get(i).iter().flat_map(|hop| &hop.relations) {
            out.relation(relation);
        }
    }
    out.text
}

/// Facts with all their evidence as text, ending in a line feed; what found them is told at the end.
pub fn reasons(reasons: &Reasons, setting: Setting) -> String {
    let mut out = Sheet { text: String::new(), setting };
    out.flow(0, &[(&reasons.name, Mark::Strong)]);
    out.flow(0, &[(&format!("{} · {}", reasons.class, reasons.id), Mark::Faint)]);
    let mut told: BTreeSet<(&str, &str)> = BTreeSet::new();
    for reason in &reasons.facts {
        out.blank();
        let Said { subject, relation, object, .. } = &reason.said;
        out.flow(0, &[(&format!("{subject} — {relation} → {object}"), Mark::Strong)]);
        for ground in &reason.evidence {
            let first = told.insert((&ground.shown.id, &ground.shown.proof.sentence));
            out.ground(ground, first);
        }
    }
    out.blank();
    out.flow(0, &[(&reasons.finders_title, Mark::Strong)]);
    for finder in &reasons.finders {
        out.finder(finder);
    }
    out.text
}

/// So many digits of an evidence's id are shown.
const EVIDENCE_ID: usize = 10;

struct Sheet {
    text: String,
    setting: Setting,
}

impl Sheet {
    fn blank(&mut self) {
        self.text.push('\n');
    }

    fn line(&mut self, line: &Line, relations: bool) {
        let mut parts: Vec<String> = Vec::new();
        if relations {
            parts.push(line.relations.join(", "));
        }
        parts.extend(line.details.iter().cloned());
        let rest = if parts.is_empty() { String::new() } else { format!(" · {}", parts.join(" · ")) };
        self.flow(2, &[(&line.name, Mark::Plain), (&rest, Mark::Faint)]);
        self.evidence(6, &line.evidence);
    }

    fn relation(&mut self, relation: &Relation) {
        let arrow = if relation.forward {
            format!("── {} ─→", relation.label)
        } else {
            format!("←─ {} ──", relation.label)
        };
        self.flow(2, &[(&arrow, Mark::Plain)]);
        self.evidence(6, &relation.evidence);
    }

    fn evidence(&mut self, indent: usize, evidence: &[Shown]) {
        let mut told: BTreeSet<(&str, &str, &str)> = BTreeSet::new();
        let mut shown = 0;
        for piece in evidence {
            if !told.insert((&piece.id, &piece.proof.sentence, &piece.proof.quote)) {
                continue;
            }
            shown += 1;
            if shown <= self.setting.evidence {
                self.proof(indent, piece);
            }
        }
        if shown > self.setting.evidence && self.setting.evidence > 0 {
            let more = format!("… {} more", shown - self.setting.evidence);
            self.flow(indent, &[(&more, Mark::Faint)]);
        }
    }

    /// A piece of evidence; what else rests on its sentence is told where that first stands.
    fn ground(&mut self, ground: &Ground, first: bool) {
        self.quote(4, &ground.shown);
        self.source(4, &ground.shown, Some(&ground.by));
        for others in ground.beside.chunk_by(|a, b| a.subject_iri == b.subject_iri).filter(|_| first) {
            let facts: Vec<String> = others.iter().map(|said| format!("{} → {}", said.relation, said.object)).collect();
            self.flow(8, &[(&format!("+ {} — {}", others[0].subject, facts.join("; ")), Mark::Faint)]);
        }
    }

    /// A cue with its words and sentences, or a rule with what it is for.
    fn finder(&mut self, finder: &Finder) {
        let called = finder.words.first().map(|w| format!("«{w}»"));
        let states = finder.states.as_ref().map(|s| format!("→ {s}"));
        let told: Vec<String> = [called, states, finder.comment.clone()].into_iter().flatten().collect();
        let told = if told.is_empty() { String::new() } else { format!(" · {}", told.join(" · ")) };
        self.flow(2, &[(&finder.id, Mark::Plain), (&told, Mark::Faint)]);
        for (mark, sentences) in [("⇒", &finder.examples), ("✗", &finder.counter_examples)] {
            for sentence in sentences {
                self.flow(6, &[(&format!("{mark} {sentence}"), Mark::Faint)]);
            }
        }
    }

    fn proof(&mut self, indent: usize, piece: &Shown) {
        self.quote(indent, piece);
        self.source(indent, piece, None);
    }

    fn quote(&mut self, indent: usize, piece: &Shown) {
        let (before, quote, after) = in_context(&piece.proof.sentence, &piece.proof.quote);
        if self.setting.styled {
            self.flow(indent, &[(&before, Mark::Plain), (&quote, Mark::Quote), (&after, Mark::Plain)]);
        } else {
            self.flow(indent, &[(&format!("{before}«{quote}»{after}"), Mark::Plain)]);
        }
    }

    fn source(&mut self, indent: usize, piece: &Shown, by: Option<&str>) {
        let mut source: Vec<String> = vec![format!("[{}]", piece.id)];
        source.extend(piece.title.iter().map(|t| format!("“{t}”")));
        source.extend(piece.published.clone());
        source.extend(by.map(str::to_owned));
        source.push(format!("{:.0} %", piece.proof.confidence * 100.0));
        if piece.proof.accepted {
            source.push("✓".to_owned());
        }
        // Enough of the id to reject or accept it by.
        let id = by.and_then(|_| piece.proof.evidence.rsplit('/').next()).and_then(|id| id.get(..EVIDENCE_ID));
        source.extend(id.map(|id| format!("evidence/{id}")));
        self.flow(indent, &[(&format!("— {}", source.join(" · ")), Mark::Faint)]);
    }

    /// Sets text in lines within the width, each behind `indent` spaces.
    fn flow(&mut self, indent: usize, spans: &[(&str, Mark)]) {
        let room = self.setting.width.saturating_sub(indent).max(20);
        let mut used = 0;
        let mut style = Mark::Plain;
        self.text.push_str(&" ".repeat(indent));
        for word in words(spans) {
            let wide: usize = word.iter().map(|(text, _)| text.width()).sum();
            if used > 0 && used + 1 + wide > room {
                self.switch(&mut style, Mark::Plain);
                self.text.push('\n');
                self.text.push_str(&" ".repeat(indent));
                used = 0;
            } else if used > 0 {
                // The space belongs to the quote only between two of its words.
                if word[0].1 != style {
                    self.switch(&mut style, Mark::Plain);
                }
                self.text.push(' ');
                used += 1;
            }
            for (text, mark) in word {
                self.switch(&mut style, mark);
                self.text.push_str(text);
            }
            used += wide;
        }
        self.switch(&mut style, Mark::Plain);
        self.text.push('\n');
    }

    fn switch(&mut self, style: &mut Mark, to: Mark) {
        if self.setting.styled && *style != to {
            if *style != Mark::Plain {
                self.text.push_str("\u{1b}[0m");
            }
            self.text.push_str(to.code());
        }
        *style = to;
    }
}

/// The words of marked text; a word may run over several marks.
fn words<'t>(spans: &[(&'t str, Mark)]) -> Vec<Vec<(&'t str, Mark)>> {
    let mut words: Vec<Vec<(&str, Mark)>> = Vec::new();
    let mut open = false;
    for (text, mark) in spans {
        let mut rest = *text;
        while !rest.is_empty() {
            let cut = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let (piece, tail) = rest.split_at(cut);
            if !piece.is_empty() {
                match words.last_mut() {
                    Some(word) if open => word.push((piece, *mark)),
                    _ => words.push(vec![(piece, *mark)]),
                }
            }
            let trimmed = tail.trim_start();
            open = trimmed.len() == tail.len() && (open || !piece.is_empty());
            rest = trimmed;
        }
    }
    words
}

/// A sentence cut at its quote; what is far from the quote in a long sentence is left out.
fn in_context(sentence: &str, quote: &str) -> (String, String, String) {
    let Some(at) = sentence.find(quote) else {
        return (String::new(), quote.to_owned(), String::new());
    };
    let (before, after) = (&sentence[..at], &sentence[at + quote.len()..]);
    let from = before.char_indices().rev().nth(AROUND).map_or(0, |(i, _)| i);
    let from = if from == 0 { 0 } else { from + before[from..].find(' ').map_or(0, |i| i + 1) };
    let to = after.char_indices().nth(AROUND).map_or(after.len(), |(i, _)| after[..i].rfind(' ').unwrap_or(i));
    let (lead, tail) = (if from > 0 { "… " } else { "" }, if to < after.len() { " …" } else { "" });
    (format!("{lead}{}", &before[from..]), quote.to_owned(), format!("{}{tail}", &after[..to]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(width: usize, styled: bool, spans: &[(&str, Mark)]) -> String {
        let mut out = Sheet { text: String::new(), setting: Setting { width, styled, evidence: 2 } };
        out.flow(2, spans);
        out.text
    }

    #[test]
    fn lines_stay_within_the_width() {
        let text = "Phát biểu tại hội nghị, Thứ trưởng Bùi Văn Nam ghi nhận những kết quả đã đạt được";
        for line in set(40, false, &[(text, Mark::Plain)]).lines() {
            assert!(line.width() <= 40, "{line}");
        }
    }

    #[test]
    fn marks_end_with_their_line_and_hold_inside_words() {
        let spans = [("gặp ", Mark::Plain), ("Bùi Văn Nam", Mark::Quote), (", Thứ trưởng", Mark::Plain)];
        assert_eq!(set(80, true, &spans), "  gặp \u{1b}[1;4mBùi Văn Nam\u{1b}[0m, Thứ trưởng\n");
        assert_eq!(set(21, true, &spans), "  gặp \u{1b}[1;4mBùi Văn Nam\u{1b}[0m, Thứ\n  trưởng\n");
        assert_eq!(set(80, false, &spans), "  gặp Bùi Văn Nam, Thứ trưởng\n");
    }

    #[test]
    fn a_long_sentence_is_cut_around_its_quote() {
        let sentence = format!("{} Bùi Văn Nam chủ trì {}", "đầu ".repeat(100), "cuối ".repeat(100));
        let (before, quote, after) = in_context(&sentence, "Bùi Văn Nam");
        assert!(before.starts_with("… đầu") && after.ends_with("cuối …"), "{before} {after}");
        assert_eq!(quote, "Bùi Văn Nam");
        assert_eq!(in_context("Không có ở đây.", "khác"), (String::new(), "khác".into(), String::new()));
    }
}
