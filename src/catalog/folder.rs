//! A user's own tables.

use std::borrow::Cow;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::lookup::unknown;
use super::tables::Tables;
use super::{Catalog, CatalogError, Kind};

impl Catalog {
    /// A catalog from a folder of tables, through the same checks as the built-in ones.
    ///
    /// The folder holds any of `inhibitors.csv`, `nak_kinases.csv`, `enzymology.csv`, `cytokines.toml`, `cells.toml`,
    /// `pharmacokinetics.toml` and `labels.toml`. Each file stands in place of the built-in table of that name; the others stay as they are. Start
    /// from [`Catalog::built_in_tables`].
    ///
    /// # Errors
    ///
    /// [`CatalogError::Unreadable`], [`CatalogError::NoTables`], [`CatalogError::UnknownName`] for a table with a name
    /// that is not one of these, and for each mistake inside a table an error with file, row, field, value and remedy.
    pub fn from_folder(folder: impl AsRef<Path>) -> Result<Self, CatalogError> {
        let folder = folder.as_ref();
        let mut tables = Tables::built_in();
        let known = tables.each().map(|table| table.file);
        let unreadable = |path: &Path, source| CatalogError::Unreadable {
            path: path.into(),
            source: Arc::new(source),
        };
        let entries = fs::read_dir(folder).map_err(|source| unreadable(folder, source))?;
        for entry in entries {
            let path = entry.map_err(|source| unreadable(folder, source))?.path();
            let looks_like_table =
                path.extension().is_some_and(|extension| extension == "csv" || extension == "toml");
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if looks_like_table && !known.contains(&name.as_ref()) {
                return Err(unknown(Kind::Table, &name, known.into_iter()));
            }
            for table in tables.each().into_iter().filter(|table| table.file == name) {
                let text = fs::read_to_string(&path).map_err(|source| unreadable(&path, source))?;
                // Spreadsheets like to begin a file with a byte order mark.
                table.text = Cow::Owned(text.trim_start_matches('\u{feff}').into());
                table.brought = true;
            }
        }
        if tables.each().iter().all(|table| !table.brought) {
            return Err(CatalogError::NoTables { path: folder.into(), expected: known.into() });
        }
        Self::from_tables(&tables)
    }

    /// The built-in tables: the name and the text of each file, as a start for tables of one's own.
    pub fn built_in_tables() -> [(&'static str, Cow<'static, str>); 7] {
        Tables::built_in().each().map(|table| (table.file, table.text.clone()))
    }
}
