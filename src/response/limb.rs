//! The rising limb of a curve that turns back.

use super::curve::Curve;
use super::error::ResponseError;

impl Curve {
    /// The curve up to its largest response, which is its plateau where the curve turns back after it.
    ///
    /// A cytokine's curve turns back where so much of it keeps the chains of the receptor apart, or
    /// where feedback is under way at the time of reading; the rising limb still has an EC50.
    ///
    /// # Errors
    /// If the largest response stands at the first dose, so that there is no rising limb.
    pub fn up_to_maximum(&self) -> Result<Self, ResponseError> {
        let responses = self.responses();
        let higher = |best, k| if responses[k] > responses[best] { k } else { best };
        let at = (0..responses.len()).fold(0, higher);
        if at + 1 == responses.len() {
            return Ok(self.clone());
        }
        if at == 0 {
            let what = "doses up to the largest response".to_owned();
            return Err(ResponseError::TooFew { what, have: 1, need: 2 });
        }
        let (doses, rising) = (self.doses()[..=at].to_vec(), responses[..=at].to_vec());
        Self::new(doses, rising, self.control())?.with_saturation(responses[at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::response::{Halfway, Potency};

    fn sampled(response: fn(f64) -> f64) -> Result<Curve, ResponseError> {
        let doses: Vec<f64> = (0..=96).map(|k| 10_f64.powf(f64::from(k) / 16.0 - 2.0)).collect();
        let responses = doses.iter().map(|&dose| response(dose)).collect();
        Curve::new(doses, responses, 0.0)
    }

    #[test]
    fn a_curve_that_turns_back_is_cut_at_its_maximum() -> Result<(), Box<dyn std::error::Error>> {
        // Binding that too much of the ligand undoes: d / (1 + d) / (1 + d / 100), largest at d = 10.
        let hook = |dose: f64| dose / (1.0 + dose) / (1.0 + dose / 100.0);
        let limb = sampled(hook)?.up_to_maximum()?;
        assert_eq!((limb.doses().last(), limb.saturation()), (Some(&10.0), Some(hook(10.0))));
        // Half of the maximum, 1 / 2.42, is where d² − 141 d + 100 = 0.
        let expected = f64::midpoint(141.0, -(141.0_f64 * 141.0 - 400.0).sqrt());
        let found = limb.potency(Halfway::BetweenPlateaus, |doses| {
            Ok::<_, ResponseError>(doses.iter().map(|&dose| hook(dose)).collect())
        })?;
        let Potency::Exactly(found) = found else { return Err(found.to_string().into()) };
        assert!((found.as_nanomolar() / expected - 1.0).abs() < 1e-9, "{found} {expected}");
        Ok(())
    }

    #[test]
    fn a_curve_that_only_rises_stays_whole() -> Result<(), ResponseError> {
        let rising = sampled(|dose| dose / (1.0 + dose))?;
        assert_eq!(rising.up_to_maximum()?, rising);
        Ok(())
    }

    #[test]
    fn a_curve_that_only_falls_has_no_rising_limb() -> Result<(), ResponseError> {
        let refused = sampled(|dose| 1.0 / (1.0 + dose))?.up_to_maximum();
        assert_eq!(
            refused.map_err(|error| error.to_string()),
            Err("doses up to the largest response: 1 where at least 2 are needed; \
                 add doses or fix a parameter"
                .to_owned())
        );
        Ok(())
    }
}
