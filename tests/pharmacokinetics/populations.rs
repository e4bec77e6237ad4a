//! Virtual patients differ as the model says, and each is always the same.

use approx::assert_relative_eq;
use jakstat::catalog::{Catalog, KineticQuantity as Quantity, Kinetics};
use jakstat::pharmacokinetics::{Absorption, Individual, Patient, Population};
use rayon::prelude::*;

fn kinetics(drug: &str) -> &'static Kinetics {
    Catalog::builtin().kinetics(drug).unwrap()
}

fn population(drug: &str, seed: u64) -> Population {
    Population::new(kinetics(drug), &Patient::reference(), seed).unwrap()
}

#[test]
fn a_patient_is_a_matter_of_seed_and_number_alone() {
    let here = population("baricitinib", 42);
    let one_by_one: Vec<Individual> =
        (0..200).map(|number| here.individual(number).unwrap()).collect();
    for threads in [1, 2, 3, 7] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let fresh = population("baricitinib", 42);
        let together: Vec<Individual> = pool.install(|| {
            (0..200_u64).into_par_iter().map(|number| fresh.individual(number).unwrap()).collect()
        });
        assert_eq!(together, one_by_one, "{threads} threads");
    }
    assert_ne!(population("baricitinib", 43).individual(0).unwrap(), one_by_one[0]);
}

#[test]
fn a_patient_stays_what_it_was() {
    // Should these numbers change, so do all results drawn from populations: say so in the change log.
    let deviations = population("baricitinib", 42).deviations(7);
    let recorded = [
        2.8913563334755077,
        0.6642723085170139,
        0.3750753966316279,
        -0.2005566327442225,
        -0.21933014799488265,
        0.9594950277698544,
    ];
    assert_eq!(deviations.len(), recorded.len());
    for (found, expected) in deviations.iter().zip(recorded) {
        assert_relative_eq!(*found, expected, max_relative = 1e-12);
    }
}

#[test]
fn deviations_have_the_covariance_of_the_set() {
    let population = population("baricitinib", 1);
    let varied: Vec<Quantity> = population.varied().collect();
    let count = 40_000;
    let draws: Vec<Vec<f64>> = (0..count).map(|number| population.deviations(number)).collect();
    let place = |quantity| varied.iter().position(|known| *known == quantity).unwrap();
    let mean = |i: usize| draws.iter().map(|draw| draw[i]).sum::<f64>() / count as f64;
    let product =
        |i: usize, j: usize| draws.iter().map(|draw| draw[i] * draw[j]).sum::<f64>() / count as f64;
    let (renal, other) = (place(Quantity::RenalClearance), place(Quantity::NonRenalClearance));
    let volume = place(Quantity::CentralVolume);
    let variance = |cv: f64| (1.0 + cv * cv).ln();
    // Five standard errors of a sample of this size.
    let near = |found: f64, expected: f64, scale: f64| {
        let error = 5.0 * scale * (2.0 / count as f64).sqrt();
        assert!((found - expected).abs() < error, "{found} {expected} ± {error}");
    };
    for i in 0..varied.len() {
        near(mean(i), 0.0, product(i, i).sqrt());
    }
    let duration = place(Quantity::AbsorptionDuration);
    near(product(duration, duration), variance(1.384), variance(1.384));
    near(product(duration, renal), 0.0, (variance(1.384) * variance(0.395)).sqrt());
    near(product(renal, renal), variance(0.395), variance(0.395));
    near(product(other, other), variance(0.846), variance(0.846));
    near(product(renal, other), 0.272, (variance(0.395) * variance(0.846)).sqrt());
    near(product(renal, volume), -0.00706, (variance(0.395) * variance(0.338)).sqrt());
    near(product(other, volume), 0.0, (variance(0.846) * variance(0.338)).sqrt());
}

#[test]
fn the_duration_of_absorption_follows_box_and_cox() {
    let population = population("baricitinib", 3);
    let place =
        population.varied().position(|known| known == Quantity::AbsorptionDuration).unwrap();
    let mut deviations = vec![0.0; population.varied().len()];
    deviations[place] = 0.8;
    let body = population.individual_with(&deviations).unwrap();
    let Absorption::ZeroOrder { duration } = body.absorption else { panic!("{body:?}") };
    let expected = 0.457 * (((0.501_f64 * 0.8).exp() - 1.0) / 0.501).exp();
    assert_relative_eq!(duration.as_seconds() / 3600.0, expected, max_relative = 1e-13);
    let typical = Individual::typical(kinetics("baricitinib"), &Patient::reference()).unwrap();
    let none = population.individual_with(&[]).unwrap();
    assert_eq!((none.absorption, none.disposition), (typical.absorption, typical.disposition));
}

#[test]
fn every_population_model_has_a_population() {
    for set in Catalog::builtin().every_kinetics() {
        let made = Population::new(set, &Patient::reference(), 0);
        match set.name() {
            "textbook" => assert_eq!(
                made.unwrap_err().to_string(),
                "textbook (baricitinib) states no variability, so all its patients are the same: choose a population model"
            ),
            _ => assert!(made.unwrap().individual(0).is_ok(), "{}", set.name()),
        }
    }
}
