//! Sizes and lettering shared by every picture.

use super::PlotError;
use super::canvas::{Anchor, Canvas, Direction, Lettering, Place, Weight};
use super::palette::{BLACK, Colour};
use super::text::wrap;

pub(super) const TITLE_SIZE: f64 = 26.0;
pub(super) const NAME_SIZE: f64 = 21.0;
pub(super) const TICK_SIZE: f64 = 18.0;
pub(super) const LEGEND_SIZE: f64 = 18.0;
pub(super) const MARGIN: f64 = 28.0;
const TITLE_LINE: f64 = 34.0;

/// Plain lettering that runs across and starts at its place.
pub(super) fn lettering(size: f64, colour: Colour) -> Lettering {
    let (anchor, direction) = (Anchor::Start, Direction::Across);
    Lettering { size, colour, anchor, direction, weight: Weight::Plain }
}

/// The title, broken into lines of at most `widest` pixels.
#[derive(Debug)]
pub(super) struct Title(Vec<String>);

impl Title {
    pub(super) fn new(text: &str, widest: f64) -> Self {
        Self(wrap(text, TITLE_SIZE, widest))
    }

    /// Pixels down.
    pub(super) fn height(&self) -> f64 {
        TITLE_LINE * self.0.len() as f64
    }

    /// Draws the title with its upper left corner at a place.
    pub(super) fn draw(
        &self,
        canvas: &mut Canvas<'_>,
        (left, top): Place,
    ) -> Result<(), PlotError> {
        let mut y = top + TITLE_LINE / 2.0;
        for line in &self.0 {
            let style = Lettering { weight: Weight::Bold, ..lettering(TITLE_SIZE, BLACK) };
            canvas.text(line, (left, y), style)?;
            y += TITLE_LINE;
        }
        Ok(())
    }
}
