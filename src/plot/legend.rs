//! The legend: beside the chart, never on the data.

use super::PlotError;
use super::canvas::{Area, Canvas, Place, Stroke};
use super::figure::{LEGEND_SIZE, lettering};
use super::palette::{Colour, INK};
use super::symbol::Symbol;
use super::text::{width, wrap};

/// What stands before a text in the legend.
#[derive(Debug, Clone, Copy)]
pub(super) enum Key {
    /// A line, a point, or a point on a line.
    Series { stroke: Option<Stroke>, symbol: Option<Symbol>, colour: Colour },
    /// A shaded area.
    Shade { colour: Colour, ink: f64 },
}

/// One line of the legend.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) key: Key,
    pub(super) text: String,
}

const KEY_WIDTH: f64 = 34.0;
const KEY_GAP: f64 = 10.0;
const LINE_HEIGHT: f64 = 22.0;
const ENTRY_GAP: f64 = 12.0;
const WIDEST_TEXT: f64 = 230.0;

/// The legend's texts, broken into lines.
#[derive(Debug)]
pub(super) struct Legend {
    entries: Vec<(Key, Vec<String>)>,
}

impl Legend {
    pub(super) fn new(entries: &[Entry]) -> Self {
        let spoken = entries.iter().filter(|entry| !entry.text.trim().is_empty());
        let broken = |entry: &Entry| (entry.key, wrap(&entry.text, LEGEND_SIZE, WIDEST_TEXT));
        Self { entries: spoken.map(broken).collect() }
    }

    /// Pixels across, zero where there is nothing to say.
    pub(super) fn width(&self) -> f64 {
        let lines = self.entries.iter().flat_map(|(_, lines)| lines);
        let widest = lines.map(|line| width(line, LEGEND_SIZE)).fold(0.0, f64::max);
        if self.entries.is_empty() { 0.0 } else { KEY_WIDTH + KEY_GAP + widest }
    }

    /// Pixels down.
    pub(super) fn height(&self) -> f64 {
        let one = |(_, lines): &(Key, Vec<String>)| LINE_HEIGHT * lines.len() as f64 + ENTRY_GAP;
        self.entries.iter().map(one).sum()
    }

    /// Draws the legend with its upper left corner at a place.
    pub(super) fn draw(
        &self,
        canvas: &mut Canvas<'_>,
        (left, top): Place,
    ) -> Result<(), PlotError> {
        let mut y = top + LINE_HEIGHT / 2.0;
        for (key, lines) in &self.entries {
            key.draw(canvas, (left, y))?;
            for line in lines {
                let place = (left + KEY_WIDTH + KEY_GAP, y);
                canvas.text(line, place, lettering(LEGEND_SIZE, INK))?;
                y += LINE_HEIGHT;
            }
            y += ENTRY_GAP;
        }
        Ok(())
    }
}

impl Key {
    fn draw(self, canvas: &mut Canvas<'_>, (left, y): Place) -> Result<(), PlotError> {
        let right = left + KEY_WIDTH;
        match self {
            Self::Series { stroke, symbol, colour } => {
                if let Some(stroke) = stroke {
                    canvas.line(&[(left, y), (right, y)], stroke)?;
                }
                if let Some(symbol) = symbol {
                    symbol.draw(canvas, (left + KEY_WIDTH / 2.0, y), colour)?;
                }
                Ok(())
            }
            Self::Shade { colour, ink } => {
                canvas.fill(Area { left, top: y - 8.0, right, bottom: y + 8.0 }, colour, ink)
            }
        }
    }
}
