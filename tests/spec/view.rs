//! The graph view: what is an edge is said in the schema, and what is computed agrees with other programs.

use std::time::{Duration, Instant};

use petgraph::graph::NodeIndex;
use vietgraph::ontology::vocab::ID;
use vietgraph::store::read::{Edge, EdgeKind, Node, Schema, Tables, tables};
use vietgraph::view::View;
use vietgraph::view::period::Period;

use super::sample::{Dice, Facts, country, few};

/// Zachary's karate club, and what networkx 3 computes for it.
const KARATE: [(usize, usize); 78] = [
    (0, 1),
    (0, 2),
    (0, 3),
    (0, 4),
    (0, 5),
    (0, 6),
    (0, 7),
    (0, 8),
    (0, 10),
    (0, 11),
    (0, 12),
    (0, 13),
    (0, 17),
    (0, 19),
    (0, 21),
    (0, 31),
    (1, 2),
    (1, 3),
    (1, 7),
    (1, 13),
    (1, 17),
    (1, 19),
    (1, 21),
    (1, 30),
    (2, 3),
    (2, 7),
    (2, 8),
    (2, 9),
    (2, 13),
    (2, 27),
    (2, 28),
    (2, 32),
    (3, 7),
    (3, 12),
    (3, 13),
    (4, 6),
    (4, 10),
    (5, 6),
    (5, 10),
    (5, 16),
    (6, 16),
    (8, 30),
    (8, 32),
    (8, 33),
    (9, 33),
    (13, 33),
    (14, 32),
    (14, 33),
    (15, 32),
    (15, 33),
    (18, 32),
    (18, 33),
    (19, 33),
    (20, 32),
    (20, 33),
    (22, 32),
    (22, 33),
    (23, 25),
    (23, 27),
    (23, 29),
    (23, 32),
    (23, 33),
    (24, 25),
    (24, 27),
    (24, 31),
    (25, 31),
    (26, 29),
    (26, 33),
    (27, 33),
    (28, 31),
    (28, 33),
    (29, 32),
    (29, 33),
    (30, 32),
    (30, 33),
    (31, 32),
    (31, 33),
    (32, 33),
];
const KARATE_PAGERANK: [f64; 34] = [
    0.096997, 0.052877, 0.057079, 0.03586, 0.021978, 0.029111, 0.029111, 0.02449, 0.029766, 0.014309, 0.021978,
    0.009565, 0.014645, 0.029536, 0.014536, 0.014536, 0.016784, 0.014559, 0.014536, 0.019605, 0.014536, 0.014559,
    0.014536, 0.031523, 0.021076, 0.021006, 0.015044, 0.02564, 0.019573, 0.026289, 0.02459, 0.037158, 0.071693,
    0.100919,
];
const KARATE_BETWEENNESS: [f64; 34] = [
    231.0714, 28.4786, 75.8508, 6.2881, 0.3333, 15.8333, 15.8333, 0.0, 29.5294, 0.4476, 0.3333, 0.0, 0.0, 24.2159, 0.0,
    0.0, 0.0, 0.0, 0.0, 17.1468, 0.0, 0.0, 0.0, 9.3, 1.1667, 2.0278, 0.0, 11.7921, 0.9476, 1.5429, 7.6095, 73.0095,
    76.6905, 160.5516,
];

pub fn view_of(facts: Facts) -> View {
    View::new(tables(&facts.into_store(), "vi").unwrap(), ID)
}

/// A view of plain numbers, each edge with its weight.
fn numbers(nodes: usize, edges: &[(usize, usize, f64)]) -> View {
    let node = |i: usize| Node {
        iri: format!("{i:06}"),
        label: format!("Số {i}"),
        variants: Vec::new(),
        classes: Vec::new(),
        start: None,
        end: None,
        articles: Vec::new(),
        seniority: None,
        planned: false,
    };
    let mut weights: Vec<f64> = edges.iter().map(|e| e.2).collect();
    weights.sort_by(f64::total_cmp);
    weights.dedup();
    let kind = |weight: &f64| EdgeKind {
        iri: format!("w{weight}"),
        label: "nối".into(),
        weight: *weight,
        above: Vec::new(),
        inverse: Vec::new(),
        inverse_label: None,
        proven: false,
    };
    let kind_of = |weight: f64| weights.iter().position(|w| *w == weight).unwrap();
    let tables = Tables {
        schema: Schema { kinds: weights.iter().map(kind).collect(), ..Schema::default() },
        nodes: (0..nodes).map(node).collect(),
        edges: edges
            .iter()
            .map(|(a, b, w)| Edge { from: *a, to: *b, kind: kind_of(*w), articles: Vec::new() })
            .collect(),
        ..Tables::default()
    };
    View::new(tables, "")
}

fn karate() -> View {
    numbers(34, &KARATE.map(|(a, b)| (a, b, 1.0)))
}

fn labels(view: &View) -> Vec<&str> {
    view.nodes().map(|at| view.node(at).label.as_str()).collect()
}

#[test]
fn pagerank_and_betweenness_agree_with_networkx() {
    let view = karate();
    for (ours, theirs) in view.pagerank().iter().zip(KARATE_PAGERANK) {
        assert!((ours - theirs).abs() < 2e-6, "{ours} {theirs}");
    }
    for (ours, theirs) in view.betweenness(None).iter().zip(KARATE_BETWEENNESS) {
        assert!((ours - theirs).abs() < 1e-3, "{ours} {theirs}");
    }
    let weighted = numbers(4, &[(0, 1, 1.0), (1, 2, 0.2), (2, 0, 0.5)]).pagerank();
    for (ours, theirs) in weighted.iter().zip([0.410278, 0.331304, 0.210799, 0.047619]) {
        assert!((ours - theirs).abs() < 2e-6, "{ours} {theirs}");
    }
    let sampled = view.betweenness(Some(17));
    assert!(sampled.iter().all(|b| b.is_finite()) && sampled[0] > 100.0, "{sampled:?}");
}

#[test]
fn ways_agree_with_networkx() {
    let view = karate();
    let (from, to) = (NodeIndex::new(14), NodeIndex::new(16));
    let all = view.ways(from, to, 1000, 6);
    let of_length = |n: usize| all.ways.iter().filter(|w| w.len() == n + 1).count();
    assert_eq!((of_length(5), of_length(6), all.ways.len()), (14, 80, 94));
    assert_eq!((all.best, all.more), (14, false));
    assert!(all.ways.is_sorted_by_key(Vec::len));
    let few = view.ways(from, to, 3, 6);
    assert_eq!((few.ways.len(), few.more), (3, true));
    assert!(view.ways(from, to, 10, 4).ways.is_empty());
}

#[test]
fn no_node_stands_twice_on_a_way_and_strong_ties_come_first() {
    // 0 and 3 share something weak (1); the longer way over 2 and 4 is strong.
    let view = numbers(5, &[(0, 1, 0.2), (3, 1, 0.2), (0, 2, 1.0), (2, 4, 1.0), (4, 3, 1.0)]);
    let ways = view.ways(NodeIndex::new(0), NodeIndex::new(3), 10, 10).ways;
    let plain: Vec<Vec<usize>> = ways.iter().map(|w| w.iter().map(|n| n.index()).collect()).collect();
    assert_eq!(plain, [vec![0, 2, 4, 3], vec![0, 1, 3]]);
    assert!(view.ways(NodeIndex::new(0), NodeIndex::new(3), 10, 1).ways.is_empty());
}

#[test]
fn a_property_is_an_edge_because_the_schema_says_so() {
    let mut facts = few();
    let graph = format!("{ID}article/hà-tĩnh/01");
    facts.link(&graph, &format!("{ID}person/bùi-văn-nam"), "foaf:knows", &format!("{ID}person/lê-khắc-thuyết"));
    let without = view_of(facts).graph().edge_count();
    let mut facts = few();
    facts.link(&graph, &format!("{ID}person/bùi-văn-nam"), "foaf:knows", &format!("{ID}person/lê-khắc-thuyết"));
    let knows = "http://xmlns.com/foaf/0.1/knows";
    facts.quad("urn:mine", knows, "vg:edgeView", oxigraph::model::Literal::from(true).into());
    facts.text("urn:mine", knows, "vg:edgeLabel", "quen");
    let view = view_of(facts);
    assert_eq!(view.graph().edge_count(), without + 1);
    assert!(view.kinds().iter().any(|k| k.label == "quen" && k.weight == 1.0));
}

#[test]
fn the_order_of_loading_does_not_show() {
    let (a, b) = (country(30, 20).into_store(), country(30, 20).reversed().into_store());
    assert_eq!(tables(&a, "vi").unwrap(), tables(&b, "vi").unwrap());
}

#[test]
fn a_neighbourhood_goes_through_events_and_not_through_ranks() {
    let mut facts = few();
    let article = facts.article("lào-cai/02", "Tin ngắn", "2023-05-05");
    let other = facts.describe(&article, "person", "vg:Person", "Trần Thế Vượng");
    facts.fact(&article, (&other, "vg:holdsRank", &format!("{ID}rank/thượng-tướng")), "Thượng tướng", "Thượng tướng.");
    let view = view_of(facts);
    let nam = view.named("Bùi Văn Nam").unwrap();
    let one = view.neighbourhood(&[nam], 1);
    assert!(labels(&one).contains(&"Thượng tướng") && !labels(&one).contains(&"Lê Khắc Thuyết"));
    let two = view.neighbourhood(&[nam], 2);
    assert!(labels(&two).contains(&"Lê Khắc Thuyết"));
    assert!(!labels(&two).contains(&"Trần Thế Vượng"), "{:?}", labels(&two));
    assert_eq!(labels(&view.neighbourhood(&[nam], 0)), ["Bùi Văn Nam"]);
}

#[test]
fn who_met_whom_counts_events_not_roles() {
    let view = view_of(few());
    let met = view.co_attendance();
    assert!(!met.is_directed());
    assert!(labels(&met).iter().all(|l| !l.contains("Hội nghị")));
    // Nam with Thuyết at one event, with both Sơn at the other, and the two Sơn with each other.
    assert_eq!((met.graph().node_count(), met.graph().edge_count()), (4, 4));
    assert!(met.graph().edge_weights().all(|link| link.count == 1));
    let nam = view.named("Bùi Văn Nam").unwrap();
    assert_eq!(view.met(nam).len(), 3);
}

#[test]
fn a_period_keeps_what_happened_in_it_and_what_hangs_on_that() {
    let view = view_of(few());
    let in_2022 = view.during(Period::parse(Some("2022"), Some("2022")).unwrap());
    assert!(labels(&in_2022).contains(&"Lê Khắc Thuyết"));
    assert!(!labels(&in_2022).contains(&"Nguyễn Văn Sơn"));
    // 1/3 without a year, in an article of 2023-03-02, is 2023-03-01.
    let in_march = view.during(Period::parse(Some("2023-03-01"), Some("2023-03-01")).unwrap());
    assert!(labels(&in_march).contains(&"Lễ công bố quyết định về công tác cán bộ"));
    assert!(!labels(&in_march).contains(&"Lê Khắc Thuyết"));
    assert_eq!(view.during(Period::parse(Some("1999"), Some("2000")).unwrap()).graph().node_count(), 0);
}

#[test]
fn components_are_parts_that_hang_together() {
    let view = numbers(7, &[(0, 1, 1.0), (2, 3, 1.0), (3, 4, 1.0), (4, 2, 1.0), (5, 5, 1.0)]);
    let parts: Vec<Vec<usize>> = view.components().iter().map(|p| p.iter().map(|n| n.index()).collect()).collect();
    assert_eq!(parts, [vec![2, 3, 4], vec![0, 1], vec![5], vec![6]]);
    assert_eq!(view.degrees(), [1, 1, 2, 2, 2, 2, 0]);
    assert_eq!(view.without_loners().graph().node_count(), 5);
}

#[test]
fn names_are_found_with_and_without_diacritics() {
    let view = view_of(few());
    let nam = view.named("Bùi Văn Nam").unwrap();
    for name in
        ["bùi văn nam", "BUI VAN NAM", " Bui  Van Nam ", "person/bùi-văn-nam", &format!("{ID}person/bùi-văn-nam")]
    {
        assert_eq!(view.named(name).unwrap(), nam, "{name}");
    }
    let error = view.named("Nguyen Van Son").unwrap_err().to_string();
    assert!(error.contains("fits 2 entries"), "{error}");
    for said in
        ["person/nguyễn-văn-sơn-công-an", "person/nguyễn-văn-sơn-ủy-ban", "Chủ tịch Ủy ban nhân dân thành phố Cần Thơ"]
    {
        assert!(error.contains(said), "{error}");
    }
    // The appointment that is called by the name of the person appointed is not meant by it.
    assert!(!error.contains("change/"), "{error}");
    let change = view.named("change/nguyễn-văn-sơn").unwrap();
    assert_eq!(view.caption(change), "bổ nhiệm, điều động: Nguyễn Văn Sơn");
    let error = view.named("Thuyết").unwrap_err().to_string();
    assert!(error.contains("person/lê-khắc-thuyết"), "{error}");
    for nothing in ["Trần Dần", "", "  ", "?!"] {
        assert!(view.named(nothing).unwrap_err().to_string().contains("fits nothing"), "{nothing}");
    }
}

#[test]
fn tones_typed_are_tones_meant() {
    let mut facts = few();
    let article = facts.article("tin/03", "Tin", "2023-01-01");
    facts.describe(&article, "person", "vg:Person", "Bùi Văn Năm");
    let view = view_of(facts);
    assert_eq!(view.id(view.named("Bùi Văn Năm").unwrap()), "person/bùi-văn-năm");
    assert_eq!(view.id(view.named("Bùi Văn Nam").unwrap()), "person/bùi-văn-nam");
    // Typed bare, an exact name comes before one whose marks were left out.
    assert!(view.named("bui van nam").unwrap_err().to_string().contains("fits 2 entries"));
}

/// How long the algorithms take on a random graph of so many edges, a third as many nodes.
fn time_with(edges: usize) -> Duration {
    let (mut dice, nodes) = (Dice::new(7), edges * 3 / 10);
    let drawn: Vec<(usize, usize, f64)> =
        (0..edges).map(|_| (dice.below(nodes), dice.below(nodes / 3), [1.0, 0.8, 0.5][dice.below(3)])).collect();
    let view = numbers(nodes, &drawn);
    let start = Instant::now();
    view.pagerank();
    view.components();
    view.neighbourhood(&[NodeIndex::new(5)], 3);
    view.betweenness(Some(64));
    let ways = view.ways(NodeIndex::new(1), NodeIndex::new(nodes - 1), 10, 8);
    assert_eq!(ways.ways.len(), 10);
    view.best_connected(300, &[]);
    start.elapsed()
}

#[test]
fn a_hundred_thousand_edges_are_no_burden() {
    let least = |edges: usize| (0..3).map(|_| time_with(edges)).min().expect("three runs");
    let (few, many) = (least(10_000), least(100_000));
    // Near linear is 10 to 20 times; what grows with the square is 100.
    assert!(many < few * 50, "10,000 edges {few:?}, 100,000 edges {many:?}");
}
