//! Numbers with so few digits that the last bits of another machine do not show.

/// A number to so many significant digits.
pub(crate) fn significant(value: f64, digits: usize) -> String {
    let rounded = format!("{value:.*e}", digits.saturating_sub(1));
    rounded.parse::<f64>().map_or(rounded, |rounded| rounded.to_string())
}

/// Both ends of an interval, to two digits.
pub(crate) fn interval((low, high): (f64, f64)) -> String {
    format!("{} to {}", significant(low, 2), significant(high, 2))
}
