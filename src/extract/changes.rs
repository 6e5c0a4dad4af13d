//! Changes of office and rank: who was appointed, elected, promoted, left or was disciplined, and what that makes of posts.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use super::bodies::body_at;
use super::dates::DateMention;
use super::elected;
use super::items::{Item, Placed};
use super::names::Names;
use super::posts::Post;
use super::predecessors;
use super::reading::Reading;
use super::scan::Scan;
use super::seats;
use super::told_offices::same_office;
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
    /// When, by its number among the dates of the text.
    pub date: Option<usize>,
    /// Whether it is told of an earlier time that is over.
    pub past: bool,
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

/// What one cue tells, whomever it concerns.
#[derive(Clone, Copy)]
pub(super) struct Telling<'t> {
    pub(super) class: &'t str,
    /// Where its object starts.
    pub(super) at: usize,
    pub(super) cue: u16,
    /// The cue's item.
    pub(super) k: usize,
    causative: bool,
    passive: bool,
    named_behind: bool,
}

/// Reads the changes of all sentences.
pub(super) fn find(
    scan: &Scan,
    names: &Names,
    reading: &Reading,
    dates: &[DateMention],
    sentences: &[Vec<Placed>],
) -> Vec<Change> {
    let mut found: Vec<Change> = Vec::new();
    let mut pending: Option<u16> = None;
    let mut last_rank: Option<u16> = None;
    let seat = seats::of_article(scan, names, sentences);
    for (n, sentence) in scan.sentences.iter().enumerate() {
        let items = &sentences[n];
        let mut finder = Finder {
            scan,
            names,
            reading,
            dates,
            items,
            sentence: n,
            found: &mut found,
            last_rank,
            seat: seat.as_ref(),
            past: false,
            relative: None,
            undone: RefCell::default(),
        };
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
    elected::members(scan, names, reading, dates, sentences, &mut found);
    predecessors::named(scan, reading, &mut found);
    found
}

/// Reads the changes of one sentence.
pub(super) struct Finder<'f, 'a> {
    pub(super) scan: &'f Scan<'a>,
    pub(super) names: &'f Names,
    pub(super) reading: &'f Reading,
    pub(super) dates: &'f [DateMention],
    pub(super) items: &'f [Placed],
    pub(super) sentence: usize,
    pub(super) found: &'f mut Vec<Change>,
    /// The rank that the last promotion led to.
    pub(super) last_rank: Option<u16>,
    /// What those are members of who are only said to have been elected.
    seat: Option<&'f Post>,
    /// Whether the cue being read tells of a time that is over.
    past: bool,
    /// Where the relative clause begins that the cue being read stands in, if it does.
    pub(super) relative: Option<usize>,
    /// For the cues of the sentence asked about so far, the word that leaves them undone.
    pub(super) undone: RefCell<HashMap<usize, Option<Range<usize>>>>,
}

impl Finder<'_, '_> {
    /// Reads the change of one cue whose object starts at token `at`.
    fn read(&mut self, at: usize, cue: u16, k: usize, sentence: &Range<usize>) {
        if let Some(word) = self.not_done(k) {
            return self.miss_decision(at, cue, word);
        }
        self.past = self.past(k);
        self.relative = self.relative(k);
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
            "Appointment" | "Election" if let Some(votes) = self.elected_nearby(k, cue) => {
                self.office("Election", at, votes, k);
            }
            class => self.office(class, at, cue, k),
        }
    }

    /// `bầu … giữ chức`: the act of electing names the change, the phrase of holding only its office.
    fn elected_nearby(&self, k: usize, cue: u16) -> Option<u16> {
        let verb = (0..k).rev().find(|&j| self.change_cue(j).is_some_and(|c| self.voice(c) == Voice::Causative))?;
        let votes = self.change_cue(verb).filter(|&c| self.class(c) == "Election")?;
        let (at, to) = (self.items[verb].end, self.items[k].start);
        let office = self.office_behind(at).is_some_and(|p| !self.names_holder(&p));
        let dated = self.dates.iter().any(|d| (at..to).contains(&d.start));
        (self.voice(cue) == Voice::Active && !office && !dated).then_some(votes)
    }

    /// An office behind the cue, and the people the change concerns.
    fn office(&mut self, class: &str, at: usize, cue: u16, k: usize) {
        let gains = matches!(class, "Appointment" | "Election");
        let voice = self.voice(self.change_cue(k).unwrap_or(cue));
        let taken = |p: &Post| !(gains && voice == Voice::Active && self.names_holder(p));
        let passive =
            self.items[..k].iter().rposition(|p| p.item == Item::Word(Function::Passive)).filter(|&p| k - p <= 4);
        let post = self.office_behind(at).filter(taken).or_else(|| self.office_before(at, k, class));
        let post = post.or_else(|| self.seat(class, at, voice == Voice::Active, passive.is_some()));
        // `trúng cử đại biểu Quốc hội là một vinh dự`: nobody's.
        let subject = gains && passive.is_none() && voice == Voice::Active;
        if subject && post.as_ref().is_some_and(|p| self.is_subject(p, k))
            || self.told_by_next(class, k, post.as_ref(), voice)
        {
            return;
        }
        // A decision on a departure (`trao quyết định nghỉ hưu cho X`) is somebody's who gives it.
        let given = self.scan.ends_before(self.items[k].start, |s| s == Sense::Function(Function::Decision)).is_some();
        let causative = voice == Voice::Causative || class == "Departure" && given;
        let dealt = self.offices_of(at, causative);
        if dealt.is_empty() && class == "Discipline" && self.specified(k) {
            return;
        }
        let (people, named_behind) = match dealt.first() {
            Some(_) => (dealt.iter().map(|(owner, _)| *owner).collect(), false),
            None => self.changed(class, k, post.as_ref(), passive, causative),
        };
        let people = if people.is_empty() { self.measured(k, post.as_ref()) } else { people };
        let telling = Telling { class, at, cue, k, causative, passive: passive.is_some(), named_behind };
        if let Some(post) = &post {
            self.predecessor(&telling, post, &people);
        }
        if people.is_empty() {
            self.miss_concerned(at, cue, post.as_ref());
        }
        if dealt.is_empty() {
            people.into_iter().for_each(|mention| self.tell(&telling, mention, post.as_ref()));
        }
        for (mention, post) in dealt.into_iter().flat_map(|(m, posts)| posts.into_iter().map(move |p| (m, p))) {
            self.push(class, mention, Some(post), None, cue, at);
        }
    }

    /// The seat somebody is elected to, or leaves, who is told to be elected to a body or leave it, or only to have won.
    fn seat(&self, class: &str, at: usize, active: bool, passive: bool) -> Option<Post> {
        if class != "Departure" && (class != "Election" || !(active || passive)) {
            return None;
        }
        seats::seat_at(self.scan, self.names, at)
            .or_else(|| self.seat.filter(|_| active && class == "Election").cloned())
    }

    /// What a cue tells of one person.
    fn tell(&mut self, telling: &Telling, mention: usize, post: Option<&Post>) {
        let Telling { class, at, cue, k, .. } = *telling;
        let disciplines = class == "Discipline";
        // `thôi tham gia Hội X`: a seat there, if any, is left, and no office elsewhere.
        let of_body = class == "Departure" && body_at(self.scan, self.names, at).is_some();
        let takes_own = !of_body && (class == "Departure" || telling.passive || telling.named_behind);
        let gains = matches!(class, "Appointment" | "Election");
        let takes_own = takes_own && (!gains || telling.named_behind || self.newly_named(at, mention));
        let own = self.own_post(mention).filter(|_| takes_own || disciplines);
        let by_name = post.is_none() && disciplines;
        let own = own.or_else(|| self.known_post(mention).filter(|_| by_name));
        // The measure told before: it is of the office told there.
        let before = |c: &&Change| c.class == class && Some(c.person) == self.reading.who[mention];
        let told = self.found.iter().find(before).filter(|_| by_name).and_then(|c| c.post.clone());
        let own = told.or(own);
        // `cảnh cáo Phó Giám đốc Sở Y tế Lê Văn A`: a measure that ends no office leaves it.
        let titled = post.is_some_and(|p| {
            self.reading.mentions[mention].start <= p.start && p.start < self.reading.mentions[mention].end
        });
        let removes = self.removes(k).filter(|_| by_name);
        let stays = disciplines
            && removes.is_none()
            && (post.is_none() || titled && !self.scan.kb.cues[usize::from(cue)].ends_office);
        let post = if telling.named_behind { own.or(post.cloned()) } else { post.cloned().or(own) };
        if post.is_none() && !matches!(class, "Departure" | "Discipline") {
            match self.moved_away(telling, mention) {
                Some(left) => _ = self.push("Departure", mention, Some(left), None, cue, at),
                None => self.miss_office(at, cue, k, mention),
            }
            return;
        }
        let left = || self.taken_before(telling, mention).or_else(|| self.only_post(mention));
        let post = post.or_else(|| left().filter(|_| class == "Departure" && !of_body));
        if post.is_none() && class == "Departure" && (of_body || self.leaves_nothing(mention)) {
            return self.miss_office(at, cue, k, mention);
        }
        let takes = self.scan.kb.cues[usize::from(cue)].takes_office;
        let held = class == "Appointment" && !telling.causative && !takes && !self.decided(k);
        let class = if held { "Holding" } else { class };
        let cue = removes.unwrap_or(self.deciding(telling));
        if let Some(n) = self.push(class, mention, post.clone(), None, cue, at) {
            self.found[n].own = stays;
        }
        let ends = class == "Departure" || disciplines && self.scan.kb.cues[usize::from(cue)].ends_office;
        let takes = (ends || matches!(class, "Holding" | "Appointment" | "Election")) && !telling.named_behind;
        if let Some(first) = post.filter(|p| takes && p.start >= at) {
            self.further(telling, class, mention, &first);
        }
    }

    /// `bổ nhiệm ông A giữ chức …`: the verb that decides, where the phrase of holding only leads to the office.
    fn deciding(&self, telling: &Telling) -> u16 {
        let verb = (telling.k.saturating_sub(4)..telling.k).rev().filter_map(|j| self.change_cue(j));
        let mut verb = verb.filter(|&c| self.voice(c) == Voice::Causative && self.class(c) == telling.class);
        verb.next().filter(|_| !telling.causative).unwrap_or(telling.cue)
    }

    /// Whether a mention names its person by the office that the cue behind it says is new: the cue, whose object would
    /// start at token `at`, ends its clause (`bà B, Giám đốc Sở Y tế vừa được bổ nhiệm`).
    fn newly_named(&self, at: usize, mention: usize) -> bool {
        // `Bộ trưởng A vừa được bổ nhiệm tại kỳ họp này`: not `được bầu tại đơn vị số 2`.
        let sits = |e: usize| self.scan.hits(e).iter().any(|h| matches!(h.sense, Sense::Event(_)));
        let there = self.scan.function(at, Function::At).is_some_and(sits);
        self.reading.mentions[mention].end < at && (self.closes(at) || there)
    }

    /// Whether a clause ends right before token `at`, or only goes on to tell when.
    pub(super) fn closes(&self, at: usize) -> bool {
        let mark = [".", ",", ";", ")"].iter().any(|m| self.scan.mark(at, m));
        mark || self.scan.breaks(at) || self.scan.function(at, Function::DateLead).is_some()
    }

    /// The office taken up earlier in the sentence, which is what is left later in it (`… và đến năm 2014 thì nghỉ hưu`), or
    /// the one another takes over (`thay ông A nghỉ hưu`).
    fn taken_before(&self, telling: &Telling, mention: usize) -> Option<Post> {
        let gained = |c: &&Change| matches!(c.class.as_str(), "Appointment" | "Election" | "Holding" | "Succeeded");
        let person = self.reading.who[mention]?;
        let here = self.found.iter().rev().take_while(|c| c.sentence == self.sentence);
        let taken = here.filter(gained).find(|c| c.person == person && c.end <= telling.at)?;
        taken.post.clone().filter(|_| telling.class == "Departure")
    }

    /// Adds a change, or what is new in it to one that was told before; its number where its office is new.
    pub(super) fn push(
        &mut self,
        class: &str,
        mention: usize,
        post: Option<Post>,
        rank: Option<u16>,
        cue: u16,
        at: usize,
    ) -> Option<usize> {
        let person = self.reading.who[mention]?;
        let m = &self.reading.mentions[mention];
        let end = post.as_ref().map_or(at, |p| p.end).max(m.core);
        let start = m.start.min(at);
        let (date, past) = (self.date_of(at.max(m.start), end), self.past);
        let same = self.found.iter().position(|c| {
            c.person == person
                && c.class == class
                && c.rank == rank
                && (c.post.is_none() || post.is_none() || same_office(c.post.as_ref(), post.as_ref()))
                && !other_time(self.dates, class, c.date, date)
        });
        if let Some(n) = same {
            let old = &mut self.found[n];
            old.again.push(mention);
            old.date = old.date.or(date);
            let bodiless = |p: &Option<Post>| p.as_ref().is_none_or(|p| p.body.is_none());
            let new = old.post.is_none();
            // `được bổ nhiệm Giám đốc Sở … bổ nhiệm làm Giám đốc Sở Y tế`: the fuller phrase tells the office.
            if new || bodiless(&old.post) && !bodiless(&post) {
                old.post = post;
            }
            return new.then_some(n);
        }
        self.found.push(Change {
            class: class.to_owned(),
            person,
            post,
            rank,
            own: false,
            cue,
            sentence: self.sentence,
            start,
            end,
            date,
            past,
            mention,
            again: Vec::new(),
        });
        Some(self.found.len() - 1)
    }
}

/// Whether two dates are of two changes: a measure taken on another day, an office taken up again in another year.
fn other_time(dates: &[DateMention], class: &str, a: Option<usize>, b: Option<usize>) -> bool {
    let (Some(a), Some(b)) = (a.map(|n| &dates[n].value), b.map(|n| &dates[n].value)) else {
        return false;
    };
    let year = |d: &str| d.get(..4).filter(|y| !y.starts_with('-')).map(str::to_owned);
    match class {
        "Discipline" => a.len() == b.len() && a.len() > 6 && a != b,
        "Appointment" | "Election" => year(a).zip(year(b)).is_some_and(|(a, b)| a != b),
        _ => false,
    }
}
