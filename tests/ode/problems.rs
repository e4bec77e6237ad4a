//! Small systems with known solutions, for the tests of the solver.
#![allow(dead_code, unreachable_pub)] // each test uses some of them

use jakstat::ode::{Frame, Lane, System};

/// The kinetics of a problem: rates, Jacobian entries and ∂f/∂t.
macro_rules! problem {
    ($(#[$doc:meta])* $name:ident, $n:literal states, $inputs:literal inputs, $timed:literal, $pattern:expr,
     |$f:ident, $rates:ident| $body:block, |$g:ident, $jacobian:ident, $slope:ident| $linear:block) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name;
        impl System for $name {
            fn dimension(&self) -> usize { $n }
            fn inputs(&self) -> usize { $inputs }
            fn pattern(&self) -> &[(usize, usize)] { &$pattern }
            fn depends_on_time(&self) -> bool { $timed }
            #[inline(always)]
            fn rates<L: Lane>(&self, $f: &mut Frame<'_, L>, $rates: &mut [L]) $body
            #[inline(always)]
            fn linearise<L: Lane>(
                &self, $g: &mut Frame<'_, L>, rates: &mut [L], $jacobian: &mut [L], $slope: &mut [L],
            ) {
                self.rates($g, rates);
                $linear
            }
        }
    };
}

problem!(
    /// y′ = −k y.
    Decay, 1 states, 1 inputs, false, [(0, 0)],
    |f, rates| { rates[0] = -f.p(0) * f.y(0); },
    |f, jacobian, _slope| { jacobian[0] = -f.p(0); }
);

problem!(
    /// y′ = y + t.
    Ramp, 1 states, 0 inputs, true, [(0, 0)],
    |f, rates| { rates[0] = f.y(0) + f.t(); },
    |f, jacobian, slope| { jacobian[0] = f.t().splat(1.0); slope[0] = f.t().splat(1.0); }
);

problem!(
    /// y′ = 7 t⁶.
    Seventh, 1 states, 0 inputs, true, [(0, 0)],
    |f, rates| { let t = f.t(); rates[0] = t * t * t * t * t * t * 7.0; },
    |f, jacobian, slope| { let t = f.t(); jacobian[0] = t.splat(0.0); slope[0] = t * t * t * t * t * 42.0; }
);

problem!(
    /// Prothero & Robinson: y′ = λ (y − φ) + φ′ with φ = 1 / (1 + t); λ is the input.
    Tracking, 1 states, 1 inputs, true, [(0, 0)],
    |f, rates| {
        let phi = (f.t() + 1.0).recip();
        rates[0] = f.p(0) * (f.y(0) - phi) - phi * phi;
    },
    |f, jacobian, slope| {
        let phi = (f.t() + 1.0).recip();
        jacobian[0] = f.p(0);
        slope[0] = f.p(0) * phi * phi + phi * phi * phi * 2.0;
    }
);

problem!(
    /// y′ = y²: reaches infinity at t = 1 / y(0).
    Explosion, 1 states, 0 inputs, false, [(0, 0)],
    |f, rates| { rates[0] = f.y(0) * f.y(0); },
    |f, jacobian, _slope| { jacobian[0] = f.y(0) * 2.0; }
);

problem!(
    /// Robertson's three reactions, scaled by the input (1 is the usual problem).
    Robertson, 3 states, 1 inputs, false,
    [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (2, 1)],
    |f, rates| {
        let slow = f.y(0) * f.p(0) * 0.04;
        let back = f.y(1) * f.y(2) * f.p(0) * 1e4;
        let fast = f.y(1) * f.y(1) * f.p(0) * 3e7;
        rates[0] = back - slow;
        rates[1] = slow - back - fast;
        rates[2] = fast;
    },
    |f, jacobian, _slope| {
        let (k, a, b) = (f.p(0) * 0.04, f.y(2) * f.p(0) * 1e4, f.y(1) * f.p(0) * 1e4);
        let c = f.y(1) * f.p(0) * 6e7;
        jacobian[0] = -k;
        jacobian[1] = a;
        jacobian[2] = b;
        jacobian[3] = k;
        jacobian[4] = -a - c;
        jacobian[5] = -b;
        jacobian[6] = c;
    }
);

problem!(
    /// Brusselator without diffusion: smooth, non-linear, autonomous.
    Brusselator, 2 states, 1 inputs, false, [(0, 0), (0, 1), (1, 0), (1, 1)],
    |f, rates| {
        let (x, y, b) = (f.y(0), f.y(1), f.p(0));
        let x2y = x * x * y;
        rates[0] = x2y - (b + 1.0) * x + 1.0;
        rates[1] = b * x - x2y;
    },
    |f, jacobian, _slope| {
        let (x, y, b) = (f.y(0), f.y(1), f.p(0));
        jacobian[0] = x * y * 2.0 - (b + 1.0);
        jacobian[1] = x * x;
        jacobian[2] = b - x * y * 2.0;
        jacobian[3] = -x * x;
    }
);
