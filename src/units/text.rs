//! Between a quantity and its text: `2500 nM` is shown as `2.5 µM` and read back from it.

use std::fmt;

use super::UnitError;
use super::symbol::Symbol;

/// Reads a number and a unit; the result is in the unit used inside the library.
pub(crate) fn read(text: &str, symbols: &[Symbol]) -> Result<f64, UnitError> {
    let expected = || symbols.iter().map(|symbol| symbol.shown).collect::<Vec<_>>().join(", ");
    let (number, unit) = split(text.trim());
    let Ok(number) = number.parse::<f64>() else {
        return Err(match text.trim().to_ascii_lowercase() {
            word if is_not_finite(&word) => {
                UnitError::NotFinite { text: text.into(), expected: expected() }
            }
            _ => UnitError::NoNumber { text: text.into(), expected: expected() },
        });
    };
    if !number.is_finite() {
        return Err(UnitError::NotFinite { text: text.into(), expected: expected() });
    }
    if unit.is_empty() {
        return Err(UnitError::NoUnit { text: text.into(), expected: expected() });
    }
    let Some(symbol) = symbols.iter().find(|symbol| symbol.is_written(unit)) else {
        return Err(UnitError::UnknownUnit {
            text: text.into(),
            unit: unit.into(),
            expected: expected(),
        });
    };
    if number < 0.0 {
        return Err(UnitError::Negative { text: text.into(), expected: expected() });
    }
    let value = number * symbol.size;
    if value.is_finite() {
        Ok(value)
    } else {
        Err(UnitError::NotFinite { text: text.into(), expected: expected() })
    }
}

/// Shows three significant digits in the unit that keeps the number short.
pub(crate) fn show(
    value: f64,
    symbols: &[Symbol],
    formatter: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let rounded = to_three_digits(value);
    let fits = |symbol: &&Symbol| rounded.abs() >= symbol.shown_from * (1.0 - 1e-9);
    let natural = symbols.iter().find(|symbol| symbol.size.to_bits() == 1.0_f64.to_bits());
    let symbol = if rounded == 0.0 || !rounded.is_finite() {
        natural
    } else {
        symbols.iter().rev().find(fits).or(symbols.first())
    };
    let Some(symbol) = symbol.or(symbols.first()) else { return formatter.pad(&number(value)) };
    formatter.pad(&format!("{} {}", number(to_three_digits(value / symbol.size)), symbol.shown))
}

/// The shortest text of a number: digits for everyday sizes, a power of ten for the rest.
pub(crate) fn number(value: f64) -> String {
    let everyday = value == 0.0 || !value.is_finite() || (1e-3..1e5).contains(&value.abs());
    if everyday { format!("{value}") } else { format!("{value:e}") }
}

/// `value` rounded to three significant digits.
pub(crate) fn to_three_digits(value: f64) -> f64 {
    format!("{value:.2e}").parse().unwrap_or(value)
}

impl Symbol {
    fn is_written(&self, unit: &str) -> bool {
        // The micro sign, the Greek letter and the plain letter all mean micro.
        let plain = |text: &str| text.replace(['\u{b5}', '\u{3bc}'], "u");
        plain(self.shown) == plain(unit) || self.also.iter().any(|other| *other == plain(unit))
    }
}

/// Where the number ends and the unit begins.
pub(crate) fn split(text: &str) -> (&str, &str) {
    let mut end = 0;
    let mut previous = ' ';
    for (at, letter) in text.char_indices() {
        let following = text[at + letter.len_utf8()..].chars().next();
        let exponent = matches!(letter, 'e' | 'E')
            && end > 0
            && following.is_some_and(|next| next.is_ascii_digit() || matches!(next, '+' | '-'));
        let sign = matches!(letter, '+' | '-') && (at == 0 || matches!(previous, 'e' | 'E'));
        if !(letter.is_ascii_digit() || letter == '.' || exponent || sign) {
            break;
        }
        previous = letter;
        end = at + letter.len_utf8();
    }
    (&text[..end], text[end..].trim())
}

fn is_not_finite(word: &str) -> bool {
    let word = word.trim_start_matches(['+', '-']);
    word.starts_with("nan") || word.starts_with("inf")
}

#[cfg(test)]
mod tests {
    use super::super::{CellDensity, Concentration, MolarMass, Quantities, Time, Volume};

    fn complaint(text: &str) -> String {
        text.parse::<Concentration>()
            .map_or_else(|error| error.to_string(), |read| read.to_string())
    }

    #[test]
    fn quantities_are_shown_with_a_readable_prefix() {
        assert_eq!(8.6.nanomolar().to_string(), "8.6 nM");
        assert_eq!(1234.0.nanomolar().to_string(), "1.23 µM");
        assert_eq!(999.9.nanomolar().to_string(), "1 µM");
        assert_eq!(0.0.nanomolar().to_string(), "0 nM");
        assert_eq!(15.0.minutes().to_string(), "15 min");
        assert_eq!(90.0.minutes().to_string(), "90 min");
        assert_eq!(2.0.hours().to_string(), "2 h");
        assert_eq!(7.0.days().to_string(), "7 d");
        assert_eq!(0.2.picolitres().to_string(), "0.2 pL");
        assert_eq!(371.42.grams_per_mole().to_string(), "371 g/mol");
        assert_eq!(20_900.0.grams_per_mole().to_string(), "20.9 kDa");
        assert_eq!(1e6.cells_per_ml().to_string(), "1e6 cells/mL");
        assert_eq!(100.0.ng_per_ml().to_string(), "100 ng/mL");
        assert_eq!(4.0.milligrams().to_string(), "4 mg");
    }

    #[test]
    fn quantities_are_read_as_they_are_written_in_a_laboratory() {
        assert_eq!("10 nM".parse(), Ok(10.0.nanomolar()));
        assert_eq!("2.5 µM".parse(), Ok(2.5.micromolar()));
        assert_eq!("2.5 \u{3bc}M".parse(), Ok(2.5.micromolar()));
        assert_eq!("2.5uM".parse(), Ok(2.5.micromolar()));
        assert_eq!(" 1e-3 mM ".parse(), Ok(1e-3.millimolar()));
        assert_eq!("15 min".parse(), Ok(15.0.minutes()));
        assert_eq!("2h".parse(), Ok(2.0.hours()));
        assert_eq!("0.2 pL".parse(), Ok(0.2.picolitres()));
        assert_eq!("1e6 cells/mL".parse(), Ok(1e6.cells_per_ml()));
        assert_eq!("4 mg".parse(), Ok(4.0.milligrams()));
        assert_eq!("371.4 g/mol".parse(), Ok(371.4.grams_per_mole()));
        assert_eq!("100 ng/ml".parse(), Ok(100.0.ng_per_ml()));
    }

    #[test]
    fn each_mistake_names_the_text_the_units_and_the_remedy() {
        let units = "fM, pM, nM, µM, mM, M";
        assert_eq!(
            complaint("ten nM"),
            format!(
                "\"ten nM\" does not begin with a number: write a number and a unit, one of {units}"
            )
        );
        assert_eq!(complaint("10"), format!("\"10\" has no unit: add one of {units}"));
        assert_eq!(
            complaint("10 nm"),
            format!("\"nm\" in \"10 nm\" is not a unit of this quantity: use one of {units}")
        );
        assert_eq!(
            complaint("-1 nM"),
            format!("\"-1 nM\" is negative: write zero or more, in one of {units}")
        );
        for text in ["NaN nM", "inf nM", "-inf nM", "1e999 nM", "1e305 M"] {
            assert_eq!(
                complaint(text),
                format!(
                    "\"{text}\" is not a finite number: write a number such as 2.5 and a unit, one of {units}"
                )
            );
        }
        for text in ["", " ", "nM", "1.2.3 nM", "1e nM", "--1 nM"] {
            assert!(text.parse::<Concentration>().is_err(), "{text:?} was read as a concentration");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(letters in proptest::collection::vec(
            proptest::prelude::prop_oneof![
                proptest::prelude::any::<char>(),
                proptest::sample::select("0123456789.eE+- nµMinf/".chars().collect::<Vec<_>>()),
            ],
            0..9,
        )) {
            let text: String = letters.into_iter().collect();
            if let Ok(read) = text.parse::<Concentration>() {
                let nanomolar = read.as_nanomolar();
                proptest::prop_assert!(nanomolar.is_finite() && nanomolar >= 0.0, "{text:?}");
            }
        }

        #[test]
        fn a_shown_quantity_reads_back_within_three_digits(exponent in -12.0_f64..12.0) {
            let value = 10.0_f64.powf(exponent);
            let near = |read: f64| (read / value - 1.0).abs() <= 5.001e-3;
            let concentration = Concentration::from_nanomolar(value);
            let time = Time::from_seconds(value);
            let volume = Volume::from_litres(value * 1e-6);
            let mass = MolarMass::from_grams_per_mole(value);
            let density = CellDensity::from_cells_per_ml(value);
            let read = |text: String| text.parse::<Concentration>().map(Concentration::as_nanomolar);
            proptest::prop_assert!(read(concentration.to_string()).is_ok_and(near));
            proptest::prop_assert!(time.to_string().parse().map(Time::as_seconds).is_ok_and(near));
            let litres = volume.to_string().parse().map(Volume::as_litres);
            proptest::prop_assert!(litres.is_ok_and(|read| near(read * 1e6)));
            let grams = mass.to_string().parse().map(MolarMass::as_grams_per_mole);
            proptest::prop_assert!(grams.is_ok_and(near));
            let cells = density.to_string().parse().map(CellDensity::as_cells_per_ml);
            proptest::prop_assert!(cells.is_ok_and(near));
        }
    }
}
