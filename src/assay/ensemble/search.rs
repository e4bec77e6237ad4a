//! The IC50 of every draw, searched for on all curves at once.

use super::draws::Draws;
use crate::assay::simulate::Simulation;
use crate::assay::{Assay, AssayError};
use crate::catalog::{Inhibitor, Jak};
use crate::pathway::PathwayModel;
use crate::sweep::Conditions;
use crate::units::Concentration;
use std::collections::HashMap;

/// Batches at most; four are usual.
const BATCHES: usize = 40;
/// A logit of the share that is left so near to zero that the slope hardly matters any more.
const NEAR: f64 = 0.05;
/// A slope of the logit over ln dose flatter than this is not followed.
const FLATTEST: f64 = -0.1;
/// The longest step on ln dose while one side only is known.
const LONGEST: f64 = 5.0;
/// Beyond these free concentrations in nM nothing is looked for.
const DOSES: (f64, f64) = (1e-12, 1e12);
/// Where to begin on a curve.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    /// The dose, in units of the lowest K among the kinases.
    multiple: f64,
    /// Slope of the logit of the share that is left over ln dose.
    slope: f64,
}

impl Start {
    /// Of a curve of which nothing is known.
    pub(super) const BLIND: Self = Self { multiple: 4.0, slope: -1.2 };
}

/// What became of one draw.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Ic50 {
    /// In nM.
    At(f64),
    /// No dose takes half of the response.
    Beyond,
    /// It could not be solved, or there is no signal without drug.
    Unsolved,
}

impl Ic50 {
    pub(super) const fn nanomolar(self) -> Option<f64> {
        if let Self::At(nanomolar) = self { Some(nanomolar) } else { None }
    }

    pub(super) fn known(self) -> Option<Concentration> {
        self.nanomolar().map(Concentration::from_nanomolar)
    }
}

/// The experiment on its pathway.
pub(super) struct Search<'a> {
    assay: &'a Assay,
    pathway: &'a PathwayModel,
    simulation: Simulation<'a>,
}

/// Draws with the response of each without drug, where there is a signal.
#[derive(Debug)]
pub(super) struct Begun {
    draws: Draws,
    controls: Vec<Option<f64>>,
}

impl<'a> Search<'a> {
    pub(super) fn new(assay: &'a Assay, pathway: &'a PathwayModel) -> Result<Self, AssayError> {
        Ok(Self { assay, pathway, simulation: assay.simulation(pathway)? })
    }

    /// The draws, once the cells were read without drug.
    pub(super) fn begun(&self, draws: Draws) -> Result<Begun, AssayError> {
        let names: Vec<&str> = draws.names.iter().map(String::as_str).collect();
        let cells: Vec<Vec<f64>> = draws.each.iter().map(|draw| draw.cell.clone()).collect();
        let read = |rows: &[Vec<f64>]| {
            let conditions = Conditions::list(self.pathway.model(), &names, rows)?;
            self.simulation.known_readings(&conditions)
        };
        // Without anything drawn for the cell all of them are the same.
        let read = if names.is_empty() {
            vec![read(&[Vec::new()])?.first().copied().flatten(); cells.len()]
        } else {
            read(&cells)?
        };
        let signal = |read: Option<f64>| read.filter(|&control| self.simulation.is_signal(control));
        Ok(Begun { draws, controls: read.into_iter().map(signal).collect() })
    }

    /// What becomes of each draw under a drug of the pathway, and where to begin on curves like its last one.
    pub(super) fn found(
        &self,
        inhibitor: &Inhibitor,
        begun: &Begun,
        start: Start,
    ) -> Result<(Vec<Ic50>, Start), AssayError> {
        let drug = self.pathway.drug(inhibitor.name())?;
        let kinases: Vec<Jak> =
            drug.potencies().iter().map(|potency| potency.effective().jak).collect();
        let panels = begun.draws.panels(self.assay, inhibitor, &kinases)?;
        let (mut curves, mut of_draw) = (Vec::new(), Vec::new());
        let mut same: HashMap<Vec<u64>, usize> = HashMap::new();
        for (draw, &control) in begun.draws.each.iter().zip(&begun.controls) {
            let constants = &panels[draw.panel_of(panels.len())];
            let half = |(&jak, ki): (&Jak, &f64)| {
                ki * (1.0 + draw.atp / self.assay.enzymology.km(jak).as_nanomolar())
            };
            let lowest = kinases.iter().zip(constants).map(half).fold(f64::INFINITY, f64::min);
            let point = [&draw.cell[..], &[draw.atp], constants].concat();
            let key = point.iter().map(|value| value.to_bits()).collect();
            let new = curves.len();
            let curve = *same.entry(key).or_insert(new);
            if curve == new {
                curves.push(Descent::new(point, control, lowest, start));
            }
            of_draw.push(curve);
        }
        self.descend(&mut curves, &begun.draws.inputs(inhibitor, &kinases))?;
        let outcome = |&curve: &usize| curves[curve].outcome.unwrap_or(Ic50::Unsolved);
        let next = curves.last().and_then(Descent::start).unwrap_or(start);
        Ok((of_draw.iter().map(outcome).collect(), next))
    }

    /// Goes on along all curves until each has its outcome.
    fn descend(&self, curves: &mut [Descent], inputs: &[String]) -> Result<(), AssayError> {
        let names: Vec<&str> = inputs.iter().map(String::as_str).collect();
        for _ in 0..BATCHES {
            let mut open: Vec<&mut Descent> =
                curves.iter_mut().filter(|curve| curve.outcome.is_none()).collect();
            if open.is_empty() {
                break;
            }
            let rows: Vec<Vec<f64>> = open.iter().map(|curve| curve.point()).collect();
            let conditions = Conditions::list(self.pathway.model(), &names, &rows)?;
            let readings = self.simulation.known_readings(&conditions)?;
            for (curve, reading) in open.iter_mut().zip(readings) {
                curve.heed(reading);
            }
        }
        Ok(())
    }
}

/// The search on one curve, on ln dose against the logit of the share of the control that is left.
#[derive(Debug)]
struct Descent {
    inputs: Vec<f64>,
    control: f64,
    /// The lowest K among the kinases, in nM.
    lowest: f64,
    /// The next dose, as ln nM.
    next: f64,
    last: Option<(f64, f64)>,
    slope: f64,
    /// The nearest dose known to leave more than half, and the nearest known to leave less.
    between: (f64, f64),
    outcome: Option<Ic50>,
}

impl Descent {
    fn new(inputs: Vec<f64>, control: Option<f64>, lowest: f64, start: Start) -> Self {
        let outcome = if control.is_some() { None } else { Some(Ic50::Unsolved) };
        let control = control.unwrap_or(1.0);
        let next = libm::log(start.multiple * lowest);
        let between = (f64::NEG_INFINITY, f64::INFINITY);
        Self { inputs, control, lowest, next, last: None, slope: start.slope, between, outcome }
    }

    /// Where to begin on a curve like this one.
    fn start(&self) -> Option<Start> {
        let ic50 = self.outcome?.nanomolar()?;
        Some(Start { multiple: ic50 / self.lowest, slope: self.slope })
    }

    fn point(&self) -> Vec<f64> {
        [&self.inputs[..], &[libm::exp(self.next)]].concat()
    }

    /// Goes on from what was read at the next dose.
    fn heed(&mut self, reading: Option<f64>) {
        let share = reading.map(|reading| (reading / self.control).clamp(1e-9, 1.0 - 1e-9));
        let Some(share) = share.filter(|share| share.is_finite()) else {
            self.outcome = Some(Ic50::Unsolved);
            return;
        };
        let (x, logit) = (self.next, libm::log(share / (1.0 - share)));
        if logit > 0.0 {
            self.between.0 = x;
        } else {
            self.between.1 = x;
        }
        let secant = self.last.map(|(x0, logit0)| (logit - logit0) / (x - x0));
        self.slope = secant.filter(|slope| *slope < FLATTEST).unwrap_or(self.slope);
        let step = (-logit / self.slope).clamp(-LONGEST, LONGEST);
        let (low, high) = self.between;
        self.next = x + step;
        if logit.abs() <= NEAR {
            self.outcome = Some(Ic50::At(libm::exp(self.next)));
            return;
        }
        if !(low..=high).contains(&self.next) {
            self.next = f64::midpoint(low, high);
        }
        self.last = Some((x, logit));
        self.outcome = match libm::exp(self.next) {
            _ if high - low < NEAR => Some(Ic50::At(libm::exp(f64::midpoint(low, high)))),
            dose if dose > DOSES.1 => Some(Ic50::Beyond),
            dose if dose < DOSES.0 => Some(Ic50::Unsolved),
            _ => None,
        };
    }
}
