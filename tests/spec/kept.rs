//! What a store keeps for the next page is what its graphs say.

use vietgraph::store::{Store, kept, read};
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
