//! An IC50 or EC50 that says how well it is known.

use crate::units::Concentration;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A half-way concentration, or what is known of it.
///
/// The words of a screening table: `=`, `>`, `<`, `not_sigmoid`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Potency {
    /// The half-way response is reached at this concentration.
    Exactly(Concentration),
    /// It is not reached up to this concentration.
    Above(Concentration),
    /// It is passed already at this concentration.
    Below(Concentration),
    /// The response turns back, so there is no one half-way concentration.
    NotSigmoid {
        /// Where the response turns.
        from: Concentration,
        /// Where it has turned back furthest; infinite for the response at saturation.
        to: Concentration,
    },
}

impl Potency {
    /// The relation as a table column: `=`, `>`, `<` or `not_sigmoid`.
    pub const fn relation(self) -> &'static str {
        match self {
            Self::Exactly(_) => "=",
            Self::Above(_) => ">",
            Self::Below(_) => "<",
            Self::NotSigmoid { .. } => "not_sigmoid",
        }
    }

    /// The concentration or the bound; none for a curve that is not sigmoid.
    pub const fn concentration(self) -> Option<Concentration> {
        match self {
            Self::Exactly(at) | Self::Above(at) | Self::Below(at) => Some(at),
            Self::NotSigmoid { .. } => None,
        }
    }

    /// The concentration where it is known as a number, not as a bound.
    pub const fn exact(self) -> Option<Concentration> {
        match self {
            Self::Exactly(at) => Some(at),
            _ => None,
        }
    }
}

impl fmt::Display for Potency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(at) => write!(f, "{at}"),
            Self::Above(bound) => write!(f, "> {bound}"),
            Self::Below(bound) => write!(f, "< {bound}"),
            Self::NotSigmoid { from, to } if to.as_nanomolar().is_finite() => {
                write!(f, "not sigmoid between {from} and {to}")
            }
            Self::NotSigmoid { from, .. } => write!(f, "not sigmoid above {from}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Quantities;

    #[test]
    fn a_potency_reads_as_in_a_report() {
        let turning = Potency::NotSigmoid { from: 10.0.nanomolar(), to: 2.0.micromolar() };
        let open = Potency::NotSigmoid { from: 10.0.nanomolar(), to: f64::INFINITY.nanomolar() };
        assert_eq!(Potency::Exactly(8.6.nanomolar()).to_string(), "8.6 nM");
        assert_eq!(Potency::Above(10.0.micromolar()).to_string(), "> 10 µM");
        assert_eq!(Potency::Below(0.1.nanomolar()).to_string(), "< 100 pM");
        assert_eq!(turning.to_string(), "not sigmoid between 10 nM and 2 µM");
        assert_eq!(open.to_string(), "not sigmoid above 10 nM");
        assert_eq!(turning.relation(), "not_sigmoid");
        assert_eq!(turning.concentration(), None);
        assert_eq!(Potency::Above(1.0.nanomolar()).exact(), None);
    }
}
