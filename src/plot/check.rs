//! Whether numbers have a place on an axis.

use super::PlotError;

const LARGEST: f64 = 1e100;
const SMALLEST_ABOVE_ZERO: f64 = 1e-100;

/// Finite numbers of a magnitude that an axis can hold.
pub(super) fn finite(field: &str, values: &[f64]) -> Result<(), PlotError> {
    for (index, &value) in values.iter().enumerate() {
        if !value.is_finite() {
            return Err(PlotError::NotFinite { field: field.to_owned(), index, value });
        }
        if value.abs() > LARGEST || (value != 0.0 && value.abs() < SMALLEST_ABOVE_ZERO) {
            return Err(PlotError::OutOfRange { field: field.to_owned(), index, value });
        }
    }
    Ok(())
}

/// Finite numbers above zero.
pub(super) fn positive(field: &str, values: &[f64]) -> Result<(), PlotError> {
    finite(field, values)?;
    match values.iter().position(|&value| value <= 0.0) {
        Some(index) => {
            Err(PlotError::NotPositive { field: field.to_owned(), index, value: values[index] })
        }
        None => Ok(()),
    }
}

/// Each number more than the one before it.
pub(super) fn increasing(field: &str, values: &[f64]) -> Result<(), PlotError> {
    match values.windows(2).position(|pair| pair[1] <= pair[0]) {
        Some(before) => {
            let index = before + 1;
            Err(PlotError::NotIncreasing { field: field.to_owned(), index, value: values[index] })
        }
        None => Ok(()),
    }
}

/// As many entries as the list they belong to.
pub(super) fn length(field: &str, found: usize, expected: usize) -> Result<(), PlotError> {
    if found == expected {
        Ok(())
    } else {
        Err(PlotError::Length { field: field.to_owned(), expected, found })
    }
}

/// No lower bound above its upper bound.
pub(super) fn ordered(field: &str, lower: &[f64], upper: &[f64]) -> Result<(), PlotError> {
    match lower.iter().zip(upper).position(|(low, high)| low > high) {
        Some(index) => Err(PlotError::Inverted {
            field: field.to_owned(),
            index,
            lower: lower[index],
            upper: upper[index],
        }),
        None => Ok(()),
    }
}

/// Something to draw.
pub(super) fn some<T>(what: &str, items: &[T], missing: &'static str) -> Result<(), PlotError> {
    if items.is_empty() { Err(PlotError::Empty { what: what.to_owned(), missing }) } else { Ok(()) }
}
