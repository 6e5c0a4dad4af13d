//! A person in the making: sightings that belong together, and what keeps two such apart.

use std::collections::{BTreeMap, BTreeSet};

use super::constraints::{self, Sides};
use super::sightings::Sighting;
use super::ties;
use super::{Draft, EntityIndex};

/// Sightings of one name that are taken for one person.
#[derive(Clone, Debug, Default)]
pub(super) struct Persona {
    /// The sightings' places in their block, in order.
    pub members: Vec<usize>,
    /// The articles they are told in.
    records: BTreeSet<usize>,
    female: Option<bool>,
    /// For each rank the first and last day on which it was told.
    ranks: BTreeMap<u32, Span>,
    /// For each province the first and last day on which they were said to lead, or deputise in, a body there.
    seats: BTreeMap<String, Span>,
    posts: BTreeSet<EntityIndex>,
    /// The keys of the posts' titles.
    pub titles: BTreeSet<String>,
    /// Whether they lead, or deputise in, a body of the state or of a province.
    pub senior: bool,
    /// The career lines of the bodies.
    pub lines: BTreeSet<Option<String>>,
    /// On which side decisions see them that keep two apart.
    sides: Sides,
}

/// The first and the last of some days.
type Span = (i32, i32);

/// For so many days old and new seat are told side by side when somebody moves.
const HANDOVER: i32 = 45;

impl Persona {
    /// A persona of one sighting, the `index`th of its block.
    pub fn new(draft: &Draft, index: usize, sighting: &Sighting) -> Persona {
        let records = BTreeSet::from([sighting.slot.0]);
        let sides = draft.constraints.sides(sighting.slot);
        let mut persona =
            Persona { members: vec![index], records, female: sighting.female, sides, ..Persona::default() };
        for held in &sighting.posts {
            if !draft.gazetteer.known.membership(&held.title) {
                persona.posts.insert(draft.lineage(held.post));
            }
            persona.titles.insert(held.title.clone());
            persona.senior |= ties::senior(draft, held);
            persona.lines.extend(held.body.and_then(|b| line(draft, b)));
            let leads = draft.gazetteer.known.leads(&held.title);
            if let (true, true, Some(day), Some(province)) =
                (held.current, leads, sighting.day, ties::province(draft, held))
            {
                widen(&mut persona.seats, province.to_owned(), (day, day));
            }
        }
        if let (Some(day), Some((low, high))) = (sighting.day, sighting.ranks) {
            widen(&mut persona.ranks, low, (day, day));
            widen(&mut persona.ranks, high, (day, day));
        }
        persona
    }

    /// Whether it cannot be one person with `other`: one article tells of both, a woman and a man, a lower rank on a later day,
    /// leading posts in two provinces for the same time, or a decision that says so.
    pub fn conflicts(&self, other: &Persona) -> bool {
        let gender = matches!((self.female, other.female), (Some(a), Some(b)) if a != b);
        // Who holds the same post is the same: a rank may be misprinted.
        let same_post = !self.posts.is_disjoint(&other.posts);
        let rank = || !same_post && (fell(&self.ranks, &other.ranks) || fell(&other.ranks, &self.ranks));
        let decided = constraints::opposed(&self.sides, &other.sides);
        decided || !self.records.is_disjoint(&other.records) || gender || rank() || two_seats(&self.seats, &other.seats)
    }

    /// Whether offices in two provinces follow upon each other too fast for a move that no article tells.
    pub fn hurries(&self, other: &Persona) -> bool {
        let near = |a: &Span, b: &Span| a.0.max(b.0) - a.1.min(b.1) <= HANDOVER;
        self.seats.iter().any(|(p, x)| other.seats.iter().any(|(q, y)| p != q && near(x, y)))
    }

    /// The same in a block in which the sightings stand so many places further on.
    pub fn shifted(mut self, places: usize) -> Persona {
        self.members.iter_mut().for_each(|i| *i += places);
        self
    }

    /// Takes in another.
    pub fn absorb(&mut self, other: Persona) {
        self.members.extend(other.members);
        self.members.sort_unstable();
        self.records.extend(other.records);
        self.female = self.female.or(other.female);
        other.ranks.into_iter().for_each(|(rank, span)| widen(&mut self.ranks, rank, span));
        other.seats.into_iter().for_each(|(province, span)| widen(&mut self.seats, province, span));
        self.posts.extend(other.posts);
        self.titles.extend(other.titles);
        self.senior |= other.senior;
        self.lines.extend(other.lines);
        self.sides.extend(other.sides);
    }
}

fn line(draft: &Draft, body: EntityIndex) -> Option<Option<String>> {
    match &draft.entities[body].kind {
        super::Kind::Body { class, .. } => Some(draft.gazetteer.known.classes.line(class).map(str::to_owned)),
        _ => None,
    }
}

fn widen<K: Ord>(spans: &mut BTreeMap<K, Span>, key: K, (first, last): Span) {
    let span = spans.entry(key).or_insert((first, last));
    *span = (span.0.min(first), span.1.max(last));
}

/// Whether a rank of `before` is told on a day before a lower one of `after`.
fn fell(before: &BTreeMap<u32, Span>, after: &BTreeMap<u32, Span>) -> bool {
    before.iter().any(|(high, (first, _))| after.range(..high).any(|(_, (_, last))| first < last))
}

fn two_seats(a: &BTreeMap<String, Span>, b: &BTreeMap<String, Span>) -> bool {
    let overlap = |a: &Span, b: &Span| a.1.min(b.1) - a.0.max(b.0);
    let both = |(p, x): (&String, &Span)| b.iter().any(|(q, y)| p != q && clash(x, y, overlap(x, y)));
    a.iter().any(both)
}

/// Whether two spans overlap by more than a handover, or one lies within the other.
fn clash(a: &Span, b: &Span, overlap: i32) -> bool {
    let within = |inner: &Span, outer: &Span| outer.0 + HANDOVER < inner.0 && inner.1 + HANDOVER < outer.1;
    overlap > HANDOVER || within(a, b) || within(b, a)
}
