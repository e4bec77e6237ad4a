//! The credibility factors of ASME V&V 40-2018 (table 5-1) that a run on one machine can give evidence for.

/// What a check is evidence for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Credibility {
    /// The software is what it says it is and gives the same numbers again.
    SoftwareQualityAssurance,
    /// The equations are solved rightly: closed forms, orders of convergence, other solvers.
    NumericalCodeVerification,
    /// What finite steps in time leave as an error.
    DiscretizationError,
    /// What iterations, factorisations and root searches leave as an error.
    NumericalSolverError,
    /// Inputs that are wrong, and tables that contradict themselves.
    UseError,
    /// The structure of the model does what its biology says.
    ModelForm,
    /// Predicted outputs beside published ones.
    OutputComparison,
}

impl Credibility {
    /// The activity that the factor belongs to.
    pub(crate) const fn activity(self) -> &'static str {
        match self {
            Self::SoftwareQualityAssurance | Self::NumericalCodeVerification => "code verification",
            Self::DiscretizationError | Self::NumericalSolverError | Self::UseError => {
                "calculation verification"
            }
            Self::ModelForm | Self::OutputComparison => "validation",
        }
    }

    /// The factor in the standard's own words.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::SoftwareQualityAssurance => "software quality assurance",
            Self::NumericalCodeVerification => "numerical code verification",
            Self::DiscretizationError => "discretization error",
            Self::NumericalSolverError => "numerical solver error",
            Self::UseError => "use error",
            Self::ModelForm => "model form",
            Self::OutputComparison => "output comparison",
        }
    }
}
