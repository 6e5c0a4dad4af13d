//! What somebody says, told as a thing: where it was said.

use super::items::{Item, Placed};
use super::roles::Reader;
use crate::ontology::items::{Function, Sense};

impl Reader<'_, '_> {
    /// `kết luận của X tại cuộc họp`, `ý kiến này của X được nêu tại phiên họp`: X's words, with `của` at item `k`, said at the event
    /// named right behind.
    pub(super) fn words_of(&mut self, items: &[Placed], k: usize) {
        let (Some(noun), [Placed { item: Item::Person(m), start, end }, rest @ ..]) =
            (self.words_before(items[k].start), &items[k + 1..])
        else {
            return;
        };
        let (from, rest) = match rest {
            [Placed { item: Item::Mark(','), start, end: behind }, rest @ ..] if start == end => (*behind, rest),
            _ => (*end, rest),
        };
        // `… được đưa ra tại hội nghị`
        let verb = |p: &Placed| p.item == Item::Word(Function::Passive) || self.speech(*p);
        let rest = &rest[rest.iter().take_while(|p| verb(p)).count()..];
        let [at, Placed { item: Item::Event(e), start: there, .. }, ..] = rest else {
            return;
        };
        let near = at.start <= from + 3 && *there <= at.end + 1;
        let told = *start == items[k].end && at.item == Item::Word(Function::At) && near;
        if let Some(event) = self.events.mentions[*e].event.filter(|_| told && !self.recent(&rest[1])) {
            let cue = match items[..k].last() {
                Some(Placed { item: Item::Cue(cue), start, .. }) if *start >= noun => Some(*cue),
                _ => None,
            };
            self.add(*m, "spokeAt", event, cue, noun, *end);
            // Words that somebody else speaks about are no report of the event.
            let spoken = items[..k].iter().any(|p| matches!(p.item, Item::Cue(_)) && p.start < noun);
            if !spoken && self.reading.who[*m].is_some() {
                self.set_anchor(event);
            }
        }
    }

    /// The noun for what somebody says that ends right before token `of`, but for a word that points back (`ý kiến trên của …`);
    /// where it starts.
    fn words_before(&self, of: usize) -> Option<usize> {
        let said = |s: Sense| match s {
            Sense::Function(f) => f == Function::Words,
            Sense::Cue(c) => self.scan.kb.cues[usize::from(c)].states == "spokeAt",
            _ => false,
        };
        let noun = |i: usize| self.scan.ends_before(i, said);
        let this = || self.scan.ends_before(of, |s| s == Sense::Function(Function::This));
        noun(of).or_else(|| noun(this()?))
    }
}
