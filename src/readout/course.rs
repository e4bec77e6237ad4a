//! How an observable runs through a part of a step: rising, falling, rising again.

use super::series::{DENSE, NODES, Series, node};

/// Times that a part is halved at most, until its series converges; at a kink nothing else ends it.
const HALVINGS: u32 = 10;
/// Parts shorter than this share of the time are not halved: the time itself has too few digits there.
const SHORTEST: f64 = 1e-8;

/// What is known of an observable within a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A sum of states, so a polynomial as they are.
    Sum,
    /// Anything.
    Rule,
}

/// A time in seconds and the observable's value there.
pub(super) type Point = (f64, f64);

/// A part of a course over which the observable only rises or only falls.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limb {
    pub(super) start: Point,
    pub(super) end: Point,
    /// In between; `None` for a jump.
    between: Option<Between>,
}

/// Where on a series a limb lies.
#[derive(Debug, Clone, Copy)]
struct Between {
    series: Series,
    /// Times at which the series is at −1 and 1.
    times: (f64, f64),
    places: (f64, f64),
}

/// The limbs of an observable through a part of a step, one after the other, and its integral.
#[derive(Debug, Clone, Default)]
pub(super) struct Course {
    pub(super) limbs: Vec<Limb>,
    /// In the observable's unit times seconds.
    pub(super) area: f64,
    is_finite: bool,
}

impl Course {
    /// A change at `time`, of the value `before` to that after it.
    pub(super) fn jump(time: f64, before: f64, after: f64) -> Self {
        let limb = Limb { start: (time, before), end: (time, after), between: None };
        Self { limbs: vec![limb], area: 0.0, is_finite: (before - after).is_finite() }
    }

    /// The course of `value`, a function of time, through `from` to `to`, in place of this one.
    pub(super) fn follow(
        &mut self,
        (from, to): (f64, f64),
        kind: Kind,
        value: &mut impl FnMut(f64) -> f64,
    ) {
        self.limbs.clear();
        (self.area, self.is_finite) = (0.0, true);
        self.part((from, to), (kind, HALVINGS), value);
    }

    /// Whether the observable is a number all along.
    pub(super) fn is_finite(&self) -> bool {
        self.is_finite
    }

    fn part(
        &mut self,
        (from, to): (f64, f64),
        (kind, halvings): (Kind, u32),
        value: &mut impl FnMut(f64) -> f64,
    ) {
        let mut values = [0.0; NODES];
        for (index, sample) in values.iter_mut().enumerate() {
            *sample = value(moment((from, to), node(index)));
        }
        let series = match kind {
            Kind::Sum => Series::through(&values).of_degree(DENSE),
            Kind::Rule => Series::through(&values),
        };
        let long = to - from > SHORTEST * from.abs().max(to.abs());
        if kind == Kind::Rule && halvings > 0 && long && !series.has_converged() {
            let middle = 0.5 * (from + to);
            self.part((from, middle), (kind, halvings - 1), value);
            self.part((middle, to), (kind, halvings - 1), value);
            return;
        }
        self.is_finite &= series.is_finite();
        self.area += 0.5 * (to - from) * series.integral();
        let turns = series.turns();
        let mut start = ((from, values[0]), -1.0);
        for place in turns.as_slice().iter().copied().chain([1.0]) {
            let end = if place < 1.0 {
                (moment((from, to), place), series.value(place))
            } else {
                (to, values[NODES - 1])
            };
            let between = Between { series, times: (from, to), places: (start.1, place) };
            self.limbs.push(Limb { start: start.0, end, between: Some(between) });
            start = (end, place);
        }
    }
}

impl Limb {
    /// Duration, in seconds.
    pub(super) fn duration(&self) -> f64 {
        self.end.0 - self.start.0
    }

    /// The time at which it crosses `level`, which lies between the values at its ends.
    pub(super) fn crossing(&self, level: f64) -> f64 {
        self.between.map_or(self.start.0, |Between { series, times, places }| {
            let place = series.crossing(level, (places.0, self.start.1), (places.1, self.end.1));
            moment(times, place)
        })
    }
}

/// The time at a place between −1 and 1; the first and the last bit for bit.
fn moment((from, to): (f64, f64), place: f64) -> f64 {
    0.5 * ((1.0 - place) * from + (1.0 + place) * to)
}

#[cfg(test)]
mod tests {
    use super::{Course, Kind};

    #[test]
    fn a_kink_is_closed_in_upon() {
        let mut course = Course::default();
        course.follow((0.0, 3.0), Kind::Rule, &mut |t: f64| (t - 1.0).max(0.0));
        assert!((course.area - 2.0).abs() < 1e-6, "{}", course.area);
        assert!(course.is_finite());
        course.follow((0.0, 3.0), Kind::Rule, &mut |t: f64| (t - 1.0).sqrt());
        assert!(!course.is_finite());
    }

    #[test]
    fn times_without_digits_between_them_end_the_search() {
        let mut course = Course::default();
        // A step in which only a few times can be told apart.
        let (from, to) = (1.0, 1.0 + 1e-14);
        course.follow((from, to), Kind::Rule, &mut |t: f64| (1e14 * (t - 1.0)).exp());
        assert!(course.limbs.len() < 8, "{}", course.limbs.len());
        course.follow((from, to), Kind::Sum, &mut |t: f64| (1e14 * (t - 1.0)).exp());
        assert!(course.limbs.len() < 5, "{}", course.limbs.len());
    }

    #[test]
    fn limbs_join_and_end_where_the_course_does() {
        let mut course = Course::default();
        course.follow((0.1, 7.3), Kind::Rule, &mut |t: f64| (2.0 * t).sin());
        let rises: Vec<bool> = course.limbs.iter().map(|limb| limb.end.1 > limb.start.1).collect();
        // At π/4 and every π/2 from there.
        assert_eq!(rises.windows(2).filter(|pair| pair[0] != pair[1]).count(), 5);
        let ends = (course.limbs[0].start.0, course.limbs[course.limbs.len() - 1].end.0);
        assert_eq!((ends.0.to_bits(), ends.1.to_bits()), (0.1f64.to_bits(), 7.3f64.to_bits()));
        for pair in course.limbs.windows(2) {
            assert_eq!(pair[0].end.0.to_bits(), pair[1].start.0.to_bits());
        }
    }
}
