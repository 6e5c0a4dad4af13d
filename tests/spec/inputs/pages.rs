//! Web pages: the article in them, what they tell of it, and pages that were made to harm.

use super::super::binary::{HA_TINH, Place};
use super::{only, page, read, refusal};

const TEXT: &str = "Công an Hà Tĩnh sơ kết 6 tháng\n\nChiều 15/6/2022, tại Hà Tĩnh, Công an tỉnh Hà Tĩnh tổ chức hội nghị sơ \
    kết công tác 6 tháng đầu năm.\n\nĐại tá Lê Khắc Thuyết, Giám đốc Công an tỉnh Hà Tĩnh chủ trì hội nghị. Dự hội nghị có lãnh \
    đạo các phòng, công an các huyện, thị xã, thành phố.";

#[test]
fn an_article_without_what_stands_around_it() {
    let place = Place::new();
    place.write("news/tin.html", page("", ""));
    let article = only(&place, "news");
    assert_eq!(article.meta.id, "tin");
    assert_eq!(article.meta.title.as_deref(), Some("Công an Hà Tĩnh sơ kết 6 tháng"));
    assert_eq!(article.text, TEXT);
}

#[test]
fn whose_it_is_and_where_it_stands() {
    let place = Place::new();
    let head = r#"<meta property="og:site_name" content="Báo Hà Tĩnh"><meta name="author" content="Nguyễn An">
        <link rel="canonical" href="https://baohatinh.vn/so-ket.html">"#;
    place.write("a.htm", page(head, ""));
    let meta = only(&place, "a.htm").meta;
    assert_eq!(meta.source.as_deref(), Some("Báo Hà Tĩnh"));
    assert_eq!(meta.author.as_deref(), Some("Nguyễn An"));
    assert_eq!(meta.url.as_deref(), Some("https://baohatinh.vn/so-ket.html"));
    place.write("b.html", page(r#"<meta property="og:url" content="https://www.baohatinh.vn/x">"#, ""));
    assert_eq!(
        only(&place, "b.html").meta.source.as_deref(),
        Some("baohatinh.vn"),
        "a paper without a name has its host"
    );
}

#[test]
fn when_it_appeared() {
    let day = |head: &str, above: &str| {
        let place = Place::new();
        place.write("a.html", page(head, above));
        only(&place, "a.html").meta.published
    };
    let told = Some("2022-06-15".to_owned());
    assert_eq!(day(r#"<meta property="article:published_time" content="2022-06-15T17:05:00+07:00">"#, ""), told);
    assert_eq!(day(r#"<meta itemprop="datePublished" content="15/6/2022">"#, ""), told);
    let graph = r#"{"@context":"https://schema.org","@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","datePublished":"2022-06-15T10:05:00Z","dateModified":"2023-01-01"}]}"#;
    assert_eq!(day(&format!(r#"<script type="application/ld+json">{graph}</script>"#), ""), told);
    assert_eq!(day("", r#"<time datetime="2022-06-15T17:05">hôm qua</time>"#), told);
    assert_eq!(day("", "<p>Thứ tư, 15/6/2022, 17:05 (GMT+7)</p>"), told, "not that of today in the head of the page");
    assert_eq!(day("", "<p>Thứ tư, ngày 15 tháng 6 năm 2022</p>"), told);
    assert_eq!(day(r#"<meta property="article:published_time" content="31/2/2022">"#, ""), None, "no such day");
}

#[test]
fn a_page_without_an_article() {
    let place = Place::new();
    place.write("good.txt", HA_TINH);
    place.write("menu.html", "<html><body></body></html>");
    let run = place.run(&["build", "menu.html", "good.txt"]);
    assert_eq!(run.status, 2, "{run:?}");
    assert!(run.stderr.contains("menu.html: no article was found in the page"), "{run:?}");
}

#[test]
fn pages_made_to_harm_are_refused_or_read_and_the_rest_goes_on() {
    let place = Place::new();
    let long = format!("<p data-x=\"{}\">", "x".repeat(50_000_000));
    let much = "has more than 300000 elements, or more than 400 within one another";
    for (name, body, expected) in [
        ("deep", "<div>".repeat(100_000), much),
        ("open", "<b><p>".repeat(100_000), much),
        ("each", (0..399).map(|i| format!("<i a={i}>")).collect::<String>() + &"<p>".repeat(10_000), much),
        ("brackets", "<".repeat(1_000_000), much),
        ("references", "&".repeat(1_000_000), much),
        ("comments", "<!--".repeat(1_000_000), much),
        ("long", long, "more than 16 MiB"),
    ] {
        let file = format!("{name}.html");
        place.write(&file, format!("<html><body>{body}"));
        let said = refusal(&place, &file);
        assert!(said.contains(expected), "{name}: {said}");
    }
    let deep = format!("{}<p>{HA_TINH}</p>", "<div>".repeat(390));
    place.write("edge.html", page("", "").replace("<article>", &format!("<article>{deep}")));
    let (articles, complaints) = read(&place, &["long.html", "edge.html"]);
    assert_eq!((articles.len(), complaints.len()), (1, 1), "{complaints:?}");
    assert!(articles[0].text.contains("Thuyết"));
}
