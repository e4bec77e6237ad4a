//! From the rows of `inhibitors.csv` and `nak_kinases.csv` to [`Inhibitor`]s.

use super::lookup::{find, key, unambiguous};
use super::place::{NONE, Place, list};
use super::tables::{Table, sourced_row};
use super::{
    AssayAtp, CatalogError, Inhibitor, Jak, Kind, Mechanism, Metric, NakAffinity, Panel, PerJak,
    Potency, Verified,
};
use crate::units::{Concentration, MolarMass};

sourced_row!(Row {
    drug: String,
    also_called: String,
    molar_mass_g_per_mol: String,
    mechanism: String,
    panel: String,
    default: String,
    jak: String,
    domain: String,
    metric: String,
    relation: String,
    value_nm: String,
    assay_atp_um: String,
    assay_atp_verified: String,
});

sourced_row!(NakRow {
    drug: String,
    kinase: String,
    metric: String,
    relation: String,
    value_nm: String,
});

const NOT_APPLICABLE: &str = "n/a";

/// A drug whose default panel has perhaps not been met yet.
struct Draft {
    drug: Inhibitor,
    default: Option<usize>,
}

pub(super) fn read(table: &Table, nak: &Table) -> Result<Vec<Inhibitor>, CatalogError> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut sources: Vec<(String, String)> = Vec::new();
    for (place, row) in table.rows::<Row>()? {
        one_source(&place, &row, &mut sources)?;
        let draft = draft_of(&place, &row, &mut drafts)?;
        add_to_panel(&place, &row, draft)?;
    }
    let mut inhibitors = Vec::with_capacity(drafts.len());
    for Draft { mut drug, default } in drafts {
        let place = table.place(&drug.name);
        drug.default_panel = default.ok_or_else(|| {
            place.bad("default", "no", "write yes on the rows of one of its panels")
        })?;
        drug.chosen_panel = drug.default_panel;
        inhibitors.push(drug);
    }
    unambiguous(table.file, &inhibitors)?;
    add_nak(nak, &mut inhibitors)?;
    Ok(inhibitors)
}

/// A panel is one source, whichever drug it was used on.
fn one_source(
    place: &Place,
    row: &Row,
    sources: &mut Vec<(String, String)>,
) -> Result<(), CatalogError> {
    match sources.iter().find(|(panel, _)| key(panel) == key(&row.panel)) {
        None => sources.push((place.filled("panel", &row.panel)?, row.source.clone())),
        Some((panel, source)) if *source != row.source => {
            let remedy = format!(
                "panel \"{panel}\" has the source \"{source}\", give each source a panel of its own"
            );
            return Err(place.bad("source", &row.source, remedy));
        }
        Some(_) => {}
    }
    Ok(())
}

/// The drug a row speaks of, which says the same about it as the rows before.
fn draft_of<'a>(
    place: &Place,
    row: &Row,
    drafts: &'a mut Vec<Draft>,
) -> Result<&'a mut Draft, CatalogError> {
    let mass = place.number("molar_mass_g_per_mol", &row.molar_mass_g_per_mol)?;
    let drug = Inhibitor {
        name: place.filled("drug", &row.drug)?,
        aliases: list(&row.also_called),
        molar_mass: MolarMass::from_grams_per_mole(mass),
        mechanism: place.word::<Mechanism>("mechanism", &row.mechanism)?,
        panels: Vec::new(),
        default_panel: 0,
        chosen_panel: 0,
        nak: Vec::new(),
    };
    let Some(at) = drafts.iter().position(|known| known.drug.name == drug.name) else {
        drafts.push(Draft { drug, default: None });
        let last = drafts.len() - 1;
        return Ok(&mut drafts[last]);
    };
    let known = &drafts[at].drug;
    let same = "it must be the same on every row of the drug";
    if known.molar_mass != drug.molar_mass {
        return Err(place.bad("molar_mass_g_per_mol", &row.molar_mass_g_per_mol, same));
    }
    if known.mechanism != drug.mechanism {
        return Err(place.bad("mechanism", &row.mechanism, same));
    }
    if known.aliases != drug.aliases {
        return Err(place.bad("also_called", &row.also_called, same));
    }
    Ok(&mut drafts[at])
}

fn add_to_panel(place: &Place, row: &Row, draft: &mut Draft) -> Result<(), CatalogError> {
    let metric = place.word::<Metric>("metric", &row.metric)?;
    let provenance = place.provenance(&row.entry())?;
    let jak = place.word::<Jak>("jak", &row.jak)?;
    let potency = potency(place, row, jak)?;
    let panels = &mut draft.drug.panels;
    let at = panels.iter().position(|panel| key(&panel.name) == key(&row.panel));
    let at = at.unwrap_or_else(|| {
        panels.push(Panel {
            name: row.panel.clone(),
            metric,
            potencies: PerJak::default(),
            provenance: provenance.clone(),
        });
        panels.len() - 1
    });
    let is_new = panels[at].potencies().next().is_none();
    let panel = &mut panels[at];
    if panel.metric != metric {
        return Err(place.bad("metric", &row.metric, "give each metric a panel of its own"));
    }
    if panel.potency(jak).is_some() {
        return Err(place.bad("jak", &jak, "it is in this panel already, give each kinase once"));
    }
    panel.provenance.verified = panel.provenance.verified.max(provenance.verified);
    panel.potencies[jak] = potency;
    match (row.default.as_str(), draft.default) {
        ("yes", Some(known)) if known != at => {
            Err(place.bad("default", "yes", "a drug has one default panel, write no"))
        }
        ("yes", None) if !is_new => {
            Err(place.bad("default", "yes", "it must be the same on every row of the panel"))
        }
        ("yes", _) => {
            draft.default = Some(at);
            Ok(())
        }
        ("no", Some(known)) if known == at => {
            Err(place.bad("default", "no", "it must be the same on every row of the panel"))
        }
        ("no", _) => Ok(()),
        (other, _) => Err(place.bad("default", other, "write yes or no")),
    }
}

/// The potency of a row; `None` where the row holds a ratio.
fn potency(place: &Place, row: &Row, jak: Jak) -> Result<Option<Potency>, CatalogError> {
    let metric = place.word::<Metric>("metric", &row.metric)?;
    let assay_atp = assay_atp(place, row, metric)?;
    if metric == Metric::Ratio {
        return match row.value_nm.as_str() {
            NONE => Ok(None),
            value => Err(place.bad("value_nm", value, "a ratio is no concentration, write none")),
        };
    }
    Ok(Some(Potency {
        jak,
        domain: place.word("domain", &row.domain)?,
        value: Concentration::from_nanomolar(place.number("value_nm", &row.value_nm)?),
        relation: place.word("relation", &row.relation)?,
        metric,
        assay_atp,
        provenance: place.provenance(&row.entry())?,
    }))
}

fn assay_atp(place: &Place, row: &Row, metric: Metric) -> Result<AssayAtp, CatalogError> {
    let (atp, mark) = (row.assay_atp_um.as_str(), row.assay_atp_verified.as_str());
    if metric != Metric::Ic50 {
        return match (atp, mark) {
            (NOT_APPLICABLE, NOT_APPLICABLE) => Ok(AssayAtp::NotApplicable),
            _ => Err(place.bad(
                "assay_atp_um",
                atp,
                "only an IC50 has an assay ATP, write n/a twice",
            )),
        };
    }
    if atp == NOT_APPLICABLE {
        return Err(place.bad("assay_atp_um", atp, "an IC50 needs an ATP: write a number or Km"));
    }
    let verified = place.word::<Verified>("assay_atp_verified", mark)?;
    if atp == "Km" {
        return Ok(AssayAtp::AtKm { verified });
    }
    let micromolar = place.number("assay_atp_um", atp)?;
    Ok(AssayAtp::Concentration { atp: Concentration::from_nanomolar(micromolar * 1e3), verified })
}

fn add_nak(table: &Table, inhibitors: &mut [Inhibitor]) -> Result<(), CatalogError> {
    for (place, row) in table.rows::<NakRow>()? {
        if row.metric != "Kd" {
            return Err(place.bad("metric", &row.metric, "write Kd"));
        }
        let found = NakAffinity {
            kinase: place.word("kinase", &row.kinase)?,
            dissociation: Concentration::from_nanomolar(place.number("value_nm", &row.value_nm)?),
            relation: place.word("relation", &row.relation)?,
            provenance: place.provenance(&row.entry())?,
        };
        let known = find(inhibitors, Kind::Inhibitor, &row.drug).map(|drug| drug.name.clone());
        let name = match known {
            Ok(name) => name,
            // The built-in rows may speak of drugs that a user's own table leaves out.
            Err(_) if !table.brought => continue,
            Err(error) => return Err(place.bad("drug", &row.drug, error.to_string())),
        };
        for drug in inhibitors.iter_mut().filter(|drug| drug.name == name) {
            if drug.nak.iter().any(|known| known.kinase == found.kinase) {
                let remedy = "the drug has it already, give each kinase once";
                return Err(place.bad("kinase", &row.kinase, remedy));
            }
            drug.nak.push(found.clone());
        }
    }
    Ok(())
}
