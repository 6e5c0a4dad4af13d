//! Who does what a verb tells that is an event only where somebody in office does it (`X kiểm tra …`).

use std::ops::Range;

use super::body_acts::{before_day, day_at};
use super::names::Names;
use super::places::place_at;
use super::reading::Reading;
use super::scan::Scan;
use crate::ontology::items::{Function, Sense};

/// Whether somebody in office does what the verb at tokens `words` tells: named right before it, or behind the clause that
/// it opens.
pub(super) fn done_by(scan: &Scan, names: &Names, reading: &Reading, words: Range<usize>) -> bool {
    right_before(scan, names, reading, words.start) || fronted(scan, reading, words)
}

/// So many small words may stand between somebody and what they say (`cũng đã`).
const BEFORE_SPEECH: usize = 3;

/// Whether a verb opens the sentence, or what follows its day, and behind the comma that ends its clause somebody in office
/// speaks (`Hôm qua, kiểm tra chốt phòng dịch ở huyện A, Phó Chủ tịch UBND tỉnh X yêu cầu …`).
fn fronted(scan: &Scan, reading: &Reading, words: Range<usize>) -> bool {
    let sentence = &scan.sentences[scan.sentence_of(words.start)];
    let dated = || {
        let comma = words.start.checked_sub(1).filter(|&c| c > sentence.start && scan.mark(c, ","));
        let figures = |t: usize| scan.number(t) || !scan.word(t) && !scan.mark(t, ",");
        let day = day_at(scan, sentence.start).zip(comma);
        day.is_some_and(|(end, comma)| end <= comma && (end..comma).all(figures))
    };
    // A lead without a day only says ahead what the article goes on to report by another verb.
    if !(dated() || sentence.start == words.start && !told_again(scan, &words)) {
        return false;
    }
    let n = reading.mentions.partition_point(|m| m.start < words.end);
    let Some(m) = reading.mentions.get(n).filter(|m| m.end < sentence.end && scan.mark(m.start - 1, ",")) else {
        return false;
    };
    let official = !(m.private || m.foreign || m.plural || m.posts.is_empty()) && reading.who[n].is_some();
    let small = |t: &usize| scan.mark(*t, ",") || scan.mark(*t, "-") || scan.word(*t) && !scan.capital(*t);
    let speaks = (m.end..sentence.end).take(BEFORE_SPEECH + 1).take_while(small).any(|t| scan.speech(t));
    official && speaks
}

/// Whether other words of the article name an event of the class that the verb at tokens `words` makes.
fn told_again(scan: &Scan, words: &Range<usize>) -> bool {
    let class = |i: usize| {
        let first = |s: Sense| match s {
            Sense::Event(e) => scan.kb.events[usize::from(e)].classes.first(),
            _ => None,
        };
        scan.longest(i, first).map(|(_, class)| class)
    };
    let own = class(words.start);
    (words.end..scan.len()).any(|i| class(i).is_some_and(|c| Some(c) == own))
}

/// Where the words begin that tell where somebody goes to do it, right before the verb that `between` ends at
/// (`X đã trực tiếp đến huyện A kiểm tra hồ đập`); its end where there are none.
fn before_journey(scan: &Scan, names: &Names, between: Range<usize>) -> usize {
    let goes = |&t: &usize| {
        let to = scan.function(t, Function::Goes);
        to.and_then(|at| place_at(scan, names, at)).is_some_and(|(end, _)| end == between.end)
    };
    between.clone().find(goes).unwrap_or(between.end)
}

/// Whether somebody is named right before a verb at token `i` who does it of their own accord, small words and a bracket
/// between: not somebody whom it is given to, nor one called by a rank alone.
fn right_before(scan: &Scan, names: &Names, reading: &Reading, i: usize) -> bool {
    let Some(m) = reading.mentions[..reading.mentions.partition_point(|m| m.end <= i)].last() else {
        return false;
    };
    // `Chủ tịch UBND tỉnh A sáng 9/3 kiểm tra …`: the day stands between.
    let between = m.end..before_journey(scan, names, m.end..before_day(scan, i).max(m.end));
    let aside = |t: usize| (scan.word(t) && !scan.capital(t)) || scan.mark(t, "(") || scan.mark(t, ")");
    let governed = |s: Sense| match s {
        Sense::Cue(_) => true,
        Sense::Function(f) => {
            matches!(f, Function::Hedge | Function::Negation | Function::With | Function::To | Function::Passive)
        }
        _ => false,
    };
    let named = m.rank.is_none() || !m.posts.is_empty();
    let states = |c: u16| scan.kb.cues[usize::from(c)].states.as_str();
    let closed = between.clone().filter(|&t| scan.mark(t, "(")).count()
        == between.clone().filter(|&t| scan.mark(t, ")")).count();
    let free = scan.ends_before(m.start, governed).is_none();
    let acts = |t: usize| {
        !scan.any_function(
            t,
            &[
                Function::Hedge,
                Function::Negation,
                Function::Of,
                Function::At,
                Function::To,
                Function::About,
                Function::Passive,
            ],
        ) && !scan.hits(t).iter().any(|h| matches!(h.sense, Sense::Cue(c) if states(c) != "attended"))
    };
    named
        && free
        && closed
        && !m.private
        && !m.foreign
        && !m.plural
        && between.len() <= 8
        && between.into_iter().all(|t| aside(t) && acts(t))
}
