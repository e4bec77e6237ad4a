//! The report as data: the machine, and a line for each check.

use crate::checks::Check;
use crate::machine::Machine;
use serde::{Serialize, Serializer};

/// Everything that was found, as it is written as JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Report {
    pub(crate) machine: Machine,
    pub(crate) verdict: &'static str,
    pub(crate) passed: usize,
    pub(crate) checks: Vec<Line>,
}

/// A check with its verdict.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Line {
    pub(crate) verdict: &'static str,
    pub(crate) name: String,
    pub(crate) compared: String,
    #[serde(serialize_with = "number")]
    pub(crate) reached: f64,
    #[serde(serialize_with = "number")]
    pub(crate) bar: f64,
    /// The activity of V&V 40 that it serves, and the credibility factor.
    pub(crate) activity: &'static str,
    pub(crate) factor: &'static str,
}

impl Report {
    pub(crate) fn new(machine: Machine, checks: &[Check]) -> Self {
        let passed = checks.iter().filter(|check| check.passes()).count();
        // A report on nothing is no good report.
        let all = !checks.is_empty() && passed == checks.len();
        let line = |check: &Check| Line {
            verdict: check.verdict(),
            name: check.name.clone(),
            compared: check.compared.clone(),
            reached: check.reached,
            bar: check.bar,
            activity: check.factor.activity(),
            factor: check.factor.name(),
        };
        let verdict = if all { "PASS" } else { "FAIL" };
        Self { machine, verdict, passed, checks: checks.iter().map(line).collect() }
    }

    /// `PASS: 31 of 31 checks`.
    pub(crate) fn summary(&self) -> String {
        format!("{}: {} of {} checks", self.verdict, self.passed, self.checks.len())
    }
}

/// A finite number as it is, the others as `NaN`, `inf` and `-inf`, for which JSON has no sign.
#[allow(clippy::trivially_copy_pass_by_ref)] // serde hands out a reference
fn number<S: Serializer>(x: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if x.is_finite() { serializer.serialize_f64(*x) } else { serializer.collect_str(x) }
}
