//! What a page tells of its article: when it appeared, where it stands, whose it is.

use dom_query::{Document, NodeRef};
use serde_json::Value;

use super::date;

/// Names of `meta` and `itemprop` that give the day of publication, the surest first.
const PUBLISHED: [&str; 14] = [
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "article.published",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.created",
    "date",
];

/// How many pieces of text may stand between the headline and its dateline, in front of it and behind it.
const BEFORE: usize = 5;
const BEHIND: usize = 20;

/// The longest piece of text that may be a dateline.
const DATELINE: usize = 80;

/// What the markup tells.
pub(super) struct Told {
    pub published: Option<String>,
    pub url: Option<String>,
    /// The texts of the headings of the first order.
    pub headings: Vec<String>,
}

pub(super) fn read(document: &Document) -> Told {
    let headings = document.select("h1").iter().map(|h| one_line(&h.text())).filter(|h| !h.is_empty());
    Told { published: published(document), url: url(document), headings: headings.collect() }
}

/// The title without what the page's title has around the headline.
pub(super) fn title(title: &str, headings: &[String]) -> Option<String> {
    let title = one_line(title);
    let within = headings.iter().filter(|h| title.contains(h.as_str())).max_by_key(|h| h.len());
    let best = within.cloned().unwrap_or(title);
    if best.is_empty() { headings.first().cloned() } else { Some(best) }
}

/// A text with single spaces.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The host of an address, for a paper that does not give its name.
pub(super) fn host(url: &str) -> Option<String> {
    let host = url.split_once("://")?.1.split(['/', '?', '#']).next()?.rsplit('@').next()?;
    let host = host.split(':').next()?.trim_start_matches("www.");
    (!host.is_empty()).then(|| host.to_ascii_lowercase())
}

fn url(document: &Document) -> Option<String> {
    let canonical = document.select("link[rel='canonical']").attr("href");
    let open_graph = || document.select("meta[property='og:url']").attr("content");
    let url = canonical.filter(|u| !u.trim().is_empty()).or_else(open_graph)?.trim().to_owned();
    (url.starts_with("http://") || url.starts_with("https://")).then_some(url)
}

/// The day the article appeared, by the surest of what tells it.
fn published(document: &Document) -> Option<String> {
    by_meta(document)
        .or_else(|| by_json(document))
        .or_else(|| document.select("time[datetime]").iter().find_map(|t| date::of(&t.attr("datetime")?)))
        .or_else(|| by_dateline(document))
}

fn by_meta(document: &Document) -> Option<String> {
    let all = document.select("meta[content], [itemprop]");
    let named = all.iter().filter_map(|tag| {
        let name = ["property", "name", "itemprop"].iter().find_map(|a| tag.attr(a))?.to_ascii_lowercase();
        let rank = PUBLISHED.iter().position(|known| *known == name)?;
        let value = tag.attr("content").or_else(|| tag.attr("datetime")).unwrap_or_else(|| tag.text());
        Some((rank, date::of(&value)?))
    });
    named.min_by_key(|(rank, _)| *rank).map(|(_, day)| day)
}

/// By what the page says in JSON-LD of the first thing with a `datePublished`.
fn by_json(document: &Document) -> Option<String> {
    document.select("script[type='application/ld+json']").iter().find_map(|script| {
        let value: Value = serde_json::from_str(script.text().trim()).ok()?;
        date_published(&value)
    })
}

fn date_published(value: &Value) -> Option<String> {
    match value {
        Value::Array(all) => all.iter().find_map(date_published),
        Value::Object(fields) => {
            let own = fields.get("datePublished").and_then(Value::as_str).and_then(date::of);
            own.or_else(|| fields.values().find_map(date_published))
        }
        _ => None,
    }
}

/// By the short text with a date that stands nearest to the headline: above it or below, but not far, as the date of today
/// stands in the heads of pages and others beside their other articles.
fn by_dateline(document: &Document) -> Option<String> {
    let heading = *document.select("h1").nodes().first()?;
    let body = document.body()?;
    let (mut behind, mut at, mut best) = (false, 0usize, None::<(usize, String)>);
    let mut before: Vec<(usize, String)> = Vec::new();
    let mut heading_at = 0;
    for node in body.descendants_it() {
        if node.id == heading.id {
            (behind, heading_at) = (true, at);
        }
        let Some(piece) = piece(&node) else { continue };
        at += 1;
        if behind && at - heading_at > BEHIND {
            break;
        }
        if piece.chars().count() <= DATELINE
            && let Some(day) = date::of(&piece)
            && !beside(&node, &heading)
        {
            if behind {
                best = Some((at - heading_at, day));
                break;
            }
            before.push((at, day));
        }
    }
    let above = before.into_iter().next_back().map(|(at, day)| (heading_at - at, day));
    let above = above.filter(|(distance, _)| *distance <= BEFORE);
    above.into_iter().chain(best).min_by_key(|(distance, _)| *distance).map(|(_, day)| day)
}

/// Whether a node stands in a part of the page that is not about its headline.
fn beside(node: &NodeRef<'_>, heading: &NodeRef<'_>) -> bool {
    let holds = |part: &NodeRef<'_>| heading.ancestors(None).iter().any(|a| a.id == part.id);
    let other = |part: &NodeRef<'_>| {
        part.node_name().is_some_and(|n| matches!(&*n, "header" | "nav" | "footer" | "aside")) && !holds(part)
    };
    node.ancestors(None).iter().any(other)
}

/// The text of a node that is text, and not of a script.
fn piece(node: &NodeRef<'_>) -> Option<String> {
    let hidden = |p: NodeRef<'_>| p.node_name().is_some_and(|n| matches!(&*n, "script" | "style" | "option"));
    if !node.is_text() || node.parent().is_some_and(hidden) {
        return None;
    }
    Some(one_line(&node.text())).filter(|text| !text.is_empty())
}
