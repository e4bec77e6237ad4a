//! Steady states against closed forms.

use crate::problems::{Explosion, Ramp};
use jakstat::ode::{Frame, Lane, Options, Run, SteadyError, System, steady_state};

/// A + B ⇌ C with kon and koff as inputs.
struct Binding;

impl System for Binding {
    fn dimension(&self) -> usize {
        3
    }
    fn inputs(&self) -> usize {
        2
    }
    fn pattern(&self) -> &[(usize, usize)] {
        &[(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)]
    }
    fn depends_on_time(&self) -> bool {
        false
    }
    fn rates<L: Lane>(&self, f: &mut Frame<'_, L>, rates: &mut [L]) {
        let net = f.p(0) * f.y(0) * f.y(1) - f.p(1) * f.y(2);
        (rates[0], rates[1], rates[2]) = (-net, -net, net);
    }
    fn linearise<L: Lane>(&self, f: &mut Frame<'_, L>, rates: &mut [L], j: &mut [L], _: &mut [L]) {
        self.rates(f, rates);
        let (a, b, c) = (f.p(0) * f.y(1), f.p(0) * f.y(0), f.p(1));
        for (row, sign) in [-1.0, -1.0, 1.0].into_iter().enumerate() {
            (j[3 * row], j[3 * row + 1], j[3 * row + 2]) = (a * sign, b * sign, c * -sign);
        }
    }
}

fn run(initial: &[f64], parameters: &[f64]) -> Run {
    Run { initial: initial.to_vec(), parameters: parameters.to_vec(), ..Run::default() }
}

#[test]
fn binding_comes_to_the_equilibrium_of_its_quadratic() {
    let conserved = [vec![1.0, 0.0, 1.0], vec![0.0, 1.0, 1.0]];
    for (kon, koff) in [(1e-3, 1e-2), (1e-7, 1e-9), (10.0, 1e-4)] {
        let run = run(&[5.0, 8.0, 1.0], &[kon, koff]);
        let steady = steady_state(&Binding, &run, &conserved, &Options::default()).unwrap();
        let (a, b, kd): (f64, f64, f64) = (6.0, 9.0, koff / kon);
        let sum = a + b + kd;
        let complex = 2.0 * a * b / (sum + (sum * sum - 4.0 * a * b).sqrt());
        assert!((steady.state[2] / complex - 1.0).abs() < 1e-12, "{steady:?} {complex}");
        assert!((steady.state[0] + steady.state[2] - a).abs() < 1e-13 * a);
        assert!(steady.residual < 1e-12);
    }
}

#[test]
fn no_steady_state_is_a_typed_error() {
    let options = Options::default();
    let ramp = steady_state(&Ramp, &run(&[1.0], &[]), &[], &options).unwrap_err();
    assert_eq!(ramp, SteadyError::DependsOnTime);
    let explosion = steady_state(&Explosion, &run(&[1.0], &[]), &[], &options).unwrap_err();
    assert!(
        explosion.to_string().starts_with("on the way to the steady state: at t = 1.0000"),
        "{explosion}"
    );
    let weights =
        steady_state(&Binding, &run(&[1.0; 3], &[1.0; 2]), &[vec![1.0]], &options).unwrap_err();
    assert_eq!(weights, SteadyError::Weights { given: 1, wanted: 3 });
}
