//! What the tables give a range for, as factors to draw from.

use super::Assay;
use crate::catalog::{Abundance, Jak, Stat};
use crate::pathway::PathwayModel;
use crate::sensitivity::Factor;

impl Assay {
    /// Inputs of the pathway that hold abundances, with what is known of each.
    pub(super) fn abundance_inputs(&self, pathway: &PathwayModel) -> Vec<(String, Abundance)> {
        let known = |name: &str| {
            let molecule = name.strip_prefix("copies.")?;
            let abundance = if let Ok(jak) = molecule.parse::<Jak>() {
                Some(self.cell.jak_copies(jak))
            } else if let Ok(stat) = molecule.parse::<Stat>() {
                Some(self.cell.stat_copies(stat))
            } else {
                self.cell.receptor_copies(molecule)
            };
            Some((name.to_owned(), abundance?.clone()))
        };
        pathway.model().parameter_names().into_iter().filter_map(known).collect()
    }

    /// Those abundances that have a range, log-uniform over it, in the order of the pathway's inputs.
    pub(super) fn abundance_factors(&self, pathway: &PathwayModel) -> Vec<Factor> {
        let ranged = self.abundance_inputs(pathway).into_iter();
        let ranged = ranged.filter(|(_, known)| known.high > known.low);
        ranged.map(|(name, known)| Factor::log_uniform(name, known.low, known.high)).collect()
    }

    /// The cell's ATP in nM, log-uniform over its range; none where it has none.
    pub(super) fn atp_factor(&self) -> Option<Factor> {
        let (low, high) = self.enzymology.cell_atp_range();
        let factor = || Factor::log_uniform("ATP", low.as_nanomolar(), high.as_nanomolar());
        (high > low).then(factor)
    }
}
