//! Antibodies: what they bind is kept from the cell, nothing is lost, and none is none.

use crate::experiment::{Experiment, cytokine};
use jakstat::catalog::Catalog;
use jakstat::pathway::{Antibody, Pathway, Target, Trafficking};
use jakstat::units::Quantities;

const MINUTES: f64 = 60.0;

fn against_cytokine() -> Antibody {
    Antibody::new("anti-IL-6", Target::Cytokine("IL-6".into()), 0.05.nanomolar())
}

fn against_chain() -> Antibody {
    Antibody::new("anti-IL6R", Target::Chain("IL6R".into()), 1.0.nanomolar())
}

fn with(antibody: &Antibody, trafficking: Trafficking) -> Experiment {
    let pathway = Pathway::new(Catalog::builtin().cell("CD4 T cell").unwrap())
        .stimulate(cytokine("IL-6"), 100.0.ng_per_ml())
        .neutralise(&[antibody])
        .trafficking(trafficking);
    Experiment::new(pathway.build().unwrap())
}

/// States over time from the moment at which antibody and cytokine meet the cell.
fn rows(experiment: &Experiment, dose: f64, times: &[f64]) -> Vec<Vec<f64>> {
    let mut run = Experiment::new(experiment.pathway.clone());
    run.relative = 1e-8;
    run.add(dose).rows(times)
}

fn signal(experiment: &Experiment, dose: f64) -> f64 {
    let times = [15.0 * MINUTES];
    let model = experiment.pathway.model();
    let what = model.observable("pSTAT3").unwrap();
    model.observe(what, times[0], &rows(experiment, dose, &times)[0], &experiment.inputs)
}

#[test]
fn no_antibody_is_no_species_and_none_of_it_changes_nothing() {
    let without = Experiment::of("IL-6", "CD4 T cell", &[]);
    let species = without.pathway.model().species_names();
    for antibody in [against_cytokine(), against_chain()] {
        let with = with(&antibody, Trafficking::On);
        let more = with.pathway.model().species_names();
        assert_eq!(more[..species.len()], species[..], "the antibody's species come last");
        let times = [5.0 * MINUTES, 60.0 * MINUTES];
        let (a, b) = (rows(&without, 0.0, &times), rows(&with, 0.0, &times));
        for (a, b) in a.iter().zip(&b) {
            assert!(b[species.len()..].iter().all(|&x| x == 0.0), "{b:?}");
            let change = a.iter().zip(b).map(|(a, b)| (a - b).abs() / a.abs().max(1e-9));
            let change = change.fold(0.0, f64::max);
            assert!(change < 1e-9, "{}: {change:e}", antibody.name());
        }
    }
}

#[test]
fn more_antibody_is_less_signal_and_very_much_of_it_is_none() {
    for antibody in [against_cytokine(), against_chain()] {
        let with = with(&antibody, Trafficking::On);
        let signals: Vec<f64> =
            [0.0, 0.1, 1.0, 10.0, 100.0, 1e3, 1e6, 1e9].map(|dose| signal(&with, dose)).to_vec();
        println!("{}: {signals:.3?}", antibody.name());
        assert!(signals.windows(2).all(|pair| pair[1] <= pair[0] + 1e-6), "{signals:?}");
        assert!(signals[0] > 1.0 && signals[7] < 1e-3 * signals[0], "{signals:?}");
    }
}

#[test]
fn totals_of_antibody_cytokine_and_chain_are_conserved() {
    for antibody in [against_cytokine(), against_chain()] {
        let with = with(&antibody, Trafficking::Off);
        let rows = rows(&with, 3.0, &[0.0, 60.0, 900.0, 86_400.0]);
        let totals = with.pathway.model().conserved();
        let holds = |total: &&jakstat::network::ConservedTotal, name: &str| {
            let index =
                with.pathway.model().species_names().iter().position(|s| *s == name).unwrap();
            total.weights()[index] != 0.0
        };
        for name in [antibody.name(), "IL-6", "IL6R"] {
            let total = totals.iter().find(|total| holds(total, name)).expect(name);
            let begun = total.amount(&rows[0]);
            for row in &rows {
                let change = (total.amount(row) / begun - 1.0).abs();
                assert!(change < 1e-12, "{name} with {}: {change:e}", antibody.name());
            }
        }
    }
}

#[test]
fn two_sites_bind_in_equilibrium_as_one_site_twice() {
    // Without a cell to speak of, what is bound of the sites is [L] / (Kd + [L]).
    let with = with(&against_cytokine(), Trafficking::Off);
    let names = with.pathway.model().species_names();
    let index = |name: &str| names.iter().position(|known| *known == name).unwrap();
    let mut bare = Experiment::new(with.pathway.clone());
    bare.relative = 1e-10;
    for chain in ["IL6R", "IL6ST"] {
        bare.set(&format!("copies.{chain}"), 1e-9);
    }
    bare.add(2.0);
    let row = bare.rows(&[30.0 * 86_400.0]).remove(0);
    let ligand = row[index("IL-6")];
    let (one, two) = (row[index("anti-IL-6:IL-6")], row[index("anti-IL-6:IL-62")]);
    let taken = (one + 2.0 * two) / 4.0;
    assert!((taken - ligand / (0.05 + ligand)).abs() < 1e-7, "{taken} {ligand}");
    // Most sites have found what they bind, two for each antibody.
    assert!(taken > 0.9, "{taken}");
}

#[test]
fn an_antibody_against_what_is_not_there_is_refused_in_words() {
    let refusal = |target: Target, kd: f64| {
        let antibody = Antibody::new("mAb", target, kd.nanomolar());
        let pathway = Pathway::new(Catalog::builtin().cell("CD4 T cell").unwrap())
            .stimulate(cytokine("IL-6"), 1.0.ng_per_ml())
            .neutralise(&[&antibody]);
        pathway.build().map(|_| ()).unwrap_err().to_string()
    };
    assert_eq!(
        refusal(Target::Cytokine("IL-2".into()), 1.0),
        "mAb binds IL-2, which is no part of this pathway: it has IL-6"
    );
    assert_eq!(
        refusal(Target::Chain("IL2RA".into()), 1.0),
        "mAb binds IL2RA, which is no part of this pathway: it has IL6R, IL6ST"
    );
    for kd in [0.0, -1.0, f64::NAN] {
        let told = refusal(Target::Chain("IL6R".into()), kd);
        assert_eq!(
            told,
            format!(
                "the dissociation constant of mAb in nM is {kd}: give a finite number above zero"
            )
        );
    }
}
