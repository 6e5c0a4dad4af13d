//! Members of elected bodies: a list of names behind the body is who was elected.

use super::bodies::body_at;
use super::changes::Change;
use super::dates::DateMention;
use super::items::{Item, Placed};
use super::names::Names;
use super::reading::Reading;
use super::scan::Scan;

/// Those listed as the members of a body that an earlier sentence, or this one, says was elected were elected to it.
pub(super) fn members(
    scan: &Scan,
    names: &Names,
    reading: &Reading,
    dates: &[DateMention],
    sentences: &[Vec<Placed>],
    found: &mut Vec<Change>,
) {
    let mut elected: Vec<(usize, u16, String)> = Vec::new();
    for (n, sentence) in scan.sentences.iter().enumerate() {
        let cue = sentences[n].iter().find_map(|p| match p.item {
            Item::Cue(c) if scan.kb.cues[usize::from(c)].states == "Election" => Some(c),
            _ => None,
        });
        let heads = || sentence.clone().filter_map(|i| body_at(scan, names, i)).map(|b| b.head);
        elected.extend(cue.into_iter().flat_map(|c| heads().map(move |h| (n, c, h))));
    }
    for (mention, m) in reading.mentions.iter().enumerate() {
        let Some((post, _)) = m.posts.iter().find(|(p, rule)| {
            // The list is the body's own, not one of `the members of the body`.
            let own = p.body.as_ref().is_some_and(|b| b.start == p.start);
            *rule == "shared-title" && own && scan.kb.offices[usize::from(p.office)].membership && p.start < m.start
        }) else {
            continue;
        };
        let (sentence, head) = (scan.sentence_of(m.start), post.body.as_ref().map(|b| &b.head));
        let cue = elected.iter().find(|(n, _, h)| *n <= sentence && Some(h) == head);
        if let (Some(&(_, cue, _)), Some(person)) = (cue, reading.who[mention]) {
            let (class, post) = ("Election".to_owned(), Some(post.clone()));
            let (start, end) = (m.start, m.core);
            let date = dates.iter().position(|d| scan.sentences[sentence].contains(&d.start) && d.value.len() >= 6);
            found.push(Change {
                class,
                person,
                post,
                rank: None,
                own: false,
                cue,
                sentence,
                start,
                end,
                mention,
                again: Vec::new(),
                date,
                past: false,
            });
        }
    }
}
