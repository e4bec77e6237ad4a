//! How values become places on a bar of colours.

use super::axis::{Axis, range, round_step};
use super::heat_cell::short;
use super::palette::{Colour, lightness, two_sided};

/// Numbers beside a bar, about.
const TICKS: f64 = 5.0;

/// How the values of a heat map become colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum ColourScale {
    /// Equal factors are equal steps, dark for low values; all are above zero.
    #[default]
    Logarithmic,
    /// Equal differences are equal steps, dark for low values.
    Linear,
    /// Equal differences are equal steps on both sides of zero, which is white: what is more or less than expected.
    TwoSided,
}

impl ColourScale {
    /// The axis from the lowest to the highest of `ends`, or over all `values`.
    pub(super) fn axis(self, values: &[f64], ends: Option<(f64, f64)>) -> Axis {
        let found = || match self {
            // Logarithms first: without values the range is that of none.
            Self::Logarithmic => {
                let (low, high) = range(values.iter().map(|value| value.log10()));
                ((low + 1e-9).floor(), (high - 1e-9).ceil())
            }
            Self::Linear | Self::TwoSided => range(values.iter().copied()),
        };
        let given = |(low, high): (f64, f64)| match self {
            Self::Logarithmic => (low.log10(), high.log10()),
            Self::Linear | Self::TwoSided => (low, high),
        };
        let (low, high) = ends.map_or_else(found, given);
        let (low, high) = match self {
            Self::TwoSided => (-low.abs().max(high.abs()), low.abs().max(high.abs())),
            Self::Logarithmic | Self::Linear => (low, high),
        };
        let high = if high > low { high } else { low + 1.0 };
        match self {
            Self::Logarithmic => Axis::between_powers(low, high, short),
            Self::Linear | Self::TwoSided => {
                Axis::linear(low, high, 1.0, round_step((high - low) / TICKS))
            }
        }
    }

    /// The colour at a fraction of the bar.
    pub(super) fn colour(self, fraction: f64) -> Colour {
        match self {
            Self::Logarithmic | Self::Linear => lightness(fraction),
            Self::TwoSided => two_sided(fraction),
        }
    }
}
