//! A picture as SVG.

use std::fmt::Write;

use super::picture::font::{FAMILY, LINE};
use super::picture::shape::{FOLD, Point, Shape};
use super::picture::wire::{self, Curve, Outline};
use super::picture::{Block, EDGE_TEXT, NODE_TEXT, NOTE_TEXT, Picture, TITLE_TEXT, Wire};

const INK: &str = "#1d1d1f";
const GREY: &str = "#5c5c66";
const LINE_INK: &str = "#77777f";

/// Writes a picture as SVG; with `font` the font comes inside the file, so that any browser shows it as measured.
///
/// The same picture always gives the same bytes.
pub fn svg(picture: &Picture, font: bool) -> String {
    let mut out = String::new();
    let (width, height) = (number(picture.size.0), number(picture.size.1));
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"'{FAMILY}', sans-serif\" fill=\"{INK}\">"
    );
    let _ = writeln!(out, "<title>{}</title>", escape(&picture.title.join(" ")));
    if font {
        let data = base64(super::picture::font::WOFF2);
        let _ = writeln!(
            out,
            "<style>@font-face{{font-family:'{FAMILY}';src:url(data:font/woff2;base64,{data})format('woff2')}}</style>"
        );
    }
    let _ = writeln!(out, "<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>");
    heading(&mut out, picture);
    out.push_str("<g class=\"edges\">\n");
    let plain = picture.wires.iter().all(|w| w.lines.is_empty());
    let widest = picture.wires.iter().map(|w| w.count).max().unwrap_or(1);
    for wire in &picture.wires {
        // Where nothing is written on the lines, their colour says at least what they lead to.
        let to = mixed(&picture.blocks[wire.ends.1].colour, 0.62, 0.06);
        line(&mut out, wire, widest, if plain && wire.heads.1 { &to } else { LINE_INK });
    }
    out.push_str("</g>\n<g class=\"nodes\" text-anchor=\"middle\">\n");
    picture.blocks.iter().for_each(|b| block(&mut out, b));
    out.push_str("</g>\n<g class=\"labels\" text-anchor=\"middle\">\n");
    picture.wires.iter().for_each(|w| written(&mut out, w));
    out.push_str("</g>\n<g class=\"legend\">\n");
    legend(&mut out, picture);
    out.push_str("</g>\n</svg>\n");
    out
}

fn heading(out: &mut String, picture: &Picture) {
    out.push_str("<g class=\"caption\">\n");
    let (title, note) = (TITLE_TEXT * picture.scale, NOTE_TEXT * picture.scale);
    let mut y = 28.0;
    for line in &picture.title {
        text(out, (28.0, y + title * 0.9), title, "", line);
        y += title * LINE;
    }
    for line in &picture.notes {
        text(out, (28.0, y + note), note, &format!(" fill=\"{GREY}\""), line);
        y += note * LINE;
    }
    out.push_str("</g>\n");
}

fn legend(out: &mut String, picture: &Picture) {
    let (swatch, size) = (picture.swatch(), NOTE_TEXT * picture.scale);
    for (key, place) in &picture.legend {
        let mark = Outline { shape: key.shape, centre: *place, size: swatch };
        outline(out, &mark, &key.colour, 1.2);
        text(out, (place.0 + swatch.0 / 2.0 + 8.0 * picture.scale, place.1 + size * 0.36), size, "", &key.label);
    }
}

fn line(out: &mut String, wire: &Wire, widest: usize, ink: &str) {
    let [a, c, b] = wire.curve;
    let long = wire::length(&wire.curve).max(1.0);
    let trim = (wire::HEAD * 0.8 / long).min(0.4);
    let (start, end) = (if wire.heads.0 { trim } else { 0.0 }, if wire.heads.1 { 1.0 - trim } else { 1.0 });
    let thick = if widest > 1 && !wire.heads.1 { 1.2 + 3.8 * wire.count as f64 / widest as f64 } else { 1.4 };
    let course = path(&wire::part(&wire.curve, start, end));
    let _ = writeln!(out, "<path d=\"{course}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"{}\"/>", number(thick));
    for (wanted, curve) in [(wire.heads.1, [a, c, b]), (wire.heads.0, [b, c, a])] {
        if wanted {
            let _ = writeln!(out, "<polygon points=\"{}\" fill=\"{ink}\"/>", points(&wire::head(&curve)));
        }
    }
}

fn block(out: &mut String, block: &Block) {
    let Outline { shape, centre, size } = block.outline;
    let _ = writeln!(out, "<g data-iri=\"{}\"><title>{}</title>", escape(&block.iri), escape(&block.label));
    outline(out, &block.outline, &block.colour, if block.marked { 3.4 } else { 1.3 });
    let middle = (centre.0, centre.1 + shape.text_shift(size));
    lines(out, middle, NODE_TEXT, "", &block.lines);
    out.push_str("</g>\n");
}

fn written(out: &mut String, wire: &Wire) {
    if let Some(place) = wire.place {
        let halo = format!(
            " fill=\"{INK}\" stroke=\"#ffffff\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\""
        );
        lines(out, place, EDGE_TEXT, &halo, &wire.lines);
    }
}

fn lines(out: &mut String, middle: Point, size: f64, style: &str, lines: &[String]) {
    let top = middle.1 - lines.len() as f64 * size * LINE / 2.0;
    for (i, line) in lines.iter().enumerate() {
        let base = top + (i as f64 + 0.5) * size * LINE + size * 0.36;
        text(out, (middle.0, base), size, style, line);
    }
}

fn text(out: &mut String, at: Point, size: f64, style: &str, words: &str) {
    let (x, y, size) = (number(at.0), number(at.1), number(size));
    let _ = writeln!(out, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{style}>{}</text>", escape(words));
}

fn outline(out: &mut String, it: &Outline, fill: &str, thick: f64) {
    let ((x, y), (w, h)) = (it.centre, it.size);
    let paint = format!("fill=\"{fill}\" stroke=\"{}\" stroke-width=\"{}\"", darker(fill), number(thick));
    let _ = match it.shape {
        Shape::Ellipse => writeln!(
            out,
            "<ellipse cx=\"{}\" cy=\"{}\" rx=\"{}\" ry=\"{}\" {paint}/>",
            number(x),
            number(y),
            number(w / 2.0),
            number(h / 2.0)
        ),
        Shape::Box | Shape::Rounded => writeln!(
            out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" {paint}/>",
            number(x - w / 2.0),
            number(y - h / 2.0),
            number(w),
            number(h),
            if it.shape == Shape::Box { 2 } else { 8 }
        ),
        _ => writeln!(
            out,
            "<polygon points=\"{}\" stroke-linejoin=\"round\" {paint}/>",
            points(&it.shape.corners(it.centre, it.size))
        ),
    };
    if it.shape == Shape::Note {
        let (right, top) = (x + w / 2.0, y - h / 2.0);
        let fold = [(right - FOLD, top), (right - FOLD, top + FOLD), (right, top + FOLD)];
        let _ = writeln!(out, "<polyline points=\"{}\" {paint}/>", points(&fold));
    }
}

fn path(curve: &Curve) -> String {
    let [a, c, b] = curve.map(|p| format!("{} {}", number(p.0), number(p.1)));
    format!("M{a} Q{c} {b}")
}

fn points(points: &[Point]) -> String {
    points.iter().map(|p| format!("{},{}", number(p.0), number(p.1))).collect::<Vec<_>>().join(" ")
}

/// A number with at most one decimal.
fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A colour for the outline of a fill: the same hue, darker.
pub fn darker(fill: &str) -> String {
    mixed(fill, 0.55, 0.0)
}

/// A colour with the given share of itself and of white, the rest black.
fn mixed(fill: &str, own: f64, white: f64) -> String {
    let part = |at: usize| {
        let value = fill.get(at..at + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).unwrap_or(0);
        (f64::from(value) * own + 255.0 * white).round() as u8
    };
    format!("#{:02x}{:02x}{:02x}", part(1), part(3), part(5))
}

/// Text made safe for XML, characters that XML forbids left out.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
    out
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |i: usize| usize::from(chunk.get(i).copied().unwrap_or(0));
        let group = byte(0) << 16 | byte(1) << 8 | byte(2);
        for i in 0..4 {
            let letter = LETTERS[group >> (18 - 6 * i) & 63] as char;
            out.push(if i <= chunk.len() { letter } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_agrees_with_its_standard() {
        for (plain, coded) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn text_cannot_break_the_file() {
        assert_eq!(escape("a<b & \"c\"\u{1}\n"), "a&lt;b &amp; &quot;c&quot; ");
        assert_eq!([number(1.0), number(-0.04), number(2.25)], ["1", "0", "2.2"]);
    }
}
