//! Digests: articles of several items, each a paragraph that begins with a bullet and the place or body it tells of
//! (`* BẮC NINH. Sáng 5/6, …`, `* Công an tỉnh X: Ngày 5/6, …`), or, where nothing stands before the first, its day
//! (`* Cùng ngày, …`). What one item tells is not of the events, people and places of another.

use super::bodies::{Body, body_at};
use super::body_acts::day_at;
use super::names::Names;
use super::occasions::{Reader, Told};
use super::places::{PlaceRef, place_at};
use super::scan::Scan;
use crate::ontology::items::Function;

/// An item of a digest.
#[derive(Clone, Copy, Debug)]
pub(super) struct DigestItem {
    /// Its first token.
    pub start: usize,
    /// The first token behind the place or body and its mark, or behind the bullet.
    pub text: usize,
    /// One past its last token: a digest may end in words on all of it.
    pub end: usize,
    /// The place, where it begins with one, or with a body of one.
    pub place: Option<u16>,
}

/// An item has so many tokens at least: less is a line of a list.
const SENTENCE: usize = 12;

/// The items of a digest, in order; none where fewer than two paragraphs are such.
pub(super) fn items(scan: &Scan, names: &Names) -> Vec<DigestItem> {
    let starts = paragraphs(scan);
    // Behind a lead the days are those of one event (`- Sáng 6/7, kỳ họp thảo luận …`).
    let alone = bullet(scan, 0);
    let item = |n: usize| {
        let (start, last) = (starts[n], starts.get(n + 1).copied().unwrap_or(scan.len()));
        bullet(scan, start).then_some(())?;
        let day = |at: usize| day_at(scan, at).or_else(|| scan.function(at, Function::SameDay));
        let placed = place_at(scan, names, start + 1).and_then(|(end, place)| match place {
            PlaceRef::Known(place) if scan.mark(end, ":") || scan.mark(end, ".") => Some((end + 1, Some(place))),
            _ => None,
        });
        // Who says what is listed so too (`- Bộ Y tế: Ông A, Thứ trưởng …`): an item tells its day.
        let of_body =
            || body_at(scan, names, start + 1).filter(|body| scan.mark(body.end, ":") && day(body.end + 1).is_some());
        let placed = placed.or_else(|| match of_body()? {
            Body { end, place: Some(PlaceRef::Known(place)), .. } => Some((end + 1, Some(place))),
            Body { end, .. } => Some((end + 1, None)),
        });
        let dated = || day(start + 1).filter(|_| alone);
        let (text, place) = placed.or_else(|| dated().map(|_| (start + 1, None)))?;
        (last >= start + SENTENCE).then_some(DigestItem { start, text, end: last, place })
    };
    let found: Vec<DigestItem> = (0..starts.len()).filter_map(item).collect();
    if found.len() < 2 { Vec::new() } else { found }
}

/// Whether a bullet stands at token `i`.
fn bullet(scan: &Scan, i: usize) -> bool {
    ["*", "-", "+", "•"].iter().any(|bullet| scan.mark(i, bullet))
}

/// The first tokens of all paragraphs.
pub(super) fn paragraphs(scan: &Scan) -> Vec<usize> {
    (0..scan.len()).filter(|&t| t == 0 || scan.breaks(t - 1)).collect()
}

/// The number of the item that token `i` lies in; those before the first and behind the last of a row have none.
pub(super) fn item_of(items: &[DigestItem], i: usize) -> Option<usize> {
    items.partition_point(|item| item.start <= i).checked_sub(1).filter(|n| i < items[*n].end)
}

impl Reader<'_, '_> {
    /// The place that an item of a digest begins with.
    pub(super) fn place_of_item(&self, event: usize) -> Option<Told<PlaceRef>> {
        let at = self.events.mentions[self.events.list[event].name].start;
        let item = self.context.geography.item(at)?;
        let value = self.province(&PlaceRef::Known(item.place?))?;
        Some(Told { value, start: item.start + 1, end: item.text - 1 })
    }
}
