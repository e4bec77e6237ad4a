//! Which uncertain number decides the result: Sobol' indices, first and total order, with intervals.
//!
//! Knows factors with their distributions, a design that spreads points over them, and the share of a readout's variance that
//! each of them carries. Does not know what the points are for: a sweep solves them, or any function of yours.
//!
//! With f the readout and x its independent factors, the first-order index of factor i is Sᵢ = Var(E(f | xᵢ)) / Var f, what
//! knowing it would take off the variance, and the total index Tᵢ = E(Var(f | all but xᵢ)) / Var f, what would be left if all
//! others were known (Sobol' 1993; Homma and Saltelli 1996). Sᵢ ≤ Tᵢ; both are shares, Σ Sᵢ = 1 where effects add.
//!
//! ```
//! use jakstat::sensitivity::{Design, Factor};
//!
//! let factors = ["a", "b"].map(|name| Factor::uniform(name, 0.0, 1.0));
//! let design = Design::new(&factors)?.seed(1);
//! let values: Vec<f64> = design.points().map(|x| 3.0 * x[0] + x[1]).collect();
//! let found = design.indices(&values)?;
//! // Variances 9 and 1.
//! assert!((found.factors[0].first.estimate - 0.9).abs() < 1e-3);
//! # Ok::<(), jakstat::sensitivity::SensitivityError>(())
//! ```

mod design;
mod error;
mod estimate;
mod factor;
mod missing;
mod result;
mod sequence;

pub use design::Design;
pub(crate) use design::spread_evenly;
pub use error::SensitivityError;
pub use factor::{Factor, Spread};
pub use missing::Missing;
pub use result::{FactorIndices, Index, Sensitivity};
