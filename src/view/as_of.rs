//! A page as of a day: what had happened by then, and what was held then, whenever it was told.

use jiff::civil::Date;
use petgraph::graph::NodeIndex;

use super::View;
use super::incumbents::Term;
use super::page::{Extent, Line, Page, Section};
use super::tenures::Certainty;
use crate::error::Result;
use crate::ontology::vocab::{PERSON, POST};
use crate::store::read::Quads;

impl View {
    /// The page of a node as of a day: what was published by then and had begun (see [`View::as_of`]), and what a person
    /// held, or who held a post, on that day by all articles, also by those published later.
    ///
    /// No more of it is read than is asked for. None when nothing was known of it by then and nothing tells of it on that day.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn page_as_of(
        &self,
        store: &Quads,
        at: NodeIndex,
        terms: &[Term],
        day: Date,
        extent: Extent,
    ) -> Result<Option<Page>> {
        let known = self.as_of(day);
        let mut page = match known.find(&self.node(at).iri) {
            // What was held is told below.
            Some(at) => Some(known.page_within(store, at, &[], extent)?),
            None => None,
        };
        let person = self.is_a(at, PERSON);
        if !person && !self.is_a(at, POST) {
            return Ok(page);
        }
        let mut terms: Vec<&Term> = terms.iter().collect();
        terms.sort_by_cached_key(|term| (term.times.order(), self.node(term.held).label.as_str(), &term.iri));
        let told = match person {
            true => self.of_person(terms, day),
            false => self.of_post(terms, day),
        };
        let told = told.into_iter().map(|(title, terms)| self.section(store, title, terms, (at, day), extent));
        let told = told.collect::<Result<Vec<Section>>>()?;
        if page.is_none() && told.iter().any(|section| !section.lines.is_empty()) {
            page = Some(Page { sections: Vec::new(), met: Vec::new(), ..self.page_within(store, at, &[], extent)? });
        }
        let Some(page) = &mut page else {
            return Ok(None);
        };
        page.sections.retain(|own| told.iter().all(|section| section.title != own.title));
        let told = told.into_iter().filter(|section| !section.lines.is_empty());
        page.sections.splice(0..0, told);
        Ok((!page.sections.is_empty()).then(|| page.clone()))
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
        let (some, more) = extent.of(terms);
        let mut held = self.read_terms(store, some, extent)?;
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
        Ok(Section { title, related: false, more, lines: lines.collect() })
    }
}
