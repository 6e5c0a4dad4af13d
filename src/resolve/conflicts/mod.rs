//! What contradicts each other in the articles: found and told, never settled here.
//!
//! A conflict has two sides, each with the facts that speak for it. Nothing is taken away because of one: who rejects or
//! accepts a fact decides it.

mod articles;
mod changes;
mod days;
mod events;
mod ranks;
mod seats;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::slug::short_hash;
use super::tenures::Tenure;
use super::tenures::told::{self, Told};
use super::{Draft, EntityIndex};

/// Two things that articles tell and that cannot both be so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Its path below the base.
    pub path: String,
    /// What contradicts.
    pub nature: Nature,
    /// How much it weighs.
    pub gravity: Gravity,
    /// What it is about: the post or event first, then the people.
    pub subjects: Vec<EntityIndex>,
    /// The two that contradict, in order of time.
    pub sides: [Side; 2],
}

/// The kinds of conflicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nature {
    /// Two hold at one time what one person holds at a time.
    TwoHolders,
    /// A person bears a lower rank than before.
    RankFell,
    /// A person takes part in events of one day in two provinces.
    TwoProvinces,
    /// One article tells what several others contradict.
    ArticleContradicts,
}

impl Nature {
    /// Its local name in the ontology.
    pub fn name(self) -> &'static str {
        match self {
            Nature::TwoHolders => "TwoHolders",
            Nature::RankFell => "RankFell",
            Nature::TwoProvinces => "TwoProvinces",
            Nature::ArticleContradicts => "ArticleContradicts",
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Nature::TwoHolders => "two-holders",
            Nature::RankFell => "rank-fell",
            Nature::TwoProvinces => "two-provinces",
            Nature::ArticleContradicts => "article-contradicts",
        }
    }
}

/// How much a conflict weighs, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// Several articles stand on either side.
    Grave,
    /// It cannot be, but one article stands alone.
    Serious,
    /// It may be true all the same, or be a matter of days.
    Slight,
}

impl Gravity {
    /// Its local name in the ontology.
    pub fn name(self) -> &'static str {
        match self {
            Gravity::Grave => "Grave",
            Gravity::Serious => "Serious",
            Gravity::Slight => "Slight",
        }
    }

    /// That of two sides each of which would be false if the other is true.
    fn of(sides: &[Side; 2]) -> Gravity {
        if sides.iter().all(|side| side.texts > 1) { Gravity::Grave } else { Gravity::Serious }
    }
}

/// One side of a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// What it says: who held it, which rank, which event, which province.
    pub says: Vec<EntityIndex>,
    /// The property, as a prefixed name, by which it says so, where the sides differ in that.
    pub relation: Option<&'static str>,
    /// The first and the last day it says so of.
    pub days: Option<(Date, Date)>,
    /// The facts that speak for it: the id of the article and the fact's place in its record.
    pub facts: BTreeSet<(String, usize)>,
    /// How many articles speak for it, copies of one counted once.
    pub texts: usize,
}

impl Side {
    fn new(
        draft: &Draft,
        says: Vec<EntityIndex>,
        days: Option<(Date, Date)>,
        facts: impl IntoIterator<Item = Stated>,
    ) -> Side {
        let facts: Vec<Stated> = facts.into_iter().collect();
        let texts = facts.iter().map(|(record, _)| draft.original[*record]).collect::<BTreeSet<_>>().len();
        let id = |(record, fact): Stated| (draft.records[record].article.id.clone(), fact);
        Side { says, relation: None, days, facts: facts.into_iter().map(id).collect(), texts }
    }

    fn related(self, relation: &'static str) -> Side {
        Side { relation: Some(relation), ..self }
    }

    /// The ids of the articles that speak for it.
    pub fn articles(&self) -> BTreeSet<&str> {
        self.facts.iter().map(|(article, _)| article.as_str()).collect()
    }
}

/// A fact of a record, as places in the draft and in the record.
type Stated = (usize, usize);

/// What is told of posts and ranks, by what is held and by whom.
type AllTold = BTreeMap<(EntityIndex, EntityIndex), Vec<Told>>;

/// All conflicts, the gravest and best attested first; in an order that does not depend on that of the records.
pub(super) fn derive(draft: &Draft, tenures: &[Tenure]) -> Vec<Conflict> {
    let told = told::all(draft);
    let mut all = seats::all(draft, tenures, &told);
    all.extend(ranks::all(draft, &told));
    let events = events::all(draft);
    all.extend(days::all(draft, &events));
    all.extend(articles::all(draft, &events));
    all.extend(changes::all(draft, &told));
    all.sort_by_cached_key(|conflict| {
        let counts = conflict.sides.each_ref().map(|side| side.texts);
        let attested = (Reverse(counts[0].min(counts[1])), Reverse(counts[0] + counts[1]));
        (conflict.gravity, conflict.nature, attested, conflict.path.clone())
    });
    all
}

/// A path that tells one conflict from all others: of its subjects and what else makes it this one.
fn path(draft: &Draft, nature: Nature, subjects: &[EntityIndex], rest: &[&str]) -> String {
    let iris = subjects.iter().map(|index| draft.entities[*index].iri.as_str());
    format!("conflict/{}-{}", nature.folder(), short_hash(iris.chain(rest.iter().copied())))
}
