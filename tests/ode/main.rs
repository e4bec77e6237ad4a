//! The solvers against closed forms, published values and each other.
//!
//! One program, since each would compile the solver for every instruction set again.
// A test that fails says so by panicking, and what it measured by printing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::float_cmp,
    clippy::panic,
    clippy::print_stdout,
    missing_docs
)]

mod explicit;
mod norm;
mod own_lanes;
mod problems;
mod solver;
mod steady;
