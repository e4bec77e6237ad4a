//! Numbers as the document prints them: three digits at most, so that another machine's last bits change nothing.

/// What the solver may leave of nothing.
const NOTHING: f64 = 1e-12;

/// A number to three digits.
pub(crate) fn three(value: f64) -> String {
    if value.abs() < NOTHING { "0".into() } else { significant(value, 3) }
}

/// A number to so many significant digits.
pub(crate) fn significant(value: f64, digits: usize) -> String {
    let rounded = format!("{value:.*e}", digits.saturating_sub(1));
    rounded.parse::<f64>().map_or(rounded, |rounded| rounded.to_string())
}

/// Both ends of an interval, to two digits.
pub(crate) fn interval((low, high): (f64, f64)) -> String {
    format!("{} to {}", significant(low, 2), significant(high, 2))
}

/// A share in whole percent.
pub(crate) fn percent(fraction: f64) -> String {
    format!("{:.0} %", 100.0 * fraction)
}

/// A share in percent, of which little is told from nothing.
pub(crate) fn share(fraction: f64) -> String {
    match fraction.abs() {
        size if size < NOTHING => "0 %".into(),
        size if size < 0.001 => "< 0.1 %".into(),
        _ => format!("{} %", three(100.0 * fraction)),
    }
}

/// Whether something held.
pub(crate) fn yes(held: bool) -> String {
    if held { "yes" } else { "no" }.into()
}
