//! Why a cue or verb made nobody take part in anything: what it had found and what was missing.

use super::items::{Item, Placed};
use super::misses::{Miss, hindered, words};
use super::people::Naming;
use super::roles::Reader;
use crate::ontology::items::{Function, Voice};

impl Reader<'_, '_> {
    fn miss_of(&self, cue: Option<u16>, at: &Placed, slot: &'static str, why: impl Into<String>) -> Miss {
        match cue {
            Some(cue) => Miss::cue(self.scan, cue, words(at), slot, why),
            None => Miss::rule("event-verb", words(at), slot, why),
        }
    }

    /// The sentence of a verb of speech is no report of the event.
    pub(super) fn miss_report(&self, items: &[Placed], k: usize, cue: u16, setting: Function) {
        self.scan.misses.note(|| {
            let why = match setting {
                Function::PressTalk => "the sentence tells of a talk with the press",
                _ => "the sentence tells what was before, and names no event",
            };
            let miss = Miss::cue(self.scan, cue, words(&items[k]), "setting", why);
            match items.iter().find(|p| p.item == Item::Word(setting)) {
                Some(word) => miss.for_words(words(word)),
                None => miss,
            }
        });
    }

    /// Nobody acts: who stands nearest, and why that is not the subject.
    pub(super) fn miss_subject(&self, items: &[Placed], k: usize, cue: Option<u16>) {
        self.scan.misses.note(|| {
            let miss = |why: &str| self.miss_of(cue, &items[k], "subject", why);
            let person = |p: &&Placed| matches!(p.item, Item::Person(_));
            let passive = cue.is_some_and(|c| self.scan.kb.cues[usize::from(c)].voice == Voice::Passive);
            if passive {
                return miss("nobody behind the cue");
            }
            let stop = items[..k].iter().rposition(|p| matches!(p.item, Item::Mark(';' | ':')));
            let left = (stop.map_or(0, |s| s + 1)..k).rev().find(|&i| person(&&items[i]));
            if let Some(at) = left.filter(|&at| at > 0) {
                let governing = items[at - 1].start..items[at].end;
                return miss("who stands before is the object of a word in front").for_words(governing);
            }
            if let Some(before) = items[..k].iter().rfind(person) {
                return miss("a mark ends the clause of whom stands before").for_words(words(before));
            }
            match items[k + 1..].iter().find(person) {
                Some(behind) => {
                    miss("who stands behind follows no comma next to the cue and no word that opens a list")
                        .for_words(words(behind))
                }
                None => miss("nobody left or right of it in the sentence"),
            }
        });
    }

    /// The clause is denied, doubted or still to come.
    pub(super) fn miss_hindered(
        &self,
        items: &[Placed],
        k: usize,
        cue: Option<u16>,
        people: &[usize],
        (by, word): (Function, Placed),
    ) {
        self.scan.misses.note(|| {
            let miss = self.miss_of(cue, &items[k], "verb", hindered(by)).for_words(words(&word));
            self.with_subjects(miss, people)
        });
    }

    /// No event is known to which it could belong.
    pub(super) fn miss_event(&self, at: &Placed, cue: u16, people: &[usize]) {
        self.scan.misses.note(|| {
            let speech = self.scan.kb.cues[usize::from(cue)].voice.is_speech();
            let why = match speech {
                true => "none named right behind it or located before it, and the passage reports none",
                false => "none named in the sentence, and the passage reports none",
            };
            self.with_subjects(self.miss_of(Some(cue), at, "event", why), people)
        });
    }

    /// A remark of somebody who takes no part in the event of the passage.
    pub(super) fn miss_remark(&self, at: &Placed, cue: u16, person: usize, event: usize) {
        self.scan.misses.note(|| {
            let name = self.events.list[event].name;
            let name = &self.events.mentions[name];
            let why = format!(
                "the passage's was last spoken of {} sentences before, is not held for speaking, and they took no other part in it:",
                self.since
            );
            let miss = self.miss_of(Some(cue), at, "event", why).for_words(name.start..name.end);
            self.with_subjects(miss, &[person])
        });
    }

    /// A verb that names an event by what follows it, and nothing follows.
    pub(super) fn miss_object(&self, at: &Placed) {
        self.scan.misses.note(|| self.miss_of(None, at, "object", "no words behind the verb say of what"));
    }

    /// A mention that stands for nobody.
    pub(super) fn miss_person(&self, mention: usize, cue: Option<u16>) {
        self.scan.misses.note(|| {
            let m = &self.reading.mentions[mention];
            let at = Placed { item: Item::Person(mention), start: m.start, end: m.core };
            let why = match (matches!(m.naming, Naming::Bare) && m.plural, &m.naming) {
                (true, _) => "several people are meant and none is named",
                (_, Naming::Short(..)) => "no full name of the article ends so",
                _ => "nobody the article names is known to be meant",
            };
            self.miss_of(cue, &at, "subject", why)
        });
    }

    /// A list whose event is not known.
    pub(super) fn miss_listed(&self, items: &[Placed], cue: u16) {
        self.scan.misses.note(|| {
            let person = items.iter().find(|p| matches!(p.item, Item::Person(_))).unwrap_or(&items[0]);
            self.miss_of(Some(cue), person, "event", "the line that opens the list names none, nor does the passage")
        });
    }

    /// Names the subjects that were found.
    fn with_subjects(&self, miss: Miss, people: &[usize]) -> Miss {
        let mentions = people.iter().map(|&m| &self.reading.mentions[m]);
        mentions.fold(miss, |miss, m| miss.found("subject", m.start..m.core))
    }
}
