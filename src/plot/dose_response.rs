//! Response against dose, on a logarithmic dose axis.

use std::path::Path;

use super::PlotError;
use super::axis::Axis;
use super::canvas::{Canvas, Place, Stroke};
use super::chart::{Chart, Flag};
use super::dose_series::DoseSeries;
use super::legend::{Entry, Key};
use super::palette::{self, Colour, SERIES_COLOURS};
use super::symbol::Symbol;
use super::text::{grouped, rounded};
use super::{check, save};
use crate::units::{Concentration, MassConcentration};

const SHADE: f64 = 0.22;
const CURVE_WIDTH: f64 = 3.0;
const BAR_CAP: f64 = 5.0;

/// The unit that doses are given and shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum DoseUnit {
    /// nM.
    #[default]
    Nanomolar,
    /// ng/mL.
    NanogramsPerMillilitre,
}

impl DoseUnit {
    fn symbol(self) -> &'static str {
        match self {
            Self::Nanomolar => "nM",
            Self::NanogramsPerMillilitre => "ng/mL",
        }
    }

    /// A dose in a sentence, in the unit that keeps it short.
    fn written(self, dose: f64) -> String {
        match self {
            Self::Nanomolar => Concentration::from_nanomolar(dose).to_string(),
            Self::NanogramsPerMillilitre => MassConcentration::from_ng_per_ml(dose).to_string(),
        }
    }
}

/// The look that sets one series apart from the others.
#[derive(Debug, Clone, Copy)]
struct Look {
    colour: Colour,
    symbol: Symbol,
    curve: Stroke,
}

impl Look {
    fn of(index: usize) -> Self {
        let colour = palette::series(index);
        let dash = if index < SERIES_COLOURS { 0.0 } else { 9.0 };
        Self {
            colour,
            symbol: Symbol::of(index),
            curve: Stroke { colour, width: CURVE_WIDTH, dash },
        }
    }
}

/// How responses become heights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Heights {
    #[default]
    FromZero,
    Logarithmic,
}

/// Several dose-response curves in one frame, doses on a logarithmic axis, responses from zero.
#[derive(Debug, Clone, Default)]
pub struct DoseResponsePlot {
    title: String,
    dose_name: String,
    unit: DoseUnit,
    response_name: String,
    heights: Heights,
    series: Vec<DoseSeries>,
}

impl DoseResponsePlot {
    /// An empty plot with doses in nM.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            dose_name: "dose".into(),
            response_name: "response".into(),
            ..Self::default()
        }
    }

    /// What the doses are of ("free baricitinib"); the unit is added.
    #[must_use]
    pub fn dose_name(mut self, name: impl Into<String>) -> Self {
        self.dose_name = name.into();
        self
    }

    /// The unit of every dose.
    #[must_use]
    pub fn dose_unit(mut self, unit: DoseUnit) -> Self {
        self.unit = unit;
        self
    }

    /// What the responses are, with their unit ("pSTAT3 at 15 min (nM)").
    #[must_use]
    pub fn response_name(mut self, name: impl Into<String>) -> Self {
        self.response_name = name.into();
        self
    }

    /// Draws responses, all of them above zero, on a logarithmic axis: one potency against another, say.
    #[must_use]
    pub fn logarithmic_responses(mut self) -> Self {
        self.heights = Heights::Logarithmic;
        self
    }

    /// One more series.
    #[must_use]
    pub fn series(mut self, series: DoseSeries) -> Self {
        self.series.push(series);
        self
    }

    /// The picture as SVG.
    ///
    /// # Errors
    ///
    /// There is no series, a series is empty, lists that belong together differ in length, a number
    /// is not finite, a dose or a response on a logarithmic axis is not above zero, a curve's doses do not rise, or a label
    /// cannot be written.
    pub fn svg(&self) -> Result<String, PlotError> {
        check::some("the dose-response plot", &self.series, "series")?;
        self.series.iter().try_for_each(DoseSeries::check)?;
        let doses = self.series.iter().flat_map(DoseSeries::all_doses);
        let responses = self.series.iter().flat_map(DoseSeries::all_responses);
        let written = |value| grouped(&rounded(value, 3));
        let up = match self.heights {
            Heights::FromZero => Axis::from_zero(responses),
            Heights::Logarithmic => {
                self.series.iter().try_for_each(DoseSeries::check_above_zero)?;
                Axis::logarithmic(responses, written)
            }
        };
        let chart = Chart {
            title: &self.title,
            across: (
                Axis::logarithmic(doses, written),
                format!("{} ({})", self.dose_name, self.unit.symbol()),
            ),
            up: (up, &self.response_name),
            flags: self
                .looks()
                .flat_map(|(series, look)| self.flags(series, look.colour))
                .collect(),
            legend: self.looks().flat_map(|(series, look)| entries(series, look)).collect(),
        };
        chart.svg(|canvas, across, up| {
            for (series, look) in self.looks() {
                draw_band(canvas, series, look.colour, (across, up))?;
            }
            for (series, look) in self.looks() {
                draw_series(canvas, series, look, (across, up))?;
            }
            Ok(())
        })
    }

    /// Writes the picture to a file.
    ///
    /// # Errors
    ///
    /// As [`svg`](Self::svg), or the file cannot be written.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), PlotError> {
        save(&self.svg()?, path.as_ref())
    }

    fn looks(&self) -> impl Iterator<Item = (&DoseSeries, Look)> {
        self.series.iter().enumerate().map(|(index, series)| (series, Look::of(index)))
    }

    fn flags(&self, series: &DoseSeries, colour: Colour) -> Vec<Flag> {
        let flag = |(name, dose): &(String, f64)| Flag {
            at: *dose,
            text: format!("{name} {}", self.unit.written(*dose)),
            colour,
        };
        series.marks.iter().map(flag).collect()
    }
}

fn entries(series: &DoseSeries, look: Look) -> Vec<Entry> {
    let stroke = (!series.curve.0.is_empty()).then_some(look.curve);
    let symbol = (!series.points.0.is_empty()).then_some(look.symbol);
    let key = Key::Series { stroke, symbol, colour: look.colour };
    let line = Entry { key, text: series.name.clone() };
    let band = series.band.iter().map(|band| Entry {
        key: Key::Shade { colour: look.colour, ink: SHADE },
        text: band.text.clone(),
    });
    std::iter::once(line).chain(band).collect()
}

fn draw_band(
    canvas: &mut Canvas<'_>,
    series: &DoseSeries,
    colour: Colour,
    (across, up): (&Axis, &Axis),
) -> Result<(), PlotError> {
    let Some(band) = &series.band else { return Ok(()) };
    let there = places(&band.doses, &band.upper, (across, up));
    let back = places(&band.doses, &band.lower, (across, up));
    let around: Vec<Place> = there.into_iter().chain(back.into_iter().rev()).collect();
    canvas.polygon(&around, colour, SHADE)
}

fn draw_series(
    canvas: &mut Canvas<'_>,
    series: &DoseSeries,
    look: Look,
    axes: (&Axis, &Axis),
) -> Result<(), PlotError> {
    canvas.line(&places(&series.curve.0, &series.curve.1, axes), look.curve)?;
    let thin = Stroke { colour: look.colour, width: 1.5, dash: 0.0 };
    let (doses, lower, upper) = &series.bars;
    let ends = places(doses, lower, axes).into_iter().zip(places(doses, upper, axes));
    for ((x, bottom), (_, top)) in ends {
        canvas.line(&[(x, bottom), (x, top)], thin)?;
        for y in [bottom, top] {
            canvas.line(&[(x - BAR_CAP, y), (x + BAR_CAP, y)], thin)?;
        }
    }
    for place in places(&series.points.0, &series.points.1, axes) {
        look.symbol.draw(canvas, place, look.colour)?;
    }
    Ok(())
}

fn places(doses: &[f64], responses: &[f64], (across, up): (&Axis, &Axis)) -> Vec<Place> {
    doses
        .iter()
        .zip(responses)
        .map(|(&dose, &response)| (across.at(dose), up.at(response)))
        .collect()
}
