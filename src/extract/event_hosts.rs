//! The bodies that hold an event.

use super::bodies::{Body, body_at, body_in_print, completed};
use super::body_acts::{before_day, by_a_body, opens_clause, province_before};
use super::events::EventMention;
use super::no_event::past_term;
use super::occasions::{Reader, Told};
use super::places::{PlaceRef, place_at};
use crate::ontology::items::{Function, Sense, Voice};

impl Reader<'_, '_> {
    /// The bodies that hold the event: subject of the holding verb before it, or agent of one behind it.
    pub(super) fn hosts(&self, mention: &EventMention, sentence: &std::ops::Range<usize>) -> Vec<Told<Body>> {
        let scan = self.context.scan;
        let before = (sentence.start.max(mention.start.saturating_sub(12))..mention.start).rev().find_map(|i| {
            let end = scan.function(i, Function::Held)?;
            let furthest = if end - i == 1 { 0 } else { 6 };
            let near = mention.start.checked_sub(end).is_some_and(|gap| gap <= furthest);
            // `đoàn công tác có buổi làm việc`: who meets somebody holds nothing.
            let meets = end - i == 1 && scan.kb.events[usize::from(mention.head)].meets;
            // `tổ chức họp báo thông tin về Đại hội …`: what is held is the event named first.
            let first = !self.events.mentions.iter().any(|m| end <= m.start && m.start < mention.start);
            // `UBND tỉnh không tổ chức lễ hội`
            let denied = scan.ends_before(i, |s| s == Sense::Function(Function::Negation)).is_some();
            (near && first && !meets && !denied).then_some(i)
        });
        if let Some(verb) = before {
            let bodies = self.bodies_before(verb, sentence.start);
            let place = || self.place_as_subject(verb, sentence.start).into_iter().collect();
            return if bodies.is_empty() { place() } else { bodies };
        }
        let headline = scan.sentence_of(mention.start) == 0 && !scan.mark(sentence.end - 1, ".");
        let held_by_noun = self.bodies_before(mention.start, sentence.start);
        // `UBND thành phố ngày 12/5 đã khởi công …`
        let verb = before_day(scan, mention.start);
        let aux = |t: usize| t == verb || t == mention.start || scan.function(t, Function::Aux) == Some(mention.start);
        // `Quân khu 9 long trọng kỷ niệm …`
        let by_body = scan.kb.events[usize::from(mention.head)].by_body && by_a_body(scan, self.names, mention.start);
        if !headline && held_by_noun.last().is_some_and(|b| aux(b.end) || by_body) {
            return held_by_noun;
        }
        // `được tỉnh Đồng Tháp khởi công`
        if mention.named_from < mention.start
            && let Some((province, _)) = province_before(scan, self.names, mention.start)
        {
            return self.authority(province.start, mention.start).into_iter().collect();
        }
        // `lễ ký kết này trong hội nghị do Bộ X tổ chức`: the agent is of the event named last.
        let other = |m: &&EventMention| m.start >= mention.end && m.event != mention.event;
        let next = self.events.mentions.iter().find(other).map_or(usize::MAX, |m| m.start);
        let until = sentence.end.min(mention.end + 30).min(next);
        // `phiên điều trần được Ủy ban X tổ chức`
        let holds = |i: usize| scan.function(i, Function::Held).is_some_and(|end| end - i > 1);
        let passive = |i: usize| {
            let end = scan.function(i, Function::Passive)?;
            let body = body_in_print(scan, self.names, end)?;
            let near = (body.end..sentence.end.min(body.end + 8)).take_while(|&t| !scan.mark(t, ","));
            near.into_iter().any(holds).then_some(end)
        };
        let agent = (mention.end..until).find_map(|i| scan.function(i, Function::Agent).or_else(|| passive(i)));
        if let Some(from) = agent {
            let held = (from..sentence.end).find(|&i| scan.function(i, Function::Held).is_some());
            if let Some(held) = held {
                let bodies = self.bodies_between(from, held);
                let place = || self.authority(from, held).into_iter().collect();
                return if bodies.is_empty() { place() } else { bodies };
            }
        }
        Vec::new()
    }

    /// The body that tells something at a press conference (`Công an tỉnh X vừa công bố … tại cuộc họp báo`, `được Bộ Y tế xác
    /// nhận tại cuộc họp báo`): the one that holds it.
    pub(super) fn press_host(&self, mention: &EventMention, sentence: &std::ops::Range<usize>) -> Option<Told<Body>> {
        let scan = self.context.scan;
        let head = &scan.kb.events[usize::from(mention.head)];
        let press = head.classes.first().is_some_and(|class| class == "PressConference");
        let there = scan.ends_before(mention.start, |s| s == Sense::Function(Function::At)).filter(|_| press)?;
        let passive = |i: usize| scan.ends_before(i, |s| s == Sense::Function(Function::Passive)).is_some();
        let tells = |b: &Body| b.public && b.end < there && scan.word(b.end) && !scan.capital(b.end);
        let opens = |b: &Body| {
            let comma = (b.end..there).any(|t| scan.mark(t, ","));
            !comma && opens_clause(scan, b.start..b.end, there)
        };
        let told_by = |b: &Body| passive(b.start) && scan.speech(b.end);
        let subject = |i: usize| self.holder_at(i).filter(tells).filter(|b| told_by(b) || opens(b));
        let body = (sentence.start..there).filter(|&i| self.titled(i).is_none()).find_map(subject)?;
        let (start, end) = (body.start, body.end);
        Some(Told { value: self.context.alone(body), start, end })
    }

    /// The bodies that stand right before a verb, joined by commas and joining words.
    fn bodies_before(&self, verb: usize, from: usize) -> Vec<Told<Body>> {
        let scan = self.context.scan;
        let mut found: Vec<Told<Body>> = Vec::new();
        let mut heads: Vec<Body> = Vec::new();
        let mut i = from;
        while i < verb {
            // The bodies in somebody's title hold nothing.
            if let Some(end) = self.titled(i).filter(|end| *end > i) {
                found.clear();
                i = end;
                continue;
            }
            match self.holder_at(i) {
                Some(body) if body.end <= verb => {
                    let governed = scan.ends_before(i, |s| self.governs(s)).is_some();
                    let end = body.end;
                    // `(Báo HT)` in front of a text is whose paper it is.
                    let bracket = scan.mark(end, ")") && scan.mark(i.wrapping_sub(1), "(");
                    // `Liên hiệp các tổ chức hữu nghị Việt Nam (VUFO)`
                    let short = bracket && found.last().is_some_and(|b| b.end + 1 == i);
                    // `TTXVN đưa tin, sáng 27/5, HĐND tỉnh A tổ chức …`: who tells it holds nothing.
                    if found.last().is_some_and(|b| self.another_clause(b.end, i)) {
                        found.clear();
                    }
                    if !short && (governed || bracket) {
                        found.clear();
                    } else if !short {
                        self.list_with(&mut found, std::mem::take(&mut heads), body);
                    }
                    i = end.max(i + 1);
                }
                _ => {
                    if self.names.at(i).is_some() {
                        found.clear();
                    }
                    let head = self.head_of_list(i);
                    let end = head.as_ref().map_or(i + 1, |h| h.end);
                    heads.extend(head);
                    i = end;
                }
            }
        }
        // `Ban X chiều 2.12 đã tổ chức`
        let dated = |t: &usize| self.dates.iter().any(|d| (d.start..d.end).contains(t));
        // `UBND thành phố A (tỉnh B) tổ chức`: what stands in brackets right behind it tells of it.
        let bracket = |end: usize| (end + 1..verb.min(end + 16)).find(|&t| scan.mark(end, "(") && scan.mark(t, ")"));
        let between = |end: usize| (bracket(end).map_or(end, |t| t + 1)..verb).filter(|t| !dated(t)).count();
        let close = found.last().is_some_and(|b| {
            let end = past_term(scan, b.end);
            between(end.min(verb)) <= 4 || verb.saturating_sub(end) <= 16 && self.jointly(end, verb)
        });
        if close { found } else { Vec::new() }
    }

    /// The body named at token `i`, its head in small letters only where a name can begin (`Sáng 5/8, sở Y tế tỉnh X`).
    fn holder_at(&self, i: usize) -> Option<Body> {
        let scan = self.context.scan;
        let joined = |s: Sense| {
            matches!(s, Sense::Function(Function::Joiner | Function::With | Function::Jointly | Function::Agent))
        };
        let begins = || {
            scan.sentence_of(i) != scan.sentence_of(i.wrapping_sub(1))
                || scan.mark(i - 1, ",")
                || self.dates.iter().any(|d| d.end == i)
                || scan.ends_before(i, joined).is_some()
        };
        if scan.capital(i) || !begins() {
            return body_at(scan, self.names, i);
        }
        body_in_print(scan, self.names, i)
    }

    /// The province or district that is the subject of a verb at the head of a sentence or right behind a day
    /// (`Sáng 9/2, tỉnh Hà Tĩnh tổ chức cuộc họp`).
    fn place_as_subject(&self, verb: usize, from: usize) -> Option<Told<Body>> {
        let scan = self.context.scan;
        let day = |end: usize| self.dates.iter().any(|d| d.end == end);
        let opens = |i: usize| i == from || day(i) || scan.mark(i - 1, ",") && day(i - 1);
        (from.max(verb.saturating_sub(9))..verb).filter(|&i| opens(i)).find_map(|i| self.authority(i, verb))
    }

    /// The authority of the place named at token `i`, nothing but small words between it and the verb.
    fn authority(&self, i: usize, verb: usize) -> Option<Told<Body>> {
        let scan = self.context.scan;
        let (end, place) = place_at(scan, self.names, i).filter(|(end, _)| *end <= verb && verb - end <= 3)?;
        let PlaceRef::Known(p) = place else {
            return None;
        };
        let small = |t: usize| scan.word(t) && !scan.capital(t) && scan.function(t, Function::Of).is_none();
        let mut level = scan.kb.places[usize::from(p)].level.chars();
        let head: String = level.next()?.to_uppercase().chain(level).collect();
        let body = Body {
            start: i,
            end,
            head,
            // The province itself, not its committee or council.
            class: "Body".to_owned(),
            place: Some(place),
            bare_place: true,
            parent: None,
            public: true,
            open: false,
            pattern: None,
        };
        (end..verb).all(small).then_some(Told { value: body, start: i, end })
    }

    /// Whether a clause of its own ends between a body and the next: small words and a comma, or what somebody says.
    fn another_clause(&self, end: usize, next: usize) -> bool {
        let scan = self.context.scan;
        let listed = scan.any_function(end, &[Function::Joiner, Function::With, Function::Jointly, Function::Term]);
        let dated = self.dates.iter().any(|d| d.start == end);
        let clause = scan.word(end) && !scan.capital(end) && !listed && !dated;
        clause && (end..next).any(|t| scan.mark(t, ",")) || self.said_between(end, next)
    }

    /// `X phối hợp với Y tổ chức`, `X và Y tổ chức`: Y may be a body nobody knows.
    fn jointly(&self, end: usize, verb: usize) -> bool {
        let scan = self.context.scan;
        let named = scan.function(end, Function::Joiner).is_some_and(|next| scan.capital(next));
        named || (end..verb.min(end + 4)).any(|i| scan.any_function(i, &[Function::With, Function::Jointly]))
    }

    /// One past somebody who is named, with their titles, from token `i` on.
    fn titled(&self, i: usize) -> Option<usize> {
        let found = self.reading.mentions.binary_search_by_key(&i, |m| m.start).ok();
        found.map(|n| self.reading.mentions[n].end)
    }

    /// The head of a body that shares the place of the last of its list (`HĐND, UBND tỉnh Gia Lai`).
    fn head_of_list(&self, i: usize) -> Option<Body> {
        let scan = self.context.scan;
        let (end, p) = scan.longest(i, |s| if let Sense::Pattern(p) = s { Some(p) } else { None })?;
        let listed = scan.mark(end, ",") || scan.function(end, Function::Joiner).is_some();
        let body = completed(scan, self.names, p, i, end, false).filter(|_| listed && scan.capital(i))?;
        (body.end == end && body.open).then_some(body)
    }

    /// Whether words right before a body make it no subject: a preposition, or what somebody asks of it.
    fn governs(&self, sense: Sense) -> bool {
        match sense {
            Sense::Function(Function::At | Function::Of | Function::OnBehalf) => true,
            Sense::Cue(c) => {
                matches!(self.context.scan.kb.cues[usize::from(c)].voice, Voice::Statement | Voice::Source)
            }
            _ => false,
        }
    }

    /// Every body named between the word for an agent and the verb of holding.
    fn bodies_between(&self, from: usize, verb: usize) -> Vec<Told<Body>> {
        let mut found: Vec<Told<Body>> = Vec::new();
        let mut heads: Vec<Body> = Vec::new();
        let mut i = from;
        let scan = self.context.scan;
        while i < verb {
            // What stands in brackets or behind `của` tells of the one before.
            if scan.mark(i, "(") {
                i = (i + 1..verb).find(|&t| scan.mark(t, ")")).map_or(verb, |c| c + 1);
                continue;
            }
            let of = scan.ends_before(i, |s| s == Sense::Function(Function::Of)).is_some();
            match self.holder_at(i).filter(|b| b.end <= verb && !of) {
                Some(body) => {
                    i = body.end.max(i + 1);
                    self.list_with(&mut found, std::mem::take(&mut heads), body);
                }
                None => {
                    let head = self.head_of_list(i);
                    i = head.as_ref().map_or(i + 1, |h| h.end);
                    heads.extend(head);
                }
            }
        }
        found
    }

    /// Adds a body, and before it the heads that share its place.
    fn list_with(&self, found: &mut Vec<Told<Body>>, heads: Vec<Body>, body: Body) {
        let shared = body.place.clone();
        let heads = heads.into_iter().map(|head| Body { place: shared.clone(), open: false, ..head });
        for body in heads.filter(|_| shared.is_some()).chain([body]) {
            let (start, end) = (body.start, body.end);
            found.push(Told { value: self.context.alone(body), start, end });
        }
    }
}
