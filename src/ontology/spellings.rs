//! The ways newspapers write a name of several fields: with commas, dashes, joining words, or nothing between them.

/// The most fields whose spellings are listed.
const MOST: usize = 5;

/// Every spelling of `label` that differs only in what stands between its fields (`Kế hoạch và Đầu tư`, `Kế hoạch - Đầu tư`,
/// `Kế hoạch Đầu tư`), the given one first; just that one where it names a single field, or more than five. `joiners` are the words that may join two fields.
pub(super) fn spellings(label: &str, joiners: &[&str]) -> Vec<String> {
    let fields = fields(label, joiners);
    let mut all = vec![label.to_owned()];
    if fields.len() < 2 || fields.len() > MOST {
        return all;
    }
    let inner = [", ", " - ", " "].map(str::to_owned).to_vec();
    let last: Vec<String> = joiners.iter().map(|j| format!(" {j} ")).chain(inner.iter().cloned()).collect();
    let mut open = vec![fields[0].clone()];
    for (n, field) in fields.iter().enumerate().skip(1) {
        let joints = if n + 1 == fields.len() { &last } else { &inner };
        open = open.iter().flat_map(|start| joints.iter().map(move |j| format!("{start}{j}{field}"))).collect();
    }
    all.extend(open);
    all
}

/// The ways to write `label` with one of `shorts` for the words it ends in (`Hội Nhà báo VN`); each is what is written out, and
/// its short forms.
pub(super) fn shortened(label: &str, shorts: &[(&str, Vec<&str>)]) -> Vec<String> {
    let stems = shorts.iter().filter_map(|(full, forms)| Some((label.strip_suffix(full)?.strip_suffix(' ')?, forms)));
    stems.flat_map(|(stem, forms)| forms.iter().map(move |form| format!("{stem} {form}"))).collect()
}

/// The fields of a name: what its commas, dashes and joining words divide.
fn fields(label: &str, joiners: &[&str]) -> Vec<String> {
    let mut fields = vec![String::new()];
    for word in label.split(' ') {
        let divides = word == "-" || joiners.contains(&word);
        let last = fields.len() - 1;
        if divides {
            fields.push(String::new());
            continue;
        }
        if !fields[last].is_empty() {
            fields[last].push(' ');
        }
        fields[last].push_str(word.trim_end_matches(','));
        if word.ends_with(',') {
            fields.push(String::new());
        }
    }
    if fields.iter().any(String::is_empty) { vec![label.to_owned()] } else { fields }
}

#[cfg(test)]
mod tests {
    use super::*;

    const JOINERS: [&str; 2] = ["và", "&"];

    #[test]
    fn fields_may_be_joined_by_anything() {
        let found = spellings("Lao động - Thương binh và Xã hội", &JOINERS);
        for written in [
            "Lao động - Thương binh và Xã hội",
            "Lao động, Thương binh và Xã hội",
            "Lao động Thương binh & Xã hội",
            "Lao động - Thương binh - Xã hội",
        ] {
            assert!(found.iter().any(|f| f == written), "{written}");
        }
        assert!(!found.iter().any(|f| f == "Lao động"));
    }

    #[test]
    fn the_last_words_may_be_an_abbreviation() {
        let shorts = [("Việt Nam", vec!["VN"])];
        assert_eq!(shortened("Hội Nhà báo Việt Nam", &shorts), ["Hội Nhà báo VN"]);
        assert!(shortened("Việt Nam", &shorts).is_empty());
    }

    #[test]
    fn a_single_field_has_one_spelling() {
        assert_eq!(spellings("Quốc phòng", &JOINERS), ["Quốc phòng"]);
    }
}
