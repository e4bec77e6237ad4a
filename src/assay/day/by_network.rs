//! The dynamic way: the network with the body that takes the drug.

use super::super::{Assay, AssayError};
use super::{DAY, Day, Inhibition, MOMENTS, Period};
use crate::catalog::Inhibitor;
use crate::network::Observable;
use crate::ode::{Change, Stop, System as _};
use crate::pathway::{CytokineSupply, PathwayModel};
use crate::pharmacokinetics::Exposure;
use crate::readout::{Measure, Readout};
use crate::response::ResponseError;
use crate::sweep::{Action, Conditions, Event, Outcome, Protocol, Source, Sweep};
use crate::units::Time;

/// Days after which cells under the same doses must have come to repeat themselves; each try is twice as long.
const MOST_DAYS: u32 = 64;
/// Days in the first try: one to look at, and one to compare it with.
const FIRST_DAYS: u32 = 4;
/// A day repeats itself if no state changes by more than this many times the solver's relative tolerance.
const REPEATED: f64 = 100.0;
/// States smaller than this share of their scale are compared with it instead of with themselves.
const SMALL: f64 = 1e-3;

/// An experiment on cells in a body that takes the drug.
pub(super) struct ByNetwork<'a> {
    assay: &'a Assay,
    pathway: PathwayModel,
    drug: String,
}

/// What a day comes to.
pub(super) struct Course {
    pub(super) inhibition: Inhibition,
    pub(super) period: Option<Period>,
    /// Inhibition every five minutes.
    pub(super) moments: Vec<f64>,
}

impl<'a> ByNetwork<'a> {
    pub(super) fn of(
        assay: &'a Assay,
        inhibitor: &Inhibitor,
        exposure: &Exposure,
    ) -> Result<Self, AssayError> {
        let pathway = assay
            .cells()
            .inhibitors(&[inhibitor])
            .taken_by(exposure.individual())
            .supply(CytokineSupply::Constant)
            .build()?;
        Ok(Self { assay, pathway, drug: inhibitor.name().into() })
    }

    /// The day, after as many days as it takes where the regimen repeats itself.
    pub(super) fn over(&self, day: &Day<'_>) -> Result<Course, AssayError> {
        let from = day.from.as_seconds();
        if !repeats(day) {
            return Ok(self.simulate(day.exposure, from.min(0.0), from)?.0);
        }
        let mut days = FIRST_DAYS;
        loop {
            let last = from + f64::from(days - 1) * DAY;
            let (course, residual) = self.simulate(day.exposure, from, last)?;
            if residual <= REPEATED * self.assay.options.tolerance.relative {
                return Ok(Course { period: Some(Period { days, residual }), ..course });
            }
            if days >= MOST_DAYS {
                return Err(AssayError::NotPeriodic { days, residual });
            }
            days *= 2;
        }
    }

    /// The day from `from`, in s, in cells that were at rest without drug until `start`, and by how much it changed
    /// their states.
    fn simulate(
        &self,
        exposure: &Exposure,
        start: f64,
        from: f64,
    ) -> Result<(Course, f64), AssayError> {
        let to = from + DAY;
        let model = self.pathway.model();
        let signal = self.assay.observable(&self.pathway)?;
        let at = |observable, time| Readout { observable, measure: Measure::At(time) };
        let step = DAY / f64::from(MOMENTS - 1);
        let times = (0..MOMENTS - 1).map(|k| from + f64::from(k) * step).chain([to]);
        let mut readouts = vec![
            at(signal, start),
            Readout { observable: signal, measure: Measure::Area(from, to) },
        ];
        readouts.extend(times.map(|time| at(signal, time)));
        let states = model.dimension();
        for time in [from, to] {
            readouts.extend((0..states).map(|state| at(Observable::Species(state), time)));
        }
        let sweep = Sweep::new(model, self.protocol(exposure, start, to)?)
            .readouts(&readouts)
            .options(self.assay.options.clone());
        let values = match sweep.run(&Conditions::single())?.swap_remove(0) {
            Outcome::Ok(completed) => completed.readouts,
            Outcome::Failed(failed) => return Err(failed.into()),
        };
        let (control, area) = (values[0], values[1]);
        let (signals, ends) = values[2..].split_at(MOMENTS as usize);
        if control <= 0.0 {
            return Err(ResponseError::NoControl { control }.into());
        }
        let moments: Vec<f64> = signals.iter().map(|left| 1.0 - left / control).collect();
        let inhibition = Inhibition {
            average: 1.0 - area / (DAY * control),
            peak: moments.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            trough: moments.iter().copied().fold(f64::INFINITY, f64::min),
        };
        let (before, after) = ends.split_at(states);
        let change = |state: usize| {
            // A floor is a millionth of the scale.
            let scale = SMALL * 1e6 * model.floor(state);
            let (before, after) = (before[state], after[state]);
            (after - before).abs() / before.abs().max(after.abs()).max(scale)
        };
        let residual = (0..states).map(change).fold(0.0, f64::max);
        Ok((Course { inhibition, period: None, moments }, residual))
    }

    /// Rest with the cytokine and without drug, then the doses.
    fn protocol(&self, exposure: &Exposure, start: f64, end: f64) -> Result<Protocol, AssayError> {
        let drug = self.pathway.drug(&self.drug)?;
        let stops = drug.kinetics().map(|body| body.stops(exposure, start, end)).transpose()?;
        let events = stops.unwrap_or_default().into_iter().flat_map(events).collect();
        Ok(Protocol { start, end, events, rest: Some(Vec::new()) })
    }
}

fn events(stop: Stop) -> impl Iterator<Item = Event> {
    let time = stop.time;
    stop.changes.into_iter().map(move |change| Event {
        time,
        action: match change {
            Change::AddToState { index, value } => Action::Add(index, Source::Value(value)),
            Change::SetState { index, value } => Action::SetSpecies(index, Source::Value(value)),
            Change::SetParameter { index, value } => {
                Action::SetParameter(index, Source::Value(value))
            }
        },
    })
}

/// Whether the concentrations of the day are those of the days after it.
fn repeats(day: &Day<'_>) -> bool {
    let from = day.from.as_seconds();
    let total = |seconds: f64| day.exposure.total(Time::from_seconds(seconds)).as_nanomolar();
    (0..48).all(|half_hour| {
        let time = from + 1800.0 * f64::from(half_hour) + 900.0;
        let day = total(time);
        // A regimen that ends does so before the last of the tries is over.
        [1.0, f64::from(MOST_DAYS)]
            .iter()
            .all(|days| (total(time + days * DAY) - day).abs() <= 1e-9 * day.abs())
    })
}
