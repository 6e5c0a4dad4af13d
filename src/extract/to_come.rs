//! What is told and not reported: events that are still to come, or only wished for, and sittings that are only spoken about.

use super::events::EventMention;
use super::items::{Item, Placed};
use super::roles::Reader;
use crate::ontology::items::{Function, Sense};

impl Reader<'_, '_> {
    /// The event of a cue that speaks of the future, which is planned unless the passage reports it.
    pub(super) fn planned_event(&mut self, items: &[Placed], k: usize, event: Option<usize>) -> Option<usize> {
        let unnamed = event == self.anchor && self.event_named(items).is_none();
        let event = if unnamed { self.latest_other(items[k].start) } else { event };
        if let Some(e) = event {
            self.events.list[e].planned |= self.anchor != Some(e);
        }
        event
    }

    /// Whether items in front of an event say that it is to come: not what it is held to prepare, told in a clause before
    /// (`Chuẩn bị cho kỳ họp, hôm qua các đại biểu đã gặp gỡ cử tri`).
    pub(super) fn told_to_come(&self, before: &[Placed]) -> bool {
        let prepares = |i: usize| {
            let preparation = self.scan.function(before[i].start, Function::Preparation).is_some();
            preparation && before[i..].iter().any(|p| p.item == Item::Mark(','))
        };
        (0..before.len()).any(|i| before[i].item == Item::Word(Function::Future) && !prepares(i))
    }

    /// Whether an event is told as one that is still to come.
    pub(super) fn to_come(&self, event: usize) -> bool {
        let told = |m: &EventMention| {
            let sentence = &self.scan.sentences[self.scan.sentence_of(m.start)];
            m.event == Some(event)
                && m.full
                && (sentence.start..sentence.end.min(m.end + 8))
                    .any(|i| self.scan.function(i, Function::Future).is_some())
        };
        self.events.list[event].planned || self.events.mentions.iter().any(told)
    }

    /// The sitting last told of, where all who speak are called members of an assembly.
    pub(super) fn sitting(&self, people: &[usize]) -> Option<usize> {
        let member = |m: &usize| {
            self.reading.mentions[*m].posts.iter().any(|(p, _)| {
                let office = &self.scan.kb.offices[usize::from(p.office)];
                office.membership && office.classes.iter().any(|c| c == "Legislature")
            })
        };
        // Members of an assembly meet their voters, too.
        let voters = self.anchor.is_some_and(|a| self.events.list[a].class == "VoterMeeting");
        if voters || people.is_empty() || !people.iter().all(member) {
            return None;
        }
        // `Ông X đề nghị thông qua dự án luật tại kỳ họp thứ 5`: one that is only spoken about.
        let about = |m: &&EventMention| {
            let sentence = &self.scan.sentences[self.scan.sentence_of(m.start)];
            let speech = |s: Sense| matches!(s, Sense::Cue(c) if self.speaks(c));
            (sentence.start..m.start).any(|i| self.scan.hits(i).iter().any(|h| speech(h.sense)))
        };
        let told = self.events.mentions.iter().rev().filter(|m| m.start < self.sentence_start && !about(m));
        told.filter_map(|m| m.event).find(|&e| self.events.list[e].class == "Session")
    }

    /// A word between subject and verb that says it did not, or will, or might happen.
    pub(super) fn hindered(&self, items: &[Placed], from: usize, k: usize) -> Option<(Function, Placed)> {
        let subject = items[..k].iter().rposition(|p| matches!(p.item, Item::Person(_)));
        // `hy vọng X sẽ dự`, `mời Tổng Bí thư, Chủ tịch nước thăm`: wished for in front of the subject.
        let subject = subject.map(|s| {
            let listed =
                |p: &&Placed| matches!(p.item, Item::Person(_) | Item::Mark(',') | Item::Word(Function::Joiner));
            let first = s - items[..s].iter().rev().take_while(listed).count();
            let wished = first > 0 && items[first - 1].item == Item::Word(Function::Hedge);
            if wished { first } else { s }
        });
        if let Some(wish) = subject.and_then(|s| Some((s, items.get(s.checked_sub(1)?)?)))
            && wish.1.item == Item::Word(Function::Hedge)
            && wish.1.end == items[wish.0].start
        {
            return Some((Function::Hedge, *wish.1));
        }
        let from = subject.unwrap_or(from);
        items[from..k].iter().rev().take(3).find_map(|p| match p.item {
            Item::Word(f @ (Function::Negation | Function::Future | Function::Hedge)) => Some((f, *p)),
            _ => None,
        })
    }
}
