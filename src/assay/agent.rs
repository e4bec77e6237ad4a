//! What is added before the stimulus to weaken it, and its curve alone.

use super::simulate::{Simulation, concentration_of};
use super::{Assay, AssayError, DoseGrid};
use crate::catalog::Inhibitor;
use crate::pathway::{Antibody, PathwayModel};
use crate::response::{Curve, Halfway, Potency};
use serde::{Deserialize, Serialize};

/// A kinase inhibitor or a neutralising antibody, added with the pre-incubation.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Agent<'a> {
    /// A drug; its dose is its free concentration.
    Inhibitor(&'a Inhibitor),
    /// An antibody; its dose is what is added, nM in the medium.
    Antibody(&'a Antibody),
}

impl<'a> From<&'a Inhibitor> for Agent<'a> {
    fn from(inhibitor: &'a Inhibitor) -> Self {
        Self::Inhibitor(inhibitor)
    }
}

impl<'a> From<&'a Antibody> for Agent<'a> {
    fn from(antibody: &'a Antibody) -> Self {
        Self::Antibody(antibody)
    }
}

impl Agent<'_> {
    /// Its name.
    pub fn name(&self) -> &str {
        match self {
            Self::Inhibitor(inhibitor) => inhibitor.name(),
            Self::Antibody(antibody) => antibody.name(),
        }
    }

    /// The input of the model that holds its dose, in nM.
    pub fn input(&self) -> String {
        match self {
            Self::Inhibitor(inhibitor) => concentration_of(inhibitor),
            Self::Antibody(antibody) => format!("antibody.{}", antibody.name()),
        }
    }
}

/// The curve of one agent alone, with what it says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgentResponse {
    /// The agent.
    pub agent: String,
    /// Doses in nM, responses as read.
    pub curve: Curve,
    /// Dose that halves the response without agent, by root search on the curve.
    pub ic50: Potency,
    /// Dose half way between the plateaus, likewise.
    pub relative_ic50: Potency,
}

impl Assay {
    /// The pathway of the experiment with agents, their doses zero unless set. One that is named twice is there once.
    ///
    /// # Errors
    /// As [`pathway`](Self::pathway); [`AssayError::Pathway`] also for an antibody against something that is not there, and
    /// for two agents that differ and have one name.
    pub fn pathway_with(&self, agents: &[Agent<'_>]) -> Result<PathwayModel, AssayError> {
        let (mut inhibitors, mut antibodies) = (Vec::new(), Vec::new());
        for (index, agent) in agents.iter().enumerate() {
            if agents[..index].contains(agent) {
                continue;
            }
            match agent {
                Agent::Inhibitor(inhibitor) => inhibitors.push(*inhibitor),
                Agent::Antibody(antibody) => antibodies.push(*antibody),
            }
        }
        self.pathway_of(&inhibitors, &antibodies)
    }

    /// The curve of any agent over doses: an antibody's to compare a drug's with, say.
    ///
    /// # Errors
    /// [`AssayError`].
    pub fn agent_response(
        &self,
        agent: Agent<'_>,
        doses: &DoseGrid,
    ) -> Result<AgentResponse, AssayError> {
        let doses = doses.nanomolar()?;
        let pathway = self.pathway_with(&[agent])?;
        let simulation = self.simulation(&pathway)?;
        simulation.agent_response(agent, simulation.curve(&agent.input(), doses)?)
    }
}

impl Simulation<'_> {
    /// A curve of an agent with what it says.
    pub(super) fn agent_response(
        &self,
        agent: Agent<'_>,
        curve: Curve,
    ) -> Result<AgentResponse, AssayError> {
        let input = agent.input();
        let ic50 = self.potency(&curve, &input, Halfway::OfControl)?;
        let relative_ic50 = self.potency(&curve, &input, Halfway::BetweenPlateaus)?;
        Ok(AgentResponse { agent: agent.name().into(), curve, ic50, relative_ic50 })
    }
}
