//! How many times more potent on one target than on another, bounds respected.

use super::potency::Potency;
use serde::{Deserialize, Serialize};
use std::fmt;

/// IC50 on the other target over IC50 on the intended one; above 1 the intended one is preferred.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Selectivity {
    /// Both IC50 are numbers.
    Exactly(#[serde(with = "crate::units::number")] f64),
    /// The ratio exceeds this.
    Above(#[serde(with = "crate::units::number")] f64),
    /// The ratio is less than this.
    Below(#[serde(with = "crate::units::number")] f64),
    /// The bounds leave the ratio open, or a curve is not sigmoid.
    Undetermined,
}

impl Selectivity {
    /// The selectivity of something with potency `intended` on its target against `other`.
    pub fn new(intended: Potency, other: Potency) -> Self {
        let (Some(a), Some(b)) = (intended.concentration(), other.concentration()) else {
            return Self::Undetermined;
        };
        let ratio = b.as_nanomolar() / a.as_nanomolar();
        match (other, intended) {
            (Potency::Exactly(_), Potency::Exactly(_)) => Self::Exactly(ratio),
            (Potency::Above(_), Potency::Exactly(_) | Potency::Below(_))
            | (Potency::Exactly(_), Potency::Below(_)) => Self::Above(ratio),
            (Potency::Below(_), Potency::Exactly(_) | Potency::Above(_))
            | (Potency::Exactly(_), Potency::Above(_)) => Self::Below(ratio),
            _ => Self::Undetermined,
        }
    }
}

impl fmt::Display for Selectivity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(ratio) => write!(f, "{ratio:.3}-fold"),
            Self::Above(ratio) => write!(f, "> {ratio:.3}-fold"),
            Self::Below(ratio) => write!(f, "< {ratio:.3}-fold"),
            Self::Undetermined => f.write_str("not determined"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Quantities;

    #[test]
    fn relations_pass_into_the_ratio() {
        let exact = |nanomolar: f64| Potency::Exactly(nanomolar.nanomolar());
        let above = |nanomolar: f64| Potency::Above(nanomolar.nanomolar());
        let below = |nanomolar: f64| Potency::Below(nanomolar.nanomolar());
        let turning = Potency::NotSigmoid { from: 1.0.nanomolar(), to: 2.0.nanomolar() };
        for (intended, other, expected) in [
            (exact(2.0), exact(50.0), Selectivity::Exactly(25.0)),
            (exact(2.0), above(50.0), Selectivity::Above(25.0)),
            (above(2.0), exact(50.0), Selectivity::Below(25.0)),
            (exact(2.0), below(50.0), Selectivity::Below(25.0)),
            (below(2.0), exact(50.0), Selectivity::Above(25.0)),
            (below(2.0), above(50.0), Selectivity::Above(25.0)),
            (above(2.0), below(50.0), Selectivity::Below(25.0)),
            (above(2.0), above(50.0), Selectivity::Undetermined),
            (below(2.0), below(50.0), Selectivity::Undetermined),
            (turning, exact(50.0), Selectivity::Undetermined),
        ] {
            assert_eq!(Selectivity::new(intended, other), expected, "{intended} {other}");
        }
        assert_eq!(Selectivity::new(exact(2.0), above(50.0)).to_string(), "> 25.000-fold");
        assert_eq!(Selectivity::Undetermined.to_string(), "not determined");
    }
}
