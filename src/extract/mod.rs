//! From text to what it says: mentions, facts, record.

pub mod awards;
pub mod bodies;
pub mod changes;
pub mod complete;
pub mod dates;
pub mod events;
pub mod names;
pub mod occasions;
pub mod people;
pub mod places;
pub mod posts;
pub mod reading;
pub mod record;
pub mod roles;
pub mod scan;

use crate::ontology::Ontology;
use crate::source::Article;
use record::Record;

/// Reads articles with the knowledge of one ontology.
pub struct Extractor {}

impl Extractor {
    /// Prepares the knowledge of `ontology` for matching.
    pub fn new(_ontology: &Ontology) -> Extractor {
        Extractor {}
    }

    /// What an article says: a pure function of the article and the ontology.
    pub fn extract(&self, article: &Article) -> Record {
        Record {
            article: article.meta.clone(),
            entities: Vec::new(),
            facts: Vec::new(),
        }
    }
}
