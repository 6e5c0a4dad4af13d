//! What a store keeps for the next page is what its graphs say.

use std::collections::BTreeSet;

use vietgraph::store::{Store, kept, names, read};
use vietgraph::text::key::bare_key;
use vietgraph::view::View;

use super::shelf::Shelf;

#[test]
fn tables_that_are_kept_are_those_that_are_read() {
    let shelf = Shelf::new();
    shelf.build("store", &shelf.shuffled(3));
    let store = Store::open(&shelf.path("store")).expect("a store");
    for language in ["en", "vi"] {
        let read = read::tables(&store, language).expect("tables");
        assert!(read.nodes.len() > 100 && read.articles.len() == shelf.articles.len());
        for _ in 0..2 {
            assert!(kept::tables(&store, language).expect("tables") == read, "{language}");
        }
    }
}

#[test]
fn a_name_means_the_same_whether_it_is_looked_up_or_searched_for() {
    let shelf = Shelf::new();
    shelf.build("store", &shelf.shuffled(3));
    let store = Store::open(&shelf.path("store")).expect("a store");
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
    let shelf = Shelf::new();
    shelf.build("store", &shelf.shuffled(3));
    let store = Store::open(&shelf.path("store")).expect("a store");
    for language in ["en", "vi"] {
        let whole = View::new(read::tables(&store, language).expect("tables"), store.base());
        // All would take minutes.
        for at in whole.nodes().step_by(if language == "en" { 3 } else { 23 }) {
            let iri = &whole.node(at).iri;
            let part = read::around(&store, &BTreeSet::from([iri.clone()])).expect("a part");
            let part = View::new(read::tables(&part, language).expect("tables"), store.base());
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

#[test]
fn what_is_kept_of_names_leads_to_all_that_bear_them() {
    let shelf = Shelf::new();
    shelf.build("store", &shelf.shuffled(3));
    let store = Store::open(&shelf.path("store")).expect("a store");
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
    std::fs::write(shelf.path("store").join("names.tsv"), fewer).expect("room");
    let store = Store::open(&shelf.path("store")).expect("a store");
    assert_eq!(names::find(&store, "ai cũng được"), None, "names of another state are not read");
}
