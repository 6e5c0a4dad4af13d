//! Who takes part without a cue: the subject of a verb that names an event, those who are met, people in a caption.

use super::items::{Item, Placed};
use super::people::Naming;
use super::roles::Reader;
use crate::ontology::items::{Function, Sense};

impl Reader<'_, '_> {
    /// Verbs that name an event: their subject takes part.
    pub(super) fn verbal_events(&mut self, items: &[Placed]) {
        for k in 0..items.len() {
            let Item::Event(e) = items[k].item else {
                continue;
            };
            let mention = self.events.mentions[e].clone();
            let head = &self.scan.kb.events[usize::from(mention.head)];
            // `Kiểm tra thực tế tại đây, ông A yêu cầu …`
            let here = || self.scan.function(mention.head_end, Function::Here).is_some();
            let there = || self.place_behind(mention.head_end) || here();
            if head.verbal && mention.end == mention.head_end && !(head.refers_back || head.whole) && !there() {
                self.miss_object(&items[k]);
                continue;
            }
            if !head.verbal {
                continue;
            }
            let Some(event) = mention.event else {
                continue;
            };
            let hindered = self.hindered(items, 0, k);
            // Who comes to this country serves another one.
            if self.scan.function(mention.head_end, Function::National).is_some() {
                continue;
            }
            if let Some(by) = hindered.filter(|(f, _)| *f != Function::Future) {
                self.miss_hindered(items, k, None, &[], by);
                continue;
            }
            self.events.list[event].planned |= hindered.is_some();
            let states = self.scan.kb.events[usize::from(mention.head)].states.clone();
            let people = self.visitors(items, k, mention.start);
            if people.is_empty() {
                self.miss_subject(items, k, None);
            }
            let other = self.between(items, k, "chaired");
            if self.only_said(items, k) {
                self.miss_subject(items, k, None);
                continue;
            }
            let told = self.roles.len();
            for m in people.into_iter().filter(|_| !(other && states == "attended")) {
                let placed = &self.reading.mentions[m];
                self.add(m, &states, event, None, placed.start.min(mention.start), mention.head_end);
            }
            if self.roles.len() > told && states == "attended" && self.goes_there(items, k, event, told) {
                self.set_anchor(event);
            }
            if states == "presentedAt" {
                self.receivers(items, k, event, None);
            }
        }
    }

    /// Whether a cue of a role stands between the subject and the verb at item `k` (`chủ trì họp với …`): it says what the subject
    /// does.
    fn between(&self, items: &[Placed], k: usize, wanted: &str) -> bool {
        // `X cho biết các thành viên của đoàn từng thăm …`: those whom nobody names are no subject.
        let named = |m: usize| self.reading.who[m].is_some();
        let subject = items[..k].iter().rposition(|p| matches!(p.item, Item::Person(m) if named(m)));
        let states = |c: u16| self.scan.kb.cues[usize::from(c)].states == wanted;
        let told = |p: &Placed| matches!(p.item, Item::Cue(c) if states(c));
        // `chủ trì lễ đón và hội đàm với …`: what is chaired stands between.
        let met = items.get(k + 1).is_some_and(|p| matches!(p.item, Item::Person(_)) && p.start == items[k].end);
        let own =
            |c: usize| wanted != "chaired" || !met || !items[c..k].iter().any(|p| matches!(p.item, Item::Event(_)));
        subject.is_some_and(|s| (s..k).any(|c| told(&items[c]) && own(c)))
    }

    /// Whether a verb is only part of what somebody says (`X yêu cầu các sở đi kiểm tra`,
    /// `X cho biết, sau khi làm việc với …, chủ doanh nghiệp hứa …`): others do it, if at all.
    fn only_said(&self, items: &[Placed], k: usize) -> bool {
        let when = self.scan.ends_before(items[k].start, |s| s == Sense::Function(Function::When)).is_some();
        let content = |w: &[Placed]| self.speech(w[0]) && w[1].item == Item::Mark(',') && w[1].start == w[0].end;
        self.between(items, k, "spokeAt") && (!when || items[..k].windows(2).any(content))
    }

    /// Whether the passage goes on where somebody is told to be, by a verb at item `k` whose roles begin with number `told`:
    /// not where it is only said, nor where a stranger to the event of the passage once was.
    fn goes_there(&self, items: &[Placed], k: usize, event: usize, told: usize) -> bool {
        let when = self.scan.ends_before(items[k].start, |s| s == Sense::Function(Function::When)).is_some();
        let said = items[..k].iter().any(|p| self.speech(*p)) && (self.anchor.is_some() || !when);
        let known = |r: &super::roles::Role| self.roles[..told].iter().any(|o| o.person == r.person);
        let strangers = !self.roles[told..].iter().any(known);
        !(said || self.set_aside(event) && strangers && !self.dated())
    }

    /// Whether a verb is told of a place right behind it (`đến làm việc tại Công an tỉnh`, `thị sát tại Formosa`).
    fn place_behind(&self, at: usize) -> bool {
        let place = |i: usize| {
            let level =
                |s: Sense| matches!(s, Sense::Level(_) | Sense::Place(_) | Sense::Foreign(_) | Sense::Pattern(_));
            self.scan.capital(i) || self.scan.hits(i).iter().any(|h| level(h.sense))
        };
        let here = |i: usize| self.scan.function(i, Function::National).is_some();
        self.scan.function(at, Function::At).is_some_and(|i| place(i) && !here(i))
    }

    /// Who does what a verb at item `k` names: right before it, before it, leading the team that does, behind the comma,
    /// or in the sentence before.
    fn visitors(&self, items: &[Placed], k: usize, at: usize) -> Vec<usize> {
        // `tiếp Bộ trưởng X đang thăm …`: who stands right before the verb acts, whatever governs them.
        // `đoàn công tác do X làm trưởng đoàn đến thăm`: no office alone acts.
        let office = |b: usize, m: usize| {
            let taken = b > 0 && items[b - 1].end == items[b].start && matches!(items[b - 1].item, Item::Cue(_));
            taken && self.reading.who[m].is_none() && matches!(self.reading.mentions[m].naming, Naming::Bare)
        };
        let somebody = |b: &usize| matches!(items[*b].item, Item::Person(m) if !office(*b, m));
        let beside = k.checked_sub(1).filter(|b| somebody(b) && at <= items[*b].end + 2);
        let mut people = beside.map_or_else(|| self.subjects_before(items, k), |b| self.group_before(items, b));
        if people.is_empty() && !items[..k].iter().any(|p| matches!(p.item, Item::Person(_))) {
            people = self.leaders_before(at);
        }
        if people.is_empty() {
            people.extend(self.leader_of_delegation(at));
        }
        if people.is_empty() && !items[..k].iter().any(|p| matches!(p.item, Item::Cue(_) | Item::Event(_))) {
            people = self.subjects_after_comma(items, k);
        }
        if people.is_empty() { self.elided(items, k) } else { people }
    }

    /// Those who are met, named right behind the event (`cuộc gặp giữa X và Y`, `chuyến thăm của X`, `tiếp X`), take part.
    pub(super) fn met(&mut self, items: &[Placed]) {
        for k in 0..items.len() {
            let Item::Event(e) = items[k].item else {
                continue;
            };
            let mention = self.events.mentions[e].clone();
            let head = &self.scan.kb.events[usize::from(mention.head)];
            let Some(event) = mention.event.filter(|_| head.meets || head.acts) else {
                continue;
            };
            let here =
                (mention.head_end..mention.head_end + 2).any(|i| self.scan.function(i, Function::National).is_some());
            if here || matches!(self.hindered(items, 0, k), Some((Function::Negation | Function::Hedge, _))) {
                continue;
            }
            // `X thực hiện chuyến thăm`: whoever makes it takes part.
            let makes = self.scan.ends_before(items[k].start, |s| s == Sense::Function(Function::Makes)).is_some();
            let acts = head.acts && self.acts(items, k);
            if makes && head.meets || acts {
                self.makers(items, k, event, makes);
            }
            // `tại cuộc họp với Bộ trưởng X`
            let with = || items.get(k + 1).is_some_and(|p| self.scan.function(p.start, Function::With) == Some(p.end));
            let sits_with = head.classes.first().is_some_and(|c| c == "WorkingSession") && with();
            if !head.meets && !sits_with {
                continue;
            }
            let travel = mention.full && !head.verbal && head.classes.iter().any(|c| c == "Inspection");
            if travel && head.classes.first().is_some_and(|c| c == "Visit") {
                self.travels(items, k, event);
                self.travelling(items, k, event);
            }
            let joint = |p: &Placed| {
                matches!(p.item, Item::Word(Function::Of | Function::With | Function::Joiner | Function::To))
            };
            if travel && let Some(owner) = owner_of_visit(items, k) {
                for m in self.group_after(items, owner) {
                    self.add(m, "attended", event, None, mention.start, self.reading.mentions[m].end);
                }
                continue;
            }
            let first = match items.get(k + 1) {
                Some(p) if joint(p) => k + 2,
                _ => k + 1,
            };
            // `cuộc làm việc sáng nay với X`
            let with_date = with() && self.right_behind(mention.end.max(items[k].end), items[k + 1].start);
            let end = if with_date { items[k + 1].end } else { mention.end.max(items[k].end) };
            let near = |p: &Placed| matches!(p.item, Item::Person(_)) && p.start <= end + 2;
            if !items.get(first).is_some_and(near) {
                continue;
            }
            // `Tại cuộc họp với X, Y nói …`
            let others =
                if !head.meets && self.met_aside(items, first) && self.says(items, first + 2) { 1 } else { usize::MAX };
            for m in self.group_after(items, first).into_iter().take(others) {
                self.add(m, "attended", event, None, mention.start, self.reading.mentions[m].end);
            }
        }
    }

    /// Whether a verb of saying stands right behind the person at item `k`.
    fn says(&self, items: &[Placed], k: usize) -> bool {
        let near =
            |w: &[Placed]| matches!(w[0].item, Item::Person(_)) && w[1].start <= w[0].end + 1 && self.speech(w[1]);
        items.get(k..k + 2).is_some_and(near)
    }

    /// Whether somebody stands right before the event at item `k`, which is a verb there (`X họp báo`, `X hôm nay hội đàm với …`).
    fn acts(&self, items: &[Placed], k: usize) -> bool {
        let Item::Event(e) = items[k].item else {
            return false;
        };
        let mention = &self.events.mentions[e];
        let head = &self.scan.kb.events[usize::from(mention.head)];
        let speech = head.states == "spokeAt";
        let aside = k > 1 && speech && items[k - 1].item == Item::Mark(',');
        // `X gặp mặt Thủ tướng Y`: whom one meets names no occasion of many.
        let somebody = mention.end == mention.head_end
            && head.classes.iter().any(|c| c == "Commemoration")
            && items.get(k + 1).is_some_and(|p| matches!(p.item, Item::Person(_)) && p.start == mention.head_end);
        let subject = items[..if aside { k - 1 } else { k }].last();
        !somebody
            && subject.is_some_and(|p| matches!(p.item, Item::Person(_)) && self.right_behind(p.end, items[k].start))
    }

    /// Whether a verb at token `verb` stands right behind a subject that ends at token `end`: but for an auxiliary and when it is.
    fn right_behind(&self, end: usize, verb: usize) -> bool {
        let led = |i: usize| self.dates.iter().any(|d| d.start == i && d.end == verb);
        verb <= end + 1 || self.scan.function(end, Function::Now) == Some(verb) || led(end)
    }

    /// Who holds or makes the event at item `k` takes part in it.
    fn makers(&mut self, items: &[Placed], k: usize, event: usize, makes: bool) {
        let Item::Event(e) = items[k].item else {
            return;
        };
        let (full, end) = (self.events.mentions[e].full, self.events.mentions[e].head_end);
        let states = self.scan.kb.events[usize::from(self.events.mentions[e].head)].states.clone();
        let told = self.roles.len();
        for m in self.subjects_before(items, k) {
            let start = self.reading.mentions[m].start;
            self.add(m, &states, event, None, start, end);
        }
        // `X đã có cuộc chào xã giao Bộ trưởng Y`: what X says next is said there.
        let reported = makes && full && self.hindered(items, 0, k).is_none();
        if reported && self.roles.len() > told && self.goes_there(items, k, event, told) {
            self.set_anchor(event);
        }
    }

    /// `Trong chuyến thăm Nhật Bản, X …`: whoever the clause behind begins with makes the visit.
    fn travels(&mut self, items: &[Placed], k: usize, event: usize) {
        let opens = k == 1 && items[0].item == Item::Word(Function::At) && items[0].start == self.sentence_start;
        let [Placed { item: Item::Mark(','), .. }, Placed { item: Item::Person(m), start, end }] =
            items.get(k + 1..k + 3).unwrap_or_default()
        else {
            return;
        };
        if opens && *start == items[k + 1].end {
            self.add(*m, "attended", event, None, items[k].start, *end);
        }
    }

    /// `X hội kiến Chủ tịch Y trong khuôn khổ chuyến thăm Trung Quốc`: who acts in the clause makes the visit.
    fn travelling(&mut self, items: &[Placed], k: usize, event: usize) {
        let during = |s: Sense| matches!(s, Sense::Function(Function::At | Function::When));
        let owned = items.get(k + 1).is_some_and(|p| p.item == Item::Word(Function::Of));
        if owned || self.scan.ends_before(items[k].start, during).is_none() {
            return;
        }
        for m in self.subjects_before(items, k) {
            let start = self.reading.mentions[m].start;
            self.add(m, "attended", event, None, start, items[k].end);
        }
    }

    /// A caption: people, what they do or nothing, a preposition and an event, and no verb of a role: they are there.
    pub(super) fn caption(&mut self, items: &[Placed]) {
        let told = items.iter().any(|p| matches!(p.item, Item::Cue(c) if self.role_cue(c)));
        let at = items.iter().position(|p| p.item == Item::Word(Function::At));
        let Some(at) = at.filter(|&a| !told && a > 0 && matches!(items[0].item, Item::Person(_))) else {
            return;
        };
        let named = |p: &Placed| {
            matches!(
                p.item,
                Item::Person(_) | Item::Mark(',' | '(' | ')' | ';') | Item::Word(Function::Joiner | Function::With)
            )
        };
        let people = items[..at].iter().all(named) && items[at - 1].end == items[at].start;
        let doing =
            |p: &Placed| named(p) || matches!(p.item, Item::Mark('-') | Item::Word(Function::Of | Function::To));
        let does =
            items[..at].iter().all(doing) && items[at].start <= items[at - 1].end + 8 && !self.ahead_of(items, at + 1);
        let opens = items[0].start <= self.sentence_start + 1 && (people || does);
        let event = items.get(at + 1).filter(|p| opens && p.start == items[at].end);
        if let Some(Placed { item: Item::Event(e), .. }) = event
            && let Some(event) = self.events.mentions[*e].event
        {
            let end = self.events.mentions[*e].head_end;
            // `X bắt tay Y tại hội nghị`: both are there.
            let mut there = self.group_after(items, 0);
            there.extend(if people { self.group_before(items, at - 1) } else { Vec::new() });
            self.captions.extend(there.into_iter().map(|m| (m, event, end)));
        }
    }
}

/// Whose visit it is, told behind its days and places: `chuyến thăm Lào từ ngày 4 đến 6/3 của Thủ tướng`.
fn owner_of_visit(items: &[Placed], k: usize) -> Option<usize> {
    use Function::{At, From, Of, To};
    let aside = |p: &&Placed| matches!(p.item, Item::Word(At | From | To | Of) | Item::Mark('-'));
    let passed = items[k + 1..].iter().take_while(aside).count();
    let of = items.get(k + passed).filter(|p| passed > 1 && p.item == Item::Word(Of))?;
    let owner = items.get(k + passed + 1)?;
    (matches!(owner.item, Item::Person(_)) && of.end == owner.start).then_some(k + passed + 1)
}
