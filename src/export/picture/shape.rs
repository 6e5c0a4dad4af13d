//! The shapes of nodes: how large for their text, what lies inside, how they are outlined.

/// A point in pixels, x to the right and y down.
pub type Point = (f64, f64);

/// The outline of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shape {
    /// A rectangle.
    Box,
    /// A rectangle with round corners.
    Rounded,
    /// An ellipse.
    Ellipse,
    /// A rhombus.
    Diamond,
    /// A hexagon with points left and right.
    Hexagon,
    /// A rectangle with cut corners.
    Octagon,
    /// A slanted rectangle.
    Parallelogram,
    /// A rectangle narrower above than below.
    Trapezium,
    /// A rectangle with a roof.
    House,
    /// A rectangle with a folded corner.
    Note,
}

impl Shape {
    /// The shape by its Graphviz name; a rectangle with round corners where the name is none of those drawn here.
    pub fn named(name: &str) -> Shape {
        match name {
            "box" | "rect" | "rectangle" | "square" => Shape::Box,
            "ellipse" | "oval" | "circle" => Shape::Ellipse,
            "diamond" => Shape::Diamond,
            "hexagon" => Shape::Hexagon,
            "octagon" => Shape::Octagon,
            "parallelogram" => Shape::Parallelogram,
            "trapezium" => Shape::Trapezium,
            "house" => Shape::House,
            "note" => Shape::Note,
            _ => Shape::Rounded,
        }
    }

    /// The Graphviz name.
    pub fn name(self) -> &'static str {
        match self {
            Shape::Box | Shape::Rounded => "box",
            Shape::Ellipse => "ellipse",
            Shape::Diamond => "diamond",
            Shape::Hexagon => "hexagon",
            Shape::Octagon => "octagon",
            Shape::Parallelogram => "parallelogram",
            Shape::Trapezium => "trapezium",
            Shape::House => "house",
            Shape::Note => "note",
        }
    }

    /// The size of the shape around a text block.
    pub fn around(self, (width, height): Point) -> Point {
        let high = match self {
            Shape::Note | Shape::Hexagon => height + 14.0,
            Shape::Octagon => height + 16.0,
            Shape::Ellipse => height * 1.3 + 12.0,
            Shape::Diamond => height * 1.8 + 14.0,
            Shape::House => height * 1.25 + 18.0,
            _ => height + 12.0,
        };
        let wide = match self {
            Shape::Ellipse => width * 1.25 + 16.0,
            Shape::Diamond => width * 1.5 + 20.0,
            Shape::Note => width + 24.0,
            _ => width + 2.0 * self.slant(high) + 18.0,
        };
        (wide, high)
    }

    /// How far the sides lean in, or the corners are cut, at a height.
    fn slant(self, height: f64) -> f64 {
        match self {
            Shape::Hexagon => (height * 0.35).min(22.0),
            Shape::Octagon => (height * 0.25).min(12.0),
            Shape::Parallelogram => (height * 0.3).min(18.0),
            Shape::Trapezium => (height * 0.25).min(14.0),
            _ => 0.0,
        }
    }

    /// How far below the middle of the shape the middle of its text stands.
    pub fn text_shift(self, (_, height): Point) -> f64 {
        if self == Shape::House { height * 0.1 } else { 0.0 }
    }

    /// The corners of the shape around a centre, clockwise from the top left; none for an ellipse.
    pub fn corners(self, (x, y): Point, (width, height): Point) -> Vec<Point> {
        let (w, h) = (width / 2.0, height / 2.0);
        let at = |points: &[Point]| points.iter().map(|(dx, dy)| (x + dx, y + dy)).collect();
        match self {
            Shape::Ellipse => Vec::new(),
            Shape::Box | Shape::Rounded => at(&[(-w, -h), (w, -h), (w, h), (-w, h)]),
            Shape::Diamond => at(&[(0.0, -h), (w, 0.0), (0.0, h), (-w, 0.0)]),
            Shape::Hexagon => {
                let cut = self.slant(height).min(w);
                at(&[(-w + cut, -h), (w - cut, -h), (w, 0.0), (w - cut, h), (-w + cut, h), (-w, 0.0)])
            }
            Shape::Octagon => {
                let cut = self.slant(height).min(w);
                let (a, b) = (w - cut, h - cut);
                at(&[(-a, -h), (a, -h), (w, -b), (w, b), (a, h), (-a, h), (-w, b), (-w, -b)])
            }
            Shape::Parallelogram => {
                let slant = self.slant(height).min(w);
                at(&[(-w + slant, -h), (w, -h), (w - slant, h), (-w, h)])
            }
            Shape::Trapezium => {
                let slant = self.slant(height).min(w);
                at(&[(-w + slant, -h), (w - slant, -h), (w, h), (-w, h)])
            }
            Shape::House => at(&[(-w, -h * 0.6), (0.0, -h), (w, -h * 0.6), (w, h), (-w, h)]),
            Shape::Note => at(&[(-w, -h), (w - FOLD, -h), (w, -h + FOLD), (w, h), (-w, h)]),
        }
    }

    /// Whether a point lies inside the shape, or within `margin` of its bounding edges.
    pub fn holds(self, centre: Point, size: Point, margin: f64, (x, y): Point) -> bool {
        let size = (size.0 + 2.0 * margin, size.1 + 2.0 * margin);
        let (dx, dy) = ((x - centre.0).abs() / (size.0 / 2.0), (y - centre.1).abs() / (size.1 / 2.0));
        match self {
            Shape::Ellipse => dx * dx + dy * dy <= 1.0,
            Shape::Diamond => dx + dy <= 1.0,
            _ => dx <= 1.0 && dy <= 1.0 && inside(&self.corners(centre, size), (x, y)),
        }
    }
}

/// The folded corner of a note.
pub const FOLD: f64 = 9.0;

/// Whether a point lies in a convex polygon given clockwise.
fn inside(corners: &[Point], (x, y): Point) -> bool {
    let next = corners.iter().cycle().skip(1);
    corners.iter().zip(next).all(|(a, b)| (b.0 - a.0) * (y - a.1) - (b.1 - a.1) * (x - a.0) >= -1e-9)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [&str; 10] =
        ["box", "rounded", "ellipse", "diamond", "hexagon", "octagon", "parallelogram", "trapezium", "house", "note"];

    #[test]
    fn text_fits_its_shape() {
        for shape in ALL.map(Shape::named) {
            for text in [(90.0, 15.0), (60.0, 60.0), (130.0, 75.0)] {
                let size = shape.around(text);
                let shift = shape.text_shift(size);
                for (sx, sy) in [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)] {
                    let corner = (text.0 * sx, shift + text.1 * sy * 0.9);
                    let outside = !shape.holds((0.0, 0.0), size, 0.0, corner);
                    // A rhombus around the corners of its text would be twice as large; lines are shorter at its ends.
                    assert!(!outside || shape == Shape::Diamond, "{shape:?} {text:?} {corner:?}");
                }
            }
        }
    }

    #[test]
    fn a_shape_holds_its_centre_and_not_what_is_beside_it() {
        for shape in ALL.map(Shape::named) {
            assert!(shape.holds((10.0, 10.0), (80.0, 40.0), 0.0, (10.0, 10.0)));
            assert!(!shape.holds((10.0, 10.0), (80.0, 40.0), 0.0, (51.0, 10.0)));
            assert!(!shape.holds((10.0, 10.0), (80.0, 40.0), 0.0, (10.0, 31.0)));
        }
    }
}
