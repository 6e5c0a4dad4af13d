//! Verbs that tell of nothing that somebody does at an event: notes, matters spoken of, what others do, who somebody is.

use super::items::{Item, Placed};
use super::roles::Reader;
use crate::ontology::items::{Function, Sense};

impl Reader<'_, '_> {
    /// Whether a cue is a note, is only spoken of, or tells what others give.
    pub(super) fn no_act(&self, items: &[Placed], k: usize) -> bool {
        let chairs = matches!(items[k].item, Item::Cue(c) if self.scan.kb.cues[usize::from(c)].states == "chaired");
        let gives = self.hands_over(items[k]);
        let others = (gives || chairs) && done_by_others(items, k) || gives && given(items, k);
        noted(items, k) || self.spoken_of(items, k) || others || self.others_attend(items, k)
    }

    /// Whether those who attend are several whom a verb in front speaks to or meets (`cảm ơn các đại biểu đã đến dự hội nghị`).
    fn others_attend(&self, items: &[Placed], k: usize) -> bool {
        let attends = matches!(items[k].item, Item::Cue(c) if self.scan.kb.cues[usize::from(c)].states == "attended");
        let several = |m: usize| self.reading.mentions[m].plural && self.reading.who[m].is_none();
        let passed = |p: &Placed| match p.item {
            Item::Person(m) => several(m),
            item => matches!(item, Item::Word(_)),
        };
        let Some(verb) = items[..k].iter().rfind(|p| !passed(p)).filter(|_| attends) else {
            return false;
        };
        let meets = |e: usize| self.scan.kb.events[usize::from(self.events.mentions[e].head)].verbal;
        let addresses = self.speech(*verb) || matches!(verb.item, Item::Event(e) if meets(e));
        let before = |i: usize, f: Function| self.scan.ends_before(i, |s| s == Sense::Function(f));
        let own = before(before(items[k].start, Function::Aux).unwrap_or(items[k].start), Function::Joiner).is_some();
        // `trao đổi cùng các đại biểu`
        let with = verb.end == items[k].start && self.scan.function(verb.end, Function::Joiner).is_some();
        let several = (verb.end..items[k].start).any(|i| self.scan.function(i, Function::Plural).is_some());
        addresses && !own && (several || with)
    }

    /// Whether what a verb tells is only spoken of: a matter (`nhất trí về việc khen thưởng`), or what somebody says or asks for
    /// (`cho rằng theo Luật Thi đua, khen thưởng …`).
    fn spoken_of(&self, items: &[Placed], k: usize) -> bool {
        let states = match items[k].item {
            Item::Cue(c) => self.scan.kb.cues[usize::from(c)].states.as_str(),
            _ => return false,
        };
        if !matches!(states, "presentedAt" | "receivedAt") {
            return false;
        }
        let matter = self.scan.ends_before(items[k].start, |s| s == Sense::Function(Function::About)).is_some();
        let beside = k > 0
            && items[k - 1].end == items[k].start
            && matches!(items[k - 1].item, Item::Word(Function::Joiner) | Item::Mark(','));
        let said = items[..k].iter().rev().take_while(|p| !matches!(p.item, Item::Person(_) | Item::Mark(';')));
        matter || !beside && said.into_iter().any(|p| self.speech(*p) && p.end + 3 < items[k].start)
    }

    /// Whether a cue that ends in a preposition is told of a place and not of an event (`có mặt tại hiện trường`).
    pub(super) fn at_a_place(&self, items: &[Placed], k: usize) -> bool {
        let at = items[k].end.checked_sub(1).filter(|&at| at > items[k].start);
        let located = at.is_some_and(|at| self.scan.function(at, Function::At) == Some(at + 1));
        let attends = matches!(items[k].item, Item::Cue(c) if self.scan.kb.cues[usize::from(c)].states == "attended");
        // `Thủ tướng phát biểu tại Philippines`
        let abroad = self.scan.hits(items[k].end).iter().any(|h| matches!(h.sense, Sense::Foreign(_)));
        (attends || abroad)
            && located
            && !items.get(k + 1).is_some_and(|p| matches!(p.item, Item::Event(_)) && p.start <= items[k].end + 2)
    }

    /// Whether somebody whom a verb of speech in front speaks of stands right before a verb of taking part, or with others before
    /// one of visiting (`chào mừng Thủ tướng X và đoàn đại biểu Việt Nam sang thăm …`).
    pub(super) fn does_itself(&self, items: &[Placed], at: usize, k: usize) -> bool {
        let spoken_of = at > 0 && self.speech(items[at - 1]);
        let (from, to) = (items[at].end, items[k].start);
        let head = |e: usize| &self.scan.kb.events[usize::from(self.events.mentions[e].head)];
        let takes_part = |c: u16| matches!(self.scan.kb.cues[usize::from(c)].states.as_str(), "attended" | "chaired");
        match items[k].item {
            Item::Cue(c) if takes_part(c) => spoken_of && at + 1 == k && to <= from + 1,
            Item::Event(e) if head(e).verbal && !head(e).of_person => {
                let with = items[at + 1..k].iter().all(|p| p.item == Item::Word(Function::Joiner));
                spoken_of && with && to <= from + 12 && (from..to).all(|t| self.scan.word(t))
            }
            _ => false,
        }
    }

    /// Whether a verb tells who somebody is (`X, người trực tiếp chỉ đạo cổ phần hóa, …`), or what they once said (`X từng
    /// khẳng định …`).
    pub(super) fn described(&self, items: &[Placed], k: usize) -> bool {
        let verb = items[k].start;
        let before = |i: usize, f: Function| self.scan.ends_before(i, |s| s == Sense::Function(f));
        if before(verb, Function::Once).is_some() && self.event_named(items).is_none() {
            return true;
        }
        let start = before(verb, Function::Aux).unwrap_or(verb);
        before(start, Function::Filler).is_some()
    }
}

/// Whether a verb stands in brackets that name nobody (`ông A (như đã nêu tại …)`): a note on what is told, not an act;
/// brackets right behind somebody that begin with the verb tell what they do (`ông A (đồng chủ trì phiên họp)`).
fn noted(items: &[Placed], k: usize) -> bool {
    if let Some([Placed { item: Item::Person(_), end, .. }, bracket]) = k.checked_sub(2).map(|p| &items[p..k])
        && bracket.item == Item::Mark('(')
        && (*end, bracket.end) == (bracket.start, items[k].start)
    {
        return false;
    }
    let before = items[..k].iter().rev();
    let inside = before.take_while(|p| !matches!(p.item, Item::Person(_) | Item::Mark(')')));
    inside.into_iter().any(|p| p.item == Item::Mark('('))
}

/// Whether somebody unnamed is told between the last person and a verb to do it (`bức tượng do phía Hàn Quốc tặng`).
fn done_by_others(items: &[Placed], k: usize) -> bool {
    let since = items[..k]
        .iter()
        .rev()
        .take_while(|p| !matches!(p.item, Item::Person(_) | Item::Mark(',' | ';') | Item::Cue(_)));
    since.into_iter().any(|p| p.item == Item::Word(Function::Agent))
}

/// Whether what a verb of giving tells is done to somebody unnamed (`3 cá nhân được đề nghị phong tặng danh hiệu gồm: X`).
fn given(items: &[Placed], k: usize) -> bool {
    let since =
        items[..k].iter().rev().take_while(|p| !matches!(p.item, Item::Person(_) | Item::Mark(',' | ';' | ':')));
    since.into_iter().any(|p| p.item == Item::Word(Function::Passive))
}
