//! Promotions: the rank that is reached, and who reaches it.

use std::ops::Range;

use super::changes::Finder;
use super::items::{Item, Placed};
use crate::ontology::items::{Function, Sense};

impl Finder<'_, '_> {
    /// The last rank of `từ RANK lên RANK`, or the rank behind the cue, and everyone who got it.
    pub(super) fn promotion(&mut self, at: usize, cue: u16, k: usize, sentence: &Range<usize>) {
        // The next promotion has its own rank.
        let again =
            (k + 1..self.items.len()).find(|&j| self.change_cue(j).is_some_and(|c| self.class(c) == "Promotion"));
        let stop = again.map_or(sentence.end, |j| self.items[j].start);
        let rank = |i: usize| self.scan.longest(i, |s| if let Sense::Rank(r) = s { Some(r) } else { None });
        let in_mention = |i: usize| {
            self.items.iter().any(
                |p| matches!(p.item, Item::Person(m) if p.start <= i && i < p.end && self.reading.who[m].is_some()),
            )
        };
        let mut ranks: Vec<(usize, u16)> = Vec::new();
        let mut i = at;
        while i < stop {
            let found = rank(i).filter(|_| !in_mention(i));
            ranks.extend(found.map(|(_, r)| (i, r)));
            i = found.map_or(i + 1, |(end, _)| end);
        }
        let here = ranks.iter().take(2).next_back().copied();
        let told = here.or(self.last_rank.map(|r| (at, r)));
        let Some((last, rank)) = told else {
            return self.miss_rank(at, cue, k);
        };
        self.last_rank = Some(rank);
        // Whoever stands behind the next verb is spoken of otherwise.
        // `… cho ba sĩ quan được Chủ tịch nước ký`: who acts is not who is promoted.
        let verb = |p: &&Placed| matches!(p.item, Item::Cue(_) | Item::Word(Function::Passive));
        let next_verb = self.items[k + 1..].iter().filter(|p| p.start > last).find(verb);
        let until = next_verb.map_or(sentence.end, |p| p.start);
        let right: Vec<usize> = self
            .items
            .iter()
            .filter(|p| (last + 1..until).contains(&p.start))
            .filter_map(|p| match p.item {
                Item::Person(m) if self.reading.who[m].is_some() => Some(m),
                _ => None,
            })
            .collect();
        let passive = self.scan.function(self.items[k].start, Function::Passive).is_some()
            || (k.saturating_sub(2)..k).any(|j| self.items[j].item == Item::Word(Function::Passive));
        // `chúc mừng hai sĩ quan được thăng quân hàm, đồng chí A nhấn mạnh`: without a rank A is not who reaches one.
        let right = if here.is_none() && self.items.get(k + 1).is_some_and(|p| p.item == Item::Mark(',')) {
            Vec::new()
        } else {
            right
        };
        let left = if passive && again.is_some() || right.is_empty() { self.people_left(k) } else { Vec::new() };
        let people = if left.is_empty() { right } else { left };
        if people.is_empty() {
            self.miss_promoted(at, cue, last);
        }
        for mention in people {
            self.push("Promotion", mention, None, Some(rank), cue, at);
        }
    }
}
