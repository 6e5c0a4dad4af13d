//! What is wrong with a query, in a line a person can act on, and which of its terms the ontology does not know.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use oxigraph::model::{NamedNode, NamedOrBlankNode};
use oxigraph::store::Store;
use regex::Regex;

use super::read::failed;
use crate::error::Result;
use crate::ontology::vocab::{ONTOLOGY_GRAPH, PREFIXES, VG};

/// What has no prefixed names in it (texts, IRIs, comments), or a prefixed name: its prefix and the rest.
static TOKENS: LazyLock<Regex> = LazyLock::new(|| {
    let texts = r#""{3}[\s\S]*?"{3}|'{3}[\s\S]*?'{3}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'"#;
    let others = r#"<[^<>"{}|^`\\\s]*>|\#[^\n]*"#;
    Regex::new(&format!(r"{texts}|{others}|(?P<prefix>[\w][\w.-]*)?:(?P<local>[\w-]*)"))
        .expect("the pattern is well formed")
});

static DECLARED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\bprefix\s+([\w.-]*)\s*:").expect("the pattern is well formed"));

/// How many characters of the text at fault are shown.
const SHOWN: usize = 30;
/// A term is like another when so many typing errors lie between them.
const ALIKE: usize = 3;

/// A parser's complaint about a query as one line: the prefix that is not known, or the place and the text at fault.
pub(super) fn complaint(query: &str, said: &str) -> String {
    if let Some((prefix, at)) = unknown_prefix(query) {
        let known: Vec<String> = PREFIXES.iter().map(|(p, _)| format!("{p}:")).collect();
        let (line, column) = place(query, at);
        return format!(
            "unknown prefix `{prefix}:` at {line}:{column}; declare it with PREFIX, or use one of {}",
            known.join(" ")
        );
    }
    let told = said.strip_prefix("error at ").and_then(|rest| rest.split_once(": "));
    let Some((position, expected)) = told else {
        return format!("syntax error: {said}");
    };
    // Of what the parser expected only its own words help; the rest are classes of characters.
    let words: Vec<&str> = expected
        .trim_start_matches("expected ")
        .trim_start_matches("one of ")
        .split(", ")
        .filter(|e| e.contains(' ') && e.starts_with(char::is_alphabetic))
        .collect();
    let why = if words.is_empty() { String::new() } else { format!(" ({})", words.join(", ")) };
    format!("syntax error at {position}, {}{why}", at_fault(query, position))
}

/// The text at a position given as line:column.
fn at_fault(query: &str, position: &str) -> String {
    let mut numbers = position.split(':').map(|n| n.parse::<usize>().unwrap_or(1));
    let (line, column) = (numbers.next().unwrap_or(1), numbers.next().unwrap_or(1));
    let text = query.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let rest: String = text.chars().skip(column.saturating_sub(1)).collect();
    if rest.trim().is_empty() && query.lines().skip(line).all(|l| l.trim().is_empty()) {
        let last: Vec<char> = query.trim_end().chars().rev().take_while(|c| *c != '\n').take(SHOWN).collect();
        return format!("at the end of the query, behind `{}`", last.iter().rev().collect::<String>().trim_start());
    }
    let cut = if rest.chars().count() > SHOWN { "…" } else { "" };
    let rest: String = rest.chars().take(SHOWN).collect();
    format!("at `{}{cut}`", rest.trim_end())
}

fn unknown_prefix(query: &str) -> Option<(String, usize)> {
    let declared: BTreeSet<&str> = DECLARED.captures_iter(query).filter_map(|c| Some(c.get(1)?.as_str())).collect();
    let known = |p: &str| p == "_" || declared.contains(p) || PREFIXES.iter().any(|(known, _)| *known == p);
    TOKENS.captures_iter(query).find_map(|token| {
        let prefix = token.name("prefix")?;
        (!known(prefix.as_str())).then(|| (prefix.as_str().to_owned(), prefix.start()))
    })
}

fn place(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// The `vg:` terms of a query that the ontology does not declare, each with the declared term nearest to it in spelling.
///
/// # Errors
/// When the store cannot be read.
pub fn undeclared(store: &Store, query: &str) -> Result<Vec<(String, Option<String>)>> {
    let used: BTreeSet<&str> = TOKENS
        .captures_iter(query)
        .filter(|token| token.name("prefix").is_some_and(|p| p.as_str() == "vg"))
        .filter_map(|token| token.name("local").map(|l| l.as_str()))
        .filter(|local| !local.is_empty())
        .collect();
    let mut declared: BTreeSet<String> = BTreeSet::new();
    if !used.is_empty() {
        let graph = NamedNode::new_unchecked(ONTOLOGY_GRAPH);
        for quad in store.quads_for_pattern(None, None, None, Some(graph.as_ref().into())) {
            if let NamedOrBlankNode::NamedNode(subject) = quad.map_err(failed)?.subject {
                declared.extend(subject.as_str().strip_prefix(VG).map(str::to_owned));
            }
        }
    }
    let unknown = used.into_iter().filter(|local| !declared.contains(*local));
    Ok(unknown.map(|local| (format!("vg:{local}"), nearest(local, &declared))).collect())
}

fn nearest(local: &str, declared: &BTreeSet<String>) -> Option<String> {
    let wanted = local.to_lowercase();
    let far = |term: &&String| strsim::damerau_levenshtein(&wanted, &term.to_lowercase());
    let near = declared.iter().filter(|term| far(term) <= ALIKE.max(wanted.chars().count() / 3));
    near.min_by_key(far).map(|term| format!("vg:{term}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_complaint_is_one_line_with_the_place_and_the_text() {
        let said =
            complaint("SELECT ?s\nWHERE { ?s ?p }", "error at 2:16: expected one of \"a\", ['a' ..= 'z'], \"(\"");
        assert_eq!(said, "syntax error at 2:16, at the end of the query, behind `WHERE { ?s ?p }`");
        let said = complaint("SELECT ?s WHRE { ?s ?p ?o }", "error at 1:11: expected one of \"{\", \"FROM\"");
        assert_eq!(said, "syntax error at 1:11, at `WHRE { ?s ?p ?o }`");
        let said = complaint("SELECT * {", "error at 1:11: expected one of \"}\"");
        assert!(said.contains("at the end of the query"), "{said}");
        assert_eq!(complaint("ASK {}", "no base"), "syntax error: no base");
    }

    #[test]
    fn an_unknown_prefix_is_named() {
        let said = complaint("SELECT *\n{ ?s foo:bar ?o }", "error at 2:11: expected Prefix not found");
        assert!(said.starts_with("unknown prefix `foo:` at 2:6;") && said.contains("vg: id:"), "{said}");
        for fine in
            ["PREFIX foo: <http://f/> ASK { ?s foo:a _:b }", "ASK { ?s a \"x foo:y\", <http://foo:1/> } # foo:z"]
        {
            assert_eq!(unknown_prefix(fine), None, "{fine}");
        }
    }

    #[test]
    fn the_nearest_term_is_like_what_was_typed() {
        let declared = ["holdsPost", "holdsRank", "chaired"].map(str::to_owned).into();
        assert_eq!(nearest("holdPost", &declared).as_deref(), Some("vg:holdsPost"));
        assert_eq!(nearest("Zeppelin", &declared), None);
    }
}
