//! The free words of a body's name: where they begin, what they may hold, and where they end.

use std::ops::Range;

use super::bodies::{Body, find};
use super::names::Names;
use super::places;
use super::scan::Scan;
use crate::ontology::items::{Function, Sense};
use crate::ontology::lexicon::Hit;
use crate::text::token::TokenKind;

/// How many tokens the free words of a body's name may have.
const LONGEST_FREE: usize = 22;

/// Free words: they begin with a capital or a number, or in small letters behind an office, and run up to a mark, a stopper, a name, a title or another body.
pub(super) fn fill_free(scan: &Scan, names: &Names, body: &mut Body, depth: usize) -> bool {
    let at = body.end;
    // `Cục trưởng Cục quản lý …`: behind an office that tells the head the name may go on in small letters.
    let words = body.head.bytes().filter(|b| *b == b' ').count() + 1;
    let headed = || (at.saturating_sub(words)..at).any(|i| scan.capital(i));
    let office =
        || at > body.start + words || scan.ends_before(body.start, |s| matches!(s, Sense::Office(_))).is_some();
    let small = || scan.word(at) && scan.word(at + 1) && !scan.hits(at).iter().any(|h| tells(h.sense));
    let by_office = || small() && headed() && (office() || leads_to_holding(scan, body));
    let starts_free =
        scan.capital(at) || scan.number(at) || by_office() || small_before_whole(scan, names, body, depth);
    if !starts_free || names.at(at).is_some() || starts_other(scan, names, at, depth) {
        return false;
    }
    let mut end = at;
    while end < at + LONGEST_FREE && !ends_free(scan, names, body, at..end, depth) {
        end += 1;
    }
    while end > at && dangling(scan, end - 1) {
        end -= 1;
    }
    if end == at {
        return false;
    }
    body.head = format!("{} {}", body.head, expanded(scan, at, end));
    body.end = end;
    true
}

/// How many small words may stand between a head and the body it is part of (`trưởng phòng nghiệp vụ Sở Y tế`).
const SMALL: usize = 5;
/// How many may stand behind a head that an office tells.
const SMALL_OF_OFFICE: usize = 8;

/// Whether a few small words behind a body's head lead straight to the name of another body, or to a place with its level.
fn small_before_whole(scan: &Scan, names: &Names, body: &Body, depth: usize) -> bool {
    let at = body.end;
    let told = end_of_office(scan, body);
    let office = || told || scan.ends_before(body.start, |s| matches!(s, Sense::Office(_))).is_some();
    let longest = if told { SMALL_OF_OFFICE } else { SMALL };
    // `công trình xây dựng cơ bản`: one small word is a level only before a name.
    let sole = |t: usize, after: usize| scan.capital(after) || after > t + 1;
    let level = |t: usize| told && t >= at + 2 && places::level_at(scan, t).is_some_and(|(after, _)| sole(t, after));
    // `các khu chế xuất và công nghiệp`, `công trình xây dựng`
    let links = |t: usize, s: Sense| match s {
        Sense::Function(Function::Plural) => t == at,
        Sense::Event(_) => t > at,
        _ => t > at && scan.function(t, Function::Joiner).is_some(),
    };
    let ends = |t: usize, s: Sense| tells(s) && !(told && links(t, s));
    let small = |t: usize| scan.word(t) && !scan.capital(t) && !scan.hits(t).iter().any(|h| ends(t, h.sense));
    let end = (at..at + longest).find(|&t| !small(t) || level(t)).unwrap_or(at + longest);
    // An institution's may be a level alone (`trung tâm bảo trợ xã hội tỉnh`).
    let alone = body.class == "PublicInstitution";
    let place = || {
        let level = places::level_at(scan, end);
        level.is_some_and(|(after, _)| alone || scan.capital(after) && names.at(after).is_none())
            || told && names.at(end).is_none() && places::place_at(scan, names, end).is_some()
    };
    let whole = || scan.capital(end) && find(scan, names, end, false, depth + 1).is_some();
    // `trưởng phòng quản lý vận tải và phương tiện, Sở Y`
    end >= at + 2 && (place() || whole() || body.public && office() && leads_to_whole(scan, names, at, depth))
}

/// How many tokens in small letters may stand between a body's head and the verb of holding.
const HOLDER: usize = 14;

/// Whether words alone lead from a body's head to a verb of holding (`Bảo tàng lịch sử quân sự Việt Nam phối hợp tổ chức …`).
fn leads_to_holding(scan: &Scan, body: &Body) -> bool {
    let at = body.end;
    let holds = |t: usize| {
        scan.function(t, Function::Held).is_some_and(|end| end > t + 1) || scan.function(t, Function::Jointly).is_some()
    };
    let other = |t: usize| {
        scan.hits(t).iter().any(|h| {
            matches!(h.sense, Sense::Office(_) | Sense::Rank(_) | Sense::Cue(_) | Sense::Honorific(_))
                && (!scan.capital(t) || h.end > t + 1)
        })
    };
    let words = (at..at + HOLDER).take_while(|&t| scan.word(t) && !holds(t) && !other(t)).count();
    words >= 3 && holds(at + words)
}

/// Whether the body's head is told by the last words of an office (`trưởng phòng`).
fn end_of_office(scan: &Scan, body: &Body) -> bool {
    scan.hits(body.start).iter().any(|h| matches!(h.sense, Sense::Office(_)))
}

/// Whether words of this sense stand in no name of a body in small letters.
fn tells(sense: Sense) -> bool {
    sense.goes_on() && sense != Sense::Function(Function::Number)
        || matches!(sense, Sense::Office(_) | Sense::Modifier(_))
}

/// A rank, a form of address, a level or another body: no free words begin here.
fn starts_other(scan: &Scan, names: &Names, i: usize, depth: usize) -> bool {
    let other = |s: Sense| matches!(s, Sense::Rank(_) | Sense::Honorific(_) | Sense::Level(_) | Sense::Body(_));
    scan.hits(i).iter().any(|h| other(h.sense))
        || scan.hits(i).iter().any(|h| matches!(h.sense, Sense::Pattern(_)))
            && find(scan, names, i, false, depth + 1).is_some()
}

/// Whether the free words `read` so far end before the next token.
fn ends_free(scan: &Scan, names: &Names, body: &Body, read: Range<usize>, depth: usize) -> bool {
    let (from, i) = (read.start, read.end);
    // `tặng Trường X 1,5 triệu đồng`
    if scan.breaks(i) || names.at(i).is_some() || i > from && amount(scan, i) {
        return true;
    }
    // `Đài Tiếng nói Việt Nam gọi điện`: behind the country's name small words are no longer the body's.
    let national = i > from + 2 && scan.function(i - 2, Function::National) == Some(i);
    if national && scan.word(i) && !scan.capital(i) {
        return true;
    }
    if scan.tokens.list[i].kind == TokenKind::Mark {
        return !mark_inside(scan, names, from, i, depth);
    }
    i > from
        && scan.hits(i).iter().any(|h| match h.sense {
            Sense::Stopper => !scan.capital(i),
            Sense::Office(_) | Sense::Rank(_) | Sense::Cue(_) | Sense::Modifier(_) => !scan.capital(i) || h.end > i + 1,
            // `Vụ Quản lý Doanh nghiệp`: no company is named where no name of one follows.
            Sense::Pattern(p) => {
                let pattern = &scan.kb.patterns[usize::from(p)];
                // `Phòng Quản lý đất đai sở Xây dựng`
                let small = || pattern.of_province && !scan.capital(i) && scan.capital(h.end);
                scan.capital(i) && (pattern.public || scan.capital(h.end))
                    || small() && find(scan, names, i, true, depth + 1).is_some()
                    || pattern.level.is_some()
                    || !pattern.capital && places::place_at(scan, names, h.end).is_some()
            }
            Sense::Body(_) => true,
            Sense::Level(_) => places::place_at(scan, names, i).is_some(),
            // `Cảng vụ Mỹ Tho và 4 nhân viên`
            Sense::Function(Function::Joiner) if scan.number(h.end) => true,
            // `Công ty Xây dựng X sáng 4-6`
            Sense::Function(Function::DateLead) if scan.number(h.end) => true,
            // `Công ty Xây dựng Hà Nội`: a company's name may hold a place.
            Sense::Place(_) => scan.capital(i) && body.public,
            Sense::Function(f) => matches!(
                f,
                Function::Aux
                    | Function::Succeeds
                    | Function::Of
                    | Function::At
                    | Function::Agent
                    | Function::Negation
                    | Function::Future
                    | Function::Is
                    | Function::Was
                    | Function::Passive
                    | Function::Opener
                    | Function::To
            ),
            _ => false,
        })
}

/// Whether figures at token `i` tell how much of something.
fn amount(scan: &Scan, i: usize) -> bool {
    const LONGEST: usize = 5;
    let figures = |t: &usize| scan.number(*t) || scan.mark(*t, ",") || scan.mark(*t, ".");
    let end = (i..i + LONGEST).take_while(figures).last().map_or(i, |t| t + 1);
    scan.number(i) && scan.function(end, Function::Unit).is_some()
}

/// Whether the mark at token `i` stands inside free words that begin at token `from`.
fn mark_inside(scan: &Scan, names: &Names, from: usize, i: usize, depth: usize) -> bool {
    match scan.key(i) {
        "-" if scan.function(i + 1, Function::Credit).is_some() => false,
        // `trưởng phòng cứu hộ - cứu nạn, Bộ Tư lệnh X`
        "-" => {
            let small = || !scan.capital(i - 1) && leads_to_whole(scan, names, i + 1, depth);
            i > from && continues(scan, i + 1) && (scan.capital(i + 1) || small())
        }
        "," => i > from && comma_inside(scan, names, i + 1, depth),
        "&" => true,
        "/" => i > from && scan.capital(i + 1),
        _ => false,
    }
}

/// After a dash or comma inside free words: another word that begins no person and no office.
fn continues(scan: &Scan, i: usize) -> bool {
    scan.word(i)
        && !scan.hits(i).iter().any(|h| match h.sense {
            Sense::Office(_)
            | Sense::Rank(_)
            | Sense::Honorific(_)
            | Sense::Modifier(_)
            | Sense::Cue(_)
            | Sense::Stopper
            | Sense::Pattern(_)
            | Sense::Body(_) => true,
            Sense::Family(_) => scan.capital(i + 1) || !scan.word(i + 1),
            Sense::Event(e) => !scan.kb.events[usize::from(e)].of_person,
            _ => false,
        })
}

/// Whether the name of a body goes on behind a comma, with token `i`: a joiner closes the list of its fields (`phòng cháy, chữa
/// cháy và cứu nạn`), or a few small words lead to what it is part of (`Vụ Đào tạo, bồi dưỡng cán bộ của Bộ X`).
fn comma_inside(scan: &Scan, names: &Names, i: usize, depth: usize) -> bool {
    let other = scan.hits(i).iter().any(|h| matches!(h.sense, Sense::Function(_) | Sense::Place(_)));
    if other {
        return false;
    }
    let fields = !scan.capital(i) || scan.word(i + 1) && !scan.capital(i + 1);
    fields && continues(scan, i) && has_closing_joiner(scan, i)
        || !scan.capital(i) && leads_to_whole(scan, names, i, depth)
}

/// How many tokens may stand between a comma in the name of a body and what the body is part of.
const LAST_FIELDS: usize = 12;

/// Whether small words from token `from` on, with commas between them, lead to a body: with `of`, a dash, a bracket, or nothing.
fn leads_to_whole(scan: &Scan, names: &Names, from: usize, depth: usize) -> bool {
    let whole = |i: usize| find(scan, names, i, false, depth + 1).is_some();
    for t in from..from + LAST_FIELDS {
        if let Some(of) = scan.function(t, Function::Of) {
            return t > from && whole(of);
        }
        let dash = scan.mark(t, "-");
        if dash && scan.word(t + 1) && !scan.capital(t + 1) && t > from {
            continue;
        }
        if dash || scan.mark(t, "(") || scan.mark(t, ",") && scan.capital(t + 1) {
            return whole(t + 1);
        }
        if scan.capital(t) {
            return whole(t);
        }
        let joiner = scan.function(t, Function::Joiner).is_some();
        let person =
            |h: &Hit| tells(h.sense) && !matches!(h.sense, Sense::Event(_)) || h.sense == Sense::Private && t == from;
        if !joiner && !scan.number(t) && !scan.mark(t, ",") && (!scan.word(t) || scan.hits(t).iter().any(person)) {
            return false;
        }
    }
    false
}

/// A comma belongs to a name like `phòng cháy, chữa cháy và cứu nạn` only when a joiner follows before the next mark.
fn has_closing_joiner(scan: &Scan, i: usize) -> bool {
    (i..i + 6).take_while(|&t| scan.word(t)).any(|t| scan.function(t, Function::Joiner).is_some() && scan.word(t + 1))
}

fn dangling(scan: &Scan, i: usize) -> bool {
    scan.function(i, Function::Joiner).is_some()
        || scan.function(i, Function::From) == Some(i + 1)
        || scan.tokens.list[i].kind == TokenKind::Mark
        || scan.function(i, Function::Plural).is_some()
}

/// Words with their abbreviations written out.
pub fn expanded(scan: &Scan, from: usize, to: usize) -> String {
    let mut out = String::new();
    let mut i = from;
    while i < to {
        let short = scan.longest(i, |s| if let Sense::Abbreviation(a) = s { Some(a) } else { None });
        let (end, words) = match short {
            Some((end, a)) if end <= to => (end, scan.kb.abbreviations[usize::from(a)].1.clone()),
            _ => (i + 1, scan.words(i, i + 1).to_owned()),
        };
        let glued = i > from && scan.tokens.list[i].span.start == scan.tokens.list[i - 1].span.end;
        if !out.is_empty() && !glued {
            out.push(' ');
        }
        out.push_str(&words);
        i = end;
    }
    out
}
