//! Who holds the posts of a body, or one post, on a day.

use std::cmp::Reverse;
use std::collections::BTreeSet;

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
    /// How many more there are.
    pub more: usize,
}

/// A tenure of a post or a rank, and no more of it than tells on which days it was held.
#[derive(Clone, Debug)]
pub struct Term {
    pub(super) iri: String,
    pub(super) person: NodeIndex,
    pub(super) held: NodeIndex,
    pub(super) times: Times,
}

impl View {
    /// The tenures and ranks of a person, the tenures of a post or rank, or those of the posts of a body; the same in all languages.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn terms(&self, store: &Quads, at: NodeIndex) -> Result<Vec<Term>> {
        let mut terms = Vec::new();
        for of in [at].into_iter().chain(self.posts_of(at)) {
            let told = read::tenures_briefly(store, &self.node(of).iri)?.into_iter();
            terms.extend(told.filter_map(|tenure| {
                let (person, held) = self.find(&tenure.person).zip(self.find(&tenure.held))?;
                Some(Term { times: self.times(&tenure), person, held, iri: tenure.iri })
            }));
        }
        Ok(terms)
    }

    /// Who holds a post, or the posts of a body, on a day, by its [`View::terms`]: unless a day is given, on the last day on which
    /// somebody is attested in one of them, for nothing tells how it went on after that, and behind them those of whom no day is told.
    ///
    /// No more of both than `extent` says.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn incumbents(&self, store: &Quads, terms: &[Term], on: Option<Date>, extent: Extent) -> Result<Incumbents> {
        let (day, mut holding) = self.chosen(terms, on);
        holding.extend(if on.is_none() { self.dayless(terms).0 } else { Vec::new() });
        let (mut held, more) = self.read_part(store, holding, extent)?;
        if let Some(day) = day {
            let dated = held.partition_point(|held| !held.times.is_dayless());
            self.note_certainty(store, &mut held[..dated], day)?;
        }
        Ok(Incumbents { on: day, held, more })
    }

    /// Who held a post, or the posts of a body, before those who are [`View::incumbents`] on the same day, the last first, and unless a
    /// day is given behind them those who are told to have held it, and not when; no more of them than is asked for, and how many come
    /// after these.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn predecessors(
        &self,
        store: &Quads,
        terms: &[Term],
        on: Option<Date>,
        extent: Extent,
    ) -> Result<(Vec<Held>, usize)> {
        let (day, dated) = self.chosen(terms, on);
        let mut before = day.map(|day| self.gone(terms, &dated, day)).unwrap_or_default();
        before.extend(if on.is_none() { self.dayless(terms).1 } else { Vec::new() });
        self.read_part(store, before, extent)
    }

    /// The day, and the terms that went on then, in their order.
    fn chosen<'t>(&self, terms: &'t [Term], on: Option<Date>) -> (Option<Date>, Vec<&'t Term>) {
        let Some(day) = on.or_else(|| terms.iter().filter_map(|term| term.times.last_attested()).max()) else {
            return (None, Vec::new());
        };
        // The end of the last day is asked for, where none is: somebody who was succeeded on it holds it no more.
        let holds = |times: &Times| times.on(day).is_some() && !(on.is_none() && times.left_by(day));
        let mut found: Vec<&Term> =
            terms.iter().filter(|term| holds(&term.times) && !term.times.is_dayless()).collect();
        found.sort_by_cached_key(|term| {
            let post = self.node(term.held).label.as_str();
            (term.times.on(day), post, Reverse(term.times.dates.get("lastAttested")), term.iri.as_str())
        });
        (Some(day), found)
    }

    /// The terms that had begun by a day and do not go on then, the last first.
    fn gone<'t>(&self, terms: &'t [Term], going_on: &[&Term], day: Date) -> Vec<&'t Term> {
        let goes_on: BTreeSet<&str> = going_on.iter().map(|term| term.iri.as_str()).collect();
        let known = |times: &Times| times.order().0.or(times.order().1).is_some_and(|known| known <= day);
        let past =
            |term: &&Term| !term.times.is_dayless() && known(&term.times) && !goes_on.contains(term.iri.as_str());
        let mut gone: Vec<&Term> = terms.iter().filter(past).collect();
        gone.sort_by_cached_key(|term| {
            let (first, last) = term.times.order();
            (Reverse(last.or(first)), self.node(term.held).label.as_str(), term.iri.as_str())
        });
        gone
    }

    /// The terms of whom no day is told: those that are told as held, and those only as held before; the most told of first.
    fn dayless<'t>(&self, terms: &'t [Term]) -> (Vec<&'t Term>, Vec<&'t Term>) {
        let mut dayless: Vec<(usize, &Term)> = terms.iter().map(|term| (0, term)).collect();
        dayless.retain(|(_, term)| term.times.is_dayless());
        dayless.iter_mut().for_each(|(told, term)| *told = self.told_to_hold(term.person, term.held));
        dayless.sort_by_cached_key(|(told, term)| {
            (Reverse(*told), self.node(term.held).label.as_str(), term.iri.as_str())
        });
        let (now, before): (Vec<_>, Vec<_>) = dayless.into_iter().partition(|(told, _)| *told > 0);
        let terms = |some: Vec<(usize, &'t Term)>| some.into_iter().map(|(_, term)| term).collect();
        (terms(now), terms(before))
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
}
