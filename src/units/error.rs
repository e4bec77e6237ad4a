//! What can be wrong with a quantity written as text.

/// Why a text is not the quantity it was meant to be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum UnitError {
    /// The text does not begin with a number.
    #[error(
        "\"{text}\" does not begin with a number: write a number and a unit, one of {expected}"
    )]
    NoNumber {
        /// The text as it was given.
        text: String,
        /// The units that would have been understood.
        expected: String,
    },
    /// The number is infinite or not a number.
    #[error(
        "\"{text}\" is not a finite number: write a number such as 2.5 and a unit, one of {expected}"
    )]
    NotFinite {
        /// The text as it was given.
        text: String,
        /// The units that would have been understood.
        expected: String,
    },
    /// The number is below zero.
    #[error("\"{text}\" is negative: write zero or more, in one of {expected}")]
    Negative {
        /// The text as it was given.
        text: String,
        /// The units that would have been understood.
        expected: String,
    },
    /// A number without a unit.
    #[error("\"{text}\" has no unit: add one of {expected}")]
    NoUnit {
        /// The text as it was given.
        text: String,
        /// The units that would have been understood.
        expected: String,
    },
    /// A unit of another dimension, or none that is known.
    #[error("\"{unit}\" in \"{text}\" is not a unit of this quantity: use one of {expected}")]
    UnknownUnit {
        /// The text as it was given.
        text: String,
        /// The part that was read as its unit.
        unit: String,
        /// The units that would have been understood.
        expected: String,
    },
}
