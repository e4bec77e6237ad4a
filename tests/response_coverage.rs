//! Intervals of plate fits cover the truth as often as they say.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_cmp, clippy::panic, missing_docs)]
// A test may stop at the first surprise.

use jakstat::response::{FitOptions, PlateData, PlateRow, Setting};
use jakstat::units::Concentration;
use std::f64::consts::TAU;

const PLATES: usize = 2000;
const TOP: f64 = 100.0;
const BOTTOM: f64 = 10.0;
const IC50: f64 = 30.0;
const HILL: f64 = 1.2;

/// Normal deviates: `SplitMix64` (Steele, Lea and Flood 2014) and Box–Muller.
struct Noise(u64);

impl Noise {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.uniform()).ln()).sqrt();
        radius * (TAU * self.uniform()).cos()
    }
}

fn truth(dose: f64) -> f64 {
    BOTTOM + (TOP - BOTTOM) / (1.0 + (dose / IC50).powf(HILL))
}

/// Ten doses, half-log apart, around the IC50.
fn plate(noise: &mut Noise, replicates: usize, sd: f64) -> PlateData {
    let mut rows = Vec::new();
    for step in 0..10 {
        let dose = 1e4 * 10_f64.powf(-f64::from(step) / 2.0);
        for _ in 0..replicates {
            let response = truth(dose) + sd * (TOP - BOTTOM) * noise.normal();
            rows.push(PlateRow::new("", Concentration::from_nanomolar(dose), response));
        }
    }
    PlateData::new(rows).unwrap()
}

/// Share of plates whose intervals cover top, bottom, hill, relative and absolute IC50.
fn coverage(options: &FitOptions, replicates: usize, percent: u32) -> [f64; 5] {
    let sd = f64::from(percent) / 100.0;
    let mut noise = Noise(20_260_101 + replicates as u64 * 1000 + u64::from(percent));
    let mut covered = [0_usize; 5];
    let absolute = IC50 * (TOP / (TOP - 2.0 * BOTTOM)).powf(1.0 / HILL);
    for _ in 0..PLATES {
        let fit = plate(&mut noise, replicates, sd).fit(options).unwrap();
        let curve = &fit.curves[0];
        let doses = [(curve.relative_ic50, IC50), (curve.absolute_ic50, absolute)];
        let plain = [(curve.top, TOP), (curve.bottom, BOTTOM), (curve.hill, HILL)];
        let covers = |interval: Option<(f64, f64)>, truth: f64| {
            interval.is_some_and(|(low, high)| low <= truth && truth <= high)
        };
        for (count, (estimate, truth)) in covered.iter_mut().zip(plain) {
            *count += usize::from(covers(estimate.interval, truth));
        }
        for (count, (estimate, truth)) in covered[3..].iter_mut().zip(doses) {
            let interval = estimate.interval.map(|(a, b)| (a.as_nanomolar(), b.as_nanomolar()));
            *count += usize::from(covers(interval, truth));
        }
    }
    covered.map(|count| count as f64 / PLATES as f64)
}

fn assert_coverage(replicates: usize, percent: u32) {
    let names = ["top", "bottom", "Hill slope", "relative IC50", "absolute IC50"];
    let found = coverage(&FitOptions::default(), replicates, percent);
    for (name, share) in names.iter().zip(found) {
        let told = format!("{name}, {replicates} replicates, sd {percent} %: {share}");
        assert!((0.93..=0.97).contains(&share), "{told}");
    }
}

#[test]
fn intervals_cover_the_truth_on_single_wells() {
    for percent in [3, 5, 10] {
        assert_coverage(1, percent);
    }
}

#[test]
fn intervals_cover_the_truth_on_triplicates() {
    for percent in [3, 5, 10] {
        assert_coverage(3, percent);
    }
}

#[test]
fn intervals_cover_the_truth_with_a_fixed_bottom() {
    let options = FitOptions { bottom: Setting::Fixed(BOTTOM), ..FitOptions::default() };
    let [top, _, hill, relative, absolute] = coverage(&options, 1, 10);
    for share in [top, hill, relative, absolute] {
        assert!((0.93..=0.97).contains(&share), "{share}");
    }
}

#[test]
fn noisy_plates_depend_on_no_unit() {
    let mut noise = Noise(1);
    for _ in 0..300 {
        let plain = plate(&mut noise, 1, 0.15);
        let micro = |row: &PlateRow| PlateRow {
            dose: Concentration::from_nanomolar(row.dose.as_nanomolar() * 1e3),
            ..row.clone()
        };
        let scaled = PlateData::new(plain.rows().iter().map(micro).collect()).unwrap();
        let options = FitOptions::default();
        let (plain, scaled) = (plain.fit(&options).unwrap(), scaled.fit(&options).unwrap());
        let (plain, scaled) = (&plain.curves[0], &scaled.curves[0]);
        if plain.hill.interval.is_some() {
            assert!((scaled.hill.value / plain.hill.value - 1.0).abs() < 1e-9, "{plain:?}");
        }
    }
}
