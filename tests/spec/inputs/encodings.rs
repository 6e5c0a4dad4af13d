//! A text is read in the encoding it has, and what cannot be told is said.

use unicode_normalization::UnicodeNormalization;
use vietgraph::source::Encoding;

use super::super::binary::{HA_TINH, Place};
use super::{only, page, read, read_as, refusal};

/// What bytes of the fonts look like without them.
const TCVN3: &str = "ChiÒu 15/6/2022, t¹i Hµ TÜnh, C«ng an tØnh Hµ TÜnh tæ chøc héi nghÞ s¬ kÕt c«ng t¸c 6 th¸ng ®Çu n¨m. \
    §¹i t¸ Lª Kh¾c ThuyÕt, Gi¸m ®èc C«ng an tØnh Hµ TÜnh chñ tr× héi nghÞ.";
const VNI: &str = "Chieàu 15/6/2022, taïi Haø Tónh, Coâng an tænh Haø Tónh toå chöùc hoäi nghò sô keát coâng taùc 6 thaùng ñaàu \
    naêm. Ñaïi taù Leâ Khaéc Thuyeát, Giaùm ñoác Coâng an tænh Haø Tónh chuû trì hoäi nghò.";

/// Each character below U+0100 as a byte.
fn western(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).expect("a character of one byte")).collect()
}

fn utf_16(text: &str, mark: bool, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
    units.flat_map(bytes).collect()
}

/// In windows-1258, where letters have their shape and tones come behind them.
fn windows_1258(text: &str) -> Vec<u8> {
    const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
    let mut apart = String::new();
    for c in text.chars() {
        let (tones, letter): (Vec<char>, Vec<char>) = c.nfd().partition(|c| TONES.contains(c));
        apart.extend(letter.into_iter().nfc());
        apart.extend(tones);
    }
    let (bytes, _, unknown) = encoding_rs::WINDOWS_1258.encode(&apart);
    assert!(!unknown);
    bytes.into_owned()
}

#[test]
fn a_text_of_any_encoding_is_the_same_text() {
    let place = Place::new();
    let files: [(&str, Vec<u8>); 9] = [
        ("utf-8", HA_TINH.into()),
        ("utf-8-marked", format!("\u{feff}{HA_TINH}").into()),
        ("utf-16le-marked", utf_16(HA_TINH, true, u16::to_le_bytes)),
        ("utf-16be-marked", utf_16(HA_TINH, true, u16::to_be_bytes)),
        ("utf-16le", utf_16(HA_TINH, false, u16::to_le_bytes)),
        ("utf-16be", utf_16(HA_TINH, false, u16::to_be_bytes)),
        ("windows-1258", windows_1258(HA_TINH)),
        ("tcvn3", western(TCVN3)),
        ("vni", western(VNI)),
    ];
    for (name, bytes) in files {
        let name = format!("{name}.txt");
        place.write(&name, bytes);
        assert_eq!(only(&place, &name).text, HA_TINH, "{name}");
    }
    // Somebody converted the fonts' bytes to UTF-8 as if they were Western European.
    for (name, text) in [("tcvn3-converted.txt", TCVN3), ("vni-converted.txt", VNI)] {
        place.write(name, text);
        assert_eq!(only(&place, name).text, HA_TINH, "{name}");
    }
}

#[test]
fn a_page_is_read_as_it_declares_or_as_it_shows() {
    let plain = page("", "");
    let place = Place::new();
    place.write("plain.html", &plain);
    let text = only(&place, "plain.html").text;
    let declared = page(r#"<meta http-equiv="Content-Type" content="text/html; charset=windows-1258">"#, "");
    place.write("declared.html", windows_1258(&declared));
    assert_eq!(only(&place, "declared.html").text, text);
    place.write("wide.html", utf_16(&plain, true, u16::to_le_bytes));
    assert_eq!(only(&place, "wide.html").text, text);
    // As old pages are: the bytes of a font, declared as Western European.
    let old = format!(
        "<html><head><meta charset=\"iso-8859-1\"><title>Tin</title></head><body><p>{TCVN3}</p><p>{TCVN3}</p></body></html>"
    );
    place.write("old.html", western(&old));
    assert!(only(&place, "old.html").text.ends_with(HA_TINH));
}

#[test]
fn composed_and_decomposed_text_stays_as_it_is() {
    let place = Place::new();
    let apart: String = HA_TINH.nfd().collect();
    place.write("a.txt", &apart);
    assert_eq!(only(&place, "a.txt").text, apart);
    let facts = |text: &str| {
        place.write("b.txt", text);
        let record: serde_json::Value = serde_json::from_str(&place.run(&["extract", "b.txt"]).stdout).expect("JSON");
        let evidence = record["facts"][0]["evidence"][0].clone();
        let span = |name: &str| usize::try_from(evidence[name].as_u64().expect("a number")).expect("a place");
        let quoted: String = text.chars().skip(span("start")).take(span("end") - span("start")).collect();
        assert_eq!(evidence["quote"], quoted.as_str(), "the span is of the text as given");
        record["facts"].as_array().expect("facts").len()
    };
    assert_eq!(facts(&apart), facts(HA_TINH));
}

#[test]
fn what_cannot_be_told_names_the_remedy_and_the_remedy_works() {
    let place = Place::new();
    // Too little to tell it by.
    place.write("a.txt", western("Hµ TÜnh"));
    let said = refusal(&place, "a.txt");
    assert!(said.contains("a.txt:1: not UTF-8 (byte 2)") && said.contains("--encoding"), "{said}");
    let (articles, _) = read_as(&place, &["a.txt"], Some(Encoding::Tcvn3));
    assert_eq!(articles[0].text, "Hà Tĩnh");
    let run = place.run(&["extract", "--encoding", "tcvn3", "a.txt"]);
    assert_eq!(run.status, 0, "{run:?}");
    let run = place.run(&["extract", "--encoding", "utf-8", "a.txt"]);
    assert!(run.status == 2 && run.stderr.contains("a.txt: not UTF-8; give another --encoding"), "{run:?}");
    let run = place.run(&["extract", "--encoding", "klingon", "a.txt"]);
    assert!(run.status == 1 && run.stderr.contains("windows-1258, tcvn3, vni"), "{run:?}");
    place.write("b.txt", "Chiều nay \u{e9}".as_bytes().iter().chain(b"\xff\xfe\xfd").copied().collect::<Vec<u8>>());
    let (articles, complaints) = read(&place, &["b.txt"]);
    assert!(articles.is_empty() && complaints[0].contains("b.txt:1: not UTF-8"), "{complaints:?}");
}
