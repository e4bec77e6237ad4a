//! The built-in catalogue with one table changed, read as a user's own tables are.

use super::Found;
use jakstat::prelude::Catalog;
use std::path::PathBuf;

/// The catalogue once `change` has been made to the text of a table.
pub(crate) fn changed(file: &str, change: impl FnOnce(String) -> String) -> Found<Catalog> {
    let tables = Catalog::built_in_tables();
    let table = tables.into_iter().find(|(name, _)| *name == file);
    let (_, text) = table.ok_or_else(|| format!("no built-in table is called {file}"))?;
    let folder = Folder::new(file)?;
    std::fs::write(folder.0.join(file), change(text.into_owned()))?;
    Ok(Catalog::from_folder(&folder.0)?)
}

/// A folder that is gone after use.
struct Folder(PathBuf);

impl Folder {
    fn new(of: &str) -> Found<Self> {
        let name = format!("jakstat-validate-{of}-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
