//! Divided differences of the exponential, without cancellation.
//!
//! The response of linear compartments is a divided difference of `exp(x t)` over their exponents x: with distinct
//! exponents it is the familiar sum of exponentials, and it stays exact where exponents coincide or almost do, so
//! that `ka = ke` is no special case. Source: `McCurdy`, Ng and Parlett 1984 Math Comp 43:501 (series where the
//! exponents are close together, the recurrence where they are not).

/// Most exponents of one difference: three of the compartments and two zeros for integrals over time.
const MOST: usize = 5;

/// f[x₀, …, xₙ] of f(x) = exp(x t), for t ≥ 0; the order of the exponents does not matter.
///
/// At most five exponents; all are finite. The result is positive.
pub(super) fn exponential(exponents: &[f64], t: f64) -> f64 {
    let mut sorted = [0.0; MOST];
    let count = exponents.len().min(MOST);
    sorted[..count].copy_from_slice(&exponents[..count]);
    let sorted = &mut sorted[..count];
    sorted.sort_unstable_by(f64::total_cmp);
    of_sorted(sorted, t)
}

fn of_sorted(exponents: &[f64], t: f64) -> f64 {
    let (Some(&low), Some(&high)) = (exponents.first(), exponents.last()) else { return 0.0 };
    if exponents.len() == 1 {
        return (low * t).exp();
    }
    if (high - low) * t < 1.0 {
        return close_together(exponents, t);
    }
    let upper = of_sorted(&exponents[1..], t);
    let lower = of_sorted(&exponents[..exponents.len() - 1], t);
    (upper - lower) / (high - low)
}

/// tⁿ exp(x₀ t) Σₖ hₖ(y) / (k + n)! with yᵢ = (xᵢ − x₀) t in 0 to 1 and hₖ the complete symmetric polynomials: every
/// term is positive.
fn close_together(exponents: &[f64], t: f64) -> f64 {
    let low = exponents[0];
    let order = exponents.len() - 1;
    let mut symmetric = [1.0; MOST];
    let mut weight = (1..=order).map(|k| t / k as f64).product::<f64>();
    let mut sum = weight;
    // The terms fall at least as 1/k!: the twentieth is below 1e-18 of the first.
    for k in 1..20 {
        let mut before = 0.0;
        for (polynomial, x) in symmetric.iter_mut().zip(exponents) {
            before += (x - low) * t * *polynomial;
            *polynomial = before;
        }
        weight /= (k + order) as f64;
        sum += symmetric[order] * weight;
    }
    (low * t).exp() * sum
}

#[cfg(test)]
mod tests {
    use super::exponential;
    use approx::assert_relative_eq;

    #[test]
    fn distant_exponents_give_the_sum_of_exponentials() {
        let (a, b, c, t) = (-0.2_f64, -1.7_f64, -0.9_f64, 3.0);
        let exact = (a * t).exp() / ((a - b) * (a - c))
            + (b * t).exp() / ((b - a) * (b - c))
            + (c * t).exp() / ((c - a) * (c - b));
        assert_relative_eq!(exponential(&[a, b, c], t), exact, max_relative = 1e-13);
    }

    #[test]
    fn equal_exponents_give_the_derivative() {
        let exact = 2.5_f64.powi(2) / 2.0 * (-0.8_f64 * 2.5).exp();
        assert_relative_eq!(exponential(&[-0.8; 3], 2.5), exact, max_relative = 1e-15);
    }

    #[test]
    fn nothing_jumps_where_the_way_of_computing_changes() {
        let at = |spread: f64| exponential(&[-1.0, -1.0 - spread / 2.0, -1.0 - spread, 0.0], 1.0);
        assert_relative_eq!(at(1.0 - 1e-12), at(1.0 + 1e-12), max_relative = 1e-11);
        let near = |gap: f64| exponential(&[-0.3, -0.3 - gap], 5.0);
        assert_relative_eq!(near(1e-9), near(0.0), max_relative = 1e-8);
    }

    #[test]
    fn nothing_flows_in_no_time() {
        assert_eq!(exponential(&[-1.0, -2.0], 0.0).to_bits(), 0.0_f64.to_bits());
        assert_eq!(exponential(&[-1.0], 0.0).to_bits(), 1.0_f64.to_bits());
    }
}
