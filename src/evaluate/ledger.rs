//! The counts of cues and rules as Turtle: what the ontology takes their confidence from.

use super::tally::Tally;
use crate::ontology::vocab::ID;

const HEAD: &str = "\
# How often each cue and rule was right in annotated articles: of the facts it supported, those that the annotations have too
# and those they have not. The confidence of a cue or rule is the lower Wilson bound (95 %) of the precision that these counts
# give. Written by `vietgraph evaluate --ledger`: make it anew rather than edit it.
#
";

const PREFIXES: &str = "\
@prefix vg: <https://w3id.org/vietgraph/ontology#> .
@prefix cue: <https://w3id.org/vietgraph/id/cue/> .
@prefix rule: <https://w3id.org/vietgraph/id/rule/> .

";

/// A ledger of the cues and rules measured, sorted by name; the same text for the same counts. Comments tell the sets of
/// articles by name and size.
pub fn turtle(tally: &Tally) -> String {
    let mut text = HEAD.to_owned();
    for set in &tally.sets {
        let (name, articles, annotated, found) = (&set.name, set.articles, set.annotated, set.found);
        let name = name.replace(char::is_control, " ");
        text.push_str(&format!("# {name}: articles {articles}, facts annotated {annotated}, found {found}\n"));
    }
    text.push_str(PREFIXES);
    for (rule, support) in &tally.rules {
        let measure = support.measure;
        if measure.trials() > 0 {
            text.push_str(&format!("{} vg:right {} ; vg:wrong {} .\n", name(rule), measure.right, measure.wrong));
        }
    }
    text
}

/// The name of a cue or rule in Turtle: with a prefix where that is sound.
fn name(rule: &str) -> String {
    let plain = |local: &str| local.chars().all(|c| c.is_alphanumeric() || "-_".contains(c)) && !local.starts_with('-');
    match rule.split_once('/') {
        Some((prefix @ ("cue" | "rule"), local)) if plain(local) && !local.is_empty() => format!("{prefix}:{local}"),
        // One of a user's own namespace is told by its whole IRI.
        _ if rule.contains("://") => format!("<{rule}>"),
        _ => format!("<{ID}{rule}>"),
    }
}
