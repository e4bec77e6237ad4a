//! How the errors of several states become one.

use jakstat::ode::{
    Blind, CodePath, Finished, Frame, Lane, Method, Norm, Options, Run, Solver, System, Tolerance,
};

/// y′ = −k y for `states` states, each at its own input k.
#[derive(Debug)]
struct Decays {
    states: usize,
    pattern: Vec<(usize, usize)>,
}

impl Decays {
    fn new(states: usize) -> Self {
        Self { states, pattern: (0..states).map(|i| (i, i)).collect() }
    }
}

impl System for Decays {
    fn dimension(&self) -> usize {
        self.states
    }
    fn inputs(&self) -> usize {
        self.states
    }
    fn pattern(&self) -> &[(usize, usize)] {
        &self.pattern
    }
    fn depends_on_time(&self) -> bool {
        false
    }
    #[inline(always)]
    fn rates<L: Lane>(&self, frame: &mut Frame<'_, L>, rates: &mut [L]) {
        for (i, rate) in rates.iter_mut().enumerate() {
            *rate = -frame.p(i) * frame.y(i);
        }
    }
    #[inline(always)]
    fn linearise<L: Lane>(
        &self,
        frame: &mut Frame<'_, L>,
        rates: &mut [L],
        jacobian: &mut [L],
        _slope: &mut [L],
    ) {
        self.rates(frame, rates);
        for (i, entry) in jacobian.iter_mut().enumerate() {
            *entry = -frame.p(i);
        }
    }
}

fn solved(speeds: &[f64], norm: Norm, path: CodePath) -> Finished {
    let system = Decays::new(speeds.len());
    let tolerance = Tolerance::relative(1e-6);
    let options = Options { method: Method::Rodas5P, tolerance, norm, path, ..Options::default() };
    let run = Run {
        end: 4.0,
        initial: vec![1.0; speeds.len()],
        parameters: speeds.to_vec(),
        ..Run::default()
    };
    Solver::new(&system, options).unwrap().solve_one(run, Blind).1.unwrap()
}

fn steps(speeds: &[f64], norm: Norm) -> u64 {
    solved(speeds, norm, CodePath::best()).statistics.accepted
}

#[test]
fn states_that_err_alike_have_one_norm() {
    for states in [1, 2, 5, 8] {
        let speeds = vec![1.3; states];
        let [largest, mean] =
            [Norm::Largest, Norm::RootMeanSquare].map(|norm| steps(&speeds, norm));
        assert_eq!(largest, mean, "{states} states");
    }
}

#[test]
fn one_state_hides_behind_many_at_rest_in_the_mean_only() {
    // In the last place, where an odd number of states leaves one without a partner, and before it.
    for (states, place) in [(100, 99), (99, 98), (99, 0), (100, 42)] {
        let mut speeds = vec![0.0; states];
        speeds[place] = 1.3;
        let [alone, among] = [&[1.3][..], &speeds].map(|speeds| steps(speeds, Norm::Largest));
        assert_eq!(alone, among);
        let loosened = solved(&speeds, Norm::RootMeanSquare, CodePath::best());
        let ratio = alone as f64 / loosened.statistics.accepted as f64;
        // An error √n times as large is allowed; the step grows by its fifth root, or a little less at the ends.
        let expected = (states as f64).sqrt().powf(0.2);
        assert!(
            ratio > 1.0 + 0.5 * (expected - 1.0) && ratio < 1.2 * expected,
            "{ratio} {expected}"
        );
        let error = (loosened.state[place] - (-1.3f64 * 4.0).exp()).abs();
        assert!(error < 1e-5, "{error}");
    }
}

#[test]
fn the_mean_is_the_same_on_every_fused_path() {
    let speeds: Vec<f64> = (0..7).map(|k| 0.3 * f64::from(k)).collect();
    let paths = [CodePath::Scalar, CodePath::Avx2, CodePath::Avx512, CodePath::Neon];
    let available: Vec<_> = paths.into_iter().filter(|path| path.is_available()).collect();
    let first = solved(&speeds, Norm::RootMeanSquare, available[0]);
    for &path in &available[1..] {
        assert_eq!(first, solved(&speeds, Norm::RootMeanSquare, path), "{path}");
    }
}
