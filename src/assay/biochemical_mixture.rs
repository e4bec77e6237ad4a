//! What is in the well of a biochemical assay, as a reaction network, and what becomes of it.

use super::biochemical::{BiochemicalAssay, Endpoint, Supply};
use super::biochemical_error::BiochemicalError;
use crate::network::{Expr, Law, Model, Network, NetworkError, Observable};
use crate::ode::{Blind, Options, Run, Solver, Tolerance, steady_state};
use crate::units::{Concentration, Quantities, Rate, Volume};

/// Bound complexes leave at this rate, 1/s: at equilibrium only the constants of dissociation count.
const LEAVING: f64 = 1.0;
/// An IC50 is read back to a millionth, its curve to better.
const RELATIVE_TOLERANCE: f64 = 1e-10;

/// The well, ready for any dose.
#[derive(Debug)]
pub(super) struct Mixture<'a> {
    assay: &'a BiochemicalAssay,
    model: Model,
    /// The parameter or the state that a dose sets.
    inhibitor: usize,
    peptide: usize,
    product: usize,
    rate: Observable,
    conserved: Vec<Vec<f64>>,
    options: Options,
}

impl<'a> Mixture<'a> {
    pub(super) fn new(assay: &'a BiochemicalAssay) -> Result<Self, NetworkError> {
        let (mut net, none) = (Network::new(), 0.0.nanomolar());
        let well = net.compartment("well", Volume::from_litres(2e-5));
        let enzyme = net.species("enzyme", well, assay.enzyme);
        let with_atp = net.species("enzyme:ATP", well, none);
        let blocked = net.species("enzyme:inhibitor", well, none);
        let peptide = net.species("peptide", well, none);
        let product = net.species("product", well, none);
        let leaving = Rate::per_second(LEAVING);
        let binding = |constant: Concentration| LEAVING / constant.as_nanomolar();
        let entering = Rate::per_second(binding(assay.km) * assay.atp.as_nanomolar());
        net.reversible("ATP binding", enzyme, with_atp, entering, leaving)?;
        let inhibitor = match assay.supply {
            Supply::Excess => {
                let inhibitor = net.parameter("inhibitor", 0.0);
                let entering = Expr::from(inhibitor) * binding(assay.ki);
                net.reversible("inhibitor binding", enzyme, blocked, entering, leaving)?;
                inhibitor.index()
            }
            Supply::Limited => {
                let inhibitor = net.species("inhibitor", well, none);
                let entering = Rate::per_nanomolar_second(binding(assay.ki));
                let both = enzyme + inhibitor;
                net.reversible("inhibitor binding", both, blocked, entering, leaving)?;
                inhibitor.index()
            }
        };
        let rate = Expr::from(with_atp) * peptide * assay.efficiency;
        let rate = net.rule("initial rate", rate);
        net.reaction("turnover", peptide, product, Law::formula(rate))?;
        let model = net.compile()?;
        Ok(Self {
            assay,
            inhibitor,
            peptide: peptide.index(),
            product: product.index(),
            rate: model.observable("initial rate")?,
            conserved: model.conserved().iter().map(|total| total.weights().to_vec()).collect(),
            options: Options {
                tolerance: Tolerance::relative(RELATIVE_TOLERANCE),
                ..Options::default()
            },
            model,
        })
    }

    /// What is read at a dose in nM.
    pub(super) fn response(&self, dose: f64) -> Result<f64, BiochemicalError> {
        if !(dose.is_finite() && dose >= 0.0) {
            return Err(BiochemicalError::Dose { value: dose });
        }
        let mut parameters = self.model.default_parameters();
        let mut initial = self.model.initial(&parameters);
        match self.assay.supply {
            Supply::Excess => parameters[self.inhibitor] = dose,
            Supply::Limited => initial[self.inhibitor] = dose,
        }
        let end = self.assay.time.as_seconds();
        let before = Run { end, initial, parameters, ..Run::default() };
        let rest = steady_state(&self.model, &before, &self.conserved, &self.options)?;
        let mut initial = rest.state;
        initial[self.peptide] = self.assay.peptide.as_nanomolar();
        match self.assay.reading {
            Endpoint::InitialRate => {
                Ok(self.model.observe(self.rate, 0.0, &initial, &before.parameters))
            }
            Endpoint::Product => {
                let solver = Solver::new(&self.model, self.options.clone())?;
                let reaction = Run { initial, ..before };
                Ok(solver.solve_one(reaction, Blind).1?.state[self.product])
            }
        }
    }
}
