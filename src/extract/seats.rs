//! Seats in elected bodies: who is elected to a body is one of its members.

use super::bodies::{Body, body_at};
use super::items::{Item, Placed};
use super::names::Names;
use super::posts::{Post, post_at};
use super::scan::Scan;
use crate::ontology::items::{Office, Sense, Voice};

/// The seat in the body that token `i` begins (`trúng cử vào Quốc hội`).
pub(super) fn seat_at(scan: &Scan, names: &Names, i: usize) -> Option<Post> {
    let known = scan.longest(i, |s| if let Sense::Body(b) = s { Some(b) } else { None });
    let body = match known {
        Some((end, b)) => Body::known(scan, b, i..end),
        None => body_at(scan, names, i)?,
    };
    let of = |o: &Office| match known {
        Some((_, b)) => o.fixed_body == Some(b),
        None => o.body_head.is_some() && o.body_head == body.pattern,
    };
    // The name of a body known by name may begin as those of its kind do (`Ủy ban Kiểm tra Trung ương`).
    let kind = || scan.longest(i, |s| if let Sense::Pattern(p) = s { Some(p) } else { None }).map(|(_, p)| p);
    let listed =
        body.pattern.or_else(kind).and_then(|p| scan.kb.patterns[usize::from(p)].member_office).map(usize::from);
    // A full member's, not an alternate's: the shortest title.
    let told = scan.kb.offices.iter().enumerate().filter(|(_, o)| o.membership && !o.foreign && of(o));
    let own = told.min_by_key(|(_, o)| o.title.len()).map(|(n, _)| n);
    let office = if known.is_some() { own.or(listed) } else { listed.or(own) }?;
    Some(Post::of_member(scan, u16::try_from(office).ok()?, body))
}

/// The seat the first winners of the article won: those of whom it only says that they won have such a one.
pub(super) fn of_article(scan: &Scan, names: &Names, sentences: &[Vec<Placed>]) -> Option<Post> {
    let member = |p: &Post| scan.kb.offices[usize::from(p.office)].membership && p.body.is_some();
    let wins = |c: u16| {
        let cue = &scan.kb.cues[usize::from(c)];
        cue.states == "Election" && cue.voice == Voice::Active
    };
    let cues = sentences.iter().flatten().filter(|p| matches!(p.item, Item::Cue(c) if wins(c)));
    cues.filter_map(|p| post_at(scan, names, p.end).filter(member).or_else(|| seat_at(scan, names, p.end))).next()
}
