//! Two people of one full name in one article, told apart by form of address and by what they lead.

use std::collections::BTreeSet;

use super::bodies::Body;
use super::careers::tenure_end;
use super::changes::CLASSES;
use super::people::{Mention, Naming};
use super::places::{PlaceRef, province_of};
use super::posts::Post;
use super::scan::Scan;
use crate::ontology::items::{Function, Sense};
use crate::text::key::key;

/// The difference in seniority between a rank and the next.
const STEP: u32 = 10;

/// The class of the bodies that govern places.
const COMMITTEE: &str = "PeoplesCommittee";

/// The class of the committees of the party.
const PARTY: &str = "PartyBody";

/// What a mention tells that nobody of the same name with something else can share.
#[derive(Clone, Debug, Default)]
pub(super) struct Bearing {
    /// Whether the words in front say that somebody else bears the name too.
    another: bool,
    /// Woman or man.
    female: Option<bool>,
    /// The seniority of the rank told.
    rank: Option<u32>,
    /// The career lines of the local bodies that they lead, or deputise in; the common line is empty. Seats held beside an
    /// office elsewhere are left out.
    lines: BTreeSet<String>,
    /// See [`department`].
    departments: BTreeSet<(String, String)>,
    /// Whether they lead, or deputise in, a ministry.
    national: bool,
    /// The heads of the names of the bodies they serve in.
    heads: BTreeSet<String>,
    /// The offices of one holder that they hold, each with the name of the place.
    seats: Vec<(u16, String)>,
    /// See [`unit`].
    units: Vec<Unit>,
    /// The local committees of the party whose head they are.
    party: Vec<Unit>,
    /// Whether they lead, or deputise in, a body of a district or commune.
    local: bool,
    /// Whether they lead, or deputise in, a body of a place, at whatever level.
    placed: bool,
    /// Whether they lead, or deputise in, what a committee of the party of a province has for its work (`Ban Dân vận Tỉnh ủy`).
    party_commission: bool,
    /// What they lead, or deputise in.
    held: Vec<Seat>,
}

/// An office that leads a body, or deputises in it, in that body as it is called there.
#[derive(Clone, Debug)]
struct Seat {
    office: u16,
    /// The key of the body's name without a place.
    head: String,
    /// Whether the name has an abbreviation in it (`Phòng NN & PTNT`).
    short: bool,
    place: Option<PlaceRef>,
}

impl Seat {
    fn of(scan: &Scan, post: &Post) -> Option<Seat> {
        let body = post.body.as_ref().filter(|_| scan.kb.offices[usize::from(post.office)].leads())?;
        let capitals = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
        let place = body.innermost_place().filter(|place| !matches!(place, PlaceRef::Level(_))).cloned();
        let short = body.head.split(' ').any(capitals);
        Some(Seat { office: post.office, head: key(&body.head), short, place })
    }

    /// Whether both may be one, told in more words and in fewer (`Bộ trưởng Giao thông`, `Bộ trưởng Bộ Giao thông vận tải`).
    fn may_be(&self, other: &Seat) -> bool {
        let begins = |a: &str, b: &str| b.strip_prefix(a).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        let kind = |head: &str| head.split(' ').next().map(str::to_owned);
        let short = (self.short || other.short) && kind(&self.head) == kind(&other.head);
        let elsewhere = matches!((&self.place, &other.place), (Some(a), Some(b)) if a != b);
        let called = begins(&self.head, &other.head) || begins(&other.head, &self.head);
        self.office == other.office && !elsewhere && (called || short && self.place == other.place)
    }
}

/// A body that somebody leads, or deputises in, as one of its kind: nobody leads two of a kind at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Unit {
    /// The key of its name without a place.
    head: String,
    /// The level of its place.
    level: String,
    /// The name of its place, where it is told.
    place: Option<String>,
    /// Whether it governs the place.
    committee: bool,
    /// Whether it is a council, or the delegation that the place sends to the assembly of the state.
    assembly: bool,
}

impl Unit {
    /// Whether it is of another level than `other`, and of a place that is not called alike.
    fn elsewhere(&self, other: &Unit) -> bool {
        self.level != other.level && self.place != other.place
    }

    /// Whether it is another body than `other`.
    fn differs(&self, other: &Unit) -> bool {
        let named = matches!((&self.place, &other.place), (Some(a), Some(b)) if a != b);
        self.level != other.level || named
    }
}

impl Bearing {
    /// What mention `m` tells.
    pub fn of(scan: &Scan, m: &Mention) -> Bearing {
        let female = m.honorific.and_then(|h| scan.kb.honorifics[usize::from(h)].female);
        let rank = m.rank.and_then(|(r, _)| scan.kb.seniority.get(usize::from(r)).copied());
        // `Người trả lời cũng tên Nguyễn Minh Tâm`
        let another = scan.ends_before(m.start, |s| s == Sense::Function(Function::Namesake)).is_some();
        if moves(scan, m) {
            return Bearing { another, female, rank, ..Bearing::default() };
        }
        // `Trưởng Công an huyện X thời kỳ 2010 - 2015`: another time's.
        let held = |post: &&Post| !post.former && tenure_end(scan, post.end) == post.end;
        let posts = || m.posts.iter().map(|(post, _)| post).filter(held);
        let lines = posts().filter_map(|post| line(scan, post)).collect();
        let departments = posts().filter_map(|post| department(scan, post)).collect();
        let national = posts().any(|post| heads_ministry(scan, post));
        let heads = posts().filter_map(|post| post.body.as_ref()).map(|b| key(&b.head)).collect();
        Bearing {
            another,
            female,
            rank,
            lines,
            heads,
            departments,
            national,
            seats: posts().filter_map(|post| seat(scan, post)).collect(),
            units: posts().filter_map(|post| unit(scan, post)).collect(),
            party: posts().filter_map(|post| party(scan, post)).collect(),
            local: posts().any(|post| is_local(scan, post)),
            placed: posts().any(|post| line(scan, post).is_some() && !by_name(post)),
            party_commission: posts().any(|post| in_party_commission(scan, post)),
            held: posts().filter_map(|post| Seat::of(scan, post)).collect(),
        }
    }

    /// Whether they are told with a rank.
    pub fn ranked(&self) -> bool {
        self.rank.is_some()
    }

    /// Whether both cannot be one person's.
    pub fn clashes(&self, other: &Bearing) -> bool {
        let gender = matches!((self.female, other.female), (Some(a), Some(b)) if a != b);
        // Two of one name do not share an office.
        if !self.held.is_empty() && self.held.iter().any(|seat| other.held.iter().any(|held| seat.may_be(held))) {
            return self.another != other.another || gender;
        }
        let elsewhere = |a: &(u16, String)| other.seats.iter().any(|b| a.0 == b.0 && a.1 != b.1);
        let two_seats = self.seats.iter().any(elsewhere) && !self.seats.iter().any(|a| other.seats.contains(a));
        let told = !self.lines.is_empty() && !other.lines.is_empty() && self.heads.is_disjoint(&other.heads);
        // Two steps and more lie between the ranks of two men, one between those of somebody who was promoted.
        let ranks = matches!((self.rank, other.rank), (Some(a), Some(b)) if a.abs_diff(b) > STEP);
        // Nobody leads two departments of one kind.
        let kind = |d: &(String, String)| other.departments.iter().any(|e| e.0 == d.0);
        let departments = self.departments.iter().any(kind) && self.departments.is_disjoint(&other.departments);
        let levels = |a: &Bearing, b: &Bearing| a.national && !b.national && b.placed && a.lines.is_empty();
        let levels = levels(self, other) || levels(other, self);
        let units = self.leads_another(other) || self.governs_while(other) || other.governs_while(self);
        // Nobody leads a department, a court or police above beside a body of a district.
        let above = |a: &Bearing, b: &Bearing| {
            let department = !a.departments.is_empty() && b.departments.is_empty();
            let service = b.lines.is_empty() && a.lines.iter().any(|line| !line.is_empty());
            !a.local && b.local && (department || service || a.party_commission && !b.party_commission)
        };
        let units = units || above(self, other) || above(other, self);
        self.another != other.another
            || gender
            || two_seats
            || ranks
            || departments
            || levels
            || units
            || told && self.lines.is_disjoint(&other.lines)
    }

    /// Whether one governs a place and the other leads departments, none of which both have in common.
    fn governs_while(&self, other: &Bearing) -> bool {
        let governs = |bearing: &Bearing| bearing.units.iter().any(|unit| unit.committee);
        let departments = !other.departments.is_empty() && self.departments.is_disjoint(&other.departments);
        governs(self) && !governs(other) && departments
    }

    /// Whether both lead bodies of one kind, of which none can be the same, or one governs a place, or presides over its council or
    /// delegation, and the other leads the party or the council of another level, or another body of a district.
    fn leads_another(&self, other: &Bearing) -> bool {
        let governs = |a: &Bearing, b: &Bearing| {
            let others = || b.party.iter().chain(b.units.iter().filter(|u| !u.committee));
            let pairs = || a.units.iter().flat_map(|u| others().map(move |p| (u, p)));
            pairs().any(|(u, _)| u.committee) && pairs().all(|(u, p)| u.elsewhere(p))
        };
        let presides = |a: &Bearing, b: &Bearing| {
            let pairs = || a.units.iter().flat_map(|u| b.party.iter().map(move |p| (u, p)));
            let party = pairs().any(|(u, _)| u.assembly) && pairs().all(|(u, p)| u.elsewhere(p));
            party || !a.local && b.local && b.party.is_empty() && a.units.iter().any(|u| u.assembly)
        };
        let pairs = || self.units.iter().flat_map(|a| other.units.iter().map(move |b| (a, b)));
        let alike = |(a, b): &(&Unit, &Unit)| a.head == b.head;
        let other_unit = pairs().any(|pair| alike(&pair)) && pairs().filter(alike).all(|(a, b)| a.differs(b));
        let either = |holds: &dyn Fn(&Bearing, &Bearing) -> bool| holds(self, other) || holds(other, self);
        other_unit || either(&governs) || either(&presides)
    }

    /// How well both go together: a rank with a rank, a line with the same line.
    pub fn fit(&self, other: &Bearing) -> usize {
        usize::from(self.ranked() == other.ranked()) + 2 * usize::from(!self.lines.is_disjoint(&other.lines))
    }

    /// Takes in what another mention of the person tells.
    pub fn add(&mut self, other: Bearing) {
        self.female = self.female.or(other.female);
        self.rank = self.rank.or(other.rank);
        self.departments.extend(other.departments);
        self.national |= other.national;
        self.lines.extend(other.lines);
        self.heads.extend(other.heads);
        self.seats.extend(other.seats);
        self.units.extend(other.units);
        self.party.extend(other.party);
        self.local |= other.local;
        self.placed |= other.placed;
        self.party_commission |= other.party_commission;
        self.held.extend(other.held);
    }
}

/// Whether two mentions with different posts stand side by side in one list: nobody is listed twice.
pub(super) fn listed(scan: &Scan, first: &Mention, second: &Mention) -> bool {
    let between = |i: usize| scan.mark(i, ";") || scan.mark(i, ",") || scan.function(i, Function::Joiner).is_some();
    let full = |m: &Mention| matches!(m.naming, Naming::Full(..));
    let posts = |m: &Mention| {
        let of = |p: &Post| {
            (p.office, p.body.as_ref().map(|b| b.head.clone()), p.body.as_ref().and_then(|b| b.place.clone()))
        };
        m.posts.iter().map(|(p, _)| of(p)).collect::<Vec<_>>()
    };
    let differ = first.honorific != second.honorific || posts(first) != posts(second);
    first.end < second.start && differ && full(first) && full(second) && (first.end..second.start).all(between)
}

/// The career line of the local body that a post leads or deputises in, where that is somebody's whole office.
fn line(scan: &Scan, post: &Post) -> Option<String> {
    let office = &scan.kb.offices[usize::from(post.office)];
    // A body known by its name is one of the state's, and which department of the province it is needs no place.
    let provincial = |pattern: u16| scan.kb.patterns[usize::from(pattern)].of_province;
    let one = |b: &&Body| b.pattern.is_none_or(provincial) || b.innermost_place().is_some();
    let body = post.body.as_ref().filter(|b| office.leads() && one(b))?;
    let classes = &scan.kb.classes;
    (!classes.beside_offices(&body.class)).then(|| classes.line(&body.class).unwrap_or_default().to_owned())
}

/// Whether the body of a post is known by its name, which are those of the state.
fn by_name(post: &Post) -> bool {
    post.body.as_ref().is_some_and(|body| body.pattern.is_none() && body.innermost_place().is_none())
}

/// Class and head of the body of the common line that a post leads or deputises in, those that stand alone aside.
fn department(scan: &Scan, post: &Post) -> Option<(String, String)> {
    let classes = &scan.kb.classes;
    let common =
        |class: &str| !classes.beside_offices(class) && !classes.stands_alone(class) && classes.line(class).is_none();
    let leads = scan.kb.offices[usize::from(post.office)].leads();
    let body = post.body.as_ref().filter(|b| leads && common(&b.class) && b.parent.is_none())?;
    Some((body.class.clone(), key(&body.head)))
}

/// The body of a place that a post leads or deputises in, as one of its kind. Seats held beside an office elsewhere are left
/// out, but for those in councils and delegations: who presides over one presides over no other.
fn unit(scan: &Scan, post: &Post) -> Option<Unit> {
    let classes = &scan.kb.classes;
    let own = |class: &str| assembly(class) || !classes.beside_offices(class) && !classes.stands_alone(class);
    let office = &scan.kb.offices[usize::from(post.office)];
    let mut unit =
        unit_of(scan, post.body.as_ref().filter(|b| office.leads() && b.parent.is_none() && own(&b.class))?)?;
    // Who speaks for a committee does not govern.
    unit.committee &= office.classes.is_empty() || office.classes.iter().any(|class| class == COMMITTEE);
    Some(unit)
}

/// Whether a post leads, or deputises in, a body of a district or commune; a commission is led beside any office.
fn is_local(scan: &Scan, post: &Post) -> bool {
    let leads = scan.kb.offices[usize::from(post.office)].leads();
    let body = post.body.as_ref().filter(|body| leads && body.class != "Commission");
    match body.and_then(Body::innermost_place) {
        Some(PlaceRef::Known(p)) => province_of(scan.kb, *p) != *p,
        Some(PlaceRef::Named { .. }) => true,
        _ => false,
    }
}

/// Whether a post leads, or deputises in, what a committee of the party of a province has for its work.
fn in_party_commission(scan: &Scan, post: &Post) -> bool {
    let leads = scan.kb.offices[usize::from(post.office)].leads();
    let whole = post.body.as_ref().and_then(|body| body.parent.as_ref()).filter(|_| leads);
    let Some((whole, _)) = whole.filter(|(whole, _)| whole.class == PARTY) else {
        return false;
    };
    let told = whole.pattern.and_then(|pattern| scan.kb.patterns[usize::from(pattern)].level.as_ref());
    let province = |level: &String| scan.kb.places.iter().any(|place| place.province && place.level == *level);
    match whole.innermost_place() {
        Some(PlaceRef::Known(place)) => scan.kb.places[usize::from(*place)].province,
        Some(PlaceRef::Level(level)) => province(&scan.kb.levels[usize::from(*level)].label),
        _ => told.is_some_and(province),
    }
}

/// The local committee of the party whose head a post is.
fn party(scan: &Scan, post: &Post) -> Option<Unit> {
    let head = scan.kb.offices[usize::from(post.office)].single_seat;
    unit_of(scan, post.body.as_ref().filter(|b| head && b.parent.is_none() && b.class == PARTY)?)
}

/// A body of a place as one of its kind.
fn unit_of(scan: &Scan, body: &Body) -> Option<Unit> {
    let (level, place) = match body.place.as_ref()? {
        PlaceRef::Known(p) => {
            let place = &scan.kb.places[usize::from(*p)];
            (place.level.clone(), Some(key(&place.name.label)))
        }
        PlaceRef::Named { level, name } => (level.clone(), Some(key(name))),
        PlaceRef::Level(l) => (scan.kb.levels[usize::from(*l)].label.clone(), None),
        PlaceRef::Foreign(_) => return None,
    };
    let (committee, assembly) = (body.class == COMMITTEE, assembly(&body.class));
    Some(Unit { head: key(&body.head), level, place, committee, assembly })
}

/// Whether bodies of a class are councils, or delegations to the assembly of the state.
fn assembly(class: &str) -> bool {
    matches!(class, "PeoplesCouncil" | "Legislature")
}

/// Whether a post is that of a minister or of their deputy.
fn heads_ministry(scan: &Scan, post: &Post) -> bool {
    let office = &scan.kb.offices[usize::from(post.office)];
    office.leads() && matches!(&office.classes[..], [only] if only == "Ministry")
}

/// An office of one holder and the name of the place of its body: a city and its province may share it.
fn seat(scan: &Scan, post: &Post) -> Option<(u16, String)> {
    let single = scan.kb.offices[usize::from(post.office)].single_seat;
    match post.body.as_ref().filter(|_| single)?.innermost_place()? {
        PlaceRef::Known(place) => Some((post.office, scan.kb.places[usize::from(*place)].name.label.clone())),
        _ => None,
    }
}

/// Whether the sentence of a mention tells of a change: who is moved has two offices in one article.
fn moves(scan: &Scan, m: &Mention) -> bool {
    let sentence = scan.sentences[scan.sentence_of(m.start)].clone();
    let change =
        |s: Sense| matches!(s, Sense::Cue(c) if CLASSES.contains(&scan.kb.cues[usize::from(c)].states.as_str()));
    // `do Thứ trưởng A làm trưởng đoàn`: who leads a team for a visit is not moved.
    let team = |s: Sense| matches!(s, Sense::Office(o) if scan.kb.offices[usize::from(o)].team_head.is_some());
    let visit = |end: usize| scan.hits(end).iter().any(|h| team(h.sense));
    sentence.into_iter().any(|i| scan.hits(i).iter().any(|h| change(h.sense) && !visit(h.end)))
}
