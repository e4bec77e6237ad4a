//! Responses over a grid of doses of several agents.

use crate::response::ResponseError;
use serde::{Deserialize, Serialize};

/// Responses to every combination of doses, zero among them.
///
/// Doses in nM, responses in any one unit. The agent named last changes fastest. Read from a file, it is checked
/// as by [`Surface::new`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Unchecked")]
pub struct Surface {
    /// Doses of each agent, zero first.
    axes: Vec<Vec<f64>>,
    responses: Vec<f64>,
}

/// A surface as it stands in a file.
#[derive(Deserialize)]
struct Unchecked {
    axes: Vec<Vec<f64>>,
    responses: Vec<f64>,
}

impl TryFrom<Unchecked> for Surface {
    type Error = ResponseError;

    fn try_from(written: Unchecked) -> Result<Self, ResponseError> {
        Self::new(written.axes, written.responses)
    }
}

impl Surface {
    /// A surface over `axes` (nM, one list per agent: zero, then ascending; at least two agents), with one response for
    /// each combination of doses.
    ///
    /// # Errors
    /// If there are fewer than two agents, doses do not begin with zero and ascend, there are more or fewer
    /// responses than combinations, a number is not finite, or there is no response without agents.
    pub fn new(axes: Vec<Vec<f64>>, responses: Vec<f64>) -> Result<Self, ResponseError> {
        if axes.len() < 2 {
            let (what, have, need) = ("agents of a combination".to_owned(), axes.len(), 2);
            return Err(ResponseError::TooFew { what, have, need });
        }
        for axis in &axes {
            check_axis(axis)?;
        }
        let product = |all: usize, axis: &Vec<f64>| all.checked_mul(axis.len());
        let doses = axes.iter().try_fold(1, product).unwrap_or(usize::MAX);
        if doses != responses.len() {
            return Err(ResponseError::Lengths { doses, responses: responses.len() });
        }
        if let Some(index) = responses.iter().position(|response| !response.is_finite()) {
            let (row, field, value) = (index + 1, "response", responses[index]);
            let remedy = "a surface has a finite response at every combination of doses";
            return Err(ResponseError::Row { row, field, value, remedy });
        }
        if responses[0] <= 0.0 {
            return Err(ResponseError::NoControl { control: responses[0] });
        }
        Ok(Self { axes, responses })
    }

    /// Doses of each agent in nM, zero first.
    pub fn axes(&self) -> &[Vec<f64>] {
        &self.axes
    }

    /// Responses, the agent named last fastest.
    pub fn responses(&self) -> &[f64] {
        &self.responses
    }

    /// Response without any agent.
    pub fn control(&self) -> f64 {
        self.responses[0]
    }

    /// Number of combinations of doses, zeros included.
    pub fn len(&self) -> usize {
        self.responses.len()
    }

    /// Never: there is always the response without agents.
    pub fn is_empty(&self) -> bool {
        self.responses.is_empty()
    }

    /// Position of each agent's dose on its axis.
    fn positions(&self, mut point: usize) -> Vec<usize> {
        let mut positions = vec![0; self.axes.len()];
        for (position, axis) in positions.iter_mut().zip(&self.axes).rev() {
            *position = point % axis.len();
            point /= axis.len();
        }
        positions
    }

    /// Doses of a point in nM, one for each agent; points are counted as [`responses`](Self::responses) are.
    pub fn doses(&self, point: usize) -> Vec<f64> {
        self.positions(point).iter().zip(&self.axes).map(|(&at, axis)| axis[at]).collect()
    }

    /// Responses to one agent alone, at the doses of its axis.
    pub fn alone(&self, agent: usize) -> Vec<f64> {
        let Some(axis) = self.axes.get(agent) else { return Vec::new() };
        let stride: usize = self.axes[agent + 1..].iter().map(Vec::len).product();
        (0..axis.len()).map(|at| self.responses[at * stride]).collect()
    }

    /// Share of the response without agents that is lost at a point: f = 1 − r / r₀; negative where there is more.
    pub fn inhibition(&self, point: usize) -> f64 {
        1.0 - self.responses[point] / self.control()
    }

    /// What each agent of a point does alone, as a share.
    fn inhibitions_alone(&self, point: usize) -> impl Iterator<Item = f64> {
        let positions = self.positions(point).into_iter().enumerate();
        positions.map(|(agent, at)| 1.0 - self.alone(agent)[at] / self.control())
    }

    /// Inhibition by the better of the agents alone: maxᵢ fᵢ (highest single agent), a share.
    pub fn best_single(&self, point: usize) -> f64 {
        self.inhibitions_alone(point).fold(f64::NEG_INFINITY, f64::max)
    }

    /// Inhibition by agents that act independently: 1 − Πᵢ (1 − fᵢ), a share (Bliss 1939 Ann Appl Biol 26:585).
    pub fn independent(&self, point: usize) -> f64 {
        1.0 - self.inhibitions_alone(point).map(|inhibition| 1.0 - inhibition).product::<f64>()
    }
}

fn check_axis(axis: &[f64]) -> Result<(), ResponseError> {
    if axis.len() < 2 {
        let (what, have, need) = ("doses of an agent".to_owned(), axis.len(), 2);
        return Err(ResponseError::TooFew { what, have, need });
    }
    for (index, &dose) in axis.iter().enumerate() {
        let row = index + 1;
        let fits = if index == 0 { dose == 0.0 } else { dose > 0.0 && dose.is_finite() };
        if !fits {
            let remedy = "give zero first, then positive doses in nM";
            return Err(ResponseError::Row { row, field: "dose", value: dose, remedy });
        }
        if index > 0 && dose <= axis[index - 1] {
            return Err(ResponseError::Unsorted { row, previous: axis[index - 1], dose });
        }
    }
    Ok(())
}
