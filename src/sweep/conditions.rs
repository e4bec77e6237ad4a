//! What varies from point to point.

use super::SweepError;
use crate::closest::closest;
use crate::network::Model;
use crate::ode::System;

/// A named number of a model that a point can set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    /// A parameter, by its index among the inputs.
    Parameter(usize),
    /// The initial value of a species, by its index among the states, in nM.
    Initial(usize),
}

impl Quantity {
    /// The parameter or else the species of that name.
    ///
    /// # Errors
    /// [`SweepError::Unknown`], with the closest name there is.
    pub fn named(model: &Model, name: &str) -> Result<Self, SweepError> {
        let no_parameter = match model.parameter(name) {
            Ok(index) => return Ok(Self::Parameter(index)),
            Err(error) => error,
        };
        let no_species = match model.species(name) {
            Ok(index) => return Ok(Self::Initial(index)),
            Err(error) => error,
        };
        // The kind that holds the closest name of all answers.
        let parameters = model.parameter_names();
        let known = parameters.iter().copied().chain(model.species_names());
        let source = match closest(name, known) {
            Some(meant) if parameters.contains(&meant) => no_parameter,
            _ => no_species,
        };
        Err(SweepError::Unknown { source: Box::new(source) })
    }
}

/// The points of a sweep: each gives a value to every varied quantity.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Conditions {
    quantities: Vec<Quantity>,
    names: Vec<String>,
    /// Row after row, one row per point.
    values: Vec<f64>,
    points: usize,
}

impl Conditions {
    /// One point, at which nothing is varied.
    pub fn single() -> Self {
        Self { points: 1, ..Self::default() }
    }

    /// Varies one more quantity over `values`, at every point so far: a grid. The quantity named
    /// last changes fastest.
    ///
    /// # Errors
    /// [`SweepError`] for an unknown or repeated name, an empty list, or a value that is not finite.
    pub fn vary(mut self, model: &Model, name: &str, values: &[f64]) -> Result<Self, SweepError> {
        self.add(model, name)?;
        check(name, values)?;
        let old = self.quantities.len() - 1;
        let mut grid = Vec::with_capacity(self.points * values.len() * (old + 1));
        for point in 0..self.points {
            for &value in values {
                grid.extend_from_slice(&self.values[point * old..(point + 1) * old]);
                grid.push(value);
            }
        }
        self.points *= values.len();
        self.values = grid;
        Ok(self)
    }

    /// A list of points: `rows` gives each point's value for every name, in the order of the names.
    ///
    /// # Errors
    /// [`SweepError`] for an unknown or repeated name, a row of the wrong length, no rows, or a value
    /// that is not finite.
    pub fn list(model: &Model, names: &[&str], rows: &[Vec<f64>]) -> Result<Self, SweepError> {
        let mut list = Self::default();
        for name in names {
            list.add(model, name)?;
        }
        if rows.is_empty() {
            return Err(SweepError::Empty { name: names.join(", ") });
        }
        for (row, values) in rows.iter().enumerate() {
            if values.len() != names.len() {
                return Err(SweepError::RowLength {
                    row,
                    given: values.len(),
                    wanted: names.len(),
                });
            }
            for (name, &value) in names.iter().zip(values) {
                check(name, &[value])?;
            }
            list.values.extend_from_slice(values);
        }
        list.points = rows.len();
        Ok(list)
    }

    fn add(&mut self, model: &Model, name: &str) -> Result<(), SweepError> {
        let quantity = Quantity::named(model, name)?;
        if self.quantities.contains(&quantity) {
            return Err(SweepError::Repeated { name: name.into() });
        }
        self.quantities.push(quantity);
        self.names.push(name.into());
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

    /// Values of the varied quantities at a point, in the order of the names.
    pub fn point(&self, index: usize) -> &[f64] {
        let n = self.quantities.len();
        &self.values[index * n..(index + 1) * n]
    }

    /// The varied quantities, in the order of the names.
    pub(super) fn quantities(&self) -> &[Quantity] {
        &self.quantities
    }

    /// Parameters and initial states of `model` at a point.
    pub(super) fn start(&self, model: &Model, index: usize) -> (Vec<f64>, Vec<f64>) {
        let mut parameters = model.default_parameters();
        let set = self.quantities.iter().zip(self.point(index));
        for (quantity, &value) in set.clone() {
            if let Quantity::Parameter(i) = *quantity {
                parameters[i] = value;
            }
        }
        let mut initial = model.initial(&parameters);
        for (quantity, &value) in set {
            if let Quantity::Initial(i) = *quantity {
                initial[i] = value;
            }
        }
        debug_assert_eq!(parameters.len(), model.inputs());
        (parameters, initial)
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
