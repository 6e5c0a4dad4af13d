//! The typed parts of the ontology: what each kind of individual knows beyond its labels.

pub use super::cues::{Cue, Voice};
pub use super::functions::Function;

/// What a label in the text can stand for; the number is the item's place in its table of [`super::Ontology`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sense {
    /// A military or police rank.
    Rank(u16),
    /// An office.
    Office(u16),
    /// `former`, `acting` and their like before an office.
    Modifier(u16),
    /// A form of address before a name.
    Honorific(u16),
    /// A degree or honorary title before a name.
    Academic,
    /// A role that is no public office.
    Private,
    /// A body known by name.
    Body(u16),
    /// The head of a body's name, completed by a sector or place.
    Pattern(u16),
    /// A field of government after such a head.
    Sector(u16),
    /// A province or district.
    Place(u16),
    /// A word for a level of administration: province, district, commune.
    Level(u16),
    /// A country or a foreign city.
    Foreign(u16),
    /// An ordinal in words.
    Ordinal,
    /// A day of an event that goes on for days, whose number stands beside it.
    EventDay,
    /// The last day of an event.
    LastEventDay,
    /// The head of an event's name.
    Event(u16),
    /// Words that state a role, a change or an award.
    Cue(u16),
    /// What is awarded.
    Award(u16),
    /// A function word of the grammar.
    Function(Function),
    /// A word before a capital name that makes it no person's: a street, a school, a prize.
    NotAPerson,
    /// Somebody of history, or a newspaper: capital words that are no official.
    NotAnOfficial,
    /// Somebody who serves another country, by a name like those of this one.
    ForeignFigure,
    /// A short form that stands for full words.
    Abbreviation(u16),
    /// A word that ends a body's name.
    Stopper,
    /// Words that must not be read as the other senses of the same words.
    Blocker,
    /// A word no syllable of which is the head of a body or a level.
    WholeWord,
    /// A family name or another beginning of a personal name.
    Family(u16),
}

/// Kinds of senses as bits, so that what begins or ends at a token is told by one number.
pub mod kind {
    use super::Sense;

    /// [`Sense::Rank`]
    pub const RANK: u32 = 1;
    /// [`Sense::Office`]
    pub const OFFICE: u32 = 1 << 1;
    /// [`Sense::Modifier`]
    pub const MODIFIER: u32 = 1 << 2;
    /// [`Sense::Honorific`]
    pub const HONORIFIC: u32 = 1 << 3;
    /// [`Sense::Academic`]
    pub const ACADEMIC: u32 = 1 << 4;
    /// [`Sense::Body`] and [`Sense::Pattern`]
    pub const BODY: u32 = 1 << 5;
    /// [`Sense::Place`]
    pub const PLACE: u32 = 1 << 6;
    /// [`Sense::Level`]
    pub const LEVEL: u32 = 1 << 7;
    /// [`Sense::Foreign`]
    pub const FOREIGN: u32 = 1 << 8;
    /// [`Sense::Cue`]
    pub const CUE: u32 = 1 << 9;
    /// [`Sense::Family`]
    pub const FAMILY: u32 = 1 << 10;
    /// [`Sense::Event`]
    pub const EVENT: u32 = 1 << 11;
    /// [`Sense::Function`]
    pub const FUNCTION: u32 = 1 << 12;
    /// [`Sense::Award`]
    pub const AWARD: u32 = 1 << 13;
    /// [`Sense::NotAnOfficial`]
    pub const NOT_AN_OFFICIAL: u32 = 1 << 14;
    /// Every other.
    pub const OTHER: u32 = 1 << 15;

    /// The kind of a sense.
    pub fn of(sense: Sense) -> u32 {
        match sense {
            Sense::Rank(_) => RANK,
            Sense::Office(_) => OFFICE,
            Sense::Modifier(_) => MODIFIER,
            Sense::Honorific(_) => HONORIFIC,
            Sense::Academic => ACADEMIC,
            Sense::Body(_) | Sense::Pattern(_) => BODY,
            Sense::Place(_) => PLACE,
            Sense::Level(_) => LEVEL,
            Sense::Foreign(_) => FOREIGN,
            Sense::Cue(_) => CUE,
            Sense::Family(_) => FAMILY,
            Sense::Event(_) => EVENT,
            Sense::Function(_) => FUNCTION,
            Sense::Award(_) => AWARD,
            Sense::NotAnOfficial => NOT_AN_OFFICIAL,
            _ => OTHER,
        }
    }
}

impl Sense {
    /// Whether such words carry the sentence on: they begin no name, and none runs over them.
    pub fn goes_on(self) -> bool {
        use Sense::{Cue, Event, Function, Honorific, Rank, Stopper};
        matches!(self, Cue(_) | Stopper | Function(_) | Event(_) | Honorific(_) | Rank(_))
    }
}

/// A word for a level of administration, and what is known of the places of that level.
#[derive(Clone, Debug)]
pub struct Level {
    /// How the level is shown.
    pub label: String,
    /// Whether its places are listed by name.
    pub listed: bool,
    /// Whether no place of it is less than a province.
    pub only_provinces: bool,
    /// Whether no province is of it.
    pub no_province: bool,
}

impl Level {
    /// The level of this label, of which are those of `places` that say so.
    pub fn new(label: &str, places: &[Place]) -> Level {
        let own = || places.iter().filter(|p| p.level == label);
        Level {
            label: label.to_owned(),
            listed: own().next().is_some(),
            only_provinces: own().all(|p| p.province),
            no_province: !own().any(|p| p.province),
        }
    }
}

/// An individual's IRI and preferred label: what every item has.
#[derive(Clone, Debug)]
pub struct Named {
    /// Its IRI.
    pub iri: String,
    /// How it is shown.
    pub label: String,
}

/// An office such as `Phó Giám đốc`.
#[derive(Clone, Debug)]
pub struct Office {
    /// IRI and label.
    pub name: Named,
    /// The title as it is shown on a post.
    pub title: String,
    /// The body the office itself tells.
    pub fixed_body: Option<u16>,
    /// Whether the holder serves a person, whose name may follow the office.
    pub aide: bool,
    /// The body meant where an article names it and tells no other.
    pub usual_body: Option<u16>,
    /// The title its holder bears beside it, of no body of its own (`Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ`).
    pub also_titled: Option<String>,
    /// The first words of the names of the bodies it leads, where it leads working parties (`Trưởng đoàn`: `Đoàn`).
    pub team_head: Option<String>,
    /// Whether the office belongs to no body.
    pub without_body: bool,
    /// Whether its holder is sent to the place told behind it.
    pub envoy: bool,
    /// The pattern whose head the label ends in: the body that follows need not repeat it.
    pub body_head: Option<u16>,
    /// Patterns that a level or place directly after the office stands for.
    pub level_heads: Vec<u16>,
    /// Classes of bodies it occurs in.
    pub classes: Vec<String>,
    /// Public only with a public body.
    pub weak: bool,
    /// Never an office of this country.
    pub foreign: bool,
    /// Kept beside other offices: who takes a new office does not leave it.
    pub membership: bool,
    /// One holder at a time in one body.
    pub single_seat: bool,
    /// IRI of the office it deputises for.
    pub deputy_of: Option<String>,
    /// IRI of the office whose short form it is (`Phó Ban`: `Phó Trưởng Ban`).
    pub short_for: Option<String>,
    /// A seat that is left by who becomes a full member (`Ủy viên dự khuyết`).
    pub alternate: bool,
}

impl Office {
    /// Whether its holder leads a body or deputises for who does.
    pub fn leads(&self) -> bool {
        (self.single_seat || self.deputy_of.is_some()) && !self.membership
    }
}

/// A word before an office: former, acting, new.
#[derive(Clone, Debug)]
pub struct Modifier {
    /// IRI and label.
    pub name: Named,
    /// The office was held and is left.
    pub former: bool,
    /// The holder is dead.
    pub dead: bool,
    /// What it adds in front of the title, if anything.
    pub keeps: Option<String>,
    /// It joins one office to the next.
    pub joins: bool,
}

/// A form of address.
#[derive(Clone, Debug)]
pub struct Honorific {
    /// IRI and label.
    pub name: Named,
    /// `Some(true)` for women, `Some(false)` for men.
    pub female: Option<bool>,
    /// It speaks of several people.
    pub collective: bool,
}

/// A body known by its full name.
#[derive(Clone, Debug)]
pub struct FixedBody {
    /// IRI and label.
    pub name: Named,
    /// Local name of its class.
    pub class: String,
    /// Whether its officers are officials.
    pub public: bool,
    /// Whether it is part of no other body.
    pub sovereign: bool,
}

/// The head of a body's name and what may follow it.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// IRI and label; the label is the head as it is shown.
    pub name: Named,
    /// What may follow the head, most specific first.
    pub templates: Vec<Vec<Slot>>,
    /// Local name of the class of bodies it makes.
    pub class: String,
    /// The level its head implies (`Tỉnh ủy`: tỉnh).
    pub level: Option<String>,
    /// Whether its officers are officials.
    pub public: bool,
    /// Whether the head counts only where it is printed with a capital, or told by an office.
    pub capital: bool,
    /// Whether the body that follows completes the name.
    pub of_parent: bool,
    /// Classes of the bodies it may be part of where only a neighbouring post tells.
    pub parent_classes: Vec<String>,
    /// Whether there is one in a province and none in a district.
    pub of_province: bool,
    /// Whether it is none without that body.
    pub needs_parent: bool,
    /// The office of its members.
    pub member_office: Option<u16>,
}

/// One place to fill in a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Words that must stand there, as shown.
    Literal(String),
    /// A place with or without its level, or a level that the article must complete.
    Place,
    /// A place's name alone.
    Name,
    /// A sector.
    Sector,
    /// Free words.
    Free,
}

/// What is awarded.
#[derive(Clone, Debug)]
pub struct Award {
    /// IRI and label.
    pub name: Named,
    /// Whether no words in small letters belong to its name.
    pub plain: bool,
}

/// A sector such as `Giáo dục và Đào tạo`.
#[derive(Clone, Debug)]
pub struct Sector {
    /// IRI and label.
    pub name: Named,
    /// The patterns it follows; empty for any.
    pub used_by: Vec<u16>,
    /// Local name of the class of body it makes, where that is not the pattern's.
    pub class: Option<String>,
}

/// A province or district.
#[derive(Clone, Debug)]
pub struct Place {
    /// IRI and label (the name alone).
    pub name: Named,
    /// Its level in words.
    pub level: String,
    /// Whether its name alone is that of somebody or something else, so that bodies are called with its level too.
    pub with_level: bool,
    /// Whether it is a province or a city of that rank.
    pub province: bool,
    /// First day it existed, `YYYY-MM-DD`, where it was not always there.
    pub from: Option<String>,
    /// Last day it existed.
    pub until: Option<String>,
    /// The province a district lies in.
    pub within: Option<u16>,
    /// The other districts that share its name and level.
    pub twins: Vec<u16>,
}

/// The head of an event's name.
#[derive(Clone, Debug)]
pub struct EventHead {
    /// IRI and label.
    pub name: Named,
    /// Local names of the classes it makes or may refer back to, the first being the one it makes.
    pub classes: Vec<String>,
    /// A verb: the sentence's subject takes part.
    pub verbal: bool,
    /// Only an event when something is told of it: a role, a host.
    pub weak: bool,
    /// The dead whom it is held for belong to its name.
    pub honours: bool,
    /// Only an event where a name of its own follows: capital words, or words in quotation marks.
    pub named: bool,
    /// May refer back to an event of any class.
    pub generic: bool,
    /// A verb that speaks of an event of its class already named, where there is one.
    pub refers_back: bool,
    /// Classes of bodies of which one must be the subject; empty where none need be.
    pub of_body: Vec<String>,
    /// Also a verb: who stands right before it takes part.
    pub acts: bool,
    /// Those who are met take part as well as those who meet them.
    pub meets: bool,
    /// An event only where somebody in office is named right behind it.
    pub of_person: bool,
    /// A verb: an event only where somebody in office is named right before it.
    pub by_person: bool,
    /// A verb: an event only where a working party is its subject.
    pub by_team: bool,
    /// An event only where somebody in office is named right behind it who hands over what it names.
    pub by_agent: bool,
    /// A verb: an event only where a body is said to hold it (`tổ chức trao giải`).
    pub when_held: bool,
    /// A verb: an event only where the body that does it opens the main clause.
    pub opens_clause: bool,
    /// A verb: also an event where a public body is its subject, on a day told before.
    pub by_body: bool,
    /// A verb: also an event where it is done with something, on a day told beside it (`được khánh thành ngày 20-12`).
    pub completed: bool,
    /// A verb whose words tell by themselves whom it is done with (`có buổi tiếp xúc cử tri`).
    pub whole: bool,
    /// Local name of the role of a verb's subject.
    pub states: String,
}
