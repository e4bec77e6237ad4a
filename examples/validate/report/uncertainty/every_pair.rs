//! Every drug on every cytokine in every cell that has the receptor.

use super::super::alike::experiments;
use super::super::digits::significant;
use super::super::inhibitors::matrix::Matrix;
use super::super::{Found, protocol};
use super::{OF_PAIR, ends, ensemble, leading, most, printed, solving};
use jakstat::assay::{AssayError, Ic50Ensemble, Uncertain};
use jakstat::prelude::*;
use rayon::prelude::*;

pub(crate) struct EveryPair {
    pairs: Vec<Pair>,
}

/// A drug on a cytokine, in cells that no number tells apart.
struct Pair {
    cytokine: &'static Cytokine,
    cells: Vec<&'static Cell>,
    found: Ic50Ensemble,
}

pub(super) const HEAD: [&str; 8] = [
    "drug",
    "panels",
    "experiments",
    "high over low end of the interval, median",
    "panels matter most",
    "ATP",
    "abundances",
    "affinities",
];

const COLUMNS: [&str; 13] = [
    "inhibitor",
    "cytokine",
    "cell",
    "free_ic50_nM",
    "low_nM",
    "high_nM",
    "unsolved_draws",
    "draws_never_halved",
    "matters_most",
    "panels_factor",
    "atp_factor",
    "abundances_factor",
    "affinities_factor",
];

/// The drugs that compete with ATP and were measured on every kinase of the receptor.
fn drugs(cytokine: &Cytokine) -> Vec<&'static Inhibitor> {
    let catalog = Catalog::builtin();
    let Ok(receptor) = cytokine.receptor() else { return Vec::new() };
    let known = |drug: &&Inhibitor| {
        let mut used = Jak::ALL.into_iter().filter(|&jak| receptor.uses(jak));
        used.all(|jak| drug.effective(jak, catalog.enzymology()).is_ok())
    };
    catalog.inhibitors().filter(known).collect()
}

impl EveryPair {
    pub(super) fn new() -> Found<Self> {
        let ensemble = ensemble(OF_PAIR)?;
        let on = |(cytokine, cells): (&'static Cytokine, Vec<&'static Cell>)| {
            let drugs = drugs(cytokine);
            if drugs.is_empty() {
                return Ok(Vec::new());
            }
            let assay = protocol::assay(cytokine, cells[0]).options(solving());
            let found = assay.ic50_ensembles(&drugs, &ensemble)?;
            let pair = |found| Pair { cytokine, cells: cells.clone(), found };
            Ok(found.into_iter().map(pair).collect())
        };
        let found: Vec<Result<Vec<_>, AssayError>> =
            experiments().into_par_iter().map(on).collect();
        let mut pairs = Vec::new();
        for found in found {
            pairs.extend(found?);
        }
        Ok(Self { pairs })
    }

    pub(super) fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Draws of a pair.
    pub(super) fn draws(found: &Ic50Ensemble) -> usize {
        found.ic50s_nanomolar.len() + found.beyond + found.unsolved
    }

    pub(super) fn total(&self, count: impl Fn(&Ic50Ensemble) -> usize) -> usize {
        self.pairs.iter().map(|pair| count(&pair.found)).sum()
    }

    /// The largest relative difference to the IC50s of the matrix.
    pub(super) fn largest_difference(&self, matrix: &Matrix) -> f64 {
        let difference = |Pair { cytokine, cells, found }: &Pair| {
            let row = matrix.on(&found.inhibitor, cytokine.name(), cells[0].name());
            let row = row.filter(|row| row.relation == "=")?;
            Some((found.usual?.as_nanomolar() / row.ic50_nanomolar? - 1.0).abs())
        };
        self.pairs.iter().filter_map(difference).fold(0.0, f64::max)
    }

    /// How often each group matters most.
    fn counts(found: &[&Ic50Ensemble]) -> [usize; 4] {
        let most = |group| found.iter().filter(|of| leading(of).contains(&group)).count();
        Uncertain::ALL.map(most)
    }

    /// The group that matters most to most pairs, and to how many.
    pub(super) fn most_often(&self) -> (Uncertain, usize) {
        let counts = Self::counts(&self.pairs.iter().map(|pair| &pair.found).collect::<Vec<_>>());
        let ranked = Uncertain::ALL.into_iter().zip(counts);
        ranked.max_by_key(|(_, count)| *count).unwrap_or((Uncertain::Panels, 0))
    }

    /// One line per drug.
    pub(super) fn by_drug(&self) -> Vec<Vec<String>> {
        let of = |drug: &Inhibitor| {
            let found = self.pairs.iter().map(|pair| &pair.found);
            let found: Vec<_> = found.filter(|found| found.inhibitor == drug.name()).collect();
            let width = |found: &&Ic50Ensemble| {
                let (low, high) = ends(found);
                high / low
            };
            let widths: Vec<f64> = found.iter().map(width).collect();
            let median = jakstat::response::percentile(&widths, 0.5)?;
            let counted = [drug.panels().len(), widths.len()].map(|count| count.to_string());
            let known = [drug.name().into()].into_iter().chain(counted);
            let counts = Self::counts(&found).map(|count| count.to_string());
            Some(known.chain([significant(median, 2)]).chain(counts).collect())
        };
        Catalog::builtin().inhibitors().filter_map(of).collect()
    }

    /// All of it as a table, drug after drug.
    pub(super) fn csv(&self) -> Found<String> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(COLUMNS)?;
        let mut pairs: Vec<_> = self.pairs.iter().collect();
        pairs.sort_by(|a, b| a.found.inhibitor.cmp(&b.found.inhibitor));
        for Pair { cytokine, cells, found } in pairs {
            let usual = found.usual.map(Concentration::as_nanomolar);
            let (low, high) = ends(found);
            let numbers = [
                usual.map_or(String::new(), |ic50| significant(ic50, 2)),
                significant(low, 2),
                significant(high, 2),
                found.unsolved.to_string(),
                found.beyond.to_string(),
                most(found),
            ];
            let factors = Uncertain::ALL.map(|group| printed(found, group));
            for cell in cells {
                let names = [found.inhibitor.as_str(), cytokine.name(), cell.name()];
                let words = names.iter().map(ToString::to_string);
                writer.write_record(words.chain(numbers.clone()).chain(factors.clone()))?;
            }
        }
        Ok(String::from_utf8(writer.into_inner()?)?)
    }
}
