//! Whom a change concerns, where they are listed behind it.

use super::changes::Finder;
use super::items::{Item, Placed};
use super::posts::Post;
use crate::ontology::items::Function;

impl Finder<'_, '_> {
    /// Everyone named in full behind token `from` in the sentence.
    pub(super) fn listed_behind(&self, from: usize) -> Vec<usize> {
        self.items.iter().filter(|p| p.start >= from).filter_map(|p| self.named(p)).collect()
    }

    /// The same, where the list begins right behind or is opened (`5 Phó Chủ tịch gồm các ông A, B`).
    pub(super) fn listed_near(&self, from: usize) -> Vec<usize> {
        let listed = self.listed_behind(from);
        let first = listed.first().map_or(from, |&m| self.reading.mentions[m].start);
        let opens = |i: usize| {
            self.scan.mark(i, ":") || self.scan.any_function(i, &[Function::Opener, Function::Is, Function::To])
        };
        // `… là ông A và ông B, Thường trực hiện có Chủ tịch C`: another list begins.
        let next = |p: &&Placed| p.start > first && p.item == Item::Word(Function::Opener);
        let until = self.items.iter().find(next).map_or(usize::MAX, |p| p.start);
        let here = listed.into_iter().filter(|&m| self.reading.mentions[m].start < until);
        if first <= from + 2 || (from..first).any(opens) { here.collect() } else { Vec::new() }
    }

    /// Those listed behind an election: `trúng cử đại biểu Quốc hội gồm các ông A, B`.
    pub(super) fn listed_as(&self, k: usize, post: Option<&Post>) -> Vec<usize> {
        let end = self.items[k].end;
        let at = post.filter(|p| (end..end + 4).contains(&p.start)).map_or(end, |p| p.end);
        let opens = |i: usize| {
            let opener = self.scan.function(i, Function::Opener).or_else(|| self.scan.function(i, Function::Is));
            opener.is_some() || self.scan.mark(i, ":")
        };
        let denied = |i: usize| i > at && self.scan.function(i - 1, Function::Negation).is_some();
        let opened = (at..at + 4).take_while(|&i| !self.scan.breaks(i)).find(|&i| opens(i)).filter(|&i| !denied(i));
        let clear = |i: &usize| !self.items.iter().any(|p| p.start > *i && matches!(p.item, Item::Cue(_)));
        opened.filter(clear).map(|i| self.listed_behind(i)).unwrap_or_default()
    }

    /// The people listed right behind a cue, nothing but small words between.
    pub(super) fn group_right(&self, k: usize) -> Vec<usize> {
        let first = self.items[k + 1..].iter().position(|p| self.named(p).is_some()).filter(|&i| i <= 1);
        let first = first.filter(|&i| self.items[k + i].item != Item::Word(Function::Succeeds));
        let Some(first) = first.map(|i| i + k + 1) else {
            return Vec::new();
        };
        let mut group = Vec::new();
        for placed in &self.items[first..] {
            match placed.item {
                Item::Person(_) => group.extend(self.named(placed)),
                Item::Mark(',') | Item::Word(Function::Joiner) => {}
                _ => break,
            }
        }
        group
    }
}
