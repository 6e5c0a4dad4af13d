//! The ontology is sound: whoever adds a line of Turtle is told here what does not fit.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{NamedOrBlankNode, Term};
use vietgraph::ontology::Ontology;
use vietgraph::ontology::load::load;
use vietgraph::ontology::vocab::{ID, expand, local_name};
use vietgraph::text::key::key;
use vietgraph::text::token::Tokens;

use super::binary::Place;

/// Kinds of individuals that are matched by their labels; two of a kind never share one.
const MATCHED: &[&str] = &[
    "Rank",
    "Office",
    "TitleModifier",
    "Honorific",
    "AcademicTitle",
    "PrivateRole",
    "Body",
    "BodyPattern",
    "Sector",
    "Country",
    "ForeignCity",
    "InternationalBody",
    "ForeignMarker",
    "Abbreviation",
    "FamilyName",
    "NotAPerson",
    "ForeignFigure",
    "HistoricFigure",
    "MediaName",
    "Award",
];

const LABELS: &[&str] = &["skos:prefLabel", "skos:altLabel", "skos:hiddenLabel"];

/// What the files say, by subject and property.
struct Said(BTreeMap<String, BTreeMap<String, Vec<String>>>);

impl Said {
    fn read() -> Said {
        let mut said: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
        for file in load(&[]).expect("every file of the ontology is Turtle") {
            for triple in file.triples {
                let NamedOrBlankNode::NamedNode(subject) = triple.subject else {
                    continue;
                };
                let object = match triple.object {
                    Term::NamedNode(n) => n.into_string(),
                    Term::Literal(l) => l.value().to_owned(),
                    _ => continue,
                };
                let properties = said.entry(subject.into_string()).or_default();
                properties.entry(triple.predicate.into_string()).or_default().push(object);
            }
        }
        Said(said)
    }

    fn all(&self, subject: &str, property: &str) -> &[String] {
        let property = expand(property).expect("a known prefix");
        self.0.get(subject).and_then(|p| p.get(&property)).map_or(&[], Vec::as_slice)
    }

    fn one(&self, subject: &str, property: &str) -> Option<&str> {
        self.all(subject, property).first().map(String::as_str)
    }

    fn labels(&self, subject: &str) -> impl Iterator<Item = &String> {
        LABELS.iter().flat_map(move |p| self.all(subject, p))
    }

    /// The individuals below `id/` and their class; classes of bodies count as one.
    fn individuals(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.keys().filter(|s| s.starts_with(ID)).filter_map(|s| {
            let class = local_name(self.one(s, "rdf:type")?);
            let body = s.starts_with(&format!("{ID}body/"));
            Some((s.as_str(), if body { "Body" } else { class }))
        })
    }

    fn of<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a str> {
        self.individuals().filter(move |(_, k)| *k == kind).map(|(s, _)| s)
    }
}

fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_individual_has_one_preferred_label() {
    let said = Said::read();
    let wrong = said.individuals().filter(|(s, kind)| *kind != "Rule" && said.all(s, "skos:prefLabel").len() != 1);
    none(wrong.map(|(s, _)| format!("{s} has {} preferred labels", said.all(s, "skos:prefLabel").len())).collect());
}

#[test]
fn no_label_stands_twice_within_a_kind() {
    let said = Said::read();
    let mut faults = Vec::new();
    for kind in MATCHED {
        let mut owners: BTreeMap<String, &str> = BTreeMap::new();
        for subject in said.of(kind) {
            for label in said.labels(subject) {
                if let Some(other) = owners.insert(Tokens::new(label).keys, subject) {
                    faults.push(format!("{kind}: \"{label}\" of {subject} is also a label of {other}"));
                }
            }
        }
    }
    none(faults);
}

#[test]
fn ranks_are_strictly_ordered_in_their_ladder() {
    let said = Said::read();
    let mut seen = BTreeMap::new();
    let mut faults = Vec::new();
    for rank in said.of("Rank") {
        let ladder = said.one(rank, "skos:inScheme").unwrap_or_default();
        match said.one(rank, "vg:seniority").and_then(|n| n.parse::<u32>().ok()) {
            None => faults.push(format!("{rank} has no seniority")),
            Some(n) => {
                if let Some(other) = seen.insert((ladder, n), rank) {
                    faults.push(format!("{rank} has the seniority of {other}"));
                }
            }
        }
        if !said.0.contains_key(ladder) {
            faults.push(format!("{rank} stands in no ladder"));
        }
    }
    none(faults);
}

#[test]
fn what_is_referred_to_is_described() {
    let said = Said::read();
    let lost = |subject: &str| {
        let objects = said.0[subject].values().flatten().filter(|o| o.starts_with(ID) && !said.0.contains_key(*o));
        objects.map(|o| format!("{subject} refers to {o}")).collect::<Vec<_>>()
    };
    none(said.individuals().flat_map(|(s, _)| lost(s)).collect());
}

#[test]
fn every_office_tells_where_it_occurs() {
    let said = Said::read();
    let tells = ["vg:bodyClass", "vg:weak", "vg:withoutBody", "vg:fixedBody", "vg:foreign"];
    let lost = said.of("Office").filter(|s| tells.iter().all(|p| said.all(s, p).is_empty()));
    none(lost.map(|s| format!("{s} has none of {tells:?}")).collect());
}

#[test]
fn heads_that_offices_imply_are_heads_of_patterns() {
    let said = Said::read();
    let heads: BTreeSet<String> = said.of("BodyPattern").flat_map(|p| said.labels(p)).map(|l| key(l)).collect();
    let mut faults = Vec::new();
    for office in said.of("Office") {
        for property in ["vg:bodyHead", "vg:levelHead"] {
            let unknown = said.all(office, property).iter().filter(|h| !heads.contains(&key(h)));
            faults.extend(unknown.map(|h| format!("{office}: no pattern has the head \"{h}\" of {property}")));
        }
    }
    none(faults);
}

#[test]
fn templates_are_the_head_and_known_slots() {
    let said = Said::read();
    let mut faults = Vec::new();
    for pattern in said.of("BodyPattern") {
        let head = said.one(pattern, "skos:prefLabel").unwrap_or_default();
        let templates = said.all(pattern, "vg:template");
        if templates.is_empty() {
            faults.push(format!("{pattern} has no template"));
        }
        for template in templates {
            let slots = template.strip_prefix(head).unwrap_or("?").split_whitespace();
            if slots.into_iter().any(|s| !["{place}", "{name}", "{sector}", "{free}"].contains(&s)) {
                faults.push(format!("{pattern}: \"{template}\" is not \"{head}\" and slots"));
            }
        }
        let sector = templates.iter().any(|t| t.contains("{sector}"));
        if sector && !said.of("Sector").any(|s| said.all(s, "vg:usedBy").iter().any(|u| u == pattern)) {
            faults.push(format!("{pattern} has a slot for sectors and no sector"));
        }
    }
    none(faults);
}

#[test]
fn what_is_stopped_has_a_reason() {
    let said = Said::read();
    let kinds = ["NotAPerson", "HistoricFigure", "MediaName", "BodyStopper", "NotHere", "WholeWord"];
    let stopped = kinds.iter().flat_map(|k| said.of(k));
    none(stopped.filter(|s| said.all(s, "rdfs:comment").is_empty()).map(|s| format!("{s} has no reason")).collect());
}

/// Whether a unit existed on a day; days are compared as texts.
fn alive(said: &Said, unit: &str, day: &str) -> bool {
    said.one(unit, "vg:validFrom").is_none_or(|from| from <= day)
        && said.one(unit, "vg:validUntil").is_none_or(|until| day <= until)
}

/// The provinces of the lists of 2025: those with an official code.
fn listed(said: &Said) -> Vec<&str> {
    said.of("Province").filter(|p| said.one(p, "dct:identifier").is_some()).collect()
}

#[test]
fn there_are_63_provinces_before_the_mergers_of_2025_and_34_after() {
    let said = Said::read();
    let count = |day| listed(&said).into_iter().filter(|p| alive(&said, p, day)).count();
    assert_eq!(count("2020-01-01"), 63, "2020");
    assert_eq!(count("2025-06-30"), 63, "2025-06-30");
    assert_eq!(count("2025-07-01"), 34, "2025-07-01");
    assert_eq!(count("2026-07-01"), 34, "2026-07-01");
}

#[test]
fn provinces_that_ended_have_successors_that_follow_the_same_day() {
    let said = Said::read();
    let mut faults = Vec::new();
    for province in listed(&said) {
        let Some(until) = said.one(province, "vg:validUntil") else {
            continue;
        };
        let heirs = said.all(province, "vg:succeededBy");
        let follows = |h: &String| said.one(h, "vg:validFrom").is_some_and(|from| from > until);
        if heirs.is_empty() || !heirs.iter().all(follows) {
            faults.push(format!("{province} ended on {until} and {heirs:?} do not follow"));
        }
    }
    none(faults);
}

#[test]
fn every_place_has_its_level_and_every_district_its_province() {
    let said = Said::read();
    let mut faults = Vec::new();
    for (place, kind) in said.individuals().filter(|(s, _)| s.starts_with(&format!("{ID}place/"))) {
        if said.one(place, "vg:level").is_none() {
            faults.push(format!("{place} has no level"));
        }
        let within = said.one(place, "schema:containedInPlace");
        let province = within.and_then(|p| said.one(p, "rdf:type")).map(local_name);
        if kind != "Province" && province != Some("Province") {
            faults.push(format!("{place} lies in no province"));
        }
    }
    none(faults);
}

/// A folder of one Turtle file of a user's own.
fn own(place: &Place, turtle: &str) -> Vec<std::path::PathBuf> {
    let prefixes = "@prefix vg: <https://w3id.org/vietgraph/ontology#> . @prefix ex: <https://example.org/#> .\n\
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n";
    place.write("mine/mine.ttl", format!("{prefixes}{turtle}"));
    vec![place.path("mine")]
}

#[test]
fn a_users_own_class_of_bodies_is_one() {
    let place = Place::new();
    let turtle = "vg:ArtistsHouse rdfs:subClassOf vg:PublicInstitution . ex:RiverHouse rdfs:subClassOf vg:ArtistsHouse .\n\
        ex:Boat rdfs:subClassOf ex:Vehicle .\n\
        ex:a a vg:ArtistsHouse ; skos:prefLabel \"Nhà Sáng tác Sông Quê\"@vi .\n\
        ex:b a ex:RiverHouse ; skos:prefLabel \"Nhà Sáng tác Bến Đợi\"@vi .\n\
        ex:c a ex:Boat ; skos:prefLabel \"Thuyền Văn chương\"@vi .\n";
    let ontology = Ontology::load(&own(&place, turtle)).expect("an ontology");
    let class = |iri: &str| ontology.bodies.iter().find(|b| b.name.iri == iri).map(|b| b.class.as_str());
    assert_eq!(class("https://example.org/#a"), Some("ArtistsHouse"));
    assert_eq!(class("https://example.org/#b"), Some("ArtistsHouse"), "the nearest class of the ontology's namespace");
    assert_eq!(class("https://example.org/#c"), None);
    place.write("tin.txt", "Sáng 15/6/2022, Nhà Sáng tác Bến Đợi tổ chức hội nghị sơ kết công tác 6 tháng đầu năm.");
    assert_eq!(place.run(&["build", "--ontology", "mine", "tin.txt"]).status, 0);
    let query = "SELECT ?label { ?body a vg:ArtistsHouse ; vg:organizes ?event ; skos:prefLabel ?label }";
    assert_eq!(place.column(query), ["Nhà Sáng tác Bến Đợi"]);
}

#[test]
fn a_kind_with_too_many_individuals_is_an_error_that_names_it() {
    let place = Place::new();
    let many: String = (0..=u32::from(u16::MAX)).map(|n| format!("ex:zz{n} a vg:Award .\n")).collect();
    let error = Ontology::load(&own(&place, &many)).err().expect("too many").to_string();
    assert!(error.contains("vg:Award: more than 65536 individuals"), "{error}");
}

#[test]
fn no_two_edges_of_the_graph_are_called_alike() {
    let said = Said::read();
    let mut named: BTreeMap<&str, &str> = BTreeMap::new();
    for property in said.0.keys().filter(|property| said.one(property, "vg:edgeView").is_some()) {
        for label in said.all(property, "vg:edgeLabel") {
            if let Some(other) = named.insert(label, property) {
                panic!("{other} and {property} are both called \"{label}\" where one filters them");
            }
        }
    }
    assert!(named.len() > 20, "{named:?}");
}
