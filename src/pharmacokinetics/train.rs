//! Like doses at even intervals, and what is left of them at a time: in closed form, however many.

use super::differences::Differences;
use super::modes::{Amounts, Modes, Site};

/// Like doses at even intervals into one site.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Train {
    /// When the first begins to enter, s.
    pub(super) start: f64,
    /// Amount of each, nmol.
    pub(super) amount: f64,
    /// Where they enter.
    pub(super) site: Site,
    /// How long each takes to enter at a constant rate, s; 0 for all at once.
    pub(super) duration: f64,
    /// From dose to dose, s.
    pub(super) interval: f64,
    /// How many there are from `start` on.
    pub(super) count: u32,
    /// When endlessly many doses before `start` come to be, s; none if there were none.
    pub(super) endless_from: Option<f64>,
}

/// Which side of a time is meant, where something happens at that time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    /// Before it.
    Before,
    /// After it.
    After,
}

impl Moment {
    /// Whether what happens at `event` has happened at `time`.
    fn has(self, event: f64, time: f64) -> bool {
        match self {
            Self::Before => event < time,
            Self::After => event <= time,
        }
    }
}

impl Train {
    /// When the `k`-th dose begins to enter, s; `k` is below zero for those before `start`.
    pub(super) fn begins(&self, k: i64) -> f64 {
        // A single dose may have no interval.
        if k == 0 { self.start } else { self.start + k as f64 * self.interval }
    }

    /// How many doses from `start` on have begun to enter.
    fn begun(&self, time: f64, moment: Moment) -> i64 {
        let count = i64::from(self.count);
        if count == 0 || !moment.has(self.start, time) {
            return 0;
        }
        if count == 1 {
            return 1;
        }
        // The quotient may be off by one in its last bit: look at the neighbours.
        let about = (((time - self.start) / self.interval) as i64).clamp(0, count - 1);
        let last = [about + 1, about, about - 1].into_iter();
        let begun =
            last.filter(|&k| k >= 0 && k < count).find(|&k| moment.has(self.begins(k), time));
        begun.map_or(0, |k| k + 1)
    }

    /// The doses entering at a time, youngest first, and the youngest of those that have entered, if any.
    fn stages(&self, time: f64, moment: Moment) -> Option<Stages> {
        let begun = self.begun(time, moment);
        let endless = self.endless_from.is_some_and(|from| moment.has(from, time));
        if begun == 0 && !endless {
            return None;
        }
        let oldest = if endless { i64::MIN } else { 0 };
        let mut entered = begun - 1;
        while entered >= oldest
            && self.duration > 0.0
            && !moment.has(self.begins(entered) + self.duration, time)
        {
            entered -= 1;
        }
        let count = if endless { None } else { Some(u64::try_from(entered + 1).unwrap_or(0)) };
        Some(Stages { entering: entered + 1..begun, entered, count })
    }

    /// Amounts at a time, nmol.
    pub(super) fn amounts(&self, modes: &Modes, time: f64, moment: Moment) -> Amounts {
        self.with(modes, time, moment, None)
    }

    /// Integrals of the amounts from `time` on over `length`, nmol·s; no dose may begin or end to enter within.
    pub(super) fn integrals(&self, modes: &Modes, time: f64, length: f64) -> Amounts {
        self.with(modes, time, Moment::After, Some(length))
    }

    /// Inflow at a constant rate into the central compartment, nmol/s.
    pub(super) fn inflow(&self, time: f64) -> f64 {
        let entering = self.stages(time, Moment::After).map_or(0..0, |stages| stages.entering);
        let doses = entering.end - entering.start;
        if doses == 0 { 0.0 } else { doses as f64 * self.amount / self.duration }
    }

    fn with(&self, modes: &Modes, time: f64, moment: Moment, over: Option<f64>) -> Amounts {
        let Some(stages) = self.stages(time, moment) else { return Amounts::default() };
        let exponents = modes.exponents(self.site);
        let mut table = Differences::zero(exponents.len());
        for k in stages.entering {
            let elapsed = (time - self.begins(k)).max(0.0);
            let entering = Differences::integral(exponents, elapsed);
            let shape = match over {
                None => entering,
                Some(length) => entering
                    .times(&Differences::integral(exponents, length))
                    .plus(&Differences::double_integral(exponents, length)),
            };
            table = table.plus(&shape.scaled(1.0 / self.duration));
        }
        if stages.count != Some(0) {
            let since = (time - self.begins(stages.entered) - self.duration).max(0.0);
            let mut shape = Differences::decay(exponents, since);
            if self.duration > 0.0 {
                let entry = Differences::integral(exponents, self.duration);
                shape = shape.times(&entry.scaled(1.0 / self.duration));
            }
            if stages.count != Some(1) {
                shape = shape.times(&match stages.count {
                    None => Differences::endless(exponents, self.interval),
                    Some(count) => Differences::repeated(exponents, self.interval, count),
                });
            }
            if let Some(length) = over {
                shape = shape.times(&Differences::integral(exponents, length));
            }
            table = table.plus(&shape);
        }
        let mut amounts = modes.amounts(self.site, &table.scaled(self.amount));
        // A zero dose leaves exact zeros whatever the table holds.
        if self.amount == 0.0 {
            amounts = Amounts::default();
        }
        amounts
    }

    /// A bound on how many doses a window holds.
    pub(super) fn at_most(&self, from: f64, to: f64) -> f64 {
        if self.interval <= 0.0 {
            return f64::from(self.count);
        }
        let fitting = (to - from + self.duration) / self.interval + 2.0;
        if self.endless_from.is_some() { fitting } else { fitting.min(f64::from(self.count)) }
    }

    /// When its doses begin to enter, from `start` on and within a window that holds `from` but not `to`, s.
    pub(super) fn beginnings(&self, from: f64, to: f64) -> Vec<f64> {
        let before = self.begun(from, Moment::Before);
        let all = (before..i64::from(self.count)).map(|k| self.begins(k));
        all.take_while(|&time| time < to).collect()
    }

    /// Times strictly within a window at which a dose begins or ends to enter, s.
    pub(super) fn edges(&self, from: f64, to: f64) -> Vec<f64> {
        let mut edges: Vec<f64> = self.endless_from.into_iter().collect();
        let endless = self.endless_from.is_some_and(|since| since <= to);
        let mut k = i64::from(self.count) - 1;
        if k > 0 {
            k = k.min(((to - self.start) / self.interval).ceil() as i64);
        }
        while k >= 0 || endless {
            let begins = self.begins(k);
            if begins + self.duration <= from {
                break;
            }
            edges.extend([begins, begins + self.duration]);
            k -= 1;
        }
        edges.retain(|&time| time > from && time < to);
        edges
    }
}

/// How far the doses of a train have come.
struct Stages {
    /// Those that are entering.
    entering: core::ops::Range<i64>,
    /// The youngest that has entered, if `count` is not 0.
    entered: i64,
    /// How many have entered; none if endlessly many.
    count: Option<u64>,
}
