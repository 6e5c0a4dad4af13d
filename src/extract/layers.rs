//! All layers of reading, one after the other.

use super::awards::{self, AwardGiven};
use super::changes::{self, Change};
use super::dates::{self, DateMention};
use super::events::Events;
use super::geography::Geography;
use super::items;
use super::misses::Misses;
use super::names::Names;
use super::posts::Post;
use super::reading::Reading;
use super::roles::{self, Role};
use super::scan::Scan;
use crate::ontology::Ontology;
use crate::ontology::items::Sense;
use crate::source::Article;

/// What all layers read in one article.
pub(super) struct Layers<'l, 'a> {
    pub scan: &'l Scan<'a>,
    pub names: &'l Names,
    pub geography: &'l Geography,
    pub reading: &'l Reading,
    pub dates: &'l [DateMention],
    pub events: &'l Events,
    pub roles: &'l [Role],
    pub changes: &'l [Change],
    pub awards: &'l [AwardGiven],
    pub day: Option<String>,
    /// See [`silent`].
    pub silent: bool,
}

/// Reads an article through all layers, which note in `misses` what they tried in vain, and hands them to `then`.
pub(super) fn read<T>(kb: &Ontology, article: &Article, misses: Misses, then: impl FnOnce(&Layers) -> T) -> T {
    let mut scan = Scan::new(kb, article.read());
    scan.misses = misses;
    let names = Names::find(&scan);
    let day = dates::published(&scan, article.meta.published.as_deref());
    let day_text = day.map(|d| d.to_string());
    let reading = Reading::new(&scan, &names);
    let dates = dates::find(&scan, day);
    let mut events = Events::find(&scan, &names, &reading, &dates);
    let silent = silent(&scan, &reading, &events);
    let geography = if silent {
        Geography::default()
    } else {
        let beside = || super::geography::told_beside(kb, &article.meta, day_text.as_deref());
        Geography::read(&scan, &names, day_text.as_deref(), events.digest.clone(), beside)
    };
    let (roles, changes, awards) = if silent {
        Default::default()
    } else {
        let sentences = items::of_sentences(&scan, &reading, &events);
        let roles = roles::find(&scan, &reading, &mut events, &dates, &sentences);
        let changes = changes::find(&scan, &names, &reading, &dates, &sentences);
        (roles, changes, awards::find(&scan, &names, &reading, &sentences))
    };
    then(&Layers {
        scan: &scan,
        names: &names,
        geography: &geography,
        reading: &reading,
        dates: &dates,
        events: &events,
        roles: &roles,
        changes: &changes,
        awards: &awards,
        day: day_text,
        silent,
    })
}

/// Whether an article names nobody by a rank or an office that may be one of the state, and no event, award or election: no clause of
/// it states anything, and none needs to be read, unless somebody asks what was tried. A third of all news is so.
fn silent(scan: &Scan, reading: &Reading, events: &Events) -> bool {
    // What else the article tells may complete an office without a body, and no other.
    let open = |post: &Post| {
        let foreign = post.foreign || scan.kb.offices[usize::from(post.office)].foreign;
        post.body.is_none() && !foreign
    };
    let counts = |post: &Post| post.public(scan) || open(post);
    let in_office = reading.mentions.iter().any(|m| m.rank.is_some() || m.posts.iter().any(|(post, _)| counts(post)));
    // Whoever is elected may get a seat that is no office (`Ủy viên Trung ương Đảng`); all other changes are of one.
    let elects = |s: Sense| matches!(s, Sense::Cue(c) if scan.kb.cues[usize::from(c)].states == "Election");
    let states = || scan.has(|s| elects(s) || matches!(s, Sense::Award(_)));
    !(scan.misses.are_kept() || in_office || !events.mentions.is_empty() || states())
}
