//! A person in the making: sightings that belong together, and what keeps two such apart.

use std::collections::{BTreeMap, BTreeSet};

use super::constraints::{self, Sides};
use super::sightings::Sighting;
use super::tenures::HANDOVER;
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
    /// The same for each district and commune.
    local_seats: BTreeMap<String, Span>,
    posts: BTreeSet<EntityIndex>,
    /// The keys of the posts' titles.
    pub titles: BTreeSet<String>,
    /// Whether they lead, or deputise in, a body of the state or of a province.
    pub senior: bool,
    /// Whether any of them is in a body of the whole state.
    pub central: bool,
    /// Whether they have a seat in an assembly of the state.
    pub seated: bool,
    /// Whether they were told with a rank.
    pub ranked: bool,
    /// The first and the last day on which they were told with the rank of a general or flag officer.
    general: Option<Span>,
    /// The career lines of the bodies.
    pub lines: BTreeSet<Option<String>>,
    /// On which side decisions see them that keep two apart.
    pub sides: Sides,
}

/// The first and the last of some days.
type Span = (i32, i32);

/// Within so many days papers tell of the same things.
const DAYS: i32 = 30;

/// Who is told as a general so many days apart may have retired in between.
const AS_GENERAL: i32 = 8 * 366;

/// A province and the days on which somebody leads a body there.
pub(super) type Seat = (String, Span);

/// Something that keeps two personas apart; days as in [`super::sightings::day_number`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Against {
    /// Somebody decided so.
    Decided,
    /// These records tell of both.
    OneArticle(Vec<usize>),
    /// A woman and a man.
    Gender,
    /// A higher rank was told on the first day than on the second, which is later.
    Rank { high: i32, low: i32 },
    /// Leading posts in two provinces.
    Seats { one: Seat, other: Seat },
}

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
            persona.central |= ties::central(draft, held);
            let known = &draft.gazetteer.known;
            persona.seated |= known.membership(&held.title) && held.body.is_some_and(|b| of_state_assembly(draft, b));
            persona.lines.extend(held.body.and_then(|b| line(draft, b)));
            let whole = held.body.map(|b| super::bodies::ancestors(draft, b)).into_iter().flatten();
            persona.lines.extend(whole.filter_map(|b| known.own_line(draft.entities[b].iri.as_str())).map(Some));
            let leads = draft.gazetteer.known.leads(&held.title);
            if let (true, true, Some(day), Some((province, district))) =
                (held.current, leads, sighting.day, ties::area(draft, held))
            {
                widen(&mut persona.seats, province.to_owned(), (day, day));
                if let Some(district) = district {
                    widen(&mut persona.local_seats, district.to_owned(), (day, day));
                }
            }
        }
        if let (Some(day), Some((low, high))) = (sighting.day, sighting.ranks) {
            widen(&mut persona.ranks, low, (day, day));
            widen(&mut persona.ranks, high, (day, day));
        }
        persona.ranked = sighting.ranks.is_some();
        let general = sighting.ranks.is_some_and(|(_, high)| draft.gazetteer.known.general(high));
        persona.general = sighting.day.filter(|_| general).map(|day| (day, day));
        persona
    }

    /// Whether it cannot be one person with `other`.
    pub fn conflicts(&self, other: &Persona) -> bool {
        !self.against(other).is_empty()
    }

    /// What keeps it from being one person with `other`: a decision, an article that tells of both, a woman and a man, a lower
    /// rank on a later day, leading posts in two provinces for the same time.
    pub fn against(&self, other: &Persona) -> Vec<Against> {
        let mut against = Vec::new();
        if constraints::opposed(&self.sides, &other.sides) {
            against.push(Against::Decided);
        }
        let both: Vec<usize> = self.records.intersection(&other.records).copied().collect();
        if !both.is_empty() {
            against.push(Against::OneArticle(both));
        }
        if matches!((self.female, other.female), (Some(a), Some(b)) if a != b) {
            against.push(Against::Gender);
        }
        // Who holds the same post is the same: a rank may be misprinted.
        if self.posts.is_disjoint(&other.posts) {
            let fall = fell(&self.ranks, &other.ranks).or_else(|| fell(&other.ranks, &self.ranks));
            against.extend(fall.map(|(high, low)| Against::Rank { high, low }));
        }
        let seats = two_seats(&self.seats, &other.seats).or_else(|| two_seats(&self.local_seats, &other.local_seats));
        against.extend(seats.map(|(one, other)| Against::Seats { one, other }));
        against
    }

    /// Whether offices in two provinces, or two districts, follow upon each other too fast for a move that no article tells.
    pub fn hurries(&self, other: &Persona) -> bool {
        let near = |a: &Span, b: &Span| between(a, b) <= HANDOVER;
        let fast = |a: &BTreeMap<String, Span>, b: &BTreeMap<String, Span>| {
            a.iter().any(|(p, x)| b.iter().any(|(q, y)| p != q && near(x, y)))
        };
        fast(&self.seats, &other.seats) || fast(&self.local_seats, &other.local_seats)
    }

    /// Whether `other`, of whom no office is told, has a rank that they were told with within days, and is told of in one of
    /// `provinces`, in which they lead a body.
    pub fn ranked_near(&self, other: &Persona, provinces: &BTreeSet<&str>) -> bool {
        let near = |a: &Span, b: &Span| between(a, b) <= DAYS;
        let ranked = other.ranks.iter().any(|(rank, y)| self.ranks.get(rank).is_some_and(|x| near(x, y)));
        ranked && self.seats.keys().any(|p| provinces.contains(p.as_str()))
    }

    /// Whether one is told by a rank, and the other, who has none, by offices in no service and below those of a province.
    pub fn out_of_service(&self, other: &Persona) -> bool {
        let civil = |p: &Persona| !p.ranked && !p.senior && !p.lines.is_empty() && p.lines.iter().all(Option::is_none);
        self.ranked && civil(other) || other.ranked && civil(self)
    }

    /// Whether they were told as a general.
    pub fn is_general(&self) -> bool {
        self.general.is_some()
    }

    /// Whether both were told as generals within the years that somebody serves as one, and in no two services.
    pub fn generals_with(&self, other: &Persona) -> bool {
        let services = |p: &Persona| p.lines.iter().flatten().cloned().collect::<BTreeSet<String>>();
        let (ours, theirs) = (services(self), services(other));
        let near = |a: &Span, b: &Span| between(a, b) <= AS_GENERAL;
        let served = matches!((&self.general, &other.general), (Some(a), Some(b)) if near(a, b));
        served && (ours.is_empty() || theirs.is_empty() || !ours.is_disjoint(&theirs))
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
        other.local_seats.into_iter().for_each(|(place, span)| widen(&mut self.local_seats, place, span));
        self.posts.extend(other.posts);
        self.titles.extend(other.titles);
        self.senior |= other.senior;
        self.central |= other.central;
        self.seated |= other.seated;
        self.ranked |= other.ranked;
        self.general = self.general.into_iter().chain(other.general).reduce(spanned);
        self.lines.extend(other.lines);
        self.sides.extend(other.sides);
    }
}

/// Whether a body is an assembly of the whole state, or a part of it.
fn of_state_assembly(draft: &Draft, body: EntityIndex) -> bool {
    let kind = &draft.entities[body].kind;
    matches!(kind, super::Kind::Body { class, place: None, .. } if class == "Legislature")
}

fn line(draft: &Draft, body: EntityIndex) -> Option<Option<String>> {
    match &draft.entities[body].kind {
        super::Kind::Body { class, .. } => Some(draft.gazetteer.known.classes.line(class).map(str::to_owned)),
        _ => None,
    }
}

fn widen<K: Ord>(spans: &mut BTreeMap<K, Span>, key: K, own: Span) {
    let span = spans.entry(key).or_insert(own);
    *span = spanned(*span, own);
}

/// How many days lie between two spans; none or less where they overlap.
fn between(a: &Span, b: &Span) -> i32 {
    a.0.max(b.0) - a.1.min(b.1)
}

/// From the first to the last day of two spans.
fn spanned(a: Span, b: Span) -> Span {
    (a.0.min(b.0), a.1.max(b.1))
}

/// The days of a rank of `before` and of a lower one of `after` told later.
fn fell(before: &BTreeMap<u32, Span>, after: &BTreeMap<u32, Span>) -> Option<(i32, i32)> {
    let lower = |(high, (first, _)): (&u32, &Span)| {
        let mut below = after.range(..high).map(|(_, (_, last))| *last);
        below.find(|last| first < last).map(|last| (*first, last))
    };
    before.iter().find_map(lower)
}

fn two_seats(a: &BTreeMap<String, Span>, b: &BTreeMap<String, Span>) -> Option<(Seat, Seat)> {
    let both = |(p, x): (&String, &Span)| {
        let other = b.iter().find(|(q, y)| p != *q && clash(x, y, -between(x, y)))?;
        Some(((p.clone(), *x), (other.0.clone(), *other.1)))
    };
    a.iter().find_map(both)
}

/// Whether two spans overlap by more than a handover, or one lies within the other.
fn clash(a: &Span, b: &Span, overlap: i32) -> bool {
    let within = |inner: &Span, outer: &Span| outer.0 + HANDOVER < inner.0 && inner.1 + HANDOVER < outer.1;
    overlap > HANDOVER || within(a, b) || within(b, a)
}
