//! A compiled network as a system of equations for the solvers.

use super::Model;
use crate::ode::{Frame, Lane, System};

impl System for Model {
    fn dimension(&self) -> usize {
        self.layout.states
    }

    fn inputs(&self) -> usize {
        self.network.parameters.len()
    }

    fn parameters(&self) -> usize {
        self.layout.parameters
    }

    fn scratch(&self) -> usize {
        self.layout.scratch
    }

    fn prepare(&self, t: f64, parameters: &mut [f64]) {
        self.preparation.run(t, parameters);
    }

    fn switches(&self, parameters: &[f64]) -> Vec<f64> {
        if self.switches.is_empty() {
            return Vec::new();
        }
        let filled = self.preparation.filled(0.0, parameters);
        let mut times: Vec<f64> =
            self.switches.iter().map(|&i| filled[i]).filter(|time| time.is_finite()).collect();
        times.sort_by(f64::total_cmp);
        times.dedup();
        times
    }

    /// A millionth of the declared scale; else of the largest conserved total that contains the
    /// species, as a concentration in its compartment; else of the largest initial value; else of 1 nM.
    fn floor(&self, state: usize) -> f64 {
        self.scales.get(state).map_or(1e-6, |scale| 1e-6 * scale)
    }

    fn state_name(&self, state: usize) -> String {
        self.network.species.get(state).map_or_else(|| format!("y[{state}]"), |s| s.name.clone())
    }

    fn pattern(&self) -> &[(usize, usize)] {
        &self.pattern
    }

    fn depends_on_time(&self) -> bool {
        self.timed
    }

    #[inline(always)]
    fn rates<L: Lane>(&self, frame: &mut Frame<'_, L>, rates: &mut [L]) {
        let values = frame.values_mut();
        self.rates.work.execute(values);
        let [of_rates] = &self.rates.gathers;
        of_rates.run(values, rates);
    }

    #[inline(always)]
    fn linearise<L: Lane>(
        &self,
        frame: &mut Frame<'_, L>,
        rates: &mut [L],
        jacobian: &mut [L],
        slope: &mut [L],
    ) {
        let values = frame.values_mut();
        self.linearised.work.execute(values);
        let [of_rates, of_jacobian, of_slope] = &self.linearised.gathers;
        of_rates.run(values, rates);
        of_jacobian.run(values, jacobian);
        if self.timed {
            of_slope.run(values, slope);
        }
    }
}
