//! A node's page.

use std::sync::Arc;

use axum::response::Response;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ask::{Ask, Failure, Id, Source, answer};
use super::code::Code;
use crate::ontology::vocab::POST;
use crate::view::NodeIndex;
use crate::view::brief::Brief;
use crate::view::conflicts::Conflict;
use crate::view::incumbents::Incumbents;
use crate::view::page::{Extent, Page};
use crate::view::period::Period;
use crate::view::tenures::Held;

/// How much of a page is read: `/api/evidence` and `/api/neighbours` give the rest.
const EXTENT: Extent = Extent { lines: 200, evidence: 2 };

/// A body with more tenures has many.
const MANY: usize = 50;

#[derive(Deserialize)]
pub(super) struct Asked {
    as_of: Option<String>,
}

#[derive(Serialize)]
struct Entity {
    #[serde(flatten)]
    page: Page,
    kind: &'static str,
    colour: Option<String>,
    shape: Option<String>,
    degree: usize,
    /// Of a person, or of a post or rank.
    tenures: Vec<Held>,
    /// Who holds it, a post, or the posts of it, a body.
    holders: Vec<Held>,
    /// How many of them were left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    more_holders: Option<usize>,
    /// On which day they do.
    holders_on: Option<Date>,
    conflict_list: Vec<Conflict>,
    namesakes: Vec<Brief>,
}

/// `GET /api/entity/{id}`
pub(super) async fn entity(Id(id): Id, ask: Ask<Asked>) -> Response {
    answer(ask, "/api/entity/", move |source, asked| {
        let at = source.node(&id)?;
        read(source, at, asked.as_of.as_deref().filter(|day| !day.is_empty()))
    })
    .await
}

fn read(source: &Source, at: NodeIndex, as_of: Option<&str>) -> Result<Entity, Failure> {
    let (view, store) = (source.view, &source.reading.store);
    let placed = |e: crate::error::Error| e.placed(store.dir());
    let day = Period::parse(None, as_of)?.to;
    let page = match day {
        None => Some(view.page_within(store, at, EXTENT).map_err(placed)?),
        Some(day) => view.page_as_of(store, at, day, EXTENT).map_err(placed)?,
    };
    let Some(page) = page else {
        let error = format!(
            "nothing was known of {} on {}; ask for a later day",
            view.node(at).label,
            as_of.unwrap_or("that day")
        );
        return Err(Failure::new(Code::NotYetKnown, error));
    };
    let brief = view.brief(at);
    let mut tenures = view.tenures_with(store, at, EXTENT.evidence).map_err(placed)?;
    if let Some(day) = day {
        tenures.retain(|held| held.on(day).is_some() || held.over_by(day));
    }
    let incumbents = match view.is_a(at, POST) {
        true => Arc::new(view.incumbents_among(store, &tenures, day, EXTENT).map_err(placed)?),
        false => of_body(source, at, day)?,
    };
    let alike = source.reading.known.index.namesakes(at);
    Ok(Entity {
        page,
        kind: brief.kind,
        colour: brief.colour,
        shape: brief.shape,
        degree: brief.degree,
        tenures,
        holders: incumbents.held.clone(),
        more_holders: Some(incumbents.more).filter(|more| *more > 0),
        holders_on: incumbents.on,
        conflict_list: view.conflicts(store, Some(at)).map_err(placed)?,
        namesakes: alike.into_iter().map(|at| view.brief(at)).collect(),
    })
}

/// Who holds the posts of a body. Of a body with many tenures they are worked out once; of the others soon enough each time.
fn of_body(source: &Source, at: NodeIndex, day: Option<Date>) -> Result<Arc<Incumbents>, Failure> {
    let (view, store, known) = (source.view, &source.reading.store, &source.reading.known);
    let placed = |e: crate::error::Error| e.placed(store.dir());
    let held = &known.incumbents[source.language];
    if let Some(found) = held.get(at).filter(|_| day.is_none()) {
        return Ok(found);
    }
    let terms = match known.terms.get(at) {
        Some(terms) => terms,
        None => Arc::new(view.terms(store, at).map_err(placed)?),
    };
    let found = Arc::new(view.incumbents(store, &terms, day, EXTENT).map_err(placed)?);
    if terms.len() > MANY {
        known.terms.keep(at, &terms);
        if day.is_none() {
            held.keep(at, &found);
        }
    }
    Ok(found)
}
