//! What a solver must watch so that readouts can be taken.

use super::{Measure, Observed, Readout};
use crate::ode::Watch;

/// Where the value of a readout's observable comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// A watched sum is the observable.
    Sum(usize),
    /// A rule that is evaluated on watched states.
    Rule,
    /// The state at the end of the run.
    End,
}

/// What must be watched to take readouts of a system: an observable that is a weighted sum of states
/// is watched as that sum, any other by its states.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    watches: Vec<Watch>,
    /// One per readout.
    pub(super) sources: Vec<Source>,
    /// States that rules need, and where each is among what is watched.
    pub(super) states: Vec<(usize, usize)>,
    /// States that rates need, likewise, where the time of a peak is asked for.
    pub(super) rated: Vec<(usize, usize)>,
    /// States there are.
    pub(super) dimension: usize,
    /// Readouts of a value at a time, with that time, in order.
    pub(super) timed: Vec<(usize, f64)>,
    /// Readouts of what happens in a window, with that window.
    pub(super) lasting: Vec<(usize, (f64, f64))>,
    /// The end of the run, in seconds.
    pub(super) end: f64,
}

impl View {
    /// What the readouts of runs until `end`, in seconds, need.
    pub fn new<S: Observed>(readouts: &[Readout], system: &S, end: f64) -> Self {
        let (mut timed, mut lasting) = (Vec::new(), Vec::new());
        for (k, readout) in readouts.iter().enumerate() {
            match (readout.measure, readout.measure.window()) {
                (Measure::At(time), _) => timed.push((k, time)),
                (_, Some(window)) => lasting.push((k, window)),
                (_, None) => {}
            }
        }
        timed.sort_by(|a: &(usize, f64), b| a.1.total_cmp(&b.1));
        let mut view = Self {
            watches: Vec::new(),
            sources: Vec::new(),
            states: Vec::new(),
            rated: Vec::new(),
            dimension: system.dimension(),
            timed,
            lasting,
            end,
        };
        for readout in readouts {
            let source = if readout.measure.window().is_none() {
                Source::End
            } else if let Some(terms) = system.weights(readout.observable) {
                Source::Sum(view.place(Watch::sum(terms)))
            } else {
                for state in system.reads(readout.observable) {
                    let place = view.place(Watch::state(state));
                    if !view.states.contains(&(state, place)) {
                        view.states.push((state, place));
                    }
                }
                Source::Rule
            };
            view.sources.push(source);
            if let Measure::PeakTime(..) = readout.measure {
                view.rate(&system.reads(readout.observable), system);
            }
        }
        view
    }

    /// Watches what the rates of `states` depend on.
    fn rate<S: Observed>(&mut self, states: &[usize], system: &S) {
        for &(_, state) in system.pattern().iter().filter(|entry| states.contains(&entry.0)) {
            let place = self.place(Watch::state(state));
            if !self.rated.contains(&(state, place)) {
                self.rated.push((state, place));
            }
        }
    }

    /// The sums of states to be watched, in order.
    pub fn watches(&self) -> &[Watch] {
        &self.watches
    }

    fn place(&mut self, watch: Watch) -> usize {
        self.watches.iter().position(|known| *known == watch).unwrap_or_else(|| {
            self.watches.push(watch);
            self.watches.len() - 1
        })
    }
}
