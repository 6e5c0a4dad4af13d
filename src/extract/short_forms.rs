//! Short forms: whom the last syllables of a name, an office alone or a pronoun refer back to.

use super::misses::Miss;
use super::people::{Naming, beside_stranger};
use super::reading::{Kind, Reading, told_behind};
use super::scan::Scan;
use crate::ontology::items::{Function, Sense};
use crate::text::key::key;

impl Reading {
    /// The person last mentioned before `n` whom `fits` accepts, else the first one after it.
    fn latest(&self, n: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let mut asked = vec![false; self.people.len()];
        let (before, after) = self.who.split_at(n);
        before
            .iter()
            .rev()
            .chain(after)
            .flatten()
            .copied()
            .find(|&p| !std::mem::replace(&mut asked[p], true) && fits(p))
    }

    /// Whether a person's name ends in the whole syllables of this key.
    fn ends_in(&self, person: usize, syllables: &str) -> bool {
        self.people[person].key.strip_suffix(syllables).is_some_and(|rest| rest.ends_with(' '))
    }

    /// Who bears a name that ends in these syllables, last mentioned before.
    pub(super) fn by_last_syllables(&self, scan: &Scan, n: usize, from: usize, to: usize) -> Option<usize> {
        let short = key(scan.words(from, to));
        let female = self.mentions[n].honorific.and_then(|h| scan.kb.honorifics[usize::from(h)].female);
        let fits = |p: usize| {
            let person = &self.people[p];
            self.ends_in(p, &short) && (female.is_none() || person.female.is_none() || female == person.female)
        };
        // `Đại tá Bình`: of two of one name the one with a rank.
        let ranked = self.mentions[n].rank.and_then(|_| self.latest(n, |p| fits(p) && self.people[p].bearing.ranked()));
        ranked.or_else(|| self.latest(n, fits))
    }

    /// A definite office (`Đồng chí Thứ trưởng`): the person last mentioned who holds it.
    pub(super) fn by_office(&self, scan: &Scan, n: usize) -> Option<usize> {
        let m = &self.mentions[n];
        let (post, rule) = m.posts.last()?;
        // `chức danh Chủ tịch UBND tỉnh`: the seat, not who holds it.
        let seat =
            scan.ends_before(m.start, |s| matches!(s, Sense::Function(Function::Seat | Function::Any))).is_some();
        if m.plural || seat || told_behind(rule) || beside_stranger(scan, m, self.mentions.get(n + 1)) {
            return None;
        }
        let office = &scan.kb.offices[usize::from(post.office)];
        let title = key(&office.title);
        // `bí thư đoàn` without more is no other secretary.
        let distinct = post.body.is_none() && office.title != office.name.label;
        let same_body = |held: &Kind, exact: bool| match (&held.body, &post.body) {
            (Some(a), Some(b)) => *a == b.head,
            (_, body) => !exact || body.is_none(),
        };
        let held = |p: usize, former: bool, exact: bool| {
            self.people[p].kinds.iter().any(|held| {
                let same_title = held.office == post.office || !distinct && held.title == title;
                let fits = same_body(held, exact);
                same_title && fits && (held.former || !post.former) && (former || !held.former)
            })
        };
        // `bộ trưởng y tế`: who is called so, before a minister whose ministry is not told yet.
        let exact = post.body.is_some() && (0..self.people.len()).any(|p| held(p, false, true));
        let holds = |p: usize, former: bool| held(p, former, exact);
        // `Bộ trưởng Anh`: of a country, unless the article names a minister so.
        let name = scan.key(post.end - 1);
        let country = |i: usize| scan.hits(i).iter().any(|h| matches!(h.sense, Sense::Foreign(_)) && h.end == post.end);
        let one_word = post.foreign && country(post.end - 1) && !(post.start..post.end - 1).any(country);
        let ours = |p: usize| !self.people[p].foreign && self.ends_in(p, name) && holds(p, true);
        if let Some(namesake) = one_word.then(|| self.latest(n, ours)).flatten() {
            return Some(namesake);
        }
        // Without a country the office is this country's, and its holder of today before one of old.
        let here = |p: usize| post.foreign == self.people[p].foreign;
        self.latest(n, |p| here(p) && holds(p, false))
            .or_else(|| self.latest(n, |p| here(p) && holds(p, true)))
            .or_else(|| self.latest(n, |p| !post.foreign && holds(p, true)))
    }

    /// A pronoun: the person last mentioned, of the same gender where both are told, close enough before.
    pub(super) fn by_pronoun(&self, scan: &Scan, n: usize) -> Option<usize> {
        let m = &self.mentions[n];
        if m.posts.iter().any(|(_, rule)| !told_behind(rule)) || m.rank.is_some() || m.plural {
            return None;
        }
        scan.function(m.start, Function::Pronoun)?;
        let female = m.honorific.and_then(|h| scan.kb.honorifics[usize::from(h)].female);
        let here = scan.sentence_of(m.start);
        let fits = |k: usize| {
            let p = self.who[k].filter(|_| !self.office_alone(k))?;
            let near = here - scan.sentence_of(self.mentions[k].start) <= 3;
            let same = female.is_none() || self.people[p].female.is_none() || female == self.people[p].female;
            (near && same).then_some(p)
        };
        let last = (0..n).rev().find(|&k| fits(k).is_some())?;
        // At the head of a sentence a pronoun goes on with whom the sentence before began with.
        let sentence = scan.sentence_of(self.mentions[last].start);
        let topic = (0..=last).rev().take_while(|&k| scan.sentence_of(self.mentions[k].start) == sentence);
        let topic = topic.filter(|&k| fits(k).is_some()).last();
        let heads = sentence < here;
        fits(topic.filter(|_| heads).unwrap_or(last))
    }

    /// A short form that fits nobody, or somebody addressed otherwise.
    pub(super) fn miss_short_form(&self, scan: &Scan, n: usize) {
        let Naming::Short(from, to) = self.mentions[n].naming else {
            return;
        };
        scan.misses.note(|| {
            let short = format!(" {}", key(scan.words(from, to)));
            let at = self.mentions[n].start..to;
            match self.people.iter().find(|p| p.key.ends_with(&short)) {
                Some(p) => {
                    Miss::item("short name", at, "person", format!("{} is addressed as of the other sex", p.name))
                }
                None => Miss::item("short name", at, "person", "no full name of the article ends so"),
            }
        });
    }

    /// Whether a mention is an office alone, which may be what somebody else becomes.
    fn office_alone(&self, n: usize) -> bool {
        let m = &self.mentions[n];
        matches!(m.naming, Naming::Bare) && m.posts.iter().any(|(_, rule)| *rule == "post-before-name")
    }
}
