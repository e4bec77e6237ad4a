//! The front door: one experiment, or a screen of many, in the words of the laboratory.
//!
//! Knows the catalogue, pathways, sweeps and curves. An [`Assay`] is a cell, a stimulus and a reading;
//! asked for a dose-response curve it builds the pathway, lets the cell rest, pre-incubates with the
//! drug, stimulates at time 0 and reads the phospho-STAT.

mod adaptive;
mod agent;
mod agonist;
mod band;
mod biochemical;
mod biochemical_error;
mod biochemical_mixture;
mod combination;
mod day;
mod dose_response;
mod doses;
mod ensemble;
mod error;
mod experiment;
mod ranges;
mod reading;
mod screen;
mod sensitivity;
mod simulate;
mod time_course;

pub use adaptive::AdaptiveDoseResponse;
pub use agent::{Agent, AgentResponse};
pub use agonist::{CytokineCurve, CytokineCurves};
pub use band::Uncertainty;
pub use biochemical::{BiochemicalAssay, Endpoint, Supply};
pub use biochemical_error::BiochemicalError;
pub use combination::{Combination, CombinationRow};
pub use day::{
    DailyInhibition, DynamicDay, Engagement, EqualDose, ExVivo, Inhibition, Jak2Sparing, Moment,
    Period, VirtualDay, VirtualPatients, Way, jak2_sparing_ratio,
};
pub use dose_response::DoseResponse;
pub use doses::DoseGrid;
pub use ensemble::{Ensemble, GroupSpread, Ic50Ensemble, Uncertain};
pub use error::AssayError;
pub use experiment::Assay;
pub use reading::Reading;
pub use screen::{Screen, ScreenRow};
pub use sensitivity::AssaySensitivity;
pub use time_course::TimeCourse;
