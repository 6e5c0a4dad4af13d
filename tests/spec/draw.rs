//! Pictures and files for other programs: whole labels, nothing over anything else, the same bytes each time.

use std::collections::BTreeSet;
use std::fs;

use quick_xml::Reader;
use quick_xml::events::Event;
use vietgraph::export::picture::font::Metrics;
use vietgraph::export::picture::wire::{Rect, overlap};
use vietgraph::export::picture::{Caption, EDGE_TEXT, MOST_LABELS, NODE_TEXT, Picture};
use vietgraph::export::{dot::dot, gexf::gexf, graphml::graphml, png::png, svg::svg};
use vietgraph::view::View;

use super::binary::Place;
use super::sample::{country, few};
use super::view::view_of;

fn caption() -> Caption {
    Caption { title: "Ai gặp ai".into(), notes: vec!["năm 2022".into()], about: Vec::new() }
}

fn sizes() -> Vec<View> {
    let cuts = [(4, 3, 10), (14, 8, 40), (60, 80, 300)];
    cuts.iter()
        .map(|(people, events, most)| view_of(country(*people, *events)).best_connected(*most, &[]).without_loners())
        .collect()
}

fn rect(size: (f64, f64), place: (f64, f64)) -> Rect {
    (place, size)
}

/// What stands in the text elements of an XML file, and how many elements of each name there are.
fn read_xml(xml: &str) -> (Vec<String>, Vec<String>) {
    let mut reader = Reader::from_str(xml);
    let (mut texts, mut names, mut in_text) = (Vec::new(), Vec::new(), false);
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(e) => {
                let name = String::from_utf8(e.name().as_ref().to_vec()).unwrap();
                in_text = name == "text";
                names.push(name);
            }
            Event::Empty(e) => names.push(String::from_utf8(e.name().as_ref().to_vec()).unwrap()),
            Event::Text(t) if in_text => texts.push(t.unescape().unwrap().into_owned()),
            Event::End(_) => in_text = false,
            Event::Eof => return (texts, names),
            _ => {}
        }
    }
}

#[test]
fn every_label_is_whole_and_nothing_overlaps() {
    let metrics = Metrics::new();
    for view in sizes() {
        let picture = Picture::new(&view, &caption());
        assert_eq!(picture.blocks.len(), view.graph().node_count());
        let (texts, _) = read_xml(&svg(&picture, false));
        let texts: BTreeSet<&str> = texts.iter().map(String::as_str).collect();
        for (i, block) in picture.blocks.iter().enumerate() {
            assert!(block.lines.join(" ").starts_with(&block.label), "{:?}", block.lines);
            for line in &block.lines {
                assert!(texts.contains(line.as_str()), "{line}");
                assert!(metrics.width(line, NODE_TEXT) < block.outline.size.0, "{line}");
            }
            let own = (block.outline.centre, block.outline.size);
            for other in &picture.blocks[i + 1..] {
                let other_box = (other.outline.centre, other.outline.size);
                assert!(!overlap(own, other_box, 10.0), "{} / {}", block.label, other.label);
            }
            let ((x, y), (w, h)) = own;
            assert!(x - w / 2.0 > 0.0 && y - h / 2.0 > 0.0, "{}", block.label);
            assert!(x + w / 2.0 < picture.size.0 && y + h / 2.0 < picture.size.1, "{}", block.label);
        }
    }
}

#[test]
fn edges_are_labelled_beside_boxes_and_each_other_up_to_a_hundred() {
    let metrics = Metrics::new();
    for view in sizes() {
        let picture = Picture::new(&view, &caption());
        let mut taken: Vec<Rect> = picture.blocks.iter().map(|b| (b.outline.centre, b.outline.size)).collect();
        for wire in &picture.wires {
            assert_eq!(wire.lines.is_empty(), picture.wires.len() > MOST_LABELS);
            let Some(place) = wire.place else { continue };
            let wide = wire.lines.iter().map(|l| metrics.width(l, EDGE_TEXT)).fold(0.0, f64::max);
            let label = rect((wide, wire.lines.len() as f64 * EDGE_TEXT), place);
            assert!(!taken.iter().any(|t| overlap(*t, label, 0.0)), "{:?}", wire.lines);
            taken.push(label);
        }
        assert_eq!(picture.unlabelled, 0);
    }
}

#[test]
fn every_class_in_the_picture_is_in_the_legend_with_a_look_of_its_own() {
    let picture = Picture::new(&sizes()[1], &caption());
    let looks: BTreeSet<String> = picture.legend.iter().map(|(k, _)| format!("{:?} {}", k.shape, k.colour)).collect();
    assert_eq!(looks.len(), picture.legend.len());
    for block in &picture.blocks {
        assert!(looks.contains(&format!("{:?} {}", block.outline.shape, block.colour)), "{}", block.label);
    }
}

#[test]
fn the_same_graph_gives_the_same_bytes() {
    let draw = || {
        let view = view_of(country(14, 8)).best_connected(40, &[]);
        let picture = Picture::new(&view, &caption());
        (dot(&view, "t"), svg(&picture, true), png(&picture).unwrap(), graphml(&view), gexf(&view))
    };
    assert!(draw() == draw());
}

#[test]
fn letters_are_painted_and_not_boxes_or_blanks() {
    // Each word alone must leave ink, and words with other marks must leave other ink.
    let paint = |label: &str| {
        let mut facts = super::sample::Facts::default();
        let article = facts.article("a", "a", "2022-01-01");
        let person = super::sample::iri("person", "x");
        facts.resource(&article, &person, "vg:Person");
        facts.text(&article, &person, "skos:prefLabel", label);
        png(&Picture::new(&view_of(facts), &Caption::default())).unwrap()
    };
    let painted: BTreeSet<Vec<u8>> = ["Ưởng", "Ương", "Ường", "Ượng", "Ướng", "Ưỡng", "Đặng", "Dặng"].map(paint).into();
    assert_eq!(painted.len(), 8);
}

#[test]
fn dot_is_sorted_and_escaped() {
    insta::assert_snapshot!("few.dot", dot(&view_of(few()), "Một \"nhóm\" nhỏ"));
}

#[test]
fn other_programs_can_read_graphml_and_gexf() {
    let view = view_of(country(14, 8));
    let (nodes, edges) = (view.graph().node_count(), view.graph().edge_count());
    for xml in [graphml(&view), gexf(&view)] {
        let (_, names) = read_xml(&xml);
        let count = |name: &str| names.iter().filter(|n| *n == name).count();
        assert_eq!((count("node"), count("edge")), (nodes, edges));
    }
}

/// A folder with a store of a few officials.
pub fn place_of_few() -> Place {
    let place = Place::new();
    let store = vietgraph::store::Store::create(&place.path("vietgraph-store"), None).unwrap();
    few().fill(&store);
    place
}

#[test]
fn draw_says_what_it_drew_and_what_it_left_out() {
    let place = place_of_few();
    let run = place.run(&["draw", "--about", "bui van nam", "--depth", "1", "-o", "nam.svg"]);
    assert_eq!(run.status, 0, "{run:?}");
    let (texts, _) = read_xml(&std::fs::read_to_string(place.path("nam.svg")).unwrap());
    assert!(texts.iter().any(|t| t == "Bùi Văn Nam") && texts.iter().any(|t| t.contains("1 step around")), "{texts:?}");
    let run = place.run(&["draw", "--max", "4", "-o", "few.png"]);
    assert_eq!(run.status, 0, "{run:?}");
    assert!(run.stderr.contains("best connected of"), "{run:?}");
    assert!(std::fs::read(place.path("few.png")).unwrap().starts_with(b"\x89PNG"));
    let run = place.run(&["draw", "--co-attendance", "--from", "2022", "--to", "2022", "-o", "met.dot"]);
    assert_eq!(run.status, 0, "{run:?}");
    let met = std::fs::read_to_string(place.path("met.dot")).unwrap();
    assert!(met.contains("\"person/bùi-văn-nam\" -- \"person/lê-khắc-thuyết\""), "{met}");
}

#[test]
fn draw_refuses_with_a_remedy() {
    let place = place_of_few();
    for (args, said) in [
        (["draw", "-o", "x.jpg", "--max", "9"], ".dot, .svg, .png or .html"),
        (["draw", "-o", "x.svg", "--include", "Nobody"], "no class of the ontology"),
        (["draw", "-o", "x.svg", "--about", "Nguyễn Văn Sơn"], "fits 2 entries"),
        (["draw", "-o", "x.svg", "--from", "1/3/2022"], "YYYY-MM-DD"),
        (["draw", "-o", "x.svg", "--to", "1900"], "nothing to draw"),
        (["draw", "-o", "no/such/folder.svg", "--max", "9"], "folder.svg"),
    ] {
        let run = place.run(&args);
        assert_eq!(run.status, 1, "{run:?}");
        assert!(run.stderr.contains(said), "{run:?}");
    }
}

#[test]
fn a_page_is_one_file_with_its_evidence_that_asks_for_nothing_else() {
    let place = Place::built();
    let drawn = place.run(&["draw", "--html", "graph.html", "--lang", "vi"]);
    assert_eq!(drawn.status, 0, "{drawn:?}");
    let page = fs::read_to_string(place.path("graph.html")).expect("a page");
    let (_, data) = page.split_once("id=\"data\">").expect("its data");
    let (data, _) = data.split_once("</script>").expect("the end of its data");
    let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
    let edges = data["graph"]["edges"].as_array().expect("edges");
    assert!(!edges.is_empty() && !data["graph"]["nodes"].as_array().expect("nodes").is_empty());
    for edge in edges {
        let told = &data["evidence"][edge["id"].as_str().expect("an id")];
        let proofs = told["evidence"].as_array().expect("its evidence");
        assert!(told["when"].is_array(), "and when it was so: {told}");
        // What describes a body or post follows from its name.
        let described = ["org:postIn", "org:subOrganizationOf", "vg:jurisdiction", "schema:containedInPlace"];
        let stated = !described.iter().any(|property| edge["relation"] == *property);
        assert!(!stated || !proofs.is_empty(), "{edge}");
    }
    for outside in ["src=\"http", "href=\"http", "url(/", "url(http"] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert_eq!(place.run(&["draw", "--html", "a.html", "-o", "b.png"]).status, 1, "one file or the other");
}
