//! Which event a passage reports: what a sentence introduces, returns to, lists people for.

use std::ops::Range;

use super::dates::DateMention;
use super::items::{Item, Placed};
use super::roles::Reader;
use crate::ontology::items::{Function, Sense, Voice};

/// A list that goes on over the next lines: `Dự hội nghị có:` and its lines.
#[derive(Clone)]
pub(super) struct OpenList {
    pub states: String,
    pub cue: u16,
    pub event: Option<usize>,
}

/// Classes of events that are held for people to speak.
pub(super) const FOR_SPEAKING: [&str; 5] = ["PressConference", "Session", "VoterMeeting", "Seminar", "Forum"];

impl Reader<'_, '_> {
    /// Where an item of a digest begins nothing goes on from the one before, and its place stands in front of the sentence.
    pub(super) fn begin_item(&mut self, sentence: &Range<usize>) {
        let digest = &self.events.digest;
        let Ok(at) = digest.binary_search_by_key(&sentence.start, |item| item.start) else {
            return;
        };
        self.sentence_start = digest[at].text.min(sentence.end - 1);
        (self.anchor, self.aside, self.away, self.topic) = (None, None, None, None);
        (self.list, self.listed) = (None, None);
        self.waiting.clear();
    }

    /// Whether the sentence says that something is said at an event.
    pub(super) fn at_event(&self, items: &[Placed]) -> bool {
        (1..items.len()).any(|k| {
            let at = matches!((items[k - 1].item, items[k].item), (Item::Word(Function::At), Item::Event(_)));
            let coming = self.scan.function(items[k].end, Function::Future).is_some();
            at && !coming && !self.recent(&items[k]) && !self.ahead_of(items, k)
        })
    }

    /// Whether somebody talks with others in office beside the event (`X trao đổi cùng Thứ trưởng Y bên lề hội nghị`), not with the press.
    pub(super) fn among_themselves(&self, items: &[Placed]) -> bool {
        let beside = |w: &[Placed]| w[0].end == w[1].start;
        let with = |w: &[Placed]| {
            matches!(w[0].item, Item::Word(Function::Joiner | Function::With)) && matches!(w[1].item, Item::Person(_))
        };
        let there = |w: &[Placed]| {
            let event = matches!(w[1].item, Item::Event(e) if self.events.mentions[e].event == self.anchor);
            w[0].item == Item::Word(Function::PressTalk) && event
        };
        let any = |fits: &dyn Fn(&[Placed]) -> bool| items.windows(2).any(|w| beside(w) && fits(w));
        any(&with) && any(&there)
    }

    /// Whether a sentence tells what somebody said elsewhere on the day of the passage's event (`Cùng ngày, ông X cho biết …`);
    /// a sitting goes on for all the day.
    pub(super) fn other_occasion(&self, sentence: &Range<usize>, items: &[Placed]) -> bool {
        let sits = self.anchor.is_some_and(|a| self.events.list[a].class == "Session");
        let said = items.iter().any(|p| self.speech(*p)) && self.event_named(items).is_none();
        let opens = |f: Function| self.scan.function(sentence.start, f).is_some();
        said && !sits && opens(Function::SameDay) && opens(Function::NewEvent)
    }

    /// The event a sentence introduces or returns to becomes the passage's.
    pub(super) fn move_anchor(&mut self, items: &[Placed]) {
        for (k, placed) in items.iter().enumerate() {
            let Item::Event(e) = placed.item else {
                continue;
            };
            let mention = &self.events.mentions[e];
            let Some(event) = mention.event else {
                continue;
            };
            let spoken = items[..k].iter().any(|p| self.speech(*p) || self.source_of(p));
            let before = items[..k].iter().rev().find(|p| !matches!(p.item, Item::Mark(_)));
            let dated = self.dated();
            let head = &self.scan.kb.events[usize::from(mention.head)];
            // `Từ những kết quả của kỳ họp vừa qua, …` only speaks of it.
            let outcome = self.scan.ends_before(placed.start, |s| s == Sense::Function(Function::Outcome)).is_some();
            // What an assembly does is told of the day it sits.
            let sits = !self.scan.kb.events[usize::from(mention.head)].of_body.is_empty() && !outcome;
            let denied = before.is_some_and(|p| matches!(p.item, Item::Cue(_))) && self.denied(items, k);
            // `Hôm qua 4/4, người đàn ông trở lại với bộ hồ sơ để làm việc với …` is no report; `Chiều cùng ngày, Đoàn đã làm việc với …` is.
            let acts = |i: usize| self.reading.inside_body(i);
            let doubted = |by: Function| matches!(by, Function::Hedge | Function::Negation);
            let doubted = head.verbal && self.hindered(items, 0, k).is_some_and(|(by, _)| doubted(by));
            let somebody = !head.verbal
                || placed.start <= self.sentence_start + 8
                || items[..k].iter().any(|p| matches!(p.item, Item::Person(_)))
                || (self.sentence_start..placed.start).any(acts);
            let located = (dated || head.meets && self.part_of_day()) && !denied && !doubted && somebody
                || sits
                || before.is_some_and(|p| self.brings(items, p, k, event))
                || self.alone_on_its_day(e, event)
                || before.is_some_and(|p| p.item == Item::Word(Function::At))
                    && !self.ahead_of(items, k)
                    && self.returns(items, k, mention.full);
            let said_there =
                (0..k).any(|j| matches!(items[j].item, Item::Cue(_)) && self.event_beside(items, j) == Some(event));
            let first = !items[..k].iter().any(|p| matches!(p.item, Item::Event(_)));
            let future = self.told_to_come(&items[..k]) || self.coming(items, k);
            let weak = head.weak;
            // An event that a sentence begins with, or names in full, before anything else is said; what a verb names is
            // reported where somebody in office takes part, or by the headline.
            let names = !head.verbal || self.sentence_start == self.scan.sentences[0].start;
            // `Tiếp xúc cử tri ở huyện, ai cũng mong …`, where another is reported.
            let told = head.acts && mention.end == mention.head_end && self.set_aside(event);
            let begins =
                k == 0 && (mention.full || placed.start <= self.sentence_start + 4) && names && !outcome && !told;
            // At a press conference other meetings are told of.
            let answering = self.anchor.is_some_and(|a| self.events.list[a].class == "PressConference");
            // Voters speak of what an assembly did.
            let voters = self.anchor.is_some_and(|a| self.events.list[a].class == "VoterMeeting");
            let recalled = voters && self.events.list[event].class == "Session" && !dated;
            let elsewhere = answering && event != self.anchor.unwrap_or(event) && !(dated || k <= 1)
                || recalled && before.is_none_or(|p| p.item != Item::Word(Function::At));
            let aside = self.set_aside(event) && (self.deep(items, k) || self.framed(items, k));
            if (located || begins) && !(elsewhere || aside) && first && !future && (!spoken || said_there) && !weak {
                self.set_anchor(event);
                return;
            }
        }
    }

    /// Whether an occasion for speaking is told with its day right behind it where the article tells of no other event
    /// (`Câu chuyện được bà con mang tới buổi tiếp xúc cử tri ngày 18/6`): what officials say next is said there.
    fn alone_on_its_day(&self, mention: usize, event: usize) -> bool {
        let mention = &self.events.mentions[mention];
        let verbal = self.scan.kb.events[usize::from(mention.head)].verbal;
        let day = |d: &DateMention| d.value.len() == 10 || d.value.starts_with("--") && d.value.len() == 7;
        let behind = |d: &DateMention| (mention.end..mention.end + 2).contains(&d.start) && day(d);
        let speaking = FOR_SPEAKING.contains(&self.events.list[event].class.as_str());
        let alone = self.anchor.is_none() && self.events.list.len() == 1;
        alone && speaking && !verbal && self.dates.iter().any(behind) && !self.to_come(event)
    }

    /// Whether an item is a word that says whose words are told.
    pub(super) fn source_of(&self, placed: &Placed) -> bool {
        matches!(placed.item, Item::Cue(c) if self.scan.kb.cues[usize::from(c)].voice == Voice::Source)
    }

    /// Whether a verb before the event at item `k` says that it is held or that somebody takes part: near it, not denied
    /// (`học sinh không dự lễ`), and no part of what somebody does in another event (`X biểu dương Hội đã tổ chức hội thảo`).
    fn brings(&self, items: &[Placed], verb: &Placed, k: usize, event: usize) -> bool {
        let near = items[k].start <= verb.end + 4;
        let person = items[..k].iter().rfind(|p| matches!(p.item, Item::Person(_)));
        let held = verb.item == Item::Word(Function::Held);
        let aside = held && self.set_aside(event) && person.is_some_and(|p| p.end + 3 < verb.start);
        (held || matches!(verb.item, Item::Cue(_))) && near && !self.denied(items, k) && !aside
    }

    /// Whether a word right before the verb of the event at item `k` denies it.
    fn denied(&self, items: &[Placed], k: usize) -> bool {
        items[..k].iter().rev().take(3).any(|p| p.item == Item::Word(Function::Negation))
    }

    /// Whether the sentence begins with a day, or with what is prepared and then the day (`Chuẩn bị cho kỳ họp, hôm qua …`).
    pub(super) fn dated(&self) -> bool {
        let day = |i: usize| self.scan.function(i, Function::DateLead).is_some();
        let end = self.scan.sentences[self.scan.sentence_of(self.sentence_start)].end;
        let prepared = self.scan.function(self.sentence_start, Function::Preparation);
        let behind = || prepared.is_some_and(|from| (from..end).any(|i| self.scan.mark(i, ",") && day(i + 1)));
        day(self.sentence_start) || behind()
    }

    /// Whether the sentence begins with a part of the day told before (`Đầu giờ chiều, đoàn làm việc với …`): those who meet then
    /// speak there, where those who look around need not.
    fn part_of_day(&self) -> bool {
        self.scan.function(self.sentence_start, Function::SameDay).is_some()
    }

    /// Whether the passage reports another event than `event`, in which somebody of this country takes part.
    pub(super) fn set_aside(&self, event: usize) -> bool {
        let ours = |person: usize| !self.reading.people[person].foreign;
        self.anchor.is_some_and(|a| a != event && self.roles.iter().rev().any(|r| r.event == a && ours(r.person)))
    }

    /// Whether the event at item `k` stands behind a preposition deep in a phrase of the sentence, before anybody does anything
    /// (`Trước ý kiến cho rằng việc lấy phiếu tại kỳ họp …, ông X …`): what is spoken about.
    pub(super) fn deep(&self, items: &[Placed], k: usize) -> bool {
        let told = |p: &Placed| match p.item {
            Item::Cue(c) => self.role_cue(c),
            item => matches!(item, Item::Person(_) | Item::Event(_)),
        };
        // `Liên quan đến kỷ cương, tại hội nghị ngày 24/6, X cho biết`: told of, but in a phrase of its own.
        let at = k > 0
            && items[k - 1].item == Item::Word(Function::At)
            && !items[k - 1].start.checked_sub(1).is_some_and(|c| self.scan.mark(c, ","));
        let dates: usize = self
            .dates
            .iter()
            .filter(|d| d.start >= self.sentence_start && d.end <= items[k].start)
            .map(|d| d.end - d.start)
            .sum();
        let words: usize = items[..k].iter().map(|p| p.end - p.start).sum();
        // `Vấn đề biển đảo tiếp tục được nêu tại họp báo chiều 26/6.`: nobody does anything else.
        let dated = self.dates.iter().any(|d| d.start >= items[k].end && d.start <= items[k].end + 2);
        let somebody = items[k + 1..].iter().any(|p| matches!(p.item, Item::Person(_)));
        at && (somebody || !dated)
            && !items[..k].iter().any(told)
            && items[k].start > self.sentence_start + words + dates + 6
    }

    /// Whether the event at item `k` is told as what surrounds another that somebody in office takes part in
    /// (`Nhân chuyến dự hội nghị …, X có cuộc hội đàm với …`).
    fn framed(&self, items: &[Placed], k: usize) -> bool {
        let opens = |i: usize| i == self.sentence_start || self.scan.mark(i - 1, ",");
        let when = |i: usize| opens(i) && self.scan.function(i, Function::When).is_some();
        let frame = (self.sentence_start..items[k].start).any(when);
        let reported = |p: &Placed| matches!(p.item, Item::Event(e) if self.events.mentions[e].event == self.anchor);
        frame && self.since == 0 && items[k + 1..].iter().any(reported)
    }

    /// Whether a sentence returns to the event at item `k`, behind a preposition: one that it names, begins with, or where
    /// somebody does something; `đạt nhiều kết quả trong hội nghị` speaks of it only.
    fn returns(&self, items: &[Placed], k: usize, full: bool) -> bool {
        let acts = |p: &Placed| matches!(p.item, Item::Person(_) | Item::Cue(_));
        full || items[k - 1].start <= self.sentence_start + 3 || items[..k].iter().any(acts)
    }

    /// Whether what is told behind the event at item `k` is still to come (`Tại kỳ họp tới, Quốc hội sẽ …`; `Diễn đàn sẽ bàn …`
    /// where the passage reports another).
    fn coming(&self, items: &[Placed], k: usize) -> bool {
        let told = |p: &&Placed| !matches!(p.item, Item::Cue(_));
        let at = k > 0 && items[k - 1].item == Item::Word(Function::At);
        let aside = || {
            k == 0
                && self
                    .events
                    .mentions
                    .iter()
                    .any(|m| m.start == items[k].start && m.event.is_some_and(|e| self.set_aside(e)))
        };
        (at || aside()) && items[k + 1..].iter().take_while(told).any(|p| p.item == Item::Word(Function::Future))
    }

    /// Whether what a sentence that names no event tells is not of the passage's: long past, another day, or people in a picture,
    /// where no day of the event is told.
    pub(super) fn elsewhere(&self, items: &[Placed], states: &str, voice: Voice, event: usize) -> bool {
        let picture = voice == Voice::Passive && self.event_named(items).is_none();
        let past = self.long_ago(items, states, event) || self.another_day(items, event);
        past || picture && self.events.list[event].date.is_none()
    }

    /// Notes who speaks on another day than that of the passage's event: what they say next is not said there either.
    pub(super) fn goes_away(&mut self, items: &[Placed], voice: Voice, people: &[usize], event: Option<usize>) {
        if voice.is_speech() && event.is_some_and(|e| self.another_day(items, e)) {
            self.away = people.first().and_then(|&m| self.reading.who[m]);
        }
    }

    /// Whether the sentence begins with another day than that of the passage's event, and names no event itself.
    pub(super) fn another_day(&self, items: &[Placed], event: usize) -> bool {
        let led = self.scan.function(self.sentence_start, Function::DateLead).is_some();
        if !led || Some(event) != self.anchor || self.event_named(items).is_some() {
            return false;
        }
        let here = self.dates.binary_search_by_key(&self.sentence_start, |d| d.start).map(|d| &self.dates[d]);
        let day = |d: &DateMention| {
            d.until.is_none() && (d.value.len() == 10 || d.value.starts_with("--") && d.value.len() == 7)
        };
        let told = here.ok().filter(|d| day(d)).map(|d| &d.value[d.value.len() - 5..]);
        matches!((told, self.events.list[event].date.as_deref()), (Some(told), Some(known)) if known.len() == 5 && told != known)
    }

    /// The passage reports `event` from here on; roles told before any event was named are its.
    pub(super) fn set_anchor(&mut self, event: usize) {
        self.anchor = Some(event);
        self.since = 0;
        for (m, states, cue, at) in std::mem::take(&mut self.waiting) {
            let mention = &self.reading.mentions[m];
            let (start, end) = (mention.start.min(at.start), mention.end.max(at.end));
            self.add(m, &states, event, Some(cue), start, end);
        }
    }

    /// A sentence that goes on with the people of one side (`Về phía tỉnh có …`).
    pub(super) fn other_side(&mut self, sentence: &Range<usize>, items: &[Placed]) -> bool {
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
    pub(super) fn continue_list(&mut self, sentence: &Range<usize>, items: &[Placed]) -> bool {
        let Some(list) = self.list.clone() else {
            return false;
        };
        let bullet = self.scan.mark(sentence.start, "-")
            || self.scan.mark(sentence.start, "+")
            || self.scan.mark(sentence.start, "*");
        let person = items.iter().take(2).any(|p| matches!(p.item, Item::Person(_)));
        if !(bullet && person) {
            self.list = None;
            return false;
        }
        let event = list.event.or(self.anchor);
        if event.is_none() {
            self.miss_listed(items, list.cue);
        }
        for placed in items.iter().take(2) {
            if let (Item::Person(m), Some(event)) = (placed.item, event) {
                self.add(m, &list.states, event, Some(list.cue), placed.start, placed.end);
            }
        }
        true
    }

    /// Whether the sentence itself names `event`.
    pub(super) fn names(&self, event: usize) -> bool {
        let end = self.scan.sentences[self.scan.sentence_of(self.sentence_start)].end;
        let from = self.events.mentions.partition_point(|m| m.start < self.sentence_start);
        self.events.mentions[from..].iter().take_while(|m| m.start < end).any(|m| m.event == Some(event))
    }

    /// Where nothing is reported yet, what is told `here` is told of the event that the sentence before named.
    pub(super) fn here(&mut self, items: &[Placed]) {
        let here =
            items.first().is_some_and(|p| p.item == Item::Word(Function::Here) && p.start <= self.sentence_start + 1);
        if !here || self.anchor.is_some() {
            return;
        }
        let before = self.scan.sentence_of(self.sentence_start).checked_sub(1);
        let last = self.events.mentions.iter().rev().find(|m| m.start < self.sentence_start);
        let told = last.filter(|m| Some(self.scan.sentence_of(m.start)) == before).and_then(|m| m.event);
        if let Some(event) = told.filter(|&e| !self.to_come(e)) {
            self.set_anchor(event);
        }
    }

    /// An event that the sentence itself names.
    pub(super) fn event_named(&self, items: &[Placed]) -> Option<usize> {
        items.iter().find_map(|p| if let Item::Event(e) = p.item { self.events.mentions[e].event } else { None })
    }

    /// The event last mentioned before token `at` that is not the passage's: what is still to come is told of it.
    pub(super) fn latest_other(&self, at: usize) -> Option<usize> {
        let here = self.scan.sentence_of(at);
        let before =
            self.events.mentions.iter().rev().filter(|m| m.start < at && here - self.scan.sentence_of(m.start) <= 2);
        before.filter_map(|m| m.event).find(|&e| Some(e) != self.anchor)
    }
}
