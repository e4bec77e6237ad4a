//! One process's part of a sweep.

use super::FolderError;
use crate::network::Fingerprint;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// One of several parts of a sweep, each solved by a process of its own.
///
/// A point belongs to one of them by the bits of its varied values alone: neither the order of the points nor
/// how many there are matters. Written as `2/8`, the second of eight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Shard {
    number: u64,
    count: u64,
}

impl Shard {
    /// The whole sweep, in one process.
    pub const WHOLE: Self = Self { number: 1, count: 1 };

    /// Part `number`, from 1, of `count`.
    ///
    /// # Errors
    /// [`FolderError::NoSuchShard`] where the number is 0 or above the count.
    pub fn new(number: u64, count: u64) -> Result<Self, FolderError> {
        let there_is = (1..=count).contains(&number);
        there_is.then_some(Self { number, count }).ok_or(FolderError::NoSuchShard { number, count })
    }

    /// Which part, from 1.
    pub const fn number(self) -> u64 {
        self.number
    }

    /// How many parts there are.
    pub const fn count(self) -> u64 {
        self.count
    }

    /// Whether a point with these varied values belongs to the part.
    pub fn holds(self, values: &[f64]) -> bool {
        if self.count == 1 {
            return true;
        }
        let point = values
            .iter()
            .fold(Fingerprint::EMPTY, |point, value| point.then(&value.to_bits().to_le_bytes()));
        point.part(self.count) == self.number - 1
    }
}

impl Default for Shard {
    fn default() -> Self {
        Self::WHOLE
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.count)
    }
}

impl FromStr for Shard {
    type Err = FolderError;

    fn from_str(text: &str) -> Result<Self, FolderError> {
        let number = |part: &str| part.trim().parse().ok();
        let parts = text.split_once('/').and_then(|(i, n)| Some((number(i)?, number(n)?)));
        let (number, count) = parts.ok_or_else(|| FolderError::NotAShard { text: text.into() })?;
        Self::new(number, count)
    }
}

impl TryFrom<String> for Shard {
    type Error = FolderError;

    fn try_from(text: String) -> Result<Self, FolderError> {
        text.parse()
    }
}

impl From<Shard> for String {
    fn from(shard: Shard) -> Self {
        shard.to_string()
    }
}

#[cfg(test)]
mod tests {
    // A test stops where the code under it fails.
    #![allow(clippy::unwrap_used)]

    use super::Shard;

    #[test]
    fn each_point_belongs_to_one_shard_whatever_its_neighbours() {
        for count in [1, 2, 3, 8] {
            let mut sizes = vec![0; count as usize];
            for dose in 0..600 {
                let point = [f64::from(dose), 1e4 * f64::from(dose % 7)];
                let holds = |number: &u64| Shard::new(*number, count).unwrap().holds(&point);
                let owners: Vec<u64> = (1..=count).filter(holds).collect();
                assert_eq!(owners.len(), 1, "{point:?} of {count}");
                sizes[owners[0] as usize - 1] += 1;
            }
            let fair = 600 / count as usize;
            assert!(sizes.iter().all(|&size| size > fair / 2 && size < 2 * fair), "{sizes:?}");
        }
    }

    #[test]
    fn shards_are_read_as_they_are_written() {
        let shard: Shard = " 2 / 8".parse().unwrap();
        assert_eq!((shard.number(), shard.count(), shard.to_string().as_str()), (2, 8, "2/8"));
        assert_eq!(serde_json::to_string(&shard).unwrap(), "\"2/8\"");
        assert_eq!(serde_json::from_str::<Shard>("\"2/8\"").unwrap(), shard);
        for (text, told) in [
            ("0/3", "there is no shard 0 of 3: number the shards from 1 to their count"),
            ("4/3", "there is no shard 4 of 3: number the shards from 1 to their count"),
            ("1/0", "there is no shard 1 of 0: number the shards from 1 to their count"),
            ("1", "\"1\" is no shard: write it as 2/8, the second of eight"),
            ("-1/3", "\"-1/3\" is no shard: write it as 2/8, the second of eight"),
        ] {
            assert_eq!(text.parse::<Shard>().unwrap_err().to_string(), told);
            assert!(serde_json::from_str::<Shard>(&format!("{text:?}")).is_err());
        }
    }
}
