//! Where an article plays: its province, and which place a bare level or a name that several share means.

use std::collections::{BTreeSet, HashMap};

use super::digests::{self, DigestItem};
use super::names::Names;
use super::places::{PlaceRef, alive, level_at, name_of_level, place_at, province_behind, province_of, valid};
use super::scan::Scan;
use crate::ontology::Ontology;
use crate::ontology::items::{Function, Sense, kind};
use crate::source::ArticleMeta;
use crate::text::key::key;

/// What the name of a place begins with.
const NAMES: u32 = kind::PLACE | kind::FOREIGN | kind::LEVEL;

/// How many tokens behind the start of a place's name a bare level speaks of that place.
const BESIDE: usize = 7;

/// As many places in the text as the headline's province weighs: as the first place of a text does.
const HEADLINE: usize = 2;

/// The same for the province in the name of the paper, where the headline does not tell it.
const PAPER: usize = 2;

/// The provinces told beside a text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside {
    /// That of its headline.
    headline: Option<u16>,
    /// That in the name of its paper (`Báo Lạng Sơn`): a local paper writes `the province` and means its own.
    paper: Option<u16>,
}

impl Beside {
    fn weigh(self, weight: &mut HashMap<u16, usize>) {
        if let Some(province) = self.headline {
            *weight.entry(province).or_default() += HEADLINE;
        }
        // A local paper tells of other provinces too: of one that the text names as much, that is meant.
        if let Some(province) = self.paper {
            *weight.entry(province).or_default() += if self.headline == self.paper { 1 } else { PAPER };
        }
    }
}

/// What an article makes clear about places: where it plays, which place a bare level means at each point, which of several
/// places of one name is meant, and what a commune lies in.
#[derive(Default)]
pub struct Geography {
    /// Places named, in order of their first token.
    seen: Vec<(usize, u16)>,
    /// The province the article is about.
    pub main: Option<u16>,
    /// How often it or a district of it is named.
    pub main_named: usize,
    /// Whether it is named again and again, and other provinces hardly are.
    pub alone: bool,
    /// Whether a city abroad is named.
    pub abroad: bool,
    /// Whether only the text tells the province, neither its headline nor its paper.
    untitled: bool,
    /// What the headline and the paper tell.
    beside: Beside,
    /// Where its paragraphs begin.
    paragraphs: Vec<usize>,
    /// The places in the names of bodies (`Công an Hà Tĩnh`), in order of their first token.
    governed: Vec<(usize, u16)>,
    unlisted: Vec<(usize, PlaceRef)>,
    /// The items of a digest.
    digest: Vec<DigestItem>,
    /// What a place that no list knows lies in, by its level and name.
    lies_in: HashMap<(String, String), u16>,
    /// Districts that share their name with others, as first read, and which is meant; none where nothing tells.
    settled: HashMap<u16, Option<u16>>,
}

impl Geography {
    /// Reads all places of a text, of which the first and those where something happens (`tại`) weigh most, and weighs with them
    /// the provinces told `beside` it, see [`told_beside`]. `digest`: its items, where it is one.
    pub(super) fn read(
        scan: &Scan,
        names: &Names,
        day: Option<&str>,
        digest: Vec<DigestItem>,
        beside: impl Fn() -> Beside,
    ) -> Geography {
        let mut geography = Geography { digest, ..Geography::default() };
        let mut weight: HashMap<u16, usize> = HashMap::new();
        // Districts of a name that several have: those whose province is told, and those it is not told of.
        let (mut told, mut open) = (BTreeSet::new(), BTreeSet::new());
        let mut i = 0;
        while i < scan.len() {
            if let Some(end) = names.at(i) {
                i = end;
                continue;
            }
            let Some((end, place)) = scan.starts(i, NAMES).then(|| named_at(scan, names, i, day)).flatten() else {
                i += 1;
                continue;
            };
            match place {
                PlaceRef::Known(p) => {
                    let p = valid(scan.kb, p, day);
                    let shared = !scan.kb.places[usize::from(p)].twins.is_empty();
                    // `cửa khẩu Kim Thành`: a unit that is gone lends its name to other things.
                    let gone =
                        level_at(scan, i).is_none() && (!alive(scan.kb, p, day) || names_another(scan, names, end, p));
                    let sure = !gone && (!shared || province_behind(scan, end).is_some());
                    if sure {
                        let first = weight.is_empty() && open.is_empty();
                        let there = scan.ends_before(i, |s| s == Sense::Function(Function::At)).is_some();
                        let told = 1 + usize::from(first) + usize::from(there);
                        *weight.entry(province_of(scan.kb, p)).or_default() += told;
                    }
                    if shared && !gone {
                        let found = if sure { &mut told } else { &mut open };
                        found.insert(p);
                    }
                    geography.seen.push((i, p));
                }
                PlaceRef::Named { level, name } => {
                    geography.note_unlisted(i, level, name, known_behind(scan, names, end))
                }
                PlaceRef::Foreign(f) => geography.abroad |= scan.kb.foreign[usize::from(f)].1,
                PlaceRef::Level(_) => {
                    i += 1;
                    continue;
                }
            }
            i = end;
        }
        let beside = beside();
        beside.weigh(&mut weight);
        geography.locate(scan.kb, weight);
        geography.settle(scan.kb, &told, &open);
        geography.note_paragraphs(scan, beside);
        geography
    }

    /// Notes a place at token `i` that no list knows, and what it is told to lie in.
    fn note_unlisted(&mut self, i: usize, level: String, name: String, around: Option<u16>) {
        if let Some(p) = around {
            self.lies_in.entry((level.clone(), key(&name))).or_insert(p);
        }
        self.unlisted.push((i, PlaceRef::Named { level, name }));
    }

    /// Finds the province the article is about.
    fn locate(&mut self, kb: &Ontology, weight: HashMap<u16, usize>) {
        let first = |p: u16| self.seen.iter().position(|&(_, s)| province_of(kb, s) == p).unwrap_or(usize::MAX);
        let main = weight.into_iter().max_by_key(|&(p, n)| (n, std::cmp::Reverse(first(p)))).map(|(p, _)| p);
        self.main_named = self.seen.iter().filter(|&&(_, p)| Some(province_of(kb, p)) == main).count();
        self.alone = self.main_named >= 5 && self.main_named * 10 >= self.seen.len() * 9;
        self.main = main;
    }

    /// Decides which of several districts of one name is meant: the one told with its province, else the one in the article's.
    fn settle(&mut self, kb: &Ontology, told: &BTreeSet<u16>, open: &BTreeSet<u16>) {
        for &p in open.difference(told) {
            let all = || kb.places[usize::from(p)].twins.iter().copied().chain([p]);
            let here = || all().find(|t| Some(province_of(kb, *t)) == self.main);
            let meant = all().find(|t| told.contains(t)).or_else(here);
            self.settled.insert(p, meant);
        }
        let settled = &self.settled;
        self.seen =
            self.seen.iter().filter_map(|&(i, p)| Some((i, settled.get(&p).copied().unwrap_or(Some(p))?))).collect();
    }

    /// The place meant by one as it was read: of several of a name the right one, that of the day; where nothing tells
    /// which, its level and name alone.
    pub fn meant(&self, kb: &Ontology, p: u16, day: Option<&str>) -> PlaceRef {
        match self.settled.get(&p) {
            Some(None) => {
                let place = &kb.places[usize::from(p)];
                PlaceRef::Named { level: place.level.clone(), name: place.name.label.clone() }
            }
            settled => PlaceRef::Known(valid(kb, settled.copied().flatten().unwrap_or(p), day)),
        }
    }

    /// What a place that no list knows lies in: the place told right behind it somewhere, else the article's province.
    pub fn around(&self, level: &str, name: &str) -> Option<u16> {
        let told = self.lies_in.get(&(level.to_owned(), key(name))).copied();
        let told = told.and_then(|p| self.settled.get(&p).copied().unwrap_or(Some(p)));
        told.or(self.main)
    }

    /// The place with which the sentence of token `i` opens (`Tại tỉnh X, ông A, Giám đốc Sở Y tế, cho biết …`).
    pub fn in_front(&self, scan: &Scan, i: usize) -> Option<u16> {
        const FRONT: usize = 5;
        let first = scan.sentences.get(scan.sentence_of(i))?.start;
        let (at, place) = *self.seen.get(self.seen.partition_point(|(at, _)| *at < first))?;
        let open = |t: usize| [Function::At, Function::Side].iter().any(|f| scan.function(t, *f).is_some());
        let opens = (first..at).any(open);
        let closed = || (at + 1..at + 2 * FRONT).any(|t| scan.mark(t, ","));
        (at < i && at <= first + FRONT && opens && closed()).then_some(place)
    }

    /// The place that a bare level at token `i` means: the one the article is about, else the nearest before it of that
    /// level, else the nearest after.
    pub fn complete(&self, kb: &Ontology, level: &str, i: usize) -> Option<PlaceRef> {
        let of_level = |p: u16| kb.places[usize::from(p)].level == level;
        // `tại điểm cầu TP HCM, Bí thư Thành ủy A`
        if let Some((at, p)) = nearest(&self.seen, i, |&p| of_level(p))
            && (at..at + BESIDE).contains(&i)
        {
            return Some(PlaceRef::Known(p));
        }
        if let Some(item) = self.item(i).and_then(|item| Some(province_of(kb, item.place?))).filter(|p| of_level(*p)) {
            return Some(PlaceRef::Known(item));
        }
        if let Some(main) = self.main
            && of_level(main)
        {
            return Some(PlaceRef::Known(self.of_paragraph(kb, i).filter(|p| of_level(*p)).unwrap_or(main)));
        }
        // A paper of a province tells of its officials in a city of the state.
        let beside = [self.beside.headline, self.beside.paper].into_iter().flatten().find(|p| of_level(*p));
        if let Some(own) = beside.filter(|own| self.seen.iter().any(|(_, p)| province_of(kb, *p) == *own)) {
            return Some(PlaceRef::Known(own));
        }
        let known = nearest(&self.seen, i, |&p| of_level(p)).map(|(at, p)| (at, PlaceRef::Known(p)));
        let named = nearest(&self.unlisted, i, |p| matches!(p, PlaceRef::Named { level: l, .. } if l == level));
        match (known, named) {
            (Some(k), Some(n)) => Some(if i.abs_diff(k.0) <= i.abs_diff(n.0) { k.1 } else { n.1 }),
            (k, n) => k.or(n).map(|(_, p)| p),
        }
    }
}

impl Geography {
    /// The item of a digest that token `i` lies in.
    pub(super) fn item(&self, i: usize) -> Option<&DigestItem> {
        digests::item_of(&self.digest, i).map(|n| &self.digest[n])
    }

    /// Whether the article tells of a province by no other place than a district at token `i`, whose name may be another thing's (`hồ
    /// chứa nước Thanh Sơn` of another province).
    pub(super) fn only_there(&self, kb: &Ontology, i: usize) -> bool {
        let Some((_, p)) = self.seen.iter().find(|(at, _)| *at == i) else {
            return false;
        };
        let province = province_of(kb, *p);
        let district = !kb.places[usize::from(*p)].province;
        district
            && self.main != Some(province)
            && self.seen.iter().all(|(_, q)| q == p || province_of(kb, *q) != province)
    }

    /// Notes what tells paragraphs apart: where they begin, and the places in the names of bodies.
    fn note_paragraphs(&mut self, scan: &Scan, beside: Beside) {
        self.beside = beside;
        self.untitled = self.main.is_none_or(|m| ![beside.headline, beside.paper].contains(&Some(m)));
        self.paragraphs = digests::paragraphs(scan);
        let of_body = |&(i, _): &(usize, u16)| scan.ends_before(i, |s| matches!(s, Sense::Pattern(_))).is_some();
        self.governed = self.seen.iter().copied().filter(of_body).collect();
    }

    /// The province that the paragraph of token `i` tells of: the only one in it, told in front of it with a body,
    /// where that of the article is named in other paragraphs alone.
    fn of_paragraph(&self, kb: &Ontology, i: usize) -> Option<u16> {
        let after = self.paragraphs.partition_point(|start| *start <= i);
        let start = *self.paragraphs.get(after.checked_sub(1)?).filter(|_| self.untitled)?;
        let end = self.paragraphs.get(after).copied().unwrap_or(usize::MAX);
        let inside = |places: &[(usize, u16)], to: usize| -> BTreeSet<u16> {
            let there = places.iter().filter(|(at, _)| (start..to).contains(at));
            there.map(|(_, p)| province_of(kb, *p)).collect()
        };
        let only = inside(&self.seen, end).into_iter().collect::<Vec<_>>();
        let told = inside(&self.governed, i);
        matches!(only[..], [one] if Some(one) != self.main && told.contains(&one)).then(|| only[0])
    }
}

/// The provinces that the headline of an article and the name of its paper tell.
pub fn told_beside(kb: &Ontology, meta: &ArticleMeta, day: Option<&str>) -> Beside {
    let province = |text: &Option<String>| {
        let scan = Scan::new(kb, text.as_ref()?);
        Geography::read(&scan, &Names::find(&scan), day, Vec::new(), Beside::default).main
    };
    Beside { headline: province(&meta.title), paper: province(&meta.source) }
}

fn nearest<T: Clone>(seen: &[(usize, T)], i: usize, fits: impl Fn(&T) -> bool) -> Option<(usize, T)> {
    let before = seen.iter().rev().find(|(at, p)| *at <= i && fits(p));
    before.or_else(|| seen.iter().find(|(at, p)| *at > i && fits(p))).cloned()
}

/// The place at token `i`, of those of its name the one of the level that the body right before it governs (`Thành ủy Hà Tĩnh`),
/// where there is one on the day.
fn named_at(scan: &Scan, names: &Names, i: usize, day: Option<&str>) -> Option<(usize, PlaceRef)> {
    let level = |s: Sense| match s {
        Sense::Pattern(p) => scan.kb.patterns[usize::from(p)].level.as_deref(),
        _ => None,
    };
    let start = scan.ends_before(i, |s| level(s).is_some());
    let governed = start.and_then(|s| scan.hits(s).iter().filter(|h| h.end == i).find_map(|h| level(h.sense)));
    let found = governed.and_then(|level| name_of_level(scan, names, i, Some(level)));
    let found = found.filter(|(_, place)| !matches!(place, PlaceRef::Known(p) if !alive(scan.kb, *p, day)));
    found.or_else(|| place_at(scan, names, i))
}

/// Whether the name of a district at the tokens before `end` is another thing's: a bracket behind it tells what it lies in, and that
/// is in another province (`khu tái định cư Lộc An - Bình Sơn (huyện Long Thành)`).
fn names_another(scan: &Scan, names: &Names, end: usize, p: u16) -> bool {
    let around = known_behind(scan, names, end).filter(|_| scan.mark(end, "("));
    let elsewhere = around.is_some_and(|q| province_of(scan.kb, q) != province_of(scan.kb, p));
    elsewhere && !scan.kb.places[usize::from(p)].province
}

/// The place told right behind another (`xã Tân Lập, huyện Vũ Thư`; `xã Tân Lập (Vũ Thư)`).
fn known_behind(scan: &Scan, names: &Names, end: usize) -> Option<u16> {
    let mark = [",", "(", "-"].iter().any(|m| scan.mark(end, m));
    match place_at(scan, names, if mark { end + 1 } else { end }) {
        Some((_, PlaceRef::Known(p))) => Some(p),
        _ => None,
    }
}
