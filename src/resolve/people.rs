//! People: one per name key inside an article; across articles the same only with a context that fits.
//!
//! A name is not an identity: many men are called Nguyễn Văn Sơn. Two articles' people of one name are one person when
//! they share a body, a body's parent or a province of their bodies, directly or over other articles. A body without a
//! place that is named in short is shared with one whose name begins with the short name and goes on. Those of whom no
//! body is known join the only person of their name, and stay apart when there are several.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::slug::{short_hash, slug};
use super::{Draft, EntityIndex, Kind, Slot};
use crate::extract::record::{EntityKind, Value};
use crate::text::key::key;

/// A person as one article tells of them.
struct Sighting {
    record: usize,
    slots: Vec<Slot>,
    /// The bodies of their posts.
    bodies: Vec<EntityIndex>,
    /// What binds them to others of their name: bodies, the bodies around these, provinces.
    context: BTreeSet<Tie>,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Tie {
    Body(EntityIndex),
    /// The key of the name of a body without a place.
    Name(String),
    Province(String),
}

/// A body's name of so many syllables says enough to be the short form of a longer one.
const SHORT_NAME: usize = 3;

/// Gives every person their entity.
pub(super) fn resolve(draft: &mut Draft) {
    let mut sightings: BTreeMap<(String, usize), Vec<Slot>> = BTreeMap::new();
    for (slot, entity) in draft.each() {
        if entity.kind == EntityKind::Person {
            sightings.entry((key(&entity.label), slot.0)).or_default().push(slot);
        }
    }
    let posts = posts_of_people(draft);
    let mut blocks: BTreeMap<String, Vec<Sighting>> = BTreeMap::new();
    for ((name, record), slots) in sightings {
        let bodies = slots.iter().filter_map(|s| posts.get(s)).flatten().copied().collect();
        let sighting = Sighting { record, slots, context: context(draft, &bodies), bodies };
        blocks.entry(name).or_default().push(sighting);
    }
    for (name, block) in blocks {
        let clusters = cluster(block);
        let alone = clusters.len() == 1;
        for sightings in clusters {
            let mut path = format!("person/{}", slug(&name));
            if !alone {
                path = format!("{path}--{}", distinction(draft, &sightings));
            }
            let slots: Vec<Slot> = sightings.iter().flat_map(|s| s.slots.iter().copied()).collect();
            let forms = draft.forms(&slots);
            draft.mint(&path, Kind::Person, &forms, &slots);
        }
    }
}

/// For each person the bodies of the posts that facts and changes give them.
fn posts_of_people(draft: &Draft) -> HashMap<Slot, Vec<EntityIndex>> {
    let mut found: HashMap<Slot, Vec<EntityIndex>> = HashMap::new();
    for (r, record) in draft.records.iter().enumerate() {
        let mut concerns: HashMap<&str, &str> = HashMap::new();
        for fact in &record.facts {
            if let ("vg:concerns", Value::Entity(person)) = (fact.predicate.as_str(), &fact.object) {
                concerns.insert(&fact.subject, person);
            }
        }
        for fact in &record.facts {
            let Value::Entity(object) = &fact.object else {
                continue;
            };
            let holder = concerns.get(fact.subject.as_str()).copied().unwrap_or(&fact.subject);
            let (Some(person), Some(post)) = (draft.local[r].get(holder), draft.resolved(r, object)) else {
                continue;
            };
            if let Kind::Post { body: Some(body), .. } = draft.entities[post].kind {
                found.entry((r, *person)).or_default().push(body);
            }
        }
    }
    found
}

fn context(draft: &Draft, bodies: &Vec<EntityIndex>) -> BTreeSet<Tie> {
    let mut ties = BTreeSet::new();
    for body in bodies {
        for body in super::bodies::ancestors(draft, *body) {
            ties.insert(Tie::Body(body));
            if let Kind::Body { place, .. } = draft.entities[body].kind {
                ties.extend(locality(draft, body, place));
            }
        }
    }
    ties
}

/// What binds beside the body itself: its province, or for a body without a place its name.
fn locality(draft: &Draft, body: EntityIndex, place: Option<EntityIndex>) -> Option<Tie> {
    let Some(place) = place else {
        return Some(Tie::Name(key(&draft.entities[body].label)));
    };
    let province = draft.gazetteer.province(draft.entities[place].iri.as_str())?;
    Some(Tie::Province(province.to_owned()))
}

/// The people of one name, apart: each a set of sightings, in order of their first article.
fn cluster(mut block: Vec<Sighting>) -> Vec<Vec<Sighting>> {
    share_short_names(&mut block);
    let mut group: Vec<usize> = (0..block.len()).collect();
    let mut tied: HashMap<&Tie, usize> = HashMap::new();
    for (i, sighting) in block.iter().enumerate() {
        for tie in &sighting.context {
            let other = *tied.entry(tie).or_insert(i);
            let (a, b) = (root(&group, i), root(&group, other));
            group[a.max(b)] = a.min(b);
        }
    }
    let known: BTreeSet<usize> =
        (0..block.len()).filter(|i| !block[*i].context.is_empty()).map(|i| root(&group, i)).collect();
    if known.len() <= 1 {
        return vec![block];
    }
    let mut clusters: BTreeMap<usize, Vec<Sighting>> = BTreeMap::new();
    for (i, sighting) in block.into_iter().enumerate() {
        clusters.entry(root(&group, i)).or_default().push(sighting);
    }
    clusters.into_values().collect()
}

/// Gives everybody with a body whose name begins with another's whole name that name too.
fn share_short_names(block: &mut [Sighting]) {
    let names: BTreeSet<Tie> = block.iter().flat_map(|s| &s.context).cloned().collect();
    for sighting in block {
        let mut short = Vec::new();
        for tie in &sighting.context {
            let Tie::Name(name) = tie else {
                continue;
            };
            let ends = name.match_indices(' ').map(|(end, _)| end);
            let heads = ends.skip(SHORT_NAME - 1).map(|end| Tie::Name(name[..end].to_owned()));
            short.extend(heads.filter(|head| names.contains(head)));
        }
        sighting.context.extend(short);
    }
}

fn root(group: &[usize], mut i: usize) -> usize {
    while group[i] != i {
        i = group[i];
    }
    i
}

/// What tells this person's IRI from those of the same name: the body most articles give, else the one article.
fn distinction(draft: &Draft, sightings: &[Sighting]) -> String {
    let mut articles: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for sighting in sightings {
        for body in &sighting.bodies {
            articles.entry(draft.name(*body)).or_default().insert(sighting.record);
        }
    }
    let most = articles.values().map(BTreeSet::len).max();
    match articles.iter().find(|(_, seen)| Some(seen.len()) == most) {
        Some((body, _)) => (*body).to_owned(),
        None => short_hash(sightings.iter().map(|s| draft.records[s.record].article.id.as_str())),
    }
}
