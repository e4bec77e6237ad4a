//! What one dose-response series consists of, and whether it can be drawn.

use super::{PlotError, check};

/// A shaded range of responses over doses, with the text that says what it is.
#[derive(Debug, Clone, Default)]
pub struct Band {
    pub(super) text: String,
    pub(super) doses: Vec<f64>,
    pub(super) lower: Vec<f64>,
    pub(super) upper: Vec<f64>,
}

impl Band {
    /// A band from `lower` to `upper` at each of `doses` (all of one length); `text` goes into the legend.
    pub fn new(text: impl Into<String>, doses: &[f64], lower: &[f64], upper: &[f64]) -> Self {
        Self {
            text: text.into(),
            doses: doses.to_vec(),
            lower: lower.to_vec(),
            upper: upper.to_vec(),
        }
    }
}

/// One curve, its points, its band and its marked dose.
#[derive(Debug, Clone, Default)]
pub struct DoseSeries {
    pub(super) name: String,
    pub(super) curve: (Vec<f64>, Vec<f64>),
    pub(super) points: (Vec<f64>, Vec<f64>),
    pub(super) bars: (Vec<f64>, Vec<f64>, Vec<f64>),
    pub(super) band: Option<Band>,
    pub(super) marks: Vec<(String, f64)>,
}

impl DoseSeries {
    /// An empty series; `name` goes into the legend.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// A line through `responses` at rising `doses`.
    #[must_use]
    pub fn curve(mut self, doses: &[f64], responses: &[f64]) -> Self {
        self.curve = (doses.to_vec(), responses.to_vec());
        self
    }

    /// Points at `doses` in any order; one dose may have several.
    #[must_use]
    pub fn points(mut self, doses: &[f64], responses: &[f64]) -> Self {
        self.points = (doses.to_vec(), responses.to_vec());
        self
    }

    /// Error bars from `lower` to `upper` at `doses`.
    #[must_use]
    pub fn error_bars(mut self, doses: &[f64], lower: &[f64], upper: &[f64]) -> Self {
        self.bars = (doses.to_vec(), lower.to_vec(), upper.to_vec());
        self
    }

    /// A shaded band behind the curve.
    #[must_use]
    pub fn band(mut self, band: Band) -> Self {
        self.band = Some(band);
        self
    }

    /// A dashed vertical line at `dose`, labelled with `name` ("IC50") and the dose.
    #[must_use]
    pub fn mark(mut self, name: impl Into<String>, dose: f64) -> Self {
        self.marks.push((name.into(), dose));
        self
    }

    pub(super) fn check(&self) -> Result<(), PlotError> {
        let name = &self.name;
        let lines = [("curve", &self.curve), ("points", &self.points)];
        for (part, (doses, responses)) in lines {
            let field = format!("responses of the {part} of {name:?}");
            check::length(&field, responses.len(), doses.len())?;
            check::positive(&format!("doses of the {part} of {name:?}"), doses)?;
            check::finite(&field, responses)?;
        }
        check::increasing(&format!("doses of the curve of {name:?}"), &self.curve.0)?;
        check_range(&format!("error bars of {name:?}"), &self.bars.0, &self.bars.1, &self.bars.2)?;
        if let Some(band) = &self.band {
            let field = format!("band of {name:?}");
            let words: Vec<&str> = band.text.split_whitespace().collect();
            check::some(&format!("the text of the {field}"), &words, "word on what the band is")?;
            check_range(&field, &band.doses, &band.lower, &band.upper)?;
            check::increasing(&format!("doses of the {field}"), &band.doses)?;
        }
        for (mark, dose) in &self.marks {
            check::positive(&format!("{mark} of {name:?}"), &[*dose])?;
        }
        let drawn = [&self.curve.0[..], &self.points.0].concat();
        check::some(&format!("the series {name:?}"), &drawn, "point or curve")
    }

    /// Responses that have a place on a logarithmic axis.
    pub(super) fn check_above_zero(&self) -> Result<(), PlotError> {
        let responses: Vec<f64> = self.all_responses().collect();
        check::positive(&format!("responses of {:?}", self.name), &responses)
    }

    pub(super) fn all_doses(&self) -> impl Iterator<Item = f64> + '_ {
        let band = self.band.iter().flat_map(|band| &band.doses);
        let drawn = self.curve.0.iter().chain(&self.points.0).chain(&self.bars.0).chain(band);
        drawn.copied().chain(self.marks.iter().map(|mark| mark.1))
    }

    pub(super) fn all_responses(&self) -> impl Iterator<Item = f64> + '_ {
        let band = self.band.iter().flat_map(|band| band.lower.iter().chain(&band.upper));
        let drawn = self.curve.1.iter().chain(&self.points.1).chain(&self.bars.1);
        drawn.chain(&self.bars.2).chain(band).copied()
    }
}

fn check_range(field: &str, doses: &[f64], lower: &[f64], upper: &[f64]) -> Result<(), PlotError> {
    check::length(&format!("lower ends of the {field}"), lower.len(), doses.len())?;
    check::length(&format!("upper ends of the {field}"), upper.len(), doses.len())?;
    check::positive(&format!("doses of the {field}"), doses)?;
    check::finite(&format!("lower ends of the {field}"), lower)?;
    check::finite(&format!("upper ends of the {field}"), upper)?;
    check::ordered(field, lower, upper)
}
