//! The table of a heat map: labels and coloured cells.

use super::canvas::{Anchor, Area, Canvas, Direction, Lettering, Place};
use super::colour_bar::ColourBar;
use super::figure::{NAME_SIZE, lettering};
use super::palette::BLACK;
use super::text::width;
use super::{HeatCell, HeatMap, PlotError, heat_key};

const LABEL_SIZE: f64 = 18.0;
const CELL_TEXT_SIZE: f64 = 17.0;
const CELL_HEIGHT: f64 = 34.0;
const CELL_WIDTH: (f64, f64) = (46.0, 96.0);
const CELL_ROOM: f64 = 8.0;
const CELL_GAP: f64 = 1.0;
const NAME_LINE: f64 = 32.0;
const LABEL_GAP: f64 = 10.0;

/// A heat map's table, measured.
#[derive(Debug)]
pub(super) struct HeatTable<'a> {
    map: &'a HeatMap,
    cell_width: f64,
    direction: Direction,
    row_labels: f64,
    column_labels: f64,
}

impl<'a> HeatTable<'a> {
    /// Column labels run across where they fit over their column, else upwards.
    pub(super) fn new(map: &'a HeatMap) -> Self {
        let longest = |labels: &mut dyn Iterator<Item = &String>| {
            labels.map(|label| width(label, LABEL_SIZE)).fold(0.0, f64::max)
        };
        let column = longest(&mut map.columns.iter());
        let direction =
            if column + 10.0 <= CELL_WIDTH.1 { Direction::Across } else { Direction::Up };
        let texts = map.rows.iter().flat_map(|(_, cells)| cells).map(|cell| cell.text());
        let widest = texts.map(|text| width(&text, CELL_TEXT_SIZE)).fold(0.0, f64::max);
        let narrowest = CELL_WIDTH.0.max(widest + CELL_ROOM);
        let (cell_width, column_labels) = match direction {
            Direction::Across => (narrowest.max(column + 10.0), LABEL_SIZE),
            Direction::Up => (narrowest, column),
        };
        let row_labels = longest(&mut map.rows.iter().map(|(name, _)| name));
        Self { map, cell_width, direction, row_labels, column_labels }
    }

    /// Pixels from the left edge to the first cell.
    fn side(&self) -> f64 {
        let name = if self.map.row_name.is_empty() { 0.0 } else { NAME_LINE };
        name + self.row_labels + LABEL_GAP
    }

    /// Pixels from the upper edge to the first cell.
    pub(super) fn head(&self) -> f64 {
        let name = if self.map.column_name.is_empty() { 0.0 } else { NAME_LINE };
        name + self.column_labels + LABEL_GAP
    }

    /// Pixels across.
    pub(super) fn width(&self) -> f64 {
        self.side() + self.cell_width * self.map.columns.len() as f64
    }

    /// Pixels down.
    pub(super) fn height(&self) -> f64 {
        self.head() + CELL_HEIGHT * self.map.rows.len() as f64
    }

    /// Draws the table with its upper left corner at a place.
    pub(super) fn draw(
        &self,
        canvas: &mut Canvas<'_>,
        (left, top): Place,
        bar: &ColourBar,
    ) -> Result<(), PlotError> {
        let first = (left + self.side(), top + self.head());
        self.draw_names(canvas, (left, top))?;
        for (column, label) in self.map.columns.iter().enumerate() {
            let x = first.0 + self.cell_width * (column as f64 + 0.5);
            let plain = Lettering { direction: self.direction, ..lettering(LABEL_SIZE, BLACK) };
            let (y, anchor) = match self.direction {
                Direction::Across => (first.1 - LABEL_GAP - LABEL_SIZE / 2.0, Anchor::Middle),
                Direction::Up => (first.1 - LABEL_GAP, Anchor::Start),
            };
            canvas.text(label, (x, y), Lettering { anchor, ..plain })?;
        }
        for (row, (label, cells)) in self.map.rows.iter().enumerate() {
            let upper = first.1 + CELL_HEIGHT * row as f64;
            let style = Lettering { anchor: Anchor::End, ..lettering(LABEL_SIZE, BLACK) };
            canvas.text(label, (first.0 - LABEL_GAP, upper + CELL_HEIGHT / 2.0), style)?;
            for (column, &cell) in cells.iter().enumerate() {
                let side = first.0 + self.cell_width * column as f64;
                let area = Area {
                    left: side,
                    top: upper,
                    right: side + self.cell_width - CELL_GAP,
                    bottom: upper + CELL_HEIGHT - CELL_GAP,
                };
                draw_cell(canvas, area, cell, bar)?;
            }
        }
        Ok(())
    }

    fn draw_names(&self, canvas: &mut Canvas<'_>, (left, top): Place) -> Result<(), PlotError> {
        let style = Lettering { anchor: Anchor::Middle, ..lettering(NAME_SIZE, BLACK) };
        let across = f64::midpoint(left + self.side(), left + self.width());
        let down = f64::midpoint(top + self.head(), top + self.height());
        canvas.text(&self.map.column_name, (across, top + NAME_SIZE / 2.0), style)?;
        let upwards = Lettering { direction: Direction::Up, ..style };
        canvas.text(&self.map.row_name, (left + NAME_SIZE / 2.0, down), upwards)
    }
}

fn draw_cell(
    canvas: &mut Canvas<'_>,
    area: Area,
    cell: HeatCell,
    bar: &ColourBar,
) -> Result<(), PlotError> {
    let ink = if let Some(value) = cell.value() {
        let colour = bar.colour(value);
        canvas.fill(area, colour, 1.0)?;
        colour.ink()
    } else {
        heat_key::fill(canvas, area, cell)?;
        BLACK
    };
    let style = Lettering { anchor: Anchor::Middle, ..lettering(CELL_TEXT_SIZE, ink) };
    let middle = (f64::midpoint(area.left, area.right), f64::midpoint(area.top, area.bottom));
    canvas.text(&cell.text(), middle, style)
}
