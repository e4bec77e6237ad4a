//! One line of the report: what was compared with what, the value reached, and the bar it must not exceed.

use super::credibility::Credibility;
use std::error::Error;

/// What a family of checks found, or why it could not be carried out.
pub(crate) type Found<T> = Result<T, Box<dyn Error>>;

/// A comparison and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Check {
    pub(crate) name: String,
    /// What was compared with what.
    pub(crate) compared: String,
    /// The value reached; not a number where there is none.
    pub(crate) reached: f64,
    /// What it must not exceed.
    pub(crate) bar: f64,
    /// What the comparison is evidence for.
    pub(crate) factor: Credibility,
}

impl Check {
    /// A check whose value must not exceed its bar: `(reached, bar)`.
    pub(crate) fn new(
        name: impl Into<String>,
        compared: impl Into<String>,
        (reached, bar): (f64, f64),
        factor: Credibility,
    ) -> Self {
        Self { name: name.into(), compared: compared.into(), reached, bar, factor }
    }

    /// A family that could not be carried out is a check that nothing was reached in.
    pub(crate) fn not_done(family: &str, why: &dyn Error) -> Self {
        let compared = format!("could not be carried out: {why}");
        Self::new(family, compared, (f64::NAN, 0.0), Credibility::SoftwareQualityAssurance)
    }

    /// Whether the bar is met: what is not a number never meets one.
    pub(crate) fn passes(&self) -> bool {
        self.reached <= self.bar
    }

    /// `PASS` or `FAIL`.
    pub(crate) fn verdict(&self) -> &'static str {
        if self.passes() { "PASS" } else { "FAIL" }
    }
}

/// The largest of these; not a number where one of them is none, or where there are none.
pub(crate) fn largest(values: impl IntoIterator<Item = f64>) -> f64 {
    let larger = |a: f64, b: f64| if a.is_nan() || b.is_nan() { f64::NAN } else { a.max(b) };
    values.into_iter().reduce(larger).unwrap_or(f64::NAN)
}

/// |found − wanted| over the larger of |wanted| and `least`; 0 where they are the same number.
pub(crate) fn apart(found: f64, wanted: f64, least: f64) -> f64 {
    let difference = (found - wanted).abs();
    if difference == 0.0 { 0.0 } else { difference / wanted.abs().max(least) }
}

/// How many of these are so, as a number that must not exceed 0.
pub(crate) fn count(all: impl IntoIterator<Item = bool>) -> f64 {
    all.into_iter().filter(|is| *is).count() as f64
}

#[cfg(test)]
mod tests {
    use super::{apart, largest};

    #[test]
    fn what_is_not_a_number_is_never_lost_among_numbers() {
        assert!(largest([1.0, f64::NAN, 2.0]).is_nan());
        assert!(largest([f64::NAN]).is_nan() && largest([]).is_nan());
        assert_eq!(largest([1.0, 3.0, 2.0]).to_bits(), 3.0_f64.to_bits());
    }

    #[test]
    fn a_distance_is_relative_and_zero_only_between_equals() {
        assert!(apart(f64::NAN, 1.0, 0.0).is_nan() && apart(1.0, f64::NAN, 0.0).is_nan());
        assert!(apart(1e-300, 0.0, 0.0).is_infinite());
        assert!((apart(3.0, 2.0, 0.0) - 0.5).abs() < 1e-15);
        assert!(apart(0.0, 0.0, 0.0).abs() < f64::MIN_POSITIVE);
    }
}
