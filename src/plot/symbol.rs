//! The marks that points are drawn with, one shape per series, so that colour is never alone.

use super::PlotError;
use super::canvas::{Area, Canvas, Place};
use super::palette::Colour;

/// The shape of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Symbol {
    Disc,
    Square,
    Triangle,
    Diamond,
}

const RADIUS: f64 = 5.0;

impl Symbol {
    /// The shape of the series at `index`.
    pub(super) fn of(index: usize) -> Self {
        [Self::Disc, Self::Square, Self::Triangle, Self::Diamond][index % 4]
    }

    /// Draws the shape around a place.
    pub(super) fn draw(
        self,
        canvas: &mut Canvas<'_>,
        (x, y): Place,
        colour: Colour,
    ) -> Result<(), PlotError> {
        let r = RADIUS;
        match self {
            Self::Disc => canvas.disc((x, y), r, colour),
            Self::Square => {
                let half = 0.9 * r;
                let area =
                    Area { left: x - half, top: y - half, right: x + half, bottom: y + half };
                canvas.fill(area, colour, 1.0)
            }
            Self::Triangle => {
                let corners =
                    [(x, y - 1.2 * r), (x + 1.1 * r, y + 0.8 * r), (x - 1.1 * r, y + 0.8 * r)];
                canvas.polygon(&corners, colour, 1.0)
            }
            Self::Diamond => {
                let far = 1.25 * r;
                let corners = [(x, y - far), (x + far, y), (x, y + far), (x - far, y)];
                canvas.polygon(&corners, colour, 1.0)
            }
        }
    }
}
