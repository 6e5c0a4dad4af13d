//! Bodies merge by name and place, posts by title and body.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::decisions::Outcome;
use super::forms::{Forms, most_frequent};
use super::sightings::day_number;
use super::slug::{short_hash, slug};
use super::{Draft, EntityIndex, Kind, Slot, lineages};
use crate::extract::record::{Entity, EntityKind, Record};
use crate::ontology::vocab;
use crate::text::key::key;

/// Bodies of one name by the place they are responsible for.
type Block = BTreeMap<Option<EntityIndex>, Vec<Slot>>;

/// The class of the bodies whose departments are told without them again and again.
const POLICE: &str = "PoliceBody";

/// Gives every body its entity.
///
/// Two bodies are one when their names have one key and their places are one; a body without a place is the one of its
/// name with a place, if there is only one such. The body of a province that others went into is another than that of the
/// province of this name before.
pub(super) fn resolve(draft: &mut Draft, outcomes: &mut [Outcome]) {
    let mut blocks: BTreeMap<String, Block> = BTreeMap::new();
    let (mut shorts, mut short) = (BTreeMap::<String, BTreeSet<String>>::new(), HashSet::new());
    let only = only_police(draft);
    for Named { slot, own, full, whole, place } in draft.read(|slot, entity| named(draft, &only, slot, entity)) {
        if let Some(full) = &full {
            short.insert(slot);
            shorts.entry(full.clone()).or_default().insert(own.clone());
        }
        let name = [Some(full.unwrap_or(own)), whole].into_iter().flatten().collect::<Vec<_>>().join(" ");
        blocks.entry(name).or_default().entry(place).or_default().push(slot);
    }
    let places = former_names(draft, "place/");
    let mut found = Vec::new();
    for (key, mut block) in blocks {
        if block.len() == 2
            && let Some(placeless) = block.remove(&None)
        {
            block.values_mut().for_each(|slots| slots.extend(&placeless));
        }
        let alone = block.len() == 1;
        for (place, slots) in block {
            let plain = format!("body/{}", slug(&key));
            let (path, mut former) = paths(&plain, place.map(|p| draft.name(p)), alone);
            // Alone by their short names they would be called by those.
            for name in shorts.get(&key).into_iter().flatten() {
                let (once, others) = paths(&format!("body/{}", slug(name)), place.map(|p| draft.name(p)), alone);
                former.extend(others.into_iter().chain([once]));
            }
            for name in place.and_then(|p| places.get(&p)).into_iter().flatten() {
                let (once, others) = paths(&plain, Some(name), alone);
                former.extend(others.into_iter().chain([once]).filter(|p| *p != path));
            }
            found.push(((path, former), place, slots));
        }
    }
    let made = mint(draft, found, &short, outcomes);
    set_parents(draft, &made, &only);
    lineages::of_bodies(draft);
}

/// What a body is called, by keys.
struct Named {
    slot: Slot,
    /// Its own name, and that with its field in full where it is called by a short form of it.
    own: String,
    full: Option<String>,
    /// The name of what it is part of, where its own leaves that out.
    whole: Option<String>,
    /// The place it is responsible for.
    place: Option<EntityIndex>,
}

/// What the body `entity` of `slot` is called; none where it is no body.
fn named(draft: &Draft, only: &[Option<usize>], slot: Slot, entity: &Entity) -> Option<Named> {
    let EntityKind::Body { parent, .. } = &entity.kind else {
        return None;
    };
    let police = police_of(draft, only, slot);
    let place = own_place(draft, slot.0, police.unwrap_or(entity));
    let whole = police.filter(|_| parent.is_none()).map(|whole| key(&whole.label));
    let own = key(&entity.label);
    let full = in_full(draft, slot.0, &own, place);
    Some(Named { slot, own, full, whole, place })
}

/// The name of a body of record number `r` (a key) with its field in full, where it is called by a short form of that.
fn in_full(draft: &Draft, r: usize, name: &str, place: Option<EntityIndex>) -> Option<String> {
    let known = &draft.gazetteer.known;
    let place = place.map(|place| key(&draft.entities[place].label)).unwrap_or_default();
    let bare = known.without_place(name, &place);
    let day = draft.records[r].article.published.as_deref().and_then(day_number);
    Some(known.in_full(bare, day)? + &name[bare.len()..])
}

/// For each record the police of a province that it tells, by its place in the record, where it tells no other police.
fn only_police(draft: &Draft) -> Vec<Option<usize>> {
    let only = |(r, record): (usize, &&Record)| {
        let police =
            |e: &Entity| matches!(&e.kind, EntityKind::Body { class, place: Some(_), parent: None } if class == POLICE);
        let mut all = (0..record.entities.len()).filter(|e| police(&record.entities[*e]));
        let one = all.next().filter(|_| all.next().is_none())?;
        let place = own_place(draft, r, &record.entities[one])?;
        draft.gazetteer.is_province(draft.entities[place].iri.as_str()).then_some(one)
    };
    draft.records.iter().enumerate().map(only).collect()
}

/// The police that the department of `slot` is part of: told with it, or the only one of its article where the department is named
/// without it (`Phòng Cảnh sát hình sự`). Each province has one, so that the name alone tells none. What the ontology describes is
/// no part, and what has a number is told by that.
fn police_of<'d>(draft: &'d Draft, only: &[Option<usize>], (r, e): Slot) -> Option<&'d Entity> {
    let record = draft.records[r];
    let entity = &record.entities[e];
    let EntityKind::Body { class, place: None, parent } = &entity.kind else {
        return None;
    };
    if class != POLICE {
        return None;
    }
    let name = key(&entity.label);
    let described = || draft.gazetteer.label(&format!("{}body/{}", vocab::ID, slug(&name))).is_some();
    let part = draft.gazetteer.known.part(&name) && !name.contains(|c: char| c.is_ascii_digit()) && !described();
    match parent {
        _ if !part => None,
        Some(parent) => draft.place(r, parent).map(|e| &record.entities[e]),
        None => only[r].map(|e| &record.entities[e]),
    }
}

/// The place of a body of record number `r`, as it is told there.
fn own_place(draft: &Draft, r: usize, body: &Entity) -> Option<EntityIndex> {
    match &body.kind {
        EntityKind::Body { place, .. } => place.as_deref().and_then(|p| draft.resolved_place(r, p)),
        _ => None,
    }
}

/// A body to be: its path, the paths that lead to it, its place, where it is told of.
type Found = ((String, Vec<String>), Option<EntityIndex>, Vec<Slot>);

/// Gives the bodies their entities; one that a decision says to be another goes up in it. By their names in `short` they are called
/// only where they have no other.
fn mint(
    draft: &mut Draft,
    found: Vec<Found>,
    short: &HashSet<Slot>,
    outcomes: &mut [Outcome],
) -> Vec<(EntityIndex, Vec<Slot>)> {
    let (paths, rest): (Vec<_>, Vec<_>) =
        found.into_iter().map(|(paths, place, slots)| (paths, (place, slots))).unzip();
    let heads = draft.aliases.heads(&paths, outcomes);
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    heads.iter().enumerate().for_each(|(n, head)| groups.entry(*head).or_default().push(n));
    let mut made = Vec::new();
    for (n, members) in groups {
        let path = &paths[n].0;
        let slots: Vec<Slot> = members.iter().flat_map(|m| rest[*m].1.iter().copied()).collect();
        let mut forms = draft.forms(&slots);
        let whole: Vec<Slot> = slots.iter().filter(|slot| !short.contains(slot)).copied().collect();
        if (1..slots.len()).contains(&whole.len()) {
            forms.prefer(draft.forms(&whole).best());
        }
        if members.len() > 1 {
            let own = draft.forms(&rest[n].1);
            forms.prefer(own.best());
        }
        let kind = Kind::Body { class: class(draft, &rest[n].1), place: rest[n].0, parent: None };
        let index = draft.mint(path, kind, &forms, &slots);
        let former = members.iter().flat_map(|m| paths[*m].1.iter().chain([&paths[*m].0])).filter(|p| *p != path);
        draft.replaced.extend(former.map(|p| (p.clone(), index)).collect::<Vec<_>>());
        made.push((index, slots));
    }
    made
}

/// The path of a body whose name alone makes `plain`, in a place of this name, and the paths that lead to it.
///
/// `alone`: no other body has its name.
fn paths(plain: &str, place: Option<&str>, alone: bool) -> (String, Vec<String>) {
    let Some(place) = place else {
        return if alone { (plain.to_owned(), Vec::new()) } else { (format!("{plain}--any"), vec![plain.to_owned()]) };
    };
    let (rest, told) = untold(plain, place);
    let placed = format!("{plain}--{rest}");
    match (rest, told) {
        ("", _) => (plain.to_owned(), Vec::new()),
        (_, false) if alone => (plain.to_owned(), vec![placed]),
        // What tells its place by its name has one IRI for ever; what does not had the plain one while it was alone.
        (_, true) => (placed, Vec::new()),
        _ => (placed, vec![plain.to_owned()]),
    }
}

/// What is to be added to the name of a body (both as in IRIs) to tell its place: the part of the place's that its own does not end
/// with already, and whether it tells the place by its own words at least in part.
///
/// `công-an-tỉnh-bắc-ninh` of the Bắc Ninh before 2025 is told whole, that of the one since then lacks `2025`.
fn untold<'p>(name: &str, place: &'p str) -> (&'p str, bool) {
    if name.ends_with(place) {
        return ("", true);
    }
    let cuts = place.match_indices('-').map(|(at, _)| at).rev();
    // A level alone (`tỉnh`) tells no place.
    let told = cuts.filter(|at| place[..*at].contains('-')).find(|at| name.ends_with(&place[..*at]));
    told.map_or((place, false), |at| (place[at..].trim_start_matches('-'), true))
}

fn class(draft: &Draft, slots: &[Slot]) -> String {
    let classes = slots.iter().filter_map(|(r, e)| match &draft.records[*r].entities[*e].kind {
        EntityKind::Body { class, .. } => Some(class.as_str()),
        _ => None,
    });
    most_frequent(classes).unwrap_or("Body").to_owned()
}

/// Each body's parent is the one most articles print; never itself or a body below it.
fn set_parents(draft: &mut Draft, made: &[(EntityIndex, Vec<Slot>)], only: &[Option<usize>]) {
    for (index, slots) in made {
        let parents = slots.iter().filter_map(|(r, e)| match &draft.records[*r].entities[*e].kind {
            EntityKind::Body { parent: None, .. } => draft.resolved_body(*r, &police_of(draft, only, (*r, *e))?.id),
            EntityKind::Body { parent, .. } => draft.resolved_body(*r, parent.as_deref()?),
            _ => None,
        });
        let candidate = most_frequent(parents);
        let candidate = candidate.filter(|p| !ancestors(draft, *p).contains(index));
        if let Kind::Body { parent, .. } = &mut draft.entities[*index].kind {
            *parent = candidate;
        }
    }
}

/// A body and the bodies it is part of.
pub(super) fn ancestors(draft: &Draft, body: EntityIndex) -> Vec<EntityIndex> {
    let mut chain = vec![body];
    let mut at = body;
    while let Kind::Body { parent: Some(p), .. } = draft.entities[at].kind {
        chain.push(p);
        at = p;
    }
    chain
}

/// What makes two mentions one post: the title's key, the body, and the article where that leaves the body open.
type PostKey<'a> = (String, Option<EntityIndex>, Option<&'a str>);

/// Gives every post its entity: one per title and body. A post whose body the article leaves open is that article's
/// alone, or else all who are somewhere a director would meet in one post.
pub(super) fn resolve_posts(draft: &mut Draft) {
    let mut posts: BTreeMap<PostKey<'_>, Vec<Slot>> = BTreeMap::new();
    let told = draft.read(|slot, entity| {
        let EntityKind::Post { title, body } = &entity.kind else {
            return None;
        };
        let body = body.as_deref().and_then(|b| draft.resolved_body(slot.0, b));
        let title = key(title);
        let open = body.is_none() && !draft.gazetteer.bodiless(&title);
        let article = open.then(|| draft.records[slot.0].article.id.as_str());
        Some(((title, body, article), slot))
    });
    for (post, slot) in told {
        posts.entry(post).or_default().push(slot);
    }
    let former = former_names(draft, "body/");
    for ((title_key, body, article), slots) in posts {
        let mut path = format!("post/{}", slug(&title_key));
        if let Some(body) = body {
            path = format!("{path}--{}", draft.name(body));
        } else if let Some(article) = article {
            path = format!("{path}--in-{}", short_hash([article]));
        }
        let mut titles = Forms::default();
        let mut forms = Forms::default();
        for (r, e) in &slots {
            let entity = &draft.records[*r].entities[*e];
            if let EntityKind::Post { title, .. } = &entity.kind {
                titles.add(title);
                let full = |form: &&String| key(form) != title_key;
                entity.variants.iter().chain([&entity.label]).filter(full).for_each(|f| forms.mention(f));
            }
        }
        let title = titles.best().to_owned();
        let shown = match body {
            Some(body) => {
                own_name(draft, &slots, &title, body).unwrap_or_else(|| join(&title, &draft.entities[body].label))
            }
            None => title.clone(),
        };
        forms.prefer(&shown);
        let index = draft.mint(&path, Kind::Post { title, body }, &forms, &slots);
        let names = body.and_then(|b| former.get(&b)).into_iter().flatten();
        let paths = names.map(|name| (format!("post/{}--{name}", slug(&title_key)), index));
        draft.replaced.extend(paths);
    }
    lineages::of_posts(draft);
}

/// The names in the IRIs below `folder` that bodies or places had or would have with fewer articles.
pub(super) fn former_names(draft: &Draft, folder: &str) -> HashMap<EntityIndex, Vec<String>> {
    let mut names: HashMap<EntityIndex, Vec<String>> = HashMap::new();
    for (path, index) in &draft.replaced {
        if let Some(name) = path.strip_prefix(folder) {
            names.entry(*index).or_default().push(name.to_owned());
        }
    }
    names
}

/// The name of an office that tells its body itself (`Chủ tịch nước`), where the records call the post so.
fn own_name(draft: &Draft, slots: &[Slot], title: &str, body: EntityIndex) -> Option<String> {
    let mut names = Forms::default();
    for (r, e) in slots {
        let label = &draft.records[*r].entities[*e].label;
        let plain = key(label) == key(&format!("{title} {}", draft.entities[body].label));
        if !plain && key(label).starts_with(&format!("{} ", key(title))) {
            names.add(label);
        }
    }
    let best = names.best();
    (!best.is_empty() && key(best).split(' ').count() <= key(title).split(' ').count() + 2).then(|| best.to_owned())
}

/// Title and body in one phrase, words that end the one and begin the other written once:
/// `Trưởng Công an` and `Công an huyện Cái Bè` make `Trưởng Công an huyện Cái Bè`.
fn join(title: &str, body: &str) -> String {
    let words: Vec<&str> = title.split_whitespace().collect();
    let rest: Vec<&str> = body.split_whitespace().collect();
    let same = |n: &usize| key(&words[words.len() - n..].join(" ")) == key(&rest[..*n].join(" "));
    let shared = (1..words.len().min(rest.len())).rev().find(same).unwrap_or(0);
    let phrase: Vec<&str> = words.into_iter().chain(rest.into_iter().skip(shared)).collect();
    phrase.join(" ")
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn title_and_body_share_their_words() {
        assert_eq!(join("Trưởng Công an", "Công an huyện Cái Bè"), "Trưởng Công an huyện Cái Bè");
        assert_eq!(join("Thứ trưởng", "Bộ Công an"), "Thứ trưởng Bộ Công an");
        assert_eq!(join("Chủ tịch", "Quốc hội"), "Chủ tịch Quốc hội");
    }
}
