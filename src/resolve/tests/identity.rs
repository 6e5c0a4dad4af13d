//! Who is one person across articles, and who is not.

use super::super::EntityIndex;
use super::*;

/// An official on a day: name, woman or man, rank, title, body, place.
struct Seen(&'static str, Option<bool>, &'static str, &'static str, &'static str, &'static str);

fn seen(article: &str, day: &str, people: &[Seen]) -> Record {
    let officials: Vec<Official> = people.iter().map(|s| (s.0, s.3, s.4, s.5)).collect();
    let mut record = record(article, &officials);
    record.article.published = (!day.is_empty()).then(|| day.to_owned());
    for (i, person) in people.iter().enumerate() {
        let own = record.entities.iter_mut().find(|e| e.id == format!("p{i}")).expect("a person");
        own.kind = EntityKind::Person { female: person.1 };
        if person.4.starts_with("Công an") {
            let body = record.entities.iter_mut().find(|e| e.id == format!("b{i}")).expect("a body");
            if let EntityKind::Body { class, .. } = &mut body.kind {
                *class = "PoliceBody".to_owned();
            }
        }
        if !person.2.is_empty() {
            let iri = format!("{}place/{}", vocab::ID, person.2);
            record.entities.push(entity(format!("r{i}"), EntityKind::Rank { iri }, person.2));
            let object = Value::Entity(format!("r{i}"));
            let (subject, predicate) = (format!("p{i}"), "vg:holdsRank".to_owned());
            record.facts.push(Fact { subject, predicate, object, evidence: Vec::new() });
        }
    }
    record
}

const NAME: &str = "Nguyễn Văn Sơn";
const RARE: &str = "Tòng Văn Mủ";

fn police(name: &'static str, rank: &'static str, title: &'static str, place: &'static str) -> Seen {
    let body = match place {
        "tỉnh-tiền-giang" => "Công an tỉnh Tiền Giang",
        _ => "Công an tỉnh Bến Tre",
    };
    Seen(name, None, rank, title, body, place)
}

#[test]
fn a_man_and_a_woman_of_one_name_are_two() {
    let he = Seen(NAME, Some(false), "", "Phó Giám đốc", "Sở Y tế tỉnh Tiền Giang", "tỉnh-tiền-giang");
    let she = Seen(NAME, Some(true), "", "Phó Giám đốc", "Sở Y tế tỉnh Tiền Giang", "tỉnh-tiền-giang");
    assert_eq!(people(&[seen("1", "2015-01-01", &[he]), seen("2", "2015-02-01", &[she])]).len(), 2);
}

#[test]
fn a_rank_may_rise_with_the_years_and_does_not_fall() {
    let colonel = || police(NAME, "đại-tá", "Giám đốc", "tỉnh-tiền-giang");
    let lieutenant = || police(NAME, "thượng-tá", "Phó Giám đốc", "tỉnh-tiền-giang");
    let risen = [seen("1", "2012-01-01", &[lieutenant()]), seen("2", "2016-01-01", &[colonel()])];
    assert_eq!(people(&risen).len(), 1);
    let fallen = [seen("1", "2012-01-01", &[colonel()]), seen("2", "2016-01-01", &[lieutenant()])];
    assert_eq!(people(&fallen).len(), 2);
    let misprinted = police(NAME, "thượng-tá", "Giám đốc", "tỉnh-tiền-giang");
    let same_post = [seen("1", "2012-01-01", &[colonel()]), seen("2", "2016-01-01", &[misprinted])];
    assert_eq!(people(&same_post).len(), 1, "who holds the same post is the same");
}

#[test]
fn one_province_does_not_make_an_officer_and_a_department_head_one() {
    let officer = police(NAME, "", "Phó Giám đốc", "tỉnh-tiền-giang");
    let head = Seen(NAME, None, "", "Giám đốc", "Sở Y tế tỉnh Tiền Giang", "tỉnh-tiền-giang");
    assert_eq!(people(&[seen("1", "2015-01-01", &[officer]), seen("2", "2015-01-01", &[head])]).len(), 2);
}

#[test]
fn the_career_of_a_name_that_nobody_else_bears_is_joined_over_provinces() {
    let at = |place| police(RARE, "", "Giám đốc", place);
    let moved = [seen("1", "2012-01-01", &[at("tỉnh-tiền-giang")]), seen("2", "2016-01-01", &[at("tỉnh-bến-tre")])];
    assert_eq!(people(&moved), set(&["person/tòng-văn-mủ"]));
    let days = [("1", "2012-01-01", "tỉnh-tiền-giang"), ("2", "2012-01-03", "tỉnh-bến-tre")];
    assert_eq!(
        people(&days.map(|(id, day, place)| seen(id, day, &[at(place)]))).len(),
        2,
        "nobody moves in two days unsaid"
    );
    let common = |place| police(NAME, "", "Giám đốc", place);
    let two =
        [seen("1", "2012-01-01", &[common("tỉnh-tiền-giang")]), seen("2", "2016-01-01", &[common("tỉnh-bến-tre")])];
    assert_eq!(people(&two).len(), 2);
}

#[test]
fn two_seats_of_one_holder_in_two_provinces_at_one_time_are_two_people() {
    let at = |place| police(RARE, "", "Giám đốc", place);
    let days = [("1", "2012-01-01"), ("2", "2016-01-01")];
    let mut records: Vec<Record> = days.iter().map(|(id, day)| seen(id, day, &[at("tỉnh-tiền-giang")])).collect();
    records.extend(["2013-01-01", "2015-01-01"].map(|day| seen(day, day, &[at("tỉnh-bến-tre")])));
    assert_eq!(people(&records).len(), 2);
}

#[test]
fn bodies_and_posts_of_before_lead_to_those_of_now() {
    let lead = |records: &[Record], old: &str| {
        let resolution = Resolution::new(records, &gazetteer(), vocab::ID);
        let of = |(iri, _): &&(NamedNode, EntityIndex)| iri.as_str().ends_with(old);
        let found = resolution.replaced().iter().filter(of);
        found.map(|(_, new)| resolution.entity(*new).iri.as_str().replace(vocab::ID, "")).collect::<Vec<_>>()
    };
    let board = |name, place| (name, "Trưởng ban", "Ban Quản lý dự án", place);
    let alone = [record("1", &[board("Lê A", "tỉnh-tiền-giang")])];
    let two = [alone[0].clone(), record("2", &[board("Lê B", "tỉnh-bến-tre")])];
    let (tg, bt) = ("tỉnh-tiền-giang", "tỉnh-bến-tre");
    let body = "body/ban-quản-lý-dự-án";
    assert_eq!(lead(&two, body), [format!("{body}--{bt}"), format!("{body}--{tg}")]);
    assert_eq!(lead(&alone, &format!("{body}--{tg}")), [body]);
    let post = "post/trưởng-ban--ban-quản-lý-dự-án";
    assert_eq!(lead(&two, post), [format!("{post}--{bt}"), format!("{post}--{tg}")]);
    let known = [record("1", &[SON_TG_POLICE]), record("2", &[SON_BT])];
    assert!(lead(&known, "body/công-an-huyện-châu-thành").is_empty(), "no articles give it, so it leads nowhere");
}

#[test]
fn an_iri_that_was_given_before_leads_to_those_of_now() {
    let alone = [record("1", &[SON_TG])];
    let two = [record("1", &[SON_TG]), record("2", &[SON_BT])];
    let lead = |records: &[Record]| {
        let resolution = Resolution::new(records, &gazetteer(), vocab::ID);
        let short = |iri: &NamedNode| iri.as_str().replace(vocab::ID, "");
        let replaced = resolution.replaced().iter();
        replaced
            .map(|(old, new)| format!("{} → {}", short(old), short(&resolution.entity(*new).iri)))
            .collect::<Vec<_>>()
    };
    let by_body: Vec<String> = lead(&alone).into_iter().filter(|l| l.contains("--sở")).collect();
    assert_eq!(by_body, ["person/nguyễn-văn-sơn--sở-y-tế-tỉnh-tiền-giang → person/nguyễn-văn-sơn"]);
    let plain: Vec<String> = lead(&two).into_iter().filter(|l| l.starts_with("person/nguyễn-văn-sơn →")).collect();
    assert_eq!(
        plain,
        [
            "person/nguyễn-văn-sơn → person/nguyễn-văn-sơn--sở-y-tế-tỉnh-tiền-giang",
            "person/nguyễn-văn-sơn → person/nguyễn-văn-sơn--công-an-huyện-châu-thành--bến-tre"
        ]
    );
}

#[test]
fn a_member_of_the_state_assembly_of_a_name_of_few_is_who_leads_its_delegation() {
    let member = |body: &'static str| {
        let mut record = seen("1", "2012-01-01", &[Seen(RARE, None, "", "Đại biểu", body, "")]);
        legislature(&mut record);
        record
    };
    let mut head =
        seen("2", "2012-02-01", &[Seen(RARE, None, "", "Trưởng đoàn", "Đoàn đại biểu tỉnh Bến Tre", "tỉnh-bến-tre")]);
    legislature(&mut head);
    assert_eq!(people(&[member("Quốc hội"), head]).len(), 1);
}

fn legislature(record: &mut Record) {
    for entity in &mut record.entities {
        if let EntityKind::Body { class, .. } = &mut entity.kind {
            *class = "Legislature".to_owned();
        }
    }
}

/// A name that more than a few bear and less than one among those who are generals.
const SOME: &str = "Nguyễn Thế Sơn";

#[test]
fn generals_of_one_name_are_one_and_colonels_need_not_be() {
    let years = |rank: &'static str, later: Seen| {
        let first = police(SOME, rank, "Giám đốc", "tỉnh-tiền-giang");
        people(&[seen("1", "2017-01-01", &[first]), seen("2", "2020-10-01", &[later])]).len()
    };
    assert_eq!(years("thiếu-tướng", Seen(SOME, None, "thiếu-tướng", "", "", "")), 1, "no office told");
    assert_eq!(years("đại-tá", Seen(SOME, None, "đại-tá", "", "", "")), 2);
    let board = |rank| Seen(SOME, None, rank, "Giám đốc", "Cục Hậu cần", "");
    assert_eq!(years("thiếu-tướng", board("thiếu-tướng")), 1, "of no service that is told");
    assert_eq!(years("đại-tá", board("đại-tá")), 2);
}

#[test]
fn who_rose_in_between_links_the_first_office_to_the_last() {
    let told = [
        seen("1", "2016-01-01", &[police(SOME, "đại-tá", "Giám đốc", "tỉnh-tiền-giang")]),
        seen("2", "2018-01-01", &[Seen(SOME, None, "thiếu-tướng", "Giám đốc", "Cục Hậu cần", "")]),
        seen("3", "2020-01-01", &[police(SOME, "thiếu-tướng", "Giám đốc", "tỉnh-tiền-giang")]),
    ];
    assert_eq!(people(&told).len(), 1);
}

#[test]
fn a_department_without_its_whole_is_of_the_only_police_of_its_article() {
    let told = |article: &str, day: &str, place| {
        let mut record = seen(
            article,
            day,
            &[
                police("Lê A", "", "Giám đốc", place),
                Seen(NAME, None, "", "Trưởng phòng", "Phòng Cảnh sát hình sự", ""),
            ],
        );
        if let Some(Entity { kind: EntityKind::Body { class, .. }, .. }) =
            record.entities.iter_mut().find(|e| e.id == "b1")
        {
            *class = "PoliceBody".to_owned();
        }
        record
    };
    let here = told("1", "2017-01-01", "tỉnh-tiền-giang");
    let of_name = |records: &[Record]| people(records).iter().filter(|p| p.contains("sơn")).count();
    assert_eq!(of_name(&[here.clone(), told("2", "2017-02-01", "tỉnh-tiền-giang")]), 1);
    assert_eq!(of_name(&[here, told("2", "2017-02-01", "tỉnh-bến-tre")]), 2, "each has such a department");
}
