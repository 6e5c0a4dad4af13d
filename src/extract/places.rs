//! Places: a level and a name, a name alone, or a level alone that the article must complete.

use super::names::{Names, level_and_holder};
use super::scan::Scan;
use crate::ontology::Ontology;
use crate::ontology::items::{Sense, kind};

/// A place as the text names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PlaceRef {
    /// A place the ontology knows.
    Known(u16),
    /// A country or foreign city.
    Foreign(u16),
    /// A commune, ward or other place the ontology does not list.
    Named {
        /// Its level as the ontology shows it.
        level: String,
        /// Its name.
        name: String,
    },
    /// Only a level: `the province`, `the district`.
    Level(u16),
}

/// A place at token `i`, with or without its level; the token after it.
pub fn place_at(scan: &Scan, names: &Names, i: usize) -> Option<(usize, PlaceRef)> {
    let Some((after, level)) = level_at(scan, i) else {
        return name_at(scan, names, i);
    };
    let label = &scan.kb.levels[usize::from(level)].label;
    if let Some((end, place)) = known_at(scan, after, Some(label)) {
        return Some((end, place));
    }
    if let Some(end) = unlisted_end(scan, names, after, level) {
        let name = scan.tidy(after, end);
        return Some((end, PlaceRef::Named { level: label.clone(), name }));
    }
    Some((after, PlaceRef::Level(level)))
}

/// A place's name at token `i`, without a level in front.
pub fn name_at(scan: &Scan, names: &Names, i: usize) -> Option<(usize, PlaceRef)> {
    let (end, place) = known_at(scan, i, None)?;
    let person = names.at(i).is_some_and(|n| n > end);
    (!person).then_some((end, place))
}

/// The same, of several places of one name one of a level, where that is known.
pub fn name_of_level(scan: &Scan, names: &Names, i: usize, level: Option<&str>) -> Option<(usize, PlaceRef)> {
    let person = |end: usize| names.at(i).is_some_and(|n| n > end);
    let there = level.and_then(|level| known_at(scan, i, Some(level)));
    there.filter(|(end, _)| !person(*end)).or_else(|| name_at(scan, names, i))
}

/// The level that the last of the words from `start` to `at` is, behind others (`Công tỉnh` for `Công an tỉnh`).
pub fn last_word_is_level(scan: &Scan, start: usize, at: usize) -> Option<u16> {
    (at > start + 1).then(|| {
        scan.hits(at - 1).iter().find_map(|h| match h.sense {
            Sense::Level(l) if h.end == at => Some(l),
            _ => None,
        })
    })?
}

/// The level word at token `i`.
pub fn level_at(scan: &Scan, i: usize) -> Option<(usize, u16)> {
    if !scan.starts(i, kind::LEVEL) {
        return None;
    }
    let (end, level) = scan.longest(i, |s| if let Sense::Level(l) = s { Some(l) } else { None })?;
    // `Tỉnh` of `Tỉnh ủy`, `Thành phố` of a body's own name, `xã` of `xã hội` is no level.
    let other = |s: Sense| matches!(s, Sense::Pattern(_) | Sense::Body(_) | Sense::Office(_) | Sense::Blocker);
    let longer = scan.hits(i).iter().any(|h| other(h.sense) && h.end > end);
    (!longer || level_and_holder(scan, i)).then_some((end, level))
}

/// The name of the province told right behind a place (`huyện Châu Thành, tỉnh Tiền Giang`; `huyện Châu Thành (Tiền Giang)`).
pub(super) fn province_behind<'s>(scan: &'s Scan, end: usize) -> Option<&'s str> {
    let behind = if scan.mark(end, ",") || scan.mark(end, "(") || scan.mark(end, "-") { end + 1 } else { end };
    let name = level_at(scan, behind).map_or(behind, |(after, _)| after);
    let province = |s: Sense| match s {
        Sense::Place(p) => Some(&scan.kb.places[usize::from(p)]).filter(|place| place.province),
        _ => None,
    };
    scan.longest(name, province).map(|(_, place)| place.name.label.as_str())
}

/// A place of the ontology; where several share the name, one of the level asked for, in the province told right behind, else a
/// province, else the first.
fn known_at(scan: &Scan, i: usize, level: Option<&str>) -> Option<(usize, PlaceRef)> {
    if !scan.starts(i, kind::PLACE | kind::FOREIGN) {
        return None;
    }
    let hits = || scan.hits(i).iter().filter(|h| matches!(h.sense, Sense::Place(_) | Sense::Foreign(_)));
    let longest = hits().next()?.end;
    let same: Vec<_> = hits().filter(|h| h.end == longest).collect();
    let behind = (same.len() > 1).then(|| province_behind(scan, longest)).flatten();
    let there =
        |p: u16| behind.is_some_and(|told| scan.kb.places[usize::from(province_of(scan.kb, p))].name.label == told);
    let best = same.into_iter().max_by_key(|h| match h.sense {
        Sense::Place(p) => {
            let place = &scan.kb.places[usize::from(p)];
            let fits = level.is_none_or(|l| l == place.level);
            // A city that is to become a province is one of its level before.
            let before = level.is_some() && place.from.is_none();
            (fits, !place.province && there(p), before, place.province, place.from.is_none(), std::cmp::Reverse(p))
        }
        _ => (level.is_none(), false, false, false, false, std::cmp::Reverse(0)),
    })?;
    match best.sense {
        Sense::Place(p) => {
            let place = &scan.kb.places[usize::from(p)];
            let wrong_level = level.is_some_and(|l| l != place.level && !(place.province && provincial(scan.kb, l)));
            (!wrong_level).then_some((longest, PlaceRef::Known(p)))
        }
        // `TP The Hague`
        Sense::Foreign(f) => {
            let fits = level.is_none() || scan.kb.foreign[usize::from(f)].1;
            fits.then_some((longest, PlaceRef::Foreign(f)))
        }
        _ => None,
    }
}

/// Capital words or a number behind a level: a place no list knows. A person's name may follow without a mark; a place below
/// the province may be called like the head of a body (`xã Trường Sơn`, `phường Trường Thi`).
fn unlisted_end(scan: &Scan, names: &Names, i: usize, level: u16) -> Option<usize> {
    if scan.number(i) {
        return Some(i + 1);
    }
    if names_holder(scan, i, level) {
        return None;
    }
    let mut end = i;
    let own = |end: usize| end == i && begins_name(scan, names, i) && !scan.kb.province_level(level);
    while end < i + 4
        && scan.capital(end)
        && !(end > i && names.at(end).is_some())
        && (own(end) || !opens_title(scan, end))
    {
        end += 1;
    }
    (end > i && names.at(i).is_none()).then_some(end)
}

/// Whether who holds an office of the province is named behind the word for it (`Phó Chủ tịch HĐND tỉnh Bon Yô Soan`): the names of
/// provinces are all known, and foreign ones have two syllables mostly.
fn names_holder(scan: &Scan, i: usize, level: u16) -> bool {
    const SHORTEST: usize = 3;
    let office = |s: Sense| matches!(s, Sense::Pattern(_) | Sense::Office(_));
    let word = scan.ends_before(i, |s| s == Sense::Level(level));
    let headed = || word.is_some_and(|at| scan.ends_before(at, office).is_some());
    scan.kb.province_level(level) && (i..i + SHORTEST).all(|t| scan.capital(t)) && headed()
}

/// Whether a syllable that heads bodies begins a name of two: what heads one is followed by more, or by small letters.
fn begins_name(scan: &Scan, names: &Names, i: usize) -> bool {
    let head = |s: Sense| matches!(s, Sense::Pattern(_) | Sense::Body(_) | Sense::Office(_) | Sense::Rank(_));
    let alone = scan
        .hits(i)
        .iter()
        .all(|h| !head(h.sense) || h.end == i + 1 && matches!(h.sense, Sense::Pattern(_) | Sense::Body(_)));
    let two = scan.capital(i + 1) && scan.hits(i + 1).iter().all(|h| !head(h.sense));
    alone && two && (!scan.capital(i + 2) || names.at(i + 2).is_some() || opens_title(scan, i + 2))
}

fn opens_title(scan: &Scan, i: usize) -> bool {
    scan.hits(i).iter().any(|h| match h.sense {
        // `xã Đại Bản`: what is nobody's body may be a syllable of the name.
        Sense::Pattern(p) => scan.kb.patterns[usize::from(p)].public,
        // `xã Hoằng Anh`: a form of address that nobody's name follows is a syllable too.
        Sense::Honorific(_) => h.end > i + 1 || scan.capital(h.end),
        other => matches!(other, Sense::Office(_) | Sense::Rank(_)),
    })
}

/// The province a place lies in; a province is its own.
pub fn province_of(kb: &Ontology, p: u16) -> u16 {
    let place = &kb.places[usize::from(p)];
    if place.province { p } else { place.within.unwrap_or(p) }
}

/// The unit of this name that existed on `day` (`YYYY-MM-DD`); without a day, the one that is not of 2025.
pub fn valid(kb: &Ontology, p: u16, day: Option<&str>) -> u16 {
    let place = &kb.places[usize::from(p)];
    let alive = |q: &crate::ontology::items::Place| match day {
        Some(day) => q.from.as_deref().is_none_or(|f| f <= day) && q.until.as_deref().is_none_or(|u| day <= u),
        None => q.from.is_none(),
    };
    if alive(place) || !place.province {
        return p;
    }
    let same = |q: &crate::ontology::items::Place| q.province && q.name.label == place.name.label && alive(q);
    kb.places.iter().position(same).map_or(p, |q| q as u16)
}

/// Whether a place that the ontology knows is there on `day`, as far as is known.
pub(super) fn alive(kb: &Ontology, p: u16, day: Option<&str>) -> bool {
    let place = &kb.places[usize::from(p)];
    day.is_none_or(|day| place.until.as_deref().is_none_or(|until| day <= until))
}

/// Whether a level, as it is shown, is one of provinces only.
fn provincial(kb: &Ontology, level: &str) -> bool {
    kb.levels.iter().position(|l| l.label == level).is_some_and(|l| kb.province_level(l as u16))
}
