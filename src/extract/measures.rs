//! Measures against somebody told by two verbs: that there is one, and which (`kỷ luật ông A bằng hình thức cách chức …`).

use super::changes::Finder;
use super::items::Item;
use super::posts::Post;
use crate::ontology::items::{Function, Sense, Voice};

impl Finder<'_, '_> {
    /// Who is dealt with by the verb before, where the verb of item `k`, which ends an office, names nobody itself.
    pub(super) fn measured(&self, k: usize, post: Option<&Post>) -> Vec<usize> {
        let ends = |c: u16| self.class(c) == "Departure" || self.scan.kb.cues[usize::from(c)].ends_office;
        let causative = |c: &u16| self.voice(*c) == Voice::Causative;
        if post.is_none() || !self.change_cue(k).filter(causative).is_some_and(ends) {
            return Vec::new();
        }
        let dealt = |verb: usize| {
            let class = self.change_cue(verb).filter(causative).map(|c| self.class(c))?;
            if !matches!(class, "Discipline" | "Departure") || self.not_done(verb).is_some() {
                return Some((verb, Vec::new()));
            }
            let passive = |p: &usize| self.items[*p].item == Item::Word(Function::Passive);
            let passive = (verb.saturating_sub(4)..verb).rev().find(passive);
            Some((verb, self.changed(class, verb, None, passive, true).0)).filter(|(_, people)| !people.is_empty())
        };
        let Some((verb, people)) = (0..k).rev().find_map(dealt) else {
            return Vec::new();
        };
        let theirs = |m: usize| people.iter().any(|&p| self.reading.who[p] == self.reading.who[m]);
        let others = self.items[verb + 1..k].iter().filter_map(|p| self.named(p)).any(|m| !theirs(m));
        if others { Vec::new() } else { people }
    }

    /// Whether the next verb says which measure the verb of item `k` speaks of, and which offices it ends.
    pub(super) fn specified(&self, k: usize) -> bool {
        let Some((next, cue)) = (k + 1..self.items.len()).find_map(|j| Some((j, self.change_cue(j)?))) else {
            return false;
        };
        let end = self.items[next].end;
        let ends = self.scan.kb.cues[usize::from(cue)].ends_office && self.not_done(next).is_none();
        let Some(post) = self.office_behind(end).filter(|_| ends) else {
            return false;
        };
        let own = self.scan.kb.cues[usize::from(self.change_cue(k).unwrap_or(cue))].ends_office;
        if own || self.items[next - 1].item == Item::Word(Function::Passive) {
            return false;
        }
        let named = self.items[k + 1..next].iter().any(|p| self.named(p).is_some());
        !self.measured(next, Some(&post)).is_empty() && self.people_right(next).is_empty()
            || !named && !self.offices_of(end, true).is_empty()
    }

    /// The next verb, if it says no more than that the office is lost (`kỷ luật ông A với hình thức cách chức`).
    pub(super) fn removes(&self, k: usize) -> Option<u16> {
        let (next, cue) = (k + 1..self.items.len()).find_map(|j| Some((j, self.change_cue(j)?)))?;
        let ends = self.class(cue) == "Discipline" && self.scan.kb.cues[usize::from(cue)].ends_office;
        let passive = self.items[next - 1].item == Item::Word(Function::Passive);
        let close = self.closes(self.items[next].end) && self.not_done(next).is_none();
        Some(cue).filter(|_| ends && !passive && close)
    }

    /// Whether right before item `i` stands a measure and where it holds: `cách hết chức vụ trong Đảng của ông A`.
    pub(super) fn within(&self, i: usize) -> bool {
        let Some([cue, at]) = i.checked_sub(2).map(|from| &self.items[from..i]) else {
            return false;
        };
        let measure = matches!(cue.item, Item::Cue(c) if self.class(c) == "Discipline");
        measure && at.item == Item::Word(Function::At) && cue.end == at.start
    }

    /// Whether item `k` is a measure against somebody, and no word of a decision stands before it.
    pub(super) fn undecided_measure(&self, k: usize) -> bool {
        let decision = |s: Sense| s == Sense::Function(Function::Decision);
        self.change_cue(k).is_some_and(|c| self.class(c) == "Discipline")
            && self.scan.ends_before(self.items[k].start, decision).is_none()
    }
}
