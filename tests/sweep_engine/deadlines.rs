//! Deadlines and cancellation: heeded between steps, also on the way to rest, and nothing is tried after them.

use crate::explosive::{explosive, of};
use crate::points::{calm, over};
use jakstat::network::Observable;
use jakstat::ode::{Blind, Run, Solver, Timed, Why, steady_state};
use jakstat::prelude::*;
use jakstat::sweep::{Flow, Progress};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// More than a shared machine keeps a thread waiting, and far less than what is interrupted would take.
const SOON: Duration = Duration::from_secs(1);
const FOREVER: f64 = 1e5;

/// x″ = −ω² x: never at rest, and never done with steps of a hundredth of a second.
fn swinging() -> Model {
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let x = net.species("x", all, 1.0.nanomolar());
    let v = net.species("v", all, 0.0.nanomolar());
    let omega = net.parameter("omega", 1.0);
    net.reaction("up", Network::nothing(), x, Law::formula(Expr::from(v))).unwrap();
    let force = omega * omega * Expr::from(x);
    net.reaction("down", v, Network::nothing(), Law::formula(force)).unwrap();
    net.compile().unwrap()
}

fn slow() -> Options {
    Options { max_step: 0.01, max_steps: u64::MAX, ..Options::default() }
}

fn endless(model: &Model, rest: bool) -> Sweep<'_> {
    let readout = Readout { observable: Observable::Species(0), measure: Measure::At(FOREVER) };
    let rest = rest.then(Vec::new);
    Sweep::new(model, Protocol { end: FOREVER, rest, ..Protocol::default() })
        .readouts(&[readout])
        .options(slow())
}

fn points(model: &Model, count: u32) -> Conditions {
    let omegas: Vec<f64> = (0..count).map(|k| 1.0 + f64::from(k)).collect();
    Conditions::single().vary(model, "omega", &omegas).unwrap()
}

fn why(outcome: &Outcome) -> Why {
    outcome.readouts().unwrap_err().failure.why.clone()
}

/// How long `work` goes on after a flag was set 50 ms into it.
fn after_the_flag(flag: &AtomicBool, work: impl FnOnce() + Send) -> Duration {
    std::thread::scope(|scope| {
        let setter = scope.spawn(|| {
            std::thread::sleep(Duration::from_millis(50));
            flag.store(true, Ordering::Relaxed);
            Instant::now()
        });
        work();
        let over = Instant::now();
        over.duration_since(setter.join().unwrap())
    })
}

#[test]
fn a_flag_ends_a_sweep_in_the_middle_of_its_points() {
    let model = swinging();
    for (what, rest, method) in [
        ("stepping", false, Method::Rodas5P),
        ("stepping explicitly", false, Method::Dopri5),
        ("coming to rest", true, Method::Rodas5P),
    ] {
        for threads in [1, 2] {
            let flag = AtomicBool::new(false);
            let took = after_the_flag(&flag, || {
                let sweep = endless(&model, rest)
                    .options(Options { method, ..slow() })
                    .threads(threads)
                    .cancelled_by(&flag);
                let outcomes = sweep.run(&points(&model, 40)).unwrap();
                assert_eq!(outcomes.len(), 40);
                assert!(outcomes.iter().all(|outcome| why(outcome) == Why::Cancelled), "{what}");
                let tried = |o: &Outcome| o.readouts().unwrap_err().attempts.len();
                assert!(outcomes.iter().all(|outcome| tried(outcome) <= 1), "{what}");
            });
            println!("{what}, {threads} threads: over {took:?} after the flag");
            assert!(took < SOON, "{what}: {took:?}");
        }
    }
}

#[test]
fn a_report_that_cancels_ends_the_points_that_are_under_way() {
    let model = swinging();
    // The first point fails at once, which is when the report is heard.
    let rows: Vec<Vec<f64>> = [1e308, 1.0, 2.0, 3.0].into_iter().map(|omega| vec![omega]).collect();
    let list = Conditions::list(&model, &["omega"], &rows).unwrap();
    let began = Instant::now();
    let outcomes = endless(&model, true).run_with(&list, |_| Flow::Cancel).unwrap();
    assert!(began.elapsed() < SOON);
    assert!(outcomes[1..].iter().all(|outcome| why(outcome) == Why::Cancelled), "{outcomes:?}");
}

#[test]
fn looking_for_a_state_of_rest_can_be_interrupted_by_itself() {
    let model = swinging();
    let run = Run {
        initial: vec![1.0, 0.0],
        parameters: model.default_parameters(),
        end: FOREVER,
        ..Run::default()
    };
    let flag = AtomicBool::new(false);
    let took = after_the_flag(&flag, || {
        let solver = Solver::new(&model, slow()).unwrap().cancelled_by(&flag);
        let error = solver.steady_state(&run, &[]).unwrap_err();
        assert!(error.to_string().ends_with("cancelled before it was done"), "{error}");
    });
    assert!(took < SOON, "{took:?}");
    let options = Options { max_steps: 10, ..slow() };
    assert!(steady_state(&model, &run, &[], &options).is_err());
    let (_, outcome) =
        Solver::new(&model, slow()).unwrap().cancelled_by(&flag).solve_one(run, Blind);
    assert_eq!(outcome.unwrap_err().why, Why::Cancelled);
}

#[test]
fn a_point_past_its_deadline_fails_alone() {
    let (calm_model, swinging) = (explosive(), swinging());
    let allowed = Duration::from_millis(30);
    for rest in [false, true] {
        for method in [Method::Rodas5P, Method::Dop853] {
            let sweep = endless(&swinging, rest).options(Options { method, ..slow() });
            let began = Instant::now();
            let outcomes = sweep.point_deadline(allowed).run(&points(&swinging, 3)).unwrap();
            assert!(began.elapsed() < SOON, "{:?}", began.elapsed());
            for outcome in &outcomes {
                let failed = outcome.readouts().unwrap_err();
                assert_eq!(
                    failed.failure.why,
                    Why::Deadline { timed: Timed::Point, seconds: 0.03 }
                );
                assert_eq!(failed.attempts.len(), 1);
            }
        }
    }
    let sweep = endless(&swinging, false).point_deadline(allowed);
    let outcome = sweep.run(&points(&swinging, 1)).unwrap().remove(0);
    let text = outcome.readouts().unwrap_err().to_string();
    let ending =
        "the point was not done within 0.03 s: allow more time, or loosen the tolerance (tried 1)";
    assert!(text.ends_with(ending), "{text}");
    // Where there is time enough, a deadline changes no bit.
    let conditions = over(&calm_model, &calm(300));
    let plain = of(&calm_model).run(&conditions).unwrap();
    let hour = Duration::from_secs(3600);
    for allowed in [hour, Duration::MAX] {
        let timed = of(&calm_model).point_deadline(allowed).deadline(allowed);
        assert_eq!(timed.run(&conditions).unwrap(), plain);
    }
}

#[test]
fn a_sweep_past_its_deadline_has_an_outcome_for_every_point() {
    let model = swinging();
    let sweep = endless(&model, false).threads(2).deadline(Duration::from_millis(30));
    let began = Instant::now();
    let outcomes = sweep.run(&points(&model, 2000)).unwrap();
    assert!(began.elapsed() < SOON, "{:?}", began.elapsed());
    assert_eq!(outcomes.len(), 2000);
    let late = Why::Deadline { timed: Timed::Sweep, seconds: 0.03 };
    assert!(outcomes.iter().all(|outcome| why(outcome) == late), "{:?}", outcomes[0]);
    let never_begun = outcomes.last().unwrap().readouts().unwrap_err();
    assert!(never_begun.attempts.is_empty() && never_begun.failure.time == 0.0, "{never_begun:?}");
}

#[test]
fn an_attempt_that_failed_is_not_followed_by_another_once_time_is_up() {
    let model = explosive();
    let rates = [1.0; 40];
    let outcomes =
        of(&model).threads(1).run_with(&over(&model, &rates), |_| Flow::Continue).unwrap();
    assert!(outcomes.iter().all(|o| o.readouts().unwrap_err().attempts.len() == 3));
    let flag = AtomicBool::new(false);
    let mut calm_first = calm(1);
    calm_first.extend([1.0; 39]);
    // The first calm point is over before the others have been tried in every way.
    let outcomes = of(&model)
        .threads(1)
        .cancelled_by(&flag)
        .run_with(&over(&model, &calm_first), |_| {
            flag.store(true, Ordering::Relaxed);
            Flow::Continue
        })
        .unwrap();
    for outcome in &outcomes[1..] {
        let failed = outcome.readouts().unwrap_err();
        assert_eq!(failed.failure.why, Why::Cancelled);
        assert!(failed.attempts.len() < 3, "{failed:?}");
    }
    assert!(outcomes[1..].iter().any(|o| o.readouts().unwrap_err().attempts.is_empty()));
}

#[test]
fn progress_tells_the_rate_and_the_time_left() {
    let model = explosive();
    let seen = Mutex::new(Vec::<Progress>::new());
    let points = over(&model, &calm(600));
    of(&model)
        .threads(3)
        .chunk(10)
        .run_with(&points, |progress| {
            seen.lock().unwrap().push(progress);
            Flow::Continue
        })
        .unwrap();
    let seen = seen.into_inner().unwrap();
    assert!(seen.windows(2).all(|p| p[0].done < p[1].done && p[0].elapsed <= p[1].elapsed));
    for progress in &seen {
        let rate = progress.rate();
        assert!((rate * progress.elapsed.as_secs_f64() / progress.done as f64 - 1.0).abs() < 1e-9);
        let left = progress.left().unwrap().as_secs_f64();
        let points = (progress.total - progress.done) as f64;
        assert!((left * rate - points).abs() < 1e-3 * (1.0 + points), "{progress:?}");
    }
    let last = seen.last().unwrap();
    assert_eq!((last.done, last.total, last.left()), (600, 600, Some(Duration::ZERO)));
}
