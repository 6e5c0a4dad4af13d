//! A part of the graph as one page: it is looked at, filtered and asked for its evidence in a browser, without a server or a network.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::view::slice::{Slice, Told};

/// What a page shows.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// The headline.
    pub title: String,
    /// The ids of the nodes it is about.
    pub about: Vec<String>,
    /// What is drawn.
    pub graph: Slice,
    /// The evidence of each edge, by its id.
    pub evidence: BTreeMap<String, Told>,
}

/// The program and the looks of a page.
#[derive(Clone, Debug)]
pub struct Looks {
    /// JavaScript that reads the data from the page and draws it.
    pub script: String,
    /// CSS, with all that it needs inside.
    pub style: String,
}

/// The page in a language (`vi` or `en`), as HTML that asks for nothing beside itself.
///
/// What comes from articles stands in it as data alone: none of it can end the element it stands in, or run.
///
/// # Errors
/// When the document cannot be written as JSON.
pub fn html(document: &Document, looks: &Looks, language: &str) -> serde_json::Result<String> {
    let data = serde_json::to_string(document)?.replace('<', "\\u003c");
    let title = escaped(&document.title);
    // In a script or style of our own only its own end tag could end it.
    let script = looks.script.replace("</script", "<\\/script");
    // Nothing runs but this very script; the looks of what is drawn are set as it is drawn, and so are not known here.
    let hash = STANDARD.encode(Sha256::digest(&script));
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{hash}'; style-src 'unsafe-inline'; font-src data:; img-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'"
    );
    Ok(format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <title>{title}</title>\n<style>{}</style>\n<div id=\"page\"></div>\n\
         <script type=\"application/json\" id=\"data\">{data}</script>\n<script>{script}</script>\n</html>\n",
        looks.style
    ))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_data_ends_its_element() {
        let title = String::from("</title><script>alert(1)</script> & </script>");
        let document = Document { title, about: Vec::new(), graph: Slice::default(), evidence: BTreeMap::new() };
        let looks = Looks { script: String::from("let end = '</script>';"), style: String::new() };
        let page = html(&document, &looks, "vi").expect("plain data");
        assert_eq!(page.matches("</script>").count(), 2, "{page}");
        assert_eq!(page.matches("<script").count(), 2, "{page}");
        let script = page.rsplit("<script>").next().and_then(|rest| rest.split("</script>").next()).expect("a script");
        let hash = STANDARD.encode(Sha256::digest(script));
        assert!(page.contains(&format!("script-src 'sha256-{hash}';")), "only that script runs: {page}");
        assert!(page.contains("&lt;/title&gt;") && page.contains("\\u003c/title>"), "{page}");
    }
}
