//! Plates: recovery, sharing, units, bounds, comparison and what is refused.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_cmp, clippy::panic, missing_docs)]
// A test may stop at the first surprise.

use jakstat::response::{
    Comparison, CurveFit, Direction, Estimate, FitOptions, Parameter, PlateData, PlateRow, Potency,
    PotencyEstimate, Setting,
};
use jakstat::units::{Concentration, Quantities};
use proptest::prelude::*;

#[derive(Clone, Copy)]
struct Truth {
    top: f64,
    bottom: f64,
    ic50: f64,
    hill: f64,
}

impl Truth {
    fn at(self, dose: f64) -> f64 {
        self.bottom + (self.top - self.bottom) / (1.0 + (dose / self.ic50).powf(self.hill))
    }
}

const DOSES: [f64; 11] = [0.0, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1e3, 3e3, 1e4];
/// A fixed scatter of mean near zero.
const SCATTER: [f64; 11] = [0.9, -1.3, 0.2, 1.6, -0.7, -0.4, 1.1, -1.8, 0.6, 0.3, -0.5];

fn well(curve: &str, dose: f64, response: f64) -> PlateRow {
    PlateRow::new(curve, dose.nanomolar(), response)
}

fn wells(curve: &str, truth: Truth, scatter: f64) -> Vec<PlateRow> {
    let noisy =
        |(dose, deviation): (&f64, &f64)| well(curve, *dose, truth.at(*dose) + scatter * deviation);
    DOSES.iter().zip(&SCATTER).map(noisy).collect()
}

fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found / expected - 1.0).abs() < tolerance, "{found}, expected {expected}");
}

fn nanomolar(estimate: PotencyEstimate) -> f64 {
    estimate.potency.exact().expect("a number").as_nanomolar()
}

fn limits(estimate: PotencyEstimate) -> [f64; 2] {
    let (low, high) = estimate.interval.expect("an interval");
    [low.as_nanomolar(), high.as_nanomolar()]
}

const A: Truth = Truth { top: 100.0, bottom: 8.0, ic50: 25.0, hill: 1.3 };
const B: Truth = Truth { top: 100.0, bottom: 8.0, ic50: 400.0, hill: 0.9 };

#[test]
fn clean_data_give_back_their_parameters() {
    let fit = PlateData::new(wells("a", A, 0.0)).unwrap().fit(&FitOptions::default()).unwrap();
    let curve = fit.curve("a").unwrap();
    near(curve.top.value, A.top, 1e-9);
    near(curve.bottom.value, A.bottom, 1e-8);
    near(curve.hill.value, A.hill, 1e-8);
    near(nanomolar(curve.relative_ic50), A.ic50, 1e-8);
    let absolute = A.ic50 * (A.top / (A.top - 2.0 * A.bottom)).powf(1.0 / A.hill);
    near(nanomolar(curve.absolute_ic50), absolute, 1e-8);
    near(curve.response(77.0.nanomolar()), A.at(77.0), 1e-9);
    assert!(fit.residual_sd < 1e-8);
    assert_eq!((curve.direction, fit.degrees_of_freedom), (Direction::Falling, 7));
}

#[test]
fn the_area_is_the_mean_over_log_dose() {
    let truth = Truth { bottom: 0.0, ic50: 1.0, hill: 1.0, ..A };
    let doses = [0.01, 0.1, 1.0, 10.0, 100.0];
    let rows = doses.map(|dose| well("a", dose, truth.at(dose))).to_vec();
    let fit = PlateData::new(rows).unwrap().fit(&FitOptions::default()).unwrap();
    near(fit.curves[0].area, 0.5, 1e-9);
}

#[test]
fn a_rising_curve_is_fitted_with_a_positive_slope() {
    let rows =
        DOSES.iter().zip(&SCATTER).map(|(&d, s)| well("a", d, 108.0 - A.at(d) + s)).collect();
    let fit = PlateData::new(rows).unwrap().fit(&FitOptions::default()).unwrap();
    let curve = &fit.curves[0];
    assert_eq!(curve.direction, Direction::Rising);
    assert!(curve.hill.value > 1.0 && curve.top.value > 95.0 && curve.bottom.value < 12.0);
    near(nanomolar(curve.relative_ic50), A.ic50, 0.1);
    assert_eq!(curve.absolute_ic50.potency, Potency::Above(10.0.micromolar()));
}

#[test]
fn the_unit_of_dose_and_response_changes_nothing_but_the_unit() {
    let rows = [wells("a", A, 9.0), wells("b", B, -7.0)].concat();
    let plain = PlateData::new(rows.clone()).unwrap().fit(&FitOptions::default()).unwrap();
    for (dose_unit, response_unit) in [(1e3, 1.0), (1e-6, 1e4), (1e9, 1e-7)] {
        let changed = |row: &PlateRow| PlateRow {
            dose: Concentration::from_nanomolar(row.dose.as_nanomolar() * dose_unit),
            response: row.response * response_unit,
            ..row.clone()
        };
        let data = PlateData::new(rows.iter().map(changed).collect()).unwrap();
        let fit = data.fit(&FitOptions::default()).unwrap();
        for (found, expected) in fit.curves.iter().zip(&plain.curves) {
            near(found.hill.value, expected.hill.value, 1e-9);
            near(found.hill.interval.unwrap().1, expected.hill.interval.unwrap().1, 1e-9);
            near(found.area, expected.area, 1e-9);
            near(found.top.value, expected.top.value * response_unit, 1e-9);
            let (shifted, ic50) = (found.relative_ic50, expected.relative_ic50);
            near(nanomolar(shifted), nanomolar(ic50) * dose_unit, 1e-9);
            for (shifted, limit) in limits(shifted).iter().zip(limits(ic50)) {
                near(*shifted, limit * dose_unit, 1e-9);
            }
        }
        let (found, expected) = (fit.compare("a", "b").unwrap(), plain.compare("a", "b").unwrap());
        near(found.ratio, expected.ratio, 1e-9);
        near(found.p, expected.p, 1e-6);
    }
}

#[test]
fn shared_parameters_are_one_and_narrow_the_rest() {
    let rows = [wells("a", A, 2.0), wells("b", Truth { hill: 1.3, ..B }, -2.0)].concat();
    let data = PlateData::new(rows).unwrap();
    let own = data.fit(&FitOptions::default()).unwrap();
    let options = FitOptions {
        top: Setting::Shared,
        bottom: Setting::Shared,
        hill: Setting::Shared,
        ..FitOptions::default()
    };
    let shared = data.fit(&options).unwrap();
    let [a, b]: &[CurveFit; 2] = shared.curves.as_slice().try_into().unwrap();
    assert_eq!((a.top, a.bottom, a.hill), (b.top, b.bottom, b.hill));
    assert_eq!((own.parameters.len(), shared.parameters.len()), (8, 5));
    assert_eq!(shared.parameters[0], (Parameter::Top, None));
    assert_eq!(shared.parameters[2], (Parameter::Log10Ic50, Some("a".to_owned())));
    let width = |fit: &CurveFit| {
        let [low, high] = limits(fit.relative_ic50);
        (high / low).ln()
    };
    assert!(width(b) < width(&own.curves[1]));
    near(nanomolar(a.relative_ic50), A.ic50, 0.1);
    near(nanomolar(b.relative_ic50), B.ic50, 0.1);
    let c = &shared.covariance;
    assert!(c[0][1] == c[1][0] && c[2][4].abs() > 1e-3 * c[2][2]);
    // Student's t for 95 % and 17 degrees of freedom is 2.109816.
    let half = 2.109_815_578 * (c[2][2] + c[4][4] - 2.0 * c[2][4]).sqrt();
    let compared = shared.compare("a", "b").unwrap();
    near(compared.interval.1 / compared.ratio, 10_f64.powf(half), 1e-8);
}

#[test]
fn three_parameter_models_fix_an_asymptote() {
    let truth = Truth { bottom: 0.0, ..A };
    let data = PlateData::new(wells("a", truth, 2.0)).unwrap();
    let fit = data.fit(&FitOptions::zero_bottom()).unwrap();
    assert_eq!((fit.curves[0].bottom.value, fit.curves[0].bottom.interval), (0.0, None));
    near(nanomolar(fit.curves[0].absolute_ic50), nanomolar(fit.curves[0].relative_ic50), 1e-9);
    let options = FitOptions { top: Setting::Fixed(100.0), ..FitOptions::default() };
    let fit = data.fit(&options).unwrap();
    near(fit.curves[0].top.value, 100.0, 1e-14);
    assert!(fit.curves[0].bottom.interval.is_some());
}

#[test]
fn a_curve_without_effect_or_plateau_is_a_bound() {
    let flat = Truth { top: 50.0, bottom: 50.0, ..A };
    let weak = Truth { top: 50.0, bottom: 40.0, ..A };
    let late = Truth { top: 100.0, bottom: 0.0, ic50: 40_000.0, hill: 1.0 };
    let constant = DOSES.iter().map(|&dose| well("constant", dose, 50.0)).collect();
    let rows = [
        wells("a", A, 1.0),
        wells("flat", flat, 2.0),
        wells("late", late, 1.0),
        wells("weak", weak, 1.0),
        constant,
    ];
    let fit = PlateData::new(rows.concat()).unwrap().fit(&FitOptions::default()).unwrap();
    near(nanomolar(fit.curve("a").unwrap().relative_ic50), A.ic50, 0.1);
    near(nanomolar(fit.curve("weak").unwrap().relative_ic50), A.ic50, 0.5);
    for name in ["flat", "constant"] {
        let curve = fit.curve(name).unwrap();
        assert_eq!(curve.relative_ic50.potency, Potency::Above(10.0.micromolar()), "{name}");
        assert_eq!(curve.absolute_ic50.potency, Potency::Above(10.0.micromolar()), "{name}");
    }
    let late = fit.curve("late").unwrap();
    assert_eq!(late.absolute_ic50.potency, Potency::Above(10.0.micromolar()));
    let Potency::Above(bound) = late.relative_ic50.potency else {
        panic!("{}", late.relative_ic50.potency)
    };
    assert!(bound.as_nanomolar() <= 1e4, "{bound}");
    assert_eq!(
        fit.compare("a", "flat").unwrap_err().to_string(),
        "the IC50 of \"flat\" is > 10 µM: no ratio can be formed; extend its doses"
    );
}

#[test]
fn two_potencies_are_compared_by_their_ratio() {
    let rows = [wells("a", A, 2.0), wells("b", B, 2.0), wells("again", A, -2.0)].concat();
    let fit = PlateData::new(rows).unwrap().fit(&FitOptions::default()).unwrap();
    let different = fit.compare("b", "a").unwrap();
    assert!(different.interval.0 < 16.0 && 16.0 < different.interval.1, "{different:?}");
    assert!(different.p < 1e-6);
    near(different.ratio * fit.compare("a", "b").unwrap().ratio, 1.0, 1e-12);
    let equal = fit.compare("a", "again").unwrap();
    assert!(equal.interval.0 < 1.0 && 1.0 < equal.interval.1 && equal.p > 0.05, "{equal:?}");
    assert_eq!(
        fit.compare("a", "agian").unwrap_err().to_string(),
        "no curve is called \"agian\"; did you mean \"again\"?"
    );
    assert_eq!(
        fit.compare("a", "water").unwrap_err().to_string(),
        "no curve is called \"water\"; PlateFit::curves lists them"
    );
    assert!(fit.compare("a", "a").is_err());
}

#[test]
fn estimates_read_as_in_a_report() {
    let estimate = Estimate { value: 1.5, interval: Some((1.25, 2.0)) };
    let comparison = Comparison { ratio: 2.0, interval: (1.0, 4.0), p: 0.05 };
    let potency = Potency::Exactly(8.6.nanomolar());
    let told = |limits: (f64, f64)| {
        let interval = Some((limits.0.nanomolar(), limits.1.nanomolar()));
        PotencyEstimate { potency, interval }.to_string()
    };
    assert_eq!(estimate.to_string(), "1.500 (1.250 to 2.000)");
    assert_eq!(comparison.to_string(), "2.000 (1.000 to 4.000), p = 5.0e-2");
    assert_eq!(told((7.0, 11.0)), "8.6 nM (7 nM to 11 nM)");
    assert_eq!(told((7.0, f64::INFINITY)), "8.6 nM (from 7 nM, open upwards)");
}

#[test]
fn a_shared_ic50_is_not_compared() {
    let rows = [wells("a", A, 2.0), wells("b", A, -2.0)].concat();
    let options = FitOptions { ic50: Setting::Shared, ..FitOptions::default() };
    let fit = PlateData::new(rows).unwrap().fit(&options).unwrap();
    assert_eq!(
        fit.compare("a", "b").unwrap_err().to_string(),
        "the curves share one IC50, so their ratio is 1 by assumption; \
         fit with `ic50: Setting::Own`"
    );
}

#[test]
fn lack_of_fit_sees_a_wrong_model_and_not_a_right_one() {
    let bell = |dose: f64| A.at(dose) + 30.0 * (-(dose.max(0.1) / 1.0).log10().powi(2)).exp();
    let twice = |response: &dyn Fn(f64) -> f64| -> PlateData {
        let pair = |&dose: &f64| [-1.0, 1.0].map(|s| well("a", dose, response(dose) + s));
        PlateData::new(DOSES.iter().flat_map(pair).collect()).unwrap()
    };
    let right = twice(&|dose| A.at(dose)).fit(&FitOptions::default()).unwrap();
    let wrong = twice(&bell).fit(&FitOptions::default()).unwrap();
    let (right, wrong) = (right.lack_of_fit.unwrap(), wrong.lack_of_fit.unwrap());
    assert_eq!((right.misfit_degrees, right.pure_degrees), (7, 11));
    assert!(right.p > 0.99 && wrong.p < 1e-4, "{right:?} {wrong:?}");
    let single = PlateData::new(wells("a", A, 1.0)).unwrap().fit(&FitOptions::default()).unwrap();
    assert_eq!(single.lack_of_fit, None);
}

#[test]
fn weight_two_counts_as_two_wells() {
    let mut doubled = wells("a", A, 3.0);
    doubled.push(doubled[4].clone());
    let mut weighted = wells("a", A, 3.0);
    weighted[4].weight = 2.0;
    let fit = |rows| PlateData::new(rows).unwrap().fit(&FitOptions::default()).unwrap();
    let (doubled, weighted) = (fit(doubled), fit(weighted));
    near(doubled.curves[0].hill.value, weighted.curves[0].hill.value, 1e-9);
    assert!(
        (weighted.curves[0].hill.value - fit(wells("a", A, 3.0)).curves[0].hill.value).abs() > 1e-4
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_clean_plate_gives_back_its_parameters(
        top in 0.1..1e4_f64, depth in 0.3..1.0_f64, place in 1.0..3.0_f64, hill in 0.6..3.0_f64,
    ) {
        let truth = Truth { top, bottom: top * (1.0 - depth), ic50: 10_f64.powf(place), hill };
        let fit = PlateData::new(wells("a", truth, 0.0)).unwrap().fit(&FitOptions::default()).unwrap();
        near(fit.curves[0].top.value, top, 1e-6);
        near(fit.curves[0].hill.value, hill, 1e-6);
        near(nanomolar(fit.curves[0].relative_ic50), truth.ic50, 1e-6);
        prop_assert!((fit.curves[0].bottom.value - truth.bottom).abs() < 1e-6 * top);
    }
}
