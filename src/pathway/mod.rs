//! From cytokine, cell and drug to a reaction network: the science, one file per mechanism.
//!
//! Knows how chains bind, how kinases switch each other on, what they phosphorylate and what stops them.
//! Does not know how equations are solved, nor doses over time: what changes at a stimulus is handed out as
//! numbers to set ([`PathwayModel::stimulus`]).
//!
//! One structure and one set of constants ([`Constants`]) serve every cytokine; only wiring, affinity, volumes and
//! abundances differ. Equations and sources are in `docs/theory.md`; each file here names its section.
//!
//! ```
//! use jakstat::catalog::Catalog;
//! use jakstat::pathway::Pathway;
//! use jakstat::units::Quantities;
//!
//! let catalog = Catalog::builtin();
//! let pathway = Pathway::new(catalog.cell("CD4 T cell")?)
//!     .stimulate(catalog.cytokine("IL-6")?, 100.0.ng_per_ml())
//!     .inhibitors(&[catalog.inhibitor("baricitinib")?])
//!     .build()?;
//! assert!(pathway.model().observable("pSTAT3").is_ok());
//! assert_eq!(pathway.ligands()[0].cytokine(), "IL-6");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod activation;
mod assembly;
mod binding;
mod build;
mod builtin;
mod cited;
mod constants;
mod dimers;
mod draft;
mod error;
mod inhibition;
mod kinases;
mod model;
mod mutants;
mod neutralisation;
mod observables;
mod options;
mod phosphatases;
mod receptor_phosphorylation;
mod socs;
mod stat;
mod supply;
mod target_gene;
mod trafficking;
mod transport;

pub use build::Pathway;
pub use builtin::every_builtin_pathway;
pub use constants::{Constant, Constants};
pub use error::PathwayError;
pub use model::{Drug, Ligand, PathwayModel, Potency};
pub use neutralisation::{Antibody, Neutraliser, Target};
pub use options::{CytokineSupply, Mutant, Step, Trafficking};
