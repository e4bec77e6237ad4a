//! What curves and plates refuse: doses, wells, options and tables, each with the place and the remedy.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_cmp, clippy::panic, missing_docs)]
// A test may stop at the first surprise.

use jakstat::response::{Curve, FitOptions, PlateData, PlateRow, ResponseError, Setting};
use jakstat::units::Quantities;
use proptest::prelude::*;

fn well(dose: f64) -> PlateRow {
    PlateRow::new("a", dose.nanomolar(), 8.0 + 92.0 / (1.0 + dose / 25.0))
}

fn wells(doses: &[f64]) -> Vec<PlateRow> {
    doses.iter().map(|&dose| well(dose)).collect()
}

const DOSES: [f64; 8] = [0.0, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1e3];

fn refused(rows: Vec<PlateRow>, options: &FitOptions) -> String {
    PlateData::new(rows).unwrap().fit(options).unwrap_err().to_string()
}

#[test]
fn a_plate_that_cannot_be_fitted_says_why() {
    let options = FitOptions::default();
    assert_eq!(
        refused(wells(&[1.0, 10.0, 30.0, 100.0]), &options),
        "wells of the plate: 4 where at least 5 are needed; add doses or fix a parameter"
    );
    assert_eq!(
        refused(wells(&[1.0, 10.0, 100.0, 100.0, 100.0]), &options),
        "different doses of curve \"a\": 3 where at least 4 are needed; add doses or fix a parameter"
    );
    assert_eq!(
        refused(wells(&[0.0, 0.0, 10.0, 10.0, 10.0]), &options),
        "different positive doses of curve \"a\": 1 where at least 2 are needed; add doses or fix a parameter"
    );
    assert_eq!(
        refused(wells(&[0.0; 6]), &options),
        "positive doses of the plate: 0 where at least 2 are needed; add doses or fix a parameter"
    );
    for (changed, expected) in [
        (
            FitOptions { confidence: 95.0, ..options },
            "confidence is 95; give a fraction between 0 and 1, such as 0.95",
        ),
        (
            FitOptions { hill: Setting::Fixed(-1.0), ..options },
            "fixed Hill slope is -1; fix it at a positive number",
        ),
        (
            FitOptions { ic50: Setting::Fixed(0.0), ..options },
            "fixed IC50 is 0; fix it at a positive number",
        ),
        (
            FitOptions { top: Setting::Fixed(f64::NAN), ..options },
            "fixed top is NaN; fix it at a finite number",
        ),
    ] {
        assert_eq!(refused(wells(&DOSES), &changed), expected);
    }
}

#[test]
fn bad_wells_are_refused_with_row_field_value_and_remedy() {
    let refused = |change: fn(&mut PlateRow)| {
        let mut rows = wells(&DOSES);
        change(&mut rows[2]);
        PlateData::new(rows).unwrap_err().to_string()
    };
    assert_eq!(
        refused(|row| row.dose = (-1.0).nanomolar()),
        "row 3: dose is -1; give zero for a control or a positive dose"
    );
    assert_eq!(
        refused(|row| row.response = f64::NAN),
        "row 3: response is NaN; leave a well without a measurement out"
    );
    assert_eq!(
        refused(|row| row.weight = 0.0),
        "row 3: weight is 0; leave the well out or weigh it 1"
    );
    let mut twins = [well(1.0), well(1.0)];
    for row in &mut twins {
        row.replicate = Some("1".to_owned());
    }
    assert_eq!(
        PlateData::new(twins.to_vec()).unwrap_err().to_string(),
        "rows 1 and 2 are both replicate \"1\" of curve \"a\" at 1 nM; number the replicates or delete one"
    );
    assert_eq!(
        PlateData::new(Vec::new()).unwrap_err().to_string(),
        "wells: 0 where at least 5 are needed; add doses or fix a parameter"
    );
}

fn text(result: Result<Curve, ResponseError>) -> String {
    result.unwrap_err().to_string()
}

#[test]
fn a_bad_curve_is_refused_with_row_value_and_remedy() {
    let two = || vec![1.0, 2.0];
    assert_eq!(
        text(Curve::new(two(), vec![1.0], 1.0)),
        "2 doses but 1 responses; give one response for each dose"
    );
    assert_eq!(
        text(Curve::new(vec![1.0], vec![1.0], 1.0)),
        "doses of a curve: 1 where at least 2 are needed; add doses or fix a parameter"
    );
    for bad in [-1.0, 0.0, f64::NAN, f64::INFINITY] {
        assert_eq!(
            text(Curve::new(vec![0.5, bad], two(), 1.0)),
            format!(
                "row 2: dose is {bad}; give a positive dose in nM; the response at zero dose is the control"
            )
        );
    }
    assert_eq!(
        text(Curve::new(two(), vec![1.0, f64::NAN], 1.0)),
        "row 2: response is NaN; give a finite number, or leave the point out"
    );
    assert_eq!(
        text(Curve::new(vec![2.0, 2.0], two(), 1.0)),
        "row 2: dose 2 nM does not exceed the dose before it, 2 nM; sort the doses and remove repeats"
    );
    assert_eq!(
        text(Curve::new(two(), two(), f64::INFINITY)),
        "control response is inf; give a finite number, or leave the point out"
    );
    assert_eq!(
        text(Curve::new(two(), two(), 1.0).unwrap().with_saturation(f64::NAN)),
        "response at infinite dose is NaN; give a finite number, or leave the point out"
    );
    let short = Curve::new(two(), vec![0.5, 0.2], 1.0).unwrap();
    assert_eq!(
        short.fit_hill().unwrap_err().to_string(),
        "points of a Hill curve: 3 where at least 4 are needed; add doses or fix a parameter"
    );
}

proptest! {
    #[test]
    fn no_plate_of_any_numbers_panics(
        responses in prop::collection::vec(-1e3..1e3_f64, 6..20),
        hill in prop::option::of(0.1..5.0_f64),
    ) {
        let rows = responses.iter().zip(0_i32..).map(|(&response, index)| {
            let curve = if index % 2 == 0 { "a" } else { "b" };
            PlateRow::new(curve, 10_f64.powi(index / 2 - 2).nanomolar(), response)
        });
        let hill = hill.map_or(Setting::Shared, Setting::Fixed);
        let options = FitOptions { hill, bottom: Setting::Shared, ..FitOptions::default() };
        if let Ok(data) = PlateData::new(rows.collect())
            && let Ok(fit) = data.fit(&options)
        {
            for curve in &fit.curves {
                prop_assert!(!curve.top.value.is_nan() && !curve.hill.value.is_nan());
                if let Some((low, high)) = curve.relative_ic50.interval {
                    prop_assert!(low <= high);
                }
            }
        }
    }
}
