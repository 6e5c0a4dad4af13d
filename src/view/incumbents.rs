//! Who holds the posts of a body, or one post, on a day.

use std::cmp::Reverse;

use jiff::civil::Date;
use petgraph::Direction;
use petgraph::graph::NodeIndex;

use super::View;
use super::page::Extent;
use super::period::days;
use super::tenures::Held;
use crate::error::Result;
use crate::ontology::vocab::POST;
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

impl View {
    /// Who holds the posts of a body, or a post, on a day: unless one is given, on the last day on which somebody is attested in
    /// one of them, for nothing tells how it went on after that.
    ///
    /// No more of them than `extent` says; of what is neither post nor body there are none.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn incumbents(&self, store: &Quads, at: NodeIndex, on: Option<Date>, extent: Extent) -> Result<Incumbents> {
        let mut tenures = Vec::new();
        for post in self.posts_of(at) {
            tenures.extend(read::tenures(store, &self.node(post).iri, self.language())?);
        }
        let attested = |tenure: &read::Tenure| days(tenure.dates.get("lastAttested")?, None).map(|(_, last)| last);
        let last = on.or_else(|| tenures.iter().filter_map(attested).max());
        let told = self.without_evidence(store, tenures)?;
        let (mut dayless, dated): (Vec<_>, Vec<_>) = told.into_iter().partition(|(held, _)| held.is_dayless());
        // On a day that was asked for nothing is known of them.
        dayless.retain(|(held, _)| on.is_none() && self.is_held(held));
        dayless.sort_by_cached_key(|(held, _)| (Reverse(held.articles), held.held.clone(), held.tenure.clone()));
        let (mut held, mut more) = match last {
            Some(day) => self.held_on(store, dated, day, on.is_none(), extent)?,
            None => (Vec::new(), 0),
        };
        more += dayless.len().saturating_sub(extent.lines);
        dayless.truncate(extent.lines);
        held.extend(self.with_evidence(store, dayless, extent.evidence)?);
        Ok(Incumbents { on: last, held, more })
    }

    /// Those who held something on a day, and how many were left out.
    fn held_on(
        &self,
        store: &Quads,
        mut told: Vec<(Held, read::Tenure)>,
        day: Date,
        is_last: bool,
        extent: Extent,
    ) -> Result<(Vec<Held>, usize)> {
        // The end of the last day is asked for, where none is: somebody who was succeeded on it holds it no more.
        told.retain(|(held, _)| held.on(day).is_some() && !(is_last && held.left_by(day)));
        told.sort_by_cached_key(|(held, _)| {
            (held.on(day), held.held.clone(), Reverse(held.last_attested.clone()), held.tenure.clone())
        });
        let more = told.len().saturating_sub(extent.lines);
        told.truncate(extent.lines);
        let mut held = self.with_evidence(store, told, extent.evidence)?;
        self.keep_on(store, &mut held, Some(day))?;
        Ok((held, more))
    }

    /// Whether an article tells it as held, not only as held before.
    fn is_held(&self, held: &Held) -> bool {
        let (Some(person), Some(post)) = (self.find(&held.person_iri), self.find(&held.held_iri)) else {
            return false;
        };
        self.between(person, post).iter().any(|edge| self.is_kind(&self.graph[*edge], "vg:holdsPost"))
    }

    /// The other names of a node; what names a post of a body, or begins like one, is no name of the body.
    pub(super) fn other_names(&self, at: NodeIndex) -> Vec<String> {
        let own = &self.node(at).label;
        let posts = if self.is_a(at, POST) { Vec::new() } else { self.posts_of(at) };
        let title = |post: &NodeIndex| self.node(*post).label.strip_suffix(own.as_str()).map(str::to_lowercase);
        let titles: Vec<String> = posts.iter().filter_map(title).filter(|title| !title.trim().is_empty()).collect();
        let called = |post: &NodeIndex, name: &str| self.names(*post).any(|own| own == name);
        let is_post = |name: &str| {
            let begins = titles.iter().any(|title| name.to_lowercase().starts_with(title.as_str()));
            begins || posts.iter().any(|post| called(post, name))
        };
        self.node(at).variants.iter().filter(|name| !is_post(name)).cloned().collect()
    }

    /// A post itself, or the posts of a body.
    fn posts_of(&self, at: NodeIndex) -> Vec<NodeIndex> {
        if self.is_a(at, POST) {
            return vec![at];
        }
        let posts = self.links(at, Direction::Incoming).into_iter();
        posts.filter(|(edge, _)| self.is_kind(&self.graph[*edge], "org:postIn")).map(|(_, post)| post).collect()
    }
}
