//! Changes of office and rank: who was appointed, elected, promoted, left or was disciplined, and what that makes of posts.

use std::ops::Range;

use super::careers;
use super::elected;
use super::items::{Item, Placed};
use super::misses::words;
use super::names::Names;
use super::people::Naming;
use super::posts::Post;
use super::reading::Reading;
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
    /// Mentions that tell the same change again.
    pub again: Vec<usize>,
}

impl Change {
    /// Whether mention `n` is one of those that tell it.
    pub fn by(&self, n: usize) -> bool {
        self.mention == n || self.again.contains(&n)
    }

    /// Whether a change is told, and not only that an office is or was held.
    pub fn told(&self) -> bool {
        CLASSES.contains(&self.class.as_str())
    }
}

/// The classes a cue may state here.
pub(super) const CLASSES: [&str; 5] = ["Appointment", "Election", "Promotion", "Departure", "Discipline"];

/// Reads the changes of all sentences.
pub(super) fn find(scan: &Scan, names: &Names, reading: &Reading, sentences: &[Vec<Placed>]) -> Vec<Change> {
    let mut found: Vec<Change> = Vec::new();
    let mut pending: Option<u16> = None;
    let mut last_rank: Option<u16> = None;
    for (n, sentence) in scan.sentences.iter().enumerate() {
        let items = &sentences[n];
        let mut finder = Finder { scan, names, reading, items, sentence: n, found: &mut found, last_rank };
        let cues: Vec<usize> = (0..items.len()).filter(|&k| finder.change_cue(k).is_some()).collect();
        let bullet = scan.mark(sentence.start, "-") || scan.mark(sentence.start, "+");
        if cues.is_empty() && bullet {
            if let Some(cue) = pending.filter(|_| !items.is_empty()) {
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
    elected::members(scan, names, reading, sentences, &mut found);
    found
}

/// Reads the changes of one sentence.
pub(super) struct Finder<'f, 'a> {
    pub(super) scan: &'f Scan<'a>,
    pub(super) names: &'f Names,
    pub(super) reading: &'f Reading,
    pub(super) items: &'f [Placed],
    pub(super) sentence: usize,
    pub(super) found: &'f mut Vec<Change>,
    /// The rank that the last promotion led to.
    pub(super) last_rank: Option<u16>,
}

impl Finder<'_, '_> {
    /// Reads the change of one cue whose object starts at token `at`.
    fn read(&mut self, at: usize, cue: u16, k: usize, sentence: &Range<usize>) {
        if let Some(word) = self.not_done(k) {
            return self.miss_decision(at, cue, word);
        }
        // `giữ quyền Chủ tịch`: the cue's last word is the office's modifier.
        let keeps = |i: usize| {
            self.scan.hits(i).iter().any(|h| {
                h.end == at
                    && matches!(h.sense, Sense::Modifier(m) if self.scan.kb.modifiers[usize::from(m)].keeps.is_some())
            })
        };
        let at = if at > 0 && keeps(at - 1) { at - 1 } else { at };
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

    /// Planned, proposed, denied: no change; the word that says so.
    fn not_done(&self, k: usize) -> Option<Range<usize>> {
        let before = &self.items[..k];
        let clause = before.iter().rposition(|p| p.item == Item::Mark(';'));
        let person = before.iter().rposition(|p| matches!(p.item, Item::Person(_)));
        // `đề xuất bổ nhiệm ông A giữ chức …`: what is said of the first verb holds for the second.
        if let Some(verb) = person.and_then(|p| p.checked_sub(1))
            && self.change_cue(verb).is_some()
            && clause.is_none_or(|c| c < verb)
            && let Some(word) = self.not_done(verb)
        {
            return Some(word);
        }
        let future = before[clause.unwrap_or(0)..].iter().find(|p| p.item == Item::Word(Function::Future));
        // Proposals are verbs of speech too: they are looked for word by word.
        let from = person.max(clause).map_or(self.scan.sentences[self.sentence].start, |i| before[i].end);
        let open = |i: usize| {
            let end = self.scan.function(i, Function::Hedge).or_else(|| self.scan.function(i, Function::Negation))?;
            Some(i..end)
        };
        future.map(words).or_else(|| (from..self.items[k].start).find_map(open))
    }

    /// An office behind the cue, and the people the change concerns.
    fn office(&mut self, class: &str, at: usize, cue: u16, k: usize) {
        let post = self.office_behind(at);
        let told_later =
            |j: usize| self.change_cue(j).is_some_and(|c| matches!(self.class(c), "Appointment" | "Election"));
        if post.is_none() && class == "Appointment" && (k + 1..self.items.len()).any(told_later) {
            // `được luân chuyển về tỉnh, giữ chức …`: the next verb tells the office.
            return;
        }
        // A decision on a departure (`trao quyết định nghỉ hưu cho X`) is somebody's who gives it.
        let given = self.scan.ends_before(self.items[k].start, |s| s == Sense::Function(Function::Decision)).is_some();
        let causative = self.scan.kb.cues[usize::from(cue)].voice == Voice::Causative || class == "Departure" && given;
        let passive =
            self.items[..k].iter().rposition(|p| p.item == Item::Word(Function::Passive)).filter(|&p| k - p <= 4);
        let offices = self.offices_of(at, causative);
        let owner = offices.first().and_then(|_| self.owner_behind(at));
        let (people, named_behind) = match owner {
            Some(owner) => (vec![owner], false),
            None => self.changed(class, k, post.as_ref(), passive, causative),
        };
        if post.is_some() {
            self.predecessor(at, cue, post.as_ref());
        }
        let leaves = matches!(class, "Departure" | "Discipline");
        if people.is_empty() {
            self.miss_concerned(at, cue, post.as_ref());
        }
        for mention in people {
            let takes_own = class == "Departure" || passive.is_some() || named_behind;
            let own = self.own_post(mention).filter(|_| takes_own || class == "Discipline");
            let by_name = post.is_none() && class == "Discipline";
            let own = own.or_else(|| self.known_post(mention).filter(|_| by_name));
            let post = if named_behind { own.or(post.clone()) } else { post.clone().or(own) };
            for post in &offices {
                self.push(class, mention, Some(post.clone()), None, cue, at);
            }
            if post.is_none() && !leaves && offices.is_empty() {
                self.miss_office(at, cue, k, mention);
            }
            if (post.is_some() || leaves) && offices.is_empty() {
                let held = !self.decided(k) || self.past(k);
                let class = if class == "Appointment" && !causative && held { "Holding" } else { class };
                let holding = class == "Holding";
                self.push(class, mention, post, None, cue, at);
                if holding {
                    self.career(mention, k, cue);
                }
                if let Some(last) = self.found.last_mut().filter(|c| by_name && c.class == "Discipline") {
                    last.own = true;
                }
            }
        }
    }

    /// The people a change concerns, and whether they are named behind a passive (`được bổ nhiệm ông X`).
    fn changed(
        &self,
        class: &str,
        k: usize,
        post: Option<&Post>,
        passive: Option<usize>,
        causative: bool,
    ) -> (Vec<usize>, bool) {
        let listed = post.filter(|p| p.plural).map(|p| self.listed_behind(p.end)).filter(|l| !l.is_empty());
        if let Some(listed) = listed {
            return (listed, false);
        }
        if let Some(p) = passive {
            let left = self.people_left(p);
            return if left.is_empty() { (self.group_right(k), true) } else { (left, false) };
        }
        let left = if causative { Vec::new() } else { self.people_left(k) };
        let behind = causative || left.is_empty() && class == "Departure";
        (if behind { self.person_right(k).into_iter().collect() } else { left }, false)
    }

    /// Further offices listed behind one that is held: a career told in one sentence.
    fn career(&mut self, mention: usize, k: usize, cue: u16) {
        let mut posts = Vec::new();
        for placed in &self.items[k + 1..] {
            match placed.item {
                Item::Person(m) if matches!(self.reading.mentions[m].naming, Naming::Bare) => {
                    posts.extend(self.reading.mentions[m].posts.iter().map(|(p, _)| p.clone()));
                }
                Item::Mark(',' | ';' | '(' | ')' | '-') | Item::Word(Function::Joiner) => {}
                _ => break,
            }
        }
        for post in posts.into_iter().skip(1) {
            let at = post.start;
            self.push("Holding", mention, Some(post), None, cue, at);
        }
    }

    /// Who is named behind `thay`, `kế nhiệm` held the office before.
    fn predecessor(&mut self, at: usize, cue: u16, post: Option<&Post>) {
        let before = self.items.windows(2).find_map(|w| {
            let close = w[1].end.abs_diff(at) <= 8 || w[0].start > at && post.is_some_and(|p| w[0].start == p.end);
            let succeeds = w[0].item == Item::Word(Function::Succeeds) && w[0].end == w[1].start && close;
            self.named(&w[1]).filter(|_| succeeds)
        });
        if let Some(mention) = before {
            self.push("Succeeded", mention, post.cloned(), None, cue, at);
        }
    }

    /// Whether the sentence tells an earlier time before item `k`.
    fn past(&self, k: usize) -> bool {
        careers::closed_time(self.scan, self.scan.sentences[self.sentence].start, self.items[k].start)
    }

    /// Whether the sentence speaks of a decision before item `k`: then to hold an office is to be appointed to it.
    fn decided(&self, k: usize) -> bool {
        let sentence = &self.scan.sentences[self.sentence];
        let appoints = self.items[..k].iter().any(|p| matches!(p.item, Item::Cue(c) if CLASSES.contains(&self.class(c)) && self.scan.kb.cues[usize::from(c)].voice == Voice::Causative));
        let passive = self.items[..k].last().is_some_and(|p| p.item == Item::Word(Function::Passive));
        appoints
            || passive
            || (sentence.start..self.items[k].start).any(|i| self.scan.function(i, Function::Decision).is_some())
    }

    /// The last rank of `từ RANK lên RANK`, or the rank behind the cue, and everyone who got it.
    fn promotion(&mut self, at: usize, cue: u16, k: usize, sentence: &Range<usize>) {
        // The next promotion has its own rank.
        let again =
            (k + 1..self.items.len()).find(|&j| self.change_cue(j).is_some_and(|c| self.class(c) == "Promotion"));
        let stop = again.map_or(sentence.end, |j| self.items[j].start);
        let rank = |i: usize| self.scan.longest(i, |s| if let Sense::Rank(r) = s { Some(r) } else { None });
        let in_mention = |i: usize| {
            self.items.iter().any(
                |p| matches!(p.item, Item::Person(m) if p.start <= i && i < p.end && self.reading.who[m].is_some()),
            )
        };
        let ranks: Vec<(usize, u16)> =
            (at..stop).filter(|&i| !in_mention(i)).filter_map(|i| rank(i).map(|(_, r)| (i, r))).collect();
        let told = ranks.iter().take(2).next_back().copied().or(self.last_rank.map(|r| (at, r)));
        let Some((last, rank)) = told else {
            return self.miss_rank(at, cue, k);
        };
        self.last_rank = Some(rank);
        // Whoever stands behind the next verb is spoken of otherwise.
        let next_verb = self.items[k + 1..].iter().find(|p| matches!(p.item, Item::Cue(_)) && p.start > last);
        let until = next_verb.map_or(sentence.end, |p| p.start);
        let right: Vec<usize> = self
            .items
            .iter()
            .filter(|p| (last + 1..until).contains(&p.start))
            .filter_map(|p| match p.item {
                Item::Person(m) if self.reading.who[m].is_some() => Some(m),
                _ => None,
            })
            .collect();
        let passive = self.scan.function(self.items[k].start, Function::Passive).is_some()
            || (k.saturating_sub(2)..k).any(|j| self.items[j].item == Item::Word(Function::Passive));
        let left = if passive && again.is_some() || right.is_empty() { self.people_left(k) } else { Vec::new() };
        let people = if left.is_empty() { right } else { left };
        if people.is_empty() {
            self.miss_promoted(at, cue, last);
        }
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
            c.person == person
                && c.class == class
                && c.rank == rank
                && (c.post.is_none() || post.is_none() || same_office(c.post.as_ref(), post.as_ref()))
        });
        match same {
            Some(old) => {
                if old.post.is_none() {
                    old.post = post;
                }
                old.again.push(mention);
            }
            None => self.found.push(Change {
                class: class.to_owned(),
                person,
                post,
                rank,
                own: false,
                cue,
                sentence: self.sentence,
                start,
                end,
                mention,
                again: Vec::new(),
            }),
        }
    }
}

fn same_office(a: Option<&Post>, b: Option<&Post>) -> bool {
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
