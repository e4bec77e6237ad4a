//! Reaction networks: declared with plain Rust or read from JSON, compiled to equations.
//!
//! Knows compartments, species, reactions, rate laws and formulas, their derivatives, and what a
//! network conserves. Does not know biology, doses or how equations are solved.
//!
//! # A network as a file
//!
//! [`Network::from_json`] and [`Network::to_json`] read and write this form. Volumes are in litres,
//! concentrations in nM, times in seconds. Wherever a number may stand, a formula in quotes may stand
//! too, except for volumes, parameters and scales.
//!
//! ```
//! use jakstat::network::Network;
//! use jakstat::ode::System;
//!
//! let net = Network::from_json(r#"{
//!   "jakstat-network": 1,
//!   "compartments": { "medium": 1e-9, "cell": 2e-13 },
//!   "parameters": { "kcat": 0.5, "Km": 50, "dose": 4.8, "wash": 1800 },
//!   "species": {
//!     "IL-6":       { "compartment": "medium", "initial": "dose" },
//!     "gp130":      { "compartment": "cell", "initial": 8 },
//!     "IL-6:gp130": { "compartment": "cell" },
//!     "STAT3":      { "compartment": "cell", "initial": 800, "scale": 800 },
//!     "pSTAT3":     { "compartment": "cell" },
//!     "mRNA":       { "compartment": "cell" }
//!   },
//!   "rules": {
//!     "present": "piecewise(1, time < wash, 0)",
//!     "occupancy": "'IL-6:gp130' / (gp130 + 'IL-6:gp130')"
//!   },
//!   "reactions": {
//!     "binding": {
//!       "equation": "'IL-6' + gp130 -> 'IL-6:gp130'",
//!       "law": { "reversible": { "forward":  { "value": 1e-3, "unit": "1/(nM s)" },
//!                                "backward": { "value": 0.01, "unit": "1/s" } } }
//!     },
//!     "phosphorylation": {
//!       "equation": "STAT3 -> pSTAT3",
//!       "law": { "michaelis-menten": { "substrate": "STAT3", "half-saturation": "Km",
//!                                      "maximum": "present * kcat * 'IL-6:gp130'" } }
//!     },
//!     "dephosphorylation": { "equation": "pSTAT3 -> STAT3", "law": { "mass-action": 0.002 } },
//!     "transcription": {
//!       "equation": "0 -> mRNA",
//!       "law": { "hill": { "regulator": "pSTAT3", "maximum": 0.01, "half-saturation": 100,
//!                          "exponent": 1.7 } },
//!       "within": "cell"
//!     },
//!     "decay": { "equation": "mRNA -> 0", "law": { "formula": "5e-4 * mRNA" } }
//!   }
//! }"#)?;
//! let model = net.compile()?;
//! assert_eq!(model.switches(&model.default_parameters()), [1800.0]);
//! assert_eq!(Network::from_json(&net.to_json()?)?, net);
//! # Ok::<(), jakstat::network::NetworkError>(())
//! ```
//!
//! * An equation has whole counts, `2 A + B -> C`; an empty side is `0`.
//! * The laws are those of [`Law`]. A rate constant is a number or formula in nM and seconds, or a value
//!   with one of the units `nM/s`, `1/s`, `1/min`, `1/(nM s)`, `1/(nM min)`, whose order is then checked.
//! * `within` says where the law's nM/s are measured, if not where [`Law`] says.
//!
//! # Formulas
//!
//! `+ - * / ^` and parentheses, numbers, `time`, names, and the functions `exp(x)`, `ln(x)`, `min(a, b)`,
//! `max(a, b)`, `pow(x, y)`, `hill(x, k, n)` = xⁿ / (kⁿ + xⁿ) and `piecewise(value, condition, otherwise)`
//! with a condition such as `a < b` or `time >= t`. Names of letters, digits, `_` and `.` stand as they
//! are; others go in quotes, `'IL-6:gp130'`. [`Expr`] says where each function is defined.
//! [`Network::formula`] reads one, [`Network::text`] writes one.

mod arithmetic;
mod assemble;
mod check;
mod compile;
mod conserved;
mod dag;
mod declare;
mod derivative;
mod diagram;
mod document;
mod draft;
mod error;
mod expr;
mod fingerprint;
mod formula;
mod gather;
mod json;
mod law;
mod lexer;
mod lower;
mod model;
mod names;
mod observe;
mod prepare;
mod print;
mod reaction;
mod registers;
mod resolve;
mod schedule;
mod shape;
mod side;
mod system;
mod tape;

pub use conserved::ConservedTotal;
pub use declare::{Declared, Network};
pub use diagram::{Diagram, Direction, DrawnReaction, DrawnSpecies, Effect};
pub use error::{Kind, Mistake, NetworkError};
pub use expr::{Condition, Expr};
pub use fingerprint::Fingerprint;
pub use law::{Law, RateConstant};
pub use model::Model;
pub use names::{Compartment, Parameter, Rule, Species};
pub use observe::{Observable, Probe};
pub use side::Side;
