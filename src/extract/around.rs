//! What stands around a post: the bodies and places that the posts beside it tell.

use super::bodies::Body;
use super::complete::Told;
use super::people::Mention;
use super::places::{PlaceRef, alive, province_of};
use super::posts::Post;
use super::reading::Reading;
use super::scan::Scan;

/// What stands around a post and tells what its own phrase leaves out.
#[derive(Default)]
pub(super) struct Around {
    /// The body of the next post of the same mention, else of the one before.
    pub(super) body: Option<Body>,
    /// The place of a post of the same mention, or of the one that follows it in a list.
    pub(super) place: Option<u16>,
    /// The place with which the sentence opens.
    pub(super) front: Option<u16>,
}

impl Around {
    /// That place, or the province it lies in, if it is of this level.
    ///
    /// A district's province only as long as there is one on `day`: whoever led a district that is gone serves in the province of
    /// today.
    pub(super) fn of_level(&self, scan: &Scan, level: &str, day: Option<&str>) -> Option<PlaceRef> {
        let place = self.place?;
        let fits = |p: &u16| scan.kb.places[usize::from(*p)].level == level && (*p == place || alive(scan.kb, *p, day));
        [place, province_of(scan.kb, place)].into_iter().find(fits).map(PlaceRef::Known)
    }
}

/// The place that another post of the same mention tells, those behind first, or else the next mention of a list
/// (`A, nguyên Phó Chủ tịch UBND tỉnh và B, nguyên Giám đốc Sở Y tế tỉnh X`).
pub(super) fn place_around(reading: &Reading, posts: &[Told], i: usize) -> Option<u16> {
    let place = |p: &Post| match p.body.as_ref()?.innermost_place()? {
        PlaceRef::Known(p) => Some(*p),
        _ => None,
    };
    let mention = posts[i].2;
    let same = |t: &&Told| t.2 == mention;
    let behind = posts[i..].iter().filter(same).find_map(|(p, _, _)| place(p));
    let before = || posts[..i].iter().rev().filter(same).find_map(|(p, _, _)| place(p));
    let next = || next_in_list(reading, mention)?.posts.iter().find_map(|(p, _)| place(p));
    behind.or_else(before).or_else(next)
}

/// The mention that another follows in a list.
pub(super) fn before_in_list(reading: &Reading, mention: usize) -> Option<&Mention> {
    let start = reading.mentions[mention].start;
    let before = reading.mentions.get(mention.checked_sub(1)?);
    before.filter(|m| (m.end..=m.end + 2).contains(&start))
}

/// The mention that follows another in a list.
pub(super) fn next_in_list(reading: &Reading, mention: usize) -> Option<&Mention> {
    let end = reading.mentions[mention].end;
    reading.mentions.get(mention + 1).filter(|m| (end..=end + 2).contains(&m.start))
}
