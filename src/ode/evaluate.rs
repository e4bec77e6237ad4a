//! The equations at one point, as plain numbers.

use super::lane::Unfused;
use super::{Frame, Layout, System};

/// Evaluates a system at one point at a time.
#[derive(Debug)]
pub struct Evaluator<'a, S: ?Sized> {
    system: &'a S,
    layout: Layout,
    values: Vec<Unfused>,
    rates: Vec<Unfused>,
    jacobian: Vec<Unfused>,
    slope: Vec<Unfused>,
}

impl<'a, S: System> Evaluator<'a, S> {
    /// An evaluator for parameters as [`System::prepare`] leaves them, one per
    /// [`System::parameters`]; missing ones are 0.
    pub fn new(system: &'a S, prepared: &[f64]) -> Self {
        let layout = Layout::of(system);
        let mut values: Vec<Unfused> =
            prepared.iter().take(layout.parameters).copied().map(Unfused::new).collect();
        values.resize(layout.len(), Unfused::new(0.0));
        let zeros = |n| vec![Unfused::new(0.0); n];
        Self {
            system,
            layout,
            values,
            rates: zeros(layout.states),
            jacobian: zeros(system.pattern().len()),
            slope: zeros(layout.states),
        }
    }

    /// An evaluator for a run's inputs, prepared for the stretch that begins at `t`.
    pub fn of_inputs(system: &'a S, inputs: &[f64], t: f64) -> Self {
        let mut prepared = inputs.to_vec();
        prepared.resize(system.parameters(), 0.0);
        system.prepare(t, &mut prepared);
        Self::new(system, &prepared)
    }

    fn go_to(&mut self, t: f64, y: &[f64]) {
        let first = self.layout.first_state();
        for (value, &y) in self.values[first..first + self.layout.states].iter_mut().zip(y) {
            *value = Unfused::new(y);
        }
        self.values[self.layout.time()] = Unfused::new(t);
    }

    /// Writes y′ at (t, y) into `rates`, one per state.
    pub fn rates(&mut self, t: f64, y: &[f64], rates: &mut [f64]) {
        self.go_to(t, y);
        self.system.rates(&mut Frame::new(&mut self.values, self.layout), &mut self.rates);
        copy(&self.rates, rates);
    }

    /// Writes the entries of ∂f/∂y at (t, y), in the order of [`System::pattern`], and ∂f/∂t.
    pub fn linearise(&mut self, t: f64, y: &[f64], jacobian: &mut [f64], slope: &mut [f64]) {
        self.go_to(t, y);
        self.system.linearise(
            &mut Frame::new(&mut self.values, self.layout),
            &mut self.rates,
            &mut self.jacobian,
            &mut self.slope,
        );
        copy(&self.jacobian, jacobian);
        copy(&self.slope, slope);
    }
}

fn copy(from: &[Unfused], to: &mut [f64]) {
    for (to, from) in to.iter_mut().zip(from) {
        *to = from.0;
    }
}
