//! Readouts against closed forms: values, peaks, areas, thresholds, widths, rest.
//!
//! One program, since each would compile the solver for every instruction set again.
// A test that fails says so by panicking, and what it measured by printing.
#![allow(clippy::unwrap_used, clippy::float_cmp, clippy::panic, clippy::print_stdout, missing_docs)]

mod absorption;
mod oracle;
mod oscillations;
mod peaks;
mod refusals;
mod rest;
mod stops;
