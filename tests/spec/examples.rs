//! The example programs answer what they promise, on the articles that come with the project.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use vietgraph::error::Error;
use vietgraph::pipeline::{Job, Report, Watch, build};
use vietgraph::store::Store;

#[path = "../../examples/career_timeline.rs"]
mod career_timeline;
#[path = "../../examples/how_connected.rs"]
mod how_connected;
#[path = "../../examples/own_rank_and_cue.rs"]
mod own_rank_and_cue;
#[path = "../../examples/provinces_hosting.rs"]
mod provinces_hosting;
#[path = "../../examples/who_met_whom.rs"]
mod who_met_whom;

struct NoProblem;

impl Watch for NoProblem {
    fn problem(&mut self, error: &Error) {
        panic!("{error}");
    }
    fn read(&mut self, _: &Report) {}
}

/// The store of the example articles, built once.
static BUILT: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let job = Job {
        inputs: vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles")].into(),
        ontology: Vec::new(),
        decisions: Vec::new(),
        store: folder.path().join("store"),
        base: None,
    };
    let report = build(&job, &mut NoProblem).unwrap();
    assert_eq!(report.articles, 27);
    folder
});

fn store() -> Store {
    Store::open(&PathBuf::from(BUILT.path()).join("store")).unwrap()
}

/// Fails with the whole text where a line is missing, or stands before the one above it.
fn has_in_order(text: &str, lines: &[&str]) {
    let mut rest = text;
    for line in lines {
        let at = rest.find(line).unwrap_or_else(|| panic!("no {line:?} at its place in:\n{text}"));
        rest = &rest[at + line.len()..];
    }
}

#[test]
fn a_career_is_told_in_the_order_of_time() {
    let text = career_timeline::run(&store(), "Đào Quang Trường").unwrap();
    has_in_order(
        &text,
        &[
            "2016-09-15  appointment → Phó Giám đốc Công an tỉnh Hà Tĩnh",
            "holds rank: Thượng tá",
            "holds rank: Đại tá",
            "appointment → Giám đốc Công an tỉnh Quảng Bình",
            "2023-08-18  holds rank: Thiếu tướng",
            "formerly held: Giám đốc Công an tỉnh Quảng Bình",
            "holds post: Cục trưởng Cục Cảnh sát điều tra tội phạm về ma túy",
        ],
    );
}

#[test]
fn who_met_whom_counts_common_events() {
    let text = who_met_whom::run(&store(), 12).unwrap();
    has_in_order(
        &text,
        &[
            "3 × Trần Thị Lam Giang — Đào Quang Trường",
            "2016-09-12",
            "2018-12-1",
            "2024-09-19",
            "× Trịnh Bá Khiêm — Đào Quang Trường",
            "2023-08-18",
            "officials met somebody; best acquainted:",
            "Đào Quang Trường",
        ],
    );
}

#[test]
fn provinces_are_listed_with_what_they_hosted() {
    let text = provinces_hosting::run(&store()).unwrap();
    has_in_order(&text, &["Hà Tĩnh: ", "2016-09-12", "(ceremony)"]);
    has_in_order(&text, &["Trà Vinh: ", "tọa đàm", "(seminar)", "Đà Nẵng: ", "2023-05-05"]);
    assert!(!text.contains("2021-04-12"), "planned events have not been hosted:\n{text}");
}

#[test]
fn a_connection_shows_the_words_that_prove_each_step() {
    let text = how_connected::run(&store(), "Trịnh Bá Khiêm", "Hoàng Kim Thạnh").unwrap();
    has_in_order(
        &text,
        &[
            "way 1, 2 steps",
            "  Trịnh Bá Khiêm",
            "→ chủ trì",
            "dưới sự chủ trì của Trung tướng Trịnh Bá Khiêm",
            "(quang-binh-tan-giam-doc-cong-an)",
            "  hội nghị",
            "← tham dự",
            "Hoàng Kim Thạnh",
        ],
    );
}

#[test]
fn strangers_are_not_connected() {
    let text = how_connected::run(&store(), "Trịnh Bá Khiêm", "nobody of that name");
    assert!(text.is_err());
}

#[test]
fn a_rank_and_a_cue_of_ones_own_are_understood_without_compiling() {
    let folder = tempfile::tempdir().unwrap();
    let text = own_rank_and_cue::run(folder.path()).unwrap();
    let (without, with) = text.split_once("with own knowledge:\n").unwrap();
    assert!(!without.contains("Kiểm lâm viên chính"), "{text}");
    assert!(!without.contains("Lý Văn Sảo · attended"), "{text}");
    assert!(with.contains("Lý Văn Sảo · attended · buổi gặp mặt đầu xuân"), "{text}");
    assert!(with.contains("Tao Văn Ín · holdsRank · Kiểm lâm viên chính"), "{text}");
}
