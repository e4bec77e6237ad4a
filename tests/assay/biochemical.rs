//! The biochemical assay against the closed forms of enzyme kinetics.

use jakstat::assay::{BiochemicalAssay, Endpoint, Supply};
use jakstat::units::{Concentration, Quantities};

const KM: f64 = 40_000.0;
const ATP: f64 = 1e6;

fn assay(ki: f64) -> BiochemicalAssay {
    BiochemicalAssay::new(ki.nanomolar(), KM.nanomolar(), ATP.nanomolar())
}

fn half(ki: f64) -> f64 {
    ki * (1.0 + ATP / KM)
}

#[track_caller]
fn agree(found: f64, wanted: f64) {
    assert!((found / wanted - 1.0).abs() < 1e-6, "{found} is not {wanted}");
}

fn ic50(assay: &BiochemicalAssay) -> f64 {
    assay.ic50().unwrap().as_nanomolar()
}

#[test]
fn the_initial_rate_reads_back_the_ic50_put_in() {
    for published in [0.01, 5.9, 53.0, 20_000.0] {
        for (km, atp) in [(KM, ATP), (KM, KM), (800.0, 5e6), (KM, 1.0)] {
            let assay =
                BiochemicalAssay::from_ic50(published.nanomolar(), km.nanomolar(), atp.nanomolar());
            agree(ic50(&assay), published);
        }
    }
}

#[test]
fn the_ic50_of_the_initial_rate_is_that_of_cheng_and_prusoff() {
    for enzyme in [0.1, 1.0, 500.0] {
        agree(ic50(&assay(0.2).enzyme(enzyme.nanomolar())), half(0.2));
    }
}

#[test]
fn an_inhibitor_that_the_enzyme_uses_up_needs_half_the_enzyme_more() {
    for (ki, enzyme) in [(0.2, 1.0), (0.001, 10.0), (0.2, 500.0), (100.0, 1.0)] {
        let assay = assay(ki).enzyme(enzyme.nanomolar()).supply(Supply::Limited);
        agree(ic50(&assay), half(ki) + enzyme / 2.0);
    }
}

#[test]
fn the_depleted_curve_is_that_of_morrison() {
    let (k, e) = (half(0.1), 20.0);
    let assay = assay(0.1).enzyme(e.nanomolar()).supply(Supply::Limited);
    let control = assay.responses(&[0.0]).unwrap()[0];
    let doses = [0.5, 3.0, 10.0, 20.0, 100.0];
    for (dose, response) in doses.into_iter().zip(assay.responses(&doses).unwrap()) {
        let sum: f64 = e + dose + k;
        let bound = (sum - (sum * sum - 4.0 * e * dose).sqrt()) / 2.0;
        agree(response / control, 1.0 - bound / e);
    }
}

#[test]
fn the_product_follows_first_order_conversion() {
    let (efficiency, seconds, peptide) = (1e-4, 1800.0, 250.0);
    let assay = assay(0.3)
        .enzyme(4.0.nanomolar())
        .peptide(peptide.nanomolar())
        .time(30.0.minutes())
        .efficiency(efficiency)
        .reading(Endpoint::Product);
    let k = efficiency * 4.0 * ATP / (KM + ATP);
    let doses = [0.0, 1.0, 7.8, 30.0, 1000.0];
    for (dose, product) in doses.into_iter().zip(assay.responses(&doses).unwrap()) {
        agree(product, peptide * -f64::exp_m1(-k * seconds / (1.0 + dose / half(0.3))));
    }
}

#[test]
fn conversion_raises_the_ic50_as_the_closed_form_says() {
    let mut last = half(0.3);
    for efficiency in [1e-6, 1e-4, 1e-3, 4e-3] {
        let assay = assay(0.3).efficiency(efficiency).reading(Endpoint::Product);
        let turned_over = efficiency * 3600.0 * ATP / (KM + ATP);
        let at_half = -f64::ln_1p(f64::exp_m1(-turned_over) / 2.0);
        let found = ic50(&assay);
        agree(found, half(0.3) * (turned_over / at_half - 1.0));
        assert!(found > last, "{found} {last}");
        last = found;
    }
}

#[test]
fn depletion_and_conversion_together_raise_it_most() {
    let assay = assay(0.01).enzyme(10.0.nanomolar()).efficiency(1e-4).supply(Supply::Limited);
    let depleted = ic50(&assay);
    let both = ic50(&assay.reading(Endpoint::Product));
    let turned_over = 1e-4 * 10.0 * 3600.0 * ATP / (KM + ATP);
    // The share x of enzyme left free at half the product fixes both what is bound and what is free.
    let left = -f64::ln_1p(f64::exp_m1(-turned_over) / 2.0) / turned_over;
    agree(both, half(0.01) * (1.0 / left - 1.0) + 10.0 * (1.0 - left));
    assert!(both > depleted);
}

#[test]
fn numbers_that_describe_no_assay_are_refused() {
    let text = |assay: BiochemicalAssay| assay.ic50().unwrap_err().to_string();
    let zero = Concentration::from_nanomolar(0.0);
    let not = Concentration::from_nanomolar(f64::NAN);
    let remedy = "give a finite number above 0";
    assert_eq!(text(assay(-1.0)), format!("ki = -1 nM cannot be used: {remedy}"));
    assert_eq!(text(assay(1.0).enzyme(not)), format!("enzyme = NaN nM cannot be used: {remedy}"));
    assert_eq!(text(assay(1.0).peptide(zero)), format!("peptide = 0 nM cannot be used: {remedy}"));
    assert_eq!(
        text(assay(1.0).efficiency(f64::INFINITY)),
        format!("efficiency = inf 1/(nM s) cannot be used: {remedy}")
    );
    assert_eq!(
        assay(1.0).responses(&[1.0, -2.0]).unwrap_err().to_string(),
        "dose -2 nM cannot be used: give a finite concentration, 0 nM or more"
    );
}
