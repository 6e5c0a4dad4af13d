//! Whom a change concerns: left of the cue, behind it, or listed behind it.

use super::changes::{CLASSES, Finder};
use super::items::{Item, Placed};
use super::people::Naming;
use super::posts::Post;
use crate::ontology::items::{Function, Sense, Voice};

/// What a phrase of time or place begins with.
const WHEN: [Function; 10] = [
    Function::At,
    Function::DateLead,
    Function::From,
    Function::Month,
    Function::NewEvent,
    Function::Now,
    Function::SameDay,
    Function::To,
    Function::Until,
    Function::Year,
];

impl Finder<'_, '_> {
    pub(super) fn named(&self, placed: &Placed) -> Option<usize> {
        match placed.item {
            Item::Person(m) if self.reading.who[m].is_some() => {
                let mention = &self.reading.mentions[m];
                let office = mention.posts.iter().any(|(_, rule)| *rule != "copula-post");
                (!matches!(mention.naming, Naming::Bare) || !office).then_some(m)
            }
            _ => None,
        }
    }

    /// The people left of item `k` who are changed: the nearest not behind a preposition of possession, and those listed with them.
    pub(super) fn people_left(&self, k: usize) -> Vec<usize> {
        if self.of_another(k) {
            return Vec::new();
        }
        let clause = self.clause_mark(k);
        for at in (clause.map_or(0, |c| c + 1)..k).rev() {
            if self.speech(at) && !self.goes_on(self.items[at].end, self.items[k].start) {
                return Vec::new();
            }
            // `ông A: Bộ trưởng có dám từ chức?`: A says so.
            let says = at.checked_sub(1).is_some_and(|p| {
                self.items[at].item == Item::Mark(':')
                    && self.items[p].end == self.items[at].start
                    && self.named(&self.items[p]).is_some()
            });
            if says && !self.goes_on(self.items[at].end, self.items[k].start) {
                return Vec::new();
            }
            let (start, end) = (self.items[at].start, self.items[at].end);
            // `đoàn do ông A làm trưởng`: said of the delegation, and of nobody named before.
            let beside = at > 0 && self.items[at - 1].end == start;
            let leads = beside && self.items[at - 1].item == Item::Word(Function::Agent);
            if leads && self.change_cue(k).is_some_and(|c| self.voice(c) == Voice::Active) {
                return Vec::new();
            }
            // `ông A được Chủ tịch nước B trao quyết định thăng hàm`: B decides.
            let by = beside && self.items[at - 1].item == Item::Word(Function::Passive);
            let of = beside && self.governs(at - 1, k)
                || self.scan.ends_before(start, |s| s == Sense::Function(Function::Kin)).is_some();
            // `em trai của bà X, người bị miễn nhiệm`: the clause is told of X.
            let told_on = self.scan.mark(end, ",") && self.scan.function(end + 1, Function::Filler).is_some();
            if let Some(m) = self.named(&self.items[at]).filter(|_| !by && (!of || told_on)) {
                // `theo ông A, …`: what is told has another subject.
                return if self.source(at, start) { Vec::new() } else { self.group_left(at, m) };
            }
            // `theo ông A, ông B từng bị cách chức`: said of B, whom the article does not name in full.
            if self.unknown(at) && !of {
                return Vec::new();
            }
        }
        Vec::new()
    }

    /// Whether the word at `at` makes who stands behind it somebody else's than item `k`'s: their owner, or who is
    /// succeeded, unless the verb is right behind (`thay ông A nghỉ hưu`, `thay ông A vừa được bầu làm …`).
    fn governs(&self, at: usize, k: usize) -> bool {
        match self.items[at].item {
            Item::Word(Function::Of) => true,
            // … or who is named as the reason (`do ông A đã được điều động làm …`).
            Item::Word(Function::Succeeds | Function::Agent) => {
                let leaves = self.change_cue(k).is_none_or(|c| matches!(self.class(c), "Departure" | "Discipline"));
                // `được bầu giữ chức X thay ông A về giữ chức Y`: who takes up X is told already.
                let gained =
                    |i: usize| self.change_cue(i).is_some_and(|c| matches!(self.class(c), "Appointment" | "Election"));
                let takes = self.change_cue(k).is_some_and(|c| self.scan.kb.cues[usize::from(c)].takes_office);
                let leaves = leaves || takes && (0..at).any(gained);
                let passive = self.items.get(k).is_some_and(|p| p.item == Item::Word(Function::Passive));
                let person = self.items.get(at + 1).map_or(0, |p| p.end);
                let beside = self.items.get(k).is_some_and(|p| self.goes_on(person, p.start));
                !(beside && (leaves || passive))
            }
            _ => false,
        }
    }

    /// Whether the country, or somebody else's name, stands right before the verb of item `k`: nobody named is its
    /// subject (`khi Việt Nam trúng cử`).
    fn of_another(&self, k: usize) -> bool {
        let Some(start) = self.items.get(k).map(|p| p.start) else {
            return false;
        };
        let start = self.scan.ends_before(start, |s| s == Sense::Function(Function::Aux)).unwrap_or(start);
        // `ngoài ra còn có cô giáo Xuân về hưu`: one capital word is a name nobody is called by else.
        let last = start.wrapping_sub(1);
        if self.of_many(k, start) {
            return true;
        }
        let name = self.scan.capital(last) && self.scan.word(last.wrapping_sub(1)) && !self.scan.capital(last - 1);
        let item = |t: usize| self.items.iter().any(|p| p.start <= t && t < p.end);
        let leaves = self.change_cue(k).is_some_and(|c| self.class(c) == "Departure");
        if name && leaves && !item(last) && !self.reading.inside_body(last) {
            return true;
        }
        self.scan.ends_before(start, |s| s == Sense::Function(Function::National)).is_some()
    }

    /// Whether several whom nobody names stand right before the verb of leaving (`gặp các tướng lĩnh đã nghỉ hưu`).
    fn of_many(&self, k: usize, verb: usize) -> bool {
        if !self.change_cue(k).is_some_and(|c| self.class(c) == "Departure" && self.voice(c) == Voice::Active) {
            return false;
        }
        let last = self.items[..k].iter().rev().find(|p| matches!(p.item, Item::Person(_)));
        let from = last.map_or(0, |p| p.end).max(verb.saturating_sub(5));
        let years = |i: usize| self.scan.any_function(i, &[Function::Year, Function::Month, Function::DateLead]);
        let words = |i: usize| (i..verb).all(|t| self.scan.word(t));
        (from..verb)
            .any(|i| self.scan.function(i, Function::Plural).is_some_and(|end| end < verb && words(i) && !years(end)))
    }

    /// Whether item `i` is a verb of speech: what it tells has a subject of its own.
    fn speech(&self, i: usize) -> bool {
        matches!(self.items[i].item, Item::Cue(c) if self.voice(c).is_speech())
    }

    /// Whether item `at`, which starts at token `start`, is only the source of what is told.
    fn source(&self, at: usize, start: usize) -> bool {
        let before = at.checked_sub(1).map(|i| &self.items[i]).filter(|p| p.end == start);
        before.is_some_and(|p| matches!(p.item, Item::Cue(c) if self.voice(c) == Voice::Source))
    }

    /// Whether item `at` is somebody called by a name whom the article does not name in full.
    fn unknown(&self, at: usize) -> bool {
        matches!(self.items[at].item, Item::Person(m)
            if self.reading.who[m].is_none() && !matches!(self.reading.mentions[m].naming, Naming::Bare))
    }

    pub(super) fn group_left(&self, at: usize, last: usize) -> Vec<usize> {
        let mut group = vec![last];
        let mut i = at;
        while i >= 2 {
            let joint = &self.items[i - 1];
            // `ông A (phòng An toàn) và ông B`: a note in brackets between.
            let end = self.items[i - 2].end;
            let noted = self.items[i - 2].item == Item::Mark(')') && end == joint.start;
            let open = noted.then(|| self.items[..i - 2].iter().rposition(|p| p.item == Item::Mark('('))).flatten();
            let note = open.filter(|&o| o > 0 && !self.items[o..i - 2].iter().any(|p| self.named(p).is_some()));
            let (b, to) = note.map_or((i - 2, joint.start), |o| (o - 1, self.items[o].start));
            let before = &self.items[b];
            let close = joint.end == self.items[i].start && before.end == to;
            let joins = matches!(joint.item, Item::Mark(',') | Item::Word(Function::Joiner));
            // `người tiền nhiệm của bà A, ông B`: A is not one of them.
            let of =
                b >= 1 && self.items[b - 1].item == Item::Word(Function::Of) && self.items[b - 1].end == before.start;
            let joins = joins && !of;
            match self.named(before).filter(|_| close && joins) {
                Some(m) => group.push(m),
                None => break,
            }
            i = b;
        }
        group.reverse();
        group
    }

    /// The people right of the cue: its objects, or those behind `cho`, `đối với`, and whoever is listed with them.
    pub(super) fn people_right(&self, k: usize) -> Vec<usize> {
        let (mut comma, mut several) = (false, false);
        for (i, placed) in self.items.iter().enumerate().skip(k + 1).take(8) {
            let beside = |w: Item| self.items[i - 1].item == w && self.items[i - 1].end == placed.start;
            let led = [Function::To, Function::Joiner, Function::With].iter().any(|&f| beside(Item::Word(f)));
            // `đình chỉ công tác của ông A`: the measure's; else who decides.
            let of =
                beside(Item::Word(Function::Of)) && !(i == k + 2 && self.undecided_measure(k) || self.within(i - 1));
            // `bầu Bí thư sau khi ông A nghỉ hưu`: what A did is another matter.
            let between = self.items[i - 1].end..placed.start;
            if between.clone().any(|t| self.scan.function(t, Function::When).is_some()) {
                return Vec::new();
            }
            if let Some(m) = self.named(placed).filter(|_| !of) {
                // `bổ nhiệm … thay ông A`: A is succeeded.
                if beside(Item::Word(Function::Succeeds)) {
                    return Vec::new();
                }
                // Behind a comma stands the subject of what follows, unless it is said whom the change is done to.
                let several = several || self.goes_on_listing(i);
                return if comma && !led && !several { Vec::new() } else { self.group_from(i, m, several) };
            }
            match placed.item {
                Item::Mark(';') => return Vec::new(),
                // The cue stood in a bracket or a quotation that ends here.
                Item::Mark(')') if !self.items[k + 1..i].iter().any(|p| p.item == Item::Mark('(')) => {
                    return Vec::new();
                }
                Item::Mark('"') => return Vec::new(),
                Item::Mark(',') => comma = true,
                Item::Mark(':') => several = true,
                Item::Person(m) => several |= self.reading.mentions[m].plural,
                Item::Cue(c) if !CLASSES.contains(&self.class(c)) => return Vec::new(),
                Item::Cue(_) => comma = false,
                _ => {}
            }
        }
        Vec::new()
    }

    /// Whether behind the person of item `at` stands a semicolon and somebody else, who does nothing
    /// (`cảnh cáo đối với bà A, Bí thư Huyện ủy; ông B, Chủ tịch UBND huyện`).
    fn goes_on_listing(&self, at: usize) -> bool {
        let [mark, next, ..] = &self.items[at + 1..] else {
            return false;
        };
        let behind = (next.end, self.items.get(at + 3));
        let ends = self.closes(behind.0) || self.scan.mark(behind.0, "(");
        let bare = behind.1.is_none_or(|p| !matches!(p.item, Item::Cue(_) | Item::Word(Function::Passive)));
        mark.item == Item::Mark(';') && next.start == mark.end && self.named(next).is_some() && ends && bare
    }

    /// Person `first` of item `at` and those listed right behind; a list of several goes on behind semicolons.
    pub(super) fn group_from(&self, at: usize, first: usize, several: bool) -> Vec<usize> {
        let mut group = vec![first];
        let mut i = at;
        while let [joint, next, ..] = &self.items[i + 1..] {
            let close = joint.start == self.items[i].end && next.start == joint.end;
            let joins = match joint.item {
                Item::Word(Function::Joiner) => true,
                Item::Mark(',') => {
                    !matches!(self.items.get(i + 3), Some(p) if matches!(p.item, Item::Cue(c) if !CLASSES.contains(&self.class(c))))
                }
                Item::Mark(';') => several,
                _ => false,
            };
            let Some(m) = self.named(next).filter(|_| close && joins) else {
                break;
            };
            group.push(m);
            i += 2;
        }
        group
    }

    /// Who is said behind the office to be the one: `người được bổ nhiệm giữ chức … là ông X`.
    pub(super) fn holder_right(&self, k: usize) -> Option<usize> {
        let is = (k + 1..self.items.len().min(k + 4)).find(|&i| self.items[i].item == Item::Word(Function::Is))?;
        let offices =
            self.items[k + 1..is].iter().all(|p| matches!(p.item, Item::Person(_)) && self.named(p).is_none());
        let next = self.items.get(is + 1).filter(|n| offices && is > k + 1 && n.start == self.items[is].end)?;
        self.named(next)
    }

    /// The subject behind a clause of time: `trước khi được bổ nhiệm làm …, ông X`.
    fn fronted(&self, k: usize) -> Option<usize> {
        let sentence = &self.scan.sentences[self.sentence];
        let when = (sentence.start..self.items[k].start).find_map(|i| self.scan.function(i, Function::When))?;
        if !self.begins(when, k) {
            return None;
        }
        let at = (k + 1..self.items.len()).find(|&i| self.named(&self.items[i]).is_some())?;
        let comma = self.items[at - 1].item == Item::Mark(',') && self.items[at - 1].end == self.items[at].start;
        let comma = comma && !self.items[k + 1..at].iter().any(|p| p.item == Item::Mark('"'));
        let clear =
            self.items[k + 1..at].iter().all(|p| !matches!(p.item, Item::Cue(c) if !CLASSES.contains(&self.class(c))));
        self.named(&self.items[at]).filter(|_| comma && clear)
    }

    /// The people a change concerns, and whether they are named behind a passive (`được bổ nhiệm ông X`).
    pub(super) fn changed(
        &self,
        class: &str,
        k: usize,
        post: Option<&Post>,
        passive: Option<usize>,
        causative: bool,
    ) -> (Vec<usize>, bool) {
        let listed = post.filter(|p| p.plural).map(|p| self.listed_near(p.end)).filter(|l| !l.is_empty());
        if let Some(listed) = listed {
            return (listed, false);
        }
        let holder = || self.holder_right(k).or_else(|| self.fronted(k)).into_iter().collect::<Vec<_>>();
        if let Some(p) = passive {
            let left = self.people_left(p);
            let left = if left.is_empty() { self.office_left(p).into_iter().collect() } else { left };
            let left = if left.is_empty() { holder() } else { left };
            let right = if left.is_empty() { self.group_right(k) } else { Vec::new() };
            // `ba cán bộ bị kỷ luật khiển trách, gồm: ông A, …; bà B, …`
            let counted = left.is_empty() && right.is_empty() && class == "Discipline";
            let left = if counted { self.listed_as(k, post) } else { left };
            let left = if right.is_empty() && left.is_empty() { self.spoken_of(p) } else { left };
            return if left.is_empty() { (right, true) } else { (left, false) };
        }
        if causative {
            let right = self.people_right(k);
            return (if right.is_empty() { self.receives(k) } else { right }, false);
        }
        let done_to = if class == "Departure" { self.done_to(k) } else { Vec::new() };
        let left = if done_to.is_empty() { self.people_left(k) } else { done_to };
        let left = if left.is_empty() { self.object_left(k).into_iter().collect() } else { left };
        let left = if left.is_empty() { holder() } else { left };
        let listed = || if class == "Election" { self.listed_as(k, post) } else { Vec::new() };
        let left = if left.is_empty() { listed() } else { left };
        (if left.is_empty() && post.is_some() { self.spoken_of(k) } else { left }, false)
    }

    /// Who takes the decision that the verb of item `k` is about (`ông A nhận quyết định bổ nhiệm Phó Giám đốc`).
    fn receives(&self, k: usize) -> Vec<usize> {
        let states = |c: u16| self.scan.kb.cues[usize::from(c)].states == "receivedAt";
        let decision = self.scan.ends_before(self.items[k].start, |s| s == Sense::Function(Function::Decision));
        let verb = k.checked_sub(1).filter(|&v| matches!(self.items[v].item, Item::Cue(c) if states(c)));
        let near = |v: &usize| decision.is_some_and(|d| d <= self.items[*v].end);
        verb.filter(near).map(|v| self.people_left(v)).unwrap_or_default()
    }

    /// Who the sentence before speaks of and of nobody else, where this one begins without a subject
    /// (`Ngày 5/4/2016, được bầu làm …`).
    fn spoken_of(&self, k: usize) -> Vec<usize> {
        let (start, verb) = (self.scan.sentences[self.sentence].start, self.items[k].start);
        let office = self.items.iter().any(|p| p.start < verb && matches!(p.item, Item::Person(_)));
        let Some(before) = self.sentence.checked_sub(1).map(|n| &self.scan.sentences[n]) else {
            return Vec::new();
        };
        // `Ngày 5/4, tại kỳ họp của HĐND tỉnh, được bầu …`: the words in front tell when and where.
        let comma = (start..verb).rev().find(|&i| self.scan.mark(i, ","));
        let when = comma.filter(|_| self.scan.any_function(start, &WHEN)).map_or(start, |c| c + 1);
        if office || !self.goes_on(when, verb) {
            return Vec::new();
        }
        let mentions = &self.reading.mentions;
        let first = mentions.partition_point(|m| m.start < before.start);
        let there = (first..mentions.len()).take_while(|&m| mentions[m].start < before.end);
        let mut named = there.filter(|&m| self.reading.who[m].is_some() && mentions[m].naming != Naming::Bare);
        let Some(one) = named.next() else {
            return Vec::new();
        };
        if named.any(|m| self.reading.who[m] != self.reading.who[one]) { Vec::new() } else { vec![one] }
    }

    /// Whom a change is done to may be told by the office alone (`Phó Bí thư xã bị cảnh cáo`).
    fn office_left(&self, p: usize) -> Option<usize> {
        let before = p.checked_sub(1).map(|i| &self.items[i])?;
        match before.item {
            Item::Person(m) if before.end == self.items[p].start => self.reading.who[m].map(|_| m),
            _ => None,
        }
    }

    /// Who is told by the office alone, right between two verbs (`bầu Tổng Bí thư làm Chủ tịch nước`).
    fn object_left(&self, k: usize) -> Option<usize> {
        let verb = k.checked_sub(2).and_then(|j| self.change_cue(j)).filter(|&c| self.voice(c) == Voice::Causative);
        verb.and_then(|_| self.office_left(k))
    }

    /// Whom a departure is decided for: `thôi giữ chức … đối với ông X`, `nghỉ hưu cho ông X`, `nghỉ hưu, ông X`.
    fn done_to(&self, k: usize) -> Vec<usize> {
        // `việc nghỉ hưu của ông X`
        let of = self.items.get(k + 1).filter(|p| p.item == Item::Word(Function::Of) && p.start == self.items[k].end);
        let owner = of.and_then(|p| self.items.get(k + 2).filter(|n| n.start == p.end));
        if let Some(m) = owner.and_then(|n| self.named(n)) {
            return vec![m];
        }
        let to = (k + 1..self.items.len().min(k + 6)).find(|&i| self.items[i].item == Item::Word(Function::To));
        let led = to.filter(|&t| {
            let clear = self.items[k + 1..t].iter().all(|p| match p.item {
                Item::Person(_) => self.named(p).is_none(),
                Item::Mark(',') => true,
                _ => false,
            });
            clear && self.items.get(t + 1).is_some_and(|n| n.start == self.items[t].end && self.named(n).is_some())
        });
        if led.is_some() { self.people_right(k) } else { Vec::new() }
    }

    pub(super) fn change_cue(&self, k: usize) -> Option<u16> {
        match self.items.get(k)?.item {
            Item::Cue(c) if CLASSES.contains(&self.class(c)) => Some(c),
            _ => None,
        }
    }

    pub(super) fn voice(&self, cue: u16) -> Voice {
        self.scan.kb.cues[usize::from(cue)].voice
    }

    pub(super) fn class(&self, cue: u16) -> &str {
        &self.scan.kb.cues[usize::from(cue)].states
    }
}
