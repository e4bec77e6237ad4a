//! Whether a dose-response curve has the one bend of a sigmoid.

use crate::units::Concentration;

/// A reversal smaller than this fraction of the span is solver noise, not shape.
const REVERSAL: f64 = 1e-3;
/// A span smaller than this fraction of the largest response is no effect.
const NO_EFFECT: f64 = 1e-3;

/// How a response runs with dose.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Shape {
    /// It falls monotonically: inhibition.
    Falling,
    /// It rises monotonically: stimulation.
    Rising,
    /// It changes by less than 0.1 % of its size: no effect.
    Flat,
    /// It turns back by more than 0.1 % of its span.
    NotSigmoid {
        /// Where it turns; 0 nM is the control.
        from: Concentration,
        /// Where it has turned back furthest; infinite for the response at saturation.
        to: Concentration,
    },
}

/// Largest climb (`sign` = 1) or fall (`sign` = −1) along a curve, and the doses it runs between.
fn excursion(points: &[(f64, f64)], sign: f64) -> (f64, f64, f64) {
    let mut largest = (0.0, 0.0, 0.0);
    let Some(&(mut turn, mut extreme)) = points.first() else { return largest };
    for &(dose, response) in points {
        if sign * (response - extreme) < 0.0 {
            (turn, extreme) = (dose, response);
        }
        if sign * (response - extreme) > largest.0 {
            largest = (sign * (response - extreme), turn, dose);
        }
    }
    largest
}

/// The shape of a curve given as (dose in nM, response), doses ascending.
pub(super) fn classify(points: &[(f64, f64)]) -> Shape {
    let low = points.iter().map(|p| p.1).fold(f64::INFINITY, f64::min);
    let high = points.iter().map(|p| p.1).fold(f64::NEG_INFINITY, f64::max);
    let span = high - low;
    if span <= NO_EFFECT * high.abs().max(low.abs()) {
        return Shape::Flat;
    }
    let (climb, fall) = (excursion(points, 1.0), excursion(points, -1.0));
    let (reversal, from, to) = if climb.0 < fall.0 { climb } else { fall };
    match (reversal <= REVERSAL * span, climb.0 < fall.0) {
        (true, true) => Shape::Falling,
        (true, false) => Shape::Rising,
        (false, _) => Shape::NotSigmoid {
            from: Concentration::from_nanomolar(from),
            to: Concentration::from_nanomolar(to),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Quantities;

    #[test]
    fn a_hump_is_located() {
        let points = [(0.0, 1.0), (1.0, 1.2), (10.0, 0.8), (100.0, 0.1)];
        let expected = Shape::NotSigmoid { from: 0.0.nanomolar(), to: 1.0.nanomolar() };
        assert_eq!(classify(&points), expected);
    }

    #[test]
    fn a_late_return_is_located() {
        let points = [(0.0, 1.0), (1.0, 0.5), (10.0, 0.1), (100.0, 0.3), (1000.0, 0.2)];
        let expected = Shape::NotSigmoid { from: 10.0.nanomolar(), to: 100.0.nanomolar() };
        assert_eq!(classify(&points), expected);
    }

    #[test]
    fn noise_below_a_thousandth_is_no_reversal() {
        let falling = [(0.0, 1.0), (1.0, 1.0005), (10.0, 0.0)];
        let rising = [(0.0, 0.0), (1.0, 0.5), (10.0, 1.0), (100.0, 0.9995)];
        assert_eq!(classify(&falling), Shape::Falling);
        assert_eq!(classify(&rising), Shape::Rising);
        assert_eq!(classify(&[(0.0, 1.0), (1.0, 0.9995)]), Shape::Flat);
        assert_eq!(classify(&[(0.0, 0.0), (1.0, 0.0)]), Shape::Flat);
    }
}
