//! Which office a change tells: behind the cue, in a list of several, or the one the person is named by.

use super::changes::{Change, Finder, Telling};
use super::items::{Item, Placed};
use super::people::{Mention, Naming};
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

    /// Several offices behind a cue whose holder is named behind them: `cách chức A, B và C của ông X`, `… đối với ông X`.
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

    /// The person behind `của`, `đối với` after a cue, offices between.
    pub(super) fn owner_behind(&self, at: usize) -> Option<usize> {
        let behind = self.items.iter().position(|p| p.start >= at)?;
        (behind..self.items.len().saturating_sub(1)).find_map(|i| {
            let of = matches!(self.items[i].item, Item::Word(Function::Of | Function::To | Function::With));
            let of = of && self.items[i].end == self.items[i + 1].start;
            self.named(&self.items[i + 1]).filter(|_| of)
        })
    }

    /// Whether the office `post` stands in front of a name, and is its holder's (`trúng cử là Bộ trưởng A`).
    pub(super) fn names_holder(&self, post: &Post) -> bool {
        let holds = |m: &Mention| m.start <= post.start && post.end <= m.core && !matches!(m.naming, Naming::Bare);
        self.items.iter().any(|p| matches!(p.item, Item::Person(m) if holds(&self.reading.mentions[m])))
    }

    /// The post that starts right behind the cue, small words between.
    pub(super) fn office_behind(&self, at: usize) -> Option<Post> {
        (at..at + 3).find_map(|i| {
            let governed =
                |t: usize| self.scan.function(t, Function::Of).or(self.scan.function(t, Function::To)).is_some();
            let verb = |t: usize| self.items.iter().any(|p| p.start == t && matches!(p.item, Item::Cue(_)));
            let clear = (at..i).all(|t| self.scan.word(t) && !self.scan.capital(t) && !governed(t) && !verb(t));
            if !clear {
                return None;
            }
            post_at(self.scan, self.names, i).filter(|p| !p.foreign)
        })
    }

    /// The office told before that `chức vụ này` or `bầu ông X thay thế` speaks of: taken up by one, left by the other.
    pub(super) fn office_before(&self, at: usize, k: usize, class: &str) -> Option<Post> {
        let gains = matches!(class, "Appointment" | "Election");
        let this =
            (at.saturating_sub(3)..=at).any(|i| self.scan.function(i, Function::ThisOffice).is_some_and(|e| e > at));
        let instead = || {
            let behind = self.items[k + 1..].iter().take(6).take_while(|p| !matches!(p.item, Item::Cue(_)));
            let word = behind.clone().find(|p| p.item == Item::Word(Function::Succeeds)).map(|p| p.end);
            word.is_some_and(|end| !self.items.iter().any(|p| p.start == end && self.named(p).is_some()))
        };
        if !(this || gains && instead()) {
            return None;
        }
        let other = |c: &&Change| match c.class.as_str() {
            "Departure" | "Succeeded" => gains,
            "Appointment" | "Election" => !gains,
            _ => false,
        };
        let near = self.found.iter().rev().take_while(|c| c.sentence + 1 >= self.sentence);
        near.filter(other).find_map(|c| c.post.clone())
    }

    /// Further offices listed behind the one that is held or taken up: a career told in one sentence.
    pub(super) fn further(&mut self, telling: &Telling, class: &str, mention: usize, first: &Post) {
        let mut posts: Vec<(Post, usize)> = Vec::new();
        for (i, placed) in self.items.iter().enumerate().skip(telling.k + 1) {
            match placed.item {
                Item::Person(m) if matches!(self.reading.mentions[m].naming, Naming::Bare) => {
                    posts.extend(self.reading.mentions[m].posts.iter().map(|(p, _)| (p.clone(), i)));
                }
                Item::Mark(',' | ';' | '(' | ')' | '-') | Item::Word(Function::Joiner) => {}
                _ => break,
            }
        }
        // `được bầu làm Chủ tịch UBND huyện, Bí thư Huyện ủy cho biết`: the last office is the subject of what follows.
        let acts = |i: usize| {
            let next = self.items.get(i + 1);
            next.is_some_and(|n| matches!(n.item, Item::Cue(_) | Item::Word(Function::Passive | Function::Is)))
        };
        if let Some(&(_, last)) = posts.last().filter(|(_, i)| class != "Holding" && acts(*i)) {
            posts.retain(|(_, i)| *i != last);
        }
        let office = |p: &Post| p.body.is_some() || !self.scan.kb.offices[usize::from(p.office)].weak;
        let later: Vec<Post> =
            posts.into_iter().map(|(p, _)| p).filter(|p| p.start > first.start && office(p)).collect();
        for post in later {
            let at = post.start;
            self.push(class, mention, Some(post), None, telling.cue, at);
        }
    }

    /// Who is named behind `thay`, `kế nhiệm` held the office before.
    pub(super) fn predecessor(&mut self, telling: &Telling, post: &Post, people: &[usize]) {
        let at = telling.at;
        let quiet = |to: usize| !self.items.iter().any(|p| p.start > at && p.start < to && !self.beside_office(p));
        let before = self.items.windows(2).find_map(|w| {
            let close = w[1].end.abs_diff(at) <= 8 || w[0].start >= post.end && quiet(w[0].start);
            let succeeds = w[0].item == Item::Word(Function::Succeeds) && w[0].end == w[1].start && close;
            self.named(&w[1]).filter(|m| succeeds && !people.contains(m))
        });
        if let Some(mention) = before {
            self.push("Succeeded", mention, Some(post.clone()), None, telling.cue, at);
        }
    }

    /// Whether an item says only more of an office.
    fn beside_office(&self, placed: &Placed) -> bool {
        match placed.item {
            Item::Person(_) => self.named(placed).is_none(),
            Item::Mark(mark) => mark != ';',
            Item::Word(_) => true,
            _ => false,
        }
    }
}
