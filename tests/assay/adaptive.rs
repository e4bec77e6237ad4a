//! Curves that choose their own doses: what they cost, and how a uniform grid compares.

use crate::{assay, drug};
use jakstat::prelude::*;
use jakstat::response::{Accuracy, AdaptiveDoses};

/// A monotone cubic through points (Fritsch and Butland 1984), or straight lines.
struct Grid {
    x: Vec<f64>,
    y: Vec<f64>,
    slopes: Option<Vec<f64>>,
}

impl Grid {
    fn new(x: Vec<f64>, y: Vec<f64>, cubic: bool) -> Self {
        let secant = |k: usize| (y[k + 1] - y[k]) / (x[k + 1] - x[k]);
        let slope = |k: usize| match k {
            0 => secant(0),
            k if k + 1 == x.len() => secant(k - 1),
            k if secant(k - 1) * secant(k) <= 0.0 => 0.0,
            k => 2.0 * secant(k - 1) * secant(k) / (secant(k - 1) + secant(k)),
        };
        let slopes = cubic.then(|| (0..x.len()).map(slope).collect());
        Self { x, y, slopes }
    }

    fn at(&self, x: f64) -> f64 {
        let k = self.x.partition_point(|&known| known <= x).clamp(1, self.x.len() - 1) - 1;
        let h = self.x[k + 1] - self.x[k];
        let t = (x - self.x[k]) / h;
        let line = (1.0 - t) * self.y[k] + t * self.y[k + 1];
        let Some(slopes) = &self.slopes else { return line };
        let bend = (1.0 - 2.0 * t) * (self.y[k + 1] - self.y[k])
            + h * ((t - 1.0) * slopes[k] + t * slopes[k + 1]);
        line + t * (t - 1.0) * bend
    }
}

/// Doses that a uniform grid needs to be as close to the curve `truth` (in ln dose) as `tolerance`.
fn uniform(
    truth: &impl Fn(f64) -> f64,
    (low, high): (f64, f64),
    tolerance: f64,
    cubic: bool,
) -> usize {
    let place = |k: usize, parts: usize| low + (high - low) * k as f64 / parts as f64;
    let close = |parts: usize| {
        let x: Vec<f64> = (0..=parts).map(|k| place(k, parts)).collect();
        let y = x.iter().map(|&x| truth(x)).collect();
        let grid = Grid::new(x, y, cubic);
        (0..=1000).all(|k| (grid.at(place(k, 1000)) - truth(place(k, 1000))).abs() <= tolerance)
    };
    let mut parts = 4;
    while !close(parts) {
        parts += 1 + parts / 16;
    }
    parts + 1
}

const LOW: f64 = 0.1;
const HIGH: f64 = 1e4;

fn doses() -> AdaptiveDoses {
    AdaptiveDoses::between(LOW.nanomolar(), HIGH.nanomolar())
}

fn finely(assay: &Assay) -> Assay {
    assay.clone().options(Options { tolerance: Tolerance::relative(1e-9), ..Options::default() })
}

#[test]
fn few_solves_know_the_curve_of_a_drug_everywhere() {
    for (name, panel, cytokine, cell) in [
        ("baricitinib", "fridman2010", "IL-6", "CD4 T cell"),
        ("tofacitinib", "meyer2010", "IL-2", "CD4 T cell"),
        ("ruxolitinib", "quintas2010", "EPO", "erythroid progenitor"),
        ("filgotinib", "vanrompaey2013", "IFN-gamma", "monocyte"),
    ] {
        let drug = drug(name).with_panel(panel).unwrap();
        let assay = finely(&assay(cytokine, cell));
        let exact = assay.adaptive_dose_response(&drug, &doses().tolerance(1e-8)).unwrap();
        let exact = exact.refined();
        let largest = exact.largest();
        let truth = |x: f64| exact.interpolant().response(x.exp().clamp(LOW, HIGH)).unwrap();
        for tolerance in [1e-2, 1e-3, 1e-4, 1e-5] {
            let found = assay.adaptive_dose_response(&drug, &doses().tolerance(tolerance)).unwrap();
            let curve = found.refined();
            assert_eq!(curve.accuracy(), Accuracy::Reached);
            let x = |k: u32| LOW.ln() + (HIGH / LOW).ln() * f64::from(k) / 1000.0;
            let off = |x: f64| {
                let dose = x.exp().clamp(LOW, HIGH);
                (curve.interpolant().response(dose).unwrap() - truth(x)).abs() / largest
            };
            let worst = (0..=1000).map(|k| off(x(k))).fold(0.0, f64::max);
            assert!(worst <= tolerance, "{name} {cytokine} {tolerance:e}: {worst:e}");
            let range = (LOW.ln(), HIGH.ln());
            let [lines, cubic] =
                [false, true].map(|cubic| uniform(&truth, range, tolerance * largest, cubic));
            println!(
                "{name}, {cytokine}, {tolerance:e}: {} solves in {} rounds, off by {worst:.1e}; uniform grid: {cubic} with a monotone cubic, {lines} with lines",
                curve.solves(),
                curve.rounds()
            );
            // A rough curve is drawn as well by any grid.
            let few = tolerance > 1e-3 || curve.solves() < lines.min(cubic);
            assert!(few, "{name} {cytokine} {tolerance:e}: {}", curve.solves());
        }
    }
}

#[test]
fn the_ic50_of_an_adaptive_curve_is_that_of_the_grid() {
    let assay = assay("IL-6", "CD4 T cell");
    let drug = drug("baricitinib");
    let grid = DoseGrid::log(LOW.nanomolar(), HIGH.nanomolar(), 41);
    let usual = assay.dose_response(drug, &grid).unwrap();
    let adaptive = assay.adaptive_dose_response(drug, &doses().tolerance(1e-5)).unwrap();
    let response = adaptive.response();
    for (a, b) in
        [(usual.ic50(), response.ic50()), (usual.relative_ic50(), response.relative_ic50())]
    {
        let [a, b] = [a, b].map(|found| found.exact().unwrap().as_nanomolar());
        assert!((a / b - 1.0).abs() < 1e-4, "{a} {b}");
    }
    assert_eq!(response.curve().control(), usual.curve().control());
    assert_eq!(response.curve().saturation(), usual.curve().saturation());
    assert_eq!(response.curve().doses().len(), adaptive.refined().solves());
    assert_eq!(response.panel(), usual.panel());
}

#[test]
fn the_curve_of_a_cytokine_chooses_its_doses_too() {
    let (low, high) = (1e-4, 1e3);
    let range = AdaptiveDoses::between(low.nanomolar(), high.nanomolar());
    let none = 0.0.nanomolar();
    for (cytokine, cell) in
        [("IL-6", "CD4 T cell"), ("IL-2", "CD4 T cell"), ("EPO", "erythroid progenitor")]
    {
        let (assay, drug) = (finely(&assay(cytokine, cell)), drug("baricitinib"));
        let curve = |tolerance: f64| {
            assay.adaptive_cytokine_response((drug, none), &range.tolerance(tolerance)).unwrap()
        };
        let exact = curve(1e-7);
        assert_eq!(exact.accuracy(), Accuracy::Reached);
        let truth = |x: f64| exact.interpolant().response(x.exp().clamp(low, high)).unwrap();
        for tolerance in [1e-3, 1e-4] {
            let curve = curve(tolerance);
            assert_eq!(curve.accuracy(), Accuracy::Reached);
            let x = |k: u32| low.ln() + (high / low).ln() * f64::from(k) / 1000.0;
            let off = |x: f64| {
                let found = curve.interpolant().response(x.exp().clamp(low, high)).unwrap();
                (found - truth(x)).abs() / exact.largest()
            };
            let worst = (0..=1000).map(|k| off(x(k))).fold(0.0, f64::max);
            assert!(worst <= tolerance, "{cytokine} {tolerance:e}: {worst:e}");
            let [lines, cubic] = [false, true].map(|cubic| {
                uniform(&truth, (low.ln(), high.ln()), tolerance * exact.largest(), cubic)
            });
            println!(
                "{cytokine}, {tolerance:e}: {} solves in {} rounds, off by {worst:.1e}; uniform grid: {cubic} with a monotone cubic, {lines} with lines",
                curve.solves(),
                curve.rounds()
            );
        }
    }
}

#[test]
fn an_adaptive_dose_response_returns_from_a_file() {
    let found =
        assay("IL-6", "CD4 T cell").adaptive_dose_response(drug("baricitinib"), &doses()).unwrap();
    let written = serde_json::to_string(&found).unwrap();
    assert_eq!(
        serde_json::from_str::<jakstat::assay::AdaptiveDoseResponse>(&written).unwrap(),
        found
    );
}
