//! A dose-response curve that chooses its own doses.
//!
//! A curve is smooth in log dose, and more than that: binding, competition and what follows from them
//! are quotients of polynomials in the dose d, so that against the occupancy u = dⁿ / (Kⁿ + dⁿ) of one
//! site with K in the middle of the curve the response is nearly a polynomial of low degree. It is
//! interpolated by one, through the Chebyshev points of u, whose number doubles until the polynomial
//! agrees with responses at doses that it did not use. Where doubling gains too little (bends of
//! different steepness, decades apart) the range is cut in two.

mod doses;
mod interpolant;
mod known;
mod occupancy;
mod polynomial;
mod refine;
mod segment;

pub use doses::AdaptiveDoses;
pub use interpolant::Interpolant;
pub use refine::{Accuracy, AdaptiveCurve};
