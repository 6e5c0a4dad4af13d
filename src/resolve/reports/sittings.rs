//! Which assembly a sitting is of: one of a province, or of the country, sits once a day, so that two reports of a day are of
//! one sitting, whomever they name.

use std::collections::BTreeSet;

use super::super::{Draft, EntityIndex, Kind};
use super::Report;
use super::named::called;

/// The assembly whose sitting an article tells of in an event named `label`, by the IRI of its province (empty for the
/// country's).
///
/// A sitting whose name or host tells a body is that body's; else it is that of the one assembly that the article names.
pub(super) fn assembly(draft: &Draft, report: &Report, label: &str) -> Option<String> {
    let seat = |body: &EntityIndex| seat(draft, *body, &report.class);
    let body = |n: &EntityIndex| matches!(draft.entities[*n].kind, Kind::Body { .. });
    let named: BTreeSet<EntityIndex> =
        draft.slots[report.slot.0].iter().flatten().copied().filter(|n| body(n)).collect();
    if named.iter().chain(&report.bodies).all(|body| seat(body).is_none()) {
        return None;
    }
    let called = called(draft, report.slot.0, label);
    let theirs: BTreeSet<EntityIndex> = called.chain(report.bodies.iter().copied()).collect();
    let seats: BTreeSet<String> = match theirs.is_empty() {
        true => named.iter().filter_map(seat).collect(),
        false => theirs.iter().map(seat).collect::<Option<_>>()?,
    };
    // Articles on a council name the country's assembly too, and councils of provinces that went into its own.
    let Some(province) = report.province.as_deref() else {
        return (seats.len() == 1 && seats.contains("")).then(String::new);
    };
    let below = seats.iter().any(|seat| !seat.is_empty() && !draft.gazetteer.is_province(seat));
    let own = || seats.iter().any(|seat| draft.gazetteer.province(seat) == Some(province));
    (!below && own()).then(|| province.to_owned())
}

/// The place that a body is the assembly of, by its IRI: empty for the country's; none for bodies that hold no events of
/// `class` of the kind, and for what is only part of an assembly.
fn seat(draft: &Draft, body: EntityIndex, class: &str) -> Option<String> {
    match &draft.entities[body].kind {
        Kind::Body { class: of, place, parent } if draft.gazetteer.known.classes.sits_as(of) == Some(class) => {
            match (place, parent) {
                (Some(place), _) => Some(draft.entities[*place].iri.as_str().to_owned()),
                (None, None) => Some(String::new()),
                (None, Some(_)) => None,
            }
        }
        _ => None,
    }
}
