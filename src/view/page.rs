//! A node's page: what the articles say of it, line by line, each with the sentences that prove it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use petgraph::Direction;
use petgraph::graph::{EdgeIndex, NodeIndex};
use serde::Serialize;

use super::View;
use super::evidence::Shown;
use crate::error::Result;
use crate::store::read::{Bounded, EdgeKind, Quads, label_of, lifetime};

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
    /// From when to when it exists, what came before and after it, for places and bodies of which that is known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lifetime: Vec<String>,
    /// The sections, none of them empty.
    pub sections: Vec<Section>,
    /// The heading of the next.
    #[serde(skip)]
    pub met_title: String,
    /// How many conflicts about it nobody has settled.
    pub conflicts: usize,
    /// With whom it shared most events, for people.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub met: Vec<Met>,
}

/// Lines of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// Whether each line must say what relates it to the page, as the heading does not.
    #[serde(skip)]
    pub related: bool,
    /// The lines: ranks from the highest down, what is held from the latest told of back, the others in order of time
    /// where there is one, then by name.
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
    /// The short id that means exactly it.
    pub id: String,
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

/// The language of the headings as they stand here.
const ENGLISH: &str = "en";
/// The headings under which every line says what relates it.
const RELATED: [&str; 1] = ["Events"];
/// What is true for a while, and so has the days of the articles that tell it.
const LASTING: [&str; 3] = ["vg:holdsRank", "vg:holdsPost", "vg:formerlyHeldPost"];

/// The days of the articles and what an article is called.
struct Dating<'a> {
    told: &'a [Option<Date>],
    article: &'a str,
}

/// How many people met most often a page lists.
const MOST_MET: usize = 10;

/// The headings of a page: which edges come under which, and whose label in the ontology stands for a heading where
/// the page is not in English.
///
/// An edge comes under the first heading whose direction fits and whose property, or the other end's class, is meant.
const HEADINGS: [(&str, Direction, Under, &str); 14] = [
    ("Ranks", Direction::Outgoing, Under::Property("vg:holdsRank"), "vg:Rank"),
    ("Posts", Direction::Outgoing, Under::Property("vg:holdsPost"), "org:Post"),
    ("Former posts", Direction::Outgoing, Under::Property("vg:formerlyHeldPost"), "vg:formerlyHeldPost"),
    ("Events", Direction::Outgoing, Under::Property("vg:participatedIn"), "vg:Event"),
    ("Events", Direction::Outgoing, Under::Property("vg:organizes"), "vg:Event"),
    ("Events", Direction::Outgoing, Under::Property("vg:hosts"), "vg:Event"),
    ("Changes", Direction::Incoming, Under::Class("vg:Change"), "vg:Change"),
    ("Awards", Direction::Incoming, Under::Class("vg:AwardGiving"), "vg:AwardGiving"),
    ("Participants", Direction::Incoming, Under::Property("vg:participatedIn"), "vg:hasParticipant"),
    ("Organisers", Direction::Incoming, Under::Property("vg:organizes"), "schema:organizer"),
    ("Place", Direction::Incoming, Under::Property("vg:hosts"), "vg:inProvince"),
    ("Held by", Direction::Incoming, Under::Property("vg:holdsPost"), "vg:holdsPost"),
    ("Formerly held by", Direction::Incoming, Under::Property("vg:formerlyHeldPost"), "vg:formerlyHeldPost"),
    ("Posts", Direction::Incoming, Under::Property("org:postIn"), "org:Post"),
];

/// The headings of what is held and of what was held: an edge's other end stands under one of them.
const HELD: [(&str, &str); 2] = [("Posts", "Former posts"), ("Held by", "Formerly held by")];

/// Edges by the place and name of their heading.
type Headed = BTreeMap<(usize, String), Vec<(EdgeIndex, NodeIndex)>>;

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
        let told = self.article_days();
        let article = label_of(store, "schema:NewsArticle", self.language())?.unwrap_or_default();
        let mut sections: Vec<Section> = Vec::new();
        for (title, edges) in self.under_headings(at, told) {
            let related = RELATED.contains(&title.as_str());
            let lines = self.lines(store, at, &edges, &Dating { told, article: &article })?;
            sections.push(Section { title: self.heading(store, title)?, related, lines });
        }
        self.tell_ends(store, at, &mut sections)?;
        let met = self.met(at).into_iter().take(MOST_MET).map(|(other, events)| Met {
            name: self.node(other).label.clone(),
            iri: self.node(other).iri.clone(),
            id: self.id(other).to_owned(),
            events: events.iter().map(|e| self.full_caption(*e)).collect(),
        });
        Ok(Page {
            iri: node.iri.clone(),
            id: self.id(at).to_owned(),
            name: self.full_caption(at),
            also: node.variants.clone(),
            class: self.captions(at).join(", "),
            date: self.date(at),
            lifetime: self.lifetime(store, at)?,
            sections,
            met: met.collect(),
            met_title: self.met_heading(store)?,
            conflicts: self.open_conflicts(store, at)?,
        })
    }

    /// `until 2025-06-30`, `succeeded by Hưng Yên (place/tỉnh-hưng-yên-2025)`.
    fn lifetime(&self, store: &Quads, at: NodeIndex) -> Result<Vec<String>> {
        let told = lifetime(store, &self.node(at).iri, self.language())?;
        let line = |told: &Bounded| match &told.name {
            Some(name) => format!("{} {name} ({})", told.label, self.short(&told.value)),
            None => format!("{} {}", told.label, told.value),
        };
        Ok(told.iter().map(line).collect())
    }

    pub(super) fn captions(&self, at: NodeIndex) -> Vec<&str> {
        self.node(at).classes.iter().filter_map(|c| self.class(c)).map(|c| c.label.as_str()).collect()
    }

    /// A node's edges by heading, those without one under the label of their property.
    fn under_headings(&self, at: NodeIndex, told: &[Option<Date>]) -> Vec<(String, Vec<(EdgeIndex, NodeIndex)>)> {
        let mut found = Headed::new();
        for direction in [Direction::Outgoing, Direction::Incoming] {
            for (edge, other) in self.links(at, direction) {
                let link = &self.graph[edge];
                let fits = |(_, way, under, _): &(&str, Direction, Under, &str)| {
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
        for (now, before) in HELD {
            self.settle(&mut found, now, before, told);
        }
        found.into_iter().filter(|(_, edges)| !edges.is_empty()).map(|((_, title), edges)| (title, edges)).collect()
    }

    /// Puts what stands under two headings, as held and as held before, under the one that was told of last.
    fn settle(&self, found: &mut Headed, now: &str, before: &str, told: &[Option<Date>]) {
        let key = |title: &str| found.keys().find(|(_, t)| t == title).cloned();
        let (Some(now), Some(before)) = (key(now), key(before)) else {
            return;
        };
        let take = |found: &mut Headed, key| found.get_mut(key).map(std::mem::take).unwrap_or_default();
        let (held, formerly) = (take(found, &now), take(found, &before));
        let last = |edges: &[(EdgeIndex, NodeIndex)], other: NodeIndex| {
            let of_other = edges.iter().filter(|(_, o)| *o == other);
            of_other.map(|(e, _)| self.last_told(*e, told)).max()
        };
        for (edge, other) in held.iter().chain(&formerly) {
            let key = if last(&held, *other) > last(&formerly, *other) { &now } else { &before };
            found.entry(key.clone()).or_default().push((*edge, *other));
        }
    }

    fn last_told(&self, edge: EdgeIndex, told: &[Option<Date>]) -> Option<Date> {
        self.graph[edge].articles.iter().filter_map(|a| told[*a]).max()
    }

    /// A heading in the language of the view.
    pub(super) fn heading(&self, store: &Quads, title: String) -> Result<String> {
        let Some((_, _, _, term)) = HEADINGS.iter().find(|h| h.0 == title && self.language() != ENGLISH) else {
            return Ok(title);
        };
        Ok(capitalised(&label_of(store, term, self.language())?.unwrap_or(title)))
    }

    fn met_heading(&self, store: &Quads) -> Result<String> {
        if self.language() == ENGLISH {
            return Ok("Met most often".to_owned());
        }
        let label = |term| label_of(store, term, self.language()).map(Option::unwrap_or_default);
        Ok(capitalised(&format!("{} (n × {})", label("vg:Person")?, label("vg:Event")?)))
    }

    fn is_below(&self, at: NodeIndex, class: &str) -> bool {
        crate::ontology::vocab::expand(class).is_some_and(|iri| self.is_a(at, &iri))
    }

    /// One line per other node, with all that relates it to `at`.
    fn lines(
        &self,
        store: &Quads,
        at: NodeIndex,
        edges: &[(EdgeIndex, NodeIndex)],
        dating: &Dating,
    ) -> Result<Vec<Line>> {
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
            // The best proof of each relation, then the second of each.
            evidence.sort_by(|(n, a), (m, b)| n.cmp(m).then(b.proof.confidence.total_cmp(&a.proof.confidence)));
            let lasting = edges.iter().any(|e| LASTING.iter().any(|p| self.is_kind(&self.graph[*e], p)));
            let mut details = self.details(other, at);
            if self.node(other).planned {
                details.extend(label_of(store, "vg:planned", self.language())?);
            }
            let days = edges.iter().flat_map(|e| &self.graph[*e].articles).map(|a| (dating.told[*a], *a));
            let days: BTreeSet<(Date, usize)> = days.filter_map(|(day, a)| Some((day?, a))).collect();
            if lasting {
                details.extend(self.attested(&days, dating.article));
            }
            let line = Line {
                relations,
                name: self.caption(other),
                iri: self.node(other).iri.clone(),
                id: self.id(other).to_owned(),
                details,
                evidence: evidence.into_iter().map(|(_, shown)| shown).collect(),
            };
            let first = line.evidence.iter().filter_map(|e| e.published.clone()).min();
            let when = self.happened(other).map(|(day, _)| day.to_string()).or(first);
            // The highest first, and what lasts from its latest article back.
            let rank =
                (Reverse(self.node(other).seniority), Reverse(days.last().map(|(day, _)| *day).filter(|_| lasting)));
            lines.push((rank, when.is_none(), when, line));
        }
        lines.sort_by(|a, b| (a.0, a.1, &a.2, &a.3.name, &a.3.iri).cmp(&(b.0, b.1, &b.2, &b.3.name, &b.3.iri)));
        Ok(lines.into_iter().map(|(.., line)| line).collect())
    }

    /// The first and last day of the articles that tell of something; a day is about right where an article gives none
    /// of its own.
    fn attested(&self, days: &BTreeSet<(Date, usize)>, article: &str) -> Option<String> {
        let day = |(day, a): &(Date, usize)| match &self.articles()[*a].published {
            Some(_) => day.to_string(),
            None => format!("~{day}"),
        };
        let (first, last) = (days.first()?, days.last()?);
        let until = if first.0 == last.0 { String::new() } else { format!(" – {}", day(last)) };
        Some(format!("{article} {}{until}", day(first)))
    }

    /// The first day of a node and, where it has none, of the only day of ceremonies that the articles of a change tell
    /// of, with the name of the ceremony.
    fn happened(&self, at: NodeIndex) -> Option<(Date, Option<String>)> {
        if let Some((first, _)) = self.days(at) {
            return Some((first, None));
        }
        if !self.is_below(at, "vg:Change") || self.date(at).is_some() {
            return None;
        }
        let told_of = self.node(at).articles.iter().flat_map(|a| &self.told_of()[*a]).copied();
        let ceremonies = told_of.filter(|other| self.is_below(*other, "vg:Ceremony"));
        let dated: BTreeSet<(Date, NodeIndex)> = ceremonies.filter_map(|c| Some((self.days(c)?.0, c))).collect();
        let (first, last) = (dated.first()?, dated.last()?);
        (first.0 == last.0).then(|| (first.0, Some(self.node(first.1).label.clone())))
    }

    /// The nodes that each article tells of.
    fn told_of(&self) -> &[Vec<NodeIndex>] {
        self.telling.get_or_init(|| {
            let mut told = vec![Vec::new(); self.articles().len()];
            for at in self.nodes() {
                self.node(at).articles.iter().for_each(|a| told[*a].push(at));
            }
            told
        })
    }

    /// What else is to be known of a node named on the page of another: its date, and for what happens who, what, where.
    fn details(&self, of: NodeIndex, page: NodeIndex) -> Vec<String> {
        let mut details: Vec<String> = self.date(of).into_iter().collect();
        if let Some((day, Some(ceremony))) = self.happened(of) {
            details.push(format!("{day} ({ceremony})"));
        }
        let mut edges = self.links(of, Direction::Outgoing);
        if self.is_below(of, "vg:Event") {
            let around = ["vg:hosts", "vg:organizes"];
            let incoming = self.links(of, Direction::Incoming).into_iter();
            edges = incoming.filter(|(e, _)| around.iter().any(|p| self.is_kind(&self.graph[*e], p))).collect();
        } else if !(self.is_below(of, "vg:Change") || self.is_below(of, "vg:AwardGiving")) {
            return details;
        }
        for (edge, other) in edges.into_iter().filter(|(_, other)| *other != page) {
            details.push(format!("{} {}", self.words(edge, of), self.node(other).label));
        }
        details
    }

    /// How an edge is called from one of its ends.
    fn words(&self, edge: EdgeIndex, from: NodeIndex) -> &str {
        let kind = self.kind(&self.graph[edge]);
        let forward = self.graph.edge_endpoints(edge).is_some_and(|(start, _)| start == from);
        kind.inverse_label.as_deref().filter(|_| !forward).unwrap_or(&kind.label)
    }
}

/// Where the edges of a property stand on a page.
pub(super) fn heading_of(kind: &EdgeKind) -> usize {
    let meant = |property: &str| {
        crate::ontology::vocab::expand(property).is_some_and(|iri| kind.iri == iri || kind.above.contains(&iri))
    };
    let heading = HEADINGS.iter().position(|(_, _, under, _)| matches!(under, Under::Property(p) if meant(p)));
    heading.unwrap_or(HEADINGS.len())
}

/// What a text begins with, as a capital.
pub(super) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
