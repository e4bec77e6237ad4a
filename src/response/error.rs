//! What can be wrong with a curve, a plate or a fit.

use crate::units::Concentration;
use thiserror::Error;

/// Why a curve, a plate or a potency could not be worked with.
///
/// Doses are in nM; rows count from 1.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ResponseError {
    /// A curve with unequal numbers of doses and responses.
    #[error("{doses} doses but {responses} responses; give one response for each dose")]
    Lengths {
        /// Doses given.
        doses: usize,
        /// Responses given.
        responses: usize,
    },
    /// A number in a row that cannot be used.
    #[error("row {row}: {field} is {value}; {remedy}")]
    Row {
        /// Position of the row, from 1.
        row: usize,
        /// Which number.
        field: &'static str,
        /// What it was.
        value: f64,
        /// What to do.
        remedy: &'static str,
    },
    /// A single number, such as the control response, that cannot be used.
    #[error("{field} is {value}; {remedy}")]
    Number {
        /// Which number.
        field: &'static str,
        /// What it was.
        value: f64,
        /// What to do.
        remedy: &'static str,
    },
    /// Doses of a simulated curve that do not strictly ascend.
    #[error(
        "row {row}: dose {dose} nM does not exceed the dose before it, {previous} nM; sort the doses and remove repeats"
    )]
    Unsorted {
        /// Position of the dose, from 1.
        row: usize,
        /// The dose before, in nM.
        previous: f64,
        /// The dose, in nM.
        dose: f64,
    },
    /// Too few doses or wells for what is to be estimated.
    #[error("{what}: {have} where at least {need} are needed; add doses or fix a parameter")]
    TooFew {
        /// What there is too little of.
        what: String,
        /// How many there are.
        have: usize,
        /// How many are needed.
        need: usize,
    },
    /// A curve that does not change with dose.
    #[error(
        "the response changes by {change:e} of its size over all doses: there is no curve to describe; use `Curve::potency`, which reports a bound"
    )]
    Flat {
        /// Span as a fraction of the largest response.
        change: f64,
    },
    /// A curve that turns back.
    #[error(
        "not sigmoid: the response turns back between {from} and {to}; look at the curve, a logistic does not describe it"
    )]
    NotSigmoid {
        /// Where it turns.
        from: Concentration,
        /// How far it turns back.
        to: Concentration,
    },
    /// A description whose midpoint lies outside the doses.
    #[error(
        "the fitted midpoint, {ic50}, lies outside the doses, {low} to {high}; extend the doses until both plateaus show"
    )]
    OutsideDoses {
        /// Fitted midpoint.
        ic50: Concentration,
        /// Lowest dose.
        low: Concentration,
        /// Highest dose.
        high: Concentration,
    },
    /// Half of a control that is not positive.
    #[error(
        "the control response is {control:e}: half of it is no level to search for; check that there is a signal without drug, or use the relative IC50"
    )]
    NoControl {
        /// Response at zero dose.
        control: f64,
    },
    /// Responses with no positive value, so that nothing can be expressed as a fraction of them.
    #[error("no response exceeds zero (largest: {largest}); check the readout")]
    NoSignal {
        /// Largest response.
        largest: f64,
    },
    /// A search whose ends lie on the same side of the level.
    #[error(
        "the response does not cross {level} between {low} nM ({at_low}) and {high} nM ({at_high}); widen the doses"
    )]
    NoCrossing {
        /// Lower dose in nM.
        low: f64,
        /// Upper dose in nM.
        high: f64,
        /// Level searched for.
        level: f64,
        /// Response at the lower dose.
        at_low: f64,
        /// Response at the upper dose.
        at_high: f64,
    },
    /// A curve function that answered with the wrong number of responses.
    #[error("{asked} doses were asked for and {answered} responses came back; return one for each")]
    Answers {
        /// Doses asked for.
        asked: usize,
        /// Responses returned.
        answered: usize,
    },
    /// Least squares that did not converge.
    #[error(
        "the fit did not converge from {starts} starting points (residual sd {residual}); fix or share a parameter, or look at the points"
    )]
    NoConvergence {
        /// Starting points tried.
        starts: usize,
        /// Standard deviation of the residuals of the best attempt, in units of the response.
        residual: f64,
    },
    /// A name that is not a curve of this plate.
    #[error("no curve is called {name:?}; {}", meant(closest.as_deref(), "PlateFit::curves lists them"))]
    UnknownCurve {
        /// The name asked for.
        name: String,
        /// The known name it resembles most, if any.
        closest: Option<String>,
    },
    /// A comparison of two IC50 of which one is not determined.
    #[error("the IC50 of {curve:?} is {potency}: no ratio can be formed; extend its doses")]
    NotDetermined {
        /// The curve without an IC50.
        curve: String,
        /// What is known of it.
        potency: String,
    },
    /// A comparison of two curves that were given one IC50.
    #[error(
        "the curves share one IC50, so their ratio is 1 by assumption; fit with `ic50: Setting::Own`"
    )]
    SharedIc50,
    /// Two rows that claim to be the same well.
    #[error(
        "rows {first} and {second} are both replicate {replicate:?} of curve {curve:?} at {dose} nM; number the replicates or delete one"
    )]
    Repeated {
        /// The earlier row.
        first: usize,
        /// The later row.
        second: usize,
        /// The replicate's name.
        replicate: String,
        /// The curve's name.
        curve: String,
        /// Dose in nM.
        dose: f64,
    },
    /// A column with a name the reader does not know.
    #[error(
        "unknown column {column:?}; {}",
        meant(*closest, "delete it, or name it dose, response, replicate, weight, curve, drug or cytokine")
    )]
    UnknownColumn {
        /// The column's name.
        column: String,
        /// The known name it resembles most, if any.
        closest: Option<&'static str>,
    },
    /// A column given twice.
    #[error("column {column:?} is given twice; keep one")]
    RepeatedColumn {
        /// The column's name, without its unit.
        column: &'static str,
    },
    /// A column that must be there.
    #[error("column {column:?} is missing; the first line names the columns, separated by commas")]
    MissingColumn {
        /// The column's name.
        column: &'static str,
    },
    /// A table whose columns are not separated by commas.
    #[error(
        "the columns are separated by {separator:?}; save the table with commas and decimal points"
    )]
    Separator {
        /// What stands between them.
        separator: char,
    },
    /// A cell that is not a number that can be used.
    #[error("line {line}, column {column:?}: {value:?} {remedy}")]
    Cell {
        /// Line in the file, from 1.
        line: u64,
        /// The column's name.
        column: String,
        /// What the cell says.
        value: String,
        /// What is wrong with it and what to do.
        remedy: &'static str,
    },
    /// A table that cannot be read.
    #[error(
        "the table cannot be read: {0}; give every line the same columns, as UTF-8 text with commas"
    )]
    Table(#[from] csv::Error),
    /// A file that cannot be opened.
    #[error("cannot open {path}; check the name")]
    File {
        /// The file.
        path: String,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
}

/// Why a search on a curve failed: the curve could not be evaluated, or there is nothing to find.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SearchError<E: std::error::Error + 'static> {
    /// The curve could not be evaluated at the doses asked for.
    #[error("the curve could not be evaluated during the search for its IC50")]
    Evaluation(#[source] E),
    /// The curve was evaluated, but the search has no answer.
    #[error(transparent)]
    Response(#[from] ResponseError),
}

/// The name that was probably meant, or what to do where none is like it.
fn meant(closest: Option<&str>, otherwise: &str) -> String {
    closest.map_or_else(|| otherwise.into(), |known| format!("did you mean {known:?}?"))
}
