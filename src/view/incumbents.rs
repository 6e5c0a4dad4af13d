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
    /// The holders, those that are certain first, then by the post, the last attested first; where no day was asked for
    /// behind them those of whom no day is told at all, the most told of first.
    pub held: Vec<Held>,
    /// How many were left out.
    pub more: usize,
}

/// A tenure of a post, and no more of it than tells on which days it was held.
#[derive(Clone, Debug)]
pub struct Term {
    iri: String,
    person: NodeIndex,
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
        for post in self.posts_of(at) {
            let told = read::tenures_briefly(store, &self.node(post).iri)?.into_iter();
            terms.extend(told.filter_map(|tenure| {
                let person = self.find(&tenure.person)?;
                Some(Term { times: self.times(&tenure), person, post, iri: tenure.iri })
            }));
        }
        Ok(terms)
    }

    /// Who holds the posts of a body on a day, of its [`View::terms`]: unless a day is given, on the last day on which somebody is
    /// attested in one of them, for nothing tells how it went on after that, and behind them those of whom no day is told.
    ///
    /// No more of either than `extent` says.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn incumbents(&self, store: &Quads, terms: &[Term], on: Option<Date>, extent: Extent) -> Result<Incumbents> {
        let post = |term: &Term| self.node(term.post).label.as_str();
        let all: Vec<_> = terms.iter().map(|term| (&term.times, post(term), term.iri.as_str())).collect();
        let (day, dated) = chosen(&all, on);
        let dayless = if on.is_none() { self.dayless(terms) } else { Vec::new() };
        let more = [&dated, &dayless].map(|some| some.len().saturating_sub(extent.lines)).iter().sum();
        let read = |some: Vec<usize>| -> Result<Vec<Held>> {
            let told = some.into_iter().take(extent.lines);
            let told =
                told.map(|n| read::tenure(store, terms[n].iri.clone(), self.language())).collect::<Result<_>>()?;
            self.with_evidence(store, self.without_evidence(store, told)?, extent.evidence)
        };
        let mut held = read(dated)?;
        self.keep_on(store, &mut held, day)?;
        held.extend(read(dayless)?);
        Ok(Incumbents { on: day, held, more })
    }

    /// The terms of whom no day is told but that they hold it, the most told of first.
    fn dayless(&self, terms: &[Term]) -> Vec<usize> {
        let told = |n: &usize| self.told_to_hold(terms[*n].person, terms[*n].post);
        let mut dayless: Vec<usize> =
            (0..terms.len()).filter(|n| terms[*n].times.is_dayless() && told(n) > 0).collect();
        dayless.sort_by_cached_key(|n| (Reverse(told(n)), self.node(terms[*n].post).label.clone(), &terms[*n].iri));
        dayless
    }

    /// How many articles tell a post as held, not only as held before.
    fn told_to_hold(&self, person: NodeIndex, post: NodeIndex) -> usize {
        let edges = self.between(person, post).into_iter().map(|edge| &self.graph[edge]);
        edges.filter(|edge| self.is_kind(edge, "vg:holdsPost")).map(|edge| edge.articles.len()).max().unwrap_or(0)
    }

    /// The other names of a node; what names a post of a body, or begins like one, is no name of the body.
    pub(super) fn other_names(&self, at: NodeIndex) -> Vec<String> {
        let own = &self.node(at).label;
        let posts = self.posts_of(at);
        let title = |post: &NodeIndex| self.node(*post).label.strip_suffix(own.as_str()).map(str::to_lowercase);
        let titles: Vec<String> = posts.iter().filter_map(title).filter(|title| !title.trim().is_empty()).collect();
        let called = |post: &NodeIndex, name: &str| self.names(*post).any(|own| own == name);
        let is_post = |name: &str| {
            let begins = titles.iter().any(|title| name.to_lowercase().starts_with(title.as_str()));
            begins || posts.iter().any(|post| called(post, name))
        };
        self.node(at).variants.iter().filter(|name| !is_post(name)).cloned().collect()
    }

    /// The posts of a body.
    fn posts_of(&self, at: NodeIndex) -> Vec<NodeIndex> {
        let posts = self.links(at, Direction::Incoming).into_iter();
        posts.filter(|(edge, _)| self.is_kind(&self.graph[*edge], "org:postIn")).map(|(_, post)| post).collect()
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
        let (day, dated) = chosen(&all, on);
        let told = |held: &Held| {
            let ends = self.find(&held.person_iri).zip(self.find(&held.held_iri));
            ends.map_or(0, |(person, post)| self.told_to_hold(person, post))
        };
        let mut dayless: Vec<&Held> = tenures.iter().filter(|held| on.is_none() && held.times.is_dayless()).collect();
        dayless.retain(|held| told(held) > 0);
        dayless.sort_by_cached_key(|held| (Reverse(told(held)), &held.tenure));
        let more = dated.len().saturating_sub(extent.lines) + dayless.len().saturating_sub(extent.lines);
        let mut held = dated.into_iter().take(extent.lines).map(|n| tenures[n].clone()).collect();
        self.keep_on(store, &mut held, day)?;
        held.extend(dayless.into_iter().take(extent.lines).cloned());
        Ok(Incumbents { on: day, held, more })
    }
}

/// The day, and the places of the tenures that were held on it, in their order; each comes with the name of its post and its IRI.
fn chosen(all: &[(&Times, &str, &str)], on: Option<Date>) -> (Option<Date>, Vec<usize>) {
    let Some(day) = on.or_else(|| all.iter().filter_map(|(times, ..)| times.last_attested()).max()) else {
        return (None, Vec::new());
    };
    // The end of the last day is asked for, where none is: somebody who was succeeded on it holds it no more.
    let holds = |times: &Times| times.on(day).is_some() && !(on.is_none() && times.left_by(day));
    let mut found: Vec<usize> = (0..all.len()).filter(|n| holds(all[*n].0) && !all[*n].0.is_dayless()).collect();
    found.sort_by_cached_key(|n| {
        let (times, post, iri) = all[*n];
        (times.on(day), post, Reverse(times.dates.get("lastAttested")), iri)
    });
    (Some(day), found)
}
