//! Runs of a pathway, for the tests of what it predicts.
// Each test file uses its own part of this; a failure of the run itself stops the test.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, missing_docs, unreachable_pub)]

use jakstat::catalog::{Catalog, Cytokine};
use jakstat::ode::{Change, Options, Run, Sampler, Solver, System, Tolerance};
use jakstat::pathway::{Pathway, PathwayModel};
use jakstat::units::Quantities;

/// A pathway with the values of its inputs.
pub struct Experiment {
    pub pathway: PathwayModel,
    pub inputs: Vec<f64>,
    pub relative: f64,
    /// Free antibody at the stimulus, in nM.
    antibody: f64,
}

impl Experiment {
    pub fn new(pathway: PathwayModel) -> Self {
        let inputs = pathway.model().default_parameters();
        Self { pathway, inputs, relative: 1e-6, antibody: 0.0 }
    }

    /// Cytokine on cell with drugs, all by name.
    pub fn of(cytokine: &str, cell: &str, drugs: &[&str]) -> Self {
        let catalog = Catalog::builtin();
        let drugs: Vec<_> = drugs.iter().map(|drug| catalog.inhibitor(drug).unwrap()).collect();
        let cytokine = catalog.cytokine(cytokine).unwrap();
        let pathway = Pathway::new(catalog.cell(cell).unwrap())
            .stimulate(cytokine, 100.0.ng_per_ml())
            .inhibitors(&drugs);
        Self::new(pathway.build().unwrap())
    }

    pub fn set(&mut self, name: &str, value: f64) -> &mut Self {
        let index = self.pathway.model().parameter(name).unwrap();
        self.inputs[index] = value;
        self
    }

    /// Adds so much of the first antibody, in nM, with the stimulus.
    pub fn add(&mut self, antibody: f64) -> &mut Self {
        self.antibody = antibody;
        self
    }

    /// Sets the dose of the first cytokine, in ng/mL.
    pub fn dose(&mut self, ng_per_ml: f64) -> &mut Self {
        let ligand = &self.pathway.ligands()[0];
        let molar = ng_per_ml.ng_per_ml().to_molar(ligand.molar_mass()).as_nanomolar();
        self.inputs[ligand.dose()] = molar;
        self
    }

    /// States at these times in seconds after the stimulus, from the state before it.
    pub fn rows(&self, times: &[f64]) -> Vec<Vec<f64>> {
        let model = self.pathway.model();
        let mut initial = model.initial(&self.inputs);
        for change in self.pathway.stimulus(&self.inputs) {
            if let Change::SetState { index, value } = change {
                initial[index] = value;
            }
        }
        for antibody in self.pathway.antibodies() {
            initial[antibody.species()] = self.antibody;
        }
        let options =
            Options { tolerance: Tolerance::relative(self.relative), ..Options::default() };
        let solver = Solver::new(model, options).unwrap();
        let end = *times.last().unwrap();
        let run = Run { end, initial, parameters: self.inputs.clone(), ..Run::default() };
        let n = model.dimension();
        let (sampler, outcome) = solver.solve_one(run, Sampler::new(times, n));
        outcome.unwrap();
        sampler.rows.chunks(n).map(<[f64]>::to_vec).collect()
    }

    /// An observable at these times.
    pub fn course(&self, observable: &str, times: &[f64]) -> Vec<f64> {
        let model = self.pathway.model();
        let what = model.observable(observable).unwrap();
        let rows = self.rows(times);
        let value = |(y, &t): (&Vec<f64>, &f64)| model.observe(what, t, y, &self.inputs);
        rows.iter().zip(times).map(value).collect()
    }

    /// An observable at one time.
    pub fn at(&self, observable: &str, seconds: f64) -> f64 {
        self.course(observable, &[seconds])[0]
    }

    /// The drug concentration that halves an observable at a time, in nM.
    pub fn ic50(&mut self, drug: &str, observable: &str, seconds: f64) -> f64 {
        let name = format!("inhibitor.{drug}");
        self.set(&name, 0.0);
        let half = self.at(observable, seconds) / 2.0;
        let value = bisect(-6.0, 9.0, |log| {
            self.set(&name, 10f64.powf(log));
            half - self.at(observable, seconds)
        });
        self.set(&name, 0.0);
        10f64.powf(value)
    }

    /// The dose in ng/mL that gives half of the largest observable over all doses, at a time.
    pub fn ec50(&mut self, observable: &str, seconds: f64) -> f64 {
        let mut grid: Vec<(f64, f64)> = Vec::new();
        for i in 0..=60 {
            let log = -3.0 + f64::from(i) * 0.12;
            self.dose(10f64.powf(log));
            grid.push((log, self.at(observable, seconds)));
        }
        let top = grid.iter().map(|&(_, y)| y).fold(0.0, f64::max);
        let i = grid.iter().position(|&(_, y)| y >= top / 2.0).unwrap();
        let value = bisect(grid[i - 1].0, grid[i].0, |log| {
            self.dose(10f64.powf(log));
            self.at(observable, seconds) - top / 2.0
        });
        10f64.powf(value)
    }
}

/// Where a rising function crosses zero.
pub fn bisect(mut low: f64, mut high: f64, mut f: impl FnMut(f64) -> f64) -> f64 {
    for _ in 0..30 {
        let middle = f64::midpoint(low, high);
        if f(middle) < 0.0 { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

/// Time and height of the highest of evenly spaced values, by the parabola through its neighbours.
pub fn peak(times: &[f64], values: &[f64]) -> (f64, f64) {
    let i = (0..values.len()).max_by(|&a, &b| values[a].total_cmp(&values[b])).unwrap();
    if i == 0 || i + 1 == values.len() {
        return (times[i], values[i]);
    }
    let (a, b, c) = (values[i - 1], values[i], values[i + 1]);
    (times[i] + 0.5 * (times[i + 1] - times[i]) * (a - c) / (a - 2.0 * b + c), b)
}

pub fn minutes(count: u32) -> Vec<f64> {
    (0..=2 * count).map(|i| f64::from(i) * 30.0).collect()
}

pub fn cytokine(name: &str) -> &'static Cytokine {
    Catalog::builtin().cytokine(name).unwrap()
}
