//! What people decide holds at every build, whatever the articles say and whatever ids become.

use vietgraph::extract::Extractor;
use vietgraph::extract::record::{ArticleMeta, EntityKind, Record};
use vietgraph::ontology::{Ontology, vocab};
use vietgraph::resolve::decisions::{Decisions, Outcome};
use vietgraph::resolve::{Gazetteer, Kind, Resolution};
use vietgraph::source::Article;

/// Three articles: two of one man, one of a namesake; each with its id and day.
const SON: [(&str, &str, &str); 3] = [
    ("ht/1", "2015-03-02", "Đại tá Nguyễn Văn Sơn, Phó Giám đốc Công an tỉnh Hà Tĩnh, chủ trì buổi làm việc."),
    ("ht/2", "2016-03-02", "Đại tá Nguyễn Văn Sơn, Phó Giám đốc Công an tỉnh Hà Tĩnh, đã dự hội nghị tổng kết."),
    ("kg/1", "2016-05-02", "Ông Nguyễn Văn Sơn, Giám đốc Sở Y tế tỉnh Kiên Giang, phát biểu tại hội nghị."),
];

fn records(articles: &[(&str, &str, &str)]) -> Vec<Record> {
    let ontology = Ontology::load(&[]).expect("the ontology");
    let extractor = Extractor::new(&ontology);
    let read = |(id, day, text): &(&str, &str, &str)| {
        let meta = ArticleMeta { id: (*id).to_owned(), published: Some((*day).to_owned()), ..ArticleMeta::default() };
        extractor.extract(&Article::new(meta, (*text).to_owned()))
    };
    articles.iter().map(read).collect()
}

/// The resolution of articles under a file of decisions, of which each line lacks author, day and reason.
fn decided(articles: &[(&str, &str, &str)], lines: &[&str]) -> (Vec<Record>, Resolution) {
    let gazetteer = Gazetteer::new(&Ontology::load(&[]).expect("the ontology"));
    let signed: Vec<String> = lines.iter().map(|line| format!("{line}\tLan\t2026-01-02\twhy")).collect();
    let decisions = Decisions::parse(&signed.join("\n"));
    let mut records = records(articles);
    let resolution = Resolution::decided(&mut records, &gazetteer, &decisions, vocab::ID);
    (records, resolution)
}

/// The ids of the people, sorted, below `person/`.
fn people(resolution: &Resolution) -> Vec<String> {
    let people = resolution.entities().iter().filter(|e| e.kind == Kind::Person);
    let mut ids: Vec<String> = people.map(|e| e.iri.as_str().rsplit('/').next().unwrap_or("").to_owned()).collect();
    ids.sort();
    ids
}

fn used(resolution: &Resolution) -> bool {
    resolution.outcomes().iter().all(|outcome| *outcome == Outcome::Used)
}

#[test]
fn two_are_one_where_somebody_says_so_and_the_old_ids_lead_there() {
    assert_eq!(people(&decided(&SON, &[]).1).len(), 2);
    let merge = "merge\tperson/nguyễn-văn-sơn--công-an-tỉnh-hà-tĩnh @ ht/1#p1\tperson/nguyễn-văn-sơn--sở-y-tế-tỉnh-kiên-giang @ kg/1#p1";
    let (_, resolution) = decided(&SON, &[merge]);
    assert_eq!(people(&resolution), ["nguyễn-văn-sơn"]);
    assert!(used(&resolution));
    let old: Vec<&str> = resolution.replaced().iter().map(|(old, _)| old.as_str()).collect();
    assert!(old.iter().any(|iri| iri.ends_with("--sở-y-tế-tỉnh-kiên-giang")), "{old:?}");
    let by_id = "merge\tperson/nguyễn-văn-sơn--công-an-tỉnh-hà-tĩnh\tperson/nguyễn-văn-sơn--sở-y-tế-tỉnh-kiên-giang";
    assert_eq!(people(&decided(&SON, &[by_id]).1), ["nguyễn-văn-sơn"], "ids alone will do");
}

#[test]
fn two_names_of_one_person_come_together_under_the_more_frequent() {
    let misprint = ("ht/3", "2017-01-05", "Đại tá Nguyễn Vân Sơn, Phó Giám đốc Công an tỉnh Hà Tĩnh, dự lễ.");
    let articles = [SON[0], SON[1], misprint];
    assert_eq!(people(&decided(&articles, &[]).1).len(), 2);
    let merge = "merge\tperson/nguyễn-vân-sơn @ ht/3#p1\tperson/nguyễn-văn-sơn @ ht/1#p1";
    let (_, resolution) = decided(&articles, &[merge]);
    assert_eq!(people(&resolution), ["nguyễn-văn-sơn"]);
    assert!(resolution.replaced().iter().any(|(old, _)| old.as_str().ends_with("person/nguyễn-vân-sơn")));
}

#[test]
fn one_is_two_where_somebody_says_so() {
    let one = [SON[0], SON[1]];
    assert_eq!(people(&decided(&one, &[]).1).len(), 1);
    let split = "split\tperson/nguyễn-văn-sơn @ ht/1#p1\t@ ht/2#p1";
    let (_, resolution) = decided(&one, &[split]);
    assert_eq!(people(&resolution).len(), 2);
    assert!(used(&resolution));
    let apart = "not-same\tperson/nguyễn-văn-sơn @ ht/1#p1\tperson/nguyễn-văn-sơn @ ht/2#p1";
    assert_eq!(people(&decided(&one, &[apart]).1).len(), 2);
}

#[test]
fn of_two_decisions_that_contradict_the_later_counts_and_the_other_is_told() {
    let merge = "merge\tperson/nguyễn-văn-sơn @ ht/1#p1\tperson/nguyễn-văn-sơn @ kg/1#p1";
    let apart = "not-same\tperson/nguyễn-văn-sơn @ ht/1#p1\tperson/nguyễn-văn-sơn @ kg/1#p1";
    let (_, resolution) = decided(&SON, &[merge, apart]);
    assert_eq!(people(&resolution).len(), 2);
    assert!(matches!(resolution.outcomes(), [Outcome::Unused(_), Outcome::Used]));
    assert_eq!(people(&decided(&SON, &[apart, merge]).1).len(), 1);
}

#[test]
fn a_decision_about_an_article_that_is_gone_is_told_and_not_dropped() {
    let merge = "merge\tperson/nguyễn-văn-sơn @ gone/1#p1\tperson/nguyễn-văn-sơn @ kg/1#p1";
    let (_, resolution) = decided(&SON, &[merge]);
    assert_eq!(people(&resolution).len(), 2);
    assert!(matches!(resolution.outcomes(), [Outcome::Unused(reason)] if reason.contains("no article")));
}

#[test]
fn what_somebody_rejects_leaves_the_article_with_all_that_only_it_told_of() {
    let reject = "reject\tNguyễn Văn Sơn → vg:holdsPost → Phó Giám đốc Công an tỉnh Hà Tĩnh\tht/1";
    let (records, resolution) = decided(&SON, &[reject]);
    let posts = |id: &str| {
        let record = records.iter().find(|r| r.article.id == id).expect("an article");
        record.entities.iter().filter(|e| matches!(e.kind, EntityKind::Post { .. })).count()
    };
    assert_eq!((posts("ht/1"), posts("ht/2")), (0, 1));
    assert!(used(&resolution));
    let other = "reject\tNguyễn Văn Sơn → vg:holdsPost → Giám đốc Công an tỉnh Hà Tĩnh\tht/1";
    assert!(!used(&decided(&SON, &[other]).1), "nothing like it is said");
    let accept = "accept\tNguyễn Văn Sơn → vg:holdsPost → Phó Giám đốc Công an tỉnh Hà Tĩnh\tht/1";
    assert_eq!(decided(&SON, &[accept]).1.accepted().len(), 1);
}

#[test]
fn bodies_of_two_names_are_one_where_somebody_says_so_with_their_posts() {
    let articles = [
        ("1", "2015-03-02", "Ông Lê Hữu Khoát, Giám đốc Sở Tài nguyên và Môi trường tỉnh Hà Tĩnh, dự hội nghị."),
        ("2", "2015-04-02", "Ông Lê Hữu Khoát, Giám đốc Sở Nông nghiệp và Môi trường tỉnh Hà Tĩnh, dự hội nghị."),
    ];
    let bodies = |resolution: &Resolution| {
        let of = |k: &Kind| matches!(k, Kind::Body { .. } | Kind::Post { .. });
        resolution.entities().iter().filter(|e| of(&e.kind)).count()
    };
    let (_, before) = decided(&articles, &[]);
    let names: Vec<&str> = before.entities().iter().map(|e| e.iri.as_str()).filter(|i| i.contains("body/")).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    let id = |n: usize| names[n].replace(vocab::ID, "");
    let merge = format!("merge\t{}\t{}", id(0), id(1));
    let (_, after) = decided(&articles, &[&merge]);
    assert_eq!((bodies(&before), bodies(&after)), (4, 2));
    let rename = format!("rename\t{}\tSở Môi trường Hà Tĩnh", id(0));
    let (_, renamed) = decided(&articles, &[&rename]);
    assert!(renamed.entities().iter().any(|e| e.label == "Sở Môi trường Hà Tĩnh" && e.iri.as_str() == names[0]));
}
