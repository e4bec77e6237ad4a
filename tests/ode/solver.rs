//! The Rosenbrock solver against closed forms, published values and itself.

use crate::problems::{Brusselator, Decay, Explosion, Ramp, Robertson, Seventh, Tracking};
use jakstat::ode::{
    Blind, Change, CodePath, Failure, Feed, Finished, Job, Method, Options, Run, Sampler, Solver,
    Stop, System, Tolerance, Why,
};

const METHODS: [Method; 2] = [Method::Rodas4, Method::Rodas5P];

fn run(end: f64, initial: &[f64], parameters: &[f64]) -> Run {
    Run { end, initial: initial.to_vec(), parameters: parameters.to_vec(), ..Run::default() }
}

fn options(method: Method, relative: f64) -> Options {
    Options { method, tolerance: Tolerance::relative(relative), ..Options::default() }
}

fn solve<S: System>(system: &S, options: &Options, run: Run) -> Result<Finished, Failure> {
    Solver::new(system, options.clone()).unwrap().solve_one(run, Blind).1
}

/// The state after `steps` equal steps, and dense output in the middle of the last but one.
fn fixed_steps<S: System>(
    system: &S,
    method: Method,
    run: Run,
    steps: u32,
) -> (Vec<f64>, Vec<f64>) {
    let h = (run.end - run.start) / f64::from(steps);
    let stops = (1..steps)
        .map(|k| Stop { time: run.start + h * f64::from(k), changes: Vec::new() })
        .collect();
    let middle = [run.end - 1.5 * h];
    let loose = Options {
        tolerance: Tolerance { relative: 0.1, absolute: jakstat::ode::Absolute::Uniform(1e30) },
        first_step: Some(2.0 * h),
        ..options(method, 0.1)
    };
    let solver = Solver::new(system, loose).unwrap();
    let sampler = Sampler::new(&middle, system.dimension());
    let (sampler, outcome) = solver.solve_one(Run { stops, ..run }, sampler);
    let finished = outcome.unwrap();
    assert_eq!(finished.statistics.accepted, u64::from(steps));
    (finished.state, sampler.rows)
}

#[test]
fn order_is_nominal_on_autonomous_and_time_dependent_problems() {
    for (method, order, dense_order) in [(Method::Rodas4, 4.0, 3.0), (Method::Rodas5P, 5.0, 4.0)] {
        let slope = |coarse: f64, fine: f64| (coarse / fine).log2();
        // Tracked from the solution itself 1 / (1 + t), which depends on time; not stiff, so that the
        // order seen is the classical one.
        let tracking = |steps| {
            let (end, middle) = fixed_steps(&Tracking, method, run(2.0, &[1.0], &[-1.0]), steps);
            let inside = 2.0 - 3.0 / f64::from(steps);
            ((end[0] - 1.0 / 3.0).abs(), (middle[0] - 1.0 / (1.0 + inside)).abs())
        };
        let exact =
            solve(&Brusselator, &options(Method::Rodas5P, 1e-13), run(2.0, &[1.5, 3.0], &[3.0]));
        let exact = exact.unwrap().state[0];
        let brusselator = |steps| {
            let (end, _) = fixed_steps(&Brusselator, method, run(2.0, &[1.5, 3.0], &[3.0]), steps);
            (end[0] - exact).abs()
        };
        for steps in [16, 32, 64] {
            let (coarse, fine) = (tracking(steps), tracking(2 * steps));
            let (end, dense) = (slope(coarse.0, fine.0), slope(coarse.1, fine.1));
            assert!((end - order).abs() < 0.2, "{method:?}: {end}");
            assert!(dense > dense_order - 0.2, "{method:?} dense: {dense}");
        }
        let measured = slope(brusselator(128), brusselator(256));
        assert!((measured - order).abs() < 0.2, "{method:?} on the Brusselator: {measured}");
    }
}

#[test]
fn closed_forms_that_depend_on_time_are_met() {
    for method in METHODS {
        let tight = options(method, 1e-10);
        let ramp = solve(&Ramp, &tight, run(2.0, &[1.0], &[])).unwrap().state[0];
        assert!((ramp / (2.0 * 2f64.exp() - 3.0) - 1.0).abs() < 1e-9);
        let seventh = solve(&Seventh, &tight, run(3.0, &[0.0], &[])).unwrap().state[0];
        assert!((seventh / 3f64.powi(7) - 1.0).abs() < 1e-9);
        for rate in [-1.0, -1e3, -1e6] {
            let y = solve(&Tracking, &tight, run(10.0, &[1.0], &[rate])).unwrap().state[0];
            assert!((y * 11.0 - 1.0).abs() < 1e-9, "{method:?} at rate {rate}: {y}");
        }
    }
}

#[test]
fn robertson_agrees_with_published_values() {
    // Mazzia & Magherini, Test Set for IVP Solvers, release 2.4 (t = 1e11 there); here the values at
    // t = 40 and 4e10 given with CVODE's example cvRoberts, more digits from a run at rtol 1e-12.
    let at_40 = [0.7158270687, 9.185534764e-6, 0.2841637457];
    let at_4e10 = [5.20834502e-8, 2.08333809e-13, 0.99999994791634];
    for method in METHODS {
        for (end, reference) in [(40.0, at_40), (4e10, at_4e10)] {
            let state =
                solve(&Robertson, &options(method, 1e-9), run(end, &[1.0, 0.0, 0.0], &[1.0]));
            for (y, reference) in state.unwrap().state.iter().zip(reference) {
                assert!((y / reference - 1.0).abs() < 1e-6, "{method:?} at {end}: {y} {reference}");
            }
        }
    }
}

#[test]
fn dense_output_agrees_with_the_solution() {
    let times: Vec<f64> = (0..=300).map(|k| f64::from(k) * 0.02).collect();
    for method in METHODS {
        let solver = Solver::new(&Decay, options(method, 1e-8)).unwrap();
        let (sampler, outcome) =
            solver.solve_one(run(6.0, &[2.0], &[1.3]), Sampler::new(&times, 1));
        assert_eq!(sampler.rows.len(), times.len());
        for (&t, y) in times.iter().zip(&sampler.rows) {
            assert!((y - 2.0 * (-1.3 * t).exp()).abs() < 1e-7);
        }
        assert_eq!(
            sampler.rows[300],
            outcome.unwrap().state[0],
            "last row is the end, bit for bit"
        );
    }
}

#[test]
fn stops_are_landed_on_and_changes_made() {
    let stops = vec![
        Stop { time: 0.0, changes: vec![Change::SetState { index: 0, value: 3.0 }] },
        Stop { time: 1.0, changes: vec![Change::AddToState { index: 0, value: 2.0 }] },
        Stop { time: 2.5, changes: vec![Change::SetParameter { index: 0, value: 0.0 }] },
    ];
    let times = [0.0, 1.0, 1.5, 2.5, 4.0];
    let solver = Solver::new(&Decay, options(Method::Rodas5P, 1e-11)).unwrap();
    let run = Run { stops, ..run(4.0, &[1.0], &[0.7]) };
    let (sampler, outcome) = solver.solve_one(run, Sampler::new(&times, 1));
    let e = |t: f64| (-0.7 * t).exp();
    let second = 3.0 * e(1.0) + 2.0;
    let expected = [3.0, 3.0 * e(1.0), second * e(0.5), second * e(1.5), second * e(1.5)];
    for (y, expected) in sampler.rows.iter().zip(expected) {
        assert!((y / expected - 1.0).abs() < 1e-9);
    }
    assert_eq!(outcome.unwrap().statistics.stretches, 3);
}

/// Runs of many different lengths and stiffnesses.
struct Crowd {
    left: Vec<usize>,
    outcomes: Vec<Option<Result<Finished, Failure>>>,
}

fn member(k: usize) -> Run {
    let scale = 10f64.powf((k % 37) as f64 / 6.0 - 3.0);
    run(40.0 * (1.0 + (k % 5) as f64), &[1.0, 0.0, 0.0], &[scale])
}

impl Feed for Crowd {
    type Observer = Blind;
    fn next(&mut self) -> Option<Job<Blind>> {
        let id = self.left.pop()?;
        Some(Job { id, run: member(id), observer: Blind })
    }
    fn done(&mut self, id: usize, _: Blind, outcome: Result<Finished, Failure>) {
        assert!(self.outcomes[id].replace(outcome).is_none(), "each outcome comes once");
    }
}

#[test]
fn a_run_alone_equals_the_run_in_a_crowd_on_every_path_bit_for_bit() {
    const N: usize = 203;
    let alone: Vec<Finished> = (0..N)
        .map(|k| {
            let scalar =
                Options { path: CodePath::available()[0], ..options(Method::Rodas5P, 1e-6) };
            let fused = Options { path: CodePath::Scalar, ..scalar.clone() };
            let path = if CodePath::Scalar.is_available() { fused } else { scalar };
            solve(&Robertson, &path, member(k)).unwrap()
        })
        .collect();
    for path in CodePath::available() {
        let options = Options { path, ..options(Method::Rodas5P, 1e-6) };
        for backwards in [0, 1] {
            let mut left: Vec<usize> = (0..N).collect();
            if backwards == 1 {
                left.reverse();
            }
            let mut crowd = Crowd { left, outcomes: vec![None; N] };
            Solver::new(&Robertson, options.clone()).unwrap().solve(&mut crowd);
            for (k, outcome) in crowd.outcomes.into_iter().enumerate() {
                let finished = outcome.unwrap().unwrap();
                if path == CodePath::Unfused && CodePath::Scalar.is_available() {
                    let close = finished.state.iter().zip(&alone[k].state);
                    assert!(close.into_iter().all(|(a, b)| (a - b).abs() < 1e-9));
                } else {
                    assert_eq!(finished, alone[k], "run {k} on {path}");
                }
            }
        }
    }
}

#[test]
fn an_explosion_fails_naming_state_and_time_and_harms_no_neighbour() {
    let failure = solve(&Explosion, &Options::default(), run(2.0, &[1.0], &[])).unwrap_err();
    assert!((failure.time - 1.0).abs() < 1e-3, "{failure}");
    assert!(failure.to_string().contains("y[0]"), "{failure}");
    assert!(matches!(failure.why, Why::StepTooSmall { .. }));
    let nan = solve(&Explosion, &Options::default(), run(2.0, &[1e200], &[])).unwrap_err();
    assert_eq!(nan.why, Why::NonFiniteRate { state: "y[0]".into() });
}

#[test]
fn caps_and_bad_runs_are_typed() {
    let few = Options { max_steps: 3, ..Options::default() };
    let failure = solve(&Robertson, &few, run(40.0, &[1.0, 0.0, 0.0], &[1.0])).unwrap_err();
    assert_eq!(failure.why, Why::TooManySteps { max_steps: 3 });
    for (bad, text) in [
        (run(-1.0, &[1.0], &[1.0]), "end = -1"),
        (run(f64::NAN, &[1.0], &[1.0]), "end = NaN"),
        (run(1.0, &[f64::INFINITY], &[1.0]), "initial value of y[0] = inf"),
        (run(1.0, &[1.0], &[f64::NAN]), "parameters[0] = NaN"),
        (run(1.0, &[], &[1.0]), "initial.len() = 0"),
    ] {
        let failure = solve(&Decay, &Options::default(), bad).unwrap_err();
        assert!(failure.to_string().contains(text), "{failure}");
    }
    for (options, text) in [
        (options(Method::Rodas5P, 0.0), "tolerance.relative = 0 cannot be used: give 1e-13 to 0.1"),
        (options(Method::Rodas5P, f64::NAN), "tolerance.relative = NaN"),
        (Options { max_step: -1.0, ..Options::default() }, "max_step = -1"),
        (Options { first_step: Some(0.0), ..Options::default() }, "first_step = 0"),
    ] {
        let error = Solver::new(&Decay, options).unwrap_err();
        assert!(error.to_string().contains(text), "{error}");
    }
}

#[test]
fn a_span_of_no_length_returns_its_start() {
    let times = [0.0];
    let solver = Solver::new(&Decay, Options::default()).unwrap();
    let (sampler, outcome) = solver.solve_one(run(0.0, &[2.0], &[1.0]), Sampler::new(&times, 1));
    assert_eq!((sampler.rows, outcome.unwrap().state), (vec![2.0], vec![2.0]));
}
