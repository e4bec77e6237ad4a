//! What no pathway may do: lose molecules, go below zero, or answer to a drug the wrong way.

use crate::experiment::Experiment;
use jakstat::catalog::{Catalog, CatalogError};
use jakstat::ode::{Interpolant, Observer, Options, Run, Solver, System, Tolerance};
use jakstat::pathway::{Pathway, PathwayError, PathwayModel, Trafficking, every_builtin_pathway};

const MINUTES: f64 = 60.0;

/// Built-in cytokines but IL-20, so that a loop over nothing fails.
const SOLVED: usize = 32;

/// The pathway, unless nobody knows the kinase of one of its chains.
fn known(cytokine: &str, pathway: Result<PathwayModel, PathwayError>) -> Option<Experiment> {
    match pathway {
        Ok(pathway) => Some(Experiment::new(pathway)),
        Err(PathwayError::Catalog(CatalogError::UnknownPartner { .. })) => None,
        Err(error) => panic!("{cytokine}: {error}"),
    }
}

#[test]
fn conserved_totals_hold_for_a_day_with_trafficking_and_without() {
    let catalog = Catalog::builtin();
    let times: Vec<f64> = (0..=24).map(|k| 3600.0 * f64::from(k)).collect();
    let (mut worst, mut solved) = ((0.0, String::new()), 0);
    let both = [Trafficking::Off, Trafficking::On];
    for (cytokine, trafficking) in catalog.cytokines().flat_map(|c| both.map(|t| (c, t))) {
        let pathway = Pathway::new(catalog.responder(cytokine).unwrap())
            .stimulate(cytokine, cytokine.typical_dose())
            .trafficking(trafficking)
            .build();
        let Some(experiment) = known(cytokine.name(), pathway) else { continue };
        let rows = experiment.rows(&times);
        let totals = experiment.pathway.model().conserved();
        solved += 1;
        assert!(!totals.is_empty(), "{}", cytokine.name());
        for total in totals {
            let begun = total.amount(&rows[0]);
            // The size of its terms: of a sum, the sum itself.
            let terms = total.weights().iter().zip(&rows[0]).map(|(w, y)| (w * y).abs());
            let size = terms.sum::<f64>().max(f64::MIN_POSITIVE);
            for row in &rows {
                let change = (total.amount(row) - begun).abs() / size;
                assert!(change < 1e-12, "{}: {} by {change:e}", cytokine.name(), total.name());
                if change > worst.0 {
                    worst = (change, format!("{}: {}", cytokine.name(), total.name()));
                }
            }
        }
    }
    assert_eq!(solved, both.len() * SOLVED);
    println!("conserved to {:.1e} ({})", worst.0, worst.1);
}

/// The lowest value of each state at the ends of the accepted steps.
struct Lowest(Vec<f64>);

impl Observer for Lowest {
    fn wants(&self) -> f64 {
        f64::NEG_INFINITY
    }

    fn step(&mut self, step: &dyn Interpolant) {
        for (k, lowest) in self.0.iter_mut().enumerate() {
            *lowest = lowest.min(step.value(k, step.end()));
        }
    }
}

#[test]
fn no_state_falls_below_zero_by_more_than_ten_absolute_tolerances() {
    let (mut worst, mut solved) = ((0.0, String::new()), 0);
    for (cytokine, pathway) in every_builtin_pathway() {
        let Some(experiment) = known(&cytokine, pathway) else { continue };
        let model = experiment.pathway.model();
        let initial = experiment.rows(&[0.0]).remove(0);
        let parameters = experiment.inputs.clone();
        let run = Run { end: 7200.0, initial, parameters, ..Run::default() };
        let options = Options { tolerance: Tolerance::relative(1e-6), ..Options::default() };
        let solver = Solver::new(model, options).unwrap();
        let (lowest, outcome) = solver.solve_one(run, Lowest(vec![0.0; model.dimension()]));
        outcome.unwrap();
        solved += 1;
        for (k, &low) in lowest.0.iter().enumerate() {
            // The absolute tolerance of a species on its own scale.
            let below = -low / (1e-6 * model.floor(k));
            let name = model.species_names()[k].to_owned();
            assert!(below <= 10.0, "{cytokine}: {name} {low:e}, {below} tolerances below zero");
            if below > worst.0 {
                worst = (below, format!("{cytokine}: {name}"));
            }
        }
    }
    assert_eq!(solved, SOLVED);
    println!("at worst {:.2e} tolerances below zero ({})", worst.0, worst.1);
}

/// A cytokine, a drug against it, and the phospho-STAT to look at.
const USUAL: [(&str, &str, &str); 3] = [
    ("IL-6", "baricitinib", "pSTAT3"),
    ("IFN-gamma", "baricitinib", "pSTAT1"),
    ("EPO", "baricitinib", "pSTAT5"),
];

fn experiment_with(cytokine: &str, drugs: &[&str]) -> Experiment {
    let cytokine = Catalog::builtin().cytokine(cytokine).unwrap();
    let cell = Catalog::builtin().responder(cytokine).unwrap().name();
    Experiment::of(cytokine.name(), cell, drugs)
}

fn experiment((cytokine, drug, _): (&str, &str, &str)) -> Experiment {
    experiment_with(cytokine, &[drug])
}

#[test]
fn zero_dose_changes_no_bit() {
    let times = [5.0 * MINUTES, 30.0 * MINUTES, 120.0 * MINUTES];
    for case in USUAL {
        let without = experiment_with(case.0, &[]).rows(&times);
        let mut with = experiment(case);
        let names = with.pathway.model().parameter_names().join(" ");
        assert!(names.contains(&format!("Ki.{}.JAK2", case.1)), "{names}");
        assert_eq!(with.rows(&times), without, "{}", case.0);
        with.set(&format!("inhibitor.{}", case.1), 1e-3);
        assert_ne!(with.rows(&times), without, "{}", case.0);
    }
}

#[test]
fn a_very_large_dose_leaves_less_than_a_thousandth() {
    for case in USUAL {
        let mut run = experiment(case);
        let whole = run.at(case.2, 15.0 * MINUTES);
        let left = run.set(&format!("inhibitor.{}", case.1), 1e9).at(case.2, 15.0 * MINUTES);
        println!("{}: {left:.3e} nM left of {whole:.3e} nM", case.0);
        assert!(whole > 1.0 && left < 1e-3 * whole, "{}: {left} of {whole}", case.0);
    }
}

#[test]
fn more_drug_is_never_more_signal_before_feedback() {
    for case in USUAL {
        let mut run = experiment(case);
        run.relative = 1e-9;
        let mut last = run.at(case.2, 5.0 * MINUTES);
        let whole = last;
        for k in 0..=32 {
            let dose = 10f64.powf(-2.0 + 0.25 * f64::from(k));
            let signal = run.set(&format!("inhibitor.{}", case.1), dose).at(case.2, 5.0 * MINUTES);
            assert!(signal <= last + 1e-7 * whole, "{} at {dose} nM: {signal} > {last}", case.0);
            last = signal;
        }
        assert!(last < 1e-2 * whole, "{}", case.0);
    }
}

#[test]
fn a_drug_on_a_kinase_that_the_cytokine_does_not_use_changes_nothing() {
    // IFN-gamma uses JAK1 and JAK2; IL-10, whose receptor the monocyte has too, brings TYK2 in.
    let catalog = Catalog::builtin();
    let [gamma, ten] = ["IFN-gamma", "IL-10"].map(|name| catalog.cytokine(name).unwrap());
    let pathway = Pathway::new(catalog.responder(gamma).unwrap())
        .stimulate(gamma, gamma.typical_dose())
        .stimulate(ten, ten.typical_dose())
        .inhibitors(&[catalog.inhibitor("baricitinib").unwrap()])
        .build()
        .unwrap();
    let mut both = Experiment::new(pathway.clone());
    let mut alone = Experiment::new(pathway);
    alone.set("dose.IL-10", 0.0);
    let times = [5.0 * MINUTES, 60.0 * MINUTES];
    for (run, touched) in [(&mut both, true), (&mut alone, false)] {
        let before = run.rows(&times);
        for (jak, ki) in [("JAK1", 1e30), ("JAK2", 1e30), ("TYK2", 1e-6)] {
            run.set(&format!("Ki.baricitinib.{jak}"), ki);
        }
        let after = run.set("inhibitor.baricitinib", 10.0).rows(&times);
        let pairs = before.iter().flatten().zip(after.iter().flatten());
        let change = pairs.map(|(a, b)| (a - b).abs() / a.abs().max(1e-9)).fold(0.0, f64::max);
        println!("TYK2 blocked: largest change {change:.2e}");
        assert_eq!(change > 1e-9, touched, "{change:e}");
    }
}
