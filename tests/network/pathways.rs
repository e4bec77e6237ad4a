//! Rates, Jacobian and time slope of every built-in pathway against dual numbers.

use crate::networks::every_law::{EveryLaw, SPECIES};
use crate::networks::written::{Reactions, Total};
use crate::networks::{Dice, Evaluated, Point, evaluate_on};
use jakstat::catalog::{Catalog, CatalogError};
use jakstat::network::Model;
use jakstat::ode::{CodePath, System};
use jakstat::pathway::{
    Mutant, Pathway, PathwayError, PathwayModel, Trafficking, every_builtin_pathway,
};

const POINTS: usize = 1000;

/// Against the terms of which an entry is the sum: the entry itself where nothing cancels, and where
/// terms cancel what was there to cancel. An entry without terms must be zero to the bit.
const TOLERANCE: f64 = 1e-10;

/// States from a millionth of a species' own scale to ten times it, some at zero and some, as in a
/// solver's trial stages, slightly below; inputs around their defaults; drugs from 0.1 nM to 10 µM.
fn random_point(model: &Model, dice: &mut Dice) -> Point {
    let state = |i: usize, dice: &mut Dice| {
        let scale = 1e6 * model.floor(i);
        match dice.roll() {
            luck if luck < 0.05 => 0.0,
            luck if luck < 0.1 => -1e-6 * dice.roll() * scale,
            _ => scale * 10f64.powf(-6.0 + 7.0 * dice.roll()),
        }
    };
    let y = (0..model.dimension()).map(|i| state(i, dice)).collect();
    let inputs = model.parameter_names().into_iter().zip(model.default_parameters());
    let inputs = inputs.map(|(name, usual)| {
        let luck = dice.roll();
        if name.starts_with("inhibitor.") {
            10f64.powf(-1.0 + 5.0 * luck)
        } else {
            usual * 10f64.powf(luck - 0.5)
        }
    });
    let inputs = inputs.collect();
    Point { t: 7200.0 * dice.roll(), y, inputs }
}

fn close(found: f64, wanted: Total) -> bool {
    (found - wanted.value).abs() <= TOLERANCE * wanted.size
}

/// Compares everything that a solver reads off the model at a point, on two code paths.
fn compare(
    label: &str,
    (model, reactions): (&Model, &Reactions),
    point: &Point,
    found: [&Evaluated; 2],
) {
    let n = model.dimension();
    let names = model.species_names();
    for (i, wanted) in reactions.rates(point).into_iter().enumerate() {
        for rate in found.iter().flat_map(|found| [found.rates[i], found.rates_again[i]]) {
            assert!(close(rate, wanted), "{label}: rate of {}: {rate} {wanted:?}", names[i]);
        }
    }
    let mut dense = vec![[0.0; 2]; n * n];
    for (k, &(row, column)) in model.pattern().iter().enumerate() {
        dense[row * n + column] = found.map(|found| found.jacobian[k]);
    }
    for by in 0..=n {
        for (i, wanted) in reactions.derivatives(point, by).into_iter().enumerate() {
            let (entries, by) = if by < n {
                (dense[i * n + by], names[by])
            } else {
                (found.map(|found| found.slope[i]), "time")
            };
            for entry in entries {
                assert!(close(entry, wanted), "{label}: {} by {by}: {entry} {wanted:?}", names[i]);
            }
        }
    }
}

fn check(label: &str, model: &Model) {
    let reactions = Reactions::of(model);
    assert!(reactions.len() > 20, "{label}: {} reactions", reactions.len());
    let mut dice = Dice::new(label.bytes().map(u64::from).sum());
    let points: Vec<Point> = (0..POINTS).map(|_| random_point(model, &mut dice)).collect();
    let found = [CodePath::Unfused, CodePath::best()].map(|path| evaluate_on(path, model, &points));
    assert_eq!(found.each_ref().map(Vec::len), [POINTS; 2]);
    for (k, point) in points.iter().enumerate() {
        compare(label, (model, &reactions), point, [&found[0][k], &found[1][k]]);
    }
}

#[test]
fn every_builtin_pathway_has_the_derivatives_of_dual_numbers() {
    let mut checked = 0;
    for (cytokine, pathway) in every_builtin_pathway() {
        match pathway {
            Ok(pathway) => check(&cytokine, pathway.model()),
            // Nobody knows the kinase of one of its chains.
            Err(PathwayError::Catalog(CatalogError::UnknownPartner { .. })) => continue,
            Err(error) => panic!("{cytokine}: {error}"),
        }
        checked += 1;
    }
    assert_eq!(checked, 32);
}

/// Two cytokines with a drug and a shared kinase, both mutants, and a cell that keeps its chains.
fn unusual() -> Vec<(&'static str, PathwayModel)> {
    let catalog = Catalog::builtin();
    let on = |cytokines: &[&str], cell: &str, drugs: &[&str]| {
        let drugs: Vec<_> = drugs.iter().map(|drug| catalog.inhibitor(drug).unwrap()).collect();
        let empty = Pathway::new(catalog.cell(cell).unwrap()).inhibitors(&drugs);
        cytokines.iter().fold(empty, |pathway, name| {
            let cytokine = catalog.cytokine(name).unwrap();
            pathway.stimulate(cytokine, cytokine.typical_dose())
        })
    };
    let two = on(&["IFN-gamma", "IL-10"], "monocyte", &["baricitinib", "ruxolitinib"]);
    let jak2 = on(&["EPO"], "erythroid progenitor", &["ruxolitinib"]).mutant(Mutant::Jak2V617F);
    let jak1 = on(&["IL-6"], "CD4 T cell", &["baricitinib"]).mutant(Mutant::Jak1V658F);
    let kept = on(&["IFN-alpha"], "NK cell", &["baricitinib"]).trafficking(Trafficking::Off);
    [("two cytokines", two), ("JAK2 V617F", jak2), ("JAK1 V658F", jak1), ("no trafficking", kept)]
        .map(|(label, pathway)| (label, pathway.build().unwrap()))
        .into()
}

#[test]
fn pathways_with_drugs_two_cytokines_and_mutants_have_them_too() {
    for (label, pathway) in unusual() {
        check(label, pathway.model());
    }
}

#[test]
fn the_written_reactions_are_the_declared_ones() {
    let net = EveryLaw::new();
    let reactions = Reactions::of(&net.model);
    let mut dice = Dice::new(9);
    for _ in 0..100 {
        let point = net.random_point(&mut dice);
        for by in 0..=SPECIES {
            let declared = net.duals(&point, by);
            let written = reactions.derivatives(&point, by);
            for ((declared, written), rate) in
                declared.iter().zip(&written).zip(reactions.rates(&point))
            {
                assert!((declared.eps - written.value).abs() <= 1e-13 * written.size);
                assert!((declared.re - rate.value).abs() <= 1e-13 * rate.size);
            }
        }
    }
}
