//! From the blocks of `cytokines.toml` to [`Cytokine`]s.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::lookup::unambiguous;
use super::place::Place;
use super::tables::{Table, sourced_row};
use super::{
    Affinity, CatalogError, Chain, ChainRole, Cytokine, Jak, Partner, Receptor, Sourced, Stat,
    StatRole, StatUse,
};
use crate::units::{Concentration, MassConcentration, MolarMass};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    minor_jak: MinorJak,
    cytokine: Vec<Block>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Block {
    name: String,
    also_called: Vec<String>,
    responder: String,
    molar_mass: Mass,
    dose: Dose,
    receptor: Complex,
    chains: Vec<ChainRow>,
    stats: Stats,
    affinity: Apparent,
    first_contact: FirstContact,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChainRow {
    name: String,
    copies: u32,
    jaks: Vec<String>,
    #[serde(default)]
    minor_jaks: Vec<String>,
    #[serde(default)]
    unknown_jak: bool,
}

sourced_row!(MinorJak { weight: f64 });
sourced_row!(Mass { g_per_mol: f64, form: String });
sourced_row!(Dose { ng_per_ml: f64 });
sourced_row!(Complex { ligand_copies: u32, ligand_chains: u32, assignment_verified: String });
sourced_row!(Stats {
    main: Vec<String>,
    secondary: Vec<String>,
    #[serde(default)]
    heterodimers: Vec<(String, String)>,
});
sourced_row!(Apparent { kd_nm: f64 });
sourced_row!(FirstContact { chain: String, kd_nm: Option<f64> });

pub(super) fn read(table: &Table) -> Result<Vec<Cytokine>, CatalogError> {
    let document: Document = table.document()?;
    let place = table.place("minor_jak");
    let minor = Partner {
        jak: Jak::Jak1,
        weight: place.positive("weight", document.minor_jak.weight)?,
        verified: place.provenance(&document.minor_jak.entry())?.verified,
    };
    let cytokines = document
        .cytokine
        .iter()
        .map(|block| cytokine(&table.place(&block.name), block, minor))
        .collect::<Result<Vec<_>, _>>()?;
    unambiguous(table.file, &cytokines)?;
    Ok(cytokines)
}

fn cytokine(place: &Place, block: &Block, minor: Partner) -> Result<Cytokine, CatalogError> {
    let mass = place.positive("molar_mass.g_per_mol", block.molar_mass.g_per_mol)?;
    let dose = place.positive("dose.ng_per_ml", block.dose.ng_per_ml)?;
    let receptor = receptor(place, block, minor)?;
    let stats = stats(place, &block.stats)?;
    Ok(Cytokine {
        name: place.filled("name", &block.name)?,
        aliases: block.also_called.clone(),
        responder: place.filled("responder", &block.responder)?,
        form: place.filled("molar_mass.form", &block.molar_mass.form)?,
        molar_mass: place
            .sourced(MolarMass::from_grams_per_mole(mass), &block.molar_mass.entry())?,
        dose: place.sourced(MassConcentration::from_ng_per_ml(dose), &block.dose.entry())?,
        affinity: affinity(place, block, &receptor)?,
        receptor,
        unknown_chain: block
            .chains
            .iter()
            .find(|chain| chain.unknown_jak)
            .map(|chain| chain.name.clone()),
        heterodimers: heterodimers(place, &block.stats, &stats)?,
        stats,
        stats_provenance: place.provenance(&block.stats.entry())?,
    })
}

fn receptor(place: &Place, block: &Block, minor: Partner) -> Result<Receptor, CatalogError> {
    let row = &block.receptor;
    let assignment = place.word("receptor.assignment_verified", &row.assignment_verified)?;
    let mut names = BTreeSet::new();
    let mut chains = Vec::new();
    for row in &block.chains {
        if !names.insert(&row.name) {
            return Err(place.bad(
                "chains.name",
                &row.name,
                "give each chain once, with its copies",
            ));
        }
        count(place, "chains.copies", row.copies)?;
        chains.push(chain(
            place,
            row,
            Partner { verified: assignment, weight: 1.0, ..minor },
            minor,
        )?);
    }
    let open = block.chains.iter().filter(|chain| chain.unknown_jak).map(|chain| chain.copies);
    let held = chains.iter().filter(|chain| !chain.partners.is_empty()).map(|chain| chain.copies);
    let kinases: u32 = open.chain(held).sum();
    if kinases < 2 {
        return Err(place.bad("chains", &kinases, "two kinases must face each other in a complex"));
    }
    Ok(Receptor {
        ligand_copies: count(place, "receptor.ligand_copies", row.ligand_copies)?,
        ligand_chains: count(place, "receptor.ligand_chains", row.ligand_chains)?,
        chains,
        provenance: place.provenance(&row.entry())?,
        assignment,
    })
}

fn chain(
    place: &Place,
    row: &ChainRow,
    main: Partner,
    minor: Partner,
) -> Result<Chain, CatalogError> {
    let mut partners: Vec<Partner> = Vec::new();
    let of_rank = [(&row.jaks, "chains.jaks", main), (&row.minor_jaks, "chains.minor_jaks", minor)];
    for (names, field, rank) in of_rank {
        for name in names {
            let jak = place.word(field, name)?;
            if row.unknown_jak || partners.iter().any(|partner| partner.jak == jak) {
                let remedy = "give each kinase of a chain once, and none where it is unknown";
                return Err(place.bad(field, name, remedy));
            }
            partners.push(Partner { jak, ..rank });
        }
    }
    let holds_kinase = row.unknown_jak || !partners.is_empty();
    Ok(Chain {
        name: place.filled("chains.name", &row.name)?,
        copies: row.copies,
        role: if holds_kinase { ChainRole::Signalling } else { ChainRole::Alpha },
        partners,
    })
}

fn stats(place: &Place, row: &Stats) -> Result<Vec<StatUse>, CatalogError> {
    let mut stats: Vec<StatUse> = Vec::new();
    let of_role = [
        (&row.main, "stats.main", StatRole::Main),
        (&row.secondary, "stats.secondary", StatRole::Secondary),
    ];
    for (names, field, role) in of_role {
        for name in names {
            let stat = place.word(field, name)?;
            if stats.iter().any(|known| known.stat == stat) {
                return Err(place.bad(field, name, "give each STAT once"));
            }
            stats.push(StatUse { stat, role });
        }
    }
    if row.main.is_empty() {
        return Err(place.bad("stats.main", "", "name the STAT that carries the signal"));
    }
    Ok(stats)
}

fn heterodimers(
    place: &Place,
    row: &Stats,
    stats: &[StatUse],
) -> Result<Vec<(Stat, Stat)>, CatalogError> {
    let mut heterodimers = Vec::new();
    for (first, second) in &row.heterodimers {
        let pair =
            (place.word("stats.heterodimers", first)?, place.word("stats.heterodimers", second)?);
        let known = |stat| stats.iter().any(|known| known.stat == stat);
        if pair.0 == pair.1 || !known(pair.0) || !known(pair.1) {
            let remedy = "pair two different STATs of this cytokine";
            return Err(place.bad("stats.heterodimers", &format!("{first}, {second}"), remedy));
        }
        heterodimers.push(pair);
    }
    Ok(heterodimers)
}

fn affinity(place: &Place, block: &Block, receptor: &Receptor) -> Result<Affinity, CatalogError> {
    let apparent = place.positive("affinity.kd_nm", block.affinity.kd_nm)?;
    let first = &block.first_contact;
    if !receptor.chains.iter().any(|chain| chain.name == first.chain) {
        let remedy = "name one of the chains of this receptor";
        return Err(place.bad("first_contact.chain", &first.chain, remedy));
    }
    let contact = first.kd_nm.map(|kd| place.positive("first_contact.kd_nm", kd)).transpose()?;
    if contact.is_some_and(|kd| apparent > kd) {
        let remedy = "a receptor cannot bind more weakly than its first contact";
        return Err(place.bad("affinity.kd_nm", &apparent, remedy));
    }
    Ok(Affinity {
        apparent: place
            .sourced(Concentration::from_nanomolar(apparent), &block.affinity.entry())?,
        first_chain: Sourced {
            value: first.chain.clone(),
            provenance: place.provenance(&first.entry())?,
        },
        first_contact: contact.map(Concentration::from_nanomolar),
    })
}

fn count(place: &Place, field: &str, number: u32) -> Result<u32, CatalogError> {
    match number {
        1..=12 => Ok(number),
        _ => Err(place.bad(field, &number, "write a number from 1 to 12")),
    }
}
