//! The four JAKs and the STATs: sets that never grow, and arrays with one entry for each member.

use std::fmt;
use std::ops::{Index, IndexMut};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{CatalogError, Kind};
use crate::closest::closest;

macro_rules! closed_set {
    ($(#[$doc:meta])* $set:ident, $kind:ident, $count:literal,
     { $($member:ident = $shown:literal),+ }, $(#[$per_doc:meta])* $per:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $set {
            $(
                #[doc = concat!($shown, ".")]
                #[serde(rename = $shown)]
                $member
            ),+
        }

        impl $set {
            /// Every member, in order.
            pub const ALL: [Self; $count] = [$(Self::$member),+];

            /// The name in capitals.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$member => $shown),+ }
            }
        }

        impl fmt::Display for $set {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.pad(self.name())
            }
        }

        impl FromStr for $set {
            type Err = CatalogError;

            /// Reads the name in any case, with or without the `p` that marks the phosphorylated form.
            fn from_str(text: &str) -> Result<Self, CatalogError> {
                let plain = text.trim().to_ascii_uppercase();
                let plain = plain.strip_prefix('P').unwrap_or(&plain).replace('-', "");
                Self::ALL.into_iter().find(|member| member.name() == plain).ok_or_else(|| {
                    CatalogError::UnknownName {
                        kind: Kind::$kind,
                        name: text.into(),
                        closest: closest(&plain, Self::ALL.iter().map(|known| known.name())).map(Into::into),
                        known: Vec::new(),
                    }
                })
            }
        }

        $(#[$per_doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $per<T>([T; $count]);

        impl<T> $per<T> {
            /// One value for each member, in the order of `ALL`.
            pub const fn new(values: [T; $count]) -> Self {
                Self(values)
            }

            /// The value of a function at each member.
            pub fn from_fn(function: impl FnMut($set) -> T) -> Self {
                Self($set::ALL.map(function))
            }

            /// Each member with its value, in order.
            pub fn iter(&self) -> impl ExactSizeIterator<Item = ($set, &T)> {
                $set::ALL.into_iter().zip(&self.0)
            }

            /// A function applied to each value.
            pub fn map<U>(self, function: impl FnMut(T) -> U) -> $per<U> {
                $per(self.0.map(function))
            }
        }

        impl<T> Index<$set> for $per<T> {
            type Output = T;

            fn index(&self, member: $set) -> &T {
                &self.0[member as usize]
            }
        }

        impl<T> IndexMut<$set> for $per<T> {
            fn index_mut(&mut self, member: $set) -> &mut T {
                &mut self.0[member as usize]
            }
        }
    };
}

closed_set!(
    /// A Janus kinase.
    Jak, Jak, 4, { Jak1 = "JAK1", Jak2 = "JAK2", Jak3 = "JAK3", Tyk2 = "TYK2" },
    /// One value for each Janus kinase.
    PerJak
);
closed_set!(
    /// A signal transducer and activator of transcription; STAT5A and STAT5B are one.
    Stat, Stat, 6,
    { Stat1 = "STAT1", Stat2 = "STAT2", Stat3 = "STAT3", Stat4 = "STAT4", Stat5 = "STAT5", Stat6 = "STAT6" },
    /// One value for each STAT.
    PerStat
);

impl Stat {
    /// The label of the phosphorylated form, for example `pSTAT3`.
    pub fn phosphorylated(self) -> String {
        format!("p{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stat_is_read_in_every_usual_spelling() {
        for text in ["STAT3", "pSTAT3", "Stat3", "stat3", " pStat3 ", "p-STAT3"] {
            assert_eq!(text.parse::<Stat>().ok(), Some(Stat::Stat3), "{text}");
        }
        assert_eq!("tyk2".parse::<Jak>().ok(), Some(Jak::Tyk2));
        assert_eq!("pJAK1".parse::<Jak>().ok(), Some(Jak::Jak1));
    }

    #[test]
    fn an_unknown_member_answers_with_the_closest_one() {
        let error = "STAT33".parse::<Stat>().map_err(|error| error.to_string());
        assert_eq!(
            error,
            Err("there is no STAT called \"STAT33\": did you mean \"STAT3\"?".into())
        );
        let error = "TYK1".parse::<Jak>().map_err(|error| error.to_string());
        assert_eq!(error, Err("there is no JAK called \"TYK1\": did you mean \"TYK2\"?".into()));
    }

    #[test]
    fn an_array_over_the_jaks_keeps_their_order() {
        let mut lengths = PerJak::from_fn(|jak| jak as usize);
        lengths[Jak::Tyk2] = 7;
        let doubled: Vec<_> =
            lengths.map(|value| value * 2).iter().map(|(_, value)| *value).collect();
        assert_eq!(doubled, [0, 2, 4, 14]);
        assert_eq!(Stat::Stat5.phosphorylated(), "pSTAT5");
    }
}
