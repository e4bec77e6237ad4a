//! Surfaces of two agents: what must add does, what cannot be scored says so, and the agents alone are the edges.

use crate::{assay, drug};
use jakstat::assay::{Agent, Combination};
use jakstat::ode::Tolerance;
use jakstat::pathway::{Antibody, Target};
use jakstat::prelude::*;
use jakstat::response::Loewe;

fn against_il6() -> Antibody {
    Antibody::new("anti-IL-6", Target::Cytokine("IL-6".into()), 0.05.nanomolar())
}

/// Ten thousand times tighter than usual.
fn tight(assay: Assay) -> Assay {
    let tolerance = Tolerance::relative(1e-10);
    assay.options(Options { tolerance, ..Options::default() })
}

fn worst(found: &Combination) -> (usize, f64, f64) {
    let rows = found.rows().filter(|row| row.loewe != Loewe::NoEffect);
    rows.fold((0, 0.0, 0.0), |(count, index, excess): (usize, f64, f64), row| {
        let Loewe::Index(found) = row.loewe else { panic!("{row:?}") };
        let off = row.loewe_excess.unwrap().abs();
        (count + 1, index.max((found - 1.0).abs()), excess.max(off))
    })
}

#[test]
fn two_inhibitors_of_one_kinase_are_additive() {
    let epo = tight(assay("EPO", "erythroid progenitor"));
    let doses = DoseGrid::log(3.0.nanomolar(), 3.0.micromolar(), 7);
    let [a, b] = ["baricitinib", "ruxolitinib"].map(|name| Agent::from(drug(name)));
    let found = epo.combination(&[(a, &doses), (b, &doses)]).unwrap();
    let (count, index, excess) = worst(&found);
    println!(
        "{count} points: index within {index:.1e} of 1, excess {excess:.1e}, {} solves",
        found.solves()
    );
    assert_eq!(count, 8 * 8 - 1);
    assert!(index < 1e-6, "{index:e}");
    assert!(excess < 1e-6, "{excess:e}");
    // The effects span what an experiment sees, and are far from independent or from the better agent's alone.
    let rows: Vec<_> = found.rows().collect();
    let share = |wanted: std::ops::Range<f64>| {
        rows.iter().filter(|row| wanted.contains(&row.inhibition)).count()
    };
    assert!(share(0.0..0.2) > 5 && share(0.2..0.8) > 10 && share(0.8..1.0) > 10, "{rows:?}");
    assert!(rows.iter().any(|row| row.hsa_excess > 0.1));
    assert!(rows.iter().any(|row| row.bliss_excess.abs() > 0.02));
}

#[test]
fn at_the_usual_tolerance_the_index_is_good_to_six_digits() {
    let il6 = assay("IL-6", "CD4 T cell");
    let antibody = against_il6();
    let doses = DoseGrid::log(3.0.nanomolar(), 300.0.nanomolar(), 5);
    let both = [(drug("baricitinib").into(), &doses), ((&antibody).into(), &doses)];
    let [usual, tight] = [il6.clone(), tight(il6)].map(|assay| assay.combination(&both).unwrap());
    let (mut off, mut compared) = (0.0f64, 0);
    for (a, b) in usual.rows().zip(tight.rows()) {
        if let (Loewe::Index(a), Loewe::Index(b)) = (a.loewe, b.loewe) {
            off = off.max((a / b - 1.0).abs());
            compared += 1;
        }
        if let (Some(a), Some(b)) = (a.loewe_excess, b.loewe_excess) {
            assert!((a - b).abs() < 1e-5, "{a} {b}");
        }
    }
    println!("{compared} indices within {off:.1e}");
    assert!(compared == 35 && off < 1e-6, "{compared} {off:e}");
    assert_ne!(usual.surface(), tight.surface());
    // Agents that bind different things are not additive.
    assert!(usual.rows().any(|row| row.loewe.index().is_some_and(|index| index < 0.9)));
}

#[test]
fn three_inhibitors_of_one_kinase_are_additive_too() {
    let epo = tight(assay("EPO", "erythroid progenitor"));
    let doses = DoseGrid::log(20.0.nanomolar(), 2.0.micromolar(), 3);
    let agents =
        ["baricitinib", "ruxolitinib", "fedratinib"].map(|name| (drug(name).into(), &doses));
    let (count, index, excess) = worst(&epo.combination(&agents).unwrap());
    assert_eq!(count, 4 * 4 * 4 - 1);
    assert!(index < 1e-6 && excess < 1e-6, "{index:e} {excess:e}");
}

#[test]
fn a_drug_with_itself_is_additive_on_any_pathway() {
    let il6 = tight(assay("IL-6", "CD4 T cell"));
    let doses = DoseGrid::log(3.0.nanomolar(), 1.0.micromolar(), 5);
    let itself = Agent::from(drug("baricitinib"));
    let found = il6.combination(&[(itself, &doses), (itself, &doses)]).unwrap();
    let (count, index, excess) = worst(&found);
    assert!(count == 35 && index < 1e-6 && excess < 1e-6, "{count} {index:e} {excess:e}");
    assert_eq!(found.columns()[..2], ["baricitinib_nM", "baricitinib 2_nM"]);
    // Half and half is the whole.
    let alone = found.agents()[0].ic50.exact().unwrap().as_nanomolar();
    let halves = DoseGrid::list(&[(alone / 2.0).nanomolar(), alone.nanomolar()]);
    let found = il6.combination(&[(itself, &halves), (itself, &halves)]).unwrap();
    assert!((found.surface().inhibition(4) - 0.5).abs() < 1e-9);
}

#[test]
fn the_edges_are_the_agents_alone_and_the_order_does_not_matter() {
    let il6 = assay("IL-6", "CD4 T cell");
    let (few, more) = (
        DoseGrid::log(10.0.nanomolar(), 1.0.micromolar(), 3),
        DoseGrid::log(0.1.nanomolar(), 100.0.nanomolar(), 4),
    );
    let (antibody, inhibitor) = (against_il6(), drug("baricitinib"));
    let one = il6.combination(&[(inhibitor.into(), &few), ((&antibody).into(), &more)]).unwrap();
    let other = il6.combination(&[((&antibody).into(), &more), (inhibitor.into(), &few)]).unwrap();
    let alone = il6.dose_response(inhibitor, &few).unwrap();
    let edge = &one.surface().alone(0)[1..];
    for (a, b) in edge.iter().zip(alone.curve().responses()) {
        assert!((a / b - 1.0).abs() < 1e-5, "{a} {b}");
    }
    assert_eq!(one.agents()[0].agent, "baricitinib");
    let (a, b) = (one.agents()[0].ic50.exact().unwrap(), alone.ic50().exact().unwrap());
    assert!((a.as_nanomolar() / b.as_nanomolar() - 1.0).abs() < 1e-4, "{a} {b}");
    for (point, row) in one.rows().enumerate() {
        let turned = other.rows().nth((point % 5) * 4 + point / 5).unwrap();
        assert_eq!(row.doses, turned.doses.into_iter().rev().collect::<Vec<_>>());
        assert!((row.inhibition - turned.inhibition).abs() < 1e-9);
        if let (Loewe::Index(a), Loewe::Index(b)) = (row.loewe, turned.loewe) {
            assert!((a / b - 1.0).abs() < 1e-4, "{a} {b}");
        }
    }
}

#[test]
fn an_antibody_is_a_partner_and_a_comparator() {
    let il6 = assay("IL-6", "CD4 T cell");
    let doses = DoseGrid::log(0.01.nanomolar(), 10.0.micromolar(), 25);
    let receptor = Antibody::new("anti-IL6R", Target::Chain("IL6R".into()), 1.0.nanomolar());
    for antibody in [&against_il6(), &receptor] {
        let alone = il6.agent_response(antibody.into(), &doses).unwrap();
        let ic50 = alone.ic50.exact().unwrap().as_nanomolar();
        println!("{}: {ic50} nM", antibody.name());
        // At least one site for two cytokine molecules of a 4.8 nM dose; or the chain's own constant.
        assert!((0.5..200.0).contains(&ic50), "{}: {ic50}", antibody.name());
        assert!(alone.curve.saturation().unwrap() < 1e-3 * alone.curve.control());
        // Bound beforehand, the chain meets no cytokine; without pre-incubation they race.
        let race = il6.clone().preincubate(0.0.minutes());
        let late = race.agent_response(antibody.into(), &doses).unwrap().ic50;
        if let (Target::Chain(_), Some(late)) = (antibody.target(), late.exact()) {
            assert!(late.as_nanomolar() > 1.5 * ic50, "{late} {ic50}");
        }
    }
    let few = DoseGrid::log(1.0.nanomolar(), 100.0.nanomolar(), 4);
    let antibody = against_il6();
    let found = il6.combination(&[(drug("baricitinib").into(), &few), ((&antibody).into(), &few)]);
    let found = found.unwrap();
    let last = found.rows().last().unwrap();
    assert!(last.hsa_excess > 0.0 && last.inhibition > 0.5, "{last:?}");
    let json = serde_json::to_string(&found).unwrap();
    assert_eq!(serde_json::from_str::<Combination>(&json).unwrap(), found);
    assert!(found.records().all(|record| record.len() == found.columns().len()));
    assert_eq!(found.records().next().unwrap()[7], "no effect");
}

#[test]
fn a_partner_that_reaches_less_leaves_the_index_undefined_there() {
    // Without IL-6 there is still the signal of IL-21.
    let other = Catalog::builtin().cytokine("IL-21").unwrap();
    let both = assay("IL-6", "CD4 T cell").stimulate(1.0.ng_per_ml());
    let both = both.and_stimulate(other, 1.0.ng_per_ml());
    let antibody = against_il6();
    let (drugs, antibodies) = (
        DoseGrid::log(10.0.nanomolar(), 10.0.micromolar(), 4),
        DoseGrid::log(0.1.nanomolar(), 100.0.nanomolar(), 4),
    );
    let partners = [(drug("tofacitinib").into(), &drugs), ((&antibody).into(), &antibodies)];
    let found = both.combination(&partners).unwrap();
    let curve = &found.agents()[1].curve;
    let most = 1.0 - curve.saturation().unwrap() / curve.control();
    println!("the antibody alone takes {most:.3} at most");
    assert!((0.1..0.9).contains(&most), "{most}");
    let mut beyond = 0;
    for row in found.rows().filter(|row| row.doses[1] > 0.0 && row.inhibition > most + 1e-3) {
        assert_eq!(row.loewe, Loewe::Beyond { agent: 1 }, "{row:?}");
        beyond += 1;
    }
    assert!(beyond > 4, "{beyond}");
    // The drug alone gets everywhere.
    assert!(found.rows().all(|row| row.loewe != Loewe::Beyond { agent: 0 }));
    assert!(found.records().any(|record| record[7] == "beyond anti-IL-6" && record[8].is_empty()));
}

#[test]
fn what_makes_no_combination_is_refused_in_words() {
    let il6 = assay("IL-6", "CD4 T cell");
    let doses = DoseGrid::log(1.0.nanomolar(), 1.0.micromolar(), 4);
    let many = DoseGrid::log(1.0.nanomolar(), 1.0.micromolar(), 1500);
    let baricitinib = Agent::from(drug("baricitinib"));
    let refused = |partners: &[(Agent<'_>, &DoseGrid)]| {
        il6.combination(partners).map(|_| ()).unwrap_err().to_string()
    };
    let told = "agents on these doses cannot be drawn: give two agents or more, and 1000000 combinations of doses at most";
    assert_eq!(refused(&[]), format!("a combination of 0 {told}"));
    assert_eq!(refused(&[(baricitinib, &doses)]), format!("a combination of 1 {told}"));
    let too_many = refused(&[(baricitinib, &many), (drug("ruxolitinib").into(), &many)]);
    assert_eq!(too_many, format!("a combination of 2 {told}"));
    let elsewhere = Antibody::new("anti-EPO", Target::Cytokine("EPO".into()), 1.0.nanomolar());
    assert_eq!(
        refused(&[(baricitinib, &doses), ((&elsewhere).into(), &doses)]),
        "anti-EPO binds EPO, which is no part of this pathway: it has IL-6"
    );
    let (one, other) =
        (against_il6(), Antibody::new("anti-IL-6", Target::Chain("IL6ST".into()), 1.0.nanomolar()));
    assert_eq!(
        refused(&[((&one).into(), &doses), ((&other).into(), &doses)]),
        "anti-IL-6 was named twice: name it once, with the dose you mean"
    );
    let none = il6.clone().stimulate(0.0.ng_per_ml());
    let silent = none.combination(&[(baricitinib, &doses), (baricitinib, &doses)]);
    assert!(silent.unwrap_err().to_string().contains("signal without drug"));
    let backwards = DoseGrid::list(&[2.0.nanomolar(), 1.0.nanomolar()]);
    assert!(refused(&[(baricitinib, &doses), (baricitinib, &backwards)]).contains("doses ascend"));
}
