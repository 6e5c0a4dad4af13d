//! People as the text names them: honorific, rank and posts before a name, posts in apposition behind it.

use super::appositions::read_appositions;
use super::careers;
use super::names::{self, Names};
use super::posts::Post;
use super::scan::Scan;
use super::titles::read_titles;
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
    // `Đại tướng Hàn Quốc`: a general of that country; `Thượng tá Nga` is a woman. Cities abroad bear the names of people here (`Cao Hùng`).
    let country = |s: Sense| matches!(s, Sense::Foreign(f) if !scan.kb.foreign[usize::from(f)].1);
    let of_country = |end: usize| {
        m.honorific.is_none() && end > m.end + 1 && scan.hits(m.end).iter().any(|h| h.end == end && country(h.sense))
    };
    if names.at(m.end).is_some_and(of_country) {
        m.foreign = true;
    } else if let Some(end) = names.at(m.end) {
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
pub(super) fn takes_office(scan: &Scan, i: usize, voice: Option<Voice>) -> bool {
    let taking = |c: u16| {
        let cue = &scan.kb.cues[usize::from(c)];
        matches!(cue.states.as_str(), "Appointment" | "Election") && voice.is_none_or(|v| v == cue.voice)
    };
    scan.ends_before(i, |s| matches!(s, Sense::Cue(c) if taking(c))).is_some()
}

/// Whether a form of address starts at token `i`.
pub(super) fn addressed(scan: &Scan, i: usize) -> bool {
    scan.starts(i, kind::HONORIFIC)
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
    // `bà Nga`, `Thượng tá Đức`: behind a form of address or a rank the country's name is a person's.
    let country = scan
        .hits(i)
        .iter()
        .any(|h| matches!(h.sense, Sense::Foreign(_)) && (h.end > i + 1 || m.honorific.is_none() && m.rank.is_none()));
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
