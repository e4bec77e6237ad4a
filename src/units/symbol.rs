//! The units each quantity can be written in.

/// One unit of a quantity: how it is shown, how else it may be written, and its size.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Symbol {
    /// As it is shown.
    pub(crate) shown: &'static str,
    /// Other spellings that are read; `u` stands for `µ` in every spelling.
    pub(crate) also: &'static [&'static str],
    /// One of it in the unit used inside the library.
    pub(crate) size: f64,
    /// The smallest number of it worth showing, in the unit used inside the library.
    pub(crate) shown_from: f64,
}

const fn unit(shown: &'static str, also: &'static [&'static str], size: f64) -> Symbol {
    Symbol { shown, also, size, shown_from: size }
}

const fn unit_from(shown_from: f64, symbol: Symbol) -> Symbol {
    Symbol { shown_from, ..symbol }
}

/// A unit that is read but never chosen for display.
const fn unit_read(shown: &'static str, also: &'static [&'static str], size: f64) -> Symbol {
    unit_from(f64::INFINITY, unit(shown, also, size))
}

pub(crate) const CONCENTRATION: &[Symbol] = &[
    unit("fM", &[], 1e-6),
    unit("pM", &[], 1e-3),
    unit("nM", &["nmol/L", "nmol/l"], 1.0),
    unit("µM", &["umol/L", "umol/l"], 1e3),
    unit("mM", &["mmol/L", "mmol/l"], 1e6),
    unit("M", &["mol/L", "mol/l"], 1e9),
];

pub(crate) const MASS_CONCENTRATION: &[Symbol] = &[
    unit("fg/mL", &["fg/ml"], 1e-6),
    unit("pg/mL", &["pg/ml", "ng/L", "ng/l"], 1e-3),
    unit("ng/mL", &["ng/ml", "ug/L", "ug/l"], 1.0),
    unit("µg/mL", &["ug/ml", "mg/L", "mg/l"], 1e3),
    unit("mg/mL", &["mg/ml", "g/L", "g/l"], 1e6),
    unit("g/mL", &["g/ml"], 1e9),
];

pub(crate) const TIME: &[Symbol] = &[
    unit("ms", &[], 1e-3),
    unit("s", &["sec", "second", "seconds"], 1.0),
    unit("min", &["minute", "minutes"], 60.0),
    // A reading "at 90 min" is said in minutes, "at 2 h" in hours, "after 48 h" in days.
    unit_from(7200.0, unit("h", &["hr", "hour", "hours"], 3600.0)),
    unit_from(172_800.0, unit("d", &["day", "days"], 86400.0)),
];

pub(crate) const VOLUME: &[Symbol] = &[
    unit("fL", &["fl"], 1e-15),
    // A lymphocyte holds 0.2 pL, and nobody says 200 fL.
    unit_from(1e-14, unit("pL", &["pl"], 1e-12)),
    unit("nL", &["nl"], 1e-9),
    unit("µL", &["ul"], 1e-6),
    unit("mL", &["ml"], 1e-3),
    unit("L", &["l"], 1.0),
];

pub(crate) const AMOUNT: &[Symbol] = &[
    unit("fmol", &[], 1e-6),
    unit("pmol", &[], 1e-3),
    unit("nmol", &[], 1.0),
    unit("µmol", &[], 1e3),
    unit("mmol", &[], 1e6),
    unit("mol", &[], 1e9),
];

pub(crate) const MASS: &[Symbol] = &[
    unit("pg", &[], 1e-9),
    unit("ng", &[], 1e-6),
    unit("µg", &[], 1e-3),
    unit("mg", &[], 1.0),
    unit("g", &[], 1e3),
    unit("kg", &[], 1e6),
];

pub(crate) const MASS_RATE: &[Symbol] = &[unit("mg/h", &["mg/hr"], 1.0)];

pub(crate) const FILTRATION: &[Symbol] = &[unit("mL/min", &["ml/min"], 1.0)];

pub(crate) const MOLAR_MASS: &[Symbol] = &[
    unit("g/mol", &["Da"], 1.0),
    // Proteins are weighed in kilodaltons, drugs are not.
    unit_from(5e3, unit("kDa", &["kg/mol"], 1e3)),
];

pub(crate) const CELL_DENSITY: &[Symbol] = &[
    unit("cells/mL", &["cells/ml", "/mL", "/ml"], 1.0),
    unit_read("cells/L", &["cells/l"], 1e-3),
    unit_read("cells/µL", &["cells/ul"], 1e3),
];
