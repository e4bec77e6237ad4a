//! The report as a page.

use crate::report::{Line, Report};
use std::fmt::Write as _;

const ACTIVITIES: [&str; 3] = ["code verification", "calculation verification", "validation"];

/// The page: what holds, on which machine, and each check with its numbers.
pub(crate) fn page(report: &Report) -> String {
    let machine = &report.machine;
    let mut text =
        format!("# Qualification of jakstat {}\n\n**{}**\n\n", machine.jakstat, report.summary());
    let date = machine.date.as_deref().unwrap_or("not given");
    for (what, value) in [
        ("version", machine.jakstat.as_str()),
        ("compiled for", &machine.target),
        ("cores", &machine.cores.to_string()),
        ("code path in use", &machine.code_path),
        ("code paths of this processor", &machine.code_paths.join(", ")),
        ("tables", &machine.tables),
        ("fingerprint of the tables", &machine.tables_fingerprint),
        ("date", date),
    ] {
        let _ = writeln!(text, "- {what}: {value}");
    }
    text += "\nA check passes where the value reached does not exceed its bar; what is not a number never does. The last column\n\
        names the credibility factor of ASME V&V 40-2018 that the check is evidence for. Not run here: other simulators\n\
        (`benches/peers`, `benches/record`) and predictions against measured inhibition (`docs/validation.md`). What the\n\
        library must not be used for, passed or not: `docs/limits.md`.\n";
    for activity in ACTIVITIES {
        let lines: Vec<&Line> =
            report.checks.iter().filter(|line| line.activity == activity).collect();
        let passed = lines.iter().filter(|line| line.verdict == "PASS").count();
        let _ = writeln!(text, "\n## V&V 40 {activity}: {passed} of {}\n", lines.len());
        text += "| verdict | check | compared | reached | bar | factor |\n| --- | --- | --- | --- | --- | --- |\n";
        for line in lines {
            let (reached, bar) = (number(line.reached), number(line.bar));
            let _ = writeln!(
                text,
                "| {} | {} | {} | {reached} | {bar} | {} |",
                line.verdict,
                cell(&line.name),
                cell(&line.compared),
                line.factor
            );
        }
    }
    text
}

/// A number as people read it: three digits, and powers of ten where it is small or large.
pub(crate) fn number(x: f64) -> String {
    match x.abs() {
        0.0 => "0".into(),
        size if (0.01..1e4).contains(&size) => format!("{x:.3}"),
        _ => format!("{x:.2e}"),
    }
}

/// Text inside a table, whatever an error message may hold.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
