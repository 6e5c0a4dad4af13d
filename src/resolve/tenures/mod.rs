//! Who held which post or rank from when to when, as far as the articles tell: tenures, derived from attestations.
//!
//! An article attests on its day of publication what it tells as held. A told day of appointment or departure counts on
//! that day, whenever the article appeared. What contradicts the rest (one stray attestation inside the long tenure of
//! another, a title still used some weeks after a departure) bounds nothing; it is left to be seen as a conflict.

mod career;
mod order;
mod runs;
mod slips;
pub(super) mod told;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use oxigraph::model::NamedNode;
use sha2::{Digest, Sha256};

use self::runs::Run;
use self::told::Told;
use super::{Draft, EntityIndex, Kind, bodies};
use crate::text::key::key;

/// For so many days old and new holder are told side by side, and a title is still used after its end.
pub(super) const HANDOVER: i32 = 45;

/// A person's time in a post or with a rank.
#[derive(Clone, Debug)]
pub struct Tenure {
    /// Its path below the base: `tenure/` with the names of the person and of what is held; where the person held it
    /// several times, also a hash of what first tells of this one, so that no other ever comes to bear its name.
    pub path: String,
    /// Where there are several: the path that one alone would have.
    pub alone: Option<String>,
    /// Who held it.
    pub person: EntityIndex,
    /// The post or rank.
    pub held: EntityIndex,
    /// The body of the post.
    pub body: Option<EntityIndex>,
    /// The ids of the articles that tell of it, sorted.
    pub articles: BTreeSet<String>,
    /// How many they are, copies of one counted once.
    pub texts: usize,
    /// What is known of its time, at most one of each side.
    pub bounds: BTreeMap<Side, Bound>,
    /// The next tenures of the same seat, as places in the list of all.
    pub successors: Vec<usize>,
    /// Tenures of the same post by others that overlap with it, as places in the list of all.
    pub beside: Vec<usize>,
}

impl Tenure {
    /// Its first and last attested day.
    pub(super) fn span(&self) -> Option<(Date, Date)> {
        Some((self.bounds.get(&Side::FirstAttested)?.days.0, self.bounds.get(&Side::LastAttested)?.days.1))
    }
}

/// Which of the dates of a tenure a bound gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// It began no earlier.
    NotBefore,
    /// It began then, as an article tells.
    Began,
    /// The first day on which it is told or follows that it had begun.
    FirstAttested,
    /// The last day on which it is told or follows that it had not ended.
    LastAttested,
    /// It ended then, as an article tells.
    Ended,
    /// It ended no later.
    NotAfter,
}

/// A date of a tenure, with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The first and last day of the date: the same for a day, different for a month or year.
    pub days: (Date, Date),
    /// The local name of its reason in the ontology.
    pub reason: &'static str,
    /// What gives it.
    pub source: Source,
}

/// What a bound rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The words of an article.
    Article {
        /// The article's id.
        id: String,
        /// The words.
        proof: Proof,
    },
    /// What the ontology says of a body or place.
    Ontology(NamedNode),
}

/// A fact of an article and where in it the words stand that state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The fact's subject.
    pub subject: EntityIndex,
    /// Its property, as a prefixed name.
    pub property: String,
    /// Its object.
    pub object: EntityIndex,
    /// First code point of the words.
    pub start: usize,
    /// One past their last code point.
    pub end: usize,
    /// The cue or rule that found them.
    pub rule: String,
}

/// All tenures, those of one post or rank side by side; in an order that does not depend on that of the records.
pub(super) fn derive(draft: &Draft) -> Vec<Tenure> {
    let mut by_held: BTreeMap<EntityIndex, BTreeMap<EntityIndex, Vec<Told>>> = BTreeMap::new();
    let mut told = told::all(draft);
    slips::of_ranks(&mut told, draft);
    for ((held, person), told) in told {
        by_held.entry(held).or_default().insert(person, told);
    }
    let mut all = Vec::new();
    let mut ranks: BTreeMap<EntityIndex, Vec<usize>> = BTreeMap::new();
    for (held, mut people) in by_held {
        let seat = Seat::of(draft, held);
        let rivals = if seat.single { slips::of_titles(&mut people) } else { Vec::new() };
        let from = all.len();
        for (person, told) in &people {
            let runs = runs::of(told, *person, &rivals, seat.until());
            let runs: Vec<Run> = runs.into_iter().filter(|run| !run.is_empty()).collect();
            let several = runs.len() > 1;
            all.extend(runs.iter().map(|run| tenure(draft, (*person, held), run, several, &seat)));
        }
        let own = from..all.len();
        match (seat.rank, seat.single) {
            (true, _) => own.for_each(|at| ranks.entry(all[at].person).or_default().push(at)),
            (_, true) => order::succession(&mut all, own),
            _ if seat.one && !seat.membership => order::beside(&mut all, own),
            _ => {}
        }
    }
    for own in ranks.into_values() {
        order::ladder(&mut all, own, draft);
    }
    career::exclude(&mut all, draft);
    all
}

/// Whether a post is one that one person holds at a time, in a body that is one thing.
pub(super) fn single_seat(draft: &Draft, post: EntityIndex) -> bool {
    Seat::of(draft, post).single
}

fn tenure(draft: &Draft, of: (EntityIndex, EntityIndex), run: &Run, several: bool, seat: &Seat) -> Tenure {
    let (person, held) = of;
    let (articles, mut bounds) = (run.articles(draft), run.bounds(draft));
    let mut path = format!("tenure/{}/{}", draft.name(person), draft.name(held));
    let alone = several.then(|| path.clone());
    if several {
        path = format!("{path}--{}", mark(&articles, &bounds));
    }
    for (side, valid, reason) in
        [(Side::NotBefore, &seat.from, "BodyFounded"), (Side::NotAfter, &seat.until, "BodyAbolished")]
    {
        let Some((day, iri)) = valid else {
            continue;
        };
        let bound = Bound { days: (*day, *day), reason, source: Source::Ontology(iri.clone()) };
        tighten(&mut bounds, side, bound);
    }
    let (successors, beside) = (Vec::new(), Vec::new());
    Tenure { path, alone, person, held, body: seat.body, articles, texts: run.texts(draft), bounds, successors, beside }
}

/// A hash of what first tells of a tenure: its day and words, or its articles where there is no day.
fn mark(articles: &BTreeSet<String>, bounds: &BTreeMap<Side, Bound>) -> String {
    let mut hash = Sha256::new();
    let first = [Side::FirstAttested, Side::Began, Side::Ended, Side::NotAfter].iter().find_map(|s| bounds.get(s));
    match first {
        Some(Bound { days, source: Source::Article { id, proof }, .. }) => {
            hash.update(format!("{id} {} {} {} {}", days.0, proof.start, proof.end, proof.rule));
        }
        _ => articles.iter().for_each(|id| hash.update(format!("{id} "))),
    }
    hash.finalize()[..6].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Sets an outer bound where there is none or only a wider one, and where it contradicts nothing that is attested.
fn tighten(bounds: &mut BTreeMap<Side, Bound>, side: Side, bound: Bound) {
    let day = |side| bounds.get(&side).map(|b: &Bound| b.days);
    let fits = match side {
        Side::NotBefore => {
            day(Side::FirstAttested).is_none_or(|d| bound.days.0 <= d.0)
                && day(Side::Began).or(day(Side::NotBefore)).is_none_or(|d| d.0 < bound.days.0)
                && day(Side::NotAfter).is_none_or(|d| bound.days.0 <= d.1)
        }
        _ => {
            day(Side::LastAttested).is_none_or(|d| d.1 <= bound.days.1)
                && day(Side::Ended).or(day(Side::NotAfter)).is_none_or(|d| bound.days.1 < d.1)
                && day(Side::NotBefore).is_none_or(|d| d.0 <= bound.days.1)
        }
    };
    if fits {
        bounds.insert(side, bound);
    }
}

/// What a post or rank is like.
struct Seat {
    rank: bool,
    body: Option<EntityIndex>,
    /// Whether its body is one thing, and not each time another that is called the same.
    one: bool,
    /// Whether one person holds it at a time.
    single: bool,
    membership: bool,
    /// The first and last day on which its body exists, each with what the ontology says so of.
    from: Option<(Date, NamedNode)>,
    until: Option<(Date, NamedNode)>,
}

impl Seat {
    fn of(draft: &Draft, held: EntityIndex) -> Seat {
        let known = &draft.gazetteer.known;
        let mut seat =
            Seat { rank: false, body: None, one: false, single: false, membership: false, from: None, until: None };
        let Kind::Post { title, body } = &draft.entities[held].kind else {
            seat.rank = true;
            return seat;
        };
        let title = key(title);
        let chain = body.map(|b| bodies::ancestors(draft, b)).unwrap_or_default();
        let place = |b: EntityIndex| match &draft.entities[b].kind {
            Kind::Body { place, .. } => *place,
            _ => None,
        };
        let told_apart = |b: &EntityIndex| {
            place(*b).is_some_and(|p| draft.located(p))
                || draft.gazetteer.class(draft.entities[*b].iri.as_str()).is_some()
        };
        seat.body = *body;
        seat.one = chain.iter().any(told_apart) || body.is_none() && draft.gazetteer.bodiless(&title);
        seat.single = seat.one && known.single_seat(&title);
        seat.membership = known.membership(&title);
        // Where the body is part of another, the place is that of the nearest.
        let near = chain.iter().find_map(|b| place(*b));
        for of in chain.first().copied().into_iter().chain(near) {
            let iri = &draft.entities[of].iri;
            let (from, until) = known.validity(iri.as_str());
            seat.from = seat.from.or_else(|| Some((from?, iri.clone())));
            seat.until = seat.until.or_else(|| Some((until?, iri.clone())));
        }
        seat
    }

    fn until(&self) -> Option<Date> {
        self.until.as_ref().map(|(day, _)| *day)
    }
}

/// How many days lie between two.
pub(super) fn days(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}
