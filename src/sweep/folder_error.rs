//! What can be wrong with the folder of a long sweep.

use super::Shard;
use std::io;
use std::path::PathBuf;
use thiserror::Error;

/// Why a folder cannot take a sweep, or cannot be merged. What is finished in it is never touched.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum FolderError {
    /// Something cannot be read.
    #[error("{} cannot be read ({source}): check the name and the permission", path.display())]
    Read {
        /// What.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// Something cannot be written: the disk is full, the folder is read-only.
    #[error(
        "{} cannot be written ({source}): make room or allow writing, then run again; what is finished is kept",
        path.display()
    )]
    Write {
        /// What.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A system of one's own that does not say what it is.
    #[error("the system does not say what tells it from others: implement Swept::identity")]
    NoIdentity,
    /// Another process is at work in the folder.
    #[error(
        "another process works in {}: wait for it, or give each process its own shard and folder",
        path.display()
    )]
    Busy {
        /// The folder.
        path: PathBuf,
    },
    /// A folder in use for something else.
    #[error(
        "{} holds {found:?} but no sweep: give a new or an empty folder",
        path.display()
    )]
    Foreign {
        /// The folder.
        path: PathBuf,
        /// Something in it.
        found: String,
    },
    /// No sweep in the folder.
    #[error("{} holds no sweep: name a folder in which one was run", path.display())]
    NoSweep {
        /// The folder.
        path: PathBuf,
    },
    /// A file where a folder should be.
    #[error("{} is a file: give the name of a folder", path.display())]
    NotAFolder {
        /// The file.
        path: PathBuf,
    },
    /// The folder's sweep is another one.
    #[error(
        "{} holds another sweep, whose {field} is {there} and not {here}: give another folder, or the same {field}",
        path.display()
    )]
    Differs {
        /// The folder.
        path: PathBuf,
        /// The first field of the manifest that differs.
        field: String,
        /// What the folder says.
        there: String,
        /// What was asked for.
        here: String,
    },
    /// A file that is not what it should be.
    #[error(
        "{} cannot be understood ({source}): put back the file as it was, or give another folder",
        path.display()
    )]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Where and why.
        source: serde_json::Error,
    },
    /// Bytes in the middle of a log that nobody wrote there.
    #[error(
        "{} is damaged at byte {offset} ({problem}): what stands before is sound; put back the file as it was, or cut it to {offset} bytes to solve the rest again",
        path.display()
    )]
    Damaged {
        /// The log.
        path: PathBuf,
        /// Where the first bad record begins.
        offset: u64,
        /// What is wrong.
        problem: &'static str,
    },
    /// Nothing to merge.
    #[error("no folder to merge: name the folder of every shard")]
    NoFolder,
    /// A shard without a folder.
    #[error("shard {shard} is missing: name its folder too")]
    MissingShard {
        /// Which.
        shard: Shard,
    },
    /// A shard with two folders.
    #[error(
        "shard {shard} is both in {} and in {}: name one of them",
        first.display(),
        second.display()
    )]
    SameShard {
        /// Which.
        shard: Shard,
        /// One folder.
        first: PathBuf,
        /// The other.
        second: PathBuf,
    },
    /// A sweep that is not over.
    #[error(
        "{} has {done} of {chunks} chunks: run its sweep to the end first",
        path.display()
    )]
    Unfinished {
        /// The folder.
        path: PathBuf,
        /// Chunks that are there.
        done: usize,
        /// Chunks there should be.
        chunks: usize,
    },
    /// A point that no folder has.
    #[error("point {index} is in none of the folders: run their sweeps again in new folders")]
    MissingPoint {
        /// Which.
        index: usize,
    },
    /// A point that two records have.
    #[error("point {index} is there twice: run the sweeps again in new folders")]
    SamePoint {
        /// Which.
        index: usize,
    },
    /// A shard that cannot be.
    #[error("there is no shard {number} of {count}: number the shards from 1 to their count")]
    NoSuchShard {
        /// Which.
        number: u64,
        /// Of how many.
        count: u64,
    },
    /// Text that is no shard.
    #[error("{text:?} is no shard: write it as 2/8, the second of eight")]
    NotAShard {
        /// The text.
        text: String,
    },
}
