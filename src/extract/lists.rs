//! Lists of people: titles shared over them, offices they are the holders of, bodies they are the members of.

use super::bodies::{Body, body_at};
use super::names::Names;
use super::people::{Mention, Naming};
use super::posts::Post;
use super::scan::Scan;
use crate::ontology::items::{Function, Sense};

/// How many names make a list the members of a body.
const MEMBERS: usize = 3;

/// A title in the plural is shared by the names listed behind it, or in front of it.
pub(super) fn share_titles(scan: &Scan, mentions: &mut [Mention]) {
    for n in 0..mentions.len() {
        if mentions[n].plural && !mentions[n].posts.is_empty() && before_name(&mentions[n]) {
            let shared: Vec<Post> =
                mentions[n].posts.iter().filter(|(_, r)| *r == "post-before-name").map(|(p, _)| p.clone()).collect();
            // `các đại biểu, Bộ trưởng A`: a comma alone opens no list of those who have offices of their own.
            let comma =
                scan.mark(mentions[n].end, ",") && mentions.get(n + 1).is_some_and(|m| m.start == mentions[n].end + 1);
            let nobody = matches!(mentions[n].naming, Naming::Bare);
            let bare = nobody && !comma;
            let own = |m: &Mention| if nobody { !m.posts.is_empty() } else { before_name(m) };
            let mut last = n;
            while last + 1 < mentions.len()
                && listed(scan, &mentions[last], &mentions[last + 1])
                && (bare || !own(&mentions[last + 1]))
            {
                last += 1;
                mentions[last].posts.extend(shared.iter().cloned().map(|p| (p, "shared-title")));
            }
        }
        let behind: Vec<Post> = mentions[n]
            .posts
            .iter()
            .filter(|(p, r)| p.plural && *r == "post-after-name")
            .map(|(p, _)| p.clone())
            .collect();
        let mut first = n;
        while !behind.is_empty()
            && first > 0
            && listed(scan, &mentions[first - 1], &mentions[first])
            && mentions[first - 1].posts.is_empty()
        {
            first -= 1;
            mentions[first].posts.extend(behind.iter().cloned().map(|p| (p, "shared-title")));
        }
    }
}

/// `nguyên Chủ tịch nước A, B; …`, `Phó Thủ tướng C và D`: the office before one name is that of the names behind it that tell
/// nothing else, unless only one at a time can hold it.
pub(super) fn share_with_next(scan: &Scan, mentions: &mut [Mention]) {
    for n in 1..mentions.len() {
        let (a, b) = (&mentions[n - 1], &mentions[n]);
        // One name behind a joining word is little of a list (`Phó Giám đốc Sở X ông A và bà B đã thăm chợ`).
        let list = listed_on(scan, mentions, n) || a.posts.iter().any(|(_, rule)| *rule == "shared-title");
        let one = |p: &Post| p.former || list && !scan.kb.offices[usize::from(p.office)].single_seat;
        let shared = |(p, rule): &&(Post, &str)| {
            let first = matches!(*rule, "post-before-name" | "shared-title") && !p.plural;
            first && one(p) && p.public(scan) && p.body.is_some()
        };
        let untold = b.posts.is_empty() && b.honorific.is_none() && b.rank.is_none() && !b.private && !b.foreign;
        let full = |m: &Mention| matches!(m.naming, Naming::Full(from, to) if to >= from + 3 && m.end == to);
        let open = ["(", "-", ","].iter().any(|mark| scan.mark(b.end, mark));
        if !untold || open && !listed_on(scan, mentions, n) || !full(a) || !full(b) || !side_by_side(scan, a, b) {
            continue;
        }
        let posts: Vec<Post> = a.posts.iter().filter(shared).map(|(p, _)| p.clone()).collect();
        if let [post] = posts.as_slice() {
            mentions[n].posts.push((post.clone(), "shared-title"));
        }
    }
}

/// `các đồng chí: A, B, Phó Viện trưởng X; C và D, Vụ phó Y`: where semicolons divide a list, the office behind the last name of
/// an item is that of all its names, unless only one at a time can hold it.
pub(super) fn share_in_item(scan: &Scan, mentions: &mut [Mention]) {
    let divides = |i: usize| scan.mark(i, ";");
    let full = |m: &Mention| matches!(m.naming, Naming::Full(..));
    for n in 1..mentions.len() {
        let told = |(p, rule): &&(Post, &str)| {
            let single = scan.kb.offices[usize::from(p.office)].single_seat;
            *rule == "post-after-name" && !p.former && !single && p.public(scan)
        };
        let posts: Vec<Post> = mentions[n].posts.iter().filter(told).map(|(p, _)| p.clone()).collect();
        let name_only = |m: &Mention, next: &Mention| {
            let bare = m.posts.is_empty() && m.rank.is_none() && !m.private && !m.foreign && m.end == m.core;
            full(m) && bare && side_by_side(scan, m, next)
        };
        let mut first = n;
        while first > 0 && name_only(&mentions[first - 1], &mentions[first]) {
            first -= 1;
        }
        let before = mentions[first].start.checked_sub(1);
        let item = before.is_some_and(|i| divides(i) || scan.mark(i, ":") && divides(mentions[n].end));
        if item && full(&mentions[n]) && posts.len() == mentions[n].posts.len() {
            for m in &mut mentions[first..n] {
                m.posts.extend(posts.iter().cloned().map(|p| (p, "shared-title")));
            }
        }
    }
}

/// Whether a comma or a joiner alone stands between two names.
fn side_by_side(scan: &Scan, a: &Mention, b: &Mention) -> bool {
    scan.function(a.end, Function::Joiner).unwrap_or(a.end + usize::from(scan.mark(a.end, ","))) == b.start
        && a.end < b.start
}

/// Whether the next mention goes on with a list behind mention `n`.
fn listed_on(scan: &Scan, mentions: &[Mention], n: usize) -> bool {
    mentions.get(n + 1).is_some_and(|next| side_by_side(scan, &mentions[n], next))
}

/// `Các đồng chí là Ủy viên …, Phó Giám đốc …, gồm: A, B`: the offices in front of the list are those of all listed.
pub(super) fn share_told(scan: &Scan, mentions: &mut [Mention]) {
    for n in 0..mentions.len() {
        let several = mentions[n].plural && mentions[n].posts.is_empty() && matches!(mentions[n].naming, Naming::Bare);
        let is = scan.function(mentions[n].end, Function::Is).filter(|_| several);
        let office = |m: &Mention| matches!(m.naming, Naming::Bare) && before_name(m);
        let joined = |end: usize, m: &Mention| {
            let next = scan.function(end, Function::Joiner).unwrap_or(end + usize::from(scan.mark(end, ",")));
            office(m) && m.start == next
        };
        let mut last = n;
        while last + 1 < mentions.len()
            && (last == n && is == Some(mentions[n + 1].start) && office(&mentions[n + 1])
                || last > n && joined(mentions[last].end, &mentions[last + 1]))
        {
            last += 1;
        }
        let shared: Vec<Post> = mentions[n + 1..=last].iter().flat_map(|m| &m.posts).map(|(p, _)| p.clone()).collect();
        while !shared.is_empty() && last + 1 < mentions.len() && listed(scan, &mentions[last], &mentions[last + 1]) {
            last += 1;
            mentions[last].posts.extend(shared.iter().cloned().map(|p| (p, "shared-title")));
        }
    }
}

/// `the chairman is X`: the office in front is the person's behind, `the two deputies are X and Y`: theirs who are listed.
pub(super) fn name_holders(scan: &Scan, mentions: &mut [Mention]) {
    for n in 1..mentions.len() {
        let office = &mentions[n - 1];
        // `Chủ tịch huyện khi đó là ông A`
        // `Trung Quốc cử bộ trưởng quốc phòng khi đó là A`
        let before = office.start.saturating_sub(4)..office.start;
        let abroad = || before.clone().any(|i| scan.hits(i).iter().any(|h| matches!(h.sense, Sense::Foreign(_))));
        let then = scan.function(office.end, Function::Formerly);
        let then = then.or_else(|| scan.function(office.end, Function::ThatTime)).filter(|_| !abroad());
        let end = then.unwrap_or(office.end);
        let is = scan.function(end, Function::NowIs).or_else(|| scan.function(chosen_end(scan, end), Function::Is));
        let named = !matches!(mentions[n].naming, Naming::Bare) && is == Some(mentions[n].start);
        if !named || !matches!(office.naming, Naming::Bare) || office.posts.is_empty() {
            continue;
        }
        let several = office.plural;
        let held = |p: &Post| Post { former: p.former || then.is_some(), ..p.clone() };
        let posts: Vec<(Post, &'static str)> = office.posts.iter().map(|(p, _)| (held(p), "copula-post")).collect();
        let mut last = n;
        mentions[n].posts.extend(posts.iter().cloned());
        while several && last + 1 < mentions.len() && listed(scan, &mentions[last], &mentions[last + 1]) {
            last += 1;
            mentions[last].posts.extend(posts.iter().cloned());
        }
    }
}

/// Behind words that say how an office came to its holder, up to the verb (`hai Phó Chủ tịch được công bố tại kỳ họp là …`).
fn chosen_end(scan: &Scan, at: usize) -> usize {
    /// So many words such a clause has at most.
    const CLAUSE: usize = 8;
    let Some(clause) = scan.function(at, Function::Passive) else {
        return at;
    };
    let words = (clause..clause + CLAUSE).take_while(|&t| scan.word(t));
    words.into_iter().find(|&t| scan.function(t, Function::Is).is_some()).unwrap_or(at)
}

fn before_name(m: &Mention) -> bool {
    m.posts.iter().any(|(_, rule)| *rule == "post-before-name")
}

/// Whether two mentions stand in one list: a comma, a joiner, a colon or an opener between them, and nothing else.
fn listed(scan: &Scan, a: &Mention, b: &Mention) -> bool {
    if matches!(b.naming, Naming::Bare) {
        return false;
    }
    let mut at = a.end;
    let colon = (at..b.start.min(at + 8)).find(|&t| scan.mark(t, ":") || scan.function(t, Function::Opener).is_some());
    if let Some(colon) = colon
        && matches!(a.naming, Naming::Bare)
    {
        return (colon + 1..b.start).all(|t| scan.mark(t, "-") || scan.breaks(t) || scan.mark(t, ":"));
    }
    while at < b.start {
        if scan.mark(at, ",") || scan.mark(at, ";") {
            at += 1;
        } else if let Some(end) = scan.function(at, Function::Joiner) {
            at = end;
        } else {
            return false;
        }
    }
    true
}

/// `Danh sách Ban Thường vụ gồm A, B, C …`: those listed are its members.
pub(super) fn name_members(scan: &Scan, names: &Names, mentions: &mut [Mention]) {
    for first in 0..mentions.len() {
        let start = mentions[first].start;
        let opened = (start.saturating_sub(2)..start)
            .find(|&i| scan.function(i, Function::Opener).is_some_and(|end| (end..=end + 1).contains(&start)));
        let Some(body) = opened.and_then(|opener| body_before(scan, names, opener)) else {
            continue;
        };
        let Some(office) = body.pattern.and_then(|p| scan.kb.patterns[usize::from(p)].member_office) else {
            continue;
        };
        let mut last = first;
        while last + 1 < mentions.len() && listed(scan, &mentions[last], &mentions[last + 1]) {
            last += 1;
        }
        if last + 1 - first < MEMBERS {
            continue;
        }
        let post = Post::of_member(scan, office, body);
        mentions[first..=last].iter_mut().for_each(|m| m.posts.push((post.clone(), "shared-title")));
    }
}

/// The body whose name, with its term, ends right before token `i`.
fn body_before(scan: &Scan, names: &Names, i: usize) -> Option<Body> {
    (i.saturating_sub(12)..i).filter_map(|at| body_at(scan, names, at)).find(|b| {
        let mut end = b.end;
        if scan.function(end, Function::Term).is_some() {
            end += 2;
        }
        end == i
    })
}
