//! Delegations and teams as subjects: who leads them, or is told to travel with them, does what they do.

use super::roles::Reader;
use crate::ontology::items::{Function, Sense};

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
    /// to be with it last (`X cùng đoàn công tác …`).
    pub(super) fn leader_of_delegation(&self, at: usize) -> Option<usize> {
        let ends = |at: usize, f: Function| self.scan.ends_before(at, |s| s == Sense::Function(f));
        let mut end = at;
        while let Some(aux) = ends(end, Function::Aux) {
            end = aux;
        }
        let start = ends(end, Function::Party)?;
        let lead = start == self.sentence_start || self.scan.mark(start - 1, ",");
        let with = |m: usize| {
            let to = self.reading.mentions[m].end;
            let aux = self.scan.function(to, Function::Aux).unwrap_or(to);
            let joined = self.scan.function(to, Function::Joiner).or_else(|| self.attending(aux));
            joined.is_some_and(|i| {
                self.scan.function(i, Function::Party).or(self.scan.function(i - 1, Function::Party)).is_some()
            })
        };
        let before = self.reading.mentions.partition_point(|m| m.start < self.sentence_start);
        (0..before).rev().find(|&m| self.reading.who[m].is_some() && with(m)).filter(|_| lead)
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
