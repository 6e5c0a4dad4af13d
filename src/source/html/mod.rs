//! Web pages: the article in them, and what they tell of it.

mod date;
mod guard;
mod metadata;

use std::sync::LazyLock;

use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};
use regex::bytes::Regex;

use super::encoding::{self, Encoding, Garbled};
use super::{Article, ArticleMeta};

/// Where a page declares its encoding: within the first kilobyte, by the standard; some take more.
const HEAD: usize = 4096;

/// The page that `bytes` are; `served` is the encoding that its server gave.
pub(super) fn decode(bytes: Vec<u8>, told: Option<Encoding>, served: Option<Encoding>) -> Result<String, Garbled> {
    static DECLARED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"(?i-u)<meta[^>]{1,200}charset\s*=\s*["']?([\w.:-]+)|^<\?xml[^>]{1,200}encoding="([\w.:-]+)"#)
            .expect("a regex")
    });
    let declared = served.or_else(|| {
        let found = DECLARED.captures(&bytes[..bytes.len().min(HEAD)])?;
        encoding::named(found.get(1).or(found.get(2))?.as_bytes())
    });
    encoding::decode(bytes, told, declared)
}

/// The article of a page, as its readers see it: the headline, then the paragraphs. `address` is where it was fetched.
///
/// # Errors
/// The reason why there is none.
pub(super) fn article(page: &str, id: String, address: Option<&str>) -> Result<Article, String> {
    guard::check(page)?;
    let document = Document::from(page);
    let told = metadata::read(&document);
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let none = || "no article was found in the page; if there is one, save its text as .txt".to_owned();
    let found = Readability::with_document(document, None, Some(config)).and_then(|mut page| page.parse());
    let found = found.map_err(|_| none())?;
    let url = told.url.or(address.map(str::to_owned));
    let title = metadata::title(&found.title, &told.headings);
    let source = found.site_name.filter(|name| !name.trim().is_empty()).or_else(|| metadata::host(url.as_deref()?));
    let text = text(title.as_deref(), &found.text_content);
    if text.is_empty() {
        return Err(none());
    }
    let author = found.byline.map(|name| metadata::one_line(&name));
    let meta = ArticleMeta {
        id,
        published: told.published,
        author: author.filter(|name| !name.is_empty() && Some(name) != source.as_ref()),
        title,
        url,
        source,
        ..ArticleMeta::default()
    };
    Ok(Article::new(meta, text))
}

/// The headline, unless the text begins with it, and the paragraphs, with an empty line between them.
fn text(title: Option<&str>, content: &str) -> String {
    let paragraphs = content.lines().map(metadata::one_line).filter(|line| !line.is_empty());
    let mut all: Vec<String> = paragraphs.collect();
    if let Some(title) = title
        && !all.is_empty()
        && all[0] != title
    {
        all.insert(0, title.to_owned());
    }
    all.join("\n\n").replace('\0', "")
}
