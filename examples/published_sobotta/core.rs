//! The IL-6 core of Sobotta et al. 2017 as a network: receptor with JAK1, STAT3, SOCS3; 13 states in two compartments.
//!
//! Ruxolitinib is a fourteenth species, since it is lost in the culture; IL-6 is an input, since nothing uses it up. A
//! rate is measured where its reactants are, so that what crosses between cytosol and nucleus keeps its amount.

use super::constants::{self as published, MINUTE, Published};
use jakstat::network::{Compartment, NetworkError, Parameter, Rule, Species};
use jakstat::prelude::*;
use std::collections::BTreeMap;

/// Names of the inputs: IL-6 in the medium now, and what the stimulus and the pre-incubation set.
pub(crate) const IL6: &str = "IL6";
pub(crate) const IL6_DOSE: &str = "dose.IL6";
pub(crate) const RUXOLITINIB_DOSE: &str = "dose.ruxolitinib";
/// The species of the drug in the medium, nM.
pub(crate) const RUXOLITINIB: &str = "ruxolitinib";
/// Phosphorylated over all STAT3, by amount.
pub(crate) const FRACTION: &str = "pSTAT3 fraction";

const CYTOSOL_OVER_NUCLEUS: f64 = published::VOL_CYT.value / published::VOL_NUC.value;

/// The compiled network, all STAT3 in the cytosol without phosphate and nothing else there yet: its state of rest is to
/// be solved for.
///
/// # Errors
/// Only if a reaction is declared wrongly.
pub(crate) fn model() -> Result<Model, NetworkError> {
    let mut core = Core::new();
    let receptor = core.receptor()?;
    let arriving = core.stat3(receptor[2])?;
    core.socs3(&receptor, arriving)?;
    core.net.compile()
}

struct Core {
    net: Network,
    declared: BTreeMap<&'static str, Parameter>,
    cytosol: Compartment,
    nucleus: Compartment,
    socs3: Species,
}

impl Core {
    fn new() -> Self {
        let mut net = Network::new();
        let cytosol = net.compartment("cytosol", published::VOL_CYT.value.picolitres());
        let nucleus = net.compartment("nucleus", published::VOL_NUC.value.picolitres());
        let socs3 = net.species("SOCS3", cytosol, 0.0.nanomolar());
        Self { net, declared: BTreeMap::new(), cytosol, nucleus, socs3 }
    }

    /// A constant as an input of the model, with time in seconds; declared when first asked for.
    fn constant(&mut self, constant: Published) -> Parameter {
        let net = &mut self.net;
        let declare = || net.parameter(constant.name, constant.in_seconds());
        *self.declared.entry(constant.name).or_insert_with(declare)
    }

    fn species(&mut self, name: &str, place: Compartment) -> Species {
        self.net.species(name, place, 0.0.nanomolar())
    }

    /// What ruxolitinib leaves of JAK1, 1 / (1 + k R), and the drug's own loss.
    fn inhibition(&mut self) -> Result<Rule, NetworkError> {
        // The medium is many cells' worth; what counts is that nothing but its loss changes the drug.
        let medium = self.net.compartment("medium", 1.0.nanolitres());
        let drug = self.net.species(RUXOLITINIB, medium, 0.0.nanomolar());
        self.net.parameter(RUXOLITINIB_DOSE, 0.0);
        let loss = self.constant(published::RUX_DEGRADE);
        self.net.irreversible("loss of ruxolitinib", drug, Network::nothing(), loss)?;
        let potency = self.constant(published::JAK1_INH_RUXOLITINIB);
        Ok(self.net.rule("JAK1 left", 1.0 / (1.0 + potency * drug)))
    }

    /// Three forms of the receptor with JAK1: plain, kinase on, tyrosines phosphorylated.
    fn receptor(&mut self) -> Result<[Species; 3], NetworkError> {
        let left = self.inhibition()?;
        let names = ["JAK1_gp130", "pJAK1_gp130", "pJAK1_pgp130"];
        let forms @ [plain, active, phosphorylated] =
            names.map(|name| self.species(name, self.cytosol));
        let il6 = self.net.parameter(IL6, 0.0);
        self.net.parameter(IL6_DOSE, 0.0);
        let made = self.constant(published::GP130_PRO);
        let lost = self.constant(published::GP130_DEG);
        let basal = self.constant(published::JAK1_ACT_BASAL);
        let driven = self.constant(published::JAK1_ACT_IL6);
        let scale = self.constant(published::SCALE_PGP130);
        let tyrosines = self.constant(published::GP130_ACT_JAK1);
        let off = self.constant(published::JAK1_GP130_DEA);
        let net = &mut self.net;
        net.irreversible("receptor production", Network::nothing(), plain, made)?;
        let activation = (basal + driven * il6) / scale * left;
        net.irreversible("JAK1 activation", plain, active, activation)?;
        net.irreversible("gp130 phosphorylation", active, phosphorylated, tyrosines * left)?;
        for (form, name) in forms.into_iter().zip(names) {
            net.irreversible(format!("degradation of {name}"), form, Network::nothing(), lost)?;
        }
        for (form, name) in forms.into_iter().zip(names).skip(1) {
            net.irreversible(format!("dephosphorylation of {name}"), form, plain, off)?;
        }
        Ok(forms)
    }

    /// STAT3 in the cytosol, phosphorylated there, and in the nucleus, where it loses the phosphate at once; gives the
    /// flux of phosphorylated STAT3 into the nucleus, in nM/s of the nucleus.
    fn stat3(&mut self, receptor: Species) -> Result<Rule, NetworkError> {
        let total = stat3_in_cytosol().nanomolar();
        let plain = self.net.species("STAT3", self.cytosol, total);
        let phosphorylated = self.species("tpSTAT3", self.cytosol);
        let nuclear = self.species("nSTAT3", self.nucleus);
        let turnover = self.constant(published::STAT3_ACT_GP130);
        let scale = self.constant(published::SCALE_PGP130);
        let brake = self.constant(published::STAT3_INH_SOCS3);
        let import = self.constant(published::STAT3_IMP);
        let faster = self.constant(published::F_PSTAT3_IMP);
        let export = self.constant(published::STAT3_EXP);
        let net = &mut self.net;
        let rate = turnover * scale * receptor * plain / (1.0 + brake * self.socs3);
        net.reaction("STAT3 phosphorylation", plain, phosphorylated, Law::formula(rate))?;
        net.irreversible("STAT3 import", plain, nuclear, import)?;
        let inward = net.rule("import of tpSTAT3", import * (1.0 + faster));
        net.irreversible("tpSTAT3 import", phosphorylated, nuclear, inward)?;
        net.irreversible("STAT3 export", nuclear, plain, export)?;
        let all = Expr::from(plain) + phosphorylated + nuclear / CYTOSOL_OVER_NUCLEUS;
        net.rule(FRACTION, Expr::from(phosphorylated) / all);
        Ok(net.rule("tpSTAT3 arriving", CYTOSOL_OVER_NUCLEUS * inward * phosphorylated))
    }

    /// SOCS3: transcription by what arrives in the nucleus, five delays, translation, decay, and its end with receptors.
    fn socs3(&mut self, receptor: &[Species], arriving: Rule) -> Result<(), NetworkError> {
        let transcription = self.constant(published::SOCS3RNA_PRO);
        let exponent = self.constant(published::SOCS3RNA_HILL);
        let delay = self.constant(published::SOCS3RNA_DELAY);
        let decay = self.constant(published::SOCS3RNA_DES);
        let translation = self.constant(published::SOCS3_PRO);
        let loss = self.constant(published::SOCS3_DES);
        let removal = self.constant(published::SOCS3_ASSOC);
        let scale = self.constant(published::SCALE_SOCS3_QPCR);
        let steps = ["nSOCS3RNA1", "nSOCS3RNA2", "nSOCS3RNA3", "nSOCS3RNA4", "nSOCS3RNA5"]
            .map(|name| self.species(name, self.nucleus));
        let messenger = self.species("SOCS3RNA", self.cytosol);
        let (net, socs3) = (&mut self.net, self.socs3);
        // The published constant belongs to a flux per minute.
        let per_minute = MINUTE * arriving;
        let law = Law::formula(transcription / scale * per_minute.pow(exponent));
        net.reaction("SOCS3 transcription", Network::nothing(), steps[0], law)?;
        let next = steps.iter().skip(1).chain([&messenger]);
        for (i, (&step, &next)) in steps.iter().zip(next).enumerate() {
            net.irreversible(format!("SOCS3RNA delay {}", i + 1), step, next, delay)?;
        }
        net.irreversible("SOCS3RNA decay", messenger, Network::nothing(), decay)?;
        let law = Law::formula(translation * scale * messenger);
        net.reaction("SOCS3 translation", Network::nothing(), socs3, law)?;
        net.irreversible("SOCS3 decay", socs3, Network::nothing(), loss)?;
        for (i, &form) in receptor.iter().enumerate() {
            let name = format!("SOCS3 takes receptor form {} with it", i + 1);
            net.irreversible(name, form + socs3, Network::nothing(), removal)?;
        }
        Ok(())
    }
}

/// All STAT3 of the published start as a concentration in the cytosol, nM.
fn stat3_in_cytosol() -> f64 {
    let [plain, phosphorylated, nuclear] = ["STAT3", "tpSTAT3", "nSTAT3"].map(published::start);
    plain + phosphorylated + nuclear / CYTOSOL_OVER_NUCLEUS
}
