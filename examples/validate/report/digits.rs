//! Numbers as the document prints them: three digits at most, so that another machine's last bits change nothing.

/// A number to three digits.
pub(crate) fn three(value: f64) -> String {
    let rounded: f64 = format!("{value:.2e}").parse().unwrap_or(value);
    format!("{rounded}")
}

/// A share in whole percent.
pub(crate) fn percent(fraction: f64) -> String {
    format!("{:.0} %", 100.0 * fraction)
}

/// A share in percent, of which little is told from nothing.
pub(crate) fn share(fraction: f64) -> String {
    if fraction > 0.0 && fraction < 0.001 {
        "< 0.1 %".into()
    } else {
        format!("{} %", three(100.0 * fraction))
    }
}

/// Whether something held.
pub(crate) fn yes(held: bool) -> String {
    if held { "yes" } else { "no" }.into()
}
