//! What a store keeps for the next page is what its graphs say.

use std::collections::BTreeSet;

use vietgraph::store::{Store, kept, names, read};
use vietgraph::text::key::bare_key;
use vietgraph::view::View;

use super::shelf::Shelf;

/// The articles of the shelf in a store.
fn built() -> (Shelf, Store) {
    let shelf = Shelf::new();
    shelf.build("store", &shelf.shuffled(3));
    let store = Store::open(&shelf.path("store")).expect("a store");
    (shelf, store)
}

#[test]
fn tables_that_are_kept_are_those_that_are_read() {
    let (shelf, store) = built();
    for language in ["en", "vi"] {
        let read = read::tables(&store, language).expect("tables");
        assert!(read.nodes.len() > 100 && read.articles.len() == shelf.articles.len());
        for _ in 0..2 {
            assert!(kept::tables(&store, language).expect("tables") == read, "{language}");
            assert!(kept::schema(&store, language).expect("a schema") == read.schema, "{language}");
        }
    }
}

#[test]
fn a_name_means_the_same_whether_it_is_looked_up_or_searched_for() {
    let (_shelf, store) = built();
    let mut tables = kept::tables(&store, "en").expect("tables");
    let quick = View::new(tables.clone(), store.base());
    tables.names.clear();
    let slow = View::new(tables, store.base());
    // All would take minutes.
    for at in quick.nodes().step_by(7) {
        let node = quick.node(at);
        for name in std::iter::once(&node.label).chain(&node.variants) {
            for typed in [name.clone(), name.to_uppercase(), bare_key(name), format!("{name} nữa")] {
                assert_eq!(quick.candidates(&typed), slow.candidates(&typed), "{typed}");
            }
        }
    }
}

#[test]
fn a_page_made_from_a_part_of_the_store_is_that_of_the_whole() {
    let (_shelf, store) = built();
    for language in ["en", "vi"] {
        let whole = View::new(read::tables(&store, language).expect("tables"), store.base());
        // All would take minutes.
        for at in whole.nodes().step_by(if language == "en" { 3 } else { 23 }) {
            let iri = &whole.node(at).iri;
            let part = part_with(&store, [iri.clone()], language);
            let page = |view: &View| {
                let at = view.find(iri).unwrap_or_else(|| panic!("{iri} is a node"));
                let told = view.tell_apart(at);
                (serde_json::to_string_pretty(&view.page(&store, at).expect("a page")).expect("plain data"), told)
            };
            let ((part, near), (whole, all)) = (page(&part), page(&whole));
            let other = part.lines().zip(whole.lines()).find(|(a, b)| a != b);
            assert!(part == whole && near == all, "{iri}: {other:?}, {near}, {all}");
        }
    }
}

/// The view of the part of a store with some resources.
fn part_with(store: &Store, seeds: impl IntoIterator<Item = String>, language: &str) -> View {
    let schema = kept::schema(store, language).expect("a schema");
    let part = read::part_with(store, &schema, &seeds.into_iter().collect()).expect("a part").expect("few neighbours");
    View::new(read::tables_with(&part, schema).expect("tables"), store.base())
}

#[test]
fn whom_a_shared_name_may_mean_is_told_by_a_part_as_by_the_whole() {
    let (_shelf, store) = built();
    let whole = View::new(read::tables(&store, "en").expect("tables"), store.base());
    let mut shared: BTreeSet<String> = BTreeSet::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for at in whole.nodes() {
        let name = bare_key(&whole.node(at).label);
        shared.extend((!seen.insert(name.clone())).then_some(name));
    }
    let former = whole.nodes().filter_map(|at| whole.node(at).iri.rsplit_once("--").map(|(plain, _)| plain.to_owned()));
    let asked: Vec<String> = shared.into_iter().chain(former.step_by(3)).collect();
    assert!(asked.len() > 40);
    let told = |view: &View, name: &str| {
        let ids: Vec<String> = view.candidates(name).iter().map(|at| view.id(*at).to_owned()).collect();
        (ids, view.named(name).map(|at| view.id(at).to_owned()).map_err(|e| e.to_string()))
    };
    let classes: BTreeSet<String> = whole.classes().iter().map(|class| bare_key(&class.label)).collect();
    for name in asked.iter().filter(|name| !classes.contains(*name)) {
        let mut seeds = read::with_id(&store, store.base(), name).expect("a store");
        seeds.extend(names::find(&store, name).expect("names are kept"));
        let part = part_with(&store, seeds, "en");
        if !part.candidates(name).is_empty() {
            assert_eq!(told(&part, name), told(&whole, name), "{name}");
        } else {
            assert!(whole.candidates(name).is_empty() || whole.with_id(name).is_none(), "{name}");
        }
    }
}

#[test]
fn what_is_kept_of_names_leads_to_all_that_bear_them() {
    let (_shelf, store) = built();
    let whole = View::new(read::tables(&store, "vi").expect("tables"), store.base());
    for at in whole.nodes() {
        let node = whole.node(at);
        // What nobody named is called by its class.
        let named = |name: &&String| node.classes.iter().filter_map(|c| whole.class(c)).all(|c| c.label != **name);
        for name in std::iter::once(&node.label).chain(&node.variants).filter(named) {
            for typed in [name.clone(), name.to_uppercase(), bare_key(name)] {
                let found = names::find(&store, &typed).expect("names are kept");
                assert!(found.contains(&node.iri), "{typed}: {} not in {found:?}", node.iri);
            }
            assert_eq!(names::find(&store, &format!("{name} nữa")).expect("names are kept"), [""; 0], "{name}");
        }
    }
}

#[test]
fn names_are_kept_of_the_store_as_it_is_now() {
    let shelf = Shelf::new();
    let ids = shelf.shuffled(3);
    shelf.build("store", &ids);
    let kept = || std::fs::read_to_string(shelf.path("store").join("names.tsv")).expect("names are kept");
    let all = kept();
    shelf.retract("store", &ids[..40]);
    let fewer = kept();
    assert!(fewer.lines().count() < all.lines().count());
    shelf.build("store", &ids);
    assert_eq!(kept(), all);
    let left = shelf.path("store").join("names.tsv.new");
    std::fs::write(&left, &all).expect("room");
    shelf.retract("store", &ids[..1]);
    assert!(!left.exists(), "what was broken off is not kept");
    shelf.build("store", &ids);
    std::fs::write(shelf.path("store").join("names.tsv"), fewer).expect("room");
    let store = Store::open(&shelf.path("store")).expect("a store");
    assert_eq!(names::find(&store, "ai cũng được"), None, "names of another state are not read");
}
