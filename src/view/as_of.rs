//! A page as of a day: what had happened by then, and what was held then, whenever it was told.

use jiff::civil::Date;
use petgraph::graph::NodeIndex;

use super::View;
use super::page::{Extent, Line, Page, Section};
use super::tenures::{Certainty, Held};
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
    pub fn page_as_of(&self, store: &Quads, at: NodeIndex, day: Date, extent: Extent) -> Result<Option<Page>> {
        let known = self.as_of(day);
        let mut page = match known.find(&self.node(at).iri) {
            Some(at) => Some(known.page_within(store, at, extent)?),
            None => None,
        };
        let person = self.is_a(at, PERSON);
        if !person && !self.is_a(at, POST) {
            return Ok(page);
        }
        let tenures = self.tenures_with(store, at, extent.evidence)?;
        let told = match person {
            true => self.of_person(store, tenures, day)?,
            false => self.of_post(store, tenures, day)?,
        };
        if page.is_none() && told.iter().any(|section| !section.lines.is_empty()) {
            page = Some(Page { sections: Vec::new(), met: Vec::new(), ..self.page_within(store, at, extent)? });
        }
        let Some(page) = &mut page else {
            return Ok(None);
        };
        page.sections.retain(|own| told.iter().all(|section| section.title != own.title));
        let told = told.into_iter().filter(|section| !section.lines.is_empty());
        page.sections.splice(0..0, told);
        Ok((!page.sections.is_empty()).then(|| page.clone()))
    }

    fn of_person(&self, store: &Quads, tenures: Vec<Held>, day: Date) -> Result<Vec<Section>> {
        let is_rank = |held: &Held| self.find(&held.held_iri).is_none_or(|at| !self.is_a(at, POST));
        let (mut ranks, posts): (Vec<Held>, Vec<Held>) = tenures.into_iter().partition(is_rank);
        let (past, mut posts): (Vec<Held>, Vec<Held>) = posts.into_iter().partition(|held| held.over_by(day));
        // A rank that is told of that day stands before those that only may have been borne.
        let best = ranks.iter().filter_map(|held| held.on(day)).min();
        ranks.retain(|held| held.on(day) == best);
        self.keep_on(store, &mut ranks, Some(day))?;
        self.keep_on(store, &mut posts, Some(day))?;
        posts.sort_by_key(|held| held.on(day));
        let line = |held: Held| (held.held.clone(), held.held_iri.clone(), held);
        Ok(vec![
            self.section(store, "Ranks", ranks.into_iter().map(line))?,
            self.section(store, "Posts", posts.into_iter().map(line))?,
            self.section(store, "Former posts", past.into_iter().rev().map(line))?,
        ])
    }

    fn of_post(&self, store: &Quads, tenures: Vec<Held>, day: Date) -> Result<Vec<Section>> {
        let (past, mut now): (Vec<Held>, Vec<Held>) = tenures.into_iter().partition(|held| held.over_by(day));
        self.keep_on(store, &mut now, Some(day))?;
        now.sort_by_key(|held| held.on(day) != Some(Certainty::Certain));
        let line = |held: Held| (held.person.clone(), held.person_iri.clone(), held);
        Ok(vec![
            self.section(store, "Held by", now.into_iter().map(line))?,
            self.section(store, "Formerly held by", past.into_iter().rev().map(line))?,
        ])
    }

    fn section(
        &self,
        store: &Quads,
        title: &str,
        lines: impl Iterator<Item = (String, String, Held)>,
    ) -> Result<Section> {
        let lines = lines.map(|(name, iri, held)| {
            let details = held.on_that_day.into_iter().chain([held.span]).collect();
            Line { id: self.short(&iri).to_owned(), name, iri, details, evidence: held.evidence, ..Line::default() }
        });
        let title = self.heading(store, title.to_owned())?;
        Ok(Section { title, related: false, more: 0, lines: lines.collect() })
    }
}
