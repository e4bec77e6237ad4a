//! Reaction networks: declared with plain Rust or read from JSON, compiled to equations.
//!
//! Knows compartments, species, reactions, rate laws and formulas, their derivatives, and what a
//! network conserves. Does not know biology, doses or how equations are solved.

mod arithmetic;
mod assemble;
mod check;
mod compile;
mod conserved;
mod dag;
mod declare;
mod derivative;
mod error;
mod expr;
mod law;
mod lower;
mod model;
mod names;
mod prepare;
mod reaction;
mod registers;
mod side;
mod system;
mod tape;

pub use conserved::ConservedTotal;
pub use declare::{Declared, Network};
pub use error::{Kind, Mistake, NetworkError};
pub use expr::{Condition, Expr};
pub use law::{Law, RateConstant};
pub use model::{Model, Observable};
pub use names::{Compartment, Parameter, Rule, Species};
pub use side::Side;
