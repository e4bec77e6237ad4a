//! Systems of one's own are swept as models are, and may panic.

use crate::explosive::text;
use jakstat::network::{Fingerprint, Observable};
use jakstat::ode::{Frame, Lane, System, Why};
use jakstat::prelude::*;
use jakstat::readout::{Evaluate, Observed};
use jakstat::sweep::{Flow, Swept};
use std::panic::AssertUnwindSafe;
use std::sync::Once;

/// y′ = −rate · y from y = 1, with a second input that brings trouble.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Decay;

/// What a point of [`Decay`] may be made to do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Trouble {
    NotANumber,
    Overflow,
    Unbounded,
    Stall,
    Panic,
}

impl Trouble {
    pub(crate) const ALL: [Self; 5] =
        [Self::NotANumber, Self::Overflow, Self::Unbounded, Self::Stall, Self::Panic];

    pub(crate) fn number(self) -> f64 {
        1.0 + f64::from(self as u8)
    }

    pub(crate) fn of(number: f64) -> Option<Self> {
        Self::ALL.into_iter().find(|trouble| trouble.number() == number)
    }

    /// What is added to y′.
    fn added(number: f64, y: f64) -> f64 {
        match Self::of(number) {
            None => 0.0,
            Some(Self::NotANumber) => f64::NAN,
            Some(Self::Overflow) => 1e308 * (1.0 + y * y) * 10.0,
            Some(Self::Unbounded) => 10.0 * y * y,
            // Finite at the end, but many steps away.
            Some(Self::Stall) => 300.0 * y,
            Some(Self::Panic) => panic!("sabotage at y = {y}"),
        }
    }

    /// The derivative of that by y.
    fn slope(number: f64, y: f64) -> f64 {
        match Self::of(number) {
            Some(Self::Unbounded) => 20.0 * y,
            Some(Self::Stall) => 300.0,
            _ => 0.0,
        }
    }

    pub(crate) fn check(self, outcome: &Outcome) {
        let failed = outcome.readouts().unwrap_err();
        let right = match &failed.failure.why {
            Why::NonFiniteRate { state } => {
                state == "y" && matches!(self, Self::NotANumber | Self::Overflow)
            }
            Why::StepTooSmall { .. } => self == Self::Unbounded,
            Why::TooManySteps { .. } => matches!(self, Self::Stall | Self::Unbounded),
            Why::Panicked { message } => self == Self::Panic && message.starts_with("sabotage at"),
            _ => false,
        };
        assert!(right, "{self:?}: {failed:?}");
    }
}

impl System for Decay {
    fn dimension(&self) -> usize {
        1
    }

    fn inputs(&self) -> usize {
        2
    }

    fn state_name(&self, _: usize) -> String {
        "y".into()
    }

    fn pattern(&self) -> &[(usize, usize)] {
        &[(0, 0)]
    }

    fn depends_on_time(&self) -> bool {
        false
    }

    #[inline(always)]
    fn rates<L: Lane>(&self, frame: &mut Frame<'_, L>, rates: &mut [L]) {
        let (y, trouble) = (frame.y(0), frame.p(1));
        rates[0] = -frame.p(0) * y;
        for (lane, rate) in rates[0].lanes_mut().iter_mut().enumerate() {
            *rate += Trouble::added(trouble.lanes()[lane], y.lanes()[lane]);
        }
    }

    #[inline(always)]
    fn linearise<L: Lane>(
        &self,
        frame: &mut Frame<'_, L>,
        rates: &mut [L],
        jacobian: &mut [L],
        _: &mut [L],
    ) {
        self.rates(frame, rates);
        jacobian[0] = -frame.p(0);
        let (y, trouble) = (frame.y(0), frame.p(1));
        for (lane, entry) in jacobian[0].lanes_mut().iter_mut().enumerate() {
            *entry += Trouble::slope(trouble.lanes()[lane], y.lanes()[lane]);
        }
    }
}

/// Rule 0 is y², rule 1 the rate of loss.
impl Observed for Decay {
    fn rules(&self) -> Vec<String> {
        vec!["square".into(), "loss".into()]
    }

    fn evaluate(&self) -> Evaluate<'_> {
        Box::new(|observable, _, y, inputs| match observable {
            Observable::Species(_) => y[0],
            Observable::Rule(0) => y[0] * y[0],
            _ => inputs[0] * y[0],
        })
    }
}

impl Swept for Decay {
    fn input_names(&self) -> Vec<String> {
        vec!["rate".into(), "trouble".into()]
    }

    fn defaults(&self) -> Vec<f64> {
        vec![1.0, 0.0]
    }

    fn beginning(&self, inputs: &[f64]) -> Vec<f64> {
        assert!(inputs[0] >= 0.0, "sabotage: a rate of {}", inputs[0]);
        vec![1.0]
    }

    fn identity(&self) -> Option<Fingerprint> {
        Some(Fingerprint::of(b"decay with trouble, 1"))
    }
}

/// Leaves the panics that tests ask for unsaid.
pub(crate) fn quiet() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            let payload = info.payload();
            let fixed = payload.downcast_ref::<&str>().copied();
            let said = payload.downcast_ref::<String>().map(String::as_str).or(fixed);
            if !said.is_some_and(|said| said.starts_with("sabotage")) {
                usual(info);
            }
        }));
    });
}

pub(crate) fn at_one(observables: &[Observable]) -> Sweep<'static, Decay> {
    let readout = |&observable: &Observable| Readout { observable, measure: Measure::At(1.0) };
    Sweep::of(&Decay, Protocol { end: 1.0, ..Protocol::default() })
        .readouts(&observables.iter().map(readout).collect::<Vec<_>>())
}

#[test]
fn a_system_of_ones_own_is_swept_by_name_and_meets_its_closed_form() {
    let rates = [0.0, 0.5, 3.0];
    let amounts = [1.0, 2.5];
    let grid = Conditions::single()
        .vary(&Decay, "rate", &rates)
        .unwrap()
        .vary(&Decay, "y", &amounts)
        .unwrap();
    let all = [Observable::Species(0), Observable::Rule(0), Observable::Rule(1)];
    let outcomes = at_one(&all).run(&grid).unwrap();
    for (index, outcome) in outcomes.iter().enumerate() {
        let (rate, amount) = (rates[index / 2], amounts[index % 2]);
        let y = amount * (-rate).exp();
        for (found, exact) in outcome.readouts().unwrap().iter().zip([y, y * y, rate * y]) {
            assert!((found - exact).abs() <= 1e-5 * exact, "{rate} {amount}: {found} {exact}");
        }
    }
    let error = text(Conditions::single().vary(&Decay, "rat", &[1.0]));
    assert_eq!(
        error,
        "nothing to vary by that name: unknown parameter `rat`: did you mean `rate`?"
    );
    let error = text(at_one(&[Observable::Rule(2)]).run(&grid));
    assert!(error.starts_with("the rule of a readout has index 2, but"), "{error}");
}

#[test]
fn a_system_of_ones_own_may_start_from_rest() {
    let readout = Readout { observable: Observable::Species(0), measure: Measure::At(1.0) };
    let rest = Some(vec![(0, 2.0)]);
    let sweep = Sweep::of(&Decay, Protocol { end: 1.0, rest, ..Protocol::default() });
    let outcome = sweep.readouts(&[readout]).run(&Conditions::single()).unwrap().remove(0);
    assert!(outcome.readouts().unwrap()[0].abs() < 1e-9, "{outcome:?}");
}

#[test]
fn a_panic_where_a_run_begins_or_comes_to_rest_fails_that_point_alone() {
    quiet();
    let rows: Vec<Vec<f64>> = (0..40)
        .map(|k| match k {
            3 | 17 => vec![-1.0, 0.0],
            20 => vec![1.0, Trouble::Panic.number()],
            _ => vec![f64::from(k), 0.0],
        })
        .collect();
    let points = Conditions::list(&Decay, &["rate", "trouble"], &rows).unwrap();
    let readout = Readout { observable: Observable::Species(0), measure: Measure::At(1.0) };
    for rest in [None, Some(vec![])] {
        let sweep = Sweep::of(&Decay, Protocol { end: 1.0, rest, ..Protocol::default() });
        let outcomes = sweep.readouts(&[readout]).run(&points).unwrap();
        for (k, outcome) in outcomes.iter().enumerate() {
            if ![3, 17, 20].contains(&k) {
                assert!(outcome.readouts().is_ok(), "{outcome:?}");
                continue;
            }
            let failed = outcome.readouts().unwrap_err();
            assert!(matches!(failed.failure.why, Why::Panicked { .. }), "{failed:?}");
            assert_eq!(failed.attempts.len(), 1);
        }
        let failed = outcomes[3].readouts().unwrap_err();
        assert_eq!(
            failed.to_string(),
            "at t = 0 s: the system panicked: sabotage: a rate of -1; mend its code, or keep such \
             values from it (tried 1)"
        );
    }
}

/// A decay that cannot even be laid out.
pub(crate) struct Hopeless;

impl System for Hopeless {
    fn dimension(&self) -> usize {
        1
    }

    fn pattern(&self) -> &[(usize, usize)] {
        &[(0, 0)]
    }

    fn floor(&self, _: usize) -> f64 {
        panic!("sabotage of everything")
    }

    #[inline(always)]
    fn rates<L: Lane>(&self, frame: &mut Frame<'_, L>, rates: &mut [L]) {
        rates[0] = -frame.y(0);
    }

    #[inline(always)]
    fn linearise<L: Lane>(&self, f: &mut Frame<'_, L>, y: &mut [L], j: &mut [L], _: &mut [L]) {
        self.rates(f, y);
        j[0] = f.t().splat(-1.0);
    }
}

impl Observed for Hopeless {}

impl Swept for Hopeless {
    fn input_names(&self) -> Vec<String> {
        vec!["none".into()]
    }

    fn defaults(&self) -> Vec<f64> {
        Vec::new()
    }

    fn beginning(&self, _: &[f64]) -> Vec<f64> {
        vec![1.0]
    }
}

#[test]
fn a_system_that_panics_whatever_the_point_ends_with_an_outcome_for_each() {
    quiet();
    let points = Conditions::list(&Hopeless, &["y[0]"], &vec![vec![1.0]; 50]).unwrap();
    let readout = Readout { observable: Observable::Species(0), measure: Measure::At(1.0) };
    let sweep = Sweep::of(&Hopeless, Protocol { end: 1.0, ..Protocol::default() });
    let sweep = sweep.readouts(&[readout]).threads(2);
    let outcomes = sweep.run(&points).unwrap();
    assert_eq!(outcomes.len(), 50);
    for outcome in &outcomes {
        let why = &outcome.readouts().unwrap_err().failure.why;
        assert_eq!(why, &Why::Panicked { message: "sabotage of everything".into() });
    }
    // A name for an input that there is not.
    let points = Conditions::single().vary(&Hopeless, "none", &[1.0]).unwrap();
    let error = text(sweep.run(&points));
    assert!(error.starts_with("a varied parameter has index 0, but"), "{error}");
}

#[test]
fn a_panic_of_the_report_is_not_taken_for_one_of_the_system() {
    quiet();
    let rates: Vec<f64> = (0..40).map(f64::from).collect();
    let points = Conditions::single().vary(&Decay, "rate", &rates).unwrap();
    for threads in [1, 2] {
        let sweep = at_one(&[Observable::Species(0)]).threads(threads);
        let panic = std::panic::catch_unwind(AssertUnwindSafe(|| {
            sweep.run_with(&points, |progress| -> Flow {
                panic!("sabotage of the report at {}", progress.done);
            })
        }));
        let said = panic.unwrap_err().downcast::<String>().unwrap();
        assert!(said.starts_with("sabotage of the report"), "{said}");
    }
}
