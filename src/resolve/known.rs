//! What the ontology knows that tells people of one name apart: offices, ranks, career lines, how common a name is.

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::civil::Date;

use super::sightings::day_number;
use super::vocabulary::Vocabulary;
use crate::ontology::classes::Classes;
use crate::ontology::facts::{Facts, Subject};
use crate::ontology::vocab::expand;
use crate::text::key::key;

/// How many officials a newspaper may come to name: communes, districts, provinces, ministries and forces of some years.
const OFFICIALS: f64 = 100_000.0;

/// The share of a syllable nobody counted.
const RARE: f64 = 0.0005;

/// The part of officials whose name has two syllables.
const SHORT: f64 = 0.04;

/// How much more often the two middle syllables of a long name stand together than each alone tells (`Thị Thu`).
const LONG: f64 = 5.0;

/// The part of women in whose name the syllable stands that tells a woman (`Thị`): those who bear their given names are women too.
const WOMEN: f64 = 0.5;

/// So many bearers at least has a name with a syllable nobody counted.
const UNCOUNTED: f64 = 0.25;

/// Knowledge about offices and names.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// What is said of classes.
    pub classes: Classes,
    /// Keys of the titles of offices that lead a body or deputise in it, and of seats held beside others.
    leading: HashSet<String>,
    memberships: HashSet<String>,
    single: HashSet<String>,
    seniority: HashMap<String, u32>,
    /// The places in their ladder of the ranks of generals and flag officers.
    generals: HashSet<u32>,
    /// Keys of the heads of bodies' names, and whether such are whole only with what they are part of (`Phòng`).
    heads_of_bodies: HashMap<String, bool>,
    /// The first and last day on which places and bodies exist, by IRI.
    validity: HashMap<String, (Option<Date>, Option<Date>)>,
    /// The career lines of single bodies, by IRI.
    lines: HashMap<String, String>,
    /// Keys of the heads of events' names, and of words that say little in them.
    heads: HashSet<String>,
    light: HashSet<String>,
    /// Keys of the phrases that the names of many events have in common, and how many words the longest has.
    plain: HashSet<String>,
    longest: usize,
    /// Keys of those of them that tell what kind of event it is, each with the kind's IRI.
    kinds: Vec<(String, String)>,
    /// Keys of the words for parts of the day, each with the part's IRI.
    parts_of_day: HashMap<String, String>,
    /// The kinds that announce a merger, by IRI.
    eves: HashSet<String>,
    /// Keys of the words for levels of administration.
    levels: HashSet<String>,
    /// Fields of departments that others took over: the key of the old, that of the new, the first day of that.
    fields: Vec<(String, String, i32)>,
    /// Keys of bodies called by the short form of their field (`Sở Giao thông`), with those of the whole.
    short_fields: HashMap<String, String>,
    /// Shares of syllables among family, middle and given names, by their keys.
    shares: [HashMap<String, f64>; 3],
    /// Keys of family names.
    families: HashSet<String>,
    /// Keys of the words that mark a name by their place in it.
    markers: HashSet<String>,
    /// Keys of the syllables inside a name that tell a woman or a man.
    gendered: HashMap<String, bool>,
    /// Keys of ordinals in words, with their numbers.
    ordinals: HashMap<String, u32>,
    /// What it calls offices, bodies and provinces.
    pub vocabulary: Vocabulary,
}

impl Known {
    /// What `facts` say.
    pub fn new(facts: &Facts) -> Known {
        let titles = |of: &dyn Fn(&Subject) -> bool| -> HashSet<String> {
            let offices = facts.of_class(&["Office"]).filter(|s| of(s));
            offices.flat_map(|s| s.text("vg:title").into_iter().chain(s.labels()).map(key)).collect()
        };
        let words = |classes: &[&str]| -> HashSet<String> {
            facts.of_class(classes).flat_map(|s| s.labels()).map(key).collect()
        };
        let share = |property: &str| {
            let of = |s: Subject| Some((key(s.label()), s.number(property)?));
            facts.of_class(&["NameSyllable"]).filter_map(of).collect()
        };
        let gender = |s: Subject| Some((key(s.label()), s.text("vg:gender")? == "female"));
        // Who is at an event tells as little in its name: `hội nghị của Phó Chủ tịch UBND tỉnh với …`.
        let mut plain = words(&["PlainWord", "KindWord", "Office"]);
        // Short forms of address are words of names too (`Anh`, `Cô Tô`).
        plain.extend(words(&["Honorific"]).into_iter().filter(|phrase| phrase.contains(' ')));
        let kinds = |s: Subject| s.labels().into_iter().map(|word| (key(word), s.iri.to_owned())).collect::<Vec<_>>();
        let rank = |s: Subject| Some((s.iri.to_owned(), s.text("vg:seniority")?.parse().ok()?));
        let generals = facts.of_class(&["Rank"]).filter(|s| s.flag("vg:general"));
        let patterns = facts.of_class(&["BodyPattern"]);
        let patterns =
            patterns.flat_map(|s| s.labels().into_iter().map(move |head| (key(head), s.flag("vg:ofParent"))));
        Known {
            classes: Classes::read(facts),
            leading: titles(&|s| s.flag("vg:singleSeat") || s.iri("vg:deputyOf").is_some()),
            memberships: titles(&|s| s.flag("vg:membership")),
            single: titles(&|s| s.flag("vg:singleSeat")),
            validity: validity(facts),
            lines: lines(facts),
            seniority: facts.of_class(&["Rank"]).filter_map(rank).collect(),
            generals: generals.filter_map(rank).map(|(_, seniority)| seniority).collect(),
            heads_of_bodies: patterns.collect(),
            heads: words(&["EventHead"]),
            light: words(&["LightWord", "FunctionWord"]),
            longest: plain.iter().map(|phrase| phrase.split(' ').count()).max().unwrap_or_default(),
            plain,
            kinds: facts.of_class(&["KindWord"]).flat_map(kinds).collect(),
            parts_of_day: facts.of_class(&["PartOfDay"]).flat_map(kinds).collect(),
            eves: facts.of_class(&["KindWord"]).filter(|s| s.flag("vg:onTheEve")).map(|s| s.iri.to_owned()).collect(),
            levels: words(&["Level"]),
            fields: fields(facts),
            short_fields: short_fields(facts),
            shares: ["vg:familyShare", "vg:middleShare", "vg:givenShare"].map(share),
            families: words(&["FamilyName"]),
            markers: words(&["NameMarker"]),
            gendered: facts.of_class(&["NameMarker"]).filter_map(gender).collect(),
            ordinals: facts.ordinals(),
            vocabulary: Vocabulary::read(facts),
        }
    }

    /// Whether a syllable (as its key) is a family name.
    pub fn family(&self, syllable: &str) -> bool {
        self.families.contains(syllable) || self.shares[0].contains_key(syllable)
    }

    /// Whether a syllable (as its key) marks a name of a minority, as the first (`Y Thông Mlô`) or inside it (`Giàng A Páo`).
    pub fn marker(&self, syllable: &str) -> bool {
        self.markers.contains(syllable)
    }

    /// Whether a syllable (as its key) was counted in the names of officials.
    pub fn counted(&self, syllable: &str) -> bool {
        self.shares.iter().any(|of| of.contains_key(syllable))
    }

    /// Whether a syllable (as its key) stands in the names of people.
    pub fn in_names(&self, syllable: &str) -> bool {
        self.families.contains(syllable) || self.markers.contains(syllable) || self.counted(syllable)
    }

    /// Woman or man, as the syllables (keys) inside a name tell.
    pub fn female(&self, syllables: &[String]) -> Option<bool> {
        syllables.get(1..)?.iter().find_map(|s| self.gendered.get(s).copied())
    }

    /// Whether a title (as its key) is of a seat among many that is held beside other offices.
    pub fn membership(&self, title: &str) -> bool {
        self.memberships.contains(title)
    }

    /// Whether a title (as its key) is of who leads a body or deputises for them.
    pub fn leads(&self, title: &str) -> bool {
        self.leading.contains(title) && !self.membership(title)
    }

    /// Whether a title (as its key) is of an office that one person holds at a time.
    pub fn single_seat(&self, title: &str) -> bool {
        self.single.contains(title) && !self.membership(title)
    }

    /// The line of service that a body, by its IRI, has beside that of its class.
    pub fn own_line(&self, iri: &str) -> Option<String> {
        self.lines.get(iri).cloned()
    }

    /// The first and last day on which a place or body, by its IRI, exists, where they are known.
    pub fn validity(&self, iri: &str) -> (Option<Date>, Option<Date>) {
        self.validity.get(iri).copied().unwrap_or_default()
    }

    /// The place of a rank, by its IRI, in its ladder.
    pub fn seniority(&self, rank: &str) -> Option<u32> {
        self.seniority.get(rank).copied()
    }

    /// Whether a place in a ladder of ranks is a general's or flag officer's.
    pub fn general(&self, seniority: u32) -> bool {
        self.generals.contains(&seniority)
    }

    /// Whether a name (its key) is of a body that is whole only with what it is part of (`Phòng Cảnh sát hình sự`).
    pub fn part(&self, body: &str) -> bool {
        let ends = body.match_indices(' ').map(|(end, _)| end).rev();
        ends.into_iter().find_map(|end| self.heads_of_bodies.get(&body[..end])).is_some_and(|part| *part)
    }

    /// The name of a body (its key) without the place (its key) and level that end it.
    pub fn without_place<'n>(&self, body: &'n str, place: &str) -> &'n str {
        let bare = body.strip_suffix(place).unwrap_or(body).trim_end();
        let level = self.levels.iter().filter_map(|level| bare.strip_suffix(level.as_str()));
        level.min_by_key(|rest| rest.len()).map_or(bare, str::trim_end)
    }

    /// What a department whose name (its key) tells its field is called since a reform, and the day of that where it changed one
    /// or gave it another's.
    pub fn since_reform(&self, department: &str) -> (String, Option<i32>) {
        let of = |field: &str| department.strip_suffix(field).filter(|head| head.ends_with(' '));
        let renamed = |(old, new, day): &(String, String, i32)| Some((format!("{}{new}", of(old)?), Some(*day)));
        let grown = || self.fields.iter().find(|(_, new, _)| of(new).is_some()).map(|(.., day)| *day);
        self.fields.iter().find_map(renamed).unwrap_or_else(|| (department.to_owned(), grown()))
    }

    /// The whole name of a ministry or department called by the short form of its field on a day; its name is a key without a place.
    ///
    /// None where it is called so by its whole name. Since a reform it is short for what took the field over, where the
    /// name of that begins alike, and else for the old one whatever the day.
    pub fn in_full(&self, department: &str, day: Option<i32>) -> Option<String> {
        let full = self.short_fields.get(department)?;
        match self.since_reform(full) {
            // What took the field over is meant where its name begins alike.
            (new, Some(since)) if day.is_some_and(|day| since <= day) && new.starts_with(department) => Some(new),
            _ => Some(full.clone()),
        }
    }

    /// Whether a word (its key) is a level of administration.
    pub fn is_level(&self, word: &str) -> bool {
        self.levels.contains(word)
    }

    /// Whether a word (its key) tells little of what an event is about.
    pub fn says_little(&self, word: &str) -> bool {
        self.light.contains(word)
    }

    /// The first ordinal in the name of an event (its key), in words, figures or as the Romans wrote it, and the name without it.
    pub fn ordinal(&self, name: &str) -> Option<(u32, String)> {
        let words: Vec<&str> = name.split(' ').collect();
        let lead = self.ordinals.keys().filter_map(|o| o.split(' ').next()).min()?;
        (0..words.len()).filter(|&i| words[i] == lead).find_map(|i| {
            let phrase = |end: usize| self.ordinals.get(&words[i..end].join(" ")).map(|n| (end, *n));
            let written = (i + 2..=words.len().min(i + 5)).rev().find_map(phrase);
            let figure = || words.get(i + 1).and_then(|w| w.parse().ok().or_else(|| roman(w))).map(|n| (i + 2, n));
            let (end, number) = written.or_else(figure)?;
            Some((number, [&words[..=i], &words[end..]].concat().join(" ")))
        })
    }

    /// The words of an event's name (its key) that tell what it is about: without its head, at its end where the name tells
    /// what is done with something (`tuyến đường ven biển được khởi công`), without numbers and what many names share.
    pub fn telling_words(&self, name: &str) -> BTreeSet<String> {
        let words: Vec<&str> = name.split(' ').collect();
        let head = (1..=words.len()).rev().find(|n| self.heads.contains(&words[..*n].join(" "))).unwrap_or(0);
        let done = (1..words.len()).find(|n| head == 0 && self.heads.contains(&words[*n..].join(" ")));
        let words = &words[head..done.unwrap_or(words.len())];
        let mut telling = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let ends = (at + 1..=words.len().min(at + self.longest)).rev();
            match ends.into_iter().find(|end| self.plain.contains(&words[at..*end].join(" "))) {
                Some(end) => at = end,
                None => {
                    telling.push(words[at]);
                    at += 1;
                }
            }
        }
        let number = |word: &str| word.chars().all(|c| !c.is_alphabetic());
        let telling = telling.into_iter().filter(|w| !self.light.contains(*w) && !number(w));
        telling.map(str::to_owned).collect()
    }

    /// Whether a word (its key) stands in the names of many events.
    pub fn is_plain(&self, word: &str) -> bool {
        self.plain.contains(word)
    }

    /// The kinds that an event's name (its key) tells (`sơ kết`, `khởi công`), by IRI.
    pub fn kinds<'k>(&'k self, name: &str) -> impl Iterator<Item = &'k str> {
        let name = format!(" {name} ");
        self.kinds.iter().filter(move |(word, _)| name.contains(&format!(" {word} "))).map(|(_, kind)| kind.as_str())
    }

    /// The part of the day that the words of a day tell (`sáng 5/6`, `chiều cùng ngày`), by IRI; none where they tell two.
    pub fn part_of_day(&self, day: &str) -> Option<&str> {
        let day = key(day);
        let told: BTreeSet<&String> = day.split(' ').filter_map(|word| self.parts_of_day.get(word)).collect();
        told.first().filter(|_| told.len() == 1).map(|part| part.as_str())
    }

    /// Whether a kind of event, by IRI, announces a merger of provinces.
    pub fn on_the_eve(&self, kind: &str) -> bool {
        self.eves.contains(kind)
    }

    /// How many officials are expected to bear a name (as its key): far below 1 for a name that is as good as unique.
    ///
    /// The shares of its syllables in their places, as if they were independent, times the number of officials.
    pub fn bearers(&self, name: &str) -> f64 {
        let syllables: Vec<&str> = name.split(' ').collect();
        let share = |place: usize, syllable: &str| self.shares[place].get(syllable).copied().unwrap_or(RARE);
        let [family, middle @ .., given] = &syllables[..] else {
            return OFFICIALS;
        };
        let rest: f64 = middle.iter().map(|m| share(1, m)).product();
        // Of a middle name that nobody counted it is not known how often it goes with the rest (`A`, `Seo`).
        let counted = middle.iter().all(|m| self.shares[1].contains_key(*m));
        let length = match middle.len() {
            0 => SHORT,
            1 => 1.0,
            _ => LONG,
        };
        let bearers = OFFICIALS * share(0, family) * rest * share(2, given) * length;
        if counted { bearers } else { bearers.max(UNCOUNTED) }
    }

    /// The same at the most: the syllable that tells a woman is not independent of a woman's given name.
    pub fn most_bearers(&self, name: &str) -> f64 {
        let woman = name.split(' ').skip(1).find(|s| self.gendered.get(*s) == Some(&true));
        let alone = woman.and_then(|s| self.shares[1].get(s)).map_or(1.0, |share| WOMEN / share);
        self.bearers(name) * alone
    }
}

fn fields(facts: &Facts) -> Vec<(String, String, i32)> {
    let sectors: HashMap<&str, String> = facts.of_class(&["Sector"]).map(|s| (s.iri, key(s.label()))).collect();
    let field = |s: Subject| {
        let new = sectors.get(s.iri("vg:succeededBy")?)?;
        Some((key(s.label()), new.clone(), day_number(s.text("vg:validUntil")?)? + 1))
    };
    facts.of_class(&["Sector"]).filter_map(field).collect()
}

/// The bodies called by short forms of their fields, by keys: those of which there is one in the state or in a province, as a
/// district's may be short for others.
fn short_fields(facts: &Facts) -> HashMap<String, String> {
    let sectors: HashMap<&str, String> = facts.of_class(&["Sector"]).map(|s| (s.iri, key(s.label()))).collect();
    let ministry = expand("vg:Ministry");
    let single = |s: &Subject| s.flag("vg:ofProvince") || s.iri("vg:bodyClass") == ministry.as_deref();
    let heads: HashMap<&str, String> =
        facts.of_class(&["BodyPattern"]).filter(single).map(|s| (s.iri, key(s.label()))).collect();
    let (mut found, fields) = (HashMap::new(), fields(facts));
    for short in facts.of_class(&["Sector"]) {
        let Some(full) = short.iri("vg:shortFor").and_then(|iri| sectors.get(iri)) else {
            continue;
        };
        let name = key(short.label());
        for pattern in short.iris("vg:usedBy") {
            let used = || facts.of_class(&["Sector"]).filter(|s| s.iris("vg:usedBy").contains(&pattern));
            // `Sở Văn hóa` is short for what differs from province to province.
            let others = used().map(|s| key(s.label())).any(|other| another(&name, full, &other, &fields));
            if let Some(head) = heads.get(pattern).filter(|_| !others) {
                found.insert(format!("{head} {name}"), format!("{head} {full}"));
            }
        }
    }
    found
}

/// Whether a short form begins the name of an `other` field than the `full` one and what that became.
fn another(short: &str, full: &str, other: &str, fields: &[(String, String, i32)]) -> bool {
    let became = fields.iter().any(|(old, new, _)| old == full && new == other);
    let begins = other.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    other != full && begins && !became
}

/// The value of a number as the Romans wrote it, in small letters.
fn roman(word: &str) -> Option<u32> {
    let value =
        |c: char| [('i', 1), ('v', 5), ('x', 10), ('l', 50), ('c', 100)].iter().find(|(r, _)| *r == c).map(|v| v.1);
    let digits: Vec<u32> = word.chars().map(value).collect::<Option<_>>()?;
    let less = |(i, d): (usize, &u32)| digits.get(i + 1).is_some_and(|next| next > d);
    let (mut plus, mut minus) = (0, 0);
    digits.iter().enumerate().for_each(|(i, d)| if less((i, d)) { minus += d } else { plus += d });
    plus.checked_sub(minus).filter(|n| *n > 0)
}

fn validity(facts: &Facts) -> HashMap<String, (Option<Date>, Option<Date>)> {
    let day = |s: &Subject, property: &str| s.text(property)?.parse().ok();
    let classes: Vec<String> =
        ["Place", "Body"].iter().flat_map(|root| facts.classes_below(root).into_keys()).collect();
    let classes: Vec<&str> = classes.iter().map(String::as_str).collect();
    let dated = facts.of_class(&classes).map(|s| (s.iri, day(&s, "vg:validFrom"), day(&s, "vg:validUntil")));
    let dated = dated.filter(|(_, from, until)| from.is_some() || until.is_some());
    dated.map(|(iri, from, until)| (iri.to_owned(), (from, until))).collect()
}

fn lines(facts: &Facts) -> HashMap<String, String> {
    let classes = facts.classes_below("Body").into_keys().collect::<Vec<String>>();
    let classes: Vec<&str> = classes.iter().map(String::as_str).collect();
    let lines = facts.of_class(&classes).filter_map(|s| Some((s.iri.to_owned(), s.text("vg:careerLine")?.to_owned())));
    lines.collect()
}
