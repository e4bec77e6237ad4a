//! What can keep a picture from being drawn.

use std::path::PathBuf;

/// A picture that cannot be drawn, with the number that stands in the way and what to do about it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PlotError {
    /// There is no series, row or point to draw.
    #[error("{what} is empty: add at least one {missing}")]
    Empty {
        /// Which picture or series.
        what: String,
        /// What it needs.
        missing: &'static str,
    },

    /// A number is NaN or infinite.
    #[error("{field}[{index}] is {value}: only finite numbers can be drawn; leave the point out")]
    NotFinite {
        /// Which numbers.
        field: String,
        /// Where among them, from zero.
        index: usize,
        /// The number.
        value: f64,
    },

    /// A number on a logarithmic axis is zero or negative.
    #[error(
        "{field}[{index}] is {value}: a logarithmic axis starts above zero; leave untreated controls out, or state them in the title"
    )]
    NotPositive {
        /// Which numbers.
        field: String,
        /// Where among them, from zero.
        index: usize,
        /// The number.
        value: f64,
    },

    /// A number is too large or too small for an axis.
    #[error(
        "{field}[{index}] is {value:e}: an axis holds magnitudes from 1e-100 to 1e100; change the unit"
    )]
    OutOfRange {
        /// Which numbers.
        field: String,
        /// Where among them, from zero.
        index: usize,
        /// The number.
        value: f64,
    },

    /// Two lists that belong together differ in length.
    #[error("{field} has {found} entries where {expected} are needed: give one for each")]
    Length {
        /// Which list.
        field: String,
        /// How many it must have.
        expected: usize,
        /// How many it has.
        found: usize,
    },

    /// The places along a line do not increase.
    #[error(
        "{field}[{index}] is {value}, not more than the one before it: sort the points and drop doubles"
    )]
    NotIncreasing {
        /// Which numbers.
        field: String,
        /// Where among them, from zero.
        index: usize,
        /// The number.
        value: f64,
    },

    /// A lower bound lies above its upper bound.
    #[error("{field}[{index}] goes from {lower} to {upper}: swap the lower and the upper bound")]
    Inverted {
        /// Which band, error bar or range.
        field: String,
        /// Where in it, from zero.
        index: usize,
        /// The lower bound.
        lower: f64,
        /// The upper bound.
        upper: f64,
    },

    /// A label holds a character that no SVG file may hold.
    #[error("the label {label:?} holds the control character {character:?}: remove it")]
    Label {
        /// The label.
        label: String,
        /// The character.
        character: char,
    },

    /// The drawing library failed.
    #[error("the picture could not be drawn: draw fewer or smaller things")]
    NotDrawn {
        /// What it said.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },

    /// The file could not be written.
    #[error("{} could not be written: check that its folder exists and may be written to", path.display())]
    NotSaved {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        #[source]
        source: std::io::Error,
    },
}
