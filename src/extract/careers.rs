//! Careers: offices told as held in former times, and the words that close a time.

use super::appositions::after_note;
use super::names::Names;
use super::people::{Mention, Naming};
use super::posts::{Post, post_at};
use super::scan::Scan;
use crate::ontology::items::{Function, Sense, Voice};

/// What words of a time in office begin with.
const OPENERS: [Function; 5] =
    [Function::AsHolder, Function::ThatTime, Function::While, Function::Was, Function::Career];

/// How many tokens may stand between `held the offices` and the first of them (`… chủ chốt của tỉnh như:`).
const PREAMBLE: usize = 14;

/// How many tokens may stand between somebody and the words that they act as the holder of an office.
const NEAR: usize = 4;

/// Offices listed behind `từng giữ các chức vụ` and its like belong to the person last named before it in the sentence.
pub(super) fn read(scan: &Scan, names: &Names, mentions: &mut [Mention]) {
    for sentence in &scan.sentences {
        let mut w = sentence.start;
        while w < sentence.end {
            if !scan.any_function(w, &OPENERS) {
                w += 1;
                continue;
            }
            let acting = scan.function(w, Function::AsHolder);
            let Some(end) = held_then(scan, w).or(acting) else {
                w += 1;
                continue;
            };
            let verb = std::mem::replace(&mut w, end);
            if (acting.is_some() || opens_time(scan, end)) && fronted(mentions, end) {
                continue;
            }
            let fronts = acting.is_some() || verb == sentence.start || opens_time(scan, end);
            let behind = || fronts.then(|| named_behind(scan, names, mentions, end, sentence.end)).flatten();
            let Some(n) = behind().or_else(|| subject(scan, mentions, sentence.start, end)) else {
                continue;
            };
            // `Ông A phát biểu trên cương vị …`: who acts is told close by.
            if acting.is_some() && mentions[n].end + NEAR < verb {
                continue;
            }
            let mut posts = offices(scan, names, end, sentence.end);
            if acting.is_some() {
                let told = posts.iter().take_while(|p| p.body.is_some()).count();
                posts.truncate(told);
                posts.iter_mut().for_each(|p| p.former = false);
            }
            w = posts.last().map_or(end, |p| p.end);
            mentions[n].posts.extend(posts.into_iter().map(|p| (p, "copula-post")));
        }
    }
}

/// Where the words from token `i` on that say an office was held at another time end: `từng là`, `khi đó là`,
/// `trong thời gian giữ cương vị`.
pub(super) fn held_then(scan: &Scan, i: usize) -> Option<usize> {
    let time = || scan.function(i, Function::ThatTime).or_else(|| while_at(scan, i));
    let held = || time().and_then(|at| holds(scan, at));
    scan.function(i, Function::Was).or_else(held).or_else(|| went_through(scan, i))
}

/// Where `kinh qua các chức danh` and its like end that start at token `i`.
fn went_through(scan: &Scan, i: usize) -> Option<usize> {
    let at = scan.function(i, Function::Career)?;
    let at = scan.function(at, Function::Plural)?;
    scan.function(at, Function::Position)
}

/// Where a word for the time of an office that starts at token `i` ends, unless it ends a longer one (`trước khi`).
fn while_at(scan: &Scan, i: usize) -> Option<usize> {
    scan.function(i, Function::While).filter(|&end| time_before(scan, end))
}

/// Whether a word for the time of an office ends right before token `at` (`khi`, `lúc đó`, but not `trước khi`).
pub(super) fn time_before(scan: &Scan, at: usize) -> bool {
    let times = [Function::When, Function::While, Function::ThatTime];
    let word = scan.ends_before(at, |s| matches!(s, Sense::Function(f) if times.contains(&f)));
    word.is_some_and(|i| [Function::While, Function::ThatTime].iter().any(|&f| scan.function(i, f) == Some(at)))
}

/// Whether the offices from token `at` on are told behind a verb of holding them at another time (`khi là`, not `từng là`).
pub(super) fn opens_time(scan: &Scan, at: usize) -> bool {
    let timed = |i: usize| scan.any_function(i, &[Function::While, Function::ThatTime]);
    (at.saturating_sub(8)..at).any(|i| timed(i) && held_then(scan, i) == Some(at))
}

/// Where the verb behind who is named by mention `m` ends that tells what they held at another time: `khi ông A còn làm …`,
/// `Trước khi được bầu, ông A giữ chức …`.
pub(super) fn held_at_time(scan: &Scan, m: &Mention) -> Option<usize> {
    let end = holds(scan, m.end).filter(|_| m.end == m.core)?;
    (time_before(scan, m.start) || before_it(scan, m)).then_some(end)
}

/// Whether a clause with `trước khi` opens the sentence and a comma ends it before who is named by mention `m`.
fn before_it(scan: &Scan, m: &Mention) -> bool {
    const LEAD: usize = 5;
    let first = scan.sentences[scan.sentence_of(m.start)].start;
    let earlier =
        |i: usize| scan.function(i, Function::Formerly).filter(|&w| scan.function(i, Function::When) == Some(w));
    let clause = (first..m.start.min(first + LEAD)).find_map(earlier);
    clause.is_some_and(|from| (from..m.core).rev().any(|t| scan.mark(t, ",")))
}

/// Where a verb of holding an office at token `i` ends, auxiliaries before it (`còn đang là`, `đang giữ chức`).
fn holds(scan: &Scan, i: usize) -> Option<usize> {
    let mut at = i;
    while let Some(end) = scan.function(at, Function::Aux).filter(|_| scan.function(at, Function::Is).is_none()) {
        at = end;
    }
    let cue = |s: Sense| {
        let Sense::Cue(c) = s else {
            return None;
        };
        let cue = &scan.kb.cues[usize::from(c)];
        (cue.states == "Appointment" && cue.voice == Voice::Active && !cue.takes_office).then_some(())
    };
    scan.function(at, Function::Is).or_else(|| scan.longest(at, cue).map(|(end, ())| end))
}

/// Where words right behind the last office of a mention end that say it was another time's (`Thủ tướng lúc đó A`).
pub(super) fn that_time(scan: &Scan, m: &Mention) -> Option<usize> {
    let told = m.posts.last().is_some_and(|(p, _)| p.end == m.end && !p.foreign);
    scan.function(m.end, Function::ThatTime).filter(|_| told)
}

/// Who is named by a short form behind a comma after the offices that a clause in front tells from token `at` on
/// (`trong thời gian là Giám đốc Sở X, ông A …`, `Với tư cách là Giám đốc Sở X, ông A …`).
fn named_behind(scan: &Scan, names: &Names, mentions: &[Mention], at: usize, end: usize) -> Option<usize> {
    let last = offices(scan, names, at, end).last().map(|p| after_note(scan, p.end));
    let comma = last.filter(|&last| scan.mark(last, ","))?;
    let n = mentions.partition_point(|m| m.start <= comma);
    let short = |m: &Mention| m.start == comma + 1 && m.honorific.is_some() && matches!(m.naming, Naming::Short(..));
    mentions.get(n).is_some_and(short).then_some(n)
}

/// Whether who held the offices from token `at` on is named behind them (`Khi là Giám đốc Sở X, ông A …`).
fn fronted(mentions: &[Mention], at: usize) -> bool {
    let n = mentions.partition_point(|m| m.start < at);
    mentions.get(n).is_some_and(|m| m.start == at && !matches!(m.naming, Naming::Bare))
}

/// Who is named last before token `at` in the sentence, unless the words there belong to a mention already.
fn subject(scan: &Scan, mentions: &[Mention], from: usize, at: usize) -> Option<usize> {
    let n = mentions.partition_point(|m| m.start < at).checked_sub(1)?;
    if mentions[n].end >= at && mentions[n].end > mentions[n].core {
        return None;
    }
    let named = |m: &Mention| !matches!(m.naming, Naming::Bare) || scan.function(m.start, Function::Pronoun).is_some();
    (0..=n).rev().take_while(|&k| mentions[k].start >= from).find(|&k| named(&mentions[k]))
}

/// The offices listed from token `at` on, all former; none where other words stand there.
fn offices(scan: &Scan, names: &Names, at: usize, end: usize) -> Vec<Post> {
    let mut posts = Vec::new();
    let Some(mut at) = first(scan, names, at, end) else {
        return posts;
    };
    while let Some(mut post) = post_at(scan, names, at).filter(|p| p.end <= end) {
        post.former = true;
        let behind = after_note(scan, post.end);
        at = joint(scan, if post.body.is_none() { past_unread(scan, behind) } else { behind });
        if names.at(post.end).is_some() {
            break;
        }
        posts.push(post);
    }
    posts
}

/// One past the small words behind an office whose body nobody knows (`Phó Giám đốc công ty thương mại quận 5, Bí thư …`),
/// where the list goes on behind them; else `at`.
fn past_unread(scan: &Scan, at: usize) -> usize {
    const LONGEST: usize = 12;
    let unread = |t: &usize| {
        let cue = scan.hits(*t).iter().any(|h| matches!(h.sense, Sense::Cue(_)));
        let joins = scan.any_function(*t, &[Function::Then, Function::Joiner, Function::Of]);
        scan.number(*t) || scan.word(*t) && !cue && !joins
    };
    let end = after_note(scan, (at..at + LONGEST).find(|t| !unread(t)).unwrap_or(at));
    let goes_on = !scan.capital(at) && (scan.mark(end, ",") || scan.mark(end, ";"));
    if goes_on { end } else { at }
}

/// Where the first office stands: right here, or behind `như` or a colon.
fn first(scan: &Scan, names: &Names, at: usize, end: usize) -> Option<usize> {
    if post_at(scan, names, at).is_some() {
        return Some(at);
    }
    let opens = |i: usize| scan.function(i, Function::SuchAs).or(scan.mark(i, ":").then_some(i + 1));
    let opened = (at..end.min(at + PREAMBLE)).take_while(|&i| names.at(i).is_none()).find_map(opens)?;
    Some(if scan.mark(opened, ":") { opened + 1 } else { opened })
}

/// The token behind what stands between two offices of a list.
fn joint(scan: &Scan, at: usize) -> usize {
    let mut at = at;
    while scan.mark(at, ",") || scan.mark(at, ";") {
        at += 1;
    }
    scan.function(at, Function::Then).or_else(|| scan.function(at, Function::Joiner)).unwrap_or(at)
}

/// Whether tokens `from..to` tell a time that is over: `giai đoạn …`, `từ 2010 đến 2013`, but not `từ 2010 đến nay`.
pub(super) fn closed_time(scan: &Scan, from: usize, to: usize) -> bool {
    (from..to).any(|i| {
        scan.function(i, Function::Formerly).is_some()
            || scan.function(i, Function::From).is_some() && (i + 1..to.min(i + 12)).any(|j| until_number(scan, j))
    })
}

/// Whether a note right behind an office closes its time: `(2003 - 2006)`, `cho đến năm 2010`.
pub(super) fn closed_behind(scan: &Scan, end: usize) -> bool {
    // `làm Phó Giám đốc rồi Giám đốc`
    let later = end + usize::from(scan.mark(end, ","));
    // `ông A là Giám đốc, sau đó là ông B`: another's office ends nothing.
    let moved_on = scan.function(later, Function::AndLater).is_some_and(|t| scan.title(t));
    if moved_on || scan.function(end, Function::Formerly).is_some() {
        return true;
    }
    if scan.mark(end, "(") {
        return years_behind(scan, end) || scan.function(end + 1, Function::Formerly).is_some();
    }
    // `làm Bí thư Trung ương Đoàn trong 7 năm`
    let years = |n: usize| scan.number(n) && scan.function(n + 1, Function::Year).is_some();
    if scan.function(end, Function::At).is_some_and(|n| years(n) && !scan.word(n + 2) && !scan.number(n + 2)) {
        return true;
    }
    let term = scan.function(end, Function::From).is_some() && (end..end + 10).any(|i| until_number(scan, i));
    term || (end..end + 2).any(|i| until_number(scan, i))
}

/// Where a closed time that begins at token `at` ends (`từ năm 2009 đến năm 2011`); `at` if there is none.
pub(super) fn tenure_end(scan: &Scan, at: usize) -> usize {
    if scan.function(at, Function::From).is_none() {
        return at;
    }
    let until = (at + 1..at + 10).take_while(|&i| !scan.breaks(i)).find(|&i| until_number(scan, i));
    let last = until.and_then(|i| (i + 1..i + 4).find(|&j| scan.number(j)));
    last.map_or(at, |j| if scan.mark(j + 1, "/") && scan.number(j + 2) { j + 3 } else { j + 1 })
}

/// Whether two years stand in a bracket right behind an office: `(1998 - 2002)`.
fn years_behind(scan: &Scan, end: usize) -> bool {
    if !scan.mark(end, "(") {
        return false;
    }
    let close = (end + 1..end + 12).find(|&t| scan.mark(t, ")") || scan.breaks(t));
    let close = close.filter(|&c| scan.mark(c, ")")).unwrap_or(end);
    let year = |i: usize| scan.number(i) && scan.words(i, i + 1).len() == 4;
    let mut years = (end + 1..close).filter(|&i| year(i));
    // `khóa XIV (2016-2021)`: a term may last longer than any other year the text tells.
    let term = (end.saturating_sub(3)..end).any(|i| scan.function(i, Function::Term).is_some());
    let told = |i: usize| scan.words(i, i + 1);
    match (years.next(), years.next()) {
        (Some(_), Some(last)) if term => {
            let other = |i: &usize| year(*i) && !(end + 1..close).contains(i);
            (0..scan.len()).filter(other).any(|i| told(i) >= told(last) && told(i) < "2100")
        }
        (first, last) => first.is_some() && last.is_some(),
    }
}

/// Whether the words right behind an office say it was another time's (`giám đốc Công an tỉnh trước đây`).
pub(super) fn told_over(scan: &Scan, end: usize) -> bool {
    let behind = scan.function(end, Function::Formerly).or_else(|| scan.function(end, Function::Origin));
    behind.is_some_and(|b| !scan.word(b) && !scan.number(b)) || years_behind(scan, end)
}

fn until_number(scan: &Scan, i: usize) -> bool {
    scan.function(i, Function::Until).is_some_and(|end| {
        let behind = scan.function(end, Function::Year).or_else(|| scan.function(end, Function::Month)).unwrap_or(end);
        scan.number(behind)
    }) && scan.function(i, Function::Joiner).is_none()
}

/// How many tokens a note in brackets behind a name may have.
const LONGEST_NOTE: usize = 40;

/// Whether the words right behind say that somebody died.
pub(super) fn died(scan: &Scan, end: usize) -> bool {
    // `Ông A (được điều động về tỉnh từ năm 2014) qua đời`
    let inside = |t: &usize| !scan.breaks(*t);
    let close = || (end + 1..end + LONGEST_NOTE).take_while(inside).find(|&t| scan.mark(t, ")"));
    let noted = if scan.mark(end, "(") { close().map_or(end, |c| c + 1) } else { end };
    let at = if scan.mark(noted, ",") { noted + 1 } else { noted };
    scan.function(at, Function::Died).is_some()
}
