//! From the blocks of `pharmacokinetics.toml` to [`Kinetics`].

use std::collections::BTreeSet;

use serde::Deserialize;

use super::kinetics::{Covariance, ReferencePatient};
use super::kinetics_complete::{check, check_defaults};
use super::lookup::find;
use super::place::{Entry, NONE, Place};
use super::tables::{Table, sourced_row};
use super::{
    AbsorptionKind, CatalogError, Inhibitor, Kind, KineticParameter, KineticQuantity, Kinetics,
    Provenance, SetKind, Variability,
};
use crate::units::{Filtration, MolarMass, Quantities};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(default)]
    set: Vec<Block>,
    #[serde(default)]
    incomplete: Vec<Incomplete>,
}

sourced_row!(Block {
    drug: String,
    name: String,
    #[serde(default)]
    also_called: Vec<String>,
    default: bool,
    kind: SetKind,
    population: String,
    molar_mass_g_per_mol: Option<f64>,
    reference: Reference,
    absorption: AbsorptionKind,
    apparent: bool,
    parameters: Vec<Row>,
    #[serde(default)]
    covariances: Vec<Pair>,
});

sourced_row!(Incomplete { drug: String, missing: Vec<String>, known: String });

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reference {
    weight_kg: f64,
    filtration_ml_per_min: f64,
    filtration_is: String,
    age_years: Option<f64>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    quantity: String,
    value: f64,
    unit: String,
    factor: Option<f64>,
    cv_percent: Option<f64>,
    omega2: Option<f64>,
    box_cox: Option<f64>,
    #[serde(default)]
    weight_exponent: f64,
    #[serde(default)]
    filtration_exponent: f64,
    #[serde(default)]
    age_exponent: f64,
    source: Option<String>,
    doi: Option<String>,
    verified: Option<String>,
    #[serde(default)]
    note: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    between: [String; 2],
    omega2: f64,
}

/// A drug of which something is known, but no full set.
#[derive(Debug, Clone)]
pub(super) struct Fragment {
    pub(super) drug: String,
    pub(super) missing: Vec<String>,
    pub(super) known: String,
    pub(super) provenance: Provenance,
}

pub(super) fn read(
    table: &Table,
    drugs: &[Inhibitor],
) -> Result<(Vec<Kinetics>, Vec<Fragment>), CatalogError> {
    let document: Document = table.document()?;
    let mut sets = Vec::new();
    for block in &document.set {
        let place = table.place(format!("{}, {}", block.drug, block.name));
        let known = find(drugs, Kind::Inhibitor, &block.drug).ok();
        let own = block.molar_mass_g_per_mol;
        let own = own.map(|mass| place.positive("molar_mass_g_per_mol", mass)).transpose()?;
        // The built-in sets may speak of drugs that a user's own table leaves out.
        if known.is_some() || table.brought {
            let molar_mass = known.map(Inhibitor::molar_mass);
            let molar_mass = molar_mass.or(own.map(MolarMass::from_grams_per_mole));
            sets.push(Kinetics { molar_mass, ..set(&place, block)? });
        }
    }
    check_defaults(table, &sets)?;
    let fragments =
        document.incomplete.iter().map(|row| fragment(table, row)).collect::<Result<_, _>>()?;
    Ok((sets, fragments))
}

fn fragment(table: &Table, row: &Incomplete) -> Result<Fragment, CatalogError> {
    let place = table.place(&row.drug);
    if row.missing.is_empty() {
        return Err(place.bad("missing", "", "say what is missing, or write a set"));
    }
    Ok(Fragment {
        drug: place.filled("drug", &row.drug)?,
        missing: row.missing.clone(),
        known: place.filled("known", &row.known)?,
        provenance: place.provenance(&row.entry())?,
    })
}

fn set(place: &Place, block: &Block) -> Result<Kinetics, CatalogError> {
    let provenance = place.provenance(&block.entry())?;
    let mut seen = BTreeSet::new();
    let mut parameters = Vec::new();
    for row in &block.parameters {
        let parameter = parameter(place, row, block)?;
        if !seen.insert(parameter.quantity) {
            return Err(place.bad("quantity", &row.quantity, "give each quantity once"));
        }
        parameters.push(parameter);
    }
    let covariance = |pair: &Pair| covariance(place, pair, &parameters);
    let covariances = block.covariances.iter().map(covariance).collect::<Result<_, _>>()?;
    let kinetics = Kinetics {
        drug: place.filled("drug", &block.drug)?,
        name: place.filled("name", &block.name)?,
        aliases: block.also_called.clone(),
        is_default: block.default,
        kind: block.kind,
        population: place.filled("population", &block.population)?,
        molar_mass: None,
        reference: reference(place, &block.reference)?,
        absorption: block.absorption,
        is_apparent: block.apparent,
        parameters,
        covariances,
        provenance,
    };
    check(place, &kinetics)?;
    Ok(kinetics)
}

fn reference(place: &Place, row: &Reference) -> Result<ReferencePatient, CatalogError> {
    let filtration =
        place.positive("reference.filtration_ml_per_min", row.filtration_ml_per_min)?;
    let age = row.age_years.map(|age| place.positive("reference.age_years", age)).transpose()?;
    Ok(ReferencePatient {
        weight: place.positive("reference.weight_kg", row.weight_kg)?.kilograms(),
        filtration: Filtration::from_ml_per_min(filtration),
        filtration_is: place.filled("reference.filtration_is", &row.filtration_is)?,
        age_years: age,
    })
}

fn parameter(place: &Place, row: &Row, block: &Block) -> Result<KineticParameter, CatalogError> {
    let quantity: KineticQuantity = place.word("quantity", &row.quantity)?;
    if row.unit != quantity.unit() {
        let remedy = format!("the unit of {quantity} is {}", quantity.unit());
        return Err(place.bad("unit", &row.unit, remedy));
    }
    let value = place.positive(quantity.name(), row.value)?;
    if quantity.is_share() && value > 1.0 {
        return Err(place.bad(quantity.name(), &value, "a fraction is at most 1"));
    }
    let exponents = [row.weight_exponent, row.filtration_exponent, row.age_exponent];
    if let Some(exponent) =
        exponents.iter().find(|exponent| exponent.abs().is_nan() || exponent.abs() > 3.0)
    {
        return Err(place.bad("exponent", exponent, "write an exponent from -3 to 3"));
    }
    let entry = Entry {
        source: row.source.as_deref().unwrap_or(&block.source),
        doi: row.doi.as_deref().unwrap_or(if row.source.is_some() { NONE } else { &block.doi }),
        verified: row.verified.as_deref().unwrap_or(&block.verified),
        note: &row.note,
    };
    Ok(KineticParameter {
        quantity,
        value,
        factor: row.factor.map_or(Ok(1.0), |factor| place.positive("factor", factor))?,
        weight_exponent: row.weight_exponent,
        filtration_exponent: row.filtration_exponent,
        age_exponent: row.age_exponent,
        variability: variability(place, row)?,
        provenance: place.provenance(&entry)?,
    })
}

fn variability(place: &Place, row: &Row) -> Result<Option<Variability>, CatalogError> {
    let cv_percent = row.cv_percent.map(|cv| place.positive("cv_percent", cv)).transpose()?;
    let omega2 = row.omega2.map(|omega2| place.positive("omega2", omega2)).transpose()?;
    let box_cox = row.box_cox.map(|shape| place.positive("box_cox", shape)).transpose()?;
    let omega2 = match (cv_percent, omega2) {
        (Some(_), Some(omega2)) => {
            return Err(place.bad("omega2", &omega2, "give a CV or a variance, not both"));
        }
        (Some(cv), None) => (cv / 100.0).powi(2).ln_1p(),
        (None, Some(omega2)) => omega2,
        (None, None) => match box_cox {
            Some(shape) => return Err(place.bad("box_cox", &shape, "give the variance it shapes")),
            None => return Ok(None),
        },
    };
    Ok(Some(Variability { omega2, cv_percent, box_cox }))
}

fn covariance(
    place: &Place,
    pair: &Pair,
    parameters: &[KineticParameter],
) -> Result<Covariance, CatalogError> {
    let first: KineticQuantity = place.word("covariances.between", &pair.between[0])?;
    let second: KineticQuantity = place.word("covariances.between", &pair.between[1])?;
    let varies = |quantity| {
        parameters.iter().any(|one| one.quantity == quantity && one.variability.is_some())
    };
    if first == second || !varies(first) || !varies(second) {
        let remedy = "name two different parameters that have a variance";
        return Err(place.bad("covariances.between", &pair.between.join(", "), remedy));
    }
    if !pair.omega2.is_finite() {
        return Err(place.bad("covariances.omega2", &pair.omega2, "it must be a finite number"));
    }
    Ok(Covariance { between: [first, second], omega2: pair.omega2 })
}
