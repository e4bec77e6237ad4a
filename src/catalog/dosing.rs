//! What the catalog knows of doses and of what becomes of them.

use super::kinetics_complete::NEEDED;
use super::lookup::{find, key, unknown};
use super::{
    Catalog, CatalogError, Kind, Kinetics, Label, Preclinical, RenalCategory, RenalExposure,
};

impl Catalog {
    /// The set of pharmacokinetic parameters of a drug that is used unless another is asked for.
    ///
    /// # Errors
    ///
    /// [`CatalogError::NoKinetics`] with what is missing where no full set is known,
    /// [`CatalogError::UnknownName`] with the closest name for a drug that is not in the catalog.
    pub fn kinetics(&self, drug: &str) -> Result<&Kinetics, CatalogError> {
        let sets = self.kinetics_of(drug)?;
        let default = sets.iter().copied().find(|set| set.is_default());
        default.or(sets.first().copied()).ok_or_else(|| self.no_kinetics(drug))
    }

    /// A set of pharmacokinetic parameters of a drug by its name.
    ///
    /// # Errors
    ///
    /// As [`kinetics`](Self::kinetics), and [`CatalogError::UnknownName`] with the closest name for a set that the
    /// drug does not have.
    pub fn kinetics_named(&self, drug: &str, set: &str) -> Result<&Kinetics, CatalogError> {
        let sets = self.kinetics_of(drug)?;
        let own: Vec<Kinetics> = sets.iter().map(|&set| set.clone()).collect();
        let found = find(&own, Kind::Kinetics, set)?.name();
        sets.into_iter().find(|set| set.name() == found).ok_or_else(|| self.no_kinetics(drug))
    }

    /// Every set of pharmacokinetic parameters of a drug; there is at least one.
    ///
    /// # Errors
    ///
    /// As [`kinetics`](Self::kinetics).
    pub fn kinetics_of(&self, drug: &str) -> Result<Vec<&Kinetics>, CatalogError> {
        // A set may be of a drug that no assay panel knows.
        let found = find(&self.drugs, Kind::Inhibitor, drug);
        let name = found.as_ref().map_or(drug, |inhibitor| inhibitor.name());
        let of_drug = |set: &&Kinetics| key(set.drug()) == key(name);
        let sets: Vec<_> = self.kinetics.iter().filter(of_drug).collect();
        if sets.is_empty() {
            found?;
            return Err(self.no_kinetics(name));
        }
        Ok(sets)
    }

    /// Every set of pharmacokinetic parameters, in the order of the table.
    pub fn every_kinetics(&self) -> impl ExactSizeIterator<Item = &Kinetics> {
        self.kinetics.iter()
    }

    fn no_kinetics(&self, drug: &str) -> CatalogError {
        let fragment = self.fragments.iter().find(|fragment| key(&fragment.drug) == key(drug));
        let needed = || NEEDED.map(str::to_owned).to_vec();
        let mut available: Vec<String> =
            self.kinetics.iter().map(|set| set.drug().into()).collect();
        available.dedup();
        CatalogError::NoKinetics {
            drug: drug.into(),
            missing: fragment.map_or_else(needed, |fragment| fragment.missing.clone()),
            known: fragment.map_or_else(
                || "nothing".into(),
                |fragment| format!("{} ({})", fragment.known, fragment.provenance.source),
            ),
            available,
        }
    }

    /// What the label of a drug says for an indication.
    ///
    /// # Errors
    ///
    /// [`CatalogError::UnknownName`] with the closest indication there is.
    pub fn label(&self, drug: &str, indication: &str) -> Result<&Label, CatalogError> {
        let own: Vec<Label> = self.labels_of(drug).cloned().collect();
        let found = find(&own, Kind::Indication, indication)?.indication();
        self.labels_of(drug)
            .find(|label| label.indication() == found)
            .ok_or_else(|| unknown(Kind::Indication, indication, std::iter::empty()))
    }

    /// Every label of a drug, in the order of the table; none for a drug without.
    pub fn labels_of(&self, drug: &str) -> impl Iterator<Item = &Label> {
        let name = self.name_of(drug);
        self.labels.doses.iter().filter(move |label| key(label.drug()) == name)
    }

    /// What a category of renal impairment does to the exposure to a drug, where that is known.
    pub fn renal_exposure(&self, drug: &str, renal: RenalCategory) -> Option<&RenalExposure> {
        let name = self.name_of(drug);
        self.labels.ratios.iter().find(|row| key(&row.drug) == name && row.renal == renal)
    }

    /// What animals with a disease were given of a drug.
    ///
    /// # Errors
    ///
    /// [`CatalogError::UnknownName`] with the closest disease there is.
    pub fn preclinical(&self, drug: &str, disease: &str) -> Result<&Preclinical, CatalogError> {
        let name = self.name_of(drug);
        let of_drug = |row: &&Preclinical| key(row.drug()) == name;
        let own: Vec<Preclinical> =
            self.labels.preclinical.iter().filter(of_drug).cloned().collect();
        let found = find(&own, Kind::Disease, disease)?.disease();
        let mut rows = self.labels.preclinical.iter().filter(of_drug);
        rows.find(|row| row.disease() == found)
            .ok_or_else(|| unknown(Kind::Disease, disease, std::iter::empty()))
    }

    /// What the spellings of a drug's names have in common.
    fn name_of(&self, drug: &str) -> String {
        find(&self.drugs, Kind::Inhibitor, drug)
            .map_or_else(|_| key(drug), |found| key(found.name()))
    }
}
