//! Who holds the posts of a body, or one post, on a day.

use std::cmp::Reverse;

use jiff::civil::Date;
use petgraph::Direction;
use petgraph::graph::NodeIndex;

use super::View;
use super::page::Extent;
use super::tenures::Held;
use super::times::Times;
use crate::error::Result;
use crate::store::read::{self, Quads};

/// Those who hold a post or the posts of a body on a day.
#[derive(Clone, Debug, Default)]
pub struct Incumbents {
    /// The day; none where nothing tells of any.
    pub on: Option<Date>,
    /// The holders, those that are certain first, then by the post, the last attested first.
    pub held: Vec<Held>,
    /// How many were left out.
    pub more: usize,
}

/// A tenure of a post, and no more of it than tells on which days it was held.
#[derive(Clone, Debug)]
pub struct Term {
    iri: String,
    post: NodeIndex,
    times: Times,
}

impl View {
    /// The tenures of the posts of a body, the same in all languages: what [`View::incumbents`] chooses from. There are none of what is
    /// no body.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn terms(&self, store: &Quads, at: NodeIndex) -> Result<Vec<Term>> {
        let mut terms = Vec::new();
        for (edge, post) in self.links(at, Direction::Incoming) {
            if !self.is_kind(&self.graph[edge], "org:postIn") {
                continue;
            }
            let told = read::tenures_briefly(store, &self.node(post).iri)?.into_iter();
            let told = told.filter(|tenure| self.find(&tenure.person).is_some());
            terms.extend(told.map(|tenure| Term { times: self.times(&tenure), post, iri: tenure.iri }));
        }
        Ok(terms)
    }

    /// Who holds the posts of a body on a day, of its [`View::terms`]: unless a day is given, on the last day on which somebody is
    /// attested in one of them, for nothing tells how it went on after that.
    ///
    /// No more of them than `extent` says.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn incumbents(&self, store: &Quads, terms: &[Term], on: Option<Date>, extent: Extent) -> Result<Incumbents> {
        let post = |term: &Term| self.node(term.post).label.as_str();
        let all: Vec<_> = terms.iter().map(|term| (&term.times, post(term), term.iri.as_str())).collect();
        let Some((day, chosen)) = chosen(&all, on) else {
            return Ok(Incumbents::default());
        };
        let more = chosen.len().saturating_sub(extent.lines);
        let told = chosen.into_iter().take(extent.lines);
        let told = told.map(|n| read::tenure(store, terms[n].iri.clone(), self.language())).collect::<Result<_>>()?;
        let mut held = self.with_evidence(store, self.without_evidence(store, told)?, extent.evidence)?;
        self.keep_on(store, &mut held, Some(day))?;
        Ok(Incumbents { on: Some(day), held, more })
    }

    /// The same of one post whose tenures are known.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn incumbents_among(
        &self,
        store: &Quads,
        tenures: &[Held],
        on: Option<Date>,
        extent: Extent,
    ) -> Result<Incumbents> {
        let all: Vec<_> = tenures.iter().map(|held| (&held.times, held.held.as_str(), held.tenure.as_str())).collect();
        let Some((day, chosen)) = chosen(&all, on) else {
            return Ok(Incumbents::default());
        };
        let more = chosen.len().saturating_sub(extent.lines);
        let mut held = chosen.into_iter().take(extent.lines).map(|n| tenures[n].clone()).collect();
        self.keep_on(store, &mut held, Some(day))?;
        Ok(Incumbents { on: Some(day), held, more })
    }
}

/// The day, and the places of the tenures that were held on it, in their order; each comes with the name of its post and its IRI.
fn chosen(all: &[(&Times, &str, &str)], on: Option<Date>) -> Option<(Date, Vec<usize>)> {
    let day = on.or_else(|| all.iter().filter_map(|(times, ..)| times.last_attested()).max())?;
    // The end of the last day is asked for, where none is: somebody who was succeeded on it holds it no more.
    let holds = |times: &Times| times.on(day).is_some() && !(on.is_none() && times.left_by(day));
    let mut found: Vec<usize> = (0..all.len()).filter(|n| holds(all[*n].0)).collect();
    found.sort_by_cached_key(|n| {
        let (times, post, iri) = all[*n];
        (times.on(day), post, Reverse(times.dates.get("lastAttested")), iri)
    });
    Some((day, found))
}
