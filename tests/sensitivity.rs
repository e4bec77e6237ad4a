//! Sobol' indices against closed forms: Ishigami's function, sums, products, and a network.
// A test that fails says so by panicking, and what it measured by printing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::float_cmp,
    clippy::panic,
    clippy::cast_sign_loss,
    clippy::print_stdout,
    missing_docs
)]

use jakstat::prelude::*;
use jakstat::sensitivity::{Design, Factor, Missing, Sensitivity, SensitivityError};
use std::f64::consts::PI;

// Ishigami and Homma 1990: sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ over [−π, π]³.
const FIRST: [f64; 3] = [0.313_905_191_147_811_5, 0.442_411_144_790_040_87, 0.0];
const TOTAL: [f64; 3] = [0.557_588_855_209_959, 0.442_411_144_790_040_87, 0.243_683_664_062_147_72];

fn ishigami(x: &[f64]) -> f64 {
    x[0].sin() + 7.0 * x[1].sin().powi(2) + 0.1 * x[2].powi(4) * x[0].sin()
}

fn cube() -> Design {
    let names = ["x1", "x2", "x3"];
    Design::new(&names.map(|name| Factor::uniform(name, -PI, PI))).unwrap()
}

fn indices(design: &Design, f: impl Fn(&[f64]) -> f64) -> Sensitivity {
    design.indices(&design.points().map(|x| f(&x)).collect::<Vec<_>>()).unwrap()
}

#[test]
fn the_closed_form_of_ishigami_is_what_was_published() {
    let (a, b) = (7.0, 0.1);
    let (p4, p8) = (PI.powi(4), PI.powi(8));
    let whole = a * a / 8.0 + b * p4 / 5.0 + b * b * p8 / 18.0 + 0.5;
    let one = 0.5 * (1.0 + b * p4 / 5.0).powi(2) / whole;
    let three = b * b * p8 * (1.0 / 18.0 - 1.0 / 50.0) / whole;
    let two = a * a / 8.0 / whole;
    for (found, expected) in
        FIRST.iter().chain(&TOTAL).zip([one, two, 0.0, one + three, two, three])
    {
        assert!((found - expected).abs() < 1e-14, "{found} {expected}");
    }
}

#[test]
fn ishigami_s_indices_are_found_within_a_hundredth() {
    let design = cube().rows(4096).unwrap().seed(1);
    let found = indices(&design, ishigami);
    let mut worst = 0.0f64;
    for (k, factor) in found.factors.iter().enumerate() {
        println!("{}: first {:?}, total {:?}", factor.name, factor.first, factor.total);
        worst = worst.max((factor.first.estimate - FIRST[k]).abs());
        worst = worst.max((factor.total.estimate - TOTAL[k]).abs());
    }
    println!("{} points, off by {worst:.1e} at most", found.points);
    assert!(worst < 1e-2, "{worst}");
    assert!((found.mean - 3.5).abs() < 0.02 && (found.variance - 13.8446).abs() < 0.1, "{found:?}");
    let names: Vec<&str> = found.ranking().iter().map(|factor| factor.name.as_str()).collect();
    assert_eq!(names, ["x1", "x2", "x3"]);
}

#[test]
fn nineteen_of_twenty_intervals_or_more_cover_the_truth() {
    let (mut covered, mut all, mut off) = ([0; 2], 0, 0.0f64);
    for seed in 0..300 {
        let found = indices(&cube().seed(seed), ishigami);
        all += 3;
        for (k, factor) in found.factors.iter().enumerate() {
            for (order, (index, truth)) in
                [(factor.first, FIRST[k]), (factor.total, TOTAL[k])].into_iter().enumerate()
            {
                covered[order] += usize::from(index.low <= truth && truth <= index.high);
                off += (index.estimate - truth).powi(2);
            }
        }
    }
    let share = covered.map(|count| count as f64 / f64::from(all));
    println!(
        "covered {share:.3?}, root mean square error {:.4}",
        (off / f64::from(2 * all)).sqrt()
    );
    // At least: the rows of all blocks together are spread more evenly than the blocks among each other.
    assert!(share.iter().all(|&share| share >= 0.95), "{share:?}");
    // A fourth of the error of as many random rows, 0.03.
    let off = (off / f64::from(2 * all)).sqrt();
    assert!(off < 0.01, "{off}");
}

#[test]
fn effects_that_add_have_equal_indices_of_both_orders() {
    let factors = [
        Factor::uniform("a", 0.0, 1.0),
        Factor::uniform("b", -2.0, 2.0),
        Factor::uniform("c", 5.0, 5.5),
    ];
    let design = Design::new(&factors).unwrap().seed(3);
    let found = indices(&design, |x| 3.0 * x[0] + x[1] - 2.0 * x[2]);
    let shares = [9.0, 16.0, 1.0].map(|variance| variance / 26.0);
    for (factor, share) in found.factors.iter().zip(shares) {
        for index in [factor.first, factor.total] {
            assert!((index.estimate - share).abs() < 5e-3, "{factor:?} {share}");
            assert!(index.low < share && share < index.high, "{factor:?} {share}");
        }
    }
}

#[test]
fn a_product_of_log_normals_has_its_closed_form() {
    // With variances of the logarithms s²: Vᵢ ∝ e^{sᵢ²} − 1 over e^{Σ s²} − 1.
    let folds: [f64; 2] = [1.5, 1.2];
    let factors =
        [Factor::log_normal("a", 10.0, folds[0]), Factor::log_normal("b", 1e-3, folds[1])];
    let found = indices(&Design::new(&factors).unwrap().rows(8192).unwrap(), |x| x[0] * x[1]);
    let grown = folds.map(|fold| (fold.ln().powi(2)).exp());
    let whole = grown[0] * grown[1] - 1.0;
    for (k, factor) in found.factors.iter().enumerate() {
        let first = (grown[k] - 1.0) / whole;
        let total = (grown[k] - 1.0) * grown[1 - k] / whole;
        assert!((factor.first.estimate - first).abs() < 2e-2, "{factor:?} {first}");
        assert!((factor.total.estimate - total).abs() < 2e-2, "{factor:?} {total}");
    }
    let mean = 10.0 * 1e-3 * (grown[0] * grown[1]).sqrt();
    assert!((found.mean / mean - 1.0).abs() < 1e-2, "{} {mean}", found.mean);
}

#[test]
fn distributions_have_their_quantiles() {
    let factors = [
        Factor::uniform("uniform", 2.0, 4.0),
        Factor::log_uniform("log-uniform", 1.0, 1e4),
        Factor::log_normal("log-normal", 7.0, 2.0),
    ];
    let design = Design::new(&factors).unwrap().rows(16_384).unwrap();
    let mut columns = vec![Vec::new(); 3];
    for point in design.points() {
        for (column, value) in columns.iter_mut().zip(point) {
            column.push(value);
        }
    }
    for column in &mut columns {
        column.sort_by(f64::total_cmp);
    }
    let at = |column: usize, share: f64| {
        columns[column][(share * columns[column].len() as f64) as usize]
    };
    let expected = [
        (0, 0.25, 2.5),
        (0, 0.5, 3.0),
        (1, 0.25, 10.0),
        (1, 0.75, 1e3),
        (2, 0.5, 7.0),
        (2, 0.841_344_7, 14.0),
    ];
    for (column, share, value) in expected {
        assert!(
            (at(column, share) / value - 1.0).abs() < 5e-3,
            "{column} {share}: {}",
            at(column, share)
        );
    }
}

#[test]
fn a_point_depends_on_seed_and_place_alone() {
    let (long, short) = (cube().rows(4096).unwrap().seed(9), cube().rows(512).unwrap().seed(9));
    assert_eq!(long.point(17), short.point(17));
    assert_ne!(cube().seed(10).point(17), short.point(17));
    assert!(short.point(short.len()).is_empty() && short.points().len() == 512 * 5);
    // A is A again but for one factor, which comes from B.
    let row: Vec<Vec<f64>> = (0..5).map(|k| short.point(5 * 200 + k)).collect();
    for (k, mixed) in row[2..].iter().enumerate() {
        for (i, value) in mixed.iter().enumerate() {
            assert_eq!(*value, row[usize::from(i == k)][i]);
        }
    }
}

/// Loss of a species at a rate that is a sum of two.
fn decay() -> Model {
    let mut net = Network::new();
    let cell = net.compartment("cell", 1.0.picolitres());
    let stat = net.species("S", cell, 1.0.nanomolar());
    let [a, b] = ["a", "b"].map(|name| net.parameter(name, 1e-3));
    net.reaction("loss", stat, Network::nothing(), Law::formula((a + b) * Expr::from(stat)))
        .unwrap();
    net.compile().unwrap()
}

#[test]
fn a_swept_network_has_the_indices_of_its_closed_form_on_any_number_of_threads() {
    let model = decay();
    let design =
        Design::new(&[Factor::uniform("a", 0.0, 2e-3), Factor::log_uniform("b", 1e-4, 1e-2)])
            .unwrap();
    let end = 300.0;
    let readout = Readout { observable: model.observable("S").unwrap(), measure: Measure::At(end) };
    let conditions = design.conditions(&model).unwrap();
    let run = |threads| {
        let sweep = Sweep::new(&model, Protocol { end, ..Protocol::default() });
        let outcomes = sweep.readouts(&[readout]).threads(threads).run(&conditions).unwrap();
        design.indices_of(&outcomes, 0).unwrap()
    };
    let found = run(1);
    let closed = indices(&design, |x| (-(x[0] + x[1]) * end).exp());
    for (a, b) in found.factors.iter().zip(&closed.factors) {
        assert!((a.first.estimate - b.first.estimate).abs() < 1e-5, "{a:?} {b:?}");
        assert!((a.total.estimate - b.total.estimate).abs() < 1e-5, "{a:?} {b:?}");
    }
    for threads in [2, 3, 7] {
        assert_eq!(run(threads), found);
    }
    let sweep = Sweep::new(&model, Protocol { end, ..Protocol::default() }).readouts(&[readout]);
    let outcomes = sweep.run(&conditions).unwrap();
    let told = design.indices_of(&outcomes, 1).unwrap_err().to_string();
    assert_eq!(told, "point 0 has no readout 1: it has 1, counted from zero");
    let unknown = Design::new(&[Factor::uniform("aa", 0.0, 1.0)]).unwrap();
    let told = unknown.conditions(&model).unwrap_err().to_string();
    assert!(told.contains("`aa`") && told.contains("did you mean"), "{told}");
}

#[test]
fn points_without_a_value_are_refused_or_named_and_counted() {
    let design = cube().seed(4);
    let mut values: Vec<Option<f64>> = design.points().map(|x| Some(ishigami(&x))).collect();
    let whole = design.indices_where_known(&values).unwrap();
    assert!(whole.failed.is_empty() && whole.rows_left_out == 0);
    for lost in [3, 4, 777] {
        values[lost] = None;
    }
    assert_eq!(
        design.indices_where_known(&values).unwrap_err().to_string(),
        "3 of 5120 points have no value, the first is point 3: narrow the factors, or leave such rows out with `Missing::LeaveOut`"
    );
    let left = design.clone().missing(Missing::LeaveOut).indices_where_known(&values).unwrap();
    assert_eq!((left.failed.as_slice(), left.rows_left_out), (&[3, 4, 777][..], 2));
    for (a, b) in left.factors.iter().zip(&whole.factors) {
        assert!(a != b && (a.total.estimate - b.total.estimate).abs() < 0.02, "{a:?} {b:?}");
    }
    for value in &mut values[..5 * 640] {
        *value = None;
    }
    let told = design.missing(Missing::LeaveOut).indices_where_known(&values).unwrap_err();
    assert_eq!(
        told.to_string(),
        "only 384 of 1024 rows are left without failed points: narrow the factors"
    );
}

#[test]
fn what_makes_no_design_is_refused_in_words() {
    let refused = |factors: &[Factor]| Design::new(factors).unwrap_err().to_string();
    assert_eq!(refused(&[]), "0 factors cannot be told apart: give 1 to 128");
    let one = Factor::uniform("ATP", 1.0, 2.0);
    assert_eq!(
        refused(&[one.clone(), one.clone()]),
        "the factor \"ATP\" is there twice: name it once, with the distribution you mean"
    );
    let tail = "makes no distribution: give finite numbers with low < high, above zero on a logarithm, and a fold above 1";
    for (factor, told) in [
        (Factor::uniform("x", 1.0, 1.0), "x: high = 1"),
        (Factor::uniform("x", f64::NAN, 1.0), "x: low = NaN"),
        (Factor::uniform("x", 0.0, f64::INFINITY), "x: high = inf"),
        (Factor::log_uniform("x", 0.0, 1.0), "x: low = 0"),
        (Factor::log_normal("x", -1.0, 2.0), "x: median = -1"),
        (Factor::log_normal("x", 1.0, 1.0), "x: fold = 1"),
    ] {
        assert_eq!(refused(&[factor]), format!("{told} {tail}"));
    }
    let text = |design: Result<Design, SensitivityError>| design.unwrap_err().to_string();
    assert_eq!(
        text(cube().rows(100)),
        "rows = 100 cannot be used: give a power of two from 128 to 65536"
    );
    assert_eq!(
        text(cube().rows(131_072)),
        "rows = 131072 cannot be used: give a power of two from 128 to 65536"
    );
    assert_eq!(
        text(cube().confidence(95.0)),
        "a confidence of 95 cannot be used: give a share above 0 and below 1, such as 0.95"
    );
    let design = Design::new(&[one]).unwrap();
    let values = vec![2.0; design.len()];
    assert_eq!(
        design.indices(&values).unwrap_err().to_string(),
        "the values do not vary: all are about 2; choose a readout that the factors change"
    );
    assert_eq!(
        design.indices(&values[1..]).unwrap_err().to_string(),
        "3071 values for 3072 points: give one for each point of the design, in order"
    );
    let mut values = values;
    values[7] = f64::NAN;
    assert!(matches!(
        design.indices(&values),
        Err(SensitivityError::Failed { first: 7, count: 1, .. })
    ));
}

#[test]
fn a_design_is_what_was_written_and_is_checked_when_read() {
    let design = cube().rows(128).unwrap().seed(5).missing(Missing::LeaveOut);
    let text = serde_json::to_string(&design).unwrap();
    assert_eq!(serde_json::from_str::<Design>(&text).unwrap(), design);
    assert!(serde_json::from_str::<Design>(&text.replace("\"rows\":128", "\"rows\":100")).is_err());
    let found = indices(&design, ishigami);
    let text = serde_json::to_string(&found).unwrap();
    assert_eq!(serde_json::from_str::<Sensitivity>(&text).unwrap(), found);
}

#[test]
fn a_sample_has_one_point_of_each_row_and_is_spread_evenly() {
    let factors = ["a", "b", "c"].map(|name| Factor::uniform(name, 0.0, 1.0));
    let design = Design::new(&factors).unwrap().rows(128).unwrap().seed(3);
    let sample: Vec<Vec<f64>> = design.sample().collect();
    assert_eq!(sample.len(), 128);
    assert!(sample.iter().all(|point| design.points().any(|other| other == *point)));
    // Each quarter, in order, has two values in every sixteenth of the range.
    for quarter in sample.chunks(32) {
        for factor in 0..3 {
            let mut values: Vec<f64> = quarter.iter().map(|point| point[factor]).collect();
            values.sort_by(f64::total_cmp);
            for (k, value) in values.iter().enumerate() {
                let low = (k / 2) as f64 / 16.0;
                assert!((low..low + 1.0 / 16.0).contains(value), "{k}: {values:?}");
            }
        }
    }
}
