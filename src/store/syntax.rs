//! What is wrong with a query, in a line a person can act on, and which of its terms the ontology does not know.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNode};
use oxigraph::store::Store;
use regex::Regex;

use super::read::failed;
use crate::error::Result;
use crate::ontology::vocab::{ONTOLOGY_GRAPH, PREFIXES, VG};

/// What has no prefixed names in it (texts, IRIs, comments, variables), a prefixed name: its prefix and the rest, or a word by itself.
static TOKENS: LazyLock<Regex> = LazyLock::new(|| {
    let texts = r#""{3}[\s\S]*?"{3}|'{3}[\s\S]*?'{3}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'"#;
    let others = r#"<[^<>"{}|^`\\\s]*>|\#[^\n]*|[?$@]\w+|\d[\w.]*"#;
    Regex::new(&format!(r"{texts}|{others}|(?P<prefix>[\w][\w.-]*)?:(?P<local>[\w-]*)|(?P<word>[A-Za-z]\w*)"))
        .expect("the pattern is well formed")
});

static DECLARED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\bprefix\s+([\w.-]*)\s*:").expect("the pattern is well formed"));

/// The words that may stand by themselves in a query or an update, by SPARQL 1.2; `a` too, and in any case of letters.
const WORDS: &str = "a base prefix version select construct describe ask distinct reduced as from named where group by having order asc desc \
    limit offset values undef optional graph service silent bind minus union filter in not exists separator true false \
    insert delete data with using load clear drop create add move copy to into default all \
    count sum min max avg sample group_concat str lang langmatches langdir datatype bound iri uri bnode rand abs ceil floor round concat \
    strlen ucase lcase encode_for_uri contains strstarts strends strbefore strafter year month day hours minutes seconds \
    timezone tz now uuid struuid md5 sha1 sha256 sha384 sha512 coalesce if strlang strlangdir strdt sameterm isiri isuri isblank \
    isliteral isnumeric haslang haslangdir regex substr replace triple istriple subject predicate object adjust lateral";

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
    if let Some((word, at)) = unknown_word(query) {
        let (line, column) = place(query, at);
        let meant =
            nearest_of(word, WORDS.split_whitespace()).map(|near| format!("; did you mean {}?", near.to_uppercase()));
        return format!("syntax error at {line}:{column}: `{word}` is no word of SPARQL{}", meant.unwrap_or_default());
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

/// A word that may not stand by itself: the parser tells where it gave up, which is behind it.
fn unknown_word(query: &str) -> Option<(&str, usize)> {
    let known = |word: &str| WORDS.split_whitespace().any(|known| known.eq_ignore_ascii_case(word));
    let words = TOKENS.captures_iter(query).filter_map(|token| token.name("word"));
    words.into_iter().find(|word| !known(word.as_str())).map(|word| (word.as_str(), word.start()))
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

/// The classes of the ontology that a query asks for instances of and that have none themselves, but classes below them.
///
/// # Errors
/// When the store cannot be read.
pub fn above_all(store: &Store, query: &str) -> Result<Vec<String>> {
    let tokens: Vec<regex::Captures> = TOKENS.captures_iter(query).collect();
    let typed = tokens.windows(2).filter(|pair| matches!(&pair[0][0], "a" | "rdf:type")).map(|pair| &pair[1][0]);
    let asked: BTreeSet<&str> = typed.filter(|term| term.starts_with("vg:")).collect();
    let any = |property: NamedNodeRef, class: &str| {
        let class = NamedNode::new_unchecked(class.replacen("vg:", VG, 1));
        let mut found = store.quads_for_pattern(None, Some(property), Some(class.as_ref().into()), None);
        found.next().transpose().map(|quad| quad.is_some()).map_err(failed)
    };
    let mut above = Vec::new();
    for class in asked {
        if any(rdfs::SUB_CLASS_OF, class)? && !any(rdf::TYPE, class)? {
            above.push(class.to_owned());
        }
    }
    Ok(above)
}

fn nearest(local: &str, declared: &BTreeSet<String>) -> Option<String> {
    nearest_of(local, declared.iter().map(String::as_str)).map(|term| format!("vg:{term}"))
}

fn nearest_of<'a>(wanted: &str, terms: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = wanted.to_lowercase();
    let far = |term: &&str| strsim::damerau_levenshtein(&wanted, &term.to_lowercase());
    let near = terms.filter(|term| far(term) <= ALIKE.min(wanted.chars().count() / 2).max(wanted.chars().count() / 3));
    near.min_by_key(far)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_complaint_is_one_line_with_the_place_and_the_text() {
        let said =
            complaint("SELECT ?s\nWHERE { ?s ?p }", "error at 2:16: expected one of \"a\", ['a' ..= 'z'], \"(\"");
        assert_eq!(said, "syntax error at 2:16, at the end of the query, behind `WHERE { ?s ?p }`");
        let said = complaint("SELECT ?s WHERE { ?s ?p ?o ; }}", "error at 1:31: expected one of \"{\", \"FROM\"");
        assert_eq!(said, "syntax error at 1:31, at `}`");
        let said = complaint("SELECT * {", "error at 1:11: expected one of \"}\"");
        assert!(said.contains("at the end of the query"), "{said}");
        assert_eq!(complaint("ASK {}", "no base"), "syntax error: no base");
    }

    #[test]
    fn a_misspelt_word_is_named_with_the_nearest() {
        for (query, told) in [
            ("SELEC ?x { ?x ?y ?z }", "1:1: `SELEC` is no word of SPARQL; did you mean SELECT?"),
            ("SELECT ?x\nWERE { ?x ?y ?z }", "2:1: `WERE` is no word of SPARQL; did you mean WHERE?"),
            ("SELECT ?x { ?x ?y 1 . FILTR(?x) }", "1:23: `FILTR` is no word of SPARQL; did you mean FILTER?"),
            ("chairman", "1:1: `chairman` is no word of SPARQL"),
        ] {
            assert_eq!(complaint(query, "error at 9:9: expected CONSTRUCT"), format!("syntax error at {told}"));
        }
        for fine in [
            "SELECT ?who { ?who a <http://x/y> ; vg:z \"hi\"@vi } # bye",
            "ask { _:b ?p 1e5 filter regex(str(?p), 'x') }",
        ] {
            assert_eq!(unknown_word(fine), None, "{fine}");
        }
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
