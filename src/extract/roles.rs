//! Roles: who chaired, spoke at, attended, gave or received at which event, clause by clause.

use std::ops::Range;

use super::events::Events;
use super::people::Naming;
use super::reading::Reading;
use super::scan::Scan;
use crate::ontology::items::{Function, Sense, Voice};

/// A role found, with the tokens that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Who.
    pub person: usize,
    /// Local name of the role.
    pub states: String,
    /// At which event.
    pub event: usize,
    /// The cue, by its number in the ontology; none for a verb that names its event.
    pub cue: Option<u16>,
    /// First token of the words that say so.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// What stands in a sentence, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Person(usize),
    Event(usize),
    Cue(u16),
    Word(Function),
    Mark(char),
    Award(u16),
}

/// An item and its tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub item: Item,
    pub start: usize,
    pub end: usize,
}

/// The items of a sentence; what stands in quotation marks is left out.
pub(super) fn items(scan: &Scan, reading: &Reading, events: &Events, sentence: &Range<usize>) -> Vec<Placed> {
    let quoted = quoted(scan, sentence);
    let mut out = Vec::new();
    let mut i = sentence.start;
    while i < sentence.end {
        let mention = reading.mentions.binary_search_by_key(&i, |m| m.start).ok();
        let placed = if quoted[i - sentence.start] {
            None
        } else if let Some(m) = mention {
            Some(Placed { item: Item::Person(m), start: i, end: reading.mentions[m].end })
        } else if let Some(e) = events.at(i) {
            let m = &events.mentions[e];
            let verbal = scan.kb.events[usize::from(m.head)].verbal;
            Some(Placed { item: Item::Event(e), start: i, end: if verbal { m.head_end } else { m.end } })
        } else {
            word_item(scan, i).filter(|p| !reading.inside_body(i) || matches!(p.item, Item::Mark(_)))
        };
        match placed {
            Some(p) => {
                i = p.end.max(i + 1);
                out.push(p);
            }
            None => i += 1,
        }
    }
    out
}

fn word_item(scan: &Scan, i: usize) -> Option<Placed> {
    let found = scan.longest(i, |s| match s {
        Sense::Cue(c) => Some(Item::Cue(c)),
        Sense::Award(a) => Some(Item::Award(a)),
        Sense::Function(
            f @ (Function::Joiner | Function::Opener | Function::Agent | Function::Of | Function::At | Function::To | Function::Negation | Function::Future
            | Function::Hedge | Function::PressTalk | Function::Background | Function::NewEvent | Function::Here | Function::Occasion | Function::OnBehalf
            | Function::Held | Function::Passive | Function::With | Function::Succeeds | Function::From | Function::Is),
        ) => Some(Item::Word(f)),
        _ => None,
    });
    if let Some((end, item)) = found {
        return Some(Placed { item, start: i, end });
    }
    let mark = scan.key(i).chars().next()?;
    let tells = matches!(mark, ',' | ';' | ':' | '"' | '(' | ')' | '-');
    (tells && !scan.word(i)).then_some(Placed { item: Item::Mark(mark), start: i, end: i + 1 })
}

/// Which tokens of a sentence stand inside a longer quotation.
fn quoted(scan: &Scan, sentence: &Range<usize>) -> Vec<bool> {
    let mut inside = vec![false; sentence.len()];
    let mut open: Option<usize> = None;
    for i in sentence.clone() {
        if !scan.mark(i, "\"") {
            continue;
        }
        match open.take() {
            None => open = Some(i),
            Some(from) if scan.hits(from + 1).iter().any(|h| matches!(h.sense, Sense::Event(_))) => {}
            Some(from) if i - from > 8 => inside[from - sentence.start + 1..i - sentence.start].fill(true),
            Some(_) => {}
        }
    }
    if let Some(from) = open
        && sentence.end - from > 8
    {
        inside[from - sentence.start + 1..].fill(true);
    }
    inside
}

/// Reads the roles of all sentences, with the event each passage reports carried along.
pub fn find(scan: &Scan, reading: &Reading, events: &mut Events) -> Vec<Role> {
    let mut reader = Reader { scan, reading, events, anchor: None, roles: Vec::new(), list: None, waiting: Vec::new(), listed: None, sentence_start: 0, since: 0 };
    for sentence in &scan.sentences {
        reader.sentence(sentence);
    }
    reader.roles
}

/// A list that goes on over the next lines: `Dự hội nghị có:` and its lines.
#[derive(Clone)]
struct OpenList {
    states: String,
    cue: u16,
    event: Option<usize>,
}

struct Reader<'r, 'a> {
    scan: &'r Scan<'a>,
    reading: &'r Reading,
    events: &'r mut Events,
    /// The event the passage reports.
    anchor: Option<usize>,
    roles: Vec<Role>,
    list: Option<OpenList>,
    /// Roles told before any event is named: mention, role, cue and its place.
    waiting: Vec<(usize, String, u16, Placed)>,
    /// The role that the last sentence listed people for.
    listed: Option<OpenList>,
    /// First token of the sentence being read, and its number.
    sentence_start: usize,
    /// Sentences since the passage's event was last spoken of.
    since: usize,
}

/// Classes of events that are held for people to speak.
const FOR_SPEAKING: [&str; 5] = ["PressConference", "Session", "VoterMeeting", "Seminar", "Forum"];

impl Reader<'_, '_> {
    fn sentence(&mut self, sentence: &Range<usize>) {
        self.sentence_start = sentence.start;
        self.since += 1;
        let items = items(self.scan, self.reading, self.events, sentence);
        let has = |f: Function| items.iter().any(|p| p.item == Item::Word(f));
        let press = has(Function::PressTalk) && !self.at_event(&items);
        if press {
            self.anchor = None;
        }
        if self.continue_list(sentence, &items) || self.other_side(sentence, &items) {
            return;
        }
        self.verbal_events(&items);
        let before = self.anchor;
        if !press {
            self.move_anchor(&items);
        }
        let background = has(Function::Background) && !items.iter().any(|p| matches!(p.item, Item::Event(_)));
        for k in 0..items.len() {
            if let Item::Cue(cue) = items[k].item {
                let speech = matches!(self.scan.kb.cues[usize::from(cue)].voice, Voice::Statement | Voice::Remark);
                let blocked = (press || background) && speech;
                if !blocked {
                    self.cue(&items, k, cue);
                }
            }
        }
        if background && self.anchor != before {
            self.anchor = before;
        }
    }

    /// Whether the sentence says that something is said at an event.
    fn at_event(&self, items: &[Placed]) -> bool {
        items.windows(2).any(|w| matches!((w[0].item, w[1].item), (Item::Word(Function::At), Item::Event(_))))
    }

    /// The event a sentence introduces or returns to becomes the passage's.
    fn move_anchor(&mut self, items: &[Placed]) {
        for (k, placed) in items.iter().enumerate() {
            let Item::Event(e) = placed.item else {
                continue;
            };
            let mention = &self.events.mentions[e];
            let Some(event) = mention.event else {
                continue;
            };
            let spoken = items[..k].iter().any(|p| matches!(p.item, Item::Cue(c) if matches!(self.scan.kb.cues[usize::from(c)].voice, Voice::Statement | Voice::Remark)));
            let before = items[..k].iter().rev().find(|p| !matches!(p.item, Item::Mark(_)));
            let dated = self.scan.function(items[0].start.min(self.sentence_start), Function::DateLead).is_some();
            let located = dated || before.is_some_and(|p| matches!(p.item, Item::Word(Function::At | Function::Held) | Item::Cue(_)));
            let said_there = k >= 1 && (0..k).any(|j| self.event_beside(items, j) == Some(event));
            let first = !items[..k].iter().any(|p| matches!(p.item, Item::Event(_)));
            let future = items[..k].iter().any(|p| p.item == Item::Word(Function::Future));
            let weak = self.scan.kb.events[usize::from(mention.head)].weak;
            if (located || k == 0) && first && !future && (!spoken || said_there) && !weak {
                self.set_anchor(event);
                return;
            }
        }
    }

    /// The passage reports `event` from here on; roles told before any event was named are its.
    fn set_anchor(&mut self, event: usize) {
        self.anchor = Some(event);
        self.since = 0;
        for (m, states, cue, at) in std::mem::take(&mut self.waiting) {
            let mention = &self.reading.mentions[m];
            let (start, end) = (mention.start.min(at.start), mention.end.max(at.end));
            self.add(m, &states, event, Some(cue), start, end);
        }
    }

    /// A sentence that goes on with the people of one side (`Về phía tỉnh có …`).
    fn other_side(&mut self, sentence: &Range<usize>, items: &[Placed]) -> bool {
        let Some(list) = self.listed.take() else {
            return false;
        };
        let opener = items.iter().position(|p| p.item == Item::Word(Function::Opener));
        let (Some(_), Some(opener)) = (self.scan.function(sentence.start, Function::Side), opener) else {
            return false;
        };
        let Some(event) = list.event.or(self.anchor) else {
            return false;
        };
        for placed in &items[opener..] {
            if let Item::Person(m) = placed.item {
                self.add(m, &list.states, event, Some(list.cue), placed.start, placed.end);
            }
        }
        self.listed = Some(list);
        true
    }

    /// A line of a list opened by a line before it.
    fn continue_list(&mut self, sentence: &Range<usize>, items: &[Placed]) -> bool {
        let Some(list) = self.list.clone() else {
            return false;
        };
        let bullet = self.scan.mark(sentence.start, "-") || self.scan.mark(sentence.start, "+") || self.scan.mark(sentence.start, "*");
        let person = items.iter().take(2).any(|p| matches!(p.item, Item::Person(_)));
        if !(bullet && person) {
            self.list = None;
            return false;
        }
        let event = list.event.or(self.anchor);
        for placed in items.iter().take(2) {
            if let (Item::Person(m), Some(event)) = (placed.item, event) {
                self.add(m, &list.states, event, Some(list.cue), placed.start, placed.end);
            }
        }
        true
    }

    /// Verbs that name an event: their subject takes part.
    fn verbal_events(&mut self, items: &[Placed]) {
        for k in 0..items.len() {
            let Item::Event(e) = items[k].item else {
                continue;
            };
            let mention = self.events.mentions[e].clone();
            if !self.scan.kb.events[usize::from(mention.head)].verbal {
                continue;
            }
            let Some(event) = mention.event else {
                continue;
            };
            let hindered = self.hindered(items, 0, k);
            if matches!(hindered, Some(Function::Negation | Function::Hedge)) {
                continue;
            }
            self.events.list[event].planned |= hindered == Some(Function::Future);
            let states = self.scan.kb.events[usize::from(mention.head)].states.clone();
            let mut people = self.subjects_before(items, k);
            if people.is_empty() && !items[..k].iter().any(|p| matches!(p.item, Item::Person(_))) {
                people = self.leaders_before(mention.start);
            }
            if people.is_empty() && !items[..k].iter().any(|p| matches!(p.item, Item::Cue(_) | Item::Event(_))) {
                people = self.subjects_after_comma(items, k);
            }
            for m in people {
                let placed = &self.reading.mentions[m];
                self.add(m, &states, event, None, placed.start.min(mention.start), mention.head_end);
            }
        }
    }

    fn cue(&mut self, items: &[Placed], k: usize, cue: u16) {
        let known = &self.scan.kb.cues[usize::from(cue)];
        let role = matches!(known.states.as_str(), "chaired" | "spokeAt" | "attended" | "presentedAt" | "receivedAt");
        if !role {
            return;
        }
        let (states, voice) = (known.states.clone(), known.voice);
        let left = if voice == Voice::Passive { Vec::new() } else { self.subjects_before(items, k) };
        let (people, after) = if left.is_empty() { (self.subjects_after(items, k, voice, &states), true) } else { (left, false) };
        let mut event = self.event_of(items, k, voice, after);
        if after && people.is_empty() {
            let colon = items.last().is_some_and(|p| p.item == Item::Mark(':'));
            let opener = items[k..].iter().any(|p| p.item == Item::Word(Function::Opener));
            if colon || opener && items[k..].len() < 6 {
                self.list = Some(OpenList { states, cue, event });
            }
            return;
        }
        let from = if after { k } else { self.first_subject(items, k) };
        match self.hindered(items, from, k) {
            Some(Function::Negation | Function::Hedge) => return,
            Some(Function::Future) if matches!(voice, Voice::Statement | Voice::Remark) => return,
            Some(Function::Future) => {
                if event == self.anchor && self.event_named(items) .is_none() {
                    event = self.latest_other(items[k].start);
                }
                if let Some(e) = event {
                    self.events.list[e].planned |= self.anchor != Some(e);
                }
            }
            _ => {}
        }
        if after && states == "chaired" && voice == Voice::Active && !items[k..].iter().any(|p| matches!(p.item, Item::Word(Function::Opener | Function::Is) | Item::Mark(':'))) {
            return;
        }
        let Some(event) = event else {
            if matches!(states.as_str(), "attended" | "chaired") && voice == Voice::Active && !after {
                self.waiting.extend(people.into_iter().map(|m| (m, states.clone(), cue, items[k])));
            }
            return;
        };
        if after && matches!(states.as_str(), "attended" | "chaired") {
            self.listed = Some(OpenList { states: states.clone(), cue, event: Some(event) });
        }
        let people: Vec<usize> = people.into_iter().filter(|&m| voice != Voice::Remark || self.remarks(m, event)).collect();
        for m in people {
            let mention = &self.reading.mentions[m];
            let (start, end) = (mention.start.min(items[k].start), mention.end.max(items[k].end));
            self.add(m, &states, event, Some(cue), start, end);
        }
    }

    /// Whether a remark of a mention's person is one at the event: they take part in it, or it is held for speaking.
    fn remarks(&self, mention: usize, event: usize) -> bool {
        let speaking = FOR_SPEAKING.contains(&self.events.list[event].class.as_str());
        let person = self.reading.who[mention];
        speaking || self.since <= 2 || self.roles.iter().any(|r| Some(r.person) == person && r.event == event)
    }

    /// An event that the sentence itself names.
    fn event_named(&self, items: &[Placed]) -> Option<usize> {
        items.iter().find_map(|p| if let Item::Event(e) = p.item { self.events.mentions[e].event } else { None })
    }

    /// The event last mentioned before token `at` that is not the passage's: what is still to come is told of it.
    fn latest_other(&self, at: usize) -> Option<usize> {
        let here = self.scan.sentence_of(at);
        let before = self.events.mentions.iter().rev().filter(|m| m.start < at && here - self.scan.sentence_of(m.start) <= 2);
        before.filter_map(|m| m.event).find(|&e| Some(e) != self.anchor)
    }

    fn first_subject(&self, items: &[Placed], k: usize) -> usize {
        items[..k].iter().rposition(|p| matches!(p.item, Item::Person(_))).unwrap_or(0)
    }

    /// A word between subject and verb that says it did not, or will, or might happen.
    fn hindered(&self, items: &[Placed], from: usize, k: usize) -> Option<Function> {
        let from = items[..k].iter().rposition(|p| matches!(p.item, Item::Person(_))).unwrap_or(from);
        items[from..k].iter().rev().take(3).find_map(|p| match p.item {
            Item::Word(f @ (Function::Negation | Function::Future | Function::Hedge)) => Some(f),
            _ => None,
        })
    }

    /// The people who act, left of item `k`: the nearest group that no preposition or verb governs.
    fn subjects_before(&self, items: &[Placed], k: usize) -> Vec<usize> {
        let mut at = k;
        while at > 0 {
            at -= 1;
            match items[at].item {
                Item::Mark(';' | ':') => return Vec::new(),
                Item::Person(m) => {
                    if self.governed(items, at) {
                        continue;
                    }
                    let _ = m;
                    return self.group_before(items, at);
                }
                _ => {}
            }
        }
        Vec::new()
    }

    /// Whether a person is governed by a preposition or is the object of a verb, and so does not act.
    fn governed(&self, items: &[Placed], at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|b| items[b]) else {
            return false;
        };
        let adjacent = before.end == items[at].start;
        match before.item {
            Item::Word(Function::Of | Function::Succeeds | Function::From) => adjacent,
            Item::Word(Function::To | Function::Passive) => adjacent,
            Item::Word(Function::OnBehalf) => adjacent,
            Item::Cue(c) => adjacent && self.scan.kb.cues[usize::from(c)].voice != Voice::Passive,
            Item::Event(e) => adjacent && self.scan.kb.events[usize::from(self.events.mentions[e].head)].verbal,
            _ => false,
        }
    }

    /// The people listed with the one at item `at`, leftwards over commas and joiners.
    fn group_before(&self, items: &[Placed], at: usize) -> Vec<usize> {
        let mut group = Vec::new();
        let mut i = at;
        loop {
            if let Item::Person(m) = items[i].item {
                group.push(m);
            }
            let mut prev = i;
            while prev > 0 && separates(items[prev - 1].item) && items[prev - 1].end == items[prev].start {
                prev -= 1;
            }
            if prev == 0 || prev == i || !matches!(items[prev - 1].item, Item::Person(_)) || items[prev - 1].end != items[prev].start {
                break;
            }
            i = prev - 1;
        }
        group.reverse();
        group
    }

    /// The people right of item `k`: the list a cue opens, or the subject behind the comma.
    fn subjects_after(&self, items: &[Placed], k: usize, voice: Voice, states: &str) -> Vec<usize> {
        let opener = items[k + 1..].iter().take(6).position(|p| matches!(p.item, Item::Word(Function::Opener | Function::Is) | Item::Mark(':')));
        let listing = voice == Voice::Passive || opener.is_some() && states != "spokeAt";
        let opens_itself = scan_opens(self.scan, items[k]);
        let listing = listing || opens_itself;
        let from = match (voice, opener) {
            (Voice::Passive, _) => k + 1,
            _ if opens_itself => k + 1,
            (_, Some(o)) if listing => k + 1 + o + 1,
            _ => k + 1,
        };
        let mut people = Vec::new();
        for i in from..items.len() {
            match items[i].item {
                Item::Person(m) if listing => {
                    let own_verb = items.get(i + 1).is_some_and(|p| matches!(p.item, Item::Cue(c) if self.scan.kb.cues[usize::from(c)].states != states) && p.start == items[i].end);
                    let governed = self.governed(items, i) && i != from;
                    if !own_verb && !governed {
                        people.push(m);
                    }
                }
                Item::Person(_) => {
                    if self.governed(items, i) {
                        continue;
                    }
                    return self.group_after(items, i);
                }
                Item::Cue(_) if listing && voice == Voice::Passive && !people.is_empty() => break,
                Item::Mark(';') if !listing => break,
                _ => {}
            }
        }
        people
    }

    /// Where a delegation or team is the subject, those who lead it act: the latest mention of each of its leaders.
    fn leaders_before(&self, at: usize) -> Vec<usize> {
        let heads = |i: usize| self.scan.hits(i).iter().filter_map(|h| if let Sense::Pattern(p) = h.sense { Some(p) } else { None });
        let teams: Vec<u16> = (self.sentence_start..at)
            .filter(|&i| self.scan.capital(i))
            .flat_map(heads)
            .filter(|&p| self.scan.kb.patterns[usize::from(p)].class == "Commission")
            .collect();
        let leads = |m: usize| {
            self.reading.mentions[m].start < at
                && self.reading.mentions[m].posts.iter().any(|(p, _)| {
                    self.scan.kb.offices[usize::from(p.office)].body_head.is_some_and(|h| teams.contains(&h))
                })
        };
        (0..self.reading.mentions.len()).rev().find(|&m| leads(m) && self.reading.who[m].is_some()).into_iter().collect()
    }

    /// The subject of a verb that opens the sentence: the first people behind a comma.
    fn subjects_after_comma(&self, items: &[Placed], k: usize) -> Vec<usize> {
        let comma = items[k + 1..].windows(2).position(|w| w[0].item == Item::Mark(',') && matches!(w[1].item, Item::Person(_)));
        comma.map(|c| self.group_after(items, k + 1 + c + 1)).unwrap_or_default()
    }

    fn group_after(&self, items: &[Placed], at: usize) -> Vec<usize> {
        let mut group = Vec::new();
        let mut i = at;
        while let Some(placed) = items.get(i) {
            match placed.item {
                Item::Person(m) => group.push(m),
                item if separates(item) => {}
                _ => break,
            }
            i += 1;
        }
        group
    }

    /// The event of a cue: named right behind it, named before it in the sentence, or the passage's.
    fn event_of(&self, items: &[Placed], k: usize, voice: Voice, after: bool) -> Option<usize> {
        let noun = |p: &Placed| match p.item {
            Item::Event(e) => {
                let m = &self.events.mentions[e];
                (!self.scan.kb.events[usize::from(m.head)].verbal).then_some(m.event).flatten()
            }
            _ => None,
        };
        let behind = || {
            items[k + 1..]
                .iter()
                .take_while(|p| !matches!(p.item, Item::Mark(';')) && !(matches!(p.item, Item::Person(_)) && after))
                .take(8)
                .find_map(noun)
        };
        let ahead = || items[..k].iter().rev().find_map(noun);
        let located = || {
            (1..k).rev().find_map(|j| {
                let at = items[j - 1].item == Item::Word(Function::At) && items[j - 1].end == items[j].start;
                noun(&items[j]).filter(|_| at)
            })
        };
        let any = || items[..k].iter().rev().find_map(|p| match p.item {
            Item::Event(e) => self.events.mentions[e].event,
            _ => None,
        });
        match voice {
            Voice::Passive => ahead().or(self.anchor),
            Voice::Statement | Voice::Remark => self.event_beside(items, k).or_else(located).or(self.anchor),
            Voice::Active | Voice::Causative => behind().or_else(ahead).or_else(any).or(self.anchor),
        }
    }

    /// The event right behind a verb of speech, a preposition between them or none (`Kết luận hội nghị`, `nói tại phiên họp`).
    fn event_beside(&self, items: &[Placed], k: usize) -> Option<usize> {
        let next = items.get(k + 1)?;
        let placed = if next.item == Item::Word(Function::At) { items.get(k + 2)? } else { next };
        match placed.item {
            Item::Event(e) if next.start <= items[k].end + 1 => self.events.mentions[e].event,
            _ => None,
        }
    }

    fn add(&mut self, mention: usize, states: &str, event: usize, cue: Option<u16>, start: usize, end: usize) {
        if matches!(self.reading.mentions[mention].naming, Naming::Bare) && self.reading.mentions[mention].plural {
            return;
        }
        let Some(person) = self.reading.who[mention] else {
            return;
        };
        if self.anchor == Some(event) {
            self.since = 0;
        }
        self.roles.push(Role { person, states: states.to_owned(), event, cue, start, end });
    }
}

/// Whether a cue ends in the word that opens its list (`Cùng đi có`).
fn scan_opens(scan: &Scan, cue: Placed) -> bool {
    scan.function(cue.end - 1, Function::Opener) == Some(cue.end) && cue.end > cue.start + 1
}

fn separates(item: Item) -> bool {
    matches!(item, Item::Mark(',' | ';' | '-') | Item::Word(Function::Joiner | Function::With))
}
