//! The published IL-6 model of hepatocytes (Sobotta et al. 2017, Front Physiol 8:775) is what its paper says.
// Modules of the example, each used in part; a failure stops its test, and figures are reported by printing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    missing_docs,
    dead_code
)]

#[path = "../examples/published_sobotta/bands.rs"]
mod bands;
#[path = "../examples/published_sobotta/constants.rs"]
mod constants;
#[path = "../examples/published_sobotta/core.rs"]
mod core;
#[path = "../examples/published_sobotta/experiment.rs"]
mod experiment;
#[path = "../examples/published_sobotta/readouts.rs"]
mod readouts;
#[path = "../examples/published_sobotta/rest.rs"]
mod rest;

use approx::assert_relative_eq;
use bands::{DYNAMICS, TITRATIONS};
use constants as c;
use constants::START;
use experiment::{Experiment, Ruxolitinib};
use jakstat::ode::{Evaluator, Options, Run, Sampler, Solver, Tolerance};
use jakstat::prelude::Measure;
use readouts::Readouts;

const MINUTE: f64 = 60.0;

/// The equations as in the paper, written out once more: minutes, nM; states in the order of `START`.
fn per_minute(y: &[f64; 13], il6: f64, ruxolitinib: f64) -> [f64; 13] {
    let [plain, active, phosphorylated, stat, pstat, nuclear, r1, r2, r3, r4, r5, rna, socs] = *y;
    let cytosol_over_nucleus = 12.67 / 0.5;
    let left = 1.0 / (1.0 + c::JAK1_INH_RUXOLITINIB.value * ruxolitinib);
    let (s, q) = (c::SCALE_PGP130.value, c::SCALE_SOCS3_QPCR.value);
    let on = (c::JAK1_ACT_BASAL.value + c::JAK1_ACT_IL6.value * il6) / s * left * plain;
    let tyrosines = c::GP130_ACT_JAK1.value * active * left;
    let (off, lost) = (c::JAK1_GP130_DEA.value, c::GP130_DEG.value);
    let taken = |receptor: f64| c::SOCS3_ASSOC.value * receptor * socs;
    let gone = |receptor: f64| lost * receptor + taken(receptor);
    let pace = c::STAT3_ACT_GP130.value * s * phosphorylated * stat;
    let pace = pace / (1.0 + c::STAT3_INH_SOCS3.value * socs);
    let import = c::STAT3_IMP.value * stat;
    let faster = c::STAT3_IMP.value * (1.0 + c::F_PSTAT3_IMP.value) * pstat;
    let export = c::STAT3_EXP.value * nuclear;
    let arriving: f64 = cytosol_over_nucleus * faster;
    let transcription = c::SOCS3RNA_PRO.value / q * arriving.powf(c::SOCS3RNA_HILL.value);
    let delay = c::SOCS3RNA_DELAY.value;
    let all = plain + active + phosphorylated;
    [
        c::GP130_PRO.value - on + off * (active + phosphorylated) - gone(plain),
        on - tyrosines - off * active - gone(active),
        tyrosines - off * phosphorylated - gone(phosphorylated),
        export / cytosol_over_nucleus - pace - import,
        pace - faster,
        cytosol_over_nucleus * (import + faster) - export,
        transcription - delay * r1,
        delay * (r1 - r2),
        delay * (r2 - r3),
        delay * (r3 - r4),
        delay * (r4 - r5),
        delay * r5 / cytosol_over_nucleus - c::SOCS3RNA_DES.value * rna,
        c::SOCS3_PRO.value * q * rna - c::SOCS3_DES.value * socs - taken(all),
    ]
}

#[test]
fn the_network_has_the_paper_s_equations() {
    let model = core::model().unwrap();
    let places = START.map(|(name, _)| model.species(name).unwrap());
    let mut rates = vec![0.0; model.species_names().len()];
    for k in 0..40 {
        // States from a tenth of the start to ten times it, each in another proportion.
        let spread = |i: usize| 10_f64.powf((f64::from(k) * 0.37 + i as f64 * 1.31).sin());
        let mut states = [0.0; 13];
        let mut y = vec![0.0; rates.len()];
        for (i, (place, (_, start))) in places.iter().zip(START).enumerate() {
            states[i] = start * spread(i);
            y[*place] = states[i];
        }
        let (il6, ruxolitinib) = (f64::from(k % 5) * 20.0, f64::from(k % 7) * 100.0);
        y[model.species(core::RUXOLITINIB).unwrap()] = ruxolitinib;
        let mut inputs = model.default_parameters();
        inputs[model.parameter(core::IL6).unwrap()] = il6;
        Evaluator::of_inputs(&model, &inputs, 0.0).rates(0.0, &y, &mut rates);
        let wanted = per_minute(&states, il6, ruxolitinib);
        for (i, (place, (name, _))) in places.iter().zip(START).enumerate() {
            let (found, scale) = (MINUTE * rates[*place], 1e-13 * states[i]);
            assert!(
                (found - wanted[i]).abs() <= 1e-12 * wanted[i].abs() + scale,
                "{name}: {found} {}",
                wanted[i]
            );
        }
    }
}

#[test]
fn rest_without_input_is_the_published_start() {
    let model = core::model().unwrap();
    let (rest, distance) = rest::start(&model).unwrap();
    println!("{distance:.1e} from the published start, residual {:.1e} per s", rest.residual);
    assert!(distance < 1e-10, "{distance}");
    assert!(rest.residual < 1e-12, "{}", rest.residual);
}

#[test]
fn nothing_moves_without_interleukin_6() {
    let published = Experiment::published().unwrap();
    let hours = [0.0, 60.0, 600.0].map(|minutes| Measure::At(minutes * MINUTE));
    let course = &published.fraction(Ruxolitinib::Constant, &[[0.0, 0.0]], &hours).unwrap()[0];
    for value in course {
        assert_relative_eq!(*value, course[0], max_relative = 1e-9);
    }
    assert_relative_eq!(course[0], 0.027_036_636, max_relative = 1e-7);
}

#[test]
fn stat3_keeps_its_amount_across_cytosol_and_nucleus() {
    let model = core::model().unwrap();
    let [total] = model.conserved() else { panic!("{:?}", model.conserved()) };
    assert_eq!(total.counts().len(), 3, "{}", total.name());
    let mut inputs = model.default_parameters();
    inputs[model.parameter(core::IL6).unwrap()] = 40.0;
    let initial = rest::start(&model).unwrap().0.state;
    let options = Options { tolerance: Tolerance::relative(1e-8), ..Options::default() };
    let solver = Solver::new(&model, options).unwrap();
    let times: Vec<f64> = (0..=120).map(|minute| f64::from(minute) * MINUTE).collect();
    let run = Run { end: 120.0 * MINUTE, initial, parameters: inputs, ..Run::default() };
    let [plain, phosphorylated, nuclear] =
        ["STAT3", "tpSTAT3", "nSTAT3"].map(|name| model.species(name).unwrap());
    // nM in 12.67 and 0.5 pL.
    let amount = |y: &[f64]| 12.67 * (y[plain] + y[phosphorylated]) + 0.5 * y[nuclear];
    let before = amount(&run.initial);
    let width = run.initial.len();
    let (sampler, outcome) = solver.solve_one(run, Sampler::new(&times, width));
    outcome.unwrap();
    for row in sampler.rows.chunks(width) {
        assert_relative_eq!(amount(row), before, max_relative = 1e-12);
    }
}

#[test]
fn ruxolitinib_is_as_potent_as_in_the_published_model() {
    let readouts = Readouts::of(&Experiment::published().unwrap()).unwrap();
    for known in &TITRATIONS {
        let found = (known.of)(&readouts);
        println!("{}: {found:.4} {} against {}", known.what, known.unit, known.value);
        assert!((found / known.value - 1.0).abs() < 5e-3, "{}: {found}", known.what);
    }
}

#[test]
fn the_published_model_and_the_generic_pathway_keep_the_bands_of_the_dynamics() {
    for experiment in [Experiment::published(), Experiment::generic()] {
        let experiment = experiment.unwrap();
        let readouts = Readouts::of(&experiment).unwrap();
        for band in &DYNAMICS {
            let (what, found) = (band.what, (band.of)(&readouts));
            println!("{}: {what}: {found:.4} {}", experiment.name, band.unit);
            assert!(band.holds(&readouts), "{}: {what}: {found}", experiment.name);
        }
    }
}

#[test]
fn a_drug_that_is_lost_blocks_a_little_less_in_either_model() {
    for experiment in [Experiment::published(), Experiment::generic()] {
        let experiment = experiment.unwrap();
        let reading = [Measure::At(20.0 * MINUTE)];
        let at = |drug, nanomolar| {
            experiment.fraction(drug, &[[40.0, nanomolar]], &reading).unwrap()[0][0]
        };
        let lost = at(Ruxolitinib::Fading(100.0), 0.0);
        // 0.00097 per minute over 60 to 80 minutes.
        let [most, least] = [94.4, 92.5].map(|left| at(Ruxolitinib::Constant, left));
        assert!(most < lost && lost < least, "{}: {most} {lost} {least}", experiment.name);
    }
}
