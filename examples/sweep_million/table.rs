//! The finished points of all shards as one table, and where its numbers come from beside it.

use crate::arguments::output::with_folder;
use jakstat::sweep::{CsvTable, Merge, Summary};
use std::error::Error;
use std::fs::File;
use std::path::{Path, PathBuf};

/// Writes the table, and with the end `.json` in place of `.csv` its provenance.
pub(crate) fn write(folders: &[PathBuf], csv: &Path) -> Result<Summary, Box<dyn Error>> {
    let merge = Merge::of(folders)?;
    with_folder("--csv", &csv.to_string_lossy())?;
    let refused = |path: &Path, why: std::io::Error| {
        format!("--csv {} cannot be written ({why}); give another file", path.display())
    };
    let file = File::create(csv).map_err(|why| refused(csv, why))?;
    let readouts: Vec<&str> = merge.recipe().readouts.iter().map(String::as_str).collect();
    let mut table = CsvTable::new(file, merge.conditions(), &readouts)?;
    let summary = merge.stream(&mut table)?;
    let json = csv.with_extension("json");
    let text = serde_json::to_string_pretty(&merge.provenance())?;
    std::fs::write(&json, text + "\n").map_err(|why| refused(&json, why))?;
    Ok(summary)
}
