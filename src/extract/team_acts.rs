//! What working parties are told to do: verbs that name an occasion where a party that nobody need lead by name is their
//! subject (`Đoàn giám sát của HĐND tỉnh đã giám sát …`, `khi đoàn của Tỉnh ủy về kiểm tra`).

use super::bodies::body_at;
use super::body_acts::day_at;
use super::names::Names;
use super::places::place_at;
use super::scan::Scan;
use crate::ontology::items::{Function, Sense};
use crate::ontology::lexicon::Hit;

/// What an auxiliary in front of a verb may say against its being done.
const UNDONE: [Function; 5] =
    [Function::Future, Function::Negation, Function::Hedge, Function::Passive, Function::Habit];

/// So many small words may stand between `của` and the body whose party it is (`của Thường trực HĐND tỉnh`).
const BEFORE_BODY: usize = 3;

/// Whether a working party is the subject of the verb at token `i`, or of the clause that a verb behind `khi` belongs to.
pub(super) fn by_a_team(scan: &Scan, names: &Names, i: usize) -> bool {
    let sentence = &scan.sentences[scan.sentence_of(i)];
    let start = sentence.start;
    // Without a day it is what the party was told to do before.
    let day = |t: usize| day_at(scan, t).is_some() || scan.function(t, Function::SameDay).is_some();
    if !sentence.clone().any(day) {
        return false;
    }
    let parties = || (start..i).filter_map(|t| party_at(scan, t).filter(|&end| end <= i));
    let meanwhile = scan.ends_before(i, |s| s == Sense::Function(Function::When));
    let clause = |end: usize| meanwhile.is_some_and(|m| end <= m && !(end..m).any(|t| scan.mark(t, ",")));
    parties().any(|end| clause(end) || acts(scan, names, end, i))
}

/// One past the words for a party at token `t` that is the subject of what follows: not whose party it is, nor one that
/// somebody receives, sets up or travels with.
fn party_at(scan: &Scan, t: usize) -> Option<usize> {
    let end = scan.function(t, Function::Party).or_else(|| scan.function(t, Function::Team))?;
    let governed = |s: Sense| match s {
        Sense::Function(f) => {
            matches!(f, Function::Of | Function::With | Function::To | Function::Negation | Function::Plural)
        }
        Sense::Cue(_) | Sense::Event(_) => true,
        _ => false,
    };
    let name_goes_on = t > 0 && scan.capital(t) && scan.capital(t - 1) && scan.word(t - 1);
    let other = |s: usize| {
        let word =
            |h: &Hit| h.end > t && (s < t || h.end > end) && matches!(h.sense, Sense::Blocker | Sense::Office(_));
        scan.hits(s).iter().any(word)
    };
    let longer = (t.saturating_sub(3)..=t).any(other);
    // `Đoàn phường`: the youth union's.
    let union = scan.capital(t) && end == t + 1 && scan.word(end) && scan.function(end, Function::Of).is_none();
    let union = union && scan.function(end, Function::Aux).is_none();
    // `kết quả 5 đoàn kiểm tra`, not `ngày 5-8 đoàn kiểm tra …`
    let figures = |t: usize| scan.mark(t.wrapping_sub(2), "/") || scan.mark(t.wrapping_sub(2), "-");
    let several = t > 0 && scan.number(t - 1) && !figures(t);
    // `Phó Bí thư X dẫn đầu đoàn công tác kiểm tra …`
    let led = scan.ends_before(t, |s| s == Sense::Function(Function::Leads)).is_some();
    let free = (led || scan.ends_before(t, governed).is_none()) && !several;
    (free && !name_goes_on && !longer && !union).then_some(end)
}

/// Whether nothing but whose party it is, who leads it, where it goes and a day stand between its words and the verb at token `i`.
fn acts(scan: &Scan, names: &Names, end: usize, i: usize) -> bool {
    let mut p = end;
    let mut led = false;
    while p < i {
        let leader = led_by(scan, p, i);
        led |= leader.is_some();
        let comma = || scan.mark(p, ",").then_some(p + 1).filter(|&next| next < i || led);
        let Some(next) = leader.or_else(|| part(scan, names, p)).or_else(comma) else {
            break;
        };
        p = next;
    }
    p == i
}

/// One past what stands at token `p` and belongs to a party: its number, whose it is, where it goes, a day, an auxiliary.
fn part(scan: &Scan, names: &Names, p: usize) -> Option<usize> {
    let body = |t: usize| body_at(scan, names, t).map(|b| b.end);
    let place = |t: usize| place_at(scan, names, t).map(|(end, _)| end);
    let whose = |of: usize| (of..=of + BEFORE_BODY).find_map(body);
    let figures = |t: &usize| scan.number(*t) || !scan.word(*t) && !scan.breaks(*t) && !scan.mark(*t, ",");
    let day = || day_at(scan, p).map(|end| (end..).take_while(figures).last().map_or(end, |t| t + 1));
    scan.function(p, Function::Of)
        .and_then(whose)
        .or_else(|| body(p))
        .or_else(|| place(p))
        .or_else(day)
        .or_else(|| scan.function(p, Function::Goes).and_then(place))
        .or_else(|| scan.function(p, Function::Number).filter(|&n| scan.number(n)).map(|n| n + 1))
        .or_else(|| scan.function(p, Function::Aux).filter(|_| !scan.any_function(p, &UNDONE)))
}

/// One past the clause at token `p` that tells who leads a party (`do bà X, Phó Chủ tịch HĐND tỉnh làm trưởng đoàn`, `do ông Y dẫn đầu`).
fn led_by(scan: &Scan, p: usize, i: usize) -> Option<usize> {
    let from = scan.function(p, Function::Agent)?;
    let leads = |o: u16| scan.kb.offices[usize::from(o)].team_head.is_some();
    let office = |t: usize| {
        if let Some(end) = scan.function(t, Function::Leads) {
            return Some(end);
        }
        let serves = scan.function(t, Function::Serves)?;
        let office = |s: Sense| matches!(s, Sense::Office(o) if leads(o)).then_some(());
        scan.longest(serves, office).map(|(end, ())| end)
    };
    (from..i).find_map(office).filter(|&end| end <= i)
}
