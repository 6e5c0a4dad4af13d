//! What people decide holds at every build, whatever the articles say and whatever ids become.

use super::binary::Place;
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
fn several_are_split_off_one_by_one_and_a_split_leaves_an_undone_merge_undone() {
    let son = |n: usize, day: &'static str| (["ht/1", "ht/2", "ht/3"][n], day, SON[0].2);
    let one = [son(0, "2015-03-02"), son(1, "2016-03-02"), son(2, "2017-03-02")];
    let first = "split\tperson/nguyễn-văn-sơn @ ht/1#p1 @ ht/2#p1\t@ ht/3#p1";
    let second = "split\tperson/nguyễn-văn-sơn @ ht/1#p1\t@ ht/2#p1";
    let (_, resolution) = decided(&one, &[first, second]);
    assert_eq!(people(&resolution).len(), 3);
    assert!(used(&resolution));
    let merge = "merge\tperson/nguyễn-văn-sơn @ ht/1#p1 @ ht/2#p1\tperson/nguyễn-văn-sơn @ kg/1#p1";
    let off = "split\tperson/nguyễn-văn-sơn @ ht/1#p1 @ kg/1#p1\t@ ht/2#p1";
    assert_eq!(people(&decided(&SON, &[merge, off]).1).len(), 2, "the rest of the merge stays");
    assert_eq!(people(&decided(&SON, &[off]).1).len(), 3, "a split holds nobody together");
}

#[test]
fn a_rejected_fact_is_that_of_one_of_two_namesakes() {
    let text = "Ông Lê Văn Sơn, Giám đốc Sở Y tế tỉnh Hà Tĩnh, và bà Lê Văn Sơn, Giám đốc Sở Nội vụ tỉnh Hà Tĩnh, dự hội nghị.";
    let articles = [("ht/1", "2015-03-02", text)];
    let attended = |lines: &[&str]| {
        let (records, _) = decided(&articles, lines);
        records[0].facts.iter().filter(|f| f.predicate == "vg:attended").count()
    };
    assert_eq!(attended(&[]), 2);
    assert_eq!(attended(&["reject\tLê Văn Sơn → vg:attended → hội nghị\tht/1#p1>e1"]), 1);
    assert_eq!(attended(&["reject\tLê Văn Sơn → vg:attended → hội nghị\tht/1"]), 0, "without ids both are meant");
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

/// What two articles of one man come to on the command line; the store in `dir`.
fn two_of_one() -> Place {
    let place = Place::new();
    for (id, day, text) in [SON[0], SON[1]] {
        let line = serde_json::json!({ "id": id, "published": day, "text": text }).to_string();
        place.write(&format!("{}.jsonl", id.replace('/', "-")), line);
    }
    assert_eq!(place.run(&["build", "ht-1.jsonl", "ht-2.jsonl"]).status, 0);
    place
}

const SPLIT: [&str; 7] = ["split", "nguyen van son", "ht/2", "--by", "Lan", "--why", "two photographs"];

#[test]
fn a_decision_is_a_signed_line_that_holds_at_every_build_until_it_is_undone() {
    let place = two_of_one();
    let before = place.run(&["export", "-o", "before.nq"]);
    assert_eq!(before.status, 0, "{before:?}");
    let run = place.run(&SPLIT);
    assert!(run.status == 0 && run.stderr.contains("people 1 split"), "{run:?}");
    let file = std::fs::read_to_string(place.path("vietgraph-store/decisions.tsv")).expect("the file");
    assert!(file.contains("\tLan\t") && file.ends_with("\ttwo photographs\n"), "{file}");
    let again = place.run(&["build", "ht-1.jsonl"]);
    assert!(again.stderr.contains("nothing changed") && again.stderr.contains("decisions 1 used"), "{again:?}");
    assert!(place.run(&["namesakes"]).stdout.starts_with("Nguyễn Văn Sơn · 2 people"));
    assert_eq!(place.run(&["validate"]).status, 0);
    let undo = place.run(&["undo", "--by", "Lan", "--why", "one after all"]);
    assert!(undo.status == 0 && undo.stderr.contains("people 1 merged"), "{undo:?}");
    assert_eq!(place.run(&["namesakes"]).stdout, "");
    let nothing = place.run(&["undo", "--by", "Lan", "--why", "once more"]);
    assert!(nothing.status == 1 && nothing.stderr.contains("no decision to take back"), "{nothing:?}");
}

#[test]
fn what_does_not_apply_is_refused_and_what_applies_no_longer_is_told_at_each_build() {
    let place = two_of_one();
    let nobody = place.run(&["split", "nguyen van son", "ht/9", "--by", "Lan", "--why", "x"]);
    assert!(nobody.status == 1 && nobody.stderr.contains("ht/9 does not tell of"), "{nobody:?}");
    let unsigned = place.run(&["rename", "nguyen van son", "Sơn", "--by", " ", "--why", "x"]);
    assert!(unsigned.status == 1 && unsigned.stderr.contains("nobody signs it"), "{unsigned:?}");
    assert!(!place.path("vietgraph-store/decisions.tsv").exists(), "nothing refused is written");
    assert_eq!(place.run(&SPLIT).status, 0);
    let gone = place.run(&["retract", "ht/2"]);
    assert!(gone.stderr.contains("does not apply: no article tells of"), "{gone:?}");
    assert!(place.run(&["decisions", "--unused"]).stdout.contains("no article tells of"));
    let file = place.path("vietgraph-store/decisions.tsv");
    let text = std::fs::read_to_string(&file).expect("the file");
    std::fs::write(&file, text + "merge\tnonsense\n").expect("a writable file");
    let bad = place.run(&["build", "ht-1.jsonl"]);
    assert!(bad.stderr.contains("line 4 of decisions.tsv) does not apply: 2 columns"), "{bad:?}");
    assert!(place.run(&["build", "ht-2.jsonl"]).stderr.contains("people 1 added"), "the first applies again");
}

#[test]
fn decisions_of_another_file_are_taken_in_once_and_give_the_same_graph_without_a_store() {
    let place = two_of_one();
    assert_eq!(place.run(&SPLIT).status, 0);
    std::fs::copy(place.path("vietgraph-store/decisions.tsv"), place.path("ours.tsv")).expect("a copy");
    for _ in 0..2 {
        let run = place.run(&["build", "--store", "other", "--decisions", "ours.tsv", "ht-1.jsonl", "ht-2.jsonl"]);
        assert!(run.stderr.contains("decisions 1 used"), "{run:?}");
    }
    assert_eq!(place.quads("other"), place.quads("vietgraph-store"));
    let records = place.run(&["extract", "ht-1.jsonl", "ht-2.jsonl"]).stdout;
    let lines = place.run_with(&["resolve", "--decisions", "ours.tsv"], &records).stdout;
    assert!(lines.contains("/id/graph/decisions>") && lines.contains("person/nguyễn-văn-sơn--"), "{lines}");
}

#[test]
fn evidence_is_accepted_and_rejected_by_the_id_that_why_shows() {
    let place = two_of_one();
    let why = place.run(&["why", "nguyen van son", "Phó Giám đốc", "--article", "ht/1"]).stdout;
    let id = why.split("evidence/").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("an id");
    let sign = ["--by", "Lan", "--why", "read"];
    let accept = place.run(&[&["accept", id], &sign[..]].concat());
    assert_eq!(accept.status, 0, "{accept:?}");
    assert!(place.run(&["why", "nguyen van son", "Phó Giám đốc", "--article", "ht/1"]).stdout.contains('✓'));
    assert_eq!(place.run(&["validate"]).status, 0);
    assert_eq!(place.run(&[&["reject", id], &sign[..]].concat()).status, 0);
    let left = place.run(&["why", "nguyen van son", "Phó Giám đốc", "--article", "ht/1"]);
    assert_eq!(left.status, 1, "{left:?}");
    let unknown = place.run(&[&["reject", "0000000000"], &sign[..]].concat());
    assert!(unknown.status == 1 && unknown.stderr.contains("no evidence has the id"), "{unknown:?}");
}

#[test]
fn bodies_of_two_places_are_merged_with_a_word_of_doubt() {
    let place = Place::new();
    place.write("a.txt", "Đại tá Lê Quang Toản, Giám đốc Công an tỉnh Nghệ An, chủ trì hội nghị.");
    place.write("b.txt", "Đại tá Mạc Văn Thông, Giám đốc Công an tỉnh Kon Tum, chủ trì hội nghị.");
    assert_eq!(place.run(&["build", "a.txt", "b.txt"]).status, 0);
    let merge = ["merge", "Công an tỉnh Nghệ An", "Công an tỉnh Kon Tum", "--by", "Lan", "--why", "try"];
    let done = place.run(&merge);
    assert!(done.status == 0 && done.stderr.contains("look again:") && done.stderr.contains("Kon Tum"), "{done:?}");
    let people = ["merge", "Lê Quang Toản", "Mạc Văn Thông", "--by", "Lan", "--why", "try"];
    assert!(!place.run(&people).stderr.contains("look again"));
}
