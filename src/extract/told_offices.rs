//! Which office a change tells: behind the cue, in a list of several, or the one the person is named by.

use super::changes::{Change, Finder, Telling};
use super::items::{Item, Placed};
use super::people::{Mention, Naming};
use super::posts::{Post, post_at};
use crate::ontology::items::{Function, Sense, Voice};

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

    /// The one office the article told of the person of a mention so far (`ông A từ nhiệm`), unless it told already what
    /// they left.
    pub(super) fn only_post(&self, mention: usize) -> Option<Post> {
        let who = self.reading.who[mention]?;
        let told = |c: &Change| c.person == who && c.class == "Departure";
        let member = |p: &Post| self.scan.kb.offices[usize::from(p.office)].membership;
        let posts = &self.reading.people[who].posts;
        let mut offices = posts.iter().map(|(p, _, _)| p).filter(|p| !member(p) && !p.former && p.body.is_some());
        let first = offices.next().filter(|_| !self.found.iter().any(told))?;
        offices.all(|p| p.office == first.office && p.title == first.title).then(|| first.clone())
    }

    /// The office somebody leaves who is transferred without being told an office elsewhere (`điều chuyển Cục trưởng A về
    /// công tác tại Văn phòng Bộ`).
    pub(super) fn moved_away(&self, telling: &Telling, mention: usize) -> Option<Post> {
        let end = self.reading.mentions[mention].end;
        let end = if self.scan.mark(end, ",") || self.scan.mark(end, "-") { end + 1 } else { end };
        let behind = if end > telling.at { end } else { telling.at };
        self.scan.function(behind, Function::Elsewhere).filter(|_| telling.class == "Appointment")?;
        self.own_post(mention).filter(|p| !p.former).or_else(|| self.only_post(mention))
    }

    /// Whether something is said of holding the office `post` as such (`trúng cử đại biểu Quốc hội là một vinh dự`).
    pub(super) fn is_subject(&self, post: &Post, k: usize) -> bool {
        let joins = self.scan.hits(post.end).iter().any(|h| matches!(h.sense, Sense::Modifier(_)));
        !joins && self.scan.function(post.end, Function::Is).is_some() && self.holder_right(k).is_none()
    }

    /// Whether the person of a mention has offices, and neither a decision nor what was told before says which of them is
    /// left: such a departure says nothing.
    pub(super) fn leaves_nothing(&self, mention: usize) -> bool {
        let Some(who) = self.reading.who[mention] else {
            return true;
        };
        let told = |c: &Change| c.person == who && c.class == "Departure";
        let sentence = self.scan.sentences[self.sentence].clone();
        let decided = || sentence.into_iter().any(|i| self.scan.function(i, Function::Decision).is_some());
        let unknown = self.reading.people[who].posts.is_empty() && decided();
        !(unknown || self.found.iter().any(told))
    }

    /// Offices behind a cue whose holders are named behind them: `cách chức A, B và C của ông X`,
    /// `miễn nhiệm chức vụ A với ông X và chức vụ B của ông Y`.
    pub(super) fn offices_of(&self, at: usize, causative: bool) -> Vec<(usize, Vec<Post>)> {
        let (mut dealt, mut offices, mut depth) = (Vec::new(), Vec::new(), 0usize);
        let behind = self.items.iter().position(|p| p.start >= at).filter(|_| causative);
        for i in behind.unwrap_or(self.items.len())..self.items.len() {
            let placed = &self.items[i];
            match placed.item {
                Item::Mark('(') => depth += 1,
                Item::Mark(')') => depth = depth.saturating_sub(1),
                _ if depth > 0 => {}
                Item::Cue(_) if self.change_cue(i).is_some_and(|c| self.voice(c) == Voice::Causative) => break,
                Item::Person(m) => match self.named(placed) {
                    Some(owner) if !offices.is_empty() && self.leads(i.wrapping_sub(1), placed.start) => {
                        let posts = std::mem::take(&mut offices);
                        dealt.extend(self.group_from(i, owner, false).into_iter().map(|m| (m, posts.clone())));
                    }
                    Some(_) => break,
                    // `quyết định nghỉ hưu của Bộ trưởng X đối với ông A`: the office of who decides.
                    None if matches!(self.reading.mentions[m].naming, Naming::Bare)
                        && !self.decides(i, placed.start) =>
                    {
                        offices.extend(self.reading.mentions[m].posts.iter().map(|(p, _)| p.clone()));
                    }
                    None => {}
                },
                _ => {}
            }
        }
        dealt
    }

    /// Whether the word of item `i`, right before token `start`, says whose the offices before it are, or to whom it is done.
    fn leads(&self, i: usize, start: usize) -> bool {
        self.items.get(i).is_some_and(|p| {
            let of = matches!(p.item, Item::Word(Function::Of | Function::To | Function::With));
            (of || self.scan.function(p.start, Function::To) == Some(p.end)) && p.end == start
        })
    }

    /// Whether what starts at token `start`, item `i`, stands behind a cue and `of`: it is whose decision that is.
    fn decides(&self, i: usize, start: usize) -> bool {
        let before = |n: usize| i.checked_sub(n).map(|j| &self.items[j]);
        let of = before(1).filter(|p| p.item == Item::Word(Function::Of) && p.end == start);
        let cue = before(2).filter(|p| matches!(p.item, Item::Cue(_)));
        matches!((cue, of), (Some(cue), Some(of)) if cue.end == of.start)
    }

    /// Whether the verb behind that of item `k` tells the office, and whom it concerns.
    pub(super) fn told_by_next(&self, class: &str, k: usize, post: Option<&Post>, voice: Voice) -> bool {
        let gains = matches!(class, "Appointment" | "Election");
        let gained = |j: usize| self.change_cue(j).filter(|&c| matches!(self.class(c), "Appointment" | "Election"));
        let Some(post) = post else {
            // `được luân chuyển về tỉnh, giữ chức …`, `chuyển công tác và làm …`
            let joined = self.items.get(k + 1).is_some_and(|p| p.item == Item::Word(Function::Joiner));
            return gains && (k + 1..self.items.len()).any(|j| gained(j).is_some())
                || class == "Departure" && gained(k + 1 + usize::from(joined)).is_some();
        };
        // `bầu Tổng Bí thư làm Chủ tịch nước`: the office says whom; so does that of who does something after it
        // (`phân công điều tra viên A thụ lý`).
        let held = self.items.iter().position(|i| i.start <= post.start && post.start < i.end);
        let Some(held) = held.filter(|_| gains && voice == Voice::Causative) else {
            return false;
        };
        let next = gained(held + 1).is_some_and(|c| self.voice(c) == Voice::Active);
        next || self.names_holder(post) && !self.closes(self.items[held].end)
    }

    /// Whether the office `post` stands in front of a name, and is its holder's (`trúng cử là Bộ trưởng A`).
    pub(super) fn names_holder(&self, post: &Post) -> bool {
        let holds = |m: &Mention| m.start <= post.start && post.end <= m.core && !matches!(m.naming, Naming::Bare);
        self.items.iter().any(|p| matches!(p.item, Item::Person(m) if holds(&self.reading.mentions[m])))
    }

    /// The post that starts right behind the cue, small words between.
    pub(super) fn office_behind(&self, at: usize) -> Option<Post> {
        (at..at + 3).find_map(|i| {
            let governed = |t: usize| self.scan.any_function(t, &[Function::Of, Function::To, Function::From]);
            let verb = |t: usize| self.items.iter().any(|p| p.start == t && matches!(p.item, Item::Cue(_)));
            let small = |t: usize| self.scan.word(t) && !self.scan.capital(t) && !governed(t) && !verb(t);
            let clear = (at..i).all(|t| small(t) || t + 1 == i && (self.scan.mark(t, ":") || self.scan.mark(t, "(")));
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
                Item::Word(Function::Joiner) if self.scan.function(placed.start, Function::With).is_some() => break,
                Item::Mark(',' | ';' | ':' | '(' | ')' | '-') | Item::Word(Function::Joiner | Function::Opener) => {}
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

/// Whether two posts are of one office, as far as both tell.
pub(super) fn same_office(a: Option<&Post>, b: Option<&Post>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => {
            a.title == b.title
                && (a.body.is_none()
                    || b.body.is_none()
                    || a.body.as_ref().map(|x| &x.head) == b.body.as_ref().map(|x| &x.head))
        }
        _ => false,
    }
}
