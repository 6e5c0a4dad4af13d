//! Names of bodies, places, ranks and offices: what each part stands for, in order.

use std::collections::BTreeSet;

use super::super::Gazetteer;
use super::Verdict::{self, Different, Doubtful, Same};
use crate::extract::scan::Scan;
use crate::ontology::Ontology;
use crate::ontology::items::{Function, Sense};
use crate::text::key::{bare_key, key};
use crate::text::lapse::{one_letter, toneless};
use crate::text::syllable::plausible;

/// How deep short forms may stand in what short forms stand for.
const DEEPEST: usize = 3;

/// A part of a name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// A word, by its key.
    Word(String),
    /// A unit that the ontology lists: the IRIs it may be, as units of today, and the key of its level where that was told.
    Unit(BTreeSet<String>, Option<String>),
    /// A level without a name.
    Level(String),
}

/// A name, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Thing {
    parts: Vec<Part>,
    /// The words as printed, abbreviations written out.
    full: String,
    /// Whether it is, or begins with, something that the ontology knows as no person.
    named: bool,
    /// Whether it is printed without tones and marks.
    bare: bool,
    /// Whether it begins with a body that the ontology lists.
    listed: bool,
}

impl Thing {
    /// Whether it is no person's name.
    pub fn named(&self) -> bool {
        self.named
    }
}

/// Reads a name.
pub(super) fn read(gazetteer: &Gazetteer, scan: &Scan) -> Thing {
    let mut thing =
        Thing { parts: Vec::new(), full: String::new(), named: false, bare: toneless(&key(scan.text)), listed: false };
    let names_thing = |s: Sense| matches!(s, Sense::Body(_) | Sense::Pattern(_) | Sense::Level(_) | Sense::Office(_));
    let whole = |s: Sense| matches!(s, Sense::Place(_) | Sense::Rank(_) | Sense::Abbreviation(_));
    let end = (0..scan.len()).rev().find(|i| scan.word(*i) || scan.number(*i)).map_or(0, |i| i + 1);
    let said =
        |h: &crate::ontology::lexicon::Hit| names_thing(h.sense) || whole(h.sense) && h.end >= end.min(scan.len());
    thing.named = scan.hits(0).iter().any(said) || scan.hits(0).iter().any(|h| short_form(h.sense).is_some());
    let full = written_in_full(scan, DEEPEST);
    let scan = Scan::new(scan.kb, &full);
    thing.listed = scan.hits(0).iter().any(|h| matches!(h.sense, Sense::Body(_)));
    push(gazetteer, &scan, &mut thing);
    thing
}

/// The text with its abbreviations written out, but for those that are names of bodies, offices or places themselves.
fn written_in_full(scan: &Scan, depth: usize) -> String {
    let mut full = String::new();
    let mut i = 0;
    while i < scan.len() {
        let short = scan.longest(i, short_form).filter(|(end, _)| {
            let other = |s: Sense| matches!(s, Sense::Place(_)) || written_out(scan.kb, s).is_some();
            depth > 0 && !scan.hits(i).iter().any(|h| h.end >= *end && other(h.sense))
        });
        let start = scan.tokens.span(i, i + 1).start;
        if scan.text[..start].ends_with(' ') || scan.text[..start].ends_with('.') {
            full.push(' ');
        }
        match short {
            Some((end, a)) => {
                let words = Scan::new(scan.kb, &scan.kb.abbreviations[usize::from(a)].1);
                full.push_str(&written_in_full(&words, depth - 1));
                i = if scan.mark(end, ".") { end + 1 } else { end };
            }
            None => {
                full.push_str(scan.words(i, i + 1));
                i += 1;
            }
        }
    }
    full
}

fn short_form(sense: Sense) -> Option<u16> {
    if let Sense::Abbreviation(a) = sense { Some(a) } else { None }
}

/// The words that a sense is written out as.
fn written_out(kb: &Ontology, sense: Sense) -> Option<&str> {
    Some(match sense {
        Sense::Body(b) => kb.bodies[usize::from(b)].name.label.as_str(),
        Sense::Pattern(p) => kb.patterns[usize::from(p)].name.label.as_str(),
        Sense::Sector(s) => kb.sectors[usize::from(s)].name.label.as_str(),
        Sense::Office(o) => kb.offices[usize::from(o)].title.as_str(),
        Sense::Rank(r) => kb.ranks[usize::from(r)].label.as_str(),
        _ => return None,
    })
}

/// Appends the parts of a text.
fn push(gazetteer: &Gazetteer, scan: &Scan, thing: &mut Thing) {
    let mut i = 0;
    while i < scan.len() {
        if let Some(end) = push_unit(gazetteer, scan, thing, i) {
            i = end;
            continue;
        }
        let known = scan.longest(i, |s| written_out(scan.kb, s));
        i = match known {
            Some((end, words)) => {
                push_label(scan.kb, thing, words);
                end
            }
            None => {
                push_word(scan, thing, i);
                i + 1
            }
        };
    }
}

/// Appends a word; one that only joins others is no part of a name.
fn push_word(scan: &Scan, thing: &mut Thing, i: usize) {
    let joins = [Function::Joiner, Function::Of];
    if (scan.word(i) || scan.number(i)) && !scan.any_function(i, &joins) {
        push_words(thing, scan.words(i, i + 1));
    }
}

/// Appends the words of a label; the level that may end it belongs to the place behind it.
fn push_label(kb: &Ontology, thing: &mut Thing, label: &str) {
    let scan = Scan::new(kb, label);
    let level =
        (1..scan.len()).find_map(|i| level_at(&scan, i).filter(|(end, _)| *end == scan.len()).map(|l| (i, l.1)));
    let end = level.as_ref().map_or(scan.len(), |(i, _)| *i);
    // `Phòng Cảnh sát` and the field `Cảnh sát hình sự`: words that end the one and begin the other stand once.
    let word = |i: usize| Part::Word(scan.key(i).to_owned());
    let shared = (1..end).rev().find(|n| thing.parts.ends_with(&(0..*n).map(word).collect::<Vec<_>>())).unwrap_or(0);
    (shared..end).for_each(|i| push_word(&scan, thing, i));
    if let Some((_, level)) = level {
        thing.full.push_str(&format!(" {level}"));
        thing.parts.push(Part::Level(key(&level)));
    }
}

fn push_words(thing: &mut Thing, words: &str) {
    thing.full.push_str(&format!(" {words}"));
    thing.parts.extend(key(words).split(' ').filter(|w| !w.is_empty()).map(|w| Part::Word(w.to_owned())));
}

/// Appends a unit with its level, or a level alone; the token behind it.
fn push_unit(gazetteer: &Gazetteer, scan: &Scan, thing: &mut Thing, i: usize) -> Option<usize> {
    let kb = scan.kb;
    let level = level_at(scan, i);
    let behind = level.as_ref().map_or(i, |(end, _)| *end);
    let begun = thing.parts.last().and_then(|p| if let Part::Level(l) = p { Some(l.clone()) } else { None });
    let longer = |end: usize| scan.hits(i).iter().any(|h| h.end > end && written_out(kb, h.sense).is_some());
    let of_label =
        kb.levels.iter().find(|l| begun.as_ref().is_some_and(|b| key(&l.label) == *b)).map(|l| l.label.clone());
    let label = level.as_ref().map(|(_, label)| label.clone()).or(of_label.clone());
    let ids = |s: Sense| if let Sense::Place(p) = s { Some(p) } else { None };
    let Some((end, first)) = scan.longest(behind, ids).filter(|(end, _)| !longer(*end)) else {
        let (end, label) = level.filter(|(end, _)| !longer(*end))?;
        thing.full.push_str(&format!(" {label}"));
        // A number or name behind it: a unit that is not listed.
        let alone = !(scan.word(end) || scan.number(end));
        match alone {
            true => thing.parts.push(Part::Level(key(&label))),
            false => thing.parts.extend(key(&label).split(' ').map(|w| Part::Word(w.to_owned()))),
        }
        return Some(end);
    };
    let all = scan.hits(behind).iter().filter(|h| h.end == end).filter_map(|h| ids(h.sense)).collect::<Vec<_>>();
    if level.is_none() && of_label.is_some() {
        thing.parts.pop();
        thing.full.truncate(thing.full.len() - of_label.as_ref().map_or(0, |l| l.len() + 1));
    }
    let fits = |p: &u16| label.as_ref().is_none_or(|l| kb.places[usize::from(*p)].level == *l);
    let mut units: BTreeSet<u16> = all.iter().copied().filter(fits).collect();
    let name = &kb.places[usize::from(first)].name.label;
    if units.is_empty() {
        // A commune, or another unit of a name that listed ones bear.
        let words = label.iter().map(String::as_str).chain([name.as_str()]).collect::<Vec<_>>().join(" ");
        push_words(thing, &words);
        return Some(end);
    }
    let provinces: BTreeSet<u16> = units.iter().copied().filter(|p| kb.places[usize::from(*p)].province).collect();
    if label.is_none() && !provinces.is_empty() {
        units = provinces;
    }
    let unit = |p: u16| gazetteer.unit(&kb.places[usize::from(p)].name.iri).to_owned();
    let own: BTreeSet<String> = units.iter().map(|p| unit(*p)).collect();
    thing.full.push_str(&format!(" {} {name}", label.clone().unwrap_or_default()));
    if let Some(Part::Unit(around, _)) = thing.parts.last_mut()
        && let inside = units.iter().filter(|p| kb.places[usize::from(**p)].within.is_some())
        && !around.is_empty()
        && inside.count() == 0
    {
        // The province behind its district tells which of one name is meant.
        let province = |iri: &String| gazetteer.province(iri).is_some_and(|p| own.contains(p));
        let told: BTreeSet<String> =
            around.iter().filter(|iri| !own.contains(*iri) && province(iri)).cloned().collect();
        if !told.is_empty() {
            *around = told;
            return Some(end);
        }
    }
    thing.parts.push(Part::Unit(own, label.map(|l| key(&l))));
    Some(end)
}

fn level_at(scan: &Scan, i: usize) -> Option<(usize, String)> {
    let level = |s: Sense| match s {
        Sense::Level(l) => Some(scan.kb.levels[usize::from(l)].label.clone()),
        Sense::Abbreviation(a) => {
            let full = &scan.kb.abbreviations[usize::from(a)].1;
            scan.kb.levels.iter().find(|l| key(&l.label) == key(full)).map(|l| l.label.clone())
        }
        _ => None,
    };
    let (end, label) = scan.longest(i, level)?;
    Some((if scan.mark(end, ".") { end + 1 } else { end }, label))
}

/// Compares two names of things.
pub(super) fn compare(a: &Thing, b: &Thing) -> Verdict {
    if a.parts == b.parts {
        return Same;
    }
    if a.parts.len() == b.parts.len() {
        let unlike: Vec<_> = a.parts.iter().zip(&b.parts).filter(|(x, y)| x != y).collect();
        if unlike.iter().all(|(x, y)| one_unit(x, y)) {
            return Same;
        }
        if unlike.iter().all(|(x, y)| may_be_one(x, y)) {
            return Doubtful;
        }
    }
    let (short, long) = if a.parts.len() < b.parts.len() { (a, b) } else { (b, a) };
    let begins = long.parts.starts_with(&short.parts) && !matches!(short.parts[..], [] | [Part::Unit(..)]);
    if key(&a.full).replace(' ', "") == key(&b.full).replace(' ', "") {
        return Same;
    }
    if begins || left_out(short, long) || slipped(a, b) || exchanged(a, b) {
        return Doubtful;
    }
    Different
}

/// Two ways to write one unit; where a level is left out, that of the province is meant.
fn one_unit(a: &Part, b: &Part) -> bool {
    a == b || matches!((a, b), (Part::Unit(one, l), Part::Unit(other, m)) if one == other && levels_agree(l, m))
}

fn levels_agree(one: &Option<String>, other: &Option<String>) -> bool {
    one == other || one.is_none() || other.is_none()
}

/// Two units of which some are one, or a level and a unit of it.
fn may_be_one(a: &Part, b: &Part) -> bool {
    match (a, b) {
        (Part::Unit(one, l), Part::Unit(other, m)) => !one.is_disjoint(other) && levels_agree(l, m),
        (Part::Level(open), Part::Unit(_, Some(level))) | (Part::Unit(_, Some(level)), Part::Level(open)) => {
            open == level
        }
        _ => a == b,
    }
}

/// Whether marks are missing in one of them, or one word is a lapse for the other's.
fn slipped(a: &Thing, b: &Thing) -> bool {
    let (one, other) = (key(&a.full), key(&b.full));
    if (a.bare || b.bare) && bare_key(&one) == bare_key(&other) {
        return true;
    }
    let (left, right): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    let unlike: Vec<_> = left.iter().zip(&right).filter(|(x, y)| x != y).collect();
    let number = |w: &str| w.contains(|c: char| c.is_ascii_digit());
    let lapse = |x: &str, y: &str| {
        ![x, y].into_iter().any(number) && one_letter(&bare_key(x), &bare_key(y)) && ![x, y].into_iter().all(built)
    };
    left.len() == right.len() && matches!(unlike[..], [(x, y)] if lapse(x, y))
}

fn built(word: &str) -> bool {
    plausible(&bare_key(word))
}

/// Whether a field in the middle of the longer name may be left out in the other.
fn left_out(short: &Thing, long: &Thing) -> bool {
    let mut rest = long.parts.iter();
    let same = |x: &Part, y: &Part| x == y || one_unit(x, y);
    short.parts.len() > 3
        && short.parts.len() < long.parts.len()
        && !(short.listed && long.listed)
        && short.parts[..3] == long.parts[..3]
        && short.parts.iter().all(|p| rest.any(|l| same(p, l)))
}

/// Whether the fields of one name stand in another order.
fn exchanged(a: &Thing, b: &Thing) -> bool {
    let sorted = |t: &Thing| {
        let mut parts = t.parts.clone();
        parts.sort();
        parts
    };
    a.parts.len() > 4
        && a.parts[0] == b.parts.first().cloned().unwrap_or(Part::Level(String::new()))
        && sorted(a) == sorted(b)
}
