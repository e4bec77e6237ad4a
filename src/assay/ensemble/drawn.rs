//! Cells that were drawn, and the IC50s of drugs on them.

use super::draws::Draws;
use super::result::Ic50Ensemble;
use super::search::{Begun, Search, Start};
use super::{Ensemble, Uncertain};
use crate::assay::{Assay, AssayError};
use crate::catalog::Inhibitor;
use crate::pathway::PathwayModel;

/// Of so many draws one serves to see what a group does alone.
const ALONE: usize = 4;

/// Cells that were drawn and read without drug: none of their numbers uncertain, all of the groups, and each group alone.
pub(super) struct Drawn<'a> {
    search: Search<'a>,
    usual: Begun,
    together: Begun,
    alone: Vec<(Uncertain, Begun)>,
    groups: Vec<Uncertain>,
}

impl<'a> Drawn<'a> {
    pub(super) fn new(
        assay: &'a Assay,
        pathway: &'a PathwayModel,
        ensemble: &Ensemble,
    ) -> Result<Self, AssayError> {
        let search = Search::new(assay, pathway)?;
        let draws = |groups: &[Uncertain]| {
            let of_these = Ensemble { groups: groups.to_vec(), ..ensemble.clone() };
            Draws::new(assay, pathway, &of_these)
        };
        let (usual, together) = (draws(&[])?.first(1), draws(&ensemble.groups)?);
        let alone = |&group: &Uncertain| {
            let few = draws(&[group])?.first(ensemble.draws as usize / ALONE);
            Ok((group, search.begun(few)?))
        };
        // One group alone is all of them.
        let several = if ensemble.groups.len() > 1 { &ensemble.groups[..] } else { &[] };
        let alone = several.iter().map(alone).collect::<Result<_, AssayError>>()?;
        let (usual, together) = (search.begun(usual)?, search.begun(together)?);
        Ok(Self { search, usual, together, alone, groups: ensemble.groups.clone() })
    }

    pub(super) fn of(&self, inhibitor: &Inhibitor) -> Result<Ic50Ensemble, AssayError> {
        let (_, start) = self.search.found(inhibitor, &self.usual, Start::BLIND)?;
        let found = |begun| Ok::<_, AssayError>(self.search.found(inhibitor, begun, start)?.0);
        let together = found(&self.together)?;
        let mut ensemble = Ic50Ensemble::new(inhibitor, &together);
        // From where the draws begin too, so that a draw of the usual values is the usual one.
        ensemble.usual = found(&self.usual)?.first().and_then(|ic50| ic50.known());
        if let [group] = self.groups[..] {
            ensemble.add_group(group, &together);
        }
        for (group, begun) in &self.alone {
            ensemble.add_group(*group, &found(begun)?);
        }
        Ok(ensemble)
    }
}
