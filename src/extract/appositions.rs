//! Posts in apposition: what stands behind a name and tells its offices, in a row, in brackets, with the words that date them.

use super::careers::{self, held_then};
use super::names::Names;
use super::people::{Mention, Naming, addressed};
use super::posts::{Post, post_at};
use super::scan::Scan;
use super::titles::{dashed_name, joiner_end};
use crate::ontology::items::{Function, Sense, Voice};
use crate::ontology::lexicon::Hit;

/// Posts behind a name: after a comma, a dash or in brackets, and chains of them.
pub(super) fn read_appositions(scan: &Scan, names: &Names, m: &mut Mention) {
    skip_bracket_notes(scan, m);
    skip_life(scan, names, m);
    let bracket = scan.mark(m.end, "(");
    read_chain(scan, names, m, bracket);
    // `A (nguyên Bí thư Tỉnh ủy), hiện là Chủ tịch B`
    let closed = bracket && m.end > m.core && scan.mark(m.end - 1, ")") && scan.mark(m.end, ",");
    if closed && scan.any_function(m.end + 1, &[Function::Is, Function::Was]) {
        // `A (Thứ trưởng Bộ X), hiện giữ chức Bí thư Tỉnh ủy Y`
        if scan.function(m.end + 1, Function::NowIs).is_some() {
            leave(scan, m);
        }
        read_chain(scan, names, m, false);
    }
    m.foreign |= m.posts.iter().any(|(p, _)| p.foreign);
}

/// The offices told so far are no longer held, but for seats of several.
fn leave(scan: &Scan, m: &mut Mention) {
    let seat = |p: &Post| !scan.kb.offices[usize::from(p.office)].membership;
    m.posts.iter_mut().filter(|(p, _)| seat(p)).for_each(|(p, _)| p.former = true);
}

/// A chain of posts from the mention's end on; `bracket` if a bracket opens it.
fn read_chain(scan: &Scan, names: &Names, m: &mut Mention, bracket: bool) {
    let mut at = m.end;
    let mut nested = false;
    while let Some((next, rule)) = joint_behind(scan, at, m) {
        let chained = at > m.core;
        if let Some((end, r)) = scan.longest(next, |s| if let Sense::Rank(r) = s { Some(r) } else { None })
            && m.rank.is_none()
            && names.at(end).is_none()
            && (scan.mark(end, ",") || scan.mark(end, "-"))
        {
            m.rank = Some((r, next));
            m.end = end;
            at = end;
            continue;
        }
        let Some(mut post) = post_at(scan, names, next) else {
            break;
        };
        let behind = after_note(scan, post.end);
        // `A, Thư ký Thủ tướng B`: B is whom A serves.
        let served = names.at(post.end).filter(|_| scan.kb.offices[usize::from(post.office)].aide);
        if let Some(end) = served {
            post.end = end;
        } else if !bracket
            && (short_name_follows(scan, names, post.end)
                || short_name_follows(scan, names, behind)
                || !m.posts.is_empty() && !scan.mark(at, "-") && dashed_name(scan, names, post.end).is_some())
        {
            break;
        }
        // `(hàng xóm, Chủ tịch UBND tỉnh từng đến nhà)`: somebody else does something there.
        let acts = bracket && !chained && next > at + 1 && goes_on_with_verb(scan, post.end);
        let open = rule == "unmarked" && post.body.as_ref().is_none_or(|b| b.open);
        let past = !bracket && rule == "was" && careers::opens_time(scan, next);
        if acts || open || past && others_time(scan, names, post.end) {
            break;
        }
        let abroad = || post.foreign && scan.capital(post.end) || leads_abroad(scan, names, &post);
        if !bracket && (abroad() || next_subject(scan, m, &post, at)) || of_others(scan, names, &post, at, m) {
            break;
        }
        post.former |= rule == "was" || left_with_last(scan, m, at, rule);
        // `Chủ tịch UBND tỉnh (nay là Bí thư Tỉnh ủy)`
        if rule == "now" {
            leave(scan, m);
        }
        nested |= chained && scan.mark(at, "(");
        at = after_note(scan, post.end);
        m.end = at;
        // `ông A là B kiêm C`: told by the same verb.
        let same = rule == "beside" && m.posts.last().is_some_and(|(_, rule)| *rule == "copula-post");
        let listed = !same && matches!(rule, "," | "beside" | "unmarked" | "now");
        let rule = if listed { "post-after-name" } else { "copula-post" };
        m.posts.push((post, rule));
    }
    if (bracket || nested) && m.end > m.core {
        let close = (m.end..m.end + 30).take_while(|&t| !scan.breaks(t)).find(|&t| scan.mark(t, ")"));
        m.end = close.map_or(m.end, |c| c + 1);
    }
}

/// Whether somebody else is named behind a comma after an office told with its time, whose last token is before `end`
/// (`Theo ông A, trong thời gian là Giám đốc Sở X, ông B …`).
fn others_time(scan: &Scan, names: &Names, end: usize) -> bool {
    const LONGEST: usize = 24;
    let mut clause = (end..end + LONGEST).take_while(|&t| !scan.breaks(t));
    clause.any(|t| scan.mark(t, ",") && addressed(scan, t + 1) && names.at(t + 2).is_some())
}

/// Whether an office behind a joint at token `at` was left with the one before it: of somebody dead; held beside it; told by
/// the same body (`nguyên Phó Bí thư, Chủ tịch UBND huyện X`) or with a seat of the centre (`nguyên Ủy viên Trung ương Đảng,
/// Phó Thủ tướng`).
fn left_with_last(scan: &Scan, m: &Mention, at: usize, rule: &str) -> bool {
    let Some((last, told)) = m.posts.last().filter(|(p, _)| p.former) else {
        return m.late;
    };
    let unfinished = last.body.as_ref().is_none_or(|b| b.open);
    let central = *told == "post-after-name" && scan.kb.offices[usize::from(last.office)].fixed_body.is_some();
    m.late || rule == "beside" || rule == "," && scan.mark(at, ",") && (unfinished || central)
}

/// Whether small words that join or date nothing stand at token `at`: what is named before them acts.
fn goes_on_with_verb(scan: &Scan, at: usize) -> bool {
    let aside = [Function::At, Function::Within, Function::When, Function::DateLead, Function::Of, Function::From];
    let joins = [Function::Joiner, Function::Then, Function::AndLater, Function::Formerly, Function::Is, Function::Was];
    let small = scan.word(at) && !scan.capital(at);
    small && joiner_end(scan, at) == at && !scan.any_function(at, &aside) && !scan.any_function(at, &joins)
}

/// Whether an office behind a comma at token `at` is the subject of the sentence, whose first words govern who is named before
/// (`Theo ông A, chủ tịch xã đồng ý để …`, `Nhất trí với bà B, Thủ tướng đề nghị …`): no comma behind it ends an apposition.
fn next_subject(scan: &Scan, m: &Mention, post: &Post, at: usize) -> bool {
    const FRONT: usize = 4;
    let source = |s: Sense| matches!(s, Sense::Cue(c) if scan.kb.cues[usize::from(c)].voice == Voice::Source);
    let with = |s: Sense| s == Sense::Function(Function::With);
    let opens = |governs: &dyn Fn(Sense) -> bool| {
        let first = scan.sentences[scan.sentence_of(m.start)].start;
        scan.ends_before(m.start, governs).is_some_and(|at| at <= first + FRONT)
    };
    // `Theo ông A, chánh văn phòng UBND tỉnh tại cuộc họp, …`: words of time and place are no verb.
    let aside = [Function::At, Function::Within, Function::When, Function::DateLead, Function::Of];
    let acts = scan.word(post.end) && !scan.capital(post.end) && !scan.any_function(post.end, &aside);
    let lists = scan.any_function(post.end, &[Function::Opener, Function::Is, Function::Was, Function::Joiner]);
    scan.mark(at, ",") && acts && !lists && (opens(&with) || opens(&source) && !scan.speech(post.end))
}

/// Whether a post behind a joint at token `at` opens what is told of others.
fn of_others(scan: &Scan, names: &Names, post: &Post, at: usize, m: &Mention) -> bool {
    let chained = at > m.core;
    // `A, 5 Phó Chủ tịch: B, C`: a plural behind a comma opens the next list.
    let opens_list = post.plural && (scan.mark(post.end, ":") || scan.function(post.end, Function::Opener).is_some());
    // `Thủ tướng A, bốn bộ trưởng`: others are listed behind who has an office already.
    let titled = post.plural && !chained && scan.mark(at, ",") && m.posts.iter().any(|(p, _)| !p.plural);
    // `A, Chủ tịch UBND tỉnh và một số Phó Chủ tịch`
    let joined = post.plural && chained && scan.function(at, Function::Joiner).is_some();
    // `A, Chủ tịch UBND tỉnh; Giám đốc Sở Y: B`, `A, Chủ tịch X; các Phó Chủ tịch`
    let career = m.posts.last().is_some_and(|(p, rule)| p.former && *rule == "copula-post");
    let bodiless = post.body.is_none() && !career;
    let listed = scan.mark(at, ";") && (post.plural || scan.mark(post.end, ":") || bodiless);
    // `A, Giám đốc Sở X, Tổ phó là ông B`
    let is = scan.function(post.end, Function::Is);
    opens_list
        || titled
        || joined
        || listed
        || is.is_some_and(|is| addressed(scan, is) || short_name_follows(scan, names, is))
}

/// `Chủ tịch nước A, Tổng bí thư, Chủ tịch nước B C`: the office is that of somebody who serves another country, as is that of
/// `Thủ tướng A, Tổng thống B`.
fn leads_abroad(scan: &Scan, names: &Names, post: &Post) -> bool {
    let next = if scan.mark(post.end, ",") { post_at(scan, names, post.end + 1) } else { None };
    next.is_some_and(|next| next.foreign && scan.capital(next.end))
}

/// What stands between a name and a post, or between two posts: where the post starts, and what kind of joint it is.
fn joint_behind(scan: &Scan, at: usize, m: &Mention) -> Option<(usize, &'static str)> {
    let chained = at > m.core;
    if chained && scan.mark(at, ";") {
        let last = m.posts.last().filter(|(_, rule)| *rule == "copula-post");
        if let Some((post, _)) = last {
            return Some((at + 1, if post.former { "was" } else { "is" }));
        }
        return Some((at + 1, ","));
    }
    if chained && scan.mark(at, "(") {
        return bracketed(scan, at + 1);
    }
    if scan.mark(at, ",") || scan.mark(at, "-") || (!chained && scan.mark(at, "(")) {
        let own = if scan.mark(at, "(") { past_description(scan, at + 1) } else { None };
        let next = own.unwrap_or(at + 1);
        // `(đảng viên chi bộ X - nguyên A, B)`: former ones all of them; `(SN 1971, nguyên A, B)` may tell both.
        if own.is_some() && former_at(scan, next) && !aged(scan, at + 1) {
            return Some((next, "was"));
        }
        if chained && m.posts.last().is_some_and(|(p, rule)| *rule == "copula-post" && p.former) {
            return Some((scan.function(next, Function::AndLater).unwrap_or(next), "was"));
        }
        if let Some(end) = held_then(scan, next) {
            return Some((end, "was"));
        }
        let joined = joiner_end(scan, next);
        if chained && joined > next {
            return Some((joined, ","));
        }
        if let Some(end) = scan.function(next, Function::Is) {
            return Some((end, "is"));
        }
        return Some((next, ","));
    }
    if chained {
        // `nguyên Kế toán trưởng kiêm Trưởng ban X`: both of old.
        let joined = joiner_end(scan, at);
        if joined > at {
            return Some((joined, "beside"));
        }
        // `từng là A rồi B`
        let then = scan.function(at, Function::Then);
        if let Some(then) = then.filter(|_| m.posts.last().is_some_and(|(p, rule)| *rule == "copula-post" && p.former))
        {
            return Some((then, "was"));
        }
        let and = scan.function(at, Function::Joiner)?;
        return Some((and, ","));
    }
    joint_without_mark(scan, at, m)
}

/// The same behind a name with no mark: a verb, a joining word, an office of old, or the office itself.
fn joint_without_mark(scan: &Scan, at: usize, m: &Mention) -> Option<(usize, &'static str)> {
    if let Some(end) = held_then(scan, at).or_else(|| careers::held_at_time(scan, m)) {
        return Some((end, "was"));
    }
    let joined = joiner_end(scan, at);
    if joined > at {
        return Some((joined, ","));
    }
    // `ông A nguyên Giám đốc …, Bí thư …`: former ones all of them.
    let former = scan.longest(at, |s| if let Sense::Modifier(m) = s { Some(m) } else { None });
    let former = former.filter(|(_, n)| scan.kb.modifiers[usize::from(*n)].former);
    if former.is_some_and(|(end, _)| scan.hits(end).iter().any(|h| matches!(h.sense, Sense::Office(_)))) {
        return Some((at, "was"));
    }
    // `Ông A Phó Chủ tịch UBND quận 1`: the mark between them is left out.
    let office = |i: usize| scan.capital(i) && scan.hits(i).iter().any(|h| matches!(h.sense, Sense::Office(_)));
    let full = matches!(m.naming, Naming::Full(from, to) if to >= from + 3);
    let unmarked = || (full && m.posts.is_empty() && office(at)).then_some((at, "unmarked"));
    scan.function(at, Function::Is).map(|end| (end, "is")).or_else(unmarked)
}

/// Whether a bracket opens with an age or a year of birth.
fn aged(scan: &Scan, at: usize) -> bool {
    (at..at + 3).any(|t| scan.number(t))
}

/// Behind what a bracket first says of somebody in small words or with their age (`(46 tuổi, trú phường X, nguyên Giám đốc Sở Y)`,
/// `(đảng viên chi bộ khu phố 3 - nguyên Giám đốc Sở Y)`): the office of their own behind the first mark.
fn past_description(scan: &Scan, at: usize) -> Option<usize> {
    const LONGEST: usize = 30;
    let joint = |t: usize| [",", "-", ";"].iter().any(|m| scan.mark(t, m)) && scan.title(t + 1);
    // `(em trai ông B, Bí thư Huyện ủy)`, `(do Chủ tịch A dẫn đầu)`: of somebody else.
    let others = |h: &Hit| matches!(h.sense, Sense::Honorific(_) | Sense::Rank(_) | Sense::Office(_) | Sense::Cue(_));
    let kin = |t: usize| scan.any_function(t, &[Function::Kin, Function::With, Function::Agent]);
    let aged = aged(scan, at) || scan.function(at, Function::LivesIn).is_some();
    let own = |t: usize| aged || !kin(t) && !scan.hits(t).iter().any(others);
    let plain = |t: &usize| !scan.breaks(*t) && !scan.mark(*t, ")") && own(*t);
    let described = aged || scan.word(at) && !scan.capital(at);
    let mut words = (at..at + LONGEST).take_while(plain).filter(|_| described);
    words.find(|&t| t > at && joint(t)).map(|mark| mark + 1)
}

/// Whether an office of old is told at token `at`.
fn former_at(scan: &Scan, at: usize) -> bool {
    let former =
        |s| if let Sense::Modifier(m) = s { scan.kb.modifiers[usize::from(m)].former.then_some(()) } else { None };
    scan.longest(at, former).is_some()
}

/// What a bracket behind a post opens that tells another time: an office of old, or the one held now.
fn bracketed(scan: &Scan, at: usize) -> Option<(usize, &'static str)> {
    if let Some(end) = held_then(scan, at) {
        return Some((end, "was"));
    }
    if let Some(end) = scan.function(at, Function::NowIs) {
        return Some((end, "now"));
    }
    former_at(scan, at).then_some((at, ","))
}

/// A title that runs into a capital word belongs to the next person; a word or two of a body nobody knows may stand between
/// (`A, Tổng Giám đốc Vietcombank B C`).
fn short_name_follows(scan: &Scan, names: &Names, i: usize) -> bool {
    let unknown = |i: usize| scan.capital(i) && (i..i + 2).all(|t| scan.word(t));
    names.at(i).is_some()
        || unknown(i) && (i + 1..=i + 2).any(|t| names.at(t).is_some())
        || (scan.capital(i) && scan.hits(i).iter().any(|h| matches!(h.sense, Sense::Honorific(_) | Sense::Rank(_))))
}

/// Behind a post: a bracket of a few words without an office (an abbreviation, `cũ`) belongs to it.
pub(super) fn after_note(scan: &Scan, end: usize) -> usize {
    if !scan.mark(end, "(") {
        return end;
    }
    let timed = scan.number(end + 1) || scan.any_function(end + 1, &[Function::From, Function::Month, Function::Year]);
    let longest = if timed { 20 } else { 7 };
    let close = (end + 1..end + longest).take_while(|&t| !scan.breaks(t)).find(|&t| scan.mark(t, ")"));
    let plain = |c: &usize| !(end + 1..*c).any(|t| scan.title(t));
    close.filter(plain).map_or(end, |c| c + 1)
}

/// `A, sinh năm 1957; dân tộc Mông; quê quán xã X, huyện Y; nguyên Ủy viên …`: what a notice of a death tells of somebody's life
/// before the offices they held says nothing here. Nobody else is named, and nothing is done, in between.
fn skip_life(scan: &Scan, names: &Names, m: &mut Mention) {
    const LONGEST: usize = 40;
    let born = (scan.mark(m.end, ",") || scan.mark(m.end, ";")) && scan.function(m.end + 1, Function::Origin).is_some();
    let other = |h: &Hit| matches!(h.sense, Sense::Cue(_) | Sense::Honorific(_) | Sense::Rank(_) | Sense::Office(_));
    let plain = |t: &usize| {
        let acts = names.at(*t).is_some() || scan.function(*t, Function::Passive).is_some();
        !scan.breaks(*t) && !acts && !scan.hits(*t).iter().any(other)
    };
    let mut row = (m.end + 1..m.end + LONGEST).take_while(plain).filter(|_| born);
    if let Some(last) = row.find(|&t| scan.mark(t, ";") && former_at(scan, t + 1)) {
        m.end = last;
    }
}

/// `(left)`, `(aged 52)`, `(born 1970)` behind a name say nothing here.
fn skip_bracket_notes(scan: &Scan, m: &mut Mention) {
    if !scan.mark(m.end, "(") {
        return;
    }
    // `(61 tuổi, ngụ quận X, TP Y)`
    let aged = scan.number(m.end + 1) || scan.function(m.end + 1, Function::Origin).is_some();
    let longest = if aged { 24 } else { 8 };
    let close = (m.end + 1..m.end + longest).take_while(|&t| !scan.breaks(t)).find(|&t| scan.mark(t, ")"));
    let Some(close) = close else {
        return;
    };
    let titled = (m.end + 1..close).any(|t| scan.hits(t).iter().any(|h| matches!(h.sense, Sense::Office(_))));
    if !titled {
        m.end = close + 1;
        m.core = m.end;
    }
}
