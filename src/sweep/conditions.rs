//! What varies from point to point.

use super::{Quantity, SweepError, Swept};
use serde::{Deserialize, Serialize};

/// The points of a sweep: each gives a value to every varied quantity.
///
/// No point is stored: a list keeps its rows, a grid its axes, and the values of a point are computed from
/// its index. In a file, quantities stand under their names.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(try_from = "Document", into = "Document")]
pub struct Conditions {
    /// The quantities of the list, then those of the axes.
    names: Vec<String>,
    /// Row after row, each with one value per quantity of the list.
    rows: Vec<f64>,
    /// How many rows there are; without a list one, of no quantity.
    row_count: usize,
    axes: Vec<Vec<f64>>,
    points: usize,
}

impl Conditions {
    /// One point, at which nothing is varied.
    pub fn single() -> Self {
        Self { row_count: 1, points: 1, ..Self::default() }
    }

    /// Varies one more quantity over `values`, at every point so far: a grid. The quantity named
    /// last changes fastest.
    ///
    /// # Errors
    /// [`SweepError`] for an unknown or repeated name, an empty list, a value that is not finite, or more
    /// points than can be counted.
    pub fn vary<S: Swept>(
        self,
        system: &S,
        name: &str,
        values: &[f64],
    ) -> Result<Self, SweepError> {
        Quantity::named(system, name)?;
        self.along(name.into(), values.to_vec())
    }

    /// A list of points: `rows` gives each point's value for every name, in the order of the names.
    ///
    /// # Errors
    /// [`SweepError`] for an unknown or repeated name, a row of the wrong length, no rows, or a value
    /// that is not finite.
    pub fn list<S: Swept>(
        system: &S,
        names: &[&str],
        rows: &[Vec<f64>],
    ) -> Result<Self, SweepError> {
        for name in names {
            Quantity::named(system, name)?;
        }
        let list = Self::listed(names.iter().map(|&name| name.into()).collect(), rows)?;
        if rows.is_empty() {
            return Err(SweepError::Empty { name: names.join(", ") });
        }
        Ok(list)
    }

    fn listed(names: Vec<String>, rows: &[Vec<f64>]) -> Result<Self, SweepError> {
        let mut list = Self { row_count: rows.len(), points: rows.len(), ..Self::default() };
        for name in names {
            list.name(name)?;
        }
        let wanted = list.names.len();
        list.rows.reserve_exact(wanted * rows.len());
        for (row, values) in rows.iter().enumerate() {
            if values.len() != wanted {
                return Err(SweepError::RowLength { row, given: values.len(), wanted });
            }
            for (name, &value) in list.names.iter().zip(values) {
                check(name, &[value])?;
            }
            list.rows.extend_from_slice(values);
        }
        Ok(list)
    }

    fn along(mut self, name: String, values: Vec<f64>) -> Result<Self, SweepError> {
        check(&name, &values)?;
        let Some(points) = self.points.checked_mul(values.len()) else {
            return Err(SweepError::TooManyPoints { name });
        };
        self.name(name)?;
        self.points = points;
        self.axes.push(values);
        Ok(self)
    }

    fn name(&mut self, name: String) -> Result<(), SweepError> {
        if self.names.contains(&name) {
            return Err(SweepError::Repeated { name });
        }
        self.names.push(name);
        Ok(())
    }

    /// Number of points.
    pub fn len(&self) -> usize {
        self.points
    }

    /// Whether there is no point.
    pub fn is_empty(&self) -> bool {
        self.points == 0
    }

    /// Names of the varied quantities.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Values of the varied quantities at a point, in the order of the names; none where there is no such
    /// point.
    pub fn point(&self, index: usize) -> Vec<f64> {
        let mut values = vec![0.0; self.names.len()];
        if index >= self.points {
            return Vec::new();
        }
        let listed = values.len() - self.axes.len();
        let mut row = index;
        for (value, axis) in values[listed..].iter_mut().zip(&self.axes).rev() {
            *value = axis[row % axis.len()];
            row /= axis.len();
        }
        values[..listed].copy_from_slice(&self.rows[row * listed..(row + 1) * listed]);
        values
    }

    /// What the names stand for in `system`.
    pub(super) fn quantities<S: Swept>(&self, system: &S) -> Result<Vec<Quantity>, SweepError> {
        self.names.iter().map(|name| Quantity::named(system, name)).collect()
    }
}

fn check(name: &str, values: &[f64]) -> Result<(), SweepError> {
    if values.is_empty() {
        return Err(SweepError::Empty { name: name.into() });
    }
    match values.iter().find(|value| !value.is_finite()) {
        Some(&value) => Err(SweepError::NotFinite { name: name.into(), value }),
        None => Ok(()),
    }
}

/// Conditions in a file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    /// Names of the quantities that the rows set.
    listed: Vec<String>,
    rows: Vec<Vec<f64>>,
    axes: Vec<Axis>,
}

/// A quantity varied at every point of the list, the last one fastest.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Axis {
    name: String,
    values: Vec<f64>,
}

impl From<Conditions> for Document {
    fn from(conditions: Conditions) -> Self {
        let Conditions { mut names, rows, row_count, axes, .. } = conditions;
        let varied = names.split_off(names.len() - axes.len());
        let row = |k| rows[k * names.len()..(k + 1) * names.len()].to_vec();
        let rows = (0..row_count).map(row).collect();
        let axis = |(name, values)| Axis { name, values };
        Self { listed: names, rows, axes: varied.into_iter().zip(axes).map(axis).collect() }
    }
}

impl TryFrom<Document> for Conditions {
    type Error = SweepError;

    fn try_from(document: Document) -> Result<Self, SweepError> {
        let Document { listed, rows, axes } = document;
        let list = Self::listed(listed, &rows)?;
        axes.into_iter().try_fold(list, |grid, Axis { name, values }| grid.along(name, values))
    }
}
