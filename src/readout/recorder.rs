//! Takes readouts from the steps of one run.

use super::course::{Course, Kind};
use super::gauge::Gauge;
use super::reader::Reader;
use super::sharp::Sharp;
use super::view::Source;
use super::{Measure, Observed, Readout, View, at_rest};
use crate::network::{Model, Observable};
use crate::ode::{Failure, Interpolant, Observer, OptionsError, Solver, Why};

/// Watches a run of a system and takes readouts.
///
/// The solver must watch what [`View::watches`] names, in that order.
#[derive(Debug)]
pub struct Recorder<'a, S = Model> {
    system: &'a S,
    readouts: &'a [Readout],
    view: &'a View,
    reader: Reader<'a>,
    /// How many of the view's timed readouts have been taken.
    taken: usize,
    /// One per readout, not a number until it was read.
    values: Vec<f64>,
    /// One per lasting readout of the view.
    lasting: Vec<Lasting>,
    /// When the current stretch began.
    stretch: f64,
    now: f64,
    begun: bool,
}

/// A readout that takes more than one look.
#[derive(Debug)]
struct Lasting {
    gauge: Gauge,
    /// The observable where the last step that was shown ended.
    before: f64,
}

impl<'a, S: Observed> Recorder<'a, S> {
    /// A recorder of `readouts` that sees what their `view` asks for.
    pub fn new(system: &'a S, readouts: &'a [Readout], view: &'a View) -> Self {
        let lasting = |&(k, _): &(usize, _)| Lasting {
            gauge: Gauge::new(readouts[k].measure),
            before: f64::NAN,
        };
        Self {
            system,
            readouts,
            view,
            reader: Reader::new(system, readouts, view),
            taken: 0,
            values: vec![f64::NAN; readouts.len()],
            lasting: view.lasting.iter().map(lasting).collect(),
            stretch: f64::NEG_INFINITY,
            now: f64::NEG_INFINITY,
            begun: false,
        }
    }

    /// The values of a run that is over, one per readout, given its last state.
    ///
    /// `solver` gives what finds the state of rest, if one is asked for.
    ///
    /// # Errors
    /// A [`Failure`]: [`Why::NoRest`], what interrupted the solver, or [`Why::NoReadout`] for what is not a number.
    pub fn finish<'s>(
        mut self,
        state: &[f64],
        solver: impl Fn() -> Result<Solver<'s, S>, OptionsError>,
    ) -> Result<Vec<f64>, Failure>
    where
        S: 's,
    {
        let time = self.view.end;
        let (mut rest, mut evaluate): (Option<Vec<f64>>, _) = (None, None);
        for (value, readout) in self.values.iter_mut().zip(self.readouts) {
            let parameters = self.reader.parameters();
            let state = match (readout.measure, &rest) {
                (Measure::Final, _) => state,
                (Measure::SteadyState, Some(found)) => found,
                (Measure::SteadyState, None) => {
                    let times = (self.stretch, time);
                    rest.insert(at_rest::find(self.system, (state, parameters), times, solver())?)
                }
                _ => continue,
            };
            let evaluate = evaluate.get_or_insert_with(|| self.system.evaluate());
            *value = evaluate(readout.observable, time, state, parameters);
        }
        for (&(k, _), Lasting { gauge, .. }) in self.view.lasting.iter().zip(&self.lasting) {
            self.values[k] = gauge.value();
        }
        match self.values.iter().position(|value| value.is_nan()) {
            Some(k) => Err(self.no_number(k, time)),
            None => Ok(self.values),
        }
    }

    fn no_number(&self, k: usize, time: f64) -> Failure {
        let Readout { observable, measure } = self.readouts[k];
        let observable = match observable {
            Observable::Species(state) => self.system.state_name(state),
            Observable::Rule(rule) => self.system.rules().swap_remove(rule),
        };
        Failure { why: Why::NoReadout { observable, measure: format!("{measure:?}") }, time }
    }

    /// The next readout of a value at a time, if that time is not after `end`.
    fn next_due(&mut self, end: f64) -> Option<(usize, f64)> {
        let &(k, time) = self.view.timed.get(self.taken)?;
        (time <= end).then(|| {
            self.taken += 1;
            (k, time)
        })
    }
}

impl<S: Observed> Observer for Recorder<'_, S> {
    fn stretch(&mut self, time: f64, states: &[f64], parameters: &[f64]) {
        let first = !core::mem::replace(&mut self.begun, true);
        (self.now, self.stretch) = (time, time);
        self.reader.stretch(parameters);
        // Later stretches begin at a stop, whose left side the step before it has shown.
        while let Some((k, _)) = first.then(|| self.next_due(time)).flatten() {
            self.values[k] = self.reader.value(k, time, |place| states[place]);
        }
        for (&(k, (from, to)), lasting) in self.view.lasting.iter().zip(&mut self.lasting) {
            if from <= time && (time < to || (first && time <= to)) {
                let value = self.reader.value(k, time, |place| states[place]);
                let before = if first { value } else { lasting.before };
                lasting.gauge.see(&Course::jump(time, before, value));
            }
        }
    }

    fn wants(&self) -> f64 {
        let next = self.view.timed.get(self.taken).map_or(f64::INFINITY, |timed| timed.1);
        let lasting = self.view.lasting.iter().zip(&self.lasting);
        lasting
            .filter(|&(&(_, (_, to)), lasting)| to > self.now && !lasting.gauge.is_settled())
            // From then on every step.
            .map(|(&(_, (from, _)), _)| if from <= self.now { f64::NEG_INFINITY } else { from })
            .fold(next, f64::min)
    }

    fn step(&mut self, step: &dyn Interpolant) {
        let (start, end) = (step.start(), step.end());
        while let Some((k, time)) = self.next_due(end) {
            self.values[k] = self.reader.value(k, time, |place| step.value(place, time));
        }
        let (mut course, mut followed) = (Course::default(), None);
        for (&(k, (from, to)), lasting) in self.view.lasting.iter().zip(&mut self.lasting) {
            if from > end || to < start || lasting.gauge.is_settled() {
                continue;
            }
            let reader = &mut self.reader;
            let mut value = |time| reader.value(k, time, |place| step.value(place, time));
            let (low, high) = (from.max(start), to.min(end));
            let kind = match self.view.sources[k] {
                Source::Sum(_) => Kind::Sum,
                _ => Kind::Rule,
            };
            if low < high {
                // Several measures of one observable follow it once.
                let which = Some((self.readouts[k].observable, low, high));
                if core::mem::replace(&mut followed, which) != which {
                    course.follow((low, high), kind, &mut value);
                }
                if let Some(time) = lasting.gauge.needs_slope(&course) {
                    let parameters = self.reader.parameters();
                    let sharp = Sharp::new((step, time), self.system, self.view, parameters);
                    let reader = &mut self.reader;
                    course.follow((low, high), kind, &mut |time| {
                        reader.value(k, time, |place| sharp.value(place, time))
                    });
                    followed = None;
                }
                lasting.gauge.see(&course);
                lasting.before = course.limbs.last().map_or(f64::NAN, |limb| limb.end.1);
            } else if from > start {
                let here = value(from);
                lasting.before = here;
                if from >= to {
                    lasting.gauge.see(&Course::jump(from, here, here));
                }
            }
        }
        self.now = end;
    }
}
