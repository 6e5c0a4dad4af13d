//! Digests: articles of several items, each a paragraph that begins with a bullet and the place it tells of
//! (`* BẮC NINH. Sáng 5/6, …`). What one item tells is not of the events, people and places of another.

use super::names::Names;
use super::occasions::{Reader, Told};
use super::places::{PlaceRef, place_at};
use super::scan::Scan;

/// An item of a digest.
#[derive(Clone, Copy, Debug)]
pub(super) struct DigestItem {
    /// Its first token.
    pub start: usize,
    /// The first token behind the place and its mark.
    pub text: usize,
    /// The place.
    pub place: u16,
}

/// The items of a digest, in order; none where fewer than two paragraphs begin so.
pub(super) fn items(scan: &Scan, names: &Names) -> Vec<DigestItem> {
    let item = |start: usize| {
        ["*", "-", "+", "•"].iter().find(|bullet| scan.mark(start, bullet))?;
        let (end, place) = place_at(scan, names, start + 1)?;
        let PlaceRef::Known(place) = place else {
            return None;
        };
        (scan.mark(end, ":") || scan.mark(end, ".")).then_some(DigestItem { start, text: end + 1, place })
    };
    let paragraphs = (0..scan.len()).filter(|&t| t == 0 || scan.breaks(t - 1));
    let found: Vec<DigestItem> = paragraphs.filter_map(item).collect();
    if found.len() < 2 { Vec::new() } else { found }
}

/// The number of the item that token `i` lies in; those before the first have none.
pub(super) fn item_of(items: &[DigestItem], i: usize) -> Option<usize> {
    items.partition_point(|item| item.start <= i).checked_sub(1)
}

impl Reader<'_, '_> {
    /// The place that an item of a digest begins with.
    pub(super) fn place_of_item(&self, event: usize) -> Option<Told<PlaceRef>> {
        let at = self.events.mentions[self.events.list[event].name].start;
        let item = self.context.geography.item(at)?;
        let value = self.province(&PlaceRef::Known(item.place))?;
        Some(Told { value, start: item.start + 1, end: item.text - 1 })
    }
}
