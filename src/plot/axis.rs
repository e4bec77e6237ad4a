//! From a number to a pixel, and which numbers are written beside the axis.

use super::text::{grouped, rounded};

/// A labelled place on an axis.
#[derive(Debug, Clone)]
pub(super) struct Tick {
    pub(super) value: f64,
    pub(super) label: String,
}

/// An axis over a range of numbers, laid between two pixels.
#[derive(Debug, Clone)]
pub(super) struct Axis {
    logarithmic: bool,
    low: f64,
    high: f64,
    pixels: (f64, f64),
    pub(super) ticks: Vec<Tick>,
    /// Places between the ticks that get a short line and no number.
    pub(super) between: Vec<f64>,
}

/// A value this much below zero, as a share of the range, is solver noise and gets no room.
const NOISE: f64 = 2e-3;
const ROOM: f64 = 0.04;
/// Over more decades than these the lines between them would run into each other.
const MOST_DECADES: f64 = 6.0;

/// How a number is written beside an axis.
pub(super) type Writing = fn(f64) -> String;

impl Axis {
    /// Decades over all of `values` (all above zero), with a little room at both ends.
    pub(super) fn logarithmic(values: impl Iterator<Item = f64>, writing: Writing) -> Self {
        let (low, high) = range(values.map(f64::log10));
        let (low, high) = if high - low < 0.1 { (low - 0.5, high + 0.5) } else { (low, high) };
        let room = 0.03 * (high - low);
        Self::between_powers(low - room, high + room, writing)
    }

    /// Decades from exactly 10^`low` to exactly 10^`high`.
    pub(super) fn between_powers(low: f64, high: f64, writing: Writing) -> Self {
        let ticks: Vec<Tick> = decades(low, high)
            .into_iter()
            .map(|value| Tick { value, label: writing(value) })
            .collect();
        let between =
            if high - low <= MOST_DECADES { digits_of_decades(low, high) } else { vec![] };
        Self { logarithmic: true, low, high, pixels: (0.0, 1.0), ticks, between }
    }

    /// Zero and all of `values`, with some room beyond the data.
    pub(super) fn from_zero(values: impl Iterator<Item = f64>) -> Self {
        let (low, high) = range(values.chain([0.0]));
        let span = if high > low { high - low } else { 1.0 };
        let room = |size: f64| if size > NOISE * span { size + ROOM * span } else { 0.0 };
        let (low, high) = (-room(-low), room(high));
        let high = if high > low { high } else { low + 1.0 };
        Self::linear(low, high, 1.0, round_step((high - low) / 8.0))
    }

    /// Exactly `low` to `high`, ticks every `step`, numbers shown divided by `unit`.
    pub(super) fn linear(low: f64, high: f64, unit: f64, step: f64) -> Self {
        let first = (low / step - 1e-9).ceil();
        let ticks = (0..32)
            .map(|count| (first + f64::from(count)) * step)
            .take_while(|&value| value <= high + 1e-9 * step)
            .map(|value| Tick { value, label: grouped(&rounded(value / unit, 6)) })
            .collect();
        Self { logarithmic: false, low, high, pixels: (0.0, 1.0), ticks, between: vec![] }
    }

    /// The same axis laid from one pixel to another.
    pub(super) fn laid(mut self, from: f64, to: f64) -> Self {
        self.pixels = (from, to);
        self
    }

    /// The pixel of `value`.
    pub(super) fn at(&self, value: f64) -> f64 {
        let place = if self.logarithmic { value.log10() } else { value };
        let fraction = (place - self.low) / (self.high - self.low);
        self.pixels.0 + fraction * (self.pixels.1 - self.pixels.0)
    }
}

/// Smallest and largest of `values`; both zero where there is none.
pub(super) fn range(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (low, high) = values
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), value| (a.min(value), b.max(value)));
    if low <= high { (low, high) } else { (0.0, 0.0) }
}

/// 1, 2 or 5 times a power of ten, at least `step`.
pub(super) fn round_step(step: f64) -> f64 {
    let power = step.log10().floor();
    let base = power_of_ten(power);
    let factor = [1.0, 2.0, 5.0].into_iter().find(|factor| factor * base >= step * (1.0 - 1e-9));
    factor.unwrap_or(10.0) * base
}

fn decades(low: f64, high: f64) -> Vec<f64> {
    let whole = ((high + 1e-9).floor() - (low - 1e-9).ceil()).max(-1.0) + 1.0;
    let factors: &[f64] = match whole {
        count if count >= 3.0 => &[1.0],
        2.0 => &[1.0, 3.0],
        _ => &[1.0, 2.0, 5.0],
    };
    let every = (whole / 10.0).ceil().max(1.0);
    let mut ticks = vec![];
    let mut power = (low.floor() / every).floor() * every;
    while power <= high + 1e-9 {
        let inside = |value: &f64| (low - 1e-9..=high + 1e-9).contains(&value.log10());
        ticks.extend(factors.iter().map(|factor| factor * power_of_ten(power)).filter(inside));
        power += every;
    }
    ticks
}

/// 2 to 9 times each power of ten, where a logarithmic axis is told from a linear one.
fn digits_of_decades(low: f64, high: f64) -> Vec<f64> {
    let mut places = vec![];
    let mut power = low.floor();
    while power <= high {
        places.extend((2..10).map(|digit| f64::from(digit) * power_of_ten(power)));
        power += 1.0;
    }
    places.retain(|place| (low..=high).contains(&place.log10()));
    places
}

/// 10^`power` for a whole power, correctly rounded, so that a tick at 1000 is exactly 1000.
fn power_of_ten(power: f64) -> f64 {
    format!("1e{power:.0}").parse().unwrap_or_else(|_| libm::pow(10.0, power))
}

#[cfg(test)]
mod tests {
    use super::{Axis, round_step};
    use crate::plot::text::rounded;

    fn values(axis: &Axis) -> Vec<f64> {
        axis.ticks.iter().map(|tick| tick.value).collect()
    }

    #[test]
    fn equal_factors_are_equal_steps_on_a_logarithmic_axis() {
        let axis = Axis::logarithmic([0.1, 1e4].into_iter(), |v| rounded(v, 3)).laid(100.0, 900.0);
        let steps: Vec<f64> =
            [0.1, 1.0, 10.0, 100.0].map(|dose| axis.at(dose * 10.0) - axis.at(dose)).to_vec();
        assert!(steps.iter().all(|step| (step - steps[0]).abs() < 1e-9 && *step > 100.0));
        assert_eq!(values(&axis), [0.1, 1.0, 10.0, 100.0, 1e3, 1e4]);
    }

    #[test]
    fn a_short_logarithmic_axis_has_ticks_between_decades() {
        let axis = Axis::logarithmic([20.0, 90.0].into_iter(), |v| rounded(v, 3));
        assert_eq!(values(&axis), [20.0, 50.0]);
    }

    #[test]
    fn one_dose_alone_has_an_axis_around_it() {
        let axis = Axis::logarithmic([10.0].into_iter(), |v| rounded(v, 3)).laid(0.0, 1.0);
        assert!((axis.at(10.0) - 0.5).abs() < 1e-12);
    }

    #[test]
    fn a_linear_axis_starts_at_zero_and_ends_a_little_above_the_data() {
        let axis = Axis::from_zero([3.0, 9.3].into_iter()).laid(500.0, 0.0);
        assert_eq!(values(&axis), [0.0, 2.0, 4.0, 6.0, 8.0]);
        assert!((axis.at(0.0) - 500.0).abs() < 1e-12 && (15.0..25.0).contains(&axis.at(9.3)));
        let nothing = Axis::from_zero([0.0].into_iter()).laid(0.0, 1.0);
        assert!(nothing.at(0.0).abs() < 1e-12 && nothing.at(1.0) <= 1.0);
    }

    #[test]
    fn below_zero_is_shown_but_solver_noise_gets_no_room() {
        let below = Axis::from_zero([-4.0, 9.0].into_iter()).laid(500.0, 0.0);
        assert_eq!(values(&below), [-4.0, -2.0, 0.0, 2.0, 4.0, 6.0, 8.0]);
        assert!(below.at(-4.0) < 490.0);
        let noise = Axis::from_zero([-1e-15, 1.0].into_iter()).laid(500.0, 0.0);
        assert!((noise.at(0.0) - 500.0).abs() < 1e-12);
    }

    #[test]
    fn short_lines_stand_between_the_decades() {
        let axis = Axis::logarithmic([1.0, 100.0].into_iter(), |v| rounded(v, 3));
        assert_eq!(axis.between.len(), 1 + 8 + 8, "{:?}", axis.between);
        let wide = Axis::logarithmic([1e-9, 1e9].into_iter(), |v| rounded(v, 3));
        assert!(wide.between.is_empty());
    }

    #[test]
    fn steps_are_round() {
        for (step, expected) in [(0.9, 1.0), (1.1, 2.0), (3.0, 5.0), (7.0, 10.0), (0.002, 0.002)] {
            assert!((round_step(step) / expected - 1.0).abs() < 1e-12);
        }
    }
}
