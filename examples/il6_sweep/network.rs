//! The reference network: IL-6 in one compartment, 22 species, 31 reactions, round constants.
//!
//! A timing problem, declared through the public interface at run time; nothing in the library knows it.

use jakstat::network::{Expr, Network, NetworkError, Parameter, Rule, Side, Species};
use jakstat::prelude::*;

const PARAMETERS: [(&str, f64); 46] = [
    ("I", 0.0),
    ("ATP", 2e6),
    ("ATP_assay", 4e4),
    ("KmATP_JAK1", 4e4),
    ("KmATP_JAK2", 3e4),
    ("KmATP_TYK2", 1e4),
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
];

/// The network; its only swept quantity is the parameter `I`, the free inhibitor in nM.
#[allow(clippy::too_many_lines)] // a list of 31 reactions
pub(crate) fn network() -> Result<Network, NetworkError> {
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let initial = [
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
    ]: [Species; 22] =
        initial.map(|(name, nanomolar)| net.species(name, all, nanomolar.nanomolar()));
    let mut declared = Vec::new();
    for (name, value) in PARAMETERS {
        declared.push((name, net.parameter(name, value)));
    }
    declared.push(("kdeg_L", net.parameter("kdeg_L", 1e-4)));
    let p = |name: &str| -> Parameter {
        declared.iter().find(|(known, _)| *known == name).map_or(declared[0].1, |(_, id)| *id)
    };

    // What ATP and inhibitor leave of the activity of each kinase.
    let mut activity = |jak: &str| -> Rule {
        let (atp, km) = (p("ATP"), p(&format!("KmATP_{jak}")));
        let ki = p(&format!("IC50_{jak}")) / (1.0 + p("ATP_assay") / km);
        net.rule(format!("activity {jak}"), atp / (km * (1.0 + p("I") / ki) + atp))
    };
    let (jak1, jak2, tyk2) = (activity("JAK1"), activity("JAK2"), activity("TYK2"));
    let g1 = Expr::from(jak1);
    let g2 = p("w_JAK2") * jak2 + (1.0 - Expr::from(p("w_JAK2"))) * tyk2;
    let none = Network::nothing;
    let one = |species: Species| Side::from(species);

    net.reversible("v_bind", l + r, lr, p("kon_L"), p("koff_L"))?;
    net.reversible("v_dim", 2 * lr, d, p("kon_D"), p("koff_D"))?;
    net.reversible("v_jak", d, dp, p("kcat_jak") * g1.clone(), p("kdp_jak"))?;
    net.reversible("v_rec", dp, dpp, p("kcat_rec") * g2, p("kdp_rec"))?;
    net.reversible("v_dock", dpp + s, dpp_s, p("kon_S"), p("koff_S"))?;
    net.irreversible("v_statp", dpp_s, dpp + sp, p("kcat_S") * g1)?;
    net.reversible("v_sdim", 2 * sp, spsp, p("kon_SS"), p("koff_SS"))?;
    net.irreversible("v_imp", spsp, nspsp, p("kimp"))?;
    net.reversible("v_ndim", 2 * nsp, nspsp, p("kon_SS"), p("koff_SS"))?;
    net.reaction("v_ppn", nsp, ns, Law::Formula(p("Vppn") * nsp / (p("Kppn") + nsp)))?;
    net.irreversible("v_exp", ns, s, p("kexp"))?;
    net.reversible("v_ppx", ppx + sp, ppx_sp, p("kon_ppx"), p("koff_ppx"))?;
    net.irreversible("v_ppxc", ppx_sp, ppx + s, p("kcat_ppx"))?;
    net.reversible("v_shp", dpp + shp2, dpp_shp2, p("kon_shp"), p("koff_shp"))?;
    net.irreversible("v_shpc", dpp_shp2, d + shp2, p("kcat_shp"))?;
    let square = Expr::from(nspsp).pow(2.0);
    let half = Expr::from(p("Ktx")).pow(2.0);
    net.reaction("v_tx", none(), mrn, Law::Formula(p("Vtx") * (square.clone() / (half + square))))?;
    net.irreversible("v_mexp", mrn, mrc, p("kmexp"))?;
    net.irreversible("v_mdeg", mrc, none(), p("kmdeg"))?;
    net.reaction("v_tl", none(), socs3, Law::Formula(p("ktl") * mrc))?;
    net.irreversible("v_sdeg", socs3, none(), p("ksdeg"))?;
    net.reversible("v_soc", dpp + socs3, dpp_socs3, p("kon_soc"), p("koff_soc"))?;
    net.irreversible("v_rsyn", none(), r, p("ksyn_R"))?;
    net.irreversible("v_rdeg", r, none(), p("kdeg_R"))?;
    net.irreversible("v_ldeg", l, none(), p("kdeg_L"))?;
    for (name, from, count) in [
        ("v_iLR", lr, 1),
        ("v_iD", d, 2),
        ("v_iDp", dp, 2),
        ("v_iDpp", dpp, 2),
        ("v_iSoc", dpp_socs3, 2),
    ] {
        net.irreversible(name, one(from), count * ri, p("kint"))?;
    }
    net.irreversible("v_recy", ri, r, p("krec"))?;
    net.irreversible("v_rideg", ri, none(), p("kdeg_Ri"))?;
    net.rule("pSTAT", Expr::from(sp) + 2.0 * spsp + 2.0 * nspsp + nsp + ppx_sp);
    Ok(net)
}
