//! Events: heads of events' names with their complements, and which mentions speak of the same event.

use std::collections::BTreeSet;

use super::dates::DateMention;
use super::digests::{self, DigestItem};
use super::event_mentions;
use super::event_names;
use super::event_words::{
    alike, apart, by_another, class_of, content, counted, day_of, described, located, longer, one_day, other_half,
    sits, telling, visits,
};
use super::names::Names;
use super::reading::Reading;
use super::scan::Scan;
use crate::ontology::items::{EventHead, Function, Sense};
use crate::text::key::key;

/// One mention of an event.
#[derive(Clone, Debug)]
pub struct EventMention {
    /// First token.
    pub start: usize,
    /// One past the head.
    pub head_end: usize,
    /// One past the last token of its name.
    pub end: usize,
    /// The head, by its number in the ontology.
    pub head: u16,
    /// First token of its name: the body that sits, where a verb tells what it does.
    pub named_from: usize,
    /// Whether it names the event with more than its head.
    pub full: bool,
    /// Whether that more is what all events of its kind are called (`phiên họp thường kỳ`).
    pub plain: bool,
    /// Who receives or meets, right before the verb that tells of it.
    pub by: Vec<usize>,
    /// The event, once known.
    pub event: Option<usize>,
}

/// An event of the article.
#[derive(Clone, Debug)]
pub struct Event {
    /// Local name of its class.
    pub class: String,
    /// The mention that names it best.
    pub name: usize,
    /// The words of its names, as keys.
    words: BTreeSet<String>,
    /// Who is told to receive or meet.
    pub(super) by: Vec<usize>,
    /// Whether a verb names it.
    verbal: bool,
    /// Whether that verb may speak of an event named otherwise.
    refers_back: bool,
    /// The day told with the name it was introduced by.
    pub(super) date: Option<String>,
    /// Whether it is still to come; set where it is introduced.
    pub planned: bool,
}

/// The events of a text.
pub struct Events {
    /// Mentions in order.
    pub mentions: Vec<EventMention>,
    /// Events in order of their first mention.
    pub list: Vec<Event>,
    /// The items of a digest.
    pub(super) digest: Vec<DigestItem>,
}

/// What a mention tells of the event it speaks of, by which a known one is sought.
struct Sought<'m> {
    head: &'m EventHead,
    mention: &'m EventMention,
    words: &'m BTreeSet<String>,
    date: Option<&'m String>,
}

impl Sought<'_> {
    /// Whether its head may stand for events of a class.
    fn fits(&self, class: &String) -> bool {
        self.head.generic || self.head.classes.contains(class)
    }

    fn same_day(&self, event: &Event) -> bool {
        one_day(event.date.as_ref(), self.date)
    }
}

impl Events {
    /// Finds the mentions and ties those of one event together.
    pub fn find(scan: &Scan, names: &Names, reading: &Reading, dates: &[DateMention]) -> Events {
        let mentions = event_mentions::collect(scan, names, reading);
        let mut events = Events { mentions, list: Vec::new(), digest: digests::items(scan, names) };
        for n in 0..events.mentions.len() {
            events.resolve(scan, reading, dates, n);
        }
        events
    }

    /// The mention that starts at token `i`.
    pub fn at(&self, i: usize) -> Option<usize> {
        self.mentions.binary_search_by_key(&i, |m| m.start).ok()
    }

    /// Ties mention `n` to an event named before, or opens a new one.
    fn resolve(&mut self, scan: &Scan, reading: &Reading, dates: &[DateMention], n: usize) {
        let mention = self.mentions[n].clone();
        let head = &scan.kb.events[usize::from(mention.head)];
        let words = content(scan, &mention);
        let date = day_of(scan, dates, &self.mentions, &mention);
        // `cuộc họp ngày 25-11`: a short mention is dated by what stands right behind it only.
        let behind = mention.end..mention.end + 3;
        // `Ngày 11/3, Ban Bí thư họp …` tells when it sits, as verbs do.
        let sits = !head.of_body.is_empty() && head.classes.iter().any(|c| c == "WorkingSession");
        let dated = mention.full || head.verbal || sits || dates.iter().any(|d| behind.contains(&d.start));
        let day = date.as_ref().filter(|_| dated);
        let sought = Sought { head, mention: &mention, words: &words, date: day };
        let known = self.once_more(scan, &mention, n).or_else(|| self.known(scan, &sought, n));
        let known = known.or_else(|| self.other_side(reading, head, &mention, day));
        let item = |at: usize| digests::item_of(&self.digest, at);
        let of_item = |e: &usize| item(self.mentions[self.list[*e].name].start) == item(mention.start);
        let event = match known.filter(of_item) {
            Some(e) => {
                let named = self.mentions[self.list[e].name].full;
                let event = &mut self.list[e];
                event.words.extend(words);
                event.by.extend(&mention.by);
                event.date = event.date.take().or(date);
                let usual = self.mentions[event.name].plain && head.verbal && !mention.plain;
                if mention.full && (!named || usual) && !head.refers_back && (!head.generic || telling(scan, &mention))
                {
                    event.name = n;
                }
                if let Some(class) = head.classes.first().filter(|_| mention.full && event.class == "Other") {
                    event.class.clone_from(class);
                }
                e
            }
            // `sự kiện này`, `chương trình`: of no event told before.
            None if head.named && !mention.full && !located(scan, &mention) => return,
            None if !head.meets && described(scan, &mention) => return,
            None => {
                let class = class_of(scan, head, &mention);
                let (verbal, refers_back) = (head.verbal, head.refers_back);
                let by = mention.by;
                self.list.push(Event { class, name: n, words, by, verbal, refers_back, date, planned: false });
                self.list.len() - 1
            }
        };
        self.mentions[n].event = Some(event);
    }

    /// The event that a mention speaks of, where one is known: by the words of its name, or the latest its head fits.
    fn known(&self, scan: &Scan, sought: &Sought, n: usize) -> Option<usize> {
        let (head, mention) = (sought.head, sought.mention);
        let meets = |e: &Event| scan.kb.events[usize::from(self.mentions[e.name].head)].meets;
        if let Some(e) = self.known_sitting(scan, sought, n) {
            return Some(e);
        }
        if head.verbal {
            let told = self.known_verb(scan, sought);
            return told.filter(|&e| !self.beside(scan, mention, e));
        }
        if mention.full {
            return self.known_name(scan, sought);
        }
        let recent = |fits: &dyn Fn(&Event) -> bool| {
            let before = (0..n).rev().filter_map(|k| self.mentions[k].event);
            before
                .filter(|&e| sought.same_day(&self.list[e]))
                .find(|&e| fits(&self.list[e]) && !self.by_guests(scan, e))
        };
        // `phiên họp`, `kỳ họp`: of two events of one class the one called by this head is meant.
        let called = (0..n).rev().find(|&k| self.mentions[k].head == mention.head).and_then(|k| self.mentions[k].event);
        let called =
            called.filter(|&e| !head.generic && sought.fits(&self.list[e].class) && sought.same_day(&self.list[e]));
        let as_first = called.filter(|&e| head.classes.first() == Some(&self.list[e].class));
        let named = |e: &Event| &scan.kb.events[usize::from(self.mentions[e.name].head)];
        // `cuộc gặp` behind `tiếp Đại sứ`, whose head may stand for either.
        // `Tại hội nghị`, behind `công bố quyết định`.
        let may_be = |e: &Event| {
            let either = head.classes.first().is_some_and(|c| named(e).classes.contains(c));
            either && (head.meets || named(e).refers_back)
        };
        let fits = |e: &Event| (sought.fits(&e.class) || may_be(e)) && (head.meets || head.generic || !meets(e));
        let first = |e: &Event| head.classes.first() == Some(&e.class);
        let by_word = || {
            let worded = self.worded(scan, head, mention, as_first)?;
            recent(&|e| meets(e) && sought.fits(&e.class) && worded(e))
        };
        // `buổi tiếp` is one of receiving, not of the guests' visit to a port.
        let kind = || recent(&|e| first(e) && visits(named(e)) == visits(head));
        let found =
            by_word().or(as_first).or_else(kind).or_else(|| recent(&first)).or(called).or_else(|| recent(&fits));
        // `Chính phủ đã họp phiên thường kỳ`: no conference that was told of before.
        found.filter(|&e| head.of_body.is_empty() || mention.named_from == mention.start || sits(&self.list[e]))
    }

    /// The event that a mention in full names once more, or names at last.
    fn known_name(&self, scan: &Scan, sought: &Sought) -> Option<usize> {
        let Sought { head, mention, words, date } = *sought;
        let same = |e: &Event| {
            sought.same_day(e) && sought.fits(&e.class) && !self.other_way(scan, head, e) && alike(&e.words, words)
        };
        // `từ sau phiên họp thứ 12`: that one was held before.
        let earlier = scan.ends_before(mention.start, |s| s == Sense::Function(Function::When)).is_some();
        let unnamed = |e: &Event| self.open(scan, head, e) && sought.same_day(e) && !earlier;
        let plain = |e: &Event| {
            let named = &self.mentions[e.name];
            let called = named.head == mention.head || mention.plain && named.plain && sought.fits(&e.class);
            (mention.plain || named.plain) && called && sought.same_day(e) && !apart(&e.words, words)
        };
        // `phát biểu tại hội nghị tổng kết ngành sáng 22/12`: the one held that day, by another of its names.
        let that_day = |e: &Event| {
            let named = self.mentions[e.name].head == mention.head && !head.meets;
            named && located(scan, mention) && date.is_some() && e.date.as_ref() == date && !apart(&e.words, words)
        };
        let within = |e: &Event| sought.same_day(e) && sought.fits(&e.class) && self.within(scan, head, e, words);
        let told = |e: &Event| self.told_otherwise(scan, mention, e) && sought.same_day(e) && !apart(&e.words, words);
        let among = [&same as &dyn Fn(&Event) -> bool, &unnamed, &plain, &that_day, &within, &told];
        among.into_iter().find_map(|fits| self.list.iter().rposition(fits))
    }

    /// Which events are told of by the word of a mention (`cuộc hội đàm`: the talks), where the `last` its head fits is told of
    /// by another (`Cuộc gặp Thượng đỉnh`).
    fn worded<'s>(
        &'s self,
        scan: &'s Scan,
        head: &EventHead,
        mention: &EventMention,
        last: Option<usize>,
    ) -> Option<impl Fn(&Event) -> bool + 's> {
        let said = key(scan.words(mention.head_end.saturating_sub(2).max(mention.start), mention.head_end));
        let worded = move |e: &Event| {
            let name = &self.mentions[e.name];
            key(scan.words(name.start, name.head_end)).contains(&said)
        };
        let long = head.meets && mention.head_end - mention.start > 2;
        last.filter(|&e| long && !worded(&self.list[e])).map(|_| worded)
    }

    /// Whether a mention with the head of an event's name begins with all of that name, or tells the other half of it.
    fn told_otherwise(&self, scan: &Scan, mention: &EventMention, event: &Event) -> bool {
        let named = &self.mentions[event.name];
        named.head == mention.head && (longer(scan, named, mention) || other_half(scan, named, mention))
    }

    /// The event that a mention in brackets right behind it names once more (`kỳ họp thứ 8 (kỳ họp bất thường)`), or one behind
    /// a comma that counts no other sitting (`kỳ họp thứ hai, kỳ họp thường lệ đầu tiên sau khi …`).
    fn once_more(&self, scan: &Scan, mention: &EventMention, n: usize) -> Option<usize> {
        let named = &self.mentions[n.checked_sub(1)?];
        let sitting = scan.kb.events[usize::from(mention.head)].classes.first().is_some_and(|c| c == "Session");
        let described = || sitting && scan.mark(named.end, ",") && counted(scan, named) && !counted(scan, mention);
        let beside = named.end + 1 == mention.start && named.head == mention.head;
        // `Hội nghị lần thứ 5 Ban Chấp hành Đảng bộ tỉnh họp ngày 9/3`: the body that sits is in its name.
        let sits = mention.named_from < named.end && mention.named_from < mention.start;
        named.event.filter(|_| sits || beside && (scan.mark(named.end, "(") || described()))
    }

    /// Whether the sentence of a mention names another event in full, of another class, in front of it
    /// (`trong chuyến thăm Trung Quốc, X hội đàm với lãnh đạo Trung Quốc`).
    fn beside(&self, scan: &Scan, mention: &EventMention, event: usize) -> bool {
        let class = |m: &EventMention| scan.kb.events[usize::from(m.head)].classes.first();
        let sentence = scan.sentence_of(mention.start);
        let before = &self.mentions[..self.mentions.partition_point(|m| m.start < mention.start)];
        let before = before.iter().rev();
        before
            .take_while(|m| scan.sentence_of(m.start) == sentence)
            .any(|m| m.event == Some(event) && m.full && class(m) != class(mention))
    }

    /// The event that a verb tells of once more.
    fn known_verb(&self, scan: &Scan, sought: &Sought) -> Option<usize> {
        let Sought { head, mention, words, .. } = *sought;
        let meets = |e: &Event| scan.kb.events[usize::from(self.mentions[e.name].head)].meets == head.meets;
        let visit = |e: &Event| e.class == "Visit" && head.classes.first().is_some_and(|c| c == "Visit");
        let same = |e: &Event| {
            (meets(e) || visit(e))
                && sought.same_day(e)
                && sought.fits(&e.class)
                && alike(&e.words, words)
                && !self.other_way(scan, head, e)
                && !by_another(mention, e)
        };
        // `Cùng ngày, tại quận 7, ông X cũng gặp gỡ cử tri`: no more of what was told before.
        let anew = scan.function(scan.sentences[scan.sentence_of(mention.start)].start, Function::SameDay).is_some();
        // `Tại nơi đến thăm, …`
        let somewhere = scan.function(mention.head_end, Function::At).is_some();
        let again = |e: &Event| {
            words.is_empty() && !somewhere && !anew && e.verbal && meets(e) && visit(e) && sought.same_day(e)
        };
        if let Some(e) = self.list.iter().rposition(|e| !head.refers_back && (same(e) || again(e))) {
            return Some(e);
        }
        // `tại buổi tiếp xúc cử tri của đại biểu Quốc hội`: named in full at last.
        let first = |e: &Event| head.classes.first() == Some(&e.class);
        let usual = |e: &Event| self.mentions[e.name].plain && !e.verbal && first(e) && !visit(e) && sought.same_day(e);
        if let Some(e) = self.list.iter().rposition(|e| !head.refers_back && !anew && usual(e)) {
            return Some(e);
        }
        let named = |e: &Event| key(&head.name.label).split(' ').skip(1).all(|w| e.words.contains(w));
        self.list.iter().rposition(|e| head.refers_back && (sought.fits(&e.class) || named(e)))
    }

    /// `làm việc với lãnh đạo huyện`, told of whom `buổi làm việc với Bí thư A` named: the same, from the other side.
    fn other_side(
        &self,
        reading: &Reading,
        head: &EventHead,
        mention: &EventMention,
        date: Option<&String>,
    ) -> Option<usize> {
        let from = |token: usize| reading.mentions.partition_point(|m| m.start < token);
        let subject = from(mention.start).checked_sub(1)?;
        let who = reading.who[subject].filter(|_| head.verbal && reading.mentions[subject].end == mention.start)?;
        let names = |e: &Event| {
            let name = &self.mentions[e.name];
            reading.who[from(name.start)..from(name.end)].contains(&Some(who))
        };
        let first = |e: &Event| head.classes.first() == Some(&e.class);
        self.list.iter().rposition(|e| !e.verbal && first(e) && one_day(e.date.as_ref(), date) && names(e))
    }

    /// Whether what a mention adds to its head stands in the name of an event with another head (`buổi lễ khởi công` behind
    /// `lễ khởi công nhà máy X`).
    fn within(&self, scan: &Scan, head: &EventHead, event: &Event, words: &BTreeSet<String>) -> bool {
        let named = &self.mentions[event.name];
        let adds = || {
            let said = key(&scan.tidy(named.named_from, named.end));
            words.iter().all(|w| said.split(' ').any(|s| s == w))
        };
        let other = scan.kb.events[usize::from(named.head)].name.label != head.name.label;
        other && !head.verbal && !event.verbal && adds()
    }

    /// Whether an event is what guests of this country do (`đang thăm Việt Nam`): no short mention speaks of it.
    fn by_guests(&self, scan: &Scan, event: usize) -> bool {
        let end = self.mentions[self.list[event].name].head_end;
        let object = scan.function(end, Function::At).unwrap_or(end);
        self.list[event].verbal && scan.function(object, Function::National).is_some()
    }

    /// Who receives a guest from a country does not visit it.
    fn other_way(&self, scan: &Scan, head: &EventHead, event: &Event) -> bool {
        let named = &scan.kb.events[usize::from(self.mentions[event.name].head)];
        head.of_person && visits(named) || named.of_person && visits(head)
    }

    /// Whether an event known so far by its head alone may be named at last by a mention with this head: no journey by a
    /// meeting that is part of it (`cuộc chào xã giao Chủ tịch X`).
    fn open(&self, scan: &Scan, head: &EventHead, event: &Event) -> bool {
        let fits = head.generic || head.classes.contains(&event.class) || event.class == "Other";
        let named = &scan.kb.events[usize::from(self.mentions[event.name].head)];
        let one_way = event.class != "Visit" || visits(named) == visits(head);
        // `Hội nghị cấp cao`, told behind `hội đàm`: who meets holds no conference.
        let other = head.classes.first().is_some_and(|c| *c != event.class);
        let meeting = named.meets && !head.meets && other && !head.generic && !event.refers_back;
        event.words.is_empty() && fits && (!event.verbal || event.refers_back) && one_way && !meeting
    }

    /// `trình Quốc hội thảo luận`: the sitting that another verb of the sentence tells of.
    fn known_sitting(&self, scan: &Scan, sought: &Sought, n: usize) -> Option<usize> {
        let beside = |m: &EventMention| scan.sentence_of(m.start) == scan.sentence_of(sought.mention.start);
        let sitting = |e: &usize| self.list[*e].class == "Session" && sought.same_day(&self.list[*e]);
        let before = self.mentions[..n].iter().rev().take_while(|m| beside(m)).filter_map(|m| m.event);
        before.filter(|_| !sought.head.of_body.is_empty()).find(sitting)
    }

    /// The name of an event as printed, without line ends.
    pub fn name(&self, scan: &Scan, event: usize) -> String {
        let m = &self.mentions[self.list[event].name];
        // `đã trao quyết định …` is named without its auxiliary, `có buổi làm việc với …` from its noun on.
        let past = |at: usize, f: Function| scan.function(at, f).filter(|&end| end < m.head_end).unwrap_or(at);
        let verb = past(m.named_from, Function::Aux);
        let from = Some(past(verb, Function::Opener)).filter(|noun| *noun == verb + 1).unwrap_or(verb);
        let known = &scan.kb.events[usize::from(m.head)];
        // `Quyết định được Thứ trưởng A trao` is named without its passive.
        let passive = || scan.ends_before(m.end, |s| s == Sense::Function(Function::Passive));
        let end = match () {
            () if known.opens_clause => event_names::deed_end(scan, m.end),
            () if known.by_agent => passive().unwrap_or(m.end),
            () => m.end,
        };
        scan.tidy(from, end)
    }
}
