//! Sittings told by what a member of an assembly does there (`Thảo luận dự án luật sáng 15/11, đại biểu X cho rằng …`).

use std::ops::Range;

use super::people::Mention;
use super::reading::Reading;
use super::scan::Scan;
use crate::ontology::items::Function;

/// Whether the verb at tokens `verb` opens a sentence whose first clause tells the day, and a member of a body of one of
/// `classes` speaks right behind the clause's comma.
pub(super) fn debated(scan: &Scan, reading: &Reading, verb: &Range<usize>, classes: &[String]) -> bool {
    let sentence = &scan.sentences[scan.sentence_of(verb.start)];
    if scan.any_function(sentence.start, &[Function::Negation, Function::Future]) || !opens(scan, verb.start) {
        return false;
    }
    // The first clause: up to the comma that who speaks stands behind.
    let speaker = |i: &usize| {
        scan.mark(*i, ",")
            .then(|| reading.mentions.binary_search_by_key(&(i + 1), |m| m.start).ok())
            .flatten()
            .map(|m| (*i, &reading.mentions[m]))
    };
    let Some((comma, who)) = (verb.end..sentence.end).find_map(|i| speaker(&i)) else {
        return false;
    };
    let day = |i: usize| scan.function(i, Function::DateLead).is_some_and(|end| scan.number(end));
    let certain = !(sentence.start..comma)
        .any(|i| scan.any_function(i, &[Function::Future, Function::Background, Function::PressTalk]));
    certain && (sentence.start..comma).any(day) && member(scan, who, classes) && speaks(scan, who.end)
}

/// Whether a verb at token `i` opens its sentence, or stands behind a comma near a day that does.
fn opens(scan: &Scan, i: usize) -> bool {
    let start = scan.sentences[scan.sentence_of(i)].start;
    const DAY: usize = 8;
    let lead = || i <= start + DAY && scan.function(start, Function::DateLead).is_some() && scan.mark(i - 1, ",");
    i == start || lead()
}

/// Whether somebody is told as a member of a body of one of `classes`.
fn member(scan: &Scan, who: &Mention, classes: &[String]) -> bool {
    who.posts.iter().any(|(post, _)| {
        let office = &scan.kb.offices[usize::from(post.office)];
        let of_body = post.body.as_ref().is_some_and(|b| classes.contains(&b.class));
        of_body || office.membership && office.classes.iter().any(|c| classes.contains(c))
    })
}

/// Whether a verb of speech follows at token `i` or a few words on.
fn speaks(scan: &Scan, i: usize) -> bool {
    const NEAR: usize = 4;
    (i..i + NEAR).any(|t| scan.cue_of(t, "spokeAt"))
}
