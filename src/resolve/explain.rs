//! Why two people of the graph are one or two: what binds their sightings and what keeps them apart.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::decisions::{Anchor, Decisions};
use super::persona::{Against, Persona};
use super::sightings::{self, Sighting, day_of};
use super::ties::{self, Tie};
use super::{Draft, EntityIndex, Gazetteer, Resolution, bodies, places};
use crate::extract::record::Record;
use crate::text::key::key;
use crate::text::lapse::Lapse;

/// What speaks for and against two people being one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explanation {
    /// The ids of the two, below the base; the same twice for what holds one person together.
    pub people: (String, String),
    /// How many officials are expected to bear the name: below 0.3 it tells much, above 5 little.
    pub bearers: f64,
    /// What binds them, what says most first.
    pub binds: Vec<Reason>,
    /// What keeps them apart; one is enough.
    pub parts: Vec<Reason>,
}

/// Something that speaks for or against, and the articles that tell it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// What it is.
    pub what: String,
    /// The ids of the articles, sorted.
    pub articles: Vec<String>,
}

/// Explains two people, by id below the base; `records` and `decisions` are those that `resolution` was made from.
///
/// None where one of them is not there, or is no person.
pub fn explain(
    records: &[Record],
    gazetteer: &Gazetteer,
    decisions: &Decisions,
    resolution: &Resolution,
    (a, b): (&str, &str),
) -> Option<Explanation> {
    let mut draft = Draft::new(records, gazetteer, resolution.base());
    let mut outcomes = decisions.outcomes();
    draft.decide(decisions, &mut outcomes);
    places::resolve(&mut draft);
    bodies::resolve(&mut draft, &mut outcomes);
    bodies::resolve_posts(&mut draft);
    let all = sightings::all(&draft);
    let told = |id: &str| -> Vec<(&Sighting, &Record)> {
        let anchors = resolution.anchors(id);
        let slots: BTreeSet<_> = anchors.iter().filter_map(|at| slot(&draft, at)).collect();
        let own = all.values().flatten().filter(|s| slots.contains(&s.slot));
        own.map(|s| (s, draft.records[s.slot.0])).collect()
    };
    let (one, other) = (told(a), told(b));
    if one.is_empty() || other.is_empty() {
        return None;
    }
    let name = |of: &[(&Sighting, &Record)]| key(&of[0].1.entities[of[0].0.slot.1].label);
    let bearers = gazetteer.known.bearers(&name(&one));
    let mut binds = binds(&draft, &one, &other, a == b, bearers);
    binds.extend(decided(&draft, decisions, &one, &other, a == b));
    let mut parts = if a == b { Vec::new() } else { parts(&draft, &one, &other) };
    parts.splice(0..0, names_differ(&one, &other));
    Some(Explanation { people: (a.to_owned(), b.to_owned()), bearers, binds, parts })
}

/// That the names of the two differ, and how far.
fn names_differ(one: &[(&Sighting, &Record)], other: &[(&Sighting, &Record)]) -> Option<Reason> {
    let labels = |of: &[(&Sighting, &Record)]| -> BTreeMap<String, String> {
        let labels = of.iter().map(|(s, record)| record.entities[s.slot.1].label.clone());
        labels.map(|label| (key(&label), label)).collect()
    };
    let (left, right) = (labels(one), labels(other));
    let ((_, a), (_, b)) = (left.first_key_value()?, right.first_key_value()?);
    let how = Lapse::between(a, b).map_or_else(String::new, |lapse| format!("; {lapse}"));
    let apart = !left.keys().any(|name| right.contains_key(name));
    apart.then(|| Reason { what: format!("the names differ: {a}, {b}{how}"), articles: Vec::new() })
}

fn slot(draft: &Draft, at: &Anchor) -> Option<super::Slot> {
    let r = draft.records.binary_search_by(|record| record.article.id.as_str().cmp(&at.article)).ok()?;
    Some((r, draft.place(r, &at.entity)?))
}

/// The ties that both sides have; of one person those that two articles have.
fn binds(
    draft: &Draft,
    one: &[(&Sighting, &Record)],
    other: &[(&Sighting, &Record)],
    same: bool,
    bearers: f64,
) -> Vec<Reason> {
    let of = |side: &[(&Sighting, &Record)]| {
        let mut ties: BTreeMap<Tie, BTreeSet<String>> = BTreeMap::new();
        for (sighting, record) in side {
            for tie in ties::of(draft, sighting, bearers) {
                ties.entry(tie).or_default().insert(record.article.id.clone());
            }
        }
        ties
    };
    let (left, right) = (of(one), of(other));
    let shared = left.into_iter().filter_map(|(tie, articles)| {
        let others = right.get(&tie)?;
        (!same || articles.len() > 1).then(|| (tie, articles.union(others).cloned().collect()))
    });
    shared.map(|(tie, articles)| Reason { what: told(draft, &tie), articles }).collect()
}

/// The decisions that hold both sides together.
fn decided(
    draft: &Draft,
    decisions: &Decisions,
    one: &[(&Sighting, &Record)],
    other: &[(&Sighting, &Record)],
    same: bool,
) -> Vec<Reason> {
    let members = |side: &[(&Sighting, &Record)], set: &[super::Slot]| {
        let own = side.iter().filter(|(s, _)| set.contains(&s.slot));
        own.map(|(_, record)| record.article.id.clone()).collect::<BTreeSet<String>>()
    };
    let spans = draft.constraints.together.iter().filter_map(|(n, set)| {
        let (left, right) = (members(one, set), members(other, set));
        let both = if same { left.len() > 1 } else { !left.is_empty() && !right.is_empty() };
        let entry = decisions.entries.get(*n).filter(|_| both)?;
        let decision = entry.decision.as_ref().ok()?;
        let what = format!("decision {}: {}, {}: {}", entry.id, decision.author, decision.date, decision.reason);
        Some(Reason { what, articles: left.union(&right).cloned().collect() })
    });
    spans.collect()
}

fn told(draft: &Draft, tie: &Tie) -> String {
    let label = |index: EntityIndex| draft.entities[index].label.as_str();
    let place = |iri: &str| draft.gazetteer.label(iri).unwrap_or(iri).to_owned();
    match tie {
        Tie::Post(post) => format!("one post: {}", label(*post)),
        Tie::Seat(title, body, into) => {
            format!("one office through the merger of provinces: {title} {body}, {}", place(into))
        }
        Tie::Body(body) => format!("one body: {}", label(*body)),
        Tie::Assembly(_) => "seats in the assembly of the state, its committees or delegations".to_owned(),
        Tie::Name(name) => format!("bodies of one name: {name}"),
        Tie::Area(area, Some(line)) => format!("one career line in one area: {line}, {}", place(area)),
        Tie::Area(area, None) => format!("one area: {}", place(area)),
        Tie::Merged(into, _) => format!("one career line through the merger of provinces: {}", place(into)),
    }
}

fn parts(draft: &Draft, one: &[(&Sighting, &Record)], other: &[(&Sighting, &Record)]) -> Vec<Reason> {
    let persona = |side: &[(&Sighting, &Record)]| {
        let mut sightings = side.iter().enumerate().map(|(n, (s, _))| Persona::new(draft, n, s));
        let mut first = sightings.next().unwrap_or_default();
        sightings.for_each(|s| first.absorb(s));
        first
    };
    let (a, b) = (persona(one), persona(other));
    let reason = |against: Against| {
        let articles = match &against {
            Against::OneArticle(records) => records.iter().map(|r| draft.records[*r].article.id.clone()).collect(),
            _ => Vec::new(),
        };
        Reason { what: spoken(draft, &against), articles }
    };
    a.against(&b).into_iter().map(reason).collect()
}

fn spoken(draft: &Draft, against: &Against) -> String {
    let province = |iri: &str| draft.gazetteer.label(iri).unwrap_or(iri).to_owned();
    let span = |(first, last): &(i32, i32)| format!("{} – {}", day_of(*first), day_of(*last));
    match against {
        Against::Decided => "somebody decided that they are two".to_owned(),
        Against::OneArticle(_) => "one article tells of both".to_owned(),
        Against::Gender => "a woman and a man, by the forms of address".to_owned(),
        Against::Rank { high, low } => {
            format!("a rank told on {} is higher than one told on {}", day_of(*high), day_of(*low))
        }
        Against::Seats { one, other } => format!(
            "leading offices in two provinces at one time: {} {}, {} {}",
            province(&one.0),
            span(&one.1),
            province(&other.0),
            span(&other.1)
        ),
    }
}
