//! A node's page: what the articles say of it, line by line, each with the sentences that prove it.

use std::collections::BTreeMap;

use petgraph::Direction;
use petgraph::graph::{EdgeIndex, NodeIndex};
use serde::Serialize;

use super::View;
use super::evidence::Shown;
use crate::error::Result;
use crate::store::read::Quads;

/// All that is known of one node.
#[derive(Clone, Debug, Serialize)]
pub struct Page {
    /// Its IRI.
    pub iri: String,
    /// The short id that means exactly it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its other names.
    pub also: Vec<String>,
    /// What it is, in the words of the ontology.
    pub class: String,
    /// When it took place, for events.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The sections, none of them empty.
    pub sections: Vec<Section>,
    /// With whom it shared most events, for people.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub met: Vec<Met>,
}

/// Lines of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// The lines, in order of time where there is one, then by name.
    pub lines: Vec<Line>,
}

/// One fact, or several of the same two nodes.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// What relates the two, in the words of the ontology.
    pub relations: Vec<String>,
    /// The name of the other node.
    pub name: String,
    /// Its IRI.
    pub iri: String,
    /// What else is to be known of it: date, place, the rest of a change.
    pub details: Vec<String>,
    /// The sentences that prove it.
    pub evidence: Vec<Shown>,
}

/// Somebody met, and where.
#[derive(Clone, Debug, Serialize)]
pub struct Met {
    /// The name.
    pub name: String,
    /// The IRI.
    pub iri: String,
    /// The short id that means exactly this person.
    pub id: String,
    /// The names of the events both took part in.
    pub events: Vec<String>,
}

/// How many people met most often a page lists.
const MOST_MET: usize = 10;

/// The headings of a page: which edges come under which.
///
/// An edge comes under the first heading whose direction fits and whose property, or the other end's class, is meant.
const HEADINGS: [(&str, Direction, Under); 14] = [
    ("Ranks", Direction::Outgoing, Under::Property("vg:holdsRank")),
    ("Posts", Direction::Outgoing, Under::Property("vg:holdsPost")),
    ("Former posts", Direction::Outgoing, Under::Property("vg:formerlyHeldPost")),
    ("Events", Direction::Outgoing, Under::Property("vg:participatedIn")),
    ("Events", Direction::Outgoing, Under::Property("vg:organizes")),
    ("Events", Direction::Outgoing, Under::Property("vg:hosts")),
    ("Changes", Direction::Incoming, Under::Class("vg:Change")),
    ("Awards", Direction::Incoming, Under::Class("vg:AwardGiving")),
    ("Participants", Direction::Incoming, Under::Property("vg:participatedIn")),
    ("Organisers", Direction::Incoming, Under::Property("vg:organizes")),
    ("Place", Direction::Incoming, Under::Property("vg:hosts")),
    ("Held by", Direction::Incoming, Under::Property("vg:holdsPost")),
    ("Formerly held by", Direction::Incoming, Under::Property("vg:formerlyHeldPost")),
    ("Posts", Direction::Incoming, Under::Property("org:postIn")),
];

#[derive(Clone, Copy)]
enum Under {
    Property(&'static str),
    Class(&'static str),
}

impl View {
    /// The page of a node, with evidence from the store the view was read from.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn page(&self, store: &Quads, at: NodeIndex) -> Result<Page> {
        let node = self.node(at);
        let mut sections: Vec<Section> = Vec::new();
        for (title, edges) in self.under_headings(at) {
            let lines = self.lines(store, at, &edges)?;
            sections.push(Section { title, lines });
        }
        let met = self.met(at).into_iter().take(MOST_MET).map(|(other, events)| Met {
            name: self.node(other).label.clone(),
            iri: self.node(other).iri.clone(),
            id: self.id(other).to_owned(),
            events: events.iter().map(|e| self.node(*e).label.clone()).collect(),
        });
        Ok(Page {
            iri: node.iri.clone(),
            id: self.id(at).to_owned(),
            name: self.caption(at),
            also: node.variants.clone(),
            class: self.captions(at).join(", "),
            date: self.date(at),
            sections,
            met: met.collect(),
        })
    }

    fn captions(&self, at: NodeIndex) -> Vec<&str> {
        self.node(at).classes.iter().filter_map(|c| self.class(c)).map(|c| c.label.as_str()).collect()
    }

    /// A node's edges by heading, those without one under the label of their property.
    fn under_headings(&self, at: NodeIndex) -> Vec<(String, Vec<(EdgeIndex, NodeIndex)>)> {
        let mut found: BTreeMap<(usize, String), Vec<(EdgeIndex, NodeIndex)>> = BTreeMap::new();
        for direction in [Direction::Outgoing, Direction::Incoming] {
            for (edge, other) in self.links(at, direction) {
                let link = &self.graph[edge];
                let fits = |(_, way, under): &(&str, Direction, Under)| {
                    *way == direction
                        && match under {
                            Under::Property(property) => self.is_kind(link, property),
                            Under::Class(class) => self.is_below(other, class),
                        }
                };
                let key = match HEADINGS.iter().position(fits) {
                    Some(n) => {
                        let title = HEADINGS[n].0;
                        let first = HEADINGS.iter().position(|h| h.0 == title).unwrap_or(n);
                        (first, title.to_owned())
                    }
                    None if direction == Direction::Outgoing => (HEADINGS.len(), self.kind(link).label.clone()),
                    None => (HEADINGS.len() + 1, format!("… {}", self.kind(link).label)),
                };
                found.entry(key).or_default().push((edge, other));
            }
        }
        found.into_iter().map(|((_, title), edges)| (title, edges)).collect()
    }

    fn is_below(&self, at: NodeIndex, class: &str) -> bool {
        crate::ontology::vocab::expand(class).is_some_and(|iri| self.is_a(at, &iri))
    }

    /// One line per other node, with all that relates it to `at`.
    fn lines(&self, store: &Quads, at: NodeIndex, edges: &[(EdgeIndex, NodeIndex)]) -> Result<Vec<Line>> {
        let mut by_other: BTreeMap<NodeIndex, Vec<EdgeIndex>> = BTreeMap::new();
        for (edge, other) in edges {
            by_other.entry(*other).or_default().push(*edge);
        }
        let mut lines = Vec::new();
        for (other, edges) in by_other {
            let mut evidence: Vec<(usize, Shown)> = Vec::new();
            let mut relations = Vec::new();
            for edge in &edges {
                relations.push(self.kind(&self.graph[*edge]).label.clone());
                evidence.extend(self.evidence(store, *edge)?.into_iter().enumerate());
            }
            // The first proof of each relation, then the second of each.
            evidence.sort_by_key(|(nth, _)| *nth);
            let line = Line {
                relations,
                name: self.caption(other),
                iri: self.node(other).iri.clone(),
                details: self.details(other, at),
                evidence: evidence.into_iter().map(|(_, shown)| shown).collect(),
            };
            let first = line.evidence.iter().filter_map(|e| e.published.clone()).min();
            let when = self.days(other).map(|(first, _)| first.to_string()).or(first);
            lines.push((when, line));
        }
        lines.sort_by(|(a, x), (b, y)| (a.is_none(), a, &x.name, &x.iri).cmp(&(b.is_none(), b, &y.name, &y.iri)));
        Ok(lines.into_iter().map(|(_, line)| line).collect())
    }

    /// What else is to be known of a node named on the page of another: its date, and for what happens who, what, where.
    fn details(&self, of: NodeIndex, page: NodeIndex) -> Vec<String> {
        let mut details: Vec<String> = self.date(of).into_iter().collect();
        let mut edges = self.links(of, Direction::Outgoing);
        if self.is_below(of, "vg:Event") {
            let around = ["vg:hosts", "vg:organizes"];
            let incoming = self.links(of, Direction::Incoming).into_iter();
            edges = incoming.filter(|(e, _)| around.iter().any(|p| self.is_kind(&self.graph[*e], p))).collect();
        } else if !(self.is_below(of, "vg:Change") || self.is_below(of, "vg:AwardGiving")) {
            return details;
        }
        for (edge, other) in edges.into_iter().filter(|(_, other)| *other != page) {
            details.push(format!("{} {}", self.kind(&self.graph[edge]).label, self.node(other).label));
        }
        details
    }
}
