//! A page as of a day: what had happened by then, and what was held then, whenever it was told.

use std::collections::BTreeSet;

use jiff::civil::Date;
use petgraph::graph::NodeIndex;

use super::View;
use super::incumbents::Term;
use super::page::{Extent, Line, Page, Parts, Section};
use super::tenures::Certainty;
use crate::error::Result;
use crate::ontology::vocab::{PERSON, POST};
use crate::store::read::{self, Quads};

/// How many tenures and ranks nobody tells a day of, so that they stand on no page as of a day.
pub fn dayless(terms: &[Term]) -> usize {
    terms.iter().filter(|term| term.times.is_dayless()).count()
}

impl View {
    /// The page of a node as of a day: what was published by then and had begun (see [`View::as_of`]), and what a person
    /// held, or who held a post, on that day by all articles, also by those published later.
    ///
    /// No more of it is read than is asked for. None when nothing was known of it by then and nothing tells of it on that day, however
    /// much of that is asked for.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn page_as_of(
        &self,
        store: &Quads,
        at: NodeIndex,
        terms: &[Term],
        day: Date,
        parts: Parts,
    ) -> Result<Option<Page>> {
        let known = self.as_of(day);
        let then = known.find(&self.node(at).iri);
        if !self.is_a(at, PERSON) && !self.is_a(at, POST) {
            return then.map(|then| known.page_within(store, then, &[], parts)).transpose();
        }
        let told = self.held_on(at, terms, day);
        let is_told = told.iter().any(|(_, terms)| !terms.is_empty());
        let mut sections = match then {
            Some(then) if is_told || known.has_other_headings(store, then, &told)? => {
                known.sections(store, then, &[], parts.sections)?
            }
            None if is_told => Vec::new(),
            _ => return Ok(None),
        };
        // What was held is told by all articles.
        let told = told.into_iter().map(|(title, terms)| self.section(store, title, terms, (at, day), parts.sections));
        let told = told.collect::<Result<Vec<Section>>>()?;
        sections.retain(|own| told.iter().all(|section| section.title != own.title));
        sections.splice(0..0, told);
        let page = match then {
            Some(then) => known.page_with(store, then, sections, parts)?,
            None => Page { met: Vec::new(), ..self.page_with(store, at, sections, parts)? },
        };
        Ok(Some(Page { dayless: dayless(terms), ..page }))
    }

    /// What a person held, or who held a post, on a day and before it, by heading.
    fn held_on<'t>(&self, at: NodeIndex, terms: &'t [Term], day: Date) -> Vec<(&'static str, Vec<&'t Term>)> {
        let terms = self.in_order(terms);
        if self.is_a(at, PERSON) { self.of_person(terms, day) } else { self.of_post(terms, day) }
    }

    /// Whether anything stands under another heading than some.
    fn has_other_headings(&self, store: &Quads, at: NodeIndex, some: &[(&str, Vec<&Term>)]) -> Result<bool> {
        let all = self.under_headings(store, at, &[])?;
        Ok(all.iter().any(|(title, _)| some.iter().all(|(other, _)| other != title)))
    }

    fn of_person<'t>(&self, terms: Vec<&'t Term>, day: Date) -> Vec<(&'static str, Vec<&'t Term>)> {
        let is_post = |term: &&Term| self.is_a(term.held, POST);
        let (posts, mut ranks): (Vec<&Term>, Vec<&Term>) = terms.into_iter().partition(is_post);
        let (past, mut posts): (Vec<&Term>, Vec<&Term>) = posts.into_iter().partition(|term| term.times.over_by(day));
        // A rank that is told of that day stands before those that only may have been borne.
        let best = ranks.iter().filter_map(|term| term.times.on(day)).min();
        ranks.retain(|term| best.is_some() && term.times.on(day) == best);
        posts.retain(|term| term.times.on(day).is_some());
        posts.sort_by_key(|term| term.times.on(day));
        vec![("Ranks", ranks), ("Posts", posts), ("Former posts", past.into_iter().rev().collect())]
    }

    fn of_post<'t>(&self, terms: Vec<&'t Term>, day: Date) -> Vec<(&'static str, Vec<&'t Term>)> {
        let (past, mut now): (Vec<&Term>, Vec<&Term>) = terms.into_iter().partition(|term| term.times.over_by(day));
        now.retain(|term| term.times.on(day).is_some());
        now.sort_by_key(|term| term.times.on(day) != Some(Certainty::Certain));
        vec![("Held by", now), ("Formerly held by", past.into_iter().rev().collect())]
    }

    /// Tenures as lines, on the page of the person or the post.
    fn section(
        &self,
        store: &Quads,
        title: &str,
        terms: Vec<&Term>,
        (at, day): (NodeIndex, Date),
        extent: Extent,
    ) -> Result<Section> {
        let mut articles = BTreeSet::new();
        for term in &terms {
            let tenure = read::tenure(store, term.iri.clone(), self.language())?;
            articles.extend(tenure.articles.iter().filter_map(|iri| self.article(iri)));
        }
        let (mut held, more) = self.read_part(store, terms, extent)?;
        self.note_certainty(store, &mut held, day)?;
        let lines = held.into_iter().map(|held| {
            let (name, iri) = match held.person_iri == self.node(at).iri {
                true => (held.held, held.held_iri),
                false => (held.person, held.person_iri),
            };
            let details = held.on_that_day.into_iter().chain([held.span]).collect();
            Line { id: self.short(&iri).to_owned(), name, iri, details, evidence: held.evidence, ..Line::default() }
        });
        let title = self.heading(store, title.to_owned())?;
        Ok(Section { title, related: false, more, articles, lines: lines.collect() })
    }
}
