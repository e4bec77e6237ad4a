//! The dynamic way: the network with the body that takes the drug.

use super::super::simulate::control;
use super::super::{Assay, AssayError};
use super::{DAY, Day, Inhibition, MOMENTS, Period, moments};
use crate::catalog::Inhibitor;
use crate::network::Observable;
use crate::ode::System as _;
use crate::pathway::{CytokineSupply, Drug, Pathway, PathwayModel};
use crate::pharmacokinetics::Exposure;
use crate::readout::{Measure, Readout};
use crate::sweep::{Conditions, Event, Outcome, Protocol, Sweep};
use crate::units::Time;
use serde::{Deserialize, Serialize};

/// The longest period of doses that is looked for, in days.
const LONGEST_PERIOD: u32 = 14;
/// Days after which cells under the same doses must have come to repeat themselves; each try is twice as long.
const MOST_DAYS: u32 = 64;
/// Periods in the first try; each try is twice as long.
const FIRST_PERIODS: u32 = 4;
/// A day repeats itself if no state changes by more than this many times the solver's relative tolerance.
const REPEATED: f64 = 100.0;
/// States smaller than this share of their scale are compared with it instead of with themselves.
const SMALL: f64 = 1e-3;

/// An experiment on cells in a body that takes drugs.
pub(super) struct ByNetwork<'a> {
    assay: &'a Assay,
    pathway: PathwayModel,
}

/// What a day comes to through the network.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DynamicDay {
    /// Inhibition over the day.
    pub inhibition: Inhibition,
    /// How well the day repeats itself; none for doses that do not.
    pub period: Option<Period>,
    /// Inhibition every five minutes, both ends of the day among them.
    pub moments: Vec<f64>,
}

impl Assay {
    /// What drugs taken beside one another, or one after the other, do to the signal on the day that begins at
    /// `from`: one exposure for each drug, as in [`daily_inhibition`](Self::daily_inhibition), the dynamic way.
    ///
    /// A drug that replaces another [starts](crate::pharmacokinetics::Regimen::starting) when the doses of the other
    /// are over.
    ///
    /// # Errors
    /// As [`daily_inhibition`](Self::daily_inhibition).
    pub fn dynamic_day(
        &self,
        taken: &[(&Inhibitor, &Exposure)],
        from: Time,
    ) -> Result<DynamicDay, AssayError> {
        for (inhibitor, exposure) in taken {
            Day::of(inhibitor, exposure, from)?;
        }
        let exposures: Vec<&Exposure> = taken.iter().map(|&(_, exposure)| exposure).collect();
        ByNetwork::of(self, taken)?.over(&exposures, from)
    }
}

impl<'a> ByNetwork<'a> {
    pub(super) fn of(
        assay: &'a Assay,
        taken: &[(&Inhibitor, &Exposure)],
    ) -> Result<Self, AssayError> {
        let inhibitors: Vec<&Inhibitor> = taken.iter().map(|&(inhibitor, _)| inhibitor).collect();
        let pathway = assay.cells().inhibitors(&inhibitors).supply(CytokineSupply::Constant);
        let bodies = taken.iter().map(|(_, exposure)| exposure.individual());
        let pathway = bodies.fold(pathway, Pathway::taken_by).build()?;
        Ok(Self { assay, pathway })
    }

    /// The day, after as many days as it takes where the doses repeat themselves; one exposure for each drug.
    pub(super) fn over(
        &self,
        exposures: &[&Exposure],
        from: Time,
    ) -> Result<DynamicDay, AssayError> {
        let from = from.as_seconds();
        let Some(period) = period(exposures, from) else {
            let series = || exposures.iter().flat_map(|exposure| exposure.regimen().series());
            if series().any(|dose| dose.steady_state) {
                return Err(AssayError::NoHistory { longest: LONGEST_PERIOD });
            }
            let first = series().map(|dose| dose.time.as_seconds()).fold(from, f64::min);
            return Ok(self.simulate(exposures, first, (from, 1))?.0);
        };
        let mut periods = FIRST_PERIODS;
        loop {
            let last = from + f64::from((periods - 1) * period) * DAY;
            let (course, residual) = self.simulate(exposures, from, (last, period))?;
            let days = periods * period;
            if residual <= REPEATED * self.assay.options.tolerance.relative {
                return Ok(DynamicDay { period: Some(Period { days, residual }), ..course });
            }
            if days >= MOST_DAYS {
                return Err(AssayError::NotPeriodic { days, residual });
            }
            periods *= 2;
        }
    }

    /// The day from `from`, in s, in cells that were at rest without drug until `start`, and by how much the days of
    /// a period from there change their states.
    fn simulate(
        &self,
        exposures: &[&Exposure],
        start: f64,
        (from, period): (f64, u32),
    ) -> Result<(DynamicDay, f64), AssayError> {
        let (to, end) = (from + DAY, from + f64::from(period) * DAY);
        let model = self.pathway.model();
        let signal = self.assay.observable(&self.pathway)?;
        let at = |observable, time| Readout { observable, measure: Measure::At(time) };
        let mut readouts = vec![
            at(signal, start),
            Readout { observable: signal, measure: Measure::Area(from, to) },
        ];
        readouts.extend(moments(from).map(|time| at(signal, time)));
        let states = model.dimension();
        for time in [from, end] {
            readouts.extend((0..states).map(|state| at(Observable::Species(state), time)));
        }
        let sweep = Sweep::new(model, self.protocol(exposures, start, end)?)
            .readouts(&readouts)
            .options(self.assay.options.clone());
        let values = match sweep.run(&Conditions::single())?.swap_remove(0) {
            Outcome::Ok(completed) => completed.readouts,
            Outcome::Failed(failed) => return Err(failed.into()),
        };
        let control = control(values[0], self.assay.finest(model, signal))?;
        let area = values[1];
        let (signals, ends) = values[2..].split_at(MOMENTS as usize);
        let course: Vec<f64> = signals.iter().map(|left| 1.0 - left / control).collect();
        let inhibition = Inhibition {
            average: 1.0 - area / (DAY * control),
            peak: course.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            trough: course.iter().copied().fold(f64::INFINITY, f64::min),
        };
        let (before, after) = ends.split_at(states);
        let change = |state: usize| {
            // A floor is a millionth of the scale.
            let scale = SMALL * 1e6 * model.floor(state);
            let (before, after) = (before[state], after[state]);
            (after - before).abs() / before.abs().max(after.abs()).max(scale)
        };
        let residual = (0..states).map(change).fold(0.0, f64::max);
        Ok((DynamicDay { inhibition, period: None, moments: course }, residual))
    }

    /// Rest with the cytokine and without drug, then the doses.
    fn protocol(
        &self,
        exposures: &[&Exposure],
        start: f64,
        end: f64,
    ) -> Result<Protocol, AssayError> {
        let mut events = Vec::new();
        let bodies = self.pathway.drugs().iter().filter_map(Drug::kinetics);
        for (body, exposure) in bodies.zip(exposures) {
            let stops = body.stops(exposure, start, end)?;
            events.extend(stops.into_iter().flat_map(Event::of));
        }
        Ok(Protocol { start, end, events, rest: Some(Vec::new()) })
    }
}

/// After how many days all concentrations from a time in s on repeat themselves, if they do.
fn period(exposures: &[&Exposure], from: f64) -> Option<u32> {
    let same = |exposure: &Exposure, time: f64, days: f64| {
        let total = |seconds: f64| exposure.total(Time::from_seconds(seconds)).as_nanomolar();
        let now = total(time);
        (total(time + days * DAY) - now).abs() <= 1e-9 * now.abs()
    };
    (1..=LONGEST_PERIOD).find(|&period| {
        (0..48 * period).all(|half_hour| {
            let time = from + 1800.0 * f64::from(half_hour) + 900.0;
            // Doses that end do so before the last of the tries is over.
            let later = [1.0, f64::from(MOST_DAYS)].map(|periods| periods * f64::from(period));
            exposures.iter().all(|exposure| later.iter().all(|&days| same(exposure, time, days)))
        })
    })
}
