//! A table of values in colour: rows by columns.

use std::path::Path;

use super::canvas::sheet;
use super::colour_bar::ColourBar;
use super::figure::{MARGIN, Title};
use super::heat_key::HeatKey;
use super::heat_table::HeatTable;
use super::{ColourScale, HeatCell, PlotError, check, save};

const NARROWEST: f64 = 640.0;

/// A heat map of values in nM, one row per inhibitor and one column per cytokine, or whatever else.
#[derive(Debug, Clone, Default)]
pub struct HeatMap {
    title: String,
    value_name: String,
    pub(super) row_name: String,
    pub(super) column_name: String,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<(String, Vec<HeatCell>)>,
    scale: ColourScale,
    range: Option<(f64, f64)>,
}

impl HeatMap {
    /// A table with no rows yet.
    pub fn new<L: Into<String>>(
        title: impl Into<String>,
        columns: impl IntoIterator<Item = L>,
    ) -> Self {
        Self {
            title: title.into(),
            value_name: "IC50 (nM)".into(),
            columns: columns.into_iter().map(Into::into).collect(),
            ..Self::default()
        }
    }

    /// One more row, with a cell for each column.
    #[must_use]
    pub fn row(mut self, name: impl Into<String>, cells: &[HeatCell]) -> Self {
        self.rows.push((name.into(), cells.to_vec()));
        self
    }

    /// What the colours stand for, with the unit ("free IC50 (nM)").
    #[must_use]
    pub fn value_name(mut self, name: impl Into<String>) -> Self {
        self.value_name = name.into();
        self
    }

    /// What the rows and the columns are ("inhibitor", "cytokine").
    #[must_use]
    pub fn axis_names(mut self, rows: impl Into<String>, columns: impl Into<String>) -> Self {
        (self.row_name, self.column_name) = (rows.into(), columns.into());
        self
    }

    /// How values become colours; logarithmic unless set.
    #[must_use]
    pub const fn scale(mut self, scale: ColourScale) -> Self {
        self.scale = scale;
        self
    }

    /// The values at the dark and the light end of the colours; by default the values' own range.
    #[must_use]
    pub fn range(mut self, low: f64, high: f64) -> Self {
        self.range = Some((low, high));
        self
    }

    /// The picture as SVG.
    ///
    /// # Errors
    ///
    /// There is no row or column, a row has too many or too few cells, a value or bound is not finite
    /// or on a logarithm not above zero, the range is inverted, or a label cannot be written.
    pub fn svg(&self) -> Result<String, PlotError> {
        self.check()?;
        let values: Vec<f64> = self.cells().filter_map(HeatCell::value).collect();
        let bar = ColourBar::new(self.scale, &values, self.range, &self.value_name);
        let key = HeatKey::of(self.cells());
        let table = HeatTable::new(self);
        let beside = bar.width().max(key.width());
        let width = NARROWEST.max(table.width() + beside + 3.0 * MARGIN);
        let title = Title::new(&self.title, width - 2.0 * MARGIN);
        let top = MARGIN + title.height() + 14.0;
        let down = table.height().max(table.head() + bar.height() + key.height());
        sheet(width, top + down + MARGIN, |canvas| {
            title.draw(canvas, (MARGIN, MARGIN))?;
            table.draw(canvas, (MARGIN, top), &bar)?;
            let left = 2.0 * MARGIN + table.width();
            bar.draw(canvas, (left, top + table.head()))?;
            key.draw(canvas, (left, top + table.head() + bar.height()))
        })
    }

    /// Writes the picture to a file.
    ///
    /// # Errors
    ///
    /// As [`svg`](Self::svg), or the file cannot be written.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), PlotError> {
        save(&self.svg()?, path.as_ref())
    }

    fn cells(&self) -> impl Iterator<Item = HeatCell> + '_ {
        self.rows.iter().flat_map(|(_, cells)| cells.iter().copied())
    }

    fn check(&self) -> Result<(), PlotError> {
        check::some("the heat map", &self.columns, "column")?;
        check::some("the heat map", &self.rows, "row")?;
        for (name, cells) in &self.rows {
            let field = format!("row {name:?}");
            check::length(&field, cells.len(), self.columns.len())?;
            // Cells without a number pass as 1, so that an error counts cells as the caller does.
            let numbers: Vec<f64> = cells.iter().map(|cell| cell.number().unwrap_or(1.0)).collect();
            self.check_numbers(&field, &numbers)?;
        }
        if let Some((low, high)) = self.range {
            self.check_numbers("range of colours", &[low, high])?;
            check::ordered("range of colours", &[low], &[high])?;
        }
        Ok(())
    }

    /// Numbers that have a place on the scale.
    fn check_numbers(&self, field: &str, numbers: &[f64]) -> Result<(), PlotError> {
        match self.scale {
            ColourScale::Logarithmic => check::positive(field, numbers),
            ColourScale::Linear | ColourScale::TwoSided => check::finite(field, numbers),
        }
    }
}
