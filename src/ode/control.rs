//! Step-size control of one lane: Gustafsson's predictive controller, as in Hairer's RODAS.

/// Keeps a step a little shorter than the error estimate allows.
const SAFETY: f64 = 0.9;
/// A step never shrinks to less than this share of the last one by one rejection.
const SHRINK: f64 = 0.2;
/// A step never grows by more than this factor.
const GROW: f64 = 6.0;

/// Memory of the controller of one lane.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Controller {
    last: Option<Accepted>,
    rejected: bool,
}

#[derive(Debug, Clone, Copy)]
struct Accepted {
    step: f64,
    root: f64,
}

impl Controller {
    /// The next step after one of `step` was accepted with `error` (at most 1).
    pub(super) fn accept(&mut self, step: f64, error: f64, order: u32) -> f64 {
        let root = root(error, order);
        let mut factor = (SAFETY / root).clamp(SHRINK, GROW);
        if let Some(last) = self.last {
            let predicted = (last.root / root) * (SAFETY / root) * (step / last.step);
            factor = factor.min(predicted.clamp(SHRINK, GROW));
        }
        if self.rejected {
            factor = factor.min(1.0);
        }
        self.last = Some(Accepted { step, root: self::root(error.max(1e-2), order) });
        self.rejected = false;
        step * factor
    }

    /// The next step after one of `step` was rejected with `error` (above 1, or not a number).
    pub(super) fn reject(&mut self, step: f64, error: f64, order: u32) -> f64 {
        self.rejected = true;
        let factor = if error.is_finite() { SAFETY / root(error, order) } else { SHRINK };
        step * factor.clamp(SHRINK, SAFETY)
    }
}

/// error^(1/order), kept away from zero.
fn root(error: f64, order: u32) -> f64 {
    libm::pow(error.max(1e-12), 1.0 / f64::from(order))
}
