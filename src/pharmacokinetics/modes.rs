//! How a body's compartments answer a dose: exponents, and amounts from tables of divided differences.

use super::differences::Differences;
use super::{Disposition, Individual, Peripheral};

/// Where a dose enters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Site {
    Depot,
    Central,
}

/// Amounts in the compartments, nmol; or their integrals over a time, nmol·s.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Amounts {
    pub(super) depot: f64,
    pub(super) central: f64,
    pub(super) peripheral: f64,
}

impl Amounts {
    pub(super) fn add(&mut self, other: Self) {
        self.depot += other.depot;
        self.central += other.central;
        self.peripheral += other.peripheral;
    }
}

/// The exponents of a body and what turns their divided differences into amounts.
///
/// With k = CL/V, k₁₂ = Q/V, k₂₁ = Q/V₂ the amount in the central compartment after a unit dose there has the
/// transform (s + k₂₁) / ((s + α)(s + β)), α ≥ k₂₁ ≥ β (Gibaldi and Perrier, Pharmacokinetics, 2nd edition, 1982,
/// chapter 2). That is f[−α] + (k₂₁ − β) f[−β, −α] of f = exp(x t): both terms are positive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Modes {
    /// −β, −α, −ka; or −k, −ka.
    exponents: [f64; 3],
    /// How many of them are of the disposition.
    own: usize,
    /// k₂₁ − β.
    gain: f64,
    /// k₁₂, 1/s.
    outward: f64,
    /// k₂₁, 1/s.
    inward: f64,
    /// k, 1/s.
    elimination: f64,
    /// ka, 1/s; 0 without a depot.
    absorption: f64,
}

impl Modes {
    pub(super) fn of(body: &Individual) -> Self {
        let absorption = body.absorption.rate().unwrap_or(0.0);
        let Disposition { clearance, volume, peripheral, .. } = body.disposition;
        let elimination = clearance / volume.as_litres();
        let Some(Peripheral { exchange, volume: second }) = peripheral else {
            return Self {
                exponents: [-elimination, -absorption, 0.0],
                own: 1,
                gain: 0.0,
                outward: 0.0,
                inward: 0.0,
                elimination,
                absorption,
            };
        };
        let (outward, inward) = (exchange / volume.as_litres(), exchange / second.as_litres());
        // α and β solve s² − (k + k₁₂ + k₂₁) s + k k₂₁ = 0; each difference is taken where it does not cancel.
        let middle = (elimination + outward + inward) / 2.0;
        let tilt = (elimination + outward - inward) / 2.0;
        let spread = tilt.hypot((outward * inward).sqrt());
        let fast = middle + spread;
        let slow = elimination * inward / fast;
        let gain = if tilt > 0.0 { outward * inward / (spread + tilt) } else { spread - tilt };
        Self {
            exponents: [-slow, -fast, -absorption],
            own: 2,
            gain,
            outward,
            inward,
            elimination,
            absorption,
        }
    }

    /// The exponents that a dose at a site calls upon.
    pub(super) fn exponents(&self, site: Site) -> &[f64] {
        let count = match site {
            Site::Central => self.own,
            Site::Depot => self.own + 1,
        };
        &self.exponents[..count]
    }

    /// Amounts after a dose of 1 nmol at a site, from the table of what happened to it.
    pub(super) fn amounts(&self, site: Site, table: &Differences) -> Amounts {
        let last = self.own - 1;
        let central = |end: usize| {
            // The first exponent is left out of the one part, and weighs the other.
            let direct = if last == 0 { table.entry(0, end) } else { table.entry(1, end) };
            if last == 0 { direct } else { direct + self.gain * table.entry(0, end) }
        };
        match site {
            Site::Central => Amounts {
                depot: 0.0,
                central: central(last),
                peripheral: self.outward * table.entry(0, last),
            },
            Site::Depot => Amounts {
                depot: table.entry(last + 1, last + 1),
                central: self.absorption * central(last + 1),
                peripheral: self.absorption * self.outward * table.entry(0, last + 1),
            },
        }
    }

    /// How fast the central amount changes, nmol/s, with a constant inflow in nmol/s.
    pub(super) fn slope(&self, amounts: Amounts, inflow: f64) -> f64 {
        inflow + self.absorption * amounts.depot + self.inward * amounts.peripheral
            - (self.elimination + self.outward) * amounts.central
    }
}
