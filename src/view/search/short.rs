//! Short forms that somebody types, written out: `PCT huyện Cao Lộc`, `BCH quân sự`.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::key::bare_key;

/// In how many ways a text is written out at most.
const MOST: usize = 6;

/// One letter is short for too much.
const SHORTEST: usize = 2;

/// Short forms, and what they stand for.
#[derive(Clone, Debug, Default)]
pub struct ShortForms {
    /// By the first word of a form, without tones and marks: all its words, and what it stands for; the longest first.
    by_first: BTreeMap<String, Vec<(Vec<String>, String)>>,
}

impl ShortForms {
    /// Takes in forms, each with what it stands for.
    pub fn new(forms: impl IntoIterator<Item = (String, String)>) -> ShortForms {
        let mut by_first: BTreeMap<String, BTreeSet<(Vec<String>, String)>> = BTreeMap::new();
        for (short, full) in forms {
            let words: Vec<String> = bare_key(&short).split(' ').map(str::to_owned).collect();
            // A form that differs from what it stands for in marks alone is no short one.
            if words[0].len() >= SHORTEST && bare_key(&full) != words.join(" ") {
                by_first.entry(words[0].clone()).or_default().insert((words, full));
            }
        }
        let longest_first = |forms: BTreeSet<(Vec<String>, String)>| {
            let mut forms: Vec<_> = forms.into_iter().collect();
            forms.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
            forms
        };
        ShortForms { by_first: by_first.into_iter().map(|(first, forms)| (first, longest_first(forms))).collect() }
    }

    /// The text with the short forms in it written out: first all of them, then some; none where it has none.
    pub(super) fn written_out(&self, text: &str) -> Vec<String> {
        let typed: Vec<&str> = text.split_whitespace().collect();
        let bare: Vec<String> = typed.iter().map(|word| bare_key(word)).collect();
        // The words written so far, up to which word they are, and whether any form was written out.
        let mut ways: Vec<(Vec<&str>, usize, bool)> = vec![(Vec::new(), 0, false)];
        while let Some(at) = ways.iter().position(|(_, from, _)| *from < typed.len()) {
            let (words, from, any) = ways.remove(at);
            let forms = self.by_first.get(&bare[from]).into_iter().flatten();
            let fitting = forms.filter(|(short, _)| bare[from..].starts_with(short));
            let mut on: Vec<_> = fitting
                .map(|(short, full)| ([words.as_slice(), &[full.as_str()]].concat(), from + short.len(), true))
                .collect();
            on.push(([words.as_slice(), &typed[from..=from]].concat(), from + 1, any));
            ways.splice(at..at, on);
            ways.truncate(MOST + 1);
        }
        ways.into_iter().filter(|(_, _, any)| *any).map(|(words, ..)| words.join(" ")).take(MOST).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_are_written_out_the_longest_first() {
        let of = |short: &str, full: &str| (short.to_owned(), full.to_owned());
        let forms = ShortForms::new([
            of("PCT", "Phó Chủ tịch"),
            of("BCH", "Ban Chấp hành"),
            of("BCH Công an", "Ban Chỉ huy Công an"),
            of("H.", "huyện"),
            of("Uỷ ban", "Ủy ban"),
        ]);
        assert_eq!(forms.written_out("pct huyen Cao Loc"), ["Phó Chủ tịch huyen Cao Loc"]);
        assert_eq!(forms.written_out("bch công an"), ["Ban Chỉ huy Công an", "Ban Chấp hành công an"]);
        assert!(forms.written_out("h cao loc uy ban").is_empty());
        assert!(forms.written_out(&"pct bch ".repeat(9)).len() <= MOST);
    }
}
