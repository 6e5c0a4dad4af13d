//! Whom a change concerns and which office it names: left of the cue, behind it, or listed behind it.

use super::changes::{CLASSES, Finder};
use super::items::{Item, Placed};
use super::people::Naming;
use super::posts::{Post, post_at};
use crate::ontology::items::Function;

impl Finder<'_, '_> {
    /// The office a mention itself names, which the person leaves.
    pub(super) fn own_post(&self, mention: usize) -> Option<Post> {
        let member = |p: &Post| self.scan.kb.offices[usize::from(p.office)].membership;
        self.reading.mentions[mention].posts.iter().map(|(p, _)| p).find(|p| !member(p)).cloned()
    }

    /// The office the article last named the person of a mention by, which a measure against them concerns.
    pub(super) fn known_post(&self, mention: usize) -> Option<Post> {
        let member = |p: &Post| self.scan.kb.offices[usize::from(p.office)].membership;
        let person = &self.reading.people[self.reading.who[mention]?];
        let told = person.posts.iter().filter(|(p, _, n)| *n <= mention && !member(p) && p.public(self.scan));
        told.map(|(p, _, _)| p).next_back().cloned()
    }

    /// Everyone named in full behind token `from` in the sentence.
    pub(super) fn listed_behind(&self, from: usize) -> Vec<usize> {
        self.items.iter().filter(|p| p.start >= from).filter_map(|p| self.named(p)).collect()
    }

    pub(super) fn named(&self, placed: &Placed) -> Option<usize> {
        match placed.item {
            Item::Person(m) if self.reading.who[m].is_some() => {
                let mention = &self.reading.mentions[m];
                let office = mention.posts.iter().any(|(_, rule)| *rule != "copula-post");
                (!matches!(mention.naming, Naming::Bare) || !office).then_some(m)
            }
            _ => None,
        }
    }

    /// The people left of item `k` who are changed: the nearest not behind a preposition of possession, and those listed with them.
    /// Who is succeeded counts only right before the verb (`thay ông A nghỉ hưu`).
    pub(super) fn people_left(&self, k: usize) -> Vec<usize> {
        let mut at = k;
        while at > 0 {
            at -= 1;
            if self.items[at].item == Item::Mark(';') {
                return Vec::new();
            }
            let beside = self.items.get(k).is_some_and(|cue| cue.start == self.items[at].end);
            let governs = |item: Item| match item {
                Item::Word(Function::Of) => true,
                Item::Word(Function::Succeeds) => !beside,
                _ => false,
            };
            let of = at > 0 && governs(self.items[at - 1].item) && self.items[at - 1].end == self.items[at].start;
            // `em trai của bà X, người bị miễn nhiệm`: the clause is told of X.
            let end = self.items[at].end;
            let told_on = self.scan.mark(end, ",") && self.scan.function(end + 1, Function::Filler).is_some();
            if let Some(m) = self.named(&self.items[at]).filter(|_| !of || told_on) {
                return self.group_left(at, m);
            }
        }
        Vec::new()
    }

    pub(super) fn group_left(&self, at: usize, last: usize) -> Vec<usize> {
        let mut group = vec![last];
        let mut i = at;
        while i >= 2 {
            let (joint, before) = (&self.items[i - 1], &self.items[i - 2]);
            let close = joint.end == self.items[i].start && before.end == joint.start;
            let joins = matches!(joint.item, Item::Mark(',') | Item::Word(Function::Joiner));
            match self.named(before).filter(|_| close && joins) {
                Some(m) => group.push(m),
                None => break,
            }
            i -= 2;
        }
        group.reverse();
        group
    }

    /// The person right of the cue: its object, or behind `cho`, `đối với`.
    pub(super) fn person_right(&self, k: usize) -> Option<usize> {
        for (i, placed) in self.items.iter().enumerate().skip(k + 1).take(6) {
            let of = self.items[i - 1].item == Item::Word(Function::Of) && self.items[i - 1].end == placed.start;
            if let Some(m) = self.named(placed).filter(|_| !of) {
                return Some(m);
            }
            match placed.item {
                Item::Mark(';') => return None,
                Item::Cue(c) if !CLASSES.contains(&self.class(c)) => return None,
                _ => {}
            }
        }
        None
    }

    /// Several offices behind a cue whose holder is named behind `của`: `cách chức A, B và C của ông X`.
    pub(super) fn offices_of(&self, at: usize, causative: bool) -> Vec<Post> {
        let Some(owner) = self.owner_behind(at).filter(|_| causative) else {
            return Vec::new();
        };
        let until = self.reading.mentions[owner].start;
        let bare = |m: usize| matches!(self.reading.mentions[m].naming, Naming::Bare);
        self.items
            .iter()
            .filter(|p| at <= p.start && p.start < until)
            .filter_map(|p| if let Item::Person(m) = p.item { Some(m) } else { None })
            .filter(|&m| bare(m))
            .flat_map(|m| self.reading.mentions[m].posts.iter().map(|(p, _)| p.clone()))
            .collect()
    }

    /// The person behind `của` after a cue, offices between.
    pub(super) fn owner_behind(&self, at: usize) -> Option<usize> {
        let behind = self.items.iter().position(|p| p.start >= at)?;
        (behind..self.items.len().saturating_sub(1)).find_map(|i| {
            let of = self.items[i].item == Item::Word(Function::Of) && self.items[i].end == self.items[i + 1].start;
            self.named(&self.items[i + 1]).filter(|_| of)
        })
    }

    /// The people listed right behind a cue, nothing but small words between.
    pub(super) fn group_right(&self, k: usize) -> Vec<usize> {
        let first = self.items[k + 1..].iter().position(|p| self.named(p).is_some()).filter(|&i| i <= 1);
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

    /// The post that starts right behind the cue, small words between.
    pub(super) fn office_behind(&self, at: usize) -> Option<Post> {
        (at..at + 3).find_map(|i| {
            let governed =
                |t: usize| self.scan.function(t, Function::Of).or(self.scan.function(t, Function::To)).is_some();
            let clear = (at..i).all(|t| self.scan.word(t) && !self.scan.capital(t) && !governed(t));
            if !clear {
                return None;
            }
            post_at(self.scan, self.names, i).filter(|p| !p.foreign)
        })
    }

    pub(super) fn change_cue(&self, k: usize) -> Option<u16> {
        match self.items.get(k)?.item {
            Item::Cue(c) if CLASSES.contains(&self.class(c)) => Some(c),
            _ => None,
        }
    }

    pub(super) fn class(&self, cue: u16) -> &str {
        &self.scan.kb.cues[usize::from(cue)].states
    }
}
