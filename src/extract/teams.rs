//! Working parties: who leads a delegation, a team or a commission named there or in the sentence before (`Đoàn thanh tra do A làm trưởng đoàn`).

use super::bodies::{Body, body_of_office};
use super::names::Names;
use super::people::{Mention, Naming};
use super::posts::{Post, post_at};
use super::scan::Scan;
use crate::ontology::items::{Function, Sense};

/// How many sentences back the party may be named.
const BACK: usize = 1;

/// Gives those who lead working parties their offices, and these the parties.
pub(super) fn read(scan: &Scan, names: &Names, mentions: &mut [Mention]) {
    for mention in mentions.iter_mut() {
        let start = mention.start;
        for (post, _) in mention.posts.iter_mut().filter(|(p, _)| p.body.is_none() && !p.dangling && !p.foreign) {
            post.body = team_before(scan, names, post, start);
        }
        if !matches!(mention.naming, Naming::Bare) || scan.function(start, Function::Pronoun).is_some() {
            let post = served_as(scan, names, mention);
            mention.posts.extend(post.map(|p| (p, "leads-team")));
        }
    }
}

/// The office of a working party that somebody is said to serve as: the party is told behind it or before.
fn served_as(scan: &Scan, names: &Names, m: &Mention) -> Option<Post> {
    let at = m.end + usize::from(scan.mark(m.end, ",") || scan.mark(m.end, "-"));
    let mut post = post_at(scan, names, scan.function(at, Function::Serves)?)?;
    if post.foreign || names.at(post.end).is_some() {
        return None;
    }
    let agent = scan.ends_before(m.start, |s| s == Sense::Function(Function::Agent));
    // `ông làm Trưởng ban X`: an office that somebody takes up.
    if agent.is_none() && post.body.is_some() && matches!(m.naming, Naming::Bare) {
        return None;
    }
    post.body = post.body.take().or_else(|| team_before(scan, names, &post, agent.unwrap_or(m.start)));
    let led = scan.kb.offices[usize::from(post.office)].team_head.is_some();
    let team = post.body.as_ref().is_some_and(|b| b.class == "Commission");
    (led && team).then_some(post)
}

/// The working party named last before token `to` that is of the kind an office leads.
fn team_before(scan: &Scan, names: &Names, post: &Post, to: usize) -> Option<Body> {
    let head = scan.kb.offices[usize::from(post.office)].team_head.as_deref()?;
    let first = scan.sentences[scan.sentence_of(to).saturating_sub(BACK)].start;
    let headed =
        |b: &Body| b.class == "Commission" && b.end <= to && b.head.starts_with(head) && b.head.len() > head.len();
    let named = (first..to).rev().filter(|&i| scan.hits(i).iter().any(|h| matches!(h.sense, Sense::Pattern(_))));
    { named }.find_map(|i| body_of_office(scan, names, i).filter(headed))
}
