//! Changes of office and rank: who was appointed, elected, promoted, left or was disciplined, and what that makes of posts.

use std::ops::Range;

use super::events::Events;
use super::names::Names;
use super::people::Naming;
use super::posts::{Post, post_at};
use super::reading::Reading;
use super::roles::{Item, Placed, items};
use super::scan::Scan;
use crate::ontology::items::{Function, Sense, Voice};

/// A change found.
#[derive(Clone, Debug)]
pub struct Change {
    /// Local name of its class; `Holding` where an office is held, `Succeeded` where it was, without
    /// a change being told.
    pub class: String,
    /// Whom it concerns.
    pub person: usize,
    /// The office gained or left.
    pub post: Option<Post>,
    /// The rank gained.
    pub rank: Option<u16>,
    /// Whether the office is the one the person is named by, which the words do not say is left.
    pub own: bool,
    /// The cue.
    pub cue: u16,
    /// The sentence it stands in.
    pub sentence: usize,
    /// First token of the words that say so.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The mention that names the person: its own posts are left when the new one is taken up.
    pub mention: usize,
}

impl Change {
    /// Whether a change is told, and not only that an office is or was held.
    pub fn told(&self) -> bool {
        CLASSES.contains(&self.class.as_str())
    }
}

/// The classes a cue may state here.
const CLASSES: [&str; 5] = ["Appointment", "Election", "Promotion", "Departure", "Discipline"];

/// Reads the changes of all sentences.
pub fn find(scan: &Scan, names: &Names, reading: &Reading, events: &Events) -> Vec<Change> {
    let mut found: Vec<Change> = Vec::new();
    let mut pending: Option<u16> = None;
    let mut last_rank: Option<u16> = None;
    for (n, sentence) in scan.sentences.iter().enumerate() {
        let items = items(scan, reading, events, sentence);
        let mut finder = Finder { scan, names, reading, items: &items, sentence: n, found: &mut found, last_rank };
        let cues: Vec<usize> = (0..items.len()).filter(|&k| finder.change_cue(k).is_some()).collect();
        let bullet = scan.mark(sentence.start, "-") || scan.mark(sentence.start, "+");
        if cues.is_empty() && bullet {
            if let Some(cue) = pending {
                finder.read(sentence.start, cue, 0, sentence);
            }
        } else {
            pending = None;
        }
        for &k in &cues {
            let Some(cue) = finder.change_cue(k) else {
                continue;
            };
            finder.read(items[k].end, cue, k, sentence);
        }
        last_rank = finder.last_rank;
        if let Some(&k) = cues.last()
            && items.last().is_some_and(|p| p.item == Item::Mark(':'))
        {
            pending = finder.change_cue(k);
        }
    }
    found
}

struct Finder<'f, 'a> {
    scan: &'f Scan<'a>,
    names: &'f Names,
    reading: &'f Reading,
    items: &'f [Placed],
    sentence: usize,
    found: &'f mut Vec<Change>,
    /// The rank that the last promotion led to.
    last_rank: Option<u16>,
}

impl Finder<'_, '_> {
    fn class(&self, cue: u16) -> &str {
        &self.scan.kb.cues[usize::from(cue)].states
    }

    fn change_cue(&self, k: usize) -> Option<u16> {
        match self.items.get(k)?.item {
            Item::Cue(c) if CLASSES.contains(&self.class(c)) => Some(c),
            _ => None,
        }
    }

    /// Reads the change of one cue whose object starts at token `at`.
    fn read(&mut self, at: usize, cue: u16, k: usize, sentence: &Range<usize>) {
        if self.not_done(k) {
            return;
        }
        match self.class(cue).to_owned().as_str() {
            "Promotion" => self.promotion(at, cue, k, sentence),
            class @ ("Appointment" | "Election") => {
                let class = self.elected_nearby(k, class);
                self.office(&class, at, cue, k);
            }
            class => {
                let class = class.to_owned();
                self.office(&class, at, cue, k);
            }
        }
    }

    /// `bầu … giữ chức`: the act of electing names the change, the phrase of holding only its office.
    fn elected_nearby(&self, k: usize, class: &str) -> String {
        let voted = (k.saturating_sub(4)..k).any(|j| self.change_cue(j).is_some_and(|c| self.class(c) == "Election"));
        if voted { "Election".to_owned() } else { class.to_owned() }
    }

    /// Planned, proposed, denied: no change.
    fn not_done(&self, k: usize) -> bool {
        let clause = self.items[..k].iter().rposition(|p| matches!(p.item, Item::Mark(';'))).unwrap_or(0);
        let person = self.items[..k].iter().rposition(|p| matches!(p.item, Item::Person(_))).unwrap_or(clause);
        let future = self.items[clause..k].iter().any(|p| p.item == Item::Word(Function::Future));
        future || self.items[person..k].iter().any(|p| matches!(p.item, Item::Word(Function::Negation | Function::Hedge)))
    }

    /// An office behind the cue, and the people the change concerns.
    fn office(&mut self, class: &str, at: usize, cue: u16, k: usize) {
        let post = self.office_behind(at);
        let causative = self.scan.kb.cues[usize::from(cue)].voice == Voice::Causative;
        let passive = self.items[..k].iter().rposition(|p| p.item == Item::Word(Function::Passive)).filter(|&p| k - p <= 4);
        let mut named_behind = false;
        let offices = self.offices_of(at, causative);
        let people = if let Some(owner) = offices.first().and_then(|_| self.owner_behind(at)) {
            vec![owner]
        } else if let Some(listed) = post.as_ref().filter(|p| p.plural).map(|p| self.listed_behind(p.end)).filter(|l| !l.is_empty()) {
            listed
        } else if let Some(p) = passive {
            let left = self.people_left(p);
            named_behind = left.is_empty();
            if named_behind { self.group_right(k) } else { left }
        } else if causative {
            self.person_right(k).into_iter().collect()
        } else {
            self.people_left(k)
        };
        if post.is_some() {
            self.predecessor(at, cue, post.as_ref());
        }
        let leaves = matches!(class, "Departure" | "Discipline");
        for mention in people {
            let takes_own = class == "Departure" || passive.is_some() || named_behind;
            let own = self.own_post(mention).filter(|_| takes_own || class == "Discipline");
            let by_name = post.is_none() && class == "Discipline";
            let post = post.clone().or(own);
            for post in &offices {
                self.push(class, mention, Some(post.clone()), None, cue, at);
            }
            if (post.is_some() || leaves) && offices.is_empty() {
                let class = if class == "Appointment" && !causative && !self.decided(k) { "Holding" } else { class };
                self.push(class, mention, post, None, cue, at);
                if let Some(last) = self.found.last_mut().filter(|c| by_name && c.class == "Discipline") {
                    last.own = true;
                }
            }
        }
    }

    /// Several offices behind a cue whose holder is named behind `của`: `cách chức A, B và C của ông X`.
    fn offices_of(&self, at: usize, causative: bool) -> Vec<Post> {
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

    /// The person behind `của` after a cue, offices between.
    fn owner_behind(&self, at: usize) -> Option<usize> {
        let behind = self.items.iter().position(|p| p.start >= at)?;
        (behind..self.items.len().saturating_sub(1)).find_map(|i| {
            let of = self.items[i].item == Item::Word(Function::Of) && self.items[i].end == self.items[i + 1].start;
            self.named(&self.items[i + 1]).filter(|_| of)
        })
    }

    /// The people listed right behind a cue, nothing but small words between.
    fn group_right(&self, k: usize) -> Vec<usize> {
        let first = self.items[k + 1..].iter().position(|p| self.named(p).is_some()).filter(|&i| i <= 1);
        let Some(first) = first.map(|i| i + k + 1) else {
            return Vec::new();
        };
        let mut group = Vec::new();
        for placed in &self.items[first..] {
            match placed.item {
                Item::Person(_) => group.extend(self.named(placed)),
                Item::Mark(',') | Item::Word(Function::Joiner) => {}
                _ => break,
            }
        }
        group
    }

    /// Who is named behind `thay`, `kế nhiệm` held the office before.
    fn predecessor(&mut self, at: usize, cue: u16, post: Option<&Post>) {
        let before = self.items.windows(2).find_map(|w| {
            let succeeds = w[0].item == Item::Word(Function::Succeeds) && w[0].end == w[1].start;
            self.named(&w[1]).filter(|_| succeeds)
        });
        if let Some(mention) = before {
            self.push("Succeeded", mention, post.cloned(), None, cue, at);
        }
    }

    /// Whether the sentence speaks of a decision before item `k`: then to hold an office is to be appointed to it.
    fn decided(&self, k: usize) -> bool {
        let sentence = &self.scan.sentences[self.sentence];
        let appoints = self.items[..k].iter().any(|p| matches!(p.item, Item::Cue(c) if CLASSES.contains(&self.class(c)) && self.scan.kb.cues[usize::from(c)].voice == Voice::Causative));
        let passive = self.items[..k].last().is_some_and(|p| p.item == Item::Word(Function::Passive));
        appoints || passive || (sentence.start..self.items[k].start).any(|i| self.scan.function(i, Function::Decision).is_some())
    }

    /// The office a mention itself names, which the person leaves.
    fn own_post(&self, mention: usize) -> Option<Post> {
        let member = |p: &Post| self.scan.kb.offices[usize::from(p.office)].membership;
        self.reading.mentions[mention].posts.iter().map(|(p, _)| p).find(|p| !member(p)).cloned()
    }

    /// Everyone named in full behind token `from` in the sentence.
    fn listed_behind(&self, from: usize) -> Vec<usize> {
        self.items.iter().filter(|p| p.start >= from).filter_map(|p| self.named(p)).collect()
    }

    fn named(&self, placed: &Placed) -> Option<usize> {
        match placed.item {
            Item::Person(m) if self.reading.who[m].is_some() => {
                let mention = &self.reading.mentions[m];
                let office = mention.posts.iter().any(|(_, rule)| *rule != "copula-post");
                (!matches!(mention.naming, Naming::Bare) || !office).then_some(m)
            }
            _ => None,
        }
    }

    /// The post that starts right behind the cue, small words between.
    fn office_behind(&self, at: usize) -> Option<Post> {
        (at..at + 3).find_map(|i| {
            let governed = |t: usize| self.scan.function(t, Function::Of).or(self.scan.function(t, Function::To)).is_some();
            let clear = (at..i).all(|t| self.scan.word(t) && !self.scan.capital(t) && !governed(t));
            if !clear {
                return None;
            }
            post_at(self.scan, self.names, i).filter(|p| !p.foreign)
        })
    }

    /// The people left of item `k` who are changed: the nearest not behind a preposition of possession, and those listed with them.
    fn people_left(&self, k: usize) -> Vec<usize> {
        let mut at = k;
        while at > 0 {
            at -= 1;
            if self.items[at].item == Item::Mark(';') {
                return Vec::new();
            }
            let of = at > 0 && matches!(self.items[at - 1].item, Item::Word(Function::Of | Function::Succeeds)) && self.items[at - 1].end == self.items[at].start;
            if let Some(m) = self.named(&self.items[at]).filter(|_| !of) {
                return self.group_left(at, m);
            }
        }
        Vec::new()
    }

    fn group_left(&self, at: usize, last: usize) -> Vec<usize> {
        let mut group = vec![last];
        let mut i = at;
        while i >= 2 {
            let (joint, before) = (&self.items[i - 1], &self.items[i - 2]);
            let close = joint.end == self.items[i].start && before.end == joint.start;
            let joins = matches!(joint.item, Item::Mark(',') | Item::Word(Function::Joiner));
            match self.named(before).filter(|_| close && joins) {
                Some(m) => group.push(m),
                None => break,
            }
            i -= 2;
        }
        group.reverse();
        group
    }

    /// The person right of the cue: its object, or behind `cho`, `đối với`.
    fn person_right(&self, k: usize) -> Option<usize> {
        for (i, placed) in self.items.iter().enumerate().skip(k + 1).take(6) {
            let of = self.items[i - 1].item == Item::Word(Function::Of) && self.items[i - 1].end == placed.start;
            if let Some(m) = self.named(placed).filter(|_| !of) {
                return Some(m);
            }
            match placed.item {
                Item::Mark(';') => return None,
                Item::Cue(c) if !CLASSES.contains(&self.class(c)) => return None,
                _ => {}
            }
        }
        None
    }

    /// The last rank of `từ RANK lên RANK`, or the rank behind the cue, and everyone who got it.
    fn promotion(&mut self, at: usize, cue: u16, k: usize, sentence: &Range<usize>) {
        let stop = sentence.end;
        let rank = |i: usize| self.scan.longest(i, |s| if let Sense::Rank(r) = s { Some(r) } else { None });
        let in_mention = |i: usize| {
            self.items.iter().any(|p| matches!(p.item, Item::Person(m) if p.start <= i && i < p.end && self.reading.who[m].is_some()))
        };
        let ranks: Vec<(usize, u16)> = (at..stop).filter(|&i| !in_mention(i)).filter_map(|i| rank(i).map(|(_, r)| (i, r))).collect();
        let told = ranks.iter().take(2).last().copied().or(self.last_rank.map(|r| (at, r)));
        let Some((last, rank)) = told else {
            return;
        };
        self.last_rank = Some(rank);
        let right: Vec<usize> = self.items.iter().filter(|p| p.start > last).filter_map(|p| match p.item {
            Item::Person(m) if self.reading.who[m].is_some() => Some(m),
            _ => None,
        }).collect();
        let people = if right.is_empty() { self.people_left(k) } else { right };
        for mention in people {
            self.push("Promotion", mention, None, Some(rank), cue, at);
        }
    }

    fn push(&mut self, class: &str, mention: usize, post: Option<Post>, rank: Option<u16>, cue: u16, at: usize) {
        let Some(person) = self.reading.who[mention] else {
            return;
        };
        let m = &self.reading.mentions[mention];
        let end = post.as_ref().map_or(at, |p| p.end).max(m.core);
        let start = m.start.min(at);
        let same = self.found.iter_mut().find(|c| {
            c.person == person && c.class == class && c.rank == rank && (c.post.is_none() || post.is_none() || same_office(c.post.as_ref(), post.as_ref()))
        });
        match same {
            Some(old) => {
                if old.post.is_none() {
                    old.post = post;
                }
            }
            None => self.found.push(Change { class: class.to_owned(), person, post, rank, own: false, cue, sentence: self.sentence, start, end, mention }),
        }
    }
}

fn same_office(a: Option<&Post>, b: Option<&Post>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.title == b.title && (a.body.is_none() || b.body.is_none() || a.body.as_ref().map(|x| &x.head) == b.body.as_ref().map(|x| &x.head)),
        _ => false,
    }
}
