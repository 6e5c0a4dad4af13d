//! When and where an event was held, who held it, and whether it is still to come.

use super::bodies::{Body, body_at};
use super::complete::Context;
use super::dates::DateMention;
use super::events::{EventMention, Events};
use super::names::Names;
use super::places::{PlaceRef, place_at, province_of, valid};
use crate::ontology::items::{Function, Sense, Voice};

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

/// Reads the details of event number `event` from the sentences that mention it.
pub fn of(context: &Context, names: &Names, events: &Events, dates: &[DateMention], event: usize) -> Occasion {
    let reader = Reader { context, names, events, dates };
    let mut occasion = Occasion::default();
    for mention in events.mentions.iter().filter(|m| m.event == Some(event)) {
        reader.read(mention, &mut occasion);
    }
    if occasion.date.is_none() && event == 0 {
        occasion.date = reader.date_of_lead(event).map(|d| (d, "event-date-of-lead"));
    }
    if occasion.place.is_none() {
        let host = occasion.hosts.iter().find_map(|h| Some((reader.province(h.value.place.as_ref()?)?, h)));
        occasion.place = host.map(|(value, h)| (Told { value, start: h.start, end: h.end }, "event-place-of-host"));
    }
    occasion
}

/// The province an article is about is where an event took place when officials who serve there took part.
pub fn place_of_people(context: &Context, events: &Events, event: usize, people: &[usize], occasion: &mut Occasion) {
    let (None, Some(main)) = (&occasion.place, context.geography.main) else {
        return;
    };
    let kb = context.scan.kb;
    let serves = |p: usize| {
        context.held(p).iter().any(|(post, _, _)| {
            let place = post
                .body
                .as_ref()
                .and_then(|b| b.place.as_ref().or(b.parent.as_ref().and_then(|(p, _)| p.place.as_ref())));
            matches!(place, Some(PlaceRef::Known(p)) if province_of(kb, *p) == main)
        })
    };
    let local = people.iter().filter(|&&p| serves(p)).count();
    let central = occasion.hosts.iter().any(|h| h.value.place.is_none());
    // At the sittings of central bodies people from all provinces speak.
    let sitting = events.list[event].class == "Session" && local < people.len();
    if local == 0 || central || sitting || context.geography.abroad || context.geography.main_named < 2 {
        return;
    }
    let naming = &events.mentions[events.list[event].name];
    let told =
        Told { value: PlaceRef::Known(valid(kb, main, context.day.as_deref())), start: naming.start, end: naming.end };
    occasion.place = Some((told, "event-place-of-people"));
}

/// A date right behind a short mention, or right before the preposition in front of it.
fn beside(mention: &EventMention, date: &Told<DateMention>) -> bool {
    (mention.end..mention.end + 4).contains(&date.start) || date.end <= mention.start && mention.start - date.end <= 4
}

struct Reader<'r, 'a> {
    context: &'r Context<'r, 'a>,
    names: &'r Names,
    events: &'r Events,
    dates: &'r [DateMention],
}

impl Reader<'_, '_> {
    fn read(&self, mention: &EventMention, occasion: &mut Occasion) {
        let scan = self.context.scan;
        let sentence = scan.sentences[scan.sentence_of(mention.start)].clone();
        if occasion.date.is_none() {
            let told = self.date(mention, &sentence);
            let certain = mention.full || self.introduced(mention);
            occasion.date = told.filter(|d| certain || beside(mention, d)).map(|d| (d, "event-date"));
        }
        if occasion.place.is_none() {
            occasion.place = self.place(mention, &sentence).map(|p| (p, "event-place"));
        }
        let head = &scan.kb.events[usize::from(mention.head)];
        if occasion.hosts.is_empty() && !head.verbal && head.of_body.is_empty() {
            occasion.hosts = self.hosts(mention, &sentence);
        }
        let behind = mention.end..sentence.end.min(mention.end + 8);
        let ahead = scan.ends_before(mention.start, |s| s == Sense::Function(Function::Happens)).is_some();
        let takes_place =
            mention.full && (ahead || behind.clone().any(|i| scan.function(i, Function::Happens).is_some()));
        let told = mention.full
            && occasion.date.as_ref().is_some_and(|(d, _)| d.value.value.len() >= 7 && sentence.contains(&d.start));
        let background = sentence
            .clone()
            .any(|i| scan.function(i, Function::Background).is_some() || scan.function(i, Function::Recent).is_some());
        occasion.happens |= self.acted_at(mention, &sentence);
        occasion.happens |= takes_place && occasion.date.is_some() || told && !background && !head.verbal;
        if occasion.planned.is_none() && mention.full {
            occasion.planned = self.planned(mention, &sentence);
        }
    }

    /// Whether the sentence begins with the event and tells what a body does there (`Tại kỳ họp 37, Ủy ban Kiểm tra …`).
    fn acted_at(&self, mention: &EventMention, sentence: &std::ops::Range<usize>) -> bool {
        let scan = self.context.scan;
        let comma = (mention.end..sentence.end.min(mention.end + 4)).find(|&i| scan.mark(i, ","));
        let told = mention.full || comma.is_some_and(|c| (mention.end..c).any(|i| scan.number(i)));
        let at = scan.ends_before(mention.start, |s| s == Sense::Function(Function::At));
        let day = |t: usize| t == sentence.start || !scan.capital(t) && body_at(scan, self.names, t).is_none();
        let first = at.is_some_and(|a| a - sentence.start <= 8 && (sentence.start..a).all(day));
        told && first && comma.is_some_and(|c| body_at(scan, self.names, c + 1).is_some())
    }

    /// A short mention that no preposition ties to an earlier one.
    fn introduced(&self, mention: &EventMention) -> bool {
        self.context.scan.ends_before(mention.start, |s| s == Sense::Function(Function::At)).is_none()
    }

    /// The date nearest to the mention in its sentence, but not one inside the event's own name.
    fn date(&self, mention: &EventMention, sentence: &std::ops::Range<usize>) -> Option<Told<DateMention>> {
        let here = self
            .dates
            .iter()
            .filter(|d| sentence.contains(&d.start) && (d.start < mention.start || d.start >= mention.end));
        let precise = |d: &&DateMention| d.value.len() >= 7 || d.value.starts_with("--");
        // An anniversary's dates stand in brackets behind its name; the day of the event is led by `ngày`, `sáng` …
        let plain = |d: &&DateMention| {
            let scan = self.context.scan;
            let before = d.start.wrapping_sub(1);
            !(scan.mark(before, "(")
                || (scan.mark(before, "-") || scan.mark(before, "/")) && scan.number(before.wrapping_sub(1)))
        };
        let clear = |d: &&DateMention| {
            let (from, to) = (d.end.min(mention.start), d.start.max(mention.start));
            !self
                .events
                .mentions
                .iter()
                .any(|m| m.event != mention.event && from <= m.start && m.start < to && m.start != mention.start)
        };
        let best = here
            .filter(precise)
            .filter(plain)
            .filter(clear)
            .min_by_key(|d| (d.value.len() < 7, d.start.abs_diff(mention.start)))?;
        Some(Told { value: best.clone(), start: best.start, end: best.end })
    }

    /// The day told in the two sentences before the one that first names the article's first event, where no other event is told.
    fn date_of_lead(&self, event: usize) -> Option<Told<DateMention>> {
        let scan = self.context.scan;
        let first =
            self.events.mentions.iter().filter(|m| m.event == Some(event)).map(|m| scan.sentence_of(m.start)).max()?;
        let lead = self.events.mentions.iter().find(|m| m.event == Some(event)).map(|m| scan.sentence_of(m.start))?;
        // Further down the day at the head of the article is another event's.
        if lead > 2 {
            return None;
        }
        let near =
            |d: &&DateMention| (lead.saturating_sub(2)..first.min(lead + 2)).contains(&scan.sentence_of(d.start));
        let led = |d: &&DateMention| scan.function(d.start, Function::DateLead).is_some();
        let day = |d: &&DateMention| d.value.len() == 10 || d.value.len() == 7 && d.value.starts_with("--");
        let found = self.dates.iter().filter(near).filter(day).find(led)?;
        Some(Told { value: found.clone(), start: found.start, end: found.end })
    }

    /// A place behind a preposition of place in the sentence, or in the event's name.
    fn place(&self, mention: &EventMention, sentence: &std::ops::Range<usize>) -> Option<Told<PlaceRef>> {
        let scan = self.context.scan;
        let mut best: Option<(usize, Told<PlaceRef>)> = None;
        for i in sentence.clone() {
            let Some(from) = scan.function(i, Function::At) else {
                continue;
            };
            if self.events.at(from).is_some() || self.said_between(mention.end, i) {
                continue;
            }
            let stop = (from..sentence.end.min(from + 14))
                .find(|&t| scan.mark(t, ",") && t > from + 1 || scan.mark(t, ";") || self.names.at(t).is_some());
            let until = stop.unwrap_or(sentence.end.min(from + 14));
            if let Some(told) = self.place_in(from, until) {
                let distance = i.abs_diff(mention.start);
                if best.as_ref().is_none_or(|(d, _)| distance < *d) {
                    best = Some((distance, told));
                }
            }
        }
        best.map(|(_, told)| told)
            .or_else(|| if mention.full { self.place_in(mention.head_end, mention.end) } else { None })
    }

    /// Whether somebody is told to say something between two tokens: what follows is said, not where.
    fn said_between(&self, from: usize, to: usize) -> bool {
        let scan = self.context.scan;
        (from..to).flat_map(|i| scan.hits(i)).any(|h| match h.sense {
            Sense::Cue(c) => {
                matches!(scan.kb.cues[usize::from(c)].voice, Voice::Statement | Voice::Remark)
            }
            _ => false,
        })
    }

    fn place_in(&self, from: usize, to: usize) -> Option<Told<PlaceRef>> {
        let scan = self.context.scan;
        let mut last = None;
        let mut i = from;
        while i < to {
            if let Some(body) = body_at(scan, self.names, i) {
                let end = body.end;
                let body = self.context.alone(body);
                if let Some(value) = body.place.as_ref().and_then(|p| self.province(p)) {
                    last = Some(Told { value, start: i, end });
                }
                i = end.max(i + 1);
                continue;
            }
            match place_at(scan, self.names, i) {
                Some((end, place)) => {
                    let full = match place {
                        PlaceRef::Level(_)
                            if scan.number(i.wrapping_sub(1))
                                || scan.ends_before(i, |s| s == Sense::Function(Function::Plural)).is_some() =>
                        {
                            None
                        }
                        PlaceRef::Level(l) => {
                            self.context.geography.complete(scan.kb, &scan.kb.levels[usize::from(l)].label, i)
                        }
                        other => Some(other),
                    };
                    // `Tham khảo chính trị Việt Nam - Singapore`: two countries are no place.
                    let pair = i > 0
                        && scan.mark(i - 1, "-")
                        && scan.ends_before(i - 1, |s| s == Sense::Function(Function::National)).is_some();
                    if let Some(value) = full.filter(|_| !pair).and_then(|p| self.province(&p)) {
                        last = Some(Told { value, start: i, end });
                    }
                    i = end.max(i + 1);
                }
                None => i += 1,
            }
        }
        last
    }

    /// The province of a place; a foreign city is its own; a commune lies in the article's province.
    fn province(&self, place: &PlaceRef) -> Option<PlaceRef> {
        let kb = self.context.scan.kb;
        match place {
            PlaceRef::Known(p) => {
                let province = valid(kb, province_of(kb, *p), self.context.day.as_deref());
                kb.places[usize::from(province)].province.then_some(PlaceRef::Known(province))
            }
            PlaceRef::Foreign(f) => kb.foreign[usize::from(*f)].1.then(|| place.clone()),
            PlaceRef::Named { .. } => self.context.geography.main.map(PlaceRef::Known),
            PlaceRef::Level(_) => None,
        }
    }

    /// The bodies that hold the event: subject of the holding verb before it, or agent of one behind it.
    fn hosts(&self, mention: &EventMention, sentence: &std::ops::Range<usize>) -> Vec<Told<Body>> {
        let scan = self.context.scan;
        let before = (sentence.start.max(mention.start.saturating_sub(12))..mention.start).rev().find_map(|i| {
            let end = scan.function(i, Function::Held)?;
            let near = mention.start - end <= if end - i == 1 { 0 } else { 6 };
            near.then_some(i)
        });
        if let Some(verb) = before {
            return self.bodies_before(verb, sentence.start);
        }
        let headline = scan.sentence_of(mention.start) == 0;
        let held_by_noun = self.bodies_before(mention.start, sentence.start);
        if !headline && held_by_noun.last().is_some_and(|b| b.end == mention.start) {
            return held_by_noun;
        }
        let agent = (mention.end..sentence.end.min(mention.end + 30)).find_map(|i| scan.function(i, Function::Agent));
        if let Some(from) = agent {
            let held = (from..sentence.end).find(|&i| scan.function(i, Function::Held).is_some());
            if let Some(held) = held {
                return self.bodies_between(from, held);
            }
        }
        Vec::new()
    }

    /// The bodies that stand right before a verb, joined by commas and joining words.
    fn bodies_before(&self, verb: usize, from: usize) -> Vec<Told<Body>> {
        let scan = self.context.scan;
        let mut found: Vec<Told<Body>> = Vec::new();
        let mut i = from;
        while i < verb {
            match body_at(scan, self.names, i) {
                Some(body) if body.end <= verb => {
                    let governed = scan.ends_before(i, |s| self.governs(s)).is_some();
                    let end = body.end;
                    // `(Báo HT)` in front of a text is whose paper it is.
                    let signed = scan.mark(end, ")");
                    if governed || signed {
                        found.clear();
                    } else {
                        found.push(Told { value: self.context.alone(body), start: i, end });
                    }
                    i = end.max(i + 1);
                }
                _ => {
                    if self.names.at(i).is_some() {
                        found.clear();
                    }
                    i += 1;
                }
            }
        }
        // `X phối hợp với Y tổ chức`: Y may be a body nobody knows.
        let jointly = |end: usize| (end..verb.min(end + 4)).any(|i| scan.function(i, Function::With).is_some());
        let close = found.last().is_some_and(|b| verb - b.end <= 4 || verb - b.end <= 16 && jointly(b.end));
        if close { found } else { Vec::new() }
    }

    /// Whether words right before a body make it no subject: a preposition, or what somebody asks of it.
    fn governs(&self, sense: Sense) -> bool {
        match sense {
            Sense::Function(Function::At | Function::Of) => true,
            Sense::Cue(c) => self.context.scan.kb.cues[usize::from(c)].voice == Voice::Statement,
            _ => false,
        }
    }

    /// Every body named between the word for an agent and the verb of holding.
    fn bodies_between(&self, from: usize, verb: usize) -> Vec<Told<Body>> {
        let mut found = Vec::new();
        let mut i = from;
        let scan = self.context.scan;
        while i < verb {
            // What stands in brackets or behind `của` tells of the one before.
            if scan.mark(i, "(") {
                i = (i + 1..verb).find(|&t| scan.mark(t, ")")).map_or(verb, |c| c + 1);
                continue;
            }
            let of = scan.ends_before(i, |s| s == Sense::Function(Function::Of)).is_some();
            let body = body_at(scan, self.names, i).filter(|b| b.end <= verb && !of);
            let end = body.as_ref().map_or(i + 1, |b| b.end.max(i + 1));
            found.extend(body.map(|b| Told { value: self.context.alone(b), start: i, end }));
            i = end;
        }
        found
    }

    fn planned(&self, mention: &EventMention, sentence: &std::ops::Range<usize>) -> Option<Told<()>> {
        let scan = self.context.scan;
        let until = sentence.end.min(mention.end + 8);
        let at = (sentence.start..until)
            .find(|&i| scan.function(i, Function::Future).is_some() && (i < mention.start || i >= mention.end))?;
        Some(Told { value: (), start: at, end: scan.function(at, Function::Future).unwrap_or(at + 1) })
    }
}
