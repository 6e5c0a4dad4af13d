//! Whether a change was decided or only proposed, planned or denied, when it was told, and in which time.

use std::ops::Range;

use super::careers;
use super::changes::{CLASSES, Finder};
use super::items::{Item, Placed};
use super::misses::words;
use crate::ontology::items::{Function, Sense, Voice};

/// What may stand between the mark that opens a clause and its verb without being the subject.
const NO_SUBJECT: [Function; 16] = [
    Function::Aux,
    Function::Background,
    Function::DateLead,
    Function::Formerly,
    Function::From,
    Function::Month,
    Function::NewEvent,
    Function::Now,
    Function::Passive,
    Function::Recent,
    Function::SameDay,
    Function::Then,
    Function::To,
    Function::Until,
    Function::When,
    Function::Year,
];

/// The classes of which an office taken up may be part.
const CHANGES_OF_OFFICE: [&str; 3] = ["Appointment", "Election", "Departure"];

impl Finder<'_, '_> {
    /// Planned, proposed, denied: no change; the word that says so. Each cue is asked about once: cues lean on those before.
    pub(super) fn not_done(&self, k: usize) -> Option<Range<usize>> {
        if let Some(word) = self.undone.borrow().get(&k) {
            return word.clone();
        }
        let word = self.denied_or_open(k);
        self.undone.borrow_mut().insert(k, word.clone());
        word
    }

    fn denied_or_open(&self, k: usize) -> Option<Range<usize>> {
        let before = &self.items[..k];
        let clause = self.clause_mark(k);
        let person = before.iter().rposition(|p| matches!(p.item, Item::Person(_)));
        let verb = |p: usize| p.checked_sub(1).filter(|&v| self.change_cue(v).is_some());
        // `quyết định điều động của Chủ tịch tỉnh về làm …`
        let by = |p: usize| p.checked_sub(1).filter(|&o| self.items[o].item == Item::Word(Function::Of)).and_then(verb);
        let said_first = person.and_then(|p| verb(p).or_else(|| by(p)));
        // `đề nghị cảnh cáo ông A; khiển trách ông B`
        let semicolon = k.checked_sub(1).filter(|&m| self.items[m].item == Item::Mark(';'));
        let semicolon = semicolon.filter(|&m| self.items[m].end == self.items[k].start);
        let listed = || semicolon.and_then(|m| (0..m).rev().find(|&j| self.change_cue(j).is_some()));
        let said_first = said_first.or_else(listed);
        let anew = |verb: usize| {
            let from = self.items[verb + 1].end;
            (from..self.items[k].start).any(|i| self.scan.function(i, Function::Decision).is_some())
        };
        // `đề xuất bổ nhiệm ông A giữ chức …`: what is said of the first verb holds for the second.
        let granted = |v: usize| self.granted(self.items[v].start, k);
        if let Some(verb) = said_first.filter(|&v| clause.is_none_or(|c| c < v) && !anew(v) && !granted(v))
            && let Some(word) = self.not_done(verb)
        {
            return Some(word);
        }
        let future = before[clause.unwrap_or(0)..].iter().find(|p| p.item == Item::Word(Function::Future));
        // Proposals are verbs of speech too: they are looked for word by word.
        let from = person.max(clause).map_or(self.scan.sentences[self.sentence].start, |i| before[i].end);
        let from = self.reason(from, self.items[k].start);
        let purpose = |i: usize| self.purpose_of_leaving(i, k);
        let quoted = |i: usize| self.quoted(from, i, self.items[k].start);
        let open = |i: usize| {
            if quoted(i) {
                return None;
            }
            if let Some(end) = self.scan.function(i, Function::Negation) {
                return Some(i..end).filter(|_| !purpose(i));
            }
            let end = self.scan.function(i, Function::Hedge).filter(|_| !purpose(i))?;
            // `đã xem xét, quyết định kỷ luật`, `đã xem xét, thi hành kỷ luật`
            let verb = self.items[k].start;
            let done = self.scan.ends_before(i, |s| s == Sense::Function(Function::Aux)).is_some()
                && (self.scan.mark(end, ",") && end + 1 == verb
                    || (end..verb).any(|j| self.scan.function(j, Function::Decision).is_some()));
            (!done && !self.granted(end, k)).then_some(i..end)
        };
        let word = future.map(words).or_else(|| (from..self.items[k].start).find_map(open));
        word.or_else(|| self.asked_for(clause.unwrap_or(0)..k))
            .or_else(|| self.put_forward(k))
            .or_else(|| self.matter_to_come(k))
    }

    /// Whether behind what is asked for from token `from` on another clause tells that it was done (`xin thôi giữ chức Chủ tịch
    /// UBND huyện và được HĐND huyện miễn nhiệm`).
    fn granted(&self, from: usize, k: usize) -> bool {
        let passive = |i: usize| self.scan.function(i, Function::Passive).is_some();
        let clause = |&i: &usize| self.scan.function(i, Function::Joiner).is_some_and(passive);
        let asked = |joint: usize| {
            let asked = |&j: &usize| (from..joint).contains(&self.items[j].start) && self.change_cue(j).is_some();
            (0..k).any(|j| asked(&j))
        };
        (from..self.items[k].start).rev().find(clause).is_some_and(asked)
    }

    /// Whether token `i` of `from..to` is quoted there: such words deny nothing of what follows them
    /// (`xác định ông A "đã thực hiện chưa nghiêm quy định", Ủy ban kỷ luật ông A`).
    fn quoted(&self, from: usize, i: usize, to: usize) -> bool {
        let mark = |i: &usize| self.scan.mark(*i, "\"");
        (from..i).filter(mark).count() % 2 == 1 && (i..to).any(|i| mark(&i))
    }

    /// Where the clause begins, in tokens `from..verb`, in front of which only a reason is told (`do chưa làm hết trách nhiệm nên
    /// bị cảnh cáo`, `xét đề nghị của Sở Nội vụ, UBND tỉnh quyết định bổ nhiệm …`).
    fn reason(&self, from: usize, verb: usize) -> usize {
        // `nếu …`, `Cử tri cho rằng ông A nên bị kỷ luật`: supposed, or what somebody thinks.
        let sentence = &self.scan.sentences[self.sentence];
        let supposed = sentence.clone().any(|i| self.scan.function(i, Function::Supposing).is_some());
        let thought = || (sentence.start..verb).any(|i| self.scan.speech(i));
        if supposed || thought() {
            return from;
        }
        let therefore = || (from..verb).rev().find_map(|i| self.scan.function(i, Function::Therefore));
        let body = |i: usize| self.reading.inside_body(i);
        let decides = |at: usize| {
            let end = (at..verb).find(|&i| !body(i)).unwrap_or(verb);
            end == verb || self.scan.any_function(end, &[Function::Aux, Function::Decision])
        };
        let opens = |&i: &usize| self.scan.mark(i, ",") && !body(i - 1) && body(i + 1) && decides(i + 1);
        let subject = || (from + 1..verb).rev().find(opens).map(|i| i + 1);
        therefore().max(subject()).unwrap_or(from)
    }

    /// `việc kỷ luật ông A sẽ được xem xét`: the measure is only spoken of.
    fn matter_to_come(&self, k: usize) -> Option<Range<usize>> {
        self.change_cue(k).filter(|&c| self.voice(c) == Voice::Causative)?;
        self.scan.ends_before(self.items[k].start, |s| s == Sense::Function(Function::About))?;
        let behind = self.items[k + 1..].iter();
        let open = |p: &&Placed| matches!(p.item, Item::Word(Function::Future | Function::Hedge));
        behind.take_while(|p| !matches!(p.item, Item::Cue(c) if CLASSES.contains(&self.class(c)))).find(open).map(words)
    }

    /// Whether the word at token `i` tells what an office was left for (`thôi giữ chức A để giữ chức B`).
    fn purpose_of_leaving(&self, i: usize, k: usize) -> bool {
        let office = self.items[..k].iter().any(|p| p.end == i && matches!(p.item, Item::Person(_)));
        // `thôi tham gia Ủy ban X để giữ chức …`
        let office = office || self.reading.inside_body(i.wrapping_sub(1));
        let verb = (0..k).rev().find(|&j| self.change_cue(j).is_some()).filter(|_| office);
        let leaves = |j: &usize| self.change_cue(*j).is_some_and(|c| self.class(c) == "Departure");
        verb.filter(leaves).is_some_and(|j| self.items[j].end < i && self.not_done(j).is_none())
    }

    /// `tờ trình gửi Chủ tịch UBND tỉnh A về việc cho thôi giữ chức …`: no comma between.
    fn put_forward(&self, k: usize) -> Option<Range<usize>> {
        let (start, verb) = (self.scan.sentences[self.sentence].start, self.items[k].start);
        let from = (start..verb).rev().find(|&i| self.scan.mark(i, ",") || self.scan.mark(i, ";")).unwrap_or(start);
        (from..verb).find_map(|i| Some(i..self.scan.function(i, Function::Proposal)?))
    }

    /// `nếu ông X được bầu`, `đề nghị cho ông X thôi giữ chức`: the word right before the subject.
    fn asked_for(&self, clause: Range<usize>) -> Option<Range<usize>> {
        let speaks = |i: &usize| matches!(self.items[*i].item, Item::Cue(_)) && self.change_cue(*i).is_none();
        let from = clause.clone().rev().find(speaks).unwrap_or(clause.start);
        (from..clause.end).filter(|&i| self.named(&self.items[i]).is_some()).find_map(|i| {
            let start = self.items[i].start;
            let to = i.checked_sub(1).filter(|&t| self.items[t].item == Item::Word(Function::To));
            let end = to.map(|t| self.items[t].start).filter(|_| self.items[i - 1].end == start).unwrap_or(start);
            (end.saturating_sub(3)..end).find(|&w| self.scan.function(w, Function::Hedge) == Some(end)).map(|w| w..end)
        })
    }

    /// The semicolon that opens the clause of item `k`, passing over clauses that go on with the subject before.
    pub(super) fn clause_mark(&self, k: usize) -> Option<usize> {
        let mut until = k;
        loop {
            let mark = self.items[..until].iter().rposition(|p| p.item == Item::Mark(';'))?;
            if !self.goes_on(self.items[mark].end, self.items[k].start) {
                return Some(mark);
            }
            until = mark;
        }
    }

    /// Whether no subject stands in tokens `from..to`: dates, small words and offices of nobody named.
    pub(super) fn goes_on(&self, from: usize, to: usize) -> bool {
        let mut i = from;
        while i < to {
            let word = NO_SUBJECT.iter().find_map(|&f| self.scan.function(i, f));
            let office = || {
                let item = self.items.iter().find(|p| p.start == i && matches!(p.item, Item::Person(_)))?;
                self.named(item).is_none().then_some(item.end)
            };
            match word.or_else(office) {
                Some(end) => i = end,
                None if !self.scan.word(i) => i += 1,
                None => return false,
            }
        }
        true
    }

    /// Whether the verb of item `k` has no subject in the clause that token `from` begins: in a passive it stands before
    /// who acts (`trước khi được Ban Bí thư chỉ định tham gia … và giữ chức …`).
    pub(super) fn begins(&self, from: usize, k: usize) -> bool {
        let passive = self.items[..k].iter().find(|p| p.start >= from && p.item == Item::Word(Function::Passive));
        let verb = passive.map_or(self.items[k].start, |p| p.start);
        let named = self.items[..k].iter().any(|p| p.start >= verb && self.named(p).is_some());
        let apart = |i: usize| self.scan.mark(i, ";") || self.scan.mark(i, "\"");
        !named && self.goes_on(from, verb) && !(verb..self.items[k].start).any(apart)
    }

    /// Whether the verb of holding at item `k` stands in a clause of another time, its subject between
    /// (`khi ông A còn làm …`).
    fn told_of_then(&self, k: usize) -> bool {
        let auxiliary = |at: usize| self.scan.ends_before(at, |s| s == Sense::Function(Function::Aux));
        let mut from = self.items[k].start;
        while let Some(start) = auxiliary(from) {
            from = start;
        }
        let subject = self.items[..k].iter().rev().find(|p| p.end == from && self.named(p).is_some());
        careers::time_before(self.scan, subject.map_or(from, |p| p.start))
    }

    /// Whether the clause tells an earlier time before item `k`.
    pub(super) fn past(&self, k: usize) -> bool {
        if self.told_of_then(k) {
            return true;
        }
        let causative = |i: usize| self.change_cue(i).is_some_and(|c| self.voice(c) == Voice::Causative);
        // `Khi còn làm Bí thư, ông X bổ nhiệm ông Y làm …`: the time is X's.
        let named = |i: &usize| (i + 1..k).any(|j| self.named(&self.items[j]).is_some());
        let verb = (0..k).rev().find(|&i| causative(i)).filter(named);
        let from = verb.map_or(self.scan.sentences[self.sentence].start, |i| self.items[i].end);
        // `trước khi giữ chức …, ông X`: what follows is not over.
        let when = self.scan.function(from, Function::When);
        // … but `trong thời gian giữ chức …, ông X` is.
        let within = |w: usize| self.scan.function(from, Function::Formerly).is_some_and(|end| end > w);
        let when = when.filter(|&w| !within(w));
        let from = when.filter(|&w| self.begins(w, k)).unwrap_or(from);
        // `(trước khi ông X làm …)`: the clause of time is the verb's own.
        let start = self.items[k].start;
        let own = (from..start).rev().take_while(|&i| !self.scan.mark(i, ","));
        let own = own.filter_map(|i| Some((i, self.scan.function(i, Function::When)?)));
        let before = |&(i, w): &(usize, usize)| self.scan.function(i, Function::Formerly) == Some(w);
        let from = own.filter(before).map(|(_, w)| w).next().unwrap_or(from);
        careers::closed_time(self.scan, from, self.items[k].start)
    }

    /// Whether the sentence speaks of a decision before item `k`: then to hold an office is to be appointed to it.
    pub(super) fn decided(&self, k: usize) -> bool {
        let sentence = &self.scan.sentences[self.sentence];
        let told = |c: u16| CHANGES_OF_OFFICE.contains(&self.class(c)) && self.voice(c) == Voice::Causative;
        let appoints = (0..k).any(|i| self.change_cue(i).is_some_and(told) && !self.done_with(i, k));
        // `ông A thôi giữ chức …, giữ chức …`
        let left = (0..k).rev().find(|&j| self.change_cue(j).is_some_and(|c| self.class(c) == "Departure"));
        let left = left.filter(|&j| self.office_behind(self.items[j].end).is_some());
        let left = left.is_some_and(|j| !self.items[j + 1..k].iter().any(|p| self.named(p).is_some()));
        let passive = self.items[..k].last().is_some_and(|p| p.item == Item::Word(Function::Passive));
        // `…, người giữ chức …`
        if !passive && self.scan.ends_before(self.items[k].start, |s| s == Sense::Function(Function::Filler)).is_some()
        {
            return false;
        }
        if !passive && (self.told_of_old(k) || self.told_of_then(k)) {
            return false;
        }
        appoints
            || left
            || passive
            || (sentence.start..self.items[k].start).any(|i| self.scan.function(i, Function::Decision).is_some())
    }

    /// Whether a word of former times opens the clause of item `k`, its subject between (`trước đó ông A giữ chức …`,
    /// `trong thời gian giữ chức …`).
    fn told_of_old(&self, k: usize) -> bool {
        let (first, verb) = (self.scan.sentences[self.sentence].start, self.items[k].start);
        (verb.saturating_sub(12).max(first)..verb).any(|i| {
            let word =
                self.scan.function(i, Function::Formerly).or_else(|| self.scan.function(i, Function::Background));
            let Some(end) = word.filter(|_| self.scan.function(i, Function::When).is_none()) else {
                return false;
            };
            let subject = self.items.iter().find(|p| p.start + 1 == end || p.start == end);
            let end = subject.filter(|p| self.named(p).is_some()).map_or(end, |p| p.end);
            end > verb || self.goes_on(end, verb)
        })
    }

    /// Whether the verb at item `i` had its office, and a clause of somebody named goes on behind a comma
    /// (`trước khi được bổ nhiệm làm …, ông X làm …`).
    fn done_with(&self, i: usize, k: usize) -> bool {
        let person = |p: &Placed| matches!(p.item, Item::Person(_));
        let Some(office) =
            (i + 1..k).find(|&j| person(&self.items[j])).filter(|&j| self.named(&self.items[j]).is_none())
        else {
            return false;
        };
        (office + 1..k).any(|j| self.items[j - 1].item == Item::Mark(',') && self.named(&self.items[j]).is_some())
    }

    /// Whether a date begins or ends a stretch of time (`từ năm 2007 đến năm 2013`).
    fn spans(&self, n: usize) -> bool {
        let led = |n: usize, by: Function| {
            let start = self.dates[n].start;
            self.scan.function(start, by).is_some()
                || self.scan.ends_before(start, |s| s == Sense::Function(by)).is_some()
        };
        let near = |n: usize| {
            self.dates.get(n + 1).is_some_and(|next| next.start <= self.dates[n].end + 1 && led(n + 1, Function::Until))
        };
        led(n, Function::From) && near(n) || n > 0 && led(n - 1, Function::From) && near(n - 1)
    }

    /// Whether a date stands in a note in brackets that tells of something else than tokens `change` (`(từ tháng 3/2014 đến
    /// nay)`, but not `chiều nay (1/7)`).
    fn bracketed(&self, n: usize, change: Range<usize>) -> bool {
        let (first, date) = (self.scan.sentences[self.sentence].start, &self.dates[n]);
        let mark = (first..date.start).rev().find(|&i| self.scan.mark(i, "(") || self.scan.mark(i, ")"));
        let open = mark.filter(|&i| self.scan.mark(i, "(") && i + 1 < date.start);
        let close = || (date.end..date.end + 30).find(|&i| self.scan.mark(i, ")") || self.scan.breaks(i));
        open.is_some_and(|o| o >= change.start.max(change.end) || close().is_some_and(|c| c <= change.start))
    }

    /// Where the relative clause of item `k` begins (`…, người đã bị cách chức`): dates before it are another matter's.
    pub(super) fn relative(&self, k: usize) -> Option<usize> {
        let passive = k.checked_sub(1).filter(|&p| self.items[p].item == Item::Word(Function::Passive));
        let verb = self.items.get(passive.unwrap_or(k))?.start;
        let led = |f: Function, to: usize| self.scan.ends_before(to, |s| s == Sense::Function(f));
        let verb = led(Function::Aux, verb).unwrap_or(verb);
        led(Function::Filler, verb)
    }

    /// Whether a date stands inside an apposition, or is a year at its end (`ông A, trưởng Ban chỉ đạo kỳ thi năm 2017, bị
    /// cảnh cáo`): it says more of the office.
    fn of_apposition(&self, n: usize) -> bool {
        let date = &self.dates[n];
        let year = date.value.len() == 4 && self.scan.mark(date.end, ",");
        let inside = |p: &Placed| matches!(p.item, Item::Person(_)) && p.start <= date.start && date.start < p.end;
        let before = self.items.partition_point(|p| p.start < date.start);
        let told = |p: &&Placed| matches!(p.item, Item::Person(_) | Item::Cue(_));
        let behind = || {
            let last = self.items[..before].iter().rev().find(told);
            self.scan.word(date.start.wrapping_sub(1)) && last.is_some_and(|p| self.named(p).is_some())
        };
        let after = || n > 0 && self.dates[n - 1].end + 1 == date.start && self.of_apposition(n - 1);
        self.items.iter().any(inside) || year && (behind() || after())
    }

    /// When it happened: the date in its part of the sentence, else the one behind it, else the first of the sentence.
    pub(super) fn date_of(&self, start: usize, end: usize) -> Option<usize> {
        let sentence = &self.scan.sentences[self.sentence];
        let first = self.dates.partition_point(|d| d.start < sentence.start);
        let here = self.dates[first..].iter().take_while(|d| d.start < sentence.end).count();
        let born = |n: &usize| {
            let at = self.dates[*n].start;
            (at.saturating_sub(2)..=at).any(|i| self.scan.function(i, Function::Origin).is_some())
        };
        let own = |n: &usize| {
            self.relative.is_none_or(|from| self.dates[*n].start >= from) && !self.bracketed(*n, start..end)
        };
        let mut told =
            (first..first + here).filter(|n| own(n) && !born(n) && !self.of_apposition(*n) && !self.spans(*n));
        // What an earlier change of the sentence took is its own.
        let earlier = self.found.iter().rev().take_while(|c| c.sentence == self.sentence);
        let from = earlier.map(|c| c.end).filter(|&e| e <= end).max().unwrap_or(sentence.start);
        let next = self
            .items
            .iter()
            .find(|p| p.start > end && matches!(p.item, Item::Cue(c) if CLASSES.contains(&self.class(c))));
        let until = next.map_or(sentence.end, |p| p.start);
        let part = |n: &usize| self.dates[*n].start >= from && self.dates[*n].start < start.max(from).max(end);
        let behind = |n: &usize| self.dates[*n].start >= end && self.dates[*n].start < until;
        let all: Vec<usize> = told.by_ref().collect();
        let day = |n: &usize| self.dates[*n].value.len() >= 6;
        // `giữ chức … vào năm 2015`, `đã nghỉ hưu từ tháng 8/2018`
        let beside = |at: usize, e: usize| at == e || at == e + 1 && self.scan.word(e);
        let next = |n: &usize| beside(self.dates[*n].start, end) || beside(self.dates[*n].start, start);
        // `Ngày 30/6, … trao quyết định bổ nhiệm ông A giữ chức …, kể từ ngày 1/7`: the day from which it holds.
        let from_then = |n: &usize| {
            let from = |s| s == Sense::Function(Function::From);
            behind(n) && day(n) && self.scan.ends_before(self.dates[*n].start, from).is_some()
        };
        all.iter()
            .find(|n| next(n))
            .or(all.iter().find(|n| from_then(n)))
            .or(all.iter().find(|n| part(n)))
            .or(all.iter().find(|n| behind(n)))
            .or(all.iter().find(|n| day(n)))
            .copied()
    }
}
