//! The JSON documents of a checkpoint folder.

use super::FolderError;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Reads a document.
pub(super) fn read(path: &Path) -> Result<Value, FolderError> {
    let text = std::fs::read_to_string(path)
        .map_err(|source| FolderError::Read { path: path.into(), source })?;
    serde_json::from_str(&text)
        .map_err(|source| FolderError::Malformed { path: path.into(), source })
}

/// Understands a document that was read from `path`.
pub(super) fn understand<T: DeserializeOwned>(path: &Path, read: Value) -> Result<T, FolderError> {
    serde_json::from_value(read)
        .map_err(|source| FolderError::Malformed { path: path.into(), source })
}

/// Puts a file in its place as a whole: whoever is stopped on the way leaves the old one or none.
pub(super) fn place(path: &Path, bytes: &[u8]) -> Result<(), FolderError> {
    let new = unplaced(path);
    let written = File::create(&new)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&new, path));
    written.map_err(|source| FolderError::Write { path: path.into(), source })?;
    // The name itself is brought to the disk where the system can do that for a folder.
    if let Some(folder) = path.parent().and_then(|folder| File::open(folder).ok()) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// What a file is called until it is in its place.
pub(super) fn unplaced(path: &Path) -> PathBuf {
    let mut name = path.to_path_buf().into_os_string();
    name.push(".new");
    name.into()
}
