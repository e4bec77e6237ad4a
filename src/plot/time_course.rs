//! Concentrations or fractions against time.

use std::path::Path;

use super::PlotError;
use super::axis::{Axis, range, round_step};
use super::canvas::{Place, Stroke};
use super::chart::{Chart, Flag};
use super::legend::{Entry, Key};
use super::palette::{self, Colour, GREY, INK};
use super::{check, save};

const CURVE_WIDTH: f64 = 3.0;
const DASH: f64 = 9.0;

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineStyle {
    /// Without gaps.
    #[default]
    Solid,
    /// With gaps.
    Dashed,
}

impl LineStyle {
    fn stroke(self, colour: Colour) -> Stroke {
        let dash = if self == Self::Dashed { DASH } else { 0.0 };
        Stroke { colour, width: CURVE_WIDTH, dash }
    }
}

/// One line over time. Series of one name share a colour and a line of the legend.
#[derive(Debug, Clone, Default)]
pub struct TimeSeries {
    name: String,
    style: LineStyle,
    seconds: Vec<f64>,
    values: Vec<f64>,
}

impl TimeSeries {
    /// A solid line through `values` at rising times in s.
    pub fn new(name: impl Into<String>, seconds: &[f64], values: &[f64]) -> Self {
        Self {
            name: name.into(),
            style: LineStyle::Solid,
            seconds: seconds.to_vec(),
            values: values.to_vec(),
        }
    }

    /// The same line in another style.
    #[must_use]
    pub fn style(mut self, style: LineStyle) -> Self {
        self.style = style;
        self
    }

    fn check(&self) -> Result<(), PlotError> {
        let name = &self.name;
        check::some(&format!("the series {name:?}"), &self.seconds, "time")?;
        let (times, values) = (format!("times of {name:?}"), format!("values of {name:?}"));
        check::length(&values, self.values.len(), self.seconds.len())?;
        check::finite(&times, &self.seconds)?;
        check::increasing(&times, &self.seconds)?;
        check::finite(&values, &self.values)
    }
}

/// Several lines over time in one frame, values from zero, time in the unit that suits its span.
#[derive(Debug, Clone, Default)]
pub struct TimeCoursePlot {
    title: String,
    value_name: String,
    series: Vec<TimeSeries>,
    meanings: Vec<(LineStyle, String)>,
    marks: Vec<(String, f64)>,
}

impl TimeCoursePlot {
    /// An empty plot.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), value_name: "concentration (nM)".into(), ..Self::default() }
    }

    /// What the values are, with their unit ("concentration (nM)", "fraction of the peak").
    #[must_use]
    pub fn value_name(mut self, name: impl Into<String>) -> Self {
        self.value_name = name.into();
        self
    }

    /// One more series.
    #[must_use]
    pub fn series(mut self, series: TimeSeries) -> Self {
        self.series.push(series);
        self
    }

    /// What lines of one style have in common ("with 100 nM baricitinib"), for the legend.
    #[must_use]
    pub fn meaning(mut self, style: LineStyle, text: impl Into<String>) -> Self {
        self.meanings.push((style, text.into()));
        self
    }

    /// A dashed vertical line at a time in s, labelled with `name` ("stimulus", "reading").
    #[must_use]
    pub fn mark(mut self, name: impl Into<String>, seconds: f64) -> Self {
        self.marks.push((name.into(), seconds));
        self
    }

    /// The picture as SVG.
    ///
    /// # Errors
    ///
    /// There is no series, a series is empty or its lists differ in length, a number is not finite,
    /// the times of a series do not rise, or a label cannot be written.
    pub fn svg(&self) -> Result<String, PlotError> {
        check::some("the time course", &self.series, "series")?;
        self.series.iter().try_for_each(TimeSeries::check)?;
        for (name, seconds) in &self.marks {
            check::finite(&format!("time of {name:?}"), &[*seconds])?;
        }
        let names = self.names();
        let colour_of = |series: &TimeSeries| {
            palette::series(names.iter().position(|name| *name == series.name).unwrap_or(0))
        };
        let flags = self.marks.iter().map(|(name, seconds)| Flag {
            at: *seconds,
            text: name.clone(),
            colour: GREY,
        });
        let (axis, unit) = self.time_axis();
        let values = self.series.iter().flat_map(|series| series.values.iter().copied());
        let chart = Chart {
            title: &self.title,
            across: (axis, format!("time ({unit})")),
            up: (Axis::from_zero(values), &self.value_name),
            flags: flags.collect(),
            legend: self.legend(&names),
        };
        chart.svg(|canvas, across, up| {
            for series in &self.series {
                let both = series.seconds.iter().zip(&series.values);
                let places: Vec<Place> =
                    both.map(|(&seconds, &value)| (across.at(seconds), up.at(value))).collect();
                canvas.line(&places, series.style.stroke(colour_of(series)))?;
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

    fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = vec![];
        for series in &self.series {
            if !names.contains(&series.name.as_str()) {
                names.push(&series.name);
            }
        }
        names
    }

    fn legend(&self, names: &[&str]) -> Vec<Entry> {
        let key = |colour, stroke| Key::Series { stroke: Some(stroke), symbol: None, colour };
        let colours = names.iter().enumerate().map(|(index, name)| {
            let colour = palette::series(index);
            let only = |series: &&TimeSeries| series.name == **name;
            let styles: Vec<LineStyle> =
                self.series.iter().filter(only).map(|series| series.style).collect();
            let style = if styles.contains(&LineStyle::Solid) {
                LineStyle::Solid
            } else {
                LineStyle::Dashed
            };
            Entry { key: key(colour, style.stroke(colour)), text: (*name).to_owned() }
        });
        let styles = self
            .meanings
            .iter()
            .map(|(style, text)| Entry { key: key(INK, style.stroke(INK)), text: text.clone() });
        colours.chain(styles).collect()
    }

    /// The axis over every time, with its unit.
    fn time_axis(&self) -> (Axis, &'static str) {
        let times = self.series.iter().flat_map(|series| series.seconds.iter().copied());
        let (low, high) = range(times.chain(self.marks.iter().map(|mark| mark.1)));
        let shortest = 1e-6 * low.abs().max(high.abs());
        let (low, high) = if high - low > shortest {
            (low, high)
        } else {
            (low - shortest.max(1.0), high + shortest.max(1.0))
        };
        let span = high - low;
        let (unit, seconds) = match span {
            span if span <= 180.0 => ("s", 1.0),
            span if span <= 3.0 * 3600.0 => ("min", 60.0),
            span if span <= 4.0 * 86400.0 => ("h", 3600.0),
            _ => ("days", 86400.0),
        };
        let step = match (unit, span / seconds) {
            ("min", span) => first_at_least(&[1.0, 2.0, 5.0, 10.0, 15.0, 20.0, 30.0], span / 8.0),
            ("h", span) => first_at_least(&[0.5, 1.0, 2.0, 3.0, 4.0, 6.0, 12.0], span / 8.0),
            (_, span) => round_step(span / 8.0),
        };
        (Axis::linear(low, high, seconds, step * seconds), unit)
    }
}

fn first_at_least(steps: &[f64], least: f64) -> f64 {
    steps.iter().copied().find(|step| *step >= least).unwrap_or(least)
}
