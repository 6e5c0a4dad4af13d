//! Who acts in a clause: the people before a cue, behind it, or listed by it.

use super::items::{Item, Placed};
use super::roles::Reader;
use crate::ontology::items::{Function, Sense, Voice};

impl Reader<'_, '_> {
    /// The people who act, left of item `k`: the nearest group that no preposition or verb governs.
    pub(super) fn subjects_before(&self, items: &[Placed], k: usize) -> Vec<usize> {
        if self.body_acts(&items[..k], items[k]) || self.press_acts(items[k]) {
            return Vec::new();
        }
        let mut at = k;
        while at > 0 {
            at -= 1;
            match items[at].item {
                Item::Mark(';' | ':') => return Vec::new(),
                // `Ông X bị Ủy ban Kiểm tra đánh giá`: somebody else speaks.
                // `Giáo sư X được Nhà nước tặng giải thưởng`: X gives nothing.
                Item::Word(Function::Passive)
                    if self.speech(items[k]) || self.gives(items[k]) || self.hands_over(items[k]) =>
                {
                    return Vec::new();
                }
                Item::Person(_) => {
                    if self.governed(items, at) {
                        // `X hoan nghênh Đại sứ dự hội nghị`, `được ông Y trao tặng`: who is spoken of does it.
                        let by = items[at - 1].item == Item::Word(Function::Passive)
                            && (self.hands_over(items[k]) || self.tells(items, at, k));
                        if by || self.does_itself(items, at, k) {
                            return self.group_before(items, at);
                        }
                        continue;
                    }
                    let all = self.agents_before(items, at);
                    return if all.is_empty() { self.group_before(items, at) } else { all };
                }
                _ => {}
            }
        }
        Vec::new()
    }

    /// Whether a verb of speech stands right behind somebody who is told to do what it says, in a sentence that names the event
    /// (`Thông tin được ông X cho biết tại …`).
    fn tells(&self, items: &[Placed], at: usize, k: usize) -> bool {
        let dash = |p: &Placed| matches!(p.item, Item::Mark(',' | '-'));
        self.event_named(items).is_some()
            && self.speech(items[k])
            && items[at + 1..k].iter().all(dash)
            && items[k].start <= items[at].end + 2
    }

    /// Everybody from the word for an agent on, other words between them (`do X và người đồng cấp Y, cùng Z chủ trì`).
    fn agents_before(&self, items: &[Placed], at: usize) -> Vec<usize> {
        let listed = |p: &&Placed| matches!(p.item, Item::Person(_)) || separates(p.item);
        let first = at + 1 - items[..=at].iter().rev().take_while(listed).count();
        if first == 0
            || items[first - 1].item != Item::Word(Function::Agent)
            || items[first].start != items[first - 1].end
        {
            return Vec::new();
        }
        items[first..=at].iter().filter_map(|p| if let Item::Person(m) = p.item { Some(m) } else { None }).collect()
    }

    /// Whether reporters are the subject of a verb (`cùng ông X, chúng tôi ghi nhận …`).
    fn press_acts(&self, verb: Placed) -> bool {
        let ends = |at: usize, f: Function| self.scan.ends_before(at, |s| s == Sense::Function(f));
        let start = ends(verb.start, Function::Aux).unwrap_or(verb.start);
        ends(start, Function::Press).is_some_and(|p| p == self.sentence_start || self.scan.mark(p - 1, ","))
    }

    /// Whether a body, and nobody in office there, is the subject of a verb (`giao Bộ Công an chủ trì`).
    fn body_acts(&self, items: &[Placed], verb: Placed) -> bool {
        let after_person = items.iter().rev().take_while(|p| !matches!(p.item, Item::Person(_)));
        if after_person.into_iter().any(|p| p.item == Item::Word(Function::OnBehalf)) {
            return false;
        }
        let before = |i: usize, fits: &dyn Fn(Function) -> bool| {
            self.scan.ends_before(i, |s| matches!(s, Sense::Function(f) if fits(f)))
        };
        let mut end = verb.start;
        while let Some(aux) = before(end, &|f| f == Function::Aux) {
            end = aux;
        }
        let named = end.checked_sub(1).is_some_and(|last| self.reading.inside_body(last));
        let people = self.reading.mentions.partition_point(|m| m.start < end);
        if !named || people > 0 && self.reading.mentions[people - 1].end >= end {
            return false;
        }
        let start = (self.sentence_start..end).rev().find(|&i| !self.reading.inside_body(i)).unwrap_or(end);
        // `X, Phó Trưởng phòng, Công an tỉnh Gia Lai cho biết`: where X holds the office.
        let comma = start.checked_sub(1).filter(|&c| self.scan.mark(c, ","));
        let holder =
            items.iter().rposition(|p| matches!(p.item, Item::Person(_))).filter(|&at| Some(items[at].end) == comma);
        if holder.is_some_and(|at| !self.governed(items, at) && self.in_office(items[at])) {
            return false;
        }
        let chairs = matches!(verb.item, Item::Cue(c) if self.scan.kb.cues[usize::from(c)].states == "chaired");
        let governs = |f: Function| {
            use Function::{At, From, Joiner, Of, OnBehalf, To, With};
            // `giao cho Sở Nội vụ chủ trì`
            matches!(f, At | Of | With | From | Joiner | OnBehalf) || f == To && !chairs
        };
        before(start, &governs).is_none()
    }

    /// Whether somebody is named with an office last told without a place.
    fn in_office(&self, placed: Placed) -> bool {
        let open = |m: usize| {
            self.reading.mentions[m]
                .posts
                .last()
                .is_some_and(|(post, _)| post.body.as_ref().is_none_or(|b| b.place.is_none()))
        };
        matches!(placed.item, Item::Person(m) if open(m))
    }

    /// Whether a cue ends in the word that opens its list (`Cùng đi có`).
    pub(super) fn opens_itself(&self, cue: Placed) -> bool {
        self.scan.function(cue.end - 1, Function::Opener) == Some(cue.end) && cue.end > cue.start + 1
    }

    /// Whether an item is a verb of announcing decisions or handing them over.
    fn gives(&self, placed: Placed) -> bool {
        let head = |e: usize| &self.scan.kb.events[usize::from(self.events.mentions[e].head)];
        matches!(placed.item, Item::Event(e) if head(e).verbal && head(e).refers_back)
    }

    /// Whether an item is a cue of giving.
    pub(super) fn hands_over(&self, placed: Placed) -> bool {
        matches!(placed.item, Item::Cue(c) if self.scan.kb.cues[usize::from(c)].states == "presentedAt")
    }

    /// Whether an item is a verb of speech.
    pub(super) fn speech(&self, placed: Placed) -> bool {
        matches!(placed.item, Item::Cue(c) if self.speaks(c))
    }

    /// Whether a cue is a verb of speech.
    pub(super) fn speaks(&self, cue: u16) -> bool {
        self.scan.kb.cues[usize::from(cue)].voice.is_speech()
    }

    /// Whether a person is governed by a preposition or is the object of a verb, and so does not act.
    pub(super) fn governed(&self, items: &[Placed], at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|b| items[b]) else {
            return false;
        };
        let adjacent = before.end == items[at].start;
        if self.asked_with_bodies(items, at) || self.met_with_others(items, at) {
            return true;
        }
        match before.item {
            // `có cuộc hội kiến với Thủ tướng X, chào xã giao …`
            Item::Word(_) if adjacent && at > 1 && self.met_with(items[at - 2], before) => true,
            Item::Word(Function::Of | Function::Succeeds | Function::From) => adjacent,
            Item::Word(Function::To | Function::Passive | Function::OnBehalf | Function::Kin) => adjacent,
            // `quyết định do ông X ký`
            Item::Word(Function::Agent) => adjacent && self.scan.function(items[at].end, Function::Signed).is_some(),
            Item::Word(Function::With | Function::Joiner) => self.beside_clause(items, at),
            Item::Cue(c) => adjacent && self.scan.kb.cues[usize::from(c)].voice != Voice::Passive,
            Item::Event(e) => {
                let head = &self.scan.kb.events[usize::from(self.events.mentions[e].head)];
                adjacent && (head.verbal || head.meets)
            }
            _ => false,
        }
    }

    /// Whether an item is a meeting, and the next is the word for those who are met (`cuộc hội kiến với`).
    fn met_with(&self, event: Placed, next: Placed) -> bool {
        let head = |e: usize| &self.scan.kb.events[usize::from(self.events.mentions[e].head)];
        event.end == next.start
            && self.scan.function(next.start, Function::With).is_some()
            && matches!(event.item, Item::Event(e) if head(e).meets)
    }

    /// Whether a person is the third or a later one of those who are met (`đã gặp Tổng Bí thư X, Chủ tịch nước Y, Thủ tướng Z`).
    fn met_with_others(&self, items: &[Placed], at: usize) -> bool {
        let listed = |p: &&Placed| matches!(p.item, Item::Person(_)) || separates(p.item);
        let first = at - items[..at].iter().rev().take_while(listed).count();
        let before = items[first..at].iter().filter(|p| matches!(p.item, Item::Person(_))).count();
        let verb = |e: usize| self.scan.kb.events[usize::from(self.events.mentions[e].head)].verbal;
        let met = first.checked_sub(1).is_some_and(|v| matches!(items[v].item, Item::Event(e) if verb(e)));
        met && before > 1 && self.governed(items, first)
    }

    /// Whether a person is listed behind bodies that are asked for something
    /// (`yêu cầu Ban Thường vụ Tỉnh ủy, ông X kiểm điểm, báo cáo …`).
    fn asked_with_bodies(&self, items: &[Placed], at: usize) -> bool {
        let listed = |p: &&Placed| matches!(p.item, Item::Person(_)) || separates(p.item);
        let first = at - items[..at].iter().rev().take_while(listed).count();
        let Some(verb) = first.checked_sub(1).map(|v| items[v]).filter(|_| first < at) else {
            return false;
        };
        let between = verb.end..items[first].start;
        let body = |i: usize| self.reading.inside_body(i) || self.reading.inside_body(i + 1);
        self.speech(verb) && !between.is_empty() && between.into_iter().all(body)
    }

    /// The people listed with the one at item `at`, leftwards over commas and joiners.
    pub(super) fn group_before(&self, items: &[Placed], at: usize) -> Vec<usize> {
        let mut group = Vec::new();
        let mut i = at;
        loop {
            if let Item::Person(m) = items[i].item {
                group.push(m);
            }
            let mut prev = i;
            while prev > 0 && separates(items[prev - 1].item) && items[prev - 1].end == items[prev].start {
                prev -= 1;
            }
            if prev == 0
                || prev == i
                || !matches!(items[prev - 1].item, Item::Person(_))
                || items[prev - 1].end != items[prev].start
                || items[prev].item == Item::Mark(',') && self.governed(items, prev - 1)
                || self.beside_clause(items, prev - 1)
            {
                break;
            }
            i = prev - 1;
        }
        group.reverse();
        group
    }

    /// Whether the person at item `at` stands behind the preposition that the sentence begins with (`Với ông X, ông Y …`).
    fn beside_clause(&self, items: &[Placed], at: usize) -> bool {
        let fronted =
            |p: &Placed| p.start <= self.sentence_start + 1 && self.scan.function(p.start, Function::To) == Some(p.end);
        at == 1 && items[0].end == items[1].start && fronted(&items[0]) || self.met_aside(items, at)
    }

    /// Whether the clause that a sentence begins with tells at item `at` with whom something is held, and a comma ends it
    /// (`Tại cuộc họp với X, Y nói …`).
    pub(super) fn met_aside(&self, items: &[Placed], at: usize) -> bool {
        let [event, with, who, comma] = items.get(at.wrapping_sub(2)..at + 2).unwrap_or_default() else {
            return false;
        };
        matches!(event.item, Item::Event(_))
            && self.scan.function(with.start, Function::With) == Some(with.end)
            && with.end == who.start
            && comma.item == Item::Mark(',')
            && !items[..at].iter().any(|p| matches!(p.item, Item::Person(_)))
    }

    /// Whom a sentence that begins with its verb goes on with: the one the sentence before began with.
    pub(super) fn elided(&self, items: &[Placed], k: usize) -> Vec<usize> {
        let verb = |p: &Placed| matches!(p.item, Item::Event(_) | Item::Cue(_));
        let begins = items[..=k].iter().find(|p| verb(p) || matches!(p.item, Item::Person(_)));
        // `Thành phố còn làm việc với …`: a place or a body at its head acts.
        let named = |i: usize| {
            let other = |s: Sense| matches!(s, Sense::Level(_) | Sense::Place(_) | Sense::Pattern(_));
            self.scan.hits(i).iter().any(|h| other(h.sense))
        };
        // `Làm việc với công an, anh H. khai …`: who acts stands behind the comma.
        let behind = items[k..].iter().skip_while(|p| p.item != Item::Mark(',')).any(|p| self.speech(*p));
        // `Tại hội nghị, đại diện Tổng cục X công bố …`: somebody unnamed acts.
        let opens = begins.map_or(self.sentence_start, |p| p.end);
        let comma = items[..k].iter().rfind(|p| p.item == Item::Mark(',') && p.start >= opens);
        let clause = comma.map_or(items[k].start, |p| p.end);
        let first = begins.is_some_and(|p| {
            !behind
                && verb(p)
                && !self.source_of(p)
                && p.start <= self.sentence_start + 4
                && !(self.sentence_start..p.start).any(named)
                && !(clause..items[k].start).any(named)
        });
        self.topic.filter(|_| first).into_iter().collect()
    }

    /// The word that opens a list behind item `k`, counted from there; whose it is, or with whom, opens none
    /// (`Tháp tùng đoàn của Thủ tướng có …`).
    fn opener(&self, items: &[Placed], k: usize) -> Option<usize> {
        let beside = |i: usize| {
            use Function::{Joiner, To, With};
            items[i - 1].end == items[i].start && matches!(items[i - 1].item, Item::Word(Joiner | To | With))
        };
        let named = |i: &usize| !matches!(items[*i].item, Item::Person(_)) || self.governed(items, *i) || beside(*i);
        let opens = |p: &Placed| matches!(p.item, Item::Word(Function::Opener | Function::Is) | Item::Mark(':'));
        (k + 1..items.len().min(k + 10)).take_while(named).position(|i| opens(&items[i]))
    }

    /// With whom those of a list do what item `k` tells, named in front of the word that opens it (`Cùng dự với ông X có …`).
    fn company(&self, items: &[Placed], k: usize, opener: usize) -> Vec<usize> {
        let with = |p: &Placed| self.scan.function(p.start, Function::With) == Some(p.end);
        let pairs = items[k..k + 1 + opener].windows(2).filter(|w| with(&w[0]) && w[0].end == w[1].start);
        pairs.filter_map(|w| if let Item::Person(m) = w[1].item { Some(m) } else { None }).collect()
    }

    /// The people right of item `k`: the list a cue opens, or the subject behind the comma.
    pub(super) fn subjects_after(&self, items: &[Placed], k: usize, voice: Voice, states: &str) -> Vec<usize> {
        let opener = self.opener(items, k);
        let listing = voice == Voice::Passive || opener.is_some() && states != "spokeAt";
        let opens_itself = self.opens_itself(items[k]);
        let listing = listing || opens_itself;
        let from = match (voice, opener) {
            (Voice::Passive, _) => k + 1,
            _ if opens_itself => k + 1,
            (_, Some(o)) if listing => k + 1 + o + 1,
            _ => k + 1,
        };
        let company = opener.filter(|_| listing && states == "attended");
        let mut people = company.map(|opener| self.company(items, k, opener)).unwrap_or_default();
        // What a bracket says is said of nobody behind it.
        let bracketed = items[..k]
            .iter()
            .rev()
            .find(|p| matches!(p.item, Item::Mark('(' | ')')))
            .is_some_and(|p| p.item == Item::Mark('('));
        for i in from..items.len() {
            match items[i].item {
                Item::Mark(')') if bracketed => break,
                Item::Person(m) if listing => {
                    let own_verb = items.get(i + 1).is_some_and(|p| {
                        matches!(p.item, Item::Cue(c) if self.scan.kb.cues[usize::from(c)].states != states)
                            && p.start == items[i].end
                    });
                    let governed = self.governed(items, i) && i != from;
                    if !own_verb && !governed {
                        people.push(m);
                    }
                }
                Item::Person(_) => {
                    let speech = voice.is_speech();
                    let fronted = items[i - 1].item == Item::Mark(',');
                    if self.governed(items, i) {
                        continue;
                    }
                    // `đông đảo người dân đến dự lễ tang ông X`: those who come are told in front of the verb.
                    let apart = states != "attended" || matches!(items[i - 1].item, Item::Mark(_));
                    if !apart || speech && !(fronted && i - k <= 4 && self.opens_clause(items[k].start)) {
                        return Vec::new();
                    }
                    return self.group_after(items, i);
                }
                Item::Cue(c) if listing && voice == Voice::Passive => {
                    let role = self.scan.kb.cues[usize::from(c)].voice == Voice::Passive;
                    if role || !people.is_empty() {
                        break;
                    }
                }
                Item::Cue(c) if listing && self.lists_others(items, i, c, states) => break,
                Item::Mark(';') if !listing => break,
                // `được trao quyết định dưới sự chứng kiến của X`
                Item::Cue(c) if !listing && self.scan.kb.cues[usize::from(c)].voice == Voice::Passive => break,
                _ => {}
            }
        }
        people
    }

    /// Whether nothing that could be the subject stands right before a verb at token `verb`.
    fn opens_clause(&self, verb: usize) -> bool {
        let small = |s: Sense| matches!(s, Sense::Function(Function::Aux | Function::Joiner));
        verb <= self.sentence_start
            || !(self.scan.word(verb - 1) || self.scan.number(verb - 1))
            || self.scan.ends_before(verb, small).is_some()
    }

    /// The subject of a verb that opens the sentence: the first people behind a comma.
    pub(super) fn subjects_after_comma(&self, items: &[Placed], k: usize) -> Vec<usize> {
        let comma = items[k + 1..]
            .windows(2)
            .position(|w| w[0].item == Item::Mark(',') && matches!(w[1].item, Item::Person(_)));
        comma.map(|c| self.group_after(items, k + 1 + c + 1)).unwrap_or_default()
    }

    pub(super) fn group_after(&self, items: &[Placed], at: usize) -> Vec<usize> {
        let mut group = Vec::new();
        let mut i = at;
        while let Some(placed) = items.get(i) {
            // Other words between two people end the group.
            if i > at && items[i - 1].end != placed.start {
                break;
            }
            match placed.item {
                Item::Person(m) => group.push(m),
                item if separates(item) => {}
                _ => break,
            }
            i += 1;
        }
        group
    }
}

fn separates(item: Item) -> bool {
    matches!(item, Item::Mark(',' | ';' | '-') | Item::Word(Function::Joiner | Function::With))
}
