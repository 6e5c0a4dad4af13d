//! Posts: an office, its modifiers, and the body it belongs to, as one phrase.

use super::bodies::{Body, body_at, body_of_office, completed, headless};
use super::names::Names;
use super::places::{self, PlaceRef};
use super::scan::Scan;
use crate::ontology::items::{Function, Sense};
use crate::text::key::key;

/// An office in a phrase, with its body where the phrase tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Post {
    /// First token.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
    /// The office, by its number in the ontology.
    pub office: u16,
    /// The title as it is shown.
    pub title: String,
    /// Whether the office was held and is left.
    pub former: bool,
    /// Whether who held it is said to be dead.
    pub late: bool,
    /// The body the phrase tells.
    pub body: Option<Body>,
    /// Whether the phrase speaks of another country.
    pub foreign: bool,
    /// Whether the phrase speaks of several holders.
    pub plural: bool,
    /// Whether capital words follow that name a body nobody knows.
    pub dangling: bool,
}

impl Post {
    /// The seat of a member of a body, told by the body's own words.
    pub fn of_member(scan: &Scan, office: u16, body: Body) -> Post {
        Post {
            start: body.start,
            end: body.end,
            office,
            title: scan.kb.offices[usize::from(office)].title.clone(),
            former: false,
            late: false,
            body: Some(body),
            foreign: false,
            plural: false,
            dangling: false,
        }
    }

    /// Whether the body it tells governs: no enterprise, school or society, nor a department nobody knows of what.
    pub fn of_authority(&self, scan: &Scan) -> bool {
        let placed = |b: &Body| b.class != "Department" || b.innermost_place().is_some();
        self.body.as_ref().is_some_and(|b| scan.kb.classes.governs(&b.class) && placed(b))
    }

    /// Whether the holder is an official by this post alone.
    pub fn public(&self, scan: &Scan) -> bool {
        let office = &scan.kb.offices[usize::from(self.office)];
        if self.foreign || office.foreign {
            return false;
        }
        match &self.body {
            Some(body) => body.public,
            None => !office.weak,
        }
    }

    /// Whether the holder leads a body of the state, and who holds the office at token `at` deputises in a place or a ministry.
    pub(super) fn stands_above(&self, scan: &Scan, names: &Names, at: usize) -> bool {
        self.body.is_some() && self.of_state(scan) && post_at(scan, names, at).is_some_and(|p| p.deputises_below(scan))
    }

    /// Whether the holder deputises in a body of a place, or for a minister.
    fn deputises_below(&self, scan: &Scan) -> bool {
        let office = &scan.kb.offices[usize::from(self.office)];
        let placed = self.body.as_ref().is_some_and(|b| b.innermost_place().is_some());
        let ministry = matches!(&office.classes[..], [only] if only == "Ministry");
        office.deputy_of.is_some() && office.fixed_body.is_none() && (placed || ministry)
    }

    /// Whether a post is that of who leads a body of the state that the office tells by itself, or a ministry, or of their deputy:
    /// in this country nobody holds one whose family name is none of ours.
    pub(super) fn of_state(&self, scan: &Scan) -> bool {
        let office = &scan.kb.offices[usize::from(self.office)];
        let ministry = matches!(&office.classes[..], [only] if only == "Ministry");
        office.leads() && (office.fixed_body.is_some() || ministry)
    }
}

/// The post whose phrase starts at token `i`.
pub fn post_at(scan: &Scan, names: &Names, i: usize) -> Option<Post> {
    let mut at = i;
    let (mut former, mut late) = (false, false);
    let mut kept = String::new();
    let plural = scan
        .function(at, Function::Plural)
        .or_else(|| counts_several(scan, at).then_some(at + 1))
        .inspect(|&end| at = end)
        .is_some();
    let office_here = scan.hits(at).iter().any(|h| matches!(h.sense, Sense::Office(_)));
    at = scan.function(at, Function::Filler).filter(|_| !office_here).unwrap_or(at);
    while let Some((end, m)) = scan.longest(at, |s| if let Sense::Modifier(m) = s { Some(m) } else { None }) {
        let modifier = &scan.kb.modifiers[usize::from(m)];
        former |= modifier.former;
        late |= modifier.dead;
        if let Some(keep) = &modifier.keeps {
            kept = format!("{keep} ");
        }
        at = end;
    }
    let (end, office) = scan.longest(at, |s| if let Sense::Office(o) = s { Some(o) } else { None })?;
    // `Đại sứ quán`, `Chủ tịch Hồ Chí Minh`
    let other = |s: Sense| matches!(s, Sense::Pattern(_) | Sense::NotAnOfficial);
    if scan.capital(at) && scan.hits(at).iter().any(|h| other(h.sense) && h.end > end) {
        return None;
    }
    let known = &scan.kb.offices[usize::from(office)];
    let title = match kept.is_empty() {
        true => known.title.clone(),
        false => kept + &known.title,
    };
    let mut post = Post {
        start: i,
        end,
        office,
        title,
        former,
        late,
        body: None,
        foreign: known.foreign,
        plural,
        dangling: false,
    };
    read_body(scan, names, &mut post, at);
    mark_foreign(scan, &mut post);
    skip_term(scan, &mut post);
    skip_constituency(scan, names, &mut post);
    skip_whereabouts(scan, names, &mut post);
    if post.body.is_none() {
        post.end = scan.function(post.end, Function::OwnBody).unwrap_or(post.end);
    }
    let next = post.end;
    let other = scan.capital(next) && names.at(next).is_none() && !opens_person(scan, next);
    post.dangling = post.body.is_none() && (other || unknown_words(scan, &post)) && !kind_alone(scan, next);
    Some(post)
}

/// Small words behind an office that has a head of its own (`phó phòng lao động`): a body nobody knows, unless a verb.
fn unknown_words(scan: &Scan, post: &Post) -> bool {
    let office = &scan.kb.offices[usize::from(post.office)];
    // `phó giám đốc bệnh viện`: of a kind that the article knows one of.
    let small = |i: usize| scan.word(i) && !scan.capital(i) && !goes_on(scan, i);
    let kind = scan.hits(post.end).first().is_some_and(|h| matches!(h.sense, Sense::Pattern(_)));
    let headed = office.body_head.is_some() || office.weak && !kind;
    headed && small(post.end)
}

/// Whether the head of a kind of body stands at token `i` and nothing of a name behind it (`Giám đốc Học viện cho biết`).
fn kind_alone(scan: &Scan, i: usize) -> bool {
    let head = scan.longest(i, |s| matches!(s, Sense::Pattern(_)).then_some(()));
    let alone = |end: usize| !scan.number(end) && (!scan.word(end) || !scan.capital(end) && goes_on(scan, end));
    head.is_some_and(|(end, ())| alone(end))
}

fn goes_on(scan: &Scan, i: usize) -> bool {
    scan.hits(i).iter().any(|h| h.sense.goes_on())
}

/// The token behind a head that is said again in small letters (`Viện trưởng Viện nghiên cứu …`), or behind its words but
/// the first (`Hạt trưởng Kiểm lâm`).
fn past_head(scan: &Scan, p: u16, at: usize) -> usize {
    if let Some((end, ())) = scan.longest(at, |s| (s == Sense::Pattern(p)).then_some(())) {
        return end;
    }
    let head = key(&scan.kb.patterns[usize::from(p)].name.label);
    let rest = head.split(' ').skip(1);
    let said = rest.clone().enumerate().all(|(n, word)| scan.key(at + n) == word);
    if said { at + rest.count() } else { at }
}

fn opens_person(scan: &Scan, i: usize) -> bool {
    scan.hits(i).iter().any(|h| {
        matches!(h.sense, Sense::Honorific(_) | Sense::Rank(_) | Sense::Office(_) | Sense::Academic | Sense::Family(_))
    })
}

/// A number from two up in front of an office.
fn counts_several(scan: &Scan, i: usize) -> bool {
    scan.number(i) && scan.words(i, i + 1).parse::<u8>().is_ok_and(|n| n >= 2)
}

/// Reads the body behind an office: the head the office implies, a body's own name, or a level or place.
fn read_body(scan: &Scan, names: &Names, post: &mut Post, office_start: usize) {
    let office = &scan.kb.offices[usize::from(post.office)];
    if let Some(b) = office.fixed_body {
        post.body = Some(Body::known(scan, b, office_start..post.end));
        repeated_body(scan, names, post);
        return;
    }
    if office.without_body {
        return;
    }
    let filled = scan.function(post.end, Function::Filler).unwrap_or(post.end);
    let at = scan.function(filled, Function::Of).unwrap_or(post.end);
    let real = body_of_office(scan, names, at).or_else(|| headless(scan, names, at, 0));
    let implied = office.body_head.and_then(|p| {
        let same_head = real.as_ref().is_some_and(|b| b.pattern == Some(p) || starts_with_head(scan, p, b));
        if same_head { None } else { completed(scan, names, p, office_start, past_head(scan, p, at), true) }
    });
    let repeated = office.body_head.and_then(|p| head_inside(scan, names, p, post.end));
    // `Phó Trưởng Ban Kinh tế Trung ương bằng …`: small words do not run on from a body known by name.
    let whole = repeated.as_ref().filter(|b| b.pattern.is_none() && scan.word(b.end) && !scan.capital(b.end));
    let implied = if whole.is_some() { None } else { implied };
    let body = match (implied.into_iter().chain(repeated).max_by_key(|b| b.end), real) {
        (Some(i), Some(r)) if r.end > i.end => Some(r),
        (Some(i), _) => Some(i),
        (None, r) => r,
    };
    let body = body.or_else(|| level_body(scan, names, &office.level_heads, office_start, at));
    // `Ủy viên Ban cán sự đảng`, `Trưởng đoàn ĐBQH`: the head alone, where others tell what it is part of or its place.
    let headed = office.body_head.filter(|_| office.title != office.name.label);
    let of_others = |p: &u16| {
        let pattern = &scan.kb.patterns[usize::from(*p)];
        pattern.class == "PartyBody" && !pattern.parent_classes.is_empty() || pattern.class == "Legislature"
    };
    let told = headed.filter(of_others).map(|p| Body::of_pattern(scan, p, office_start..post.end));
    if let Some(body) = body.or(told.map(|b| Body { open: true, ..b })) {
        post.end = body.end;
        post.body = Some(body);
    }
}

/// A body that an office tells may be said again (`Thủ tướng Chính phủ`).
fn repeated_body(scan: &Scan, names: &Names, post: &mut Post) {
    let Some(body) = body_at(scan, names, post.end) else {
        return;
    };
    if post.body.as_ref().is_some_and(|b| b.head == body.head) {
        post.end = body.end;
    }
}

/// The office's last words may begin a longer head (`Chánh Văn phòng Đoàn ĐBQH và HĐND`).
fn head_inside(scan: &Scan, names: &Names, p: u16, end: usize) -> Option<Body> {
    let words = scan.kb.patterns[usize::from(p)].name.label.split(' ').count();
    body_at(scan, names, end.checked_sub(words)?).filter(|b| b.end > end)
}

/// Whether a body is of the kind that pattern `p` makes: `Hạt trưởng` may lead a `Hạt Quản lý đê` as well as a `Hạt Kiểm lâm`.
fn starts_with_head(scan: &Scan, p: u16, body: &Body) -> bool {
    let first = |label: &str| label.split(' ').next().map(str::to_lowercase);
    first(&body.head) == first(&scan.kb.patterns[usize::from(p)].name.label)
}

/// An office followed by a level or a place stands for the body of that level (`Chủ tịch tỉnh`, `Bí thư Hà Nội`).
fn level_body(scan: &Scan, names: &Names, heads: &[u16], start: usize, at: usize) -> Option<Body> {
    heads.first()?;
    let (end, place) = places::place_at(scan, names, at)?;
    let level = match &place {
        PlaceRef::Known(p) => scan.kb.places[usize::from(*p)].level.clone(),
        PlaceRef::Named { level, .. } => level.clone(),
        PlaceRef::Level(l) => scan.kb.levels[usize::from(*l)].label.clone(),
        PlaceRef::Foreign(_) => return None,
    };
    let fits = |p: &&u16| scan.kb.patterns[usize::from(**p)].level.as_deref() == Some(level.as_str());
    let any = |p: &&u16| scan.kb.patterns[usize::from(**p)].level.is_none();
    let p = *heads.iter().find(fits).or_else(|| heads.iter().find(any))?;
    Some(Body {
        bare_place: scan.kb.patterns[usize::from(p)].level.is_some(),
        open: matches!(place, PlaceRef::Level(_)),
        place: Some(place),
        ..Body::of_pattern(scan, p, start..end)
    })
}

/// A country right behind the phrase makes the office another country's; this country's own name is skipped.
fn mark_foreign(scan: &Scan, post: &mut Post) {
    let at = scan.function(post.end, Function::Of).unwrap_or(post.end);
    if let Some(end) = scan.function(at, Function::National) {
        // `Đại sứ Việt Nam tại Nhật Bản` serves this country.
        let abroad = scan
            .function(end, Function::At)
            .and_then(|to| scan.longest(to, |s| matches!(s, Sense::Foreign(_)).then_some(())));
        post.end = abroad.map_or(end, |(e, ())| e);
        return;
    }
    // `Tư lệnh hải quân Mỹ`
    let of = scan.function(at, Function::Forces).unwrap_or(at);
    if let Some((end, _)) = scan.longest(of, |s| matches!(s, Sense::Foreign(_)).then_some(())) {
        post.foreign = true;
        post.end = end;
        skip_station(scan, post);
    }
    if let Some(body) = &post.body
        && (matches!(body.place, Some(PlaceRef::Foreign(_))) || of_country(scan, body))
    {
        post.foreign = true;
    }
}

/// The place an envoy is sent to belongs to the office, not to what happens (`Tổng Lãnh sự Nhật Bản tại TP Hồ Chí Minh`).
fn skip_station(scan: &Scan, post: &mut Post) {
    let sent = scan.kb.offices[usize::from(post.office)].envoy;
    let Some(to) = scan.function(post.end, Function::At).filter(|_| sent) else {
        return;
    };
    let name = places::level_at(scan, to).map_or(to, |(after, _)| after);
    let here = |s: Sense| matches!(s, Sense::Place(_) | Sense::Function(Function::National));
    post.end = scan.longest(name, |s| here(s).then_some(())).map_or(post.end, |(end, ())| end);
}

/// Whether a body's free words end in another country's name and tell of no tie with this one (`Học viện … Hàn Quốc`).
pub(super) fn of_country(scan: &Scan, body: &Body) -> bool {
    let country = scan.ends_before(body.end, |s| matches!(s, Sense::Foreign(f) if !scan.kb.foreign[usize::from(f)].1));
    let free =
        country.filter(|&c| c > body.start && body.place.is_none() && body.parent.is_none() && !scan.mark(c - 1, "-"));
    // `Sở Tư Pháp`: the country's name is the last syllable of a longer word.
    let field = |s: Sense| matches!(s, Sense::Sector(_) | Sense::Pattern(_) | Sense::Body(_));
    let longer = |i: usize| scan.hits(i).iter().any(|h| h.end == body.end && field(h.sense));
    let free = free.filter(|&c| !(body.start..c).any(longer));
    free.is_some_and(|c| {
        !(body.start..c).any(|i| scan.any_function(i, &[Function::National, Function::At, Function::With]))
    })
}

/// A term of office belongs to the phrase: a legislature's number, the years of a mandate.
fn skip_term(scan: &Scan, post: &mut Post) {
    loop {
        let bracket = scan.mark(post.end, "(") && scan.function(post.end + 1, Function::Term).is_some();
        let Some(end) = scan.function(post.end + usize::from(bracket), Function::Term) else {
            return;
        };
        let mut at = end;
        // `các khóa XII, XIII và XIV`
        let goes_on = |at: usize| {
            let next = scan.function(at, Function::Joiner).unwrap_or(at + usize::from(scan.mark(at, ",")));
            next > at && at > end && scan.roman(at - 1) && scan.roman(next) && scan.capital(next)
        };
        while scan.number(at) || scan.mark(at, "-") || scan.mark(at, "/") || scan.roman(at) || goes_on(at) {
            at += 1;
        }
        if at == end {
            return;
        }
        post.end = if bracket && scan.mark(at, ")") { at + 1 } else { at };
    }
}

/// A member of the assembly is told with the province that sends them (`đại biểu Quốc hội tỉnh X`, `ĐBQH đoàn Y`).
fn skip_constituency(scan: &Scan, names: &Names, post: &mut Post) {
    let office = &scan.kb.offices[usize::from(post.office)];
    let sovereign = office.fixed_body.is_some_and(|b| scan.kb.bodies[usize::from(b)].sovereign);
    if !office.membership || !sovereign || names.at(post.end).is_some() {
        return;
    }
    let of = scan.function(post.end, Function::Of).unwrap_or(post.end);
    let at = scan.function(of, Function::Delegation).unwrap_or(of);
    let place = places::place_at(scan, names, at).filter(|(_, p)| !matches!(p, PlaceRef::Foreign(_)));
    if let Some((end, _)) = place {
        post.end = end;
        skip_term(scan, post);
    }
}

/// Where the body of a post lies, told between it and who holds it: `Chủ tịch xã A (huyện B, Lào Cai) C`,
/// `Chủ tịch UBND xã A, huyện B, tỉnh Lào Cai C`, `Trưởng phòng D (Cục E) C`.
fn skip_whereabouts(scan: &Scan, names: &Names, post: &mut Post) {
    if post.body.is_none() {
        return;
    }
    let bracket = scan.mark(post.end, "(");
    let mut at = post.end;
    while scan.mark(at, ",") || bracket && at == post.end {
        let levelled = bracket || places::level_at(scan, at + 1).is_some();
        let place = places::place_at(scan, names, at + 1).filter(|(_, p)| levelled && !matches!(p, PlaceRef::Level(_)));
        let body = || if bracket { body_at(scan, names, at + 1) } else { None };
        let Some(end) = place.map(|(end, _)| end).or_else(|| body().map(|b| b.end)) else {
            return;
        };
        at = end;
    }
    if bracket && !scan.mark(at, ")") {
        return;
    }
    at += usize::from(bracket);
    let address = scan.longest(at, |s| matches!(s, Sense::Honorific(_)).then_some(()));
    if at > post.end && names.at(address.map_or(at, |(end, ())| end)).is_some() {
        post.end = at;
    }
}
