//! Bodies: names known whole, and heads completed by sectors, free words, places and the bodies they are part of.

use std::ops::Range;

use super::free_words::fill_free;
use super::names::Names;
use super::places::{self, PlaceRef};
use super::scan::Scan;
use crate::ontology::items::{Function, Sense, Slot};
use crate::text::key::key;

/// A body as one place in the text names it.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// First token.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
    /// Its name up to its place: `Công an`, `Sở Y tế`, `Bộ Công an`.
    pub head: String,
    /// Local name of its class.
    pub class: String,
    /// The place in its name.
    pub place: Option<PlaceRef>,
    /// Whether the place is written without its level.
    pub bare_place: bool,
    /// What it is part of, where the same phrase says so, and the words between.
    pub parent: Option<(Box<Body>, String)>,
    /// Whether its officers are officials.
    pub public: bool,
    /// Whether it lacks a place that its kind has.
    pub open: bool,
    /// The pattern that made it.
    pub pattern: Option<u16>,
}

impl Body {
    /// The place in its name or in the name of what it is part of.
    pub fn innermost_place(&self) -> Option<&PlaceRef> {
        self.place.as_ref().or_else(|| self.parent.as_ref()?.0.innermost_place())
    }

    /// A body of pattern `p`, told by the tokens of `words`, with nothing but its head.
    pub fn of_pattern(scan: &Scan, p: u16, words: Range<usize>) -> Body {
        let pattern = &scan.kb.patterns[usize::from(p)];
        Body {
            start: words.start,
            end: words.end,
            head: pattern.name.label.clone(),
            class: pattern.class.clone(),
            place: None,
            bare_place: false,
            parent: None,
            public: pattern.public,
            open: false,
            pattern: Some(p),
        }
    }

    /// The body of number `b` in the ontology, told by the tokens of `words`.
    pub fn known(scan: &Scan, b: u16, words: Range<usize>) -> Body {
        let known = &scan.kb.bodies[usize::from(b)];
        Body {
            start: words.start,
            end: words.end,
            head: known.name.label.clone(),
            class: known.class.clone(),
            place: None,
            bare_place: false,
            parent: None,
            public: known.public,
            open: false,
            pattern: None,
        }
    }
}

/// The body whose name starts at token `i`.
pub fn body_at(scan: &Scan, names: &Names, i: usize) -> Option<Body> {
    find(scan, names, i, false, 0)
}

/// The same behind an office, where the head may be printed in small letters (`giám đốc công an tỉnh`).
pub fn body_of_office(scan: &Scan, names: &Names, i: usize) -> Option<Body> {
    find(scan, names, i, true, 0)
}

/// The same as a subject or agent: some papers print its head in small letters and what follows in capitals (`sở Y tế tỉnh X`).
pub fn body_in_print(scan: &Scan, names: &Names, i: usize) -> Option<Body> {
    find(scan, names, i, small_head(scan, i), 0)
}

/// How many bodies may be part of one another: an office of a section of a department of a province is four.
const DEEPEST: usize = 4;

/// `depth` counts the bodies whose names led here.
pub(super) fn find(scan: &Scan, names: &Names, i: usize, small_letters: bool, depth: usize) -> Option<Body> {
    if depth > DEEPEST {
        return None;
    }
    if !scan.head(i) {
        return if !scan.any(i) { introduced(scan, names, i, depth) } else { None };
    }
    let fixed = fixed_at(scan, names, i, depth);
    // Only the longest head: where `Ban Thường vụ` lacks its committee, it is no `Ban` with free words either.
    let longest = scan.longest(i, |s| matches!(s, Sense::Pattern(_)).then_some(())).map_or(i, |(end, ())| end);
    // `Bí thư Hội An`: a place, no association. `UBND tỉnh Đoàn Ngọc Tuệ`: a level and who holds the office.
    let placed = scan.hits(i).iter().any(|h| matches!(h.sense, Sense::Place(_)) && h.end > longest);
    if placed && scan.capital(i) || (i + 1..longest).any(|t| names.at(t).is_some()) {
        return fixed;
    }
    let made = scan.hits(i).iter().filter(|h| h.end == longest).find_map(|h| match h.sense {
        Sense::Pattern(p) if small_letters || scan.capital(i) || !scan.kb.patterns[usize::from(p)].capital => {
            nested(scan, names, p, i..h.end, true, depth)
        }
        _ => None,
    });
    match (fixed, made) {
        // `Ban Kinh tế Trung ương và đi lên từ …`: free words do not run on from a body known by name over a joining word.
        (Some(f), Some(m)) => {
            let joined = scan.function(f.end, Function::Joiner).is_some() && !scan.capital(f.end + 1);
            let small = scan.word(f.end) && !scan.capital(f.end) && m.parent.is_none();
            let runs_on = m.place.is_none() && (joined || small);
            Some(if m.end > f.end && !runs_on { m } else { f })
        }
        (f, m) => f.or(m),
    }
}

/// How many tokens before its bracket the name of a body may begin whose abbreviation stands there.
const INTRODUCED: usize = 20;

/// The body whose abbreviation the text introduces in brackets behind its name.
fn introduced(scan: &Scan, names: &Names, i: usize, depth: usize) -> Option<Body> {
    let bracket = scan.introduction(i)?;
    let whole = |b: &Body| b.end == bracket || b.end == bracket + 3;
    let named = |at: usize| find(scan, names, at, false, depth + 1).filter(whole);
    // Where no label begins, only another abbreviation could begin a name: it is not asked in turn.
    let starts = (bracket.saturating_sub(INTRODUCED)..bracket).filter(|&at| !scan.hits(at).is_empty());
    let body = { starts }.find_map(named)?;
    Some(Body { start: i, end: i + 1, ..body })
}

fn fixed_at(scan: &Scan, names: &Names, i: usize, depth: usize) -> Option<Body> {
    let (end, b) = scan.longest(i, |s| if let Sense::Body(b) = s { Some(b) } else { None })?;
    let mut body = Body::known(scan, b, i..end);
    // `ĐBQH Đoàn đại biểu Quốc hội tỉnh X`: the assembly is part of nothing.
    if !scan.kb.bodies[usize::from(b)].sovereign {
        attach_parent(scan, names, &mut body, depth);
    }
    Some(body)
}

/// The body with the head of pattern `p`, whose other words start at token `at`; its name starts at `start`.
///
/// `strict` asks for a place, a sector or free words; an office that implies the head may do without.
pub fn completed(scan: &Scan, names: &Names, p: u16, start: usize, at: usize, strict: bool) -> Option<Body> {
    nested(scan, names, p, start..at, strict, 0)
}

/// The same inside `depth` other names; `head` are the tokens of the head.
fn nested(scan: &Scan, names: &Names, p: u16, head: Range<usize>, strict: bool, depth: usize) -> Option<Body> {
    let (start, at) = (head.start, head.end);
    let pattern = &scan.kb.patterns[usize::from(p)];
    let blank = Body::of_pattern(scan, p, head);
    let filled = pattern.templates.iter().filter_map(|slots| fill(scan, names, p, slots, blank.clone(), depth));
    let better = |best: Body, next: Body| {
        let closes = next.end == best.end && best.open && !next.open && next.class == "Agency";
        if next.end > best.end || closes { next } else { best }
    };
    let mut body = filled.reduce(better)?;
    if body.end == at {
        // `Công an TP`: a head with a level of its own says it itself.
        let level = places::last_word_is_level(scan, start, at).filter(|_| pattern.level.is_none());
        body.place = level.map(PlaceRef::Level);
        body.open = true;
    }
    attach_parent(scan, names, &mut body, depth);
    let behind = past_short_form(scan, body.end);
    if names.at(behind).is_some() {
        body.end = behind;
    }
    if pattern.of_parent && body.parent.is_none() && body.place.is_none() {
        body.open = true;
    }
    // A head with its own level (`Tỉnh ủy`) names a body even when its place is left out.
    let team = match pattern.class.as_str() {
        "Commission" => pattern.name.label.contains(' '),
        "PeoplesCouncil" => pattern.of_parent,
        _ => false,
    };
    let empty = body.end == at && body.place.is_none() && pattern.level.is_none() && !team;
    let lacking = empty || pattern.needs_parent && body.parent.is_none();
    (!(strict && lacking)).then_some(body)
}

/// A head alone, such as `UBND` right before a name, inside `depth` other names: the article must tell which.
pub(super) fn headless(scan: &Scan, names: &Names, at: usize, depth: usize) -> Option<Body> {
    if depth > DEEPEST {
        return None;
    }
    let (end, p) = scan.longest(at, |s| if let Sense::Pattern(p) = s { Some(p) } else { None })?;
    let pattern = &scan.kb.patterns[usize::from(p)];
    let placed = pattern.templates.iter().any(|t| matches!(t.as_slice(), [Slot::Place | Slot::Name]));
    // `Chánh Văn phòng Bộ Nguyễn Văn A`
    let ministry = pattern.class == "Ministry" && names.at(end).is_some();
    if !(placed || pattern.of_parent || ministry) || pattern.capital && !scan.capital(at) {
        return None;
    }
    let bare = || Body { open: true, ..Body::of_pattern(scan, p, at..end) };
    Some(nested(scan, names, p, at..end, false, depth).unwrap_or_else(bare))
}

/// Fills the slots of one template from the body's end on.
fn fill(scan: &Scan, names: &Names, p: u16, slots: &[Slot], mut body: Body, depth: usize) -> Option<Body> {
    if slots.is_empty() {
        return Some(body);
    }
    for (n, slot) in slots.iter().enumerate() {
        let filled = match slot {
            Slot::Literal(words) => fill_literal(scan, words, &mut body),
            Slot::Sector => fill_sector(scan, p, &mut body),
            Slot::Free => fill_free(scan, names, &mut body, depth),
            Slot::Place => fill_place(scan, names, &mut body, false),
            Slot::Name => fill_place(scan, names, &mut body, true),
        };
        if !filled {
            let missing_place = matches!(slot, Slot::Place | Slot::Name);
            body.open = missing_place;
            return (missing_place || n > 0).then_some(body);
        }
    }
    if slots.last() == Some(&Slot::Free) && places::level_at(scan, body.end).is_some() {
        fill_place(scan, names, &mut body, false);
    }
    Some(body)
}

fn fill_sector(scan: &Scan, p: u16, body: &mut Body) -> bool {
    let at = body.end;
    let of = |s: Sense| match s {
        Sense::Sector(n) => {
            let used = &scan.kb.sectors[usize::from(n)].used_by;
            (used.is_empty() || used.contains(&p)).then_some(n)
        }
        _ => None,
    };
    let Some((end, n)) = scan.longest(at, of) else {
        return false;
    };
    // `Ban tổ chức Tỉnh ủy`: behind the head the words of a field may be small.
    if !scan.capital(at) && end < at + 2 {
        return false;
    }
    let sector = &scan.kb.sectors[usize::from(n)];
    body.head = format!("{} {}", body.head, sector.name.label);
    if let Some(class) = &sector.class {
        body.class.clone_from(class);
    }
    body.end = end;
    true
}

/// Words of a template that must stand in the text, spelling habits aside.
fn fill_literal(scan: &Scan, words: &str, body: &mut Body) -> bool {
    let wanted = key(words);
    let end = body.end + wanted.split(' ').count();
    if end > scan.len() || key(scan.words(body.end, end)) != wanted {
        return false;
    }
    body.head = format!("{} {words}", body.head);
    body.end = end;
    true
}

fn fill_place(scan: &Scan, names: &Names, body: &mut Body, name_only: bool) -> bool {
    let at = past_short_form(scan, body.end);
    // `Thành ủy Hà Tĩnh` is the city's, and not that of the province of its name.
    let level = body.pattern.and_then(|p| scan.kb.patterns[usize::from(p)].level.as_deref());
    let found = match name_only {
        true => places::name_of_level(scan, names, at, level),
        false => places::place_at(scan, names, at),
    };
    let Some((end, place)) = found else {
        return false;
    };
    body.open = matches!(place, PlaceRef::Level(_));
    body.bare_place = name_only;
    body.place = Some(place);
    body.end = end;
    true
}

/// The token behind a bracket that holds nothing but the short form of the name before it (`Sở Y tế (SYT) Hà Nội`), or `at`.
fn past_short_form(scan: &Scan, at: usize) -> usize {
    const LONGEST: usize = 8;
    if !scan.mark(at, "(") {
        return at;
    }
    let part = |&t: &usize| scan.all_caps(t) || ["&", "-", "."].iter().any(|m| scan.mark(t, m));
    let end = (at + 1..at + 1 + LONGEST).find(|t| !part(t)).filter(|&t| t > at + 1 && scan.mark(t, ")"));
    end.map_or(at, |bracket| bracket + 1)
}

/// Reads the body that this one is part of: right behind it, behind `of`, or a larger one behind a comma.
fn attach_parent(scan: &Scan, names: &Names, body: &mut Body, depth: usize) {
    if body.place.is_some() && !body.open {
        return;
    }
    let behind = past_short_form(scan, body.end);
    let mut at = behind;
    let mut joint = " ".to_owned();
    if let Some(end) = scan.function(at, Function::Of) {
        at = end;
        if body.head.contains(' ') && matches!(body.class.as_str(), "Commission" | "Body") {
            joint = format!(" {} ", scan.words(behind, end));
        }
    } else if (scan.mark(at, ",") || scan.mark(at, "-")) && size(&body.class) > 0 {
        // `Phòng A, thuộc Sở B`
        at = scan.function(at + 1, Function::Of).unwrap_or(at + 1);
        joint = ", ".to_owned();
    }
    if at == behind && !scan.word(at) && !scan.mark(at, "(") {
        return;
    }
    let bracket = scan.mark(at, "(") && size(&body.class) > 0;
    let at = at + usize::from(bracket);
    let alone = || {
        let bare = (!bracket).then(|| headless(scan, names, at, depth + 1)).flatten();
        let party = body.class == "PartyBody";
        bare.filter(|b| party && b.class == body.class || b.class == "Ministry" && size(&body.class) > 1)
    };
    let Some(parent) = find(scan, names, at, small_head(scan, at), depth + 1).or_else(alone) else {
        return;
    };
    // `Tập đoàn Điện lực Việt Nam EVN`: its short form; nothing is part of itself.
    if parent.head == body.head && parent.place == body.place {
        if !bracket {
            body.end = parent.end;
        } else if scan.mark(parent.end, ")") {
            body.end = parent.end + 1;
        }
        return;
    }
    if bracket {
        // `Cục A (Bộ B)`; a single word is the body's own short form (`Phòng Thương mại … (VCCI)`).
        if parent.end == at + 1 || !scan.mark(parent.end, ")") || !larger(scan, &parent, body) {
            return;
        }
        joint = ", ".to_owned();
    }
    if joint == ", " && !larger(scan, &parent, body) {
        return;
    }
    if !parent.public {
        body.public = false;
    }
    // One name for `Cục A Bộ B` and `Cục A, Bộ B`.
    if joint == " " && parent.class == "Ministry" && size(&body.class) > 0 && body.head.split(' ').count() > 2 {
        joint = ", ".to_owned();
    }
    body.end = parent.end + usize::from(bracket);
    body.open = false;
    body.parent = Some((Box::new(parent), joint));
}

/// `Phòng Khảo thí, sở Nội vụ`: some papers print heads in small letters and what follows in capitals.
fn small_head(scan: &Scan, at: usize) -> bool {
    let head = scan.longest(at, |s| matches!(s, Sense::Pattern(_)).then_some(()));
    let placed = |end: usize| places::level_at(scan, end).is_some_and(|(name, _)| scan.capital(name));
    !scan.capital(at) && head.is_some_and(|(end, ())| scan.capital(end) || placed(end))
}

/// Whether a body behind a comma can be what the one before it is part of; of two of a size, one known by name can, and
/// one with a place where the other is a unit that has none (`Phòng Cảnh sát giao thông, Công an tỉnh X`), also if it is a
/// larger unit told with its own whole (`Đội A, Phòng B Công an tỉnh X`).
fn larger(scan: &Scan, parent: &Body, part: &Body) -> bool {
    let (outer, inner) = (size(&parent.class), size(&part.class));
    let unit = |b: &Body| b.pattern.is_some_and(|p| scan.kb.patterns[usize::from(p)].of_parent);
    let whole = parent.place.is_some() || parent.pattern.is_none();
    let known = outer == 2 && parent.pattern.is_none() && part.pattern.is_some();
    let told = parent.parent.is_some() && parent.pattern != part.pattern && part.place.is_none();
    outer > inner || outer == inner && (known || unit(part) && (whole && !unit(parent) || told))
}

/// How large bodies of a class are: behind a comma stands a larger one than before it; 0 for those that no comma follows.
fn size(class: &str) -> u8 {
    match class {
        "Department" | "PublicInstitution" => 1,
        "Agency" => 2,
        "Ministry" | "MassOrganisation" | "PoliceBody" | "ArmyBody" | "PeoplesCommittee" => 3,
        "Inspectorate" | "AuditOffice" | "Procuracy" | "Court" => 3,
        _ => 0,
    }
}
