//! What can be wrong with a network.

use core::fmt;
use thiserror::Error;

/// What kind of thing a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A compartment.
    Compartment,
    /// A species.
    Species,
    /// A parameter.
    Parameter,
    /// A rule.
    Rule,
    /// A reaction.
    Reaction,
    /// A species, parameter or rule: whatever a formula may name.
    Quantity,
    /// A species or rule: whatever can be observed.
    Observable,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Compartment => "compartment",
            Self::Species => "species",
            Self::Parameter => "parameter",
            Self::Rule => "rule",
            Self::Reaction => "reaction",
            Self::Quantity => "species, parameter or rule",
            Self::Observable => "species or rule",
        })
    }
}

/// One thing wrong with a network, by name.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum Mistake {
    /// The network has no species.
    #[error("the network has no species: declare at least one with Network::species")]
    Empty,
    /// Something has no name.
    #[error("{kind} number {} has an empty name: give it one", index + 1)]
    EmptyName {
        /// What it is.
        kind: Kind,
        /// Position among its kind.
        index: usize,
    },
    /// One name stands for two things.
    #[error("the name `{name}` stands for two things ({first} and {second}): rename one of them")]
    DuplicateName {
        /// The name.
        name: String,
        /// What it stands for first.
        first: Kind,
        /// What it stands for again.
        second: Kind,
    },
    /// A name that was never declared.
    #[error("{place}: unknown {kind} `{name}`{}", meant(closest.as_deref()))]
    UnknownName {
        /// Where it is used.
        place: String,
        /// What it should be.
        kind: Kind,
        /// The name.
        name: String,
        /// The closest known name.
        closest: Option<String>,
    },
    /// Something declared in another network is used.
    #[error(
        "{place}: {kind} number {} does not belong to this network: use what this network's own \
         declaring calls return", index + 1
    )]
    Foreign {
        /// Where it is used.
        place: String,
        /// What it is.
        kind: Kind,
        /// Its position in the other network.
        index: usize,
    },
    /// A volume that is not positive and finite.
    #[error(
        "compartment `{compartment}`: the volume is {value} L, but must be above zero and finite"
    )]
    Volume {
        /// Name of the compartment.
        compartment: String,
        /// Its volume in litres.
        value: f64,
    },
    /// An initial value that is negative or not finite.
    #[error(
        "species `{species}`: the initial value is {value} nM, but must be zero or more and finite"
    )]
    Initial {
        /// Name of the species.
        species: String,
        /// Its initial value in nM.
        value: f64,
    },
    /// An initial value that depends on species or time.
    #[error(
        "species `{species}`: the initial value depends on species or time: use parameters only"
    )]
    InitialNotConstant {
        /// Name of the species.
        species: String,
    },
    /// A scale that is not positive and finite.
    #[error("species `{species}`: the scale is {value} nM, but must be above zero and finite")]
    Scale {
        /// Name of the species.
        species: String,
        /// Its scale in nM.
        value: f64,
    },
    /// A parameter whose value is not finite.
    #[error("parameter `{parameter}`: the value is {value}, but must be finite")]
    Value {
        /// Name of the parameter.
        parameter: String,
        /// Its value.
        value: f64,
    },
    /// A number in a formula that is not finite.
    #[error("{place}: the formula holds the number {value}: use finite numbers")]
    Number {
        /// Where the formula is.
        place: String,
        /// The number.
        value: f64,
    },
    /// A rate constant that is negative or not finite.
    #[error(
        "reaction `{reaction}`: the rate constant is {value}, but must be zero or more and finite"
    )]
    RateValue {
        /// Name of the reaction.
        reaction: String,
        /// The constant.
        value: f64,
    },
    /// A rate constant made for another number of molecules.
    #[error(
        "reaction `{reaction}`: a rate constant of order {order} is given for {molecules} molecule{}: \
         {}", if *molecules == 1 { "" } else { "s" }, unit(*molecules)
    )]
    Order {
        /// Name of the reaction.
        reaction: String,
        /// Order of the rate constant.
        order: u32,
        /// Molecules on its side of the reaction.
        molecules: i64,
    },
    /// A count below one, or too large to be meant.
    #[error(
        "reaction `{reaction}`: the count of `{species}` is {count}, but must lie between 1 and 64"
    )]
    Count {
        /// Name of the reaction.
        reaction: String,
        /// Name of the species.
        species: String,
        /// Its count.
        count: i32,
    },
    /// A reaction from nothing to nothing.
    #[error("reaction `{reaction}` has neither reactants nor products: name at least one species")]
    Nothing {
        /// Name of the reaction.
        reaction: String,
    },
    /// Rules that need each other's values.
    #[error("rules {} need each other's values: break the circle", listed(rules))]
    Circle {
        /// Names of the rules.
        rules: Vec<String>,
    },
    /// A constant that must be positive is not, at the parameters' default values.
    #[error("{place}: the {what} is {value}, but must be above zero and finite")]
    NotPositive {
        /// Where it is.
        place: String,
        /// What it is.
        what: &'static str,
        /// Its value.
        value: f64,
    },
    /// A condition on time whose switching time cannot be told beforehand.
    #[error(
        "{place}: a condition on time must be linear in time, with parameters only: write it as \
         `time < switching_time`"
    )]
    SwitchingTime {
        /// Where it is.
        place: String,
    },
    /// A formula that cannot be read.
    #[error("{place}: cannot read `{formula}` at character {}: {problem}", at + 1)]
    Formula {
        /// Where it is.
        place: String,
        /// Its text.
        formula: String,
        /// Position in characters, from 0.
        at: usize,
        /// What was expected there.
        problem: String,
    },
}

/// A network that cannot be read or compiled, or a name it does not have.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum NetworkError {
    /// Everything wrong with it, one mistake per line.
    #[error("{}", lines(.0))]
    Invalid(Vec<Mistake>),
    /// A name that was never declared.
    #[error("unknown {kind} `{name}`{}", meant(closest.as_deref()))]
    UnknownName {
        /// What it should be.
        kind: Kind,
        /// The name.
        name: String,
        /// The closest known name.
        closest: Option<String>,
    },
    /// JSON that cannot be read.
    #[error(
        "the JSON is not a network: {source}: see the example in the documentation of jakstat::network"
    )]
    Json {
        /// With line and column.
        #[source]
        source: serde_json::Error,
    },
    /// A format version this release does not know.
    #[error("the network has format version {found}: this release reads version 1")]
    Version {
        /// The version found.
        found: u64,
    },
}

fn meant(closest: Option<&str>) -> String {
    closest.map_or_else(|| ": declare it first".into(), |name| format!(": did you mean `{name}`?"))
}

fn unit(molecules: i64) -> &'static str {
    match molecules {
        0 => "use Rate::nanomolar_per_second",
        1 => "use Rate::per_second",
        2 => "use Rate::per_nanomolar_second",
        _ => "use a parameter or a formula",
    }
}

fn listed(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn lines(mistakes: &[Mistake]) -> String {
    mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
