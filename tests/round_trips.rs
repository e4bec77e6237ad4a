//! Results and settings written as JSON or CSV and read back: the same bits, or a refusal.
#![allow(clippy::unwrap_used, clippy::float_cmp, clippy::panic, missing_docs)] // tests may stop

use jakstat::ode::{Change, Failure, Method, Statistics, Stop, Why};
use jakstat::prelude::*;
use jakstat::response::{Halfway, Selectivity};
use jakstat::sweep::{Attempt, Completed, Failed};
use jakstat::units::LigandDose;
use serde::Serialize;
use serde::de::DeserializeOwned;
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

fn completed(readouts: &[f64]) -> Outcome {
    let statistics = Statistics { accepted: u64::MAX, rejected: 3, ..Statistics::default() };
    Outcome::Ok(Completed { readouts: readouts.to_vec(), statistics, attempts: Vec::new() })
}

#[test]
fn readouts_keep_every_bit() {
    let Outcome::Ok(found) = back(&completed(&AWKWARD)).unwrap() else { panic!() };
    let bits = |all: &[f64]| all.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
    assert_eq!(bits(&found.readouts), bits(&AWKWARD));
    assert_eq!(found.statistics.accepted, u64::MAX);
}

#[test]
fn what_is_not_finite_never_reads_back_as_a_number() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let error = back(&completed(&[1.0, value])).unwrap_err();
        assert!(error.to_string().contains("null"), "{error}");
        assert!(back(&value.nanomolar()).is_err());
    }
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
        Why::Cancelled,
    ];
    for why in reasons {
        let failure = Failure { why, time: 1.0 / 3.0 };
        let attempt =
            |first_step| Attempt { method: Method::Rodas4, first_step, failure: failure.clone() };
        let attempts = vec![attempt(None), attempt(Some(1e-6))];
        returns(&Outcome::Failed(Failed { failure: failure.clone(), attempts }));
    }
}

#[test]
fn settings_return() {
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
    ] {
        returns(&measure);
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
fn what_is_only_written_holds_the_same_numbers() {
    let curve = curve();
    let written = serde_json::to_value(&curve).unwrap();
    for (field, numbers) in [("doses", curve.doses()), ("responses", curve.responses())] {
        let found: Vec<f64> = serde_json::from_value(written[field].clone()).unwrap();
        assert_eq!(found, numbers);
    }
    assert_eq!(
        (written["control"].as_f64(), written["saturation"].as_f64()),
        (Some(9.0), Some(0.0))
    );
    let fit = curve.fit_hill().unwrap();
    let text = serde_json::to_string(&fit).unwrap();
    let written: serde_json::Value = serde_json::from_str(&text).unwrap();
    for (field, number) in [
        ("top", fit.top),
        ("bottom", fit.bottom),
        ("ic50", fit.ic50.as_nanomolar()),
        ("hill", fit.hill),
        ("lack_of_fit", fit.lack_of_fit),
    ] {
        assert_eq!(written[field].as_f64(), Some(number), "{field} in {text}");
    }
    assert_eq!(written["direction"], "Falling");
    let evaluate = |doses: &[f64]| {
        Ok::<_, std::convert::Infallible>(doses.iter().map(|dose| 9.0 / (1.0 + dose)).collect())
    };
    let potency = curve.potency(Halfway::OfControl, evaluate).unwrap();
    let written = serde_json::to_value(potency).unwrap();
    assert_eq!(written["Exactly"].as_f64(), Some(potency.exact().unwrap().as_nanomolar()));
    let ratio = Selectivity::new(potency, Potency::Above(0.3.micromolar()));
    let Selectivity::Above(bound) = ratio else { panic!("{ratio}") };
    assert_eq!(serde_json::to_value(ratio).unwrap()["Above"].as_f64(), Some(bound));
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
    let records: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    assert_eq!(records.len(), 2);
    for (row, record) in rows.iter().zip(&records) {
        assert_eq!((&record[0], &record[5]), (row.inhibitor.as_str(), row.relation.as_str()));
        for (column, number) in [(6, row.ic50_nanomolar), (7, row.hill), (8, row.emax)] {
            assert_eq!(record[column].parse().ok(), number, "column {column} of {text}");
        }
        assert_eq!(&record[11], row.reason);
    }
    assert!(rows[0].ic50_nanomolar.is_some() && rows[1].ic50_nanomolar.is_none());
}
