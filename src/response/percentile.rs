//! Where a share of many results lies.

/// The value below which a share (0 to 1) of the values lies, between two of them in proportion: with the values in
/// order as x₀ … xₙ₋₁, x at (n − 1) · share (type 7 of Hyndman and Fan 1996 Am Stat 50:361).
///
/// None of no values, of values among which is one that is no number, and for a share outside 0 to 1.
///
/// ```
/// use jakstat::response::percentile;
///
/// assert_eq!(percentile(&[3.0, 1.0, 2.0], 0.5), Some(2.0));
/// assert_eq!(percentile(&[0.0, 10.0], 0.95), Some(9.5));
/// assert_eq!(percentile(&[f64::INFINITY; 2], 0.25), Some(f64::INFINITY));
/// assert_eq!(percentile(&[1.0, 2.0, f64::INFINITY], 0.5), Some(2.0));
/// assert_eq!(percentile(&[f64::NAN], 0.5), None);
/// ```
pub fn percentile(values: &[f64], share: f64) -> Option<f64> {
    if !(0.0..=1.0).contains(&share) || values.iter().any(|value| value.is_nan()) {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = share * sorted.len().checked_sub(1)? as f64;
    // At most the number of values, and not negative.
    #[allow(clippy::cast_sign_loss)]
    let low = place as usize;
    let (below, above) = (*sorted.get(low)?, *sorted.get(low + 1).or(sorted.last())?);
    let part = place - low as f64;
    // On a value exactly what is above it does not count, even where that is infinite.
    let between = if part > 0.0 && above > below { below + part * (above - below) } else { below };
    (!between.is_nan()).then_some(between)
}
