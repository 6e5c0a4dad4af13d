//! How an article was read, sentence by sentence: what was matched as what, which rule made which fact, and which failed
//! for want of what.

use std::fmt::Write;

use super::items::{Item, Placed, items};
use super::layers::Layers;
use super::record::{Entity, Fact, Record, Value};
use crate::text::span::CharIndex;

/// The reading of all sentences as text for people.
pub(super) fn text(layers: &Layers, record: &Record) -> String {
    let mut out = String::new();
    let chars = CharIndex::new(layers.scan.text);
    for (n, sentence) in layers.scan.sentences.iter().enumerate() {
        let span = layers.scan.span(sentence.start, sentence.end);
        let items = items(layers.scan, layers.reading, layers.events, sentence);
        let (from, to) = (chars.at(span.start), chars.at(span.end));
        let facts = facts_between(record, from, to);
        let telling = items.iter().any(|p| !matches!(p.item, Item::Mark(_) | Item::Word(_)));
        let misses = layers.scan.misses.of(sentence);
        if !telling && facts.is_empty() && misses.is_empty() {
            continue;
        }
        push(&mut out, format_args!("[{}] {}\n", n + 1, layers.scan.tidy(sentence.start, sentence.end)));
        for placed in &items {
            if let Some(line) = matched(layers, placed) {
                push(&mut out, format_args!("    {line}\n"));
            }
        }
        for date in layers.dates.iter().filter(|d| sentence.contains(&d.start)) {
            let until = date.until.as_deref().map(|u| format!(" to {u}")).unwrap_or_default();
            push(
                &mut out,
                format_args!("    date    «{}» = {}{until}\n", layers.scan.tidy(date.start, date.end), date.value),
            );
        }
        for line in facts {
            push(&mut out, format_args!("  ⇒ {line}\n"));
        }
        for miss in misses {
            push(&mut out, format_args!("  ✗ {}\n", miss.line(layers.scan)));
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out
}

fn push(out: &mut String, line: std::fmt::Arguments) {
    out.write_fmt(line).expect("writing to a string cannot fail");
}

/// One matched phrase and what it was taken for; marks are left out.
fn matched(layers: &Layers, placed: &Placed) -> Option<String> {
    let scan = layers.scan;
    let words = scan.tidy(placed.start, placed.end);
    Some(match placed.item {
        Item::Person(m) => {
            let mention = &layers.reading.mentions[m];
            let who = match layers.reading.who[m] {
                Some(p) => layers.reading.people[p].name.clone(),
                None => "nobody the article names".to_owned(),
            };
            let posts: Vec<String> = mention
                .posts
                .iter()
                .map(|(p, rule)| {
                    let body = p.body.as_ref().map_or("", |b| b.head.as_str());
                    let former = if p.former { " (former)" } else { "" };
                    format!("{} · {body}{former} by {rule}", p.title)
                })
                .collect();
            let marks = [(mention.private, "private"), (mention.foreign, "foreign"), (mention.plural, "several")];
            let marks: Vec<&str> = marks.iter().filter(|(on, _)| *on).map(|(_, name)| *name).collect();
            let marks = marks.iter().map(|mark| format!(", {mark}")).collect::<String>();
            let posts = posts.iter().map(|post| format!("; {post}")).collect::<String>();
            format!("person  «{words}» = {who}{marks}{posts}")
        }
        Item::Event(e) => {
            let mention = &layers.events.mentions[e];
            let how = if mention.full { "named" } else { "referred to" };
            // A reference to an event that the article never names is a mention of none.
            let which = match mention.event {
                Some(event) => format!("event {event}, {}", layers.events.list[event].class),
                None => "no event the article names".to_owned(),
            };
            format!("event   «{words}» = {which}, {how}")
        }
        Item::Cue(c) => {
            let cue = &scan.kb.cues[usize::from(c)];
            format!("cue     «{words}» states {} ({:?})", cue.states, cue.voice)
        }
        Item::Award(_) => format!("award   «{words}»"),
        Item::Word(f) => format!("word    «{words}» {f:?}"),
        Item::Mark(_) => return None,
    })
}

/// The facts whose evidence starts between two code points, with the rule that made each.
fn facts_between(record: &Record, from: usize, to: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for fact in &record.facts {
        for evidence in fact.evidence.iter().filter(|e| from <= e.start && e.start < to) {
            lines.push(format!("{}   [{} {:.2}]", said(record, fact), evidence.rule, evidence.confidence));
        }
    }
    lines
}

fn said(record: &Record, fact: &Fact) -> String {
    let object = match &fact.object {
        Value::Entity(id) => label(record, id).to_owned(),
        Value::Text(text) => format!("\"{text}\""),
        Value::Date(date) => date.clone(),
        Value::Flag(flag) => flag.to_string(),
    };
    format!("{} — {} → {object}", label(record, &fact.subject), fact.predicate)
}

fn label<'r>(record: &'r Record, id: &'r str) -> &'r str {
    record.entities.iter().find(|e: &&Entity| e.id == id).map_or(id, |e| e.label.as_str())
}
