//! From triples to the typed tables and the matcher.

use std::collections::HashMap;

use super::Ontology;
use super::classes::Classes;
use super::facts::{Facts, Subject};
use super::items::*;
use super::lexicon::{Builder, Case, Lexicon};
use super::load::TurtleFile;
use super::measure::Ledger;
use super::spellings::{shortened, spellings};
use super::vocab::local_name;
use crate::error::{Error, Result};

/// The function of words that join the fields in the name of a ministry; known here alone.
const FIELDS: &str = "fields";

/// Numbers of individuals by IRI, per kind.
type Numbers = HashMap<String, u16>;

/// Reads everything; `files` are kept for the store.
pub(super) fn ontology(files: Vec<TurtleFile>) -> Result<Ontology> {
    let facts = Facts::new(files.iter().flat_map(|f| &f.triples));
    let mut build = Builder::default();
    let ranks = table(&facts, &["Rank"], &mut build, Sense::Rank, |s| named(&s))?.0;
    let (bodies, body_no) = bodies(&facts, &mut build)?;
    let (mut patterns, pattern_no) = patterns(&facts, &files, &mut build)?;
    let (sectors, _) = table(&facts, &["Sector"], &mut build, Sense::Sector, |s| Sector {
        name: named(&s),
        used_by: numbers(&s, "vg:usedBy", &pattern_no),
        class: s.iri("vg:bodyClass").map(|c| local_name(c).to_owned()),
    })?;
    let heads = heads(&patterns, &facts);
    let (offices, office_no) = table(&facts, &["Office"], &mut build, Sense::Office, |s| office(&s, &body_no, &heads))?;
    for s in facts.of_class(&["BodyPattern"]) {
        if let Some(&p) = pattern_no.get(s.iri) {
            patterns[usize::from(p)].member_office = numbers(&s, "vg:memberOffice", &office_no).first().copied();
        }
    }
    let (places, _) = places(&facts, &mut build)?;
    let cue_ledger = Ledger::of_class(&["Cue"], &facts, &files)?;
    let rule_ledger = Ledger::of_class(&["Rule"], &facts, &files)?;
    let mut ontology = Ontology {
        seniority: seniority(&facts),
        ranks,
        offices,
        bodies,
        patterns,
        sectors,
        modifiers: table(&facts, &["TitleModifier"], &mut build, Sense::Modifier, |s| modifier(&s))?.0,
        honorifics: table(&facts, &["Honorific"], &mut build, Sense::Honorific, |s| honorific(&s))?.0,
        levels: table(&facts, &["Level"], &mut build, Sense::Level, |s| Level::new(s.label(), &places))?.0,
        ordinals: facts.ordinals(),
        foreign: foreign(&facts, &mut build)?.0,
        events: table(&facts, &["EventHead"], &mut build, Sense::Event, |s| event_head(&s))?.0,
        cues: table(&facts, &["Cue"], &mut build, Sense::Cue, |s| cue(&s, &cue_ledger))?.0,
        awards: table(&facts, &["Award"], &mut build, Sense::Award, |s| award(&s))?.0,
        abbreviations: table(&facts, &["Abbreviation"], &mut build, Sense::Abbreviation, |s| abbreviation(&s))?.0,
        families: table(&facts, &["FamilyName", "NameMarker"], &mut build, Sense::Family, |s| {
            s.number("vg:weight").unwrap_or(1.0)
        })?
        .0,
        rules: facts
            .of_class(&["Rule"])
            .map(|s| (local_name(s.iri).to_owned(), rule_ledger.confidence(s.iri)))
            .collect(),
        light: light_words(&facts),
        classes: Classes::read(&facts),
        lexicon: Builder::default().build(),
        files: Vec::new(),
        places,
    };
    word_lists(&facts, &mut build);
    ontology.lexicon = build.build();
    drop(facts);
    ontology.files = files;
    Ok(ontology)
}

fn abbreviation(s: &Subject) -> (Named, String) {
    (named(s), s.text("vg:expandsTo").unwrap_or(s.label()).to_owned())
}

/// Reads the individuals of some classes into a table and adds their labels; an error when they are too many.
fn table<T>(
    facts: &Facts,
    classes: &[&str],
    build: &mut Builder,
    sense: impl Fn(u16) -> Sense,
    mut read: impl FnMut(Subject) -> T,
) -> Result<(Vec<T>, Numbers)> {
    let mut items = Vec::new();
    let mut numbers = Numbers::new();
    let joins = |s: &Subject| s.texts("vg:function").contains(&FIELDS);
    let joiners: Vec<&str> = facts.of_class(&["FunctionWord"]).filter(joins).flat_map(|s| s.labels()).collect();
    let inner = facts.of_class(&["Abbreviation"]).filter(|s| s.flag("vg:inNames"));
    let shorts: Vec<(&str, Vec<&str>)> = inner.filter_map(|s| Some((s.text("vg:expandsTo")?, s.labels()))).collect();
    for subject in facts.of_class(classes) {
        let Ok(number) = u16::try_from(items.len()) else {
            let file = format!("vg:{}", subject.class);
            let reason = format!("more than {} individuals, and no more fit one table; leave some out", items.len());
            return Err(Error::Ontology { file, line: None, reason });
        };
        let sense = sense(number);
        let inner = subject.text("vg:position").is_some_and(|p| p != "first");
        let matched = !subject.flag("vg:onlyByOffice") && !inner;
        let proper = matches!(sense, Sense::Place(_) | Sense::Foreign(_) | Sense::Family(_));
        let fields = matches!(sense, Sense::Sector(_) | Sense::Body(_));
        let named = fields || matches!(sense, Sense::Pattern(_));
        for label in subject.labels().into_iter().filter(|_| matched) {
            let case = Lexicon::case_of(label, proper);
            let written = if fields { spellings(label, &joiners) } else { vec![label.to_owned()] };
            let short = written.iter().filter(|_| named).flat_map(|label| shortened(label, &shorts));
            written.iter().cloned().chain(short).for_each(|label| build.add(&label, sense, case));
        }
        numbers.insert(subject.iri.to_owned(), number);
        items.push(read(subject));
    }
    Ok((items, numbers))
}

/// Bodies known by name: the individuals of `vg:Body` and every class below it.
fn bodies(facts: &Facts, build: &mut Builder) -> Result<(Vec<FixedBody>, Numbers)> {
    let classes = facts.classes_below("Body");
    let names: Vec<&str> = classes.keys().map(String::as_str).collect();
    table(facts, &names, build, Sense::Body, |s| FixedBody {
        name: named(&s),
        class: classes.get(s.class).map_or("Body", String::as_str).to_owned(),
        public: s.text("vg:public") != Some("false"),
        sovereign: s.flag("vg:sovereign"),
    })
}

/// What marks a body as foreign: countries, cities (told apart by the flag), bodies of many countries, words.
fn foreign(facts: &Facts, build: &mut Builder) -> Result<(Vec<(Named, bool)>, Numbers)> {
    let classes = ["Country", "ForeignCity", "InternationalBody", "ForeignMarker"];
    table(facts, &classes, build, Sense::Foreign, |s| (named(&s), s.class == "ForeignCity" || s.flag("vg:cityState")))
}

fn award(s: &Subject) -> Award {
    Award { name: named(s), plain: s.flag("vg:plain") }
}

/// Words that need no table: negatives, stoppers, function words.
fn word_lists(facts: &Facts, build: &mut Builder) {
    let lists: [(&[&str], Sense, bool); 11] = [
        (&["AcademicTitle"], Sense::Academic, false),
        (&["PrivateRole"], Sense::Private, false),
        (&["Ordinal"], Sense::Ordinal, false),
        (&["EventDay"], Sense::EventDay, false),
        (&["LastEventDay"], Sense::LastEventDay, false),
        (&["NotAPerson"], Sense::NotAPerson, false),
        (&["HistoricFigure", "MediaName"], Sense::NotAnOfficial, true),
        (&["ForeignFigure"], Sense::ForeignFigure, true),
        (&["BodyStopper"], Sense::Stopper, false),
        (&["NotHere"], Sense::Blocker, false),
        (&["WholeWord"], Sense::WholeWord, false),
    ];
    for (classes, sense, proper) in lists {
        for subject in facts.of_class(classes) {
            for label in subject.labels() {
                build.add(label, sense, Lexicon::case_of(label, proper));
            }
        }
    }
    for subject in facts.of_class(&["FunctionWord"]) {
        for function in subject.texts("vg:function").iter().filter_map(|n| Function::named(n)) {
            for label in subject.labels() {
                build.add(label, Sense::Function(function), Case::Any);
            }
        }
    }
}

/// The keys of what newspapers leave out of names, longest first.
fn light_words(facts: &Facts) -> Vec<String> {
    let labels = facts.of_class(&["LightWord"]).flat_map(|s| s.labels()).map(crate::text::key::key);
    let mut keys: Vec<String> = labels.collect();
    keys.sort_by_key(|k| std::cmp::Reverse(k.len()));
    keys
}

fn named(s: &Subject) -> Named {
    Named { iri: s.iri.to_owned(), label: s.label().to_owned() }
}

fn numbers(s: &Subject, property: &str, of: &Numbers) -> Vec<u16> {
    s.iris(property).iter().filter_map(|i| of.get(*i).copied()).collect()
}

/// Patterns by every label of their head.
fn heads(patterns: &[Pattern], facts: &Facts) -> HashMap<String, u16> {
    let by_iri: HashMap<&str, usize> = patterns.iter().enumerate().map(|(i, p)| (p.name.iri.as_str(), i)).collect();
    let mut heads = HashMap::new();
    for subject in facts.of_class(&["BodyPattern"]) {
        if let Some(i) = by_iri.get(subject.iri) {
            for label in subject.labels() {
                heads.entry(crate::text::key::key(label)).or_insert(*i as u16);
            }
        }
    }
    heads
}

fn office(s: &Subject, bodies: &Numbers, heads: &HashMap<String, u16>) -> Office {
    let head = |label: &str| heads.get(&crate::text::key::key(label)).copied();
    Office {
        name: named(s),
        title: s.text("vg:title").unwrap_or(s.label()).to_owned(),
        fixed_body: numbers(s, "vg:fixedBody", bodies).first().copied(),
        aide: s.flag("vg:aide"),
        usual_body: numbers(s, "vg:usualBody", bodies).first().copied(),
        team_head: s.text("vg:teamHead").map(str::to_owned),
        also_titled: s.text("vg:alsoTitled").map(str::to_owned),
        without_body: s.flag("vg:withoutBody"),
        envoy: s.flag("vg:envoy"),
        body_head: s.text("vg:bodyHead").and_then(head),
        level_heads: s.texts("vg:levelHead").into_iter().filter_map(head).collect(),
        classes: s.iris("vg:bodyClass").into_iter().map(|i| local_name(i).to_owned()).collect(),
        weak: s.flag("vg:weak"),
        foreign: s.flag("vg:foreign"),
        membership: s.flag("vg:membership"),
        single_seat: s.flag("vg:singleSeat"),
        deputy_of: s.iri("vg:deputyOf").map(str::to_owned),
        short_for: s.iri("vg:shortFor").map(str::to_owned),
        alternate: s.flag("vg:alternate"),
    }
}

fn modifier(s: &Subject) -> Modifier {
    Modifier {
        name: named(s),
        former: s.iri("vg:status").map(local_name) == Some("Former"),
        dead: s.flag("vg:dead"),
        keeps: s.text("vg:keeps").map(str::to_owned),
        joins: s.flag("vg:joins"),
    }
}

fn honorific(s: &Subject) -> Honorific {
    Honorific {
        name: named(s),
        female: s.text("vg:gender").map(|g| g == "female"),
        collective: s.flag("vg:collective"),
    }
}

fn event_head(s: &Subject) -> EventHead {
    EventHead {
        name: named(s),
        classes: s.iris("vg:makes").into_iter().map(|i| local_name(i).to_owned()).collect(),
        verbal: s.flag("vg:verbal"),
        weak: s.flag("vg:weak"),
        honours: s.flag("vg:honours"),
        named: s.flag("vg:named"),
        generic: s.flag("vg:generic"),
        refers_back: s.flag("vg:refersBack"),
        of_body: s.iris("vg:ofBody").into_iter().map(|i| local_name(i).to_owned()).collect(),
        acts: s.flag("vg:acts"),
        meets: s.flag("vg:meets"),
        of_person: s.flag("vg:ofPerson"),
        by_person: s.flag("vg:byPerson"),
        by_team: s.flag("vg:byTeam"),
        by_agent: s.flag("vg:byAgent"),
        opens_clause: s.flag("vg:opensClause"),
        when_held: s.flag("vg:whenHeld"),
        by_body: s.flag("vg:byBody"),
        completed: s.flag("vg:completed"),
        whole: s.flag("vg:whole"),
        states: s.iri("vg:states").map_or("attended", local_name).to_owned(),
    }
}

fn cue(s: &Subject, ledger: &Ledger) -> Cue {
    Cue {
        name: named(s),
        states: s.iri("vg:states").map(local_name).unwrap_or_default().to_owned(),
        voice: match s.iri("vg:voice").map(local_name) {
            Some("Passive") => Voice::Passive,
            Some("Statement") => Voice::Statement,
            Some("Remark") => Voice::Remark,
            Some("Causative") => Voice::Causative,
            Some("Source") => Voice::Source,
            _ => Voice::Active,
        },
        ends_office: s.flag("vg:endsOffice"),
        takes_office: s.flag("vg:takesOffice"),
        confidence: ledger.confidence(s.iri),
    }
}

fn patterns(facts: &Facts, files: &[TurtleFile], build: &mut Builder) -> Result<(Vec<Pattern>, Numbers)> {
    let mut wrong = None;
    let (list, numbers) = table(facts, &["BodyPattern"], build, Sense::Pattern, |s| {
        let mut templates = Vec::new();
        for template in s.texts("vg:template") {
            match slots(s.label(), template) {
                Ok(slots) => templates.push(slots),
                Err(reason) => wrong = wrong.take().or(Some((s.iri.to_owned(), reason))),
            }
        }
        Pattern {
            name: named(&s),
            templates,
            class: s.iri("vg:bodyClass").map_or("Body", local_name).to_owned(),
            level: s.text("vg:level").map(str::to_owned),
            public: s.text("vg:public") != Some("false"),
            capital: s.flag("vg:capital"),
            of_parent: s.flag("vg:ofParent"),
            of_province: s.flag("vg:ofProvince"),
            parent_classes: s.iris("vg:parentClass").into_iter().map(|i| local_name(i).to_owned()).collect(),
            needs_parent: s.flag("vg:needsParent"),
            member_office: None,
        }
    })?;
    match wrong {
        None => Ok((list, numbers)),
        Some((iri, reason)) => Err(error_in(files, &iri, reason)),
    }
}

/// What follows the head in a template: slots, and words that must stand there.
fn slots(head: &str, template: &str) -> std::result::Result<Vec<Slot>, String> {
    let mut slots = Vec::new();
    let mut rest = template.strip_prefix(head).unwrap_or(template);
    while let Some(at) = rest.find('{') {
        push_words(&mut slots, &rest[..at]);
        let (name, after) = rest[at + 1..].split_once('}').unwrap_or((&rest[at + 1..], ""));
        slots.push(match name {
            "place" => Slot::Place,
            "name" => Slot::Name,
            "sector" => Slot::Sector,
            "free" => Slot::Free,
            _ => {
                return Err(format!(
                    "the template \"{template}\" has the slot {{{name}}}; use {{place}}, {{name}}, {{sector}} or {{free}}"
                ));
            }
        });
        rest = after;
    }
    push_words(&mut slots, rest);
    Ok(slots)
}

fn push_words(slots: &mut Vec<Slot>, words: &str) {
    let words = words.trim();
    if !words.is_empty() {
        slots.push(Slot::Literal(words.to_owned()));
    }
}

/// An error of meaning at an individual, in the file that speaks of it.
pub(super) fn error_in(files: &[TurtleFile], iri: &str, reason: String) -> Error {
    let file = files.iter().rev().find(|f| {
        f.triples
            .iter()
            .any(|t| matches!(&t.subject, oxigraph::model::NamedOrBlankNode::NamedNode(n) if n.as_str() == iri))
    });
    match file {
        Some(file) => file.error_at(iri, reason),
        None => Error::Ontology { file: iri.to_owned(), line: None, reason },
    }
}

/// The seniority of each rank, in the order of the ranks.
fn seniority(facts: &Facts) -> Vec<u32> {
    let of = |s: crate::ontology::facts::Subject| s.text("vg:seniority").and_then(|n| n.parse().ok()).unwrap_or(0);
    facts.of_class(&["Rank"]).map(of).collect()
}

fn places(facts: &Facts, build: &mut Builder) -> Result<(Vec<Place>, Numbers)> {
    let (mut list, numbers) = table(facts, &["Province", "District"], build, Sense::Place, |s| Place {
        name: named(&s),
        level: s.text("vg:level").unwrap_or_default().to_owned(),
        with_level: s.flag("vg:namedWithLevel"),
        province: s.class == "Province",
        from: s.text("vg:validFrom").map(str::to_owned),
        until: s.text("vg:validUntil").map(str::to_owned),
        within: None,
        twins: Vec::new(),
    })?;
    let mut same: HashMap<(String, String), Vec<u16>> = HashMap::new();
    for (i, s) in facts.of_class(&["Province", "District"]).enumerate().take(list.len()) {
        list[i].within = s.iri("schema:containedInPlace").and_then(|iri| numbers.get(iri)).copied();
        if !list[i].province {
            let name = (list[i].level.clone(), list[i].name.label.clone());
            same.entry(name).or_default().push(i as u16);
        }
    }
    for twins in same.values().filter(|twins| twins.len() > 1) {
        for &one in twins {
            list[usize::from(one)].twins = twins.iter().copied().filter(|other| *other != one).collect();
        }
    }
    Ok((list, numbers))
}
