//! A rank and a cue of one's own, by Turtle alone: the same article read without and with them.
//!
//!     cargo run --release --example own_rank_and_cue
//!
//! A forest ranger's grade is no rank of the army, and no newspaper's stylebook has the verb *xông đất* (to be the first
//! guest of the new year). Two individuals in a folder teach the program both; on the command line: `--ontology FOLDER`.

use std::path::Path;

use vietgraph::error::Error;
use vietgraph::pipeline::{Job, Report, Watch, build};
use vietgraph::store::read::text_of;
use vietgraph::store::{Store, sparql};

/// Every individual needs a type, a preferred label, and what its class asks for: a rank its place in a ladder, a cue what
/// it states and a sentence for and against it.
const KNOWLEDGE: &str = r#"
@prefix vg:   <https://w3id.org/vietgraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix id:   <https://w3id.org/vietgraph/id/> .

<https://w3id.org/vietgraph/id/ladder/kiểm-lâm> a skos:ConceptScheme ; skos:prefLabel "ngạch kiểm lâm"@vi .
<https://w3id.org/vietgraph/id/rank/kiểm-lâm-viên-chính> a vg:Rank ;
    skos:prefLabel "Kiểm lâm viên chính"@vi ; skos:altLabel "KLV chính"@vi ;
    skos:inScheme <https://w3id.org/vietgraph/id/ladder/kiểm-lâm> ; vg:seniority 2 .

<https://w3id.org/vietgraph/id/cue/xông-đất> a vg:Cue ;
    skos:prefLabel "xông đất"@vi ; skos:altLabel "đến xông đất"@vi ;
    vg:states vg:attended ; vg:voice vg:Active ;
    vg:example "Sáng mồng Một, ông Lý Văn Sảo, Chủ tịch UBND tỉnh Lai Châu xông đất buổi gặp mặt đầu xuân."@vi ;
    vg:counterExample "Ông Lý Văn Sảo, Chủ tịch UBND tỉnh Lai Châu nói chưa ai xông đất."@vi .
"#;

const ARTICLE: &str = "Sáng 3/2/2022, UBND tỉnh Lai Châu tổ chức buổi gặp mặt đầu xuân. \
    Ông Lý Văn Sảo, Chủ tịch UBND tỉnh Lai Châu xông đất buổi gặp mặt. \
    Kiểm lâm viên chính Tao Văn Ín, Hạt trưởng Hạt Kiểm lâm huyện Mường Tè phát biểu tại buổi gặp mặt.\n";

/// Tells nobody; a real program would print the problems.
struct Silent;

impl Watch for Silent {
    fn problem(&mut self, _: &Error) {}
    fn read(&mut self, _: &Report) {}
}

/// What the article says without and with the folder's knowledge; works in an empty folder.
pub fn run(folder: &Path) -> anyhow::Result<String> {
    let knowledge = folder.join("knowledge");
    let article = folder.join("lai-chau.txt");
    std::fs::create_dir(&knowledge)?;
    std::fs::write(knowledge.join("own.ttl"), KNOWLEDGE)?;
    std::fs::write(&article, ARTICLE)?;
    let mut text = String::new();
    for (title, ontology) in [("without", Vec::new()), ("with", vec![knowledge])] {
        let store = folder.join(title);
        build(
            &Job {
                inputs: vec![article.clone()].into(),
                ontology,
                decisions: Vec::new(),
                store: store.clone(),
                base: None,
            },
            &mut Silent,
        )?;
        text.push_str(&format!("{title} own knowledge:\n{}", facts(&Store::open(&store)?)?));
    }
    Ok(text)
}

/// The ranks people hold and the events they attended, with the word that told.
fn facts(store: &Store) -> vietgraph::error::Result<String> {
    let rows = sparql::select(
        store,
        "SELECT DISTINCT ?who ?what ?thing WHERE {
             VALUES ?what { vg:holdsRank vg:attended vg:spokeAt }
             ?person ?what ?object . ?person skos:prefLabel ?who . ?object skos:prefLabel ?thing
         } ORDER BY ?who ?what ?thing",
        &[],
    )?;
    let line = |row: sparql::Row| {
        let cells: Vec<String> = row.iter().flatten().map(text_of).collect();
        format!("  {}\n", cells.join(" · ").replace(vietgraph::ontology::vocab::VG, ""))
    };
    Ok(rows.into_iter().map(line).collect())
}

#[allow(dead_code, reason = "the tests call run")]
fn main() -> anyhow::Result<()> {
    print!("{}", run(tempfile::tempdir()?.path())?);
    Ok(())
}
