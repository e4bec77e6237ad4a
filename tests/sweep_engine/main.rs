//! The sweep engine: no point stored, every outcome handed on, none lost, the same bits however it is cut.
// Tests may stop, and say what they measured.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::float_cmp,
    clippy::panic,
    clippy::print_stdout,
    missing_docs
)]

mod conditions;
mod deadlines;
mod determinism;
#[path = "../explosive/mod.rs"]
mod explosive;
mod memory;
mod own_folder;
mod own_system;
mod points;
mod sabotage;
mod stream;
