//! What is told of a node, in order of time.

use std::collections::BTreeMap;

use jiff::civil::Date;
use petgraph::Direction;
use petgraph::graph::{EdgeIndex, NodeIndex};
use serde::Serialize;

use super::View;
use super::conflicts::Named;
use super::evidence::Shown;
use super::incumbents::Term;
use super::page::Extent;
use super::period::days;
use crate::error::Result;
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
    /// What else is to be known of a change or an award: to which post, from which, given by whom.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<String>,
    /// The first sentences that prove it.
    pub evidence: Vec<Shown>,
    /// How the date is known: `told` where an article gives it, `attested` where it is that of the articles that tell
    /// of something held, `published` where of something that happened nothing but the article's day is known.
    pub certainty: &'static str,
}

/// What proves a moment, to be read when it is shown.
enum Proven<'t> {
    Term(&'t Term),
    Edges(Vec<EdgeIndex>),
}

impl View {
    /// What is told of a node in order of time, the undated last: no more of it than is asked for, and how much comes after.
    ///
    /// Of a person it is ranks, posts, events, changes and awards; of a post who held it; of others their events. What is held is
    /// told by the node's own [`View::terms`].
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn timeline(
        &self,
        store: &Quads,
        at: NodeIndex,
        terms: &[Term],
        extent: Extent,
    ) -> Result<(Vec<Moment>, usize)> {
        let held = terms.iter().map(|term| (self.holding(at, term), Proven::Term(term)));
        let mut by_other: BTreeMap<NodeIndex, Vec<EdgeIndex>> = BTreeMap::new();
        for direction in [Direction::Outgoing, Direction::Incoming] {
            for (edge, other) in self.links(at, direction) {
                if HAPPENING.contains(&self.kind_of(other)) {
                    by_other.entry(other).or_default().push(edge);
                }
            }
        }
        let happened = by_other.into_iter();
        let happened = happened.map(|(other, edges)| (self.happening(at, other, &edges), Proven::Edges(edges)));
        let mut moments: Vec<(Moment, Proven)> = held.chain(happened).collect();
        moments.sort_by_cached_key(|(moment, _)| {
            let day = moment.date.as_deref().and_then(|d| days(d, None)).map(|(first, _)| first);
            (day.is_none(), day, moment.target.name.clone(), moment.target.iri.clone())
        });
        let (some, after) = extent.of(moments);
        let proven = some.into_iter().map(|(moment, by)| {
            let evidence = match by {
                Proven::Term(term) => self.words_of_term(store, term, extent.evidence)?,
                Proven::Edges(edges) => self.of_edges(store, &edges, extent.evidence)?,
            };
            Ok(Moment { evidence, ..moment })
        });
        Ok((proven.collect::<Result<_>>()?, after))
    }

    /// What a person held, or who held a post.
    fn holding(&self, at: NodeIndex, term: &Term) -> Moment {
        let other = if term.person == at { term.held } else { term.person };
        let day = |sides: [&str; 2]| sides.iter().find_map(|side| term.times.dates.get(*side)).cloned();
        let (date, end) = (day(["began", "firstAttested"]), day(["ended", "lastAttested"]));
        Moment {
            precision: date.as_deref().and_then(precision),
            end: end.filter(|end| Some(end) != date.as_ref()),
            certainty: if term.times.dates.contains_key("began") { "told" } else { "attested" },
            date,
            kind: self.kind_of(term.held),
            label: term.times.span(),
            target: self.called(other),
            details: Vec::new(),
            evidence: Vec::new(),
        }
    }

    fn of_edges(&self, store: &Quads, edges: &[EdgeIndex], most: usize) -> Result<Vec<Shown>> {
        let mut evidence = Vec::new();
        for edge in edges {
            evidence.extend(self.some_evidence(store, *edge, most)?.0);
        }
        evidence.truncate(most);
        Ok(evidence)
    }

    fn happening(&self, at: NodeIndex, other: NodeIndex, edges: &[EdgeIndex]) -> Moment {
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
        let kind = self.kind_of(other);
        Moment {
            precision: date.as_deref().and_then(precision),
            date,
            end: whole(&node.end, last),
            kind,
            label: label.join(", "),
            target: self.called(other),
            details: if kind == "event" { Vec::new() } else { self.rest_of(other, at) },
            evidence: Vec::new(),
            certainty,
        }
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
