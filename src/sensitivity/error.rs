//! Designs that cannot be made, and values that have no indices.

use thiserror::Error;

/// Why there are no indices.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum SensitivityError {
    /// Too few or too many factors.
    #[error("{given} factors cannot be told apart: give 1 to {most}")]
    Factors {
        /// Factors given.
        given: usize,
        /// Factors there may be.
        most: usize,
    },
    /// A factor named twice.
    #[error("the factor {name:?} is there twice: name it once, with the distribution you mean")]
    Repeated {
        /// Its name.
        name: String,
    },
    /// A distribution that is none.
    #[error(
        "{factor}: {field} = {value} makes no distribution: give finite numbers with low < high, above zero on a logarithm, and a fold above 1"
    )]
    Spread {
        /// The factor.
        factor: String,
        /// Which number of its distribution.
        field: &'static str,
        /// Its value.
        value: f64,
    },
    /// A size of the design that cannot be used.
    #[error("{field} = {value} cannot be used: give {allowed}")]
    Size {
        /// Which size.
        field: &'static str,
        /// Its value.
        value: u32,
        /// What it may be.
        allowed: &'static str,
    },
    /// A confidence that is none.
    #[error(
        "a confidence of {value} cannot be used: give a share above 0 and below 1, such as 0.95"
    )]
    Confidence {
        /// The confidence.
        value: f64,
    },
    /// Not one value for each point.
    #[error("{given} values for {wanted} points: give one for each point of the design, in order")]
    Length {
        /// Values given.
        given: usize,
        /// Points of the design.
        wanted: usize,
    },
    /// A readout that an outcome does not have.
    #[error("point {point} has no readout {readout}: it has {known}, counted from zero")]
    Readout {
        /// The point.
        point: usize,
        /// The readout asked for.
        readout: usize,
        /// Readouts it has.
        known: usize,
    },
    /// Points without a value, where none may be missing.
    #[error(
        "{count} of {points} points have no value, the first is point {first}: narrow the factors, or leave such rows out with `Missing::LeaveOut`"
    )]
    Failed {
        /// The first such point.
        first: usize,
        /// How many there are.
        count: usize,
        /// Points of the design.
        points: usize,
    },
    /// A design that lost most of its rows.
    #[error("only {left} of {rows} rows are left without failed points: narrow the factors")]
    TooFewLeft {
        /// Rows left.
        left: usize,
        /// Rows of the design.
        rows: u32,
    },
    /// Values that do not vary.
    #[error(
        "the values do not vary: all are about {value}; choose a readout that the factors change"
    )]
    NoVariance {
        /// Their mean.
        value: f64,
    },
}
