//! Files that an example writes; a folder that is not there yet is made.

use super::Arguments;
use serde::Serialize;
use std::fs::File;
use std::path::Path;

impl Arguments {
    /// The file behind an option, or `default`; its folder exists afterwards.
    pub(crate) fn output<'a>(&'a self, name: &str, default: &'a str) -> Result<&'a str, String> {
        let file = self.text(name).unwrap_or(default);
        with_folder(&format!("--{name}"), file)?;
        Ok(file)
    }

    /// The table behind `--csv`, if one is asked for, with its head written.
    pub(crate) fn table(&self, head: &[&str]) -> Result<Option<Table>, String> {
        self.text("csv").map(|_| Table::create(self.output("csv", "")?, head)).transpose()
    }
}

/// Makes the folder of a file that `what` gave.
pub(crate) fn with_folder(what: &str, file: &str) -> Result<(), String> {
    if file.is_empty() {
        return Err(format!("{what} is empty: give the name of a file"));
    }
    let folder = Path::new(file).parent().unwrap_or(Path::new(""));
    std::fs::create_dir_all(folder)
        .map_err(|why| format!("{what} {file}: its folder cannot be made ({why}); give another"))
}

/// A CSV file while it is written.
#[derive(Debug)]
pub(crate) struct Table {
    file: String,
    writer: csv::Writer<File>,
}

impl Table {
    /// A new file with a head; an empty head leaves it to rows that know their own columns.
    pub(crate) fn create(file: &str, head: &[&str]) -> Result<Self, String> {
        let opened = csv::Writer::from_path(file).map_err(|why| refused(file, &why.into()))?;
        let mut table = Self { file: file.to_owned(), writer: opened };
        if !head.is_empty() {
            table.row(head)?;
        }
        Ok(table)
    }

    /// One more row.
    pub(crate) fn row<R: Serialize>(&mut self, row: R) -> Result<(), String> {
        self.writer.serialize(row).map_err(|why| refused(&self.file, &why.into()))
    }

    /// Everything is in the file afterwards.
    pub(crate) fn finish(mut self) -> Result<(), String> {
        self.writer.flush().map_err(|why| refused(&self.file, &why))
    }
}

fn refused(file: &str, why: &std::io::Error) -> String {
    format!("--csv {file} cannot be written ({why}); give another file, or make room")
}
