//! What one article says, as data: the only thing that passes from reading to resolving.
//!
//! A record is a pure function of its article. Entities carry ids that are local to the record (`p1`, `b2`, `e1` …);
//! facts are triples over those ids; every fact carries its evidence. Records travel as JSON, one per line.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

pub use crate::source::ArticleMeta;

/// The id of an entity inside one record, such as `p1` for its first person.
pub type LocalId = String;

/// Everything one article says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Which article, and what is known of it.
    pub article: ArticleMeta,
    /// The people, posts, bodies, places, ranks, events, changes and awards it tells of, in order of first mention.
    pub entities: Vec<Entity>,
    /// What it says about them.
    pub facts: Vec<Fact>,
}

impl Record {
    /// Whether everything it refers to is in it and every name in it can be part of an IRI.
    ///
    /// # Errors
    /// What is wrong, for a record that did not come from reading an article.
    pub fn check(&self) -> Result<(), String> {
        if self.article.id.trim().is_empty() {
            return Err("the record's article has no id".into());
        }
        if let Some(id) = self.dangling() {
            return Err(format!("the record speaks of {id:?} but has no such entity"));
        }
        let evidence = self.facts.iter().flat_map(|f| &f.evidence);
        let names = evidence.map(|e| e.rule.as_str()).chain(self.entities.iter().filter_map(|e| match &e.kind {
            EntityKind::Body { class, .. } | EntityKind::Event { class } | EntityKind::Change { class } => {
                Some(class.as_str())
            }
            EntityKind::Rank { iri } | EntityKind::Place { iri: Some(iri) } => Some(iri),
            _ => None,
        }));
        match names.into_iter().find(|n| n.chars().any(|c| c.is_whitespace() || "<>\"{}|\\^`".contains(c))) {
            Some(name) => Err(format!("the record's {name:?} can be no part of an IRI")),
            None => Ok(()),
        }
    }

    /// The first id that a fact or an entity refers to and no entity has; none in a sound record.
    fn dangling(&self) -> Option<&str> {
        let ids: HashSet<&str> = self.entities.iter().map(|e| e.id.as_str()).collect();
        let parts = self.entities.iter().flat_map(|e| match &e.kind {
            EntityKind::Post { body, .. } => [body.as_deref(), None],
            EntityKind::Body { place, parent, .. } => [place.as_deref(), parent.as_deref()],
            _ => [None, None],
        });
        let facts = self.facts.iter().flat_map(|f| match &f.object {
            Value::Entity(object) => [Some(f.subject.as_str()), Some(object.as_str())],
            _ => [Some(f.subject.as_str()), None],
        });
        parts.chain(facts).flatten().find(|id| !ids.contains(id))
    }
}

/// Something the article tells of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Its id inside the record.
    pub id: LocalId,
    /// What it is, with what only that kind has.
    #[serde(flatten)]
    pub kind: EntityKind,
    /// How it is shown: the full name as printed, abbreviations expanded.
    pub label: String,
    /// Other forms the article uses, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<String>,
}

/// The kinds of entity. Classes are local names of the ontology (`PoliceBody`, `Conference`, `Appointment`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum EntityKind {
    /// An official.
    Person,
    /// An office in a body.
    Post {
        /// The office without its body: `Phó Giám đốc`.
        title: String,
        /// The body it belongs to, where the article makes that clear.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        body: Option<LocalId>,
    },
    /// A ministry, committee, police force, court …
    Body {
        /// Local name of its class below `vg:Body`.
        class: String,
        /// The place it is responsible for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<LocalId>,
        /// The body it is part of, where the article prints it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parent: Option<LocalId>,
    },
    /// A province, district or foreign city.
    Place {
        /// Its IRI in the ontology; none for a place the ontology does not know.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        iri: Option<String>,
    },
    /// A military or police rank.
    Rank {
        /// Its IRI in the ontology.
        iri: String,
    },
    /// A gathering or official occasion.
    Event {
        /// Local name of its class below `vg:Event`.
        class: String,
    },
    /// An appointment, election, promotion, departure or disciplinary measure.
    Change {
        /// Local name of its class below `vg:Change`.
        class: String,
    },
    /// An award being given.
    Award,
}

/// One statement of the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// Who or what it is about.
    pub subject: LocalId,
    /// The property, as a prefixed name: `vg:holdsRank`, `schema:startDate`.
    pub predicate: String,
    /// What is said.
    pub object: Value,
    /// The words that say so; never empty.
    pub evidence: Vec<Evidence>,
}

/// The object of a fact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// Another entity of the record.
    Entity(LocalId),
    /// A text in Vietnamese.
    Text(String),
    /// A date as precise as the article's words: `2022-06-15`, `2022-06`, `2022`, `--08-04` or `--05`.
    Date(String),
    /// Yes or no.
    Flag(bool),
}

/// The words that state a fact, and who found them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// First code point of the quote in the text as given.
    pub start: usize,
    /// One past its last code point.
    pub end: usize,
    /// Exactly the text between `start` and `end`.
    pub quote: String,
    /// The sentence around the quote.
    pub sentence: String,
    /// The cue or rule that found it, by its name in the ontology: `cue/phát-biểu-tại`, `rule/rank-before-name`.
    pub rule: String,
    /// How often that rule is right, between 0 and 1.
    pub confidence: f64,
}
