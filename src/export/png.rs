//! A picture as PNG, painted with the embedded font alone, so that it looks the same everywhere.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::picture::Picture;
use super::picture::font::{FAMILY, TTF};
use super::svg::svg;

/// The side a picture may have at most, in pixels.
const LONGEST: f64 = 12_000.0;

/// Paints a picture: two pixels for each of its own where that stays below 6,000 pixels a side, else as many as fit.
///
/// # Errors
/// What hinders it, in words: a picture too large for memory.
pub fn png(picture: &Picture) -> Result<Vec<u8>, String> {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(TTF.to_vec());
    fonts.set_sans_serif_family(FAMILY);
    let options = Options { font_family: FAMILY.to_owned(), fontdb: Arc::new(fonts), ..Options::default() };
    let tree = Tree::from_str(&svg(picture, false), &options).map_err(|e| e.to_string())?;
    let side = picture.size.0.max(picture.size.1);
    let scale = (LONGEST / 2.0 / side).clamp(1.0, 2.0).min(LONGEST / side);
    let (width, height) = ((picture.size.0 * scale).ceil() as u32, (picture.size.1 * scale).ceil() as u32);
    let mut pixels = Pixmap::new(width, height).ok_or_else(|| format!("{width} × {height} pixels are too many"))?;
    let scale = scale as f32;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|e| e.to_string())
}
