//! How cells without a value look, and the key that explains them.

use super::canvas::{Anchor, Area, Canvas, Lettering, Place, Stroke};
use super::figure::{LEGEND_SIZE, lettering};
use super::palette::{BLACK, Colour, INK, PALE, WHITE};
use super::text::{width, wrap};
use super::{HeatCell, PlotError};

const HATCH: Colour = Colour(200, 200, 200);
const HATCH_GAP: f64 = 11.0;
const REFUSED: Colour = Colour(190, 190, 190);
const SWATCH: (f64, f64) = (48.0, 28.0);
const LINE_HEIGHT: f64 = 22.0;
const WIDEST_TEXT: f64 = 190.0;
const GAP: f64 = 12.0;

/// Fills a cell that has no value.
pub(super) fn fill(canvas: &mut Canvas<'_>, area: Area, cell: HeatCell) -> Result<(), PlotError> {
    match cell {
        HeatCell::Above(_) => {
            canvas.fill(area, WHITE, 1.0)?;
            hatch(canvas, area, 1.0)
        }
        HeatCell::NotSigmoid => {
            canvas.fill(area, PALE, 1.0)?;
            hatch(canvas, area, 1.0)?;
            hatch(canvas, area, -1.0)
        }
        HeatCell::Undefined => {
            canvas.fill(area, WHITE, 1.0)?;
            hatch(canvas, area, -1.0)
        }
        HeatCell::Refused | HeatCell::Value(_) => canvas.fill(area, REFUSED, 1.0),
    }
}

/// Slanted lines that rise to the right (`rise` 1) or fall (-1), cut at the edges of the area.
fn hatch(canvas: &mut Canvas<'_>, area: Area, rise: f64) -> Result<(), PlotError> {
    let (across, down) = (area.right - area.left, area.bottom - area.top);
    let middle = f64::midpoint(area.top, area.bottom);
    let stroke = Stroke { colour: HATCH, width: 1.2, dash: 0.0 };
    let mut start = HATCH_GAP / 2.0 - down;
    while start < across {
        let (from, to) = ((-start).max(0.0), down.min(across - start));
        let place = |along: f64| (area.left + start + along, middle + rise * (down / 2.0 - along));
        canvas.line(&[place(from), place(to)], stroke)?;
        start += HATCH_GAP;
    }
    Ok(())
}

/// The kinds of cells without a value that a table holds, each with its explanation.
#[derive(Debug)]
pub(super) struct HeatKey(Vec<(HeatCell, &'static str, Vec<String>)>);

impl HeatKey {
    pub(super) fn of(cells: impl Iterator<Item = HeatCell>) -> Self {
        let mut found = [None; 4];
        for cell in cells {
            let kind = match cell {
                HeatCell::Value(_) => continue,
                HeatCell::Above(_) => 0,
                HeatCell::NotSigmoid => 1,
                HeatCell::Undefined => 2,
                HeatCell::Refused => 3,
            };
            found[kind] = found[kind].or(Some(cell));
        }
        let explained = |cell| {
            let (sign, text) = match cell {
                HeatCell::Value(_) => ("", ""),
                HeatCell::Above(_) => (">", "above the bound in the cell"),
                HeatCell::NotSigmoid => ("n.s.", "not sigmoid: no single value"),
                HeatCell::Undefined => ("–", "undefined: one agent alone never does as much"),
                HeatCell::Refused => ("–", "refused: outside what the model covers"),
            };
            (cell, sign, wrap(text, LEGEND_SIZE, WIDEST_TEXT))
        };
        Self(found.into_iter().flatten().map(explained).collect())
    }

    /// Pixels across.
    pub(super) fn width(&self) -> f64 {
        let lines = self.0.iter().flat_map(|(_, _, lines)| lines);
        let widest = lines.map(|line| width(line, LEGEND_SIZE)).fold(0.0, f64::max);
        if self.0.is_empty() { 0.0 } else { SWATCH.0 + GAP + widest }
    }

    /// Pixels down.
    pub(super) fn height(&self) -> f64 {
        self.0.iter().map(|(_, _, lines)| entry_height(lines)).sum()
    }

    /// Draws the key with its upper left corner at a place.
    pub(super) fn draw(
        &self,
        canvas: &mut Canvas<'_>,
        (left, top): Place,
    ) -> Result<(), PlotError> {
        let mut top = top;
        for (cell, sign, lines) in &self.0 {
            let area = Area { left, top, right: left + SWATCH.0, bottom: top + SWATCH.1 };
            fill(canvas, area, *cell)?;
            let style = Lettering { anchor: Anchor::Middle, ..lettering(LEGEND_SIZE, BLACK) };
            canvas.text(sign, (left + SWATCH.0 / 2.0, top + SWATCH.1 / 2.0), style)?;
            let mut y = top + SWATCH.1 / 2.0;
            for line in lines {
                canvas.text(line, (left + SWATCH.0 + GAP, y), lettering(LEGEND_SIZE, INK))?;
                y += LINE_HEIGHT;
            }
            top += entry_height(lines);
        }
        Ok(())
    }
}

fn entry_height(lines: &[String]) -> f64 {
    SWATCH.1 + LINE_HEIGHT * lines.len().saturating_sub(1) as f64 + GAP
}
