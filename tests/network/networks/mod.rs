//! What the tests of compiled networks share: evaluating a model on one code path, random states, a
//! network with every law.
#![allow(dead_code, unreachable_pub)] // each test uses some of it

pub mod dual;
pub mod every_law;
pub mod il6;
pub mod written;

use jakstat::network::Model;
use jakstat::ode::{CodePath, Frame, Kernel, Lane, Layout, System};

/// Everything a solver reads off a model at one point.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Evaluated {
    pub rates: Vec<f64>,
    pub rates_again: Vec<f64>,
    pub jacobian: Vec<f64>,
    pub slope: Vec<f64>,
}

impl Evaluated {
    pub fn bits(&self) -> Vec<u64> {
        let all = [&self.rates, &self.rates_again, &self.jacobian, &self.slope];
        all.into_iter().flatten().map(|x| x.to_bits()).collect()
    }
}

struct Evaluate<'a> {
    model: &'a Model,
    points: &'a [Point],
}

/// Time, states and inputs.
#[derive(Debug, Clone)]
pub struct Point {
    pub t: f64,
    pub y: Vec<f64>,
    pub inputs: Vec<f64>,
}

impl Kernel for Evaluate<'_> {
    type Output = Vec<Evaluated>;

    #[inline(always)]
    fn run<L: Lane>(self, zero: L) -> Self::Output {
        let model = self.model;
        let layout = Layout::of(model);
        let n = layout.states;
        let mut done = Vec::new();
        for group in self.points.chunks(L::WIDTH) {
            let mut values = vec![zero; layout.len()];
            for lane in 0..L::WIDTH {
                let point = &group[lane.min(group.len() - 1)];
                let mut parameters = point.inputs.clone();
                parameters.resize(layout.parameters, 0.0);
                model.prepare(point.t, &mut parameters);
                let filled = parameters.iter().chain(&point.y).chain([&point.t]);
                for (wide, &x) in values.iter_mut().zip(filled) {
                    wide.lanes_mut()[lane] = x;
                }
            }
            let (mut rates, mut again, mut slope) = (vec![zero; n], vec![zero; n], vec![zero; n]);
            let mut jacobian = vec![zero; model.pattern().len()];
            model.rates(&mut Frame::new(&mut values, layout), &mut again);
            let mut frame = Frame::new(&mut values, layout);
            model.linearise(&mut frame, &mut rates, &mut jacobian, &mut slope);
            for lane in 0..group.len() {
                let read = |all: &[L]| all.iter().map(|x| x.lanes()[lane]).collect();
                done.push(Evaluated {
                    rates: read(&rates),
                    rates_again: read(&again),
                    jacobian: read(&jacobian),
                    slope: read(&slope),
                });
            }
        }
        done
    }
}

pub fn evaluate_on(path: CodePath, model: &Model, points: &[Point]) -> Vec<Evaluated> {
    path.run(Evaluate { model, points })
}

pub fn evaluate(model: &Model, point: &Point) -> Evaluated {
    evaluate_on(CodePath::Unfused, model, core::slice::from_ref(point)).remove(0)
}

/// Numbers from 0 to 1, always the same ones.
#[derive(Debug)]
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn roll(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }
}
