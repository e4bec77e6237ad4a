//! How to solve, from `--solver`, `--rtol` and `--atol`.

use super::Arguments;
use jakstat::ode::{Absolute, Method, Options, Tolerance};

impl Arguments {
    /// The options of the solver; what is not given stays at its default.
    pub(crate) fn solving(&self) -> Result<Options, String> {
        let method = match self.text("solver").unwrap_or("rodas5p") {
            "rodas5p" => Method::Rodas5P,
            "rodas4" => Method::Rodas4,
            "dopri5" => Method::Dopri5,
            "dop853" => Method::Dop853,
            other => Err(format!("--solver is {other:?}: give rodas5p, rodas4, dopri5 or dop853"))?,
        };
        let relative = Tolerance::default().relative;
        let mut tolerance = Tolerance::relative(self.number("rtol", relative)?);
        if self.text("atol").is_some() {
            tolerance.absolute = Absolute::Uniform(self.number("atol", 0.0)?);
        }
        Ok(Options { method, tolerance, ..Options::default() })
    }
}
