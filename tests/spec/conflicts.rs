//! What contradicts each other in the articles is found and told with both sides, and what only looks like it is not.

use std::path::Path;

use vietgraph::extract::Extractor;
use vietgraph::extract::record::{ArticleMeta, Record};
use vietgraph::ontology::{Ontology, vocab};
use vietgraph::resolve::conflicts::{Gravity, Nature};
use vietgraph::resolve::decisions::Decisions;
use vietgraph::resolve::{Gazetteer, Resolution};
use vietgraph::source::Article;

use super::binary::Place;

fn records(articles: &[(&str, &str)]) -> Vec<Record> {
    let ontology = Ontology::load(&[]).expect("the ontology");
    let extractor = Extractor::new(&ontology);
    let read = |(n, (day, text)): (usize, &(&str, &str))| {
        let published = Some((*day).to_owned()).filter(|day| !day.is_empty());
        let meta = ArticleMeta { id: format!("{n:02}"), published, ..ArticleMeta::default() };
        extractor.extract(&Article::new(meta, (*text).to_owned()))
    };
    articles.iter().enumerate().map(read).collect()
}

fn resolution(records: &[Record]) -> Resolution {
    let gazetteer = Gazetteer::new(&Ontology::load(&[]).expect("the ontology"));
    Resolution::new(records, &gazetteer, vocab::ID)
}

/// The conflicts of a nature that articles, each with its day, come to: their weight, and what each side says with the
/// numbers of its articles.
fn found(articles: &[(&str, &str)], nature: Nature) -> Vec<String> {
    let resolution = resolution(&records(articles));
    let own = resolution.conflicts().iter().filter(|c| c.nature == nature);
    let side = |side: &vietgraph::resolve::conflicts::Side| {
        let says: Vec<&str> = side.says.iter().map(|index| resolution.entity(*index).label.as_str()).collect();
        let articles: Vec<&str> = side.articles().into_iter().collect();
        format!("{} [{}]", says.join(", "), articles.join(" "))
    };
    own.map(|c| format!("{:?}: {} / {}", c.gravity, side(&c.sides[0]), side(&c.sides[1]))).collect()
}

const THONG: &str = "Đại tá Mạc Văn Thông, Giám đốc Công an tỉnh Nghệ An, chủ trì hội nghị.";
const TOAN: &str = "Đại tá Lê Quang Toản, Giám đốc Công an tỉnh Nghệ An, chủ trì hội nghị.";

#[test]
fn two_hold_a_single_seat_at_one_time() {
    let stray = [("2014-05-02", THONG), ("2014-09-02", THONG), ("2014-10-01", TOAN), ("2015-03-01", THONG)];
    assert_eq!(found(&stray, Nature::TwoHolders), ["Serious: Mạc Văn Thông [01 03] / Lê Quang Toản [02]"]);
    let both = [("2014-05-02", THONG), ("2014-08-02", TOAN), ("2014-11-02", THONG), ("2014-12-20", TOAN)];
    assert_eq!(found(&both, Nature::TwoHolders), ["Grave: Mạc Văn Thông [00 02] / Lê Quang Toản [01 03]"]);
}

#[test]
fn a_handover_a_deputy_and_one_article_that_tells_both_are_no_conflict() {
    let handover = [("2014-05-02", THONG), ("2016-03-20", THONG), ("2016-03-01", TOAN), ("2018-01-02", TOAN)];
    assert!(found(&handover, Nature::TwoHolders).is_empty());
    let deputy = |text: &str| text.replace("Giám đốc", "Phó Giám đốc");
    let (a, b) = (deputy(THONG), deputy(TOAN));
    let deputies = [("2014-05-02", &*a), ("2014-10-01", &*b), ("2015-03-01", &*a)];
    assert!(found(&deputies, Nature::TwoHolders).is_empty());
    let together = format!("{THONG}\n\n{TOAN}");
    let told = [("2014-05-02", THONG), ("2014-10-01", TOAN), ("2014-11-01", &*together), ("2015-03-01", THONG)];
    assert!(found(&told, Nature::TwoHolders).is_empty());
}

#[test]
fn a_name_with_another_tone_or_a_syllable_less_weighs_little() {
    let slip = THONG.replace("Mạc Văn Thông", "Mạc Văn Thống");
    let articles = [("2014-05-02", THONG), ("2014-10-01", &*slip), ("2015-03-01", THONG)];
    assert_eq!(found(&articles, Nature::TwoHolders), ["Slight: Mạc Văn Thông [00 02] / Mạc Văn Thống [01]"]);
}

#[test]
fn a_rank_goes_down_and_one_still_used_after_a_promotion_does_not() {
    let lower = TOAN.replace("Đại tá", "Thượng tá");
    let fell = [("2014-05-02", TOAN), ("2014-09-02", TOAN), ("2016-10-01", &*lower), ("2017-10-01", TOAN)];
    assert_eq!(found(&fell, Nature::RankFell), ["Serious: Đại tá [00 01] / Thượng tá [02]"]);
    let soon = [("2014-05-02", &*lower), ("2014-09-02", TOAN), ("2014-09-20", &*lower), ("2017-10-01", TOAN)];
    assert!(found(&soon, Nature::RankFell).is_empty());
}

fn meeting(province: &str, body: &str, about: &str) -> String {
    format!(
        "Ngày 12/3/2015, tại tỉnh {province}, {body} tổ chức hội nghị {about}. Ông Mạc Văn Thông, Phó Chủ tịch UBND tỉnh Nghệ An, \
         phát biểu tại hội nghị."
    )
}

#[test]
fn somebody_is_in_two_provinces_on_one_day_unless_an_article_tells_both() {
    let here = meeting("Nghệ An", "Sở Y tế tỉnh Nghệ An", "phòng chống dịch sởi");
    let there = meeting("Cà Mau", "Sở Công Thương tỉnh Cà Mau", "xúc tiến thương mại");
    let two = [("2015-03-13", &*here), ("2015-03-13", &*there)];
    assert_eq!(found(&two, Nature::TwoProvinces).len(), 1);
    assert!(found(&two, Nature::TwoProvinces)[0].starts_with("Slight"));
    let one = format!("{here}\n\n{}", there.replace("Ngày 12/3/2015", "Chiều 12/3/2015"));
    assert!(found(&[("2015-03-13", &one)], Nature::TwoProvinces).is_empty());
    let later = there.replace("12/3/2015", "13/3/2015");
    assert!(found(&[("2015-03-13", &here), ("2015-03-14", &later)], Nature::TwoProvinces).is_empty());
}

#[test]
fn one_article_gives_another_day_of_an_event_than_several() {
    let told = meeting("Nghệ An", "Sở Y tế tỉnh Nghệ An", "phòng chống dịch sởi");
    let other = told.replace("12/3/2015", "14/3/2015");
    let alone = [("2015-03-15", &*told), ("2015-03-15", &*told), ("2015-03-16", &*other)];
    assert_eq!(found(&alone, Nature::ArticleContradicts).len(), 1);
    let yearly = told.replace("12/3/2015", "12/3/2016");
    let next = [("2015-03-15", &*told), ("2015-03-15", &*told), ("2016-03-16", &*yearly)];
    assert!(found(&next, Nature::ArticleContradicts).is_empty());
}

#[test]
fn one_article_gives_another_day_of_an_appointment_than_several() {
    let told = |day: &str| {
        format!("Ngày {day}, Đại tá Mạc Văn Thông được bổ nhiệm giữ chức vụ Giám đốc Công an tỉnh Nghệ An.")
    };
    let (right, wrong) = (told("12/3/2015"), told("12/5/2015"));
    let alone = [("2015-05-20", &*right), ("2015-06-20", &*right), ("2016-07-20", &*wrong)];
    assert_eq!(
        found(&alone, Nature::ArticleContradicts),
        ["Serious: Giám đốc Công an tỉnh Nghệ An [00 01] / Giám đốc Công an tỉnh Nghệ An [02]"]
    );
    let two = [("2015-05-20", &*right), ("2016-07-20", &*wrong)];
    assert!(found(&two, Nature::ArticleContradicts).is_empty(), "one against one is none against several");
}

#[test]
fn one_article_tells_as_held_what_several_had_told_as_past() {
    let former = "Dự lễ có ông Mạc Văn Thông, nguyên Giám đốc Công an tỉnh Nghệ An.";
    let late = [("2014-05-02", THONG), ("2016-03-01", former), ("2016-09-01", former), ("2018-10-01", THONG)];
    assert_eq!(
        found(&late, Nature::ArticleContradicts),
        ["Serious: Giám đốc Công an tỉnh Nghệ An [01 02] / Giám đốc Công an tỉnh Nghệ An [03]"]
    );
    let soon = [("2014-05-02", THONG), ("2016-03-01", former), ("2016-03-11", former), ("2016-03-20", THONG)];
    assert!(found(&soon, Nature::ArticleContradicts).is_empty());
    let again = [&late[..], &[("2018-12-01", THONG)]].concat();
    assert!(found(&again, Nature::ArticleContradicts).is_empty(), "several tell that he is back");
}

#[test]
fn the_order_of_articles_changes_nothing() {
    let mut records =
        records(&[("2014-05-02", THONG), ("2014-08-02", TOAN), ("2014-11-02", THONG), ("2014-12-20", TOAN)]);
    let told = format!("{:?}", resolution(&records).conflicts());
    records.reverse();
    assert_eq!(format!("{:?}", resolution(&records).conflicts()), told);
}

/// 119 articles whose holders follow upon each other as in life, with namesakes kept apart: nothing in them contradicts, and
/// handovers, careers and events of several reports come to no conflict.
#[test]
fn the_corpus_of_careers_has_no_conflict() {
    let ontology = Ontology::load(&[]).expect("the ontology");
    let extractor = Extractor::new(&ontology);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/identity/articles.jsonl");
    let articles = vietgraph::source::read(&[path]);
    let records: Vec<Record> = articles.map(|a| extractor.extract(&a.expect("a readable article"))).collect();
    assert_eq!(resolution(&records).conflicts(), []);
}

#[test]
fn what_somebody_rejects_contradicts_nothing() {
    let gazetteer = Gazetteer::new(&Ontology::load(&[]).expect("the ontology"));
    let mut records = records(&[("2014-05-02", THONG), ("2014-10-01", TOAN), ("2015-03-01", THONG)]);
    let reject = "reject\tLê Quang Toản → vg:holdsPost → Giám đốc Công an tỉnh Nghệ An\t01\tLan\t2026-01-02\twhy";
    let resolution = Resolution::decided(&mut records, &gazetteer, &Decisions::parse(reject), vocab::ID);
    assert_eq!(resolution.conflicts(), []);
    assert_eq!(Gravity::Grave.max(Gravity::Slight), Gravity::Slight, "the gravest first");
}

fn place() -> Place {
    let place = Place::new();
    let line = |(id, day, text): (&str, &str, &str)| format!(r#"{{"id":"{id}","published":"{day}","text":"{text}"}}"#);
    let articles = [("a", "2014-05-02", THONG), ("b", "2014-10-01", TOAN), ("c", "2015-03-01", THONG)];
    place.write("news.jsonl", articles.map(line).join("\n"));
    assert_eq!(place.run(&["build", "news.jsonl"]).status, 0);
    place
}

#[test]
fn conflicts_are_listed_with_the_words_of_both_sides() {
    let place = place();
    let list = place.run(&["conflicts"]).stdout;
    for said in [
        "two holders at one time: Giám đốc Công an tỉnh Nghệ An",
        "Mạc Văn Thông · 2014-05-02 – 2015-03-01 · 2 articles",
        "«Đại tá Lê Quang Toản, Giám đốc Công an tỉnh Nghệ An»",
        "[b]",
    ] {
        assert!(list.contains(said), "{said} not in\n{list}");
    }
    assert!(place.run(&["conflicts", "--lang", "vi"]).stdout.contains("hai người cùng giữ một chức vụ"));
    assert_eq!(place.run(&["conflicts", "--kind", "rank-fell"]).stdout, "no conflict\n");
    let json: serde_json::Value = serde_json::from_str(&place.run(&["conflicts", "--json"]).stdout).expect("JSON");
    assert_eq!(json[0]["kind"], "two-holders");
    assert_eq!(json[0]["sides"][1]["evidence"][0]["id"], "b");
    let page = place.run(&["show", "Lê Quang Toản"]).stdout;
    assert!(page.ends_with("\n1 conflict: vietgraph conflicts --about person/lê-quang-toản\n"), "{page}");
    assert!(place.run(&["conflicts", "--about", "person/lê-quang-toản"]).stdout.contains("two holders"));
    assert_eq!(place.run(&["validate"]).status, 0);
}

#[test]
fn a_conflict_of_which_somebody_accepted_a_side_is_settled() {
    let place = place();
    let list: serde_json::Value = serde_json::from_str(&place.run(&["conflicts", "--json"]).stdout).expect("JSON");
    let evidence = list[0]["sides"][0]["evidence"][0]["evidence"].as_str().expect("an IRI").to_owned();
    let accepted = place.run(&["accept", &evidence, "--by", "Lan", "--why", "read it"]);
    assert_eq!(accepted.status, 0, "{}", accepted.stderr);
    assert_eq!(place.run(&["conflicts"]).stdout, "no conflict\n");
    let all = place.run(&["conflicts", "--all"]).stdout;
    assert!(all.contains("2 articles · ✓"), "{all}");
    assert!(!place.run(&["show", "Lê Quang Toản"]).stdout.contains("conflict"));
}
