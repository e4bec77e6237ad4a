//! What is refused, and in which words.

use super::{baricitinib, catalog, il6, once_daily};
use jakstat::prelude::*;

#[test]
fn an_exposure_to_another_drug_is_refused() {
    let tofacitinib = catalog().inhibitor("tofacitinib").unwrap();
    let error = il6().daily_inhibition(tofacitinib, &once_daily(), 0.0.hours()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the exposure is to baricitinib, not to tofacitinib: take the kinetics of tofacitinib, or ask about baricitinib"
    );
    assert!(il6().ex_vivo(tofacitinib, &once_daily(), &[0.0.hours()]).is_err());
    assert!(il6().engagement(tofacitinib, &once_daily(), 0.0.hours()).is_err());
}

#[test]
fn a_day_that_begins_at_no_time_is_refused() {
    let nan = Time::from_seconds(f64::NAN);
    assert!(il6().daily_inhibition(baricitinib(), &once_daily(), nan).is_err());
    let error = il6().ex_vivo(baricitinib(), &once_daily(), &[nan]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the drug in a sample = NaN nM cannot be used: give a finite concentration of 0 nM or more"
    );
}
