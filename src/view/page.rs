//! A node's page: what the articles say of it, line by line, each with the sentences that prove it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use petgraph::Direction;
use petgraph::graph::{EdgeIndex, NodeIndex};
use serde::Serialize;

use super::evidence::Shown;
pub use super::extent::{Extent, Parts};
use super::incumbents::Term;
use super::lines::{Dating, article_word};
use super::{Link, View};
use crate::error::Result;
use crate::ontology::vocab::{PERSON, POST, shorten};
use crate::store::read::{Article, Bounded, EdgeKind, Quads, label_of, lifetime};

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
    /// The sections of which something is read: none of them is empty.
    pub sections: Vec<Section>,
    /// The articles that the sections rest on, the latest published first.
    pub articles: Vec<Article>,
    /// How many come after these.
    #[serde(skip_serializing_if = "is_none_of")]
    pub more_articles: usize,
    /// The heading of the next.
    #[serde(skip)]
    pub met_title: String,
    /// How many conflicts about it nobody has settled.
    pub conflicts: usize,
    /// How much of what is held, of which nobody tells when, a page as of a day leaves out.
    #[serde(skip_serializing_if = "is_none_of")]
    pub dayless: usize,
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
    /// How many lines come after these.
    #[serde(skip_serializing_if = "is_none_of")]
    pub more: usize,
    /// The articles that all of its lines rest on, also those that are not read.
    #[serde(skip)]
    pub(super) articles: BTreeSet<usize>,
    /// The lines: ranks from the highest down, what is held from the latest told of back, the others in order of time
    /// where there is one, then by name.
    pub lines: Vec<Line>,
}

/// One fact, or several of the same two nodes.
#[derive(Clone, Debug, Default, Serialize)]
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
    /// How many further sentences there are at least.
    #[serde(skip_serializing_if = "is_none_of")]
    pub more: usize,
    /// The ids of its edges, by which [`View::evidence_of`] gives all the sentences.
    pub edges: Vec<String>,
}

fn is_none_of(count: &usize) -> bool {
    *count == 0
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
    /// The office held now, which tells this person from others of the name; see [`View::name_offices`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// The names of the events both took part in.
    pub events: Vec<String>,
}

/// The language of the headings as they stand here.
const ENGLISH: &str = "en";
/// The headings under which every line says what relates it.
const RELATED: [&str; 1] = ["Events"];
/// How many people met most often a page lists.
const MOST_MET: usize = 10;

/// The headings of a page: which edges come under which, and whose label in the ontology stands for a heading where
/// the page is not in English.
///
/// An edge comes under the first heading whose direction fits and whose property, or the other end's class, is meant.
const HEADINGS: [(&str, Direction, Under, &str); 19] = [
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
    ("Borne by", Direction::Incoming, Under::Property("vg:holdsRank"), "vg:holdsRank"),
    ("Posts", Direction::Incoming, Under::Property("org:postIn"), "org:Post"),
    ("Body", Direction::Outgoing, Under::Property("org:postIn"), "vg:Body"),
    ("Person", Direction::Outgoing, Under::Property("vg:concerns"), "vg:Person"),
    ("Bodies", Direction::Incoming, Under::Property("vg:jurisdiction"), "vg:Body"),
    ("Has parts", Direction::Incoming, Under::Property("org:subOrganizationOf"), "org:hasSubOrganization"),
];

/// The headings of what is held and of what was held: an edge's other end stands under one of them.
const HELD: [(&str, &str); 2] = [("Posts", "Former posts"), ("Held by", "Formerly held by")];

/// Edges by the place and name of their heading.
type Headed = BTreeMap<(usize, String), Edges>;

/// Edges, each with its other end.
type Edges = Vec<(EdgeIndex, NodeIndex)>;

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
        let held = self.is_a(at, PERSON) || self.is_a(at, POST);
        let terms = if held { self.terms(store, at)? } else { Vec::new() };
        self.page_within(store, at, &terms, Parts::ALL)
    }

    /// The page of a node, of whose own [`View::terms`] it tells; no more of it than is asked for.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn page_within(&self, store: &Quads, at: NodeIndex, terms: &[Term], parts: Parts) -> Result<Page> {
        self.page_with(store, at, self.sections(store, at, terms, parts.sections)?, parts)
    }

    /// The sections of a node's page, also those of which no line is read.
    pub(super) fn sections(
        &self,
        store: &Quads,
        at: NodeIndex,
        terms: &[Term],
        extent: Extent,
    ) -> Result<Vec<Section>> {
        let article = article_word(store, self.language())?;
        let dating = Dating { told: self.article_days(), terms, article: &article, extent };
        let section = |(title, edges): (String, Edges)| {
            let related = RELATED.contains(&title.as_str());
            let articles = edges.iter().flat_map(|(edge, _)| &self.graph[*edge].articles).copied().collect();
            let (lines, more) = self.lines(store, at, &edges, &dating)?;
            Ok(Section { title: self.heading(store, title)?, related, more, articles, lines })
        };
        self.under_headings(store, at, terms)?.into_iter().map(section).collect()
    }

    /// The page of a node with some sections.
    pub(super) fn page_with(
        &self,
        store: &Quads,
        at: NodeIndex,
        mut sections: Vec<Section>,
        parts: Parts,
    ) -> Result<Page> {
        let node = self.node(at);
        let (articles, more_articles) = parts.articles.of(self.sources(&sections));
        let articles = articles.into_iter().map(|a| self.articles()[a].clone()).collect();
        sections.retain(|section| !section.lines.is_empty());
        let met = self.met(at).into_iter().take(MOST_MET).map(|(other, events)| Met {
            name: self.node(other).label.clone(),
            iri: self.node(other).iri.clone(),
            id: self.id(other).to_owned(),
            office: None,
            events: events.iter().map(|e| self.full_caption(*e)).collect(),
        });
        Ok(Page {
            iri: node.iri.clone(),
            id: self.id(at).to_owned(),
            name: self.full_caption(at),
            also: self.other_names(at),
            class: self.captions(at).join(", "),
            date: self.date(at),
            lifetime: self.lifetime(store, at)?,
            sections,
            articles,
            more_articles,
            met: met.collect(),
            met_title: self.met_heading(store)?,
            conflicts: self.open_conflicts(store, at)?,
            dayless: 0,
        })
    }

    /// The articles that some sections rest on, each once, the latest published first.
    fn sources(&self, sections: &[Section]) -> Vec<usize> {
        let told: BTreeSet<usize> = sections.iter().flat_map(|section| &section.articles).copied().collect();
        let mut told: Vec<usize> = told.into_iter().collect();
        let article = |at: &usize| &self.articles()[*at];
        told.sort_by(|a, b| (&article(b).published, &article(a).id).cmp(&(&article(a).published, &article(b).id)));
        told
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

    /// A node's edges by heading, those without one under the name of their property.
    pub(super) fn under_headings(&self, store: &Quads, at: NodeIndex, terms: &[Term]) -> Result<Vec<(String, Edges)>> {
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
                    Some(n) => (place_of(HEADINGS[n].0), HEADINGS[n].0.to_owned()),
                    None => {
                        let place = HEADINGS.len() + usize::from(direction == Direction::Incoming);
                        (place, self.property_heading(store, link, direction)?)
                    }
                };
                found.entry(key).or_default().push((edge, other));
            }
        }
        for (now, before) in HELD {
            self.settle(at, terms, &mut found, [now, before].map(|title| (place_of(title), title.to_owned())));
        }
        let full = found.into_iter().filter(|(_, edges)| !edges.is_empty());
        Ok(full.map(|((_, title), edges)| (title, edges)).collect())
    }

    /// A property as a heading: its name in full, not the short one that is written on lines; from its other end that
    /// of its inverse.
    fn property_heading(&self, store: &Quads, link: &Link, direction: Direction) -> Result<String> {
        let kind = self.kind(link);
        let name = |iri: &str| label_of(store, &shorten(iri), self.language());
        let title = match direction {
            Direction::Outgoing => name(&kind.iri)?.unwrap_or_else(|| kind.label.clone()),
            Direction::Incoming => match kind.inverse.first().map(|iri| name(iri)).transpose()?.flatten() {
                Some(title) => title,
                None => format!("… {}", kind.label),
            },
        };
        Ok(capitalised(&title))
    }

    /// Puts what is told as held and what is told as held before under one heading each: before, where all tenures have ended (a successor
    /// took office, a change tells it) and where nobody tells as held what was told as past, now, where one goes on, and where no tenure
    /// tells as it was told last.
    fn settle(&self, at: NodeIndex, terms: &[Term], found: &mut Headed, [now, before]: [(usize, String); 2]) {
        let mut take = |key| found.get_mut(key).map(std::mem::take).unwrap_or_default();
        let (held, formerly) = (take(&now), take(&before));
        // The posts of a body stand under the same heading as those of a person.
        let apart = held.is_empty() || !(self.is_a(at, PERSON) || self.is_a(at, POST));
        let over = if apart { BTreeMap::new() } else { over(at, terms) };
        let told = self.article_days();
        let last = |edges: &[(EdgeIndex, NodeIndex)], other: NodeIndex| {
            let of_other = edges.iter().filter(|(_, o)| *o == other);
            of_other.map(|(e, _)| self.last_told(*e, told)).max()
        };
        let again = |other: &NodeIndex| {
            let told = last(&formerly, *other);
            let began = terms.iter().filter(|t| [t.person, t.held].contains(other)).filter_map(|t| t.times.order().0);
            began.max().zip(told.flatten()).is_some_and(|(began, told)| began > told)
        };
        for (edge, other) in held.iter().chain(&formerly) {
            let left = || formerly.iter().any(|(_, o)| o == other) && last(&held, *other) <= last(&formerly, *other);
            // Told as past alone, it is over whenever it began, unless that was later.
            let past_alone = || !held.iter().any(|(_, o)| o == other) && !again(other);
            let over = over.get(other).copied().map_or_else(left, |over| over || past_alone());
            found.entry(if over { &before } else { &now }.clone()).or_default().push((*edge, *other));
        }
    }

    fn last_told(&self, edge: EdgeIndex, told: &[Option<(Date, Date)>]) -> Option<Date> {
        self.graph[edge].articles.iter().filter_map(|a| Some(told[*a]?.0)).max()
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

    pub(super) fn is_below(&self, at: NodeIndex, class: &str) -> bool {
        crate::ontology::vocab::expand(class).is_some_and(|iri| self.is_a(at, &iri))
    }
}

/// Whether all tenures of a person in a post have ended, by the other of the two; those of whom no day is told are left out.
fn over(at: NodeIndex, terms: &[Term]) -> BTreeMap<NodeIndex, bool> {
    let mut over = BTreeMap::new();
    for term in terms.iter().filter(|term| !term.times.is_dayless()) {
        let other = if term.person == at { term.held } else { term.person };
        *over.entry(other).or_insert(true) &= term.times.is_over();
    }
    over
}

/// Where a heading stands on a page.
fn place_of(title: &str) -> usize {
    HEADINGS.iter().position(|heading| heading.0 == title).unwrap_or(HEADINGS.len())
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
