//! One error for programs that only want to say what went wrong.

use crate::assay::AssayError;
use crate::catalog::CatalogError;
use crate::network::NetworkError;
use crate::ode::OptionsError;
use crate::pathway::PathwayError;
use crate::pharmacokinetics::{PharmacokineticsError, RegimenError};
use crate::response::ResponseError;
use crate::sensitivity::SensitivityError;
use crate::sweep::{FolderError, SweepError};
use crate::units::UnitError;
use thiserror::Error;

/// Any error of the library; the rung's own error is inside, to be matched.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum Error {
    /// An experiment cannot be done.
    #[error(transparent)]
    Assay(#[from] AssayError),
    /// The catalogue has no answer.
    #[error(transparent)]
    Catalog(#[from] CatalogError),
    /// A network cannot be compiled or read.
    #[error(transparent)]
    Network(#[from] NetworkError),
    /// Options of the solver cannot be used.
    #[error(transparent)]
    Options(#[from] OptionsError),
    /// A pathway cannot be built.
    #[error(transparent)]
    Pathway(#[from] PathwayError),
    /// There is no exposure.
    #[error(transparent)]
    Pharmacokinetics(#[from] PharmacokineticsError),
    /// A regimen cannot be given.
    #[error(transparent)]
    Regimen(#[from] RegimenError),
    /// A curve has no answer.
    #[error(transparent)]
    Response(#[from] ResponseError),
    /// A folder cannot take a sweep or hand it out.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// A sweep cannot be begun.
    #[error(transparent)]
    Sweep(#[from] SweepError),
    /// Values have no Sobol' indices.
    #[error(transparent)]
    Sensitivity(#[from] SensitivityError),
    /// A quantity cannot be read.
    #[error(transparent)]
    Unit(#[from] UnitError),
    /// A picture cannot be drawn.
    #[cfg(feature = "plot")]
    #[error(transparent)]
    Plot(#[from] crate::plot::PlotError),
}

/// What the library returns where any of its errors may come up.
pub type Result<T> = core::result::Result<T, Error>;
