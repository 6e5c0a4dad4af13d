//! Why a cue of appointing, electing, promoting or leaving changed nothing: what it had found and what was missing.

use std::ops::Range;

use super::changes::Finder;
use super::items::{Item, Placed};
use super::misses::{Miss, words};
use super::posts::Post;

impl Finder<'_, '_> {
    /// The cue whose object starts at token `at`; a line of a list has none of its own.
    fn cue_words(&self, at: usize) -> Range<usize> {
        let cue = self.items.iter().find(|p| p.end == at && matches!(p.item, Item::Cue(_)));
        cue.map_or(at..at + 1, words)
    }

    /// No decision was taken: it is proposed, denied or still to come.
    pub(super) fn miss_decision(&self, at: usize, cue: u16, word: Range<usize>) {
        self.scan.misses.note(|| {
            let why = "proposed, denied or still to come by";
            Miss::cue(self.scan, cue, self.cue_words(at), "decision", why).for_words(word)
        });
    }

    /// Nobody whom the change concerns; an office may be told.
    pub(super) fn miss_concerned(&self, at: usize, cue: u16, post: Option<&Post>) {
        self.scan.misses.note(|| {
            let miss = |why: &str| Miss::cue(self.scan, cue, self.cue_words(at), "person", why);
            let person = |p: &&Placed| matches!(p.item, Item::Person(_));
            let named = self.items.iter().find(|p| person(p) && self.named(p).is_some());
            let miss = match (named, self.items.iter().find(person)) {
                (Some(p), _) => {
                    miss("whom it concerns is not told; elsewhere in the sentence stands").for_words(words(p))
                }
                (None, Some(p)) => miss("nobody the article names in full; only").for_words(words(p)),
                (None, None) => miss("nobody in the sentence"),
            };
            post.map_or(miss.clone(), |p| miss.found("office", p.start..p.end))
        });
    }

    /// No office behind the cue, nor another cue that takes it up (`bổ nhiệm ông A giữ chức …`).
    pub(super) fn miss_office(&self, at: usize, cue: u16, k: usize, mention: usize) {
        if (k + 1..self.items.len()).any(|j| self.change_cue(j).is_some()) {
            return;
        }
        self.scan.misses.note(|| {
            let m = &self.reading.mentions[mention];
            let miss = Miss::cue(self.scan, cue, self.cue_words(at), "office", "none known right behind the cue, but")
                .found("person", m.start..m.core);
            let sentence = &self.scan.sentences[self.sentence];
            match at < sentence.end {
                true => miss.for_words(at..sentence.end.min(at + 4)),
                false => miss.for_words(at.saturating_sub(1)..at),
            }
        });
    }

    /// No rank to which the promotion leads.
    pub(super) fn miss_rank(&self, at: usize, cue: u16, k: usize) {
        self.scan.misses.note(|| {
            let why = "none told behind the cue, nor by a promotion before";
            let miss = Miss::cue(self.scan, cue, self.cue_words(at), "rank", why);
            let people = self.people_left(k);
            people
                .iter()
                .map(|&m| &self.reading.mentions[m])
                .fold(miss, |miss, m| miss.found("person", m.start..m.core))
        });
    }

    /// Nobody who is promoted.
    pub(super) fn miss_promoted(&self, at: usize, cue: u16, rank: usize) {
        self.scan.misses.note(|| {
            let why = "nobody named in the sentence, behind the rank or before the cue";
            let end = self.scan.hits(rank).first().map_or(rank + 1, |h| h.end);
            let miss = Miss::cue(self.scan, cue, self.cue_words(at), "person", why);
            if rank == at && end == rank + 1 { miss } else { miss.found("rank", rank..end) }
        });
    }
}
