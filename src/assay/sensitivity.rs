//! Which uncertain inputs decide what an agent does.

use super::simulate::nanomolar;
use super::{Agent, Assay, AssayError};
use crate::sensitivity::{Design, Factor, Sensitivity, SensitivityError};
use crate::units::Concentration;
use serde::{Deserialize, Serialize};

/// Sobol' indices of a reading without the agent and with it, and of the inhibition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AssaySensitivity {
    /// The agent.
    pub agent: String,
    /// Its dose.
    pub dose: Concentration,
    /// Of the reading without the agent; none where the factors do not change it.
    pub control: Option<Sensitivity>,
    /// Of the reading with the agent.
    pub response: Sensitivity,
    /// Of the share of the reading that the agent takes away.
    pub inhibition: Sensitivity,
}

impl Assay {
    /// The inputs of which the tables give a range, every factor within it alike: the cell's ATP (nM), and the abundances of
    /// chains, kinases and STATs (copies per cell). What has one value only is not among them. More can be added to them.
    ///
    /// # Errors
    /// As [`pathway_with`](Self::pathway_with).
    pub fn uncertain_inputs(&self, agents: &[Agent<'_>]) -> Result<Vec<Factor>, AssayError> {
        let pathway = self.pathway_with(agents)?;
        let atp = self.atp_factor().filter(|_| pathway.model().parameter("ATP").is_ok());
        Ok(atp.into_iter().chain(self.abundance_factors(&pathway)).collect())
    }

    /// The indices of reading and inhibition over inputs of the pathway (`ATP`, `copies.JAK1`, `Ki.baricitinib.JAK1`,
    /// `stat.docking` and so on: [`PathwayModel`](crate::pathway::PathwayModel) lists them), for one dose of an agent.
    ///
    /// Each point of the design is solved without the agent and with it. A point that cannot be solved, or has no signal without
    /// the agent, is missing, and [`Missing`](crate::sensitivity::Missing) says what is done.
    ///
    /// # Errors
    /// [`AssayError`].
    pub fn sensitivity(
        &self,
        (agent, dose): (Agent<'_>, Concentration),
        design: &Design,
    ) -> Result<AssaySensitivity, AssayError> {
        let doses = nanomolar(&[Concentration::from_nanomolar(0.0), dose])?;
        let pathway = self.pathway_with(&[agent])?;
        let simulation = self.simulation(&pathway)?;
        let points = design.conditions(pathway.model())?;
        let conditions = points.vary(pathway.model(), &agent.input(), &doses)?;
        let known = simulation.known_readings(&conditions)?;
        let column = |value: fn(&[Option<f64>]) -> Option<f64>| {
            design.indices_where_known(&known.chunks(2).map(value).collect::<Vec<_>>())
        };
        let signal =
            |pair: &[Option<f64>]| pair[0].filter(|&control| simulation.is_signal(control));
        let inhibitions = known.chunks(2).map(|pair| Some(1.0 - pair[1]? / signal(pair)?));
        Ok(AssaySensitivity {
            agent: agent.name().into(),
            dose,
            control: match column(|pair| pair[0]) {
                Err(SensitivityError::NoVariance { .. }) => None,
                found => Some(found?),
            },
            response: column(|pair| pair[1])?,
            inhibition: design.indices_where_known(&inhibitions.collect::<Vec<_>>())?,
        })
    }
}
