//! Events: heads of events' names with their complements, and which mentions speak of the same event.

use std::collections::BTreeSet;
use std::ops::Range;

use super::bodies::{Body, body_at};
use super::dates::DateMention;
use super::misses::Miss;
use super::names::Names;
use super::people::Naming;
use super::reading::Reading;
use super::scan::Scan;
use crate::ontology::items::{EventHead, Function, Sense, Voice};
use crate::text::key::key;

/// How many tokens the name of an event may have.
const LONGEST_NAME: usize = 40;

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
    /// Whether a verb names it.
    verbal: bool,
    /// Whether that verb may speak of an event named otherwise.
    refers_back: bool,
    /// The day told with the name it was introduced by.
    date: Option<String>,
    /// Whether it is still to come; set where it is introduced.
    pub planned: bool,
}

/// The events of a text.
pub struct Events {
    /// Mentions in order.
    pub mentions: Vec<EventMention>,
    /// Events in order of their first mention.
    pub list: Vec<Event>,
}

impl Events {
    /// Finds the mentions and ties those of one event together.
    pub fn find(scan: &Scan, names: &Names, reading: &Reading, dates: &[DateMention]) -> Events {
        let mut events = Events { mentions: collect(scan, names, reading), list: Vec::new() };
        for n in 0..events.mentions.len() {
            events.resolve(scan, dates, n);
        }
        events
    }

    /// The mention that starts at token `i`.
    pub fn at(&self, i: usize) -> Option<usize> {
        self.mentions.binary_search_by_key(&i, |m| m.start).ok()
    }

    /// Ties mention `n` to an event named before, or opens a new one.
    fn resolve(&mut self, scan: &Scan, dates: &[DateMention], n: usize) {
        let mention = self.mentions[n].clone();
        let head = &scan.kb.events[usize::from(mention.head)];
        let words = content(scan, &mention);
        let date = day_of(scan, dates, &self.mentions, &mention);
        let event = match self.known(scan, head, &mention, &words, date.as_ref(), n) {
            Some(e) => {
                let named = self.mentions[self.list[e].name].full;
                let event = &mut self.list[e];
                event.words.extend(words);
                event.date = event.date.take().or(date);
                if mention.full && !named {
                    event.name = n;
                }
                if let Some(class) = head.classes.first().filter(|_| mention.full && event.class == "Other") {
                    event.class.clone_from(class);
                }
                e
            }
            None => {
                let class = head.classes.first().cloned().unwrap_or_else(|| "Other".to_owned());
                let (verbal, refers_back) = (head.verbal, head.refers_back);
                self.list.push(Event { class, name: n, words, verbal, refers_back, date, planned: false });
                self.list.len() - 1
            }
        };
        self.mentions[n].event = Some(event);
    }

    /// The event that a mention speaks of, where one is known: by the words of its name, or the latest its head fits.
    fn known(
        &self,
        scan: &Scan,
        head: &EventHead,
        mention: &EventMention,
        words: &BTreeSet<String>,
        date: Option<&String>,
        n: usize,
    ) -> Option<usize> {
        let class_fits = |class: &String| head.generic || head.classes.contains(class);
        let meets = |e: &Event| scan.kb.events[usize::from(self.mentions[e.name].head)].meets;
        if !head.of_body.is_empty() {
            // `trình Quốc hội thảo luận`: two verbs of one sitting.
            let beside = |m: &EventMention| scan.sentence_of(m.start) == scan.sentence_of(mention.start);
            let before = self.mentions[..n].iter().rev().take_while(|m| beside(m)).filter_map(|m| m.event);
            let sitting = |e: &usize| self.list[*e].class == "Session";
            if let Some(e) = before
                .filter(sitting)
                .find(|&e| self.list[e].date.is_none() || date.is_none() || self.list[e].date.as_ref() == date)
            {
                return Some(e);
            }
        }
        if head.verbal {
            let same_day = |e: &Event| e.date.is_none() || date.is_none() || e.date.as_ref() == date;
            let same = |e: &Event| !head.refers_back && alike(&e.words, words) && same_day(e) && class_fits(&e.class);
            if let Some(e) = self.list.iter().rposition(same) {
                return Some(e);
            }
            let named = |e: &Event| key(&head.name.label).split(' ').skip(1).all(|w| e.words.contains(w));
            return self.list.iter().rposition(|e| head.refers_back && (class_fits(&e.class) || named(e)));
        }
        if mention.full {
            let same_day = |e: &Event| e.date.is_none() || date.is_none() || e.date.as_ref() == date;
            let same = |e: &Event| alike(&e.words, words) && same_day(e) && class_fits(&e.class);
            // An event known so far by its head alone is named here at last.
            let open = |e: &Event| (class_fits(&e.class) || e.class == "Other") && (!e.verbal || e.refers_back);
            let unnamed = |e: &Event| e.words.is_empty() && open(e) && same_day(e);
            return self.list.iter().rposition(same).or_else(|| self.list.iter().rposition(unnamed));
        }
        let recent = |fits: &dyn Fn(&Event) -> bool| {
            (0..n).rev().filter_map(|k| self.mentions[k].event).find(|&e| fits(&self.list[e]))
        };
        // `phiên họp`, `kỳ họp`: of two events of one class the one called by this head is meant.
        let called = (0..n).rev().find(|&k| self.mentions[k].head == mention.head).and_then(|k| self.mentions[k].event);
        let called = called.filter(|&e| head.classes.first() == Some(&self.list[e].class));
        let fits = |e: &Event| class_fits(&e.class) && (head.meets || head.generic || !meets(e));
        called.or_else(|| recent(&|e| head.classes.first() == Some(&e.class))).or_else(|| recent(&fits))
    }

    /// The name of an event as printed, without line ends.
    pub fn name(&self, scan: &Scan, event: usize) -> String {
        let m = &self.mentions[self.list[event].name];
        scan.tidy(m.named_from, m.end)
    }
}

/// The day told nearest to a mention in its sentence, where it has day and month.
fn day_of(scan: &Scan, dates: &[DateMention], all: &[EventMention], mention: &EventMention) -> Option<String> {
    let sentence = &scan.sentences[scan.sentence_of(mention.start)];
    let near =
        dates.iter().filter(|d| sentence.contains(&d.start) && (d.end <= mention.start || d.start >= mention.end));
    let days = near.filter(|d| d.value.len() == 10 || d.value.len() == 7 && d.value.starts_with("--"));
    let between = |d: &DateMention| {
        all.iter().any(|m| {
            m.start != mention.start && d.end.min(mention.end) <= m.start && m.start < d.start.max(mention.start)
        })
    };
    days.filter(|d| !between(d))
        .min_by_key(|d| d.start.abs_diff(mention.start))
        .map(|d| d.value[d.value.len() - 5..].to_owned())
}

fn collect(scan: &Scan, names: &Names, reading: &Reading) -> Vec<EventMention> {
    let mut found: Vec<EventMention> = Vec::new();
    let mut i = 0;
    while i < scan.len() {
        let Some((head_end, head)) = scan.longest(i, |s| if let Sense::Event(e) = s { Some(e) } else { None }) else {
            i += 1;
            continue;
        };
        let of_body = &scan.kb.events[usize::from(head)].of_body;
        let sits = of_body.is_empty() || sits(scan, names, i..head_end, of_body);
        let of_person = scan.kb.events[usize::from(head)].of_person && !met_at(reading, head_end);
        let several = scan.ends_before(i, |s| s == Sense::Function(Function::Plural)).is_some() && !scan.number(i - 1);
        let why = match () {
            () if !sits => Some("no body that meets so is at work here"),
            () if of_person => Some("nobody in office is named right behind it"),
            () if head_of_head(scan, head, head_end) => Some("it is the programme of the event behind it"),
            () if several => Some("it speaks of several"),
            () if inside_title(reading, i) => Some("it is part of somebody's title"),
            () if names.inside(i) => Some("it is part of a name"),
            () if reading.inside_body(i) => Some("it is part of the name of a body"),
            () => None,
        };
        if let Some(why) = why {
            scan.misses.note(|| Miss::rule("event-head", i..head_end, "event", why));
            // `Quốc hội thảo luận`: the words of one head that is none may begin the next.
            i += 1;
            continue;
        }
        let verbal = scan.kb.events[usize::from(head)].verbal;
        let from = if scan.kb.events[usize::from(head)].meets { met_end(scan, reading, head_end) } else { head_end };
        // `tại buổi họp báo thông tin về …, ông X`: a verb of speech right behind belongs to the name.
        let located = scan.ends_before(i, |s| s == Sense::Function(Function::At)).is_some();
        let from = if located && from == head_end { past_speech(scan, from) } else { from };
        let end = name_end(scan, reading, from, verbal);
        let end =
            if scan.kb.events[usize::from(head)].meets { before_owner(scan, reading, head_end, end) } else { end };
        let told = (head_end..end).filter(|&t| scan.word(t) || scan.number(t)).count();
        // `đã có buổi làm việc với …` is named from its noun on.
        let noun = |t: &usize| scan.hits(*t).iter().any(|h| matches!(h.sense, Sense::Event(_)) && h.end <= head_end);
        let start = (i..head_end).find(|t| !verbal || noun(t) && *t > i).unwrap_or(i);
        let sitting = body_before(scan, names, i).filter(|_| !of_body.is_empty());
        let named_from = sitting.map_or(start, |b| b.start);
        // `thăm Canada`: one capital word tells which visit.
        let named = told == 1 && verbal && scan.capital(head_end);
        let full = told >= 2 || named;
        found.push(EventMention { start, head_end, end, head, named_from, full, event: None });
        let meets = scan.kb.events[usize::from(head)].meets;
        i = if verbal || meets { head_end } else { head_end.max(end) };
    }
    found
}

/// Whether a body of one of `classes` is at work at the verb `verb`: as its subject, right behind it, or, on a day that the
/// sentence tells, anywhere in it.
fn sits(scan: &Scan, names: &Names, verb: Range<usize>, classes: &[String]) -> bool {
    let fits = |b: &Body| classes.contains(&b.class);
    let subject = body_before(scan, names, verb.start).is_some_and(|b| fits(&b));
    let sentence = &scan.sentences[scan.sentence_of(verb.start)];
    let has = |f: Function| sentence.clone().any(|i| scan.function(i, f).is_some());
    let on_a_day = sentence.clone().any(|i| scan.function(i, Function::DateLead).is_some_and(|end| scan.number(end)));
    if subject && (on_a_day || has(Function::DateLead)) {
        return true;
    }
    if has(Function::Future) || has(Function::Background) || has(Function::PressTalk) {
        return false;
    }
    let behind = body_at(scan, names, verb.end).is_some_and(|b| fits(&b));
    if !on_a_day {
        // `trình bày trước Quốc hội` tells of a sitting by itself, `trình Quốc hội` of a paper's way.
        return behind && verb.len() > 1;
    }
    let dated_lead = scan.function(sentence.start, Function::DateLead).is_some();
    behind || dated_lead && sentence.clone().filter_map(|i| body_at(scan, names, i)).any(|b| fits(&b))
}

/// Whether somebody in office, here or abroad, is named at token `i`.
fn met_at(reading: &Reading, i: usize) -> bool {
    let found = reading.mentions.binary_search_by_key(&i, |m| m.start).map(|n| &reading.mentions[n]);
    found.is_ok_and(|m| !m.private && (m.foreign || !m.posts.is_empty() || m.rank.is_some()))
}

/// Whether a weak head is told of another event right behind it (`chương trình kỳ họp`).
fn head_of_head(scan: &Scan, head: u16, end: usize) -> bool {
    scan.kb.events[usize::from(head)].weak && scan.hits(end).iter().any(|h| matches!(h.sense, Sense::Event(_)))
}

/// One past a verb of speech at token `i` that goes on in small letters; `i` where there is none.
fn past_speech(scan: &Scan, i: usize) -> usize {
    let speech = |s: Sense| match s {
        Sense::Cue(c) if matches!(scan.kb.cues[usize::from(c)].voice, Voice::Statement | Voice::Remark) => Some(()),
        _ => None,
    };
    let end = scan.longest(i, speech).map_or(i, |(end, ())| end);
    if scan.word(end) { end } else { i }
}

/// Where the name of a visit ends before whose it is (`chuyến thăm Mỹ của Thủ tướng`).
fn before_owner(scan: &Scan, reading: &Reading, head_end: usize, end: usize) -> usize {
    let owner = |i: &usize| {
        let of = scan.function(*i, Function::Of);
        of.is_some_and(|at| reading.mentions.binary_search_by_key(&at, |m| m.start).is_ok())
    };
    (head_end..end).find(owner).unwrap_or(end)
}

/// One past those whom a meeting is with, told right behind its head: `với X`, `giữa X và Y`, `X`.
fn met_end(scan: &Scan, reading: &Reading, head_end: usize) -> usize {
    let mention =
        |i: usize| reading.mentions.binary_search_by_key(&i, |m| m.start).ok().map(|n| reading.mentions[n].end);
    let joint = |i: usize| {
        scan.function(i, Function::With).or(scan.function(i, Function::Keeps)).or(scan.function(i, Function::Joiner))
    };
    let Some(mut end) = mention(head_end).or_else(|| mention(joint(head_end)?)) else {
        return head_end;
    };
    while let Some(next) = joint(end).and_then(mention) {
        end = next;
    }
    end
}

/// The body that is the subject of a verb at token `i`: it ends right before it, small words between.
fn body_before(scan: &Scan, names: &Names, i: usize) -> Option<Body> {
    let found =
        (i.saturating_sub(10)..i).find_map(|at| body_at(scan, names, at).filter(|b| b.end <= i && i - b.end <= 3))?;
    (found.end..i).all(|t| scan.word(t) && !scan.capital(t)).then_some(found)
}

/// Inside a person's titles no event is named (`Ban Tổ chức Hội nghị`).
fn inside_title(reading: &Reading, i: usize) -> bool {
    let n = reading.mentions.partition_point(|m| m.start <= i);
    n > 0 && reading.mentions[n - 1].end > i
}

/// Where an event's name ends: before a mark, a place or agent, a person who acts, a cue, a date.
fn name_end(scan: &Scan, reading: &Reading, from: usize, verbal: bool) -> usize {
    let mut end = from;
    let mut quote = false;
    while end < from + LONGEST_NAME && !scan.breaks(end) {
        if scan.mark(end, "\"") {
            let closes = (end + 1..end + 14).take_while(|&t| !scan.breaks(t)).any(|t| scan.mark(t, "\""));
            if !quote && !closes {
                break;
            }
            quote = !quote;
            end += 1;
            continue;
        }
        if !quote && stops_name(scan, reading, from, end, verbal) {
            break;
        }
        end += 1;
    }
    while end > from && trailing(scan, end - 1) {
        end -= 1;
    }
    end
}

fn stops_name(scan: &Scan, reading: &Reading, from: usize, i: usize, verbal: bool) -> bool {
    if [".", ";", ":", "?", "!", "…"].iter().any(|m| scan.mark(i, m)) {
        return true;
    }
    // `phòng, chống`, `thi đua, khen thưởng`: one word with a comma.
    let inside =
        (i.saturating_sub(4)..i).any(|s| scan.hits(s).iter().any(|h| h.end > i + 1 && h.sense == Sense::Blocker));
    if scan.mark(i, ",") && !inside {
        return i == from || !continues(scan, reading, i + 1);
    }
    if scan.mark(i, "(") {
        return !scan.number(i + 1)
            && !scan.hits(i + 1).iter().any(|h| matches!(h.sense, Sense::Function(Function::Term)));
    }
    if scan.mark(i, "-") {
        return i == from || person_at(reading, i + 1);
    }
    if person_at(reading, i) && !verbal {
        return true;
    }
    scan.hits(i).iter().any(|h| match h.sense {
        Sense::Function(f) => {
            matches!(
                f,
                Function::At
                    | Function::Agent
                    | Function::Passive
                    | Function::Future
                    | Function::Negation
                    | Function::Opener
                    | Function::DateLead
                    | Function::Occasion
                    | Function::Background
                    | Function::Aux
                    | Function::Happens
            ) && !(f == Function::DateLead && keeps_day(scan, i))
                && !(f == Function::At && within(scan, i))
        }
        Sense::Cue(_) => h.end > i + 1 || i > from,
        Sense::Stopper => {
            !scan.capital(i)
                && !scan.hits(i).iter().any(|o| {
                    matches!(
                        o.sense,
                        Sense::Function(
                            Function::Of
                                | Function::To
                                | Function::Joiner
                                | Function::Plural
                                | Function::Until
                                | Function::With
                                | Function::Keeps
                        )
                    )
                })
        }
        _ => false,
    })
}

/// `ngày truyền thống`, `ngày thành lập` are part of a name; `ngày 15/6` is a date.
fn keeps_day(scan: &Scan, i: usize) -> bool {
    let end = scan.function(i, Function::DateLead).unwrap_or(i + 1);
    !scan.number(end) && !scan.mark(end, "(") && scan.function(i, Function::Now).is_none()
}

/// `trong phong trào` is part of a name; `trong ngày 5/6`, `trong Quý I` are not.
fn within(scan: &Scan, i: usize) -> bool {
    scan.function(i, Function::Within)
        .is_some_and(|end| scan.word(end) && !scan.capital(end) && scan.function(end, Function::DateLead).is_none())
}

/// A comma inside a name: small words behind it that start no clause, up to a joining word or another noun.
fn continues(scan: &Scan, reading: &Reading, i: usize) -> bool {
    if !scan.word(i) || scan.capital(i) || person_at(reading, i) {
        return false;
    }
    let starts_clause = scan.hits(i).iter().any(|h| {
        matches!(h.sense, Sense::Function(f) if f != Function::Held && f != Function::To)
            || matches!(h.sense, Sense::Cue(_) | Sense::Stopper)
    });
    let joined = (i..i + 12)
        .take_while(|&t| !scan.breaks(t) && ![".", ";", ":"].iter().any(|m| scan.mark(t, m)))
        .any(|t| scan.function(t, Function::Joiner).is_some());
    !starts_clause && joined
}

/// Somebody named begins at token `i`; an office alone may be part of an event's name.
fn person_at(reading: &Reading, i: usize) -> bool {
    let found = reading.mentions.binary_search_by_key(&i, |m| m.start);
    found.is_ok_and(|n| !matches!(reading.mentions[n].naming, Naming::Bare))
}

fn trailing(scan: &Scan, i: usize) -> bool {
    scan.mark(i, ",")
        || scan.mark(i, "-")
        || scan.function(i, Function::Joiner).is_some()
        || scan.function(i, Function::Of).is_some()
}

/// The telling words of a mention: their keys, abbreviations written out.
fn content(scan: &Scan, m: &EventMention) -> BTreeSet<String> {
    let words = super::free_words::expanded(scan, m.head_end, m.end);
    key(&words).split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// Two names of one event share most of the words of the shorter.
fn alike(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    let shared = a.intersection(b).count();
    let shorter = a.len().min(b.len());
    shorter > 0 && shared * 10 >= shorter * 6
}
