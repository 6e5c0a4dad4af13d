//! The event of a cue: where somebody speaks, what somebody attends, chairs or gives something at; whose words are said there.

use super::items::{Item, Placed};
use super::passage::FOR_SPEAKING;
use super::people::Naming;
use super::roles::Reader;
use crate::ontology::items::{Function, Sense, Voice};

/// Sentences after which words of somebody are hardly said at the passage's event any more.
const FAR: usize = 8;

/// Sentences after which an article has told what it reports.
const LATE: usize = 5;

impl Reader<'_, '_> {
    /// The event right behind a verb of speech: behind a preposition (`nói tại phiên họp`), or, where the verb opens the
    /// sentence, as its object (`Kết luận hội nghị, ông X …`); what is spoken about is no place of speaking.
    pub(super) fn event_beside(&self, items: &[Placed], k: usize) -> Option<usize> {
        let next = items.get(k + 1)?;
        let place = self.place_of_speaking(items, k);
        let opens = !items[..k].iter().any(|p| matches!(p.item, Item::Person(_)));
        let near = place.is_some() || opens && next.start <= items[k].end + 1 || self.while_sitting(next);
        let placed = place.map_or(Some(next), |at| items.get(at + 1))?;
        match placed.item {
            Item::Event(e) if near && !self.recent(placed) => self.events.mentions[e].event,
            _ => None,
        }
    }

    /// Whether an item is what an assembly does, behind a word for time (`nói khi thảo luận dự án luật tại Quốc hội`).
    fn while_sitting(&self, placed: &Placed) -> bool {
        let Item::Event(e) = placed.item else {
            return false;
        };
        let head = &self.scan.kb.events[usize::from(self.events.mentions[e].head)];
        let when = |s: Sense| s == Sense::Function(Function::When);
        !head.of_body.is_empty() && self.scan.ends_before(placed.start, when).is_some()
    }

    /// The preposition behind a verb of speech that says where it is said: near it, behind whom it is said to and of what
    /// (`trả lời đại biểu tại phiên chất vấn`), or anywhere behind where all that was said is told of (`nói như vậy … tại hội nghị`).
    fn place_of_speaking(&self, items: &[Placed], k: usize) -> Option<usize> {
        let at = |i: usize| items[i].item == Item::Word(Function::At);
        if self.scan.function(items[k].end, Function::So).is_some() {
            let told = |i: &usize| !matches!(items[*i].item, Item::Cue(_) | Item::Mark(';'));
            let event = |i: &usize| matches!(items.get(i + 1), Some(Placed { item: Item::Event(_), .. }));
            return (k + 1..items.len()).take_while(told).find(|i| at(*i) && event(i));
        }
        let acts = items[..k].iter().any(|p| matches!(p.item, Item::Person(_)));
        let to = |i: &usize| match items[*i].item {
            Item::Word(Function::With | Function::Joiner | Function::To) => true,
            // `chia sẻ điều này trước các cử tri trong buổi tiếp xúc`
            Item::Word(Function::At) => {
                let event = matches!(items.get(i + 1), Some(Placed { item: Item::Event(_), .. }));
                !event && self.scan.function(items[*i].start, Function::Before).is_some()
            }
            // `Hoan nghênh nỗ lực của hai nước tại hội nghị, X …`: what is spoken about.
            Item::Word(Function::Of) => acts && !matches!(items.get(i + 1), Some(Placed { item: Item::Person(_), .. })),
            Item::Person(_) => items[i - 1].end == items[*i].start,
            _ => false,
        };
        let passed = (k + 1..items.len()).take_while(to);
        let words: usize = passed.clone().map(|i| items[i].end - items[i].start).sum();
        let next = k + 1 + passed.count();
        (next < items.len() && at(next) && items[next].start <= items[k].end + words + 12).then_some(next)
    }

    /// Whether the event at item `k` is only what something was ahead of (`tiếp xúc cử tri trước kỳ họp`), and nobody speaks before it.
    pub(super) fn ahead_of(&self, items: &[Placed], k: usize) -> bool {
        let at = items[k - 1].start;
        let spoken = k > 1 && self.speech(items[k - 2]) && items[k - 2].end == at;
        self.scan.function(at, Function::Before).is_some() && !spoken
    }

    /// Whether an item is an event told as one of some time ago (`kỳ họp vừa qua`).
    pub(super) fn recent(&self, placed: &Placed) -> bool {
        let Item::Event(e) = placed.item else {
            return false;
        };
        let end = self.events.mentions[e].end.max(placed.end);
        (end..end + 2).any(|i| self.scan.function(i, Function::Recent).is_some())
    }

    /// The event of a cue: named right behind it, named before it in the sentence, or the passage's.
    pub(super) fn event_of(&self, items: &[Placed], k: usize, voice: Voice, after: bool) -> Option<usize> {
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
                .filter(|p| !self.in_a_programme(items, p))
                .take_while(|p| !(matches!(p.item, Item::Mark(';')) || after && matches!(p.item, Item::Person(_))))
                .take(8)
                .find_map(noun)
        };
        // `X cùng đoàn công tác đã tiếp xúc cử tri, thông báo kết quả kỳ họp`: what the subject does comes first.
        let done = || {
            let next = items[k + 1..].iter().find(|p| !matches!(p.item, Item::Word(_)));
            let Item::Event(e) = next.filter(|_| !after)?.item else {
                return None;
            };
            let m = &self.events.mentions[e];
            let head = &self.scan.kb.events[usize::from(m.head)];
            m.event.filter(|_| head.verbal && !head.refers_back && head.states == "attended" && m.end > m.head_end)
        };
        let ahead = || items[..k].iter().rev().find_map(noun);
        let located = || {
            // `Tại cuộc họp mới đây, ông X cho biết …`
            let heads = |j: usize| j == 1 && items[0].start == self.sentence_start;
            (1..k).rev().filter(|&j| heads(j) || !self.recent(&items[j])).find_map(|j| {
                let at = items[j - 1].item == Item::Word(Function::At) && items[j - 1].end == items[j].start;
                // `Hoan nghênh nỗ lực của hai nước tại hội nghị, X bày tỏ …`: what is spoken about.
                let about = items[..j - 1].iter().any(|p| self.speech(*p) && p.end + 4 < items[j - 1].start);
                // `Góp ý dự thảo Luật tại phiên họp, X cho rằng …`
                let sits = |e: usize| FOR_SPEAKING.contains(&self.events.list[e].class.as_str());
                let about = |e: usize| about && !sits(e) || self.set_aside(e) && self.deep(items, j);
                noun(&items[j]).filter(|&e| at && !self.ahead_of(items, j) && !about(e))
            })
        };
        let any = || {
            items[..k].iter().rev().find_map(|p| match p.item {
                Item::Event(e) => self.events.mentions[e].event,
                _ => None,
            })
        };
        match voice {
            // `Dưới sự chủ trì của X, hội nghị …`: the event may follow.
            Voice::Passive => ahead().or_else(|| items[k + 1..].iter().find_map(noun)).or(self.anchor),
            Voice::Statement | Voice::Remark | Voice::Source => {
                self.event_beside(items, k).or_else(located).or(self.anchor)
            }
            Voice::Active | Voice::Causative => done().or_else(behind).or_else(ahead).or_else(any).or(self.anchor),
        }
    }

    /// Whether an item is a programme that something is given in, in a sentence that begins with the event at which it is
    /// (`Tại buổi lễ, ông X trao học bổng trong chương trình "Y"`).
    fn in_a_programme(&self, items: &[Placed], placed: &Placed) -> bool {
        let head = |e: usize| &self.scan.kb.events[usize::from(self.events.mentions[e].head)];
        let programme = matches!(placed.item, Item::Event(e) if head(e).named);
        let opens = matches!(items, [Placed { item: Item::Word(Function::At), .. }, Placed { item: Item::Event(e), .. }, ..] if !head(*e).verbal);
        programme && opens && items[1].start != placed.start
    }

    /// Whether token `at` begins the sentence, but for words that join it to the one before (`Tuy nhiên, theo ông X, …`).
    pub(super) fn heads_sentence(&self, at: usize) -> bool {
        let mut i = self.sentence_start;
        while i < at {
            let joins = self.scan.function(i, Function::Connective);
            match joins.or(self.scan.mark(i, ",").then_some(i + 1)) {
                Some(end) => i = end,
                None => return false,
            }
        }
        i == at
    }

    /// Whether a word at the head of the sentence, or beside the verb at item `k`, says that it was said before
    /// (`Trước đó, X cho biết …`, `X trước đó cho biết …`); elsewhere it belongs to what is said.
    pub(super) fn said_before(&self, items: &[Placed], k: usize) -> bool {
        let person = items[..k].iter().rposition(|p| matches!(p.item, Item::Person(_)));
        items.iter().enumerate().any(|(i, p)| {
            let at_subject = |m: usize| m < i && i < k || p.end == items[m].start;
            let beside = p.end == items[k].start || p.start == items[k].end || person.is_some_and(at_subject);
            p.item == Item::Word(Function::Background) && (p.start <= self.sentence_start + 3 || beside)
        })
    }

    /// Whether words of a mention's person are said at the event: a remark only of those who take part, a statement not
    /// long after the passage spoke of the event.
    pub(super) fn said_there(&self, voice: Voice, mention: usize, event: usize) -> bool {
        let away = self.away.is_some() && self.away == self.reading.who[mention];
        match voice {
            Voice::Remark | Voice::Statement if away => false,
            Voice::Statement if self.in_passing(mention, event) => false,
            Voice::Remark => self.remarks(mention, event),
            Voice::Statement if self.answers_for(mention, event) => false,
            Voice::Statement if self.aside.is_none() || self.names(event) => {
                self.since <= FAR || self.remarks(mention, event)
            }
            Voice::Statement => self.remarks(mention, event),
            _ => true,
        }
    }

    /// Whether an article tells of `event` in passing, once, far below its head, and not of a mention's person there: what they say
    /// next is not said there.
    fn in_passing(&self, mention: usize, event: usize) -> bool {
        let mut told = self.events.mentions.iter().filter(|m| m.event == Some(event));
        let (Some(first), None) = (told.next(), told.next()) else {
            return false;
        };
        let aside = self.events.list.len() == 1;
        let late = self.scan.sentence_of(first.start) >= LATE && first.start < self.sentence_start;
        let person = self.reading.who[mention];
        aside && late && !self.roles.iter().any(|r| r.event == event && Some(r.person) == person)
    }

    /// Whether others, but not a mention's person, are told to speak at a press conference: what the person asks for is
    /// reported there (`Tại họp báo, ông X cho biết … Thủ tướng yêu cầu …`).
    fn answers_for(&self, mention: usize, event: usize) -> bool {
        let person = self.reading.who[mention];
        let mut there = self.roles.iter().filter(|r| r.event == event).peekable();
        self.events.list[event].class == "PressConference"
            && !self.speaks_next(mention)
            && there.peek().is_some()
            && there.all(|r| Some(r.person) != person)
    }

    /// Whether a mention introduces somebody by an honorific, their full name and the office behind it at the head of the
    /// sentence right behind one of the same paragraph in which somebody speaks at the event (`Ông X (Phó Cục trưởng Y) đề nghị …`).
    fn speaks_next(&self, mention: usize) -> bool {
        let m = &self.reading.mentions[mention];
        let introduced = m.honorific.is_some() && m.end > m.core && matches!(m.naming, Naming::Full(..));
        let goes_on = m.start == self.sentence_start && !self.scan.breaks(m.start.saturating_sub(1));
        introduced && goes_on && self.since <= 1
    }

    /// Whether a remark of a mention's person is one at the event: they take part in it, or it is held for speaking.
    pub(super) fn remarks(&self, mention: usize, event: usize) -> bool {
        let person = self.reading.who[mention];
        let here = |e: usize| self.roles.iter().any(|r| Some(r.person) == person && r.event == e);
        let speaking = FOR_SPEAKING.contains(&self.events.list[event].class.as_str());
        // At a feast or a show nobody speaks but those who are told to be there; at what is to come nobody yet.
        let shown = matches!(self.events.list[event].class.as_str(), "Festival" | "Other") && !here(event);
        let coming = !speaking && !self.roles.iter().any(|r| r.event == event) && self.to_come(event);
        let aside = self.aside.is_some_and(here) && !self.names(event);
        if self.anchor == Some(event) && (aside || shown || coming) {
            return false;
        }
        if self.in_passing(mention, event) {
            return false;
        }
        let alone = self.events.list.len() == 1;
        let sits = self.events.list[event].class == "Session";
        let far = self.since > FAR && !sits && self.another_since(event);
        let near = match self.events.list[event].class.as_str() {
            "Conference" => FAR,
            // Who is met there speaks beside whom is told of.
            "Visit" | "Inspection" => 1,
            _ => 2,
        };
        !far && speaking || alone || self.since <= near || here(event)
    }

    /// Whether another event was named since the passage's was last spoken of: far behind it may be meant.
    fn another_since(&self, event: usize) -> bool {
        let here = self.scan.sentence_of(self.sentence_start);
        let before = self.events.mentions.iter().rev().skip_while(|m| m.start >= self.sentence_start);
        let mut since = before.take_while(|m| here - self.scan.sentence_of(m.start) < self.since);
        since.any(|m| m.full && m.event != Some(event))
    }
}
