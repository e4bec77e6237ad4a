//! Networks to and from JSON.

use super::check::invalid;
use super::document::{
    ConstantEntry, Document, Entries, KnownRate, LawEntry, Quantity, ReactionEntry, SpeciesEntry,
    Unit, VERSION, Version,
};
use super::resolve::Resolver;
use super::{Expr, Law, Mistake, Network, NetworkError, RateConstant};
use crate::units::Rate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

impl Network {
    /// Reads a network from JSON, in the form the [module's documentation](super) shows.
    ///
    /// # Errors
    /// [`NetworkError::Json`] with line and column, [`NetworkError::Version`] for a format of another
    /// version, [`NetworkError::Invalid`] with every mistake, by name.
    pub fn from_json(text: &str) -> Result<Self, NetworkError> {
        if let Ok(Version { version: Some(found) }) = serde_json::from_str(text) {
            known(found)?;
        }
        let document: Document =
            serde_json::from_str(text).map_err(|source| NetworkError::Json { source })?;
        Self::try_from(document)
    }

    /// Writes the network as JSON that reads back as the same network.
    ///
    /// # Errors
    /// [`NetworkError::Invalid`] with every mistake, since JSON cannot hold them all.
    pub fn to_json(&self) -> Result<String, NetworkError> {
        invalid(self.mistakes())?;
        serde_json::to_string_pretty(self).map_err(|source| NetworkError::Json { source })
    }

    /// Reads a formula of this network's species, parameters and rules, such as `k * A / (K + A)`.
    ///
    /// # Errors
    /// [`NetworkError::Invalid`] naming the character where it cannot be read, or unknown names.
    pub fn formula(&self, text: &str) -> Result<Expr, NetworkError> {
        let mut resolver = Resolver::new(self);
        let formula = resolver.formula("formula", text);
        invalid(resolver.mistakes)?;
        Ok(formula)
    }
}

impl Serialize for Network {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.document().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Network {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Document::deserialize(deserializer)?.try_into().map_err(serde::de::Error::custom)
    }
}

fn known(version: u64) -> Result<(), NetworkError> {
    if version == VERSION { Ok(()) } else { Err(NetworkError::Version { found: version }) }
}

impl TryFrom<Document> for Network {
    type Error = NetworkError;

    fn try_from(document: Document) -> Result<Self, NetworkError> {
        known(document.version)?;
        let (network, mut mistakes) = super::resolve::network(document);
        for mistake in network.mistakes() {
            if !mistakes.contains(&mistake) {
                mistakes.push(mistake);
            }
        }
        // A reaction whose species are all unknown is not also one from nothing to nothing.
        if mistakes
            .iter()
            .any(|m| matches!(m, Mistake::UnknownName { .. } | Mistake::Formula { .. }))
        {
            mistakes.retain(|m| !matches!(m, Mistake::Nothing { .. } | Mistake::Order { .. }));
        }
        invalid(mistakes)?;
        Ok(network)
    }
}

impl Network {
    fn document(&self) -> Document {
        let compartment = |index: usize| {
            self.compartments.get(index).map_or_else(|| "?".into(), |known| known.name.clone())
        };
        let species = self.species.iter().map(|species| {
            let initial = self.quantity(&species.initial);
            let compartment = compartment(species.compartment.index());
            (species.name.clone(), SpeciesEntry { compartment, initial, scale: species.scale })
        });
        let reactions = self.reactions.iter().map(|reaction| {
            let equation = self.equation(&reaction.reactants, &reaction.products);
            let within = reaction.within.map(|within| compartment(within.index()));
            let law = self.law(&reaction.law);
            (reaction.name.clone(), ReactionEntry { equation, law, within })
        });
        let rules = self.rules.iter().map(|rule| (rule.name.clone(), self.quantity(&rule.formula)));
        let compartments = self.compartments.iter().map(|x| (x.name.clone(), x.volume));
        let parameters = self.parameters.iter().map(|x| (x.name.clone(), x.value));
        Document {
            version: VERSION,
            compartments: Entries(compartments.collect()),
            parameters: Entries(parameters.collect()),
            species: Entries(species.collect()),
            rules: Entries(rules.collect()),
            reactions: Entries(reactions.collect()),
        }
    }

    fn quantity(&self, formula: &Expr) -> Quantity {
        match formula {
            Expr::Number(number) => Quantity::Number(*number),
            formula => Quantity::Formula(self.text(formula)),
        }
    }

    fn law(&self, law: &Law) -> LawEntry {
        let name = |species: super::Species| {
            self.species.get(species.index()).map_or_else(|| "?".into(), |known| known.name.clone())
        };
        match law {
            Law::MassAction { forward } => LawEntry::MassAction(self.constant(forward)),
            Law::Reversible { forward, backward } => LawEntry::Reversible {
                forward: self.constant(forward),
                backward: self.constant(backward),
            },
            Law::MichaelisMenten { substrate, maximum, half_saturation } => {
                LawEntry::MichaelisMenten {
                    substrate: name(*substrate),
                    maximum: self.quantity(maximum),
                    half_saturation: self.quantity(half_saturation),
                }
            }
            Law::Hill { regulator, maximum, half_saturation, exponent } => LawEntry::Hill {
                regulator: name(*regulator),
                maximum: self.quantity(maximum),
                half_saturation: self.quantity(half_saturation),
                exponent: self.quantity(exponent),
            },
            Law::Formula(formula) => LawEntry::Formula(self.quantity(formula)),
        }
    }

    fn constant(&self, constant: &RateConstant) -> ConstantEntry {
        match constant {
            RateConstant::Known(rate) => ConstantEntry::Known(KnownRate::from(*rate)),
            RateConstant::Formula(formula) => ConstantEntry::Formula(self.quantity(formula)),
        }
    }
}

impl From<Rate> for KnownRate {
    fn from(rate: Rate) -> Self {
        let unit = match rate.order() {
            0 => Unit::NanomolarPerSecond,
            1 => Unit::PerSecond,
            _ => Unit::PerNanomolarSecond,
        };
        Self { value: rate.value(), unit }
    }
}

impl From<KnownRate> for Rate {
    fn from(known: KnownRate) -> Self {
        match known.unit {
            Unit::NanomolarPerSecond => Self::nanomolar_per_second(known.value),
            Unit::PerSecond => Self::per_second(known.value),
            Unit::PerMinute => Self::per_minute(known.value),
            Unit::PerNanomolarSecond => Self::per_nanomolar_second(known.value),
            Unit::PerNanomolarMinute => Self::per_nanomolar_minute(known.value),
        }
    }
}
