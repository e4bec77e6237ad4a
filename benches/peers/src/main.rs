//! How long do other libraries of this language take for the reference network, in the same process and at like
//! error?
//!
//! `cargo run --release --manifest-path benches/peers/Cargo.toml --target-dir target/peers` solves it with
//! `ode_solvers`, `diffsol` and `jakstat` on one thread, in interleaved rounds, and prints medians with the error
//! reached, and for each row of another how much less our cheapest row of no larger error takes. The equations
//! of the others are written out by hand; that they are the same is checked first.

mod dual;
mod explicit;
mod implicit;
mod network;
mod ours;

use std::time::Instant;

pub(crate) type Failure = Box<dyn std::error::Error>;

/// End of a solve in seconds, and number of output times.
pub(crate) const END: f64 = 7200.0;
pub(crate) const TIMES: usize = 73;

/// Dose in nM, time in seconds, pSTAT in nM.
const REFERENCE: &str = include_str!("../../../tests/fixtures/il6_sweep_pstat.csv");
const ROUNDS: usize = 5;

/// Output time in seconds, by its number.
pub(crate) fn time(k: usize) -> f64 {
    END * k as f64 / (TIMES - 1) as f64
}

/// So many doses in nM, evenly in their logarithm.
fn doses(count: usize) -> Vec<f64> {
    (0..count).map(|k| 0.01 * 1e7_f64.powf(k as f64 / (count - 1) as f64)).collect()
}

/// Largest |Δ| / max(|y|, 1e-3 nM) over the reference's doses and times.
fn error(rows: &[Vec<f64>]) -> Result<f64, Failure> {
    let mut wanted = REFERENCE.lines().skip(1).map(|row| row.rsplit(',').next()?.parse().ok());
    let mut worst = 0.0_f64;
    for row in rows {
        for k in 0..TIMES {
            let wanted: f64 = wanted.next().flatten().ok_or("the reference is too short")?;
            let error =
                (row.get(k).ok_or("too few times")? - wanted).abs() / wanted.abs().max(1e-3);
            if error.is_nan() {
                return Err("a result is not a number".into());
            }
            if k > 0 {
                worst = worst.max(error);
            }
        }
    }
    Ok(worst)
}

/// Solves a list of doses at a tolerance.
type Solve<'s> = Box<dyn Fn(&[f64], f64) -> Result<Vec<Vec<f64>>, Failure> + 's>;

/// A solver with a tolerance, and what was measured.
struct Row<'s> {
    solver: &'static str,
    solve: &'s Solve<'s>,
    rtol: f64,
    doses: Vec<f64>,
    error: f64,
    microseconds: Vec<f64>,
}

impl Row<'_> {
    fn median(&self) -> f64 {
        let mut sorted = self.microseconds.clone();
        sorted.sort_by(f64::total_cmp);
        sorted[sorted.len() / 2]
    }
}

fn main() -> Result<(), Failure> {
    ours::same_equations()?;
    let model = ours::model()?;
    let each = |solve: fn(f64, f64) -> Result<Vec<f64>, Failure>| -> Solve<'static> {
        Box::new(move |doses, rtol| doses.iter().map(|&dose| solve(dose, rtol)).collect())
    };
    let solvers: [(&str, Solve<'_>, usize, &[f64]); 4] = [
        ("ode_solvers 0.6 Dopri5", each(explicit::dopri5), 8, &[1e-6, 1e-8]),
        ("ode_solvers 0.6 Dop853", each(explicit::dop853), 8, &[1e-6, 1e-8]),
        ("diffsol 0.18 BDF", Box::new(implicit::bdf), 64, &[1e-5, 1e-6, 1e-7, 1e-8]),
        (
            "jakstat Rodas5P",
            Box::new(|doses, rtol| ours::sweep(&model, doses, rtol)),
            512,
            &[1.2e-4, 1e-4, 5e-5, 2e-5, 3e-6, 2.5e-6, 1e-6, 3e-7],
        ),
    ];
    let mut rows = Vec::new();
    for (solver, solve, count, tolerances) in &solvers {
        for &rtol in *tolerances {
            let error = error(&solve(&doses(8), rtol)?)?;
            if error > 1e3 * rtol {
                return Err(format!("{solver}: an error of {error:e} at rtol {rtol:e}").into());
            }
            let (doses, microseconds) = (doses(*count), Vec::new());
            rows.push(Row { solver, solve, rtol, doses, error, microseconds });
        }
    }
    for _ in 0..ROUNDS {
        for row in &mut rows {
            let begin = Instant::now();
            (row.solve)(&row.doses, row.rtol)?;
            let seconds = begin.elapsed().as_secs_f64();
            row.microseconds.push(1e6 * seconds / row.doses.len() as f64);
        }
    }
    println!("solver                    rtol  µs per solve    error  jakstat at no larger error");
    for row in &rows {
        let ours =
            rows.iter().filter(|own| own.solver.starts_with("jakstat") && own.error <= row.error);
        let least = ours.map(Row::median).min_by(f64::total_cmp);
        let time = row.median();
        // Where no row of ours is as precise, there is nothing to compare with.
        let faster = least.map_or("-".into(), |least| format!("{:.1}x", time / least));
        let Row { solver, rtol, error, .. } = row;
        println!("{solver:23} {rtol:7.1e} {time:13.1} {error:8.1e} {faster:>9}");
    }
    Ok(())
}
