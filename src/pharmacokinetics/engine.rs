//! The same body as species of a network, for pathways that take the drug from it.

use super::modes::{Amounts, Site};
use super::train::{Moment, Train};
use super::{Disposition, Exposure, Individual, PharmacokineticsError};
use crate::network::{Expr, Law, Network, NetworkError, Parameter, Species};
use crate::ode::{Change, Stop};
use crate::units::{Concentration, Quantities, Time};

/// A drug declared in a network.
///
/// Its species hold amounts, as nM in a litre (so nmol), and volumes are parameters: one compiled model serves every
/// patient of a population, since clearances, volumes and rates can be set in a sweep.
#[derive(Debug, Clone, PartialEq)]
pub struct Declared {
    /// Total concentration in plasma, nM; also a rule of the network, "… plasma".
    pub plasma: Expr,
    /// Free concentration in plasma, nM; also a rule of the network, "… free".
    pub free: Expr,
    /// What is yet to be absorbed, nmol.
    pub depot: Option<Species>,
    /// Amount in the central compartment, nmol.
    pub central: Species,
    /// Amount in the peripheral compartment, nmol.
    pub peripheral: Option<Species>,
    /// Inflow at a constant rate, nmol/s, which stops switch on and off.
    pub inflow: Parameter,
    /// Every other parameter, and what it is of a body.
    parameters: Vec<(Parameter, OfBody)>,
}

/// A number of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OfBody {
    CentralVolume,
    Clearance,
    FractionUnbound,
    AbsorptionRate,
    Exchange,
    PeripheralVolume,
}

impl OfBody {
    const fn name(self) -> &'static str {
        match self {
            Self::CentralVolume => "central volume",
            Self::Clearance => "clearance",
            Self::FractionUnbound => "fraction unbound",
            Self::AbsorptionRate => "absorption rate",
            Self::Exchange => "exchange",
            Self::PeripheralVolume => "peripheral volume",
        }
    }

    /// Its value in L, L/s, 1/s or as a fraction; none where the body has no such thing.
    fn of(self, body: &Individual) -> Option<f64> {
        let Disposition { clearance, volume, peripheral, .. } = body.disposition;
        match self {
            Self::CentralVolume => Some(volume.as_litres()),
            Self::Clearance => Some(clearance),
            Self::FractionUnbound => Some(body.fraction_unbound),
            Self::AbsorptionRate => body.absorption.rate(),
            Self::Exchange => peripheral.map(|second| second.exchange),
            Self::PeripheralVolume => peripheral.map(|second| second.volume.as_litres()),
        }
    }
}

impl Individual {
    /// Declares the drug in this body, under names that begin with `name`: no drug is there at first, and
    /// [`Declared::stops`] bring it.
    ///
    /// d(depot)/dt = −ka depot; d(central)/dt = inflow + ka depot − (CL/V + Q/V) central + Q/V₂ peripheral;
    /// d(peripheral)/dt = Q/V central − Q/V₂ peripheral; plasma = central / V; free = fraction unbound · plasma.
    ///
    /// # Errors
    ///
    /// [`NetworkError`] where the network refuses one of the reactions.
    pub fn declare(&self, net: &mut Network, name: &str) -> Result<Declared, NetworkError> {
        let mut parameters = Vec::new();
        let mut number = |net: &mut Network, what: OfBody| {
            let value = what.of(self).unwrap_or(0.0);
            let parameter = net.parameter(format!("{name} {}", what.name()), value);
            parameters.push((parameter, what));
            Expr::from(parameter)
        };
        let body = net.compartment(format!("{name} body"), 1.0.litres());
        let none = 0.0.nanomolar();
        let central = net.species(format!("{name} central"), body, none);
        net.set_scale(central, SCALE);
        let volume = number(net, OfBody::CentralVolume);
        let clearance = number(net, OfBody::Clearance);
        let unbound = number(net, OfBody::FractionUnbound);
        let inflow = net.parameter(format!("{name} inflow"), 0.0);
        let into = Law::formula(inflow);
        net.reaction(format!("{name} inflow"), Network::nothing(), central, into)?.within(body);
        let gone = clearance / volume.clone();
        net.irreversible(format!("{name} elimination"), central, Network::nothing(), gone)?;
        let mut depot = None;
        if self.absorption.rate().is_some() {
            let gut = net.species(format!("{name} depot"), body, none);
            net.set_scale(gut, SCALE);
            let rate = number(net, OfBody::AbsorptionRate);
            net.irreversible(format!("{name} absorption"), gut, central, rate)?;
            depot = Some(gut);
        }
        let mut peripheral = None;
        if self.disposition.peripheral.is_some() {
            let second = net.species(format!("{name} peripheral"), body, none);
            net.set_scale(second, SCALE);
            let exchange = number(net, OfBody::Exchange);
            let other = number(net, OfBody::PeripheralVolume);
            let (outward, inward) = (exchange.clone() / volume.clone(), exchange / other);
            net.reversible(format!("{name} exchange"), central, second, outward, inward)?;
            peripheral = Some(second);
        }
        let plasma = Expr::from(net.rule(format!("{name} plasma"), Expr::from(central) / volume));
        let free = Expr::from(net.rule(format!("{name} free"), unbound * plasma.clone()));
        Ok(Declared { plasma, free, depot, central, peripheral, inflow, parameters })
    }
}

/// Amounts of the order of 1 nmol matter: a tablet holds ten thousand.
const SCALE: Concentration = Concentration::from_nanomolar(1.0);

impl Declared {
    /// The network's parameters for another body with the same compartments and way of absorption, in litres and
    /// seconds: to be set in a run, or named in a sweep.
    pub fn values(&self, body: &Individual) -> Vec<(Parameter, f64)> {
        let value = |&(parameter, what): &(Parameter, OfBody)| Some((parameter, what.of(body)?));
        self.parameters.iter().filter_map(value).collect()
    }

    /// What the doses of an exposure of this body do between two times in s: stops that add what is taken and switch
    /// the inflow. What the body holds of the drug before `from` is added at `from`.
    ///
    /// # Errors
    ///
    /// [`PharmacokineticsError::Window`] where the times are not finite and ascending, or
    /// [`PharmacokineticsError::TooManyDoses`] between them.
    pub fn stops(
        &self,
        exposure: &Exposure,
        from: f64,
        to: f64,
    ) -> Result<Vec<Stop>, PharmacokineticsError> {
        exposure.stretches(Time::from_seconds(from), Time::from_seconds(to))?;
        let mut changes: Vec<(f64, Change)> = Vec::new();
        self.add(&mut changes, from, exposure.amounts(from, Moment::Before));
        let mut switches = vec![from];
        for train in &exposure.trains {
            if train.duration > 0.0 {
                switches.extend(train.edges(from, to));
            } else {
                for time in train.beginnings(from, to) {
                    self.add(&mut changes, time, train.dose());
                }
            }
            if let Some(time) = train.endless_from.filter(|time| (from..to).contains(time)) {
                let before = Train { count: 0, ..*train };
                self.add(&mut changes, time, before.amounts(&exposure.modes, time, Moment::After));
            }
        }
        switches.sort_unstable_by(f64::total_cmp);
        switches.dedup();
        let index = self.inflow.index();
        let set = |time| Change::SetParameter { index, value: exposure.inflow(time) };
        changes.extend(switches.into_iter().map(|time| (time, set(time))));
        changes.sort_by(|a, b| a.0.total_cmp(&b.0));
        Ok(gathered(changes))
    }

    fn add(&self, changes: &mut Vec<(f64, Change)>, time: f64, amounts: Amounts) {
        let parts = [
            (self.depot, amounts.depot),
            (Some(self.central), amounts.central),
            (self.peripheral, amounts.peripheral),
        ];
        for (species, value) in parts {
            if let Some(species) = species.filter(|_| value != 0.0) {
                changes.push((time, Change::AddToState { index: species.index(), value }));
            }
        }
    }
}

impl Train {
    /// One of its doses where it enters, nmol.
    fn dose(&self) -> Amounts {
        match self.site {
            Site::Depot => Amounts { depot: self.amount, ..Amounts::default() },
            Site::Central => Amounts { central: self.amount, ..Amounts::default() },
        }
    }
}

/// One stop for each time; the changes are in order of time.
fn gathered(changes: Vec<(f64, Change)>) -> Vec<Stop> {
    let mut stops: Vec<Stop> = Vec::new();
    for (time, change) in changes {
        match stops.last_mut() {
            Some(stop) if stop.time.total_cmp(&time).is_eq() => stop.changes.push(change),
            _ => stops.push(Stop { time, changes: vec![change] }),
        }
    }
    stops
}
