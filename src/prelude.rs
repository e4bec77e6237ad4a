//! What most programs use: `use jakstat::prelude::*;`.

pub use crate::assay::{Assay, DoseGrid, Reading, Screen};
pub use crate::catalog::{Catalog, Cell, Cytokine, Inhibitor, Jak, RenalCategory, Stat};
pub use crate::network::{Expr, Law, Model, Network};
pub use crate::ode::{Absolute, CodePath, Method, Norm, Options, Tolerance};
pub use crate::pathway::{Pathway, PathwayModel};
pub use crate::pharmacokinetics::{Exposure, Patient, Population, Regimen};
pub use crate::readout::{Baseline, Measure, Readout};
pub use crate::response::{Curve, Potency};
pub use crate::sweep::{Conditions, Outcome, Protocol, Sweep};
pub use crate::units::{Concentration, Quantities, Time};
