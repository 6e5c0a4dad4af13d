//! What the articles tell of who held what: attestations, beginnings and ends, each with its words.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use super::super::{Draft, EntityIndex, Kind};
use super::{Proof, Source};
use crate::extract::record::{EntityKind, Fact, Record, Value};

/// What one fact of an article tells of a person and a post or rank.
#[derive(Clone, Debug)]
pub(in crate::resolve) struct Told {
    /// The article, as a place in the draft.
    pub record: usize,
    /// The day it was published, or for what is taken up the day it was handed over; none also for a title or rank that is told
    /// as held and was not on that day.
    pub published: Option<Date>,
    /// What it tells.
    pub what: What,
    /// Whether the article tells a change of office or rank of the person.
    pub moving: bool,
    /// The fact, as a place in the article's record.
    pub fact: usize,
}

/// The kinds of things told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::resolve) enum What {
    /// It is held.
    Holds,
    /// It was held and is no more.
    Former,
    /// It is taken up, on a day, in a month or in a year where that is told; with the reason.
    Begins(Option<(Date, Date)>, &'static str),
    /// It is left, likewise.
    Ends(Option<(Date, Date)>, &'static str),
}

impl Told {
    /// The day on which it attests that the post or rank was held.
    pub fn attests(&self) -> Option<Date> {
        match self.what {
            What::Holds | What::Begins(None, _) => self.published,
            What::Begins(Some((_, last)), _) => Some(last),
            What::Former | What::Ends(..) => None,
        }
    }

    /// Its reason as that of an attested day.
    pub fn reason(&self) -> &'static str {
        match self.what {
            What::Holds => "Attested",
            What::Former => "ToldAsFormer",
            What::Begins(_, reason) | What::Ends(_, reason) => reason,
        }
    }

    /// The article and its words.
    pub fn source(&self, draft: &Draft) -> Option<Source> {
        let record = draft.records[self.record];
        let fact = &record.facts[self.fact];
        let Value::Entity(object) = &fact.object else {
            return None;
        };
        let subject = draft.resolved(self.record, &fact.subject)?;
        let object = draft.resolved(self.record, object)?;
        let best =
            fact.evidence.iter().max_by(|a, b| a.confidence.total_cmp(&b.confidence).then(b.start.cmp(&a.start)))?;
        let (start, end, rule) = (best.start, best.end, best.rule.clone());
        let proof = Proof { subject, property: fact.predicate.clone(), object, start, end, rule };
        Some(Source::Article { id: record.article.id.clone(), proof })
    }
}

/// What is told, by what is held and by whom, in order of the records.
pub(in crate::resolve) type All = BTreeMap<(EntityIndex, EntityIndex), Vec<Told>>;

/// All that is told.
pub(in crate::resolve) fn all(draft: &Draft) -> All {
    let mut all = All::new();
    for (r, record) in draft.records.iter().enumerate() {
        let changes = Changes::of(record);
        let published = record.article.published.as_deref().and_then(|d| d.parse().ok());
        for (f, fact) in record.facts.iter().enumerate() {
            let Some((holder, what)) = changes.read(fact, published) else {
                continue;
            };
            let Value::Entity(object) = &fact.object else {
                continue;
            };
            if let (Some(person), Some(held)) = (draft.resolved(r, holder), draft.resolved(r, object))
                && draft.entities[person].kind == Kind::Person
            {
                let moving = changes.concerns.values().any(|moved| *moved == holder);
                let published = published.filter(|day| what != What::Holds || !long_past(fact, *day));
                let handed_over = changes.received.get(holder).filter(|_| matches!(what, What::Begins(None, _)));
                let published = handed_over.copied().or(published);
                let told = Told { record: r, published, what, moving, fact: f };
                all.entry((held, person)).or_default().push(told);
            }
        }
    }
    all
}

/// Whether all words that tell a fact speak of a time long before a day.
fn long_past(fact: &Fact, day: Date) -> bool {
    let before = |date: &str| interval(date, None).is_some_and(|(_, last)| super::days(last, day) > super::HANDOVER);
    fact.evidence.iter().all(|evidence| evidence.past.as_deref().is_some_and(before))
}

/// The changes of a record: whom each concerns, its class and its date.
#[derive(Default)]
struct Changes<'r> {
    concerns: HashMap<&'r str, &'r str>,
    class: HashMap<&'r str, &'r str>,
    date: HashMap<&'r str, &'r str>,
    /// The day on which somebody is given a decision or is elected, where the article tells it of the one event of that.
    received: HashMap<&'r str, Date>,
}

impl<'r> Changes<'r> {
    fn of(record: &'r Record) -> Changes<'r> {
        let mut changes = Changes::default();
        for entity in &record.entities {
            if let EntityKind::Change { class } = &entity.kind {
                changes.class.insert(&entity.id, class);
            }
        }
        for fact in &record.facts {
            match (fact.predicate.as_str(), &fact.object) {
                ("vg:concerns", Value::Entity(person)) => drop(changes.concerns.insert(&fact.subject, person)),
                ("schema:startDate", Value::Date(date)) => drop(changes.date.insert(&fact.subject, date)),
                _ => {}
            }
        }
        changes.received = changes.received_at(record);
        changes
    }

    /// On which day each person is given something, where the record tells it of one event alone.
    fn received_at(&self, record: &'r Record) -> HashMap<&'r str, Date> {
        let mut events: HashMap<&str, Option<&str>> = HashMap::new();
        for fact in &record.facts {
            if let ("vg:receivedAt", Value::Entity(event)) = (fact.predicate.as_str(), &fact.object) {
                let one = events.entry(&fact.subject).or_insert(Some(event));
                *one = one.filter(|one| one == event);
            }
        }
        let day = |event: &str| self.date.get(event)?.parse().ok();
        events.into_iter().filter_map(|(person, event)| Some((person, day(event?)?))).collect()
    }

    /// Whom a fact tells something of, and what; a disciplinary measure alone ends no office.
    fn read(&self, fact: &'r Fact, published: Option<Date>) -> Option<(&'r str, What)> {
        let subject = fact.subject.as_str();
        let told = |begins: bool| {
            let (class, person) = (*self.class.get(subject)?, *self.concerns.get(subject)?);
            let date = self.date.get(subject).and_then(|date| interval(date, published));
            let what = match (begins, class) {
                (_, "Discipline") => return None,
                (true, "Election") => What::Begins(date, "Elected"),
                (true, "Promotion") => What::Begins(date, "Promoted"),
                (true, _) => What::Begins(date, "Appointed"),
                (false, "Departure") => What::Ends(date, "Departed"),
                (false, _) => What::Ends(date, "AppointedElsewhere"),
            };
            Some((person, what))
        };
        match fact.predicate.as_str() {
            "vg:holdsPost" | "vg:holdsRank" => Some((subject, What::Holds)),
            "vg:formerlyHeldPost" => Some((subject, What::Former)),
            "vg:toPost" | "vg:toRank" => told(true),
            "vg:fromPost" => told(false),
            _ => None,
        }
    }
}

/// The first and last day of a date as a record writes it; without a year it is the one nearest to `near`.
fn interval(date: &str, near: Option<Date>) -> Option<(Date, Date)> {
    if let Some(rest) = date.strip_prefix("--") {
        let near = near?;
        let around = (near.year() - 1..=near.year() + 1).filter_map(|y| interval(&format!("{y:04}-{rest}"), None));
        return around.min_by_key(|(first, _)| super::days(*first, near).abs());
    }
    let first = |date: String| date.parse::<Date>().ok();
    match date.len() {
        4 => Some((first(format!("{date}-01-01"))?, first(format!("{date}-12-31"))?)),
        7 => first(format!("{date}-01")).map(|day| (day, day.last_of_month())),
        _ => first(date.to_owned()).map(|day| (day, day)),
    }
}
