use crate::sample::country;
use vietgraph::export::picture::{Caption, Picture};
use vietgraph::store::read::tables;
use vietgraph::view::View;

#[test]
fn try_it() {
    for (people, events, most) in [(4, 3, 10), (14, 8, 40), (60, 80, 300)] {
        let store = country(people, events).into_store();
        let view = View::new(
            tables(&store, "vi").unwrap(),
            vietgraph::ontology::vocab::ID,
        );
        eprintln!(
            "{} nodes {} edges",
            view.graph().node_count(),
            view.graph().edge_count()
        );
        let view = view.best_connected(most, &[]).without_loners();
        let t = std::time::Instant::now();
        let caption = Caption {
            title: "Ai gặp ai trong năm 2022".into(),
            notes: vec![format!("{most} of 400 · 2022-01-01 – 2022-12-31")],
            about: vec![],
        };
        let picture = Picture::new(&view, &caption);
        eprintln!(
            "layout {:?} unlabelled {} wires {}",
            t.elapsed(),
            picture.unlabelled,
            picture.wires.len()
        );
        let png = vietgraph::export::png::png(&picture).unwrap();
        std::fs::write(format!("/tmp/vw/p{most}.png"), png).unwrap();
        std::fs::write(
            format!("/tmp/vw/p{most}.svg"),
            vietgraph::export::svg::svg(&picture, true),
        )
        .unwrap();
        eprintln!("all {:?}", t.elapsed());
    }
}
