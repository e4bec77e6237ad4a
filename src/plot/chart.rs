//! A frame with two axes, a title above, flags on its upper edge and the legend to the right.

use super::PlotError;
use super::axis::Axis;
use super::canvas::{Anchor, Area, Canvas, Direction, Lettering, Stroke, sheet};
use super::figure::{LEGEND_SIZE, MARGIN, NAME_SIZE, TICK_SIZE, Title, lettering};
use super::legend::{Entry, Legend};
use super::palette::{BLACK, Colour, GRID, INK};
use super::text::{width, wrap};

const WIDTH: f64 = 1280.0;
const HEIGHT: f64 = 720.0;
const TICK_LENGTH: f64 = 6.0;
const FLAG_LINE: f64 = 25.0;
const NAME_LINE: f64 = 27.0;
/// A name along the upward axis is broken at this length.
const LONGEST_UP: f64 = 460.0;
/// However much stands around it, the frame keeps this length and height.
const SMALLEST_FRAME: f64 = 420.0;

/// A vertical dashed line with a text above the frame.
#[derive(Debug, Clone)]
pub(super) struct Flag {
    pub(super) at: f64,
    pub(super) text: String,
    pub(super) colour: Colour,
}

/// Everything around the data.
#[derive(Debug)]
pub(super) struct Chart<'a> {
    pub(super) title: &'a str,
    pub(super) across: (Axis, String),
    pub(super) up: (Axis, &'a str),
    pub(super) flags: Vec<Flag>,
    pub(super) legend: Vec<Entry>,
}

impl Chart<'_> {
    /// Draws the chart, and its data by `marks`, which gets the axes laid out in pixels.
    pub(super) fn svg(
        self,
        marks: impl FnOnce(&mut Canvas<'_>, &Axis, &Axis) -> Result<(), PlotError>,
    ) -> Result<String, PlotError> {
        let legend = Legend::new(&self.legend);
        let beside = if legend.width() > 0.0 { legend.width() + MARGIN } else { 0.0 };
        let numbers = self.up.0.ticks.iter().map(|tick| width(&tick.label, TICK_SIZE));
        let upwards = wrap(self.up.1, NAME_SIZE, LONGEST_UP);
        let left = MARGIN + NAME_LINE * upwards.len() as f64 + 14.0 + numbers.fold(0.0, f64::max);
        let wide = WIDTH.max(left + SMALLEST_FRAME + beside + MARGIN);
        let right = wide - MARGIN - beside;
        let title = Title::new(self.title, wide - left - MARGIN);
        let across = self.across.0.laid(left, right);
        let rows = rows_of_flags(&self.flags, &across, (left, right));
        let levels = rows.iter().map(|(row, _)| row + 1).max().unwrap_or(0);
        let top = MARGIN + title.height() + 14.0 + FLAG_LINE * levels as f64;
        let names = wrap(&self.across.1, NAME_SIZE, right - left);
        let below = 44.0 + NAME_LINE * names.len() as f64 + MARGIN / 2.0;
        let height = HEIGHT.max(top + legend.height() + MARGIN).max(top + SMALLEST_FRAME + below);
        let frame = Area { left, top, right, bottom: height - below };
        let up = self.up.0.laid(frame.bottom, frame.top);

        sheet(wide, height, |canvas| {
            title.draw(canvas, (left, MARGIN))?;
            draw_grid(canvas, frame, (&across, &up))?;
            for (flag, (row, middle)) in self.flags.iter().zip(&rows) {
                draw_flag(canvas, flag, (&across, frame), (*row, *middle))?;
            }
            draw_axes(canvas, frame, (&across, &up))?;
            marks(canvas, &across, &up)?;
            let middle = f64::midpoint(left, right);
            for (line, name) in (0_u32..).zip(&names) {
                let y = frame.bottom + 44.0 + NAME_LINE * (f64::from(line) + 0.5);
                canvas.text(name, (middle, y), centred(NAME_SIZE))?;
            }
            let style = Lettering { direction: Direction::Up, ..centred(NAME_SIZE) };
            for (line, name) in (0_u32..).zip(&upwards) {
                let x = MARGIN + 6.0 + NAME_LINE * f64::from(line);
                canvas.text(name, (x, f64::midpoint(frame.top, frame.bottom)), style)?;
            }
            legend.draw(canvas, (right + MARGIN, top))
        })
    }
}

fn centred(size: f64) -> Lettering {
    Lettering { anchor: Anchor::Middle, ..lettering(size, BLACK) }
}

/// Row (from the frame upwards) and middle (in pixels) of each flag's text, so that none overlap.
fn rows_of_flags(flags: &[Flag], across: &Axis, (left, right): (f64, f64)) -> Vec<(usize, f64)> {
    let mut taken: Vec<Vec<(f64, f64)>> = vec![];
    let mut rows = vec![];
    for flag in flags {
        let half = width(&flag.text, LEGEND_SIZE) / 2.0 + 8.0;
        let middle = across.at(flag.at).min(right - half + 8.0).max(left + half - 8.0);
        let clear = |row: &Vec<(f64, f64)>| {
            row.iter().all(|&(from, to)| middle + half <= from || to <= middle - half)
        };
        let row = taken.iter().position(clear).unwrap_or(taken.len());
        if row == taken.len() {
            taken.push(vec![]);
        }
        taken[row].push((middle - half, middle + half));
        rows.push((row, middle));
    }
    rows
}

fn draw_flag(
    canvas: &mut Canvas<'_>,
    flag: &Flag,
    (across, frame): (&Axis, Area),
    (row, middle): (usize, f64),
) -> Result<(), PlotError> {
    let x = across.at(flag.at);
    let stroke = Stroke { colour: flag.colour, width: 2.0, dash: 7.0 };
    canvas.line(&[(x, frame.bottom), (x, frame.top - 6.0)], stroke)?;
    let y = frame.top - 6.0 - FLAG_LINE * (row as f64 + 0.5);
    let style = Lettering { colour: flag.colour, ..centred(LEGEND_SIZE) };
    canvas.text(&flag.text, (middle, y), style)
}

fn draw_grid(
    canvas: &mut Canvas<'_>,
    frame: Area,
    (across, up): (&Axis, &Axis),
) -> Result<(), PlotError> {
    let thin = Stroke { colour: GRID, width: 1.0, dash: 0.0 };
    for tick in &across.ticks {
        let x = across.at(tick.value);
        canvas.line(&[(x, frame.top), (x, frame.bottom)], thin)?;
    }
    for tick in &up.ticks {
        let y = up.at(tick.value);
        canvas.line(&[(frame.left, y), (frame.right, y)], thin)?;
    }
    Ok(())
}

fn draw_axes(
    canvas: &mut Canvas<'_>,
    frame: Area,
    (across, up): (&Axis, &Axis),
) -> Result<(), PlotError> {
    let firm = Stroke { colour: INK, width: 1.5, dash: 0.0 };
    let Area { left, top, right, bottom } = frame;
    canvas.line(&[(left, top), (left, bottom), (right, bottom)], firm)?;
    for tick in &across.ticks {
        let x = across.at(tick.value);
        canvas.line(&[(x, bottom), (x, bottom + TICK_LENGTH)], firm)?;
        canvas.text(&tick.label, (x, bottom + 24.0), centred(TICK_SIZE))?;
    }
    for &place in &across.between {
        let x = across.at(place);
        canvas.line(&[(x, bottom), (x, bottom + TICK_LENGTH / 2.0)], firm)?;
    }
    for tick in &up.ticks {
        let y = up.at(tick.value);
        canvas.line(&[(left - TICK_LENGTH, y), (left, y)], firm)?;
        let style = Lettering { anchor: Anchor::End, ..lettering(TICK_SIZE, BLACK) };
        canvas.text(&tick.label, (left - 12.0, y), style)?;
    }
    Ok(())
}
