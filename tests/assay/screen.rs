//! Screens: what a pair may answer.

use jakstat::assay::ScreenRow;
use jakstat::prelude::*;

fn row(doses: DoseGrid) -> ScreenRow {
    let catalog = Catalog::builtin();
    Screen::new(catalog)
        .inhibitors(&[catalog.inhibitor("baricitinib").unwrap()])
        .cytokines(&[catalog.cytokine("IL-6").unwrap()])
        .doses(doses)
        .run(|| ())
        .remove(0)
}

#[test]
fn an_ic50_below_the_lowest_dose_is_found_further_down() {
    let within = row(DoseGrid::log(0.1.nanomolar(), 10.0.micromolar(), 11));
    let above = row(DoseGrid::log(1.0.micromolar(), 100.0.micromolar(), 5));
    assert_eq!((within.relation.as_str(), above.relation.as_str()), ("=", "="));
    let ratio = above.ic50_nanomolar.unwrap() / within.ic50_nanomolar.unwrap();
    assert!((ratio - 1.0).abs() < 1e-8, "{ratio}");
}

#[test]
fn an_ic50_above_the_highest_dose_is_that_bound() {
    let short = row(DoseGrid::log(1e-3.nanomolar(), 1.0.nanomolar(), 5));
    assert_eq!((short.relation.as_str(), short.ic50_nanomolar), (">", Some(1.0)));
}

#[test]
fn doses_out_of_this_world_are_refused_with_the_reason() {
    let absurd = row(DoseGrid::log(1e14.nanomolar(), 1e16.nanomolar(), 5));
    assert_eq!((absurd.relation.as_str(), absurd.ic50_nanomolar), ("refused", None));
    assert_eq!(
        absurd.reason,
        "half of the response is lost already at 100 nM: no drug is so potent; \
         check its IC50 and the lowest dose"
    );
}
