//! Running this program under callgrind, twice, and what the runs differ by.

use crate::reference::{Failure, at_start, lane_steps, model, options, reached, sweep, times};
use core::hint::black_box;
use jakstat::ode::{Evaluator, Frame, Kernel, Lane, Layout, System};
use jakstat::prelude::*;
use std::process::Command;

/// What is counted: y′, y′ with its derivatives, and a whole step of a sweep with its 73 output times.
pub(crate) const KERNELS: [&str; 3] = ["rates", "linearise", "step"];

const RELATIVE: f64 = 1e-4;

/// Work of the smaller run and of the larger: evaluations, or points.
const EVALUATIONS: [usize; 2] = [200, 2200];
const POINTS: [usize; 2] = [16, 48];

/// Instructions of one system at one step or evaluation, and the code path.
pub(crate) struct Counted {
    pub(crate) per_item: f64,
    pub(crate) on: String,
}

/// Instructions of `kernel`, from the difference of two runs.
pub(crate) fn count(kernel: &str) -> Result<Counted, Failure> {
    let work = if kernel == "step" { POINTS } else { EVALUATIONS };
    let [less, more] = work.map(|amount| under_callgrind(kernel, amount));
    let (less, more) = (less?, more?);
    let per_item = (more.instructions - less.instructions) / (more.items - less.items);
    Ok(Counted { per_item, on: more.on })
}

struct Run {
    instructions: f64,
    /// Systems times steps or evaluations.
    items: f64,
    on: String,
}

fn under_callgrind(kernel: &str, amount: usize) -> Result<Run, Failure> {
    let file = std::env::temp_dir().join(format!("jakstat-counts-{}", std::process::id()));
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--quiet"])
        .arg(format!("--callgrind-out-file={}", file.display()))
        .arg(std::env::current_exe()?)
        .args(["child", kernel, &amount.to_string()])
        .output()?;
    if !output.status.success() {
        return Err(format!("valgrind: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let written = std::fs::read_to_string(&file)?;
    std::fs::remove_file(&file)?;
    let total = written.lines().find_map(|line| line.strip_prefix("totals: "));
    let instructions = total.ok_or("callgrind wrote no totals")?.trim().parse()?;
    let said = String::from_utf8(output.stdout)?;
    let (items, on) = said.trim().split_once(' ').ok_or("the child said nothing")?;
    Ok(Run { instructions, items: items.parse()?, on: on.into() })
}

/// Does the work that is counted, checks it, and prints how many systems took how many steps in all, and on
/// which code path.
pub(crate) fn child(arguments: &[String]) -> Result<(), Failure> {
    let [kernel, amount, ..] = arguments else { return Err("child KERNEL AMOUNT".into()) };
    let (amount, model, path) = (amount.parse()?, model()?, CodePath::best());
    let items = match kernel.as_str() {
        "step" => solved(&model, amount)?,
        "rates" => evaluated(path, Evaluations { model: &model, amount, derivatives: None })?,
        "linearise" => {
            let derivatives = Some(model.pattern().len());
            evaluated(path, Evaluations { model: &model, amount, derivatives })?
        }
        _ => return Err(format!("no kernel {kernel}").into()),
    };
    println!("{items} {path}");
    Ok(())
}

/// Solves so many points that are all alike, so that no lane waits for another.
fn solved(model: &Model, amount: usize) -> Result<f64, Failure> {
    let error = reached(model, &options(RELATIVE))?.error;
    if error > RELATIVE {
        return Err(format!("an error of {error:e} at a tolerance of {RELATIVE:e}").into());
    }
    let points = Conditions::single().vary(model, "ATP", &vec![2e6; amount])?;
    lane_steps(&sweep(model, options(RELATIVE), times())?.run(&points)?)
}

/// Evaluations on all lanes, which must agree with plain numbers.
fn evaluated(path: CodePath, work: Evaluations<'_>) -> Result<f64, Failure> {
    let model = work.model;
    let parameters = model.default_parameters();
    let y = model.initial(&parameters);
    let mut wanted = vec![0.0; y.len()];
    Evaluator::of_inputs(model, &parameters, 0.0).rates(0.0, &y, &mut wanted);
    let (items, found) = path.run(work);
    let far = |(found, y): (&f64, &f64)| (found - y).abs() > 1e-9 * y.abs().max(1e-9);
    match found.iter().zip(&wanted).find(|&pair| far(pair)) {
        Some((found, y)) => Err(format!("a rate of {found:e}, not {y:e}").into()),
        None => Ok(items),
    }
}

/// So many evaluations of y′ at the start, with that many derivatives where they are wanted.
struct Evaluations<'m> {
    model: &'m Model,
    amount: usize,
    derivatives: Option<usize>,
}

impl Kernel for Evaluations<'_> {
    /// Systems times evaluations, and y′ of the first.
    type Output = (f64, Vec<f64>);

    #[inline(always)]
    fn run<L: Lane>(self, zero: L) -> Self::Output {
        let Self { model, amount, derivatives } = self;
        let layout = Layout::of(model);
        let mut values = at_start(model, zero);
        let (mut rates, mut slope) = (vec![zero; layout.states], vec![zero; layout.states]);
        let mut jacobian = vec![zero; derivatives.unwrap_or(0)];
        for _ in 0..amount {
            let mut frame = Frame::new(black_box(&mut values), layout);
            if derivatives.is_some() {
                model.linearise(&mut frame, &mut rates, black_box(&mut jacobian), &mut slope);
            } else {
                model.rates(&mut frame, &mut rates);
            }
            black_box(&mut rates);
        }
        ((L::WIDTH * amount) as f64, rates.iter().map(|rate| rate.lanes()[0]).collect())
    }
}
