//! The sweep engine: no point stored, every outcome handed on, none lost, the same bits however it is cut.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_cmp, clippy::panic, missing_docs)] // tests may stop

mod conditions;
mod explosive;
mod stream;
