//! The shape of a network in JSON.

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// The format this release reads and writes.
pub(super) const VERSION: u64 = 1;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document {
    #[serde(rename = "jakstat-network")]
    pub(super) version: u64,
    pub(super) compartments: Entries<f64>,
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub(super) parameters: Entries<f64>,
    pub(super) species: Entries<SpeciesEntry>,
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub(super) rules: Entries<Quantity>,
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub(super) reactions: Entries<ReactionEntry>,
}

/// The version alone, whatever else the document holds.
#[derive(Debug, Deserialize)]
pub(super) struct Version {
    #[serde(rename = "jakstat-network")]
    pub(super) version: Option<u64>,
}

/// A number, or a formula in words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged, expecting = "a number or a formula in quotes is expected")]
pub(super) enum Quantity {
    Number(f64),
    Formula(String),
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SpeciesEntry {
    pub(super) compartment: String,
    #[serde(default = "nothing")]
    pub(super) initial: Quantity,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) scale: Option<f64>,
}

fn nothing() -> Quantity {
    Quantity::Number(0.0)
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReactionEntry {
    pub(super) equation: String,
    pub(super) law: LawEntry,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) within: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum LawEntry {
    MassAction(ConstantEntry),
    Reversible {
        forward: ConstantEntry,
        backward: ConstantEntry,
    },
    #[serde(rename_all = "kebab-case")]
    MichaelisMenten {
        substrate: String,
        maximum: Quantity,
        half_saturation: Quantity,
    },
    #[serde(rename_all = "kebab-case")]
    Hill {
        regulator: String,
        maximum: Quantity,
        half_saturation: Quantity,
        exponent: Quantity,
    },
    Formula(Quantity),
}

/// A rate constant with its unit, or a number or formula whose order is taken on trust.
#[derive(Debug, Serialize, Deserialize)]
#[serde(
    untagged,
    expecting = "a number, a formula in quotes, or {\"value\": 0.001, \"unit\": \"1/(nM s)\"} is \
                 expected; the units are nM/s, 1/s, 1/min, 1/(nM s), 1/(nM min)"
)]
pub(super) enum ConstantEntry {
    Known(KnownRate),
    Formula(Quantity),
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KnownRate {
    pub(super) value: f64,
    pub(super) unit: Unit,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) enum Unit {
    #[serde(rename = "nM/s")]
    NanomolarPerSecond,
    #[serde(rename = "1/s")]
    PerSecond,
    #[serde(rename = "1/min")]
    PerMinute,
    #[serde(rename = "1/(nM s)")]
    PerNanomolarSecond,
    #[serde(rename = "1/(nM min)")]
    PerNanomolarMinute,
}

/// Names and what they stand for, in their order, repeated names kept.
#[derive(Debug, Clone)]
pub(super) struct Entries<T>(pub(super) Vec<(String, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Entries<T> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Serialize> Serialize for Entries<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Reader<T> {
            type Value = Entries<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("names and what they stand for, in braces")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Reader(PhantomData))
    }
}
