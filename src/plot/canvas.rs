//! A white sheet measured in pixels, on which the drawing library writes SVG.

use plotters::prelude::{DrawingBackend, FontStyle, FontTransform, RGBAColor, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, ShapeStyle, TextStyle};

use super::PlotError;
use super::palette::{Colour, WHITE};

/// The drawing library counts in whole steps; this many to a pixel keep curves smooth.
const STEPS_PER_PIXEL: f64 = 10.0;
/// The SVG writer divides every font size by this number.
const FONT_SIZE_DIVISOR: f64 = 1.24;
const FONTS: &str = "Helvetica, Arial, sans-serif";

/// A place in pixels: right, down.
pub(super) type Place = (f64, f64);

/// A rectangle in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

/// How a line looks; `dash` is the length of dashes and gaps in pixels, 0 for a solid line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stroke {
    pub(super) colour: Colour,
    pub(super) width: f64,
    pub(super) dash: f64,
}

/// Which part of a text stands at its place, along the text.
#[derive(Debug, Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// Which way a text runs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Direction {
    Across,
    Up,
}

/// How thick letters are.
#[derive(Debug, Clone, Copy)]
pub(super) enum Weight {
    Plain,
    Bold,
}

/// How a text looks; its place is level with the middle of its letters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lettering {
    pub(super) size: f64,
    pub(super) colour: Colour,
    pub(super) anchor: Anchor,
    pub(super) direction: Direction,
    pub(super) weight: Weight,
}

/// The sheet while it is drawn on.
pub(super) struct Canvas<'a> {
    backend: SVGBackend<'a>,
}

/// Draws on a sheet of `width` by `height` pixels and returns it as SVG.
pub(super) fn sheet(
    width: f64,
    height: f64,
    draw: impl FnOnce(&mut Canvas<'_>) -> Result<(), PlotError>,
) -> Result<String, PlotError> {
    let (wide, high) = (steps(width).unsigned_abs(), steps(height).unsigned_abs());
    let mut svg = String::new();
    let mut canvas = Canvas { backend: SVGBackend::with_string(&mut svg, (wide, high)) };
    canvas.fill(Area { left: 0.0, top: 0.0, right: width, bottom: height }, WHITE, 1.0)?;
    draw(&mut canvas)?;
    canvas.backend.present().map_err(not_drawn)?;
    drop(canvas);
    let drawn_size = format!("width=\"{wide}\" height=\"{high}\"");
    let shown_size = format!("width=\"{width:.0}\" height=\"{height:.0}\"");
    Ok(svg.replacen(&drawn_size, &shown_size, 1))
}

impl Canvas<'_> {
    pub(super) fn fill(&mut self, a: Area, colour: Colour, ink: f64) -> Result<(), PlotError> {
        let (from, to) = (step((a.left, a.top)), step((a.right, a.bottom)));
        self.backend.draw_rect(from, to, &shape(colour, ink, 0.0), true).map_err(not_drawn)
    }

    pub(super) fn polygon(
        &mut self,
        corners: &[Place],
        colour: Colour,
        ink: f64,
    ) -> Result<(), PlotError> {
        let corners = corners.iter().map(|&place| step(place));
        self.backend.fill_polygon(corners, &shape(colour, ink, 0.0)).map_err(not_drawn)
    }

    pub(super) fn disc(&mut self, c: Place, radius: f64, colour: Colour) -> Result<(), PlotError> {
        let style = shape(colour, 1.0, 0.0);
        self.backend
            .draw_circle(step(c), steps(radius).unsigned_abs(), &style, true)
            .map_err(not_drawn)
    }

    pub(super) fn line(&mut self, places: &[Place], stroke: Stroke) -> Result<(), PlotError> {
        let style = shape(stroke.colour, 1.0, stroke.width);
        let pieces =
            if stroke.dash > 0.0 { dashes(places, stroke.dash) } else { vec![places.to_vec()] };
        for piece in pieces {
            let piece = piece.into_iter().map(step);
            self.backend.draw_path(piece, &style).map_err(not_drawn)?;
        }
        Ok(())
    }

    pub(super) fn text(
        &mut self,
        text: &str,
        at: Place,
        style: Lettering,
    ) -> Result<(), PlotError> {
        if let Some(character) =
            text.chars().find(|&c| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))
        {
            return Err(PlotError::Label { label: text.to_owned(), character });
        }
        let size = style.size * STEPS_PER_PIXEL * FONT_SIZE_DIVISOR;
        let turn = match style.direction {
            Direction::Across => FontTransform::None,
            Direction::Up => FontTransform::Rotate270,
        };
        let anchor = match style.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let Colour(red, green, blue) = style.colour;
        let weight = match style.weight {
            Weight::Plain => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        };
        let font = FontDesc::new(FontFamily::Name(FONTS), size, weight).transform(turn);
        let colour = RGBAColor(red, green, blue, 1.0);
        let style = TextStyle::from(font).color(&colour).pos(Pos::new(anchor, VPos::Center));
        self.backend.draw_text(text, &style, step(at)).map_err(not_drawn)
    }
}

fn not_drawn<E: std::error::Error + Send + Sync + 'static>(source: E) -> PlotError {
    PlotError::NotDrawn { source: Box::new(source) }
}

fn shape(Colour(red, green, blue): Colour, ink: f64, width: f64) -> ShapeStyle {
    let color = RGBAColor(red, green, blue, ink);
    ShapeStyle { color, filled: true, stroke_width: steps(width).unsigned_abs() }
}

#[expect(clippy::cast_possible_truncation, reason = "a float cast saturates, and sheets are small")]
fn steps(pixels: f64) -> i32 {
    (pixels * STEPS_PER_PIXEL).round() as i32
}

fn step((x, y): Place) -> (i32, i32) {
    (steps(x), steps(y))
}

/// Cuts a line into dashes with gaps of the same length.
fn dashes(places: &[Place], length: f64) -> Vec<Vec<Place>> {
    let mut pieces = vec![];
    let mut piece: Vec<Place> = places.first().copied().into_iter().collect();
    let (mut drawing, mut left) = (true, length);
    for pair in places.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let whole = (to.0 - from.0).hypot(to.1 - from.1);
        let mut done = 0.0;
        while whole - done > left {
            done += left;
            let part = done / whole;
            let turn = (from.0 + part * (to.0 - from.0), from.1 + part * (to.1 - from.1));
            piece.push(turn);
            let finished = std::mem::replace(&mut piece, vec![turn]);
            if drawing {
                pieces.push(finished);
            }
            (drawing, left) = (!drawing, length);
        }
        left -= whole - done;
        piece.push(to);
    }
    if drawing && piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}
