//! Between a rate constant and its text: `0.001 /(nM s)`, `0.01 /s`, `0.5 nM/s`.

use std::fmt;
use std::str::FromStr;

use super::text::{number, split, to_three_digits};
use super::{Rate, UnitError};

/// What a unit of rate means: spellings without spaces, order, size in nM and seconds.
const SPELLINGS: &[(&[&str], u32, f64)] = &[
    (&["nM/s"], 0, 1.0),
    (&["nM/min"], 0, 1.0 / 60.0),
    (&["/s", "1/s"], 1, 1.0),
    (&["/min", "1/min"], 1, 1.0 / 60.0),
    (&["/h", "1/h"], 1, 1.0 / 3600.0),
    (&["/(nMs)", "1/(nMs)", "/nM/s", "1/nM/s"], 2, 1.0),
    (&["/(nMmin)", "1/(nMmin)", "/nM/min", "1/nM/min"], 2, 1.0 / 60.0),
    (&["/(Ms)", "1/(Ms)", "/M/s", "1/M/s"], 2, 1e-9),
];

const EXPECTED: &str = "nM/s, nM/min, /s, /min, /h, /(nM s), /(nM min), /(M s)";

impl fmt::Display for Rate {
    /// Three significant digits, in nM and seconds.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.order() {
            0 => "nM/s",
            1 => "/s",
            _ => "/(nM s)",
        };
        formatter.pad(&format!("{} {unit}", number(to_three_digits(self.value()))))
    }
}

impl FromStr for Rate {
    type Err = UnitError;

    /// Reads a number and a unit; the unit gives the order.
    fn from_str(written: &str) -> Result<Self, UnitError> {
        let text = || written.to_owned();
        let expected = || EXPECTED.to_owned();
        let (number, unit) = split(written.trim());
        let Ok(number) = number.parse::<f64>() else {
            return Err(UnitError::NoNumber { text: text(), expected: expected() });
        };
        if !number.is_finite() {
            return Err(UnitError::NotFinite { text: text(), expected: expected() });
        }
        if number < 0.0 {
            return Err(UnitError::Negative { text: text(), expected: expected() });
        }
        if unit.is_empty() {
            return Err(UnitError::NoUnit { text: text(), expected: expected() });
        }
        let plain = unit.replace([' ', '*', '·'], "");
        let known = SPELLINGS.iter().find(|(spellings, _, _)| spellings.contains(&plain.as_str()));
        match known {
            Some((_, 0, size)) => Ok(Self::nanomolar_per_second(number * size)),
            Some((_, 1, size)) => Ok(Self::per_second(number * size)),
            Some((_, _, size)) => Ok(Self::per_nanomolar_second(number * size)),
            None => Err(UnitError::UnknownUnit {
                text: text(),
                unit: unit.into(),
                expected: expected(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_shows_the_unit_of_its_order() {
        assert_eq!(Rate::per_nanomolar_second(1e-3).to_string(), "0.001 /(nM s)");
        assert_eq!(Rate::per_second(1.5e-5).to_string(), "1.5e-5 /s");
        assert_eq!(Rate::nanomolar_per_second(0.5).to_string(), "0.5 nM/s");
    }

    #[test]
    fn a_rate_is_read_with_the_order_of_its_unit() {
        assert_eq!("1e6 /(M s)".parse(), Ok(Rate::per_nanomolar_second(1e6 * 1e-9)));
        assert_eq!("0.6/min".parse(), Ok(Rate::per_second(0.6 * (1.0 / 60.0))));
        assert_eq!("2 nM/s".parse(), Ok(Rate::nanomolar_per_second(2.0)));
    }

    #[test]
    fn a_rate_in_another_unit_is_refused() {
        let error = "3 /furlong".parse::<Rate>().map_err(|error| error.to_string());
        assert_eq!(
            error,
            Err(format!(
                "\"/furlong\" in \"3 /furlong\" is not a unit of this quantity: use one of {EXPECTED}"
            ))
        );
    }

    #[test]
    fn a_shown_rate_reads_back() {
        for rate in [
            Rate::per_nanomolar_second(2.5e-4),
            Rate::per_second(0.125),
            Rate::nanomolar_per_second(7.0),
        ] {
            assert_eq!(rate.to_string().parse(), Ok(rate));
        }
    }
}
