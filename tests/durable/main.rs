//! Sweeps that cannot be lost: the same file however a sweep was cut, threaded, killed and resumed.
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

mod damage;
#[path = "../explosive/mod.rs"]
mod explosive;
mod identical;
mod kills;
mod manifest;
mod process;
mod refusals;
mod room;
mod setup;
mod shards;
