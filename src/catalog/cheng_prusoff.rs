//! Cheng and Prusoff's relation for a competitive inhibitor.
//!
//! An inhibitor that competes with ATP needs more drug where there is more ATP:
//! `IC50 = Ki (1 + ATP / Km)` (Cheng and Prusoff 1973, Biochem Pharmacol 22:3099, doi 10.1016/0006-2952(73)90196-2).
//! Every concentration here may be in any unit, as long as ATP and Km share one.

use crate::units::Concentration;

/// The inhibition constant behind an IC50, `Ki = IC50 / (1 + ATP / Km)`.
pub fn inhibition_constant(
    ic50: Concentration,
    assay_atp: Concentration,
    km: Concentration,
) -> Concentration {
    Concentration::from_nanomolar(ic50.as_nanomolar() / competition(assay_atp, km))
}

/// The concentration that halves the activity at another ATP, `K = Ki (1 + ATP / Km)`.
pub fn half_inhibition(ki: Concentration, atp: Concentration, km: Concentration) -> Concentration {
    Concentration::from_nanomolar(ki.as_nanomolar() * competition(atp, km))
}

fn competition(atp: Concentration, km: Concentration) -> f64 {
    1.0 + atp.as_nanomolar() / km.as_nanomolar()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Quantities;
    use approx::assert_relative_eq;

    #[test]
    fn an_assay_at_km_doubles_the_inhibition_constant() {
        let ki = inhibition_constant(8.0.nanomolar(), 40.0.micromolar(), 40.0.micromolar());
        assert_relative_eq!(ki.as_nanomolar(), 4.0);
    }

    #[test]
    fn without_atp_the_ic50_is_the_inhibition_constant() {
        let ki = inhibition_constant(8.0.nanomolar(), 0.0.nanomolar(), 40.0.micromolar());
        assert_relative_eq!(ki.as_nanomolar(), 8.0);
    }

    #[test]
    fn the_two_directions_undo_each_other() {
        let (atp, km) = (1.0.millimolar(), 4.0.micromolar());
        let ki = inhibition_constant(5.7.nanomolar(), atp, km);
        assert_relative_eq!(half_inhibition(ki, atp, km).as_nanomolar(), 5.7, max_relative = 1e-15);
    }
}
