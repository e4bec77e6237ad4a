//! Which uncertain inputs decide what a drug does.

use crate::{assay, drug};
use jakstat::assay::{Agent, AssaySensitivity};
use jakstat::prelude::*;
use jakstat::sensitivity::{Design, Factor, Missing};

#[test]
fn small_spreads_of_what_multiplies_share_the_variance_by_their_squares() {
    // K = Ki (1 + ATP / Km), and ATP is far above Km.
    let epo = assay("EPO", "erythroid progenitor");
    let agent = Agent::from(drug("baricitinib"));
    let pathway = epo.pathway_with(&[agent]).unwrap();
    let usual =
        |name: &str| pathway.model().default_parameters()[pathway.model().parameter(name).unwrap()];
    let (ki, folds) = ("Ki.baricitinib.JAK2", [1.05f64, 1.1]);
    let factors = [
        Factor::log_normal(ki, usual(ki), folds[0]),
        Factor::log_normal("ATP", usual("ATP"), folds[1]),
        Factor::log_normal("Km.JAK2", usual("Km.JAK2"), 1.0001),
    ];
    let design = Design::new(&factors).unwrap().seed(2);
    let found = epo.sensitivity((agent, 300.0.nanomolar()), &design).unwrap();
    let squares = folds.map(|fold| fold.ln().powi(2));
    for (k, square) in squares.into_iter().enumerate() {
        let share = square / (squares[0] + squares[1]);
        for indices in [&found.inhibition, &found.response] {
            let factor = &indices.factors[k];
            assert!((factor.first.estimate - share).abs() < 0.02, "{factor:?} {share}");
            assert!((factor.total.estimate - share).abs() < 0.02, "{factor:?} {share}");
        }
    }
    assert!(found.inhibition.factors[2].total.estimate < 1e-3, "{:?}", found.inhibition);
    // Without the drug none of them matters.
    assert_eq!(found.control, None);
    let json = serde_json::to_string(&found).unwrap();
    assert_eq!(serde_json::from_str::<AssaySensitivity>(&json).unwrap(), found);
}

#[test]
fn the_uncertain_inputs_are_those_with_a_range_in_the_tables() {
    let il6 = assay("IL-6", "CD4 T cell");
    let factors = il6.uncertain_inputs(&[drug("baricitinib").into()]).unwrap();
    let mut names: Vec<&str> = factors.iter().map(|factor| factor.name.as_str()).collect();
    names.sort_unstable();
    let expected = [
        "ATP",
        "copies.IL6R",
        "copies.IL6ST",
        "copies.JAK1",
        "copies.JAK2",
        "copies.STAT1",
        "copies.STAT3",
        "copies.TYK2",
    ];
    assert_eq!(names, expected);
    // Without a drug no ATP.
    assert!(il6.uncertain_inputs(&[]).unwrap().iter().all(|factor| factor.name != "ATP"));
}

#[test]
fn a_point_without_signal_has_no_inhibition_and_is_counted() {
    let il6 = assay("IL-6", "CD4 T cell");
    let agent = Agent::from(drug("baricitinib"));
    // A pathway at the lower end has no receptor to speak of.
    let design = Design::new(&[Factor::log_uniform("copies.IL6R", 1e-20, 1e4)]).unwrap();
    let design = design.rows(128).unwrap();
    let told = il6.sensitivity((agent, 50.0.nanomolar()), &design).unwrap_err().to_string();
    assert!(told.contains("points have no value"), "{told}");
    let low = Design::new(&[Factor::log_uniform("copies.IL6R", 1e-6, 1e4)]).unwrap();
    let low = low.rows(128).unwrap().missing(Missing::LeaveOut);
    let found = il6.sensitivity((agent, 50.0.nanomolar()), &low).unwrap();
    assert!(found.response.failed.is_empty() && !found.inhibition.failed.is_empty());
    assert!(found.inhibition.rows_left_out > 5, "{}", found.inhibition.rows_left_out);
}

#[test]
fn what_cannot_be_varied_or_dosed_is_refused_in_words() {
    let il6 = assay("IL-6", "CD4 T cell");
    let agent = Agent::from(drug("baricitinib"));
    let design = Design::new(&[Factor::uniform("copies.IL6RA", 1.0, 2.0)]).unwrap();
    let told = il6.sensitivity((agent, 50.0.nanomolar()), &design).unwrap_err().to_string();
    assert!(told.contains("did you mean `copies.IL6R`"), "{told}");
    let told = il6.sensitivity((agent, f64::NAN.nanomolar()), &design).unwrap_err().to_string();
    assert_eq!(
        told,
        "the drug = NaN nM cannot be used: give a finite concentration of 0 nM or more"
    );
}
