//! Who held what from when to when: derived from articles on the corpus of `tests/identity`, and rule by rule.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use vietgraph::extract::Extractor;
use vietgraph::extract::record::{ArticleMeta, Entity, EntityKind, Record};
use vietgraph::ontology::{Ontology, vocab};
use vietgraph::resolve::tenures::{Side, Tenure};
use vietgraph::resolve::{Gazetteer, Kind, Resolution};
use vietgraph::source::Article;
use vietgraph::text::key::key;

/// Articles and what they come to.
struct Told {
    records: Vec<Record>,
    resolution: Resolution,
}

impl Told {
    fn of(records: Vec<Record>, ontology: &Ontology) -> Told {
        let resolution = Resolution::new(&records, &Gazetteer::new(ontology), vocab::ID);
        Told { records, resolution }
    }

    fn label(&self, index: usize) -> &str {
        &self.resolution.entity(index).label
    }

    /// The tenures of a post or rank by its label, each as `name first..last [not before, not after]`, in order.
    fn lines(&self, held: &str) -> Vec<String> {
        let own = self.resolution.tenures().iter().filter(|t| key(self.label(t.held)) == key(held));
        let mut own: Vec<&Tenure> = own.collect();
        own.sort_by_key(|t| (date(t, Side::FirstAttested), date(t, Side::NotAfter), t.path.clone()));
        own.iter().map(|t| format!("{} {}", self.label(t.person), shown(t))).collect()
    }

    /// Whether something is the post that the table calls so: its title and the name of its body, or its label.
    fn is_post(&self, index: usize, name: &str) -> bool {
        let entity = self.resolution.entity(index);
        let parts = match &entity.kind {
            Kind::Post { title, body: Some(body) } => format!("{title} {}", self.label(*body)),
            _ => String::new(),
        };
        [parts.as_str(), &entity.label].iter().any(|own| key(own) == key(name))
    }

    fn tenure(&self, person: &str, held: &str) -> &Tenure {
        let mut all = self.resolution.tenures().iter();
        all.find(|t| self.label(t.person) == person && key(self.label(t.held)) == key(held)).expect("a tenure")
    }

    fn reason(&self, person: &str, held: &str, side: Side) -> Option<&'static str> {
        self.tenure(person, held).bounds.get(&side).map(|b| b.reason)
    }
}

/// A bound as precise as it is: the first day of a month or year stands for it, with `~`.
fn date(tenure: &Tenure, side: Side) -> Option<String> {
    let (first, last) = tenure.bounds.get(&side)?.days;
    Some(if first == last { first.to_string() } else { format!("~{first}") })
}

fn shown(tenure: &Tenure) -> String {
    let day = |side| date(tenure, side).unwrap_or_default();
    let told = |told, attested| match date(tenure, told) {
        Some(day) => format!("={day}"),
        None => day(attested),
    };
    format!(
        "{}..{} [{}, {}]",
        told(Side::Began, Side::FirstAttested),
        told(Side::Ended, Side::LastAttested),
        day(Side::NotBefore),
        day(Side::NotAfter)
    )
}

/// What short articles, each with its day (none where it is empty), come to.
fn told(articles: &[(&str, &str)]) -> Told {
    let ontology = Ontology::load(&[]).expect("the ontology");
    let extractor = Extractor::new(&ontology);
    let read = |(n, (day, text)): (usize, &(&str, &str))| {
        let published = Some((*day).to_owned()).filter(|day| !day.is_empty());
        let meta = ArticleMeta { id: format!("{n:02}"), published, ..ArticleMeta::default() };
        extractor.extract(&Article::new(meta, (*text).to_owned()))
    };
    Told::of(articles.iter().enumerate().map(read).collect(), &ontology)
}

const DIRECTOR: &str = "Giám đốc Công an tỉnh Nghệ An";
const THONG: &str = "Đại tá Mạc Văn Thông, Giám đốc Công an tỉnh Nghệ An, chủ trì hội nghị.";
const TOAN: &str = "Đại tá Lê Quang Toản, Giám đốc Công an tỉnh Nghệ An, chủ trì hội nghị.";

#[test]
fn articles_attest_on_their_day_and_one_without_a_day_gives_none() {
    let told = told(&[("2014-05-02", THONG), ("2016-03-01", THONG), ("", THONG)]);
    assert_eq!(told.lines(DIRECTOR), ["Mạc Văn Thông 2014-05-02..2016-03-01 [, ]"]);
    assert_eq!(told.tenure("Mạc Văn Thông", DIRECTOR).articles.len(), 3);
    let undated = self::told(&[("", THONG)]);
    assert_eq!(undated.lines(DIRECTOR), ["Mạc Văn Thông .. [, ]"]);
}

#[test]
fn in_a_single_seat_one_holder_bounds_the_next() {
    let told = told(&[("2014-05-02", THONG), ("2016-03-01", THONG), ("2017-08-09", TOAN), ("2019-01-02", TOAN)]);
    assert_eq!(
        told.lines(DIRECTOR),
        ["Mạc Văn Thông 2014-05-02..2016-03-01 [, 2017-08-09]", "Lê Quang Toản 2017-08-09..2019-01-02 [2016-03-01, ]"]
    );
    assert_eq!(told.reason("Mạc Văn Thông", DIRECTOR, Side::NotAfter), Some("SuccessorAttested"));
    assert_eq!(told.reason("Lê Quang Toản", DIRECTOR, Side::NotBefore), Some("PredecessorAttested"));
    let next = &told.tenure("Mạc Văn Thông", DIRECTOR).successors;
    assert_eq!(told.label(told.resolution.tenures()[next[0]].person), "Lê Quang Toản");
}

#[test]
fn deputies_hold_one_post_side_by_side_and_bound_nobody() {
    let deputy = |name: &str| format!("Đại tá {name}, Phó Giám đốc Công an tỉnh Nghệ An, dự hội nghị.");
    let (a, b) = (deputy("Mạc Văn Thông"), deputy("Lê Quang Toản"));
    let told = told(&[("2014-05-02", &a), ("2016-03-01", &a), ("2015-08-09", &b), ("2019-01-02", &b)]);
    let post = "Phó Giám đốc Công an tỉnh Nghệ An";
    assert_eq!(
        told.lines(post),
        ["Mạc Văn Thông 2014-05-02..2016-03-01 [, ]", "Lê Quang Toản 2015-08-09..2019-01-02 [, ]"]
    );
    assert_eq!(told.tenure("Mạc Văn Thông", post).beside.len(), 1);
    let seat =
        |name: &str| format!("Ông {name}, đại biểu HĐND tỉnh Nghệ An, Giám đốc Sở Y tế tỉnh Nghệ An, dự hội nghị.");
    let (a, b) = (seat("Mạc Văn Thông"), seat("Lê Quang Toản"));
    let told = self::told(&[("2014-05-02", &a), ("2016-03-01", &a), ("2015-08-09", &b), ("2019-01-02", &b)]);
    let seats = told.resolution.tenures().iter().filter(|t| told.label(t.held).to_lowercase().starts_with("đại biểu"));
    assert!(seats.clone().count() >= 2 && seats.clone().all(|t| t.beside.is_empty()));
}

#[test]
fn offices_that_exclude_each_other_bound_one_another() {
    let deputy = "Đại tá Mạc Văn Thông, Phó Giám đốc Công an tỉnh Nghệ An, dự hội nghị.";
    let north = "Đại tá Mạc Văn Thông, Giám đốc Công an tỉnh Lạng Sơn, dự hội nghị.";
    let told = told(&[("2012-03-01", deputy), ("2014-05-02", THONG), ("2019-01-02", north)]);
    let post = "Phó Giám đốc Công an tỉnh Nghệ An";
    assert_eq!(told.lines(post), ["Mạc Văn Thông 2012-03-01..2012-03-01 [, 2014-05-02]"]);
    assert_eq!(told.reason("Mạc Văn Thông", post, Side::NotAfter), Some("OtherOfficeTaken"));
    assert_eq!(
        told.lines(DIRECTOR),
        ["Mạc Văn Thông 2014-05-02..2014-05-02 [2012-03-01, 2019-01-02]"],
        "two provinces"
    );
    assert_eq!(told.reason("Mạc Văn Thông", DIRECTOR, Side::NotBefore), Some("OtherOfficeAttested"));
    let party = "Đại tá Mạc Văn Thông, Bí thư Đảng ủy Công an tỉnh Nghệ An, dự hội nghị.";
    let beside = self::told(&[("2012-03-01", THONG), ("2014-05-02", party)]);
    assert_eq!(beside.lines(DIRECTOR), ["Mạc Văn Thông 2012-03-01..2012-03-01 [, ]"], "both can be held at one time");
}

#[test]
fn a_body_without_a_place_is_many_and_bounds_nobody() {
    let at = |name: &str| format!("Ông {name}, Giám đốc Bệnh viện Đa khoa, cho biết thuốc đã đủ.");
    let (a, b) = (at("Mạc Văn Thông"), at("Lê Quang Toản"));
    let told = told(&[("2014-05-02", &a), ("2017-08-09", &b)]);
    assert!(told.resolution.tenures().iter().all(|t| t.successors.is_empty() && t.beside.is_empty()));
}

#[test]
fn one_stray_attestation_inside_a_long_tenure_bounds_nobody() {
    let told = told(&[("2014-05-02", THONG), ("2014-09-02", THONG), ("2014-10-01", TOAN), ("2015-03-01", THONG)]);
    assert_eq!(
        told.lines(DIRECTOR),
        ["Mạc Văn Thông 2014-05-02..2015-03-01 [, ]", "Lê Quang Toản 2014-10-01..2014-10-01 [, ]"]
    );
    assert!(told.resolution.tenures().iter().all(|t| t.successors.is_empty()));
}

#[test]
fn a_post_is_held_twice_where_another_holds_it_in_between() {
    let articles = [
        ("2010-05-02", THONG),
        ("2013-09-02", THONG),
        ("2015-10-01", TOAN),
        ("2016-10-01", TOAN),
        ("2018-03-01", THONG),
    ];
    assert_eq!(
        told(&articles).lines(DIRECTOR),
        [
            "Mạc Văn Thông 2010-05-02..2013-09-02 [, 2015-10-01]",
            "Lê Quang Toản 2015-10-01..2016-10-01 [2013-09-02, 2018-03-01]",
            "Mạc Văn Thông 2018-03-01..2018-03-01 [2016-10-01, ]",
        ]
    );
    assert_eq!(told(&[articles[0], articles[1], articles[4]]).lines(DIRECTOR).len(), 1, "a gap alone is no end");
}

#[test]
fn an_appointment_counts_on_its_day_whenever_it_is_told() {
    let later = "Ông Mạc Văn Thông được bổ nhiệm giữ chức Giám đốc Công an tỉnh Nghệ An từ ngày 5/4/2012.";
    let told = told(&[("2014-05-02", THONG), ("2020-01-01", later)]);
    assert_eq!(told.lines(DIRECTOR), ["Mạc Văn Thông =2012-04-05..2014-05-02 [2012-04-05, ]"]);
    assert_eq!(told.reason("Mạc Văn Thông", DIRECTOR, Side::Began), Some("Appointed"));
    let month = "Tháng 4/2012, ông Mạc Văn Thông được bổ nhiệm giữ chức Giám đốc Công an tỉnh Nghệ An.";
    let told = self::told(&[("2014-05-02", THONG), ("2020-01-01", month)]);
    assert_eq!(told.lines(DIRECTOR), ["Mạc Văn Thông =~2012-04-01..2014-05-02 [2012-04-01, ]"]);
}

#[test]
fn who_is_elected_again_does_not_begin_again() {
    let chair = "Ông Mạc Văn Thông, Chủ tịch UBND tỉnh Nghệ An, chủ trì hội nghị.";
    let again =
        "Sáng 20/6/2016, tại kỳ họp HĐND tỉnh Nghệ An, ông Mạc Văn Thông được bầu giữ chức Chủ tịch UBND tỉnh Nghệ An.";
    let told = told(&[("2014-05-02", chair), ("2016-06-20", again), ("2017-01-01", chair)]);
    let post = "Chủ tịch Ủy ban nhân dân tỉnh Nghệ An";
    assert_eq!(told.lines(post).len(), 1);
    assert_eq!(told.reason("Mạc Văn Thông", post, Side::Began), None);
    assert_eq!(date(told.tenure("Mạc Văn Thông", post), Side::FirstAttested).as_deref(), Some("2014-05-02"));
}

#[test]
fn a_departure_ends_and_a_title_used_some_weeks_longer_does_not_stretch() {
    let left = "Đại tá Mạc Văn Thông thôi giữ chức Giám đốc Công an tỉnh Nghệ An từ ngày 1/6/2016.";
    let told = told(&[("2014-05-02", THONG), ("2016-06-02", left), ("2016-06-20", THONG)]);
    assert_eq!(told.lines(DIRECTOR), ["Mạc Văn Thông 2014-05-02..=2016-06-01 [, 2016-06-01]"]);
    assert_eq!(told.reason("Mạc Văn Thông", DIRECTOR, Side::Ended), Some("Departed"));
}

#[test]
fn what_began_and_ended_in_one_year_is_one_tenure_attested_on_no_day_before_it() {
    let began = "Năm 2015, ông Mạc Văn Thông được bổ nhiệm giữ chức Giám đốc Công an tỉnh Nghệ An.";
    let ends = |when: &str| format!("{when}, ông Mạc Văn Thông thôi giữ chức Giám đốc Công an tỉnh Nghệ An.");
    let lines = |when: &str| told(&[("2019-01-01", began), ("2019-03-01", &ends(when))]).lines(DIRECTOR);
    assert_eq!(lines("Ngày 10/6/2015"), ["Mạc Văn Thông =~2015-01-01..=2015-06-10 [2015-01-01, 2015-06-10]"]);
    assert_eq!(lines("Năm 2015"), ["Mạc Văn Thông =~2015-01-01..=~2015-01-01 [2015-01-01, 2015-12-31]"]);
}

#[test]
fn told_as_former_is_an_end_by_then_and_nothing_more() {
    let former = "Dự lễ có ông Mạc Văn Thông, nguyên Giám đốc Công an tỉnh Nghệ An.";
    let told = told(&[("2014-05-02", THONG), ("2018-02-03", former), ("2019-02-03", former)]);
    assert_eq!(told.lines(DIRECTOR), ["Mạc Văn Thông 2014-05-02..2014-05-02 [, 2018-02-03]"]);
    assert_eq!(told.reason("Mạc Văn Thông", DIRECTOR, Side::NotAfter), Some("ToldAsFormer"));
    let only = self::told(&[("2018-02-03", former)]);
    assert_eq!(only.lines(DIRECTOR), ["Mạc Văn Thông .. [, 2018-02-03]"]);
    let stray = self::told(&[("2014-05-02", THONG), ("2014-06-03", former), ("2014-07-03", THONG)]);
    assert_eq!(stray.lines(DIRECTOR), ["Mạc Văn Thông 2014-05-02..2014-07-03 [, ]"], "one slip in a dense row");
}

#[test]
fn who_is_moved_has_left_the_old_post_by_then() {
    let moved = "Đại tá Mạc Văn Thông, Giám đốc Công an tỉnh Nghệ An được điều động, bổ nhiệm giữ chức Giám đốc Công an tỉnh Cao Bằng.";
    let told = told(&[
        ("2014-05-02", THONG),
        ("2016-06-02", moved),
        ("2017-06-02", "Đại tá Mạc Văn Thông, Giám đốc Công an tỉnh Cao Bằng, chủ trì hội nghị."),
    ]);
    let tenure = told.tenure("Mạc Văn Thông", DIRECTOR);
    assert_eq!(told.lines(DIRECTOR).len(), 1);
    assert_eq!(date(tenure, Side::NotAfter).as_deref(), Some("2016-06-02"), "{}", shown(tenure));
}

#[test]
fn a_post_ends_with_its_province() {
    let chair = "Ông Mạc Văn Thông, Chủ tịch UBND tỉnh Kon Tum, chủ trì hội nghị.";
    let told = told(&[("2025-05-02", chair)]);
    let post = "Chủ tịch Ủy ban nhân dân tỉnh Kon Tum";
    assert_eq!(told.lines(post), ["Mạc Văn Thông 2025-05-02..2025-05-02 [, 2025-06-30]"]);
    assert_eq!(told.reason("Mạc Văn Thông", post, Side::NotAfter), Some("BodyAbolished"));
    let lasting = self::told(&[("2025-05-02", "Ông Mạc Văn Thông, Giám đốc Sở Y tế thành phố Hà Nội, phát biểu.")]);
    assert_eq!(lasting.lines("Giám đốc Sở Y tế thành phố Hà Nội"), ["Mạc Văn Thông 2025-05-02..2025-05-02 [, ]"]);
}

#[test]
fn a_rank_ends_when_a_higher_one_is_told() {
    let with = |rank: &str| format!("{rank} Mạc Văn Thông, Giám đốc Công an tỉnh Nghệ An, chủ trì hội nghị.");
    let (low, high) = (with("Thượng tá"), with("Đại tá"));
    let told = told(&[("2014-05-02", &low), ("2015-05-02", &low), ("2017-01-01", &high)]);
    assert_eq!(told.lines("Thượng tá"), ["Mạc Văn Thông 2014-05-02..2015-05-02 [, 2017-01-01]"]);
    assert_eq!(told.lines("Đại tá"), ["Mạc Văn Thông 2017-01-01..2017-01-01 [2015-05-02, ]"]);
    let misprint = self::told(&[("2014-05-02", &low), ("2014-08-01", &high), ("2015-05-02", &low)]);
    assert_eq!(misprint.lines("Thượng tá"), ["Mạc Văn Thông 2014-05-02..2015-05-02 [, ]"]);
}

#[test]
fn one_late_title_makes_nobody_hold_a_single_seat_twice() {
    let appointed = "Ngày 1/3/2020, Đại tá Lê Quang Toản được bổ nhiệm giữ chức Giám đốc Công an tỉnh Nghệ An.";
    let late = [("2020-01-10", THONG), ("2020-03-01", appointed), ("2020-03-20", THONG), ("2021-03-30", TOAN)];
    let settled =
        ["Mạc Văn Thông 2020-01-10..2020-01-10 [, 2020-03-01]", "Lê Quang Toản =2020-03-01..2021-03-30 [2020-03-01, ]"];
    assert_eq!(told(&late).lines(DIRECTOR), settled);
    assert_eq!(told(&late).tenure("Mạc Văn Thông", DIRECTOR).articles.len(), 2, "the late one tells of it still");
    let long = [("2019-01-10", THONG), ("2020-03-01", appointed), ("2020-03-30", THONG), ("2021-03-30", TOAN)];
    assert_eq!(told(&long).lines(DIRECTOR)[1], settled[1]);
    let untold = [("2020-01-10", THONG), ("2020-03-01", TOAN), ("2020-03-20", THONG), ("2021-03-30", TOAN)];
    assert_eq!(told(&untold).lines(DIRECTOR).len(), 2, "nor where nothing tells of the appointment");
    let only = [("2020-03-01", appointed), ("2020-03-20", THONG), ("2021-03-30", TOAN)];
    assert_eq!(told(&only).lines(DIRECTOR)[0], settled[1]);
    let back = [("2020-01-10", THONG), ("2020-03-01", appointed), ("2020-09-20", THONG), ("2021-12-30", TOAN)];
    assert_eq!(told(&back).lines(DIRECTOR).len(), 4, "half a year later it is no late title");
}

#[test]
fn who_is_told_only_to_have_left_held_it_until_then() {
    let left = "Đại tá Mạc Văn Thông thôi giữ chức Giám đốc Công an tỉnh Nghệ An từ ngày 1/5/2020 để nghỉ hưu.";
    let told = told(&[("2020-05-02", left)]);
    let tenure = told.tenure("Mạc Văn Thông", DIRECTOR);
    assert_eq!(shown(tenure), "2020-04-30..=2020-05-01 [, 2020-05-01]");
    assert_eq!(date(tenure, Side::LastAttested).as_deref(), Some("2020-04-30"));
    assert_eq!(told.reason("Mạc Văn Thông", DIRECTOR, Side::LastAttested), Some("Departed"));
    let year = "Năm 2018, ông Mạc Văn Thông thôi giữ chức Giám đốc Công an tỉnh Nghệ An.";
    let told = self::told(&[("2020-05-02", year)]);
    assert_eq!(told.lines(DIRECTOR), ["Mạc Văn Thông ..=~2018-01-01 [, 2018-12-31]"], "a year gives no day");
}

#[test]
fn one_rank_mistold_makes_no_two_ranks_certain_on_a_day() {
    let with = |rank: &str| format!("{rank} Mạc Văn Thông, Giám đốc Công an tỉnh Nghệ An, chủ trì hội nghị.");
    let (low, high) = (with("Đại tá"), with("Thiếu tướng"));
    let told = told(&[("2019-03-01", &low), ("2020-03-01", &high), ("2021-03-01", &low), ("2022-03-01", &high)]);
    assert_eq!(told.lines("Đại tá"), ["Mạc Văn Thông 2019-03-01..2019-03-01 [, 2022-03-01]"]);
    assert_eq!(told.lines("Thiếu tướng"), ["Mạc Văn Thông 2022-03-01..2022-03-01 [2019-03-01, ]"]);
    let late = self::told(&[("2019-03-01", &low), ("2021-03-01", &high), ("2021-04-01", &low), ("2022-03-01", &high)]);
    assert_eq!(late.lines("Thiếu tướng").len(), 1);
    let stray = self::told(&[("2019-03-01", &low), ("2020-03-01", &high), ("2021-03-01", &low)]);
    assert_eq!(stray.lines("Thiếu tướng"), ["Mạc Văn Thông .. [, ]"], "told, on no day");
}

#[test]
fn a_tenure_has_an_iri_that_another_never_takes_over() {
    let paths = |articles: &[(&str, &str)]| -> Vec<(String, String)> {
        let told = told(articles);
        let own = told.resolution.tenures().iter().filter(|t| told.label(t.person) == "Mạc Văn Thông");
        own.filter(|t| key(told.label(t.held)) == key(DIRECTOR)).map(|t| (shown(t), t.path.clone())).collect()
    };
    let once = paths(&[("2013-05-02", THONG), ("2013-09-02", THONG)]);
    assert!(once[0].1.ends_with("công-an-tỉnh-nghệ-an"), "{once:?}");
    // Article ids are numbers in the order given: the old article that comes later is the last.
    let twice = [("2013-05-02", THONG), ("2015-10-01", TOAN), ("2016-10-01", TOAN), ("2018-03-01", THONG)];
    let before = paths(&twice);
    let after = paths(&[&twice[..], &[("2005-03-01", THONG), ("2007-03-01", TOAN), ("2008-03-01", TOAN)]].concat());
    assert_eq!((before.len(), after.len()), (2, 3));
    assert_eq!(before[0].1, after[1].1);
    assert_eq!(before[1].1, after[2].1);
    assert!(
        before.iter().chain(&after).all(|(_, path)| *path != once[0].1),
        "the plain name is that of none of several"
    );
}

#[test]
fn a_sentence_about_the_past_attests_nothing_on_the_day_it_is_published() {
    let past = "Trước đó, năm 2015, Đại tá Mạc Văn Thông, Giám đốc Công an tỉnh Nghệ An đã ký quyết định khen thưởng.";
    let day =
        "Ngày 5/3/2015, tại thành phố Vinh, Đại tá Mạc Văn Thông, Giám đốc Công an tỉnh Nghệ An đã trao bằng khen.";
    for past in [past, day] {
        let told = told(&[("2019-03-01", TOAN), ("2019-08-15", past)]);
        assert_eq!(
            told.lines(DIRECTOR),
            ["Mạc Văn Thông .. [, ]", "Lê Quang Toản 2019-03-01..2019-03-01 [, ]"],
            "{past}"
        );
        assert_eq!(told.lines("Đại tá")[0], "Mạc Văn Thông .. [, ]", "{past}");
    }
    let both = format!("{past}\n\n{THONG}");
    let now = [
        both.as_str(),
        "Đại tá Mạc Văn Thông, Giám đốc Công an tỉnh Nghệ An cho biết, năm 2015, đơn vị đã được khen thưởng.",
        "Theo luật năm 2015, Đại tá Mạc Văn Thông, Giám đốc Công an tỉnh Nghệ An có thẩm quyền ký quyết định.",
        "Từ năm 2015, Đại tá Mạc Văn Thông, Giám đốc Công an tỉnh Nghệ An đã chỉ đạo việc này.",
        "Tháng 5/2015, có đơn tố cáo Đại tá Mạc Văn Thông, hiện là Giám đốc Công an tỉnh Nghệ An.",
        "Ngày 2/8/2019, Đại tá Mạc Văn Thông, Giám đốc Công an tỉnh Nghệ An đã ký quyết định.",
    ];
    for now in now {
        assert_eq!(
            told(&[("2019-08-15", now)]).lines(DIRECTOR),
            ["Mạc Văn Thông 2019-08-15..2019-08-15 [, ]"],
            "{now}"
        );
    }
    let new_year = "Ngày 30/12/2018, Đại tá Mạc Văn Thông, Giám đốc Công an tỉnh Nghệ An đã trao bằng khen.";
    assert_eq!(told(&[("2019-01-02", new_year)]).lines(DIRECTOR), ["Mạc Văn Thông 2019-01-02..2019-01-02 [, ]"]);
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/identity")
}

/// The lines of a table behind its head, cut at tabs.
fn table(name: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(folder().join(name)).expect("a table");
    text.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// Lines of `holders.tsv` that do not come out, each with its reason.
const KNOWN_FAILURES: [(&str, &str); 0] = [];

/// The first and last day of a date of the table.
fn days(date: &str) -> Option<(String, String)> {
    match date.len() {
        10 => Some((date.to_owned(), date.to_owned())),
        7 => Some((format!("{date}-01"), format!("{date}-31"))),
        _ => None,
    }
}

/// What is wrong with the tenures of somebody in a post, by what the table says.
fn complaint(tenures: &[&Tenure], from: &str, to: &str) -> Option<String> {
    let wrong = |t: &&Tenure| {
        let day = |side: Side| t.bounds.get(&side).map(|b| (b.days.0.to_string(), b.days.1.to_string()));
        let mut wrong: Vec<String> = Vec::new();
        if let Some((_, end)) = days(to) {
            let over = day(Side::LastAttested).filter(|last| last.0 > end);
            wrong.extend(over.map(|last| format!("still attested {}, after {to}", last.0)));
            let early = day(Side::NotAfter).filter(|after| after.1 < days(to).unwrap_or_default().0);
            wrong.extend(early.map(|after| format!("over by {}, before {to}", after.1)));
        }
        if let Some((begin, last)) = days(from) {
            let late = day(Side::NotBefore).filter(|before| before.0 > last);
            wrong.extend(late.map(|before| format!("not before {}, after {from}", before.0)));
            let past = day(Side::NotAfter).filter(|after| after.1 < begin);
            wrong.extend(past.map(|after| format!("over by {}, before {from}", after.1)));
        }
        (!wrong.is_empty()).then(|| format!("{} · {}", shown(t), wrong.join(", ")))
    };
    match tenures {
        [] => Some("no tenure".to_owned()),
        some => {
            let all: Vec<String> = some.iter().filter_map(wrong).collect();
            (all.len() == some.len()).then(|| all.join("; "))
        }
    }
}

#[test]
fn who_held_what_when_comes_out_of_the_corpus() {
    let ontology = Ontology::load(&[]).expect("the ontology");
    let extractor = Extractor::new(&ontology);
    let articles = vietgraph::source::read(&[folder().join("articles.jsonl")]);
    let records = articles.map(|a| extractor.extract(&a.expect("a readable article"))).collect();
    let told = Told::of(records, &ontology);
    let by_id: HashMap<&str, &Record> = told.records.iter().map(|r| (r.article.id.as_str(), r)).collect();
    let mut people: HashMap<String, Vec<usize>> = HashMap::new();
    for line in table("people.tsv") {
        let record = by_id[line[0].as_str()];
        let named = |e: &&Entity| {
            matches!(e.kind, EntityKind::Person { .. })
                && e.variants.iter().chain([&e.label]).any(|form| key(form) == key(&line[1]))
        };
        let all = record.entities.iter().filter(named).filter_map(|e| told.resolution.find(&record.article.id, &e.id));
        people.entry(line[2].clone()).or_default().extend(all);
    }
    let (mut failed, mut exact) = (Vec::new(), (0, 0));
    for line in table("holders.tsv") {
        let (post, person, from, to) = (&line[0], &line[1], &line[2], &line[3]);
        let nobody = Vec::new();
        let who = people.get(person).unwrap_or(&nobody);
        let own = told.resolution.tenures().iter();
        let own: Vec<&Tenure> = own.filter(|t| who.contains(&t.person) && told.is_post(t.held, post)).collect();
        exact.0 += usize::from(own.iter().any(|t| t.bounds.contains_key(&Side::Began)));
        exact.1 += usize::from(own.iter().any(|t| t.bounds.contains_key(&Side::Ended)));
        eprintln!("{post} · {person} · {from} – {to}: {:?}", own.iter().map(|t| shown(t)).collect::<Vec<_>>());
        if let Some(wrong) = complaint(&own, from, to) {
            failed.push((format!("{post} · {person}"), format!("{from} – {to}: {wrong}")));
        }
    }
    eprintln!("{} beginnings and {} ends are told", exact.0, exact.1);
    let known = |line: &str| KNOWN_FAILURES.iter().any(|(known, _)| *known == line);
    let news: Vec<String> = failed.iter().filter(|(l, _)| !known(l)).map(|(l, w)| format!("{l} · {w}")).collect();
    assert!(news.is_empty(), "\n{}", news.join("\n"));
    let gone = KNOWN_FAILURES.iter().filter(|(known, _)| failed.iter().all(|(line, _)| line != known));
    assert_eq!(gone.count(), 0, "a known failure comes out now");
}

#[test]
fn what_is_handed_over_is_attested_on_the_day_of_the_ceremony() {
    let ceremony = "Ngày 5/4/2016, tại Vinh, Bộ Công an tổ chức lễ công bố quyết định của Bộ trưởng về công tác cán bộ. Theo đó, Đại tá Mạc Văn Thông được bổ nhiệm giữ chức Giám đốc Công an tỉnh Nghệ An.";
    let told = told(&[("2016-04-08", ceremony)]);
    assert!(told.lines(DIRECTOR)[0].contains("2016-04-05"), "{:?}", told.lines(DIRECTOR));
}

#[test]
fn a_decision_that_holds_from_a_later_day_is_dated_by_that_and_its_body_is_that_of_the_day() {
    let text = "Ngày 28/6/2025, Bộ Công an tổ chức lễ trao quyết định bổ nhiệm Đại tá Mạc Văn Thông giữ chức Giám đốc Công an tỉnh Bắc Ninh, kể từ ngày 1/7/2025.";
    let told = told(&[("2025-06-28", text)]);
    let tenure = told.tenure("Mạc Văn Thông", "Giám đốc Công an tỉnh Bắc Ninh");
    assert_eq!(date(tenure, Side::Began).as_deref(), Some("2025-07-01"));
    let iri = told.resolution.entity(tenure.held).iri.as_str();
    assert!(iri.ends_with("--2025"), "{iri}");
}
