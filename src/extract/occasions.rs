//! When and where an event was held, who held it, and whether it is still to come.

use super::bodies::{Body, body_at};
use super::complete::Context;
use super::dates::DateMention;
use super::events::{EventMention, Events};
use super::layers::Layers;
use super::names::Names;
use super::no_event::body_before;
use super::people::Mention;
use super::places::PlaceRef;
use super::reading::Reading;
use crate::ontology::items::{Function, Sense};

/// So many words may stand between somebody and what they say (`cũng đã`).
const BEFORE_SPEECH: usize = 3;

/// A detail with the tokens that tell it.
#[derive(Clone, Debug)]
pub struct Told<T> {
    /// What is told.
    pub value: T,
    /// First token.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// What the article tells of one event besides who took part.
#[derive(Clone, Debug, Default)]
pub struct Occasion {
    /// The date, with the last day of a span, and the rule that found it.
    pub date: Option<(Told<DateMention>, &'static str)>,
    /// The province or foreign city, and the rule that found it.
    pub place: Option<(Told<PlaceRef>, &'static str)>,
    /// The bodies that hold it.
    pub hosts: Vec<Told<Body>>,
    /// The words that say it is still to come.
    pub planned: Option<Told<()>>,
    /// Whether a sentence says that it takes place, and when.
    pub happens: bool,
}

impl Occasion {
    /// Whether a sentence tells that it takes place, on which day and where in this country, and its class is one of
    /// public life: of these an article may tell without naming anybody.
    pub fn held_here(&self, class: &str) -> bool {
        let public = matches!(class, "Conference" | "Congress" | "Session" | "Forum" | "PressConference");
        let day = self.date.as_ref().is_some_and(|(d, _)| d.value.value.len() >= 7);
        public
            && self.happens
            && day
            && matches!(&self.place, Some((place, _)) if matches!(place.value, PlaceRef::Known(_)))
    }
}

/// Reads the details of event number `event` from the sentences that mention it.
pub(super) fn of(context: &Context, layers: &Layers, event: usize) -> Occasion {
    let Layers { names, reading, events, dates, .. } = layers;
    let reader = Reader { context, names, reading, events, dates };
    let place = reader.place_of_council(event).map(|p| (p, "event-place-of-host"));
    let mut occasion = Occasion { place, ..Occasion::default() };
    let mut first = true;
    let mut takes_place = false;
    for mention in events.mentions.iter().filter(|m| m.event == Some(event)) {
        takes_place |= reader.read(mention, first, &mut occasion);
        first = false;
    }
    // `Đại hội A sẽ khai mạc. Theo kế hoạch, đại hội diễn ra trong hai ngày 25 và 26/6.`
    occasion.happens |= takes_place && occasion.date.as_ref().is_some_and(|(d, _)| d.value.month_day().is_some());
    if occasion.date.is_none() && event == 0 {
        occasion.date = reader.date_of_lead(event).map(|d| (d, "event-date-of-lead"));
    }
    let attended = || events.mentions.iter().any(|m| m.event == Some(event) && reader.attended(m));
    occasion.happens |= occasion.date.as_ref().is_some_and(|(d, _)| d.value.month_day().is_some()) && attended();
    if occasion.place.is_none() {
        occasion.place = reader.place_of_sitting(event).map(|p| (p, "event-place-of-host"));
    }
    if occasion.place.is_none() {
        occasion.place = reader.place_of_subject(event).map(|p| (p, "event-place-of-host"));
    }
    if occasion.place.is_none() {
        let own = |h: &Told<Body>| {
            let value = reader.province(h.value.innermost_place()?)?;
            Some(Told { value, start: h.start, end: h.end })
        };
        let place = occasion.hosts.iter().find_map(|h| reader.in_brackets(h.end).or_else(|| own(h)));
        occasion.place = place.map(|place| (place, "event-place-of-host"));
    }
    if occasion.place.is_none() {
        occasion.place = reader.place_of_item(event).map(|place| (place, "event-place"));
    }
    occasion
}

/// Gives an event that has its day from another sentence the place told there.
pub(super) fn place_of_day(context: &Context, layers: &Layers, occasion: &mut Occasion) {
    let Layers { names, reading, events, dates, .. } = layers;
    if let (None, Some((day, "event-date-of-lead" | "event-date-of-article"))) = (&occasion.place, &occasion.date) {
        let reader = Reader { context, names, reading, events, dates };
        occasion.place = reader.place_of_day(day).map(|place| (place, "event-place-of-day"));
    }
}

pub(super) struct Reader<'r, 'a> {
    pub(super) context: &'r Context<'r, 'a>,
    pub(super) names: &'r Names,
    pub(super) reading: &'r Reading,
    pub(super) events: &'r Events,
    pub(super) dates: &'r [DateMention],
}

impl Reader<'_, '_> {
    /// Reads one mention of an event, the `first` of it or another; whether its sentence says that it takes place.
    fn read(&self, mention: &EventMention, first: bool, occasion: &mut Occasion) -> bool {
        let scan = self.context.scan;
        let sentence = scan.sentences[scan.sentence_of(mention.start)].clone();
        self.read_date(mention, first, &sentence, occasion);
        if occasion.place.is_none() {
            occasion.place = self.place(mention, &sentence).map(|p| (p, "event-place"));
        }
        let head = &scan.kb.events[usize::from(mention.head)];
        let convened = || scan.ends_before(mention.start, |s| s == Sense::Function(Function::Held)).is_some();
        if occasion.hosts.is_empty()
            && (!head.verbal || head.refers_back && scan.function(sentence.start, Function::DateLead).is_some())
            && (head.of_body.is_empty() || convened())
        {
            occasion.hosts = self.hosts(mention, &sentence);
            if occasion.hosts.is_empty() {
                occasion.hosts.extend(self.press_host(mention, &sentence));
            }
        }
        // `thứ Sáu tuần trước` tells the day.
        let dated = |i: usize| self.dates.iter().any(|d| (d.start..d.end).contains(&i));
        let background =
            sentence.clone().any(|i| scan.any_function(i, &[Function::Background, Function::Recent]) && !dated(i));
        let behind = mention.end..sentence.end.min(mention.end + 8);
        let ahead =
            !background && scan.ends_before(mention.start, |s| s == Sense::Function(Function::Happens)).is_some();
        let takes_place = (mention.full || head.honours)
            && (ahead || behind.clone().any(|i| scan.function(i, Function::Happens).is_some()));
        let day = |d: &Told<DateMention>| {
            d.value.value.len() >= 7
                && (sentence.contains(&d.start)
                    || self.dates.iter().any(|o| sentence.contains(&o.start) && o.value == d.value.value))
        };
        // `tại buổi họp báo ngày 9/12`: the day alone tells which one.
        let dated = || {
            let day = (mention.end..mention.end + 2).any(|i| self.dates.iter().any(|d| d.start == i));
            // `Trong phiên họp ngày 1/11, Đại hội đã bầu …`: a part of the event named behind it.
            let part = |m: &EventMention| m.full && m.event != mention.event && sentence.contains(&m.start);
            day && !self.introduced(mention) && !self.of_strangers(&sentence) && !self.events.mentions.iter().any(part)
        };
        // `Ngày 17-4, HĐND tỉnh A họp`
        let sits = || mention.named_from < mention.start && !head.of_body.is_empty();
        let told = (mention.full || dated() || sits()) && occasion.date.as_ref().is_some_and(|(d, _)| day(d));
        // `Ủy ban Kiểm tra Trung ương ra thông báo về kỳ họp thứ 37`
        let noticed = scan.ends_before(mention.start, |s| s == Sense::Function(Function::Outcome)).is_some();
        let sitting = head.classes.first().is_some_and(|c| c == "Session");
        let days_told = self.days_told(mention, &sentence);
        occasion.happens |= days_told && occasion.date.as_ref().is_some_and(|(d, _)| day(d));
        occasion.happens |= noticed && sitting && mention.full || self.acted_at(mention, &sentence);
        occasion.happens |= takes_place && occasion.date.is_some() || told && !background && !head.verbal;
        // `Kỳ họp khai mạc hôm qua … Theo chương trình, kỳ họp sẽ bế mạc ngày 7/12.`
        let days_here = || occasion.date.as_ref().is_some_and(|(d, _)| sentence.contains(&d.start));
        if occasion.planned.is_none() && (mention.full || days_told && days_here()) {
            occasion.planned = self.planned(mention, &sentence);
        }
        takes_place && !background
    }

    /// Whether a clause begins with a short mention of an event that is named in full elsewhere, and tells right behind it
    /// that it takes place (`Kỳ họp diễn ra từ ngày 6 đến 8-12`, `Theo đó, buổi lễ sẽ được tổ chức vào sáng 17/9`).
    fn days_told(&self, mention: &EventMention, sentence: &std::ops::Range<usize>) -> bool {
        let scan = self.context.scan;
        let name = mention.event.map(|e| &self.events.mentions[self.events.list[e].name]);
        let known = !mention.full && name.is_some_and(|n| n.full && n.start < mention.start);
        let opens = mention.start == sentence.start || scan.mark(mention.start - 1, ",");
        let small = |f: Function, at: usize| scan.function(at, f).unwrap_or(at);
        let behind = small(Function::Aux, small(Function::Future, mention.end));
        // A sitting to come is told of long before it by what it is for.
        let sits = scan.kb.events[usize::from(mention.head)].classes.first().is_some_and(|c| c == "Session");
        let to_come = sits && sentence.clone().any(|i| scan.function(i, Function::Future).is_some());
        known && opens && !to_come && scan.function(behind, Function::Happens).is_some()
    }

    /// Whether the sentence begins with the event and tells what a body does there (`Tại kỳ họp 37, Ủy ban Kiểm tra …`).
    fn acted_at(&self, mention: &EventMention, sentence: &std::ops::Range<usize>) -> bool {
        let scan = self.context.scan;
        // `Tại kỳ họp 20 (tháng 12/2017), Ủy ban Kiểm tra …`
        let open = mention.end + usize::from(scan.mark(mention.end, "("));
        let close = (open..sentence.end.min(open + 14)).find(|&i| open > mention.end && scan.mark(i, ")"));
        // `Tại kỳ họp thứ 36 diễn ra từ 29 đến 31/5, Ủy ban Kiểm tra …`
        let dated = self.dates.iter().find(|d| (mention.end..mention.end + 4).contains(&d.start)).map(|d| d.end);
        let from = close.or(dated).unwrap_or(mention.end);
        let comma = (from..sentence.end.min(from + 4)).find(|&i| scan.mark(i, ","));
        let told = mention.full || comma.is_some_and(|c| (mention.end..c).any(|i| scan.number(i)));
        let at = scan.ends_before(mention.start, |s| s == Sense::Function(Function::At));
        let day = |t: usize| t == sentence.start || !scan.capital(t) && body_at(scan, self.names, t).is_none();
        let first =
            at.is_some_and(|a| a.checked_sub(sentence.start).is_some_and(|n| n <= 8) && (sentence.start..a).all(day));
        // `theo kết luận của Ủy ban Kiểm tra tại kỳ họp 29, …`
        let sits = || scan.kb.events[usize::from(mention.head)].classes.first().is_some_and(|c| c == "Session");
        let counted = || (mention.head_end..mention.end).any(|i| scan.number(i) || scan.roman(i));
        let theirs = || counted() && at.is_some_and(|a| body_before(scan, self.names, a).is_some_and(|b| b.end == a));
        told && (first && comma.is_some_and(|c| body_at(scan, self.names, c + 1).is_some()) || sits() && theirs())
    }

    /// Whether somebody, in office or not, is told to go to the event that a noun names (`anh em về dự lễ trao quyết định`).
    fn attended(&self, mention: &EventMention) -> bool {
        let scan = self.context.scan;
        let goes = |s: Sense| matches!(s, Sense::Cue(c) if scan.kb.cues[usize::from(c)].states == "attended");
        let cue = scan.ends_before(mention.start, goes);
        let undone = [Function::Future, Function::Negation, Function::Hedge, Function::Habit, Function::Background];
        let start = scan.sentences[scan.sentence_of(mention.start)].start;
        cue.is_some_and(|at| !(start..at).any(|t| scan.any_function(t, &undone)))
    }

    /// Whether a sentence tells of people from abroad and of nobody here.
    fn of_strangers(&self, sentence: &std::ops::Range<usize>) -> bool {
        let mut there = self.reading.mentions.iter().filter(|m| sentence.contains(&m.start)).peekable();
        there.peek().is_some() && there.all(|m| m.foreign)
    }

    fn planned(&self, mention: &EventMention, sentence: &std::ops::Range<usize>) -> Option<Told<()>> {
        let scan = self.context.scan;
        // `Tỉnh sẽ đón 3 triệu khách, ông A thông tin tại buổi họp báo`: what is said there is to come.
        let by_somebody = |t: usize, from: usize| {
            let near = |m: &Mention| from <= m.start && m.end <= t && t - m.end <= BEFORE_SPEECH;
            scan.speech(t) && self.reading.mentions.iter().any(near)
        };
        let said = |i: usize| {
            i < mention.start && !self.introduced(mention) && (i..mention.start).any(|t| by_somebody(t, i))
                || i >= mention.end && (mention.end..i).any(|t| by_somebody(t, mention.end))
        };
        // `Chuẩn bị cho Đại hội, hôm qua huyện A tổ chức hội nghị`: what is prepared is to come.
        let prepared = |i: usize| {
            let end = scan.function(i, Function::Preparation);
            end.is_some_and(|end| (end..mention.start).any(|t| scan.mark(t, ",")))
        };
        let outside = |i: usize| (i < mention.start || i >= mention.end) && !prepared(i);
        let at = (sentence.start..sentence.end.min(mention.end + 8))
            .find(|&i| scan.function(i, Function::Future).is_some() && outside(i) && !said(i))?;
        Some(Told { value: (), start: at, end: scan.function(at, Function::Future).unwrap_or(at + 1) })
    }
}
