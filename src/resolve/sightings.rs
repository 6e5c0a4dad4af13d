//! What each article tells of people that can say who is who: posts, ranks and the form of address, on its day.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::{Draft, EntityIndex, Kind, Slot};
use crate::extract::record::{EntityKind, Record, Value};
use crate::text::key::key;

/// A person as one article tells of them.
pub(super) struct Sighting {
    /// The person's entity.
    pub slot: Slot,
    /// The day the article was published, as days of the proleptic calendar; none if it is not known.
    pub day: Option<i32>,
    /// The posts told, also those taken up or left, in order, each once.
    pub posts: Vec<Held>,
    /// The bodies the article names, where it tells no post; lineages.
    pub beside: BTreeSet<EntityIndex>,
    /// The lowest and the highest rank told.
    pub ranks: Option<(u32, u32)>,
    /// Woman or man, where the form of address tells.
    pub female: Option<bool>,
}

/// A post that an article gives to somebody.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Held {
    /// The post.
    pub post: EntityIndex,
    /// Its body, where known.
    pub body: Option<EntityIndex>,
    /// The key of its title.
    pub title: String,
    /// Whether the article says that they hold it.
    pub current: bool,
}

/// Everybody the records tell of, by name key, in order of the records.
pub(super) fn all(draft: &Draft) -> BTreeMap<String, Vec<Sighting>> {
    let of = |(r, record): (usize, &&Record)| {
        let told = Told::of(draft, r, record);
        let people = record.entities.iter().enumerate().filter_map(|(e, entity)| match entity.kind {
            EntityKind::Person { female } => Some((key(&entity.label), sighting(draft, (r, e), female, &told))),
            _ => None,
        });
        people.collect::<Vec<_>>()
    };
    let mut all: BTreeMap<String, Vec<Sighting>> = BTreeMap::new();
    for (name, sighting) in draft.records.par_iter().enumerate().map(of).collect::<Vec<_>>().into_iter().flatten() {
        all.entry(name).or_default().push(sighting);
    }
    all
}

/// What a record says of its people, by their place in the record.
#[derive(Default)]
struct Told {
    posts: HashMap<usize, Vec<Held>>,
    ranks: HashMap<usize, Vec<u32>>,
}

impl Told {
    fn of(draft: &Draft, r: usize, record: &Record) -> Told {
        let mut told = Told::default();
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
            let (Some(person), Some(index)) = (draft.place(r, holder), draft.resolved(r, object)) else {
                continue;
            };
            let entity = &draft.entities[index];
            if let Kind::Post { title, body } = &entity.kind {
                let current = fact.predicate == "vg:holdsPost";
                let held = Held { post: index, body: *body, title: key(title), current };
                told.posts.entry(person).or_default().push(held);
            } else if let Some(seniority) = draft.gazetteer.known.seniority(entity.iri.as_str()) {
                told.ranks.entry(person).or_default().push(seniority);
            }
        }
        told
    }
}

fn sighting(draft: &Draft, slot: Slot, female: Option<bool>, told: &Told) -> Sighting {
    let (record, person) = slot;
    let mut posts = told.posts.get(&person).cloned().unwrap_or_default();
    posts.sort();
    posts.dedup();
    let ranks = told.ranks.get(&person).map_or(&[][..], Vec::as_slice);
    let ranks = ranks.iter().min().copied().zip(ranks.iter().max().copied());
    let day = draft.records[record].article.published.as_deref().and_then(day_number);
    let bodies =
        || draft.slots[record].iter().flatten().filter(|i| matches!(draft.entities[**i].kind, Kind::Body { .. }));
    let beside = if posts.is_empty() { bodies().map(|i| draft.lineage(*i)).collect() } else { BTreeSet::new() };
    Sighting { slot, day, posts, beside, ranks, female }
}

/// The day that a number of [`day_number`] stands for.
pub(super) fn day_of(number: i32) -> jiff::civil::Date {
    jiff::civil::Date::constant(1900, 1, 1).saturating_add(jiff::Span::new().days(number))
}

/// A day (`2015-03-02`) as a number that grows by one a day.
pub(super) fn day_number(day: &str) -> Option<i32> {
    let first = jiff::civil::Date::constant(1900, 1, 1);
    Some((day.parse::<jiff::civil::Date>().ok()? - first).get_days())
}
