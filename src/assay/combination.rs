//! Two agents or more at once: the surface of responses, and how it compares with what the agents do alone.

use super::dose_response::SATURATING;
use super::{Agent, AgentResponse, Assay, AssayError, DoseGrid};
use crate::response::{Alone, Curve, Loewe, LoeweScore, Surface, loewe};
use crate::sweep::Conditions;
use serde::{Deserialize, Serialize};

/// Points of a surface at most; beyond that a number of doses is a slip of the keyboard.
const MOST: usize = 1_000_000;
/// How far below its lowest dose an agent alone is searched for the same effect.
const FURTHER_DOWN: f64 = 1e-6;
/// Relative tolerances of the solver that an inhibition must exceed to be told from none.
const TOLERANCES: f64 = 1e3;

/// A surface of responses with its scores. Doses are in nM: free concentrations of drugs, added ones of antibodies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Combination {
    agents: Vec<AgentResponse>,
    surface: Surface,
    scores: Vec<LoeweScore>,
    solves: usize,
}

/// One combination of doses. Excesses are shares of the response without agents, above zero where the agents do more than
/// expected.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CombinationRow {
    /// Doses in nM, one for each agent.
    pub doses: Vec<f64>,
    /// The response as read.
    pub response: f64,
    /// Share of the response without agents that is lost.
    pub inhibition: f64,
    /// Inhibition beyond that of the better agent alone.
    pub hsa_excess: f64,
    /// Inhibition beyond that of agents that act independently.
    pub bliss_excess: f64,
    /// Inhibition beyond that of agents whose doses add; none where an agent alone never gets there.
    pub loewe_excess: Option<f64>,
    /// The interaction index: 1 where doses add.
    pub loewe: Loewe,
}

impl Combination {
    /// Each agent alone, with its IC50.
    pub fn agents(&self) -> &[AgentResponse] {
        &self.agents
    }

    /// The responses.
    pub const fn surface(&self) -> &Surface {
        &self.surface
    }

    /// Points that were solved for the surface and for the doses of single agents with the same response; the searches for
    /// their IC50 come on top.
    pub const fn solves(&self) -> usize {
        self.solves
    }

    /// Every combination of doses, zeros included; the agent named last changes fastest.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = CombinationRow> {
        self.scores.iter().enumerate().map(|(point, score)| {
            let inhibition = self.surface.inhibition(point);
            CombinationRow {
                doses: self.surface.doses(point),
                response: self.surface.responses()[point],
                inhibition,
                hsa_excess: inhibition - self.surface.best_single(point),
                bliss_excess: inhibition - self.surface.independent(point),
                loewe_excess: score.expected.map(|expected| inhibition - expected),
                loewe: score.index,
            }
        })
    }

    /// Names of the columns of [`records`](Self::records).
    pub fn columns(&self) -> Vec<String> {
        let doses = self.agents.iter().enumerate().map(|(k, alone)| {
            // An agent with itself has two columns of doses.
            let earlier =
                self.agents[..k].iter().filter(|other| other.agent == alone.agent).count();
            let again = if earlier > 0 { format!(" {}", earlier + 1) } else { String::new() };
            format!("{}{again}_nM", alone.agent)
        });
        let scores = ["response", "inhibition", "hsa_excess", "bliss_excess", "loewe_excess"];
        let index = ["loewe_relation", "loewe_index"];
        doses.chain(scores.into_iter().chain(index).map(String::from)).collect()
    }

    /// The rows of a table. The relation of the index is `=`, `>=`, `beyond <agent>` or `no effect`.
    pub fn records(&self) -> impl Iterator<Item = Vec<String>> {
        self.rows().map(|row| {
            let (relation, index) = match row.loewe {
                Loewe::Index(index) => ("=".into(), Some(index)),
                Loewe::AtLeast(index) => (">=".into(), Some(index)),
                Loewe::Beyond { agent } => (format!("beyond {}", self.agents[agent].agent), None),
                Loewe::NoEffect => ("no effect".into(), None),
            };
            let numbers = [row.response, row.inhibition, row.hsa_excess, row.bliss_excess];
            let known = row.doses.into_iter().chain(numbers).map(|number| number.to_string());
            let text = |number: Option<f64>| number.map_or_else(String::new, |x| x.to_string());
            known.chain([text(row.loewe_excess), relation, text(index)]).collect()
        })
    }
}

impl Assay {
    /// The surface over doses of two agents or more, each on its own grid, with every score.
    ///
    /// Zero joins each grid, so that the edges hold the agents alone. An agent that is named twice is a combination with
    /// itself: its doses add. For the interaction index the dose of each agent alone with the same response is searched for
    /// on its simulated curve, from a millionth of its lowest dose to saturation; the accuracy is that of the solver, so an
    /// inhibition below a thousand relative tolerances counts as none.
    ///
    /// # Errors
    /// [`AssayError`], [`AssayError::Surface`] for fewer than two agents or more than a million points.
    pub fn combination(
        &self,
        partners: &[(Agent<'_>, &DoseGrid)],
    ) -> Result<Combination, AssayError> {
        let agents: Vec<Agent<'_>> = partners.iter().map(|&(agent, _)| agent).collect();
        let axes = partners
            .iter()
            .map(|(_, doses)| Ok([&[0.0], doses.nanomolar()?].concat()))
            .collect::<Result<Vec<_>, AssayError>>()?;
        let points = axes.iter().try_fold(1usize, |points, axis| points.checked_mul(axis.len()));
        let points = points.filter(|&points| points <= MOST && agents.len() > 1);
        let Some(points) = points else {
            return Err(AssayError::Surface { agents: agents.len(), most: MOST });
        };
        let pathway = self.pathway_with(&agents)?;
        let simulation = self.simulation(&pathway)?;
        let conditions = conditions(&agents, &axes, points, pathway.model())?;
        let responses = simulation.readings(&conditions)?;
        simulation.control(responses[0])?;
        let surface = Surface::new(axes, responses)?;

        let inputs: Vec<String> = agents.iter().map(Agent::input).collect();
        let along = |agent: usize, doses: &[f64]| simulation.along(&inputs[agent], doses);
        let mut curves = Vec::new();
        for (agent, axis) in surface.axes().iter().enumerate() {
            let range = (axis[1] * FURTHER_DOWN, SATURATING);
            curves.push(Alone::new(surface.control(), range, |doses| along(agent, doses))?);
        }
        let resolution = TOLERANCES * self.options.tolerance.relative;
        let scores = loewe(&surface, &mut curves, resolution, along)?;
        let alone = |(agent, name): (usize, &Agent<'_>)| {
            let (doses, responses) = (&surface.axes()[agent][1..], surface.alone(agent));
            let curve = Curve::new(doses.to_vec(), responses[1..].to_vec(), surface.control())?;
            let saturated = simulation.along(&inputs[agent], &[SATURATING])?;
            simulation.agent_response(*name, curve.with_saturation(saturated[0])?)
        };
        let alone = agents.iter().enumerate().map(alone).collect::<Result<_, AssayError>>()?;
        let solves = points + curves.iter().map(Alone::solves).sum::<usize>();
        Ok(Combination { agents: alone, surface, scores, solves })
    }
}

/// The points of a surface; doses of an agent that is there twice add.
fn conditions(
    agents: &[Agent<'_>],
    axes: &[Vec<f64>],
    points: usize,
    model: &crate::network::Model,
) -> Result<Conditions, AssayError> {
    let mut inputs: Vec<String> = Vec::new();
    let mut columns = Vec::new();
    for agent in agents {
        let input = agent.input();
        columns.push(inputs.iter().position(|known| *known == input).unwrap_or(inputs.len()));
        if columns.last() == Some(&inputs.len()) {
            inputs.push(input);
        }
    }
    let row = |mut point: usize| {
        let mut row = vec![0.0; inputs.len()];
        for (axis, &column) in axes.iter().zip(&columns).rev() {
            row[column] += axis[point % axis.len()];
            point /= axis.len();
        }
        row
    };
    let rows: Vec<Vec<f64>> = (0..points).map(row).collect();
    let names: Vec<&str> = inputs.iter().map(String::as_str).collect();
    Ok(Conditions::list(model, &names, &rows)?)
}
