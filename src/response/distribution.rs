//! Student's t and Fisher's F.

use statrs::distribution::{ContinuousCDF, FisherSnedecor, StudentsT};

/// The t quantile for a two-sided interval.
pub(super) fn quantile(confidence: f64, degrees: usize) -> f64 {
    StudentsT::new(0.0, 1.0, degrees as f64)
        .map_or(f64::INFINITY, |t| t.inverse_cdf(f64::midpoint(1.0, confidence)))
}

/// Probability of a larger |t|.
pub(super) fn two_sided(t: f64, degrees: usize) -> f64 {
    match StudentsT::new(0.0, 1.0, degrees as f64) {
        Ok(distribution) if t.is_finite() => 2.0 * distribution.sf(t.abs()),
        _ => 0.0,
    }
}

/// Probability of an F ratio at least as large.
pub(super) fn tail(f: f64, numerator: usize, denominator: usize) -> f64 {
    match FisherSnedecor::new(numerator as f64, denominator as f64) {
        Ok(distribution) if f.is_finite() => distribution.sf(f.max(0.0)),
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_agree_with_the_printed_table() {
        for (degrees, expected) in [(1, 12.706_204_736), (6, 2.446_911_851), (26, 2.055_529_439)] {
            let found = quantile(0.95, degrees);
            assert!((found - expected).abs() < 1e-8, "{found} {expected}");
            assert!((two_sided(found, degrees) - 0.05).abs() < 1e-9);
        }
    }

    #[test]
    fn the_tail_of_f_agrees_with_its_closed_form() {
        // With two degrees in the numerator: (1 + 2 F / d)^(−d/2).
        assert!((tail(10.5, 2, 3) - 8_f64.powf(-1.5)).abs() < 1e-10);
        assert!(tail(f64::INFINITY, 2, 3) == 0.0);
    }
}
