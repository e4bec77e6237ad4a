//! Finished chunks in a file that only grows.
//!
//! The file begins with a word and the fingerprint of its sweep's manifest. A record is: number of the chunk (8 bytes), length
//! of what follows (8), check of these two (8), outcomes, check of everything before (8); numbers with the lowest byte first.

use super::packed::unpack;
use super::{FolderError, Outcome};
use crate::network::Fingerprint;
use std::fs::File;
use std::io::{self, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const WORD: [u8; 8] = *b"jakstat1";
const START: u64 = 24;
const HEAD: u64 = 24;
const CHECK: u64 = 8;
/// Time after which what was written is brought to the disk. A killed process loses nothing either way; a machine
/// that loses its power loses this much.
const SYNC: Duration = Duration::from_secs(1);

/// What the file of a sweep begins with.
pub(super) fn start(key: Fingerprint) -> Vec<u8> {
    [WORD.as_slice(), &key.to_bytes()].concat()
}

fn check(parts: &[&[u8]]) -> [u8; 8] {
    let whole = parts.iter().fold(Fingerprint::EMPTY, |sum, part| sum.then(part)).to_bytes();
    core::array::from_fn(|i| whole[i] ^ whole[i + 8])
}

/// A log that records are added to.
#[derive(Debug)]
pub(super) struct Log {
    path: PathBuf,
    file: File,
    /// Up to where the file is whole.
    sound: u64,
    synced: Instant,
}

impl Log {
    /// Goes on with the log at `path` after its first `sound` bytes; what follows them is a torn record.
    pub(super) fn resume(path: &Path, sound: u64) -> Result<Self, FolderError> {
        let refused = |source| FolderError::Write { path: path.into(), source };
        let mut file = File::options().write(true).open(path).map_err(refused)?;
        file.set_len(sound).map_err(refused)?;
        file.seek(SeekFrom::End(0)).map_err(refused)?;
        Ok(Self { path: path.into(), file, sound, synced: Instant::now() })
    }

    /// Adds a chunk. Where it cannot be written, the log stays as it was.
    pub(super) fn append(&mut self, chunk: u64, outcomes: &[u8]) -> Result<(), FolderError> {
        let mut record = chunk.to_le_bytes().to_vec();
        record.extend_from_slice(&(outcomes.len() as u64).to_le_bytes());
        let head = check(&[&record]);
        record.extend_from_slice(&head);
        record.extend_from_slice(outcomes);
        let whole = check(&[&record]);
        record.extend_from_slice(&whole);
        if let Err(source) = self.file.write_all(&record) {
            // Where even this is refused, the torn record is cut off by whoever resumes.
            let _ = self.file.set_len(self.sound);
            return Err(self.refused(source));
        }
        self.sound += record.len() as u64;
        if self.synced.elapsed() >= SYNC { self.sync() } else { Ok(()) }
    }

    /// That nothing can be added, and why.
    pub(super) fn refused(&self, source: io::Error) -> FolderError {
        FolderError::Write { path: self.path.clone(), source }
    }

    /// Brings what was written to the disk.
    pub(super) fn sync(&mut self) -> Result<(), FolderError> {
        self.synced = Instant::now();
        self.file.sync_data().map_err(|source| self.refused(source))
    }
}

/// A log that is read from its beginning.
#[derive(Debug)]
pub(super) struct Records {
    path: PathBuf,
    file: BufReader<File>,
    /// How long the file was when it was opened.
    length: u64,
    /// Where the next record begins.
    offset: u64,
    /// Where the next byte is read.
    at: u64,
    bytes: Vec<u8>,
}

impl Records {
    /// Opens the log at `path`, which belongs to the manifest of this fingerprint.
    pub(super) fn open(path: &Path, key: Fingerprint) -> Result<Self, FolderError> {
        let refused = |source| FolderError::Read { path: path.into(), source };
        let file = File::open(path).map_err(refused)?;
        let length = file.metadata().map_err(refused)?.len();
        let file = BufReader::new(file);
        let mut log = Self { path: path.into(), file, length, offset: 0, at: 0, bytes: Vec::new() };
        if !log.take(START)? {
            return Err(log.damaged("it ends before its first record"));
        }
        if log.bytes != start(key) {
            return Err(log.damaged("it does not belong to the manifest beside it"));
        }
        log.offset = START;
        Ok(log)
    }

    /// Where the next record begins, if there is one; up to there the file is whole.
    pub(super) const fn place(&self) -> u64 {
        self.offset
    }

    /// Goes to the record that begins at `place`.
    pub(super) fn seek(&mut self, place: u64) -> Result<(), FolderError> {
        let refused = |source| FolderError::Read { path: self.path.clone(), source };
        // What is in the buffer stays there if it can.
        self.file.seek_relative(place.cast_signed() - self.at.cast_signed()).map_err(refused)?;
        (self.offset, self.at) = (place, place);
        Ok(())
    }

    /// The next chunk's number, with its outcomes in `found`, by place in the chunk; `None` at the end of what was
    /// written wholly.
    pub(super) fn next(
        &mut self,
        found: &mut Vec<(usize, Outcome)>,
    ) -> Result<Option<u64>, FolderError> {
        if !self.take(HEAD)? {
            return Ok(None);
        }
        let head = core::mem::take(&mut self.bytes);
        let (numbers, told) = head.split_at(16);
        if check(&[numbers]) != told {
            return self.blank_from(&head).map(|()| None);
        }
        let (chunk, length) = (word(&numbers[..8]), word(&numbers[8..]));
        let Some(rest) = length.checked_add(CHECK) else {
            return Err(self.damaged("its length is none"));
        };
        let end = self.offset.saturating_add(HEAD).saturating_add(rest);
        if end > self.length || !self.take(rest)? {
            return Ok(None);
        }
        let (outcomes, told) = self.bytes.split_at(length as usize);
        if check(&[&head, outcomes]) != told {
            // The last record may have been on its way to the disk when the machine stopped.
            return if end == self.length { Ok(None) } else { Err(self.damaged("a byte changed")) };
        }
        found.clear();
        let mut left = outcomes;
        while !left.is_empty() {
            match unpack(&mut left) {
                Some(outcome) => found.push(outcome),
                None => return Err(self.damaged("it holds no outcomes")),
            }
        }
        self.offset = end;
        Ok(Some(chunk))
    }

    /// Reads the next `count` bytes; `false` where there are not so many.
    fn take(&mut self, count: u64) -> Result<bool, FolderError> {
        self.bytes.clear();
        let read = self.file.by_ref().take(count).read_to_end(&mut self.bytes);
        match read {
            Ok(read) => {
                self.at += read as u64;
                Ok(read as u64 == count)
            }
            Err(source) => Err(FolderError::Read { path: self.path.clone(), source }),
        }
    }

    /// Whether nothing but zeros follows, as where a machine stopped before the bytes of a longer file were written.
    fn blank_from(&mut self, head: &[u8]) -> Result<(), FolderError> {
        let blank = |bytes: &[u8]| bytes.iter().all(|&byte| byte == 0);
        let mut left = blank(head);
        while left {
            self.take(1 << 16)?;
            if self.bytes.is_empty() {
                return Ok(());
            }
            left = blank(&self.bytes);
        }
        Err(self.damaged("it is no record"))
    }

    fn damaged(&self, problem: &'static str) -> FolderError {
        self.damaged_at(self.offset, problem)
    }

    pub(super) fn damaged_at(&self, offset: u64, problem: &'static str) -> FolderError {
        FolderError::Damaged { path: self.path.clone(), offset, problem }
    }
}

fn word(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte))
}
