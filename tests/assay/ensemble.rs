//! IC50s over draws from what is uncertain.

use crate::{assay, drug};
use jakstat::assay::{Ensemble, Ic50Ensemble, Uncertain};
use jakstat::prelude::*;

fn ensemble() -> Ensemble {
    Ensemble::default().draws(128).unwrap()
}

/// Only JAK2 is in use, so that IC50 = c K with K = Ki (1 + ATP / Km).
fn epo() -> Assay {
    assay("EPO", "erythroid progenitor")
}

fn width(found: &Ic50Ensemble) -> f64 {
    let (low, high) = found.interval(0.95).unwrap();
    high.as_nanomolar() / low.as_nanomolar()
}

#[test]
fn without_uncertainty_every_draw_is_the_point() {
    let il6 = assay("IL-6", "CD4 T cell");
    let grid = DoseGrid::log(1.0.nanomolar(), 10.0.micromolar(), 21);
    let curve = il6.dose_response(drug("baricitinib"), &grid).unwrap();
    let point = curve.ic50().exact().unwrap().as_nanomolar();
    let found = il6.ic50_ensemble(drug("baricitinib"), &ensemble().only(&[])).unwrap();
    let usual = found.usual.unwrap().as_nanomolar();
    assert!((usual / point - 1.0).abs() < 0.01, "{usual} {point}");
    assert_eq!(found.ic50s_nanomolar, [usual; 128]);
    assert_eq!(width(&found), 1.0);
    assert_eq!((found.beyond, found.unsolved, found.dominant()), (0, 0, None));
}

#[test]
fn each_draw_of_atp_has_the_ic50_of_cheng_and_prusoff() {
    let found =
        epo().ic50_ensemble(drug("ruxolitinib"), &ensemble().only(&[Uncertain::Atp])).unwrap();
    let km = Catalog::builtin().enzymology().km(Jak::Jak2).as_nanomolar() / 1e6;
    let usual = found.usual.unwrap().as_nanomolar();
    let at = |millimolar: f64| usual * (1.0 + millimolar / km) / (1.0 + 2.0 / km);
    let mut ic50s = found.ic50s_nanomolar.clone();
    ic50s.sort_by(f64::total_cmp);
    assert_eq!(ic50s.len(), 128);
    for (k, ic50) in ic50s.iter().enumerate() {
        // One draw in each of 128 equal parts of ln ATP.
        let (low, high) = (at(5f64.powf(k as f64 / 128.0)), at(5f64.powf((k + 1) as f64 / 128.0)));
        assert!((low * 0.99..high * 1.01).contains(ic50), "{k}: {ic50} in {low} to {high}");
    }
    assert!((width(&found) / 5f64.powf(0.95) - 1.0).abs() < 0.03, "{}", width(&found));
    // Uniform over a width w: w / √12.
    let expected = 5f64.ln() / 12f64.sqrt();
    assert!((found.groups[0].deviation / expected - 1.0).abs() < 0.02, "{:?}", found.groups);
}

#[test]
fn panels_are_drawn_evenly_and_give_their_own_ic50() {
    let found =
        epo().ic50_ensemble(drug("ruxolitinib"), &ensemble().only(&[Uncertain::Panels])).unwrap();
    let mut expected: Vec<f64> = drug("ruxolitinib")
        .panels()
        .iter()
        .map(|panel| {
            let drug = drug("ruxolitinib").with_panel(panel.name()).unwrap();
            let alone = epo().ic50_ensemble(&drug, &ensemble().only(&[])).unwrap();
            alone.usual.unwrap().as_nanomolar()
        })
        .collect();
    expected.sort_by(f64::total_cmp);
    let mut ic50s = found.ic50s_nanomolar.clone();
    ic50s.sort_by(f64::total_cmp);
    let each = 128 / expected.len();
    assert!(expected.len() > 1 && expected[1] > 1.5 * expected[0], "{expected:?}");
    for (k, panel) in expected.iter().enumerate() {
        let close = ic50s.iter().filter(|&ic50| (ic50 / panel - 1.0).abs() < 0.01).count();
        assert!(close.abs_diff(each) <= 1, "panel {k}: {close} of 128, {ic50s:?}");
    }
}

#[test]
fn wider_ranges_make_wider_intervals() {
    let il6 = assay("IL-6", "CD4 T cell");
    let width = |fold| {
        let ensemble = ensemble().only(&[Uncertain::Affinities]).affinity_fold(fold).unwrap();
        width(&il6.ic50_ensemble(drug("baricitinib"), &ensemble).unwrap())
    };
    let widths = [1.0, 1.5, 3.0, 6.0].map(width);
    assert_eq!(widths[0], 1.0);
    assert!(widths.windows(2).all(|pair| pair[1] > 1.05 * pair[0]), "{widths:?}");
    let of = |groups: &[Uncertain]| {
        self::width(&il6.ic50_ensemble(drug("baricitinib"), &ensemble().only(groups)).unwrap())
    };
    let all = of(&Uncertain::ALL);
    for group in Uncertain::ALL {
        assert!(all > of(&[group]), "{group}: {all} {}", of(&[group]));
    }
}

#[test]
fn the_group_that_spreads_most_is_named() {
    let il6 = assay("IL-6", "CD4 T cell");
    let found = il6.ic50_ensemble(drug("upadacitinib"), &ensemble()).unwrap();
    assert_eq!(found.dominant(), Some(Uncertain::Panels), "{:?}", found.groups);
    assert_eq!(found.groups.len(), 4);
    assert!(found.groups.windows(2).all(|pair| pair[0].deviation >= pair[1].deviation));
}

#[test]
fn one_seed_is_one_ensemble_on_any_number_of_threads() {
    let il6 = assay("IL-6", "CD4 T cell");
    let drugs = [drug("baricitinib"), drug("tofacitinib")];
    let of = |threads: usize, seed: u64| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| il6.ic50_ensembles(&drugs, &ensemble().seed(seed)).unwrap())
    };
    let first = of(1, 7);
    assert_eq!(of(2, 7), first);
    assert_eq!(of(3, 7), first);
    assert_ne!(of(2, 8)[0].ic50s_nanomolar, first[0].ic50s_nanomolar);
    // Beside another drug a drug does what it does alone.
    let alone = il6.ic50_ensemble(drugs[1], &ensemble().seed(7)).unwrap();
    for (a, b) in alone.ic50s_nanomolar.iter().zip(&first[1].ic50s_nanomolar) {
        assert!((a / b - 1.0).abs() < 1e-3, "{a} {b}");
    }
    let json = serde_json::to_string(&first).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Ic50Ensemble>>(&json).unwrap(), first);
}

#[test]
fn what_cannot_be_solved_is_counted_and_makes_no_number() {
    let hurried = epo().options(Options { max_steps: 2, ..Options::default() });
    let found = hurried.ic50_ensemble(drug("baricitinib"), &ensemble()).unwrap();
    assert_eq!((found.unsolved, found.ic50s_nanomolar.len()), (128, 0));
    assert_eq!((found.usual, found.interval(0.95), found.dominant()), (None, None, None));
    // Without a cytokine there is no signal to halve.
    let silent = epo().stimulate(0.0.ng_per_ml());
    let found = silent.ic50_ensemble(drug("baricitinib"), &ensemble()).unwrap();
    assert_eq!((found.unsolved, found.beyond, found.percentile(0.5)), (128, 0, None));
}

#[test]
fn ensembles_that_cannot_be_drawn_are_refused_with_a_remedy() {
    for (draws, told) in [(0, "draws = 0"), (100, "draws = 100"), (1 << 17, "draws = 131072")] {
        let error = Ensemble::default().draws(draws).unwrap_err().to_string();
        let remedy = "cannot be used: give a power of two from 128 to 65536";
        assert_eq!(error, format!("{told} {remedy}"));
    }
    for fold in [0.5, f64::NAN, f64::INFINITY, -3.0] {
        let error = Ensemble::default().affinity_fold(fold).unwrap_err().to_string();
        let told = format!("affinities cannot be uncertain by a factor of {fold}: give");
        assert!(error.starts_with(&told), "{error}");
    }
    let il6 = assay("IL-6", "CD4 T cell");
    let refused = il6.ic50_ensemble(drug("ritlecitinib"), &ensemble()).unwrap_err().to_string();
    assert!(refused.contains("covalent"), "{refused}");
}
