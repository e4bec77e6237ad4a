//! What share of the processor's arithmetic does a sweep reach?
//!
//! Counted: floating-point operations per system and step, by solving the reference network on numbers that
//! count. Measured: multiply-adds per second in chains that need nothing but registers, and steps per second
//! in a sweep, by processor time in interleaved rounds on one thread. Printed: medians, and the fraction for each code path.
#![allow(clippy::print_stdout)] // a bench speaks

mod operations;
mod reference;
mod timing;

use core::hint::black_box;
use jakstat::ode::{Kernel, Lane, Run, Sampler, Solver, Watch};
use jakstat::prelude::*;
use operations::{Operations, step};
use reference::{END, Failure, doses, lane_steps, model, options, reached, sweep, times};
use timing::{median, processor_time};

const RELATIVE: f64 = 1e-4;
const POINTS: u32 = 1024;
const ROUNDS: usize = 5;
/// Multiply-adds one after the other in each chain.
const LENGTH: u32 = 1_000_000;

/// `N` chains of multiply-adds side by side: enough of them hide how long one takes.
#[derive(Clone, Copy)]
struct Chains<const N: usize> {
    factor: f64,
    addend: f64,
}

impl<const N: usize> Kernel for Chains<N> {
    /// Lanes, and the last number of each chain in every one of them: what nobody reads is not computed.
    type Output = (usize, Vec<f64>);

    #[inline(always)]
    fn run<L: Lane>(self, zero: L) -> Self::Output {
        let (factor, addend) = (zero.splat(self.factor), zero.splat(self.addend));
        let mut chains = [zero; N];
        // Numbers the compiler does not know, or it would see that all chains are one.
        for number in chains.iter_mut().flat_map(Lane::lanes_mut) {
            *number = black_box(0.0);
        }
        for _ in 0..LENGTH {
            for chain in &mut chains {
                *chain = chain.mul_add(factor, addend);
            }
        }
        (L::WIDTH, chains.iter().flat_map(Lane::lanes).copied().collect())
    }
}

/// GFLOP/s of `N` chains; an error where they do not end at the sum of their geometric series.
fn rate<const N: usize>(path: CodePath) -> Result<f64, Failure> {
    let (factor, addend) = (1.0 - 1e-5, 1e-5);
    let chains = Chains::<N> { factor: black_box(factor), addend: black_box(addend) };
    let (seconds, (lanes, ends)) = processor_time(|| path.run(chains));
    let wrong = |end: &f64| (end - 1.0).abs() > 1e-4 || end.is_nan();
    if let Some(end) = ends.iter().find(|end| wrong(end)) {
        return Err(format!("a chain on {path} ends at {end}, not near 1").into());
    }
    Ok(2e-9 * (lanes * N) as f64 * f64::from(LENGTH) / seconds)
}

/// The best of several numbers of chains: too few wait, too many do not fit the registers.
fn peak(path: CodePath) -> Result<f64, Failure> {
    let rates = [rate::<3>(path)?, rate::<6>(path)?, rate::<12>(path)?];
    Ok(rates.into_iter().fold(0.0, f64::max))
}

/// Floating-point operations per step of one system, all work of the solver included, over eight doses.
fn flop(model: &Model) -> Result<f64, Failure> {
    let weights = model.weights(model.observable("pSTAT")?).ok_or("no sum of states")?;
    let solver = Solver::new(model, options(RELATIVE))?.watching_sums(&[Watch::sum(weights)])?;
    let times: Vec<f64> = times().collect();
    let (mut all, mut steps) = (Operations::default(), 0);
    for k in 0..8 {
        let mut parameters = model.default_parameters();
        parameters[model.parameter("I")?] = 0.01 * 10_f64.powi(k);
        let initial = model.initial(&parameters);
        let run = Run { end: END, initial, parameters, ..Run::default() };
        let (done, taken) = step::solve(&solver, run, Sampler::new(&times, 1))?;
        all = all + done;
        steps += taken;
    }
    let (rates, linearised) = (step::rates(model), step::linearised(model));
    println!("one evaluation of y'          {rates}");
    println!("one linearisation, y' with it {linearised}");
    println!("one step, everything          {}", all / steps);
    Ok(all.flop() as f64 / steps as f64)
}

fn main() -> Result<(), Failure> {
    let model = model()?;
    let flop = flop(&model)?;
    println!("{flop:.0} flop per system and step\n");
    let points = doses(&model, POINTS)?;
    println!("code path     peak GFLOP/s  reached GFLOP/s  fraction  ns per step  error");
    for path in CodePath::available() {
        let options = Options { path, ..options(RELATIVE) };
        let error = reached(&model, &options)?.error;
        if error > RELATIVE {
            return Err(format!("an error of {error:e} on {path}").into());
        }
        let sweep = sweep(&model, options, times())?;
        let mut rounds = Vec::new();
        for _ in 0..ROUNDS {
            let peak = peak(path)?;
            let (seconds, outcomes) = processor_time(|| sweep.run(&points));
            rounds.push([peak, seconds / lane_steps(&outcomes?)?]);
        }
        let peak = median(rounds.iter().map(|[peak, _]| *peak));
        let step = median(rounds.iter().map(|[_, step]| *step));
        let fraction = median(rounds.iter().map(|[peak, step]| 1e-9 * flop / step / peak));
        let reached = 1e-9 * flop / step;
        println!(
            "{:12} {peak:13.1} {reached:16.1} {:8.1}% {:12.1}  {error:.1e}",
            path.to_string(),
            100.0 * fraction,
            1e9 * step,
        );
    }
    Ok(())
}
