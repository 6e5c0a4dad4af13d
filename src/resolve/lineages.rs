//! Through the merger of provinces: which bodies and posts are one line, and which body took the place of which.

use std::collections::BTreeMap;

use super::{Draft, EntityIndex, Kind};
use crate::text::key::key;

/// Joins the bodies of one name in units of one name, and notes which body took the place of another.
pub(super) fn of_bodies(draft: &mut Draft) {
    let mut lines: BTreeMap<(String, String), EntityIndex> = BTreeMap::new();
    let mut kinds: BTreeMap<(String, String), Vec<EntityIndex>> = BTreeMap::new();
    for index in 0..draft.entities.len() {
        let entity = &draft.entities[index];
        let Kind::Body { place: Some(place), .. } = entity.kind else {
            continue;
        };
        let iri = draft.entities[place].iri.as_str().to_owned();
        let label = key(&entity.label);
        let line = (label.clone(), draft.gazetteer.unit(&iri).to_owned());
        let first = *lines.entry(line).or_insert(index);
        if first != index {
            draft.lineage.insert(index, first);
        }
        if let (true, Some(name)) = (draft.gazetteer.is_province(&iri), draft.gazetteer.name(&iri)) {
            let bare = draft.gazetteer.known.without_place(&label, &name).to_owned();
            kinds.entry((bare, iri)).or_default().push(index);
        }
    }
    for ((bare, iri), bodies) in &kinds {
        let Some(next) = draft.gazetteer.successor(iri) else {
            continue;
        };
        // Of two in a province nobody knows which it was.
        if let ([old], Some([new])) = (&bodies[..], kinds.get(&(bare.clone(), next.to_owned())).map(Vec::as_slice)) {
            draft.succeeded.push((*old, *new));
        }
    }
    let iri = |index: &EntityIndex| draft.entities[*index].iri.as_str();
    draft.succeeded.sort_by(|a, b| (iri(&a.0), iri(&a.1)).cmp(&(iri(&b.0), iri(&b.1))));
}

/// Joins the posts of one title in the bodies of one line.
pub(super) fn of_posts(draft: &mut Draft) {
    let mut lines: BTreeMap<(String, EntityIndex), EntityIndex> = BTreeMap::new();
    for index in 0..draft.entities.len() {
        let Kind::Post { title, body: Some(body) } = &draft.entities[index].kind else {
            continue;
        };
        let first = *lines.entry((key(title), draft.lineage(*body))).or_insert(index);
        if first != index {
            draft.lineage.insert(index, first);
        }
    }
}
