//! One experiment for two models: 60 min of ruxolitinib, then IL-6, the same doses and times.

use super::core;
use jakstat::network::{Model, Observable};
use jakstat::prelude::*;
use jakstat::sweep::{Action, Event, Source};
use std::error::Error;

/// Time between ruxolitinib and IL-6, seconds.
const PREINCUBATION: f64 = 3600.0;
/// How finely the loss of the drug is followed where it is an input, seconds.
const STAIR: f64 = 60.0;

/// What becomes of ruxolitinib in the medium.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Ruxolitinib {
    /// Stays at the concentration of each condition.
    Constant,
    /// Starts at this concentration, in nM, and is lost at the published rate.
    Fading(f64),
}

/// Where a drug is in a model.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// A species with a loss of its own, and the input that is its rate.
    Species { index: usize, loss: usize },
    /// An input.
    Input,
}

/// A model in the experiment.
#[derive(Debug)]
pub(crate) struct Experiment {
    pub(crate) name: &'static str,
    model: Model,
    stimulus: Event,
    /// Inputs that are zero at rest.
    absent: Vec<usize>,
    dose: usize,
    /// Of the input that holds the dose, for one ng/mL.
    per_nanogram: f64,
    ruxolitinib: (usize, Place),
    fraction: Observable,
    pub(crate) messenger: Observable,
}

impl Experiment {
    /// The published model.
    pub(crate) fn published() -> Result<Self, Box<dyn Error>> {
        let model = core::model()?;
        let [il6, dose, drug] =
            [core::IL6, core::IL6_DOSE, core::RUXOLITINIB_DOSE].map(|name| model.parameter(name));
        let (il6, dose, drug) = (il6?, dose?, drug?);
        let index = model.species(core::RUXOLITINIB)?;
        let loss = model.parameter("rux_degrade")?;
        Ok(Self {
            name: "published model",
            stimulus: Event {
                time: 0.0,
                action: Action::SetParameter(il6, Source::Parameter(dose)),
            },
            absent: vec![il6, dose, drug],
            dose,
            per_nanogram: 1.0,
            ruxolitinib: (drug, Place::Species { index, loss }),
            fraction: model.observable(core::FRACTION)?,
            messenger: model.observable("SOCS3RNA")?,
            model,
        })
    }

    /// The generic pathway of this library in the mouse hepatocyte.
    pub(crate) fn generic() -> Result<Self, Box<dyn Error>> {
        let catalog = Catalog::builtin();
        let il6 = catalog.cytokine("IL-6")?;
        let pathway = Pathway::new(catalog.cell("hepatocyte")?)
            .stimulate(il6, 0.0.ng_per_ml())
            .inhibitors(&[catalog.inhibitor("ruxolitinib")?])
            .build()?;
        let (ligand, drug) = (pathway.ligand("IL-6")?, pathway.drug("ruxolitinib")?);
        let set = Action::SetSpecies(ligand.species(), Source::Parameter(ligand.dose()));
        let model = pathway.model().clone();
        Ok(Self {
            name: "generic pathway",
            stimulus: Event { time: 0.0, action: set },
            absent: vec![ligand.dose(), drug.concentration()],
            dose: ligand.dose(),
            per_nanogram: 1.0.ng_per_ml().to_molar(ligand.molar_mass()).as_nanomolar(),
            ruxolitinib: (drug.concentration(), Place::Input),
            fraction: model.observable("pSTAT3 fraction")?,
            messenger: model.observable("SOCS mRNA")?,
            model,
        })
    }

    /// The compiled model.
    pub(crate) const fn model(&self) -> &Model {
        &self.model
    }

    /// Measures of the phosphorylated fraction of STAT3 at pairs of IL-6 in ng/mL and constant ruxolitinib in nM.
    pub(crate) fn fraction(
        &self,
        ruxolitinib: Ruxolitinib,
        pairs: &[[f64; 2]],
        measures: &[Measure],
    ) -> Result<Vec<Vec<f64>>, Box<dyn Error>> {
        let readout = |&measure| Readout { observable: self.fraction, measure };
        let readouts: Vec<Readout> = measures.iter().map(readout).collect();
        self.read(ruxolitinib, pairs, &readouts)
    }

    /// Readouts at pairs of IL-6 in ng/mL and constant ruxolitinib in nM, one row for each pair.
    pub(crate) fn read(
        &self,
        ruxolitinib: Ruxolitinib,
        pairs: &[[f64; 2]],
        readouts: &[Readout],
    ) -> Result<Vec<Vec<f64>>, Box<dyn Error>> {
        let row = |[il6, drug]: &[f64; 2]| vec![il6 * self.per_nanogram, *drug];
        let rows: Vec<Vec<f64>> = pairs.iter().map(row).collect();
        let names = self.model.parameter_names();
        let conditions =
            Conditions::list(&self.model, &[names[self.dose], names[self.ruxolitinib.0]], &rows)?;
        let windows = readouts.iter().filter_map(|readout| readout.measure.window());
        let end = windows.fold(0.0, |latest, (_, to)| f64::max(latest, to));
        let options = Options { tolerance: Tolerance::relative(1e-8), ..Options::default() };
        let sweep = Sweep::new(&self.model, self.protocol(ruxolitinib, end))
            .readouts(readouts)
            .options(options);
        let outcomes = sweep.run(&conditions)?;
        outcomes
            .iter()
            .map(|outcome| Ok(outcome.readouts().map_err(Clone::clone)?.to_vec()))
            .collect()
    }

    fn protocol(&self, ruxolitinib: Ruxolitinib, end: f64) -> Protocol {
        let start = -PREINCUBATION;
        let at = |time, action| Event { time, action };
        let mut events = match (self.ruxolitinib, ruxolitinib) {
            ((dose, Place::Species { index, loss }), Ruxolitinib::Constant) => vec![
                at(start, Action::SetSpecies(index, Source::Parameter(dose))),
                at(start, Action::SetParameter(loss, Source::Value(0.0))),
            ],
            ((_, Place::Species { index, .. }), Ruxolitinib::Fading(nanomolar)) => {
                vec![at(start, Action::SetSpecies(index, Source::Value(nanomolar)))]
            }
            ((_, Place::Input), Ruxolitinib::Constant) => Vec::new(),
            ((dose, Place::Input), Ruxolitinib::Fading(nanomolar)) => stairs(start, end)
                .map(|(time, left)| {
                    at(time, Action::SetParameter(dose, Source::Value(nanomolar * left)))
                })
                .collect(),
        };
        events.push(self.stimulus);
        let rest = self.absent.iter().map(|&input| (input, 0.0)).collect();
        Protocol { start, end, events, rest: Some(rest) }
    }
}

/// Times from `start` to `end`, and what is then left of the drug, on average until the next.
fn stairs(start: f64, end: f64) -> impl Iterator<Item = (f64, f64)> {
    let loss = super::constants::RUX_DEGRADE.in_seconds();
    let since = (0_u32..).map(|k| f64::from(k) * STAIR);
    since
        .take_while(move |since| start + since < end)
        .map(move |since| (start + since, (-loss * (since + STAIR / 2.0)).exp()))
}
