//! Numbers with one derivative, for products of the Jacobian with a vector.

use crate::network::{Number, STATES, rates};
use std::array;
use std::ops::{Add, Div, Mul, Sub};

#[derive(Debug, Clone, Copy)]
struct Dual {
    value: f64,
    slope: f64,
}

impl Number for Dual {}

impl Add for Dual {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { value: self.value + other.value, slope: self.slope + other.slope }
    }
}

impl Sub for Dual {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self { value: self.value - other.value, slope: self.slope - other.slope }
    }
}

impl Mul for Dual {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        let slope = self.slope * other.value + self.value * other.slope;
        Self { value: self.value * other.value, slope }
    }
}

impl Div for Dual {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        let value = self.value / other.value;
        Self { value, slope: (self.slope - value * other.slope) / other.value }
    }
}

impl Mul<f64> for Dual {
    type Output = Self;
    fn mul(self, factor: f64) -> Self {
        Self { value: self.value * factor, slope: self.slope * factor }
    }
}

impl Add<f64> for Dual {
    type Output = Self;
    fn add(self, other: f64) -> Self {
        Self { value: self.value + other, ..self }
    }
}

/// The Jacobian at `y`, times `direction`, into `product`.
pub(crate) fn jacobian_times(
    y: &[f64],
    activities: [f64; 2],
    direction: &[f64],
    product: &mut [f64],
) {
    let y: [Dual; STATES] = array::from_fn(|i| Dual { value: y[i], slope: direction[i] });
    let mut duals = y;
    rates(&y, activities, &mut duals);
    for (slope, dual) in product.iter_mut().zip(duals) {
        *slope = dual.slope;
    }
}
