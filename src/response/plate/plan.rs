//! The plate as the least squares see it: unit-free wells and the place of each parameter.

use super::data::{PlateData, PlateRow};
use super::options::{FitOptions, Setting};
use super::result::Parameter;
use crate::response::error::ResponseError;
use crate::response::least_squares::{Layout, ROLES, Slot, Well, ends};
use crate::response::logistic::{Logistic, log_dose};
use crate::response::start::direction;

const PARAMETERS: [Parameter; ROLES] =
    [Parameter::Top, Parameter::Bottom, Parameter::Log10Ic50, Parameter::LnHill];

/// Responses as fractions of the largest, log10 doses from their mean: nothing depends on units.
pub(super) struct Plan {
    pub(super) wells: Vec<Well>,
    pub(super) layout: Layout,
    pub(super) parameters: Vec<(Parameter, Option<String>)>,
    centre: f64,
    scale: f64,
}

impl Plan {
    pub(super) fn new(data: &PlateData, options: &FitOptions) -> Result<Self, ResponseError> {
        options.check()?;
        let rows = data.rows();
        let logs = || rows.iter().map(|row| log_dose(row.dose.as_nanomolar()));
        let positive = logs().filter(|x| x.is_finite()).count();
        if positive == 0 {
            let what = "positive doses of the plate".to_owned();
            return Err(ResponseError::TooFew { what, have: 0, need: 2 });
        }
        let centre = logs().filter(|x| x.is_finite()).sum::<f64>() / positive as f64;
        let largest = rows.iter().map(|row| row.response.abs()).fold(0.0, f64::max);
        let scale = if largest > 0.0 { largest } else { 1.0 };
        let well = |(x, row): (f64, &PlateRow)| Well {
            curve: data.curves().iter().position(|name| *name == row.curve).unwrap_or(0),
            x: x - centre,
            response: row.response / scale,
            root_weight: row.weight.sqrt(),
        };
        let wells = logs().zip(rows).map(well).collect();
        let layout = Layout { slots: Vec::new(), directions: Vec::new(), free: 0 };
        let mut plan = Self { wells, layout, parameters: Vec::new(), centre, scale };
        plan.place(data.curves(), options);
        plan.check(data.curves())?;
        let read = |curve| direction(&plan.wells_of(curve));
        let curves = 0..data.curves().len();
        plan.layout.directions =
            curves.map(|curve| options.direction.unwrap_or_else(|| read(curve))).collect();
        Ok(plan)
    }

    /// Lowest and highest scaled log10 dose above zero.
    pub(super) fn ends(&self) -> (f64, f64) {
        ends(&self.wells)
    }

    /// A scaled log10 dose as log10 nM.
    pub(super) fn log_nanomolar(&self, x: f64) -> f64 {
        x + self.centre
    }

    /// The wells of one curve.
    pub(super) fn wells_of(&self, curve: usize) -> Vec<Well> {
        self.wells.iter().filter(|well| well.curve == curve).copied().collect()
    }

    /// The curve in the user's units.
    pub(super) fn unscaled(&self, curve: &Logistic) -> Logistic {
        let (top, bottom) = (curve.top * self.scale, curve.bottom * self.scale);
        Logistic { top, bottom, x50: curve.x50 + self.centre, ..*curve }
    }

    /// The user's unit of a free parameter, in scaled units.
    pub(super) fn unit(&self, position: usize) -> f64 {
        match self.parameters[position].0 {
            Parameter::Top | Parameter::Bottom => self.scale,
            Parameter::Log10Ic50 | Parameter::LnHill => 1.0,
        }
    }

    /// The user's unit of the response, in scaled units.
    pub(super) const fn scale(&self) -> f64 {
        self.scale
    }

    fn inward(&self, role: Parameter, value: f64) -> f64 {
        match role {
            Parameter::Top | Parameter::Bottom => value / self.scale,
            Parameter::Log10Ic50 => libm::log10(value) - self.centre,
            Parameter::LnHill => libm::log(value),
        }
    }

    fn place(&mut self, curves: &[String], options: &FitOptions) {
        let settings = [options.top, options.bottom, options.ic50, options.hill];
        let mut shared = [None; ROLES];
        for name in curves {
            let mut slots = [Slot::Fixed(0.0); ROLES];
            for (role, setting) in settings.into_iter().enumerate() {
                let next = self.parameters.len();
                slots[role] = match (setting, shared[role]) {
                    (Setting::Fixed(value), _) => Slot::Fixed(self.inward(PARAMETERS[role], value)),
                    (Setting::Shared, Some(position)) => Slot::Free(position),
                    (Setting::Shared, None) => {
                        shared[role] = Some(next);
                        self.parameters.push((PARAMETERS[role], None));
                        Slot::Free(next)
                    }
                    (Setting::Own, _) => {
                        self.parameters.push((PARAMETERS[role], Some(name.clone())));
                        Slot::Free(next)
                    }
                };
            }
            self.layout.slots.push(slots);
        }
        self.layout.free = self.parameters.len();
    }

    fn check(&self, curves: &[String]) -> Result<(), ResponseError> {
        let enough = |what: String, have: usize, need: usize| {
            if have < need { Err(ResponseError::TooFew { what, have, need }) } else { Ok(()) }
        };
        for (index, name) in curves.iter().enumerate() {
            let mut doses: Vec<f64> = self.wells_of(index).iter().map(|well| well.x).collect();
            doses.sort_by(f64::total_cmp);
            doses.dedup();
            let positive = doses.iter().filter(|x| x.is_finite()).count();
            enough(format!("different positive doses of curve {name:?}"), positive, 2)?;
            let own = self.parameters.iter().filter(|p| p.1.as_ref() == Some(name)).count();
            enough(format!("different doses of curve {name:?}"), doses.len(), own)?;
        }
        enough("wells of the plate".to_owned(), self.wells.len(), self.layout.free + 1)
    }
}
