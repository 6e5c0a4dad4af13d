//! The one font of the pictures, and how wide text is in it.

use ttf_parser::Face;
use unicode_normalization::UnicodeNormalization;

/// Be Vietnam Pro Medium (SIL Open Font License), with every Vietnamese letter. How it is built: `src/export/font/build.sh`.
pub const TTF: &[u8] = include_bytes!("../font/BeVietnamPro.ttf");

/// The same font compressed for browsers.
pub const WOFF2: &[u8] = include_bytes!("../font/BeVietnamPro.woff2");

/// The font's family name.
pub const FAMILY: &str = "Be Vietnam Pro";

/// The height of a line over the size of its letters.
pub const LINE: f64 = 1.25;

/// Measures text by the font's own advances.
pub struct Metrics {
    face: Face<'static>,
    units: f64,
}

impl Default for Metrics {
    fn default() -> Self {
        Metrics::new()
    }
}

impl Metrics {
    /// Reads the embedded font.
    pub fn new() -> Metrics {
        let face = Face::parse(TTF, 0).expect("the embedded font is a font");
        let units = f64::from(face.units_per_em());
        Metrics { face, units }
    }

    /// How wide a line is at a size in pixels, without kerning.
    pub fn width(&self, line: &str, size: f64) -> f64 {
        let advance = |c: char| {
            let glyph = self.face.glyph_index(c);
            glyph.and_then(|g| self.face.glyph_hor_advance(g)).map_or(self.units * 0.6, f64::from)
        };
        line.nfc().map(advance).sum::<f64>() / self.units * size
    }

    /// Whether the font can show a character.
    pub fn has(&self, c: char) -> bool {
        self.face.glyph_index(c).is_some()
    }
}

/// Breaks a label into lines: near 15 characters, wider for long labels so that boxes stay in proportion.
///
/// Words are kept whole; past 180 characters the label ends in an ellipsis. Lines are as even as the words allow.
pub fn wrap(label: &str) -> Vec<String> {
    let mut text: String = label.nfc().filter(|c| !c.is_control()).collect();
    if text.chars().count() > LONGEST {
        text = text.chars().take(LONGEST).collect::<String>().trim_end().to_owned() + "…";
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let length = text.chars().count();
    let widest = (length as f64 * 2.6).sqrt().max(NEAR) as usize;
    // The narrowest width that needs no more lines than the wanted one gives the most even lines.
    let lines = fill(&words, widest).len();
    let even = (1..=widest).find(|width| fill(&words, *width).len() <= lines);
    fill(&words, even.unwrap_or(widest))
}

const NEAR: f64 = 16.0;
const LONGEST: usize = 180;

fn fill(words: &[&str], width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut room = 0;
    for word in words {
        let length = word.chars().count();
        match lines.last_mut() {
            Some(line) if room > length => {
                line.push(' ');
                line.push_str(word);
                room -= length + 1;
            }
            _ => {
                lines.push((*word).to_owned());
                room = width.saturating_sub(length);
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_font_has_every_vietnamese_letter() {
        let metrics = Metrics::new();
        for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".chars() {
            for tone in ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"] {
                for c in format!("{base}{tone}").nfc() {
                    assert!(metrics.has(c), "{c}");
                }
            }
        }
        assert!("đĐ0123456789.,:;–—()“”…«»×·-/".chars().all(|c| metrics.has(c)));
    }

    #[test]
    fn labels_are_whole_and_even() {
        assert_eq!(wrap("Bùi Văn Nam"), ["Bùi Văn Nam"]);
        assert_eq!(wrap("Công an tỉnh Hà Tĩnh"), ["Công an tỉnh", "Hà Tĩnh"]);
        let long =
            "Hội nghị sơ kết 5 năm thực hiện Chỉ thị về tăng cường xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc";
        let lines = wrap(long);
        assert_eq!(lines.join(" "), long);
        assert!(lines.len() <= 7, "{lines:?}");
        assert!(wrap(&"rất dài ".repeat(60)).last().is_some_and(|l| l.ends_with('…')));
        assert!(wrap("").is_empty());
    }

    #[test]
    fn width_grows_with_text_and_size() {
        let metrics = Metrics::new();
        assert!(metrics.width("Nguyễn", 12.0) > metrics.width("Nguy", 12.0));
        assert!((metrics.width("Nguyễn", 24.0) - 2.0 * metrics.width("Nguyễn", 12.0)).abs() < 1e-9);
    }
}
