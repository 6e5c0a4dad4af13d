//! People as the text names them: honorific, rank and posts before a name, posts in apposition behind it.

use super::appositions::read_appositions;
use super::around;
use super::careers;
use super::names::{self, Names};
use super::posts::{Post, post_at};
use super::scan::Scan;
use crate::ontology::items::{Function, Sense, Voice, kind};
use crate::text::syllable;

/// How a mention names its person.
#[derive(Clone, Debug, PartialEq)]
pub enum Naming {
    /// By a full name: its first token and the one after its last.
    Full(usize, usize),
    /// By the last syllables of a name.
    Short(usize, usize),
    /// By an office, a rank or a form of address alone.
    Bare,
}

/// One mention of a person.
#[derive(Clone, Debug)]
pub struct Mention {
    /// First token, titles included.
    pub start: usize,
    /// One past the last token, appositions included.
    pub end: usize,
    /// One past the name, or past the titles where there is no name.
    pub core: usize,
    /// How it names its person.
    pub naming: Naming,
    /// The form of address, by its number in the ontology.
    pub honorific: Option<u16>,
    /// The rank, by its number, with its first token.
    pub rank: Option<(u16, usize)>,
    /// Posts before the name, then those behind it, each with the rule that found it.
    pub posts: Vec<(Post, &'static str)>,
    /// Whether a word says the person has no public role.
    pub private: bool,
    /// Whether a word says the person serves another country.
    pub foreign: bool,
    /// Whether the mention speaks of several people (`the deputy directors`).
    pub plural: bool,
    /// Whether a word in front of rank and name makes all offices former ones (`cố Đại tá`).
    pub late: bool,
}

/// The mention that starts at token `i`.
pub fn mention_at(scan: &Scan, names: &Names, i: usize) -> Option<Mention> {
    let mut m = Mention {
        start: i,
        end: i,
        core: i,
        naming: Naming::Bare,
        honorific: None,
        rank: None,
        posts: Vec::new(),
        private: scan.ends_before(i, |s| s == Sense::Private).is_some(),
        foreign: false,
        plural: false,
        late: false,
    };
    if names_country(scan, i) || names_place(scan, i) || opens_cue(scan, i) {
        return None;
    }
    read_titles(scan, names, &mut m);
    // `bầu Đức` is who owns a club; `bầu ông Đức` elects him.
    let verb = |s: usize| scan.hits(s).iter().any(|h| h.end == i && matches!(h.sense, Sense::Cue(_)));
    m.private &= m.posts.is_empty() || scan.ends_before(i, |s| s == Sense::Function(Function::Kin)).is_none();
    m.private &= m.end == i || !scan.ends_before(i, |s| s == Sense::Private).is_some_and(verb);
    if let Some(end) = names.at(m.end) {
        // `giữ chức Trợ lý Thủ tướng B`: B is whom the new aide serves.
        let served = m.posts.last().is_some_and(|(p, _)| {
            p.end == m.end && scan.kb.offices[usize::from(p.office)].aide && takes_office(scan, i, None)
        });
        m.naming = if served { Naming::Bare } else { Naming::Full(m.end, end) };
        m.end = end;
    } else if m.end > i {
        read_unlisted_name(scan, names, &mut m);
    }
    m.core = m.end;
    if m.end == i {
        return None;
    }
    if careers::died(scan, m.end) || named_of_old(scan, &m) {
        m.posts.iter_mut().for_each(|(p, _)| p.former = true);
    }
    m.foreign |= m.posts.iter().any(|(p, _)| p.foreign);
    let pronoun = scan.function(i, Function::Pronoun).is_some();
    if !matches!(m.naming, Naming::Bare) || pronoun {
        read_appositions(scan, names, &mut m);
        m.private &= m.posts.is_empty() || scan.ends_before(i, |s| s == Sense::Function(Function::Kin)).is_none();
        if careers::died(scan, m.end) {
            m.posts.iter_mut().for_each(|(p, _)| p.former = true);
        }
    }
    m.foreign |= of_a_stranger(scan, &m);
    Some(m)
}

/// Whether an office at token `i` only begins the words of a cue (`Thành viên đoàn công tác có …`).
fn opens_cue(scan: &Scan, i: usize) -> bool {
    let office = scan.longest(i, |s| matches!(s, Sense::Office(_)).then_some(()));
    let cue = scan.longest(i, |s| matches!(s, Sense::Cue(_)).then_some(()));
    matches!((office, cue), (Some((short, ())), Some((long, ()))) if short < long)
}

/// Whether a form of address at token `i` belongs to the name of a place (`Bà Rịa - Vũng Tàu`, `quận Hai Bà Trưng`).
fn names_place(scan: &Scan, i: usize) -> bool {
    let Some((end, ())) = scan.longest(i, |s| matches!(s, Sense::Honorific(_)).then_some(())) else {
        return false;
    };
    let covers = |t: usize| scan.hits(t).iter().any(|h| matches!(h.sense, Sense::Place(_)) && h.end > end);
    scan.capital(i) && (i.saturating_sub(2)..=i).any(covers)
}

/// `Bộ trưởng A khi ấy`: words behind the name say that the offices before it were another time's.
fn named_of_old(scan: &Scan, m: &Mention) -> bool {
    let named = !matches!(m.naming, Naming::Bare) && !m.posts.is_empty();
    let then = scan.function(m.end, Function::Formerly).filter(|_| named);
    then.is_some_and(|end| !(end..end + 2).any(|i| scan.title(i)))
}

/// Whether an office without a body stands before another that a guest is named by: it is the guest's too
/// (`Tổng Bí thư, Chủ tịch nước Lào A`).
pub(super) fn beside_stranger(scan: &Scan, m: &Mention, next: Option<&Mention>) -> bool {
    let bodiless = m.posts.iter().all(|(p, _)| p.body.as_ref().is_none_or(|b| b.start <= p.start || b.start >= m.end));
    let beside = |n: &Mention| scan.mark(m.end, ",") && n.start == m.end + 1 && n.foreign && !n.posts.is_empty();
    bodiless && m.end == m.core && next.is_some_and(beside)
}

/// Whether a mention's name is a stranger's; who serves a province of ours only has the same name.
fn of_a_stranger(scan: &Scan, m: &Mention) -> bool {
    let Naming::Full(from, to) = m.naming else {
        return false;
    };
    let ours = |p: &Post| !p.foreign && p.body.as_ref().is_some_and(|b| b.innermost_place().is_some());
    names::strangers(scan, from, to) && !m.posts.iter().any(|(p, _)| ours(p))
}

/// Whether a pronoun in capitals inside a sentence is the name of a country (`tại Anh`).
fn names_country(scan: &Scan, i: usize) -> bool {
    scan.starts(i, kind::FOREIGN) && scan.capital(i) && i > 0 && scan.word(i - 1) && !scan.capital(i + 1)
}

/// Whether words of taking an office up end right before token `i`, of one voice where it is told.
fn takes_office(scan: &Scan, i: usize, voice: Option<Voice>) -> bool {
    let taking = |c: u16| {
        let cue = &scan.kb.cues[usize::from(c)];
        matches!(cue.states.as_str(), "Appointment" | "Election") && voice.is_none_or(|v| v == cue.voice)
    };
    scan.ends_before(i, |s| matches!(s, Sense::Cue(c) if taking(c))).is_some()
}

/// Honorifics, degrees, ranks and posts in front of a name, in any order, with commas between posts.
fn read_titles(scan: &Scan, names: &Names, m: &mut Mention) {
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
    if !after_post || governed || other || around::told_to(scan, m.start) {
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
    (leads_to_name(scan, names, next, 0) || mark && speaks_next(scan, names, m, next)).then_some(next)
}

/// `Chủ tịch UBND huyện X, Nguyễn Văn A cho biết`: behind an office at the head of a clause, with its body, who holds it and speaks.
fn speaks_next(scan: &Scan, names: &Names, m: &Mention, at: usize) -> bool {
    let [(post, _)] = m.posts.as_slice() else {
        return false;
    };
    let heads = m.start == 0 || scan.breaks(m.start - 1) || !scan.word(m.start - 1) && !scan.mark(m.start - 1, ";");
    let told = post.body.as_ref().is_some_and(|b| b.public && b.end == post.end) && !post.plural && !post.foreign;
    // `Chủ tịch UBND huyện X - Nguyễn Văn A đã …`
    let speaks = |end: usize| {
        let to = end + usize::from(scan.mark(end, ","));
        scan.cue_of(to, "spokeAt") || scan.mark(at - 1, "-") && scan.word(end) && !scan.capital(end)
    };
    heads && told && names.at(at).is_some_and(|end| speaks(end) && !own_office(scan, names, end))
}

pub(super) fn joiner_end(scan: &Scan, i: usize) -> usize {
    scan.longest(i, |s| match s {
        Sense::Modifier(m) if scan.kb.modifiers[usize::from(m)].joins => Some(()),
        _ => None,
    })
    .map_or(i, |(end, ())| end)
}

/// Whether a form of address starts at token `i`.
pub(super) fn addressed(scan: &Scan, i: usize) -> bool {
    scan.starts(i, kind::HONORIFIC)
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

/// Behind a title: a capital run that begins with no known family name, or the last syllables of a name.
fn read_unlisted_name(scan: &Scan, names: &Names, m: &mut Mention) {
    let i = m.end;
    let titled = m.rank.is_some() || m.honorific.is_some() || !m.posts.is_empty();
    if !titled || !scan.capital(i) {
        return;
    }
    let abbreviation = scan.tokens.list[i].all_caps && scan.words(i, i + 1).chars().count() > 1;
    let other = scan.hits(i).iter().any(|h| {
        matches!(
            h.sense,
            Sense::Place(_)
                | Sense::Pattern(_)
                | Sense::Body(_)
                | Sense::Office(_)
                | Sense::NotAnOfficial
                | Sense::Level(_)
                | Sense::Event(_)
        ) && (h.end > i + 1 || matches!(h.sense, Sense::Pattern(_)) && opens_free_name(scan, i))
    });
    let placed = m.honorific.is_none() && scan.hits(i).iter().any(|h| matches!(h.sense, Sense::Place(_)));
    if abbreviation || other || placed || scan.function(i, Function::National).is_some() {
        return;
    }
    // `bà Nga`, `ông Đức`: behind a form of address the country's name is a person's.
    let country =
        scan.hits(i).iter().any(|h| matches!(h.sense, Sense::Foreign(_)) && (h.end > i + 1 || m.honorific.is_none()));
    if country {
        m.foreign = true;
        return;
    }
    let end = names::run_end(scan, i);
    let delegation = scan.function(i, Function::Delegation).is_some() && names::is_place(scan, i, end);
    // `Tổng Giám đốc OceanBank Nguyễn Xuân Sơn`: a firm stands before the name.
    if delegation || (i + 1..end).any(|t| names.at(t).is_some_and(|n| n >= t + 3)) {
        return;
    }
    let strange = (i..end).filter(|&t| !syllable::plausible(scan.words(t, t + 1))).count();
    m.foreign |= strange * 2 >= end - i || names::plain(scan, i, end) && m.posts.iter().any(|(p, _)| p.of_state(scan));
    m.naming = if end - i == 1 { Naming::Short(i, end) } else { Naming::Full(i, end) };
    m.end = end;
    // `Bộ trưởng Cường`: no body nobody knows.
    let named = |p: &Post| p.end == i && end - i == 1 && !scan.kb.offices[usize::from(p.office)].weak;
    m.posts.iter_mut().filter(|(p, _)| named(p)).for_each(|(p, _)| p.dangling = false);
}

/// Whether the head of a body's name at token `i` runs on in small letters (`Bộ Phát triển …`): no person's name does.
fn opens_free_name(scan: &Scan, i: usize) -> bool {
    let end = names::run_end(scan, i);
    scan.word(end) && !scan.capital(end) && end > i + 1
}
