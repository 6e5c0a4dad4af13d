//! All layers of reading, one after the other.

use super::awards::{self, AwardGiven};
use super::changes::{self, Change};
use super::dates::{self, DateMention};
use super::events::Events;
use super::geography::Geography;
use super::items;
use super::misses::Misses;
use super::names::Names;
use super::reading::Reading;
use super::roles::{self, Role};
use super::scan::Scan;
use crate::ontology::Ontology;
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
}

/// Reads an article through all layers, which note in `misses` what they tried in vain, and hands them to `then`.
pub(super) fn read<T>(kb: &Ontology, article: &Article, misses: Misses, then: impl FnOnce(&Layers) -> T) -> T {
    let mut scan = Scan::new(kb, &article.text);
    scan.misses = misses;
    let names = Names::find(&scan);
    let day = dates::published(&scan, article.meta.published.as_deref());
    let day_text = day.map(|d| d.to_string());
    let geography = {
        let beside = || super::geography::told_beside(kb, &article.meta, day_text.as_deref());
        Geography::read(&scan, &names, day_text.as_deref(), beside)
    };
    let reading = Reading::new(&scan, &names);
    let dates = dates::find(&scan, day);
    let mut events = Events::find(&scan, &names, &reading, &dates);
    let sentences = items::of_sentences(&scan, &reading, &events);
    let roles = roles::find(&scan, &reading, &mut events, &dates, &sentences);
    let changes = changes::find(&scan, &names, &reading, &dates, &sentences);
    let awards = awards::find(&scan, &names, &reading, &sentences);
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
    })
}
