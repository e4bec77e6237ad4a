//! From cytokine, cell and drug to a drawing, and in which words it is written.

use jakstat::network::Diagram;
use jakstat::prelude::*;
use std::str::FromStr;

/// The pathway's network, with the reactions that the drug acts on marked.
pub(crate) fn diagram(
    cytokine: &Cytokine,
    cell: &Cell,
    inhibitor: &Inhibitor,
) -> jakstat::Result<Diagram> {
    let pathway = Pathway::new(cell)
        .stimulate(cytokine, cytokine.typical_dose())
        .inhibitors(&[inhibitor])
        .build()?;
    let drug = format!("inhibitor.{}", inhibitor.name());
    Ok(pathway.model().diagram().mark(inhibitor.name(), &[&drug])?)
}

/// How much is drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Detail {
    Overview,
    Full,
}

impl Detail {
    pub(crate) fn of(self, whole: &Diagram) -> Diagram {
        match self {
            Self::Overview => whole.overview(),
            Self::Full => whole.clone(),
        }
    }
}

impl FromStr for Detail {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "overview" => Ok(Self::Overview),
            "full" => Ok(Self::Full),
            _ => Err(format!("--detail is {word:?}: give overview or full")),
        }
    }
}

/// In which words it is written.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Format {
    Mermaid,
    Dot,
}

impl Format {
    pub(crate) fn text(self, diagram: &Diagram) -> String {
        match self {
            Self::Mermaid => diagram.mermaid(),
            Self::Dot => diagram.dot(),
        }
    }

    pub(crate) const fn file(self) -> &'static str {
        match self {
            Self::Mermaid => "target/pathway_diagram.mmd",
            Self::Dot => "target/pathway_diagram.dot",
        }
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "mermaid" => Ok(Self::Mermaid),
            "dot" => Ok(Self::Dot),
            _ => Err(format!("--format is {word:?}: give mermaid or dot")),
        }
    }
}
