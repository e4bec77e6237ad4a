//! What can go wrong between a name and a number.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use super::{Jak, Mechanism};

/// The kind of thing a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A drug.
    Inhibitor,
    /// A panel of enzyme assays.
    Panel,
    /// A cytokine.
    Cytokine,
    /// A cell.
    Cell,
    /// A Janus kinase.
    Jak,
    /// A STAT.
    Stat,
    /// A receptor chain.
    Chain,
    /// A file of a folder of tables.
    Table,
    /// A set of pharmacokinetic parameters.
    Kinetics,
    /// What a drug is taken for.
    Indication,
    /// A disease of an animal.
    Disease,
}

impl Kind {
    /// Where to find the names there are.
    const fn listing(self) -> &'static str {
        match self {
            Self::Inhibitor => "Catalog::inhibitors lists the known ones",
            Self::Panel => "Inhibitor::panels lists the known ones",
            Self::Cytokine => "Catalog::cytokines lists the known ones",
            Self::Cell => "Catalog::cells lists the known ones",
            Self::Jak => "write JAK1, JAK2, JAK3 or TYK2",
            Self::Stat => "write one of STAT1 to STAT6",
            Self::Chain => "Cytokine::chains lists the known ones",
            Self::Table => "Catalog::built_in_tables lists the known ones",
            Self::Kinetics => "Catalog::kinetics_of lists the known ones",
            Self::Indication => "Catalog::labels_of lists the known ones",
            Self::Disease => "labels.toml lists the known ones",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Inhibitor => "inhibitor",
            Self::Panel => "panel",
            Self::Cytokine => "cytokine",
            Self::Cell => "cell",
            Self::Jak => "JAK",
            Self::Stat => "STAT",
            Self::Chain => "receptor chain",
            Self::Table => "table",
            Self::Kinetics => "kinetic set",
            Self::Indication => "indication",
            Self::Disease => "disease",
        })
    }
}

/// Why the catalog refuses.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum CatalogError {
    /// A name that is not in the catalog.
    #[error("there is no {kind} called \"{name}\": {}", meant(*kind, closest.as_deref(), known))]
    UnknownName {
        /// What was looked for.
        kind: Kind,
        /// The name as it was given.
        name: String,
        /// The known name it resembles most.
        closest: Option<String>,
        /// The names there are, where a table of the catalog lists them.
        known: Vec<String>,
    },
    /// A drug that was not measured in the panel asked for.
    #[error("{drug} was not measured in panel \"{panel}\": choose one of its own, {}", available.join(", "))]
    NotInPanel {
        /// The drug.
        drug: String,
        /// The panel asked for.
        panel: String,
        /// The panels this drug has.
        available: Vec<String>,
    },
    /// A kinase on which the drug was not measured in its panel.
    #[error(
        "{drug} has no {jak} value in panel \"{panel}\": choose another panel of it, or a cytokine that does not use {jak}"
    )]
    NotMeasured {
        /// The drug.
        drug: String,
        /// The panel in use.
        panel: String,
        /// The kinase.
        jak: Jak,
    },
    /// A drug of which only a ratio to its parent's potency is known.
    #[error(
        "{drug} has no potency of its own, only a ratio ({note}; {panel}): bring a table with its IC50, or use its parent"
    )]
    OnlyRatioKnown {
        /// The drug.
        drug: String,
        /// The panel that holds the ratio.
        panel: String,
        /// What is known.
        note: String,
    },
    /// A drug that does not compete with ATP.
    #[error(
        "{drug} is {mechanism} and does not compete with ATP, so its IC50 cannot be carried from an assay to a cell: use an ATP-competitive inhibitor"
    )]
    NotCompetitive {
        /// The drug.
        drug: String,
        /// How it acts instead.
        mechanism: Mechanism,
    },
    /// A drug of which no full set of pharmacokinetic parameters is known.
    #[error(
        "{drug} has no full set of pharmacokinetic parameters, missing: {}; known: {known}. Bring a pharmacokinetics.toml with them, or use {}",
        missing.join(", "), available.join(", ")
    )]
    NoKinetics {
        /// The drug.
        drug: String,
        /// What a full set would need beyond what is known.
        missing: Vec<String>,
        /// What is known, and who says so.
        known: String,
        /// Drugs that have a full set.
        available: Vec<String>,
    },
    /// A receptor of which a kinase is not known.
    #[error(
        "the kinase of {chain} in the {cytokine} receptor is not known: bring a table that names it, or use another cytokine"
    )]
    UnknownPartner {
        /// The cytokine.
        cytokine: String,
        /// The chain.
        chain: String,
    },
    /// A cell that lacks a chain of the receptor.
    #[error("{cell} has no {}, which {cytokine} needs: try {responder}", missing.join(", no "))]
    NoReceptor {
        /// The cell.
        cell: String,
        /// The cytokine.
        cytokine: String,
        /// The chains the cell lacks.
        missing: Vec<String>,
        /// A cell that has them.
        responder: String,
    },
    /// A quantity out of its range.
    #[error("{quantity} is {value}: {remedy}")]
    OutOfRange {
        /// The quantity.
        quantity: &'static str,
        /// The value as it was given.
        value: String,
        /// What to give instead.
        remedy: &'static str,
    },
    /// A folder or file that cannot be read.
    #[error("{} cannot be read: check that the path is right, open to you, and text in UTF-8", path.display())]
    Unreadable {
        /// The folder or file.
        path: PathBuf,
        /// What the system says.
        #[source]
        source: Arc<std::io::Error>,
    },
    /// A folder without any table.
    #[error("{} holds no table: put one of {} there", path.display(), expected.join(", "))]
    NoTables {
        /// The folder.
        path: PathBuf,
        /// The names that would have been read.
        expected: Vec<&'static str>,
    },
    /// A table with a wrong number of fields, or a missing, unknown or doubled column.
    #[error(
        "{file}, {row} is malformed ({}): compare its columns with the built-in table",
        complaint(source)
    )]
    MalformedCsv {
        /// The file.
        file: String,
        /// The line.
        row: String,
        /// What the reader of tables says.
        #[source]
        source: Arc<csv::Error>,
    },
    /// A table that is not TOML, or has a missing or unknown key.
    #[error("{file}, {row} is malformed ({}): compare its keys with the built-in table", source.message())]
    MalformedToml {
        /// The file.
        file: String,
        /// The line.
        row: String,
        /// What the reader of TOML says.
        #[source]
        source: Arc<toml::de::Error>,
    },
    /// A field with a value it cannot have.
    #[error("{file}, {row}: {field} is \"{value}\": {remedy}")]
    BadValue {
        /// The file.
        file: String,
        /// The line, or the name of the block.
        row: String,
        /// The column or key.
        field: String,
        /// The value as it was given.
        value: String,
        /// What to write instead.
        remedy: Box<str>,
    },
}

/// What is wrong with a row, without the place that the message names already.
fn complaint(source: &csv::Error) -> String {
    match source.kind() {
        csv::ErrorKind::Deserialize { err, .. } => err.kind().to_string(),
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} fields below a header of {expected_len}")
        }
        _ => source.to_string(),
    }
}

fn meant(kind: Kind, closest: Option<&str>, known: &[String]) -> String {
    match closest {
        Some(closest) => format!("did you mean \"{closest}\"?"),
        None if known.is_empty() => kind.listing().into(),
        None => format!("choose one of {}", known.join(", ")),
    }
}
