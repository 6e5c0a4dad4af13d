//! What binds two sightings of one name: a post, a body, an area of work in a place.

use std::collections::BTreeSet;

use super::sightings::{Held, Sighting};
use super::{Canonical, Draft, EntityIndex, Kind};
use crate::text::key::key;

/// Something two sightings of one name can share; what says more comes first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Tie {
    /// The same post in the same body.
    Post(EntityIndex),
    /// The same office, by its title and the name of its body without its place, in a province that is gone (or a body of the state)
    /// and in the one that took it in.
    Seat(String, String, String),
    /// A body, or one that it is part of.
    Body(EntityIndex),
    /// A seat in the assembly of the state, its committees or one of its delegations, by their class.
    Assembly(String),
    /// The name (as its key) of a body without a place, or its beginning.
    Name(String),
    /// A place and the career line of a body there.
    Area(String, Option<String>),
    /// A province of today that took in others, and the career line of a body in one of those, or in it since that day.
    Merged(String, Option<String>),
}

/// Up to so many expected bearers of a name, two of one province and line are one wherever in it they serve.
pub(super) const FEW: f64 = 0.3;

/// Of a name with more, two in the offices of one province that belong to no line of their own may be two.
const SOME: f64 = 2.0;

/// Of a name with more, only a post or body itself binds, no wider circle.
const MANY: f64 = 5.0;

/// Of a name with more, two in one assembly may be two: with 500 seats one in twenty has a namesake there.
const ASSEMBLED: f64 = 10.0;

/// What binds a sighting to others of its name, which so many officials are expected to bear.
pub(super) fn of(draft: &Draft, sighting: &Sighting, bearers: f64) -> BTreeSet<Tie> {
    let mut ties = BTreeSet::new();
    for held in &sighting.posts {
        // Many share a seat in an assembly; of a name that some bear two in one are hardly two, and no wider circle binds.
        let shared = draft.gazetteer.known.membership(&held.title) && bearers > FEW;
        if shared && bearers > ASSEMBLED {
            continue;
        }
        if held.body.is_some() || draft.gazetteer.bodiless(&held.title) {
            ties.insert(Tie::Post(draft.lineage(held.post)));
        }
        ties.extend(assembly(draft, held).filter(|_| bearers <= SOME));
        if shared {
            continue;
        }
        ties.extend(seats(draft, held, sighting.day, bearers));
        let circle = if bearers > MANY { 1 } else { usize::MAX };
        for body in held.body.iter().flat_map(|b| super::bodies::ancestors(draft, *b)).take(circle) {
            ties.insert(Tie::Body(draft.lineage(body)));
            ties.extend(locality(draft, body, bearers).filter(|_| bearers <= MANY));
            ties.extend(merged(draft, body, sighting.day).filter(|_| bearers <= SOME));
        }
    }
    ties
}

/// The assembly of the state that a post in it, its committees or one of its delegations is of: those are all its members.
fn assembly(draft: &Draft, held: &Held) -> Option<Tie> {
    match &draft.entities[held.body?].kind {
        Kind::Body { class, .. } if class == "Legislature" => Some(Tie::Assembly(class.clone())),
        _ => None,
    }
}

/// In so many days around the day provinces became one, an office in an old one goes on in the new one: a term of five years.
const GOES_ON: i32 = 5 * 366;

/// The seats, each by the province or body that went into another, of a post that leads, or deputises in, a body of a province: its
/// own where that is the one that is gone, and from the day of the merger on those of all that went into it. A department that took
/// over the field of another is one with it. The same of bodies of the state whose work another took over; those have several
/// deputies, so that the name must be rare.
fn seats(draft: &Draft, held: &Held, day: Option<i32>, bearers: f64) -> Vec<Tie> {
    let told = || {
        let body = &draft.entities[held.body?];
        let Kind::Body { place, .. } = &body.kind else {
            return None;
        };
        let gazetteer = draft.gazetteer;
        let iri = place.map_or(body.iri.as_str(), |place| draft.entities[place].iri.as_str());
        let (name, reform) = match place {
            _ if !senior(draft, held) => return None,
            None if bearers > SOME => return None,
            None => (String::new(), None),
            Some(_) => {
                let label = key(&body.label);
                gazetteer.known.since_reform(gazetteer.known.without_place(&label, &gazetteer.name(iri)?))
            }
        };
        let merger = gazetteer.merged(iri);
        let (into, since) = merger.or_else(|| Some((iri, reform?)))?;
        let (day, later) = (day?, merger.is_some() && iri == into);
        let gone = if later { gazetteer.taken_in(into) } else { vec![iri] };
        let then = (day >= since || !later) && (day - since).abs() <= GOES_ON;
        let seat = |old: &str| Tie::Seat(held.title.clone(), name.clone(), old.to_owned());
        then.then(|| gone.into_iter().map(seat).collect())
    };
    told().unwrap_or_default()
}

/// What binds beside the body itself: its place and line, or for a body without a place its name.
fn locality(draft: &Draft, body: EntityIndex, bearers: f64) -> Option<Tie> {
    let Kind::Body { place, class, .. } = &draft.entities[body].kind else {
        return None;
    };
    let gazetteer = draft.gazetteer;
    if bearers > FEW && gazetteer.known.classes.stands_alone(class) {
        return None;
    }
    let Some(place) = place else {
        return Some(Tie::Name(key(&draft.entities[body].label)));
    };
    let iri = draft.entities[*place].iri.as_str();
    let line = gazetteer.known.classes.line(class);
    // Careers go from district to province; in one line of it hardly two of a name serve, in all its offices some may.
    let wide = bearers <= FEW || line.is_some() || bearers <= SOME;
    let area = if wide { draft.province(*place)? } else { gazetteer.unit(iri) };
    Some(Tie::Area(area.to_owned(), line.map(str::to_owned)))
}

/// The province of today and the career line of a body in a province that was taken in, or in the one of today once it was:
/// whose province is gone serves on in the new one.
fn merged(draft: &Draft, body: EntityIndex, day: Option<i32>) -> Option<Tie> {
    let Kind::Body { place: Some(place), class, .. } = &draft.entities[body].kind else {
        return None;
    };
    let (gazetteer, province) = (draft.gazetteer, draft.province(*place)?);
    let (into, since) = gazetteer.merged(province)?;
    let classes = &gazetteer.known.classes;
    let there = into != province || day? >= since;
    (there && !classes.stands_alone(class))
        .then(|| Tie::Merged(into.to_owned(), classes.line(class).map(str::to_owned)))
}

/// Whether a post leads, or deputises in, a body of the state or of a province, those that stand alone aside.
pub(super) fn senior(draft: &Draft, held: &Held) -> bool {
    let Some(Kind::Body { place, class, .. }) = held.body.map(|b| &draft.entities[b].kind) else {
        return draft.gazetteer.bodiless(&held.title) && draft.gazetteer.known.leads(&held.title);
    };
    let high = place.is_none_or(|p| draft.gazetteer.is_province(draft.entities[p].iri.as_str()));
    high && !draft.gazetteer.known.classes.stands_alone(class) && draft.gazetteer.known.leads(&held.title)
}

/// Whether a post leads, or deputises in, a body of the whole state, those that stand alone aside.
pub(super) fn central(draft: &Draft, held: &Held) -> bool {
    // A body whose place the article leaves out may be any province's.
    let known = |body: EntityIndex| {
        let Canonical { kind, iri, .. } = &draft.entities[body];
        matches!(kind, Kind::Body { place: None, .. }) && draft.gazetteer.label(iri.as_str()).is_some()
    };
    held.body.is_none_or(known) && senior(draft, held)
}

/// The province of the body of a post, and the district where it is below the province.
pub(super) fn area<'d>(draft: &'d Draft, held: &Held) -> Option<(&'d str, Option<&'d str>)> {
    let place = |body: EntityIndex| match &draft.entities[body].kind {
        Kind::Body { place, .. } => *place,
        _ => None,
    };
    let place = super::bodies::ancestors(draft, held.body?).into_iter().find_map(place)?;
    let own = draft.gazetteer.unit(draft.entities[place].iri.as_str());
    let province = draft.province(place)?;
    Some((province, (own != province && draft.located(place)).then_some(own)))
}

/// A body's name of so many syllables says enough to be the short form of a longer one.
const SHORT_NAME: usize = 3;

/// Gives everybody with a body whose name begins with another's whole name that name too.
pub(super) fn share_short_names(ties: &mut [BTreeSet<Tie>]) {
    let names: BTreeSet<Tie> = ties.iter().flatten().filter(|t| matches!(t, Tie::Name(_))).cloned().collect();
    for own in ties {
        let mut short = Vec::new();
        for tie in own.iter() {
            let Tie::Name(name) = tie else {
                continue;
            };
            let ends = name.match_indices(' ').map(|(end, _)| end);
            let heads = ends.skip(SHORT_NAME - 1).map(|end| Tie::Name(name[..end].to_owned()));
            short.extend(heads.filter(|head| names.contains(head)));
        }
        own.extend(short);
    }
}
