//! Where the report was made: library, processor, tables.

use crate::checks::Tables;
use jakstat::prelude::*;
use serde::Serialize;

/// What a reader needs to know to make the report again.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Machine {
    /// Version of the library.
    pub(crate) jakstat: String,
    /// What the program was compiled for.
    pub(crate) target: String,
    pub(crate) cores: usize,
    /// The instructions in use.
    pub(crate) code_path: String,
    pub(crate) code_paths: Vec<String>,
    pub(crate) tables: String,
    /// Of the names and texts of all tables.
    pub(crate) tables_fingerprint: String,
    /// As it was given; without one the same machine writes the same report again.
    pub(crate) date: Option<String>,
}

impl Machine {
    pub(crate) fn with(tables: &Tables, date: Option<&str>) -> Self {
        let system = [std::env::consts::ARCH, std::env::consts::OS];
        let environment = if cfg!(target_env = "gnu") {
            "-gnu"
        } else if cfg!(target_env = "musl") {
            "-musl"
        } else if cfg!(target_env = "msvc") {
            "-msvc"
        } else {
            ""
        };
        Self {
            jakstat: env!("CARGO_PKG_VERSION").into(),
            target: system.join("-") + environment,
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            code_path: CodePath::best().to_string(),
            code_paths: CodePath::available().iter().map(ToString::to_string).collect(),
            tables: tables.origin.clone(),
            tables_fingerprint: tables.fingerprint.to_string(),
            date: date.map(Into::into),
        }
    }
}
