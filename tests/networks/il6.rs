//! A published benchmark network of IL-6 signalling: 22 species, 31 reactions, round constants.

use jakstat::network::{Expr, Law, Model, Network, Side, Species};
use jakstat::units::Quantities;
use std::collections::HashMap;

pub const STATES: [(&str, f64); 22] = [
    ("L", 5.0),
    ("R", 20.0),
    ("LR", 0.0),
    ("D", 0.0),
    ("Dp", 0.0),
    ("Dpp", 0.0),
    ("Dpp_S", 0.0),
    ("S", 1000.0),
    ("Sp", 0.0),
    ("SpSp", 0.0),
    ("nSpSp", 0.0),
    ("nSp", 0.0),
    ("nS", 0.0),
    ("PPX", 50.0),
    ("PPX_Sp", 0.0),
    ("SHP2", 100.0),
    ("Dpp_SHP2", 0.0),
    ("mRn", 0.0),
    ("mRc", 0.0),
    ("SOCS3", 0.0),
    ("Dpp_SOCS3", 0.0),
    ("Ri", 0.0),
];

pub const PARAMETERS: [(&str, f64); 47] = [
    ("I", 0.0),
    ("ATP", 2000000.0),
    ("ATP_assay", 40000.0),
    ("KmATP_JAK1", 40000.0),
    ("KmATP_JAK2", 30000.0),
    ("KmATP_TYK2", 10000.0),
    ("IC50_JAK1", 5.9),
    ("IC50_JAK2", 5.7),
    ("IC50_TYK2", 53.0),
    ("w_JAK2", 0.7),
    ("kon_L", 0.005),
    ("koff_L", 0.001),
    ("kon_D", 0.05),
    ("koff_D", 0.02),
    ("kcat_jak", 1.0),
    ("kdp_jak", 0.02),
    ("kcat_rec", 0.5),
    ("kdp_rec", 0.05),
    ("kon_S", 0.008),
    ("koff_S", 0.8),
    ("kcat_S", 0.4),
    ("kon_SS", 0.02),
    ("koff_SS", 0.1),
    ("kimp", 0.005),
    ("Vppn", 2.0),
    ("Kppn", 50.0),
    ("kexp", 0.05),
    ("kon_ppx", 0.001),
    ("koff_ppx", 0.2),
    ("kcat_ppx", 0.01),
    ("kon_shp", 0.001),
    ("koff_shp", 0.2),
    ("kcat_shp", 0.01),
    ("Vtx", 0.01),
    ("Ktx", 100.0),
    ("kmexp", 0.001),
    ("kmdeg", 0.0005),
    ("ktl", 0.04),
    ("ksdeg", 0.0005),
    ("kon_soc", 0.02),
    ("koff_soc", 0.1),
    ("ksyn_R", 0.002),
    ("kdeg_R", 0.0001),
    ("kint", 0.0005),
    ("krec", 0.0002),
    ("kdeg_Ri", 0.0003),
    ("kdeg_L", 0.0001),
];

pub fn network() -> Network {
    let mut net = Network::new();
    let cell = net.compartment("cell", 1.0.litres());
    let species: HashMap<&str, Species> =
        STATES.iter().map(|&(name, y)| (name, net.species(name, cell, y.nanomolar()))).collect();
    let parameters: HashMap<&str, _> =
        PARAMETERS.iter().map(|&(name, x)| (name, net.parameter(name, x))).collect();
    let s = |name: &str| species[name];
    let p = |name: &str| parameters[name];
    let ki = |kinase: &str| {
        p(&format!("IC50_{kinase}")) / (1.0 + p("ATP_assay") / p(&format!("KmATP_{kinase}")))
    };
    let left = |kinase: &str| {
        let km = p(&format!("KmATP_{kinase}")) * (1.0 + p("I") / ki(kinase));
        Expr::from(p("ATP")) / (km + p("ATP"))
    };
    let g1 = net.rule("g1", left("JAK1"));
    let g2 = net.rule("g2", p("w_JAK2") * left("JAK2") + (1.0 - p("w_JAK2")) * left("TYK2"));
    let mut add = |name: &str, reactants: Side, products: Side, rate: Expr| {
        net.reaction(name, reactants, products, Law::formula(rate)).unwrap();
    };

    add(
        "bind",
        s("L") + s("R"),
        s("LR").into(),
        p("kon_L") * s("L") * s("R") - p("koff_L") * s("LR"),
    );
    add("dim", 2 * s("LR"), s("D").into(), p("kon_D") * s("LR") * s("LR") - p("koff_D") * s("D"));
    add("jak", s("D").into(), s("Dp").into(), p("kcat_jak") * g1 * s("D") - p("kdp_jak") * s("Dp"));
    add(
        "rec",
        s("Dp").into(),
        s("Dpp").into(),
        p("kcat_rec") * g2 * s("Dp") - p("kdp_rec") * s("Dpp"),
    );
    add(
        "dock",
        s("Dpp") + s("S"),
        s("Dpp_S").into(),
        p("kon_S") * s("Dpp") * s("S") - p("koff_S") * s("Dpp_S"),
    );
    add("statp", s("Dpp_S").into(), s("Dpp") + s("Sp"), p("kcat_S") * g1 * s("Dpp_S"));
    add(
        "sdim",
        2 * s("Sp"),
        s("SpSp").into(),
        p("kon_SS") * s("Sp") * s("Sp") - p("koff_SS") * s("SpSp"),
    );
    add("imp", s("SpSp").into(), s("nSpSp").into(), p("kimp") * s("SpSp"));
    add(
        "ndim",
        2 * s("nSp"),
        s("nSpSp").into(),
        p("kon_SS") * s("nSp") * s("nSp") - p("koff_SS") * s("nSpSp"),
    );
    add("ppn", s("nSp").into(), s("nS").into(), p("Vppn") * s("nSp") / (p("Kppn") + s("nSp")));
    add("exp", s("nS").into(), s("S").into(), p("kexp") * s("nS"));
    add(
        "ppx",
        s("PPX") + s("Sp"),
        s("PPX_Sp").into(),
        p("kon_ppx") * s("PPX") * s("Sp") - p("koff_ppx") * s("PPX_Sp"),
    );
    add("ppxc", s("PPX_Sp").into(), s("PPX") + s("S"), p("kcat_ppx") * s("PPX_Sp"));
    add(
        "shp",
        s("Dpp") + s("SHP2"),
        s("Dpp_SHP2").into(),
        p("kon_shp") * s("Dpp") * s("SHP2") - p("koff_shp") * s("Dpp_SHP2"),
    );
    add("shpc", s("Dpp_SHP2").into(), s("D") + s("SHP2"), p("kcat_shp") * s("Dpp_SHP2"));
    add(
        "tx",
        Network::nothing(),
        s("mRn").into(),
        p("Vtx") * s("nSpSp") * s("nSpSp") / (p("Ktx") * p("Ktx") + s("nSpSp") * s("nSpSp")),
    );
    add("mexp", s("mRn").into(), s("mRc").into(), p("kmexp") * s("mRn"));
    add("mdeg", s("mRc").into(), Network::nothing(), p("kmdeg") * s("mRc"));
    add("tl", Network::nothing(), s("SOCS3").into(), p("ktl") * s("mRc"));
    add("sdeg", s("SOCS3").into(), Network::nothing(), p("ksdeg") * s("SOCS3"));
    add(
        "soc",
        s("Dpp") + s("SOCS3"),
        s("Dpp_SOCS3").into(),
        p("kon_soc") * s("Dpp") * s("SOCS3") - p("koff_soc") * s("Dpp_SOCS3"),
    );
    add("rsyn", Network::nothing(), s("R").into(), p("ksyn_R").into());
    add("rdeg", s("R").into(), Network::nothing(), p("kdeg_R") * s("R"));
    add("ldeg", s("L").into(), Network::nothing(), p("kdeg_L") * s("L"));
    add("iLR", s("LR").into(), s("Ri").into(), p("kint") * s("LR"));
    add("iD", s("D").into(), 2 * s("Ri"), p("kint") * s("D"));
    add("iDp", s("Dp").into(), 2 * s("Ri"), p("kint") * s("Dp"));
    add("iDpp", s("Dpp").into(), 2 * s("Ri"), p("kint") * s("Dpp"));
    add("iSoc", s("Dpp_SOCS3").into(), 2 * s("Ri"), p("kint") * s("Dpp_SOCS3"));
    add("recy", s("Ri").into(), s("R").into(), p("krec") * s("Ri"));
    add("rideg", s("Ri").into(), Network::nothing(), p("kdeg_Ri") * s("Ri"));
    let total = Expr::from(s("Sp")) + 2.0 * s("SpSp") + 2.0 * s("nSpSp") + s("nSp") + s("PPX_Sp");
    net.rule("pSTAT", total);
    net
}

pub fn model() -> Model {
    network().compile().unwrap()
}

/// The equations written out by hand.
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
