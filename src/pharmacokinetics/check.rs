//! Ranges of plain numbers.

use super::PharmacokineticsError;

/// Refuses what is not a positive finite number.
pub(super) fn positive(
    field: &'static str,
    value: f64,
    unit: &'static str,
) -> Result<(), PharmacokineticsError> {
    let allowed = "a positive finite number";
    refuse_unless(value.is_finite() && value > 0.0, field, value, (unit, allowed))
}

/// Refuses what is negative or not finite.
pub(super) fn zero_or_more(
    field: &'static str,
    value: f64,
    unit: &'static str,
) -> Result<(), PharmacokineticsError> {
    let allowed = "zero or a positive finite number";
    refuse_unless(value.is_finite() && value >= 0.0, field, value, (unit, allowed))
}

/// Refuses what is not above 0 and at most 1.
pub(super) fn fraction(field: &'static str, value: f64) -> Result<(), PharmacokineticsError> {
    refuse_unless(value > 0.0 && value <= 1.0, field, value, ("", "above 0 and at most 1"))
}

/// Refuses what lies outside a range, or is no number.
pub(super) fn within(
    field: &'static str,
    value: f64,
    (low, high): (f64, f64),
    words: (&'static str, &'static str),
) -> Result<(), PharmacokineticsError> {
    refuse_unless(value >= low && value <= high, field, value, words)
}

fn refuse_unless(
    fine: bool,
    field: &'static str,
    value: f64,
    (unit, allowed): (&'static str, &'static str),
) -> Result<(), PharmacokineticsError> {
    if fine {
        return Ok(());
    }
    Err(PharmacokineticsError::OutOfRange { field, value, unit, allowed })
}
