//! Titles in front of a name: forms of address, ranks, degrees and posts, and what joins one to the next.

use super::careers;
use super::names::{self, Names};
use super::people::{Mention, addressed, takes_office};
use super::posts::{Post, post_at};
use super::scan::Scan;
use crate::ontology::items::{Function, Sense, Voice};

/// Honorifics, degrees, ranks and posts in front of a name, in any order, with commas between posts.
pub(super) fn read_titles(scan: &Scan, names: &Names, m: &mut Mention) {
    loop {
        let at = m.end;
        let predicate = scan.function(at, Function::Was).is_some() || scan.function(at, Function::Is).is_some();
        // `Phó Thủ tướng kiêm Bộ trưởng X`: one office joins another.
        if predicate && m.end > m.start && joiner_end(scan, at) == at {
            return;
        }
        if let Some((end, h)) = honorific_at(scan, at).filter(|_| !(scan.capital(at) && addressed_alone(scan, m))) {
            m.plural |= scan.kb.honorifics[usize::from(h)].collective;
            m.honorific = m.honorific.or(Some(h));
            m.end = end;
        } else if let Some((end, r)) = scan.longest(at, |s| if let Sense::Rank(r) = s { Some(r) } else { None }) {
            m.rank = Some((r, at));
            m.end = end;
        } else if let Some(end) = scan.sense(at, Sense::Academic) {
            m.end = if scan.mark(end, ".") { end + 1 } else { end };
        } else if let Some(mut post) = post_at(scan, names, at).filter(|p| accepts(m, p)) {
            m.end = post.end;
            m.plural |= post.plural;
            let repeated = m.posts.last().is_some_and(|(p, _)| p.office == post.office && p.end == post.start);
            if repeated {
                m.posts.pop();
            }
            // `nguyên Chủ tịch kiêm Tổng Giám đốc X`: both of old.
            let joined = m.posts.last().is_some_and(|(p, _)| p.former && joiner_end(scan, p.end) == post.start);
            post.former |= joined;
            m.posts.push((post, "post-before-name"));
        } else if let Some(end) = joint_before_title(scan, names, m) {
            // `Là Giám đốc Sở X từ năm 2009 đến năm 2011, ông A`
            if careers::tenure_end(scan, at) > at {
                m.posts.iter_mut().for_each(|(p, _)| p.former = true);
            }
            m.end = end;
        } else if let Some(end) = careers::that_time(scan, m).filter(|&e| leads_to_name(scan, names, e, 1)) {
            m.posts.iter_mut().for_each(|(p, _)| p.former = true);
            m.end = end;
        } else if let Some(end) = late(scan, at) {
            m.late = true;
            m.end = end;
        } else if let Some(end) = scan.sense(at, Sense::Private).filter(|_| m.end > m.start && !scan.capital(at)) {
            m.private = true;
            m.end = end;
        } else {
            return;
        }
    }
}

fn honorific_at(scan: &Scan, i: usize) -> Option<(usize, u16)> {
    scan.longest(i, |s| if let Sense::Honorific(h) = s { Some(h) } else { None })
}

/// Whether a form of address for one person was just read: a capital word behind it is a name (`ông Anh`).
fn addressed_alone(scan: &Scan, m: &Mention) -> bool {
    m.honorific.is_some_and(|h| !scan.kb.honorifics[usize::from(h)].collective) && m.posts.is_empty()
}

/// A modifier of former times right before a rank: the token after it.
fn late(scan: &Scan, i: usize) -> Option<usize> {
    let (end, m) = scan.longest(i, |s| if let Sense::Modifier(m) = s { Some(m) } else { None })?;
    let rank = scan.hits(end).iter().any(|h| matches!(h.sense, Sense::Rank(_)));
    (scan.kb.modifiers[usize::from(m)].former && rank).then_some(end)
}

/// A post read in front of a name must not swallow the name's own capital word.
fn accepts(m: &Mention, post: &Post) -> bool {
    !(m.rank.is_some() && post.plural)
}

/// Between two titles of one person: a comma, a dash or a joining word; the title behind must lead to a name.
fn joint_before_title(scan: &Scan, names: &Names, m: &Mention) -> Option<usize> {
    // `Trung tướng, Thứ trưởng X`: a rank as well.
    let after_rank = m.posts.is_empty() && m.rank.is_some() && scan.mark(m.end, ",");
    let after_post = after_rank || m.posts.last().is_some_and(|(p, _)| p.end == m.end);
    // Behind `on behalf of`, `of`, `to` the office is somebody else's than the person behind the comma.
    let governed = scan
        .ends_before(m.start, |s| {
            matches!(s, Sense::Function(Function::Of | Function::OnBehalf | Function::To | Function::Passive))
        })
        .is_some();
    // `của đồng chí A, B X`, `với sự tham dự của A, B X`: both offices are X's.
    let of_cue = (m.start.saturating_sub(6)..m.start)
        .any(|i| scan.hits(i).iter().any(|h| matches!(h.sense, Sense::Cue(_)) && h.end == m.start));
    let late = m.posts.iter().any(|(p, _)| p.late);
    // `của Phó Thủ tướng, Bộ trưởng X A`: of a body's deputies none would be meant without a name.
    let deputy = m
        .posts
        .last()
        .is_some_and(|(p, _)| scan.kb.offices[usize::from(p.office)].deputy_of.is_some() && p.public(scan));
    let governed = governed && !of_cue && m.honorific.is_none() && !late && !deputy;
    // `đại biểu, Bộ trưởng A`: an office whose body only usage tells stands for others than A.
    let other = m.posts.last().is_some_and(|(p, _)| {
        p.foreign || p.body.is_none() && scan.kb.offices[usize::from(p.office)].usual_body.is_some()
    });
    if !after_post || governed || other || told_to(scan, m.start) {
        return None;
    }
    let end = careers::tenure_end(scan, m.end);
    let mark = scan.mark(end, ",") || scan.mark(end, "-");
    let next = if mark { end + 1 } else { joiner_end(scan, m.end) };
    if next == m.end {
        return None;
    }
    // `trúng cử Ủy viên UBND tỉnh, ông B …`, `đi cùng Phó Chủ tịch quận, bà B …`: the office is another's.
    let accompanied = || scan.ends_before(m.start, |s| matches!(s, Sense::Function(Function::With | Function::Joiner)));
    let fronted = || {
        let first = scan.sentences[scan.sentence_of(m.start)].start;
        let when = (first..m.start).rev().find(|&i| scan.any_function(i, &[Function::When, Function::Formerly]));
        when.is_some_and(|w| !(w..m.start).any(|i| names.at(i).is_some() || addressed(scan, i)))
    };
    // `bầu ông A làm Chủ tịch UBND tỉnh, đại biểu X nói`: a verb of holding has its own subject.
    // `thi tuyển Hiệu trưởng Trường X, Bộ trưởng A cho biết`: a seat is nobody's yet.
    let seat = || scan.ends_before(m.start, |s| s == Sense::Function(Function::Seat)).is_some();
    if mark && (takes_office(scan, m.start, Some(Voice::Active)) || seat()) && !fronted() {
        return None;
    }
    // `văn bản gửi Thủ tướng, Phó Chủ tịch UBND TP HCM A`: nobody leads the state and deputises in a place.
    let above = m.posts.last().is_some_and(|(p, _)| p.stands_above(scan, names, next));
    let apart = || takes_office(scan, m.start, None) && !fronted() || accompanied().is_some();
    if mark && (above || addressed(scan, next) && apart()) {
        return None;
    }
    let named = leads_to_name(scan, names, next, 0) || mark && speaks_next(scan, names, m, next);
    (named || told_whole(m) && dashed_name(scan, names, end).is_some()).then_some(next)
}

/// Whether one office with its body is told, and nothing else (`Chủ tịch UBND huyện X`).
fn told_whole(m: &Mention) -> bool {
    let [(post, _)] = m.posts.as_slice() else {
        return false;
    };
    post.body.as_ref().is_some_and(|b| b.public && b.end == post.end) && !post.plural && !post.foreign
}

/// Behind an office that ends before token `end`: a dash and a full name, which is that of who holds it
/// (`Dự lễ có Chủ tịch UBND huyện X - Nguyễn Văn A`); one past the name.
pub(super) fn dashed_name(scan: &Scan, names: &Names, end: usize) -> Option<usize> {
    const SYLLABLES: usize = 3;
    names.at(end + 1).filter(|&to| scan.mark(end, "-") && to > end + SYLLABLES)
}

/// Whether a sentence opens with whom somebody speaks to right before token `i` (`Báo cáo với Phó Thủ tướng, Chủ tịch UBND tỉnh X …`).
fn told_to(scan: &Scan, i: usize) -> bool {
    let Some(with) = scan.ends_before(i, |s| s == Sense::Function(Function::With)) else {
        return false;
    };
    let says = |c: u16| scan.kb.cues[usize::from(c)].states == "spokeAt";
    let start = scan.sentences[scan.sentence_of(i)].start;
    scan.hits(start).iter().any(|h| h.end == with && matches!(h.sense, Sense::Cue(c) if says(c)))
}

/// `Chủ tịch UBND huyện X, Nguyễn Văn A cho biết`: behind an office at the head of a clause, with its body, who holds it and speaks.
fn speaks_next(scan: &Scan, names: &Names, m: &Mention, at: usize) -> bool {
    let heads = m.start == 0 || scan.breaks(m.start - 1) || !scan.word(m.start - 1) && !scan.mark(m.start - 1, ";");
    // `Chủ tịch UBND huyện X - Nguyễn Văn A đã …`
    let speaks = |end: usize| {
        let to = end + usize::from(scan.mark(end, ","));
        scan.cue_of(to, "spokeAt") || scan.mark(at - 1, "-") && scan.word(end) && !scan.capital(end)
    };
    heads && told_whole(m) && names.at(at).is_some_and(|end| speaks(end) && !own_office(scan, names, end))
}

pub(super) fn joiner_end(scan: &Scan, i: usize) -> usize {
    scan.longest(i, |s| match s {
        Sense::Modifier(m) if scan.kb.modifiers[usize::from(m)].joins => Some(()),
        _ => None,
    })
    .map_or(i, |(end, ())| end)
}

/// Whether titles from `i` on run straight into a name.
fn leads_to_name(scan: &Scan, names: &Names, i: usize, depth: usize) -> bool {
    if depth > 4 {
        return false;
    }
    if names.at(i).is_some() {
        return depth > 0;
    }
    // `Phó Bí thư Tỉnh ủy X, đồng chí A`: unless A's own office follows.
    let address = scan.longest(i, |s| match s {
        Sense::Honorific(h) if !scan.kb.honorifics[usize::from(h)].collective => Some(()),
        _ => None,
    });
    if let Some((name, ())) = address {
        let unlisted = || {
            Some(names::run_end(scan, name))
                .filter(|&end| scan.capital(name) && end >= name + 2 && scan.key(end - 1).len() > 1)
        };
        return names.at(name).or_else(unlisted).is_some_and(|end| !own_office(scan, names, end));
    }
    let title = scan
        .longest(i, |s| matches!(s, Sense::Rank(_) | Sense::Academic).then_some(()))
        .map(|(end, ())| end)
        .or_else(|| post_at(scan, names, i).map(|p| p.end));
    let Some(end) = title.map(|end| careers::tenure_end(scan, end)) else {
        return false;
    };
    let next =
        if scan.mark(end, ",") || scan.mark(end, "-") || scan.mark(end, ".") { end + 1 } else { joiner_end(scan, end) };
    leads_to_name(scan, names, end, depth + 1) || (next > end && leads_to_name(scan, names, next, depth + 1))
}

/// Whether an office of their own stands in apposition behind a name that ends before token `end`.
fn own_office(scan: &Scan, names: &Names, end: usize) -> bool {
    let joint = scan.mark(end, ",") || scan.mark(end, "-") || scan.mark(end, "(");
    joint && post_at(scan, names, end + 1).is_some()
}
