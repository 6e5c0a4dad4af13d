//! Changes of office and rank: who was appointed, elected, promoted, left or was disciplined, and what that makes of posts.

use std::ops::Range;

use super::events::Events;
use super::names::Names;
use super::posts::{Post, post_at};
use super::reading::Reading;
use super::roles::{Item, Placed, items};
use super::scan::Scan;
use crate::ontology::items::{Function, Sense};

/// A change found.
#[derive(Clone, Debug)]
pub struct Change {
    /// Local name of its class.
    pub class: String,
    /// Whom it concerns.
    pub person: usize,
    /// The office gained or left.
    pub post: Option<Post>,
    /// The rank gained.
    pub rank: Option<u16>,
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

/// The classes a cue may state here.
const CLASSES: [&str; 5] = ["Appointment", "Election", "Promotion", "Departure", "Discipline"];

/// Reads the changes of all sentences.
pub fn find(scan: &Scan, names: &Names, reading: &Reading, events: &Events) -> Vec<Change> {
    let mut found: Vec<Change> = Vec::new();
    let mut pending: Option<u16> = None;
    for (n, sentence) in scan.sentences.iter().enumerate() {
        let items = items(scan, reading, events, sentence);
        let mut finder = Finder { scan, names, reading, items: &items, sentence: n, found: &mut found };
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
        let from = self.items[..k].iter().rposition(|p| matches!(p.item, Item::Person(_) | Item::Mark(';'))).unwrap_or(0);
        self.items[from..k]
            .iter()
            .any(|p| matches!(p.item, Item::Word(Function::Negation | Function::Future | Function::Hedge)))
    }

    /// An office behind the cue, and the person the change concerns.
    fn office(&mut self, class: &str, at: usize, cue: u16, k: usize) {
        let post = self.office_behind(at);
        let leaves = matches!(class, "Departure" | "Discipline");
        let right = self.person_right(k, leaves || post.is_some());
        let left = self.person_left(k);
        let passive = self.items[..k].last().is_some_and(|p| p.item == Item::Word(Function::Passive));
        let mention = match (left, right) {
            (Some(l), _) if passive || post.is_some() && !leaves => Some(l),
            (l, Some(r)) if !passive => Some(r).or(l),
            (l, _) if leaves => l,
            (l, r) => l.or(r),
        };
        let Some(mention) = mention else {
            return;
        };
        if post.is_none() && !leaves {
            return;
        }
        self.push(class, mention, post, None, cue, at);
    }

    /// The post that starts right behind the cue, small words between.
    fn office_behind(&self, at: usize) -> Option<Post> {
        (at..at + 3).find_map(|i| {
            let clear = (at..i).all(|t| self.scan.word(t) && !self.scan.capital(t));
            if !clear {
                return None;
            }
            post_at(self.scan, self.names, i).filter(|p| !p.foreign)
        })
    }

    /// The person left of the cue who is changed: the nearest one named, not the one who decides.
    fn person_left(&self, k: usize) -> Option<usize> {
        for at in (0..k).rev() {
            match self.items[at].item {
                Item::Person(m) if self.reading.who[m].is_some() => {
                    let of = at > 0 && self.items[at - 1].item == Item::Word(Function::Of) && self.items[at - 1].end == self.items[at].start;
                    if !of {
                        return Some(m);
                    }
                }
                Item::Mark(';') => return None,
                _ => {}
            }
        }
        None
    }

    /// The person right of the cue: its object, or behind `cho`, `đối với`.
    fn person_right(&self, k: usize, far: bool) -> Option<usize> {
        for placed in self.items[k + 1..].iter().take(if far { 6 } else { 2 }) {
            match placed.item {
                Item::Person(m) if self.reading.who[m].is_some() => return Some(m),
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
        let Some(&(last, rank)) = ranks.iter().take(2).last() else {
            return;
        };
        let right: Vec<usize> = self.items.iter().filter(|p| p.start > last).filter_map(|p| match p.item {
            Item::Person(m) if self.reading.who[m].is_some() => Some(m),
            _ => None,
        }).collect();
        let people = if right.is_empty() { self.person_left(k).into_iter().collect() } else { right };
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
            None => self.found.push(Change { class: class.to_owned(), person, post, rank, cue, sentence: self.sentence, start, end, mention }),
        }
    }
}

fn same_office(a: Option<&Post>, b: Option<&Post>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.title == b.title && (a.body.is_none() || b.body.is_none() || a.body.as_ref().map(|x| &x.head) == b.body.as_ref().map(|x| &x.head)),
        _ => false,
    }
}
