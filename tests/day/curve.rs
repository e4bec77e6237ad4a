//! The static way against a quadrature of its own, and samples ex vivo against the assay.

use super::{baricitinib, close, il6, once_daily};
use jakstat::prelude::*;

#[test]
fn the_static_average_is_the_hill_equation_integrated() {
    let exposure = once_daily();
    let day = il6().daily_inhibition(baricitinib(), &exposure, 0.0.hours()).unwrap();
    let (ic50, hill) = (day.ic50.exact().unwrap().as_nanomolar(), day.hill.unwrap());
    let inhibition = |seconds: f64| {
        let free = exposure.free(Time::from_seconds(seconds)).as_nanomolar();
        free.powf(hill) / (ic50.powf(hill) + free.powf(hill))
    };
    // Simpson's rule between the corners of the course: begin and end of the absorption of one dose.
    let kinks = [0.0, 0.147 * 3600.0, (0.147 + 0.457) * 3600.0, 86_400.0];
    let mut sum = 0.0;
    for pair in kinks.windows(2) {
        let pieces = 20_000;
        let h = (pair[1] - pair[0]) / f64::from(pieces);
        for k in 0..pieces {
            let a = pair[0] + h * f64::from(k);
            sum += h / 6.0 * (inhibition(a) + 4.0 * inhibition(a + h / 2.0) + inhibition(a + h));
        }
    }
    let found = day.static_inhibition.unwrap();
    close(found.average, sum / 86_400.0, 1e-9);
    close(found.peak, inhibition(day.exposure.peak.time.as_seconds()), 1e-12);
    close(found.trough, inhibition(day.exposure.trough.time.as_seconds()), 1e-12);
    for moment in &day.moments {
        close(moment.static_inhibition.unwrap(), inhibition(3600.0 * moment.hours), 1e-12);
    }
}

#[test]
fn hours_above_the_ic50_are_those_of_the_free_concentration() {
    let exposure = once_daily();
    let day = il6().daily_inhibition(baricitinib(), &exposure, 0.0.hours()).unwrap();
    let ic50 = day.ic50.exact().unwrap().as_nanomolar();
    let seconds = (0..86_400).filter(|&second| {
        exposure.free(Time::from_seconds(f64::from(second) + 0.5)).as_nanomolar() > ic50
    });
    close(day.hours_above_ic50.unwrap(), seconds.count() as f64 / 3600.0, 2.0 / 3600.0);
}

#[test]
fn a_sample_reads_as_the_assay_does_at_its_concentration() {
    let exposure = once_daily();
    let times = [0.0, 2.0, 8.0].map(Quantities::hours);
    let samples = il6().ex_vivo(baricitinib(), &exposure, &times).unwrap();
    let free: Vec<Concentration> = times.iter().map(|&time| exposure.free(time)).collect();
    let curve = il6().time_course((baricitinib(), &free), &["pSTAT3"], &[15.0.minutes()]).unwrap();
    for (sample, expected) in samples.iter().zip(&curve.values) {
        close(sample.response, expected[0][0], 1e-5 * expected[0][0]);
    }
    assert!(samples[1].inhibition > samples[2].inhibition);
    assert!(samples[2].inhibition > samples[0].inhibition && samples[0].inhibition > 0.0);
}
