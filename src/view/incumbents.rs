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
    /// The holders, those that are certain first, then by the post, the last attested first.
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
        let Some(day) = on.or_else(|| tenures.iter().filter_map(attested).max()) else {
            return Ok(Incumbents::default());
        };
        let mut told = self.without_evidence(store, tenures)?;
        // The end of the last day is asked for, where none is: somebody who was succeeded on it holds it no more.
        told.retain(|(held, _)| held.on(day).is_some() && !(on.is_none() && held.left_by(day)));
        told.sort_by_cached_key(|(held, _)| {
            (held.on(day), held.held.clone(), Reverse(held.last_attested.clone()), held.tenure.clone())
        });
        let more = told.len().saturating_sub(extent.lines);
        told.truncate(extent.lines);
        let mut held = self.with_evidence(store, told, extent.evidence)?;
        self.keep_on(store, &mut held, Some(day))?;
        Ok(Incumbents { on: Some(day), held, more })
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
