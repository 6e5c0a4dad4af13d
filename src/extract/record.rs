//! What one article says, as data: the only thing that passes from reading to resolving.
//!
//! A record is a pure function of its article. Entities carry ids that are local to the record (`p1`, `b2`, `e1` …);
//! facts are triples over those ids; every fact carries its evidence. Records travel as JSON, one per line.

use std::collections::HashSet;
use std::sync::Arc;

use oxigraph::model::NamedNode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ontology::vocab::{ID, VG, expand};
pub use crate::source::ArticleMeta;

/// The id of an entity inside one record, such as `p1` for its first person.
pub type LocalId = String;

/// The name of a class, as the schema tells it to programs; [`Record::check`] asks for the same and for more.
const NAME: &str = r#"^[^/#?:\s<>"{}|\\^`]+$"#;

/// A date of the article's precision, likewise.
const DATE: &str = r"^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?|--(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)$";

/// Everything one article says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(extend("$id" = "https://w3id.org/vietgraph/record.schema.json"))]
pub struct Record {
    /// Which article, and what is known of it.
    pub article: ArticleMeta,
    /// The people, posts, bodies, places, ranks, events, changes and awards it tells of, in order of first mention.
    pub entities: Vec<Entity>,
    /// What it says about them.
    pub facts: Vec<Fact>,
}

impl Record {
    /// What a record is, as JSON Schema 2020-12. Members that it does not tell of are left alone, so that records can be added to.
    pub fn schema() -> serde_json::Value {
        schemars::schema_for!(Record).to_value()
    }

    /// Whether everything it refers to is in it, every name in it can be part of an IRI, and its dates and numbers can be.
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
        if let Some(day) = self.article.published.as_deref().filter(|p| p.len() != 10 || !is_date(p)) {
            return Err(format!("the article is published on {day:?}, which is no day; write YYYY-MM-DD"));
        }
        let mut ids = HashSet::new();
        for entity in &self.entities {
            if !ids.insert(&entity.id) {
                return Err(format!("the record has two entities with the id {:?}", entity.id));
            }
            entity.check().map_err(|reason| format!("the entity {:?}: {reason}", entity.id))?;
        }
        let of = |fact: &Fact| format!("the fact {:?} of {:?}", fact.predicate, fact.subject);
        self.facts.iter().try_for_each(|fact| fact.check().map_err(|reason| format!("{}: {reason}", of(fact))))
    }

    /// Forgets what resolving does not look at: where the article comes from, and quotes but those of days; keeps sentences of several
    /// facts once.
    pub fn slim(&mut self) {
        let ArticleMeta { url, author, source, digest, signature, .. } = &mut self.article;
        [url, author, source].into_iter().for_each(|told| *told = None);
        // Which of them tells copies.
        if !signature.is_empty() {
            *digest = String::new();
        }
        let mut told: HashSet<Arc<str>> = HashSet::new();
        let of_fact = |fact| {
            let Fact { predicate, evidence, .. }: &mut Fact = fact;
            let day = predicate == "schema:startDate";
            evidence.iter_mut().map(move |evidence| (day, evidence))
        };
        for (day, evidence) in self.facts.iter_mut().flat_map(of_fact) {
            if !day {
                evidence.quote = String::new();
            }
            match told.get(&evidence.sentence) {
                Some(same) => evidence.sentence = Arc::clone(same),
                None => _ = told.insert(Arc::clone(&evidence.sentence)),
            }
        }
    }

    /// Gives back the room that its lists have to spare, for one that is to stay in memory beside many others.
    pub fn shrink(&mut self) {
        self.entities.shrink_to_fit();
        self.facts.shrink_to_fit();
        self.facts.iter_mut().for_each(|fact| fact.evidence.shrink_to_fit());
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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

impl Entity {
    fn check(&self) -> Result<(), String> {
        match &self.kind {
            EntityKind::Body { class, .. } | EntityKind::Event { class } | EntityKind::Change { class } => {
                match is_local_name(VG, class) {
                    true => Ok(()),
                    false => Err(format!("{class:?} is no class; give its name in the ontology, without a prefix")),
                }
            }
            EntityKind::Rank { iri }
            | EntityKind::Place { iri: Some(iri), .. }
            | EntityKind::Place { within: Some(iri), .. } => NamedNode::new(iri)
                .map(drop)
                .map_err(|e| format!("{iri:?} is no IRI ({e}); give its IRI in the ontology")),
            _ => Ok(()),
        }
    }
}

/// The kinds of entity. Classes are local names of the ontology (`PoliceBody`, `Conference`, `Appointment`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum EntityKind {
    /// An official.
    Person {
        /// Whether a form of address calls them a woman (true) or a man.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        female: Option<bool>,
    },
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
        #[schemars(regex(pattern = NAME))]
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
        /// For a place the ontology does not know: the IRI of the district or province it lies in, as far as the article tells.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        within: Option<String>,
    },
    /// A military or police rank.
    Rank {
        /// Its IRI in the ontology.
        iri: String,
    },
    /// A gathering or official occasion.
    Event {
        /// Local name of its class below `vg:Event`.
        #[schemars(regex(pattern = NAME))]
        class: String,
    },
    /// An appointment, election, promotion, departure or disciplinary measure.
    Change {
        /// Local name of its class below `vg:Change`.
        #[schemars(regex(pattern = NAME))]
        class: String,
    },
    /// An award being given.
    Award,
}

/// One statement of the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Fact {
    /// Who or what it is about.
    pub subject: LocalId,
    /// The property, as a prefixed name: `vg:holdsRank`, `schema:startDate`.
    #[schemars(regex(pattern = r"^[a-z]+:\S+$"))]
    pub predicate: String,
    /// What is said.
    pub object: Value,
    /// The words that say so; never empty.
    #[schemars(length(min = 1))]
    pub evidence: Vec<Evidence>,
}

impl Fact {
    fn check(&self) -> Result<(), String> {
        let known = expand(&self.predicate).is_some_and(|iri| NamedNode::new(iri).is_ok());
        if !known || self.predicate.ends_with(':') {
            return Err("no known predicate; write it like vg:holdsRank, with a prefix of the ontology".into());
        }
        if let Value::Date(date) = &self.object
            && !is_date(date)
        {
            return Err(format!("{date:?} is no date; write it like 2022-06-15, 2022-06, 2022, --08-04 or --05"));
        }
        if self.evidence.is_empty() {
            return Err("no evidence; give the words that say so".into());
        }
        self.evidence.iter().try_for_each(Evidence::check)
    }
}

/// The object of a fact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// Another entity of the record.
    Entity(LocalId),
    /// A text in Vietnamese.
    Text(String),
    /// A date as precise as the article's words: `2022-06-15`, `2022-06`, `2022`, `--08-04` or `--05`.
    Date(#[schemars(regex(pattern = DATE))] String),
    /// Yes or no.
    Flag(bool),
}

/// The words that state a fact, and who found them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// First code point of the quote in the text as given.
    pub start: usize,
    /// One past its last code point.
    pub end: usize,
    /// Exactly the text between `start` and `end`.
    pub quote: String,
    /// The sentence around the quote.
    pub sentence: Arc<str>,
    /// The cue or rule that found it, by its name in the ontology: `cue/phát-biểu-tại`, `rule/rank-before-name`.
    #[schemars(regex(pattern = r#"^[^/#?:\s<>"{}|\\^`]+(/[^/#?:\s<>"{}|\\^`]+)*$"#))]
    pub rule: String,
    /// How often that rule is right at least, between 0 and 1: the lower bound (95 %) of its measured precision.
    #[schemars(range(min = 0, max = 1))]
    pub confidence: f64,
    /// For a post or rank that is told as held: the date, of a year before that of publication, of which the sentence speaks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = DATE))]
    pub past: Option<String>,
}

impl Evidence {
    fn check(&self) -> Result<(), String> {
        let Evidence { start, end, rule, confidence, past, .. } = self;
        if let Some(date) = past.as_ref().filter(|date| !is_date(date)) {
            return Err(format!("its evidence speaks of {date:?}, which is no date; write it like 2022-06-15 or 2022"));
        }
        if start > end {
            return Err(format!("its evidence starts at {start}, behind its end at {end}"));
        }
        if !(0.0..=1.0).contains(confidence) {
            return Err(format!("its confidence is {confidence}; give a number between 0 and 1"));
        }
        match rule.split('/').all(|part| is_local_name(ID, part)) {
            true => Ok(()),
            false => Err(format!("{rule:?} is no rule; give its name in the ontology, such as rule/rank-before-name")),
        }
    }
}

/// Whether `name` stands behind a namespace as one name: not empty, nothing that an IRI cannot hold or that divides it.
fn is_local_name(namespace: &str, name: &str) -> bool {
    !name.is_empty() && !name.contains(['/', '#', '?', ':']) && NamedNode::new(format!("{namespace}{name}")).is_ok()
}

/// Whether `date` is a day, month or year that exists, in one of the forms of [`Value::Date`].
pub(crate) fn is_date(date: &str) -> bool {
    let whole = match (date.strip_prefix("--"), date.len()) {
        // A year with 29 February.
        (Some(rest), 7) => format!("2000-{rest}"),
        (Some(rest), 4) => format!("2000-{rest}-01"),
        (None, 10) => date.to_owned(),
        (None, 7) => format!("{date}-01"),
        (None, 4) => format!("{date}-01-01"),
        _ => return false,
    };
    let dashed = whole.char_indices().all(|(i, c)| if i == 4 || i == 7 { c == '-' } else { c.is_ascii_digit() });
    dashed && whole.parse::<jiff::civil::Date>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_days_months_or_years_that_exist() {
        for date in ["2022-06-15", "2024-02-29", "2022-06", "2022", "--08-04", "--02-29", "--05"] {
            assert!(is_date(date), "{date}");
        }
        for date in
            ["", "2022-13-01", "2023-02-29", "2022-6-1", "20220615", "22", "--13", "--02-30", "-2022", "năm 2022"]
        {
            assert!(!is_date(date), "{date}");
        }
    }
}
