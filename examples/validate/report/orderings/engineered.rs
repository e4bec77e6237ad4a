//! O9: cells that live on one kinase.

use super::super::digits::three;
use super::super::protocol::{half_inhibition, nanomolar};
use super::super::{Found, own_tables};
use super::ordering::{Ordering, Outcome, Table};
use jakstat::prelude::*;
use std::fmt::Write as _;

const JAKS: [&str; 3] = ["JAK1", "JAK2", "JAK3"];
const PANELS: [&str; 2] = ["dowty2019", "parmentier2018"];
/// Published: JAK2 over JAK1, and JAK3 over JAK1, the latter as a bound.
const PUBLISHED: [f64; 2] = [60.0, 100.0];
const TWOFOLD: f64 = 2.0;

pub(crate) fn ordering() -> Found<Ordering> {
    let catalog = catalog()?;
    let cell = catalog.cell("generic responder")?;
    let (mut rows, mut outcomes) = (Vec::new(), Vec::new());
    for panel in PANELS {
        let drug = catalog.inhibitor("upadacitinib")?.with_panel(panel)?;
        let mut ic50s = Vec::new();
        for jak in JAKS {
            let assay = Assay::new(catalog.cytokine(&name(jak))?, cell);
            ic50s.push(half_inhibition(&assay, &drug)?);
        }
        let [jak2, jak3] = [1, 2].map(|k| nanomolar(ic50s[k]) / nanomolar(ic50s[0]));
        let mut row = vec![panel.to_owned()];
        row.extend(ic50s.iter().map(Potency::to_string));
        row.extend([three(jak2), three(jak3)]);
        rows.push(row);
        let near = (PUBLISHED[0] / TWOFOLD..=PUBLISHED[0] * TWOFOLD).contains(&jak2);
        let told = |what: &str, held| {
            let outcome = Outcome::new(format!("{what}, {panel}"), held);
            if panel == PANELS[0] { outcome } else { outcome.beside() }
        };
        outcomes.push(told("JAK2 over JAK1 within 2x of 60", near));
        let far = jak3 >= PUBLISHED[1] / TWOFOLD;
        outcomes.push(told("JAK3 over JAK1 above 100, or within 2x of it", far));
    }
    Ok(Ordering {
        id: "O9",
        statement: "in engineered Ba/F3 cells upadacitinib is about 60 times more selective for JAK1 over JAK2, and more than 100 times over JAK3",
        source: "Parmentier et al. 2018 BMC Rheumatol 2:23, abstract",
        test: "The same cell three times, its receptor two copies of one chain that holds JAK1, JAK2 or JAK3 and nothing else (the fusions\nof the paper, BCR-JAK1, TEL-JAK2 and TEL-JAK3, join without ligand; here a ligand joins them); pSTAT5, as there, at 15 min.\nThe first panel is the default, the second the paper's own.",
        tables: vec![Table {
            name: "Free IC50 and its ratios:".into(),
            head: vec!["panel", "JAK1", "JAK2", "JAK3", "JAK2/JAK1", "JAK3/JAK1"],
            rows,
        }],
        outcomes,
        comment: "Class of failure: data. The three cells differ in the kinase alone, so the ratio is that of the enzyme IC50s at the cell's\nATP, and no mechanism of the model enters it. The enzymes of the paper are a few times apart on JAK1 and JAK2 at 0.1 mM ATP, far\nfrom what its cells show; those of the default panel, at 1 mM, come nearer. A higher Km(ATP) of JAK1 than the one in use would bring\nboth nearer still, and so would fusions that are not alike in how much they make of their kinase.",
    })
}

fn name(jak: &str) -> String {
    format!("engineered {jak}")
}

/// The built-in catalogue with three more cytokines.
fn catalog() -> Found<Catalog> {
    own_tables::changed("cytokines.toml", |mut text| {
        for jak in JAKS {
            let (cytokine, origin) = (name(jak), r#"source = "as EPO", verified = "assumed""#);
            let _ = write!(
                text,
                r#"
[[cytokine]]
name = "{cytokine}"
also_called = []
responder = "generic responder"
molar_mass = {{ g_per_mol = 30400, form = "as EPO", {origin} }}
dose = {{ ng_per_ml = 100, {origin} }}
receptor = {{ ligand_copies = 1, ligand_chains = 1, {origin}, assignment_verified = "assumed" }}
chains = [{{ name = "engineered{jak}", copies = 2, jaks = ["{jak}"] }}]
stats = {{ main = ["STAT5"], secondary = [], {origin} }}
affinity = {{ kd_nm = 0.15, {origin} }}
first_contact = {{ chain = "engineered{jak}", {origin} }}
"#
            );
        }
        text
    })
}
