//! How long does it take to describe a curve by a Hill equation, and to fit a plate of curves with intervals?
//!
//! A simulated curve of 41 doses without noise; plates of 1, 4 and 8 curves of 11 doses in triplicate with
//! 2 % scatter. First each fit is checked: the curve gives its own constants back (error printed), and on
//! the plates nine in ten intervals hold the true IC50.
#![allow(missing_docs, clippy::print_stdout)] // criterion's macros bring functions; a bench speaks

mod checked;

use checked::checked;
use criterion::{BenchmarkId, Criterion, Throughput};
use jakstat::prelude::*;
use jakstat::response::{FitOptions, PlateData, PlateFit, PlateRow, ResponseError};

type Failure = Box<dyn std::error::Error>;

/// The falling logistic from 100 to 8 with slope 1.3.
fn response(ic50: f64, dose: f64) -> f64 {
    8.0 + 92.0 / (1.0 + (dose / ic50).powf(1.3))
}

fn curve() -> Result<Curve, ResponseError> {
    let doses: Vec<f64> = (0..41).map(|k| 0.1 * 10_f64.powf(f64::from(k) / 8.0)).collect();
    let responses = doses.iter().map(|&dose| response(37.0, dose)).collect();
    Curve::new(doses, responses, response(37.0, 0.0))
}

/// Roughly normal numbers of mean 0 and standard deviation 1, the same each time.
struct Scatter(u64);

impl Scatter {
    fn next(&mut self) -> f64 {
        let mut uniform = || {
            self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (self.0 >> 11) as f64 / (1_u64 << 53) as f64
        };
        (0..12).map(|_| uniform()).sum::<f64>() - 6.0
    }
}

/// IC50 of the curve of this number, in nM.
fn ic50(curve: u32) -> f64 {
    10.0 * 1.5_f64.powi(curve.cast_signed() % 10)
}

fn plate(curves: u32) -> Result<PlateData, ResponseError> {
    let mut scatter = Scatter(7);
    let mut wells = Vec::new();
    for curve in 0..curves {
        for step in 0..11_u8 {
            let dose = if step == 0 { 0.0 } else { 0.1 * 3_f64.powi(i32::from(step)) };
            for _ in 0..3 {
                let measured = response(ic50(curve), dose) + 2.0 * scatter.next();
                wells.push(PlateRow::new(&curve.to_string(), dose.nanomolar(), measured));
            }
        }
    }
    PlateData::new(wells)
}

/// Largest relative error of an IC50, and how many intervals hold the truth.
fn judged(fit: &PlateFit) -> (f64, usize) {
    let (mut worst, mut held) = (0.0_f64, 0);
    for (number, curve) in (0..).zip(&fit.curves) {
        let truth = ic50(number);
        let found =
            curve.relative_ic50.potency.exact().map_or(f64::INFINITY, Concentration::as_nanomolar);
        worst = worst.max((found / truth - 1.0).abs());
        let inside = |(low, high): (Concentration, Concentration)| {
            (low.as_nanomolar()..=high.as_nanomolar()).contains(&truth)
        };
        held += usize::from(curve.relative_ic50.interval.is_some_and(inside));
    }
    (worst, held)
}

fn measure(criterion: &mut Criterion) -> Result<(), Failure> {
    let mut group = criterion.benchmark_group("fit");
    let curve = curve()?;
    let error = (curve.fit_hill()?.ic50.as_nanomolar() / 37.0 - 1.0).abs();
    println!("curve of 41 doses: IC50 off by {error:.1e}");
    if error.is_nan() || error > 1e-6 {
        return Err(format!("the curve's IC50 is off by {error:e}").into());
    }
    group.bench_function("curve", |timer| timer.iter(|| curve.fit_hill()));
    group.sample_size(10);
    for curves in [1, 4, 8] {
        let (plate, options) = (plate(curves)?, FitOptions::default());
        let (error, held) = judged(&plate.fit(&options)?);
        println!("plate of {curves}: IC50 off by {error:.1e} at most, {held} intervals hold it");
        if 10 * held < 9 * curves as usize {
            return Err(format!("{held} of {curves} intervals hold the true IC50").into());
        }
        group.throughput(Throughput::Elements(u64::from(curves)));
        group.bench_function(BenchmarkId::new("plate", curves), |timer| {
            timer.iter(|| plate.fit(&options));
        });
    }
    group.finish();
    Ok(())
}

checked!(measure);
