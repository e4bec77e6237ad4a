//! The guarded explicit solvers, and the traps in `ode_solvers` 0.6.2 that the guard is for.
//!
//! A trap that no longer snaps means that the crate was mended: then the guard can be thinner.

use crate::problems::{Brusselator, Decay, Explosion, Ramp, Robertson, Tracking};
use core::sync::atomic::{AtomicBool, Ordering};
use core::time::Duration;
use jakstat::ode::{
    Blind, Interpolant, Method, Observer, Options, Run, Sampler, Solver, System, Tolerance, Why,
};
use ode_solvers::dop_shared::OutputType;
use ode_solvers::{DVector, Dop853, Dopri5, Rk4};
use std::time::Instant;

const EXPLICIT: [Method; 2] = [Method::Dopri5, Method::Dop853];

fn solver<S: System>(system: &S, method: Method, relative: f64) -> Solver<'_, S> {
    let tolerance = Tolerance::relative(relative);
    Solver::new(system, Options { method, tolerance, ..Options::default() }).unwrap()
}

fn run(start: f64, end: f64, initial: &[f64], parameters: &[f64]) -> Run {
    Run { start, end, initial: initial.to_vec(), parameters: parameters.to_vec(), ..Run::default() }
}

#[test]
fn explicit_solvers_agree_with_closed_forms_and_with_ours() {
    let times: Vec<f64> = (0..=7).map(|k| -5.0 + f64::from(k)).collect();
    for method in EXPLICIT {
        // Depends on time, and starts before zero: the crate alone is wrong, panics or hangs.
        let (sampler, outcome) = solver(&Ramp, method, 1e-10)
            .solve_one(run(-5.0, 2.0, &[1.0], &[]), Sampler::new(&times, 1));
        outcome.unwrap();
        for (t, y) in times.iter().zip(&sampler.rows) {
            let exact = (1.0 - 4.0) * (t + 5.0).exp() - t - 1.0;
            assert!((y / exact - 1.0).abs() < 1e-8, "{method:?} at {t}: {y} {exact}");
        }
        let start = run(0.0, 20.0, &[1.5, 3.0], &[3.0]);
        let (_, ours) =
            solver(&Brusselator, Method::Rodas5P, 1e-11).solve_one(start.clone(), Blind);
        let (_, theirs) = solver(&Brusselator, method, 1e-11).solve_one(start, Blind);
        for (a, b) in ours.unwrap().state.iter().zip(theirs.unwrap().state) {
            assert!((a / b - 1.0).abs() < 1e-7);
        }
    }
}

#[test]
fn a_long_leg_ends_soon_after_a_cancellation() {
    for method in EXPLICIT {
        let options = Options { method, max_steps: u64::MAX, ..Options::default() };
        let flag = AtomicBool::new(false);
        let stiff = Solver::new(&Robertson, options).unwrap().cancelled_by(&flag);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                std::thread::sleep(Duration::from_millis(50));
                flag.store(true, Ordering::Relaxed);
            });
            let began = Instant::now();
            let run = run(0.0, 1e7, &[1.0, 0.0, 0.0], &[1.0]);
            let failure = stiff.solve_one(run, Blind).1.unwrap_err();
            assert_eq!(failure.why, Why::Cancelled);
            assert!(failure.time > 0.0 && failure.time < 1e7, "{failure}");
            assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
        });
    }
}

#[test]
fn explicit_failures_are_typed() {
    for method in EXPLICIT {
        let (_, outcome) =
            solver(&Explosion, method, 1e-6).solve_one(run(0.0, 2.0, &[1.0], &[]), Blind);
        let failure = outcome.unwrap_err();
        assert!((failure.time - 1.0).abs() < 1e-2, "{failure}");
        assert!(failure.to_string().contains("y[0]"), "{failure}");
        let few = Options { method, max_steps: 50, ..Options::default() };
        let stiff = Solver::new(&Robertson, few).unwrap();
        let (_, outcome) = stiff.solve_one(run(0.0, 40.0, &[1.0, 0.0, 0.0], &[1.0]), Blind);
        assert_eq!(outcome.unwrap_err().why, Why::TooManySteps { max_steps: 50 });
        let (_, outcome) =
            solver(&Decay, method, 1e-6).solve_one(run(0.0, f64::NAN, &[1.0], &[1.0]), Blind);
        assert!(outcome.unwrap_err().to_string().contains("end = NaN"));
    }
}

#[test]
fn every_step_of_an_explicit_solver_can_be_watched() {
    struct Worst(f64);
    impl Observer for Worst {
        fn wants(&self) -> f64 {
            f64::NEG_INFINITY
        }
        fn step(&mut self, step: &dyn Interpolant) {
            for theta in [0.0, 0.25, 0.5, 0.9, 1.0] {
                let t = step.start() + theta * (step.end() - step.start());
                self.0 = self.0.max((step.value(0, t) - (-t).exp()).abs());
            }
        }
    }
    for method in EXPLICIT {
        let (worst, _) =
            solver(&Decay, method, 1e-8).solve_one(run(0.0, 3.0, &[1.0], &[1.0]), Worst(0.0));
        assert!(worst.0 < 2e-3 && worst.0 > 0.0, "{}", worst.0);
    }
    // The tracking problem is stiff at this rate; the cap on steps, not a hang, ends it.
    let few = Options { method: Method::Dopri5, max_steps: 100, ..Options::default() };
    let stiff = Solver::new(&Tracking, few).unwrap();
    assert!(stiff.solve_one(run(0.0, 10.0, &[1.0], &[-1e6]), Blind).1.is_err());
}

/// A system of the crate itself, for the traps.
#[derive(Clone, Copy)]
struct Raw(fn(f64, &DVector<f64>, &mut DVector<f64>));

impl ode_solvers::System<f64, DVector<f64>> for Raw {
    fn system(&self, x: f64, y: &DVector<f64>, dy: &mut DVector<f64>) {
        (self.0)(x, y, dy);
    }
}

fn one(y: f64) -> DVector<f64> {
    DVector::from_element(1, y)
}

const DECAY: Raw = Raw(|_, y, dy| dy[0] = -y[0]);
const RAMP: Raw = Raw(|x, y, dy| dy[0] = y[0] + x);

#[test]
fn trap_dense_output_extrapolates_its_last_row() {
    let mut solver = Dopri5::new(DECAY, 0.0, 2.0, 2.0, one(1.0), 1e-6, 1e-6);
    assert!(solver.integrate().is_ok());
    let last = solver.y_out().last().unwrap()[0];
    assert!((last / (-2f64).exp() - 1.0).abs() > 0.5, "mended: {last}");
}

#[test]
fn trap_dop853_is_wrong_where_the_equations_depend_on_time() {
    let parameters = (0.9, 0.0, 0.333, 6.0, 2.0, 0.0, 100_000, u32::MAX, OutputType::Sparse);
    let (safety, beta, least, most, longest, first, steps, stiff, output) = parameters;
    let mut solver = Dop853::from_param(
        RAMP,
        0.0,
        2.0,
        2.0,
        one(1.0),
        1e-6,
        1e-6,
        safety,
        beta,
        least,
        most,
        longest,
        first,
        steps,
        stiff,
        output,
    );
    assert!(solver.integrate().is_ok());
    let error = (solver.y_out().last().unwrap()[0] / (2.0 * 2f64.exp() - 3.0) - 1.0).abs();
    assert!(error > 1e-5, "mended: {error:e}");
}

#[test]
fn trap_a_negative_start_panics_dopri5() {
    let panicked = std::panic::catch_unwind(|| {
        Dopri5::new(DECAY, -5.0, 5.0, 1.0, one(1.0), 1e-6, 1e-6).integrate().is_ok()
    });
    assert!(panicked.is_err(), "mended");
}

#[test]
fn trap_a_negative_tolerance_is_accepted() {
    assert!(Dopri5::new(DECAY, 0.0, 2.0, 0.1, one(1.0), -1e-6, 1e-3).integrate().is_ok(), "mended");
}

#[test]
fn trap_rk4_calls_nan_a_success() {
    let nan = Raw(|x, _, dy| dy[0] = if x > 0.5 { f64::NAN } else { 1.0 });
    let mut solver = Rk4::new(nan, 0.0, one(1.0), 1.0, 0.1);
    assert!(solver.integrate().is_ok(), "mended");
    assert!(solver.y_out().last().unwrap()[0].is_nan());
}
