//! Articles come in as they are: pages, web archives, zip archives, and texts of any encoding.

mod archives;
mod encodings;
mod pages;
mod web_archives;

use std::path::PathBuf;

use vietgraph::source::{self, Article, Encoding, Inputs};

use super::binary::Place;

/// The articles of these files, and what is said of the rest.
fn read(place: &Place, names: &[&str]) -> (Vec<Article>, Vec<String>) {
    read_as(place, names, None)
}

fn read_as(place: &Place, names: &[&str], encoding: Option<Encoding>) -> (Vec<Article>, Vec<String>) {
    let paths: Vec<PathBuf> = names.iter().map(|name| place.path(name)).collect();
    let (mut articles, mut complaints) = (Vec::new(), Vec::new());
    for article in source::read(&Inputs { paths, encoding }) {
        match article {
            Ok(article) => articles.push(article),
            Err(error) => complaints.push(error.to_string()),
        }
    }
    (articles, complaints)
}

/// The only article of a file.
fn only(place: &Place, name: &str) -> Article {
    let (mut articles, complaints) = read(place, &[name]);
    assert_eq!((articles.len(), complaints.len()), (1, 0), "{complaints:?}");
    articles.remove(0)
}

/// What is said of a file that gives nothing.
fn refusal(place: &Place, name: &str) -> String {
    let (articles, mut complaints) = read(place, &[name]);
    assert_eq!((articles.len(), complaints.len()), (0, 1), "{complaints:?}");
    complaints.remove(0)
}

/// A page of the provincial press, with this head and this above its headline.
fn page(head: &str, above: &str) -> String {
    format!(
        r#"<!DOCTYPE html><html lang="vi"><head><title>Công an Hà Tĩnh sơ kết 6 tháng - Báo Hà Tĩnh</title>{head}</head><body>
<header><div class="date">Thứ hai, 23/11/2026</div><ul><li><a href="/">Trang chủ</a><li><a href="/a">Chính trị</a><li>
<a href="/b">Xã hội</a><li><a href="/c">Kinh tế</a><li><a href="/d">Thể thao</a><li><a href="/e">Du lịch</a><li>
<a href="/f">Đời sống</a><li><a href="/g">Bạn đọc</a></ul></header>
{above}<h1>Công an Hà Tĩnh sơ kết 6 tháng</h1>
<article><p>Chiều 15/6/2022, tại Hà Tĩnh, Công an tỉnh Hà Tĩnh tổ chức hội nghị sơ kết công tác 6 tháng đầu năm.</p>
<p>Đại tá <b>Lê Khắc Thuyết</b>, Giám đốc Công an tỉnh Hà Tĩnh chủ trì hội nghị. Dự hội nghị có lãnh đạo các phòng, công an
các huyện, thị xã, thành phố.</p></article>
<aside><h3>Tin liên quan</h3><ul><li><a href="x">Một tin khác</a> 01/01/2020</ul></aside>
<footer>Bản quyền của Báo Hà Tĩnh</footer><script>var menu = "<p>không phải tin";</script></body></html>"#
    )
}
