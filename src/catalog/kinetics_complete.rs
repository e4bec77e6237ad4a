//! Whether a kinetic set has all it takes.

use super::lookup::{key, unambiguous};
use super::place::Place;
use super::tables::Table;
use super::{AbsorptionKind, CatalogError, KineticQuantity, Kinetics};

/// What every full set has, in words.
pub(super) const NEEDED: [&str; 4] =
    ["clearance", "central volume", "absorption rate or duration", "fraction unbound"];

/// Refuses a set that lacks a parameter, or has one that goes with another kind of set.
pub(super) fn check(place: &Place, set: &Kinetics) -> Result<(), CatalogError> {
    use KineticQuantity as Quantity;
    let has = |quantity| set.parameter(quantity).is_some();
    let lack = |missing: &str| Err(place.bad("parameters", &listed(set), format!("add {missing}")));
    let split = [Quantity::RenalClearance, Quantity::NonRenalClearance].map(has);
    match (has(Quantity::Clearance), split) {
        (true, [false, false]) | (false, [true, true]) => {}
        _ => return lack("either the clearance, or both renal and non-renal clearance"),
    }
    if !has(Quantity::CentralVolume) {
        return lack("the central volume");
    }
    if has(Quantity::Exchange) != has(Quantity::PeripheralVolume) {
        return lack("both exchange and peripheral volume, or drop both");
    }
    let absorption =
        [Quantity::AbsorptionRate, Quantity::AbsorptionDuration, Quantity::ZeroOrderShare];
    let wanted = match set.absorption {
        AbsorptionKind::FirstOrder => [true, false, false],
        AbsorptionKind::ZeroOrder => [false, true, false],
        AbsorptionKind::Parallel => [true, true, true],
    };
    if absorption.map(has) != wanted {
        let mut names = absorption.iter().zip(wanted).filter(|(_, wanted)| *wanted);
        let names: Vec<_> = names.by_ref().map(|(quantity, _)| quantity.name()).collect();
        return lack(&format!("for this absorption {} and none else", names.join(", ")));
    }
    if !has(Quantity::FractionUnbound) {
        return lack("the fraction unbound");
    }
    let aged = set.parameters.iter().find(|parameter| parameter.age_exponent != 0.0);
    if aged.is_some() && set.reference.age_years.is_none() {
        return Err(place.bad("reference.age_years", "", "a parameter depends on age: give it"));
    }
    Ok(())
}

/// Each drug needs one default set, and each of its sets a name of its own.
pub(super) fn check_defaults(table: &Table, sets: &[Kinetics]) -> Result<(), CatalogError> {
    for set in sets {
        let of_drug: Vec<Kinetics> =
            sets.iter().filter(|other| key(&other.drug) == key(&set.drug)).cloned().collect();
        unambiguous(table.file, &of_drug)?;
        let defaults = of_drug.iter().filter(|set| set.is_default).count();
        if defaults != 1 {
            let place = table.place(&set.drug);
            return Err(place.bad("default", &defaults, "a drug has one default set"));
        }
    }
    Ok(())
}

fn listed(set: &Kinetics) -> String {
    let names: Vec<_> = set.parameters.iter().map(|parameter| parameter.quantity.name()).collect();
    names.join(", ")
}
