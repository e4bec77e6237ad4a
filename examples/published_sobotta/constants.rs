//! Constants of Sobotta et al. 2017 (Front Physiol 8:775, doi 10.3389/fphys.2017.00775) under the paper's names, read from
//! the authors' public model file (`il6_model.xml`, kept with `Data2Dynamics`).
//!
//! The paper counts in minutes, this library in seconds. Time crosses that border here, in [`Unit::seconds`], and once
//! more inside the power law of transcription (`core.rs`), whose argument is a flux.

/// Seconds in a minute.
pub(crate) const MINUTE: f64 = 60.0;

/// In what a constant is published.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Unit {
    PerMinute,
    NanomolarPerMinute,
    PerNanomolarMinute,
    /// Per minute and ng/mL of IL-6.
    PerMinuteNanogramPerMillilitre,
    /// nM per minute, of a flux in nM per minute to a power.
    NanomolarPerMinuteOfPower,
    PerNanomolar,
    Picolitre,
    One,
}

impl Unit {
    /// What a number in this unit is multiplied with to count time in seconds; nM, ng/mL and pL stay.
    const fn seconds(self) -> f64 {
        match self {
            Self::PerMinute
            | Self::NanomolarPerMinute
            | Self::PerNanomolarMinute
            | Self::PerMinuteNanogramPerMillilitre
            | Self::NanomolarPerMinuteOfPower => 1.0 / MINUTE,
            Self::PerNanomolar | Self::Picolitre | Self::One => 1.0,
        }
    }
}

/// A constant as published.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Published {
    /// Its name in the paper.
    pub(crate) name: &'static str,
    /// Its value in the paper's unit.
    pub(crate) value: f64,
    unit: Unit,
}

impl Published {
    /// Its value with time in seconds.
    pub(crate) const fn in_seconds(self) -> f64 {
        self.value * self.unit.seconds()
    }
}

macro_rules! published {
    ($($(#[$meaning:meta])* $constant:ident = $name:literal, $value:literal, $unit:ident;)*) => {$(
        $(#[$meaning])*
        pub(crate) const $constant: Published =
            Published { name: $name, value: $value, unit: Unit::$unit };
    )*};
}

published! {
    /// Receptor production.
    GP130_PRO = "gp130_pro", 0.0024048090188292, NanomolarPerMinute;
    /// Receptor degradation.
    GP130_DEG = "gp130_deg", 0.00380769499987503, PerMinute;
    /// JAK1 phosphorylation without IL-6, times `scale_pgp130`.
    JAK1_ACT_BASAL = "jak1_act_basal", 0.00431295825104157, PerMinute;
    /// JAK1 phosphorylation driven by IL-6, times `scale_pgp130`.
    JAK1_ACT_IL6 = "jak1_act_il6", 0.009075950890566, PerMinuteNanogramPerMillilitre;
    /// gp130 phosphorylation by pJAK1.
    GP130_ACT_JAK1 = "gp130_act_jak1", 0.536999685608035, PerMinute;
    /// Receptor dephosphorylation.
    JAK1_GP130_DEA = "jak1_gp130_dea", 0.0781686412907726, PerMinute;
    /// Removal of receptor and SOCS3 together.
    SOCS3_ASSOC = "socs3_assoc", 0.0193431053114474, PerNanomolarMinute;
    /// STAT3 phosphorylation, over `scale_pgp130`.
    STAT3_ACT_GP130 = "stat3_act_gp130", 0.411551346855518, PerNanomolarMinute;
    /// Inhibition of STAT3 phosphorylation by SOCS3.
    STAT3_INH_SOCS3 = "stat3_inh_socs3", 0.618867945822336, PerNanomolar;
    /// Import of STAT3 into the nucleus.
    STAT3_IMP = "stat3_imp", 0.0593610691509748, PerMinute;
    /// Import of phosphorylated STAT3 is 1 + this times as fast.
    F_PSTAT3_IMP = "f_pstat3_imp", 4.97118591633696, One;
    /// Export of STAT3 from the nucleus.
    STAT3_EXP = "stat3_exp", 1.97083305689239, PerMinute;
    /// Transcription of SOCS3, times `scale_socs3_qpcr`.
    SOCS3RNA_PRO = "socs3rna_pro", 0.00170007562435021, NanomolarPerMinuteOfPower;
    /// Exponent of transcription.
    SOCS3RNA_HILL = "socs3rna_hill", 1.71329655203901, One;
    /// Each of five steps from transcription to messenger.
    SOCS3RNA_DELAY = "socs3rna_delay", 0.303942466148802, PerMinute;
    /// Decay of SOCS3 messenger.
    SOCS3RNA_DES = "socs3rna_des", 0.303904943507411, PerMinute;
    /// Translation of SOCS3, over `scale_socs3_qpcr`.
    SOCS3_PRO = "socs3_pro", 1.69780340390334, PerMinute;
    /// Decay of SOCS3.
    SOCS3_DES = "socs3_des", 0.448649426570848, PerMinute;
    /// Inhibition of both JAK1 steps by ruxolitinib.
    JAK1_INH_RUXOLITINIB = "jak1_inh_ruxolitinib", 0.00602314686368812, PerNanomolar;
    /// Loss of ruxolitinib in the culture.
    RUX_DEGRADE = "rux_degrade", 0.000970640678908111, PerMinute;
    /// Scale of phosphorylated gp130.
    SCALE_PGP130 = "scale_pgp130", 7.91984491015843, One;
    /// Scale of SOCS3 messenger.
    SCALE_SOCS3_QPCR = "scale_socs3_qpcr", 62.0532495981734, One;
    /// Volume of the cytosol.
    VOL_CYT = "vol_cyt", 12.67, Picolitre;
    /// Volume of the nucleus.
    VOL_NUC = "vol_nuc", 0.5, Picolitre;
}

/// Steady state without input as published, nM, by the names of the species.
pub(crate) const START: [(&str, f64); 13] = [
    ("JAK1_gp130", 0.555214703828664),
    ("pJAK1_gp130", 0.000488088299181085),
    ("pJAK1_pgp130", 0.00317810552352697),
    ("STAT3", 28.925968233862),
    ("tpSTAT3", 0.832161673943926),
    ("nSTAT3", 25.8698324790905),
    ("nSOCS3RNA1", 0.00282883849585856),
    ("nSOCS3RNA2", 0.00282883849585856),
    ("nSOCS3RNA3", 0.00282883849585856),
    ("nSOCS3RNA4", 0.00282883849585856),
    ("nSOCS3RNA5", 0.00282883849585856),
    ("SOCS3RNA", 0.000111649083183703),
    ("SOCS3", 0.0256011491229785),
];

/// A species' published concentration at the start, in nM; not a number for a name that is not there.
pub(crate) fn start(name: &str) -> f64 {
    START.iter().find(|(known, _)| *known == name).map_or(f64::NAN, |pair| pair.1)
}
