//! Ten thousand random schedules: the closed form against the engine.

use super::dice::Dice;
use jakstat::network::{Model, Network};
use jakstat::ode::{Failure, Feed, Finished, Job, Options, Run, Sampler, Solver, Tolerance};
use jakstat::pharmacokinetics::{Declared, Exposure, Individual};
use jakstat::units::{Quantities, Time};
use rayon::prelude::*;

const SCHEDULES: usize = 10_000;
const END: f64 = 36.0 * 3600.0;
/// Times at which both are compared, s, the end among them.
const TIMES: [f64; 7] = [1800.0, 7200.0, 15_000.0, 36_000.0, 65_000.0, 100_000.0, END];

/// Largest error of the engine against the closed form, over the largest concentration.
struct Schedules<'a> {
    declared: &'a Declared,
    model: &'a Model,
    exposures: &'a [Exposure],
    next: usize,
    worst: f64,
}

impl<'a> Feed for Schedules<'a> {
    type Observer = Sampler<'a>;

    fn next(&mut self) -> Option<Job<Sampler<'a>>> {
        let exposure = self.exposures.get(self.next)?;
        let mut parameters = self.model.default_parameters();
        for (parameter, value) in self.declared.values(exposure.individual()) {
            parameters[parameter.index()] = value;
        }
        let run = Run {
            end: END,
            initial: self.model.initial(&parameters),
            parameters,
            stops: self.declared.stops(exposure, 0.0, END).unwrap(),
            ..Run::default()
        };
        self.next += 1;
        let states = self.model.species_names().len();
        Some(Job { id: self.next - 1, run, observer: Sampler::new(&TIMES, states) })
    }

    fn done(&mut self, id: usize, seen: Sampler<'a>, outcome: Result<Finished, Failure>) {
        outcome.unwrap();
        let exposure = &self.exposures[id];
        let volume = exposure.individual().disposition.volume.as_litres();
        let states = self.model.species_names().len();
        let window = exposure.summary(0.0.hours(), Time::from_seconds(END)).unwrap();
        let peak = window.peak.concentration.as_nanomolar();
        for (row, &time) in seen.rows.chunks(states).zip(&TIMES) {
            let engine = row[self.declared.central.index()] / volume;
            let exact = exposure.total(Time::from_seconds(time)).as_nanomolar();
            let error = (engine - exact).abs() / peak;
            assert!(error < 1e-9, "schedule {id} at {time} s: {engine} {exact}\n{exposure:#?}");
            self.worst = self.worst.max(error);
        }
    }
}

fn declared(body: &Individual) -> (Model, Declared) {
    let mut net = Network::new();
    let declared = body.declare(&mut net, "drug").unwrap();
    (net.compile().unwrap(), declared)
}

#[test]
fn the_closed_form_and_the_engine_agree_over_ten_thousand_random_schedules() {
    let options = Options { tolerance: Tolerance::relative(1e-12), ..Options::default() };
    let mut overall = 0.0_f64;
    for structure in 0..6 {
        let mut dice = Dice::new(structure);
        let count = SCHEDULES.div_ceil(6);
        let exposures: Vec<Exposure> = (0..count)
            .map(|_| Exposure::new(&dice.body(structure), &dice.regimen()).unwrap())
            .collect();
        let (model, declared) = declared(exposures[0].individual());
        let worst: Vec<f64> = exposures
            .par_chunks(count.div_ceil(16))
            .map(|exposures| {
                let (declared, model) = (&declared, &model);
                let mut feed = Schedules { declared, model, exposures, next: 0, worst: 0.0 };
                Solver::new(model, options.clone()).unwrap().solve(&mut feed);
                feed.worst
            })
            .collect();
        overall = worst.into_iter().fold(overall, f64::max);
    }
    // Far better than asked for, and not by comparing nothing.
    assert!(overall > 0.0 && overall < 1e-11, "largest difference {overall:.1e} of Cmax");
}
