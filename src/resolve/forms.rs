//! Choosing among the printed forms of one thing.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

/// The forms in which something is printed, each with how often.
#[derive(Clone, Debug, Default)]
pub(crate) struct Forms {
    counts: BTreeMap<String, usize>,
}

impl Forms {
    /// Counts a printed form; forms that differ in composition (NFC), white space or control characters are one.
    pub(crate) fn add(&mut self, form: &str) {
        *self.entry(form) += 1;
    }

    /// Keeps a form without a vote for being shown.
    pub(crate) fn mention(&mut self, form: &str) {
        self.entry(form);
    }

    /// Makes `form` the one to show, whatever the votes.
    pub(crate) fn prefer(&mut self, form: &str) {
        *self.entry(form) = usize::MAX;
    }

    fn entry(&mut self, form: &str) -> &mut usize {
        let plain = |c: char| if c.is_control() { ' ' } else { c };
        let form: String = form.nfc().map(plain).collect();
        let form: String = form.split_whitespace().collect::<Vec<_>>().join(" ");
        self.counts.entry(form).or_default()
    }

    /// The form to show: the most frequent, one not all in capitals before one that is; ties by code point order.
    pub(crate) fn best(&self) -> &str {
        let rank = |(form, count): &(&String, &usize)| (**count == usize::MAX, !shouted(form), **count);
        let mut best: Option<(&String, &usize)> = None;
        for candidate in &self.counts {
            if best.is_none_or(|b| rank(&candidate) > rank(&b)) {
                best = Some(candidate);
            }
        }
        best.map_or("", |(form, _)| form)
    }

    /// The forms beside [`Forms::best`], sorted.
    pub(crate) fn others(&self) -> Vec<String> {
        let best = self.best();
        let others = self.counts.keys().filter(|f| *f != best && !f.is_empty());
        others.cloned().collect()
    }
}

/// The most frequent of some values; ties go to the smallest.
pub(crate) fn most_frequent<T: Ord + Clone>(values: impl IntoIterator<Item = T>) -> Option<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let most = counts.values().copied().max()?;
    counts.into_iter().find(|(_, n)| *n == most).map(|(v, _)| v)
}

/// Whether a form of several words is printed in capitals throughout.
fn shouted(form: &str) -> bool {
    form.contains(' ') && !form.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(printed: &[&str]) -> Forms {
        let mut forms = Forms::default();
        printed.iter().for_each(|f| forms.add(f));
        forms
    }

    #[test]
    fn the_most_frequent_form_is_shown() {
        let f = forms(&["Khánh Hoà", "Khánh Hòa", "Khánh Hoà"]);
        assert_eq!(f.best(), "Khánh Hoà");
        assert_eq!(f.others(), ["Khánh Hòa"]);
    }

    #[test]
    fn control_characters_are_no_part_of_a_form() {
        assert_eq!(forms(&["Bùi\u{1} Văn\nNam", " Bùi Văn\u{7}Nam"]).best(), "Bùi Văn Nam");
    }

    #[test]
    fn ties_go_by_code_point_and_capitals_last() {
        assert_eq!(forms(&["Uỷ ban", "Ủy ban"]).best(), forms(&["Ủy ban", "Uỷ ban"]).best());
        assert_eq!(forms(&["BÙI VĂN NAM", "BÙI VĂN NAM", "Bùi Văn Nam"]).best(), "Bùi Văn Nam");
        assert_eq!(most_frequent([2, 1, 1, 2]), Some(1));
    }
}
