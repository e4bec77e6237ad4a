//! The reference network written out by hand, as a user of these libraries would.

use std::ops::{Add, Div, Mul, Sub};

pub(crate) const STATES: usize = 22;

/// Concentrations at the start in nM: L, R, LR, D, Dp, Dpp, Dpp_S, S, Sp, SpSp, nSpSp, nSp, nS, PPX,
/// PPX_Sp, SHP2, Dpp_SHP2, mRn, mRc, SOCS3, Dpp_SOCS3, Ri.
pub(crate) const START: [f64; STATES] = [
    5.0, 20.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1000.0, 0.0, 0.0, 0.0, 0.0, 0.0, 50.0, 0.0, 100.0, 0.0,
    0.0, 0.0, 0.0, 0.0, 0.0,
];

/// Phospho-STAT, nM.
pub(crate) fn pstat(y: &[f64]) -> f64 {
    y[8] + 2.0 * y[9] + 2.0 * y[10] + y[11] + y[14]
}

/// What the inhibitor, nM, leaves of the activity of JAK1, and of JAK2 and TYK2 together.
pub(crate) fn activities(inhibitor: f64) -> [f64; 2] {
    let atp = 2e6;
    let left = |km: f64, ic50: f64| {
        let ki = ic50 / (1.0 + 4e4 / km);
        atp / (km * (1.0 + inhibitor / ki) + atp)
    };
    [left(4e4, 5.9), 0.7 * left(3e4, 5.7) + (1.0 - 0.7) * left(1e4, 53.0)]
}

/// Plain numbers, and numbers with a derivative.
pub(crate) trait Number:
    Copy
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Mul<f64, Output = Self>
    + Add<f64, Output = Self>
{
}

impl Number for f64 {}

/// y′ in nM/s at y, with the activities of the kinases.
#[inline]
pub(crate) fn rates<T: Number>(y: &[T; STATES], [jak1, jak2]: [f64; 2], rates: &mut [T; STATES]) {
    let [
        l,
        r,
        lr,
        d,
        dp,
        dpp,
        dpp_s,
        s,
        sp,
        spsp,
        nspsp,
        nsp,
        ns,
        ppx,
        ppx_sp,
        shp2,
        dpp_shp2,
        mrn,
        mrc,
        socs3,
        dpp_socs3,
        ri,
    ] = *y;
    let bind = l * r * 0.005 - lr * 0.001;
    let dim = lr * lr * 0.05 - d * 0.02;
    let jak = d * jak1 - dp * 0.02;
    let rec = dp * (0.5 * jak2) - dpp * 0.05;
    let dock = dpp * s * 0.008 - dpp_s * 0.8;
    let statp = dpp_s * (0.4 * jak1);
    let sdim = sp * sp * 0.02 - spsp * 0.1;
    let imp = spsp * 0.005;
    let ndim = nsp * nsp * 0.02 - nspsp * 0.1;
    let ppn = nsp * 2.0 / (nsp + 50.0);
    let exp = ns * 0.05;
    let on_ppx = ppx * sp * 0.001 - ppx_sp * 0.2;
    let ppxc = ppx_sp * 0.01;
    let shp = dpp * shp2 * 0.001 - dpp_shp2 * 0.2;
    let shpc = dpp_shp2 * 0.01;
    let square = nspsp * nspsp;
    let tx = square * 0.01 / (square + 1e4);
    let mexp = mrn * 0.001;
    let soc = dpp * socs3 * 0.02 - dpp_socs3 * 0.1;
    let taken = [lr, d, dp, dpp, dpp_socs3].map(|complex| complex * 0.0005);
    let back = ri * 0.0002;
    *rates = [
        l * -1e-4 - bind,
        back + 0.002 - bind - r * 1e-4,
        bind - dim * 2.0 - taken[0],
        dim - jak + shpc - taken[1],
        jak - rec - taken[2],
        rec - dock + statp - shp - soc - taken[3],
        dock - statp,
        exp + ppxc - dock,
        statp - sdim * 2.0 - on_ppx,
        sdim - imp,
        imp + ndim,
        ndim * -2.0 - ppn,
        ppn - exp,
        ppxc - on_ppx,
        on_ppx - ppxc,
        shpc - shp,
        shp - shpc,
        tx - mexp,
        mexp - mrc * 0.0005,
        mrc * 0.04 - socs3 * 0.0005 - soc,
        soc - taken[4],
        taken[0] + (taken[1] + taken[2] + taken[3] + taken[4]) * 2.0 - back - ri * 0.0003,
    ];
}
