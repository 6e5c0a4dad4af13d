//! What an article can say, in the terms that annotations and readings share.

use std::fmt;

use serde::Deserialize;

/// Somebody holds a military or police rank.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Rank {
    /// The full name.
    pub person: String,
    /// The rank.
    pub rank: String,
}

/// Somebody holds or held an office in a body.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Post {
    /// The full name.
    pub person: String,
    /// The office without its body.
    pub title: String,
    /// The body, where the article makes it clear.
    pub org: Option<String>,
    /// Whether it is held or was.
    #[serde(default)]
    pub status: Status,
}

/// Whether an office is held or was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It is held.
    #[default]
    Current,
    /// It was held and is left.
    Former,
}

/// Somebody takes or leaves an office, rises in rank or is disciplined.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Change {
    /// The full name.
    pub person: String,
    /// What happens.
    pub action: Action,
    /// The office without its body.
    pub title: Option<String>,
    /// The body of the office.
    pub org: Option<String>,
    /// The new rank.
    pub rank: Option<String>,
    /// When, as precise as the article is.
    pub date: Option<String>,
}

/// What happens to somebody's office or rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names are those of annotations")]
pub enum Action {
    Appointed,
    Elected,
    Promoted,
    Left,
    Disciplined,
}

impl Action {
    /// The action of a class of changes, by its local name in the ontology; none for changes that are not annotated.
    pub fn of_class(class: &str) -> Option<Action> {
        Some(match class {
            "Appointment" => Action::Appointed,
            "Election" => Action::Elected,
            "Promotion" => Action::Promoted,
            "Departure" => Action::Left,
            "Discipline" => Action::Disciplined,
            _ => return None,
        })
    }

    /// Whether somebody comes into an office; newspapers use the words for appointing and electing alike.
    pub fn installs(self) -> bool {
        matches!(self, Action::Appointed | Action::Elected)
    }
}

/// Something is awarded.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Award {
    /// What is awarded.
    pub award: String,
    /// The person or body that gives it.
    pub by: Option<String>,
    /// The person who gets it.
    pub person: Option<String>,
    /// The body that gets it.
    pub org: Option<String>,
}

/// Somebody has a part in an event.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Role {
    /// The full name.
    pub person: String,
    /// The part.
    pub role: Part,
}

/// What somebody does at an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names are those of annotations")]
pub enum Part {
    Chaired,
    Spoke,
    Attended,
    Presented,
    Received,
}

impl Part {
    /// The part that a predicate of records states.
    pub fn of_predicate(predicate: &str) -> Option<Part> {
        Some(match predicate {
            "vg:chaired" => Part::Chaired,
            "vg:spokeAt" => Part::Spoke,
            "vg:attended" => Part::Attended,
            "vg:presentedAt" => Part::Presented,
            "vg:receivedAt" => Part::Received,
            _ => return None,
        })
    }
}

/// Writes the parts that are there, with commas between.
fn parts(f: &mut fmt::Formatter, parts: &[Option<&str>]) -> fmt::Result {
    let parts: Vec<&str> = parts.iter().flatten().copied().collect();
    f.write_str(&parts.join(", "))
}

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        parts(f, &[Some(&self.person), Some(&self.rank)])
    }
}

impl fmt::Display for Post {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let former = (self.status == Status::Former).then_some("former");
        parts(f, &[Some(&self.person), Some(&self.title), self.org.as_deref(), former])
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let action = format!("{:?}", self.action).to_lowercase();
        let Change { person, title, org, rank, date, .. } = self;
        parts(f, &[Some(person), Some(&action), title.as_deref(), org.as_deref(), rank.as_deref(), date.as_deref()])
    }
}

impl fmt::Display for Award {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let by = self.by.as_ref().map(|by| format!("by {by}"));
        let to = self.person.as_ref().or(self.org.as_ref()).map(|to| format!("to {to}"));
        parts(f, &[Some(&self.award), by.as_deref(), to.as_deref()])
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let role = format!("{:?}", self.role).to_lowercase();
        parts(f, &[Some(&self.person), Some(&role)])
    }
}
