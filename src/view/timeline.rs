//! What is told of a node, in order of time.

use std::collections::BTreeMap;

use jiff::civil::Date;
use petgraph::Direction;
use petgraph::graph::{EdgeIndex, NodeIndex};
use serde::Serialize;

use super::View;
use super::conflicts::Named;
use super::evidence::Shown;
use super::period::days;
use crate::error::Result;
use crate::ontology::vocab::PERSON;
use crate::store::read::Quads;

/// The kinds of nodes that stand for something that happened.
const HAPPENING: [&str; 3] = ["event", "change", "award"];

/// Something that was held, or happened.
#[derive(Clone, Debug, Serialize)]
pub struct Moment {
    /// When it was, or began, as precise as it is known; none where nothing is known of its time.
    pub date: Option<String>,
    /// When it ended, or is last told of.
    pub end: Option<String>,
    /// How precise the date is: `day`, `month` or `year`.
    pub precision: Option<&'static str>,
    /// What it is: `rank`, `post`, `event`, `change` or `award`.
    pub kind: &'static str,
    /// What relates it to the node, or from when to when something was held.
    pub label: String,
    /// The other node.
    pub target: Named,
    /// The first sentences that prove it.
    pub evidence: Vec<Shown>,
    /// How the date is known: `told` where an article gives it, `attested` where it is that of the articles that tell
    /// of something held, `published` where of something that happened nothing but the article's day is known.
    pub certainty: &'static str,
}

impl View {
    /// What is told of a node in order of time, the undated last, each with at most `most` sentences.
    ///
    /// Of a person it is ranks, posts, events, changes and awards; of a post who held it; of others their events.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn timeline(&self, store: &Quads, at: NodeIndex, most: usize) -> Result<Vec<Moment>> {
        let mut moments = self.held_moments(store, at, most)?;
        let mut by_other: BTreeMap<NodeIndex, Vec<EdgeIndex>> = BTreeMap::new();
        for direction in [Direction::Outgoing, Direction::Incoming] {
            for (edge, other) in self.links(at, direction) {
                if HAPPENING.contains(&self.kind_of(other)) {
                    by_other.entry(other).or_default().push(edge);
                }
            }
        }
        for (other, edges) in by_other {
            moments.push(self.happening(store, at, other, &edges, most)?);
        }
        moments.sort_by_cached_key(|moment| {
            let day = moment.date.as_deref().and_then(|d| days(d, None)).map(|(first, _)| first);
            (day.is_none(), day, moment.target.name.clone(), moment.target.iri.clone())
        });
        Ok(moments)
    }

    /// What a person held, or who held a post.
    fn held_moments(&self, store: &Quads, at: NodeIndex, most: usize) -> Result<Vec<Moment>> {
        let person = self.is_a(at, PERSON);
        let mut moments = Vec::new();
        for held in self.tenures_with(store, at, most)? {
            let other = if person { &held.held_iri } else { &held.person_iri };
            let Some(other) = self.find(other) else {
                continue;
            };
            let day = |sides: [&str; 2]| sides.iter().find_map(|side| held.times.dates.get(*side)).cloned();
            let (date, end) = (day(["began", "firstAttested"]), day(["ended", "lastAttested"]));
            let certainty = if held.times.dates.contains_key("began") { "told" } else { "attested" };
            let kind = self.find(&held.held_iri).map_or("post", |held| self.kind_of(held));
            moments.push(Moment {
                precision: date.as_deref().and_then(precision),
                end: end.filter(|end| Some(end) != date.as_ref()),
                date,
                kind,
                label: held.span,
                target: self.called(other),
                evidence: held.evidence,
                certainty,
            });
        }
        Ok(moments)
    }

    fn happening(
        &self,
        store: &Quads,
        at: NodeIndex,
        other: NodeIndex,
        edges: &[EdgeIndex],
        most: usize,
    ) -> Result<Moment> {
        let mut evidence = Vec::new();
        for edge in edges {
            evidence.extend(self.some_evidence(store, *edge, most)?.0);
        }
        evidence.truncate(most);
        let mut label: Vec<&str> = edges.iter().map(|edge| self.words(*edge, at)).collect();
        label.dedup();
        let node = self.node(other);
        // The days on which its articles were published, not those they are taken to be of.
        let known = || node.articles.iter().filter_map(|a| self.articles()[*a].published.as_deref());
        // A date without a year is given with the year of its articles, where that is known.
        let whole = |told: &Option<String>, day: Option<Date>| match told {
            Some(told) if told.starts_with('-') => day.filter(|_| known().next().is_some()).map(|d| d.to_string()),
            told => told.clone(),
        };
        let (first, last) = self.days(other).unzip();
        // A change whose own day no article gives has that of its ceremony.
        let ceremony = || self.happened(other).map(|(day, _)| day.to_string());
        let told = whole(&node.start, first).or_else(|| node.start.is_none().then(ceremony).flatten());
        let published =
            || known().filter_map(|day| days(day, None)).map(|(first, _)| first).min().map(|d| d.to_string());
        let certainty = if told.is_some() { "told" } else { "published" };
        let date = told.or_else(published);
        Ok(Moment {
            precision: date.as_deref().and_then(precision),
            date,
            end: whole(&node.end, last),
            kind: self.kind_of(other),
            label: label.join(", "),
            target: self.called(other),
            evidence,
            certainty,
        })
    }

    fn called(&self, at: NodeIndex) -> Named {
        Named { name: self.full_caption(at), iri: self.node(at).iri.clone(), id: self.id(at).to_owned() }
    }
}

fn precision(date: &str) -> Option<&'static str> {
    match date.split('-').count() {
        1 => Some("year"),
        2 => Some("month"),
        3 => Some("day"),
        _ => None,
    }
}
