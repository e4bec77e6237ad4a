//! Pictures a person would put on a slide: dose-response curves, time courses and heat maps, as SVG.
//!
//! Knows plain numbers, names and how to lay out a picture. Does not know where the numbers came
//! from: doses and concentrations come in as `f64` in nM, times in s. The same input gives the same
//! bytes. Every picture is checked before it is drawn, and a number that has no place on its axis
//! is an error that names it.
//!
//! ```
//! use jakstat::plot::{Band, DoseResponsePlot, DoseSeries};
//!
//! # fn main() -> Result<(), jakstat::plot::PlotError> {
//! let doses = [1.0, 10.0, 100.0];
//! let svg = DoseResponsePlot::new("IL-6 in CD4 T cells")
//!     .dose_name("free baricitinib")
//!     .response_name("pSTAT3 at 15 min (nM)")
//!     .series(
//!         DoseSeries::new("baricitinib")
//!             .curve(&doses, &[9.0, 5.0, 1.0])
//!             .band(Band::new("band: ATP 1–5 mM", &doses, &[8.0, 3.0, 0.5], &[9.5, 7.0, 2.0]))
//!             .mark("IC50", 10.0),
//!     )
//!     .svg()?;
//! assert!(svg.contains("IC50 10 nM"));
//! # Ok(())
//! # }
//! ```

mod axis;
mod canvas;
mod chart;
mod check;
mod colour_bar;
mod colour_scale;
mod dose_response;
mod dose_series;
mod error;
mod figure;
mod heat_cell;
mod heat_key;
mod heat_map;
mod heat_table;
mod legend;
mod palette;
mod symbol;
mod text;
mod time_course;

pub use colour_scale::ColourScale;
pub use dose_response::{DoseResponsePlot, DoseUnit};
pub use dose_series::{Band, DoseSeries};
pub use error::PlotError;
pub use heat_cell::HeatCell;
pub use heat_map::HeatMap;
pub use time_course::{LineStyle, TimeCoursePlot, TimeSeries};

use std::path::Path;

fn save(svg: &str, path: &Path) -> Result<(), PlotError> {
    std::fs::write(path, svg)
        .map_err(|source| PlotError::NotSaved { path: path.to_path_buf(), source })
}
