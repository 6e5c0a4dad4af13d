//! Which events an article tells enough of: of an occasion that only a verb mentions, somebody must take part in it.

use super::bodies::Body;
use super::body_acts::province_before;
use super::dates::DateMention;
use super::event_words::OF_VOTERS;
use super::events::EventMention;
use super::layers::Layers;
use super::no_event::body_before;
use super::occasions::{Occasion, Told};
use super::people::{Mention, Naming};
use super::places::PlaceRef;
use super::posts::{Post, of_country};
use super::roles::Role;
use super::team_acts;
use crate::ontology::items::{Function, Sense, Voice};

/// What the article tells of officials.
#[derive(Clone, Copy)]
pub(super) struct Officials {
    /// Whether it has any.
    pub any: bool,
    /// Whether some take part in an event abroad.
    pub travel: bool,
}

/// Whether an event is told: officials took part, a public body holds it, or it is said to take place. `roles` are those of
/// officials.
pub(super) fn told(layers: &Layers, event: usize, occasion: &Occasion, roles: &[&Role], whom: Officials) -> bool {
    let known = &layers.events.list[event];
    let head = &layers.scan.kb.events[usize::from(layers.events.mentions[known.name].head)];
    if !roles.is_empty() {
        return !only_spoken_of(layers, event, roles) && !talked_of(layers, event, occasion, roles);
    }
    if called_off(layers, event) {
        return false;
    }
    let day = occasion.date.as_ref().is_some_and(|(d, _)| d.value.value.len() >= 7);
    let held = occasion.hosts.iter().any(|h| h.value.public);
    let naming = &layers.events.mentions[known.name];
    let here = |s: Sense| matches!(s, Sense::Place(_) | Sense::Function(Function::National));
    let ours = (naming.start..naming.end).any(|i| layers.scan.hits(i).iter().any(|h| here(h.sense)));
    let Officials { any, travel } = whom;
    // Who travels may hold it, and what is signed abroad is signed with them.
    let taken_part = occasion.hosts.is_empty() && (travel || known.class == "Ceremony");
    let theirs = abroad(layers, event, occasion) && !taken_part;
    if theirs && !ours && !head.verbal {
        return false;
    }
    match () {
        () if head.weak => held && day,
        // `Ban Tổ chức Trung ương trao quyết định …`: the body that does it holds it.
        () if head.refers_back && held && day => any,
        () if only_by_verbs(layers, event) => {
            any && told_of(layers, event).any(|m| by_a_team(layers, m) || by_a_body(layers, m))
        }
        // `Ngày 23-6, các tổ đại biểu Quốc hội tiếp xúc cử tri`
        () if told_of(layers, event).any(|m| deputies_meet(layers, m)) => any,
        () if any && (held || occasion.hosts.is_empty()) && in_the_lead(layers, event, occasion) => true,
        () if known.class == "Festival" => held || any && here_on_a_day(layers, naming, occasion),
        // A company holds it; a church may mourn a head of state.
        () if !held && !occasion.hosts.is_empty() && !head.honours => false,
        () => held || occasion.happens && (any || occasion.held_here(&known.class)),
    }
}

/// Whether an event that is named in full takes place in a province and on a day that its sentence tells, the day right behind
/// its name, or a word that it is held before it (`hội thi "X" tỉnh Y, tổ chức hôm thứ Năm`, `tối 7/11, khai mạc lễ hội Z`).
fn here_on_a_day(layers: &Layers, naming: &EventMention, occasion: &Occasion) -> bool {
    let scan = layers.scan;
    let here = matches!(&occasion.place, Some((p, "event-place")) if matches!(p.value, PlaceRef::Known(_)));
    let Some((day, "event-date")) = &occasion.date else {
        return false;
    };
    let held = |s: Sense| matches!(s, Sense::Function(Function::Held | Function::Happens));
    let opened = || scan.ends_before(naming.start, held).is_some_and(|verb| day.end <= verb);
    let beside = (naming.end..naming.end + 5).contains(&day.start) || opened();
    naming.full && here && beside && day.value.month_day().is_some()
}

/// How many sentences the lead of an article has at most, its headline with them.
const LEAD: usize = 3;

/// Whether an event is the first that an article on officials tells, in its lead, with a day of the sentence and a place in this
/// country (`Hội trường huyện X chật kín người hôm 12/9, ngày diễn ra chung kết hội thi …`): what it is about.
fn in_the_lead(layers: &Layers, event: usize, occasion: &Occasion) -> bool {
    let scan = layers.scan;
    // An article may leave it to what it names else in which province it plays.
    let here = match &occasion.place {
        Some((place, _)) => matches!(place.value, PlaceRef::Known(_)),
        None => layers.geography.main.is_some() && (!layers.geography.abroad || layers.geography.main_named > 1),
    };
    let Some((day, "event-date")) = &occasion.date else {
        return false;
    };
    let head = |m: &EventMention| &scan.kb.events[usize::from(m.head)];
    let gathers = |m: &EventMention| {
        let travels = |c: &String| matches!(c.as_str(), "Visit" | "Inspection" | "Other");
        let voters = |c: &String| c == OF_VOTERS;
        let noun = !head(m).verbal && head(m).of_body.is_empty();
        head(m).classes.first().is_some_and(|c| voters(c) || noun && !travels(c))
    };
    let background = |m: &EventMention| {
        let mut sentence = scan.sentences[scan.sentence_of(m.start)].clone();
        sentence.any(|t| scan.any_function(t, &[Function::Background, Function::Formerly]))
    };
    // `tại phố Lễ Môn`, `nội dung chính của lễ khởi công`
    let other = |s: Sense| matches!(s, Sense::NotAPerson | Sense::Function(Function::Of));
    let owned = |m: &EventMention| scan.ends_before(m.start, other).is_some();
    let first = layers.events.mentions.iter().find(|m| m.event.is_some());
    let own = |m: &&EventMention| m.event == Some(event) && scan.sentence_of(m.start) < LEAD;
    // `từ ngày 30-10 đến hết Tuần lễ cấp cao`: what lasts until then began before.
    let from = scan.ends_before(day.start, |s| s == Sense::Function(Function::From)).is_some();
    // `Trưa 20/4, ông A cho biết Sở X vừa tổ chức cuộc họp`: the day it is said.
    let said = |m: &EventMention| (day.end..m.start).any(|t| scan.speech(t));
    let told_there = |m: &EventMention| !from && !said(m) && scan.sentence_of(day.start) == scan.sentence_of(m.start);
    let leads = first.filter(own).is_some_and(|m| gathers(m) && !owned(m) && told_there(m) && !background(m));
    here && leads && day.value.month_day().is_some() && occasion.planned.is_none()
}

/// Whether a sentence that mentions an event says that it is put off or not held (`Lễ hội X, ngày 13/3, bị hoãn vì mưa`).
fn called_off(layers: &Layers, event: usize) -> bool {
    let scan = layers.scan;
    let off = |t: usize| scan.function(t, Function::CalledOff).is_some();
    let beside = |m: &EventMention| {
        let sentence = scan.sentences[scan.sentence_of(m.start)].clone();
        sentence.into_iter().any(|t| off(t) && !(m.start..m.end).contains(&t))
    };
    told_of(layers, event).any(beside)
}

/// The mentions of an event.
fn told_of<'l>(layers: &'l Layers, event: usize) -> impl Iterator<Item = &'l EventMention> {
    layers.events.mentions.iter().filter(move |m| m.event == Some(event))
}

/// Whether deputies whom nobody names meet their voters, on a day that the sentence tells.
fn deputies_meet(layers: &Layers, mention: &EventMention) -> bool {
    let head = &layers.scan.kb.events[usize::from(mention.head)];
    head.acts && head.classes.first().is_some_and(|c| c == OF_VOTERS) && by_a_team(layers, mention)
}

/// Whether no noun names an event.
fn only_by_verbs(layers: &Layers, event: usize) -> bool {
    told_of(layers, event).all(|m| layers.scan.kb.events[usize::from(m.head)].verbal)
}

/// Whether an event is another country's: a body of that country holds it (`Bộ Quốc phòng Nga họp báo`), or it is held there and
/// no body holds it.
fn abroad(layers: &Layers, event: usize, occasion: &Occasion) -> bool {
    let scan = layers.scan;
    let country = |at: usize| scan.hits(at).iter().any(|h| matches!(h.sense, Sense::Foreign(_)));
    let foreign = |h: &Told<Body>| {
        let behind = scan.function(h.end, Function::Of).unwrap_or(h.end);
        matches!(h.value.place, Some(PlaceRef::Foreign(_))) || country(behind) || of_country(scan, &h.value)
    };
    // `hội nghị thượng đỉnh G7 tại Pháp`
    let mentions = layers.events.mentions.iter().filter(|m| m.event == Some(event));
    let in_country = |m: &EventMention| scan.function(m.end, Function::At).is_some_and(country);
    let there = matches!(&occasion.place, Some((p, _)) if matches!(p.value, PlaceRef::Foreign(_)))
        || occasion.place.is_none() && mentions.into_iter().any(in_country);
    match occasion.hosts.is_empty() {
        true => there,
        false => occasion.hosts.iter().all(foreign),
    }
}

/// Whether verbs alone mention an event and no official takes part in it: somebody is quoted not far from them, and what they
/// tell of is what others do (`Làm việc với công an xã, anh X khai …`).
fn only_spoken_of(layers: &Layers, event: usize, roles: &[&Role]) -> bool {
    let scan = layers.scan;
    let mentions = || told_of(layers, event);
    let voice = |r: &Role| r.cue.map(|c| scan.kb.cues[usize::from(c)].voice);
    let quoted = |r: &Role| r.states == "spokeAt" && r.cue.is_some();
    // `Sau khi kiểm tra hiện trường, ông X cho biết …`
    let there = |r: &Role| {
        let here = scan.sentence_of(r.start);
        voice(r) != Some(Voice::Source) && mentions().any(|m| scan.sentence_of(m.start) == here && m.start < r.start)
            || scan.function(scan.sentences[here].start, Function::Here).is_some()
    };
    // `công bố quyết định`: whom the decisions concern is there.
    let decisions = mentions().any(|m| scan.kb.events[usize::from(m.head)].refers_back) && !layers.changes.is_empty();
    !decisions
        && only_by_verbs(layers, event)
        && roles.iter().all(|r| quoted(r) && !there(r))
        && !mentions().any(|m| by_a_team(layers, m) || by_a_body(layers, m))
}

/// Whether an event is only talked of, and those who speak do so in other sentences: no word says that it is held, when, or by
/// whom, nor that anything happens at it (`Các đợt đối thoại không giải quyết được gì. Bộ trưởng đề nghị …`).
fn talked_of(layers: &Layers, event: usize, occasion: &Occasion, roles: &[&Role]) -> bool {
    let scan = layers.scan;
    let mentions = || told_of(layers, event);
    let beside = |r: &Role| mentions().any(|m| scan.sentence_of(m.start) == scan.sentence_of(r.start));
    // `Hội nghị nóng lên khi …`, a headline, a caption.
    let told = |m: &EventMention| {
        let number = scan.sentence_of(m.start);
        let (start, end) = (scan.sentences[number].start, scan.sentences[number].end);
        let chaired = |c: u16| scan.kb.cues[usize::from(c)].states == "chaired";
        let there = |s: Sense| s == Sense::Function(Function::At) || matches!(s, Sense::Cue(c) if chaired(c));
        number == 0 && !scan.mark(end - 1, ".") || m.start == start || scan.ends_before(m.start, there).is_some()
    };
    occasion.date.is_none()
        && occasion.hosts.is_empty()
        && !occasion.happens
        && roles.iter().all(|r| r.states == "spokeAt" && !beside(r))
        && !mentions().any(told)
}

/// Whether a team of officials whom nobody names does what a verb tells, on a day that the sentence tells.
fn by_a_team(layers: &Layers, mention: &EventMention) -> bool {
    let scan = layers.scan;
    let sentence = &scan.sentences[scan.sentence_of(mention.start)];
    // `Ngày 5/4, ông X cho biết đoàn kiểm tra đã …`: the day it is said.
    let said = |d: &DateMention| (d.end..mention.start).any(|t| scan.speech(t));
    let day = layers.dates.iter().any(|d| sentence.contains(&d.start) && !said(d));
    let team = || (sentence.start..mention.start).any(|i| scan.function(i, Function::Team).is_some());
    day && (team() || team_acts::by_a_team(scan, layers.names, mention.start) || by_deputies(layers, mention))
}

/// Whether deputies whom nobody names stand right before a verb of meeting voters (`các ĐBQH tỉnh X đã tiếp xúc cử tri`).
fn by_deputies(layers: &Layers, mention: &EventMention) -> bool {
    let (scan, reading) = (layers.scan, layers.reading);
    let voters = scan.kb.events[usize::from(mention.head)].classes.iter().any(|c| c == OF_VOTERS);
    let seat = |p: &Post| scan.kb.offices[usize::from(p.office)].membership;
    let nobody = |m: &Mention| matches!(m.naming, Naming::Bare) && m.posts.iter().any(|(p, _)| seat(p));
    let verb = |end: usize| end == mention.start || scan.function(end, Function::Aux) == Some(mention.start);
    voters && reading.mentions.iter().any(|m| verb(m.end) && nobody(m))
}

/// Whether a public body, or a province, has met or worked with somebody, on a day told before (`Ngày 4/5, Sở X đã làm việc với …`); what the
/// police do so is their inquiry.
fn by_a_body(layers: &Layers, mention: &EventMention) -> bool {
    let scan = layers.scan;
    let head = &scan.kb.events[usize::from(mention.head)];
    let works = head.classes.first().is_some_and(|c| matches!(c.as_str(), "WorkingSession" | "Forum"));
    let sentence = &scan.sentences[scan.sentence_of(mention.start)];
    let told = |from: usize| (from..mention.start).any(|t| scan.speech(t));
    let day = layers.dates.iter().any(|d| sentence.contains(&d.start) && d.end <= mention.start && !told(d.end));
    let done = |end: usize| end == mention.start || scan.function(end, Function::Aux) == Some(mention.start);
    let acts = |b: &Body| b.public && b.class != "PoliceBody" && done(b.end);
    let body = || body_before(scan, layers.names, mention.start).is_some_and(|b| acts(&b));
    works && day && (body() || province_before(scan, layers.names, mention.start).is_some())
}
