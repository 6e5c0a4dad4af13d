//! The lines of a page: what relates its node to another, with what else is to be known of that.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use petgraph::Direction;
use petgraph::graph::{EdgeIndex, NodeIndex};

use super::View;
use super::evidence::Shown;
use super::incumbents::Term;
use super::page::{Extent, Line};
use crate::error::Result;
use crate::store::read::{Quads, label_of};

/// What is true for a while, and so has the days of the articles that tell it.
const LASTING: [&str; 3] = ["vg:holdsRank", "vg:holdsPost", PAST];

/// What is over when an article tells it.
const PAST: &str = "vg:formerlyHeldPost";

/// The days of the articles, from when to when something was held, what an article is called, and how much is read.
pub(super) struct Dating<'a> {
    pub told: &'a [Option<(Date, Date)>],
    pub terms: &'a [Term],
    pub article: &'a str,
    pub extent: Extent,
}

/// What an article is called.
pub(super) fn article_word(store: &Quads, language: &str) -> Result<String> {
    Ok(label_of(store, "schema:NewsArticle", language)?.unwrap_or_default())
}

impl View {
    /// One line per other node, with all that relates it to `at`, and how many more there are.
    pub(super) fn lines(
        &self,
        store: &Quads,
        at: NodeIndex,
        edges: &[(EdgeIndex, NodeIndex)],
        dating: &Dating,
    ) -> Result<(Vec<Line>, usize)> {
        let mut by_other: BTreeMap<NodeIndex, Vec<EdgeIndex>> = BTreeMap::new();
        for (edge, other) in edges {
            by_other.entry(*other).or_default().push(*edge);
        }
        let mut order: Vec<_> = by_other
            .into_iter()
            .map(|(other, edges)| (self.place_of_line(other, &edges, dating), self.caption(other), other, edges))
            .collect();
        order.sort();
        let (order, more) = dating.extent.of(order);
        let line = |(_, name, other, edges): (_, String, NodeIndex, Vec<EdgeIndex>)| {
            self.line(store, at, other, &edges, Line { name, ..Line::default() }, dating)
        };
        Ok((order.into_iter().map(line).collect::<Result<_>>()?, more))
    }

    /// What a line is ordered by: the highest first, and what lasts from its latest article back; else its day.
    fn place_of_line(&self, other: NodeIndex, edges: &[EdgeIndex], dating: &Dating) -> impl Ord + use<> {
        let proven = edges.iter().map(|e| &self.graph[*e]).filter(|link| self.kind(link).proven);
        let published = proven.flat_map(|link| &link.articles).filter_map(|a| self.articles()[*a].published.clone());
        let when = self.happened(other).map(|(day, _)| day.to_string()).or(published.min());
        let latest = self.days_told(edges, dating).last().map(|(day, _)| *day).filter(|_| self.lasts(edges));
        (Reverse(self.node(other).seniority), Reverse(latest), when.is_none(), when)
    }

    fn lasts(&self, edges: &[EdgeIndex]) -> bool {
        edges.iter().any(|e| LASTING.iter().any(|p| self.is_kind(&self.graph[*e], p)))
    }

    /// The days of the articles that tell some edges.
    fn days_told(&self, edges: &[EdgeIndex], dating: &Dating) -> BTreeSet<(Date, usize)> {
        let days = edges.iter().flat_map(|e| &self.graph[*e].articles).map(|a| (dating.told[*a], *a));
        days.filter_map(|(days, a)| Some((days?.0, a))).collect()
    }

    fn line(
        &self,
        store: &Quads,
        at: NodeIndex,
        other: NodeIndex,
        edges: &[EdgeIndex],
        named: Line,
        dating: &Dating,
    ) -> Result<Line> {
        let mut evidence: Vec<(usize, Shown)> = Vec::new();
        let (mut relations, mut more) = (Vec::new(), 0);
        for edge in edges {
            relations.push(self.kind(&self.graph[*edge]).label.clone());
            let (shown, left) = self.some_evidence(store, *edge, dating.extent.evidence)?;
            evidence.extend(shown.into_iter().enumerate());
            more += left;
        }
        // The best proof of each relation, then the second of each.
        evidence.sort_by(|(n, a), (m, b)| n.cmp(m).then(b.proof.confidence.total_cmp(&a.proof.confidence)));
        more += evidence.len().saturating_sub(dating.extent.evidence);
        evidence.truncate(dating.extent.evidence);
        let mut details = self.details(other, at);
        if self.node(other).planned {
            details.extend(label_of(store, "vg:planned", self.language())?);
        }
        if self.lasts(edges) {
            details.extend(self.held_when((at, other), edges, dating));
        }
        Ok(Line {
            relations,
            iri: self.node(other).iri.clone(),
            id: self.id(other).to_owned(),
            details,
            evidence: evidence.into_iter().map(|(_, shown)| shown).collect(),
            more,
            edges: edges.iter().map(|edge| self.edge_id(*edge)).collect(),
            ..named
        })
    }

    /// From when to when something was held: as its tenures tell, wherever they do, so that it is told alike in all places; else by
    /// what day it was over, where articles tell it as past alone, and else the days of the articles that tell it as held.
    fn held_when(&self, (at, other): (NodeIndex, NodeIndex), edges: &[EdgeIndex], dating: &Dating) -> Vec<String> {
        let meant = |term: &&Term| [(at, other), (other, at)].contains(&(term.person, term.held));
        let dated = dating.terms.iter().filter(|term| meant(term) && !term.times.is_dayless());
        let spans: Vec<String> = self.in_order(dated).into_iter().map(|term| term.times.span()).collect();
        if !spans.is_empty() {
            return spans;
        }
        let past = |edge: &&EdgeIndex| self.is_kind(&self.graph[**edge], PAST);
        let held: Vec<EdgeIndex> = edges.iter().filter(|edge| !past(edge)).copied().collect();
        let when = match held.is_empty() {
            // Only a day of publication is a bound: an article without one may be of any later day.
            true => {
                let told = self.days_told(edges, dating);
                let published = told.into_iter().find(|(_, article)| self.articles()[*article].published.is_some());
                published.map(|(day, _)| format!("? – ≤{day}"))
            }
            false => self.attested(&self.days_told(&held, dating), dating.article),
        };
        when.into_iter().collect()
    }

    /// When what an edge says was so, in words: the date of what happened at one of its ends; from when to when something was held, or by
    /// when it was over, where the edge tells it as past; else the days of the articles that tell it.
    pub(super) fn when(&self, store: &Quads, edge: EdgeIndex) -> Result<Vec<String>> {
        let Some((from, to)) = self.graph.edge_endpoints(edge) else {
            return Ok(Vec::new());
        };
        if let Some(date) = self.date(to).or_else(|| self.date(from)) {
            return Ok(vec![date]);
        }
        let article = article_word(store, self.language())?;
        let is_held = self.lasts(&[edge]) && !self.is_kind(&self.graph[edge], PAST);
        let terms = if is_held { self.terms(store, from)? } else { Vec::new() };
        let dating = Dating { told: self.article_days(), terms: &terms, article: &article, extent: Extent::ALL };
        Ok(match self.lasts(&[edge]) {
            true => self.held_when((from, to), &[edge], &dating),
            false => self.attested(&self.days_told(&[edge], &dating), &article).into_iter().collect(),
        })
    }

    /// The first and last day of the articles that tell of something; with `~` before it the day or month of the latest event
    /// that an article without a day tells of.
    fn attested(&self, days: &BTreeSet<(Date, usize)>, article: &str) -> Option<String> {
        let (first, last) = (days.first()?, days.last()?);
        let until = if first.0 == last.0 { String::new() } else { format!(" – {}", self.day_told(last)) };
        Some(format!("{article} {}{until}", self.day_told(first)))
    }

    /// The day of an article.
    fn day_told(&self, (day, article): &(Date, usize)) -> String {
        if self.articles()[*article].published.is_some() {
            return day.to_string();
        }
        // As precise as what it tells.
        let month = |last: Date| *day == day.first_of_month() && last == day.last_of_month();
        match self.article_days()[*article] {
            Some((_, last)) if month(last) => format!("~{}", day.strftime("%Y-%m")),
            _ => format!("~{day}"),
        }
    }

    /// The first day of a node and, where it has none, of the only day of ceremonies that the articles of a change tell
    /// of, with the name of the ceremony.
    pub(super) fn happened(&self, at: NodeIndex) -> Option<(Date, Option<String>)> {
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
        details.extend(self.leading_to(of, edges, page));
        details
    }

    /// What a change or an award on the page of another node leads to.
    pub(super) fn rest_of(&self, of: NodeIndex, page: NodeIndex) -> Vec<String> {
        self.leading_to(of, self.links(of, Direction::Outgoing), page).collect()
    }

    fn leading_to(
        &self,
        of: NodeIndex,
        edges: Vec<(EdgeIndex, NodeIndex)>,
        page: NodeIndex,
    ) -> impl Iterator<Item = String> {
        // A change is called after whom it concerns.
        let concerns = |edge: &EdgeIndex| self.is_kind(&self.graph[*edge], "vg:concerns");
        let others = edges.into_iter().filter(move |(edge, other)| *other != page && !concerns(edge));
        others.map(move |(edge, other)| format!("{} {}", self.words(edge, of), self.node(other).label))
    }

    /// How an edge is called from one of its ends.
    pub(super) fn words(&self, edge: EdgeIndex, from: NodeIndex) -> &str {
        let kind = self.kind(&self.graph[edge]);
        let forward = self.graph.edge_endpoints(edge).is_some_and(|(start, _)| start == from);
        kind.inverse_label.as_deref().filter(|_| !forward).unwrap_or(&kind.label)
    }
}
