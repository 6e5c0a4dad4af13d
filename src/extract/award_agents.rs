//! Who gives an award and who gets it: people, bodies and offices named in a clause.

use std::ops::Range;

use super::awards::{Agent, Finder};
use super::bodies::{Body, body_at};
use super::people::Naming;
use super::posts::post_at;
use crate::ontology::items::{Function, Sense};

impl Finder<'_, '_> {
    /// The subject of a verb at token `to`: those named last before it, commas and joiners between them; bodies only
    /// where nobody is named, or on whose behalf somebody acts.
    pub(super) fn subject(&self, from: usize, to: usize) -> Vec<Agent> {
        let behalf = (from..to).rev().find_map(|i| self.scan.function(i, Function::OnBehalf));
        let spans = self.spans(behalf.unwrap_or(from), to);
        let person = |s: &Range<usize>| self.reading.mentions.binary_search_by_key(&s.start, |m| m.start).is_ok();
        let people = spans.iter().any(person);
        let spans: Vec<Range<usize>> = spans.into_iter().filter(|s| !people || person(s)).collect();
        let apart = |i: usize| !self.scan.mark(i, ",") && self.scan.function(i, Function::Joiner).is_none();
        let gap = spans.windows(2).rposition(|w| (w[0].end..w[1].start).any(apart));
        let group = &spans[gap.map_or(0, |n| n + 1)..];
        group.iter().flat_map(|s| self.listed(s.start, s.end)).collect()
    }

    /// The tokens of the people and bodies between two tokens.
    pub(super) fn spans(&self, from: usize, to: usize) -> Vec<Range<usize>> {
        let mut spans = Vec::new();
        let mut i = from;
        while i < to {
            let mention = self.reading.mentions.binary_search_by_key(&i, |m| m.start).ok();
            let end = mention.map(|m| self.reading.mentions[m].end);
            let end = end.or_else(|| body_at(self.scan, self.names, i).map(|b| b.end));
            let of = self.scan.ends_before(i, |s| s == Sense::Function(Function::Of)).is_some();
            spans.extend(end.filter(|_| !of).map(|e| i..e));
            i = end.unwrap_or(i + 1).max(i + 1);
        }
        spans
    }

    /// The people and bodies named between two tokens.
    pub(super) fn listed(&self, from: usize, to: usize) -> Vec<Agent> {
        let mut agents = Vec::new();
        let mut i = from;
        while i < to {
            if let Ok(m) = self.reading.mentions.binary_search_by_key(&i, |m| m.start) {
                agents.extend(self.person(m).filter(|a| matches!(a, Agent::Person(_))));
                i = self.reading.mentions[m].end.max(i + 1);
            } else if let Some(body) = body_at(self.scan, self.names, i) {
                i = body.end.max(i + 1);
                agents.push(Agent::Body(body));
            } else {
                i += 1;
            }
        }
        agents.truncate(12);
        agents
    }

    pub(super) fn agent_at(&self, at: usize) -> Option<Agent> {
        if let Ok(m) = self.reading.mentions.binary_search_by_key(&at, |m| m.start) {
            return self.person(m);
        }
        let body = || body_at(self.scan, self.names, at).filter(|b| !self.abroad(b)).map(Agent::Body);
        post_at(self.scan, self.names, at).map(Agent::Office).or_else(body)
    }

    /// Whether another country's name stands right behind a body (`Bộ Ngoại giao Nhật Bản`).
    pub(super) fn abroad(&self, body: &Body) -> bool {
        self.scan.hits(body.end).iter().any(|h| matches!(h.sense, Sense::Foreign(_)))
    }

    /// The person of a mention; a bare office of nobody named stays an office.
    pub(super) fn person(&self, m: usize) -> Option<Agent> {
        let mention = &self.reading.mentions[m];
        match (self.reading.who[m], &mention.naming) {
            (Some(p), _) => Some(Agent::Person(p)),
            (None, Naming::Bare) => mention.posts.last().map(|(p, _)| Agent::Office(p.clone())),
            _ => None,
        }
    }
}
