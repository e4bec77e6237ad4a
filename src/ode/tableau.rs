//! Coefficients of the Rosenbrock-Wanner methods.
//!
//! In the transformed form of Hairer & Wanner, *Solving Ordinary Differential Equations II*, IV.7:
//!
//! ```text
//! (1/(γh) I − J) Uᵢ = f(t + cᵢh, y + Σⱼ aᵢⱼUⱼ) + (1/h) Σⱼ Cᵢⱼ Uⱼ + h dᵢ ∂f/∂t
//! y₁ = y + Σⱼ aₛⱼUⱼ + Uₛ,   error = Uₛ
//! ```
//!
//! and, inside a step, with kₘ = Σⱼ `dense`ₘⱼ Uⱼ and θ from 0 to 1,
//! y(θ) = (1−θ) y₀ + θ (y₁ + (1−θ)(k₁ + θ(k₂ + θ k₃))).

/// One method.
#[derive(Debug)]
pub(super) struct Tableau {
    /// Order of the solution.
    pub(super) order: u32,
    pub(super) gamma: f64,
    /// Position of each stage in the step.
    pub(super) c: &'static [f64],
    /// Weight of ∂f/∂t in each stage.
    pub(super) d: &'static [f64],
    /// Row i: weights of the earlier stages in the argument of f.
    pub(super) a: &'static [&'static [f64]],
    /// Row i: weights of the earlier stages on the right-hand side.
    pub(super) coupling: &'static [&'static [f64]],
    /// Rows k₁, k₂, … of the dense output.
    pub(super) dense: &'static [&'static [f64]],
}

impl Tableau {
    /// Number of stages.
    pub(super) const fn stages(&self) -> usize {
        self.c.len()
    }

    /// Whether the argument of f in a stage is that of the stage before plus its vector.
    pub(super) fn extends(&self, stage: usize) -> bool {
        match self.a.get(..=stage) {
            Some([.., before, this]) => this.split_last() == Some((&1.0, before)),
            _ => false,
        }
    }
}

/// Hairer & Wanner, *Solving Ordinary Differential Equations II*, code RODAS, METH = 1. Dense output of order 3.
pub(super) static RODAS4: Tableau = Tableau {
    order: 4,
    gamma: 0.25,
    c: &[0.0, 0.386, 0.21, 0.63, 1.0, 1.0],
    d: &[0.25, -0.1043, 0.1035, -0.03620000000000023, 0.0, 0.0],
    a: &[
        &[],
        &[1.544],
        &[0.9466785280815826, 0.2557011698983284],
        &[3.314825187068521, 2.896124015972201, 0.9986419139977817],
        &[1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895],
        &[1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895, 1.0],
    ],
    coupling: &[
        &[],
        &[-5.6688],
        &[-2.430093356833875, -0.2063599157091915],
        &[-0.1073529058151375, -9.594562251023355, -20.47028614809616],
        &[7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616],
        &[
            8.083246795921522,
            -7.981132988064893,
            -31.52159432874371,
            16.31930543123136,
            -6.058818238834054,
        ],
    ],
    dense: &[
        &[
            10.12623508344586,
            -7.487995877610167,
            -34.80091861555747,
            -7.992771707568823,
            1.025137723295662,
            0.0,
        ],
        &[
            -0.6762803392801253,
            6.087714651680015,
            16.43084320892478,
            24.76722511418386,
            -6.594389125716872,
            0.0,
        ],
    ],
};

/// Steinebach, BIT Numerical Mathematics 63 (2023) 27. Dense output of order 4 with weights of our own
/// among those that its order leaves free: the smallest error inside a step that a fast state makes which
/// follows a slow one (`docs/decisions/0010-dense-output.md`).
pub(super) static RODAS5P: Tableau = Tableau {
    order: 5,
    gamma: 0.21193756319429014,
    c: &[
        0.0,
        0.6358126895828704,
        0.4095798393397535,
        0.9769306725060716,
        0.4288403609558664,
        1.0,
        1.0,
        1.0,
    ],
    d: &[
        0.21193756319429014,
        -0.42387512638858027,
        -0.3384627126235924,
        1.8046452872882734,
        2.325825639765069,
        0.0,
        0.0,
        0.0,
    ],
    a: &[
        &[],
        &[3.0],
        &[2.849394379747939, 0.45842242204463923],
        &[-6.954028509809101, 2.489845061869568, -10.358996098473584],
        &[2.8029986275628964, 0.5072464736228206, -0.3988312541770524, -0.04721187230404641],
        &[
            -7.502846399306121,
            2.561846144803919,
            -11.627539656261098,
            -0.18268767659942256,
            0.030198172008377946,
        ],
        &[
            -7.502846399306121,
            2.561846144803919,
            -11.627539656261098,
            -0.18268767659942256,
            0.030198172008377946,
            1.0,
        ],
        &[
            -7.502846399306121,
            2.561846144803919,
            -11.627539656261098,
            -0.18268767659942256,
            0.030198172008377946,
            1.0,
            1.0,
        ],
    ],
    coupling: &[
        &[],
        &[-14.155112264123755],
        &[-17.97296035885952, -2.859693295451294],
        &[147.12150275711716, -1.41221402718213, 71.68940251302358],
        &[165.43517024871676, -0.4592823456491126, 42.90938336958603, -5.961986721573306],
        &[
            24.854864614690072,
            -3.0009227002832186,
            47.4931110020768,
            5.5814197821558125,
            -0.6610691825249471,
        ],
        &[
            30.91273214028599,
            -3.1208243349937974,
            77.79954646070892,
            34.28646028294783,
            -19.097331116725623,
            -28.087943162872662,
        ],
        &[
            37.80277123390563,
            -3.2571969029072276,
            112.26918849496327,
            66.9347231244047,
            -40.06618937091002,
            -54.66780262877968,
            -9.48861652309627,
        ],
    ],
    dense: &[
        &[
            26.560051987785805,
            -2.5700710800315303,
            13.491866305834632,
            0.5285380956206356,
            -1.335350321437321,
            -1.2339824745146033,
            0.00408466435429744,
            1.0914559579444043,
        ],
        &[
            -14.115928662157263,
            -0.8858603105285058,
            -17.969251882586413,
            -44.39794829841907,
            32.95897443350527,
            32.18402494956984,
            -3.881048410436555,
            -14.480216816503477,
        ],
        &[
            16.38161396323208,
            2.7897588037945753,
            97.74393591419098,
            103.63604806186262,
            -67.17313428137452,
            -78.93083850492758,
            -3.5910146055429495,
            13.355563628954616,
        ],
    ],
};

#[cfg(test)]
mod tests {
    use super::{RODAS4, RODAS5P, Tableau};
    use nalgebra::{DMatrix, DVector};

    /// The method in its classical form: α, Γ and the weights b.
    fn classical(tableau: &Tableau) -> (DMatrix<f64>, DMatrix<f64>, DVector<f64>) {
        let s = tableau.stages();
        let lower =
            |rows: &[&[f64]]| DMatrix::from_fn(s, s, |i, j| rows[i].get(j).copied().unwrap_or(0.0));
        let inverse = DMatrix::identity(s, s) / tableau.gamma - lower(tableau.coupling);
        let mut gamma = DMatrix::identity(s, s);
        assert!(inverse.lu().solve_mut(&mut gamma));
        let alpha = lower(tableau.a) * &gamma;
        let last = DVector::from_fn(s, |j, _| if j + 1 == s { 1.0 } else { tableau.a[s - 1][j] });
        let weights = gamma.transpose() * last;
        (alpha, gamma, weights)
    }

    #[test]
    fn stage_times_and_slopes_are_row_sums() {
        for tableau in [&RODAS4, &RODAS5P] {
            let (alpha, gamma, _) = classical(tableau);
            for i in 0..tableau.stages() {
                assert!((alpha.row(i).sum() - tableau.c[i]).abs() < 1e-13);
                assert!((gamma.row(i).sum() - tableau.d[i]).abs() < 1e-13);
            }
        }
    }

    /// The weights of the dense output at θ, in the classical form.
    fn within(tableau: &Tableau, theta: f64, gamma: &DMatrix<f64>) -> DVector<f64> {
        let s = tableau.stages();
        let at = |row: &[f64], j: usize| row.get(j).copied().unwrap_or(0.0);
        let end = |j: usize| if j + 1 == s { 1.0 } else { tableau.a[s - 1][j] };
        let inner =
            |j: usize| tableau.dense.iter().rev().fold(0.0, |k, row| at(row, j) + theta * k);
        gamma.transpose() * DVector::from_fn(s, |j, _| theta * (end(j) + (1.0 - theta) * inner(j)))
    }

    /// Conditions up to `order` that weights `b` fulfil which lead to the solution at θ.
    fn check(b: &DVector<f64>, theta: f64, order: i32, [alpha, gamma]: [&DMatrix<f64>; 2]) {
        let beta = alpha + gamma;
        let one = DVector::from_element(b.len(), 1.0);
        let (a, bs) = (alpha * &one, &beta * &one);
        let (a2, chain) = (a.component_mul(&a), &beta * (&beta * &bs));
        let a3 = a2.component_mul(&a);
        let conditions = [
            (1, b.sum(), 1.0),
            (2, b.dot(&bs), 2.0),
            (3, b.dot(&a2), 3.0),
            (3, b.dot(&(&beta * &bs)), 6.0),
            (4, b.dot(&a3), 4.0),
            (4, b.dot(&a.component_mul(&(alpha * &bs))), 8.0),
            (4, b.dot(&(&beta * &a2)), 12.0),
            (4, b.dot(&chain), 24.0),
            (5, b.dot(&a2.component_mul(&a2)), 5.0),
            (5, b.dot(&(&beta * &a3)), 20.0),
            (5, b.dot(&(&beta * &chain)), 120.0),
        ];
        for (degree, sum, share) in conditions.into_iter().filter(|&(degree, ..)| degree <= order) {
            let wanted = theta.powi(degree) / share;
            assert!((sum - wanted).abs() < 1e-12, "1/{share} at {theta}: {sum} is not {wanted}");
        }
    }

    #[test]
    fn steps_and_dense_output_have_their_orders() {
        for (tableau, order) in [(&RODAS4, 4), (&RODAS5P, 5)] {
            let (alpha, gamma, weights) = classical(tableau);
            check(&weights, 1.0, order, [&alpha, &gamma]);
            for theta in [0.0, 0.1, 0.25, 0.5, 0.8, 1.0] {
                check(&within(tableau, theta, &gamma), theta, order - 1, [&alpha, &gamma]);
            }
        }
    }
}
