//! What a record says, in the terms of annotations, each statement with the words that make it.

use std::collections::HashMap;
use std::fmt;

use super::statement::{Action, Award, Change, Part, Post, Rank, Role, Status};
use crate::extract::record::{Entity, EntityKind, Evidence, Fact, Record, Value};

/// A statement with all evidence of the facts it is made of.
#[derive(Clone, Debug)]
pub struct Told<'r, T> {
    /// What is said.
    pub what: T,
    /// The words that say it, and by which cue or rule.
    pub evidence: Vec<&'r Evidence>,
}

/// An event of a record.
#[derive(Clone, Debug, Default)]
pub struct Event<'r> {
    /// Its class in the manner of annotations: `press_conference`.
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// The words that name it.
    pub evidence: Vec<&'r Evidence>,
    /// When it begins.
    pub dates: Vec<Told<'r, String>>,
    /// Where it is.
    pub places: Vec<Told<'r, String>>,
    /// The bodies that organise it.
    pub hosts: Vec<Told<'r, String>>,
}

/// A role at an event of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleAt {
    /// The place of the event in [`Found::events`].
    pub event: usize,
    /// What the event is called.
    pub at: String,
    /// Who does what.
    pub role: Role,
}

/// What an article was found to say. The same statement made twice is one, with the evidence of both.
#[derive(Clone, Debug, Default)]
pub struct Found<'r> {
    /// Who holds which rank.
    pub ranks: Vec<Told<'r, Rank>>,
    /// Who holds or held which office.
    pub posts: Vec<Told<'r, Post>>,
    /// Who took or left an office, rose in rank, was disciplined.
    pub changes: Vec<Told<'r, Change>>,
    /// What was awarded: one statement for each pair of giver and receiver.
    pub awards: Vec<Told<'r, Award>>,
    /// The events.
    pub events: Vec<Event<'r>>,
    /// Who did what at which event.
    pub roles: Vec<Told<'r, RoleAt>>,
}

impl<'r> Found<'r> {
    /// Gathers what a record says.
    pub fn of(record: &'r Record) -> Found<'r> {
        let gather = Gather::new(record);
        let mut found = Found::default();
        let mut events: HashMap<&str, usize> = HashMap::new();
        for entity in &record.entities {
            match &entity.kind {
                EntityKind::Event { class } => {
                    events.insert(&entity.id, found.events.len());
                    found.events.push(gather.event(entity, class));
                }
                EntityKind::Change { class } => {
                    Action::of_class(class).into_iter().for_each(|a| gather.change(entity, a, &mut found.changes));
                }
                EntityKind::Award => gather.award(entity, &mut found.awards),
                _ => {}
            }
        }
        for fact in &record.facts {
            gather.fact(fact, &events, &mut found);
        }
        found
    }
}

/// A record by the ids of its entities.
struct Gather<'r> {
    entities: HashMap<&'r str, &'r Entity>,
    /// The facts about each entity and, for events, the facts that end in it.
    facts: HashMap<&'r str, Vec<&'r Fact>>,
}

impl<'r> Gather<'r> {
    fn new(record: &'r Record) -> Gather<'r> {
        let mut facts: HashMap<&str, Vec<&Fact>> = HashMap::new();
        for fact in &record.facts {
            facts.entry(&fact.subject).or_default().push(fact);
            if let ("vg:organizes", Value::Entity(event)) = (fact.predicate.as_str(), &fact.object) {
                facts.entry(event).or_default().push(fact);
            }
        }
        Gather { entities: record.entities.iter().map(|e| (e.id.as_str(), e)).collect(), facts }
    }

    /// The facts of an entity with one of some predicates.
    fn facts(&self, entity: &Entity, predicates: &[&str]) -> Vec<&'r Fact> {
        let all = self.facts.get(entity.id.as_str()).map_or(&[][..], Vec::as_slice);
        all.iter().copied().filter(|f| predicates.contains(&f.predicate.as_str())).collect()
    }

    /// The same, or one `None` where there is no such fact.
    fn choices(&self, entity: &Entity, predicates: &[&str]) -> Vec<Option<&'r Fact>> {
        let facts = self.facts(entity, predicates);
        if facts.is_empty() { vec![None] } else { facts.into_iter().map(Some).collect() }
    }

    fn label(&self, id: &str) -> String {
        self.entities.get(id).map(|e| e.label.clone()).unwrap_or_default()
    }

    /// The object of a fact as text.
    fn object(&self, fact: &Fact) -> String {
        match &fact.object {
            Value::Entity(id) => self.label(id),
            Value::Text(text) | Value::Date(text) => text.clone(),
            Value::Flag(flag) => flag.to_string(),
        }
    }

    /// Title and body of the post that a fact ends in.
    fn post(&self, fact: &Fact) -> Option<(String, Option<String>)> {
        let Value::Entity(id) = &fact.object else {
            return None;
        };
        match &self.entities.get(id.as_str())?.kind {
            EntityKind::Post { title, body } => Some((title.clone(), body.as_ref().map(|b| self.label(b)))),
            _ => None,
        }
    }

    fn event(&self, entity: &'r Entity, class: &str) -> Event<'r> {
        let mut event = Event { kind: snake(class), name: entity.label.clone(), ..Event::default() };
        event.evidence = self.facts(entity, &["schema:name"]).into_iter().flat_map(|f| &f.evidence).collect();
        for (predicate, list) in [("schema:startDate", &mut event.dates), ("vg:inProvince", &mut event.places)] {
            for fact in self.facts(entity, &[predicate]) {
                add(list, self.object(fact), &[fact]);
            }
        }
        for fact in self.facts(entity, &["vg:organizes"]) {
            add(&mut event.hosts, self.label(&fact.subject), &[fact]);
        }
        event
    }

    fn change(&self, entity: &Entity, action: Action, changes: &mut Vec<Told<'r, Change>>) {
        for person in self.facts(entity, &["vg:concerns"]) {
            for post in self.choices(entity, &["vg:toPost", "vg:fromPost"]) {
                for rank in self.choices(entity, &["vg:toRank"]) {
                    for date in self.choices(entity, &["schema:startDate"]) {
                        let (title, org) = post.and_then(|p| self.post(p)).unzip();
                        let change = Change {
                            person: self.object(person),
                            action,
                            title,
                            org: org.flatten(),
                            rank: rank.map(|r| self.object(r)),
                            date: date.map(|d| self.object(d)),
                        };
                        // The date is not compared, so the rule that found it is neither right nor wrong here.
                        let facts: Vec<&Fact> = [Some(person), post, rank].into_iter().flatten().collect();
                        add(changes, change, &facts);
                    }
                }
            }
        }
    }

    fn award(&self, entity: &Entity, awards: &mut Vec<Told<'r, Award>>) {
        for award in self.facts(entity, &["vg:award"]) {
            for by in self.choices(entity, &["vg:givenBy"]) {
                for to in self.choices(entity, &["vg:givenTo"]) {
                    let receiver = to.map(|t| self.object(t));
                    let to_person = to.is_some_and(|t| self.is_person(&t.object));
                    let (person, org) = if to_person { (receiver, None) } else { (None, receiver) };
                    let what = Award { award: self.object(award), by: by.map(|b| self.object(b)), person, org };
                    let facts: Vec<&Fact> = [Some(award), by, to].into_iter().flatten().collect();
                    add(awards, what, &facts);
                }
            }
        }
    }

    fn is_person(&self, object: &Value) -> bool {
        match object {
            Value::Entity(id) => {
                self.entities.get(id.as_str()).is_some_and(|e| matches!(e.kind, EntityKind::Person { .. }))
            }
            _ => false,
        }
    }

    /// Takes in a fact about a person.
    fn fact(&self, fact: &'r Fact, events: &HashMap<&str, usize>, found: &mut Found<'r>) {
        let person = self.label(&fact.subject);
        let status = match fact.predicate.as_str() {
            "vg:holdsRank" => return add(&mut found.ranks, Rank { person, rank: self.object(fact) }, &[fact]),
            "vg:holdsPost" => Some(Status::Current),
            "vg:formerlyHeldPost" => Some(Status::Former),
            _ => None,
        };
        if let (Some(status), Some((title, org))) = (status, self.post(fact)) {
            add(&mut found.posts, Post { person, title, org, status }, &[fact]);
        } else if let (Some(role), Value::Entity(event)) = (Part::of_predicate(&fact.predicate), &fact.object)
            && let Some(&event) = events.get(event.as_str())
        {
            let at = found.events[event].to_string();
            add(&mut found.roles, RoleAt { event, at, role: Role { person, role } }, &[fact]);
        }
    }
}

impl fmt::Display for Event<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} ({})", self.name, self.kind)
    }
}

impl fmt::Display for RoleAt {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} at {}", self.role, self.at)
    }
}

/// Adds a statement made by some facts; one that is there gets their evidence.
fn add<'r, T: PartialEq>(list: &mut Vec<Told<'r, T>>, what: T, facts: &[&'r Fact]) {
    let evidence = facts.iter().flat_map(|f| &f.evidence);
    match list.iter_mut().find(|told| told.what == what) {
        Some(told) => told.evidence.extend(evidence),
        None => list.push(Told { what, evidence: evidence.collect() }),
    }
}

/// A class in the manner of annotations: `PressConference` is `press_conference`.
pub fn snake(class: &str) -> String {
    let mut name = String::new();
    for c in class.chars() {
        if c.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.extend(c.to_lowercase());
    }
    name
}
