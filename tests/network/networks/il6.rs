//! The reference network of IL-6 signalling as the example declares it, and its equations written by hand.

#[path = "../../../examples/il6_sweep/network.rs"]
mod declared;

use jakstat::network::{Model, Network};

/// The declared network: 22 species, 31 reactions.
pub fn network() -> Network {
    declared::network().unwrap()
}

pub fn model() -> Model {
    network().compile().unwrap()
}

/// The equations written out by hand; species and parameters in the order of their declaration.
#[allow(non_snake_case, clippy::too_many_lines)]
pub fn by_hand(y: &[f64], p: &[f64]) -> Vec<f64> {
    let [
        L,
        R,
        LR,
        D,
        Dp,
        Dpp,
        Dpp_S,
        S,
        Sp,
        SpSp,
        nSpSp,
        nSp,
        nS,
        PPX,
        PPX_Sp,
        SHP2,
        Dpp_SHP2,
        mRn,
        mRc,
        SOCS3,
        Dpp_SOCS3,
        Ri,
    ] = *y
    else {
        panic!()
    };
    let [
        I,
        ATP,
        ATP_assay,
        KmATP_JAK1,
        KmATP_JAK2,
        KmATP_TYK2,
        IC50_JAK1,
        IC50_JAK2,
        IC50_TYK2,
        w_JAK2,
        kon_L,
        koff_L,
        kon_D,
        koff_D,
        kcat_jak,
        kdp_jak,
        kcat_rec,
        kdp_rec,
        kon_S,
        koff_S,
        kcat_S,
        kon_SS,
        koff_SS,
        kimp,
        Vppn,
        Kppn,
        kexp,
        kon_ppx,
        koff_ppx,
        kcat_ppx,
        kon_shp,
        koff_shp,
        kcat_shp,
        Vtx,
        Ktx,
        kmexp,
        kmdeg,
        ktl,
        ksdeg,
        kon_soc,
        koff_soc,
        ksyn_R,
        kdeg_R,
        kint,
        krec,
        kdeg_Ri,
        kdeg_L,
    ] = *p
    else {
        panic!()
    };
    let Ki_JAK1 = IC50_JAK1 / (1.0 + ATP_assay / KmATP_JAK1);
    let Ki_JAK2 = IC50_JAK2 / (1.0 + ATP_assay / KmATP_JAK2);
    let Ki_TYK2 = IC50_TYK2 / (1.0 + ATP_assay / KmATP_TYK2);
    let g1 = ATP / (KmATP_JAK1 * (1.0 + I / Ki_JAK1) + ATP);
    let g2 = w_JAK2 * ATP / (KmATP_JAK2 * (1.0 + I / Ki_JAK2) + ATP)
        + (1.0 - w_JAK2) * ATP / (KmATP_TYK2 * (1.0 + I / Ki_TYK2) + ATP);
    let v_bind = kon_L * L * R - koff_L * LR;
    let v_dim = kon_D * LR * LR - koff_D * D;
    let v_jak = kcat_jak * g1 * D - kdp_jak * Dp;
    let v_rec = kcat_rec * g2 * Dp - kdp_rec * Dpp;
    let v_dock = kon_S * Dpp * S - koff_S * Dpp_S;
    let v_statp = kcat_S * g1 * Dpp_S;
    let v_sdim = kon_SS * Sp * Sp - koff_SS * SpSp;
    let v_imp = kimp * SpSp;
    let v_ndim = kon_SS * nSp * nSp - koff_SS * nSpSp;
    let v_ppn = Vppn * nSp / (Kppn + nSp);
    let v_exp = kexp * nS;
    let v_ppx = kon_ppx * PPX * Sp - koff_ppx * PPX_Sp;
    let v_ppxc = kcat_ppx * PPX_Sp;
    let v_shp = kon_shp * Dpp * SHP2 - koff_shp * Dpp_SHP2;
    let v_shpc = kcat_shp * Dpp_SHP2;
    let v_tx = Vtx * nSpSp * nSpSp / (Ktx * Ktx + nSpSp * nSpSp);
    let v_mexp = kmexp * mRn;
    let v_mdeg = kmdeg * mRc;
    let v_tl = ktl * mRc;
    let v_sdeg = ksdeg * SOCS3;
    let v_soc = kon_soc * Dpp * SOCS3 - koff_soc * Dpp_SOCS3;
    let v_rsyn = ksyn_R;
    let v_rdeg = kdeg_R * R;
    let v_ldeg = kdeg_L * L;
    let v_iLR = kint * LR;
    let v_iD = kint * D;
    let v_iDp = kint * Dp;
    let v_iDpp = kint * Dpp;
    let v_iSoc = kint * Dpp_SOCS3;
    let v_recy = krec * Ri;
    let v_rideg = kdeg_Ri * Ri;
    vec![
        -v_bind - v_ldeg,
        -v_bind + v_rsyn - v_rdeg + v_recy,
        v_bind - 2.0 * v_dim - v_iLR,
        v_dim - v_jak + v_shpc - v_iD,
        v_jak - v_rec - v_iDp,
        v_rec - v_dock + v_statp - v_shp - v_soc - v_iDpp,
        v_dock - v_statp,
        -v_dock + v_exp + v_ppxc,
        v_statp - 2.0 * v_sdim - v_ppx,
        v_sdim - v_imp,
        v_imp + v_ndim,
        -2.0 * v_ndim - v_ppn,
        v_ppn - v_exp,
        -v_ppx + v_ppxc,
        v_ppx - v_ppxc,
        -v_shp + v_shpc,
        v_shp - v_shpc,
        v_tx - v_mexp,
        v_mexp - v_mdeg,
        v_tl - v_sdeg - v_soc,
        v_soc - v_iSoc,
        v_iLR + 2.0 * v_iD + 2.0 * v_iDp + 2.0 * v_iDpp + 2.0 * v_iSoc - v_recy - v_rideg,
    ]
}
