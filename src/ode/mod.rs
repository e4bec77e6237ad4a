//! Ordinary differential equations y′ = f(t, y; p) for many independent systems side by side.
//!
//! Knows lanes, steps, errors and stops. Knows no chemistry.

pub mod lane;
mod system;

pub use lane::{CodePath, Kernel, Lane};
pub use system::{Frame, Layout, System};
