//! Results and settings written as JSON or CSV and read back: the same bits.
#![allow(clippy::unwrap_used, clippy::float_cmp, clippy::panic, missing_docs)] // tests may stop

use jakstat::assay::ScreenRow;
use jakstat::network::Observable;
use jakstat::ode::{Change, Failure, Method, Statistics, Stop, Timed, Why};
use jakstat::prelude::*;
use jakstat::response::{FitOptions, Halfway, PlateData, PlateRow, Selectivity};
use jakstat::units::LigandDose;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt::Debug;

/// What a value is after a trip through JSON.
fn back<T: Serialize + DeserializeOwned>(value: &T) -> Result<T, serde_json::Error> {
    serde_json::from_str(&serde_json::to_string(value).unwrap())
}

fn returns<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    assert_eq!(back(value).unwrap(), *value);
}

/// Numbers whose decimal form is long, short, or at the edge of what there is.
const AWKWARD: [f64; 10] = [
    0.1,
    1.0 / 3.0,
    -0.0,
    5e-324,
    f64::MIN_POSITIVE,
    f64::MAX,
    -1.797_693_134_862_315e308,
    123_456_789.123_456_78,
    9_007_199_254_740_993.0,
    6.022_140_76e14,
];

/// An outcome as it stands in a file: only a sweep makes one otherwise.
fn outcome(kind: &str, fields: &Value) -> Outcome {
    serde_json::from_value(json!({ kind: fields })).unwrap()
}

fn completed(readouts: &[f64]) -> Outcome {
    let statistics = Statistics { accepted: u64::MAX, rejected: 3, ..Statistics::default() };
    let number = |x: &f64| if x.is_finite() { json!(x) } else { json!(x.to_string()) };
    let readouts: Vec<Value> = readouts.iter().map(number).collect();
    outcome(
        "Ok",
        &json!({
            "readouts": readouts, "statistics": statistics, "rest_residual": 1e-17, "attempts": [],
        }),
    )
}

#[test]
fn readouts_keep_every_bit() {
    let Outcome::Ok(found) = back(&completed(&AWKWARD)).unwrap() else { panic!() };
    let bits = |all: &[f64]| all.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
    assert_eq!(bits(&found.readouts), bits(&AWKWARD));
    assert_eq!(found.statistics.accepted, u64::MAX);
}

#[test]
fn what_is_not_finite_stays_what_it_is() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let same = |found: f64| assert_eq!(found.to_bits(), value.to_bits());
        let Outcome::Ok(found) = back(&completed(&[1.0, value])).unwrap() else { panic!() };
        same(found.readouts[1]);
        same(back(&value.nanomolar()).unwrap().as_nanomolar());
        let (field, allowed) = (String::from("end"), String::from("a finite time"));
        let failure = Failure { why: Why::BadRun { field, value, allowed }, time: value };
        let found = back(&failure).unwrap();
        assert_eq!(found.to_string(), failure.to_string());
    }
    let (from, to) = (10.0.nanomolar(), f64::INFINITY.nanomolar());
    returns(&Potency::NotSigmoid { from, to });
    returns(&Selectivity::Above(f64::INFINITY));
}

/// dA/dt = k A² from A = 1 nM, without bound at t = 1/k.
fn explosive_sweep(rates: &[f64]) -> Vec<Outcome> {
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let a = net.species("A", all, 1.0.nanomolar());
    let k = net.parameter("k", 0.0);
    net.reaction("grow", Network::nothing(), a, Law::formula(k * Expr::from(a).pow(2.0))).unwrap();
    let model = net.compile().unwrap();
    let observable = model.observable("A").unwrap();
    let measures = [Measure::At(10.0), Measure::Peak(0.0, 10.0), Measure::Area(1.0, 2.5)];
    Sweep::new(&model, Protocol { end: 10.0, ..Protocol::default() })
        .readouts(&measures.map(|measure| Readout { observable, measure }))
        .run(&Conditions::single().vary(&model, "k", rates).unwrap())
        .unwrap()
}

#[test]
fn the_outcomes_of_a_sweep_return_failed_points_included() {
    let outcomes = explosive_sweep(&[-0.3, 0.05, 1.0, 1e308]);
    let failed = outcomes.iter().filter(|outcome| outcome.readouts().is_err()).count();
    assert_eq!((outcomes.len(), failed), (4, 2));
    returns(&outcomes);
    let Outcome::Failed(failed) = &back(&outcomes).unwrap()[2] else { panic!() };
    assert_eq!(failed.to_string(), outcomes[2].readouts().unwrap_err().to_string());
}

#[test]
fn every_reason_for_a_failure_returns() {
    let text = String::from;
    let reasons = [
        Why::BadRun { field: text("end"), value: -1.5, allowed: text("a finite time") },
        Why::NonFiniteRate { state: text("IL-6:\"gp130\"") },
        Why::StepTooSmall { state: text("α") },
        Why::TooManySteps { max_steps: 100_000 },
        Why::NoRest { reason: text("it oscillates") },
        Why::Deadline { timed: Timed::Point, seconds: 0.1 },
        Why::Deadline { timed: Timed::Sweep, seconds: 1e6 },
        Why::Panicked { message: text("division by zero") },
        Why::NoReadout { observable: text("pSTAT3 fraction"), measure: text("Final") },
        Why::Cancelled,
    ];
    for why in reasons {
        let failure = Failure { why, time: 1.0 / 3.0 };
        let attempt = |first_step: Option<f64>| json!({ "method": Method::Rodas4, "first_step": first_step, "failure": failure });
        let attempts = [attempt(None), attempt(Some(1e-6))];
        let failed = outcome("Failed", &json!({ "failure": failure, "attempts": attempts }));
        assert_eq!(failed.readouts().unwrap_err().failure, failure);
        returns(&failed);
    }
}

#[test]
fn settings_return() {
    returns(&Options::default());
    let absolutes =
        [Absolute::OwnScale, Absolute::Uniform(1e-11), Absolute::PerState(vec![0.1, 1e-300])];
    let methods = [Method::Rodas4, Method::Rodas5P, Method::Dopri5, Method::Dop853];
    for (absolute, method) in absolutes.into_iter().zip(methods) {
        let tolerance = Tolerance { relative: 1.0 / 3e6, absolute };
        let first_step = Some(0.1);
        returns(&Options { method, tolerance, first_step, max_step: 60.0, ..Options::default() });
    }
    for path in CodePath::ALL {
        returns(&path);
    }
    let changes = vec![
        Change::SetParameter { index: 0, value: 0.1 },
        Change::SetState { index: 1, value: 5e-324 },
        Change::AddToState { index: 2, value: -2.5 },
    ];
    returns(&Stop { time: 1.0 / 3.0, changes });
    let (from, to) = (0.1, 1.0 / 3.0);
    for measure in [
        Measure::At(from),
        Measure::Peak(from, to),
        Measure::PeakTime(from, to),
        Measure::Area(from, to),
        Measure::TimeAbove { threshold: 1e-300, from, to },
        Measure::Onset { threshold: -2.5, from, to },
        Measure::Width { baseline: Baseline::Value(0.1), from, to },
        Measure::Width { baseline: Baseline::WindowStart, from, to },
        Measure::Final,
        Measure::SteadyState,
    ] {
        returns(&measure);
        for observable in [Observable::Species(3), Observable::Rule(0)] {
            returns(&Readout { observable, measure });
        }
    }
}

#[test]
fn quantities_return() {
    for x in AWKWARD {
        let bits = |found: f64| assert_eq!(found.to_bits(), x.to_bits());
        bits(back(&x.nanomolar()).unwrap().as_nanomolar());
        bits(back(&x.seconds()).unwrap().as_seconds());
        bits(back(&x.litres()).unwrap().as_litres());
    }
    returns(&LigandDose::from(0.1.nanomolar()));
    returns(&LigandDose::from((1.0 / 3.0).ng_per_ml()));
}

/// A falling curve of which the numbers are known.
fn curve() -> Curve {
    let doses = vec![0.1, 1.0 / 3.0, 1.0, 10.0, 100.0];
    let responses: Vec<f64> = doses.iter().map(|dose| 9.0 / (1.0 + dose)).collect();
    Curve::new(doses, responses, 9.0).unwrap().with_saturation(0.0).unwrap()
}

#[test]
fn curves_and_what_is_said_of_them_return() {
    let curve = curve();
    returns(&curve);
    returns(&curve.fit_hill().unwrap());
    let evaluate = |doses: &[f64]| {
        Ok::<_, std::convert::Infallible>(doses.iter().map(|dose| 9.0 / (1.0 + dose)).collect())
    };
    let potency = curve.potency(Halfway::OfControl, evaluate).unwrap();
    for potency in [potency, Potency::Above(0.3.micromolar()), Potency::Below(0.1.nanomolar())] {
        returns(&potency);
        returns(&Selectivity::new(potency, Potency::Above(0.3.micromolar())));
    }
}

#[test]
fn a_curve_in_a_file_is_checked_as_any_other() {
    for (json, problem) in [
        (r#"{"doses":[1,1],"responses":[1,0],"control":2,"saturation":null}"#, "does not exceed"),
        (r#"{"doses":[1,2],"responses":[1],"control":2,"saturation":null}"#, "1 responses"),
        (r#"{"doses":[1,2],"responses":[1,0],"control":"NaN","saturation":null}"#, "expected f64"),
    ] {
        let error = serde_json::from_str::<Curve>(json).unwrap_err().to_string();
        assert!(error.contains(problem), "{error}");
    }
}

#[test]
fn what_an_assay_finds_returns() {
    let catalog = Catalog::builtin();
    let assay = Assay::new(catalog.cytokine("IL-6").unwrap(), catalog.cell("CD4 T cell").unwrap());
    let drug = catalog.inhibitor("baricitinib").unwrap();
    let doses = DoseGrid::log(1.0.nanomolar(), 10.0.micromolar(), 5);
    let found = assay.dose_response(drug, &doses).unwrap();
    returns(&found);
    assert_eq!(back(&found).unwrap().ic50().to_string(), found.ic50().to_string());
    let drug_doses = [0.0.nanomolar(), 50.0.nanomolar(), 500.0.nanomolar()];
    let names = ["pSTAT3", "SOCS mRNA"];
    let times = [1.0.minutes(), 15.0.minutes()];
    returns(&assay.time_course((drug, &drug_doses), &names, &times).unwrap());
    returns(&assay.uncertainty(drug, &doses).unwrap());
    let cytokine_doses = DoseGrid::log(1.0.picomolar(), 100.0.nanomolar(), 6);
    let agonist = assay.cytokine_dose_response((drug, &drug_doses), &cytokine_doses).unwrap();
    returns(&agonist);
    returns(&agonist.schild().unwrap());
}

/// Wells around a curve that falls from 100.
fn wells(curve: &str, ic50: f64) -> Vec<PlateRow> {
    let well = |k: i32| {
        let dose = 10_f64.powf(f64::from(k) / 2.0);
        let noise = f64::from((7 * k).rem_euclid(5) - 2);
        PlateRow::new(curve, dose.nanomolar(), 100.0 / (1.0 + dose / ic50) + noise)
    };
    (-2..8).map(well).collect()
}

#[test]
fn the_fit_of_a_plate_returns_with_limits_that_are_open() {
    let rows = [wells("whole", 30.0), wells("bound", 1e9)].concat();
    let fit = PlateData::new(rows).unwrap().fit(&FitOptions::default()).unwrap();
    assert!(fit.covariance.iter().flatten().any(|x| x.is_infinite()), "{fit:?}");
    let found = back(&fit).unwrap();
    assert_eq!(format!("{found:?}"), format!("{fit:?}"));
    let doses = [0.0, 3.0, 1e4].map(Concentration::from_nanomolar);
    for (found, curve) in found.curves.iter().zip(&fit.curves) {
        assert_eq!(doses.map(|dose| found.response(dose)), doses.map(|dose| curve.response(dose)));
    }
    let whole = PlateData::new([wells("a", 3.0), wells("b", 30.0)].concat()).unwrap();
    let comparison = whole.fit(&FitOptions::default()).unwrap().compare("a", "b").unwrap();
    returns(&comparison);
}

#[test]
fn a_row_of_a_screen_reads_back_from_its_table() {
    let catalog = Catalog::builtin();
    let rows = Screen::new(catalog)
        .inhibitors(&["baricitinib", "ritlecitinib"].map(|name| catalog.inhibitor(name).unwrap()))
        .cytokines(&[catalog.cytokine("EPO").unwrap()])
        .run(|| ());
    let mut table = csv::Writer::from_writer(Vec::new());
    for row in &rows {
        table.serialize(row).unwrap();
    }
    let text = String::from_utf8(table.into_inner().unwrap()).unwrap();
    let header = "inhibitor,cytokine,cell,stat,minutes,relation,ic50_nM,hill,emax,panel,ic50_verified,reason";
    assert_eq!(text.lines().next(), Some(header));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let found: Vec<ScreenRow> = reader.deserialize().collect::<Result<_, _>>().unwrap();
    assert_eq!(found, rows);
    returns(&rows);
    assert!(rows[0].ic50_nanomolar.is_some() && rows[1].ic50_nanomolar.is_none());
}

#[test]
fn a_row_that_was_refused_for_its_time_returns() {
    let catalog = Catalog::builtin();
    let rows = Screen::new(catalog)
        .inhibitors(&[catalog.inhibitor("baricitinib").unwrap()])
        .cytokines(&[catalog.cytokine("EPO").unwrap()])
        .time(f64::INFINITY.minutes())
        .run(|| ());
    assert_eq!(rows[0].relation, "refused");
    returns(&rows);
}
