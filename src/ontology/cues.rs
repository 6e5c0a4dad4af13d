//! Cues: the words that say what somebody does, and how their grammar goes.

use super::items::Named;

/// Words that state something.
#[derive(Clone, Debug)]
pub struct Cue {
    /// IRI and label.
    pub name: Named,
    /// Local name of what it states: `chaired`, `spokeAt`, `Appointment`, `AwardGiving`, `organizes` …
    pub states: String,
    /// How its subject stands to it.
    pub voice: Voice,
    /// Whether it ends an office that it names (`cách chức`).
    pub ends_office: bool,
    /// Whether it tells that an office was taken up, and not only held.
    pub takes_office: bool,
    /// How often it is right at least: the lower bound of its measured precision.
    pub confidence: f64,
}

/// Where the one who acts stands, seen from the cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Before the cue; or after it where the cue opens the sentence.
    Active,
    /// After the cue.
    Passive,
    /// Somebody else acts; the one concerned is the cue's object, or stands before its passive.
    Causative,
    /// Before the cue, which is a verb of speech: at an event only when the passage reports one.
    Statement,
    /// The same, weaker: only of somebody who takes part, or where speaking is what the event is for.
    Remark,
    /// Whose words are told stands right behind it (`theo ông X`); as weak as a remark.
    Source,
}

impl Voice {
    /// Whether the cue is a verb of speech whose speaker stands before it.
    pub fn is_speech(self) -> bool {
        matches!(self, Voice::Statement | Voice::Remark)
    }
}
