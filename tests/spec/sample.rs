//! A made-up country of officials to draw and measure: the same for the same numbers, in the form of the graph contract.

use oxigraph::model::{GraphName, Literal, NamedNode, Quad, Term, Triple};
use oxigraph::store::Store;
use vietgraph::ontology::load;
use vietgraph::ontology::vocab::{ID, ONTOLOGY_GRAPH, expand};

const FAMILY: [&str; 14] =
    ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"];
const MIDDLE: [&str; 12] = ["Văn", "Thị", "Đức", "Xuân", "Minh", "Quốc", "Ngọc", "Thanh", "Hữu", "Đình", "Công", "Thế"];
const GIVEN: [&str; 20] = [
    "Nam",
    "Thủy",
    "Quỳnh",
    "Hòa",
    "Sơn",
    "Thắng",
    "Hưởng",
    "Lượng",
    "Phượng",
    "Diệu",
    "Khánh",
    "Tuấn",
    "Ẩn",
    "Uyên",
    "Vượng",
    "Đạt",
    "Huệ",
    "Nghĩa",
    "Trường",
    "Kỷ",
];
const PROVINCES: [&str; 18] = [
    "tỉnh Hà Tĩnh",
    "tỉnh Nghệ An",
    "tỉnh Quảng Bình",
    "tỉnh Thừa Thiên Huế",
    "tỉnh Bắc Ninh",
    "tỉnh Đắk Lắk",
    "tỉnh Cao Bằng",
    "tỉnh Lâm Đồng",
    "tỉnh Bà Rịa - Vũng Tàu",
    "tỉnh Sóc Trăng",
    "tỉnh Yên Bái",
    "tỉnh Thái Nguyên",
    "thành phố Đà Nẵng",
    "thành phố Cần Thơ",
    "tỉnh Quảng Ngãi",
    "tỉnh Phú Yên",
    "tỉnh Đồng Tháp",
    "tỉnh Lạng Sơn",
];
const RANKS: [&str; 6] = ["Trung tá", "Thượng tá", "Đại tá", "Thiếu tướng", "Trung tướng", "Thượng tướng"];
const EVENTS: [(&str, &str); 8] = [
    ("Conference", "Hội nghị tổng kết công tác năm {y} và triển khai nhiệm vụ năm tới của {b}"),
    ("Ceremony", "Lễ công bố quyết định về công tác cán bộ của {b}"),
    ("WorkingSession", "Buổi làm việc về bảo đảm an ninh, trật tự tại {p}"),
    ("Festival", "Ngày hội toàn dân bảo vệ an ninh Tổ quốc {p}"),
    ("Commemoration", "Lễ kỷ niệm {n} năm Ngày truyền thống {b}"),
    ("Inspection", "Kiểm tra công tác phòng, chống dịch tại {p}"),
    ("Seminar", "Hội thảo khoa học “Chuyển đổi số trong cải cách hành chính” tại {p}"),
    ("Congress", "Đại hội đại biểu Đảng bộ {b}, nhiệm kỳ {y}"),
];
const ROLES: [(&str, &str); 5] = [
    ("vg:chaired", "chủ trì"),
    ("vg:spokeAt", "phát biểu tại"),
    ("vg:attended", "dự"),
    ("vg:presentedAt", "trao thưởng tại"),
    ("vg:receivedAt", "đón nhận tại"),
];

/// A small generator of numbers, the same everywhere.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % n
    }
}

/// Statements in the making.
#[derive(Default)]
pub struct Facts {
    quads: Vec<Quad>,
    proofs: usize,
}

pub fn iri(kind: &str, name: &str) -> String {
    format!("{ID}{kind}/{}", name.to_lowercase().replace([' ', ','], "-").replace(['“', '”'], ""))
}

fn node(iri: &str) -> NamedNode {
    NamedNode::new_unchecked(iri)
}

impl Facts {
    pub fn article(&mut self, id: &str, title: &str, published: &str) -> String {
        let article = format!("{ID}article/{id}");
        self.resource(&article, &article, "schema:NewsArticle");
        self.text(&article, &article, "dct:identifier", id);
        self.text(&article, &article, "dct:title", title);
        self.dated(&article, &article, "schema:datePublished", published);
        article
    }

    pub fn describe(&mut self, graph: &str, kind: &str, class: &str, label: &str) -> String {
        let it = iri(kind, label);
        self.resource(graph, &it, class);
        self.text(graph, &it, "skos:prefLabel", label);
        it
    }

    pub fn resource(&mut self, graph: &str, subject: &str, class: &str) {
        self.link(graph, subject, "rdf:type", &expand(class).unwrap());
    }

    pub fn link(&mut self, graph: &str, subject: &str, property: &str, object: &str) {
        self.quad(graph, subject, property, node(object).into());
    }

    pub fn text(&mut self, graph: &str, subject: &str, property: &str, text: &str) {
        let vietnamese = property.starts_with("skos:") || property == "schema:name";
        let literal = match vietnamese {
            true => Literal::new_language_tagged_literal_unchecked(text, "vi"),
            false => Literal::new_simple_literal(text),
        };
        self.quad(graph, subject, property, literal.into());
    }

    pub fn dated(&mut self, graph: &str, subject: &str, property: &str, date: &str) {
        let datatype = node(&expand("xsd:date").unwrap());
        self.quad(graph, subject, property, Literal::new_typed_literal(date, datatype).into());
    }

    pub fn quad(&mut self, graph: &str, subject: &str, property: &str, object: Term) {
        let graph = GraphName::from(node(graph));
        self.quads.push(Quad::new(node(subject), node(&expand(property).unwrap()), object, graph));
    }

    /// A statement between two resources with the words that prove it.
    pub fn fact(&mut self, article: &str, (s, p, o): (&str, &str, &str), quote: &str, sentence: &str) {
        self.proven(article, (s, p, node(o).into()), quote, sentence);
    }

    /// When something starts: a date or a day of a year not told.
    pub fn day(&mut self, article: &str, event: &str, day: &str, quote: &str, sentence: &str) {
        let datatype = if day.starts_with("--") { "xsd:gMonthDay" } else { "xsd:date" };
        let literal = Literal::new_typed_literal(day, node(&expand(datatype).unwrap()));
        self.proven(article, (event, "schema:startDate", literal.into()), quote, sentence);
    }

    pub fn proven(&mut self, article: &str, (s, p, o): (&str, &str, Term), quote: &str, sentence: &str) {
        self.quad(article, s, p, o.clone());
        self.proofs += 1;
        let reifier = format!("{ID}evidence/{:06}", self.proofs);
        let triple = Triple::new(node(s), node(&expand(p).unwrap()), o);
        let start = sentence.find(quote).map_or(0, |at| sentence[..at].chars().count());
        self.quad(article, &reifier, "rdf:reifies", Term::from(triple));
        self.text(article, &reifier, "vg:quote", quote);
        self.text(article, &reifier, "vg:sentence", sentence);
        self.quad(article, &reifier, "vg:start", Literal::from(start as i64).into());
        self.quad(article, &reifier, "vg:end", Literal::from((start + quote.chars().count()) as i64).into());
        self.link(article, &reifier, "vg:foundBy", &format!("{ID}cue/mẫu"));
        self.quad(article, &reifier, "vg:confidence", Literal::from(0.9).into());
        self.link(article, &reifier, "prov:wasDerivedFrom", article);
    }

    /// A store in memory with these statements and the ontology.
    pub fn into_store(self) -> Store {
        let store = Store::new().unwrap();
        self.fill(&store);
        store
    }

    /// Puts these statements and the ontology into a store.
    pub fn fill(self, store: &Store) {
        let graph = GraphName::from(node(ONTOLOGY_GRAPH));
        for file in &load::load(&[]).unwrap() {
            let quads = file.triples.iter().map(|t| t.clone().in_graph(graph.clone()));
            store.extend(quads).unwrap();
        }
        store.extend(self.quads).unwrap();
    }

    /// The same statements, last first.
    pub fn reversed(mut self) -> Facts {
        self.quads.reverse();
        self
    }
}

/// A few officials whose meetings are known by heart: two of one name, one who rose, three who met.
pub fn few() -> Facts {
    let mut f = Facts::default();
    let a = f.article("hà-tĩnh/01", "Hà Tĩnh: Sơ kết 6 tháng", "2022-06-16");
    let (nam, thuyet) =
        (f.describe(&a, "person", "vg:Person", "Bùi Văn Nam"), f.describe(&a, "person", "vg:Person", "Lê Khắc Thuyết"));
    let police = f.describe(&a, "body", "vg:PoliceBody", "Công an tỉnh Hà Tĩnh");
    let ministry = f.describe(&a, "body", "vg:Ministry", "Bộ Công an");
    let deputy = f.describe(&a, "post", "org:Post", "Thứ trưởng Bộ Công an");
    let director = f.describe(&a, "post", "org:Post", "Giám đốc Công an tỉnh Hà Tĩnh");
    f.link(&a, &deputy, "org:postIn", &ministry);
    f.link(&a, &director, "org:postIn", &police);
    let review = f.describe(&a, "event", "vg:Conference", "Hội nghị sơ kết công tác 6 tháng đầu năm");
    let place = f.describe(&a, "place", "vg:Province", "Tỉnh Hà Tĩnh");
    let general = f.describe(&a, "rank", "vg:Rank", "Thượng tướng");
    let said = "Ngày 15/6/2022, tại Hà Tĩnh, Thượng tướng Bùi Văn Nam, Thứ trưởng Bộ Công an dự và phát biểu tại Hội nghị sơ kết công tác 6 tháng đầu năm do Công an tỉnh Hà Tĩnh tổ chức; Lê Khắc Thuyết, Giám đốc Công an tỉnh chủ trì.";
    f.fact(&a, (&nam, "vg:holdsRank", &general), "Thượng tướng Bùi Văn Nam", said);
    f.fact(&a, (&nam, "vg:holdsPost", &deputy), "Bùi Văn Nam, Thứ trưởng Bộ Công an", said);
    f.fact(&a, (&nam, "vg:spokeAt", &review), "phát biểu tại Hội nghị", said);
    f.fact(&a, (&thuyet, "vg:holdsPost", &director), "Lê Khắc Thuyết, Giám đốc Công an tỉnh", said);
    f.fact(&a, (&thuyet, "vg:chaired", &review), "chủ trì", said);
    f.fact(&a, (&police, "vg:organizes", &review), "do Công an tỉnh Hà Tĩnh tổ chức", said);
    f.fact(&a, (&review, "vg:inProvince", &place), "tại Hà Tĩnh", said);
    f.link(&a, &place, "vg:hosts", &review);
    f.day(&a, &review, "2022-06-15", "Ngày 15/6/2022", said);
    more(&mut f, &nam, &general);
    f
}

/// A second article, a year on: another general, a Nguyễn Văn Sơn in each of two bodies, an appointment.
fn more(f: &mut Facts, nam: &str, general: &str) {
    let b = f.article("cần-thơ/07", "Công bố quyết định", "2023-03-02");
    let said = "Chiều 1/3, Thượng tướng Bùi Văn Nam trao quyết định bổ nhiệm Nguyễn Văn Sơn giữ chức Giám đốc Công an thành phố Cần Thơ; dự có Nguyễn Văn Sơn, Chủ tịch Ủy ban nhân dân thành phố.";
    let ceremony = f.describe(&b, "event", "vg:Ceremony", "Lễ công bố quyết định về công tác cán bộ");
    f.day(&b, &ceremony, "--03-01", "1/3", said);
    let sons = [
        ("sơn-công-an", "Giám đốc Công an thành phố Cần Thơ"),
        ("sơn-ủy-ban", "Chủ tịch Ủy ban nhân dân thành phố Cần Thơ"),
    ];
    let sons = sons.map(|(id, title)| {
        let son = iri("person", &format!("nguyễn-văn-{id}"));
        f.resource(&b, &son, "vg:Person");
        f.text(&b, &son, "skos:prefLabel", "Nguyễn Văn Sơn");
        let post = f.describe(&b, "post", "org:Post", title);
        (son, post)
    });
    f.describe(&b, "person", "vg:Person", "Bùi Văn Nam");
    f.fact(&b, (nam, "vg:holdsRank", general), "Thượng tướng Bùi Văn Nam", said);
    f.fact(&b, (nam, "vg:presentedAt", &ceremony), "Bùi Văn Nam trao quyết định", said);
    f.fact(&b, (&sons[0].0, "vg:receivedAt", &ceremony), "bổ nhiệm Nguyễn Văn Sơn", said);
    f.fact(&b, (&sons[1].0, "vg:attended", &ceremony), "dự có Nguyễn Văn Sơn", said);
    f.fact(&b, (&sons[1].0, "vg:holdsPost", &sons[1].1), "Nguyễn Văn Sơn, Chủ tịch Ủy ban nhân dân thành phố", said);
    let change = f.describe(&b, "change", "vg:Appointment", "Nguyễn Văn Sơn");
    f.fact(&b, (&change, "vg:concerns", &sons[0].0), "bổ nhiệm Nguyễn Văn Sơn", said);
    f.fact(&b, (&change, "vg:toPost", &sons[0].1), "giữ chức Giám đốc Công an thành phố Cần Thơ", said);
}

struct Official {
    iri: String,
    name: String,
}

/// `people` officials and `events` events with some four participants each, in up to 18 provinces.
pub fn country(people: usize, events: usize) -> Facts {
    let mut facts = Facts::default();
    let mut dice = Dice::new(people as u64 * 1000 + events as u64);
    let provinces = PROVINCES.len().min(people.div_ceil(3)).max(1);
    let article = facts.article("danh-bạ", "Danh bạ cán bộ", "2022-01-05");
    let officials: Vec<Official> =
        (0..people).map(|i| official(&mut facts, &mut dice, &article, i, i % (provinces + 2))).collect();
    for i in 0..events {
        event(&mut facts, &mut dice, &officials, i, i % provinces);
    }
    facts
}

fn body(facts: &mut Facts, graph: &str, of: usize, sort: usize) -> (String, String) {
    let Some(place) = PROVINCES.get(of) else {
        let ministry = facts.describe(graph, "body", "vg:Ministry", "Bộ Công an");
        return (ministry, "Bộ Công an".to_owned());
    };
    let (class, label) = [
        ("vg:PoliceBody", format!("Công an {place}")),
        ("vg:PeoplesCommittee", format!("Ủy ban nhân dân {place}")),
        ("vg:PartyBody", format!("Đảng bộ {place}")),
    ][sort % 3]
        .clone();
    let it = facts.describe(graph, "body", class, &label);
    let province = facts.describe(graph, "place", "vg:Province", place);
    facts.link(graph, &it, "vg:jurisdiction", &province);
    (it, label)
}

fn official(facts: &mut Facts, dice: &mut Dice, article: &str, i: usize, home: usize) -> Official {
    let mut pick = |from: &[&'static str]| from[dice.below(from.len())];
    let name = format!("{} {} {}", pick(&FAMILY), pick(&MIDDLE), pick(&GIVEN));
    let (rank, title) = (pick(&RANKS), pick(&["Giám đốc", "Phó Giám đốc", "Chủ tịch", "Bí thư", "Thứ trưởng"]));
    let person = iri("person", &format!("{name} {i}"));
    facts.resource(article, &person, "vg:Person");
    facts.text(article, &person, "skos:prefLabel", &name);
    let (body, body_name) = body(facts, article, home, i / 3);
    let post = facts.describe(article, "post", "org:Post", &format!("{title} {body_name}"));
    facts.text(article, &post, "vg:title", title);
    facts.link(article, &post, "org:postIn", &body);
    let rank_iri = facts.describe(article, "rank", "vg:Rank", rank);
    let sentence = format!("{rank} {name}, {title} {body_name}, có mặt.");
    facts.fact(article, (&person, "vg:holdsPost", &post), &format!("{name}, {title} {body_name}"), &sentence);
    facts.fact(article, (&person, "vg:holdsRank", &rank_iri), &format!("{rank} {name}"), &sentence);
    Official { iri: person, name }
}

fn event(facts: &mut Facts, dice: &mut Dice, officials: &[Official], i: usize, at: usize) {
    let (class, name) = EVENTS[dice.below(EVENTS.len())];
    let date = format!("20{}-{:02}-{:02}", 20 + dice.below(3), 1 + dice.below(12), 1 + dice.below(28));
    let article = facts.article(&format!("bài-{i:03}"), &format!("Tin số {i}"), &date);
    let (body, body_name) = body(facts, &article, at, i);
    let place = PROVINCES[at];
    let label = name
        .replace("{y}", &date[..4])
        .replace("{b}", &body_name)
        .replace("{p}", place)
        .replace("{n}", &(40 + dice.below(50)).to_string());
    let event = iri("event", &format!("{label} {i}"));
    facts.resource(&article, &event, &format!("vg:{class}"));
    facts.text(&article, &event, "skos:prefLabel", &label);
    let sentence = format!("Ngày {date}, tại {place}, {body_name} tổ chức {label}.");
    let day = Literal::new_typed_literal(&date, node(&expand("xsd:date").unwrap()));
    facts.proven(&article, (&event, "schema:startDate", day.into()), &date, &sentence);
    facts.fact(&article, (&body, "vg:organizes", &event), &format!("{body_name} tổ chức"), &sentence);
    let province = facts.describe(&article, "place", "vg:Province", place);
    facts.fact(&article, (&event, "vg:inProvince", &province), &format!("tại {place}"), &sentence);
    facts.link(&article, &province, "vg:hosts", &event);
    for n in 0..2 + dice.below(4).min(officials.len()) {
        let person = &officials[dice.below(officials.len())];
        let (role, verb) = ROLES[if n == 0 { dice.below(2) } else { 1 + dice.below(4) }];
        let quote = format!("{} {verb}", person.name);
        facts.fact(&article, (&person.iri, role, &event), &quote, &format!("{quote} {label}."));
        facts.resource(&article, &person.iri, "vg:Person");
        facts.text(&article, &person.iri, "skos:prefLabel", &person.name);
    }
}
