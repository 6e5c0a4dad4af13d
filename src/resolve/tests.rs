mod identity;

use std::collections::BTreeSet;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedNode, Triple};

use super::{Canonical, EntityIndex, Gazetteer, Kind, Resolution};
use crate::extract::record::{ArticleMeta, Entity, EntityKind, Fact, Record, Value};
use crate::ontology::vocab;

/// A person of an article: name, title of the post, its body, the place of the body.
type Official = (&'static str, &'static str, &'static str, &'static str);

const PLACES: &str = r#"
@prefix vg: <https://w3id.org/vietgraph/ontology#> . @prefix schema: <https://schema.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix p: <https://w3id.org/vietgraph/id/place/> .
p:tỉnh-tiền-giang a vg:Province ; skos:prefLabel "Tiền Giang"@vi .
p:tỉnh-bến-tre a vg:Province ; skos:prefLabel "Bến Tre"@vi .
p:tỉnh-bắc-ninh a vg:Province ; skos:prefLabel "Bắc Ninh"@vi ; vg:succeededBy p:tỉnh-bắc-ninh-2025 .
p:tỉnh-bắc-ninh-2025 a vg:Province ; skos:prefLabel "Bắc Ninh"@vi .
p:nguyễn a vg:NameSyllable ; vg:familyShare 0.27 ; skos:prefLabel "Nguyễn"@vi . p:lê a vg:NameSyllable ; vg:familyShare 0.1 ; skos:prefLabel "Lê"@vi .
p:văn a vg:NameSyllable ; vg:middleShare 0.18 ; skos:prefLabel "Văn"@vi . p:sơn a vg:NameSyllable ; vg:givenShare 0.02 ; skos:prefLabel "Sơn"@vi .
p:a a vg:NameSyllable ; vg:givenShare 0.02 ; skos:prefLabel "A"@vi . p:b a vg:NameSyllable ; vg:givenShare 0.02 ; skos:prefLabel "B"@vi .
p:đại-tá a vg:Rank ; vg:seniority 140 ; skos:prefLabel "Đại tá"@vi . p:thượng-tá a vg:Rank ; vg:seniority 130 ; skos:prefLabel "Thượng tá"@vi .
p:thiếu-tướng a vg:Rank ; vg:seniority 150 ; vg:general true ; skos:prefLabel "Thiếu tướng"@vi .
p:thế a vg:NameSyllable ; vg:middleShare 0.001 ; skos:prefLabel "Thế"@vi . p:phòng a vg:BodyPattern ; vg:ofParent true ; skos:prefLabel "Phòng"@vi .
p:giám-đốc a vg:Office ; vg:singleSeat true ; skos:prefLabel "Giám đốc"@vi .
vg:PoliceBody a owl:Class ; vg:careerLine "công an"@vi .
p:quận-1 a vg:District ; skos:prefLabel "1"@vi .
<https://w3id.org/vietgraph/id/body/ủy-ban-khoa-học-công-nghệ> a vg:Legislature ; skos:prefLabel "Ủy ban Khoa học, Công nghệ"@vi .
p:huyện-châu-thành-tiền-giang a vg:District ; skos:prefLabel "huyện Châu Thành"@vi ; schema:containedInPlace p:tỉnh-tiền-giang .
p:huyện-châu-thành-bến-tre a vg:District ; skos:prefLabel "huyện Châu Thành"@vi ; schema:containedInPlace p:tỉnh-bến-tre .
"#;

fn gazetteer() -> Gazetteer {
    let quads = RdfParser::from_format(RdfFormat::Turtle).for_slice(PLACES);
    let triples: Vec<Triple> = quads.map(|q| q.expect("valid Turtle").into()).collect();
    Gazetteer::from_triples(&triples)
}

fn entity(id: String, kind: EntityKind, label: &str) -> Entity {
    Entity { id, kind, label: label.to_owned(), variants: Vec::new() }
}

fn record(article: &str, officials: &[Official]) -> Record {
    let (mut entities, mut facts) = (Vec::new(), Vec::new());
    for (i, (name, title, body, place)) in officials.iter().enumerate() {
        entities.push(entity(format!("p{i}"), EntityKind::Person { female: None }, name));
        if title.is_empty() {
            continue;
        }
        if !place.is_empty() {
            let iri = Some(format!("{}place/{place}", vocab::ID));
            entities.push(entity(format!("l{i}"), EntityKind::Place { iri, within: None }, place));
        }
        if !body.is_empty() {
            let class = "Body".to_owned();
            let place = (!place.is_empty()).then(|| format!("l{i}"));
            let kind = EntityKind::Body { class, place, parent: None };
            entities.push(entity(format!("b{i}"), kind, body));
        }
        let body = (!body.is_empty()).then(|| format!("b{i}"));
        let kind = EntityKind::Post { title: (*title).to_owned(), body };
        entities.push(entity(format!("o{i}"), kind, title));
        facts.push(Fact {
            subject: format!("p{i}"),
            predicate: "vg:holdsPost".into(),
            object: Value::Entity(format!("o{i}")),
            evidence: Vec::new(),
        });
    }
    Record { article: ArticleMeta { id: article.to_owned(), ..ArticleMeta::default() }, entities, facts }
}

/// The IRIs below the base, of one kind.
fn names(records: &[Record], is: impl Fn(&Kind) -> bool) -> BTreeSet<String> {
    let resolution = Resolution::new(records, &gazetteer(), vocab::ID);
    let entities = resolution.entities().iter().filter(|e| is(&e.kind));
    entities.map(|e| e.iri.as_str().replace(vocab::ID, "")).collect()
}

fn people(records: &[Record]) -> BTreeSet<String> {
    names(records, |k| *k == Kind::Person)
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|n| (*n).to_owned()).collect()
}

const NAM: Official = ("Bùi Văn Nam", "Thứ trưởng", "Bộ Công an", "");
const SON_TG: Official = ("Nguyễn Văn Sơn", "Giám đốc", "Sở Y tế tỉnh Tiền Giang", "tỉnh-tiền-giang");
const SON_TG_POLICE: Official = ("Nguyễn Văn Sơn", "Trưởng", "Công an huyện Châu Thành", "huyện-châu-thành-tiền-giang");
const SON_BT: Official = ("Nguyễn Văn Sơn", "Trưởng", "Công an huyện Châu Thành", "huyện-châu-thành-bến-tre");
const SON_UNKNOWN: Official = ("Nguyễn Văn Sơn", "", "", "");

#[test]
fn one_name_in_one_body_is_one_person_in_any_spelling() {
    let upper = ("BÙI VĂN NAM", "Thứ trưởng", "Bộ Công an", "");
    assert_eq!(people(&[record("1", &[NAM]), record("2", &[upper])]), set(&["person/bùi-văn-nam"]));
}

#[test]
fn a_name_of_few_in_one_province_is_one_person_and_a_common_one_several() {
    let at = |name, title, body| (name, title, body, "tỉnh-tiền-giang");
    let two = |name| {
        let committee = at(name, "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Tiền Giang");
        let department = at(name, "Giám đốc", "Sở Y tế tỉnh Tiền Giang");
        people(&[record("1", &[committee]), record("2", &[department])]).len()
    };
    assert_eq!(two("Đỗ Văn Sơn"), 1);
    assert_eq!(two("Nguyễn Văn Sơn"), 2);
    let records = [record("1", &[SON_TG]), record("2", &[SON_TG_POLICE])];
    assert_eq!(people(&records).len(), 2);
}

#[test]
fn one_name_in_two_provinces_is_two_people() {
    let records = [record("1", &[SON_TG]), record("2", &[SON_BT])];
    let expected =
        ["person/nguyễn-văn-sơn--công-an-huyện-châu-thành--bến-tre", "person/nguyễn-văn-sơn--sở-y-tế-tỉnh-tiền-giang"];
    assert_eq!(people(&records), set(&expected));
}

#[test]
fn a_body_named_in_short_is_shared_unless_it_has_a_place() {
    let post = |body| ("Phan Văn Vĩnh", "Tổng Cục trưởng", body, "");
    let short = record("1", &[post("Tổng cục Cảnh sát")]);
    let long = record("2", &[post("Tổng cục Cảnh sát Bộ Công an")]);
    assert_eq!(people(&[short, long]), set(&["person/phan-văn-vĩnh"]));
    let bare = record("1", &[("Lê A", "Giám đốc", "Sở Y tế tỉnh", "")]);
    let place = "tỉnh-tiền-giang";
    let placed = record("2", &[("Lê A", "Giám đốc", "Sở Y tế tỉnh Tiền Giang", place)]);
    assert_eq!(people(&[bare, placed]).len(), 2);
    let other = |body| ("Lê B", "Vụ trưởng", body, "");
    let staff = record("1", &[other("Vụ Tổ chức cán bộ")]);
    let societies = record("2", &[other("Vụ Tổ chức phi chính phủ")]);
    assert_eq!(people(&[staff, societies]).len(), 2, "two long names share no short one");
}

#[test]
fn what_the_ontology_describes_keeps_its_label_and_class() {
    let printed = ("Lê C", "Chủ nhiệm", "Ủy ban Khoa học Công nghệ", "");
    let mut article = record("1", &[printed]);
    let kind = EntityKind::Place { iri: None, within: None };
    article.entities.push(entity("q".into(), kind, "quận 1"));
    let records = [article];
    let resolution = Resolution::new(&records, &gazetteer(), vocab::ID);
    let find = |local| resolution.entity(resolution.find("1", local).expect("resolved"));
    assert_eq!(find("b0").label, "Ủy ban Khoa học, Công nghệ");
    assert!(matches!(&find("b0").kind, Kind::Body { class, .. } if class == "Legislature"));
    assert_eq!(find("q").kind, Kind::Known, "the article's graph does not describe it again");
}

#[test]
fn somebody_without_a_body_joins_the_only_one_of_the_name_and_no_other() {
    let few = ("Đỗ Văn Sơn", "Giám đốc", "Sở Y tế tỉnh Tiền Giang", "tỉnh-tiền-giang");
    let one = [record("1", &[few]), record("2", &[("Đỗ Văn Sơn", "", "", "")])];
    assert_eq!(people(&one).len(), 1);
    let common = [record("1", &[SON_TG]), record("2", &[SON_UNKNOWN])];
    assert_eq!(people(&common).len(), 2, "a common name alone says nothing");
    let two = [record("1", &[SON_TG]), record("2", &[SON_BT]), record("3", &[SON_UNKNOWN])];
    assert_eq!(people(&two).len(), 3);
}

#[test]
fn names_that_differ_in_a_tone_or_in_order_are_two_people() {
    let records = [
        record("1", &[("Nguyễn Văn Sơn", "", "", "")]),
        record("2", &[("Nguyễn Vân Sơn", "", "", "")]),
        record("3", &[("Nguyễn Sơn Văn", "", "", "")]),
    ];
    assert_eq!(people(&records).len(), 3);
}

#[test]
fn bodies_of_one_name_in_two_places_are_two_also_before_and_after_a_merger() {
    let is_body = |k: &Kind| matches!(k, Kind::Body { .. });
    let two = [record("1", &[SON_TG_POLICE]), record("2", &[SON_BT])];
    assert_eq!(names(&two, is_body).len(), 2);
    let old = ("Lê A", "Giám đốc", "Công an tỉnh Bắc Ninh", "tỉnh-bắc-ninh");
    let new = ("Lê A", "Giám đốc", "Công an tỉnh Bắc Ninh", "tỉnh-bắc-ninh-2025");
    let renewed = [record("1", &[old]), record("2", &[new])];
    assert_eq!(names(&renewed, is_body), set(&["body/công-an-tỉnh-bắc-ninh", "body/công-an-tỉnh-bắc-ninh--2025"]));
    assert_eq!(people(&renewed).len(), 1, "an office of one name in a province of one name goes on");
    let resolution = Resolution::new(&renewed, &gazetteer(), vocab::ID);
    let name = |index: EntityIndex| resolution.entity(index).iri.as_str().replace(vocab::ID, "");
    let succeeded: Vec<_> = resolution.succeeded().iter().map(|(old, new)| (name(*old), name(*new))).collect();
    assert_eq!(succeeded, [("body/công-an-tỉnh-bắc-ninh".into(), "body/công-an-tỉnh-bắc-ninh--2025".into())]);
}

#[test]
fn communes_of_one_name_are_told_apart_by_what_they_lie_in() {
    let lies = |id: &str, within: Option<&str>| {
        let mut article = record(id, &[]);
        let within = within.map(|name| format!("{}place/{name}", vocab::ID));
        article.entities.push(entity("q".into(), EntityKind::Place { iri: None, within }, "xã Tân Lập"));
        article
    };
    let count = |records: &[Record]| names(records, |k| matches!(k, Kind::Place { .. })).len();
    let (tg, bt) = (Some("huyện-châu-thành-tiền-giang"), Some("huyện-châu-thành-bến-tre"));
    assert_eq!(count(&[lies("1", tg), lies("2", bt)]), 2);
    assert_eq!(count(&[lies("1", tg), lies("2", tg)]), 1);
    assert_eq!(count(&[lies("1", tg), lies("2", Some("tỉnh-tiền-giang"))]), 1, "the only one there");
    assert_eq!(count(&[lies("1", tg), lies("2", None)]), 2, "nobody tells whether it is that one");
    let paths = |records: &[Record]| names(records, |k| matches!(k, Kind::Place { .. }));
    assert_eq!(paths(&[lies("1", tg)]), set(&["place/xã-tân-lập"]));
    let several = set(&["place/xã-tân-lập--any", "place/xã-tân-lập--huyện-châu-thành-tiền-giang"]);
    assert_eq!(paths(&[lies("1", tg), lies("2", None)]), several, "the plain name leads to both and is neither");
}

#[test]
fn posts_are_one_per_title_and_body_and_without_a_body_one_per_article() {
    let again = ("Trần B", "Thứ Trưởng", "Bộ Công An", "");
    let other = ("Trần B", "Thứ trưởng", "", "");
    let records = [record("1", &[NAM]), record("2", &[again]), record("3", &[other])];
    let posts = names(&records, |k| matches!(k, Kind::Post { .. }));
    assert_eq!(posts, set(&["post/thứ-trưởng--bộ-công-an", "post/thứ-trưởng--in-ac11339ffa8f"]));
}

#[test]
fn any_article_id_gives_a_post_without_a_body_an_iri_of_its_own() {
    let records =
        ["x y", "x-y", "a<b>\"c d", "a/b", "{}", "đ|^`"].map(|id| record(id, &[("Trần B", "Giám đốc", "", "")]));
    let posts = names(&records, |k| matches!(k, Kind::Post { .. }));
    assert_eq!(posts.len(), records.len(), "{posts:?}");
    for post in posts {
        assert!(NamedNode::new(format!("{}{post}", vocab::ID)).is_ok(), "{post}");
    }
}

#[test]
fn the_order_of_articles_does_not_matter() {
    let mut records = vec![
        record("1", &[NAM, SON_TG]),
        record("2", &[SON_BT, ("BÙI VĂN NAM", "Thứ trưởng", "Bộ Công An", "")]),
        record("3", &[SON_UNKNOWN, SON_UNKNOWN]),
        record("4", &[SON_TG_POLICE]),
        record("5", &[("Bùi Văn Nam", "", "", "")]),
    ];
    let seen = |records: &[Record]| {
        let resolution = Resolution::new(records, &gazetteer(), vocab::ID);
        let all = records.iter().flat_map(|r| r.entities.iter().map(move |e| (r, e)));
        let found = all.map(|(r, e)| {
            let index = resolution.find(&r.article.id, &e.id).expect("every entity is resolved");
            let Canonical { iri, label, variants, .. } = resolution.entity(index);
            format!("{} {} {iri} {label} {variants:?}", r.article.id, e.id)
        });
        found.collect::<BTreeSet<_>>()
    };
    let first = seen(&records);
    for turn in 0..records.len() {
        records.rotate_left(1);
        records.swap(0, turn);
        assert_eq!(seen(&records), first);
    }
}
