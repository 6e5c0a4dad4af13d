//! Roles: who chaired, spoke at, attended, gave or received at which event, clause by clause.

use std::collections::HashSet;
use std::ops::Range;

use super::dates::DateMention;
use super::events::Events;
use super::items::{Item, Placed};
use super::passage::OpenList;
use super::people::Naming;
use super::reading::Reading;
use super::scan::Scan;
use crate::ontology::items::{Function, Voice};

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

/// Reads the roles of all sentences, with the event each passage reports carried along.
pub(super) fn find(
    scan: &Scan,
    reading: &Reading,
    events: &mut Events,
    dates: &[DateMention],
    sentences: &[Vec<Placed>],
) -> Vec<Role> {
    // Nobody has a part in an event where none is named.
    if events.mentions.is_empty() && !scan.misses.are_kept() {
        return Vec::new();
    }
    let mut reader = Reader {
        scan,
        reading,
        events,
        dates,
        anchor: None,
        roles: Vec::new(),
        list: None,
        waiting: Vec::new(),
        captions: Vec::new(),
        listed: None,
        aside: None,
        away: None,
        sentence_start: 0,
        topic: None,
        since: 0,
    };
    let mut printed = HashSet::new();
    for (sentence, items) in scan.sentences.iter().zip(sentences) {
        // Captions are printed twice: where the picture stands, and once more below the text.
        let text = scan.words(sentence.start, sentence.end);
        if printed.contains(text) {
            continue;
        }
        let told = reader.roles.len();
        reader.sentence(sentence, items);
        if reader.roles.len() > told {
            printed.insert(text);
        }
    }
    for (m, _, cue, at) in &reader.waiting {
        reader.miss_event(at, *cue, &[*m]);
    }
    // A picture adds who is told nowhere else.
    for (m, event, end) in std::mem::take(&mut reader.captions) {
        let told = reader.roles.iter().any(|r| r.event == event && Some(r.person) == reading.who[m]);
        if !told {
            reader.add(m, "attended", event, None, reading.mentions[m].start, end);
        }
    }
    reader.roles
}

pub(super) struct Reader<'r, 'a> {
    pub(super) scan: &'r Scan<'a>,
    pub(super) reading: &'r Reading,
    pub(super) events: &'r mut Events,
    pub(super) dates: &'r [DateMention],
    /// The event the passage reports.
    pub(super) anchor: Option<usize>,
    pub(super) roles: Vec<Role>,
    pub(super) list: Option<OpenList>,
    /// Roles told before any event is named: mention, role, cue and its place.
    pub(super) waiting: Vec<(usize, String, u16, Placed)>,
    /// People whom a caption shows at an event: mention, event, and where its head ends.
    pub(super) captions: Vec<(usize, usize, usize)>,
    /// The role that the last sentence listed people for.
    pub(super) listed: Option<OpenList>,
    /// An event of an earlier time that the sentences before told of beside the passage's.
    pub(super) aside: Option<usize>,
    /// Whom the sentences before told to speak elsewhere, on another day.
    pub(super) away: Option<usize>,
    /// First token of the sentence being read.
    pub(super) sentence_start: usize,
    /// Whom the sentence before began with.
    pub(super) topic: Option<usize>,
    /// Sentences since the passage's event was last spoken of.
    pub(super) since: usize,
}

impl Reader<'_, '_> {
    fn sentence(&mut self, sentence: &Range<usize>, items: &[Placed]) {
        self.sentence_start = sentence.start;
        self.since += 1;
        self.begin_item(sentence);
        let has = |f: Function| items.iter().any(|p| p.item == Item::Word(f));
        // What is answered at a press conference is said there.
        let answers = self.anchor.is_some_and(|a| self.events.list[a].class == "PressConference");
        let press = has(Function::PressTalk) && !answers && !self.at_event(items);
        if press && !self.among_themselves(items) || self.other_occasion(sentence, items) {
            self.anchor = None;
        }
        if self.continue_list(sentence, items) || self.other_side(sentence, items) {
            return;
        }
        self.here(items);
        if self.event_named(items).is_some() {
            self.away = None;
        }
        let before = self.anchor;
        self.verbal_events(items);
        self.met(items);
        self.caption(items);
        let recent = items.iter().any(|p| self.recent(p));
        if !press && !recent {
            self.move_anchor(items);
        }
        let named = items.iter().any(|p| matches!(p.item, Item::Event(_)));
        for k in 0..items.len() {
            if let Item::Cue(cue) = items[k].item {
                let voice = self.scan.kb.cues[usize::from(cue)].voice;
                let speech = matches!(voice, Voice::Statement | Voice::Remark | Voice::Source);
                let background = !named && self.said_before(items, k);
                match (press || background) && speech {
                    true if press => self.miss_report(items, k, cue, Function::PressTalk),
                    true => self.miss_report(items, k, cue, Function::Background),
                    false => self.cue(items, k, cue),
                }
            } else if items[k].item == Item::Word(Function::Of) && !press {
                self.words_of(items, k);
            }
        }
        self.topic = items.iter().find_map(|p| match p.item {
            Item::Person(m) if self.reading.who[m].is_some() => Some(m),
            _ => None,
        });
        // What is told of an earlier time does not change which event the passage reports; who took part in it may go on
        // speaking there.
        if has(Function::Background) || recent {
            self.aside = self.anchor.filter(|&a| Some(a) != before && self.roles.last().is_some_and(|r| r.event == a));
            self.anchor = before;
        } else if self.event_named(items).is_some() {
            self.aside = None;
        }
    }

    pub(super) fn role_cue(&self, cue: u16) -> bool {
        let states = self.scan.kb.cues[usize::from(cue)].states.as_str();
        matches!(states, "chaired" | "spokeAt" | "attended" | "presentedAt" | "receivedAt")
    }

    /// `Theo ông X, …`: whose words are told, at the head of a sentence that reports an event.
    fn source(&mut self, items: &[Placed], k: usize, cue: u16) {
        let opens = self.heads_sentence(items[k].start);
        let (Some(event), Some(Placed { item: Item::Person(m), start, end })) =
            (self.anchor, items.get(k + 1).copied())
        else {
            return;
        };
        if opens && start == items[k].end && self.remarks(m, event) {
            self.add(m, "spokeAt", event, Some(cue), items[k].start, end);
        }
    }

    fn cue(&mut self, items: &[Placed], k: usize, cue: u16) {
        let known = &self.scan.kb.cues[usize::from(cue)];
        match () {
            () if !self.role_cue(cue) => return,
            () if known.states == "spokeAt" && is_noun(items, k) => return,
            () if known.voice == Voice::Source => return self.source(items, k, cue),
            () if self.at_a_place(items, k) => return self.miss_event(&items[k], cue, &[]),
            () if known.voice.is_speech() && self.described(items, k) => return,
            () if self.no_act(items, k) => return self.miss_subject(items, k, Some(cue)),
            () => {}
        }
        let (states, voice) = (known.states.clone(), known.voice);
        let left = if self.lists(items, k, voice, &states) { Vec::new() } else { self.subjects_before(items, k) };
        let (people, after) =
            if left.is_empty() { (self.subjects_after(items, k, voice, &states), true) } else { (left, false) };
        let mut event = self.event_of(items, k, voice, after);
        self.goes_away(items, voice, &people, event);
        event = event.filter(|&e| !self.elsewhere(items, &states, voice, e));
        if after && people.is_empty() {
            return match opens_list(&items[k..]) {
                true => self.list = Some(OpenList { states, cue, event }),
                false => self.miss_subject(items, k, Some(cue)),
            };
        }
        if event.is_none() && voice.is_speech() {
            event = self.sitting(&people);
        }
        if let Some(by) = self.hindered(items, if after { k } else { self.first_subject(items, k) }, k) {
            let spoken = voice.is_speech();
            if by.0 != Function::Future || spoken && !self.anchor.is_some_and(|e| self.to_come(e)) {
                return self.miss_hindered(items, k, Some(cue), &people, by);
            }
            event = self.planned_event(items, k, event);
        }
        if after && states == "chaired" && voice == Voice::Active && !opened(&items[k..]) && !self.fronted(items, k) {
            return self.miss_subject(items, k, Some(cue));
        }
        let there = matches!(states.as_str(), "attended" | "chaired");
        let Some(event) = event else {
            return if there && voice == Voice::Active && !after {
                self.waiting.extend(people.into_iter().map(|m| (m, states.clone(), cue, items[k])));
            } else {
                self.miss_event(&items[k], cue, &people);
            };
        };
        if after && there {
            self.listed = Some(OpenList { states: states.clone(), cue, event: Some(event) });
        }
        match states.as_str() {
            "presentedAt" => self.receivers(items, k, event, Some(cue)),
            "receivedAt" => self.givers(items, k, event, cue),
            _ => {}
        }
        for m in people {
            match self.said_there(voice, m, event) {
                true => self.takes_part(&items[k], m, &states, event, cue),
                false => self.miss_remark(&items[k], cue, m, event),
            }
        }
    }

    /// Adds the role of one who takes part, from the first word that says so to the last.
    fn takes_part(&mut self, verb: &Placed, m: usize, states: &str, event: usize, cue: u16) {
        let mention = &self.reading.mentions[m];
        let (start, end) = (mention.start.min(verb.start), mention.end.max(verb.end));
        self.add(m, states, event, Some(cue), start, end);
        // Whoever chairs an event, or speaks at one that the sentence names, tells which one the passage reports, but for those
        // told of at a press conference.
        let tells = states == "chaired" || states == "spokeAt" && self.names(event);
        let answers = self.anchor.is_some_and(|a| self.events.list[a].class == "PressConference");
        if tells && start < verb.start && self.anchor != Some(event) && !answers && !self.events.list[event].planned {
            self.set_anchor(event);
        }
    }

    /// Whether a verb at item `k` opens the sentence with its event, and who acts stands behind the comma that ends the clause
    /// (`Chủ trì hội nghị, ông X nhấn mạnh …`).
    fn fronted(&self, items: &[Placed], k: usize) -> bool {
        let behind = &items[k + 1..];
        let person = |p: &Placed| matches!(p.item, Item::Person(_));
        let Some([clause @ .., comma]) = behind.iter().position(person).map(|first| &behind[..first]) else {
            return false;
        };
        let event = |p: &Placed| matches!(p.item, Item::Event(_));
        // `Điều hành phiên chất vấn`: the cue names what is chaired.
        let named = clause.iter().any(event) || items[k].end > items[k].start + 2;
        let said = clause.iter().any(|p| matches!(p.item, Item::Cue(_)));
        named && !said && comma.item == Item::Mark(',') && self.heads_sentence(items[k].start)
    }

    /// Whether a cue at item `k` opens a list of those who do something else than what `states` tells
    /// (`Chủ trì hội nghị là X; cùng dự có Y`).
    pub(super) fn lists_others(&self, items: &[Placed], k: usize, cue: u16, states: &str) -> bool {
        let known = &self.scan.kb.cues[usize::from(cue)];
        known.states != states && known.voice == Voice::Active && self.lists(items, k, known.voice, &known.states)
    }

    /// Whether those concerned are listed behind the cue (`X chủ trì hội nghị, cùng dự có Y`).
    fn lists(&self, items: &[Placed], k: usize, voice: Voice, states: &str) -> bool {
        let opener =
            items.get(k + 1).is_some_and(|p| p.item == Item::Word(Function::Opener) && p.start == items[k].end);
        voice == Voice::Passive || states == "attended" && (opener || self.opens_itself(items[k]))
    }

    /// What somebody was once given is told in their life, far from any event.
    pub(super) fn long_ago(&self, items: &[Placed], states: &str, event: usize) -> bool {
        let given = matches!(states, "receivedAt" | "presentedAt");
        // `Năm 2016, ông A được trao tặng …`
        let year = self.scan.function(self.sentence_start, Function::Year).is_some_and(|n| self.scan.number(n));
        let far = states == "receivedAt" && self.since > 4 || given && year;
        far && Some(event) == self.anchor && self.event_named(items).is_none()
    }

    /// From whom somebody receives something (`nhận bằng khen từ Phó Thủ tướng X`): they give it.
    fn givers(&mut self, items: &[Placed], k: usize, event: usize, cue: u16) {
        let from = items[k..].iter().position(|p| p.item == Item::Word(Function::From)).map(|f| f + k);
        let beside = |f: &usize| items.get(f + 1).is_some_and(|p| p.start == items[*f].end);
        if let Some(from) =
            from.filter(|f| beside(f) && !items[k..*f].iter().any(|p| matches!(p.item, Item::Person(_))))
        {
            for m in self.group_after(items, from + 1) {
                self.add(m, "presentedAt", event, Some(cue), items[k].start, self.reading.mentions[m].end);
            }
        }
    }

    /// Who is given something, behind `cho`, receives it at the event; so does who is appointed by a decision that is handed over
    /// (`trao quyết định bổ nhiệm ông X`).
    pub(super) fn receivers(&mut self, items: &[Placed], k: usize, event: usize, cue: Option<u16>) {
        let appoints =
            |p: &Placed| matches!(p.item, Item::Cue(c) if self.scan.kb.cues[usize::from(c)].states == "Appointment");
        let appointed = match items.get(k + 1..k + 3) {
            Some([verb, Placed { item: Item::Person(m), start, .. }]) => {
                let named = !matches!(self.reading.mentions[*m].naming, Naming::Bare);
                appoints(verb) && verb.end == *start && named
            }
            _ => false,
        };
        let to = items[k..].iter().position(|p| p.item == Item::Word(Function::To)).map(|t| t + k);
        let to = to.filter(|&t| !items[k..t].iter().any(|p| matches!(p.item, Item::Mark(';') | Item::Person(_))));
        // `cho Bộ đội Biên phòng, X nhấn mạnh …`, `cho người thân đại úy X`: somebody else receives it.
        let beside = |p: &Placed, t: usize| p.start <= items[t].end + 1 && matches!(p.item, Item::Person(_));
        let to = to.filter(|&t| items.get(t + 1).is_some_and(|p| beside(p, t)));
        let Some(first) = appointed.then_some(k + 2).or(to.map(|t| t + 1)) else {
            return;
        };
        for m in self.group_after(items, first) {
            self.add(m, "receivedAt", event, cue, items[k].start, self.reading.mentions[m].end);
        }
    }

    fn first_subject(&self, items: &[Placed], k: usize) -> usize {
        items[..k].iter().rposition(|p| matches!(p.item, Item::Person(_))).unwrap_or(0)
    }

    pub(super) fn add(
        &mut self,
        mention: usize,
        states: &str,
        event: usize,
        cue: Option<u16>,
        start: usize,
        end: usize,
    ) {
        if matches!(self.reading.mentions[mention].naming, Naming::Bare) && self.reading.mentions[mention].plural {
            return self.miss_person(mention, cue);
        }
        let Some(person) = self.reading.who[mention] else {
            return self.miss_person(mention, cue);
        };
        if self.anchor == Some(event) {
            self.since = 0;
        }
        self.roles.push(Role { person, states: states.to_owned(), event, cue, start, end });
    }
}

/// Whether a verb of speech is a noun here: `đề nghị của X`.
fn is_noun(items: &[Placed], k: usize) -> bool {
    let of = items.get(k + 1).is_some_and(|p| p.item == Item::Word(Function::Of) && p.start == items[k].end);
    let acts = k > 0 && matches!(items[k - 1].item, Item::Person(_)) && items[k - 1].end + 1 >= items[k].start;
    of && !acts
}

/// Whether a list is opened anywhere behind a cue.
fn opened(rest: &[Placed]) -> bool {
    rest.iter().any(|p| matches!(p.item, Item::Word(Function::Opener | Function::Is) | Item::Mark(':')))
}

/// Whether what follows a cue is a list on the next lines: `cùng dự có:`, `dự buổi làm việc có`.
fn opens_list(rest: &[Placed]) -> bool {
    let colon = rest.last().is_some_and(|p| p.item == Item::Mark(':'));
    colon || rest.iter().any(|p| p.item == Item::Word(Function::Opener)) && rest.len() < 6
}
