//! Awards: what was given, by whom, to whom.

use std::ops::Range;

use super::bodies::{Body, body_at};
use super::free_words::expanded;
use super::items::{Item, Placed};
use super::misses::{Miss, words};
use super::names::Names;
use super::posts::Post;
use super::reading::Reading;
use super::scan::Scan;
use crate::ontology::items::{Function, Sense};

/// What ends the name of an award.
const NOT_NAMES: [Function; 8] = [
    Function::Aux,
    Function::From,
    Function::Future,
    Function::Negation,
    Function::Passive,
    Function::SuchAs,
    Function::When,
    Function::Year,
];

/// Who gives or gets an award.
#[derive(Clone, Debug)]
pub enum Agent {
    /// Somebody the article names.
    Person(usize),
    /// A body.
    Body(Body),
    /// An office, its holder not being named.
    Office(Post),
}

/// An award found.
#[derive(Clone, Debug)]
pub struct AwardGiven {
    /// What: the words as printed, abbreviations written out.
    pub award: String,
    /// By whom; several where one phrase lists them.
    pub by: Vec<Agent>,
    /// To whom; nobody where the receivers are only counted.
    pub to: Vec<Agent>,
    /// The cue, where one stands in the sentence.
    pub cue: u16,
    /// First token of the words that say so.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// Reads the awards of all sentences.
pub(super) fn find(scan: &Scan, names: &Names, reading: &Reading, sentences: &[Vec<Placed>]) -> Vec<AwardGiven> {
    let mut found = Vec::new();
    for items in sentences {
        let finder = Finder { scan, names, reading, items };
        for (k, placed) in items.iter().enumerate() {
            if matches!(placed.item, Item::Award(_)) || finder.praise(k) && !finder.specified(k) {
                found.extend(finder.award(k));
            }
        }
    }
    found
}

/// Finds the awards of a sentence.
pub(super) struct Finder<'f, 'a> {
    pub(super) scan: &'f Scan<'a>,
    pub(super) names: &'f Names,
    pub(super) reading: &'f Reading,
    pub(super) items: &'f [Placed],
}

impl Finder<'_, '_> {
    /// A cue that is an award in itself (`khen thưởng`).
    fn praise(&self, k: usize) -> bool {
        matches!(self.items[k].item, Item::Cue(_))
            && self
                .scan
                .hits(self.items[k].start)
                .iter()
                .any(|h| matches!(h.sense, Sense::Award(_)) && h.end == self.items[k].end)
    }

    /// Whether what is given is told behind the cue of item `k` (`khen thưởng 20 cá nhân Kỷ niệm chương …`).
    fn specified(&self, k: usize) -> bool {
        let next = |p: &&Placed| matches!(p.item, Item::Award(_) | Item::Cue(_));
        let behind = self.items[k + 1..self.clause(k).end].iter().find(next);
        behind.is_some_and(|p| matches!(p.item, Item::Award(_)))
    }

    fn award(&self, k: usize) -> Option<AwardGiven> {
        let Some((cue_at, cue)) = self.giving_cue(k) else {
            self.miss(k, "no cue of giving or receiving before it in the clause", None);
            return None;
        };
        let denies =
            |p: &&Placed| matches!(p.item, Item::Word(Function::Negation | Function::Hedge | Function::Future));
        if let Some(word) = self.items[..k].iter().find(denies) {
            self.miss(k, "denied, not certain or still to come by", Some(word));
            return None;
        }
        // Requests are verbs of speech too: they are looked for word by word.
        let before = self.clause_tokens(k).start..self.items[k].start;
        if before.clone().any(|i| self.scan.function(i, Function::Hedge).is_some()) {
            self.miss(k, "asked for or not certain", None);
            return None;
        }
        let name_end = self.name_end(k);
        let award = expanded(self.scan, self.items[k].start, name_end);
        let by = self.givers(k, cue_at, name_end);
        let to = self.receivers(k, cue_at, name_end);
        let start = self.items[cue_at.min(k)].start;
        Some(AwardGiven { award, by, to, cue, start, end: name_end.max(self.items[cue_at].end) })
    }

    /// Nothing is said to have been given.
    fn miss(&self, k: usize, why: &str, word: Option<&Placed>) {
        self.scan.misses.note(|| {
            let item = &self.items[k];
            let iri = match item.item {
                Item::Award(a) => &self.scan.kb.awards[usize::from(a)].name.iri,
                _ => "award",
            };
            let miss = Miss::item(iri, words(item), "verb", why);
            word.map_or(miss.clone(), |w| miss.for_words(words(w)))
        });
    }

    /// The nearest giving or receiving cue before the award, or the award itself where it is a verb.
    fn giving_cue(&self, k: usize) -> Option<(usize, u16)> {
        let gives = |c: u16| matches!(self.scan.kb.cues[usize::from(c)].states.as_str(), "presentedAt" | "receivedAt");
        let cue = |j: usize| match self.items.get(j)?.item {
            Item::Cue(c) if gives(c) => Some((j, c)),
            _ => None,
        };
        let before = (self.clause(k).start..=k).rev().find_map(cue);
        // `bằng khen của X được trao cho Y`
        let behind = || {
            let near = |p: &Placed| matches!(p.item, Item::Person(_) | Item::Word(Function::Of | Function::Passive));
            self.items.get(k + 1).filter(|p| p.item == Item::Word(Function::Of))?;
            let j = (k + 1..self.clause(k).end).find(|&j| !near(&self.items[j]))?;
            let done = self.items[j - 1].item == Item::Word(Function::Passive);
            cue(j).filter(|_| done || self.states(j) == "receivedAt")
        };
        before.or_else(behind)
    }

    /// The items of the clause that item `k` stands in: between semicolons.
    fn clause(&self, k: usize) -> Range<usize> {
        let ends = |p: &Placed| p.item == Item::Mark(';');
        let from = self.items[..k].iter().rposition(ends).map_or(0, |i| i + 1);
        let to = self.items[k..].iter().position(ends).map_or(self.items.len(), |i| k + i);
        from..to
    }

    /// The tokens of that clause.
    fn clause_tokens(&self, k: usize) -> Range<usize> {
        let sentence = &self.scan.sentences[self.scan.sentence_of(self.items[k].start)];
        let clause = self.clause(k);
        let from = clause.start.checked_sub(1).map_or(sentence.start, |mark| self.items[mark].end);
        let to = self.items.get(clause.end).map_or(sentence.end, |p| p.start);
        from..to
    }

    /// Where the award's name ends: its class, grade and quoted title belong to it.
    fn name_end(&self, k: usize) -> usize {
        let from = self.items[k].end;
        let mut end = from;
        let plain = match self.items[k].item {
            Item::Award(a) => self.scan.kb.awards[usize::from(a)].plain,
            _ => true,
        };
        while end < from + 10 && !self.scan.breaks(end) {
            if self.scan.mark(end, "\"") {
                let close = (end + 1..end + 12).find(|&t| self.scan.mark(t, "\""));
                return close.map_or(end, |c| c + 1);
            }
            if !self.scan.word(end)
                || plain && !self.scan.capital(end)
                || self.scan.any_function(end, &NOT_NAMES)
                || !self.scan.capital(end) && self.scan.sense(end, Sense::Stopper).is_some()
                || self.scan.function(end, Function::To).is_some()
                || self.scan.function(end, Function::Of).is_some()
            {
                break;
            }
            if self.items.iter().any(|p| p.start == end) || body_at(self.scan, self.names, end).is_some() {
                break;
            }
            end += 1;
        }
        end
    }

    /// Who gives: `của X` behind the award, `được X tặng` before the cue, or the sentence's subject.
    fn givers(&self, k: usize, cue_at: usize, name_end: usize) -> Vec<Agent> {
        if let Some(at) = self.scan.function(name_end, Function::Of) {
            return self.agent_at(at).into_iter().collect();
        }
        let cue_start = self.items[cue_at].start;
        if self.states(cue_at) == "receivedAt" {
            let by = |f: Function| self.scan.function(name_end, f);
            return by(Function::From)
                .or_else(|| by(Function::Agent))
                .and_then(|at| self.agent_at(at))
                .into_iter()
                .collect();
        }
        if let Some(p) = self.passive(k, cue_at).filter(|_| cue_at <= k) {
            return self.agents(self.items[p].end, cue_start);
        }
        if self.scan.function(cue_start, Function::Passive).is_some() || cue_at > k {
            return Vec::new();
        }
        let clause = self.clause(k).start;
        // `ông A cho biết cơ quan này đã tặng …`, `việc của ông A`: neither is who gives.
        let speaks = |i: &usize| matches!(self.items[*i].item, Item::Cue(c) if self.speech(c));
        let named = |from: usize, to: usize| {
            let from = (from..to).rev().find(speaks).map_or(from, |i| i + 1);
            (from..to).rev().filter(|&i| !self.owns(i)).find_map(|i| match self.items[i].item {
                Item::Person(m) => self.person(m),
                _ => None,
            })
        };
        // `X trao A cho B; trao C cho D`: the second verb has the subject of the first.
        let first = || {
            let cue = self.items[..clause].iter().position(|p| matches!(p.item, Item::Cue(_)))?;
            named(0, cue).filter(|_| cue_at == clause)
        };
        let body = || self.body_before(self.clause_tokens(k).start, cue_start);
        named(clause, cue_at.min(k)).or_else(body).or_else(first).into_iter().collect()
    }

    fn speech(&self, cue: u16) -> bool {
        self.scan.kb.cues[usize::from(cue)].voice.is_speech()
    }

    /// Whether somebody of item `i` is only whose something is, or for whom (`của ông A`).
    fn owns(&self, i: usize) -> bool {
        let before = i.checked_sub(1).map(|b| &self.items[b]);
        before.is_some_and(|p| p.item == Item::Word(Function::Of) && p.end == self.items[i].start)
    }

    /// The passive before a cue in the clause of item `k`.
    fn passive(&self, k: usize, cue_at: usize) -> Option<usize> {
        let from = self.clause(k).start;
        (from..cue_at).rev().find(|&p| self.items[p].item == Item::Word(Function::Passive))
    }

    fn states(&self, at: usize) -> &str {
        self.cue_no(at).map_or("", |c| &self.scan.kb.cues[usize::from(c)].states)
    }

    /// Every agent named between two tokens, offices included.
    fn agents(&self, from: usize, to: usize) -> Vec<Agent> {
        let mut found = Vec::new();
        let mut i = from;
        while i < to {
            let mention = self.reading.mentions.binary_search_by_key(&i, |m| m.start).ok();
            let end = mention
                .map(|m| self.reading.mentions[m].end)
                .or_else(|| body_at(self.scan, self.names, i).map(|b| b.end));
            found.extend(end.and_then(|_| self.agent_at(i)));
            i = end.unwrap_or(i + 1).max(i + 1);
        }
        found
    }

    fn cue_no(&self, at: usize) -> Option<u16> {
        match self.items[at].item {
            Item::Cue(c) => Some(c),
            _ => None,
        }
    }

    /// The body that ends last before a token of the same sentence.
    fn body_before(&self, from: usize, at: usize) -> Option<Agent> {
        let mut best = None;
        let mut i = from;
        while i < at {
            match body_at(self.scan, self.names, i) {
                Some(body) if body.end <= at => {
                    i = body.end.max(i + 1);
                    best = Some(body);
                }
                _ => i += 1,
            }
        }
        best.filter(|b| !self.abroad(b)).map(Agent::Body)
    }

    /// Who gets it: behind `cho`, or the subject of a passive.
    fn receivers(&self, k: usize, cue_at: usize, name_end: usize) -> Vec<Agent> {
        let clause = self.clause_tokens(k);
        // `trao Huân chương … tặng A`
        let gives = |p: &Placed| matches!(p.item, Item::Cue(_)) && p.start == name_end;
        let again = self.items[k..].iter().position(gives).map(|j| k + j).filter(|j| self.states(*j) == "presentedAt");
        let to = |i| self.scan.function(i, Function::To);
        let to = again.map(|j| self.items[j].end).or_else(|| (self.items[cue_at].start..clause.end).find_map(to));
        let Some(from) = to.filter(|&t| t >= name_end) else {
            // `gửi thư khen Công an tỉnh X`
            if let Some(body) = body_at(self.scan, self.names, name_end).filter(|_| to.is_none()) {
                return vec![Agent::Body(body)];
            }
            let until = self.passive(k, cue_at).map(|p| self.items[p].start);
            let until = until.or((self.states(cue_at) == "receivedAt").then_some(self.items[cue_at].start));
            // `X khen thưởng 20 cá nhân, 6 đơn vị nhận cờ`, `X khẳng định tập thể được tặng cờ`: the subject is another's.
            let other = |j: &usize| matches!(self.states(*j), "presentedAt" | "spokeAt");
            let verb = (self.clause(k).start..cue_at).rev().find(other);
            let from = verb.map_or(clause.start, |j| self.items[j].end);
            return until.filter(|_| cue_at <= k).map(|u| self.subject(from, u)).unwrap_or_default();
        };
        // `trao bằng khen cho A, tặng giấy khen cho B`: B gets what the next verb gives.
        let next = self.items.iter().find(|p| p.start >= from && matches!(p.item, Item::Award(_))).map(|p| p.start);
        let until = next.map_or(clause.end, |n| n.min(clause.end));
        // `Trao bằng khen cho A, ông B nhấn mạnh …`: B speaks.
        let spoken =
            self.items.iter().position(|p| p.start >= from && matches!(p.item, Item::Cue(c) if self.speech(c)));
        // `… cho A, ông B và chúc mừng`: B is one of those who receive.
        let subject = |s: usize| {
            let person = self.items[..s].iter().rposition(|p| matches!(p.item, Item::Person(_)))?;
            let joined = self.items[person + 1..s].iter().any(|p| p.item == Item::Word(Function::Joiner));
            (!joined).then(|| &self.items[person])
        };
        let speaker = spoken.and_then(subject);
        self.listed(from, speaker.filter(|p| p.start > from).map_or(until, |p| p.start.min(until)))
    }
}
