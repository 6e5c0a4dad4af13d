//! What an article tells around its events: whom it names, where it plays, what its headline says.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Draft, EntityIndex, Kind};
use crate::extract::record::Value;
use crate::text::key::key;

/// What an article tells besides its events.
#[derive(Default)]
pub(super) struct Around {
    /// Everybody it names.
    pub people: BTreeSet<EntityIndex>,
    /// The bodies in which each of them holds a post; lineages.
    pub seats: BTreeMap<EntityIndex, BTreeSet<EntityIndex>>,
    /// The IRIs of the provinces of today in which what it names lies.
    pub provinces: BTreeSet<String>,
    /// Districts and communes it names.
    pub places: BTreeSet<EntityIndex>,
    /// Pairs of syllables of its headline, as keys.
    pub phrases: BTreeSet<(String, String)>,
    /// The key of its headline and of the sentences its facts stand in.
    text: String,
}

impl Around {
    /// What record number `r` of the draft tells.
    pub fn of(draft: &Draft, r: usize) -> Around {
        let record = draft.records[r];
        let mut around = Around::default();
        for index in draft.slots[r].iter().flatten().copied() {
            match draft.entities[index].kind {
                Kind::Person => _ = around.people.insert(index),
                Kind::Body { place: Some(place), .. } => around.place(draft, place),
                Kind::Place { .. } | Kind::Known => around.place(draft, index),
                _ => {}
            }
        }
        for fact in record.facts.iter().filter(|f| f.predicate == "vg:holdsPost") {
            let Value::Entity(post) = &fact.object else {
                continue;
            };
            let held = draft.resolved(r, &fact.subject).zip(draft.resolved(r, post));
            if let Some((person, post)) = held
                && let Kind::Post { body: Some(body), .. } = draft.entities[post].kind
            {
                around.seats.entry(person).or_default().insert(draft.lineage(body));
            }
        }
        let sentences: BTreeSet<&str> = record.facts.iter().flat_map(|f| &f.evidence).map(|e| &*e.sentence).collect();
        let told = record.article.title.as_deref().into_iter().chain(sentences);
        around.text = told.map(|text| format!(" {} ", words(text).join(" "))).collect();
        around.phrases(draft, record.article.title.as_deref().unwrap_or_default());
        around
    }

    /// Whether the article names a province, by its IRI, or anything in it.
    pub fn plays_in(&self, draft: &Draft, province: &str) -> bool {
        let named = || draft.gazetteer.name(province).is_some_and(|name| self.text.contains(&format!(" {name} ")));
        self.provinces.contains(province) || named()
    }

    fn place(&mut self, draft: &Draft, place: EntityIndex) {
        // Places abroad and ranks lie in no province.
        let Some(province) = draft.province(place) else {
            return;
        };
        self.provinces.insert(province.to_owned());
        if !draft.gazetteer.is_province(draft.entities[place].iri.as_str()) {
            self.places.insert(place);
        }
    }

    fn phrases(&mut self, draft: &Draft, text: &str) {
        let words = words(text);
        let says_little = |w: &str| draft.gazetteer.known.says_little(w);
        let telling = words.windows(2).filter(|pair| !pair.iter().all(|w| says_little(w)));
        self.phrases.extend(telling.map(|pair| (pair[0].clone(), pair[1].clone())));
    }
}

/// The words of a text, as keys.
fn words(text: &str) -> Vec<String> {
    key(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
