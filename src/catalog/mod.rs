//! Cytokines, receptors, cells and inhibitors, read from tables of published numbers.
//!
//! Knows what the papers say, who says so, and whether it was checked; knows Cheng and Prusoff's relation,
//! which carries an inhibition constant from an assay to a cell. Does not know reactions, rates or time.
//!
//! What nobody checked can be left out:
//! `catalog.inhibitors().filter(|drug| drug.panel().verified().is_checked())`.
//!
//! The tables are part of the library ([`Catalog::builtin`]) or come from a folder of the same files
//! ([`Catalog::from_folder`]). Every number carries a [`Provenance`]: its source and whether it was read there.
//! To add a drug, add rows to `inhibitors.csv`; to add a cytokine, add a block to `cytokines.toml`;
//! to add a cell, add a block to `cells.toml`; to add kinetics, add a block to `pharmacokinetics.toml`. Nothing else needs
//! to change.
//!
//! ```
//! use jakstat::catalog::{Catalog, Jak};
//!
//! let catalog = Catalog::builtin();
//! let baricitinib = catalog.inhibitor("baricitinib")?;
//! let in_cell = baricitinib.effective(Jak::Jak1, catalog.enzymology())?;
//! assert_eq!(in_cell.half_inhibition.to_string(), "11.6 nM");
//! # Ok::<(), jakstat::catalog::CatalogError>(())
//! ```

mod abundance;
mod cell;
mod cell_table;
mod cheng_prusoff;
mod closed_set;
mod cytokine;
mod cytokine_table;
mod dosing;
mod effective;
mod enzymology;
mod enzymology_table;
mod error;
mod folder;
mod inhibitor;
mod inhibitor_table;
mod kinetic_quantity;
mod kinetics;
mod kinetics_complete;
mod kinetics_table;
mod label;
mod label_table;
mod library;
mod lookup;
mod nak;
mod panel;
mod place;
mod potency;
mod provenance;
mod receptor;
mod renal;
mod tables;
mod variant;

pub use abundance::Abundance;
pub use cell::Cell;
pub use cheng_prusoff::{half_inhibition, inhibition_constant};
pub use closed_set::{Jak, PerJak, PerStat, Stat};
pub use cytokine::{Affinity, Cytokine, StatRole, StatUse};
pub use effective::Effective;
pub use enzymology::{Enzymology, Ranged};
pub use error::{CatalogError, Kind};
pub use inhibitor::{Inhibitor, Mechanism};
pub use kinetic_quantity::KineticQuantity;
pub use kinetics::{
    AbsorptionKind, Covariance, KineticParameter, Kinetics, ReferencePatient, SetKind, Variability,
};
pub use label::{ExposureRatio, Label, LabelDose, Preclinical, RenalExposure};
pub use library::Catalog;
pub use nak::{NakAffinity, NakKinase};
pub use panel::Panel;
pub use potency::{AssayAtp, Domain, Metric, Potency, Relation};
pub use provenance::{Cited, Provenance, Sourced, Verified};
pub use receptor::{Chain, ChainRole, Partner, Receptor};
pub use renal::RenalCategory;
