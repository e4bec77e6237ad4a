//! Conversions between quantities: mass to moles, amounts to concentrations.

use super::{Amount, CellDensity, Concentration, Mass, MassConcentration, MolarMass, Volume};

impl MassConcentration {
    /// The same concentration in moles, `c[nM] = 1000 c[ng/mL] / M[g/mol]`.
    pub fn to_molar(self, molar_mass: MolarMass) -> Concentration {
        Concentration::from_nanomolar(self.as_ng_per_ml() * 1e3 / molar_mass.as_grams_per_mole())
    }
}

impl Concentration {
    /// The same concentration by mass, `c[ng/mL] = c[nM] M[g/mol] / 1000`.
    pub fn to_mass(self, molar_mass: MolarMass) -> MassConcentration {
        MassConcentration::from_ng_per_ml(
            self.as_nanomolar() * molar_mass.as_grams_per_mole() / 1e3,
        )
    }

    /// The amount in a volume, `n[nmol] = c[nM] V[L]`.
    pub fn amount_in(self, volume: Volume) -> Amount {
        Amount::from_nanomoles(self.as_nanomolar() * volume.as_litres())
    }
}

impl Mass {
    /// The amount of substance in a mass, `n[nmol] = 1e6 m[mg] / M[g/mol]`.
    pub fn to_amount(self, molar_mass: MolarMass) -> Amount {
        Amount::from_nanomoles(self.as_milligrams() * 1e6 / molar_mass.as_grams_per_mole())
    }
}

impl Amount {
    /// The concentration of an amount spread over a volume, `c[nM] = n[nmol] / V[L]`.
    pub fn in_volume(self, volume: Volume) -> Concentration {
        Concentration::from_nanomolar(self.as_nanomoles() / volume.as_litres())
    }

    /// The mass of an amount of substance, `m[mg] = n[nmol] M[g/mol] / 1e6`.
    pub fn to_mass(self, molar_mass: MolarMass) -> Mass {
        Mass::from_milligrams(self.as_nanomoles() * molar_mass.as_grams_per_mole() / 1e6)
    }
}

impl CellDensity {
    /// The share of the medium that one cell has, in litres: `1e-3 / (cells per mL)`.
    pub fn medium_per_cell(self) -> Volume {
        Volume::from_litres(1e-3 / self.as_cells_per_ml())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Quantities;
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn a_hundred_nanograms_of_interleukin_6_are_4_78_nanomolar() {
        let molar = 100.0.ng_per_ml().to_molar(20_900.0.grams_per_mole());
        assert_relative_eq!(molar.as_nanomolar(), 4.784_688_995, max_relative = 1e-9);
    }

    #[test]
    fn a_4_mg_tablet_of_baricitinib_holds_10_8_micromoles() {
        let amount = 4.0.milligrams().to_amount(371.42.grams_per_mole());
        assert_relative_eq!(amount.as_nanomoles(), 10_769.479_295_676_054, max_relative = 1e-12);
        let mass = amount.to_mass(371.42.grams_per_mole());
        assert_relative_eq!(mass.as_milligrams(), 4.0, max_relative = 1e-15);
    }

    #[test]
    fn an_amount_spread_over_a_volume_is_a_concentration() {
        let concentration = Amount::from_nanomoles(5.0).in_volume(2.0.litres());
        assert_relative_eq!(concentration.as_nanomolar(), 2.5);
        assert_relative_eq!(concentration.amount_in(2.0.litres()).as_nanomoles(), 5.0);
    }

    #[test]
    fn a_million_cells_per_millilitre_leave_each_cell_a_nanolitre() {
        let share = 1e6.cells_per_ml().medium_per_cell();
        assert_relative_eq!(share.as_litres(), 1e-9, max_relative = 1e-15);
    }

    #[test]
    fn mass_and_molar_concentration_undo_each_other() {
        let mass = 37.0.ng_per_ml();
        let back = mass.to_molar(15_400.0.grams_per_mole()).to_mass(15_400.0.grams_per_mole());
        assert_relative_eq!(back.as_ng_per_ml(), mass.as_ng_per_ml(), max_relative = 1e-15);
    }
}
