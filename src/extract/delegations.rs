//! Delegations and teams as subjects: who leads them, or is told to travel with them, does what they do.

use super::roles::Reader;
use crate::ontology::items::{Function, Sense};
use crate::ontology::lexicon::Hit;

impl Reader<'_, '_> {
    /// Where a delegation or team is the subject, those who lead it act: the latest mention of each of its leaders.
    pub(super) fn leaders_before(&self, at: usize) -> Vec<usize> {
        let heads = |i: usize| {
            self.scan.hits(i).iter().filter_map(|h| if let Sense::Pattern(p) = h.sense { Some(p) } else { None })
        };
        let teams: Vec<u16> = (self.sentence_start..at)
            .filter(|&i| self.scan.capital(i))
            .flat_map(heads)
            .filter(|&p| self.scan.kb.patterns[usize::from(p)].class == "Commission")
            .collect();
        let leads = |m: usize| {
            self.reading.mentions[m].start < at
                && self.reading.mentions[m].posts.iter().any(|(p, _)| {
                    self.scan.kb.offices[usize::from(p.office)].body_head.is_some_and(|h| teams.contains(&h))
                })
        };
        (0..self.reading.mentions.len())
            .rev()
            .find(|&m| leads(m) && self.reading.who[m].is_some())
            .into_iter()
            .collect()
    }

    /// Where a delegation that nobody names is the subject of a verb at token `at` (`Tối cùng ngày, đoàn đã đến thăm …`): whoever was told
    /// to be with it last (`X cùng đoàn công tác …`), or to lead it (`đoàn công tác do X làm trưởng đoàn`).
    pub(super) fn leader_of_delegation(&self, at: usize) -> Option<usize> {
        let ends = |at: usize, f: Function| self.scan.ends_before(at, |s| s == Sense::Function(f));
        let mut end = at;
        while let Some(aux) = ends(end, Function::Aux) {
            end = aux;
        }
        let start = ends(end, Function::Party)?;
        let lead = start == self.sentence_start || self.scan.mark(start - 1, ",");
        if !lead || self.longer(start, end) {
            return None;
        }
        let with = |m: usize| {
            let to = self.reading.mentions[m].end;
            let aux = self.scan.function(to, Function::Aux).unwrap_or(to);
            let joined = self.scan.function(to, Function::Joiner).or_else(|| self.attending(aux));
            let party = |i: usize| self.scan.function(i, Function::Party).filter(|&end| !self.longer(i, end));
            let leads = self.reading.mentions[m].posts.iter().any(|(_, rule)| *rule == "leads-team");
            leads || joined.is_some_and(|i| party(i).or_else(|| party(i - 1)).is_some())
        };
        let before = self.reading.mentions.partition_point(|m| m.start < self.sentence_start);
        // A delegation is not spoken of for long without its leader.
        const REACH: usize = 8;
        let told = self.scan.sentence_of(self.sentence_start).saturating_sub(REACH);
        let near = |&m: &usize| self.reading.mentions[m].start >= self.scan.sentences[told].start;
        (0..before).rev().take_while(near).find(|&m| self.reading.who[m].is_some() && with(m))
    }

    /// Whether the word for a delegation from `start` to `end` is only the beginning of another (`đoàn viên`, `đoàn thanh niên`).
    fn longer(&self, start: usize, end: usize) -> bool {
        let goes_on = self.scan.hits(start).iter().any(|h| h.end > end);
        let small = |i: usize| self.scan.word(i) && !self.scan.capital(i);
        let acts = |h: &Hit| matches!(h.sense, Sense::Function(_) | Sense::Cue(_) | Sense::Event(_));
        goes_on || end == start + 1 && small(end) && !self.scan.hits(end).iter().any(acts)
    }

    /// The token behind a cue of taking part at token `i`.
    fn attending(&self, i: usize) -> Option<usize> {
        self.scan
            .longest(i, |s| match s {
                Sense::Cue(c) if self.scan.kb.cues[usize::from(c)].states == "attended" => Some(()),
                _ => None,
            })
            .map(|(end, ())| end)
    }
}
