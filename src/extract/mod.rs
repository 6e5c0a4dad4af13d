//! From text to what it says: mentions, facts, record.
//!
//! Layers, each on the one before: [`scan`] (labels), [`names`], [`places`], [`bodies`], [`posts`], [`people`] (phrases),
//! [`reading`] (who is who), [`dates`], [`events`] (with `debates`), `roles` (with `passage` and `said_at`), [`changes`],
//! [`awards`] (clauses), [`complete`] and [`occasions`] (what the article makes clear), `event_days` and `told_again` (what
//! one event tells of another), `assemble` (the record).

mod appositions;
pub mod around;
mod assemble;
mod award_agents;
pub mod awards;
pub mod bodies;
mod body_acts;
mod careers;
pub mod changes;
pub mod complete;
mod concerned;
pub mod dates;
mod debates;
mod decided;
mod delegations;
mod digests;
mod done_by;
mod elected;
mod event_dates;
mod event_days;
mod event_hosts;
mod event_mentions;
mod event_names;
mod event_places;
mod event_sequence;
mod event_words;
pub mod events;
mod explain;
mod free_words;
pub mod geography;
mod handed_over;
mod implied;
mod items;
mod journeys;
mod layers;
mod listed;
mod lists;
mod measures;
mod misses;
pub mod names;
mod namesakes;
mod no_act;
mod no_change;
mod no_event;
mod no_meeting;
mod no_role;
pub mod occasions;
mod passage;
pub mod people;
pub mod places;
pub mod posts;
pub mod predecessors;
mod promotions;
mod quotations;
pub mod reading;
pub mod record;
mod roles;
mod said_at;
pub mod scan;
mod seats;
mod short_forms;
mod short_titles;
mod signature;
mod spelled;
mod state;
mod subjects;
mod taking_part;
mod team_acts;
mod teams;
mod tenure;
mod titles;
mod to_come;
mod told_again;
mod told_events;
mod told_offices;
mod untold;
mod weekdays;
mod words_of;

use crate::ontology::Ontology;
use crate::source::Article;
use misses::Misses;
use record::Record;

/// Reads articles with the knowledge of one ontology.
#[derive(Clone, Copy)]
pub struct Extractor<'a> {
    kb: &'a Ontology,
}

impl<'a> Extractor<'a> {
    /// An extractor that knows what `ontology` knows.
    pub fn new(ontology: &'a Ontology) -> Extractor<'a> {
        Extractor { kb: ontology }
    }

    /// What an article says, in as much of its text as is [read](Article::read): a pure function of the article and the ontology.
    pub fn extract(&self, article: &Article) -> Record {
        layers::read(self.kb, article, Misses::default(), |layers| state::record(layers, article))
    }

    /// How an article is read: sentence by sentence, what was matched as what, which rule made which fact, and which
    /// failed for want of what.
    pub fn explain(&self, article: &Article) -> String {
        layers::read(self.kb, article, Misses::kept(), |layers| explain::text(layers, &state::record(layers, article)))
    }
}
