//! One article: what was found beside what is annotated, one to one.

use std::collections::BTreeSet;
use std::fmt;

use super::annotation::{Annotation, Fact, Occasion};
use super::dates::same_date;
use super::found::{Event, Found, Told};
use super::likeness::Likeness;
use super::occasions;
use super::statement::Role;
use super::verdict::{Kind, Mark, Verdict};
use crate::extract::record::{Evidence, Record};
use crate::text::key::key;

/// Compares what was found in an article with its annotation: a verdict for every fact of either.
pub fn compare<'r>(record: &'r Record, annotation: &Annotation, likeness: Likeness) -> Vec<Verdict<'r>> {
    let ignored = annotation.ignore_people.iter().map(|n| key(n)).collect();
    let found = Found::of(record);
    let mut comparison = Comparison { annotation, likeness, ignored, verdicts: Vec::new() };
    comparison.facts(&found);
    comparison.events(&found);
    comparison.verdicts
}

/// Something annotated.
struct Wanted<G> {
    what: G,
    optional: bool,
}

/// An annotated role, with its event and the event found for it.
struct WantedRole<'a> {
    role: &'a Role,
    occasion: &'a Occasion,
    event: Option<usize>,
}

struct Comparison<'a, 'r> {
    annotation: &'a Annotation,
    likeness: Likeness<'a>,
    /// Keys of the names of those to ignore.
    ignored: BTreeSet<String>,
    verdicts: Vec<Verdict<'r>>,
}

impl<'a, 'r> Comparison<'a, 'r> {
    fn say(&mut self, kind: Kind, mark: Mark, what: impl ToString, evidence: &[&'r Evidence]) {
        self.verdicts.push(Verdict { kind, mark, what: what.to_string(), evidence: evidence.to_vec() });
    }

    fn say_told<T: ToString>(&mut self, kind: Kind, mark: Mark, told: &Told<'r, T>) {
        self.say(kind, mark, told.what.to_string(), &told.evidence);
    }

    /// Ranks, posts, changes and awards.
    fn facts(&mut self, found: &Found<'r>) {
        let (mut ranks, mut posts, mut changes, mut awards) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for annotated in &self.annotation.facts {
            let optional = annotated.optional;
            match &annotated.fact {
                Fact::Rank(what) => ranks.push(Wanted { what, optional }),
                Fact::Post(what) => posts.push(Wanted { what, optional }),
                Fact::Appointment(what) => changes.push(Wanted { what, optional }),
                Fact::Award(what) => awards.push(Wanted { what, optional }),
            }
        }
        // A post without a body fits any: it chooses after those that have one.
        posts.sort_by_key(|post| post.what.org.is_none());
        let likeness = self.likeness;
        let told = self.counted(Kind::Rank, &found.ranks, |r| &r.person);
        self.pair(Kind::Rank, ranks, told, |g, s| likeness.same_rank(g.what, s));
        let told = self.counted(Kind::Post, &found.posts, |p| &p.person);
        self.pair(Kind::Post, posts, told, |g, s| likeness.same_post(g.what, s, g.optional));
        let told = self.counted(Kind::Appointment, &found.changes, |c| &c.person);
        self.pair(Kind::Appointment, changes, told, |g, s| likeness.same_change(g.what, s));
        self.pair(Kind::Award, awards, found.awards.iter().collect(), |g, s| likeness.same_giving(g.what, s));
    }

    /// The statements about people who count; the others are put aside.
    fn counted<'f, T: ToString>(
        &mut self,
        kind: Kind,
        found: &'f [Told<'r, T>],
        person: impl Fn(&T) -> &str,
    ) -> Vec<&'f Told<'r, T>> {
        let (counted, aside): (Vec<&Told<T>>, Vec<&Told<T>>) =
            found.iter().partition(|told| !self.ignored.contains(&key(person(&told.what))));
        aside.into_iter().for_each(|told| self.say_told(kind, Mark::Aside, told));
        counted
    }

    /// Gives each wanted statement, those that count before the optional ones, the first of those found that says the same.
    fn pair<G: ToString, T: ToString>(
        &mut self,
        kind: Kind,
        mut wanted: Vec<Wanted<G>>,
        mut found: Vec<&Told<'r, T>>,
        same: impl Fn(&Wanted<G>, &T) -> bool,
    ) {
        wanted.sort_by_key(|wanted| wanted.optional);
        for wanted in &wanted {
            let hit = found.iter().position(|told| same(wanted, &told.what)).map(|n| found.remove(n));
            match hit {
                Some(told) if wanted.optional => self.say_told(kind, Mark::Aside, told),
                Some(told) => self.say_told(kind, Mark::Right, told),
                None if wanted.optional => {}
                None => self.say(kind, Mark::Missed, wanted.what.to_string(), &[]),
            }
        }
        found.into_iter().for_each(|told| self.say_told(kind, Mark::Wrong, told));
    }

    /// Events with their dates, places and organisers, and the roles at them.
    fn events(&mut self, found: &Found<'r>) {
        let annotation = self.annotation;
        let pairs = occasions::pair(&annotation.events, found, &self.ignored, self.likeness);
        for (occasion, number) in annotation.events.iter().zip(&pairs) {
            let event = number.map(|k| &found.events[k]);
            match event {
                Some(event) if occasion.optional => self.uncounted(event, Mark::Aside),
                None if occasion.optional => {}
                _ => self.event(occasion, event),
            }
        }
        for (k, event) in found.events.iter().enumerate() {
            if !pairs.contains(&Some(k)) {
                self.uncounted(event, Mark::Wrong);
            }
        }
        self.roles(found, &pairs);
    }

    /// An event that no annotated one stands for; its details count for nothing.
    fn uncounted(&mut self, event: &Event<'r>, mark: Mark) {
        self.say(Kind::Event, mark, event, &event.evidence);
        let details =
            [(Kind::EventDate, &event.dates), (Kind::EventPlace, &event.places), (Kind::EventHost, &event.hosts)];
        for (kind, told) in details {
            told.iter().for_each(|told| self.say_told(kind, Mark::Aside, told));
        }
    }

    /// An annotated event and the one found for it, which is wrong where its type is.
    fn event(&mut self, occasion: &'a Occasion, found: Option<&Event<'r>>) {
        match found {
            Some(event) if occasion.types.contains(&event.kind) => {
                self.say(Kind::Event, Mark::Right, event, &event.evidence);
            }
            Some(event) => {
                self.say(Kind::Event, Mark::Missed, occasion, &[]);
                self.say(Kind::Event, Mark::Wrong, event, &event.evidence);
            }
            None => self.say(Kind::Event, Mark::Missed, occasion, &[]),
        }
        let likeness = self.likeness;
        let [dates, places, hosts] = match found {
            Some(event) => [&event.dates, &event.places, &event.hosts].map(|told| told.iter().collect()),
            None => [const { Vec::new() }; 3],
        };
        let wanted = |names: &'a [String]| names.iter().map(|what| Wanted { what, optional: false }).collect();
        // Where the day of publication is known, words like "this morning" may tell a date that readers of the text alone cannot.
        if occasion.date.is_some() || self.annotation.published.is_none() {
            self.pair(Kind::EventDate, wanted(occasion.date.as_slice()), dates, |g, s| same_date(g.what, s));
        } else {
            dates.into_iter().for_each(|told| self.say_told(Kind::EventDate, Mark::Aside, told));
        }
        let same_place = |g: &Wanted<&String>, s: &String| likeness.same_place(g.what, s);
        self.pair(Kind::EventPlace, wanted(occasion.place.as_slice()), places, same_place);
        self.pair(Kind::EventHost, wanted(&occasion.host), hosts, |g, s| likeness.same_body(g.what, s));
    }

    /// Roles at all events: at the event found for the annotated one, or at another of its type.
    fn roles(&mut self, found: &Found<'r>, pairs: &[Option<usize>]) {
        let mut wanted = Vec::new();
        for (occasion, event) in self.annotation.events.iter().zip(pairs) {
            let roles = occasion.roles.iter().filter(|r| !self.ignored.contains(&key(&r.person)));
            wanted.extend(roles.map(|role| Wanted {
                what: WantedRole { role, occasion, event: *event },
                optional: occasion.optional,
            }));
        }
        let told = self.counted(Kind::Role, &found.roles, |r| &r.role.person);
        let likeness = self.likeness;
        self.pair(Kind::Role, wanted, told, |g, s| {
            likeness.same_person(&g.what.role.person, &s.role.person)
                && g.what.role.role == s.role.role
                && (g.what.event == Some(s.event) || g.what.occasion.types.contains(&found.events[s.event].kind))
        });
    }
}

impl fmt::Display for WantedRole<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} at {}", self.role, self.occasion)
    }
}
