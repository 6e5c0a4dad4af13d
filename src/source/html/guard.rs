//! Refuses pages that were made to fill the memory of whoever reads them, before they are read.

/// How deep the elements of a page may lie in one another; what people write stays below fifty.
const DEPTH: usize = 400;

/// How many elements a page may come to, counting those that a reader adds where one was left open, and what only begins
/// like one: each of these costs as much.
const ELEMENTS: usize = 300_000;

/// Elements that hold nothing, and those that the next of their kind ends.
const FLAT: [&str; 32] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rp", "rt",
    "html", "head", "body",
];

/// Elements that go on behind the end of what they stand in: each paragraph begins with those left open before it.
const GOING_ON: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Elements whose content is no markup.
const RAW: [&str; 5] = ["script", "style", "textarea", "title", "noscript"];

/// Whether a page can be read safely.
///
/// # Errors
/// Why not.
pub(super) fn check(page: &str) -> Result<(), String> {
    let too_many = || {
        format!(
            "the page has more than {ELEMENTS} elements, or more than {DEPTH} within one another, as no article has; \
            save its text as .txt"
        )
    };
    if page.bytes().filter(|b| matches!(b, b'<' | b'&')).count() > ELEMENTS {
        return Err(too_many());
    }
    let mut open = Open::default();
    let mut elements = 0;
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end..]);
            continue;
        }
        let ends = rest.starts_with('/');
        let tag = rest.trim_start_matches('/');
        let length = tag.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(tag.len());
        let name = tag[..length.min(20)].to_ascii_lowercase();
        if name.is_empty() {
            continue;
        }
        if ends {
            open.end(&name);
            continue;
        }
        elements += 1 + open.going_on;
        open.begin(&name);
        if elements > ELEMENTS || open.depth > DEPTH {
            return Err(too_many());
        }
        if RAW.contains(&name.as_str()) {
            let end = format!("</{name}");
            let found = tag
                .match_indices("</")
                .find(|(i, _)| tag.get(*i..i + end.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(&end)));
            rest = found.map_or("", |(i, _)| &tag[i..]);
        }
    }
    Ok(())
}

/// The elements that are open, at the most.
#[derive(Default)]
struct Open {
    of_name: std::collections::HashMap<String, usize>,
    depth: usize,
    going_on: usize,
}

impl Open {
    fn begin(&mut self, name: &str) {
        if !FLAT.contains(&name) {
            *self.of_name.entry(name.to_owned()).or_default() += 1;
            self.depth += 1;
            self.going_on += usize::from(GOING_ON.contains(&name));
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(open) = self.of_name.get_mut(name).filter(|open| **open > 0) {
            *open -= 1;
            self.depth -= 1;
            self.going_on -= usize::from(GOING_ON.contains(&name));
        }
    }
}
