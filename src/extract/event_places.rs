//! Where an event was held: places in the sentences that tell of it, in its name, and of those who hold or attend it.

use super::bodies::{Body, body_at};
use super::body_acts::{before_day, province_before};
use super::complete::Context;
use super::dates::DateMention;
use super::event_words::counted;
use super::events::EventMention;
use super::layers::Layers;
use super::no_event::{body_before, inside_title};
use super::occasions::{Occasion, Reader, Told};
use super::places::{PlaceRef, level_at, place_at, province_of, valid};
use crate::ontology::items::{Function, Sense, Voice};

/// The province an article is about is where an event took place when officials who serve there took part.
pub(super) fn place_of_people(
    context: &Context,
    layers: &Layers,
    event: usize,
    people: &[usize],
    occasion: &mut Occasion,
) {
    let events = layers.events;
    let (None, Some(main)) = (&occasion.place, context.geography.main) else {
        return;
    };
    let kb = context.scan.kb;
    let serves = |p: usize| {
        context.held(p).iter().filter(|(post, _, _)| !post.former).any(|(post, _, _)| {
            let place = post
                .body
                .as_ref()
                .and_then(|b| b.place.as_ref().or(b.parent.as_ref().and_then(|(p, _)| p.place.as_ref())));
            matches!(place, Some(PlaceRef::Known(p)) if province_of(kb, *p) == main)
        })
    };
    // Who is given an office comes from there or goes there, wherever the decision is handed over.
    let hands_over = kb.events[usize::from(events.mentions[events.list[event].name].head)].refers_back;
    let given = |p: usize| hands_over && layers.changes.iter().any(|c| c.person == p);
    let local = people.iter().filter(|&&p| serves(p) && !given(p)).count();
    let central = occasion.hosts.iter().any(|h| h.value.place.is_none()) || of_the_state(context, layers, event);
    let known = &events.list[event];
    let of_body = !kb.events[usize::from(events.mentions[known.name].head)].of_body.is_empty();
    // At the sittings of central bodies, at conferences and seminars people from all provinces speak.
    let joint = match known.class.as_str() {
        "Session" => of_body || local < people.len(),
        "Conference" | "Seminar" => local < people.len() && !context.geography.alone,
        _ => false,
    };
    if local == 0 || central || joint || context.geography.abroad || context.geography.main_named < 2 {
        return;
    }
    let naming = &events.mentions[events.list[event].name];
    let told =
        Told { value: PlaceRef::Known(valid(kb, main, context.day.as_deref())), start: naming.start, end: naming.end };
    occasion.place = Some((told, "event-place-of-people"));
}

/// Whether an event is named as one of a body of the whole state (`cuộc họp báo quý II của Thanh tra Chính phủ`), not as
/// one with it.
fn of_the_state(context: &Context, layers: &Layers, event: usize) -> bool {
    let (scan, events) = (context.scan, layers.events);
    let naming = &events.mentions[events.list[event].name];
    let own =
        matches!(events.list[event].class.as_str(), "Session" | "PressConference" | "Conference" | "WorkingSession");
    let body = |i: usize| body_at(scan, layers.names, i);
    let until = (naming.head_end..naming.end).find(|&i| scan.any_function(i, &[Function::With, Function::To]));
    own && !scan.kb.events[usize::from(naming.head)].verbal
        && (naming.head_end..until.unwrap_or(naming.end))
            .any(|i| body(i).is_some_and(|b| b.public && !b.open && b.innermost_place().is_none()))
}

impl Reader<'_, '_> {
    /// A place behind a preposition of place in the sentence, or in the event's name.
    pub(super) fn place(&self, mention: &EventMention, sentence: &std::ops::Range<usize>) -> Option<Told<PlaceRef>> {
        let scan = self.context.scan;
        let mut best: Option<(usize, Told<PlaceRef>)> = None;
        for i in sentence.clone() {
            let Some(from) = scan.function(i, Function::At) else {
                continue;
            };
            // `tại Hà Nội, X cho biết đã có cuộc hội đàm …`: where it is told, not held.
            let told_there = self.cue_between(from, mention.start, |voice| voice == Voice::Remark);
            // `Thứ trưởng A, người từng là cấp phó của ông ở B, nhắc lại …`
            let clause = (sentence.start..i).rev().take_while(|&t| !scan.mark(t, ","));
            let once = |t: usize| scan.function(t, Function::Once).is_some();
            let then = clause.into_iter().filter(|&t| t >= mention.end).any(once);
            let elsewhere = told_there || then || self.reading.inside_office(i);
            if self.events.at(from).is_some() || self.said_between(mention.end, i) || elsewhere {
                continue;
            }
            // `dự tại điểm cầu Quảng Ngãi`: where some follow what is held elsewhere.
            if scan.function(from, Function::Relay).is_some() {
                continue;
            }
            let until = self.address_end(from, sentence.end);
            if let Some(told) = self.place_in(from, until) {
                let distance = i.abs_diff(mention.start);
                if best.as_ref().is_none_or(|(d, _)| distance < *d) {
                    best = Some((distance, told));
                }
            }
        }
        let guests = || self.past_guests(mention).is_none();
        let beside = || self.in_brackets(mention.end).filter(|told| !guests() && !scan.mark(told.end + 1, "-"));
        let named = || self.place_in_name(mention).or_else(beside);
        best.map(|(_, told)| told).or_else(|| if mention.full { named() } else { None })
    }

    /// The province told in brackets behind what lies in it (`kiểm tra cầu Thăng Long (Hà Nội)`), `at` the bracket.
    pub(super) fn in_brackets(&self, at: usize) -> Option<Told<PlaceRef>> {
        let scan = self.context.scan;
        let close = (at + 1..at + 12).find(|&t| scan.mark(at, "(") && scan.mark(t, ")"))?;
        let starts = place_at(scan, self.names, at + 1).is_some();
        let told = self.place_in(at + 1, close).filter(|told| starts && told.end == close)?;
        matches!(told.value, PlaceRef::Known(_)).then_some(told)
    }

    /// The place told in the sentence that tells the day (`tối 9-11 tại Hà Nội, …`).
    pub(super) fn place_of_day(&self, day: &Told<DateMention>) -> Option<Told<PlaceRef>> {
        let scan = self.context.scan;
        let sentence = scan.sentences[scan.sentence_of(day.start)].clone();
        let told = |i: usize| {
            let from = scan.function(i, Function::At).filter(|&from| self.events.at(from).is_none())?;
            if scan.function(from, Function::Relay).is_some() {
                return None;
            }
            self.place_in(from, self.address_end(from, sentence.end))
        };
        sentence.clone().find_map(told)
    }

    /// Where the council serves whose sitting a noun names: it sits in its own province, whatever else the sentence tells of.
    pub(super) fn place_of_council(&self, event: usize) -> Option<Told<PlaceRef>> {
        let noun = |m: &&EventMention| {
            m.event == Some(event) && self.context.scan.kb.events[usize::from(m.head)].of_body.is_empty()
        };
        let body = self.events.mentions.iter().filter(noun).find_map(|m| self.sitting_body(m))?;
        self.seat(body)
    }

    /// Where the body serves whose sitting a verb tells of (`HĐND tỉnh Quảng Ninh họp …`).
    pub(super) fn place_of_sitting(&self, event: usize) -> Option<Told<PlaceRef>> {
        let mut mentions = self.events.mentions.iter().filter(|m| m.event == Some(event));
        self.seat(mentions.find_map(|m| self.sitting_body(m))?)
    }

    /// The province in which a body serves.
    fn seat(&self, body: Body) -> Option<Told<PlaceRef>> {
        let (start, end) = (body.start, body.end);
        let body = self.context.alone(body);
        let value = self.province(body.innermost_place()?)?;
        Some(Told { value, start, end })
    }

    /// The province that is the subject of a verb that tells of the event.
    pub(super) fn place_of_subject(&self, event: usize) -> Option<Told<PlaceRef>> {
        let scan = self.context.scan;
        let verbal = |m: &&EventMention| m.event == Some(event) && scan.kb.events[usize::from(m.head)].verbal;
        let subject = |m: &EventMention| province_before(scan, self.names, m.start);
        let (words, place) = self.events.mentions.iter().filter(verbal).find_map(subject)?;
        Some(Told { value: self.province(&place)?, start: words.start, end: words.end })
    }

    /// The body that sits: the subject of the verb that tells of it, or named behind the sitting's number
    /// (`kỳ họp thứ 8, HĐND tỉnh Quảng Bình`).
    fn sitting_body(&self, mention: &EventMention) -> Option<Body> {
        let scan = self.context.scan;
        let head = &scan.kb.events[usize::from(mention.head)];
        if !head.of_body.is_empty() {
            let apart = || body_before(scan, self.names, before_day(scan, mention.start));
            return body_at(scan, self.names, mention.named_from).filter(|b| b.end <= mention.start).or_else(apart);
        }
        let counted = head.classes.first().is_some_and(|c| c == "Session") && counted(scan, mention);
        // `kỳ họp thứ 2 của HĐND tỉnh X`, `kỳ họp thứ 2, HĐND tỉnh X`
        let behind = mention.end + usize::from(scan.mark(mention.end, ","));
        let council = |t: usize| body_at(scan, self.names, t).filter(|b| b.class == "PeoplesCouncil");
        (mention.head_end..mention.end).chain([behind]).find_map(council).filter(|_| counted)
    }

    /// Where the words of a place end that begin at token `from`: at a mark that no further part of an address follows
    /// (`tại Nhà văn hóa, số 5 Lê Lợi, Vinh`), or at a name.
    fn address_end(&self, from: usize, sentence: usize) -> usize {
        let scan = self.context.scan;
        let mut until = sentence.min(from + 14);
        let mut t = from;
        let mut street = false;
        let number = |t: usize| scan.function(t, Function::Number).is_some();
        while t < until {
            let part = || number(t + 1) || place_at(scan, self.names, t + 1).is_some();
            if scan.mark(t, ",") && t > from + 1 {
                if !part() {
                    return t;
                }
                until = sentence.min(t + 10);
                street = number(t + 1);
            }
            if scan.mark(t, ";") || !street && self.names.at(t).is_some() {
                return t;
            }
            t += 1;
        }
        until
    }

    /// Whether somebody is told to say something between two tokens: what follows is said, not where.
    pub(super) fn said_between(&self, from: usize, to: usize) -> bool {
        self.cue_between(from, to, |voice| voice.is_speech())
    }

    /// Whether a cue of a voice that fits stands between two tokens.
    fn cue_between(&self, from: usize, to: usize, fits: impl Fn(Voice) -> bool) -> bool {
        let scan = self.context.scan;
        let cue = |s: Sense| matches!(s, Sense::Cue(c) if fits(scan.kb.cues[usize::from(c)].voice));
        (from..to).flat_map(|i| scan.hits(i)).any(|h| cue(h.sense))
    }

    /// One past the guests in the name of a reception: where a delegation comes from is not where it is received
    /// (`buổi tiếp đoàn Sở Thương mại Vân Nam của lãnh đạo tỉnh Lào Cai`).
    fn past_guests(&self, mention: &EventMention) -> Option<usize> {
        let scan = self.context.scan;
        let head = &scan.kb.events[usize::from(mention.head)];
        let receives = head.meets && head.classes.first().is_some_and(|c| c == "Visit");
        // The deputies of a province are received at home.
        let ours = |i: usize| body_at(scan, self.names, i).is_some_and(|b| b.class != "Commission");
        let guests = |i: &usize| scan.any_function(*i, &[Function::Delegation, Function::Team]) && !ours(*i);
        let of = |i: usize| scan.function(i, Function::Of);
        // `chuyến thăm của đoàn …` is told of the guests.
        let told = (mention.start..mention.head_end + 3).take_while(|&i| of(i).is_none());
        match told.into_iter().find(guests).filter(|_| receives) {
            Some(guests) => (guests..mention.end).find_map(|i| of(i).or_else(|| scan.function(i, Function::To))),
            None => Some(mention.head_end),
        }
    }

    /// A place in the name of an event: not one in what is quoted, nor the end of a road (`cao tốc Hà Nội - Hải Phòng`).
    fn place_in_name(&self, mention: &EventMention) -> Option<Told<PlaceRef>> {
        let scan = self.context.scan;
        let told = self.place_in(self.past_guests(mention)?, mention.end)?;
        let quotes = (mention.head_end..told.start).filter(|&t| scan.mark(t, "\"")).count();
        // `cao tốc Đồng Đăng (Lạng Sơn) - Trà Lĩnh (Cao Bằng)`
        let close = (told.end + 1..told.end + 8).find(|&t| scan.mark(told.end, "(") && scan.mark(t, ")"));
        let road = scan.mark(told.start - 1, "-") || scan.mark(close.map_or(told.end, |c| c + 1), "-");
        // `tiếp Tổng Lãnh sự Lào tại Đà Nẵng`
        let sent = self.reading.inside_office(told.start);
        // `hồ chứa nước Thanh Sơn`
        let bare = level_at(scan, told.start).is_none();
        let namesake = bare && self.context.geography.only_there(scan.kb, told.start);
        (quotes % 2 == 0 && !road && !sent && !namesake).then_some(told)
    }

    fn place_in(&self, from: usize, to: usize) -> Option<Told<PlaceRef>> {
        let scan = self.context.scan;
        let mut last = None;
        let mut i = from;
        while i < to {
            // `hội đàm với ông Phan Văn Giang`: a name may sound like a district's.
            if let Some(end) = self.names.at(i) {
                i = end;
                continue;
            }
            if let Some(body) = body_at(scan, self.names, i) {
                let end = body.end;
                // `cuộc họp của Ban chỉ đạo`: a commission told without a place may sit anywhere.
                let placed = body.place.is_some() || body.class != "Commission";
                let body = self.context.alone(body);
                if let Some(value) = body.place.as_ref().filter(|_| placed).and_then(|p| self.province(p)) {
                    // `ký kết giữa UBND tỉnh và Đại học X`: of two sides neither tells where.
                    let other = last.as_ref().is_some_and(|t| self.two_sides(t, i) && t.value != value);
                    last = (!other).then_some(Told { value, start: i, end });
                }
                i = end.max(i + 1);
                continue;
            }
            // `Chủ tịch Hồ Chí Minh`, where a head of state is no city.
            let titled = scan.ends_before(i, |s| matches!(s, Sense::Office(_))).is_some();
            match place_at(scan, self.names, i).filter(|(_, p)| !titled || !matches!(p, PlaceRef::Known(_))) {
                Some((end, place)) => {
                    let full = self.in_full(place, i).filter(|_| !self.of_old(i, end));
                    // `Tham khảo chính trị Việt Nam - Singapore`: two countries are no place.
                    let pair = i > 0
                        && scan.mark(i - 1, "-")
                        && scan.ends_before(i - 1, |s| s == Sense::Function(Function::National)).is_some();
                    // `cuộc gặp với Thủ tướng Singapore Lý Hiển Long`: what somebody governs.
                    let title = matches!(full, Some(PlaceRef::Foreign(_))) && inside_title(self.reading, i);
                    // `sau hợp nhất với Hà Nam và Nam Định`: of two provinces none is told.
                    let value = full.as_ref().and_then(|p| self.province(p));
                    // `với các tỉnh từ Nghệ An đến Quảng Ngãi`: nor is one of those between.
                    let beside = |t: &Told<PlaceRef>| self.two_sides(t, i) && Some(&t.value) != value.as_ref();
                    if value.as_ref().is_some_and(|own| self.behind_another(i, own)) {
                        i = end.max(i + 1);
                        continue;
                    }
                    if value.is_some() && last.as_ref().is_some_and(beside) {
                        last = None;
                        i = end.max(i + 1);
                        continue;
                    }
                    if let Some(value) = full.filter(|_| !pair && !title).and_then(|p| self.province(&p)) {
                        last = Some(Told { value, start: i, end });
                    }
                    i = end.max(i + 1);
                }
                None => i += 1,
            }
        }
        last
    }

    /// Whether a district of another province than `own` is told right before the place at token `i`: they are a list
    /// (`ở Lệ Thủy, Quảng Ninh`).
    fn behind_another(&self, i: usize, own: &PlaceRef) -> bool {
        const LONGEST: usize = 6;
        let scan = self.context.scan;
        let ends = |t: usize| place_at(scan, self.names, t).filter(|(end, _)| end + 1 == i).map(|(_, place)| place);
        let before = (i.saturating_sub(LONGEST)..i).find_map(ends).filter(|_| scan.mark(i - 1, ","));
        let district = |p: u16| !scan.kb.places[usize::from(p)].province;
        let place = before.filter(|place| matches!(place, PlaceRef::Known(p) if district(*p)));
        place.and_then(|place| self.province(&place)).is_some_and(|other| other != *own)
    }

    /// Whether the place from token `start` to `end` is told as one of old: what was merged is no province any more (`vùng Bạc Liêu
    /// cũ`, `tỉnh Bình Định (cũ)`, `tỉnh Ninh Bình (trước đây thuộc tỉnh Nam Định)`).
    fn of_old(&self, start: usize, end: usize) -> bool {
        const NEAR: usize = 5;
        let scan = self.context.scan;
        let then = |t: usize| scan.mark(t, "(") && scan.any_function(t + 1, &[Function::OfOld, Function::Formerly]);
        let open = (start.saturating_sub(NEAR)..start).rev().find(|&t| scan.mark(t, "(") || scan.mark(t, ")"));
        open.is_some_and(then) || scan.function(end + usize::from(scan.mark(end, "(")), Function::OfOld).is_some()
    }

    /// Whether a place told before is joined to what stands at token `i`.
    fn two_sides(&self, told: &Told<PlaceRef>, i: usize) -> bool {
        told.end + 1 == i && self.context.scan.any_function(told.end, &[Function::Joiner, Function::Until])
    }

    /// The place at token `i`; a bare level is the one the article makes clear, if it is one and not several.
    fn in_full(&self, place: PlaceRef, i: usize) -> Option<PlaceRef> {
        let scan = self.context.scan;
        let PlaceRef::Level(level) = place else {
            return Some(place);
        };
        let several =
            scan.number(i.wrapping_sub(1)) || scan.ends_before(i, |s| s == Sense::Function(Function::Plural)).is_some();
        let label = &scan.kb.levels[usize::from(level)].label;
        if several { None } else { self.context.geography.complete(scan.kb, label, i) }
    }

    /// The province of a place; a foreign city is its own; a commune lies in the article's province.
    pub(super) fn province(&self, place: &PlaceRef) -> Option<PlaceRef> {
        let kb = self.context.scan.kb;
        let (geography, day) = (self.context.geography, self.context.day.as_deref());
        let province_on_day = |p: u16| {
            let province = valid(kb, province_of(kb, p), day);
            kb.places[usize::from(province)].province.then_some(PlaceRef::Known(province))
        };
        match place {
            PlaceRef::Known(p) => match geography.meant(kb, *p, day) {
                PlaceRef::Known(p) => province_on_day(p),
                _ => None,
            },
            PlaceRef::Foreign(f) => kb.foreign[usize::from(*f)].1.then(|| place.clone()),
            PlaceRef::Named { level, name } => geography.around(level, name).and_then(province_on_day),
            PlaceRef::Level(_) => None,
        }
    }
}
