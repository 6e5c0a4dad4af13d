//! Personal names: runs of capital words that begin like a name and do not stand where a place or street would.

use super::scan::Scan;
use crate::ontology::items::{Function, Sense, kind};
use crate::text::syllable;

/// The longest name in syllables.
const LONGEST: usize = 5;

/// For each token, the token after the personal name that starts there, if one does.
pub struct Names {
    ends: Vec<usize>,
    inside: Vec<bool>,
}

impl Names {
    /// Finds the names of a text by their family names.
    pub fn find(scan: &Scan) -> Names {
        let mut ends = vec![0; scan.len()];
        let mut inside = vec![false; scan.len()];
        let mut i = 0;
        while i < scan.len() {
            if let Some(end) = name_at(scan, i) {
                ends[i] = end;
                inside[i + 1..end].fill(true);
                i = end;
            } else {
                i = skip(scan, i).max(i + 1);
            }
        }
        Names { ends, inside }
    }

    /// The token after the name that starts at `i`.
    pub fn at(&self, i: usize) -> Option<usize> {
        self.ends.get(i).copied().filter(|&end| end > i)
    }

    /// Whether token `i` stands inside a name, behind its first syllable.
    pub fn inside(&self, i: usize) -> bool {
        self.inside.get(i).copied().unwrap_or(false)
    }
}

/// A name that begins with a family name.
fn name_at(scan: &Scan, i: usize) -> Option<usize> {
    if !scan.capital(i) || !starts_like_a_name(scan, i) {
        return None;
    }
    let end = run_end(scan, i);
    let long_enough = end >= i + 2;
    if !long_enough || in_capitals_only(scan, i, end) || is_place(scan, i, end) || place_then_name(scan, i, end) {
        return None;
    }
    if of_a_commune(scan, i) {
        return None;
    }
    // Behind a rank, a form of address or an office the name of a figure of history is a namesake's.
    if !person_word_before(scan, i)
        && !officer_before(scan, i)
        && scan.hits(i).iter().any(|h| h.sense == Sense::NotAnOfficial && h.end == end)
    {
        return None;
    }
    // `Bộ Tư lệnh Thái Bình Dương`
    if scan.hits(i).iter().any(|h| h.sense == Sense::Blocker && h.end >= end) {
        return None;
    }
    if scan.function(i, Function::National).is_some_and(|e| e >= end) {
        return None;
    }
    (!names_a_thing(scan, i, end)).then_some(end)
}

/// The token after the capital words from `i` on that can belong to one name.
pub fn run_end(scan: &Scan, i: usize) -> usize {
    let mut end = i + 1;
    while end < i + LONGEST && scan.capital(end) && !opens_something_else(scan, end) {
        end += 1;
    }
    end
}

fn starts_like_a_name(scan: &Scan, i: usize) -> bool {
    // `H'Yim`, `K'Bes`: a capital and an apostrophe begin a name of the highlands.
    let marked = scan.words(i, i + 1).chars().nth(1).is_some_and(|c| matches!(c, '\'' | '’' | 'ʼ'));
    let family = marked || scan.starts(i, kind::FAMILY);
    family && !opens_something_else(scan, i)
}

/// An office, rank or body whose words are not all capitals (`Công an`, not the name `Công An`), or a long abbreviation.
fn opens_something_else(scan: &Scan, i: usize) -> bool {
    let token = &scan.tokens.list[i];
    let letters = token.span.of(scan.text).chars().count();
    if token.all_caps && letters > 1 && !scan.tokens.list.get(i.wrapping_sub(1)).is_some_and(|t| t.all_caps) {
        return true;
    }
    scan.hits(i).iter().any(|h| {
        let title = matches!(
            h.sense,
            Sense::Office(_)
                | Sense::Rank(_)
                | Sense::Body(_)
                | Sense::Pattern(_)
                | Sense::Honorific(_)
                | Sense::Event(_)
        );
        title && (h.end > i + 1 && (i..h.end).any(|t| scan.word(t) && !scan.capital(t)))
    })
}

fn in_capitals_only(scan: &Scan, from: usize, to: usize) -> bool {
    let line_in_capitals = |i: usize| scan.tokens.list.get(i).is_some_and(|t| t.all_caps);
    (from..to).all(line_in_capitals) && (line_in_capitals(from.wrapping_sub(1)) || line_in_capitals(to))
}

/// Whether the run is the name of a place or of its delegation, and nothing before it speaks of a person.
pub(super) fn is_place(scan: &Scan, start: usize, end: usize) -> bool {
    // `Đoàn Hà Nội`; districts send none, and lend their names to people (`Đoàn Thanh Liêm`).
    let i = scan.function(start, Function::Delegation).filter(|&from| from < end).unwrap_or(start);
    let place = |s: Sense| match s {
        Sense::Place(p) => Some(scan.kb.places[usize::from(p)].province).filter(|province| *province || i == start),
        Sense::Foreign(_) => Some(false),
        _ => None,
    };
    let Some((place_end, province)) = scan.longest(i, place) else {
        return false;
    };
    // `cử tri Hà Nội`, `người dân Hà Tĩnh`: of the province.
    let private = scan.ends_before(start, |s| s == Sense::Private).is_some();
    place_end >= end && (province && private && !addressed(scan, start) || !person_word_before(scan, start))
}

/// A place with a person's name right behind it (`Hà Nội Phan Lan Tú`), or with no more than one capital word.
fn place_then_name(scan: &Scan, i: usize, end: usize) -> bool {
    let place = scan.longest(i, |s| matches!(s, Sense::Place(_) | Sense::Foreign(_)).then_some(()));
    let Some((place_end, ())) = place.filter(|(e, ())| *e > i + 1 && *e < end) else {
        return false;
    };
    let name_behind = end - place_end >= 2 && starts_like_a_name(scan, place_end);
    let foreign = scan.hits(i).iter().any(|h| matches!(h.sense, Sense::Foreign(_)) && h.end == place_end);
    name_behind || foreign
}

/// Whether token `i` is the first or second syllable of a commune's name with its holder's right behind it
/// (`Chủ tịch xã Đồng Mận Phùng Trần Khế`).
fn of_a_commune(scan: &Scan, i: usize) -> bool {
    const SHORTEST: usize = 3;
    let level = |at: usize| {
        let told = scan.ends_before(at, |s| matches!(s, Sense::Level(l) if !scan.kb.province_level(l)));
        told.is_some_and(|l| scan.ends_before(l, |s| matches!(s, Sense::Pattern(_) | Sense::Office(_))).is_some())
    };
    let name = |at: usize| starts_like_a_name(scan, at) && run_end(scan, at) >= at + SHORTEST;
    // `TP HCM Phan Nguyễn Như Khuê`: a place of one syllable is whole.
    let whole = |at: usize| scan.hits(at).iter().any(|h| matches!(h.sense, Sense::Place(_)) && h.end == at + 1);
    let second = || level(i - 1) && scan.capital(i - 1) && !whole(i - 1) && name(i + 1);
    let first = || scan.capital(i + 1) && level(i) && name(i + 2);
    first() || i > 0 && second()
}

/// Whether a rank, a degree or a form of address ends right before token `i`. An office does not count: it may stand
/// before its place (`đại biểu Hà Nội`) or its institution (`Giám đốc Bệnh viện Bạch Mai`).
pub fn person_word_before(scan: &Scan, i: usize) -> bool {
    addressed(scan, i) || scan.ends_before(i, |s| s == Sense::Private).is_some()
}

/// Whether a rank, a degree or a form of address ends right before token `i`.
fn addressed(scan: &Scan, i: usize) -> bool {
    scan.ends_before(i, |s| matches!(s, Sense::Rank(_) | Sense::Honorific(_) | Sense::Academic)).is_some()
}

/// Whether the office of a member of an assembly ends right before token `i`, or an office in an authority of a field or province
/// (`Giám đốc Sở Xây dựng`, `Giám đốc Công an tỉnh X`): a school or park may have its name behind it (`Trường Chính trị Lê Duẩn`).
fn officer_before(scan: &Scan, i: usize) -> bool {
    let member = |s: Sense| matches!(s, Sense::Office(o) if scan.kb.offices[usize::from(o)].membership);
    let field = |s: Sense| match s {
        Sense::Sector(_) | Sense::Place(_) => true,
        Sense::Level(l) => scan.kb.province_level(l),
        _ => false,
    };
    let headed = |s: usize| {
        let s = scan.ends_before(s, |s| matches!(s, Sense::Level(_))).unwrap_or(s);
        let authority = |class: &str| scan.kb.classes.governs(class);
        let body = scan
            .ends_before(s, |s| matches!(s, Sense::Pattern(p) if authority(&scan.kb.patterns[usize::from(p)].class)));
        body.is_some_and(|body| scan.ends_before(body, |s| matches!(s, Sense::Office(_))).is_some())
    };
    scan.ends_before(i, member).is_some() || scan.ends_before(i, field).is_some_and(headed)
}

/// A street, a school, a commune, a prize: the word before says so.
fn names_a_thing(scan: &Scan, i: usize, end: usize) -> bool {
    let Some(level) = scan.ends_before(i, |s| matches!(s, Sense::Level(_))) else {
        let thing = scan.ends_before(i, |s| s == Sense::NotAPerson);
        return thing.is_some_and(|t| !inside_title(scan, t, i)) && !person_word_before(scan, i);
    };
    let told = scan.longest(level, |s| match s {
        Sense::Level(l) => Some((scan.kb.province_level(l), scan.kb.listed_level(l))),
        _ => None,
    });
    let (province, listed) = told.map_or((false, false), |(_, told)| told);
    let headed = scan.ends_before(level, |s| matches!(s, Sense::Pattern(_) | Sense::Office(_))).is_some();
    // All cities and districts are known: other three syllables behind `thành phố` name a person.
    !(headed && (province || end - i >= 3) || listed && end - i >= 3)
}

/// Whether the word from `from` to `to` ends an office, a body or a sector (`phủ` of `Chính phủ`, `trường` of `môi trường`).
fn inside_title(scan: &Scan, from: usize, to: usize) -> bool {
    let title = |s: Sense| matches!(s, Sense::Office(_) | Sense::Body(_) | Sense::Sector(_));
    (from.saturating_sub(12)..from).any(|s| scan.hits(s).iter().any(|h| h.end == to && title(h.sense)))
}

/// The kinds of what no name starts in.
const SKIPPED: u32 = kind::OFFICE | kind::RANK | kind::BODY | kind::PLACE | kind::FOREIGN | kind::NOT_AN_OFFICIAL;

/// The token after the longest office, rank, place or body at `i`, whose words start no name.
fn skip(scan: &Scan, i: usize) -> usize {
    if !scan.starts(i, SKIPPED) {
        return i + 1;
    }
    if level_and_holder(scan, i) {
        return i + 1;
    }
    scan.hits(i)
        .iter()
        .filter(|h| {
            matches!(
                h.sense,
                Sense::Office(_)
                    | Sense::Rank(_)
                    | Sense::Body(_)
                    | Sense::Place(_)
                    | Sense::Foreign(_)
                    | Sense::Pattern(_)
                    | Sense::NotAnOfficial
            )
        })
        .map(|h| h.end)
        .max()
        .unwrap_or(i + 1)
}

/// Whether token `i` is the level of the body before it, and its holder's family name makes another body's head with it
/// (`Phó Chủ tịch UBND tỉnh Đoàn Ngọc Tuệ`).
pub(super) fn level_and_holder(scan: &Scan, i: usize) -> bool {
    const SHORTEST: usize = 3;
    !scan.capital(i)
        && scan.hits(i).iter().any(|h| matches!(h.sense, Sense::Level(_)) && h.end == i + 1)
        && scan.ends_before(i, |s| matches!(s, Sense::Pattern(_))).is_some()
        && name_at(scan, i + 1).is_some_and(|end| end >= i + 1 + SHORTEST)
}

/// Whether a name is known as another country's, or like none of this one behind its family name (`Kim Jong-un`).
pub(super) fn strangers(scan: &Scan, from: usize, to: usize) -> bool {
    let known = scan.hits(from).iter().any(|h| h.sense == Sense::ForeignFigure && h.end == to);
    let odd = |t: usize| scan.word(t) && !syllable::plausible(scan.words(t, t + 1));
    let dashed = scan.mark(to, "-") && scan.word(to + 1) && !scan.capital(to + 1);
    // `Choe Man-rim`: no letter of ours, and nothing small goes on behind it (`Kim Anh - em gái ông B`).
    let bare = || (from..to).chain([to + 1]).all(|t| scan.words(t, t + 1).is_ascii());
    let small = |t: usize| scan.word(t) && !scan.capital(t) && scan.function(t, Function::Joiner).is_none();
    known || to == from + 2 && dashed && (odd(from + 1) || odd(to + 1) || bare() && !small(to + 2))
}

/// Whether no letter of a name is ours (`Hun Sen`).
pub(super) fn plain(scan: &Scan, from: usize, to: usize) -> bool {
    to > from + 1 && (from..to).all(|t| scan.words(t, t + 1).is_ascii())
}
