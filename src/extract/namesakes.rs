//! Two people of one full name in one article, told apart by form of address and by what they lead.

use std::collections::BTreeSet;

use super::changes::CLASSES;
use super::people::{Mention, Naming};
use super::places::PlaceRef;
use super::posts::Post;
use super::scan::Scan;
use crate::ontology::items::{Function, Sense};
use crate::text::key::key;

/// What a mention tells that nobody of the same name with something else can share.
#[derive(Clone, Debug, Default)]
pub(super) struct Bearing {
    /// Woman or man.
    female: Option<bool>,
    /// Whether a rank was told.
    ranked: bool,
    /// The career lines of the local bodies that they lead, or deputise in; the common line is empty. Seats held beside an
    /// office elsewhere are left out.
    lines: BTreeSet<String>,
    /// The heads of the names of the bodies they serve in.
    heads: BTreeSet<String>,
    /// The offices of one holder that they hold, each with the name of the place.
    seats: Vec<(u16, String)>,
}

impl Bearing {
    /// What mention `m` tells.
    pub fn of(scan: &Scan, m: &Mention) -> Bearing {
        let female = m.honorific.and_then(|h| scan.kb.honorifics[usize::from(h)].female);
        let ranked = m.rank.is_some();
        if moves(scan, m) {
            return Bearing { female, ranked, ..Bearing::default() };
        }
        let posts = || m.posts.iter().map(|(post, _)| post).filter(|post| !post.former);
        let lines = posts().filter_map(|post| line(scan, post)).collect();
        let heads = posts().filter_map(|post| post.body.as_ref()).map(|b| key(&b.head)).collect();
        Bearing { female, ranked, lines, heads, seats: posts().filter_map(|post| seat(scan, post)).collect() }
    }

    /// Whether they are told with a rank.
    pub fn ranked(&self) -> bool {
        self.ranked
    }

    /// Whether both cannot be one person's.
    pub fn clashes(&self, other: &Bearing) -> bool {
        let gender = matches!((self.female, other.female), (Some(a), Some(b)) if a != b);
        let elsewhere = |a: &(u16, String)| other.seats.iter().any(|b| a.0 == b.0 && a.1 != b.1);
        let two_seats = self.seats.iter().any(elsewhere) && !self.seats.iter().any(|a| other.seats.contains(a));
        let told = !self.lines.is_empty() && !other.lines.is_empty() && self.heads.is_disjoint(&other.heads);
        gender || two_seats || told && self.lines.is_disjoint(&other.lines)
    }

    /// How well both go together: a rank with a rank, a line with the same line.
    pub fn fit(&self, other: &Bearing) -> usize {
        usize::from(self.ranked == other.ranked) + 2 * usize::from(!self.lines.is_disjoint(&other.lines))
    }

    /// Takes in what another mention of the person tells.
    pub fn add(&mut self, other: Bearing) {
        self.female = self.female.or(other.female);
        self.ranked |= other.ranked;
        self.lines.extend(other.lines);
        self.heads.extend(other.heads);
        self.seats.extend(other.seats);
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
    let body = post.body.as_ref().filter(|b| office.leads() && b.innermost_place().is_some())?;
    let classes = &scan.kb.classes;
    (!classes.beside_offices(&body.class)).then(|| classes.line(&body.class).unwrap_or_default().to_owned())
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
    sentence.into_iter().any(|i| scan.hits(i).iter().any(|h| change(h.sense)))
}
