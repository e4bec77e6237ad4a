//! From numbers to curves and potencies.
//!
//! Knows doses and responses: a simulated [`Curve`] without noise, whose half-way doses are found by
//! root search and which a Hill equation may describe; and a measured [`PlateData`] with noise, whose
//! parameters get intervals. Does not know where the numbers come from: no differential equations,
//! no catalog, no pathway.

mod adaptive;
mod combination;
mod crossing;
mod curve;
mod distribution;
mod error;
mod half;
mod hill;
mod least_squares;
mod limb;
mod logistic;
mod percentile;
mod plate;
mod potency;
mod schild;
mod selectivity;
mod shape;
mod start;

pub use adaptive::{Accuracy, AdaptiveCurve, AdaptiveDoses, Interpolant};
pub use combination::{Alone, Equivalent, Loewe, LoeweScore, Surface, loewe};
pub use crossing::crossing;
pub use curve::Curve;
pub use error::{ResponseError, SearchError};
pub use half::Halfway;
pub use hill::{Asymptotes, HillFit};
pub use logistic::Direction;
pub use percentile::percentile;
pub use plate::{
    Comparison, CurveFit, Estimate, FitOptions, LackOfFit, Parameter, PlateData, PlateFit,
    PlateRow, PotencyEstimate, Setting,
};
pub use potency::Potency;
pub use schild::{
    AgonistCurve, DoseRatio, SURMOUNTABLE_SHARE, Schild, SchildLine, Surmountability, schild,
};
pub use selectivity::Selectivity;
pub use shape::Shape;
