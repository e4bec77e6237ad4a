//! Which colour a value has, and the bar that shows it.

use super::axis::Axis;
use super::canvas::{Area, Canvas, Place, Stroke};
use super::figure::{LEGEND_SIZE, TICK_SIZE, lettering};
use super::palette::{BLACK, Colour, INK};
use super::text::{width, wrap};
use super::{ColourScale, PlotError};

const BAR_WIDTH: f64 = 30.0;
const BAR_HEIGHT: f64 = 260.0;
const WIDEST_NAME: f64 = 230.0;
const LINE_HEIGHT: f64 = 24.0;
const STRIPES: u32 = 130;

/// A scale of colours with its name.
#[derive(Debug)]
pub(super) struct ColourBar {
    colours: ColourScale,
    scale: Axis,
    name: Vec<String>,
}

impl ColourBar {
    /// From the lowest to the highest of `ends`, or over all `values`, on a logarithm over whole decades.
    pub(super) fn new(
        colours: ColourScale,
        values: &[f64],
        ends: Option<(f64, f64)>,
        name: &str,
    ) -> Self {
        Self {
            colours,
            scale: colours.axis(values, ends).laid(0.0, 1.0),
            name: wrap(name, LEGEND_SIZE, WIDEST_NAME),
        }
    }

    /// The colour of `value`.
    pub(super) fn colour(&self, value: f64) -> Colour {
        self.colours.colour(self.scale.at(value))
    }

    /// Pixels across.
    pub(super) fn width(&self) -> f64 {
        let names = self.name.iter().map(|line| width(line, LEGEND_SIZE)).fold(0.0, f64::max);
        let ticks = self.scale.ticks.iter().map(|tick| width(&tick.label, TICK_SIZE));
        names.max(BAR_WIDTH + 16.0 + ticks.fold(0.0, f64::max))
    }

    /// Pixels down, with room below.
    pub(super) fn height(&self) -> f64 {
        LINE_HEIGHT * self.name.len() as f64 + BAR_HEIGHT + 48.0
    }

    /// Draws the bar, high values on top, with its upper left corner at a place.
    pub(super) fn draw(
        &self,
        canvas: &mut Canvas<'_>,
        (left, top): Place,
    ) -> Result<(), PlotError> {
        let mut y = top + LINE_HEIGHT / 2.0;
        for line in &self.name {
            canvas.text(line, (left, y), lettering(LEGEND_SIZE, BLACK))?;
            y += LINE_HEIGHT;
        }
        let (right, bottom) = (left + BAR_WIDTH, y + BAR_HEIGHT);
        let stripe = BAR_HEIGHT / f64::from(STRIPES);
        for index in 0..STRIPES {
            let colour = self.colours.colour((f64::from(index) + 0.5) / f64::from(STRIPES));
            let low = bottom - stripe * f64::from(index);
            // A little into the next stripe, which is drawn over it: no white between them.
            let top = (low - 1.3 * stripe).max(y);
            canvas.fill(Area { left, top, right, bottom: low }, colour, 1.0)?;
        }
        let thin = Stroke { colour: INK, width: 1.0, dash: 0.0 };
        for tick in &self.scale.ticks {
            let level = bottom - BAR_HEIGHT * self.scale.at(tick.value);
            canvas.line(&[(right, level), (right + 6.0, level)], thin)?;
            canvas.text(&tick.label, (right + 12.0, level), lettering(TICK_SIZE, BLACK))?;
        }
        Ok(())
    }
}
