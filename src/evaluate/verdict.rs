//! What comes of a fact when what was found is held beside what is annotated.

use serde::Serialize;

use crate::extract::record::Evidence;

/// A kind of fact that is counted for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are those of the table")]
pub enum Kind {
    Rank,
    Post,
    Role,
    Event,
    EventDate,
    EventPlace,
    EventHost,
    Appointment,
    Award,
}

impl Kind {
    /// All kinds in the order in which they are shown.
    pub const ALL: [Kind; 9] = [
        Kind::Rank,
        Kind::Post,
        Kind::Role,
        Kind::Event,
        Kind::EventDate,
        Kind::EventPlace,
        Kind::EventHost,
        Kind::Appointment,
        Kind::Award,
    ];

    /// How it is shown.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Rank => "rank",
            Kind::Post => "post",
            Kind::Role => "role",
            Kind::Event => "event",
            Kind::EventDate => "event.date",
            Kind::EventPlace => "event.place",
            Kind::EventHost => "event.host",
            Kind::Appointment => "appointment",
            Kind::Award => "award",
        }
    }
}

/// What came of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mark {
    /// Found and annotated.
    Right,
    /// Found and not annotated.
    Wrong,
    /// Annotated and not found.
    Missed,
    /// Found and not counted: optional, about somebody to ignore, or a detail of an event that itself does not count as right.
    Aside,
}

impl Mark {
    /// How it is shown.
    pub fn name(self) -> &'static str {
        match self {
            Mark::Right => "right",
            Mark::Wrong => "wrong",
            Mark::Missed => "missed",
            Mark::Aside => "aside",
        }
    }
}

/// A fact with what came of it.
#[derive(Clone, Debug)]
pub struct Verdict<'r> {
    /// Its kind.
    pub kind: Kind,
    /// What came of it.
    pub mark: Mark,
    /// What it says: as it was found, or as it is annotated where it was missed.
    pub what: String,
    /// The words it was found in; none for a missed one.
    pub evidence: Vec<&'r Evidence>,
}
