//! TCVN3 (ABC) and VNI: Vietnamese of the time before Unicode, when fonts drew its letters in the places of Western European
//! ones. What such a text shows without its font are the characters of windows-1252 that are mapped here; no standard names
//! them, so no library of encodings has them.

use unicode_normalization::UnicodeNormalization;

/// The letters of TCVN3 from U+00A1 on; 0 where it has none.
#[rustfmt::skip]
const TCVN3: [char; 94] = [
    'Ă', 'Â', 'Ê', 'Ô', 'Ơ', 'Ư', 'Đ', 'ă', 'â', 'ê', 'ô', 'ơ', 'ư', 'đ', '\0',
    '\0', '\0', '\0', '\0', '\0', 'à', 'ả', 'ã', 'á', 'ạ', '\0', 'ằ', 'ẳ', 'ẵ', 'ắ', '\0',
    '\0', '\0', '\0', '\0', '\0', '\0', 'ặ', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ', 'è', '\0', 'ẻ', 'ẽ',
    'é', 'ẹ', 'ề', 'ể', 'ễ', 'ế', 'ệ', 'ì', 'ỉ', '\0', '\0', '\0', 'ĩ', 'í', 'ị', 'ò',
    '\0', 'ỏ', 'õ', 'ó', 'ọ', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ', 'ù',
    '\0', 'ủ', 'ũ', 'ú', 'ụ', 'ừ', 'ử', 'ữ', 'ứ', 'ự', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ',
];

/// A text in TCVN3 that was read as windows-1252.
///
/// Its fonts have no capitals with tones: there are fonts of capitals, so that a word in them has small letters only where
/// these stand. They become capitals beside two that are.
pub(super) fn tcvn3(text: &str) -> String {
    let letter = |c: char| {
        let known = (c as usize).checked_sub(0xa1).and_then(|i| TCVN3.get(i)).copied();
        known.filter(|c| *c != '\0').unwrap_or(c)
    };
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    for word in text.split_inclusive(char::is_whitespace) {
        let capitals = word.bytes().filter(u8::is_ascii_uppercase).count() > 1;
        if capitals && !word.bytes().any(|b| b.is_ascii_lowercase()) {
            out.extend(word.chars().map(letter).flat_map(char::to_uppercase));
        } else {
            out.extend(word.chars().map(letter));
        }
    }
    out
}

/// What a character of VNI does to the vowel before it: the marks to add to an a, e, o and so on.
fn vni_marks(mark: char, vowel: char) -> Option<&'static str> {
    let (marks, vowels) = match mark {
        'ù' => ("\u{301}", "aeouyơư"),
        'ø' => ("\u{300}", "aeouyơư"),
        'û' => ("\u{309}", "aeouyơư"),
        'õ' => ("\u{303}", "aeouyơư"),
        'ï' => ("\u{323}", "aeouyơư"),
        'â' => ("\u{302}", "aeo"),
        'á' => ("\u{302}\u{301}", "aeo"),
        'à' => ("\u{302}\u{300}", "aeo"),
        'å' => ("\u{302}\u{309}", "aeo"),
        'ã' => ("\u{302}\u{303}", "aeo"),
        'ä' => ("\u{302}\u{323}", "aeo"),
        'ê' => ("\u{306}", "a"),
        'é' => ("\u{306}\u{301}", "a"),
        'è' => ("\u{306}\u{300}", "a"),
        'ú' => ("\u{306}\u{309}", "a"),
        'ü' => ("\u{306}\u{303}", "a"),
        'ë' => ("\u{306}\u{323}", "a"),
        _ => return None,
    };
    vowels.contains(vowel).then_some(marks)
}

/// The letters that VNI has in one piece, small ones.
fn vni_letter(c: char) -> Option<char> {
    Some(match c {
        'ñ' => 'đ',
        'ô' => 'ơ',
        'ö' => 'ư',
        'í' => 'í',
        'ì' => 'ì',
        'æ' => 'ỉ',
        'ó' => 'ĩ',
        'ò' => 'ị',
        'î' => 'ỵ',
        _ => return None,
    })
}

/// A text in VNI that was read as windows-1252.
pub(super) fn vni(text: &str) -> String {
    let small = |c: char| c.to_lowercase().next().unwrap_or(c);
    let mut vowel = '\0';
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if let Some(marks) = vni_marks(small(c), small(vowel)) {
            out.push_str(marks);
            vowel = '\0';
            continue;
        }
        vowel = match vni_letter(small(c)) {
            Some(letter) if c.is_uppercase() => letter.to_uppercase().next().unwrap_or(letter),
            Some(letter) => letter,
            None => c,
        };
        out.push(vowel);
    }
    out.nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::{tcvn3, vni};

    const MOTTO: &str = "Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập - Tự do - Hạnh phúc";

    #[test]
    fn what_the_fonts_show_is_read() {
        assert_eq!(tcvn3("Céng hßa x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc"), MOTTO);
        assert_eq!(vni("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Ñoäc laäp - Töï do - Haïnh phuùc"), MOTTO);
    }

    #[test]
    fn capitals_are_kept() {
        assert_eq!(tcvn3("CéNG AN TØNH Hµ TÜNH, ¤ng Hå"), "CỘNG AN TỈNH Hà TĨNH, Ông Hồ");
        assert_eq!(vni("COÂNG AN TÆNH ÑAÉK LAÉK, ÔÛ ÑÖÙC"), "CÔNG AN TỈNH ĐẮK LẮK, Ở ĐỨC");
    }
}
