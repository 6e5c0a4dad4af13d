//! Longer quotations: what somebody says word for word tells nothing of what the article reports.

use super::scan::Scan;
use crate::ontology::items::Sense;

/// Quotations of fewer tokens are names and turns of phrase.
const LONGER: usize = 8;
/// How many sentences behind its first a quotation may end in.
const SENTENCES: usize = 8;

/// For each token of a text, whether it stands inside a longer quotation, which may run over several sentences.
pub(super) fn inside(scan: &Scan) -> Vec<bool> {
    let mut inside = vec![false; scan.len()];
    let mut open: Option<usize> = None;
    for (n, sentence) in scan.sentences.iter().enumerate() {
        for i in sentence.clone().filter(|&i| scan.mark(i, "\"")) {
            match open.take() {
                None if scan.words(i, i + 1) != "”" => open = Some(i),
                Some(from) if i - from > LONGER && (from < sentence.start || !names_event(scan, from + 1)) => {
                    inside[from + 1..i].fill(true);
                }
                _ => {}
            }
        }
        let later = open.is_some() && closes_later(scan, n);
        if let Some(from) = open.filter(|&from| later || sentence.end - from > LONGER) {
            inside[from + 1..sentence.end].fill(true);
        }
        open = open.filter(|_| later);
    }
    inside
}

fn names_event(scan: &Scan, i: usize) -> bool {
    scan.hits(i).iter().any(|h| matches!(h.sense, Sense::Event(_)))
}

/// Whether the next mark behind sentence `n` closes what is open at its end: a closing one, or, of the marks that tell
/// no side, one with a mark or the end of its line behind it.
fn closes_later(scan: &Scan, n: usize) -> bool {
    let next = scan.sentences.iter().skip(n + 1).take(SENTENCES);
    let Some(mark) = next.flat_map(|s| s.clone()).find(|&i| scan.mark(i, "\"")) else {
        return false;
    };
    let ends = [",", "-", ".", ";", ")"].iter().any(|m| scan.mark(mark + 1, m)) || scan.breaks(mark + 1);
    match scan.words(mark, mark + 1) {
        "“" => false,
        "”" => true,
        _ => ends,
    }
}
