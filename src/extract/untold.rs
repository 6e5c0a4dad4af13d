//! What was read and yet is not told: people who are no officials and what they did, events of which nothing is told,
//! bodies whose place nobody knows.

use std::collections::HashSet;

use super::complete::Context;
use super::layers::Layers;
use super::misses::Miss;
use super::occasions::Occasion;
use super::people::Mention;

/// What decides whether something is told.
pub(super) struct Untold<'u, 'a> {
    pub layers: &'u Layers<'u, 'a>,
    pub context: &'u Context<'u, 'a>,
    pub officials: &'u HashSet<usize>,
}

impl Untold<'_, '_> {
    /// Notes the people who are no officials, their roles and changes, and the bodies without a place.
    pub(super) fn note(&self) {
        let misses = &self.layers.scan.misses;
        if !misses.are_kept() {
            return;
        }
        for p in 0..self.layers.reading.people.len() {
            if let Some(miss) = self.person(p) {
                misses.note(|| miss);
            }
        }
        for miss in self.roles().into_iter().chain(self.changes()).chain(self.bodies()) {
            misses.note(|| miss);
        }
    }

    /// Notes an event of which nothing is told.
    pub(super) fn event(&self, event: usize, occasion: &Occasion) {
        let Layers { scan, events, .. } = self.layers;
        let naming = &events.mentions[events.list[event].name];
        // A verb names an event only by who takes part.
        if scan.kb.events[usize::from(naming.head)].verbal {
            if self.layers.roles.iter().any(|r| r.event == event && self.officials.contains(&r.person)) {
                let why = "no official is told to do it, words alone are quoted near it";
                scan.misses.note(|| Miss::rule("event-verb", naming.start..naming.end, "subject", why));
            }
            return;
        }
        scan.misses.note(|| {
            let why = "no official takes part, no body holds it, and no words say that it takes place and when";
            let mut miss = Miss::rule("event-head", naming.start..naming.end, "told of it", why);
            if let Some((date, _)) = &occasion.date {
                miss = miss.found("date", date.start..date.end);
            }
            if let Some((place, _)) = &occasion.place {
                miss = miss.found("place", place.start..place.end);
            }
            miss
        });
    }

    /// The first mention of a person of the reading, or the first of which `fits` holds.
    fn mention(&self, person: usize, fits: impl Fn(&Mention) -> bool) -> Option<&Mention> {
        let mut mentions = self.layers.reading.of_person(person);
        mentions.clone().find(|m| fits(m)).or_else(|| mentions.next())
    }

    /// Why a person is no official.
    fn person(&self, p: usize) -> Option<Miss> {
        if self.officials.contains(&p) {
            return None;
        }
        let (scan, person) = (self.layers.scan, &self.layers.reading.people[p]);
        let miss = |m: &Mention, why: &str| Miss::item("official", m.start..m.core, "public role", why);
        if person.foreign {
            return Some(miss(self.mention(p, |m| m.foreign)?, "serves another country"));
        }
        let post = self.context.held(p).first();
        if person.private {
            return Some(miss(
                self.mention(p, |m| m.private)?,
                "named by a private role, and no public office is held now, nor was one of an authority",
            ));
        }
        let m = self.mention(p, |_| true)?;
        let Some((post, _, _)) = post else {
            return Some(miss(m, "no rank and no office is told"));
        };
        let why = match &post.body {
            Some(_) => "no rank is told, and no office of a public body, only",
            None if scan.kb.offices[usize::from(post.office)].weak => {
                "no rank is told, and this office is public only with a public body, which is not known:"
            }
            None => "no rank is told, and the office is not one of this country:",
        };
        Some(miss(m, why).for_words(post.start..post.end))
    }

    /// The roles of people who are no officials.
    fn roles(&self) -> Vec<Miss> {
        let Layers { scan, events, roles, .. } = self.layers;
        let others = roles.iter().filter(|r| !self.officials.contains(&r.person));
        let miss = |r: &super::roles::Role| {
            let name = &self.layers.reading.people[r.person].name;
            let why = format!("{name} is no official");
            let at = r.start..r.end;
            let miss = match r.cue {
                Some(cue) => Miss::cue(scan, cue, at, "subject", why),
                None => Miss::rule("event-verb", at, "subject", why),
            };
            let event = &events.mentions[events.list[r.event].name];
            miss.found("event", event.start..event.end)
        };
        others.map(miss).collect()
    }

    /// The changes of people who are no officials.
    fn changes(&self) -> Vec<Miss> {
        let Layers { scan, reading, changes, .. } = self.layers;
        let others = changes.iter().filter(|c| c.told() && !self.officials.contains(&c.person));
        others
            .map(|c| {
                let why = format!("{} is no official", reading.people[c.person].name);
                let miss = Miss::cue(scan, c.cue, c.start..c.end, "person", why);
                c.post.as_ref().map_or(miss.clone(), |post| miss.found("office", post.start..post.end))
            })
            .collect()
    }

    /// The bodies that lack the place, or the body above them, that their kind has.
    fn bodies(&self) -> Vec<Miss> {
        let kb = self.layers.scan.kb;
        let open = self.context.bodies().iter().filter(|b| b.open && b.public);
        let miss = |b: &super::bodies::Body| {
            let pattern = &kb.patterns[usize::from(b.pattern?)];
            let (slot, why) = match pattern.of_parent {
                true => ("part of", "no body is named behind it, beside it or near it that it could be part of"),
                false => ("place", "none is named behind it or beside it, and the article is of no one place"),
            };
            Some(Miss::item(&pattern.name.iri, b.start..b.end, slot, why))
        };
        open.filter_map(miss).collect()
    }
}
