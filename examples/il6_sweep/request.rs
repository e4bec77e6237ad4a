//! What is asked for on the command line: `N RTOL ATOL THREADS OUT.csv`.

use crate::arguments::output::with_folder;
use crate::arguments::{Arguments, Choice, finite};
use jakstat::prelude::*;
use std::error::Error;

const WORDS: [Choice; 5] = [
    ("N", "number of doses (1000)"),
    ("RTOL", "relative tolerance (1e-6)"),
    ("ATOL", "absolute tolerance in nM (a thousandth of RTOL)"),
    ("THREADS", "number of threads (1)"),
    ("OUT.csv", "the table to write (target/il6_sweep.csv)"),
];

pub(crate) struct Request {
    pub(crate) solves: u32,
    pub(crate) options: Options,
    pub(crate) threads: usize,
    pub(crate) file: String,
}

impl Request {
    pub(crate) fn read() -> Result<Self, Box<dyn Error>> {
        let given = Arguments::parse(&[], &WORDS)?;
        let word = |place: usize, default: &'static str| {
            given.positional().get(place).map_or(default, String::as_str)
        };
        let relative = finite("RTOL", word(1, "1e-6"))?;
        let absolute = match word(2, "") {
            "" => 1e-3 * relative,
            text => finite("ATOL", text)?,
        };
        let file = word(4, "target/il6_sweep.csv");
        with_folder("OUT.csv", file)?;
        Ok(Self {
            solves: count("N", word(0, "1000"))?,
            options: Options {
                tolerance: Tolerance { relative, absolute: Absolute::Uniform(absolute) },
                // As the solvers count it that this one is timed beside.
                norm: Norm::RootMeanSquare,
                ..Options::default()
            },
            threads: count("THREADS", word(3, "1"))? as usize,
            file: file.into(),
        })
    }
}

fn count(what: &str, text: &str) -> Result<u32, String> {
    let number = text.parse().ok().filter(|number| (1..=10_000_000).contains(number));
    number.ok_or(format!("{what} is {text:?}: give a whole number from 1 to 10000000"))
}
