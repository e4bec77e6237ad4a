//! A folder taken for a sweep, by this process alone.

use super::document::{self, place, unplaced};
use super::folder::{CONDITIONS, LOG, MANIFEST};
use super::log::{Log, Records, start};
use super::manifest::{against_resuming, key};
use super::scan::Scan;
use super::{Conditions, FolderError, Manifest};
use serde::Serialize;
use serde_json::Value;
use std::fs::{File, TryLockError};
use std::path::Path;

const LOCK: &str = "lock";

/// A folder taken for a sweep; it is free again when this is dropped, or when the process ends in whatever way.
#[derive(Debug)]
pub(super) struct Claim {
    pub(super) log: Log,
    pub(super) scan: Scan,
    /// Points in a chunk.
    pub(super) chunk: usize,
    _lock: Lock,
}

/// A lock that ends with this value.
#[derive(Debug)]
struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        // A process that is just being started by this one shares its files for a moment: closing would not do.
        let _ = self.0.unlock();
    }
}

impl Claim {
    /// Takes a folder for the sweep that `manifest` describes: a new one, or one in which it was begun. The length of
    /// chunks is that of the folder, unless it was `asked` for.
    pub(super) fn new(
        folder: &Path,
        manifest: Manifest,
        conditions: &Conditions,
        asked: Option<usize>,
    ) -> Result<Self, FolderError> {
        make(folder)?;
        let lock = lock(folder)?;
        let path = folder.join(MANIFEST);
        let mut manifest = manifest;
        let written = if is_there(&path)? {
            let there = document::read(&path)?;
            let chunk = there["chunk"].as_u64().and_then(|chunk| usize::try_from(chunk).ok());
            manifest.chunk = asked.or(chunk).unwrap_or(manifest.chunk);
            if let Some(found) = against_resuming(&there, &value(&path, &manifest)?) {
                return Err(found.in_folder(folder));
            }
            there
        } else {
            let conditions = value(&folder.join(CONDITIONS), conditions)?;
            place(&folder.join(CONDITIONS), conditions.to_string().as_bytes())?;
            let here = value(&path, &manifest)?;
            place(&path, format!("{here:#}\n").as_bytes())?;
            here
        };
        let path = folder.join(LOG);
        if !is_there(&path)? {
            place(&path, &start(key(&written)))?;
        }
        let mut scan = Scan::new(Records::open(&path, key(&written))?, &manifest)?;
        if let Some(damage) = scan.damage.take() {
            return Err(damage);
        }
        let log = Log::resume(&path, scan.sound)?;
        Ok(Self { log, scan, chunk: manifest.chunk, _lock: lock })
    }
}

/// Makes a folder, or refuses one that is in use for something else.
fn make(folder: &Path) -> Result<(), FolderError> {
    if folder.is_file() {
        return Err(FolderError::NotAFolder { path: folder.into() });
    }
    std::fs::create_dir_all(folder)
        .map_err(|source| FolderError::Write { path: folder.into(), source })?;
    if is_there(&folder.join(MANIFEST))? {
        return Ok(());
    }
    let refused = |source| FolderError::Read { path: folder.into(), source };
    // What is left of a sweep that was stopped before it had a manifest.
    let begun = [LOCK, CONDITIONS].map(|name| folder.join(name));
    let unplaced = [CONDITIONS, MANIFEST].map(|name| unplaced(&folder.join(name)));
    for entry in std::fs::read_dir(folder).map_err(refused)? {
        let entry = entry.map_err(refused)?;
        if !begun.contains(&entry.path()) && !unplaced.contains(&entry.path()) {
            let found = entry.file_name().to_string_lossy().into_owned();
            return Err(FolderError::Foreign { path: folder.into(), found });
        }
    }
    Ok(())
}

fn lock(folder: &Path) -> Result<Lock, FolderError> {
    let path = folder.join(LOCK);
    let refused = |source| FolderError::Write { path: path.clone(), source };
    let opened = File::options().create(true).truncate(false).write(true).open(&path);
    let file = opened.map_err(refused)?;
    match file.try_lock() {
        Ok(()) => Ok(Lock(file)),
        Err(TryLockError::WouldBlock) => Err(FolderError::Busy { path: folder.into() }),
        Err(TryLockError::Error(source)) => Err(refused(source)),
    }
}

fn is_there(path: &Path) -> Result<bool, FolderError> {
    path.try_exists().map_err(|source| FolderError::Read { path: path.into(), source })
}

fn value(path: &Path, thing: &impl Serialize) -> Result<Value, FolderError> {
    serde_json::to_value(thing)
        .map_err(|source| FolderError::Malformed { path: path.into(), source })
}
