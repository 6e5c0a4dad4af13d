//! A node's page.

use axum::response::Response;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ask::{Ask, Failure, Id, Source, answer};
use super::code::Code;
use super::parameter::{Offset, date};
use crate::view::NodeIndex;
use crate::view::brief::Brief;
use crate::view::conflicts::Conflict;
use crate::view::incumbents::Term;
use crate::view::page::{Extent, Page, Parts};
use crate::view::tenures::Held;

/// How many lines of each list are read at a time.
const LINES: usize = 30;

/// How many pieces of evidence each has: `/api/evidence` gives the rest.
const PIECES: usize = 2;

#[derive(Deserialize)]
pub(super) struct Asked {
    as_of: Option<String>,
    #[serde(default)]
    offset: Offset,
    list: Option<List>,
}

/// A list of an entity, by its name in the answer.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum List {
    Sections,
    Tenures,
    Holders,
    FormerHolders,
    #[serde(rename = "conflict_list")]
    Conflicts,
    Namesakes,
    Articles,
}

impl Asked {
    /// How much of a list is read: nothing, where another is asked for.
    fn of(&self, list: List) -> Extent {
        match self.list.is_none_or(|asked| asked == list) {
            true => Extent { from: self.offset.0, lines: LINES, evidence: PIECES },
            false => Extent::NONE,
        }
    }
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
    /// How many more there are.
    more_tenures: usize,
    /// Who holds it, a post, or the posts of it, a body.
    holders: Vec<Held>,
    /// How many more do.
    more_holders: usize,
    /// On which day they do.
    holders_on: Option<Date>,
    /// Who held the posts of a body before.
    former_holders: Vec<Held>,
    /// How many more did.
    more_former_holders: usize,
    conflict_list: Vec<Conflict>,
    /// How many more there are.
    more_conflicts: usize,
    /// The other people of the name of a person.
    namesakes: Vec<Brief>,
    /// How many more bear it.
    more_namesakes: usize,
}

/// `GET /api/entity/{id}`
pub(super) async fn entity(Id(id): Id, ask: Ask<Asked>) -> Response {
    answer(ask, "/api/entity/", move |source, asked| {
        let at = source.node(&id)?;
        read(source, at, &asked)
    })
    .await
}

fn read(source: &Source, at: NodeIndex, asked: &Asked) -> Result<Entity, Failure> {
    let (view, store) = (source.view, &source.reading.store);
    let placed = |e: crate::error::Error| e.placed(store.dir());
    let day = date("as_of", asked.as_of.as_deref())?.map(|(_, last)| last);
    let terms = source.terms(at)?;
    let parts = Parts { sections: asked.of(List::Sections), articles: asked.of(List::Articles) };
    let page = match day {
        None => Some(view.page_within(store, at, &terms, parts).map_err(placed)?),
        Some(day) => view.page_as_of(store, at, &terms, day, parts).map_err(placed)?,
    };
    let Some(mut page) = page else {
        let asked = asked.as_of.as_deref().unwrap_or_default();
        let error = format!("nothing was known of {} on {asked}; ask for a later day", view.node(at).label);
        return Err(Failure::new(Code::NotYetKnown, error));
    };
    // What they hold now is not what they held on the day.
    if day.is_none() {
        view.name_offices(&mut page.met);
    }
    let brief = view.brief(at);
    let of_body = brief.kind == "body";
    let (own, of_posts): (&[Term], &[Term]) = if of_body { (&[], &terms) } else { (&terms, &[]) };
    let (tenures, more_tenures) = view.tenures_within(store, own, day, asked.of(List::Tenures)).map_err(placed)?;
    let posts: &[Term] = if ["body", "post"].contains(&brief.kind) { &terms } else { &[] };
    let incumbents = view.incumbents(store, posts, day, asked.of(List::Holders)).map_err(placed)?;
    let before = view.predecessors(store, of_posts, day, asked.of(List::FormerHolders));
    let (former_holders, more_former_holders) = before.map_err(placed)?;
    let conflicts = view.conflicts_within(store, Some(at), asked.of(List::Conflicts));
    let (conflict_list, more_conflicts) = conflicts.map_err(placed)?;
    let (alike, more_namesakes) = asked.of(List::Namesakes).of(source.reading.known.index.namesakes(at));
    Ok(Entity {
        page,
        kind: brief.kind,
        colour: brief.colour,
        shape: brief.shape,
        degree: brief.degree,
        tenures,
        more_tenures,
        holders: incumbents.held,
        more_holders: incumbents.more,
        holders_on: incumbents.on,
        former_holders,
        more_former_holders,
        conflict_list,
        more_conflicts,
        namesakes: alike.into_iter().map(|at| view.brief(at)).collect(),
        more_namesakes,
    })
}
